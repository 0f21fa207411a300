"""The way to a region: the country, the regions above it, and the region itself."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop_app.domain.regions import Region
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, ElidedLabel, clear, label

_ABOVE = 1
"""Steps above the region that a brief path keeps in sight."""


class Breadcrumb(QWidget):
    """A click on a step goes there. The filters beside it give way first; a brief path keeps its upper steps in a menu."""

    picked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._path: tuple[Region, ...] = ()
        self._brief = self._short = False
        self.steps: list[QWidget] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAccessibleName("Wilayah")

    def set_path(self, path: Sequence[Region]) -> None:
        """`path` from the country to the region itself."""
        if tuple(path) != self._path:
            self._path = tuple(path)
            self._fill()

    def set_brief(self, brief: bool) -> None:
        """Only the step above and the region itself; those further up open as a menu."""
        if brief != self._brief:
            self._brief = brief
            self._fill()

    def set_short(self, short: bool) -> None:
        """The region by its short name: “Klungkung”."""
        if short != self._short:
            self._short = short
            self._fill()

    def _fill(self) -> None:
        clear(self._line)
        self.steps.clear()
        hidden = max(len(self._path) - 1 - _ABOVE, 0) if self._brief else 0
        if hidden:
            self._add(self._made_menu(self._path[:hidden]))
        for place, region in enumerate(self._path[hidden:], start=hidden):
            if place:
                self._add(label("›", "hint"))
            if place == len(self._path) - 1:
                self._line.addSpacing(2)
            self._add(self._made_step(region, last=place == len(self._path) - 1))
        self.updateGeometry()

    def _add(self, widget: QWidget) -> None:
        """Shown at once: the bar asks for the width before Qt would show it."""
        self._line.addWidget(widget)
        widget.show()
        if isinstance(widget, Button):
            self.steps.append(widget)

    def _made_step(self, region: Region, *, last: bool) -> QWidget:
        if last:
            here = ElidedLabel(region.short_name if self._short else region.name, "strong", Qt.TextElideMode.ElideRight)
            here.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            here.setMinimumWidth(0)
            return here
        step = Button(self._look, region.short_name, kind="link")
        step.setProperty("crumb", True)
        step.setToolTip(f"Naik ke {region.full_name}")
        step.clicked.connect(lambda _=False, code=region.code: self.picked.emit(code))
        return step

    def _made_menu(self, regions: Sequence[Region]) -> QWidget:
        button = Button(self._look, "…", kind="link", name=" › ".join(region.short_name for region in regions))
        menu = QMenu(button)
        for region in regions:
            menu.addAction(region.full_name).triggered.connect(lambda _=False, code=region.code: self.picked.emit(code))
        button.clicked.connect(lambda: menu.exec(button.mapToGlobal(button.rect().bottomLeft())))
        return button
