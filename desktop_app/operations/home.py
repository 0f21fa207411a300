"""The page Beranda: what waits for the clerk, and how the office stands."""

from dataclasses import dataclass, field
from datetime import date, datetime

from desktop_app.domain.errors import NoFigures
from desktop_app.domain.facts import ImportRecord, ImportState
from desktop_app.domain.letters import LetterState
from desktop_app.domain.office import Office
from desktop_app.domain.records import Backup, LetterRecord
from desktop_app.domain.regions import Region, depth
from desktop_app.domain.sheets import Counts, Problem
from desktop_app.operations.backups import backups_of
from desktop_app.operations.coverage import CoverageAnswer, CoverageQuery, coverage
from desktop_app.operations.offices import office_of, province_of
from desktop_app.operations.target_paces import TargetPace as TargetPace
from desktop_app.operations.target_paces import behind_pace, pace_of
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
    """The parts of `whole` that have no figure of `period`, the newest month there is; `of` parts in all.

    `without_base` have people, but no workers on the `base` that is looked at.
    """

    whole: Region
    period: date
    regions: tuple[Region, ...]
    of: int
    base: str = ""
    without_base: tuple[Region, ...] = ()


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
    """`workbooks` are the last five imports, newest first, `letters` too. None: no figure, not computable, no backup yet.

    `missing` looks at the parts of the office's province, `own_missing` at those of its own region where that is
    another. `out_of_reach` are the parts of the office's region that miss their target at the present pace, the worst
    five first, of `behind` in all. `backup_days`: age of `backup` in whole days. `letter_states`: letters by state.
    """

    office: Office | None
    waiting: tuple[WaitingRows, ...]
    missing: MissingFigures | None
    pace: TargetPace | None
    backup: Backup | None
    letters: tuple[LetterRecord, ...]
    workbooks: tuple[ImportedWorkbook, ...]
    own_missing: MissingFigures | None = None
    out_of_reach: tuple[TargetPace, ...] = ()
    behind: int = 0
    backup_days: int | None = None
    letter_states: dict[LetterState, int] = field(default_factory=dict)


def home(workspace: Workspace, today: date | None = None, base: str | None = None) -> Home:
    """What Beranda shows; `today` counts the months left to a target, `base` is the one that the page looks at.

    Raises:
        UnknownBase.
    """
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
        states = letters.count_states(session)
    day = today or now().date()
    whole = _coverage(workspace, province_of(office.region), base) if office else None
    own = whole if office is None or depth(office.region) == 1 else _coverage(workspace, office.region, base)
    behind = behind_pace(workspace, own, day) if own else []
    backup = next(iter(backups_of(workspace)), None)
    return Home(
        office=office,
        waiting=waiting,
        missing=_missing(whole) if whole else None,
        pace=pace_of(own.table.whole, own.trend, day) if own else None,
        backup=backup,
        letters=tuple(written),
        workbooks=_workbooks(records),
        own_missing=_missing(own) if own is not None and own is not whole else None,
        out_of_reach=tuple(behind[:_FEW]),
        behind=len(behind),
        letter_states=states,
        backup_days=max((day - backup.made_at.date()).days, 0) if backup else None,
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


def _coverage(workspace: Workspace, code: str, base: str | None) -> CoverageAnswer | None:
    try:
        return coverage(workspace, CoverageQuery(region=code, base=base))
    except NoFigures:
        return None


def _missing(answer: CoverageAnswer) -> MissingFigures:
    table = answer.table
    silent = [row.region for row in table.rows if (row.active is None and row.reported is None) or row.stale]
    without_base = [row.region for row in table.rows if row.active is not None and not row.workers]
    return MissingFigures(
        whole=answer.region, period=table.period, regions=tuple(silent), of=len(table.rows), base=table.base.name,
        without_base=tuple(without_base),
    )  # fmt: skip
