"""A region's figure of one very month: its own, else the complete sum of the regions directly below it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from desktop_app.analysis.month_figures import OLDEST_MONTHS, Evidence, MonthFigure, figure_in, figure_of_month
from desktop_app.analysis.numerators import base_key
from desktop_app.analysis.parts_sum import ClosedPart, PartsSum, kind_of
from desktop_app.domain.facts import RecapFact, WorkerBase
from desktop_app.domain.periods import months_between
from desktop_app.domain.regions import Region
from desktop_app.domain.segments import MEASURE_OF_SECTOR

Below = Mapping[str, Sequence[Region]]
"""Region code -> the regions directly below it, where their sum may stand for it; also those that do not stand."""


class Then(NamedTuple):
    """A region's figure of one month and its base; `printed`: the base is as the recap prints it.

    `parts` is the sum of the parts as far as they are known, `summed` whether it is the figure.
    """

    figure: MonthFigure | None
    workers: int | None
    printed: bool = False
    parts: PartsSum | None = None
    summed: bool = False


@dataclass(frozen=True, slots=True)
class Sums:
    """Asked again and again for the same regions, by the rows above them: `done` keeps what was found."""

    known: Evidence
    base: WorkerBase
    below: Below
    done: dict[tuple[str, date], Then] = field(default_factory=dict)

    def then(self, place: Region, month: date) -> Then:
        """The figure of that very month; without one, the base alone."""
        key = place.code, month
        if key not in self.done:
            parts = self._parts(place.code, month) if place.code in self.below else None
            self.done[key] = self.with_base(place.code, figure_in(self.known, place.code, month), parts)
        return self.done[key]

    def with_base(self, code: str, figure: MonthFigure | None, parts: PartsSum | None) -> Then:
        """`figure` and its base; where there is none and `parts` is complete, that sum."""
        stored = self.base.workers.get((code, self.known.sector))
        if figure is None and parts is not None and parts.complete and parts.period is not None:
            summed = MonthFigure(period=parts.period, people=parts.people, definition=parts.summed_definition)
            return Then(summed, stored or parts.workers, False, parts, True)
        printed = None if stored or figure is None else self._printed(figure.fact)
        return Then(figure, stored or printed, printed is not None, parts)

    def _printed(self, fact: RecapFact | None) -> int | None:
        """The base as the recap prints it, where it names this base and speaks of the sector itself."""
        if fact is None or fact.measure is not MEASURE_OF_SECTOR[self.known.sector] or fact.people is None:
            return None
        return fact.workers if base_key(fact.base_name) == base_key(self.base.name) else None

    def newest(self, place: Region, asked: date) -> Then:
        """The figure of the month asked for, or the newest of the twelve before: of a month its own before the sum."""
        now = self.then(place, asked)
        if now.figure is not None:
            return now
        own = figure_of_month(self.known, place.code, asked)
        since = own.period if own is not None else date.min
        for month in self._months(place.code, since, asked):
            older = self.then(place, month)
            if older.summed:
                return older._replace(printed=False)
        return self.with_base(place.code, own, now.parts) if own is not None else now

    def _months(self, code: str, since: date, asked: date) -> list[date]:
        """Months between that anything is known of the regions directly below, newest first."""
        months = {month for part in self.below.get(code, ()) for month in self._known_months(part.code)}
        near = (month for month in months if since < month < asked and months_between(month, asked) <= OLDEST_MONTHS)
        return sorted(near, reverse=True)

    def _known_months(self, code: str) -> set[date]:
        own = {*self.known.facts.get(code, ()), *self.known.listed.get(code, ())}
        return own.union(*(self._known_months(part.code) for part in self.below.get(code, ())))

    def complete(self, place: Region, months: Iterable[date]) -> Iterator[PartsSum]:
        """The sums that stand for the region in those of `months` in which it has no figure of its own."""
        for month in months:
            if figure_in(self.known, place.code, month) is None:
                then = self.then(place, month)
                if then.summed and then.parts is not None:
                    yield then.parts

    def _parts(self, code: str, month: date) -> PartsSum | None:
        places = self.below.get(code, ())
        standing = [place for place in places if place.stands(month)]
        if not standing:
            return None
        found = [self.then(place, month) for place in standing]
        counted = [each for each in found if each.figure is not None and each.figure.people is not None]
        workers = [each.workers for each in counted if each.workers]
        definitions = {each.figure.definition for each in counted if each.figure}
        closed = self.closed(places, month)
        return PartsSum(
            kind=kind_of(standing[0].code), counted=len(counted), of=len(found), period=month,
            people=sum(each.figure.people or 0 for each in counted if each.figure) + sum(one.people for one in closed),
            workers=sum(workers) if len(workers) == len(counted) else None,
            missing=tuple(p for p, each in zip(standing, found, strict=True) if _people(each) is None),
            definition=definitions.pop() if len(definitions) == 1 else "", closed=closed,
            listed=sum(each.figure.listed is not None for each in counted if each.figure),
        )  # fmt: skip

    def closed(self, places: Sequence[Region], month: date) -> tuple[ClosedPart, ...]:
        """Those of `places` that are closed by then, but still hold people of that month."""
        gone = [place for place in places if place.closed is not None and place.closed <= month]
        held = [(place, people) for place in gone if (people := _people(self.then(place, month)))]
        names = {place.code: place.name for some in self.below.values() for place in some} if held else {}
        return tuple(
            ClosedPart(place, people, tuple(names.get(code, code) for code in place.heirs)) for place, people in held
        )


def _people(then: Then) -> int | None:
    return then.figure.people if then.figure is not None else None
