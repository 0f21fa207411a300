"""HTML as systems export it under the name .xls: every table below the one before, as Excel opens it.

Text between tables becomes a row of its own (titles stand there); a table inside a cell begins in that cell. All cells
are text as it is shown. What is hidden by style is told, not left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.domain.errors import NotAWorkbook, TooLargeWorkbook
from desktop_app.ingest.files import limits
from desktop_app.ingest.files.book import Spans
from desktop_app.ingest.files.references import whole
from desktop_app.ingest.files.sparse import Cells, filled_row
from desktop_app.ingest.files.text_file import TextFile
from desktop_app.ingest.grid import Grid, Merged, Row

_START = re.compile(
    r"^\s*(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|meta|style|table|div|center|title)\b",
    re.I | re.S,
)
_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)
_SHEET_NAME = re.compile(r"<x:Name>\s*([^<]{1,31}?)\s*</x:Name>")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SILENT = ("script", "style", "title", "head", "select", "noscript", "xml")
_BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "center", "br", "pre", "hr", "body")
_MOST_ACROSS, _MOST_DOWN = 1000, 65_534
"""The widest and highest cells of HTML (WHATWG, 4.9.11)."""
_MOST_CELLS = 5_000_000
_STEP = 1 << 20


def looks_like_html(head: str) -> bool:
    return bool(_START.match(head) or (head.lstrip().startswith("<") and _TABLE.search(head)))


def read_html(file: str, text: TextFile) -> tuple[Grid, ...]:
    """Raises: NotAWorkbook: there is no table in it; TooLargeWorkbook."""
    if len(text.data) > limits.MARKUP_BYTES:
        raise TooLargeWorkbook(file, f"lebih dari {limits.MARKUP_BYTES // limits.MIB} MB")
    page = _Page(file)
    # The bytes are UTF-8 by now, whatever a <meta> in them says.
    parser = etree.HTMLParser(target=page, encoding="utf-8", no_network=True, huge_tree=True)
    try:
        parser.feed(b"<html>")
        for piece in text.pieces(_STEP):
            parser.feed(piece.replace("\0", "").encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError as error:
        raise NotAWorkbook(file) from error
    if not page.tables:
        raise NotAWorkbook(file, "halaman web tanpa tabel")
    return (page.grid(),)


@dataclass(slots=True)
class _Table:
    """Where a table is being filled: the next row and column, and what rowspans still cover (column -> first free row)."""

    left: int
    row: int
    column: int = 0
    covered: dict[int, int] = field(default_factory=dict)
    bottom: int = 0
    in_row: bool = False


@dataclass(slots=True)
class _OpenCell:
    row: int
    column: int
    pieces: list[str] = field(default_factory=list)


class _Page:
    """Called by the parser for every tag and text; fills `rows`."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.tables = 0
        self.rows: dict[int, Cells] = {}
        self.merged: list[Merged] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns = Spans()
        self.names: list[str] = []
        self._open: list[_Table] = []
        self._cells: list[_OpenCell] = []
        self._silent = self._next_row = self._held = self._covered = self._columns = 0
        self._between: list[str] = []
        self._known: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._silent or tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._start_table()
        elif tag == "tr" and self._open:
            self._start_row(attributes)
        elif tag in ("td", "th") and self._open:
            self._start_cell(attributes)
        elif tag == "col" and len(self._open) == 1:
            self._add_columns(attributes)
        elif tag in _BLOCKS:
            self._break()

    def end(self, tag: str) -> None:
        if self._silent:
            self._silent -= 1
        elif tag == "table" and self._open:
            self._end_table()
        elif tag == "tr" and self._open:
            self._end_row()
        elif tag in ("td", "th") and self._open and self._open[-1].in_row and len(self._cells) == len(self._open):
            self._end_cell()
        elif tag in _BLOCKS and tag != "br":
            self._break()

    def data(self, text: str) -> None:
        if not self._silent:
            (self._cells[-1].pieces if self._in_cell() else self._between).append(text)

    def comment(self, text: str) -> None:
        self.names += _SHEET_NAME.findall(text)

    def close(self) -> None:
        while self._open:
            self._end_table()
        self._break()

    def grid(self) -> Grid:
        height = max(self.rows, default=-1) + 1
        name = self.names[0] if len(self.names) == 1 else Path(self.file).stem
        return Grid(
            name, lambda: self._grid_rows(height), height, tuple(self.merged), False,
            frozenset(self.hidden_rows), self.hidden_columns.below(limits.COLUMNS),
        )  # fmt: skip

    def _grid_rows(self, height: int) -> Iterator[Row]:
        return (filled_row(self.rows.get(number, {})) for number in range(height))

    def _in_cell(self) -> bool:
        return bool(self._cells) and len(self._cells) == len(self._open)

    def _break(self) -> None:
        """A new line inside a cell; outside, the text so far becomes a row."""
        if self._in_cell():
            self._cells[-1].pieces.append("\n")
            return
        text = _shown(self._between)
        self._between = []
        if text and not self._open:
            self._put(self._next_row, 0, text)
            self._next_row += 1
        elif text:
            table = self._open[-1]
            self._put(table.row, table.left, text)
            table.row += 1

    def _put(self, row: int, column: int, text: str) -> None:
        self._held += 1
        if self._held > _MOST_CELLS or row >= limits.ROWS:
            raise TooLargeWorkbook(self.file, "tabelnya lebih besar daripada yang muat di Excel")
        if column < limits.COLUMNS:
            self.rows.setdefault(row, {})[column] = self._known.setdefault(text, text)

    def _start_table(self) -> None:
        self._break()
        self.tables += 1
        if not self._in_cell():
            above = self._open[-1].row if self._open else self._next_row
            self._open.append(_Table(0, above, bottom=above))
            return
        cell = self._cells[-1]
        text = _shown(cell.pieces)
        if text:
            self._put(cell.row, cell.column, text)
            cell.pieces = []
        top = cell.row + bool(text)
        self._open.append(_Table(cell.column, top, bottom=top))

    def _end_table(self) -> None:
        if self._in_cell():
            self._end_cell()
        self._end_row()
        table = self._open.pop()
        del self._cells[len(self._open) :]
        bottom = max(table.bottom, table.row)
        if self._open:
            self._open[-1].bottom = max(self._open[-1].bottom, bottom)
        else:
            self._next_row = bottom

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._end_row()
        self._between = []
        table = self._open[-1]
        table.in_row, table.column = True, table.left
        if _is_hidden(attributes):
            self.hidden_rows.add(table.row)

    def _end_row(self) -> None:
        if self._in_cell():
            self._end_cell()
        table = self._open[-1]
        if table.in_row:
            table.in_row = False
            table.row = max(table.row + 1, table.bottom)
            table.bottom = table.row

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if self._in_cell():
            self._end_cell()
        table = self._open[-1]
        if not table.in_row:
            self._start_row({})
        while table.covered.get(table.column, 0) > table.row:
            table.column += 1
        self._cells.append(_OpenCell(table.row, table.column))
        self._span(table, _span(attributes, "colspan", _MOST_ACROSS), _span(attributes, "rowspan", _MOST_DOWN))

    def _span(self, table: _Table, across: int, down: int) -> None:
        across = min(across, max(limits.COLUMNS - table.column, 1))
        if across > 1 or down > 1:
            self.merged.append(Merged(table.row, table.column, table.row + down - 1, table.column + across - 1))
        if down > 1:
            self._covered += across
            table.covered.update(dict.fromkeys(range(table.column, table.column + across), table.row + down))
        if len(self.merged) > limits.MERGED or self._covered > _MOST_CELLS:
            raise TooLargeWorkbook(self.file, "jumlah sel gabungan di dalamnya tidak wajar")
        table.column += across

    def _end_cell(self) -> None:
        cell = self._cells.pop()
        text = _shown(cell.pieces)
        if text:
            self._put(cell.row, cell.column, text)

    def _add_columns(self, attributes: dict[str, str]) -> None:
        count = _span(attributes, "span", _MOST_ACROSS)
        if _is_hidden(attributes):
            self.hidden_columns.add(self._columns, self._columns + count - 1)
        self._columns += count


def _shown(pieces: list[str]) -> str:
    """As a browser shows it: white space is one blank, only a tag breaks the line."""
    lines = "".join(piece if piece == "\n" else re.sub(r"[ \t\r\n\f]+", " ", piece) for piece in pieces).split("\n")
    return "\n".join(line for each in lines if (line := each.strip()))


def _span(attributes: dict[str, str], name: str, most: int) -> int:
    return min(max(whole(attributes.get(name, "").strip()) or 1, 1), most)


def _is_hidden(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))
