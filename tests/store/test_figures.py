"""Bases and targets as they count: versions, values taken out by hand, and only the regions that are asked for."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.domain.segments import Sector
from desktop_app.domain.sheets import Table
from desktop_app.store import figures
from desktop_app.store.codes import are_few, bound, lies_in, near, only
from desktop_app.store.database import Sessions
from desktop_app.store.models import BaseValueRow, RegionRow, TargetRow
from tests.store.builders import JANUARY, arrival, base, store_table, target

YEAR = {"region": "51", "sector": "semua", "year": 2026, "note": "", "row": 1, "base_name": "", "split_of": ""}


def store(sessions: Sessions, table: Table, file: str) -> None:
    with sessions.begin() as session:
        store_table(session, table, arrival(table, file))


def add_target(
    session: Session, share: float | None, version: int = 1, document: str = "Surat", **more: object
) -> None:
    row = {**YEAR, "share": share, "version": version, "document": document, "import_id": 1, **more}
    session.add(TargetRow(**row))
    session.flush()


@pytest.mark.parametrize(
    ("rows", "shares"),
    [
        ([(0.5, 1), (0.6, 2)], [0.6]),
        ([(0.6, 2), (0.5, 1)], [0.6]),
        ([(0.5, 1), (0.6, 1)], [0.6]),
        ([(0.5, 1), (None, 2)], []),
        ([(0.5, 1), (None, 2), (0.7, 3)], [0.7]),
    ],
)
def test_of_one_document_the_highest_version_counts(
    sessions: Sessions, rows: list[tuple[float | None, int]], shares: list[float]
) -> None:
    store(sessions, target(0.1, year=2020), "a.xlsx")
    with sessions.begin() as session:
        for share, version in rows:
            add_target(session, share, version)
        assert [each.share for each in figures.targets(session) if each.year == 2026] == shares


def test_rivals_stand_side_by_side_and_parts_say_of_what(sessions: Sessions) -> None:
    store(sessions, target(0.1, year=2020), "a.xlsx")
    with sessions.begin() as session:
        add_target(session, 0.6728, document="BPJS")
        add_target(session, 0.6769, document="Sekda")
        add_target(
            session, 0.6, document="SK", region="51.04", people=1_200, base_name="UCJ", split_of="Pembagian provinsi"
        )
        assert [each.document for each in figures.targets(session, ["51"]) if each.year == 2026] == ["BPJS", "Sekda"]
        [part] = figures.targets(session, ["51.04"])
    assert (part.people, part.base, part.split_of, part.version) == (1_200, "UCJ", "Pembagian provinsi", 1)


def test_a_value_taken_out_by_hand_takes_the_earlier_one_along(sessions: Sessions) -> None:
    store(sessions, base("UCJ 2025", {"51.04": 1, "51.05": 2}), "a.xlsx")
    store(sessions, base("UCJ 2025", {"51.04": 3}), "b.xlsx")
    with sessions.begin() as session:
        value = session.get_one(BaseValueRow, (2, "51.04", "semua"))
        value.workers = None
        session.flush()
        [known] = figures.worker_bases(session)
        [informal] = figures.worker_bases(session, ["51.05"], [Sector.INFORMAL])
    assert known.workers == {("51.05", Sector.SEMUA): 2}
    assert informal.workers == {}


@pytest.mark.parametrize("codes", [["51"], ["51.05.01"], ["51.05", "51.07"], ["51.05.01.2001", "51.07.06.2001"]])
@pytest.mark.parametrize("few", [0, 60])
def test_many_codes_are_found_as_few_are(
    sessions: Sessions, codes: list[str], few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.store.codes._FEW", few)
    with sessions() as session:
        rows = session.execute(select(RegionRow.code).where(near(RegionRow.code, are_few(codes))), bound(codes)).all()
    assert sorted(code for (code,) in only(rows, 0, codes)) == codes


def test_what_lies_in_a_region(sessions: Sessions) -> None:
    with sessions() as session:
        found = {code for (code,) in session.query(RegionRow.code).where(lies_in(RegionRow.code, "51.05.03"))}
        everything = session.query(RegionRow.code).where(lies_in(RegionRow.code, "0")).count()
    assert found == {"51.05.03", "51.05.03.1001"}
    assert everything == 11


def test_the_months_that_recaps_speak_of(sessions: Sessions) -> None:
    store(sessions, base("UCJ 2025", {"51.04": 1}), "a.xlsx")
    with sessions() as session:
        assert figures.recap_months(session, "51") == {}
        assert figures.facts_of_month(session, ["51"], JANUARY, ()) == []
        assert figures.facts_of_month(session, ["51"], date(2020, 1, 31), {1}) == []
