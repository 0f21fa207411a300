"""The page Beranda: what waits for the clerk, and how the office stands."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.analysis.trend import Trend
from desktop_app.domain.errors import NoFigures
from desktop_app.domain.facts import ImportRecord, ImportState, Target
from desktop_app.domain.office import Office
from desktop_app.domain.periods import months_between
from desktop_app.domain.records import Backup, LetterRecord
from desktop_app.domain.regions import Region, depth
from desktop_app.domain.sheets import Counts, Problem
from desktop_app.operations.backups import backups_of
from desktop_app.operations.coverage import CoverageAnswer, CoverageQuery, coverage
from desktop_app.operations.offices import office_of, province_of
from desktop_app.operations.workspace import Workspace, now
from desktop_app.store import imports, letters

_FEW = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRows:
    """Rows of an import that wait for the clerk: how many, and the first of them with its reason and next step."""

    import_id: int
    file: str
    sheet: str
    rows: int
    first: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingFigures:
    """The parts of `whole` that have no figure of `period`, the newest month there is; `of` parts in all."""

    whole: Region
    period: date
    regions: tuple[Region, ...]
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetPace:
    """How fast a region must grow to its target, against how fast it does; both in people a month.

    `gap_people` are still missing in the figure of `period` on `base`; `months` are left until the target is due;
    `pace` is the growth between the two newest figures on this base, of `since` and `period`.
    """

    region: Region
    base: str
    target: Target
    period: date
    since: date
    gap_people: int
    months: int
    pace: float

    @property
    def needed(self) -> float:
        return self.gap_people / self.months

    @property
    def out_of_reach(self) -> bool:
        """At the present pace the target is missed."""
        return self.pace < self.needed


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedWorkbook:
    """What one import brought: its tables that still count, or all of them where none does any more."""

    file: str
    tables: tuple[ImportRecord, ...]

    @property
    def counts(self) -> Counts:
        return sum((table.counts for table in self.tables), Counts())

    @property
    def findings(self) -> int:
        return sum(table.findings for table in self.tables)


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """`workbooks` are the last five imports, newest first, `letters` too. None: no figure, not computable, no backup yet."""

    office: Office | None
    waiting: tuple[WaitingRows, ...]
    missing: MissingFigures | None
    pace: TargetPace | None
    backup: Backup | None
    letters: tuple[LetterRecord, ...]
    workbooks: tuple[ImportedWorkbook, ...]


def home(workspace: Workspace, today: date | None = None) -> Home:
    """What Beranda shows; `today` counts the months left to a target."""
    office = office_of(workspace)
    with workspace.sessions() as session:
        records = imports.list_imports(session)
        waiting = tuple(
            WaitingRows(
                import_id=record.id, file=record.file, sheet=record.sheet, rows=record.counts.parked, first=first
            )
            for record, first in imports.waiting(session)
        )
        written = letters.list_letters(session, _FEW)
    whole = _coverage(workspace, province_of(office.region)) if office else None
    own = whole if office is None or depth(office.region) == 1 else _coverage(workspace, office.region)
    return Home(
        office=office,
        waiting=waiting,
        missing=_missing(whole) if whole else None,
        pace=_pace_of(own.table.whole, own.trend, today or now().date()) if own else None,
        backup=next(iter(backups_of(workspace)), None),
        letters=tuple(written),
        workbooks=_workbooks(records),
    )


def _workbooks(records: list[ImportRecord]) -> tuple[ImportedWorkbook, ...]:
    found: dict[tuple[str, datetime], list[ImportRecord]] = {}
    for record in records:
        found.setdefault((record.sha256, record.imported_at), []).append(record)
    return tuple(
        ImportedWorkbook(
            file=tables[0].file,
            tables=tuple([table for table in tables if table.state == ImportState.STORED] or tables),
        )
        for tables in list(found.values())[:_FEW]
    )


def _coverage(workspace: Workspace, code: str) -> CoverageAnswer | None:
    try:
        return coverage(workspace, CoverageQuery(region=code))
    except NoFigures:
        return None


def _missing(answer: CoverageAnswer) -> MissingFigures:
    table = answer.table
    without = [row.region for row in table.rows if row.shown_share is None or row.stale]
    return MissingFigures(whole=answer.region, period=table.period, regions=tuple(without), of=len(table.rows))


def _pace_of(row: RegionCoverage, trend: Trend, today: date) -> TargetPace | None:
    """None where the target is reached or past, or where two figures with people on one base are not known."""
    counted = [
        (point.period, point.people)
        for series in trend.series if series.base == row.base
        for point in series.points if point.people is not None
    ]  # fmt: skip
    if row.target is None or row.gap_people is None or row.gap_people <= 0 or len(counted) < 2:
        return None
    (since, before), (period, people) = counted[-2:]
    if today > row.target.due or period != row.period:
        return None
    return TargetPace(
        region=row.region, base=row.base, target=row.target, period=period, since=since, gap_people=row.gap_people,
        months=max(months_between(today, row.target.due), 1), pace=(people - before) / months_between(since, period),
    )  # fmt: skip
