"""OpenDocument sheets (.ods, and .fods in one XML): values, hidden rows, merged cells; repeats cost nothing.

Cells that are filled by a repeat are written out; empty rows and cells that repeat to the edge of the sheet are not.
"""

import re
from collections.abc import Iterable

from desktop_app.domain.errors import LockedWorkbook, NotAWorkbook, TooLargeWorkbook
from desktop_app.ingest.files import limits
from desktop_app.ingest.files.book import Spans
from desktop_app.ingest.files.ods_values import count, is_hidden, value_of, white
from desktop_app.ingest.files.sparse import Cells, filled_row
from desktop_app.ingest.files.xml_guard import Handler, attribute, local, walk_through
from desktop_app.ingest.files.zip_guard import Package
from desktop_app.ingest.grid import Grid, Merged, Row

_MIME = b"application/vnd.oasis.opendocument."
_SPREADSHEET = b"spreadsheet"
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_CELLS = 20_000_000
_NO_TEXT = ("annotation", "shapes", "frame", "ruby-text", "tracked-changes", "dde-links", "custom-shape", "note")


def is_ods(package: Package) -> bool:
    """OpenDocument of any kind; a locked one may have no content part at all."""
    return package.read("mimetype").startswith(_MIME) or (
        "content.xml" in package and "META-INF/manifest.xml" in package
    )


def read_ods(package: Package) -> tuple[Grid, ...]:
    """Raises: LockedWorkbook, NotAWorkbook for a text document, DamagedWorkbook, UnsafeWorkbook, TooLargeWorkbook."""
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise LockedWorkbook(package.file)
    kind = package.read("mimetype")
    if kind.startswith(_MIME) and not kind.removeprefix(_MIME).startswith(_SPREADSHEET):
        raise NotAWorkbook(package.file, "dokumen LibreOffice")
    return _grids(package.file, package.stream("content.xml"))


def read_flat_ods(file: str, data: bytes) -> tuple[Grid, ...]:
    return _grids(file, (data[place : place + limits.MIB] for place in range(0, len(data), limits.MIB)))


def _grids(file: str, pieces: Iterable[bytes]) -> tuple[Grid, ...]:
    content = _Content(file)
    walk_through(file, pieces, content)
    if not content.is_spreadsheet:
        raise NotAWorkbook(file, "dokumen LibreOffice")
    return tuple(sheet.grid() for sheet in content.sheets)


class _Sheet:
    """Rows as they come; those without a value wait until one with a value follows."""

    def __init__(self, name: str, hidden: bool) -> None:
        self.name, self.hidden = name, hidden
        self.rows: list[Row] = []
        self.merged: list[Merged] = []
        self.hidden_rows = Spans()
        self.hidden_columns = Spans()
        self.row = self.column = self.columns = 0
        self.cells: Cells = {}

    def end_row(self, repeats: int, hidden: bool) -> int:
        """How many cells and rows that adds, repeats counted."""
        before = len(self.rows)
        repeats = min(repeats, limits.ROWS - self.row)
        if self.cells:
            self.rows += [[]] * (self.row - len(self.rows))
            self.rows += [filled_row(self.cells)] * repeats
        if hidden:
            self.hidden_rows.add(self.row, self.row + repeats - 1)
        held = len(self.cells) * repeats + len(self.rows) - before
        self.row, self.cells = self.row + repeats, {}
        return held

    def grid(self) -> Grid:
        height = len(self.rows)
        return Grid(
            self.name, self.rows.__iter__, height, tuple(self.merged), self.hidden,
            self.hidden_rows.below(height), self.hidden_columns.below(limits.COLUMNS),
        )  # fmt: skip


class _Content(Handler):
    def __init__(self, file: str) -> None:
        self.file = file
        self.is_spreadsheet = False
        self.sheets: list[_Sheet] = []
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._sheet: _Sheet | None = None
        self._tables = self._silent = self._held = 0
        self._row: dict[str, str] = {}
        self._cell: dict[str, str] | None = None
        self._paragraphs: list[str] = []
        self._in_paragraph = False
        self._known: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if self._silent or name in _NO_TEXT:
            self._silent += 1
            return
        match name:
            case "table-cell" | "covered-table-cell" if self._sheet:
                self._cell, self._paragraphs = attributes, []
            case "p" if self._cell is not None:
                self._paragraphs.append("")
                self._in_paragraph = True
            case "s" | "tab" | "line-break" if self._paragraphs:
                self._paragraphs[-1] += white(name, attributes)
            case "table-row":
                self._row = attributes
                if self._sheet:
                    self._sheet.column = 0
            case _:
                self._start_other(name, attributes)

    def _start_other(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "table":
                self._start_table(attributes)
            case "table-column" if self._sheet:
                self._add_columns(self._sheet, attributes)
            case "spreadsheet":
                self.is_spreadsheet = True
            case "style":
                self._style = attribute(attributes, "name") or ""
            case "table-properties" if attribute(attributes, "display") == "false":
                self._hidden_styles.add(self._style)

    def end(self, name: str) -> None:
        if self._silent:
            self._silent -= 1
            return
        match local(name):
            case "p":
                self._in_paragraph = False
            case "table-cell" | "covered-table-cell" if self._sheet and self._cell is not None:
                self._end_cell(self._sheet, self._cell)
                self._cell = None
            case "table-row" if self._sheet:
                self._end_row(self._sheet)
            case "table":
                self._tables -= 1
                self._sheet = None

    def text(self, text: str) -> None:
        if self._in_paragraph and not self._silent:
            self._paragraphs[-1] += _BLANKS.sub(" ", text)

    def _start_table(self, attributes: dict[str, str]) -> None:
        self._tables += 1
        if self._tables == 1 and self.is_spreadsheet:
            hidden = attribute(attributes, "style-name") in self._hidden_styles
            self._sheet = _Sheet(attribute(attributes, "name") or "", hidden)
            self.sheets.append(self._sheet)

    def _add_columns(self, sheet: _Sheet, attributes: dict[str, str]) -> None:
        repeats = min(count(attributes, "number-columns-repeated"), limits.COLUMNS - sheet.columns)
        if is_hidden(attributes):
            sheet.hidden_columns.add(sheet.columns, sheet.columns + repeats - 1)
        sheet.columns += repeats

    def _end_row(self, sheet: _Sheet) -> None:
        self._held += sheet.end_row(count(self._row, "number-rows-repeated"), is_hidden(self._row))
        if self._held > _MOST_CELLS:
            raise TooLargeWorkbook(self.file, f"lebih dari {_MOST_CELLS // 1_000_000} juta sel")

    def _end_cell(self, sheet: _Sheet, attributes: dict[str, str]) -> None:
        value = value_of(attributes, self._paragraphs)
        repeats = min(count(attributes, "number-columns-repeated"), limits.COLUMNS - sheet.column)
        if value != "":
            if isinstance(value, str):
                value = self._known.setdefault(value, value)
            sheet.cells.update(dict.fromkeys(range(sheet.column, sheet.column + repeats), value))
        right, down = count(attributes, "number-columns-spanned"), count(attributes, "number-rows-spanned")
        if (right > 1 or down > 1) and sheet.row < limits.ROWS:
            bottom, edge = min(sheet.row + down, limits.ROWS) - 1, min(sheet.column + right, limits.COLUMNS) - 1
            sheet.merged.append(Merged(sheet.row, sheet.column, bottom, edge))
        sheet.column += repeats
