"""The rows of a table of regions: gathered first, since only all of them together tell totals, levels and styles."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from desktop_app.domain.sheets import ProblemState, RegionValues, SheetRow
from desktop_app.ingest.figures.figure_lines import Key, Line, Remark
from desktop_app.ingest.figures.figures import read_figures
from desktop_app.ingest.figures.older_columns import say_older
from desktop_app.ingest.figures.row_places import RowPlaces
from desktop_app.ingest.figures.sex_parts import add_sexes, sex_columns
from desktop_app.ingest.figures.total_labels import is_average, says_total
from desktop_app.ingest.figures.wholes import name_unlabelled
from desktop_app.ingest.grid import Row, letter, text_of
from desktop_app.ingest.tables import Layout, Progress, Tally, read_rows

_PLACES = ("wilayah", "provinsi", "kabupaten", "kecamatan", "desa", "no")
_PERIODS = ("month", "year", "period")

Emit = Callable[[Line], list[SheetRow]]
"""The values of a line whose place is known, or none after it was parked by the one who was asked."""


class RegionRows:
    """All lines of a table with their places and numbers, and the counting of them.

    `fields`: of its columns; a target of people under its own name.
    """

    def __init__(self, layout: Layout, progress: Progress, tally: Tally) -> None:
        self.layout, self.tally = layout, tally
        self.lines: list[Line] = []
        self._places = RowPlaces(layout)
        read_rows(layout, progress, tally, self)
        self._places.above_the_others(self.lines)
        read_figures(layout, self.lines)
        self._by_sex = sex_columns(layout)
        add_sexes(self._by_sex, self.lines)
        self.fields = set(layout.mapping.at) | {name for line in self.lines for name in line.counts}
        name_unlabelled(self.lines)
        say_older(layout.header, tally)

    def read(self, place: int, row: Row) -> None:
        cells = [text_of(self.layout.cell(row, name)) for name in _PLACES]
        label = next((text for text in cells if is_average(text) or says_total(text)), "")
        self._add(Line(place + 1, row, label, is_average(label)))

    def read_total(self, number: int, row: Row, label: str) -> None:
        self._add(Line(number, row, label))

    def _add(self, line: Line) -> None:
        line.period = " ".join(filter(None, (text_of(self.layout.cell(line.row, name)) for name in _PERIODS)))
        self._places.resolve(line)
        self.lines.append(line)

    def header(self, key: Key) -> str:
        """What stands above a column."""
        if isinstance(key, int):
            return " / ".join(self.layout.header.labels.get(key, ()))
        if key in self._by_sex:
            return " / ".join(self.layout.header.labels[self._by_sex[key][0]][:-1])
        return self.layout.mapping.header(self._column(key))

    def place(self, key: Key) -> int | None:
        """The column of a number, from 0: of a segment by sex the first of its two."""
        if isinstance(key, int):
            return key
        return self._by_sex[key][0] if key in self._by_sex else self.layout.mapping.at.get(self._column(key))

    def _column(self, field: str) -> str:
        """A target of people stands in the column of targets."""
        return "target" if field not in self.layout.mapping.at and "target" in field else field

    def name(self, line: Line) -> str:
        """The region's full name, else the sheet's words for it."""
        found = self.layout.places.region(line.region) if line.region else None
        return found.full_name if found else line.said

    def count(self, emit: Emit, key: Callable[[Line], object], values: Callable[[Line], dict[str, float]]) -> None:
        """Count every line once. `emit`: its values; `key`: what no two lines may share; `values`: for machines."""
        first: dict[object, Line] = {}
        for line in self.lines:
            if line.region or line.has_figures or line.label:
                self.say(line.remarks)
            if not line.is_data:
                self.tally.not_data += 1
            elif not line.has_figures:
                self.tally.pass_over(line.number)
            elif line.region is None:
                self._places.park(self.tally, line)
            elif (earlier := first.setdefault(key(line), line)) is not line:
                self._twice(line, earlier)
            else:
                self._keep(line, emit, values(line))

    def _keep(self, line: Line, emit: Emit, values: dict[str, float]) -> None:
        parked = self.tally.parked
        rows = emit(line)
        if self.tally.parked > parked:
            return
        if rows:
            self.tally.keep(line.number, rows)
        else:
            self.tally.pass_over(line.number)
        if values and line.region:
            self.tally.region_values.append(RegionValues(line.number, line.region, values))

    def _twice(self, line: Line, earlier: Line) -> None:
        self._places.twice(self.tally, line, earlier.number)
        if (line.counts, line.shares) == (earlier.counts, earlier.shares):
            said = f"{self.name(line)} sudah ada di baris {earlier.number} dengan angka yang sama; baris ini tidak dipakai."
            self.tally.problems[-1] = replace(self.tally.problems[-1], message=said, step="Hapus salah satu barisnya.")

    def park(self, line: Line, field: str, code: str, message: str, step: str) -> None:
        """The line waits because of its cell in the column of `field`."""
        column = self._column(field)
        cell, address = text_of(self.layout.cell(line.row, column)), self.layout.address(line.number, column)
        problem = self.tally.problem(
            line.number, self.header(field), cell, code, message, step, ProblemState.PARKED, address
        )
        self.tally.park(line.number, [problem])

    def say(self, remarks: Iterable[Remark]) -> None:
        """Put remarks among the problems of the table; their rows stay what they are."""
        for remark in remarks:
            key = remark.field
            place = self.place(key)
            address = "" if place is None else f"{letter(place)}{remark.number}"
            self.tally.note(
                remark.number, self.header(key), remark.value, remark.code, remark.message, remark.step,
                address, remark.found, remark.expected,
            )  # fmt: skip
