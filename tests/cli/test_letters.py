"""Letters from the terminal: written, listed, made again; templates; all figures are invented."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.commands import parse, run
from desktop_app.domain.letters import LetterKind
from desktop_app.domain.paper import PaperDocument
from desktop_app.operations.draw_charts import Chart
from desktop_app.operations.letters.pdf import PrintPages
from desktop_app.operations.offices import name_office
from desktop_app.operations.workspace import open_workspace
from tests.operations.sheets import FEBRUARY, MARCH, base, recap, target

Say = Callable[..., Any]


def draw(values: Chart, path: Path) -> None:
    raise AssertionError("no picture was asked for")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lembar").mkdir()
    workspace = open_workspace(tmp_path / "ruang")
    name_office(workspace, region="51.05", agency="Dinas Rekaan", head="I Wayan Rekaan")
    base(workspace, {"51.05": 1000, "51.05.01": 400})
    target(workspace, "51", 0.75)
    recap(workspace, tmp_path / "lembar", FEBRUARY, {"51.05": 500, "51.05.01": 200})
    workspace.close()
    return workspace.folder


@pytest.fixture
def ask(folder: Path, capsys: pytest.CaptureFixture[str]) -> Say:
    """The answer to a command for machines; without `json`, its lines."""

    def say(*words: str, as_json: bool = True, code: int = 0, print_pages: PrintPages | None = None) -> Any:
        assert run(parse([*words, *(["--json"] if as_json else [])]), folder, draw, print_pages) == code
        told = capsys.readouterr()
        return json.loads(told.out) if as_json else told.out + told.err

    return say


def test_one_letter(ask: Say, tmp_path: Path) -> None:
    target_ = tmp_path / "hasil" / "se.docx"
    answer = ask("letter", "--out", str(target_), "--date", "2026-05-04", "--deadline", "2026-06-30")
    assert answer == {
        "file": str(target_), "region": "51.05", "letters": [1], "files": [str(target_)], "folder": str(target_.parent),
        "merged": None, "index": None,
    }  # fmt: skip
    [listed] = ask("letters")["letters"]
    assert (listed["kind"], listed["state"], listed["date"], listed["old"], listed["there"]) == (
        "se-bupati", "draf", "2026-05-04", False, True,
    )  # fmt: skip
    assert (listed["figures"]["peserta"], listed["figures"]["penyebut"]) == (500, 1000)


def test_one_for_each_kecamatan_into_a_folder(ask: Say, tmp_path: Path) -> None:
    answer = ask(
        "letter", "--split", "kecamatan", "--to", "51.05.01", "--to", "51.05.04", "--out", str(tmp_path / "surat")
    )
    assert answer["letters"] == [1, 2]
    assert sorted(path.name for path in (tmp_path / "surat").iterdir()) == [
        "001 Nusa Penida.docx", "002 Dawan.docx", "Daftar surat.xlsx", "Semua surat untuk dicetak.docx",
    ]  # fmt: skip
    assert "2 konsep surat di " in ask(
        "letter", "--split", "kecamatan", "--to", "51.05.01", "--to", "51.05.02", as_json=False
    )


def test_old_figures_and_the_letter_as_it_was(ask: Say, folder: Path, tmp_path: Path) -> None:
    first = Path(ask("letter")["file"])
    was = first.read_bytes()
    first.unlink()
    workspace = open_workspace(folder)
    recap(workspace, tmp_path / "lembar", MARCH, {"51.05": 600})
    workspace.close()
    [listed] = ask("letters", "--old")["letters"]
    assert {"figure": "peserta", "title": "Peserta aktif", "then": "500", "now": "600"} in listed["changes"]
    assert not listed["there"]
    told = ask("letters", as_json=False)
    assert "Surat ini memakai angka lama: Peserta aktif 500 menjadi 600" in told
    assert "letter-again" in told
    again = ask("letter-again", "1", "--out", str(tmp_path / "lagi.docx"))
    assert again["same"]
    assert Path(again["file"]).read_bytes() == was
    assert ask("letters", "--state", "bernomor")["letters"] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["letter", "--without", "zz"], "Butir zz tidak ada di surat ini; yang ada: keadaan, "),
        (["letter", "--subject", "cuaca"], "Tidak ada perihal “cuaca”"),
        (["letter", "--split", "perusahaan"], "tidak dapat dibuat terpisah"),
        (["letter", "--split", "kecamatan", "--to", "51.03.01"], "Tidak ada penerima yang dipilih"),
        (["letter-again", "9"], "9"),
        (["template-pack", "edit"], "Jenis surat (--kind) belum diisi"),
        (["template-pack", "export"], "Berkas paket templat belum diisi"),
        (["template-pack", "import", "hilang.templat"], "“hilang.templat” tidak ditemukan"),
    ],
)
def test_refusals_in_words(ask: Say, words: list[str], said: str) -> None:
    assert said in ask(*words, as_json=False, code=1)
    assert ask("letters")["letters"] == []


def test_points_left_out(ask: Say) -> None:
    ask("letter", "--without", "keadaan")
    [listed] = ask("letters")["letters"]
    assert "cakupan" not in listed["figures"]["dipakai"]


def test_templates_of_the_office(ask: Say, folder: Path, tmp_path: Path) -> None:
    [path] = ask("template-pack", "edit", "--kind", "se-bupati")["files"]
    assert Path(path) == folder / "templat" / "se-bupati.docx"
    listed = ask("template-pack", "check")["templates"]
    assert [one["kind"] for one in listed] == [kind.value for kind in LetterKind]
    assert [one["kind"] for one in listed if one["own"]] == ["se-bupati"]
    assert all(one["usable"] for one in listed)
    pack = tmp_path / "kantor.templat"
    assert ask("template-pack", "export", str(pack))["file"] == str(pack)
    assert ask("template-pack", "restore", "--kind", "se-bupati")["kept"]["se-bupati"]
    assert len(ask("template-pack", "import", str(pack))["kinds"]) == len(LetterKind)
    assert "se-bupati: Surat Edaran Bupati, milik kantor, dapat dipakai" in ask("template-pack", "list", as_json=False)


def test_a_pdf_is_made_by_what_is_there_and_says_how(ask: Say, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither Word nor LibreOffice: the pages are drawn, and marked as approximate."""
    monkeypatch.setattr("desktop_app.operations.letters.pdf.installed_printers", tuple)
    docx = Path(ask("letter")["file"])

    def print_pages(document: PaperDocument, path: Path, note: str) -> None:
        path.write_text(f"%PDF {len(document.sections)} {note}")

    for words in (["1"], [str(docx), "--out", str(tmp_path / "surat.pdf")]):
        answer = ask("letter-pdf", *words, print_pages=print_pages)
        assert not answer["exact"]
        assert "Perkiraan" in Path(answer["file"]).read_text()
    assert "tidak ada" in ask("letter-pdf", "hilang.docx", as_json=False, code=1)
