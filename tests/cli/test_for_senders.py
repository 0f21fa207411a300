"""The commands `return` and `template`: files for those who send lists."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from desktop_app.cli.commands import parse, run
from desktop_app.domain.returned import STATUS

ROWS = (
    ("DAFTAR PESERTA AKTIF JANUARI 2026",), (),
    ("NO", "NIK", "NAMA LENGKAP", "TANGGAL LAHIR", "KELURAHAN", "KECAMATAN", "KOTA/KAB"),
    (1, "5105014101909001", "Ni Wayan Rekaan", "01-01-1990", "Suana", "Nusa Penida", "Kab. Klungkung"),
    (2, "51050102029190", "I Nyoman Kurang", "02-02-1991", "Suana", "Nusa Penida", "Kab. Klungkung"),
)  # fmt: skip


def asked(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, dict[str, Any]]:
    def draw(values: object, path: Path) -> None:
        raise AssertionError("no picture was asked for")

    code = run(parse([*words, "--json"]), folder, draw)
    return code, json.loads(capsys.readouterr().out)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    book = Workbook()
    for row in ROWS:
        book.worksheets[0].append(row)
    book.save(tmp_path / "peserta.xlsx")
    return tmp_path / "peserta.xlsx"


def test_a_sheet_is_answered_before_and_after_its_import(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, sheet: Path
) -> None:
    folder = tmp_path / "kerja"
    code, before = asked(capsys, folder, "return", str(sheet))
    assert (code, before["imports"], before["lost"]) == (0, [], [])
    assert not list((folder / "draf").iterdir())
    asked(capsys, folder, "import", str(sheet))
    code, after = asked(capsys, folder, "return", str(sheet), "--out", str(tmp_path / "balasan.xlsx"))
    assert (code, after["imports"]) == (0, [1])
    for path in (before["file"], after["file"]):
        found = [cell.value for cell in load_workbook(path).worksheets[0]["H"]]
        assert found[2:] == [STATUS, "Diterima", "Menunggu"]


def test_a_template_is_written_for_a_region(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, answer = asked(capsys, tmp_path / "kerja", "template", "pekerja-rentan", "--region", "Kabupaten Klungkung")
    assert (code, Path(answer["file"]).parent.name) == (0, "templat")
    assert load_workbook(answer["file"]).sheetnames == ["Pekerja Rentan", "Petunjuk", "Daftar"]
    code, answer = asked(capsys, tmp_path / "kerja", "template", "pekerja-rentan")
    assert (code, answer["open"]) == (1, "refuse")
