"""Coverage of one region over time: points on different bases are kept apart and never joined."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from desktop_app.analysis.month_figures import Evidence, MonthFigure, evidence, figure_in
from desktop_app.analysis.numerators import REPORTED, USUAL, base_key, current, printed_share, recap_count, says_share
from desktop_app.analysis.parts_sum import PartsSum
from desktop_app.analysis.target_choice import official_targets
from desktop_app.domain.facts import ListedPeople, RecapFact, Target, WorkerBase
from desktop_app.domain.indonesian import month_year, number
from desktop_app.domain.regions import Region
from desktop_app.domain.segments import MEASURE_OF_SECTOR, Numerator, Sector


class SourceKind(StrEnum):
    """Where the figure of a point comes from; the value is what the screen says."""

    RECAP = "rekap"
    LIST = "daftar peserta"
    SUM = "jumlah wilayah di bawahnya"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """`share` of a month; `people` and `workers` are None for a share reported without its numerator (`reported`).

    `source` is who says so (“Kanwil …”), `place` where: file, sheet, cell. `counted`: from a complete list.
    `summed`: the sum of all regions directly below. `definition` says in words who is counted.
    """

    period: date
    share: float
    people: int | None
    workers: int | None
    reported: bool
    source: str
    place: str = ""
    counted: bool = False
    definition: str = ""
    summed: bool = False

    @property
    def source_kind(self) -> SourceKind:
        if self.summed:
            return SourceKind.SUM
        return SourceKind.LIST if self.counted else SourceKind.RECAP


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendSeries:
    """Points of one base, oldest first; a line may join these and no others."""

    base: str
    points: tuple[TrendPoint, ...]

    @property
    def source_changes(self) -> tuple[tuple[TrendPoint, TrendPoint], ...]:
        """Neighbouring points whose figures come from different kinds of source: between them nobody knows who grew."""
        return source_changes(self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """`series` in the order of their first point; `targets` official ones of the region, rivals side by side.

    In a year without targets of its own a region carries its province's. `restated`: one series, all of it computed anew on one
    base.
    """

    region: Region
    sector: Sector
    series: tuple[TrendSeries, ...]
    targets: tuple[Target, ...]
    restated: bool = False


def source_changes(points: Iterable[TrendPoint]) -> tuple[tuple[TrendPoint, TrendPoint], ...]:
    return tuple(pair for pair in pairwise(points) if pair[0].source_kind is not pair[1].source_kind)


def source_change_words(points: Iterable[TrendPoint]) -> str:
    """“Sumbernya berganti: rekap → daftar peserta (September 2025).” Empty where it is the same throughout."""
    changes = [
        f"{before.source_kind} → {after.source_kind} ({month_year(after.period)})"
        for before, after in source_changes(points)
    ]
    return f"Sumbernya berganti: {'; '.join(changes)}. Sebagian perubahan mungkin bukan pertumbuhan." if changes else ""


def trend(
    region: Region,
    facts: Sequence[RecapFact],
    bases: Sequence[WorkerBase],
    targets: Sequence[Target],
    sector: Sector,
    *,
    numerator: Numerator = USUAL,
    listed: Iterable[ListedPeople] = (),
    base: WorkerBase | None = None,
    restated: bool = False,
    sums: Iterable[PartsSum] = (),
) -> Trend:
    """One point for each month and base that the recaps of `region` name, and for each month of a complete list.

    Shares are computed from the people and the stored base of that name, so that they agree with the coverage table;
    a base that is not stored is taken as printed. A fact that names no base stands on none and is left out. Lists name
    no base: their people stand on `base`, the chosen one, where they come before a recap of the month. Where
    `restated`, so do the people of every recap, whatever base it names; bare shares stay on the base they name. `sums`
    are complete sums of the regions directly below, of months in which the region has no figure of its own on the
    chosen base: they stand on it too.

    Source: docs/rumus.md, “Perkembangan”.
    """
    mine = list(current(fact for fact in facts if fact.region == region.code))
    lists = [each for each in listed if each.region == region.code]
    if base is None:
        found = _on_named_bases(mine, bases, sector, numerator)
    elif restated:
        found = [_on(base, evidence(mine, lists, base.name, sector, numerator), region.code)]
        found = _with(found, _summed(base, region.code, sector, sums))
    else:
        counted = _on(base, evidence([], lists, base.name, sector, numerator), region.code)
        found = _with(_on_named_bases(mine, bases, sector, numerator), counted)
        found = _with(found, _summed(base, region.code, sector, sums))
    return Trend(
        region=region,
        sector=sector,
        series=tuple(sorted((s for s in found if s.points), key=lambda s: (s.points[0].period, s.base))),
        targets=official_targets(targets, region.code, sector),
        restated=restated and base is not None,
    )


def _on_named_bases(
    facts: Iterable[RecapFact], bases: Sequence[WorkerBase], sector: Sector, numerator: Numerator
) -> list[TrendSeries]:
    stored = {base_key(base.name): base for base in bases}
    groups: dict[str, dict[date, list[RecapFact]]] = {}
    for fact in facts:
        if fact.base_name:
            groups.setdefault(base_key(fact.base_name), {}).setdefault(fact.period, []).append(fact)
    return [_series(group, stored.get(key), sector, numerator) for key, group in groups.items()]


def _series(
    months: dict[date, list[RecapFact]], base: WorkerBase | None, sector: Sector, numerator: Numerator
) -> TrendSeries:
    name = base.name if base is not None else months[max(months)][-1].base_name
    points = (_point(months[month], base, name, sector, numerator) for month in sorted(months))
    return TrendSeries(base=name, points=tuple(point for point in points if point is not None))


def _point(
    facts: list[RecapFact], base: WorkerBase | None, name: str, sector: Sector, numerator: Numerator
) -> TrendPoint | None:
    count = recap_count(facts, sector, name, numerator)
    workers = _workers(count.fact, base, sector) if count is not None else None
    if count is not None and workers:
        return _of(count.fact, count.people / workers, count.people, workers, count.definition)
    printed = printed_share(facts, sector, name) if says_share(sector, numerator) else None
    return _of(printed, printed.share, None, None) if printed is not None and printed.share is not None else None


def _workers(fact: RecapFact, base: WorkerBase | None, sector: Sector) -> int | None:
    known = base.workers.get((fact.region, sector)) if base is not None else None
    return known or (fact.workers if fact.measure is MEASURE_OF_SECTOR[sector] else None)


def _on(base: WorkerBase, known: Evidence, code: str) -> TrendSeries:
    """Every month's figure on one base, as the coverage table has it."""
    return TrendSeries(base=base.name, points=tuple(_points(base, known, code)))


def _points(base: WorkerBase, known: Evidence, code: str) -> Iterator[TrendPoint]:
    stored = base.workers.get((code, known.sector))
    for month in sorted({*known.facts.get(code, ()), *known.listed.get(code, ())}):
        figure = figure_in(known, code, month)
        if figure is None:
            continue
        workers = stored or _printed(figure, base, known.sector)
        if figure.people is not None and workers:
            yield _counted(figure, figure.people, workers)
        elif figure.fact is not None and figure.reported is not None:
            yield _of(figure.fact, figure.reported, None, None)


def _printed(figure: MonthFigure, base: WorkerBase, sector: Sector) -> int | None:
    """The base as the recap prints it, where it names this very base."""
    fact = figure.fact
    if fact is None or base_key(fact.base_name) != base_key(base.name):
        return None
    return fact.workers if fact.measure is MEASURE_OF_SECTOR[sector] else None


def _counted(figure: MonthFigure, people: int, workers: int) -> TrendPoint:
    if figure.fact is not None:
        return _of(figure.fact, people / workers, people, workers, figure.definition)
    return TrendPoint(
        period=figure.period, share=people / workers, people=people, workers=workers, reported=False,
        source="daftar peserta", place=f"{number(people)} dalam daftar peserta yang lengkap", counted=True,
        definition=figure.definition,
    )  # fmt: skip


def _summed(base: WorkerBase, code: str, sector: Sector, sums: Iterable[PartsSum]) -> TrendSeries:
    """On the region's own base, else on that of its parts."""
    stored = base.workers.get((code, sector))
    return TrendSeries(
        base=base.name,
        points=tuple(
            TrendPoint(
                period=each.period, share=each.people / workers, people=each.people, workers=workers, reported=False,
                source=f"Jumlah {each.words}", place=f"dijumlah dari {each.words}", definition=each.summed_definition,
                summed=True,
            )
            for each in sums if each.period is not None and (workers := stored or each.workers)
        ),
    )  # fmt: skip


def _with(named: list[TrendSeries], counted: TrendSeries) -> list[TrendSeries]:
    """`counted` put into the series of its base, in place of a recap's point of the same month."""
    if not counted.points:
        return named
    key = base_key(counted.base)
    others = [series for series in named if base_key(series.base) != key]
    own = [point for series in named if base_key(series.base) == key for point in series.points]
    points = {point.period: point for point in (*own, *counted.points)}
    return [*others, TrendSeries(base=counted.base, points=tuple(points[month] for month in sorted(points)))]


def _of(
    fact: RecapFact, share: float, people: int | None, workers: int | None, definition: str = REPORTED
) -> TrendPoint:
    origin = fact.origin
    return TrendPoint(
        period=fact.period, share=share, people=people, workers=workers, reported=people is None,
        source=origin.sender or origin.file, place=f"{origin.file}, lembar {origin.sheet}, sel {origin.cell}",
        definition=definition,
    )  # fmt: skip
