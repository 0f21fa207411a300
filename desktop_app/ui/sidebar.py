"""The sidebar: the pages, and at its foot whose workspace this is and whether it is safe."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.pictures.fonts import font
from desktop_app.pictures.icons import mark
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import ElidedLabel, Icon, State, Tag, frame, label, row, rule

WIDE, NARROW = 208, 56


class SidebarItem(QPushButton):
    """One page: icon, name, perhaps a count of what waits there."""

    def __init__(self, look: Look, icon: str, name: str) -> None:
        super().__init__()
        self._look, self._icon, self.name = look, icon, name
        self._count, self._narrow = 0, False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(34)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._ring = False
        look.changed.connect(self.update)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for the keyboard: a click or a new window does not need it."""
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        self._ring = event.reason() in reasons
        super().focusInEvent(event)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.name}, {count} menunggu" if count else self.name)
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.setToolTip(self.name if narrow else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(NARROW - 16, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, box = self._look, QRectF(self.rect())
        if self.isChecked():
            painter.setPen(look.colour("line"))
            painter.setBrush(look.colour("surf"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("acc"))
            painter.drawRoundedRect(QRectF(0, 9, 3, box.height() - 18), 1.5, 1.5)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus() and self._ring:
            pen = painter.pen()
            pen.setColor(look.colour("acc"))
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        left = 11
        look.icon(self._icon, "acc" if self.isChecked() else "t2", 18).paint(painter, left, 8, 18, 18)
        if not self._narrow:
            painter.setFont(font(13, QFont.Weight.Medium if self.isChecked() else QFont.Weight.Normal))
            painter.setPen(look.colour("t1" if self.isChecked() else "t2"))
            painter.drawText(box.adjusted(left + 27, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.name)
        if self._count:
            self._paint_count(painter, box)

    def _paint_count(self, painter: QPainter, box: QRectF) -> None:
        look = self._look
        if self._narrow:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("warn"))
            painter.drawEllipse(QRectF(box.right() - 12, 6, 7, 7))
            return
        text = str(self._count) if self._count < 1000 else "999+"
        painter.setFont(font(11, QFont.Weight.Medium))
        width = painter.fontMetrics().horizontalAdvance(text) + 14
        pill = QRectF(box.right() - width - 9, (box.height() - 18) / 2, width, 18)
        painter.setPen(look.colour("warn_line"))
        painter.setBrush(look.colour("warn_soft"))
        painter.drawRoundedRect(pill, 9, 9)
        painter.setPen(look.colour("warn"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


class Mark(QWidget):
    """The sign of Cakupan and its name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.narrow = look, False
        self.setFixedHeight(56)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mark(self._look.tokens).paint(painter, 16 if not self.narrow else 15, 15, 26, 26)
        if not self.narrow:
            painter.setFont(font(15, QFont.Weight.DemiBold))
            painter.setPen(self._look.colour("t1"))
            painter.drawText(QRectF(52, 0, self.width(), 56), Qt.AlignmentFlag.AlignVCenter, "Cakupan")


class Sidebar(QWidget):
    """`wanted`: name of the page to show. Narrow, it shows icons only."""

    wanted = Signal(str)

    def __init__(self, look: Look, upper: Sequence[tuple[str, str]], lower: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        body = frame("sidebar")
        outer.addWidget(body)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 1, 12)
        column.setSpacing(2)
        self._mark = Mark(look)
        column.addWidget(self._mark)
        self._items: dict[str, SidebarItem] = {}
        items = QVBoxLayout()
        items.setContentsMargins(8, 0, 8, 0)
        items.setSpacing(2)
        for group in (upper, lower):
            if group is lower:
                items.addSpacing(8)
                items.addWidget(rule())
                items.addSpacing(8)
            for icon, name in group:
                item = SidebarItem(look, icon, name)
                item.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
                self._items[name] = item
                items.addWidget(item)
        column.addLayout(items)
        column.addStretch(1)
        self._foot = self._made_foot(look)
        column.addWidget(self._foot)
        self.set_narrow(False)

    def _made_foot(self, look: Look) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(16, 0, 8, 0)
        column.setSpacing(4)
        column.addWidget(rule())
        column.addSpacing(6)
        self._sample = Tag(look, State.SAMPLE)
        self._sample.hide()
        column.addWidget(self._sample)
        end = Qt.TextElideMode.ElideRight
        self._office, self._workspace = ElidedLabel(role="strong", mode=end), ElidedLabel(role="source", mode=end)
        self._safe_icon, self._safe = Icon(look, "shield-check", "ok", 13), label("", "source")
        column.addWidget(self._office)
        column.addWidget(self._workspace)
        column.addLayout(row(self._safe_icon, self._safe, 1, spacing=6))
        return foot

    def show_page(self, name: str) -> None:
        if name in self._items:
            self._items[name].setChecked(True)

    def set_count(self, name: str, count: int) -> None:
        self._items[name].set_count(count)

    def set_office(self, office: str, workspace: str, *, sample: bool) -> None:
        self._office.set_text(office)
        self._workspace.set_text(f"Ruang kerja: {workspace}")
        self._sample.setVisible(sample)

    def set_backup(self, words: str, *, safe: bool) -> None:
        self._safe.setText(words)
        self._safe_icon.set_icon("shield-check" if safe else "triangle-alert", "ok" if safe else "warn")

    def set_narrow(self, narrow: bool) -> None:
        self.setFixedWidth(NARROW if narrow else WIDE)
        self._mark.narrow = narrow
        self._mark.update()
        self._foot.setVisible(not narrow)
        for item in self._items.values():
            item.set_narrow(narrow)
