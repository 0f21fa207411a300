"""Breakdowns, changes, reporting, locked months and apportionments from the terminal; all figures are invented."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.commands import parse, run
from desktop_app.operations.draw_charts import Chart
from desktop_app.operations.workspace import Workspace, open_workspace
from tests.operations.sheets import FEBRUARY, JANUARY, base, people, recap, target

Say = Callable[..., Any]
SAKTI, SELAT = "51.05.01.2001", "51.05.03.2016"


def draw(values: Chart, path: Path) -> None:
    raise AssertionError("no picture was asked for")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Klungkung with lists of two months, Gianyar with recaps, a base, a target of the province."""
    place, sheets = tmp_path_factory.mktemp("terminal") / "ruang", tmp_path_factory.mktemp("lembar")
    workspace: Workspace = open_workspace(place)
    base(
        workspace, {"51": 1_000, "51.04": 600, "51.05": 20, "51.05.01": 10, "51.05.02": 1, "51.05.03": 8, "51.05.04": 1}
    )
    target(workspace, "51.05", 0.5)
    recap(workspace, sheets, JANUARY, {"51.04": 300})
    people(workspace, sheets, JANUARY, ((1, "PU", SAKTI), (2, "JAKON", SELAT)))
    people(workspace, sheets, FEBRUARY, ((1, "PU", SAKTI), (3, "BPU", SAKTI), (4, "BPU", SELAT)))
    workspace.close()
    return place


@pytest.fixture
def ask(folder: Path, capsys: pytest.CaptureFixture[str]) -> Say:
    """The answer to a command for machines; without `json`, its lines."""

    def say(*words: str, as_json: bool = True, code: int = 0) -> Any:
        assert run(parse([*words, *(["--json"] if as_json else [])]), folder, draw) == code
        told = capsys.readouterr()
        return json.loads(told.out) if as_json else told.out + told.err

    return say


def test_coverage_by_level_and_numerator(ask: Say) -> None:
    villages = ask("coverage", "--region", "51.05", "--level", "desa", "--period", "2026-01")
    assert (villages["level"], len(villages["rows"])) == (4, 59)
    assert {row["region"]: row["active"] for row in villages["rows"] if row["active"]} == {SAKTI: 1, SELAT: 1}
    assert villages["whole"]["definition"] == "Orang menurut NIK, PU + BPU + Jakon"
    bare = ask("coverage", "--region", "51.05", "--without-jakon", "--numerator", "kepesertaan", "--period", "2026-01")
    assert bare["numerator"] == {"counting": "kepesertaan", "jakon": False}
    assert bare["whole"]["active"] == 1
    assert "Pembilang: Kepesertaan, PU + BPU, tanpa Jakon" in ask(
        "coverage", "--region", "51.05", "--without-jakon", "--numerator", "kepesertaan", as_json=False
    )


def test_a_level_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["coverage", "--level", "dusun"])
    assert "pilihannya provinsi, kabupaten, kecamatan, desa" in capsys.readouterr().err


def test_a_level_that_the_region_does_not_have_is_refused(ask: Say) -> None:
    said = ask("coverage", "--region", "51.05", "--level", "kabupaten", as_json=False, code=1)
    assert "Kabupaten Klungkung tidak dapat dirinci menurut kabupaten; tingkat yang mungkin: kecamatan, desa." in said


def test_a_change_begins_before_it_ends(ask: Say) -> None:
    said = ask("change", "--region", "51.05", "--since", "2026-02", "--period", "2026-01", as_json=False, code=1)
    assert "Bulan awal Februari 2026 tidak lebih lama daripada bulan data Januari 2026." in said


def test_breakdown(ask: Say) -> None:
    found = ask("breakdown", "--region", "51.05", "--period", "2026-01")
    assert found["dimensions"]["segmen"] == {"whole": 2, "parts": {"JAKON": 1, "PU": 1}}
    assert all(one["whole"] == 2 for one in found["dimensions"].values())
    assert "Menurut jenis kelamin: 3" in ask("breakdown", "--region", "51.05", as_json=False)
    assert "Belum ada daftar peserta Kabupaten Gianyar." in ask("breakdown", "--region", "51.04", as_json=False, code=1)
    refused = ask("breakdown", "--region", "51.05", "--period", "2025-11", as_json=False, code=1)
    assert "Belum ada daftar peserta Kabupaten Klungkung untuk November 2025; yang ada: Februari 2026" in refused
    assert "Impor daftar peserta" in refused


def test_change(ask: Say) -> None:
    found = ask("change", "--region", "51.05")
    assert (found["before"], found["after"], found["change"]) == (2, 3, 1)
    assert sum(part["people"] for part in found["parts"]) == 1
    assert (found["points"], sum(part["points"] for part in found["parts"])) == (5.0, 5.0)
    lines = ask("change", "--region", "51.05", as_json=False)
    assert "Masuk: +2 orang" in lines
    assert "Keluar: \u22121 orang" in lines
    assert "Belum ada dua bulan" in ask("change", "--region", "51.04", as_json=False, code=1)


def test_reporting(ask: Say) -> None:
    found = ask("reporting", "--region", "51", "--months", "2")
    assert [month["month"] for month in found["months"]] == ["2026-01", "2026-02"]
    states = {row["region"]: [cell["state"] for cell in row["cells"]] for row in found["rows"]}
    assert states["51.04"][1] == "belum"
    assert states["51.05"][1] in ("lengkap", "terlambat")
    assert "1 dari 9 wilayah lengkap" in ask("reporting", "--region", "51", "--months", "2", as_json=False)


def test_lock_and_unlock(ask: Say) -> None:
    assert ask("lock") == {"locks": []}
    lock = ask("lock", "--region", "51.05", "--period", "2026-01", "--document", "Laporan Januari")
    assert (lock["period"], lock["document"], lock["opened_at"]) == ("2026-01-31", "Laporan Januari", None)
    assert lock["figures"] > 0
    assert (
        "terkunci"
        in ask("lock", "--region", "51.05", "--period", "2026-01", "--document", "Lagi", as_json=False, code=1).lower()
    )
    number = str(lock["number"])
    assert ask("lock", "--corrections", number)["corrections"] == []
    assert "Tidak ada angka yang berubah" in ask("lock", "--corrections", number, as_json=False)
    assert ask("unlock", number, "--reason", "salah bulan") == {"unlocked": lock["number"]}
    assert "Kabupaten Klungkung (51.05), Januari 2026" in ask("lock", as_json=False)
    assert "salah bulan" in ask("lock", as_json=False)


def test_apportion(ask: Say) -> None:
    words = ("apportion", "--region", "51.05", "--year", "2026")
    proposed = ask(*words)
    assert (proposed["whole"], proposed["import"]) == (10, None)
    assert sum(part["people"] for part in proposed["parts"]) == 10
    assert "Belum disimpan" in ask(*words, as_json=False)
    by_hand = ("--part", "51.05.01=6", "--part", "51.05.02=1", "--part", "51.05.03=3", "--part", "51.05.04=0")
    stored = ask(*words, *by_hand, "--decree", "SK 1/2026")
    assert stored["import"] > 0
    row = ask("coverage", "--region", "51.05.01", "--period", "2026-02", "--target", "SK 1/2026")["whole"]
    assert (row["target_people"], row["target_is_province"]) == (6, False)
    assert ask("undo", str(stored["import"])) == {"undone": [stored["import"]]}
