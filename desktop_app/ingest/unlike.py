"""Totals that join what does not add up: companies and people, people and percent."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.indonesian import number as spelled
from desktop_app.ingest.figure_lines import Line, Remark
from desktop_app.ingest.units import Unit, unit_of

_WHOLES = ("people_total", "workers_total")
_DUST = 1e-6
_PERCENT_ROWS = 3
_STEP = "Pisahkan keduanya menjadi dua angka; jangan pakai jumlah ini."


@dataclass(frozen=True, slots=True)
class Mixture:
    """In every row of a table `whole` (a field) is `part` (a field) plus the numbers of `stranger`, which count a `unit`.

    `stranger`: a column without a field (from 0), or a field of percentages.
    """

    whole: str
    part: str
    stranger: int | str
    unit: Unit

    def holds(self, line: Line) -> bool:
        value = self.value(line)
        given = value and self.whole in line.counts and self.part in line.counts
        return bool(given) and abs(line.counts[self.whole] - line.counts[self.part] - value) < _DUST

    def value(self, line: Line) -> float:
        if isinstance(self.stranger, int):
            return line.others.get(self.stranger, 0.0)
        share = line.shares.get(self.stranger)
        return round(share.value * 100, 6) if share else 0.0


def mixtures(fields: Collection[str], lines: Sequence[Line], units: Mapping[int, Unit]) -> list[Mixture]:
    """The totals of a table that join unlike units: decided for the column, since one row may be so by chance."""
    strangers: list[tuple[int | str, Unit]] = [
        (place, unit) for place, unit in units.items() if unit not in (Unit.OPEN, Unit.PEOPLE)
    ]
    strangers += [(field, Unit.PERCENT) for field in fields if field.startswith("share_")]
    possible = (
        Mixture(whole, part, stranger, unit)
        for whole in _WHOLES
        for part in fields
        if whole in fields and part != whole and part.startswith(("people_", "workers_"))
        for stranger, unit in strangers
    )
    return [one for one in possible if _is_made_so(one, lines)]


def _is_made_so(one: Mixture, lines: Sequence[Line]) -> bool:
    """Nearly every row, and of percentages, which are small and round, more than one."""
    given = [line for line in lines if one.whole in line.counts and one.part in line.counts and one.value(line)]
    holding = sum(map(one.holds, given))
    return holding * 2 > len(given) and holding >= (_PERCENT_ROWS if one.unit is Unit.PERCENT else 1)


def check_mixtures(line: Line, found: Sequence[Mixture], header: Callable[[str], str]) -> Iterator[Remark]:
    """A total of the row that is people of one column plus companies, money or percent of another."""
    said = set()
    for one in found:
        if one.holds(line) and one.whole not in said:
            said.add(one.whole)
            parts = [(float(line.counts[one.part]), Unit.PEOPLE), (one.value(line), one.unit)]
            yield _remark(line, one.whole, line.counts[one.whole], parts, header(one.whole))


def unlike_rows(total: Line, members: Sequence[Line], field: str) -> Remark | None:
    """A total below rows that are no places but things: “Perusahaan 1.233”, “Tenaga kerja 82.001”, “Jumlah 83.234”."""
    units = [unit_of(member.said) for member in members]
    if any(member.region for member in members) or Unit.OPEN in units or len(set(units)) < 2:
        return None
    parts = [(float(member.counts[field]), unit) for member, unit in zip(members, units, strict=True)]
    return _remark(total, field, total.counts[field], parts, total.label)


def _remark(line: Line, field: str, total: int, parts: Sequence[tuple[float, Unit]], label: str) -> Remark:
    words = " + ".join(f"{spelled(value, 0 if value == int(value) else 2)} {unit.value}" for value, unit in parts)
    message = f"“{label}” {spelled(total)} menggabungkan satuan yang berbeda: {words}."
    return Remark(line.number, field, spelled(total), "unlike_units", message, _STEP, total, None)
