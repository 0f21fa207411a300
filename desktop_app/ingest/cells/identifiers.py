"""KPJ, NPP and their like: text with its leading zeros, freed of the marks that spreadsheets leave around it.

Nothing is put back: a zero that Excel dropped is said to be missing, never added.
"""

import re

from desktop_app.ingest.cells.characters import plain_characters
from desktop_app.ingest.cells.number_styles import NOTHING
from desktop_app.ingest.grid import Cell, text_of

KPJ_DIGITS = 11
NPP_CHARACTERS = 8

_WRAPPING = " '\"`="
_DECIMALS = re.compile(r"(?<=\d)[.,]0+$")
_SEPARATORS = re.compile(r"[ .\-/]+")
_DIGITS = re.compile(r"\d+", re.ASCII)
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
_NPP = re.compile(r"(?=.*\d)[0-9A-Z]{8}", re.ASCII)


def plain_number(cell: Cell) -> str:
    """KPJ, NPP and their like as text, without the marks that spreadsheets leave around them."""
    text = " ".join(plain_characters(text_of(cell)).strip(_WRAPPING).split())
    return _DECIMALS.sub("", text) if text[-1:] == "0" else text


def read_kpj(cell: Cell) -> tuple[str, str]:
    """A KPJ and the code of what is doubtful about it, each may be empty.

    Eleven digits are a KPJ. Fewer have lost leading zeros and are kept as they stand (`kpj_short`); what is longer or has
    letters is some other number and is not taken (`kpj_length`); 1,23457E+10 has lost its digits (`kpj_damaged`).
    """
    text = plain_number(cell)
    if text.casefold() in NOTHING:
        return "", ""
    if _SCIENTIFIC.fullmatch(text):
        return "", "kpj_damaged"
    digits = _SEPARATORS.sub("", text)
    if not _DIGITS.fullmatch(digits) or len(digits) > KPJ_DIGITS:
        return "", "kpj_length"
    return digits, "" if len(digits) == KPJ_DIGITS else "kpj_short"


def read_npp(cell: Cell) -> tuple[str, str]:
    """An NPP in capitals and the code of what is doubtful about it, each may be empty.

    Eight letters and digits are the usual form, not a confirmed one: another length is kept with `npp_length`.
    """
    text = plain_number(cell).upper()
    if text.casefold() in NOTHING:
        return "", ""
    joined = text.replace(" ", "")
    if _NPP.fullmatch(joined):
        return joined, ""
    return text, "npp_length"


def looks_like_kpj(cell: Cell) -> bool:
    """True for eleven digits, or ten in a cell typed as a number, which has lost its zero."""
    kpj, doubt = read_kpj(cell)
    return bool(kpj) and (not doubt or (len(kpj) == KPJ_DIGITS - 1 and not isinstance(cell, str)))


def looks_like_npp(cell: Cell) -> bool:
    npp, doubt = read_npp(cell)
    return bool(npp) and not doubt
