"""The points of a letter as a list: dragged into another order, taken out, edited."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.letters import PointText
from desktop_app.pictures.fonts import font
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, label, row

ROW = 31
_POINT = Qt.ItemDataRole.UserRole
_GRIP, _BOX, _PENCIL = 26, 22, 30


class LetterPoints(QWidget):
    """`changed`: order, use or text of the points is another. `edit_wanted`: a point, to be edited."""

    changed = Signal()
    edit_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.count = label("", "label")
        self.list = _PointList(look)
        self.add = Button(look, "Tambah butir", "plus", small=True)
        self.usual = Button(look, "Kembalikan semula", "rotate-ccw", kind="link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(row(self.count, 1, label("Seret untuk mengubah urutan", "hint")))
        column.addWidget(self.list)
        column.addLayout(row(self.add, 1, self.usual))
        self.list.changed.connect(self._tell)
        self.list.edit_wanted.connect(self.edit_wanted)
        self.add.clicked.connect(self._add)

    @property
    def points(self) -> tuple[PointText, ...]:
        return self.list.points

    def show_points(self, points: Sequence[PointText]) -> None:
        if tuple(points) != self.points:
            self.list.show_points(points)
        self._show_count()

    def put(self, point: PointText) -> None:
        """Take an edited point in place of the one with its key, or a new one behind the last."""
        known = [one.key for one in self.points]
        points = [point if one.key == point.key else one for one in self.points]
        self.list.show_points(points if point.key in known else [*points, point])
        self._tell()

    def _add(self) -> None:
        own = sum(point.key.startswith("lain") for point in self.points)
        self.edit_wanted.emit(PointText(key=f"lain-{own + 1}", title="", text=""))

    def _tell(self) -> None:
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        used = sum(point.used for point in self.points)
        rest = len(self.points) - used
        self.count.setText(f"Butir surat, {used} butir" + (f", {rest} tidak dipakai" if rest else ""))


class _PointList(QListWidget):
    """Space takes a point out or in, Alt with an arrow moves it, Enter edits it."""

    changed = Signal()
    edit_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName("Butir surat")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setObjectName("list")
        self.setItemDelegate(_PointDelegate(look, self))
        self.model().rowsMoved.connect(lambda *_: self.changed.emit())
        look.changed.connect(self.viewport().update)

    @property
    def points(self) -> tuple[PointText, ...]:
        return tuple(self.item(place).data(_POINT) for place in range(self.count()))

    def show_points(self, points: Sequence[PointText]) -> None:
        chosen = self.currentRow()
        self.clear()
        for point in points:
            item = QListWidgetItem(point.title)
            item.setData(_POINT, point)
            item.setToolTip(point.text)
            item.setSizeHint(QSize(0, ROW))
            self.addItem(item)
        self.setCurrentRow(min(chosen, self.count() - 1))
        self.setFixedHeight(ROW * max(self.count(), 1) + 4)

    def turn(self, place: int) -> None:
        """Take the point out of the letter, or in again."""
        item = self.item(place)
        point: PointText = item.data(_POINT)
        item.setData(_POINT, replace(point, used=not point.used))
        self.changed.emit()

    def move(self, place: int, by: int) -> None:  # type: ignore[override]
        other = place + by
        if 0 <= other < self.count():
            item = self.takeItem(place)
            self.insertItem(other, item)
            self.setCurrentRow(other)
            self.changed.emit()

    def edit_point(self, place: int) -> None:
        if place >= 0:
            self.edit_wanted.emit(self.item(place).data(_POINT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move(self.currentRow(), steps[key])
        elif key == Qt.Key.Key_Space and self.currentRow() >= 0:
            self.turn(self.currentRow())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_point(self.currentRow())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = self._place_at(event)
        if place < 0:
            return
        box = self.visualItemRect(self.item(place))
        if event.position().x() > box.right() - _PENCIL:
            self.edit_point(place)
        elif _GRIP <= event.position().x() < _GRIP + _BOX:
            self.turn(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit_point(self._place_at(event))

    def _place_at(self, event: QMouseEvent) -> int:
        return self.indexAt(event.position().toPoint()).row()


class _PointDelegate(QStyledItemDelegate):
    """Grip, box, number among those used, title, pencil."""

    def __init__(self, look: Look, points: _PointList) -> None:
        super().__init__(points)
        self._look, self._list = look, points

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, box = self._look, QRect(option.rect)
        point: PointText = index.data(_POINT)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._list.hasFocus()
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(box, look.colour("sel" if chosen else "hover" if hover else "surf"))
        painter.setPen(look.colour("grid"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        middle = box.center().y()
        for dot in range(6):
            painter.fillRect(box.left() + 9 + 5 * (dot % 2), middle - 6 + 5 * (dot // 2), 2, 2, look.colour("t3"))
        icon = "circle-check" if point.used else "circle"
        look.icon(icon, "acc" if point.used else "t3", 16).paint(painter, _GRIP, middle - 8, 16, 16)
        painter.setPen(look.colour("t1" if point.used else "t3"))
        painter.setFont(font(13, QFont.Weight.Medium))
        left = _GRIP + _BOX
        if point.used:
            painter.drawText(
                QRect(left, box.top(), 24, ROW), Qt.AlignmentFlag.AlignCenter, str(self._number(index.row()))
            )
        painter.setFont(font(13))
        words = QRect(left + 28, box.top(), box.width() - left - 28 - _PENCIL, ROW)
        title = painter.fontMetrics().elidedText(point.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, title)
        look.icon("pencil", "t2", 16).paint(painter, box.right() - 24, middle - 8, 16, 16)

    def editorEvent(self, event: QEvent, *rest: object) -> bool:
        return False

    def _number(self, place: int) -> int:
        return sum(point.used for point in self._list.points[: place + 1])
