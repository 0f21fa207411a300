"""Numbers of a column: decimal comma or point, percent or fraction, decided once for all its cells."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.ingest.grid import Cell, text_of

NOTHING = {"", "-", "–", "—", "nihil", "n/a", "na", "tidak ada data", "belum ada data", "belum ada", "...", "…"}
"""What sheets write where no number is known. It is not zero."""

_DRESS = re.compile(r"(?i)^(?:rp\.?\s*)|,-$|\s*(?:orang|jiwa|persen|%|tk)\.?$")
_GROUPED_BY_POINT = re.compile(r"[-−]?\d{1,3}(?:\.\d{3})+")
_GROUPED_BY_COMMA = re.compile(r"[-−]?\d{1,3}(?:,\d{3})+")
_COMMA_DECIMAL = re.compile(r"[-−]?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?")
_POINT_DECIMAL = re.compile(r"[-−]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How the texts of a column are read: with decimal comma (1.027.446,5) or decimal point (1,027,446.5)."""

    comma: bool = True

    def parse(self, cell: Cell) -> float | None:
        """The number in a cell; None where none is known. ValueError for anything else."""
        if isinstance(cell, bool):
            raise ValueError(cell)
        if isinstance(cell, int | float):
            return float(cell)
        text = undressed(text_of(cell))
        if text.casefold() in NOTHING:
            return None
        if not (_COMMA_DECIMAL if self.comma else _POINT_DECIMAL).fullmatch(text):
            raise ValueError(text)
        plain = text.replace("−", "-")
        return float(plain.replace(".", "").replace(",", ".") if self.comma else plain.replace(",", ""))


def undressed(text: str) -> str:
    """A number without “Rp”, “,-”, “%” or its unit."""
    before = ""
    while before != text:
        before, text = text, _DRESS.sub("", text).strip()
    return text


def number_style(cells: Iterable[Cell]) -> NumberStyle:
    """The style that the texts of a column speak for; Indonesian where they leave it open."""
    votes = sum(_vote(undressed(text_of(cell))) for cell in cells if isinstance(cell, str))
    return NumberStyle(comma=votes >= 0)


def _vote(text: str) -> int:
    """1 for the decimal comma, -1 for the decimal point, 0 where a text could be either."""
    if not re.fullmatch(r"[-−]?[\d.,]+", text):
        return 0
    comma, point = text.rfind(","), text.rfind(".")
    if comma >= 0 and point >= 0:
        return 1 if comma > point else -1
    if text.count(".") > 1 or (comma >= 0 and not _GROUPED_BY_COMMA.fullmatch(text)):
        return 1
    if text.count(",") > 1 or (point >= 0 and not _GROUPED_BY_POINT.fullmatch(text)):
        return -1
    return 0


@dataclass(frozen=True, slots=True)
class ShareStyle:
    """How a column writes shares: numbers as percent (39.41) or as fractions (0.3941); a text with “%” is percent."""

    numbers: NumberStyle
    fraction: bool

    def parse(self, cell: Cell) -> tuple[float, int] | None:
        """The share (0.3941) and the decimals its percentage was written with (2); None where none is known."""
        value = self.numbers.parse(cell)
        if value is None:
            return None
        percent = value * 100 if self.fraction and not _has_sign(cell) else value
        decimals = len(f"{percent:.8f}".rstrip("0").partition(".")[2])
        return round(percent / 100, 10), decimals


def share_style(cells: Iterable[Cell], computed: Iterable[float | None] = ()) -> ShareStyle:
    """The style of a share column; `computed` are people / workers of the same rows, where both are known."""
    cells = list(cells)
    numbers = number_style(cells)
    values = [
        (number, near) for cell, near in _paired(cells, computed) if (number := _quiet(numbers, cell)) is not None
    ]
    against = [abs(number - near) < abs(number / 100 - near) for number, near in values if near is not None]
    if against:
        return ShareStyle(numbers, fraction=sum(against) * 2 > len(against))
    return ShareStyle(numbers, fraction=bool(values) and max(abs(number) for number, _ in values) <= 1.5)


def _paired(cells: list[Cell], computed: Iterable[float | None]) -> list[tuple[Cell, float | None]]:
    known = [*computed]
    known += [None] * (len(cells) - len(known))
    return [(cell, near) for cell, near in zip(cells, known, strict=True) if not _has_sign(cell)]


def _quiet(style: NumberStyle, cell: Cell) -> float | None:
    try:
        return style.parse(cell)
    except ValueError:
        return None


def _has_sign(cell: Cell) -> bool:
    return isinstance(cell, str) and "%" in cell


def swapped_digits(number: int) -> list[int]:
    """Every number that two neighbouring digits, exchanged, make of `number`."""
    text = str(number)
    swaps = (text[:i] + text[i + 1] + text[i] + text[i + 2 :] for i in range(len(text) - 1))
    return [int(swap) for swap in swaps if swap != text and swap[0] != "0"]
