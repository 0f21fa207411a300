"""The terminal as a user meets it: a process of its own, its words and its exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "resources" / "samples"


def cakupan(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words, "--workspace", str(folder)],
        capture_output=True, text=True, encoding="utf-8", check=False,
        env={"PATH": "", "HOME": str(folder.parent), "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip


def test_help_is_indonesian() -> None:
    answer = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--help"], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert "Pemakaian:" in answer.stdout
    for english in ("usage", "options", "positional", "show this help"):
        assert english not in answer.stdout.lower()
    for command in ("check", "import", "coverage", "letter", "summary", "chart", "map"):
        assert command in answer.stdout


def test_from_sheets_to_the_published_figure(tmp_path: Path) -> None:
    folder = tmp_path / "ruang"
    for sheet in sorted(SAMPLES.glob("*.xlsx")):
        if not sheet.name.startswith("DATA CONTOH"):
            stored = cakupan(folder, "import", str(sheet), "--json")
            assert stored.returncode == 0, stored.stderr
            counts = json.loads(stored.stdout)["counts"]
            parts = [counts[part] for part in ("new", "changed", "same", "parked", "refused", "not_data")]
            assert sum(parts) == counts["read"] > 0
    answer = cakupan(folder, "coverage", "--region", "51", "--period", "2025-03", "--base", "UCJ 2025", "--json")
    whole = json.loads(answer.stdout)["whole"]
    assert (whole["active"], whole["workers"], whole["coverage_pct"]) == (935_079, 1_837_899, 50.88)
    drawn = cakupan(folder, "map", "--region", "51", "--out", str(tmp_path / "peta.png"))
    assert drawn.returncode == 0, drawn.stderr
    assert (tmp_path / "peta.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("command", ["check", "import"])
def test_a_bad_file_is_refused_in_words(tmp_path: Path, command: str) -> None:
    bad = tmp_path / "catatan.xlsx"
    bad.write_text("bukan buku kerja")
    answer = cakupan(tmp_path / "ruang", command, str(bad))
    assert answer.returncode == 1
    assert "catatan.xlsx" in answer.stderr
    assert "simpan" in answer.stderr


def test_a_bad_file_is_refused_for_machines(tmp_path: Path) -> None:
    answer = cakupan(tmp_path / "ruang", "check", str(tmp_path / "tidak ada.xlsx"), "--json")
    assert answer.returncode == 1
    refused = json.loads(answer.stdout)
    assert refused["open"] == "refuse"
    assert "tidak ada.xlsx" in refused["reason"]


def test_wrong_usage_is_told_in_indonesian(tmp_path: Path) -> None:
    answer = cakupan(tmp_path / "ruang", "import")
    assert answer.returncode == 2
    assert "masih kurang" in answer.stderr
    assert cakupan(tmp_path / "ruang", "coverage", "--period", "Maret").returncode == 2
