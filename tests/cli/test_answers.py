"""What the terminal answers: no number of a person in sight, and what is refused said in words."""

import json
import logging
import re
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.cli import commands
from desktop_app.cli.commands import parse, run
from desktop_app.operations.demo import fill_demo
from desktop_app.operations.draw_charts import Chart
from desktop_app.operations.workspace import Workspace, open_workspace

HEADER = ("NO", "NIK", "NAMA LENGKAP", "TANGGAL LAHIR", "KELURAHAN", "KECAMATAN", "KOTA/KAB", "NO KPJ")
NIK = ("5105014101900001", "510501020291000", "5105010202910000", "35xx", "5105010202910002000")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the samples; the commands of this module change nothing that another one asks for."""
    place = tmp_path_factory.mktemp("terminal") / "ruang"
    workspace = open_workspace(place)
    fill_demo(workspace)
    workspace.close()
    return place


def draw(values: Chart, path: Path) -> None:
    path.write_text(type(values).__name__)


def answer(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = run(parse(words), folder, draw)
    said = capsys.readouterr()
    return code, said.out, said.err


def people(path: Path) -> Path:
    book = Workbook()
    for row in (("DAFTAR PESERTA AKTIF",), (), HEADER):
        book.worksheets[0].append(row)
    for number, nik in enumerate(NIK, 1):
        place = ("Suana", "Nusa Penida", "Kab. Klungkung")
        book.worksheets[0].append((number, nik, "Ni Wayan Rekaan", "41-01-1990", *place, "00012345678"))
    book.save(path)
    return path


@pytest.mark.parametrize("json_too", [(), ("--json",)])
def test_no_answer_shows_the_number_of_a_person(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], json_too: Sequence[str]
) -> None:
    sheet = people(tmp_path / "peserta.xlsx")
    code, out, _ = answer(folder, capsys, "check", str(sheet), "--period", "2026-01", *json_too)
    assert code == 0
    assert "menunggu" in out or "parked" in out
    assert not re.search(r"(?<![0-9a-f])\d{12}", out)


def test_a_check_says_what_an_import_would_do(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = people(tmp_path / "peserta.xlsx")
    said = json.loads(answer(folder, capsys, "check", str(sheet), "--period", "2026-01", "--json")[1])
    counts = said["counts"]
    assert sum(counts[part] for part in ("new", "changed", "same", "parked", "refused", "not_data")) == counts["read"]
    assert (said["stored"], said["already"], [table["import"] for table in said["sheets"]]) == (False, False, [None])
    assert {row["state"] for row in said["rejected"]} <= {"parked", "refused"}
    assert all(row["reason"] and row["next"] and row["row"] > 3 for row in said["rejected"])
    assert answer(folder, capsys, "check", str(sheet))[0] == 1


def test_coverage_for_machines_and_for_people(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("coverage", "--region", "51", "--period", "2023-12", "--base", "BPS bekerja Agustus 2022")
    said = json.loads(answer(folder, capsys, *words, "--json", "--sector", "formal")[1])
    assert (said["whole"]["active"], said["whole"]["workers"], said["whole"]["coverage_pct"]) == (
        715_410, 1_214_028, 58.93,
    )  # fmt: skip
    assert said["whole"]["source"]["file"].startswith("Rekap")
    assert "1.027.446 dari 2.607.070 = 39,41\u00a0%" in answer(folder, capsys, *words)[1]


def test_a_target_is_chosen_by_its_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("coverage", "--region", "51", "--period", "2025-03", "--base", "UCJ 2025", "--json")
    document = "sekretaris daerah provinsi bali, 4 juni 2025"
    said = json.loads(answer(folder, capsys, *words, "--target", document)[1])
    assert (said["whole"]["target_pct"], said["whole"]["target_document"].casefold()) == (67.69, document)
    code, out, _ = answer(folder, capsys, *words, "--target", "Sekda")
    assert code == 1
    assert "“Sekda” belum ada" in json.loads(out)["reason"]


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("chart", "--out", "grafik.png"), "BarChart"),
        (("chart", "--trend", "--out", "tren.svg"), "TrendChart"),
        (("map", "--out", "peta.png"), "MapChart"),
    ],
)
def test_pictures_go_where_they_are_wanted(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: Sequence[str], file: str
) -> None:
    *rest, name = words
    target = tmp_path / "baru" / name
    code, out, _ = answer(folder, capsys, *rest, str(target), "--json")
    assert (code, json.loads(out)) == (0, {"file": str(target)})
    assert target.read_text() == file


def test_without_out_files_go_into_the_workspace(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words, place in ((["letter"], "surat"), (["summary"], "laporan"), (["map"], "gambar")):
        code, out, _ = answer(folder, capsys, *words, "--json")
        assert code == 0
        assert Path(json.loads(out)["file"]).parent == folder / place


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["coverage", "--region", "Selat"], "lebih dari satu wilayah"),
        (["coverage", "--base", "UCJ 1999"], "“UCJ 1999” belum ada"),
        (["office", "--region", "51.04.01"], "tidak memiliki dinas sendiri"),
        (["undo", "999"], "999"),
        (["check", "tidak ada.xlsx"], "tidak ditemukan"),
    ],
)
def test_refusals_end_with_one_a_sentence_and_a_step(
    folder: Path, capsys: pytest.CaptureFixture[str], words: Sequence[str], said: str
) -> None:
    code, out, err = answer(folder, capsys, *words)
    assert (code, out) == (1, "")
    assert said in err
    assert len(err.strip().splitlines()) == 2
    code, out, err = answer(folder, capsys, *words, "--json")
    assert (code, err) == (1, "")
    refused = json.loads(out)
    assert refused["open"] == "refuse"
    assert said in refused["reason"]
    assert refused["next"]


def test_undo_takes_all_or_none(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = str(people(tmp_path / "peserta.xlsx"))
    stored = json.loads(answer(folder, capsys, "import", sheet, "--period", "2025-12", "--json")[1])
    [number] = [str(table["import"]) for table in stored["sheets"]]
    assert answer(folder, capsys, "undo", number, "999")[0] == 1
    again = json.loads(answer(folder, capsys, "import", sheet, "--period", "2025-12", "--json")[1])
    assert (again["stored"], again["already"]) == (False, True)
    assert json.loads(answer(folder, capsys, "undo", number, "--json")[1]) == {"undone": [int(number)]}


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    def fail(workspace: Workspace, arguments: Namespace, draw: object) -> commands.Answer:
        raise request.param

    monkeypatch.setitem(commands._COMMANDS, "coverage", fail)


@pytest.mark.parametrize("broken", [RuntimeError("bug of ours")], indirect=True)
@pytest.mark.usefixtures("broken")
def test_a_bug_is_logged_and_told_without_its_innards(
    folder: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        code, out, err = answer(folder, capsys, "coverage")
    assert (code, out) == (1, "")
    assert err.startswith("Terjadi kesalahan yang tidak terduga.")
    assert "bug" not in err
    assert "bug of ours" in caplog.text
    assert json.loads(answer(folder, capsys, "coverage", "--json")[1])["open"] == "refuse"


@pytest.mark.parametrize("broken", [KeyboardInterrupt()], indirect=True)
@pytest.mark.usefixtures("broken")
def test_ctrl_c_ends_quietly(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer(folder, capsys, "coverage")
    assert (code, out) == (1, "")
    assert err.startswith("Dihentikan.")


def test_a_window_program_without_a_terminal_still_answers(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a program with a window has neither output nor error stream."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert run(parse(["coverage"]), folder, draw) == 0
    assert run(parse(["undo", "999"]), folder, draw) == 1
