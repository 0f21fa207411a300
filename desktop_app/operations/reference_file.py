"""A small file of reference data as rows of named cells: read by the names of its columns, and written the same way."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.documents.plain_workbook import PlainSheet, write_plain
from desktop_app.domain.errors import MissingReferenceColumn
from desktop_app.domain.reference import Subject
from desktop_app.ingest.cells.dates import parse_date
from desktop_app.ingest.cells.number_styles import number_style
from desktop_app.ingest.formats import open_file
from desktop_app.ingest.grid import Cell, Grid, Row, at, is_blank, is_empty, text_of
from desktop_app.operations.written_files import room_for

COLUMNS: dict[Subject, tuple[str, ...]] = {
    Subject.ALIAS: ("alias", "kode", "dokumen"),
    Subject.REGION: ("kode", "nama", "tingkat", "berdiri", "ditutup", "penerus", "dokumen"),
    Subject.RATE: ("jenis", "lapisan", "rupiah", "persen", "mulai", "sampai", "dokumen", "catatan"),
}
NEEDED: dict[Subject, tuple[str, ...]] = {
    Subject.ALIAS: ("alias", "kode"),
    Subject.REGION: ("kode",),
    Subject.RATE: ("jenis", "lapisan", "mulai"),
}
_OTHER_NAMES = {
    "ejaan": "alias",
    "kode wilayah": "kode",
    "kode kemendagri": "kode",
    "nama wilayah": "nama",
    "surat": "dokumen",
    "dasar": "dokumen",
    "dasar hukum": "dokumen",
    "keterangan": "catatan",
}
_HEADER_WITHIN = 20
"""Rows in which the header is looked for; titles may stand above it."""
_LARGEST = 1e12
"""Rupiah beyond this are a slip."""


class BadCell(Exception):
    """What stands in `column` cannot be read; `message` and `step` for the user. Caught where the row is known."""

    def __init__(self, column: str, message: str, step: str) -> None:
        super().__init__(message)
        self.column, self.message, self.step = column, message, step


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row. `number` as Excel shows it; `cells` by the name of their column."""

    number: int
    cells: dict[str, Cell]
    parse_number: dict[str, Callable[[Cell], float | None]]

    def text(self, column: str) -> str:
        """The cell as text; empty where the file has no such column."""
        found = text_of(self.cells.get(column, ""))
        return "" if found in ("-", "–") else found

    def day(self, column: str) -> date | None:
        """The date of a cell, day before month. BadCell."""
        if not self.text(column):
            return None
        try:
            return parse_date(self.cells[column])
        except ValueError:
            step = "Tulis tanggal seperti 01-02-2026."
            raise BadCell(column, f"“{self.text(column)}” bukan tanggal.", step) from None

    def amount(self, column: str) -> float | None:
        """The number of a cell, as its column writes numbers. BadCell."""
        if not self.text(column):
            return None
        try:
            found = self.parse_number[column](self.cells[column])
        except ValueError:
            found = None
        if found is None or not 0 <= found <= _LARGEST:
            raise BadCell(column, f"“{self.text(column)}” bukan angka yang dapat dipakai.", "Tulis angka saja.")
        return found


def read_rows(path: Path, subject: Subject) -> list[FileRow]:
    """The rows below the header, of the first sheet that has one.

    Raises:
        SheetError: the file cannot be read. MissingReferenceColumn: no sheet has the columns that are needed.
    """
    opened = open_file(path)
    for grid in opened.grids:
        for place, row in enumerate(grid.head(_HEADER_WITHIN)):
            columns = _columns(row, subject)
            if set(NEEDED[subject]) <= columns.keys():
                return _below(grid, place, columns)
    found = next((row for grid in opened.grids for row in grid.head(_HEADER_WITHIN) if not is_empty(row)), ())
    missing = next(name for name in NEEDED[subject] if name not in _columns(found, subject))
    raise MissingReferenceColumn(opened.file, missing, [text_of(cell) for cell in found if not is_blank(cell)])


def write_rows(path: Path, subject: Subject, rows: Iterable[Sequence[str | int | float | date]]) -> None:
    """Write a workbook with the header of `subject` that `read_rows` understands. FileInUse, UnusableTarget, DiskFull."""
    lines = [COLUMNS[subject], *rows]

    def each() -> Iterator[Sequence[str | int | float | date]]:
        return iter(lines)

    with room_for(path):
        write_plain(path, [PlainSheet(name=subject.value.capitalize(), rows=each)])


def _columns(row: Row, subject: Subject) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        words = text_of(cell).casefold().strip(" *:.")
        name = _OTHER_NAMES.get(words, words)
        if name in COLUMNS[subject]:
            found.setdefault(name, place)
    return found


def _below(grid: Grid, header: int, columns: dict[str, int]) -> list[FileRow]:
    rows = [(place, row) for place, row in enumerate(grid.rows()) if place > header]
    cells = [(place + 1, {name: at(row, column) for name, column in columns.items()}) for place, row in rows]
    cells = [(number, named) for number, named in cells if not all(is_blank(cell) for cell in named.values())]
    styles: dict[str, Callable[[Cell], float | None]] = {
        name: number_style([named[name] for _, named in cells], whole=name == "rupiah").parse
        for name in ("rupiah", "persen") if name in columns
    }  # fmt: skip
    return [FileRow(number, named, styles) for number, named in cells]
