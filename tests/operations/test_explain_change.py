"""Why a figure changed: who came and went, what was corrected, what nobody can tell. All invented."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.errors import NoFigures
from desktop_app.domain.segments import Numerator, Sector
from desktop_app.operations.coverage import CoverageQuery
from desktop_app.operations.explain_change import Change, explain_change
from desktop_app.operations.locks import lock_month
from desktop_app.operations.workspace import Workspace
from tests.operations.sheets import FEBRUARY, JANUARY, MARCH, Person, base, people, recap

SAKTI, SELAT = "51.05.01.2001", "51.05.03.2016"
BEFORE: tuple[Person, ...] = ((1, "PU", SAKTI), (2, "BPU", SAKTI), (3, "BPU", SELAT), (4, "PU", SELAT))
AFTER: tuple[Person, ...] = ((1, "PU", SAKTI), (2, "PU", SELAT), (3, "BPU", SELAT), (5, "PU", SAKTI), (6, "BPU", SAKTI))
"""4 left; 5 and 6 came; 2 moved to another village and from BPU to PU."""


def parts(change: Change | None) -> dict[str, int]:
    assert change is not None
    assert sum(part.people for part in change.parts) == change.after - change.before
    return {part.kind.value: part.people for part in change.parts if part.people}


def ask(region: str = "51.05", period: date = FEBRUARY, sector: Sector = Sector.SEMUA, **more: object) -> CoverageQuery:
    return CoverageQuery(region=region, period=period, sector=sector, **more)  # type: ignore[arg-type]


@pytest.fixture
def listed(workspace: Workspace, tmp_path: Path) -> Workspace:
    base(workspace, {"51.05": 20, "51.05.01": 10, "51.05.03": 10, SAKTI: 4})
    people(workspace, tmp_path, JANUARY, BEFORE)
    people(workspace, tmp_path, FEBRUARY, AFTER)
    return workspace


@pytest.mark.parametrize(
    ("region", "sector", "ends", "expected"),
    [
        ("51.05", Sector.SEMUA, (4, 5), {"masuk": 2, "keluar": -1}),
        (SAKTI, Sector.SEMUA, (2, 3), {"masuk": 2, "pindah": -1}),
        ("51.05.03", Sector.SEMUA, (2, 2), {"keluar": -1, "pindah": 1}),
    ],
)
def test_who_came_and_went(
    listed: Workspace, region: str, sector: Sector, ends: tuple[int, int], expected: dict[str, int]
) -> None:
    change = explain_change(listed, ask(region, sector=sector))
    assert parts(change) == expected
    assert change is not None
    assert (change.before, change.after, change.since, change.until) == (*ends, JANUARY, FEBRUARY)


def test_over_several_months(listed: Workspace, tmp_path: Path) -> None:
    people(listed, tmp_path, MARCH, AFTER[:3])
    assert parts(explain_change(listed, ask(period=MARCH), JANUARY)) == {"masuk": 2, "keluar": -3}
    newest = explain_change(listed, ask(period=MARCH))
    assert newest is not None
    assert newest.since == FEBRUARY


def test_what_recaps_leave_open(listed: Workspace, tmp_path: Path) -> None:
    recap(listed, tmp_path, MARCH, {"51.05": 9})
    assert parts(explain_change(listed, ask(period=MARCH))) == {"belum terurai": 4}


def test_other_numerators_are_not_told_by_these_lists(listed: Workspace) -> None:
    assert parts(explain_change(listed, ask(numerator=Numerator(jakon=False)))) == {"belum terurai": 1}


def test_each_end_on_its_own_base(workspace: Workspace, tmp_path: Path) -> None:
    base(workspace, {"51.04": 100}, "Lama")
    base(workspace, {"51.04": 80}, "Baru")
    recap(workspace, tmp_path, JANUARY, {"51.04": 40}, base="Lama")
    recap(workspace, tmp_path, FEBRUARY, {"51.04": 44}, base="Baru")
    change = explain_change(workspace, ask("51.04"))
    assert change is not None
    assert (change.base_before, change.base_after) == ("Lama", "Baru")
    assert (change.before_share, change.after_share) == (0.4, 0.55)
    assert [(part.kind.value, part.hundredths) for part in change.parts if part.hundredths] == [
        ("penyebut", 1000), ("belum terurai", 500),
    ]  # fmt: skip
    same = explain_change(workspace, ask("51.04", base="Baru"))
    assert same is not None
    assert [(part.kind.value, part.hundredths) for part in same.parts if part.hundredths] == [("belum terurai", 500)]


def test_a_locked_month_begins_with_what_was_reported(listed: Workspace, tmp_path: Path) -> None:
    lock_month(listed, "51.05", JANUARY, "Laporan Januari")
    people(listed, tmp_path, JANUARY, ((7, "PU", SAKTI),), complete=False)
    change = explain_change(listed, ask())
    assert parts(change) == {"masuk": 2, "keluar": -2, "koreksi": 1}
    assert change is not None
    assert change.before == 4
    [corrected] = [part for part in change.parts if part.kind.value == "koreksi"]
    assert corrected.detail.startswith("Dilaporkan 4 (Laporan Januari, dikunci ")


def test_nothing_to_compare(listed: Workspace) -> None:
    assert explain_change(listed, ask(period=JANUARY)) is None


@pytest.mark.parametrize(
    ("period", "since", "said"),
    [
        (
            MARCH,
            None,
            "Kabupaten Klungkung belum punya jumlah peserta Maret 2026. Bulan terbaru yang punya: Februari 2026.",
        ),
        (
            date(2025, 6, 30),
            None,
            "Kabupaten Klungkung belum punya jumlah peserta Juni 2025. Bulan terbaru yang punya: Februari 2026.",
        ),
        (
            FEBRUARY,
            date(2025, 6, 30),
            "Kabupaten Klungkung belum punya jumlah peserta Juni 2025. Bulan terbaru yang punya: Februari 2026.",
        ),
        (FEBRUARY, MARCH, "Bulan awal harus sebelum Februari 2026, bulan yang dijelaskan."),
    ],
)
def test_a_month_without_a_figure_is_not_explained(
    listed: Workspace, period: date, since: date | None, said: str
) -> None:
    with pytest.raises(NoFigures) as refused:
        explain_change(listed, ask(period=period), since)
    assert str(refused.value) == said


def test_a_change_between_sums(workspace: Workspace, tmp_path: Path) -> None:
    base(workspace, {"51.05": 20, "51.05.01": 10, "51.05.03": 10})
    parts_of_klungkung = {"51.05.01": 4, "51.05.02": 1, "51.05.03": 3, "51.05.04": 2}
    recap(workspace, tmp_path, JANUARY, parts_of_klungkung)
    recap(workspace, tmp_path, FEBRUARY, parts_of_klungkung | {"51.05.03": 5})
    change = explain_change(workspace, ask())
    assert change is not None
    assert (change.since, change.before, change.until, change.after) == (JANUARY, 10, FEBRUARY, 12)
