"""What a table speaks for, and which import takes the place of which."""

from datetime import date

from desktop_app.domain.scopes import Scope, ScopedImport, areas_of, replaced_by, scope_of, shared_region
from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import Participant, SheetKind
from tests.store.builders import JANUARY, KAJA, NIK_1, SAKTI, SELAT, people, recap, target


def scope(parts: str, areas: str) -> Scope:
    return Scope(frozenset(parts.split()), frozenset(areas.split()))


def came(
    number: int, of: Scope, *, sender: str = "Cabang", complete: bool = True, period: date | None = JANUARY,
    file: str = "", replaces: tuple[int, ...] = (),
) -> ScopedImport:  # fmt: skip
    return ScopedImport(
        id=number, sha256=file or str(number), sender=sender, kind=SheetKind.PESERTA, period=period, complete=complete,
        scope=of, replaces=frozenset(replaces),
    )  # fmt: skip


def test_areas_are_the_smallest_region_or_the_regencies() -> None:
    assert areas_of([SAKTI, KAJA]) == {"51.05"}
    assert areas_of([SAKTI, SAKTI]) == {SAKTI}
    assert areas_of([SAKTI, SELAT, None]) == {"51.05", "51.07"}
    assert areas_of(["51", "51.05", "51.07"]) == {"51"}
    assert areas_of([SAKTI, "35.15.01.2001"]) == {"51.05", "35.15"}
    assert areas_of([None]) == frozenset()


def test_the_shared_region_ends_at_the_province() -> None:
    assert shared_region(["51.05", "51.07"]) == "51"
    assert shared_region(["51.05", "51.05.01"]) == "51.05"
    assert shared_region(["51.05.01", "51.05.10"]) == "51.05"
    assert shared_region(["51", "35"]) is None
    assert shared_region([]) is None


def test_a_scope_follows_the_rows_unless_it_is_declared() -> None:
    rows = [Participant(5, NIK_1, "Contoh", region=SAKTI, segment=Segment.BPU)]
    assert scope_of(people(*rows)) == scope("BPU", SAKTI)
    assert scope_of(people(*rows), "51.05", [Segment.PU, Segment.BPU]) == scope("PU BPU", "51.05")
    assert scope_of(recap({"51.04": 1, "51.05": 2})) == scope("total", "51.04 51.05")
    assert scope_of(recap({"51.04": 1}), "51", [Segment.PU]) == scope("total", "51")
    assert scope_of(target(0.7, year=2026)) == scope("Sekda|2026|semua", "51")


def test_a_scope_holds_smaller_ones_only() -> None:
    whole = scope("PU BPU", "51.05")
    assert whole.holds(scope("PU", f"{SAKTI} {KAJA}"))
    assert not whole.holds(scope("PU JAKON", SAKTI))
    assert not whole.holds(scope("PU", f"{SAKTI} {SELAT}"))
    assert not scope("PU", SAKTI).holds(whole)
    assert not whole.holds(scope("", ""))


def test_only_a_complete_newer_import_of_the_same_sender_and_month_replaces() -> None:
    small, whole = scope("PU", SAKTI), scope("PU", "51.05")
    assert replaced_by([came(1, small), came(2, whole)]) == {1: 2}
    assert replaced_by([came(1, small), came(2, whole, complete=False)]) == {}
    assert replaced_by([came(1, small), came(2, whole, sender="Desa")]) == {}
    assert replaced_by([came(1, small, sender=""), came(2, whole, sender="")]) == {}
    assert replaced_by([came(1, small), came(2, whole, period=date(2026, 2, 28))]) == {}
    assert replaced_by([came(1, small, file="a"), came(2, whole, file="a")]) == {}


def test_each_import_is_replaced_by_the_first_that_took_its_place() -> None:
    whole = scope("PU", "51.05")
    assert replaced_by([came(3, whole), came(1, whole), came(2, whole)]) == {1: 2, 2: 3}
    assert replaced_by([came(1, whole), came(3, whole)]) == {1: 3}


def test_a_named_import_is_replaced_in_any_case() -> None:
    old, new = came(1, scope("PU", SAKTI), sender="Desa"), came(2, scope("BPU", SELAT), complete=False, replaces=(1,))
    assert replaced_by([old, new]) == {1: 2}
