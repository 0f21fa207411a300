"""Single rows around a table: words that may be a header, number rows, rows of units and hints, headers on every page."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from desktop_app.ingest.grid import Cell, Row, is_blank, is_empty, text_of
from desktop_app.ingest.mapping.fields import plain

_LONGEST = 250
"""A cell with more characters is prose."""
_YEARS = range(1990, 2101)

_NUMERIC_TEXT = re.compile(r"[-+'’]?(?:rp)?[\d.,\s/%-]*\d[\d.,\s/%-]*", re.IGNORECASE)
_DATED = re.compile(r"\W?(?:0?[2-9]|1\d|2[0-7])[-/. ]+[a-z]{3,9}[-/. ,]+\d{2,4}", re.IGNORECASE)
"""A day in the middle of a month; a column may be of the month's first or last."""
_MAIL = re.compile(r"\S+@\S+\.\S+")
_LONG_NUMBER = 10
"""Digits of a NIK in any dress, or of a telephone; a period such as “31-12-2024” has fewer."""
_COLUMN_NUMBER = re.compile(r"[\[(]?(\d{1,2})[\])]?\.?(?:\s*=.*)?")
_COLUMN_LETTER = re.compile(r"[\[(]?([A-Za-z])[\])]?(?:\s*=.*)?")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_HINT = re.compile(
    r"\(.*\)|\[.*\]|<.*>|\*+|%|(?:orang|org|jiwa|ribu|juta|persen|rp|rupiah|unit|tk|wajib|wajib diisi|diisi|opsional"
    r"|tidak wajib|optional|required|mandatory|teks|text|angka|huruf|tanggal|date|number|numeric|string|varchar"
    r"|(?:d{1,2}|h{2}|m{2,4}|b{2,4}|y{2,4}|t{4})(?:[-/. ](?:d{1,2}|h{2}|m{2,4}|b{2,4}|y{2,4}|t{2,4}))+"
    r"|\d{1,2} (?:digit|angka|karakter)|l/p|y/t)\.?",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    r"(?:jumlah|jml|total|sub ?total)?\s*(?:di)?pindah(?:an|kan)\b|jumlah\s+(?:s\.?\s?d\.?|sampai)?\s*(?:halaman|hal\b|lembar)"
    r"|jumlah (?:yang )?lalu\b|bawaan\b|carried forward|brought forward|page total",
    re.IGNORECASE,
)
_HOUSEHOLD = re.compile(
    r"\b(?:no|nomor|nmr)\b\.?\s*(?:kk\b|kartu keluarga)|\bkepala keluarga\b|^\W*kk\s*[:.]", re.IGNORECASE
)


def is_words(cell: Cell) -> bool:
    """True for a blank cell and for words; a number, a date or digits as text are no words."""
    if isinstance(cell, bool | int | float | date | time | timedelta):
        return False
    return is_blank(cell) or (len(cell) <= _LONGEST and not _is_value(text_of(cell)))


def _is_value(text: str) -> bool:
    """A number, a NIK in any dress, a day or an address of e-mail."""
    if _NUMERIC_TEXT.fullmatch(text):
        return True
    digits = sum(map(str.isdigit, text))
    is_long_number = digits >= _LONG_NUMBER and 2 * digits > sum(map(str.isalnum, text))
    return is_long_number or bool(digits and _DATED.fullmatch(text)) or bool("@" in text and _MAIL.fullmatch(text))


def is_period_cell(cell: Cell) -> bool:
    """True for a year (2023), or a month as Excel types it (a date on its first or last day), over a column."""
    if isinstance(cell, datetime | date):
        return cell.day == 1 or cell.day >= 28
    text = text_of(cell)
    return len(text) == 4 and text.isdigit() and int(text) in _YEARS


def may_be_header(row: Row) -> bool:
    """True for a row of words, among which years and months may stand; “Bulan | : | Januari 2026” is a title."""
    return not is_empty(row) and all(is_words(cell) or is_period_cell(cell) for cell in row) and not is_entry(row)


def is_entry(row: Row) -> bool:
    """A name, a colon and what it is: a line of a form."""
    texts = [text_of(cell) for cell in row if not is_blank(cell)]
    colons = sum(text.endswith(":") for text in texts)
    return any(text.startswith(":") for text in texts) or (0 < colons < len(texts) <= 4)


def is_number_row(row: Sequence[Cell]) -> bool:
    """(1) (2) (3), A B C or I II III under the header; a formula such as “6=5/4” may stand among them."""
    texts = [text_of(cell) for cell in row if not is_blank(cell)]
    if len(texts) < 3:
        return False
    return _counts_up(_numbers(texts)) or _counts_up(_letters(texts)) or _counts_up(_romans(texts))


def _numbers(texts: list[str]) -> list[int]:
    return [int(found[1]) if (found := _COLUMN_NUMBER.fullmatch(text)) else -1 for text in texts]


def _letters(texts: list[str]) -> list[int]:
    return [ord(found[1].casefold()) - 96 if (found := _COLUMN_LETTER.fullmatch(text)) else -1 for text in texts]


def _romans(texts: list[str]) -> list[int]:
    plain_ = [text.strip("()[]. ").casefold() for text in texts]
    return [_ROMAN.index(text) + 1 if text in _ROMAN else -1 for text in plain_]


def _counts_up(numbers: list[int]) -> bool:
    """1, 2, 3 …; a number may be left out where columns were merged or deleted, none comes twice."""
    steps = [after - before for before, after in pairwise(numbers)]
    return numbers[0] >= 0 and all(1 <= step <= 2 for step in steps) and steps.count(2) <= len(steps) // 4


def is_hint_row(row: Row) -> bool:
    """Units and instructions under a header: “(orang)”, “%”, “wajib diisi”, “dd-mm-yyyy”; one alone stands in brackets."""
    texts = [text_of(cell) for cell in row if not is_blank(cell)]
    hints = [text for text in texts if text != "-"]
    return bool(hints) and all(map(_HINT.fullmatch, hints)) and (len(hints) > 1 or hints[0].startswith("("))


def first_text(row: Row) -> str:
    """The first filled cell of a row as text; empty for an empty row."""
    return next((text_of(cell) for cell in row if not is_blank(cell)), "")


def carries_forward(row: Row) -> bool:
    """True for the sums at the edge of a printed page: “Jumlah halaman ini”, “Pindahan”, “Dipindahkan”."""
    texts = [text_of(cell) for cell in row if not is_blank(cell)]
    return any(_CARRIED.match(text) for text in texts[:4])


def is_household(row: Row) -> bool:
    """True for the line over the members of a family: “No. KK: … Kepala Keluarga: …”."""
    return any(_HOUSEHOLD.search(text_of(cell)) for cell in row if isinstance(cell, str) and cell)


class HeaderAgain:
    """Tells where a page break repeats a header (its own texts, its number row); made once for a table.

    Cells compare in their plainest form, so that “N I K ”, “No.” and “no” are the same. A cell that differs is forgiven in
    a row where most are the header's and none holds digits.
    """

    def __init__(self, labels: dict[int, tuple[str, ...]]) -> None:
        self._labels = {column: {same_text(part) for part in parts} for column, parts in labels.items()}
        self._all: set[str] = set().union(*self._labels.values()) if self._labels else set()

    def __call__(self, row: Row) -> bool:
        filled = [(column, cell) for column, cell in enumerate(row) if not is_blank(cell)]
        if not filled or not self._labels:
            return False
        if any(isinstance(cell, str) and cell[0].isdigit() and len(cell) > 4 for _, cell in filled):
            return False
        if len(filled) >= 3 and is_number_row(row):
            return True
        same = sum(same_text(text_of(cell)) in self._labels.get(column, ()) for column, cell in filled)
        if same == len(filled):
            return same >= 2 or self._is_group(text_of(filled[0][1]))
        return same >= 3 and same >= 0.7 * len(filled) and all(is_words(cell) for _, cell in filled)

    def _is_group(self, text: str) -> bool:
        """A title over several columns stands alone in its row of a header of several rows."""
        return sum(same_text(text) in parts for parts in self._labels.values()) >= 2


def same_text(text: str) -> str:
    """A text without case, spaces and marks: equal for “N I K”, “nik” and “Nik.”."""
    return plain(text).replace(" ", "")
