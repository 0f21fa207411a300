"""Companies by month: what sheets say of them, compared with what is stored, and their sums."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.domain.compliance import CompanySums, company_key, company_sums
from desktop_app.domain.facts import ImportState
from desktop_app.domain.people import benefit_bits, benefits_of
from desktop_app.domain.sheets import CompanyFact, Counts
from desktop_app.store.models import CompanyFactRow, CompanyRow, SheetImportRow
from desktop_app.store.rows import insert_rows

Key = tuple[str, str]
_COLUMNS = (
    "import_id", "row", "company_id", "division", "nib", "npwp", "address", "region", "scale", "actual", "registered",
    "benefits", "arrears_months", "arrears", "category", "by_rules", "note",
)  # fmt: skip


def write_companies(session: Session, import_id: int, facts: Sequence[CompanyFact]) -> None:
    """Store the rows of a company sheet; companies that nobody has named yet are added."""
    ids = _company_ids(session, {(fact.npp, fact.name) for fact in facts})
    values = [
        (
            import_id, f.row, ids[f.npp, f.name], f.division, f.nib, f.npwp, f.address, f.region, f.scale, f.actual,
            f.registered, None if f.benefits is None else benefit_bits(f.benefits), f.arrears_months, f.arrears,
            str(f.category), str(f.by_rules), f.note,
        )
        for f in sorted(facts, key=lambda fact: fact.row)
    ]  # fmt: skip
    insert_rows(session, CompanyFactRow, _COLUMNS, values)


def compared_companies(session: Session, facts: Iterable[CompanyFact], period: date | None) -> Counts:
    """New, changed and same rows, against the newest that is stored of each company for the same month.

    A company is known by NPP and division, or by its name where it has no NPP; two rows of one company are told apart by
    what they say.
    """
    known = {key: list(map(_said, rows)) for key, rows in _newest(session, period).items()}
    new = changed = same = 0
    for fact in facts:
        rows = known.get(company_key(fact))
        if rows is None:
            new += 1
        elif (said := _said(fact)) in rows:
            rows.remove(said)
            same += 1
        else:
            changed += 1
    return Counts(new=new, changed=changed, same=same)


def stored_companies(session: Session, period: date | None, *, sample: bool | None = None) -> list[CompanyFact]:
    """The companies of a month, each as the newest import has it; `sample`: only of invented data, or only of real."""
    return [fact for rows in _newest(session, period, sample).values() for fact in rows]


def companies_by_import(session: Session, period: date | None, *, samples: bool) -> list[tuple[int, CompanyFact]]:
    """As `stored_companies`, each with the import that has it; `samples`: invented data too."""
    found = _newest_imports(session, period, None if samples else False)
    return [(import_id, fact) for import_id, rows in found.values() for fact in rows]


def company_sums_of(session: Session, period: date | None, *, sample: bool | None = None) -> CompanySums:
    return company_sums(stored_companies(session, period, sample=sample))


def _company_ids(session: Session, wanted: set[Key]) -> dict[Key, int]:
    """NPP and name -> number."""
    known = _known_companies(session)
    if new := sorted(wanted - known.keys()):
        insert_rows(session, CompanyRow, ("npp", "name"), new)
        known = _known_companies(session)
    return known


def _known_companies(session: Session) -> dict[Key, int]:
    query = select(CompanyRow.npp, CompanyRow.name, CompanyRow.id)
    return {(npp, name): number for npp, name, number in session.execute(query)}


def _newest(session: Session, period: date | None, sample: bool | None = None) -> dict[Key, list[CompanyFact]]:
    """Company -> its rows in the newest import that has it; an import may name it more than once."""
    return {key: rows for key, (_, rows) in _newest_imports(session, period, sample).items()}


def _newest_imports(
    session: Session, period: date | None, sample: bool | None
) -> dict[Key, tuple[int, list[CompanyFact]]]:
    found: dict[Key, tuple[int, list[CompanyFact]]] = {}
    for import_id, fact in _stored(session, period, sample):
        key = company_key(fact)
        if key not in found or found[key][0] != import_id:
            found[key] = import_id, []
        found[key][1].append(fact)
    return found


def _stored(session: Session, period: date | None, sample: bool | None) -> Iterator[tuple[int, CompanyFact]]:
    """Rows of the imports that count, older imports first."""
    query = (
        select(CompanyFactRow, CompanyRow.npp, CompanyRow.name)
        .join(CompanyRow, CompanyRow.id == CompanyFactRow.company_id)
        .join(SheetImportRow, SheetImportRow.id == CompanyFactRow.import_id)
        .where(SheetImportRow.state == ImportState.STORED.value)
        .where(SheetImportRow.period.is_(None) if period is None else SheetImportRow.period == period)
        .order_by(CompanyFactRow.import_id, CompanyFactRow.row)
    )
    if sample is not None:
        query = query.where(SheetImportRow.sample == sample)
    for row, npp, name in session.execute(query):
        yield row.import_id, _fact(row, npp, name)


def _fact(row: CompanyFactRow, npp: str, name: str) -> CompanyFact:
    return CompanyFact(
        row=row.row, name=name, npp=npp, division=row.division, nib=row.nib, npwp=row.npwp, address=row.address,
        region=row.region, scale=row.scale, actual=row.actual, registered=row.registered,
        benefits=None if row.benefits is None else benefits_of(row.benefits), arrears_months=row.arrears_months,
        arrears=row.arrears, category=row.category, by_rules=row.by_rules, note=row.note,
    )  # fmt: skip


def _said(fact: CompanyFact) -> tuple[object, ...]:
    """What a row says, wherever it stands."""
    return (
        fact.name, fact.nib, fact.npwp, fact.address, fact.region, fact.scale, fact.actual, fact.registered,
        fact.benefits, fact.arrears_months, fact.arrears, fact.category, fact.note,
    )  # fmt: skip
