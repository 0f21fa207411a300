"""The rows of a coverage table: each region's own figure, or the sum of the regions below it."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from desktop_app.analysis.month_figures import Evidence, MonthFigure, joined, known_elsewhere, list_of_month
from desktop_app.analysis.month_sums import Below as Below
from desktop_app.analysis.month_sums import Sums
from desktop_app.analysis.parts_sum import ClosedPart, PartsSum
from desktop_app.analysis.region_coverage import RegionCoverage
from desktop_app.analysis.target_choice import TargetChoice
from desktop_app.domain.facts import WorkerBase
from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.regions import Region


class Found(NamedTuple):
    """A region's figure and its base, before it is a row; `printed`: the base is as the recap prints it.

    `parts` are those of the month asked for, `summed` the sum that the figure is, maybe of an older month.
    """

    place: Region
    figure: MonthFigure | None
    workers: int | None
    printed: bool
    parts: PartsSum | None
    summed: PartsSum | None

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
    """Makes the rows of one table, for the month `asked`."""

    sums: Sums
    targets: TargetChoice
    asked: date
    done: dict[str, Found] = field(default_factory=dict)

    @property
    def known(self) -> Evidence:
        return self.sums.known

    @property
    def base(self) -> WorkerBase:
        return self.sums.base

    def found(self, place: Region) -> Found:
        if place.code not in self.done:
            self.done[place.code] = self._find(place)
        return self.done[place.code]

    def _find(self, place: Region) -> Found:
        """The newest of the region's own figure and the sum of what lies below; of one month its own."""
        figure, workers, printed, parts, summed = self.sums.newest(place, self.asked)
        now = parts
        if figure is not None and figure.period < self.asked:
            now = self.sums.then(place, self.asked).parts
        return Found(place, figure, workers, printed, now, parts if summed else None)

    def row(self, found: Found, rank: int | None, closed: tuple[ClosedPart, ...] | None = None) -> RegionCoverage:
        """The finished row; `closed`: regions to name that do not stand any more, those of its parts if None."""
        place, figure, workers, printed, parts, summed = found
        if closed is None:
            closed = parts.closed if parts is not None else ()
        target = self.targets.of(place.code)
        if figure is None:
            return RegionCoverage(
                region=place, base=self.base.name, sector=self.known.sector, workers=workers, target=target,
                target_is_province=target is not None and target.region != place.code, parts=parts, closed=closed,
                listed=list_of_month(self.known, place.code, self.asked),
                elsewhere=known_elsewhere(self.known, place.code, self.asked),
            )  # fmt: skip
        bare = figure.people is None or not workers
        return RegionCoverage(
            region=place, base=self.base.name, sector=self.known.sector, workers=workers, target=target,
            target_is_province=target is not None and target.region != place.code, parts=parts, rank=rank,
            closed=closed, summed=summed,
            active=figure.people, reported=figure.reported if bare else None, period=figure.period,
            stale=figure.period < self.asked, counted=figure.listed is not None, segments=figure.segments,
            summed_children=summed.of if summed else 0, fact=figure.fact, facts=figure.facts,
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
        if not self.base.workers.get((found.place.code, self.known.sector)) and found.workers and found.summed:
            return f"penyebut dijumlah dari {found.summed.words}"
        return ""


def _count_alone(figure: MonthFigure, base: WorkerBase) -> str:
    if figure.people is None:
        return ""
    return f"{number(figure.people)} peserta aktif, {long_date(figure.period)}, tanpa penyebut {base.name}"
