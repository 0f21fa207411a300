"""Where the panel “Dari mana angka ini?” stands: beside the content where there is room, else over it."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop_app.ui.look import Look
from desktop_app.ui.origin import Origin
from desktop_app.ui.origin_panel import WIDTH, OriginPanel


class PanelDock:
    """`content` holds the parts of a page and the panel; closing gives the focus back to where it was."""

    def __init__(self, look: Look, page: QWidget, parts: QStackedWidget) -> None:
        self._page, self._parts = page, parts
        self._before: QWidget | None = None
        self._over = False
        self.panel = OriginPanel(look)
        self.panel.closed.connect(self.close)
        self.content = QWidget()
        self._line = QHBoxLayout(self.content)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(parts, 1)
        self._line.addWidget(self.panel)

    def show_origin(self, origin: Origin) -> None:
        focus = self._page.focusWidget()
        if focus is not None and not self.panel.isAncestorOf(focus):
            self._before = focus
        self.panel.show_origin(origin)
        self.place(over=self._over)

    def hide(self) -> None:
        self.panel.hide()

    def close(self) -> None:
        self.panel.hide()
        before = self._before
        to = before if before is not None and before.isVisibleTo(self._page) else self._parts.currentWidget()
        if to is not None:
            to.setFocus()

    def place(self, *, over: bool) -> None:
        self._over = over
        in_line = self._line.indexOf(self.panel) >= 0
        if over:
            if in_line:
                shown = self.panel.isVisibleTo(self._page)
                self._line.removeWidget(self.panel)
                self.panel.setParent(self._page)
                self.panel.setVisible(shown)
            top = self.content.y()
            self.panel.setGeometry(self._page.width() - WIDTH, top, WIDTH, self._page.height() - top)
            self.panel.raise_()
        elif not in_line:
            self._line.addWidget(self.panel)
