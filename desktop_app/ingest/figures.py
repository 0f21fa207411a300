"""Whole numbers and shares out of the rows of a recap, base or target; what cannot be read is said and left open."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.ingest.grid import Cell, Row, text_of
from desktop_app.ingest.numbers import NumberStyle, number_style, share_style
from desktop_app.ingest.tables import Layout, Tally

_NO_SHARE = "Tulis persentase seperti 39,41%, atau kosongkan selnya."
_NO_NUMBER = "Tulis bilangan seperti 1.027.446, atau kosongkan selnya."


@dataclass(frozen=True, slots=True)
class PrintedShare:
    """A share (0.3941) as printed, with the decimals of its percentage (2)."""

    value: float
    decimals: int

    def agrees(self, people: int, workers: int) -> bool:
        """True when people / workers rounds to this share, as far as it was written out."""
        difference = abs(people / workers - self.value) * 100
        return difference <= 0.5 * 10.0**-self.decimals + 1e-6


class FigureCells:
    """Reads the number columns of a table; how a column writes numbers is decided once, from all its cells."""

    def __init__(self, layout: Layout, tally: Tally) -> None:
        self._layout, self._tally = layout, tally
        fields = layout.mapping.at
        self._numbers = {
            name: number_style(layout.column(name)) for name in fields if name.startswith(("people_", "workers_"))
        }
        self._shares = {
            name: share_style(layout.column(name), self._computed(name))
            for name in fields
            if name.startswith("share_") or name == "target"
        }

    def _computed(self, share: str) -> Iterator[float | None]:
        """people / workers beside each cell of a share column, where both are known."""
        measure = share.removeprefix("share_")
        people, workers = (f"{topic}_{measure}" for topic in ("people", "workers"))
        if people in self._numbers and workers in self._numbers:
            pairs = zip(self._layout.column(people), self._layout.column(workers), strict=True)
            for one, whole in pairs:
                active, base = _quiet(self._numbers[people], one), _quiet(self._numbers[workers], whole)
                yield active / base if active is not None and base else None

    def whole(self, number: int, row: Row) -> dict[str, int]:
        """The whole numbers of a row by field; those that are not known are not in it."""
        found = {}
        for name, style in self._numbers.items():
            cell = self._layout.cell(row, name)
            try:
                value = style.parse(cell)
            except ValueError:
                self._say(number, name, cell, "number_unreadable", "tidak dapat dibaca sebagai angka", _NO_NUMBER)
                continue
            if value is None:
                continue
            if value < 0 or abs(value - round(value)) > 1e-6:
                self._say(number, name, cell, "not_whole", "bukan jumlah orang yang bulat", _NO_NUMBER)
                continue
            found[name] = round(value)
        return found

    def shares(self, number: int, row: Row) -> dict[str, PrintedShare]:
        """The shares of a row by field; those that are not known are not in it."""
        found = {}
        for name, style in self._shares.items():
            cell = self._layout.cell(row, name)
            try:
                value = style.parse(cell)
            except ValueError:
                self._say(number, name, cell, "share_unreadable", "tidak dapat dibaca sebagai persentase", _NO_SHARE)
                continue
            if value is not None:
                found[name] = PrintedShare(*value)
        return found

    def _say(self, number: int, name: str, cell: Cell, code: str, what: str, step: str) -> None:
        value = text_of(cell)
        header = self._layout.mapping.header(name)
        self._tally.note(number, header, value, code, f"“{value}” {what}; dikosongkan.", step)


def _quiet(style: NumberStyle, cell: Cell) -> float | None:
    try:
        return style.parse(cell)
    except ValueError:
        return None
