"""People in lists: vulnerable workers, who is active, and who works for whom."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desktop_app.domain.compliance_rows import CompanyPerson, EmployerRow, VulnerableRow
from desktop_app.domain.facts import ImportState
from desktop_app.domain.sheets import SheetKind
from desktop_app.store.codes import lies_in
from desktop_app.store.compliance.lists import lists_of, real_or
from desktop_app.store.models import CompanyRow, ParticipationRow, SheetImportRow
from desktop_app.store.rows import chunks

_AT_ONCE = 500
_MANY = 10_000
"""Of more people than these, reading the whole month is faster than asking for each."""


def vulnerable_rows(session: Session, region: str, first: date, last: date, samples: bool) -> list[VulnerableRow]:
    """Rows of lists of vulnerable workers that count, of months from `first` to `last`: of the region or of no place."""
    row = ParticipationRow
    query = (
        select(
            row.import_id, row.row, SheetImportRow.period, row.nik, row.name, row.birth_date, row.region, row.fund,
            row.active,
        )
        .join(SheetImportRow, SheetImportRow.id == row.import_id)
        .where(
            SheetImportRow.state == ImportState.STORED, SheetImportRow.kind == SheetKind.RENTAN, real_or(samples),
            SheetImportRow.period.between(first, last), or_(lies_in(row.region, region), row.region.is_(None)),
        )
        .order_by(row.import_id, row.row)
    )  # fmt: skip
    return [_vulnerable(*values) for values in session.execute(query)]


def _vulnerable(import_id: int, row: int, period: date | None, *rest: Any) -> VulnerableRow:
    assert period is not None
    return VulnerableRow(import_id, row, period, *rest)


def active_niks(session: Session, niks: Collection[int], period: date, samples: bool) -> frozenset[int]:
    """Those of `niks` who are active in a list of participants of the month, wherever they live."""
    row = ParticipationRow
    lists = lists_of(SheetKind.PESERTA, period, samples)
    if len(niks) > _MANY:
        everybody = session.scalars(select(row.nik).where(row.active, row.import_id.in_(lists)))
        return frozenset(niks) & frozenset(everybody)
    found: set[int] = set()
    for some in chunks(sorted(niks), _AT_ONCE):
        query = select(row.nik).where(row.nik.in_(some), row.active, row.import_id.in_(lists))
        found |= set(session.scalars(query))
    return frozenset(found)


def employer_names(session: Session, period: date, region: str, samples: bool) -> dict[int, str]:
    """Employers of people of the region in the lists of participants of a month: number in the store -> name."""
    row = ParticipationRow
    numbers = select(row.company_id).where(
        row.import_id.in_(lists_of(SheetKind.PESERTA, period, samples)), row.active, lies_in(row.region, region)
    )
    query = select(CompanyRow.id, CompanyRow.name).where(CompanyRow.id.in_(numbers.distinct()), CompanyRow.name != "")
    return {row.id: row.name for row in session.execute(query)}


def employer_rows(
    session: Session, period: date, region: str, samples: bool, companies: dict[int, str]
) -> list[EmployerRow]:
    """Active people of the region at `companies` (number -> the name to give them) in a month's lists."""
    row = ParticipationRow
    lists = lists_of(SheetKind.PESERTA, period, samples)
    here = (row.import_id.in_(lists), row.active, lies_in(row.region, region))
    found: list[EmployerRow] = []
    for some in chunks(sorted(companies), _AT_ONCE):
        query = select(row.company_id, row.nik, row.benefits).where(*here, row.company_id.in_(some))
        found += [
            EmployerRow(companies[number], nik, bits)
            for number, nik, bits in session.execute(query)
            if number is not None
        ]
    return found


def people_of_companies(session: Session, period: date, region: str, samples: bool) -> list[CompanyPerson]:
    """Active people of the region with their employers, in a month's lists, by import and row."""
    row = ParticipationRow
    query = (
        select(CompanyRow.name, CompanyRow.npp, row.nik, row.name, row.region)
        .join(CompanyRow, CompanyRow.id == row.company_id)
        .where(row.import_id.in_(lists_of(SheetKind.PESERTA, period, samples)), row.active, lies_in(row.region, region))
        .order_by(row.import_id, row.row)
    )
    return [CompanyPerson(*values) for values in session.execute(query)]


def employers_of(session: Session, niks: Collection[int], period: date, samples: bool) -> list[CompanyPerson]:
    """What a month's lists say of where these people are active, wherever they live; no company: by themselves."""
    row, lists = ParticipationRow, lists_of(SheetKind.PESERTA, period, samples)
    name, npp = func.coalesce(CompanyRow.name, ""), func.coalesce(CompanyRow.npp, "")
    found: list[CompanyPerson] = []
    for some in chunks(sorted(niks), _AT_ONCE):
        query = (
            select(name, npp, row.nik, row.name, row.region)
            .outerjoin(CompanyRow, CompanyRow.id == row.company_id)
            .where(row.nik.in_(some), row.active, row.import_id.in_(lists))
        )
        found += [CompanyPerson(*values) for values in session.execute(query)]
    return found
