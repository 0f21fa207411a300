"""What a letter names besides coverage: companies of the newest list, vulnerable workers of villages, and their files."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, distinct, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop_app.domain.facts import ImportState
from desktop_app.domain.regions import NATION, is_within
from desktop_app.domain.sheets import CompanyFact, SheetKind
from desktop_app.store.companies import stored_companies
from desktop_app.store.models import CompanyFactRow, ParticipationRow, SheetImportRow
from desktop_app.store.rows import chunks

_AT_ONCE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedImport:
    """An import that a letter's figures come from."""

    id: int
    file: str
    sha256: str
    kind: str
    period: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyList:
    """Companies of a region as the newest month that has a list of them says; `imports` are its numbers."""

    period: date | None
    companies: tuple[CompanyFact, ...]
    imports: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class VillageLists:
    """Village code -> distinct people in the newest lists that name it; `period` is the newest of these lists."""

    people: dict[str, int]
    period: date | None
    imports: frozenset[int]


def newest_companies(session: Session, region: str, *, sample: bool) -> CompanyList:
    """Companies within `region`; invented ones only where `sample`. A row without a region counts where its whole list

    was declared for regions within `region`.
    """
    lists = _company_lists(session, region, sample)
    if not lists:
        return CompanyList(period=None, companies=(), imports=frozenset())
    newest = max((period for period, _, _ in lists), key=_age)
    chosen = {number: whole for period, number, whole in lists if period == newest}
    facts = stored_companies(session, newest, sample=None if sample else False)
    # Rows without a region belong here only where every list of the month does.
    every = all(chosen.values())
    here = [fact for fact in facts if (is_within(fact.region, region) if fact.region else every)]
    return CompanyList(period=newest, companies=tuple(here), imports=frozenset(chosen))


def _company_lists(session: Session, region: str, sample: bool) -> list[tuple[date | None, int, bool]]:
    """Month and number of each list that names the region, and whether it was declared for nothing else."""
    named = _within(CompanyFactRow.region, region)
    query = select(SheetImportRow.period, SheetImportRow.id, SheetImportRow.areas).where(
        *_counting(SheetKind.PERUSAHAAN, sample)
    )
    naming = set(session.scalars(select(CompanyFactRow.import_id).where(named).distinct()))
    found = []
    for period, number, areas in session.execute(query):
        whole = bool(areas) and all(is_within(area, region) for area in areas)
        if whole or number in naming:
            found.append((period, number, whole))
    return found


def vulnerable_by_village(session: Session, region: str, *, sample: bool) -> VillageLists:
    """People of the lists of vulnerable workers by village, each once by NIK. Rows that wait for a valid NIK are not in.

    Of several lists of one month all count; an older month is replaced by a newer one, village by village.
    """
    query = (
        select(
            ParticipationRow.region, SheetImportRow.period, SheetImportRow.id, func.count(distinct(ParticipationRow.nik))
        )
        .join(SheetImportRow, SheetImportRow.id == ParticipationRow.import_id)
        .where(*_counting(SheetKind.RENTAN, sample), _within(ParticipationRow.region, region))
        .group_by(ParticipationRow.region, SheetImportRow.period, SheetImportRow.id)
    )  # fmt: skip
    lists: dict[str, list[tuple[date | None, int, int]]] = {}
    for code, period, number, count in session.execute(query):
        lists.setdefault(code or "", []).append((period, number, count))
    newest = {code: _newest(rows) for code, rows in lists.items()}
    several = {code: {number for _, number, _ in rows} for code, rows in newest.items() if len(rows) > 1}
    people = {code: rows[0][2] for code, rows in newest.items()} | _together(session, several)
    used = [(period, number) for rows in newest.values() for period, number, _ in rows]
    return VillageLists(
        people=people, period=max((period for period, _ in used), key=_age, default=None),
        imports=frozenset(number for _, number in used),
    )  # fmt: skip


def _newest(rows: list[tuple[date | None, int, int]]) -> list[tuple[date | None, int, int]]:
    last = max((period for period, _, _ in rows), key=_age)
    return [row for row in rows if row[0] == last]


def _together(session: Session, several: dict[str, set[int]]) -> dict[str, int]:
    """Distinct people of villages that several lists name."""
    found: dict[str, int] = {}
    for codes in chunks(sorted(several), _AT_ONCE):
        imports = {number for code in codes for number in several[code]}
        query = (
            select(ParticipationRow.region, func.count(distinct(ParticipationRow.nik)))
            .where(ParticipationRow.region.in_(codes), ParticipationRow.import_id.in_(imports))
            .group_by(ParticipationRow.region)
        )
        found |= {str(code): people for code, people in session.execute(query)}
    return found


def used_imports(session: Session, numbers: Collection[int]) -> list[UsedImport]:
    """The imports of these numbers, by number."""
    rows = (SheetImportRow.id, SheetImportRow.file, SheetImportRow.sha256, SheetImportRow.kind, SheetImportRow.period)
    found = []
    for some in chunks(sorted(numbers), _AT_ONCE):
        for number, file, sha256, kind, period in session.execute(select(*rows).where(SheetImportRow.id.in_(some))):
            found.append(UsedImport(id=number, file=file, sha256=sha256, kind=kind, period=period))
    return sorted(found, key=lambda one: one.id)


def senders_of(session: Session, numbers: Collection[int]) -> tuple[str, ...]:
    """Who sent these imports, each once, in the order of the imports; those without a name are left out."""
    query = select(SheetImportRow.sender).where(SheetImportRow.id.in_(numbers)).order_by(SheetImportRow.id)
    return tuple(dict.fromkeys(name for sender in session.scalars(query) if (name := " ".join(sender.split()))))


def lists_counted(session: Session, region: str, periods: Iterable[date]) -> frozenset[int]:
    """Imports of participants that can count for `region` in these months."""
    query = select(SheetImportRow.id, SheetImportRow.areas).where(
        *_counting(SheetKind.PESERTA, sample=False), SheetImportRow.period.in_(set(periods))
    )
    return frozenset(
        number for number, areas in session.execute(query) if any(_touches(area, region) for area in areas)
    )


def _touches(area: str, region: str) -> bool:
    return is_within(area, region) or is_within(region, area)


def _counting(kind: SheetKind, sample: bool) -> list[ColumnElement[bool]]:
    found = [SheetImportRow.state == ImportState.STORED.value, SheetImportRow.kind == kind.value]
    return found if sample else [*found, SheetImportRow.sample.is_(False)]


def _within(column: InstrumentedAttribute[Any], region: str) -> ColumnElement[bool]:
    if region == NATION.code:
        return column.is_not(None)
    return or_(column == region, column.startswith(f"{region}."))


def _age(period: date | None) -> date:
    """Lists without a month are the oldest."""
    return period or date.min
