"""One table for every page: the columns are data, a delegate paints, the model sorts, filters and copies."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.pictures.fonts import font
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import State, paint_tag

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

ROW, DENSE_ROW, HEADER, CELL_FONT = 28, 27, 30, 12
_PADDING = 10
_BAR = (64, 6)
_METER = (40, 6)
_REASON = 20
_ARROW = 10
_ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column over rows of type T.

    `text` is what stands in the cell and what is copied; `key` what it sorts by (the text when None; None values go
    last). `detail` is a second, quieter line; `state` paints the text as a tag without its box, and with a `detail` as a
    reason: icon and text, below them the state's word and the detail. `bar` gives share and target (0.5 = half) for a
    small bar left of the text, `hollow` only its outline (a share without its numerator); `meter` (0 to 1) a bar before
    the tag, for confidences; `quiet` paints the text as a hint (missing values), `good` as
    reached; `middle` shortens it in its middle
    (file names, whose end tells them apart). `edit` gives the text that a cell begins with when it is mended in place
    (None: not this one), `choices` (value, words) what a drop-down offers in it; both need an `EditableTable`.
    """

    title: str
    text: Callable[[T], str]
    key: Callable[[T], Any] | None = None
    right: bool = False
    strong: bool = False
    width: int = 0
    state: Callable[[T], State | None] | None = None
    bar: Callable[[T], tuple[float | None, float | None]] | None = None
    hollow: Callable[[T], bool] | None = None
    meter: Callable[[T], float] | None = None
    detail: Callable[[T], str] | None = None
    quiet: Callable[[T], bool] | None = None
    good: Callable[[T], bool] | None = None
    middle: bool = False
    tip: Callable[[T], str] | None = None
    edit: Callable[[T], str | None] | None = None
    choices: Callable[[T], Sequence[tuple[str, str]]] | None = None


class ValueModel(QAbstractTableModel, Generic[T]):
    """Rows in memory. `sort` and `filter` keep the rows themselves and change only their order and choice.

    `edited`: the user gave a cell another text (row, place of the column, text); the owner of the rows does the rest.
    """

    edited = Signal(object, int, str)

    def __init__(self, columns: Sequence[Column[T]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._all: list[T] = []
        self._shown: list[T] = []
        self._words = ""
        self._order: tuple[int, Qt.SortOrder] | None = None
        self.lit: T | None = None

    def set_rows(self, rows: Sequence[T]) -> None:
        self._all = list(rows)
        self._arrange()

    def filter(self, words: str) -> None:
        """Keep the rows in which every word stands somewhere."""
        self._words = words.casefold()
        self._arrange()

    def row(self, place: int) -> T:
        return self._shown[place]

    def refresh(self) -> None:
        """The same rows say something else now."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    @property
    def rows(self) -> Sequence[T]:
        return self._shown

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order) if column >= 0 else None
        self._arrange()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value, column = self.row(index.row()), self.columns[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return column.edit(value) if column.edit else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(value) if column.tip else None
        if role == _ROW_ROLE:
            return value
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and self._editable(index) else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self._editable(index):
            return False
        self.edited.emit(self.row(index.row()), index.column(), str(value))
        return True

    def _editable(self, index: Index) -> bool:
        column, row = self.columns[index.column()], self.row(index.row())
        return bool(column.choices and column.choices(row)) or bool(column.edit and column.edit(row) is not None)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _arrange(self) -> None:
        self.beginResetModel()
        wanted = self._words.split()
        self._shown = [row for row in self._all if self._has(row, wanted)] if wanted else list(self._all)
        if self._order is not None:
            place, order = self._order
            key = self.columns[place].key or (lambda row: self.columns[place].text(row).casefold())
            keyed = [(key(row), row) for row in self._shown]
            known = [pair for pair in keyed if pair[0] is not None]
            known.sort(key=itemgetter(0), reverse=order == Qt.SortOrder.DescendingOrder)
            self._shown = [row for _, row in known] + [row for value, row in keyed if value is None]
        self.endResetModel()

    def _has(self, row: T, words: Sequence[str]) -> bool:
        text = " ".join(column.text(row) for column in self.columns).casefold()
        return all(word in text for word in words)


class Delegate(QStyledItemDelegate):
    """Paints every cell: ground, selection bar, text, second line, tag, small bar."""

    def __init__(self, look: Look, parent: QWidget, height: int) -> None:
        super().__init__(parent)
        self._look, self._height = look, height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, ValueModel)
        column, row = model.columns[index.column()], model.row(index.row())
        width = option.fontMetrics.horizontalAdvance(column.text(row)) + 2 * _PADDING + 4
        if column.bar:
            width += _BAR[0] + 8
        if column.meter:
            width += _METER[0] + 8
        if column.state and column.state(row):
            width += 22
        return QSize(width, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, ValueModel)
        column, row = model.columns[index.column()], model.row(index.row())
        tokens, box = self._look.tokens, QRectF(option.rect)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver) or model.lit is row
        painter.save()
        if selected or hovered:
            painter.fillRect(box, QColor(tokens.sel if selected else tokens.hover))
        painter.setPen(QPen(QColor(tokens.grid), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if selected and index.column() == 0:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(tokens.acc))
        inner = box.adjusted(_PADDING, 0, -_PADDING, -1)
        if column.bar:
            self._paint_bar(painter, inner, *column.bar(row), hollow=column.hollow is not None and column.hollow(row))
        tag = column.state(row) if column.state else None
        if column.meter and tag is not None:
            self._paint_meter(painter, inner, tag, column.meter(row))
            inner.setLeft(inner.left() + _METER[0] + 8)
        if tag is not None and column.detail:
            self._paint_reason(painter, inner, tag, column.text(row), column.detail(row))
        elif tag is not None:
            paint_tag(painter, inner, self._look, tag, column.text(row), boxed=False)
        else:
            self._paint_text(painter, inner, column, row, selected)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.acc), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0.5, 0.5, -1.5, -1.5))
        painter.restore()

    def _paint_text(self, painter: QPainter, box: QRectF, column: Column[Any], row: Any, selected: bool) -> None:
        tokens = self._look.tokens
        quiet = column.quiet is not None and column.quiet(row)
        strong = column.strong or (selected and not column.right)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        face = font(
            CELL_FONT,
            QFont.Weight.DemiBold if column.strong else QFont.Weight.Medium if strong else QFont.Weight.Normal,
        )
        if quiet:
            face.setWeight(QFont.Weight.Normal)
        painter.setFont(face)
        good = column.good is not None and column.good(row)
        painter.setPen(QColor(tokens.t3 if quiet else tokens.ok if good else tokens.t1))
        second = column.detail(row) if column.detail else ""
        cut = Qt.TextElideMode.ElideMiddle if column.middle else Qt.TextElideMode.ElideRight
        if not second:
            _draw(painter, box, side | Qt.AlignmentFlag.AlignVCenter, column.text(row), cut)
            return
        half = box.height() / 2
        _draw(painter, box.adjusted(0, 2, 0, -half + 1), side | Qt.AlignmentFlag.AlignVCenter, column.text(row), cut)
        painter.setFont(font(12))
        painter.setPen(QColor(tokens.t3))
        _draw(painter, box.adjusted(0, half - 1, 0, -3), side | Qt.AlignmentFlag.AlignVCenter, second)

    def _paint_reason(self, painter: QPainter, box: QRectF, state: State, text: str, step: str) -> None:
        """Why a row is here and what to do: icon and text, below them the state's word and the step."""
        word, icon, colour, *_ = state.value
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        half = box.height() / 2
        upper = box.adjusted(_REASON, 2, 0, -half + 1)
        self._look.icon(icon, colour, 13).paint(painter, round(box.left()), round(upper.center().y() - 6.5), 13, 13)
        painter.setFont(font(CELL_FONT))
        painter.setPen(self._look.colour("t1"))
        _draw(painter, upper, middle, text)
        lower = box.adjusted(_REASON, half - 1, 0, -3)
        painter.setFont(font(12, QFont.Weight.DemiBold))
        painter.setPen(self._look.colour(colour))
        _draw(painter, lower, middle, word)
        lower.setLeft(lower.left() + painter.fontMetrics().horizontalAdvance(word))
        painter.setFont(font(12))
        painter.setPen(self._look.colour("t3"))
        _draw(painter, lower, middle, f" · {step}" if step else "")

    def _paint_meter(self, painter: QPainter, box: QRectF, state: State, share: float) -> None:
        width, height = _METER
        top = box.top() + (box.height() - height) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, part in (("neu_soft", 1.0), (state.value[2], min(max(share, 0.0), 1.0))):
            painter.setBrush(self._look.colour(colour))
            painter.drawRoundedRect(QRectF(box.left(), top, width * part, height), 2, 2)

    def _paint_bar(
        self, painter: QPainter, box: QRectF, share: float | None, target: float | None, *, hollow: bool
    ) -> None:
        if share is None:
            return
        tokens, (width, height) = self._look.tokens, _BAR
        top = box.top() + (box.height() - height) / 2
        end = max(share, target or 0, 1.0)
        painter.fillRect(QRectF(box.left(), top, width * (target or 1) / end, height), QColor(tokens.gap_fill))
        covered = QRectF(box.left(), top, width * share / end, height)
        painter.fillRect(covered, QColor(tokens.surf if hollow else tokens.bar))
        if hollow:
            painter.setPen(QPen(QColor(tokens.bar), 1))
            painter.drawRect(covered.adjusted(0.5, 0.5, -0.5, -0.5))
        if target is not None:
            mark = box.left() + width * target / end
            painter.fillRect(QRectF(mark - 1, top - 3, 2, height + 6), QColor(tokens.mark))


class Header(QHeaderView):
    """Paints the arrow of the sorted column itself, behind its title: Qt's own lies over a title at the right."""

    def __init__(self, look: Look, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionsClickable(True)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        # The style leaves its own font and pen behind.
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        model = self.model()
        if section != self.sortIndicatorSection() or not isinstance(model, ValueModel):
            return
        column = model.columns[section]
        words = QFontMetrics(font(CELL_FONT, QFont.Weight.Medium)).horizontalAdvance(column.title)
        left = rect.right() - _PADDING + 2 if column.right else rect.left() + _PADDING + words + 4
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        icon = self._look.icon("arrow-up" if up else "arrow-down", "t2", _ARROW)
        icon.paint(painter, left, rect.center().y() - _ARROW // 2, _ARROW, _ARROW)


class Table(QTableView, Generic[T]):
    """A `ValueModel` on screen. `chosen`: a row was selected; `opened`: double click or Enter; `pointed`: the row under

    the pointer, None where it left.
    """

    chosen = Signal(object)
    opened = Signal(object)
    pointed = Signal(object)

    def __init__(
        self,
        look: Look,
        columns: Sequence[Column[T]],
        *,
        row_height: int = ROW,
        sortable: bool = True,
        model: ValueModel[T] | None = None,
    ) -> None:
        super().__init__()
        self.values: ValueModel[T] = model if model is not None else ValueModel(columns)
        self.setHorizontalHeader(Header(look, self))
        self.setModel(self.values)
        self.setItemDelegate(Delegate(look, self, row_height))
        self.setFont(font(CELL_FONT))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.verticalHeader().setMinimumSectionSize(row_height)
        header = self.horizontalHeader()
        header.setFixedHeight(HEADER)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        for place, column in enumerate(columns):
            if column.width:
                self.setColumnWidth(place, column.width)
        self.setSortingEnabled(sortable)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        look.changed.connect(self.viewport().update)
        self.selectionModel().selectionChanged.connect(self._tell)

    def set_rows(self, rows: Sequence[T]) -> None:
        self.values.set_rows(rows)

    def stretch(self, place: int) -> None:
        """Give the column the room that is left."""
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def chosen_rows(self) -> list[T]:
        return [self.values.row(index.row()) for index in self.selectionModel().selectedRows()]

    def choose(self, wanted: Callable[[T], bool]) -> None:
        """Select the first row that is wanted, without telling; none: clear."""
        was = self.selectionModel().blockSignals(True)
        for index in self.selectionModel().selectedRows():
            self._update_row(index.row())
        self.clearSelection()
        for place, row in enumerate(self.values.rows):
            if wanted(row):
                self.selectRow(place)
                self.scrollTo(self.values.index(place, 0))
                self._update_row(place)
                break
        self.selectionModel().blockSignals(was)

    def _update_row(self, place: int) -> None:
        """Paint one row again: others do not change where one is lit or chosen."""
        top = self.rowViewportPosition(place)
        self.viewport().update(0, top, self.viewport().width(), self.rowHeight(place))

    def light(self, wanted: Callable[[T], bool] | None) -> None:
        """Lift the ground of the first row that is wanted, as under the pointer; none: of no row."""
        lit = next((row for row in self.values.rows if wanted(row)), None) if wanted is not None else None
        before, self.values.lit = self.values.lit, lit
        if lit is not before:
            for place, row in enumerate(self.values.rows):
                if row is before or row is lit:
                    self._update_row(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self.pointed.emit(self.values.row(index.row()) if index.isValid() else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.as_text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.values.row(self.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(self.values.row(index.row()))

    def as_text(self) -> str:
        """The chosen rows (all where none is chosen) with their header, for Excel."""
        rows = self.chosen_rows() or list(self.values.rows)
        lines = [[column.title for column in self.values.columns]]
        lines += [[column.text(row) for column in self.values.columns] for row in rows]
        return "\n".join("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in line) for line in lines)

    def _tell(self) -> None:
        # Counted by ranges: “select all” on many rows must not make an index of each.
        selection = self.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.count())]
        if ranges and ranges[0].height() == 1 and all(one.top() == ranges[0].top() for one in ranges):
            self.chosen.emit(self.values.row(ranges[0].top()))


def _draw(
    painter: QPainter, box: QRectF, flags: Qt.AlignmentFlag, text: str,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:  # fmt: skip
    painter.drawText(box, flags, painter.fontMetrics().elidedText(text, cut, int(box.width())))
