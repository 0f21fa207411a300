"""Files that are written: what the computer refuses is told in words, and the old file stays."""

import errno
from pathlib import Path

import pytest

from desktop_app.domain.errors import AppError, DiskFull, FileInUse, NoFigures, UnusableTarget
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.letters.write import make_letters
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.write_summary import SummaryRequest, make_summary
from desktop_app.operations.written_files import file_name, plain_name, room_for


@pytest.mark.parametrize(
    ("refusal", "told"),
    [
        (PermissionError(errno.EACCES, "open in Word"), FileInUse),
        (OSError(errno.ENOSPC, "no space left"), DiskFull),
        (OSError(errno.ENAMETOOLONG, "name too long"), UnusableTarget),
        (NoFigures("Belum ada angka."), NoFigures),
    ],
)
def test_what_is_refused(tmp_path: Path, refusal: Exception, told: type[AppError]) -> None:
    with pytest.raises(told), room_for(tmp_path / "baru" / "surat.docx"):
        raise refusal
    assert (tmp_path / "baru").is_dir()


def test_a_folder_that_is_a_file(filled: Workspace, tmp_path: Path) -> None:
    (tmp_path / "catatan").write_text("bukan folder")
    with pytest.raises(UnusableTarget, match=r"se\.docx"):
        make_letters(filled, LetterRequest(target=tmp_path / "catatan" / "se.docx"))
    with pytest.raises(UnusableTarget, match=r"r\.xlsx"):
        make_summary(filled, SummaryRequest(target=tmp_path / "catatan" / "r.xlsx"))
    assert (tmp_path / "catatan").read_text() == "bukan folder"


def test_a_letter_never_overwrites_an_earlier_draft(filled: Workspace) -> None:
    first = make_letters(filled, LetterRequest()).path
    first.write_bytes(b"disunting di Word")
    second = make_letters(filled, LetterRequest()).path
    assert first != second
    assert first.read_bytes() == b"disunting di Word"


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Surat Edaran Bupati", "Surat Edaran Bupati"),
        ("A & B: <C>? “D”", "A B C D"),
        ("a/b\\c*d|e", "abcde"),
        ("Pantai 🏝️ Selatan", "Pantai Selatan"),
        ("\u202eterbalik\u202c", "terbalik"),
        ("akhir. . ", "akhir"),
        ("Susut – Demulih", "Susut – Demulih"),
        (" ".join(["panjang"] * 30), " ".join(["panjang"] * 13)),
        ("x" * 300, "x" * 110),
    ],
)
def test_names_that_windows_accepts(title: str, plain: str) -> None:
    assert plain_name(title) == plain
    assert file_name(title, ".docx").startswith(f"{plain} 2")
