"""Beranda: what waits, what is missing, and how fast the office's region must grow."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook

from desktop_app.operations.home import home
from desktop_app.operations.import_sheet import ImportRequest, import_sheet, list_imports, undo_imports
from desktop_app.operations.offices import name_office
from desktop_app.operations.workspace import Workspace
from tests.operations.sheets import FEBRUARY, JANUARY, base, recap, target

TODAY = date(2026, 2, 3)


def test_a_fresh_workspace(workspace: Workspace) -> None:
    page = home(workspace, TODAY)
    assert (page.office, page.missing, page.pace, page.backup) == (None, None, None, None)
    assert (page.waiting, page.letters, page.workbooks) == ((), (), ())


def test_an_office_without_figures(workspace: Workspace) -> None:
    name_office(workspace, region="51.04", agency="Dinas Tenaga Kerja")
    page = home(workspace, TODAY)
    assert page.office is not None
    assert (page.missing, page.pace) == (None, None)


def test_what_waits_and_what_is_missing(filled: Workspace) -> None:
    page = home(filled, TODAY)
    assert sum(each.rows for each in page.waiting) == sum(
        record.counts.parked for record in list_imports(filled) if record.state == "tersimpan"
    )
    assert all(each.first.message and each.first.step for each in page.waiting)
    assert page.missing is not None
    assert (page.missing.whole.code, page.missing.of) == ("51", 9)
    assert "51.07" in [region.code for region in page.missing.regions]
    assert len(page.workbooks) == 5
    assert page.backup is not None


def test_rows_of_an_import_that_was_taken_back_do_not_wait(filled: Workspace) -> None:
    waiting = home(filled, TODAY).waiting
    undo_imports(filled, [each.import_id for each in waiting])
    assert home(filled, TODAY).waiting == ()


def test_an_office_of_the_province_asks_for_the_same_figures(filled: Workspace) -> None:
    own = home(filled, TODAY)
    name_office(filled, region="51")
    whole = home(filled, TODAY)
    assert whole.office is not None
    assert whole.office.region == "51"
    assert whole.missing == own.missing


def test_the_pace_to_the_target_and_the_pace_needed(filled: Workspace, tmp_path: Path) -> None:
    november = Workbook()
    for row in (
        ("REKAP PESERTA AKTIF", None, None),
        ("Kabupaten/Kota", "Peserta Aktif", "Penyebut"),
        ("Kabupaten Gianyar", 131_500, "UCJ 2025"),
    ):
        november.worksheets[0].append(row)
    november.save(tmp_path / "rekap.xlsx")
    report = import_sheet(filled, ImportRequest(path=tmp_path / "rekap.xlsx", period=date(2025, 11, 30)))
    assert report.counts.new == 1
    pace = home(filled, date(2025, 10, 15)).pace
    assert pace is not None
    # 67,28 % of 198.628 are 133.637 people; 130.300 in September, 131.500 in November.
    assert (pace.region.code, pace.base, pace.gap_people, pace.months) == ("51.04", "UCJ 2025", 2_137, 2)
    assert (pace.since, pace.period) == (date(2025, 9, 30), date(2025, 11, 30))
    assert (pace.pace, pace.needed, pace.out_of_reach) == (600, 1_068.5, True)
    assert home(filled, date(2026, 1, 2)).pace is None


def test_parts_whose_pace_misses_the_target(workspace: Workspace, tmp_path: Path) -> None:
    """Invented: Gianyar lacks 170 of 480 people and grows by 10 a month, Bangli has reached its 320."""
    base(workspace, {"51": 1_000, "51.04": 600, "51.05": 20, "51.06": 400})
    target(workspace, "51", 0.8)
    recap(workspace, tmp_path, JANUARY, {"51.04": 300, "51.05": 1, "51.06": 310})
    recap(workspace, tmp_path, FEBRUARY, {"51.04": 310, "51.06": 330})
    name_office(workspace, region="51", agency="Dinas Tenaga Kerja")
    page = home(workspace, TODAY)
    [gianyar] = page.out_of_reach
    assert (gianyar.region.code, gianyar.gap_people, gianyar.months, gianyar.pace) == ("51.04", 170, 10, 10)
    assert (gianyar.since, gianyar.period, page.behind) == (JANUARY, FEBRUARY, 1)
    assert page.missing is not None
    assert "51.05" in [region.code for region in page.missing.regions]
    assert (page.own_missing, page.backup_days) == (None, 0)


def test_an_office_of_a_regency_sees_its_own_kecamatan(workspace: Workspace, tmp_path: Path) -> None:
    base(workspace, {"51.04": 600})
    recap(workspace, tmp_path, FEBRUARY, {"51.04": 310})
    name_office(workspace, region="51.04", agency="Dinas Tenaga Kerja")
    own = home(workspace, TODAY).own_missing
    assert own is not None
    assert (own.whole.code, len(own.regions), own.of) == ("51.04", 7, 7)
