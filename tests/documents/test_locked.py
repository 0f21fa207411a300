"""Workbooks under a password: opened by it and by no other, and never under a weak one."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from desktop_app.documents.locked import NotLocked, WeakPassword, WrongPassword, lock_workbook, unlock_workbook

PASSWORD = "sawah payung kerbau 27"


def workbook(folder: Path) -> Path:
    book = Workbook()
    book.worksheets[0]["A1"] = "I Made Contoh"
    path = folder / "peserta.xlsx"
    book.save(path)
    return path


def test_the_password_opens_it(tmp_path: Path) -> None:
    source, target = workbook(tmp_path), tmp_path / "terkunci.xlsx"
    before = source.read_bytes()
    lock_workbook(source, target, PASSWORD)
    assert source.read_bytes() == before
    assert target.read_bytes()[:8] == bytes.fromhex("d0cf11e0a1b11ae1")
    assert b"I Made Contoh" not in target.read_bytes()
    assert load_workbook(BytesIO(unlock_workbook(target, PASSWORD))).worksheets[0]["A1"].value == "I Made Contoh"


@pytest.mark.parametrize("password", ["", "sawah payung kerbau 28", PASSWORD.upper()])
def test_another_password_does_not(tmp_path: Path, password: str) -> None:
    target = tmp_path / "terkunci.xlsx"
    lock_workbook(workbook(tmp_path), target, PASSWORD)
    with pytest.raises(WrongPassword, match=r"terkunci\.xlsx"):
        unlock_workbook(target, password)


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("", "belum diisi"), ("   ", "belum diisi"), ("pendek 1", "8 dari paling sedikit 10"), ("48151623420", "hanya berisi angka"),
        ("aaaaaaaaaaaa", "mengulang"), (" sawah payung kerbau", "spasi"), ("Disnaker123", "mudah ditebak"),
        ("bpjs-rahasia-123", "mudah ditebak"), ("x" * 200 + "abcdefgh" * 10, "lebih panjang"),
    ],
)  # fmt: skip
def test_weak_passwords_are_refused_in_words(tmp_path: Path, password: str, words: str) -> None:
    target = tmp_path / "terkunci.xlsx"
    with pytest.raises(WeakPassword, match=words):
        lock_workbook(workbook(tmp_path), target, password)
    assert not target.exists()


@pytest.mark.parametrize(
    "content", [b"", b"bukan Excel", b"PK\x03\x04 rusak", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600]
)
def test_what_is_no_locked_workbook(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lain.xlsx"
    path.write_bytes(content)
    with pytest.raises(NotLocked, match=r"lain\.xlsx"):
        unlock_workbook(path, PASSWORD)


def test_a_workbook_without_password(tmp_path: Path) -> None:
    with pytest.raises(NotLocked):
        unlock_workbook(workbook(tmp_path), PASSWORD)
