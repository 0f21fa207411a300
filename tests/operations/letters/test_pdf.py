"""PDFs of letters: by what is installed, else approximate; an old PDF stays if something goes wrong."""

import stat
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document

from desktop_app.domain.errors import Cancelled, FileInUse
from desktop_app.domain.paper import PaperDocument
from desktop_app.operations.letters import pdf as pdf_module
from desktop_app.operations.letters import printers
from desktop_app.operations.letters.pdf import NOTE, Exactness, MissingLetter, to_pdf, to_pdfs
from desktop_app.operations.letters.printers import Failed, LibreOffice, Told


def letter(folder: Path, name: str = "surat & satu.docx") -> Path:
    document = Document()
    document.add_paragraph("isi")
    document.save(str(folder / name))
    return folder / name


def print_pages(document: PaperDocument, path: Path, note: str) -> None:
    path.write_text(f"{document.sections[0].name}: {note}", "utf-8")


class Press:
    """Stands for Word or LibreOffice; may fail from the second call on."""

    def __init__(self, name: str, fails_after: int = 99) -> None:
        self.name, self._left = name, fails_after

    def print(self, pairs: Sequence[tuple[Path, Path]], told: Told) -> None:
        self._left -= 1
        if self._left < 0:
            raise Failed
        for at, (_, target) in enumerate(pairs):
            told(at)
            target.write_text(self.name, "utf-8")


def use(monkeypatch: pytest.MonkeyPatch, *found: Press) -> None:
    monkeypatch.setattr(pdf_module, "installed_printers", lambda: list(found))


def test_without_word_and_libreoffice_it_is_approximate_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch)
    target = tmp_path / "hasil.pdf"
    assert to_pdf(letter(tmp_path), target, print_pages) is Exactness.PERKIRAAN
    assert target.read_text("utf-8") == f"Surat: {NOTE}"


def test_word_comes_first_and_what_it_cannot_do_the_other_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [letter(tmp_path, f"{at:02}.docx") for at in range(45)]
    use(monkeypatch, Press("Word", fails_after=1), Press("LibreOffice"))
    assert to_pdfs(paths, print_pages) is Exactness.LIBREOFFICE
    made = [path.with_suffix(".pdf").read_text("utf-8") for path in paths]
    assert made == ["Word"] * 20 + ["LibreOffice"] * 25


def test_all_by_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Press("Word"), Press("LibreOffice"))
    steps: list[tuple[int, int]] = []
    paths = [letter(tmp_path, f"{at}.docx") for at in range(3)]
    assert to_pdfs(paths, print_pages, lambda done, total: steps.append((done, total))) is Exactness.WORD
    assert steps[0] == (0, 3)
    assert steps[-1] == (3, 3)


def test_stopping_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch)

    def stop(done: int, total: int) -> None:
        if done == 1:
            raise Cancelled

    paths = [letter(tmp_path, f"{at}.docx") for at in range(3)]
    with pytest.raises(Cancelled):
        to_pdfs(paths, print_pages, stop)
    assert [path.with_suffix(".pdf").exists() for path in paths] == [True, False, False]


def test_a_missing_letter_is_said_before_anything_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch)
    there = letter(tmp_path)
    with pytest.raises(MissingLetter, match=r"hilang\.docx"):
        to_pdfs([there, tmp_path / "hilang.docx"], print_pages)
    assert not there.with_suffix(".pdf").exists()


def test_an_open_pdf_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch)

    def refused(document: PaperDocument, path: Path, note: str) -> None:
        raise PermissionError

    with pytest.raises(FileInUse, match=r"surat\.pdf"):
        to_pdf(letter(tmp_path), tmp_path / "surat.pdf", refused)


def program(folder: Path, body: str) -> str:
    """A program that stands for soffice."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\nimport sys, pathlib, time\n{body}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


CONVERT = """
assert any(word.startswith("-env:UserInstallation=file://") for word in sys.argv)
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
for word in sys.argv[1:]:
    if word.endswith(".docx"):
        (out / (pathlib.Path(word).stem + ".pdf")).write_bytes(b"%PDF " + pathlib.Path(word).read_bytes()[:2])
"""
unix = pytest.mark.skipif(sys.platform == "win32", reason="a script stands for the program")


@unix
def test_libreoffice_gets_copies_with_plain_names_and_a_profile_of_its_own(tmp_path: Path) -> None:
    pairs = [(letter(tmp_path, name), tmp_path / f"{name}.pdf") for name in ("-aneh & “a”.docx", "b.docx")]
    LibreOffice(program(tmp_path, CONVERT)).print(pairs, lambda done: None)
    assert [target.read_bytes() for _, target in pairs] == [b"%PDF PK"] * 2


@unix
@pytest.mark.parametrize("body", ["sys.exit(1)", "pass"])
def test_a_program_that_makes_nothing_failed_and_the_old_pdf_stays(tmp_path: Path, body: str) -> None:
    target = tmp_path / "surat.pdf"
    target.write_text("lama", "utf-8")
    with pytest.raises(Failed):
        LibreOffice(program(tmp_path, body)).print([(letter(tmp_path), target)], lambda done: None)
    assert target.read_text("utf-8") == "lama"


@unix
def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printers, "_START_SECONDS", 0.0)
    monkeypatch.setattr(printers, "_SECONDS_EACH", 0.1)
    with pytest.raises(Failed):
        LibreOffice(program(tmp_path, "time.sleep(60)")).print(
            [(letter(tmp_path), tmp_path / "a.pdf")], lambda done: None
        )


def test_a_program_that_is_not_there_failed(tmp_path: Path) -> None:
    with pytest.raises(Failed):
        LibreOffice(str(tmp_path / "soffice")).print([(letter(tmp_path), tmp_path / "a.pdf")], lambda done: None)
