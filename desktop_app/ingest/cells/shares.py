"""Shares of a column: percent or fraction, decided once for all its cells."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from desktop_app.ingest.cells.number_styles import NumberStyle, number_style, undressed
from desktop_app.ingest.grid import Cell

_SIGN = re.compile(r"(?i)%|\bpersen\b|\bpct\b")
_PLAIN_DECIMAL = re.compile(r"[-+]?\d+[.,](?:\d{1,2}|\d{4,})", re.ASCII)
"""With other than three digits behind it, a mark can only be the decimal one."""

_FRACTIONS_UP_TO = 1.5
_HIGHEST_FRACTION = 3.0


@dataclass(frozen=True, slots=True)
class ShareStyle:
    """How a column writes shares: numbers as percent (39.41) or as fractions (0.3941); a text with “%” is percent.

    `decision` tells it to the clerk, empty where every cell carries its own sign.
    """

    numbers: NumberStyle
    fraction: bool
    decision: str = ""

    def parse(self, cell: Cell) -> tuple[float, int] | None:
        """The share (0.3941) and the decimals its percentage was written with (2); None where none is known."""
        value = _value(self.numbers, cell)
        if value is None:
            return None
        percent = value * 100 if self.fraction and not _has_sign(cell) else value
        decimals = len(f"{percent:.8f}".rstrip("0").partition(".")[2])
        return round(percent / 100, 10), decimals


def share_style(cells: Iterable[Cell], computed: Iterable[float | None] = ()) -> ShareStyle:
    """The style of a share column; `computed` are people / workers of the same rows, where both are known."""
    cells = list(cells)
    numbers = number_style(cells, whole=False)
    values = [
        (number, near) for cell, near in _paired(cells, computed) if (number := _quiet(numbers, cell)) is not None
    ]
    against = [abs(number - near) < abs(number / 100 - near) for number, near in values if near is not None]
    if against:
        fraction = sum(against) * 2 > len(against)
    else:
        fraction = _look_like_fractions([abs(number) for number, _ in values if number])
    return ShareStyle(numbers, fraction, _decision(fraction) if values else "")


def _decision(fraction: bool) -> str:
    return "pecahan: 0,3941 dibaca 39,41%" if fraction else "persen: 39,41 dibaca 39,41%"


def _look_like_fractions(values: list[float]) -> bool:
    """Most of them near or below 1, none that no region reaches: a share of 300 % is written 3, one of 12 % is not 12."""
    return bool(values) and median(values) <= _FRACTIONS_UP_TO and max(values) <= _HIGHEST_FRACTION


def _paired(cells: list[Cell], computed: Iterable[float | None]) -> list[tuple[Cell, float | None]]:
    known = [*computed]
    known += [None] * (len(cells) - len(known))
    return [(cell, near) for cell, near in zip(cells, known, strict=True) if not _has_sign(cell)]


def _value(style: NumberStyle, cell: Cell) -> float | None:
    if isinstance(cell, str) and _PLAIN_DECIMAL.fullmatch(text := undressed(cell)):
        return float(text.replace(",", "."))
    return style.parse(cell)


def _quiet(style: NumberStyle, cell: Cell) -> float | None:
    try:
        return _value(style, cell)
    except ValueError:
        return None


def _has_sign(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(_SIGN.search(cell))
