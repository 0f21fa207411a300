"""The rows of a coverage table: each region's own figure, or the sum of the regions below it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop_app.analysis.month_figures import (
    Evidence,
    MonthFigure,
    figure_of_month,
    joined,
    known_elsewhere,
    list_of_month,
)
from desktop_app.analysis.numerators import base_key
from desktop_app.analysis.parts_sum import PartsSum, kind_of
from desktop_app.analysis.region_coverage import RegionCoverage
from desktop_app.analysis.target_choice import TargetChoice
from desktop_app.domain.facts import RecapFact, WorkerBase
from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.regions import Region
from desktop_app.domain.segments import MEASURE_OF_SECTOR

Below = Mapping[str, Sequence[Region]]
"""Region code -> the regions directly below it, where their sum may stand for it."""


class Found(NamedTuple):
    """A region's figure and its base, before it is a row; `printed`: the base is as the recap prints it."""

    place: Region
    figure: MonthFigure | None
    workers: int | None
    printed: bool
    parts: PartsSum | None
    summed: bool

    @property
    def share(self) -> float | None:
        """As `RegionCoverage.shown_share`."""
        if self.figure is None:
            return None
        if self.figure.people is None or not self.workers:
            return self.figure.reported
        return self.figure.people / self.workers


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes the rows of one table; `done` keeps what was found, because a sum asks for every part again."""

    known: Evidence
    base: WorkerBase
    targets: TargetChoice
    asked: date
    below: Below
    done: dict[str, Found]

    def found(self, place: Region) -> Found:
        if place.code not in self.done:
            self.done[place.code] = self._find(place)
        return self.done[place.code]

    def _find(self, place: Region) -> Found:
        """The region's own figure of the month, else the sum of what lies below, else its older figure."""
        figure = figure_of_month(self.known, place.code, self.asked)
        stored = self.base.workers.get((place.code, self.known.sector))
        under = self.below.get(place.code, ())
        parts = self._sum(under) if under else None
        if parts is not None and parts.complete and (figure is None or figure.period < self.asked):
            summed = MonthFigure(period=self.asked, people=parts.people, definition=_summed_words(parts))
            return Found(place, summed, stored or parts.workers, False, parts, True)
        printed = None if stored or figure is None else self._printed(figure.fact)
        return Found(place, figure, stored or printed, printed is not None, parts, False)

    def _sum(self, places: Iterable[Region]) -> PartsSum:
        found = [self.found(place) for place in places]
        counted = [each for each in found if _enters_sum(each.figure, self.asked)]
        workers = [each.workers for each in counted if each.workers]
        definitions = {each.figure.definition for each in counted if each.figure}
        return PartsSum(
            kind=kind_of(found[0].place.code), counted=len(counted), of=len(found),
            people=sum(each.figure.people or 0 for each in counted if each.figure),
            workers=sum(workers) if len(workers) == len(counted) else None,
            missing=tuple(each.place for each in found if not _enters_sum(each.figure, self.asked)),
            definition=definitions.pop() if len(definitions) == 1 else "",
        )  # fmt: skip

    def _printed(self, fact: RecapFact | None) -> int | None:
        """The base as the recap prints it, where it names this base and speaks of the sector itself."""
        if fact is None or fact.measure is not MEASURE_OF_SECTOR[self.known.sector] or fact.people is None:
            return None
        return fact.workers if base_key(fact.base_name) == base_key(self.base.name) else None

    def row(self, found: Found, rank: int | None) -> RegionCoverage:
        """The finished row."""
        place, figure, workers, printed, parts, summed = found
        target = self.targets.of(place.code)
        if figure is None:
            return RegionCoverage(
                region=place, base=self.base.name, sector=self.known.sector, workers=workers, target=target,
                target_is_province=target is not None and target.region != place.code, parts=parts,
                listed=list_of_month(self.known, place.code, self.asked),
                elsewhere=known_elsewhere(self.known, place.code, self.asked),
            )  # fmt: skip
        bare = figure.people is None or not workers
        return RegionCoverage(
            region=place, base=self.base.name, sector=self.known.sector, workers=workers, target=target,
            target_is_province=target is not None and target.region != place.code, parts=parts, rank=rank,
            active=figure.people, reported=figure.reported if bare else None, period=figure.period,
            stale=figure.period < self.asked, counted=figure.listed is not None, segments=figure.segments,
            summed_children=parts.of if summed and parts else 0, fact=figure.fact, facts=figure.facts,
            listed=figure.listed or list_of_month(self.known, place.code, self.asked), definition=figure.definition,
            elsewhere=self._elsewhere(found),
            note=joined(figure.note, self._remark(found)) if printed or summed else figure.note,
            recap=figure.recap.fact if figure.recap else None,
            recap_active=figure.recap.people if figure.recap else None,
        )  # fmt: skip

    def _elsewhere(self, found: Found) -> str:
        if found.figure is None or found.share is not None:
            return ""
        return known_elsewhere(self.known, found.place.code, self.asked) or _count_alone(found.figure, self.base)

    def _remark(self, found: Found) -> str:
        if found.printed:
            return f"penyebut {number(found.workers or 0)} seperti tercetak di rekap"
        if not self.base.workers.get((found.place.code, self.known.sector)) and found.workers and found.parts:
            return f"penyebut dijumlah dari {found.parts.words}"
        return ""


def _enters_sum(figure: MonthFigure | None, asked: date) -> bool:
    return figure is not None and figure.people is not None and figure.period == asked


def _summed_words(parts: PartsSum) -> str:
    if not parts.definition:
        return f"Jumlah dari {parts.words} yang pembilangnya tidak sama"
    return f"{parts.definition}; jumlah dari {parts.words}"


def _count_alone(figure: MonthFigure, base: WorkerBase) -> str:
    if figure.people is None:
        return ""
    return f"{number(figure.people)} peserta aktif, {long_date(figure.period)}, tanpa penyebut {base.name}"
