"""Spellings, dated regions and rates as a workbook, to be read in Excel, edited there and imported again."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from desktop_app.domain.reference import Subject
from desktop_app.domain.regions import Region
from desktop_app.operations.reference_file import write_rows
from desktop_app.operations.workspace import Workspace
from desktop_app.store import reference_rates, regions
from desktop_app.store.reference import Session

_Cells = Sequence[str | int | float | date]


def write_reference(workspace: Workspace, subject: Subject, path: Path) -> Path:
    """Write what stands, under the columns that `import_reference` reads; of regions only those with dates.

    Raises:
        FileInUse, UnusableTarget, DiskFull: a file that was there did not change.
    """
    with workspace.sessions() as session:
        rows = list(_ROWS[subject](session))
    write_rows(path, subject, rows)
    return path


def _aliases(session: Session) -> Iterable[_Cells]:
    return [(alias, code, "") for alias, code in sorted(regions.aliases(session).items())]


def _regions(session: Session) -> Iterable[_Cells]:
    dated = {one.code: one for one in (*regions.opened_regions(session), *regions.closed_regions(session))}
    return [_region(dated[code]) for code in sorted(dated)]


def _region(one: Region) -> _Cells:
    return (
        one.code, one.name, one.level.value, one.opened or "", one.closed or "", "; ".join(one.heirs), one.document,
    )  # fmt: skip


def _rates(session: Session) -> Iterable[_Cells]:
    for rate in reference_rates.rates(session):
        last = rate.until - timedelta(days=1) if rate.until else ""
        amount = "" if rate.amount is None else rate.amount
        percents = "" if rate.share is None else round(rate.share * 100, 6)
        yield rate.kind.value, rate.bracket, amount, percents, rate.since, last, rate.document, rate.note


_ROWS: dict[Subject, Callable[[Session], Iterable[_Cells]]] = {
    Subject.ALIAS: _aliases,
    Subject.REGION: _regions,
    Subject.RATE: _rates,
}
