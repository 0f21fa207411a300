"""What the readers of the four kinds share: the layout of a table, the counting of its rows, problems, places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Protocol

from desktop_app.domain.sheets import Problem, ProblemState, SheetKind, SheetRow, Tick
from desktop_app.ingest.columns import Mapping
from desktop_app.ingest.grid import Cell, Grid, Row, at, is_blank, is_empty, text_of
from desktop_app.ingest.headers import Header
from desktop_app.ingest.places import PlaceAnswer, Places, PlaceText

TICK_ROWS = 500

_TOTAL = re.compile(r"(?:jumlah|jml|total|sub ?-?total|grand ?-?total)\b", re.IGNORECASE)
_NOTE = re.compile(
    r"\(?\*?\s*(?:sumber|catatan|keterangan|ket|nb|note|mengetahui|dicetak|diunduh|tembusan|dokumen|dasar|penyebut|pengirim)\b.*",
    re.IGNORECASE,
)
_LABEL_CELLS = 4
_OTHER_PLACE_FIELDS = ("provinsi", "kabupaten", "kecamatan", "desa", "wilayah")


@dataclass(frozen=True, slots=True)
class Progress:
    """Ticks for the rows of one sheet among all of a workbook: `before` rows of `total` are done."""

    tick: Tick
    before: int
    total: int

    def over(self, rows: Iterator[Row]) -> Iterator[tuple[int, Row]]:
        """The rows with their place (from 0); ticks every few hundred, the first at once."""
        for place, row in enumerate(rows):
            if place % TICK_ROWS == 0:
                self.tick(self.before + place, self.total)
            yield place, row


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A table found in a sheet, before its rows are read. `lines` are all texts around it, titles first."""

    grid: Grid
    header: Header
    mapping: Mapping
    titles: tuple[str, ...]
    lines: tuple[str, ...]
    period: date | None
    places: Places
    within: str | None
    lookup: dict[str, PlaceText] | None = None

    @property
    def kind(self) -> SheetKind:
        return self.header.kind

    def rows(self, progress: Progress) -> Iterator[tuple[int, Row]]:
        return progress.over(self.grid.rows())

    def cell(self, row: Row, name: str) -> Cell:
        """The cell of a field; blank where the table has no such column."""
        place = self.mapping.at.get(name)
        return "" if place is None or place >= len(row) else row[place]

    def column(self, name: str) -> list[Cell]:
        """All cells of a field below the header."""
        place = self.mapping.at.get(name, -1)
        rows = self.grid.rows()
        return [at(row, place) for number, row in enumerate(rows) if number >= self.header.first_row]


@dataclass(slots=True)
class Tally:
    """Counts each non-empty row once and collects what the rows gave."""

    sheet: str
    rows: list[SheetRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    data_rows: int = 0
    parked: int = 0
    refused: int = 0
    not_data: int = 0
    last_row: int = 0

    def keep(self, number: int, rows: list[SheetRow]) -> None:
        self.rows += rows
        self.data_rows += 1
        self.last_row = number

    def pass_over(self, number: int) -> None:
        """A row of the table that gives nothing: a region whose figure nobody has yet."""
        self.not_data += 1
        self.last_row = number

    def park(self, number: int, problems: list[Problem]) -> None:
        self.problems += problems
        self.parked += 1
        self.last_row = number

    def refuse(self, number: int, problem: Problem) -> None:
        self.problems.append(problem)
        self.refused += 1
        self.last_row = number

    def problem(
        self, row: int, column: str, value: str, code: str, message: str, step: str, state: ProblemState
    ) -> Problem:
        return Problem(self.sheet, row, column, value, code, message, step, state)

    def note(self, row: int, column: str, value: str, code: str, message: str, step: str) -> None:
        self.problems.append(self.problem(row, column, value, code, message, step, ProblemState.NOTE))


class PlaceReader:
    """Reads the place out of rows; merged cells (a kecamatan over its desa) count for every row they cover."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._columns = {name: place for name, place in layout.mapping.at.items() if name in _OTHER_PLACE_FIELDS}
        self._code = layout.mapping.at.get("code")
        self._anchors = {
            (row, place): area.top
            for area in layout.grid.merged
            for place in self._columns.values()
            if area.left <= place <= area.right and area.top >= layout.header.first_row
            for row in range(area.top + 1, area.bottom + 1)
        }
        self._above: dict[tuple[int, int], str] = {}
        self._starts = {(area_top, place) for (_, place), area_top in self._anchors.items()}

    def text(self, place: int, row: Row) -> PlaceText:
        """What the row in `place` (from 0) says; to be asked row after row, from the top."""
        said = {name: self._said(place, column, row) for name, column in self._columns.items()}
        return PlaceText(code=self._code_text(row), **said)

    def _said(self, place: int, column: int, row: Row) -> str:
        text = text_of(at(row, column))
        if not self._anchors:
            return text
        if (place, column) in self._starts:
            self._above[place, column] = text
        top = self._anchors.get((place, column))
        return text if top is None else self._above.get((top, column), text)

    def _code_text(self, row: Row) -> str:
        """51.1 in a cell typed as a number is 51.10."""
        if self._code is None:
            return ""
        cell = at(row, self._code)
        if isinstance(cell, float) and not cell.is_integer():
            return f"{cell:.2f}"
        return text_of(cell)

    def resolve(self, said: PlaceText) -> PlaceAnswer:
        return self._layout.places.resolve(said, self._layout.within)

    def problem(self, tally: Tally, number: int, answer: PlaceAnswer) -> Problem:
        """The sentence for a row whose place stays open."""
        field = answer.field or next((name for name in _OTHER_PLACE_FIELDS if name in self._columns), "code")
        return tally.problem(
            number, self._layout.mapping.header(field), answer.value, answer.code, answer.message,
            _PLACE_STEPS[answer.code], ProblemState.PARKED,
        )  # fmt: skip

    def twice(self, tally: Tally, number: int, region: str, first: int) -> Problem:
        """The sentence for a region that an earlier row has given already."""
        field = next((name for name in _OTHER_PLACE_FIELDS if name in self._columns), "code")
        found = self._layout.places.region(region)
        name = found.full_name if found else region
        return tally.problem(
            number, self._layout.mapping.header(field), name, "region_twice",
            f"{name} sudah ada di baris {first}; baris ini tidak dipakai.",
            "Hapus salah satu baris, lalu impor lagi lembarnya.", ProblemState.PARKED,
        )  # fmt: skip


_PLACE_STEPS = {
    "region_ambiguous": "Tambahkan kecamatan dan kabupaten/kotanya, atau kode Kemendagri.",
    "region_unknown": "Perbaiki nama wilayah di lembar, atau tambahkan kode Kemendagri.",
    "region_contradiction": "Perbaiki kode atau nama wilayah sehingga keduanya sama.",
    "region_code_open": "Tulis kode Kemendagri dengan titik (misalnya 51.04), atau tambahkan nama wilayah.",
    "region_blank": "Isi wilayah baris ini, lalu impor lagi lembarnya.",
}


class FigureReader(Protocol):
    """Reads rows of figures; each call counts its row once. `place` from 0, `number` as Excel shows it."""

    def read(self, place: int, row: Row) -> None: ...

    def read_total(self, number: int, row: Row, label: str) -> None: ...


def read_rows(layout: Layout, progress: Progress, tally: Tally, reader: FigureReader) -> None:
    """Tell titles, notes, totals and data apart and hand the last two on."""
    for place, row in layout.rows(progress):
        before = before_data(place, row, layout)
        if before is None:
            continue
        if before or is_note(row):
            tally.not_data += 1
        elif label := total_label(row):
            reader.read_total(place + 1, row, label)
        else:
            reader.read(place, row)


def is_total(row: Row) -> bool:
    """True for JUMLAH, TOTAL, Sub Total … in one of the first filled cells."""
    return bool(total_label(row))


def total_label(row: Row) -> str:
    texts = (text_of(cell) for cell in row if not is_blank(cell))
    return next((text for text in islice(texts, _LABEL_CELLS) if _TOTAL.match(text)), "")


def is_note(row: Row) -> bool:
    """True for “Sumber: …”, “Catatan …”, “Mengetahui” and their like in the first filled cell."""
    first = next((text_of(cell) for cell in row if not is_blank(cell)), "")
    return bool(_NOTE.fullmatch(first))


def is_header_again(row: Row, header: Header) -> bool:
    """True where a page break repeats the header inside the data."""
    same = 0
    for place, cell in enumerate(row):
        if not is_blank(cell):
            if text_of(cell) not in header.labels.get(place, ()):
                return False
            same += 1
    return same >= 2


def before_data(place: int, row: Row, layout: Layout) -> bool | None:
    """None for an empty row, True for a title, a header or a header repeated, False for what may be data."""
    if is_empty(row):
        return None
    return place < layout.header.first_row or is_header_again(row, layout.header)
