"""NIK out of cells: what is certain is kept, what Excel damaged is said to be damaged and waits."""

import math
import re
from dataclasses import dataclass

from desktop_app.domain.nik import is_dummy, is_nik
from desktop_app.ingest.cells.characters import plain_characters
from desktop_app.ingest.cells.identifiers import plain_number
from desktop_app.ingest.grid import Cell

__all__ = ["BLANK", "BadNik", "judge_nik", "looks_like_nik", "plain_number", "read_nik"]

EXACT_BELOW = 2**53
"""Whole numbers below this are exact in a cell typed as a number; above it, odd digits can be lost."""

_ASK = "Minta nomor asli kepada pengirim."
_CHECK = "Periksa NIK pada KTP, lalu perbaiki di lembar."

_WRAPPING = " '\"`=:;,.\t\r\n"
_LABEL = re.compile(r"(?i)(?:(?:no|nomor)[. ]*)?(?:n\.?i\.?k|e?-?ktp|nomor|no|id)[\s.:=#-]*(?=\d)")
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+?(\d+)")
_THOUSANDS = re.compile(r"\d{1,3}(?:(?:\.\d{3})+|(?:,\d{3})+)")
_DECIMALS = re.compile(r"(\d+)[.,]0+")
SOFT_MARKS = "'` -/_\"\\"
"""Marks that are dropped wherever they stand between the digits; points and commas depend on their place."""

_SOFT = str.maketrans("", "", SOFT_MARKS + "".join(map(chr, (*range(32), 127))))
_ALIKE = str.maketrans("OoQDIilSsBZz", "000011155822")
"""Letters that are typed or scanned in place of a digit; used to explain, never to repair."""


@dataclass(frozen=True, slots=True)
class BadNik:
    """Why a cell gives no NIK: a code for machines, what is wrong, and what to do next."""

    code: str
    message: str
    step: str = _ASK


BLANK = BadNik("nik_blank", "NIK kosong.", "Isi NIK orang ini, lalu impor lagi lembarnya.")
_CUT = BadNik("nik_damaged", "Angka ke-16 hilang dan menjadi 0.")
_ROUNDED = BadNik("nik_damaged", "Beberapa angka NIK hilang karena disimpan sebagai bilangan.")
_NO_NUMBER = BadNik("nik_letters", "Isi sel ini bukan nomor.", _CHECK)
_IMPOSSIBLE = BadNik("nik_impossible", "Tanggal atau nomor urut di dalam NIK tidak mungkin.", _CHECK)
_DUMMY = BadNik("nik_impossible", "Nomor ini hanya pengisi, bukan NIK.", "Isi NIK pada KTP, lalu impor lagi lembarnya.")
_TWO = BadNik("nik_length", "Sel ini memuat dua NIK.", "Tulis satu orang per baris, lalu impor lagi lembarnya.")


def read_nik(cell: Cell) -> str | BadNik:
    """Sixteen digits, or why there are none."""
    return judge_nik(cell)[0]


def judge_nik(cell: Cell) -> tuple[str | BadNik, bool]:
    """Sixteen digits or why there are none, and whether they are kept though they went through a number (`nik_numeric`)."""
    if isinstance(cell, str):
        return (cell, False) if is_nik(cell) and not is_dummy(cell) else _from_text(cell)
    if isinstance(cell, bool) or not isinstance(cell, int | float) or not math.isfinite(cell) or cell != int(cell):
        return _NO_NUMBER, False
    return _from_number(str(int(cell)))


def _from_text(text: str) -> tuple[str | BadNik, bool]:
    text = plain_characters(text).strip(_WRAPPING)
    if text[:1].isalpha():
        text = _LABEL.sub("", text, count=1)
    joined = text.translate(_SOFT)
    if found := _SCIENTIFIC.fullmatch(joined):
        return _from_scientific(found[1] + (found[2] or ""), int(found[3]))
    if _THOUSANDS.fullmatch(joined):
        return _from_number(joined.replace(".", "").replace(",", ""))
    if found := _DECIMALS.fullmatch(joined):
        judged = _judge(found[1])
        return judged, isinstance(judged, str) and _may_be_damaged(found[1])
    return _judge(joined.replace(".", "")), False


def _from_scientific(digits: str, exponent: int) -> tuple[str | BadNik, bool]:
    """5.103045506900001E+15 prints all sixteen digits; with fewer the rest is lost."""
    return _from_number(digits) if exponent == 15 and len(digits) == 16 else (_ROUNDED, False)


def _from_number(digits: str) -> tuple[str | BadNik, bool]:
    """The digits of a cell typed as a number: Excel keeps fifteen and writes 0 for the last."""
    if len(digits) == 16 and _may_be_damaged(digits):
        return (_CUT if digits.endswith("0") else _ROUNDED), False
    judged = _judge(digits)
    return judged, isinstance(judged, str)


def _may_be_damaged(digits: str) -> bool:
    return digits.endswith("0") or int(digits) >= EXACT_BELOW


def _judge(text: str) -> str | BadNik:
    if text in ("", "0"):
        return BLANK
    if not (text.isascii() and text.isdigit()):
        return _with_letters(text)
    if is_dummy(text):
        return _DUMMY
    if len(text) == 16:
        return text if is_nik(text) else _IMPOSSIBLE
    if len(text) == 32 and is_nik(text[:16]) and is_nik(text[16:]):
        return _TWO
    return BadNik("nik_length", f"NIK memuat {len(text)} angka, seharusnya 16.")


def _with_letters(text: str) -> BadNik:
    """Names what does not belong there; a letter O is not made 0, only suspected to be one."""
    if not any(character.isdigit() for character in text):
        return _NO_NUMBER
    foreign = list(dict.fromkeys(character for character in text if not ("0" <= character <= "9")))
    named = ", ".join(foreign[:3])
    kind = "huruf" if all(character.isalpha() for character in foreign) else "tanda"
    if is_nik(text.translate(_ALIKE)):
        maybe = ", ".join(f"huruf {letter} mungkin angka {letter.translate(_ALIKE)}" for letter in foreign)
        return BadNik("nik_letters", f"NIK memuat huruf {named} ({maybe}).", _CHECK)
    return BadNik("nik_letters", f"NIK memuat {kind} {named}; NIK terdiri atas 16 angka.", _CHECK)


def looks_like_nik(cell: Cell) -> bool:
    """True when a cell holds a NIK, sound or damaged by Excel."""
    return cell != "" and (isinstance(found := read_nik(cell), str) or found.code == "nik_damaged")
