"""Single cells of company sheets: NPP, NIB and NPWP as text, scale and programmes."""

import re
from dataclasses import dataclass

from desktop_app.domain.segments import Benefit
from desktop_app.ingest.cells.characters import plain_characters
from desktop_app.ingest.cells.numbers import NOTHING
from desktop_app.ingest.grid import Cell, is_blank, text_of

_NPP_LENGTH = 8
_EXACT_BELOW = 2**53
"""Whole numbers below this are exact in a cell typed as a number."""
_LARGEST = 10**15

_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d+")
_ZEROS = re.compile(r"[0\W]*")
_NONE_YET = re.compile(
    r"(?:belum|tidak|tdk|blm|kosong|dalam proses|proses|pwbd|nihil|none|null|n/?a)\b[\s\w.]*", re.IGNORECASE
)
_WITH_DIVISION = re.compile(r"([A-Z0-9]{6,12})(?:[\s(]*(?:[-–/\\]|DIV(?:ISI)?[.:]?)[\s]*(\d{1,3})|[\s.(]+(\d{3}))\)?")


@dataclass(frozen=True, slots=True)
class BadCell:
    """Why a cell gives no value: a code for machines, what is wrong, and what to do next."""

    code: str
    message: str
    step: str


@dataclass(frozen=True, slots=True)
class Npp:
    """An employer's number as it stands, and its division where it is written behind it.

    `shortened`: a cell typed as a number, too short: zeros in front may be lost.
    """

    npp: str
    division: str = ""
    shortened: bool = False


NO_NPP = Npp("")


def read_npp(cell: Cell) -> Npp | BadCell:
    """The NPP of a cell, `NO_NPP` where the company has none; nothing is added to what stands there."""
    text = _upper(cell)
    if _is_none(text):
        return NO_NPP
    if isinstance(cell, bool | int | float):
        return _numeric_npp(cell)
    if not isinstance(cell, str) or _SCIENTIFIC.fullmatch(text) or not any(c.isdigit() for c in text):
        return _bad_npp(cell)
    if found := _WITH_DIVISION.fullmatch(text):
        return Npp(found[1], found[2] or found[3])
    compact = re.sub(r"[\s.\-/]", "", text)
    return Npp(compact if compact.isalnum() else text)


def _numeric_npp(cell: float) -> Npp | BadCell:
    if isinstance(cell, bool) or not 0 < cell < _EXACT_BELOW or cell != int(cell):
        return _bad_npp(cell)
    digits = str(int(cell))
    return Npp(digits, shortened=len(digits) < _NPP_LENGTH)


def _bad_npp(cell: Cell) -> BadCell:
    return BadCell(
        "npp_unreadable", f"“{text_of(cell)}” bukan NPP; dikosongkan.",
        "Tulis NPP sebagai teks, misalnya JJ012345, atau kosongkan selnya bila perusahaan belum terdaftar.",
    )  # fmt: skip


def read_division(cell: Cell) -> str:
    text = _upper(cell)
    return "" if text.casefold() in NOTHING else text


def read_nib(cell: Cell) -> str | BadCell:
    """Thirteen digits; empty where there are none."""
    return _digits(cell, "NIB", (13,))


def read_npwp(cell: Cell) -> str | BadCell:
    """Fifteen or sixteen digits without their dots and dashes; empty where there are none."""
    return _digits(cell, "NPWP", (15, 16))


def _digits(cell: Cell, name: str, lengths: tuple[int, ...]) -> str | BadCell:
    text = _upper(cell)
    if _is_none(text):
        return ""
    plain = re.sub(rf"^{name}[\s.:]*", "", text)
    if _SCIENTIFIC.fullmatch(plain) or _is_damaged(cell):
        return BadCell(
            f"{name.lower()}_damaged", f"{name} “{text_of(cell)}” rusak karena selnya bertipe angka; dikosongkan.",
            f"Minta {name} asli kepada pengirim, lalu tulis sebagai teks.",
        )  # fmt: skip
    plain = re.sub(r"[\s.,\-–/]", "", plain)
    if plain.isascii() and plain.isdigit() and len(plain) in lengths:
        return plain
    wanted = " atau ".join(map(str, lengths))
    return BadCell(
        f"{name.lower()}_length", f"{name} “{text_of(cell)}” tidak berisi {wanted} angka; dikosongkan.",
        f"Cocokkan {name} dengan dokumen perusahaan, lalu tulis sebagai teks.",
    )  # fmt: skip


def _is_damaged(cell: Cell) -> bool:
    """A number of sixteen digits that ends in 0 has lost its last digit; above 2^53 odd digits are lost too."""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return False
    return not abs(cell) < _EXACT_BELOW or cell != int(cell) or (cell >= _LARGEST and int(cell) % 10 == 0)


def _is_none(text: str) -> bool:
    """True for blank, “-”, “belum ada” and for zeros that only fill the cell."""
    return text.casefold() in NOTHING or bool(_NONE_YET.fullmatch(text)) or bool(_ZEROS.fullmatch(text))


def _upper(cell: Cell) -> str:
    """A cell in capitals, without invisible characters and apostrophes; “12345678.0” is a number that became text."""
    if is_blank(cell):
        return ""
    text = " ".join(plain_characters(text_of(cell)).replace("'", " ").split()).strip('"`= ').upper()
    return re.sub(r"(?<=\d)\.0$", "", text)


_SCALE_WORDS = (
    ("mikro", re.compile(r"\b(?:mikro|micro)\b")), ("kecil", re.compile(r"\b(?:kecil|small)\b")),
    ("menengah", re.compile(r"\b(?:menengah|sedang|medium)\b")), ("besar", re.compile(r"\b(?:besar|large)\b")),
)  # fmt: skip


def read_scale(text: str) -> str:
    """“mikro”, “kecil”, “menengah”, “besar”; the cell's own words where it says none of them, or several."""
    plain = text.casefold()
    found = [scale for scale, pattern in _SCALE_WORDS if pattern.search(plain)]
    return found[0] if len(found) == 1 else "" if plain in NOTHING else text


_PROGRAMMES = (
    (Benefit.JKK, re.compile(r"\b(?:jkk|(?:jaminan )?kecelakaan kerja)\b")),
    (Benefit.JKM, re.compile(r"\b(?:jkm|jk|(?:jaminan )?kematian)\b")),
    (Benefit.JHT, re.compile(r"\b(?:jht|(?:jaminan )?hari tua)\b")),
    (Benefit.JKP, re.compile(r"\b(?:jkp|(?:jaminan )?kehilangan pekerjaan)\b")),
    (Benefit.JP, re.compile(r"\b(?:jp|jpn|(?:jaminan )?pensiun)\b")),
)  # fmt: skip


def read_programmes(text: str) -> frozenset[Benefit] | None:
    """The programmes that a text lists (“JKK, JKM & JHT”); None where it lists none.

    Raises:
        ValueError: it says something else (“belum JP” lists what is missing, “lengkap” does not say what).
    """
    rest = " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())
    if not rest or text.casefold() in NOTHING:
        return None
    found = set()
    for benefit, pattern in _PROGRAMMES:
        rest, hits = pattern.subn(" ", rest)
        if hits:
            found.add(benefit)
    rest = re.sub(r"\b(?:dan|program|serta|plus|\d)\b", " ", rest)
    if rest.strip() or not found:
        raise ValueError(text)
    return frozenset(found)
