"""What is known of people: what the sheets that stand say of them, in their order, and no more."""

from datetime import date

import pytest
from sqlalchemy import select, text

from desktop_app.domain.segments import Benefit, Segment
from desktop_app.domain.sheets import Participant
from desktop_app.store import imports
from desktop_app.store.database import Sessions
from desktop_app.store.models import CompanyRow, ParticipationRow
from desktop_app.store.people import known_people
from tests.store.builders import NIK_1, NIK_2, SAKTI, arrival, people, store_table


def store(sessions: Sessions, file: str, *rows: Participant) -> int:
    table = people(*rows)
    with sessions.begin() as session:
        return store_table(session, table, arrival(table, file)).import_id


def undo(sessions: Sessions, import_id: int) -> None:
    with sessions.begin() as session:
        imports.undo_import(session, import_id)


def known(sessions: Sessions) -> list[tuple[str, str, date | None, str]]:
    with sessions() as session:
        niks = session.scalars(select(ParticipationRow.nik).distinct().order_by(ParticipationRow.nik)).all()
        people = known_people(session, niks)
        return [tuple(people[nik]) for nik in niks]


def test_a_blank_cell_takes_nothing_away(sessions: Sessions) -> None:
    store(sessions, "a.xlsx", Participant(5, NIK_1, "Ni Contoh", date(1990, 1, 1), "P", "00012345678"))
    store(sessions, "b.xlsx", Participant(5, NIK_1, "Ni Wayan Contoh"))
    assert known(sessions) == [("Ni Wayan Contoh", "00012345678", date(1990, 1, 1), "P")]


def test_undoing_the_later_sheet_brings_the_earlier_name_back(sessions: Sessions) -> None:
    store(sessions, "a.xlsx", Participant(5, NIK_1, "Ni Contoh"))
    later = store(sessions, "b.xlsx", Participant(5, NIK_1, "Ni Wayan Contoh", sex="P"))
    undo(sessions, later)
    assert known(sessions) == [("Ni Contoh", "", None, "")]


def test_undoing_the_earlier_sheet_takes_only_what_it_alone_said(sessions: Sessions) -> None:
    earlier = store(sessions, "a.xlsx", Participant(5, NIK_1, "Ni Contoh", kpj="00012345678", sex="P"))
    store(sessions, "b.xlsx", Participant(5, NIK_1, "Ni Wayan Contoh", sex="P"))
    undo(sessions, earlier)
    assert known(sessions) == [("Ni Wayan Contoh", "", None, "P")]


def test_people_whom_no_sheet_names_are_gone(sessions: Sessions) -> None:
    store(sessions, "a.xlsx", Participant(5, NIK_1, "Ni Contoh"))
    both = store(sessions, "b.xlsx", Participant(5, NIK_1, "Ni Contoh"), Participant(6, NIK_2, "I Contoh"))
    undo(sessions, both)
    assert [name for name, *_ in known(sessions)] == ["Ni Contoh"]


def test_a_row_keeps_its_company_and_programmes(sessions: Sessions) -> None:
    rows = [
        Participant(row, nik, "Contoh", npp="0123", company="PT Contoh", region=SAKTI, segment=Segment.PU,
                    benefits=frozenset({Benefit.JKK, Benefit.JKM}), fund="APBD")
        for row, nik in ((5, NIK_1), (6, NIK_2))
    ]  # fmt: skip
    store(sessions, "a.xlsx", *rows)
    store(sessions, "b.xlsx", *rows)
    with sessions() as session:
        assert [(c.npp, c.name) for c in session.scalars(select(CompanyRow))] == [("0123", "PT Contoh")]
        assert {(r.segment, r.benefits, r.region, r.fund) for r in session.scalars(select(ParticipationRow))} == {
            ("PU", 0b11, SAKTI, "APBD")
        }


def test_an_undo_that_fails_half_way_leaves_everything(sessions: Sessions) -> None:
    number = store(sessions, "a.xlsx", Participant(5, NIK_1, "Ni Contoh", region=SAKTI))
    with sessions.begin() as session:
        session.execute(
            text("CREATE TRIGGER stop BEFORE DELETE ON participation BEGIN SELECT RAISE(ABORT, 'rusak'); END")
        )
    with pytest.raises(Exception, match="rusak"):
        undo(sessions, number)
    with sessions() as session:
        [record] = imports.list_imports(session)
        assert record.state == "tersimpan"
        assert len(session.scalars(select(ParticipationRow)).all()) == 1
    assert known(sessions) == [("Ni Contoh", "", None, "")]
