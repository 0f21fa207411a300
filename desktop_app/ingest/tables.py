"""What the readers of all kinds share: the layout of a table, the counting of its rows, problems, places."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Lookup
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Protocol

from desktop_app.domain.questions import Answers, Asks, Question
from desktop_app.domain.sheets import Problem, ProblemState, RegionValues, SheetKind, SheetRow, Tick, silent
from desktop_app.ingest.finding.header_rows import HeaderAgain, carries_forward
from desktop_app.ingest.finding.headers import Header
from desktop_app.ingest.finding.title_periods import month_of
from desktop_app.ingest.grid import Cell, Grid, Row, at, is_blank, is_empty, letter, text_of
from desktop_app.ingest.mapping.columns import Mapping
from desktop_app.ingest.people.fill_down import FillDown
from desktop_app.ingest.regions.place_codes import CodeStyle
from desktop_app.ingest.regions.places import PlaceAnswer, Places, PlaceText

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

    def over(self, rows: Iterator[tuple[int, Row]]) -> Iterator[tuple[int, Row]]:
        """The rows as they come; ticks every few hundred, the first at once."""
        for step, (place, row) in enumerate(rows):
            if step % TICK_ROWS == 0:
                self.tick(self.before + place, self.total)
            yield place, row


UNWATCHED = Progress(silent, 0, 0)


_NO_ANSWERS = Answers()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A table found in a sheet, before its rows are read. `lines` are all texts around it, titles first.

    `added` are columns of ours in a returned sheet: nothing is taken from them. `shared` are titles over all tables of the
    sheet. `month`: only the rows of this month, by the table's own column; `rest`: those that name none, too. It owns the sheet's rows from `start` (its titles) to `end` (None: to the sheet's), and the columns `left` to `right`.
    """

    grid: Grid
    header: Header
    mapping: Mapping
    titles: tuple[str, ...]
    lines: tuple[str, ...]
    period: date | None
    places: Places
    within: str | None
    lookup: dict[str, PlaceText] | None = None
    start: int = 0
    end: int | None = None
    left: int = 0
    right: int | None = None
    answers: Answers = _NO_ANSWERS
    file: str = ""
    remembered: Lookup[str, str] | None = None
    added: frozenset[int] = frozenset()
    shared: tuple[str, ...] = ()
    month: date | None = None
    rest: bool = False

    @property
    def kind(self) -> SheetKind:
        return self.header.kind

    @property
    def month_end(self) -> date | None:
        """The month that its rows are of, as far as that is known before they are read."""
        return self.month or self.period

    def rows(self, progress: "Progress") -> Iterator[tuple[int, Row]]:
        """Its rows with their place (from 0), titles first; hidden ones only where they are wanted."""
        pairs: Iterator[tuple[int, Row]] = zip(
            range(self.start, 1 << 30), islice(self.grid.rows(), self.start, self.end), strict=False
        )
        if self.left or self.right is not None:
            pairs = ((place, self._cut(row)) for place, row in pairs)
        if self.added:
            pairs = ((place, _without(row, self.added)) for place, row in pairs)
        if self.month is not None:
            pairs = ((place, row) for place, row in pairs if self._is_of_month(row))
        if mended := self._mended():
            pairs = ((place, _with(row, mended[place]) if place in mended else row) for place, row in pairs)
        if self.answers.visible_rows_only and self.grid.hidden_rows:
            pairs = ((place, row) for place, row in pairs if place not in self.grid.hidden_rows)
        return pairs if progress is UNWATCHED else progress.over(pairs)

    def batches(self, count: int) -> Iterator[tuple[Sequence[int], list[Row]]]:
        """Its rows some at a time, with their places; the usual table without the cost of naming each row."""
        cut = self.left or self.right is not None or self.added or self.month
        if cut or self.answers.cells or self.answers.visible_rows_only:
            pairs = self.rows(UNWATCHED)
            while batch := list(islice(pairs, count)):
                yield [place for place, _ in batch], [row for _, row in batch]
            return
        rows = islice(self.grid.rows(), self.start, self.end)
        first = self.start
        while found := list(islice(rows, count)):
            yield range(first, first + len(found)), found
            first += len(found)

    def _is_of_month(self, row: Row) -> bool:
        found = month_of(self.cell(row, "blth"))
        return found == self.month or (found is None and self.rest)

    def _cut(self, row: Row) -> Row:
        blank: list[Cell] = [""] * self.left
        return [*blank, *row[self.left : self.right]]

    def _mended(self) -> dict[int, dict[int, str]]:
        """Row -> column -> what the clerk wrote there."""
        found: dict[int, dict[int, str]] = {}
        for address, text in self.answers.cells.items():
            sheet, _, cell = address.rpartition("!")
            if sheet == self.grid.name and (hit := _ADDRESS.fullmatch(cell)):
                found.setdefault(int(hit[2]) - 1, {})[column_of(hit[1])] = text
        return found

    def sample(self, count: int) -> list[Row]:
        """The first rows below the header, no more than `count`."""
        rows = (row for place, row in self.rows(UNWATCHED) if place >= self.header.first_row)
        return list(islice(rows, count))

    def cell(self, row: Row, name: str) -> Cell:
        """The cell of a field; blank where the table has no such column."""
        place = self.mapping.at.get(name)
        return "" if place is None or place >= len(row) else row[place]

    def column(self, name: str) -> list[Cell]:
        """All cells of a field below the header."""
        place = self.mapping.at.get(name, -1)
        return [at(row, place) for _, row in self.rows(UNWATCHED) if _ >= self.header.first_row]

    def address(self, number: int, name: str) -> str:
        """“C212”: the cell of a field in Excel's row `number`; empty where the table has no such column."""
        place = self.mapping.at.get(name)
        return "" if place is None else f"{letter(place)}{number}"


_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def column_of(name: str) -> int:
    """A -> 0, AA -> 26."""
    place = 0
    for character in name:
        place = place * 26 + ord(character) - ord("A") + 1
    return place - 1


def _without(row: Row, columns: frozenset[int]) -> Row:
    return ["" if column in columns else cell for column, cell in enumerate(row)]


def _with(row: Row, mended: dict[int, str]) -> Row:
    cells = [*row, *[""] * (max(mended) + 1 - len(row))]
    for column, text in mended.items():
        cells[column] = text
    return cells


@dataclass(slots=True)
class Tally:
    """Counts each non-empty row once and collects what the rows gave."""

    sheet: str
    rows: list[SheetRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    region_values: list[RegionValues] = field(default_factory=list)
    questions: dict[str, Question] = field(default_factory=dict)
    decisions: dict[str, str] = field(default_factory=dict)
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
        self, row: int, column: str, value: str, code: str, message: str, step: str, state: ProblemState,
        cell: str = "", found: float | None = None, expected: float | None = None,
    ) -> Problem:  # fmt: skip
        return Problem(self.sheet, row, column, value, code, message, step, state, cell, found, expected)

    def note(
        self, row: int, column: str, value: str, code: str, message: str, step: str,
        cell: str = "", found: float | None = None, expected: float | None = None,
    ) -> None:  # fmt: skip
        problem = self.problem(row, column, value, code, message, step, ProblemState.NOTE, cell, found, expected)
        self.problems.append(problem)

    def drained(self) -> list[Problem]:
        """The problems so far, which are forgotten here."""
        problems, self.problems = self.problems, []
        return problems

    def ask(self, number: int, column: str, answer: PlaceAnswer) -> None:
        """Remember that row `number` waits for a word about its place."""
        self.ask_value(
            Question(Asks.PLACE, answer.key, answer.field, answer.value, column, 1, number, answer.message, answer.candidates)
        )  # fmt: skip

    def ask_value(self, question: Question) -> None:
        """Ask once for all rows with the same value; `question` is that of one row."""
        known = self.questions.get(question.key)
        self.questions[question.key] = replace(known, rows=known.rows + 1) if known else question


class PlaceReader:
    """Reads the place out of rows; merged cells (a kecamatan over its desa) count for every row they cover."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._columns = {name: place for name, place in layout.mapping.at.items() if name in _OTHER_PLACE_FIELDS}
        self._fill = FillDown(layout.grid.merged, layout.header.first_row, self._columns.values(), layout.header.labels)
        self._codes = self._code_style()

    def text(self, place: int, row: Row) -> PlaceText:
        """What the row in `place` (from 0) says; to be asked row after row, from the top."""
        said = {
            name: text_of(self._fill.cell(place, column, at(row, column))) for name, column in self._columns.items()
        }
        return PlaceText(code=self.code_text(self._layout.cell(row, "code")), **said)

    def code_text(self, cell: Cell) -> str:
        """The code as its column writes codes: 51.1 in a cell typed as a number is 51.10."""
        return self._codes.text(cell)

    def _code_style(self) -> CodeStyle:
        """Decided by the first rows, with the names beside the codes."""
        rows = self._layout.sample(_JUDGED) if "code" in self._layout.mapping.at else []
        names = [PlaceText(**{n: text_of(at(row, c)) for n, c in self._columns.items()}) for row in rows]
        return self._layout.places.code_style([self._layout.cell(row, "code") for row in rows], names)

    def resolve(self, said: PlaceText) -> PlaceAnswer:
        layout = self._layout
        return layout.places.resolve(said, layout.within, layout.answers.places, layout.month_end)

    def problem(self, tally: Tally, number: int, answer: PlaceAnswer) -> Problem:
        """The sentence for a row whose place stays open; its question is asked once for all rows that say the same."""
        if answer.value:
            tally.ask(number, self._layout.mapping.header(self._at_fault(answer)), answer)
        return self.problem_of(tally, number, answer, ProblemState.PARKED)

    def problem_of(self, tally: Tally, number: int, answer: PlaceAnswer, state: ProblemState) -> Problem:
        field = self._at_fault(answer)
        return tally.problem(
            number, self._layout.mapping.header(field), answer.value, answer.code, answer.message,
            _PLACE_STEPS[answer.code], state, self._layout.address(number, field),
        )  # fmt: skip

    def _at_fault(self, answer: PlaceAnswer) -> str:
        return answer.field or next((name for name in _OTHER_PLACE_FIELDS if name in self._columns), "code")

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


_JUDGED = 500
"""Rows by which a column of codes is judged."""

_PLACE_STEPS = {
    "region_ambiguous": "Tambahkan kecamatan dan kabupaten/kotanya, atau kode Kemendagri.",
    "region_unknown": "Perbaiki nama wilayah di lembar, atau tambahkan kode Kemendagri.",
    "region_contradiction": "Perbaiki kode atau nama wilayah sehingga keduanya sama.",
    "region_code_open": "Tulis kode Kemendagri dengan titik (misalnya 51.04), atau tambahkan nama wilayah.",
    "location_unknown": "Perbaiki kode lokasi, atau tambahkan kode itu ke lembar Lokasi Pekerjaan.",
    "region_closed": "Pilih wilayah penerusnya, atau perbaiki tanggal penutupannya di Data Acuan.",
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
        if before or is_note(row) or (carries_forward(row) and not total_label(row)):
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
    return _again(tuple(header.labels.items()))(row)


@lru_cache(maxsize=64)
def _again(labels: tuple[tuple[int, tuple[str, ...]], ...]) -> HeaderAgain:
    return HeaderAgain(dict(labels))


def before_data(place: int, row: Row, layout: Layout) -> bool | None:
    """None for an empty row, True for a title, a header or a header repeated, False for what may be data."""
    if is_empty(row):
        return None
    return place < layout.header.first_row or is_header_again(row, layout.header)
