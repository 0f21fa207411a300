"""Our own way through a sheet's XML, row by row: for dialects and shapes that calamine cannot take.

Slower than calamine, but it needs memory for one row only and keeps Excel's row numbers whatever is missing.
"""

import re
from collections.abc import Iterator
from math import isfinite

from desktop_app.domain.errors import DamagedWorkbook
from desktop_app.ingest.files import limits
from desktop_app.ingest.files.book import Book, SheetFacts
from desktop_app.ingest.files.references import cell_place, exact, merged_range, whole
from desktop_app.ingest.files.serials import Shown, dated, iso
from desktop_app.ingest.files.sparse import Cells
from desktop_app.ingest.files.xml_guard import Handler, local, walk, walk_through
from desktop_app.ingest.files.zip_guard import Package
from desktop_app.ingest.grid import Cell

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_YES = ("1", "true", "on")


class _Text(Handler):
    """Collects the text of <t> inside <si> or <is>; phonetic runs (<rPh>) are no text."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._phonetic = False
        self._open = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        self._open = name == "t" and not self._phonetic
        self._phonetic = self._phonetic or name == "rPh"

    def end(self, name: str) -> None:
        self._open = False
        if local(name) == "rPh":
            self._phonetic = False

    def text(self, text: str) -> None:
        if self._open:
            self.pieces.append(text)

    def take(self) -> str:
        whole, self.pieces = "".join(self.pieces), []
        return unescaped(whole)


class _Strings(_Text):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def end(self, name: str) -> None:
        super().end(name)
        if local(name) == "si":
            self.found.append(self.take())


def unescaped(text: str) -> str:
    """“_x000D_” is how Excel writes characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19)."""
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(escaped: re.Match[str]) -> str:
    """Nothing for what no text may hold: control characters and halves of a pair."""
    character = chr(int(escaped[1], 16))
    return "" if "\ud800" <= character <= "\udfff" or character < "\t" else character


def shared_strings(package: Package, part: str) -> list[str]:
    strings = _Strings()
    if part:
        walk_through(package.file, package.stream(part), strings)
    return strings.found


class _Sheet(Handler):
    """One sheet; `rows` holds those that ended since it was last emptied."""

    def __init__(self, file: str, book: Book) -> None:
        self.file, self.book = file, book
        self.facts = SheetFacts(file)
        self.rows: list[tuple[int, Cells]] = []
        self._row, self._column, self._next_row = -1, -1, 0
        self._cells: Cells = {}
        self._kind, self._style = "n", 0
        self._text = _Text()
        self._value: list[str] = []
        self._in_value = self._in_inline = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._in_inline:
            self._text.start(name, attributes)
            return
        match local(name):
            case "c":
                self._start_cell(attributes)
            case "v":
                self._in_value = True
            case "is":
                self._in_inline = True
            case "row":
                self._start_row(attributes)
            case "col" if attributes.get("hidden", "") in _YES:
                self._hide_columns(attributes)
            case "mergeCell":
                self.facts.merge(merged_range(attributes.get("ref", "")))

    def end(self, name: str) -> None:
        match local(name):
            case "c":
                self._end_cell()
            case "v":
                self._in_value = False
            case "is":
                self._in_inline = False
            case "row":
                self.rows.append((self._row, self._cells))
            case _ if self._in_inline:
                self._text.end(name)

    def text(self, text: str) -> None:
        if self._in_value:
            self._value.append(text)
        elif self._in_inline:
            self._text.text(text)

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = whole(attributes.get("r"))
        self._row = self._next_row if number is None else number - 1
        if not 0 <= self._row < limits.ROWS:
            raise DamagedWorkbook(self.file, f"nomor baris {number} tidak ada di Excel")
        self._next_row, self._column, self._cells = self._row + 1, -1, {}
        if attributes.get("hidden", "") in _YES:
            self.facts.hidden_rows.add(self._row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        place = cell_place(attributes.get("r", ""))
        self._column = place[1] if place else self._column + 1
        if place and place[0] != self._row:
            raise DamagedWorkbook(self.file, f"sel {attributes['r']} berada di baris yang salah")
        self._kind, self._style = attributes.get("t", "n"), whole(attributes.get("s")) or 0
        self._value, self._text = [], _Text()

    def _end_cell(self) -> None:
        cell = self._cell("".join(self._value))
        if cell != "" and self._column < limits.COLUMNS:
            self._cells[self._column] = cell

    def _cell(self, value: str) -> Cell:
        match self._kind:
            case "inlineStr":
                return self._text.take() or unescaped(value)
            case "str":
                return unescaped(value)
            case "e":
                return value
            case "s":
                return self._shared(value) if value else ""
            case "b" if value.strip():
                return value.strip() in _YES
            case "d" if value.strip():
                return iso(value.strip())
        return self._number(value.strip()) if value.strip() else ""

    def _shared(self, value: str) -> str:
        place = whole(value.strip())
        if place is None or place >= len(self.book.strings):
            raise DamagedWorkbook(self.file, "daftar teks yang dirujuk sel-selnya tidak lengkap")
        return self.book.strings[place]

    def _number(self, value: str) -> Cell:
        try:
            number = float(value)
        except ValueError:
            return value
        if not isfinite(number):
            return value
        how = self.book.how[self._style] if self._style < len(self.book.how) else Shown.NUMBER
        if how is not Shown.NUMBER:
            return dated(number, how, from_1904=self.book.from_1904)
        return exact(number, value)

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        first, last = whole(attributes.get("min")), whole(attributes.get("max"))
        if first and last:
            self.facts.hide_columns(first - 1, last - 1)


def sheet_rows(package: Package, part: str, book: Book, facts: SheetFacts | None = None) -> Iterator[tuple[int, Cells]]:
    """(row, {column: cell}) as they stand in the part, filled cells only; `facts` is complete at the end."""
    sheet = _Sheet(package.file, book)
    if facts is not None:
        sheet.facts = facts
    for _ in walk(package.file, package.stream(part), sheet):
        yield from sheet.rows
        sheet.rows = []
