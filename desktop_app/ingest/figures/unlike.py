"""Totals that join what does not add up: companies and people, people and percent."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from desktop_app.domain.indonesian import number as spelled
from desktop_app.ingest.cells.units import Unit, unit_of
from desktop_app.ingest.figures.figure_lines import Key, Line, Remark
from desktop_app.ingest.figures.total_labels import says_total

_WHOLES = ("people_total", "workers_total")
_DUST = 1e-6
_PERCENT_ROWS = 3
_STEP = "Pisahkan keduanya menjadi dua angka; jangan pakai jumlah ini."


@dataclass(frozen=True, slots=True)
class Mixture:
    """In nearly every row of a table `whole` is `part`, which counts people, plus `stranger`, which counts a `unit`.

    A str is a field, an int a column without one (from 0).
    """

    whole: Key
    part: Key
    stranger: Key
    unit: Unit

    def holds(self, line: Line) -> bool:
        whole, part, stranger = (value_of(line, key) for key in (self.whole, self.part, self.stranger))
        return bool(whole and part and stranger) and abs(whole - part - stranger) < _DUST


def value_of(line: Line, key: Key) -> float:
    """The number in a column, 0 where none is known; a share in percent."""
    if isinstance(key, int):
        return line.others.get(key, 0.0)
    share = line.shares.get(key)
    return round(share.value * 100, 6) if share else float(line.counts.get(key, 0))


def mixtures(fields: Collection[str], lines: Sequence[Line], headers: Mapping[int, str]) -> list[Mixture]:
    """The totals of a table that join unlike units: decided for the column, since one row may be so by chance.

    `headers`: column without a field -> what stands above it.
    """
    units = {place: unit_of(words) for place, words in headers.items()}
    wholes: list[Key] = [field for field in _WHOLES if field in fields]
    wholes += [place for place, words in headers.items() if says_total(words) and units[place] is Unit.OPEN]
    parts: list[Key] = [field for field in fields if field.startswith(("people_", "workers_"))]
    parts += [place for place, unit in units.items() if unit is Unit.PEOPLE]
    strangers: list[tuple[Key, Unit]] = [
        (place, unit) for place, unit in units.items() if unit not in (Unit.OPEN, Unit.PEOPLE)
    ]
    strangers += [(field, Unit.PERCENT) for field in fields if field.startswith("share_")]
    found = (Mixture(*keys, *other) for keys in product(wholes, parts) for other in strangers if keys[0] != keys[1])
    return [one for one in found if _is_made_so(one, lines)]


def _is_made_so(one: Mixture, lines: Sequence[Line]) -> bool:
    """Most rows, and of percentages, which are small and round, more than a few."""
    given = [line for line in lines if all(value_of(line, key) for key in (one.whole, one.part, one.stranger))]
    holding = sum(map(one.holds, given))
    return holding * 2 > len(given) and holding >= (_PERCENT_ROWS if one.unit is Unit.PERCENT else 1)


def check_mixtures(line: Line, found: Sequence[Mixture], header: Callable[[Key], str]) -> Iterator[Remark]:
    """A total of the row that is people of one column plus companies, money or percent of another."""
    said = set()
    for one in found:
        if one.holds(line) and one.whole not in said:
            said.add(one.whole)
            parts = [(value_of(line, one.part), Unit.PEOPLE), (value_of(line, one.stranger), one.unit)]
            yield _remark(line, one.whole, value_of(line, one.whole), parts, header(one.whole))


def unlike_rows(total: Line, members: Sequence[Line], key: Key) -> Remark | None:
    """A total below rows that are no places but things: “Perusahaan 1.233”, “Tenaga kerja 82.001”, “Jumlah 83.234”."""
    units = [unit_of(member.said) for member in members]
    if any(member.region for member in members) or Unit.OPEN in units or len(set(units)) < 2:
        return None
    parts = [(value_of(member, key), unit) for member, unit in zip(members, units, strict=True)]
    return _remark(total, key, value_of(total, key), parts, total.label)


def _remark(line: Line, key: Key, total: float, parts: Sequence[tuple[float, Unit]], label: str) -> Remark:
    words = " + ".join(f"{_amount(value)} {unit.value}" for value, unit in parts)
    message = f"“{label}” {_amount(total)} menggabungkan satuan yang berbeda: {words}."
    return Remark(line.number, key, _amount(total), "unlike_units", message, _STEP, total, None)


def _amount(value: float) -> str:
    return spelled(value, 0 if value.is_integer() else 2)
