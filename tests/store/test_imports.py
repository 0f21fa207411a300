"""Imports in the store: once each, replaced and taken back, every row told."""

from dataclasses import replace

import pytest

from desktop_app.domain.errors import UnknownImport
from desktop_app.domain.sheets import Counts, Participant, Table
from desktop_app.store import figures, imports
from desktop_app.store.database import Sessions
from desktop_app.store.imports import StoredTable
from tests.store.builders import (
    FEBRUARY,
    JANUARY,
    KAJA,
    NIK_1,
    NIK_2,
    SAKTI,
    arrival,
    base,
    people,
    recap,
    store_table,
    target,
)


def store(sessions: Sessions, table: Table, file: str, **how: object) -> StoredTable:
    with sessions.begin() as session:
        return store_table(session, table, arrival(table, file, **how))


def undo(sessions: Sessions, import_id: int) -> None:
    with sessions.begin() as session:
        imports.undo_import(session, import_id)


def states(sessions: Sessions) -> dict[str, str]:
    with sessions() as session:
        return {record.file: record.state for record in imports.list_imports(session)}


def recap_people(sessions: Sessions) -> dict[str, int | None]:
    with sessions() as session:
        return {fact.region: fact.people for fact in figures.recap_facts(session)}


def test_no_row_disappears(sessions: Sessions) -> None:
    table = people(
        Participant(5, NIK_1, "Ni Contoh", region=SAKTI), Participant(6, NIK_1, "Ni Contoh", region=SAKTI),
        Participant(7, NIK_1, "Ni Wayan Contoh", region=SAKTI), parked=2,
    )  # fmt: skip
    counts = store(sessions, table, "a.xlsx").counts
    assert counts == Counts(new=1, changed=1, same=1, parked=2, not_data=2)
    assert counts.read == table.read


def test_the_same_table_again_changes_nothing(sessions: Sessions) -> None:
    table = recap({"51.04": 130_300})
    first = store(sessions, table, "rekap.xlsx")
    again = store(sessions, table, "rekap.xlsx")
    assert again.already
    assert again.import_id == first.import_id
    assert again.counts == Counts(same=1, not_data=2)
    assert len(states(sessions)) == 1


def test_two_tables_of_one_sheet_are_two_imports(sessions: Sessions) -> None:
    store(sessions, recap({"51.04": 1}), "rekap.xlsx")
    assert not store(sessions, recap({"51.05": 2}, first_row=20), "rekap.xlsx").already
    assert recap_people(sessions) == {"51.04": 1, "51.05": 2}


def test_a_replaced_table_that_comes_again_stays_replaced(sessions: Sessions) -> None:
    old = recap({"51.04": 1})
    store(sessions, old, "lama.xlsx")
    store(sessions, recap({"51.04": 2}), "baru.xlsx", complete=True)
    assert store(sessions, old, "lama.xlsx").already
    assert states(sessions) == {"lama.xlsx": "digantikan", "baru.xlsx": "tersimpan"}


def test_a_recap_row_is_new_changed_or_the_same(sessions: Sessions) -> None:
    store(sessions, recap({"51.04": 1, "51.05": 2}), "a.xlsx")
    counts = store(sessions, recap({"51.04": 1, "51.05": 3, "51.07": 4}), "b.xlsx").counts
    assert (counts.same, counts.changed, counts.new) == (1, 1, 1)


def test_a_complete_sheet_replaces_the_older_of_its_sender_and_month_only(sessions: Sessions) -> None:
    store(sessions, recap({"51.04": 1}), "cabang.xlsx")
    store(sessions, recap({"51.04": 2}), "desa.xlsx", sender="Desa")
    store(sessions, recap({"51.04": 3}, period=FEBRUARY), "februari.xlsx")
    stored = store(sessions, recap({"51.04": 4, "51.05": 5}), "lengkap.xlsx", complete=True)
    assert [record.file for record in stored.replaced] == ["cabang.xlsx"]
    assert states(sessions) == {
        "cabang.xlsx": "digantikan", "desa.xlsx": "tersimpan", "februari.xlsx": "tersimpan", "lengkap.xlsx": "tersimpan",
    }  # fmt: skip


def test_a_complete_sheet_leaves_what_it_does_not_speak_for(sessions: Sessions) -> None:
    store(sessions, recap({"51.04": 1, "51.05": 2}), "dua.xlsx")
    stored = store(sessions, recap({"51.04": 3}), "satu.xlsx", complete=True)
    assert stored.replaced == ()
    assert [record.file for record in stored.beside] == ["dua.xlsx"]
    assert recap_people(sessions) == {"51.04": 3, "51.05": 2}


def test_a_partial_sheet_adds_and_names_its_neighbours(sessions: Sessions) -> None:
    store(sessions, people(Participant(5, NIK_1, "A", region=SAKTI)), "a.xlsx")
    stored = store(sessions, people(Participant(5, NIK_2, "B", region=KAJA)), "b.xlsx")
    assert [record.file for record in stored.beside] == ["a.xlsx"]
    assert set(states(sessions).values()) == {"tersimpan"}


def test_bases_of_other_names_never_replace_each_other(sessions: Sessions) -> None:
    store(sessions, base("UCJ 2025", {"51": 1_837_899}), "ucj.xlsx")
    store(sessions, base("BPS 2022", {"51": 2_607_070}), "bps.xlsx", complete=True)
    with sessions() as session:
        assert [each.name for each in figures.worker_bases(session)] == ["UCJ 2025", "BPS 2022"]


def test_targets_of_another_year_stay(sessions: Sessions) -> None:
    store(sessions, target(0.6769, year=2025), "2025.xlsx")
    store(sessions, target(0.7386), "2026.xlsx", complete=True)
    with sessions() as session:
        assert [(each.year, each.share) for each in figures.targets(session)] == [(2025, 0.6769), (2026, 0.7386)]


def test_a_later_value_of_a_base_takes_its_note_along(sessions: Sessions) -> None:
    store(sessions, base("UCJ 2025", {"51.04": 1, "51.05": 2}, note="sementara"), "a.xlsx")
    store(sessions, base("UCJ 2025", {"51.04": 3}), "b.xlsx")
    with sessions() as session:
        [known] = figures.worker_bases(session)
    assert [(key[0], workers) for key, workers in known.workers.items()] == [("51.04", 3), ("51.05", 2)]
    assert [key[0] for key in known.notes] == ["51.05"]


def test_an_import_named_as_replaced_is_replaced_whatever_its_sender(sessions: Sessions) -> None:
    old = store(sessions, recap({"51.04": 1}), "lama.xlsx", sender="Desa")
    new = store(sessions, recap({"51.05": 2}), "baru.xlsx", replaces=(old.import_id,))
    with sessions() as session:
        assert imports.list_imports(session)[1].replaced_by == new.import_id
    assert recap_people(sessions) == {"51.05": 2}
    undo(sessions, new.import_id)
    assert recap_people(sessions) == {"51.04": 1}


def test_undoing_the_middle_of_a_chain_leaves_its_end_in_place(sessions: Sessions) -> None:
    store(sessions, recap({"51.04": 1}), "a.xlsx", complete=True)
    middle = store(sessions, recap({"51.04": 2}), "b.xlsx", complete=True)
    end = store(sessions, recap({"51.04": 3}), "c.xlsx", complete=True)
    undo(sessions, middle.import_id)
    assert states(sessions) == {"a.xlsx": "digantikan", "b.xlsx": "diurungkan", "c.xlsx": "tersimpan"}
    undo(sessions, end.import_id)
    assert recap_people(sessions) == {"51.04": 1}


def test_imports_that_are_gone_cannot_be_named(sessions: Sessions) -> None:
    gone = store(sessions, recap({"51.04": 1}), "a.xlsx").import_id
    undo(sessions, gone)
    with sessions() as session:
        for unknown in (gone, 77):
            with pytest.raises(UnknownImport):
                imports.require(session, [unknown])


def test_waiting_rows_are_listed_with_the_first_of_them(sessions: Sessions) -> None:
    waits = people(Participant(5, NIK_1, "A", region=SAKTI), parked=3)
    first = store(sessions, waits, "a.xlsx").import_id
    store(sessions, people(Participant(5, NIK_2, "B", region=SAKTI)), "b.xlsx")
    with sessions() as session:
        [(record, problem)] = imports.waiting(session)
    assert (record.id, record.counts.parked, problem.value) == (first, 3, "123")
    undo(sessions, first)
    with sessions() as session:
        assert imports.waiting(session) == []


def test_figures_keep_where_they_come_from(sessions: Sessions) -> None:
    store(sessions, replace(recap({"51.04": 130_300}), sheet="Rekap"), "rekap.xlsx", sender="Kanwil")
    with sessions() as session:
        [fact] = figures.recap_facts(session, "51")
        assert figures.recap_facts(session, "51.05") == []
    assert (fact.origin.file, fact.origin.sheet, fact.origin.cell) == ("rekap.xlsx", "Rekap", "D5")
    assert (fact.origin.sender, fact.period) == ("Kanwil", JANUARY)
