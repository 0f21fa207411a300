"""NIK out of cells: what is certain is kept, what Excel damaged is said to be damaged and waits."""

import re
from dataclasses import dataclass

from desktop_app.domain.nik import is_nik
from desktop_app.ingest.grid import Cell, is_blank, text_of

_EXACT_BELOW = 2**53
"""Whole numbers below this are exact in a cell typed as a number; above it, odd digits can be lost."""

_ASK = "Minta nomor asli kepada pengirim."
_SEPARATORS = re.compile(r"[\s\u00a0\u200b'’`.\-]+")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE][+]?\d+")


@dataclass(frozen=True, slots=True)
class BadNik:
    """Why a cell gives no NIK: a code for machines, what is wrong, and what to do next."""

    code: str
    message: str
    step: str = _ASK


BLANK = BadNik("nik_blank", "NIK kosong.", "Isi NIK orang ini, lalu impor lagi lembarnya.")
_CUT = BadNik("nik_damaged", "Angka ke-16 hilang dan menjadi 0.")
_ROUNDED = BadNik("nik_damaged", "Beberapa angka NIK hilang karena disimpan sebagai bilangan.")
_LETTERS = BadNik("nik_letters", "NIK memuat huruf atau tanda lain.", "Periksa NIK pada KTP, lalu perbaiki di lembar.")
_IMPOSSIBLE = BadNik(
    "nik_impossible", "Tanggal atau nomor urut di dalam NIK tidak mungkin.", "Periksa NIK pada KTP, lalu perbaiki di lembar."
)  # fmt: skip


def read_nik(cell: Cell) -> str | BadNik:
    """Sixteen digits, or why there are none."""
    if is_blank(cell):
        return BLANK
    if isinstance(cell, str):
        return _judge(_plain(cell))
    if isinstance(cell, bool) or not isinstance(cell, int | float) or cell != int(cell):
        return _LETTERS
    digits = str(int(cell))
    if len(digits) == 16 and digits.endswith("0"):
        return _CUT
    if len(digits) == 16 and cell >= _EXACT_BELOW:
        return _ROUNDED
    return _judge(digits)


def _plain(text: str) -> str:
    text = text.strip("'’` \u00a0\u200b")
    if _SCIENTIFIC.fullmatch(text):
        return text
    return _SEPARATORS.sub("", re.sub(r"[.,]0+$", "", text))


def _judge(text: str) -> str | BadNik:
    if len(text) == 16 and is_nik(text):
        return text
    if not text:
        return BLANK
    if _SCIENTIFIC.fullmatch(text):
        return _ROUNDED
    if not (text.isascii() and text.isdigit()):
        return _LETTERS
    if len(text) != 16:
        return BadNik("nik_length", f"NIK memuat {len(text)} angka, seharusnya 16.")
    return _IMPOSSIBLE


def looks_like_nik(cell: Cell) -> bool:
    """True when a cell holds a NIK, sound or damaged by Excel."""
    return cell != "" and (isinstance(found := read_nik(cell), str) or found.code == "nik_damaged")


def plain_number(cell: Cell) -> str:
    """KPJ, NPP and their like as text, without the marks that spreadsheets leave around them."""
    text = text_of(cell).lstrip("'’`").strip()
    return re.sub(r"(?<=\d)\.0+$", "", text)
