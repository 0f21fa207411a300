"""The answer for machines: every row, every sum, the promised keys, and NIK only for a stated purpose."""

from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from desktop_app.operations.import_sheet import ImportRequest, check_sheet
from desktop_app.operations.machine_report import machine_report, refusal
from desktop_app.operations.offices import list_events
from desktop_app.operations.workspace import Workspace

HEADER = ("No", "NIK", "Nama", "Tanggal Lahir", "Segmen", "Status", "Kabupaten/Kota", "Kecamatan", "Desa")
SUANA = ("Kabupaten Klungkung", "Nusa Penida", "Suana")
ROWS = (
    (1, "5105014101909001", "Ni Satu", "01-01-1990", "PU", "Aktif", *SUANA),
    (2, "5105014101909001", "Ni Satu", "01-01-1990", "BPU", "Aktif", *SUANA),
    (3, "5105010202919002", "I Dua", "02-02-1991", "BPU", "Non Aktif", "Kabupaten Klungkung", "Nusa Penida", "Suanaa"),
    (4, 5105010303929000, "I Tiga", "03-03-1992", "PU", "Aktif", *SUANA),
    ("JUMLAH", None, 4),
)


def sheet(path: Path) -> Path:
    book = Workbook()
    data, hidden = book.worksheets[0], book.create_sheet("Arsip")
    data.title, hidden.sheet_state = "Data", "hidden"
    for row in (("DAFTAR PESERTA per 31 Maret 2025",), HEADER, *ROWS):
        data.append(row)
    hidden.append(HEADER)
    hidden.append((1, "5105014404949004", "Ni Arsip", "04-04-1994", "PU", "Aktif", *SUANA))
    data.row_dimensions[3].hidden = True
    book.save(path)
    return path


def test_every_row_and_every_sum(workspace: Workspace, tmp_path: Path) -> None:
    report = check_sheet(workspace, ImportRequest(path=sheet(tmp_path / "a.xlsx")))
    said: dict[str, Any] = machine_report(workspace, report, show_nik="uji")
    klungkung = {"regency": "51.05", "kecamatan": "51.05.01", "desa": "51.05.01.2007"}
    satu = {
        "sheet": "Data",
        "nik": "5105014101909001",
        "name": "Ni Satu",
        "birth": "1990-01-01",
        "active": True,
        **klungkung,
    }
    assert said["open"] == "ok"
    assert said["rows"] == [
        {**satu, "row": 3, "segment": "PU", "warn": ["hidden_row", "two_segments"]},
        {**satu, "row": 4, "segment": "BPU", "warn": ["two_segments"]},
        {
            "sheet": "Data", "row": 5, "nik": "5105010202919002", "name": "I Dua", "birth": "1991-02-02", "segment": "BPU",
            "active": False, "regency": "51.05", "kecamatan": "51.05.01", "desa": None, "warn": ["region_unknown"],
        },
    ]  # fmt: skip
    [damaged] = said["rejected"]
    assert (damaged["row"], damaged["column"], damaged["value"], damaged["state"]) == (
        6,
        "NIK",
        "5105010303929000",
        "parked",
    )
    march = {
        "distinct": 2, "distinct_active": 1, "by_regency_active": {"51.05": 1}, "by_segment_active": {"BPU": 1, "PU": 1},
        "by_regency_segment_active": {"51.05|BPU": 1, "51.05|PU": 1},
    }  # fmt: skip
    assert said["persons"] == march
    assert said["by_period"] == {"2025-03": march}
    assert said["counts"] == {
        "new": 2, "changed": 0, "same": 1, "parked": 1, "refused": 0, "not_data": 3, "read": 7,
    }  # fmt: skip
    [found] = said["sheets"]
    assert (found["kind"], found["header_rows"], found["period"]) == ("peserta", [2], "2025-03")
    assert found["columns"] == {
        "A": "no", "B": "nik", "C": "name", "D": "birth_date", "E": "segment", "F": "status", "G": "kabupaten",
        "H": "kecamatan", "I": "desa",
    }  # fmt: skip
    assert any("Arsip" in line for line in said["messages"])
    assert (said["asked_optional"], said["asked_hidden"]) == (False, False)


def test_nik_stand_in_clear_only_for_a_purpose_that_is_logged(workspace: Workspace, tmp_path: Path) -> None:
    report = check_sheet(workspace, ImportRequest(path=sheet(tmp_path / "a.xlsx")))
    masked: dict[str, Any] = machine_report(workspace, report)
    assert {row["nik"] for row in masked["rows"]} == {"5105••••••••9001", "5105••••••••9002"}
    assert "5105010303929000" not in str(masked)
    assert [event.what for event in list_events(workspace, 10)] == []
    machine_report(workspace, report, show_nik="mencocokkan dengan Dukcapil")
    [event] = list_events(workspace, 10)
    assert (event.what, "mencocokkan dengan Dukcapil" in event.detail) == ("tampilkan NIK", True)


def test_a_file_that_cannot_be_read_has_the_same_keys(workspace: Workspace, tmp_path: Path) -> None:
    report = check_sheet(workspace, ImportRequest(path=sheet(tmp_path / "a.xlsx"), period=date(2025, 3, 31)))
    whole, nothing = machine_report(workspace, report), refusal("Rusak.", "Minta lagi.")
    assert whole.keys() <= nothing.keys()
    assert (nothing["open"], nothing["reason"], nothing["rows"]) == ("refuse", "Rusak.", [])
