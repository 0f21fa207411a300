"""People of participants sheets: once by NIK, with what waits, and with what the sheets were declared to cover."""

from collections.abc import Collection, Iterable
from datetime import date

from desktop_app.domain.facts import ListedPeople
from desktop_app.domain.scopes import Scope
from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import Participant, Table
from desktop_app.store import imports, listed
from desktop_app.store.database import Sessions
from tests.store.builders import (
    BUNGA_MEKAR,
    FEBRUARY,
    JANUARY,
    KAJA,
    NIK_1,
    NIK_2,
    NIK_3,
    SAKTI,
    SELAT,
    arrival,
    people,
    store_table,
)

PU, BPU, JAKON = Segment.PU, Segment.BPU, Segment.JAKON


def store(sessions: Sessions, table: Table, file: str = "a.xlsx", **how: object) -> int:
    with sessions.begin() as session:
        return store_table(session, table, arrival(table, file, **how)).import_id


def figures(sessions: Sessions, regions: Collection[str] | None = None) -> dict[str, ListedPeople]:
    with sessions() as session:
        return {each.region: each for each in listed.listed_people(session, regions)}


def persons(*rows: tuple[str, str | None, Segment]) -> Iterable[Participant]:
    return [Participant(row, nik, "Contoh", region=region, segment=of) for row, (nik, region, of) in enumerate(rows, 5)]


def test_a_person_in_two_segments_and_places_counts_once_where_both_lie(sessions: Sessions) -> None:
    store(sessions, people(*persons((NIK_1, SAKTI, PU), (NIK_1, KAJA, BPU), (NIK_2, SAKTI, BPU))))
    found = figures(sessions)
    assert {code: each.people for code, each in found.items()} == {
        "0": 2, "51": 2, "51.05": 2, "51.05.01": 2, SAKTI: 2, "51.05.03": 1, KAJA: 1,
    }  # fmt: skip
    assert found["51.05"].by_segment == {PU: 1, BPU: 2}


def test_who_is_not_active_or_has_no_place_does_not_count_there(sessions: Sessions) -> None:
    gone = Participant(7, NIK_3, "Contoh", region=SAKTI, active=False)
    store(sessions, people(*persons((NIK_1, SAKTI, PU), (NIK_2, None, PU)), gone))
    assert figures(sessions)["51"].people == 1


def test_months_and_invented_people_stay_apart(sessions: Sessions) -> None:
    store(sessions, people(*persons((NIK_1, SAKTI, PU))))
    store(sessions, people(*persons((NIK_2, SAKTI, PU)), period=FEBRUARY), "b.xlsx")
    store(sessions, people(*persons((NIK_3, SAKTI, PU)), sample=True), "c.xlsx")
    with sessions() as session:
        found = [(each.period, each.sample, each.people) for each in listed.listed_people(session, [SAKTI])]
    assert found == [(JANUARY, False, 1), (JANUARY, True, 1), (FEBRUARY, False, 1)]


def test_rows_that_wait_count_for_the_region_that_holds_their_sheet(sessions: Sessions) -> None:
    store(sessions, people(*persons((NIK_1, SAKTI, PU), (NIK_2, BUNGA_MEKAR, PU)), parked=3))
    store(sessions, people(*persons((NIK_3, SELAT, PU)), parked=2), "b.xlsx")
    waiting = {code: each.waiting for code, each in figures(sessions).items()}
    assert waiting == {
        "0": 5,
        "51": 5,
        "51.05": 3,
        "51.05.01": 3,
        SAKTI: 0,
        BUNGA_MEKAR: 0,
        "51.07": 2,
        "51.07.06": 2,
        SELAT: 2,
    }


def test_rows_that_wait_are_told_where_nobody_counts(sessions: Sessions) -> None:
    store(sessions, people(parked=4), scope=Scope(frozenset({"PU"}), frozenset({"51.05"})))
    assert (figures(sessions)["51.05"].people, figures(sessions)["51.05"].waiting) == (0, 4)


def test_a_sheet_is_complete_for_its_own_segments_and_regions(sessions: Sessions) -> None:
    store(sessions, people(*persons((NIK_1, SAKTI, PU), (NIK_2, BUNGA_MEKAR, PU))), complete=True)
    store(sessions, people(*persons((NIK_3, SAKTI, BPU))), "b.xlsx")
    found = figures(sessions)
    assert found["51.05.01"].complete_segments == found[SAKTI].complete_segments == {PU}
    assert found["51.05"].complete_segments == found["51"].complete_segments == frozenset()
    assert not found[SAKTI].complete


def test_a_region_is_complete_when_all_three_segments_are(sessions: Sessions) -> None:
    rows = persons((NIK_1, SAKTI, PU), (NIK_2, KAJA, BPU), (NIK_3, SAKTI, JAKON))
    store(sessions, people(*rows), complete=True)
    assert figures(sessions)["51.05"].complete
    assert not figures(sessions)["51"].complete


def test_two_regencies_in_one_sheet_do_not_make_the_province_complete(sessions: Sessions) -> None:
    store(sessions, people(*persons((NIK_1, SAKTI, PU), (NIK_2, SELAT, PU))), complete=True)
    found = figures(sessions)
    assert found["51.05"].complete_segments == found["51.07"].complete_segments == {PU}
    assert found["51"].complete_segments == frozenset()


def test_regions_and_months_can_be_asked_for_alone(sessions: Sessions) -> None:
    store(sessions, people(*persons((NIK_1, SAKTI, PU), (NIK_2, SELAT, PU)), parked=1))
    store(sessions, people(*persons((NIK_1, SAKTI, PU)), period=FEBRUARY), "b.xlsx")
    with sessions() as session:
        found = [(each.region, each.period) for each in listed.listed_people(session, ["51.07", SAKTI], [JANUARY])]
        assert found == [(SAKTI, JANUARY), ("51.07", JANUARY)]
        assert [each.period for each in listed.listed_people(session, [SAKTI])] == [JANUARY, FEBRUARY]
        assert listed.listed_people(session, ["51.0"]) == []
        assert listed.listed_months(session, "51.07") == [JANUARY]
        assert listed.listed_months(session, "0") == [JANUARY, FEBRUARY]


def test_a_replaced_sheet_does_not_count_until_it_returns(sessions: Sessions) -> None:
    store(sessions, people(*persons((NIK_1, SAKTI, PU), (NIK_2, SAKTI, PU))))
    newer = store(sessions, people(*persons((NIK_3, SAKTI, PU))), "b.xlsx", complete=True)
    assert figures(sessions)[SAKTI].people == 1
    with sessions.begin() as session:
        imports.undo_import(session, newer)
    assert figures(sessions)[SAKTI].people == 2


def test_the_list_shows_each_person_once_with_all_sources_and_a_masked_nik(sessions: Sessions) -> None:
    store(sessions, people(*persons((NIK_1, SAKTI, PU), (NIK_2, KAJA, BPU))), "a.xlsx")
    moved = Participant(
        9, NIK_1, "Ni Wayan Contoh", date(1990, 1, 1), "P", region=KAJA, segment=BPU, company="PT Contoh"
    )
    store(sessions, people(moved), "b.xlsx")
    with sessions() as session:
        first, second = listed.people(session, "51.05", JANUARY, False, 0, 10)
        assert listed.people(session, "51.05", JANUARY, False, 1, 1) == [second]
        assert [each.name for each in listed.people(session, SAKTI, JANUARY, False, 0, 10)] == ["Ni Wayan Contoh"]
    assert (second.nik, second.name, second.birth_date) == ("5105••••••••0001", "Ni Wayan Contoh", date(1990, 1, 1))
    assert (second.segments, second.region, second.company) == ((BPU, PU), KAJA, "PT Contoh")
    assert second.sources == ("a.xlsx, Lembar1, baris 5", "b.xlsx, Lembar1, baris 9")
    assert first.nik == "5105••••••••0002"


def test_a_workbook_of_many_tables_is_counted_once_at_the_end(sessions: Sessions) -> None:
    with sessions.begin() as session, listed.counted_at_end(session):
        for file, nik in (("a.xlsx", NIK_1), ("b.xlsx", NIK_2)):
            table = people(*persons((nik, SAKTI, PU)))
            store_table(session, table, arrival(table, file))
        assert listed.listed_people(session, [SAKTI]) == []
    assert figures(sessions)[SAKTI].people == 2
