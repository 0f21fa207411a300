"""Companies in the store: written once, compared by NPP and division, summed from the newest that each was said."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import delete, event, func, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Session
from sqlalchemy.sql import ClauseElement

from desktop_app.domain.facts import ImportState
from desktop_app.domain.segments import Benefit
from desktop_app.domain.sheets import CompanyFact, Counts, SheetKind
from desktop_app.store.companies import company_sums_of, compared_companies, stored_companies, write_companies
from desktop_app.store.database import Sessions
from desktop_app.store.models import CompanyFactRow, CompanyRow, SheetImportRow
from tests.store.builders import FEBRUARY, JANUARY, SAKTI

PT = CompanyFact(
    row=5, name="PT Contoh Rekaan", npp="JJ900001", division="000", nib="0220001234567", npwp="012345678901000",
    address="Jl. Rekaan 1", region=SAKTI, scale="kecil", actual=40, registered=30,
    benefits=frozenset({Benefit.JKK, Benefit.JKM}), arrears_months=3, arrears=3_000_000_000_000, category="PIUTANG",
    by_rules="PDS TK", note="dikunjungi",
)  # fmt: skip
BRANCH = CompanyFact(row=6, name="PT Contoh Rekaan", npp="JJ900001", division="001", actual=5, registered=5)
UD = CompanyFact(row=7, name="UD Rekaan", actual=3, category="PWBD", by_rules="PWBD")


def came(
    session: Session, *facts: CompanyFact, period: date = JANUARY, state: ImportState = ImportState.STORED, sample: bool = False
) -> int:  # fmt: skip
    record = SheetImportRow(
        file="a.xlsx", sha256="a", sheet="Lembar1", place="A5", kind=SheetKind.PERUSAHAAN.value, period=period,
        sender="Cabang", complete=False, parts=[], areas=[], replaces=[], sample=sample, columns={}, counts={}, returned="",
        imported_at=datetime(2026, 2, 3), imported_by="petugas", state=state.value, replaced_by=None,
    )  # fmt: skip
    session.add(record)
    session.flush()
    write_companies(session, record.id, facts)
    return record.id


def test_what_is_written_comes_back(sessions: Sessions) -> None:
    with sessions.begin() as session:
        came(session, UD, PT, BRANCH)
    with sessions() as session:
        assert stored_companies(session, JANUARY) == [PT, BRANCH, UD]
        assert stored_companies(session, FEBRUARY) == []


def test_a_company_is_known_once(sessions: Sessions) -> None:
    with sessions.begin() as session:
        came(session, PT, BRANCH, UD)
        came(session, PT, period=FEBRUARY)
        assert session.scalar(select(func.count()).select_from(CompanyRow)) == 2


def test_rows_are_new_changed_or_the_same(sessions: Sessions) -> None:
    with sessions.begin() as session:
        came(session, PT, BRANCH, UD)
        facts = [
            replace(PT, row=99, division="", by_rules=""),
            replace(BRANCH, actual=6),
            replace(BRANCH, division="002"),
            replace(UD, name="UD. REKAAN"),
            replace(UD, name="UD Lain"),
        ]
        assert compared_companies(session, facts, JANUARY) == Counts(new=2, changed=2, same=1)
        assert compared_companies(session, facts, FEBRUARY) == Counts(new=5)


def test_two_rows_of_one_company_are_told_apart(sessions: Sessions) -> None:
    with sessions.begin() as session:
        other = replace(UD, row=8, actual=9)
        came(session, UD, other)
        assert compared_companies(session, [other, UD], JANUARY) == Counts(same=2)
        assert compared_companies(session, [other, other], JANUARY) == Counts(same=1, changed=1)


def test_the_newest_import_that_counts_speaks_for_a_company(sessions: Sessions) -> None:
    with sessions.begin() as session:
        came(session, PT, UD)
        came(session, replace(PT, registered=40, category="PATUH"))
        came(session, replace(PT, registered=1), state=ImportState.REPLACED)
        sums = company_sums_of(session, JANUARY)
        assert (sums.distinct_npp, sums.without_npp, sums.actual, sums.registered) == (1, 1, 43, 40)
        assert (sums.by_category["PATUH"], sums.by_category["PWBD"], sums.by_category["PIUTANG"]) == (1, 1, 0)
        assert sums.arrears == 3_000_000_000_000


def test_the_same_newest_is_compared_with(sessions: Sessions) -> None:
    with sessions.begin() as session:
        came(session, PT)
        came(session, replace(PT, registered=40))
        assert compared_companies(session, [PT], JANUARY) == Counts(changed=1)


def test_an_import_goes_as_one(sessions: Sessions) -> None:
    with sessions.begin() as session:
        came(session, PT)
        newer = came(session, replace(PT, registered=40), UD)
        session.execute(delete(CompanyFactRow).where(CompanyFactRow.import_id == newer))
        assert stored_companies(session, JANUARY) == [PT]


def test_invented_data_can_be_left_out(sessions: Sessions) -> None:
    with sessions.begin() as session:
        came(session, PT)
        came(session, UD, sample=True)
        assert stored_companies(session, JANUARY, sample=False) == [PT]
        assert stored_companies(session, JANUARY, sample=True) == [UD]


def test_postgresql_takes_the_statements(sessions: Sessions) -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    said: list[str] = []

    def hear(_connection: object, statement: ClauseElement | str, *_: object) -> None:
        if isinstance(statement, ClauseElement):
            said.append(str(statement.compile(dialect=dialect)))

    event.listen(sessions.engine, "before_execute", hear)
    with sessions.rehearse() as session:
        came(session, PT)
        compared_companies(session, [PT], None), company_sums_of(session, JANUARY, sample=False)
    assert any("company_fact" in statement for statement in said)
