"""Rows that stay where they are and come page by page: for tables that are too long to hold."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop_app.ui.table import Column, ValueModel

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PAGE, KEPT_PAGES = 200, 20


class PagedModel(ValueModel[T], Generic[T]):
    """`count` rows, `PAGE` at a time, of which the last twenty pages stay; `blank` stands where a page is not there yet.

    `page_wanted`: a page is needed (asked for once). `order_wanted`: another order (place of the column, descending; -1: none).
    """

    page_wanted = Signal(int)
    order_wanted = Signal(int, bool)

    def __init__(self, columns: Sequence[Column[T]], blank: T) -> None:
        super().__init__(columns)
        self._blank, self._count = blank, 0
        self._pages: OrderedDict[int, Sequence[T]] = OrderedDict()
        self._asked: set[int] = set()

    def set_count(self, count: int) -> None:
        """Other rows: all pages are asked for anew."""
        self.beginResetModel()
        self._count = count
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()

    def page_arrived(self, page: int, rows: Sequence[T]) -> None:
        self._asked.discard(page)
        self._pages[page] = rows
        if len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        if rows:
            first = page * PAGE
            self.dataChanged.emit(self.index(first, 0), self.index(first + len(rows) - 1, self.columnCount() - 1))

    def row(self, place: int) -> T:
        page, within = divmod(place, PAGE)
        rows = self._pages.get(page)
        if rows is not None:
            return rows[within] if within < len(rows) else self._blank
        if page not in self._asked:
            self._asked.add(page)
            self.page_wanted.emit(page)
        return self._blank

    @property
    def rows(self) -> Sequence[T]:
        """Those that are here."""
        return [row for page in sorted(self._pages) for row in self._pages[page]]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.order_wanted.emit(column, order == Qt.SortOrder.DescendingOrder)
