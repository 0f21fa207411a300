"""Locked months: the figures as reported, and what was corrected since."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.domain.errors import MissingWords, MonthLocked, NoFigures, UnknownLock
from desktop_app.domain.segments import Sector
from desktop_app.domain.sheets import SheetKind
from desktop_app.operations.import_sheet import ImportRequest, import_sheet, undo_imports
from desktop_app.operations.locks import corrections, lock_month, lock_of, locks, unlock_month
from desktop_app.operations.workspace import Workspace

MARCH = date(2025, 3, 31)
SEPTEMBER = date(2025, 9, 30)
REPORT = "Laporan Bupati September 2025"


def recap(workspace: Workspace, folder: Path, people: int, name: str) -> int:
    """A recap of Gianyar for September 2025 with so many people (invented); the number of its import."""
    book = Workbook()
    sheet = book.worksheets[0]
    rows = (
        ["REKAP CAKUPAN, bulan data 30-09-2025"],
        ["Kode", "Kabupaten/Kota", "Peserta aktif", "Nama penyebut"],
        ["51.04", "Gianyar", people, "UCJ 2025"],
    )
    for row in rows:
        sheet.append(row)
    book.save(folder / name)
    request = ImportRequest(path=folder / name, kind=SheetKind.REKAP, period=SEPTEMBER, sender="Cabang Contoh")
    return import_sheet(workspace, request).tables[0].import_id or 0


def test_a_lock_keeps_the_figures_as_they_were_reported(filled: Workspace) -> None:
    lock = lock_month(filled, "51.04", date(2025, 9, 2), REPORT)
    kept = lock_of(filled, "51.04", SEPTEMBER)
    assert kept == lock
    assert [(f.region, f.base, f.sector, f.active, f.workers) for f in lock.figures] == [
        ("51.04", "UCJ 2025", Sector.SEMUA, 130_300, 198_628)
    ]


def test_a_lock_holds_for_all_below_and_for_its_month_only(filled: Workspace) -> None:
    lock_month(filled, "51.04", SEPTEMBER, REPORT)
    assert lock_of(filled, "51.04.05.2006", SEPTEMBER) is not None
    assert lock_of(filled, "51.03", SEPTEMBER) is None
    assert lock_of(filled, "51.04", MARCH) is None


def test_what_changed_since_is_told_apart(filled: Workspace, tmp_path: Path) -> None:
    lock = lock_month(filled, "51.04", SEPTEMBER, REPORT)
    assert corrections(filled, lock) == []
    recap(filled, tmp_path, 130_345, "Rekap ralat.xlsx")
    [changed] = corrections(filled, lock)
    assert (changed.region.code, changed.sector, changed.people) == ("51.04", Sector.SEMUA, 45)
    assert changed.reported is not None
    assert changed.reported.active == 130_300
    assert changed.now is not None
    assert changed.now.active == 130_345


def test_taking_the_correction_back_leaves_nothing_to_tell(filled: Workspace, tmp_path: Path) -> None:
    lock = lock_month(filled, "51.04", SEPTEMBER, REPORT)
    undo_imports(filled, [recap(filled, tmp_path, 130_345, "Rekap ralat.xlsx")])
    assert corrections(filled, lock) == []


def test_a_lock_is_opened_with_a_reason_and_stays_as_history(filled: Workspace) -> None:
    lock = lock_month(filled, "51.04", SEPTEMBER, REPORT)
    with pytest.raises(MissingWords):
        unlock_month(filled, lock.id, " ")
    unlock_month(filled, lock.id, "Rekap cabang diganti")
    assert lock_of(filled, "51.04", SEPTEMBER) is None
    [history] = locks(filled)
    assert (history.reason, history.closed) == ("Rekap cabang diganti", False)
    with pytest.raises(UnknownLock):
        unlock_month(filled, lock.id, "sekali lagi")


def test_a_month_is_locked_once_and_only_with_figures_and_a_report(filled: Workspace) -> None:
    lock_month(filled, "51.04", SEPTEMBER, REPORT)
    with pytest.raises(MonthLocked, match="September 2025 sudah terkunci untuk Kabupaten Gianyar"):
        lock_month(filled, "51.04", SEPTEMBER, "Laporan lain")
    with pytest.raises(MissingWords, match="Nama laporan"):
        lock_month(filled, "51.04", MARCH, "")
    with pytest.raises(NoFigures):
        lock_month(filled, "51.05", MARCH, "Laporan Maret")
