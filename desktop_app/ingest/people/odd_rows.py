"""Rows of a table of people without a sound NIK: titles, totals, repeated headers, signatures, or people who wait."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

from desktop_app.domain.sheets import Problem, ProblemState
from desktop_app.ingest.cells.nik_cells import BLANK, BadNik
from desktop_app.ingest.finding.areas import line_of
from desktop_app.ingest.finding.header_rows import carries_forward, is_household, is_number_row
from desktop_app.ingest.grid import Cell, Row, at, is_blank, is_empty, text_of
from desktop_app.ingest.tables import Layout, Tally, is_header_again, is_note, is_total

_FULL_ROW = 3
"""Filled cells of a row that is certainly no signature or remark below the table."""
_NEXT_ROW = 2
_TITLE_LENGTH = 12
_FEW_DIGITS = 8
"""With fewer digits than these a NIK cell holds words: a signature, a place and day, a heading."""

_PAGE = re.compile(
    r"\W*(?:(?:hal|halaman|page|lembar)\b[\s.:]*\d*(?:\s*(?:dari|of|/)\s*\d+)?|(?:lanjutan|bersambung|sambungan|continued)\b.*|dst|\d{1,4})\W*",
    re.IGNORECASE,
)

_PAGE_NUMBER = re.compile(r"\W*(?:hal|halaman|page|lembar)\b[\s.:]*\d+.*", re.IGNORECASE)
_NIP = re.compile(r"nip\b\W*\d", re.IGNORECASE)

_PASSPORT = BadNik(
    "passport", "Identitasnya paspor, bukan KTP.", "Minta NIK, atau tandai sebagai warga negara asing di catatan Anda."
)


@dataclass(frozen=True, slots=True)
class OddRow:
    """A row without a sound NIK; `place` counts from 0."""

    place: int
    row: Row
    bad: BadNik
    name: str


class OddRows:
    """Counts rows and says what is wrong with people. Small rows wait: below the last full row they are no people."""

    def __init__(self, layout: Layout, tally: Tally) -> None:
        self._layout, self._tally = layout, tally
        self._waiting: list[OddRow] = []
        self._last = -2
        self._titles = {*layout.titles}
        fields = layout.mapping.at
        self._number = fields.get("no")
        self._names = {fields[name] for name in ("name", "name1") if name in fields}
        self._wanted = [column for name, column in fields.items() if name not in ("no", "note")]

    def seen_full_row(self, place: int) -> None:
        """A person came, the last one in row `place`: the small rows before belong to the list after all."""
        self._last = place
        for odd in self._waiting:
            self._judge(odd)
        self._waiting.clear()

    def read(self, odd: OddRow) -> None:
        if is_empty(odd.row):
            return
        if self._is_no_person(odd):
            self._tally.not_data += 1
        elif self._filled(odd.row) >= self._least(odd) + self._is_words(odd):
            self.seen_full_row(odd.place)
            self._judge(odd)
        else:
            self._waiting.append(odd)

    def _least(self, odd: OddRow) -> int:
        """How many cells make a person: fewer for a name directly below the last one."""
        full = min(_FULL_ROW, len(self._wanted))
        return min(full, _NEXT_ROW) if odd.name and odd.place == self._last + 1 else full

    def conclude(self) -> None:
        """The table is over: what waits stands below it, except a row with a number of its own."""
        for odd in self._waiting:
            if self._number is not None and text_of(at(odd.row, self._number)).rstrip(".").isdigit():
                self._judge(odd)
            else:
                self._tally.not_data += 1
        self._waiting.clear()

    def _is_no_person(self, odd: OddRow) -> bool:
        """Titles, headers, number rows, totals, remarks, page marks, and prepared rows that hold a number only."""
        row, header = odd.row, self._layout.header
        if odd.place < header.first_row or is_header_again(row, header) or is_number_row(row):
            return True
        if self._has_digits(odd):
            return False
        if is_total(row) or is_note(row) or carries_forward(row) or is_household(row) or self._is_of_page(row):
            return True
        filled = [column for column, cell in enumerate(row) if not is_blank(cell)]
        return len(filled) == 1 and (filled[0] not in self._names or bool(_PAGE.fullmatch(text_of(row[filled[0]]))))

    def _is_of_page(self, row: Row) -> bool:
        """The titles again, a page mark beside another word, a line of dashes, or a civil servant's number."""
        texts = [text for cell in row if (text := text_of(cell))]
        if not any(map(str.isalnum, "".join(texts))) or line_of(row) in self._titles or set(texts) <= self._titles:
            return True
        if (
            len(texts) == 1
            and len(texts[0]) >= _TITLE_LENGTH
            and any(map(str.startswith, self._titles, repeat(texts[0])))
        ):
            return True
        return len(texts) < _FULL_ROW and any(_PAGE_NUMBER.fullmatch(text) or _NIP.match(text) for text in texts)

    def _has_digits(self, odd: OddRow) -> bool:
        return sum(map(str.isdigit, text_of(self._layout.cell(odd.row, "nik")))) >= _FEW_DIGITS

    def _is_words(self, odd: OddRow) -> bool:
        """The NIK cell says something that is no number at all."""
        return odd.bad is not BLANK and not self._has_digits(odd)

    def _filled(self, row: Row) -> int:
        return sum(not is_blank(at(row, column)) for column in self._wanted)

    def _judge(self, odd: OddRow) -> None:
        number = odd.place + 1
        if odd.bad.code == BLANK.code and not odd.name:
            first = next((text_of(cell) for cell in odd.row if not is_blank(cell)), "")
            self._tally.refuse(number, self._problem(number, first, _NOBODY, ProblemState.REFUSED))
            return
        identity = text_of(self._layout.cell(odd.row, "identity")).casefold()
        bad = _PASSPORT if "paspor" in identity or "passport" in identity else odd.bad
        value = text_of(self._layout.cell(odd.row, "nik"))
        self._tally.park(number, [self._problem(number, value, bad, ProblemState.PARKED)])

    def _problem(self, number: int, value: str, bad: BadNik, state: ProblemState) -> Problem:
        column, cell = self._layout.mapping.header("nik"), self._layout.address(number, "nik")
        return self._tally.problem(number, column, value, bad.code, bad.message, bad.step, state, cell)


_NOBODY = BadNik(
    "no_person", "Baris ini tidak memuat NIK maupun nama.", "Hapus baris ini, atau lengkapi NIK dan namanya."
)


def joined(row: Sequence[Cell], columns: Sequence[int]) -> str:
    """The texts of several cells as one: a name in three columns."""
    return " ".join(text for column in columns if (text := text_of(at(row, column))))
