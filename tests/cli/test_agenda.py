"""Letter numbers from the terminal: given, on paper, reserved, void, marked; and the agenda."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.commands import parse, run
from desktop_app.domain.letters import LetterKind
from desktop_app.operations.workspace import now, open_workspace
from desktop_app.store import letters


def nothing_drawn(values: object, path: Path) -> None:
    raise AssertionError("nothing is drawn here")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with three drafts to invented companies, 1 to 3 in the store."""
    workspace = open_workspace(tmp_path / "ruang kerja")
    new = [
        letters.NewLetter(
            kind=LetterKind.IMBAUAN.value, subject="Imbauan pendaftaran", region="51.04", path=f"surat-{place}.docx",
            figures={}, addressee=f"PT Contoh {place}",
        )
        for place in (1, 2, 3)
    ]  # fmt: skip
    with workspace.sessions.begin() as session:
        letters.add_letters(session, new, "petugas", now())
    workspace.close()
    return tmp_path / "ruang kerja"


def said(folder: Path, words: Sequence[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert run(parse(words), folder, nothing_drawn) == 0
    return capsys.readouterr().out


def answered(folder: Path, words: Sequence[str], capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(said(folder, [*words, "--json"], capsys))


def test_numbers_from_the_terminal_and_their_agenda(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = answered(folder, ["number", "give", "1", "2", "--day", "2025-03-12"], capsys)
    assert [one["text"] for one in given["numbers"]] == ["500.15.14/1/DISNAKER/2025", "500.15.14/2/DISNAKER/2025"]
    paper = ["number", "paper", "Surat tugas", "--to", "Camat Susut", "--number", "5", "--day", "2025-03-13"]
    assert said(folder, paper, capsys) == "Tercatat: 500.15.14/5/DISNAKER/2025, Surat tugas\n"
    reserve = ["number", "reserve", "6", "8", "--year", "2025", "--note", "SE"]
    assert answered(folder, reserve, capsys)["reserved"] == [6, 7, 8]
    assert answered(folder, ["number", "release", "8", "8", "--year", "2025"], capsys)["released"] == [8]
    void = ["number", "void", "2", "--year", "2025", "--reason", "Salah alamat"]
    assert answered(folder, void, capsys)["number"]["reason"] == "Salah alamat"
    assert answered(folder, ["number", "mark", "Ditandatangani", "1"], capsys)["state"] == "ditandatangani"
    target = tmp_path / "agenda.xlsx"
    agenda = answered(folder, ["agenda", "--year", "2025", "--out", str(target)], capsys)
    assert (agenda["book"], agenda["next"], agenda["gaps"], agenda["file"]) == ("dinas", 8, [[3, 4]], str(target))
    assert [(row["number"], row["use"], row["state"]) for row in agenda["rows"]] == [
        (1, "surat", "ditandatangani"), (2, "surat", "batal"), (5, "di luar Cakupan", None), (6, "dicadangkan", None),
        (7, "dicadangkan", None),
    ]  # fmt: skip
    assert target.is_file()
    lines = said(folder, ["agenda", "--year", "2025"], capsys).splitlines()
    assert lines[0] == "Buku nomor dinas, 2025, pola 500.15.14/{nomor}/{kode}/{tahun}"
    assert lines[2].endswith("batal (Salah alamat): Imbauan pendaftaran kepada PT Contoh 2")
    assert lines[-1] == "Celah: 3–4. Nomor berikutnya 8."


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["number", "give", "9"], "Surat dengan nomor simpanan 9 tidak ada"),
        (["number", "give", "1", "--book", "lain"], "Buku nomor “lain” tidak ada"),
        (["number", "void", "1", "--reason", "x"], "belum tercatat pada Buku nomor dinas"),
        (["number", "mark", "terkirim", "1"], "berkeadaan draf"),
        (["number", "release", "1", "2"], "Tidak ada nomor cadangan"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    folder: Path, words: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(parse(words), folder, nothing_drawn) == 1
    assert why in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["number", "give", "1", "--day", "12-03-2025"], "bukan tanggal; tulis misalnya 2026-03-01"),
        (["number", "mark", "batal", "1"], "pilihannya ditandatangani, terkirim, dijawab"),
        (["agenda", "--out", "agenda.pdf"], "harus berakhir dengan .xlsx"),
    ],
)
def test_wrong_usage_is_told(words: list[str], why: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(words)
    assert why in capsys.readouterr().err
