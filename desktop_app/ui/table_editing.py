"""Cells that are mended in place: a field to type in, or a drop-down that is painted until it is opened."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QStyleOptionViewItem, QWidget

from desktop_app.pictures.fonts import font
from desktop_app.ui.look import Look
from desktop_app.ui.table import CELL_FONT, ROW, Column, Delegate, Table, ValueModel

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_SHOWN = 14
_CHEVRON = 13


class EditDelegate(Delegate):
    """Paints drop-downs as boxes and opens the editors."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        column, row = _cell(index)
        if column.choices and column.choices(row):
            painter.save()
            self._paint_box(painter, QRectF(option.rect), column, row)
            painter.restore()

    def _paint_box(self, painter: QPainter, box: QRectF, column: Column[Any], row: Any) -> None:
        look, doubtful = self._look, bool(column.quiet and column.quiet(row))
        field = box.adjusted(6, 2.5, -6, -3.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("warn_line" if doubtful else "edge"), 1))
        painter.setBrush(look.colour("warn_soft" if doubtful else "surf"))
        painter.drawRoundedRect(field, 5, 5)
        painter.setPen(look.colour("warn" if doubtful else "t1"))
        painter.setFont(font(CELL_FONT))
        words = field.adjusted(9, 0, -24, 0)
        text = painter.fontMetrics().elidedText(column.text(row), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        icon = look.icon("chevron-down", "t3", _CHEVRON)
        icon.paint(painter, round(field.right()) - 20, round(field.center().y() - 6), _CHEVRON, _CHEVRON)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column, row = _cell(index)
        if column.choices is None:
            return _typed(parent, column, row)
        return self._drop_down(parent, column.choices(row), column.text(row))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The editor was filled when it was made."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(index, editor.text().strip())
        elif isinstance(editor, QComboBox) and editor.currentData() is not None:
            model.setData(index, editor.currentData())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def _drop_down(self, parent: QWidget, choices: Sequence[tuple[str, str]], present: str) -> QComboBox:
        box = QComboBox(parent)
        box.setProperty("small", True)
        box.setMaxVisibleItems(_SHOWN)
        for value, words in choices:
            box.addItem(words, value)
        box.setCurrentIndex(next((place for place, each in enumerate(choices) if each[1] == present), -1))
        box.activated.connect(lambda _: self._take(box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


class EditableTable(Table[T], Generic[T]):
    """Enter, F2 or a double click mends a cell (a click opens a drop-down); on other cells Enter is left to the page."""

    def __init__(
        self, look: Look, columns: Sequence[Column[T]], *, row_height: int = ROW, sortable: bool = True,
        model: ValueModel[T] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(look, columns, row_height=row_height, sortable=sortable, model=model)
        self.setItemDelegate(EditDelegate(look, self, row_height))
        self.clicked.connect(self._open_drop_down)

    def mend(self) -> bool:
        """Open the editor of the present cell, or of the first one of its row that has one; whether there is one."""
        present = self.currentIndex()
        places = [present, *(present.siblingAtColumn(place) for place in range(self.values.columnCount()))]
        cell = next((each for each in places if self._can_be_mended(each)), None)
        if cell is None:
            return False
        self.setCurrentIndex(cell)
        self.edit(cell)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            super().keyPressEvent(event)
        elif self.state() == QAbstractItemView.State.EditingState:
            # The key that ends the editing comes by here too, and means no more than that.
            event.accept()
        elif not self.mend():
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mend()

    def _open_drop_down(self, index: QModelIndex) -> None:
        if self.values.columns[index.column()].choices and self._can_be_mended(index):
            self.edit(index)

    def _can_be_mended(self, index: QModelIndex) -> bool:
        return index.isValid() and bool(self.values.flags(index) & Qt.ItemFlag.ItemIsEditable)


def _typed(parent: QWidget, column: Column[Any], row: Any) -> QLineEdit:
    line = QLineEdit(parent)
    line.setProperty("cell", True)
    line.setText((column.edit(row) if column.edit else None) or "")
    line.setPlaceholderText(column.text(row))
    line.selectAll()
    return line


def _cell(index: Index) -> tuple[Column[Any], Any]:
    model = index.model()
    assert isinstance(model, ValueModel)
    return model.columns[index.column()], model.row(index.row())
