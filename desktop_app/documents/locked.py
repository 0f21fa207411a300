"""Workbooks under a password: what goes from office to office instead of loose Excel files.

The encryption is Excel's own (ECMA-376 agile, AES-256): Excel and LibreOffice ask for the password and open the file.
"""

import struct
from io import BytesIO
from pathlib import Path

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError
from msoffcrypto.format.ooxml import OOXMLFile

from desktop_app.documents.files import replacing
from desktop_app.domain.errors import AppError

SHORTEST, LONGEST = 10, 255
"""Characters of a password; Excel takes no more."""

_COMMON = (
    "password",
    "sandi",
    "katasandi",
    "rahasia",
    "bpjs",
    "jamsostek",
    "disnaker",
    "cakupan",
    "qwerty",
    "abc",
    "123",
)


class WeakPassword(AppError):
    """`str(error)` says what is wrong with the password; the file was not written."""

    title = "Kata sandi terlalu lemah"
    hint = (
        f"Pakai paling sedikit {SHORTEST} karakter, misalnya empat kata yang tidak berhubungan. Tidak ada yang ditulis."
    )


class WrongPassword(AppError):
    title = "Kata sandi tidak sesuai"
    hint = "Periksa huruf besar dan kecil, atau tanyakan kata sandinya kepada pengirim."

    def __init__(self, file: str) -> None:
        super().__init__(f"Kata sandi itu tidak membuka berkas “{file}”.")


class NotLocked(AppError):
    """A file without password, or one that is no workbook under a password."""

    title = "Berkas tidak berkata sandi"
    hint = "Pilih berkas .xlsx yang disimpan dengan kata sandi."

    def __init__(self, file: str) -> None:
        super().__init__(f"“{file}” bukan berkas Excel yang dilindungi kata sandi.")


def lock_workbook(source: Path, target: Path, password: str) -> None:
    """Write the workbook `source` to `target` under a password; `source` stays as it is.

    Raises:
        WeakPassword: nothing was written.
        FileInUse: `target` is open elsewhere and stays as it was.
    """
    refuse_weak(password)
    with source.open("rb") as plain, replacing(target) as beside, beside.open("wb") as locked:
        OOXMLFile(plain).encrypt(password, locked)


def unlock_workbook(path: Path, password: str) -> bytes:
    """The workbook inside. NotLocked, WrongPassword: by what the file is."""
    with path.open("rb") as locked:
        try:
            office = msoffcrypto.OfficeFile(locked)
        except (FileFormatError, OSError, ValueError, KeyError, struct.error) as error:
            raise NotLocked(path.name) from error
        if not office.is_encrypted():
            raise NotLocked(path.name)
        return _opened(office, path, password)


def _opened(office: OOXMLFile, path: Path, password: str) -> bytes:
    opened = BytesIO()
    try:
        office.load_key(password=password, verify_password=True)
        office.decrypt(opened, verify_integrity=True)
    except (InvalidKeyError, DecryptionError) as error:
        raise WrongPassword(path.name) from error
    return opened.getvalue()


def refuse_weak(password: str) -> None:
    """Raises WeakPassword, with the first thing that is wrong."""
    for wrong, words in _rules(password):
        if wrong:
            raise WeakPassword(words)


def _rules(password: str) -> tuple[tuple[bool, str], ...]:
    plain = password.casefold()
    left = plain
    for word in _COMMON:
        left = left.replace(word, "")
    return (
        (not password.strip(), "Kata sandi belum diisi."),
        (password != password.strip(), "Kata sandi diawali atau diakhiri spasi, yang mudah terlewat saat diketik."),
        (len(password) < SHORTEST, f"Kata sandi terlalu pendek: {len(password)} dari paling sedikit {SHORTEST} karakter."),
        (len(password) > LONGEST, f"Kata sandi lebih panjang daripada yang diterima Excel, yaitu {LONGEST} karakter."),
        (plain.isdigit(), "Kata sandi hanya berisi angka, sehingga mudah ditebak."),
        (len(set(plain)) < 5, "Kata sandi mengulang karakter yang sama."),
        (len(set(left)) < 4, "Kata sandi terdiri atas kata atau urutan yang mudah ditebak."),
    )  # fmt: skip
