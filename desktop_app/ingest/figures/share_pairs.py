"""Which two numbers a column of percentages divides: decided once for the column, from what its rows show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.segments import Measure
from desktop_app.ingest.figures.figure_lines import Line

_PARTS = (("people_pu", "people_bpu", "people_jakon"), ("people_formal", "people_informal"))
_SECTOR_OF = {Measure.PU: "workers_formal", Measure.BPU: "workers_informal"}
_SEGMENTS_OF = {
    Measure.FORMAL: (("people_pu",),), Measure.INFORMAL: (("people_bpu", "people_jakon"), ("people_bpu",)),
}  # fmt: skip
"""Whom the share of a sector may count where the table names them by segment only."""


@dataclass(frozen=True, slots=True)
class SharePair:
    """`share` = sum of `people` / `base`, all fields. `plain`: the obvious pair, to be expected without any proof."""

    share: str
    people: tuple[str, ...]
    base: str
    plain: bool = True

    def fraction(self, line: Line) -> tuple[int, int] | None:
        """Numerator and denominator of a row; None where one is not known or the base is 0."""
        base = line.counts.get(self.base)
        if not base or any(field not in line.counts for field in self.people):
            return None
        return sum(line.counts[field] for field in self.people), base

    def agrees(self, line: Line) -> bool:
        fraction = self.fraction(line)
        return fraction is not None and line.shares[self.share].agrees(*fraction)

    @property
    def is_coverage(self) -> bool:
        """False for a part of all participants or of a target: no coverage of workers."""
        return self.base.startswith("workers_") or self.base == "workforce"


def share_pairs(fields: set[str], lines: Sequence[Line]) -> dict[str, SharePair]:
    """Share field -> its pair. A pair that is not the obvious one needs most rows on its side."""
    found = {}
    for share in fields:
        if share.startswith("share_") and (pair := _best(_possible(share, fields), share, lines)):
            found[share] = pair
    return found


def _best(pairs: list[SharePair], share: str, lines: Sequence[Line]) -> SharePair | None:
    given = [line for line in lines if share in line.shares and not line.average]
    plain = next((pair for pair in pairs if pair.plain), None)
    best, most = plain, sum(plain.agrees(line) for line in given) if plain else 0
    for pair in pairs:
        agreeing = sum(pair.agrees(line) for line in given)
        if agreeing > most and agreeing >= 2 and agreeing * 2 > len(given):
            best, most = pair, agreeing
    return best


def _possible(share: str, fields: set[str]) -> list[SharePair]:
    measure = share.removeprefix("share_")
    pairs = [pair for pair in _pairs(share, measure) if {*pair.people, pair.base} <= fields]
    # Parts are only added up where the table does not do it itself.
    return [pair for pair in pairs if len(pair.people) == 1 or f"people_{measure}" not in fields]


def _pairs(share: str, measure: str) -> Iterator[SharePair]:
    own = (f"people_{measure}",)
    yield SharePair(share, own, f"workers_{measure}")
    if measure == Measure.TOTAL:
        bases = ("workforce", "target_people")
        yield from (SharePair(share, own, base) for base in bases)
        yield from (SharePair(share, parts, f"workers_{measure}", plain=False) for parts in _PARTS)
        return
    if sector := _SECTOR_OF.get(Measure(measure)):
        yield SharePair(share, own, sector, plain=False)
    for parts in _SEGMENTS_OF.get(Measure(measure), ()):
        yield SharePair(share, parts, f"workers_{measure}", plain=False)
    yield SharePair(share, own, "workers_total", plain=False)
    yield SharePair(share, own, "people_total", plain=False)
