"""Sheets as calamine reads them, loaded when first asked for; its panics become errors that read well."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from desktop_app.domain.errors import LockedWorkbook
from desktop_app.ingest.grid import Cell, Row

T = TypeVar("T")

_PANIC = "PanicException"
"""pyo3's error for a Rust panic; it derives from BaseException and cannot be imported."""

_KEPT_CELLS = 24_000_000
"""Sheets stay loaded up to this many cells together (24 to 32 bytes each)."""


class Unreadable(Exception):
    """calamine cannot read this; another way may."""


def guarded(work: Callable[[], T]) -> T:
    """Raises: PasswordError as it is, Unreadable for whatever else calamine says."""
    with guard():
        return work()


@contextmanager
def guard() -> Iterator[None]:
    """As `guarded`, for what is more than one call."""
    try:
        yield
    except PasswordError:
        raise
    except (CalamineError, OSError, ValueError, OverflowError, TypeError) as error:
        raise Unreadable from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise Unreadable from error


class CalamineBook:
    """A workbook of calamine's whose sheets are loaded one by one and let go when they are many."""

    def __init__(self, file: str, data: bytes) -> None:
        self.file = file
        try:
            self._book = guarded(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data)))
        except PasswordError as error:
            raise LockedWorkbook(file) from error
        self.sheets = guarded(lambda: list(self._book.sheets_metadata))
        self._loaded: dict[int, CalamineSheet] = {}

    def sheet(self, index: int) -> CalamineSheet:
        """By its place in the workbook: names repeat in damaged files."""
        if index not in self._loaded:
            self._make_room()
            self._loaded[index] = guarded(lambda: self._book.get_sheet_by_index(index))
        return self._loaded[index]

    def rows(self, index: int) -> Iterator[Row]:
        """From Excel's first row and column: calamine keeps the empty rows above the data, not the columns left of it."""
        sheet = self.sheet(index)
        if sheet.start is None:
            return
        left: list[Cell] = [""] * sheet.start[1]
        with guard():
            for row in sheet.iter_rows():
                yield [*left, *row] if left else row

    def _make_room(self) -> None:
        while self._loaded and sum(sheet.height * sheet.width for sheet in self._loaded.values()) > _KEPT_CELLS:
            self._loaded.pop(next(iter(self._loaded)))


def with_texts(row: Row, texts: dict[int, str]) -> Row:
    """calamine leaves error values (#N/A) blank; a person must see them."""
    cells: list[Cell] = [*row, *[""] * (max(texts) + 1 - len(row))]
    for column, text in texts.items():
        cells[column] = text
    return cells
