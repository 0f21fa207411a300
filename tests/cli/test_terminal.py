"""The terminal as a user meets it: a process of its own, its words and its exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.cli.commands import parse

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


COMMANDS = (
    "check", "import", "coverage", "letter", "letters", "letter-again", "letter-pdf", "template-pack", "summary", "chart",
    "map", "undo", "office", "demo",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_indonesian(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit) as ended:
        parse([command, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Pemakaian: cakupan {command}")
    for english in ("usage", "options", "positional", "show this help", "choose from", "default"):
        assert english not in said.lower()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["import"], "masih kurang: LEMBAR"),
        (["coverage", "--sector", "ketiga"], "--sector: “ketiga” tidak ada; pilihannya semua, formal, informal"),
        (["coverage", "--period", "Maret"], "“Maret” bukan bulan; tulis misalnya 2025-03"),
        (["import", "a.xlsx", "--kind", "daftar"], "“daftar” tidak ada; pilihannya peserta"),
        (["letter", "--out", "se.pdf"], "harus berakhir dengan .docx"),
        (["map", "--out", "peta"], "harus berakhir dengan .png atau .svg"),
        (["letter", "--sector", "formal"], "tidak dikenal: --sector formal"),
        (["coverage", "--json=1"], "--json tidak menerima isi"),
        (["coverage", "--base"], "--base memerlukan satu isian"),
        (["undo"], "masih kurang: NOMOR"),
        (["undo", "nol"], "“nol” bukan bilangan"),
        (["letter", "--quota", "-5"], "--quota"),
        (["terbang"], "pilihan 'terbang'"),
        (["coverage", "--warna"], "tidak dikenal: --warna"),
    ],
)
def test_wrong_words_end_with_two_and_a_sentence(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(words)
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert said in told
    for english in ("invalid", "required", "choose", "unrecognized", "expected", "argument "):
        assert english not in told.lower()


def test_the_office_is_filled_in_and_then_a_letter_can_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "ruang"
    refused = cakupan(folder, "letter")
    assert refused.returncode == 1
    assert "office --region" in refused.stderr
    made = cakupan(
        folder, "office", "--region", "51.71", "--agency", "Dinas Tenaga Kerja", "--head", "I Made & Contoh", "--json"
    )
    head = json.loads(made.stdout)["head"]
    assert (head["title"], head["name"], head["nip"]) == ("Wali Kota Denpasar", "I Made & Contoh", "")
    written = cakupan(folder, "letter", "--out", str(tmp_path / "se.docx"))
    assert written.returncode == 0, written.stderr
    assert (tmp_path / "se.docx").read_bytes().startswith(b"PK")


def test_a_reader_that_has_enough_is_no_error(tmp_path: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "check", str(SAMPLES / "Penyebut UCJ 2024-2025.xlsx"), "--json",
         "--workspace", str(tmp_path / "ruang")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={"PATH": "", "HOME": str(tmp_path), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert first.stdout is not None
    assert first.stderr is not None
    first.stdout.close()
    assert first.stderr.read() == ""
    assert first.wait() == 0
    first.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is a Linux device")
def test_an_answer_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "office", "--region", "51.04", "--agency", "Dinas Tenaga Kerja",
             "--workspace", str(tmp_path / "ruang")],
            stdout=full, stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False,
            env={"PATH": "", "HOME": str(tmp_path), "PYTHONUTF8": "1"},
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("Jawaban tidak dapat ditulis.")
    assert "Traceback" not in done.stderr


def test_answers_are_utf_8_whatever_the_pipe_is(tmp_path: Path) -> None:
    answer = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "coverage", "--help"],
        capture_output=True, check=True, env={"PATH": "", "HOME": str(tmp_path), "PYTHONIOENCODING": "latin-1"},
    )  # fmt: skip
    assert "“UCJ 2025”" in answer.stdout.decode("utf-8")


def test_no_command_but_pictures_needs_qt(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "for blocked in ('PySide6', 'shiboken6', 'pyqtgraph'): sys.modules[blocked] = None\n"
        "import main\n"
        f"folder, sheet = {str(tmp_path / 'ruang')!r}, {str(SAMPLES / 'Penyebut UCJ 2024-2025.xlsx')!r}\n"
        "for words in (['office', '--region', '51.04', '--agency', 'Dinas Tenaga Kerja'], ['import', sheet], ['letter']):\n"
        "    assert main.main([*words, '--workspace', folder]) == 0, words\n"
    )
    environment = {"PATH": "", "HOME": str(tmp_path), "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
