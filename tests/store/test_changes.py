"""What a newer complete list says otherwise than the one whose place it takes."""

from desktop_app.domain.records import ListChanges
from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import Participant
from desktop_app.store.database import Sessions
from tests.store.builders import BUNGA_MEKAR, KAJA, NIK_1, NIK_2, NIK_3, SAKTI, arrival, people, store_table

NIK_4 = "5105014404940004"


def test_people_who_came_went_moved_or_are_enrolled_otherwise(sessions: Sessions) -> None:
    before = people(
        Participant(5, NIK_1, "Ni Tetap", region=SAKTI),
        Participant(6, NIK_2, "Ni Pergi", region=SAKTI),
        Participant(7, NIK_3, "Ni Pindah", region=SAKTI),
        Participant(8, NIK_4, "Ni Ganti", region=BUNGA_MEKAR),
    )
    after = people(
        Participant(5, NIK_1, "Ni Tetap", region=SAKTI),
        Participant(6, "5105014505950005", "Ni Baru", region=SAKTI),
        Participant(7, NIK_3, "Ni Pindah", region=KAJA),
        Participant(8, NIK_4, "Ni Ganti", region=BUNGA_MEKAR, segment=Segment.BPU),
    )
    with sessions.begin() as session:
        store_table(session, before, arrival(before, "lama.xlsx", complete=True))
    with sessions.begin() as session:
        how = arrival(after, "baru.xlsx", complete=True)
        wider = arrival(after, "baru.xlsx", complete=True, scope=how.scope)
        stored = store_table(session, after, wider)
    assert stored.changes == ListChanges(joined=1, left=1, moved=1, changed=1)


def test_a_list_that_adds_changes_nobody(sessions: Sessions) -> None:
    first, second = people(Participant(5, NIK_1, "Ni A")), people(Participant(5, NIK_2, "Ni B"))
    with sessions.begin() as session:
        store_table(session, first, arrival(first, "a.xlsx"))
        assert store_table(session, second, arrival(second, "b.xlsx")).changes is None
