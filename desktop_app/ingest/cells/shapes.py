"""What a single value looks like: a NIK, a date, a phone number, the name of a place; shape only, no verdict."""

import re
from collections.abc import Callable
from datetime import date

from desktop_app.domain.nik import is_nik
from desktop_app.ingest.cells.nik_cells import looks_like_nik
from desktop_app.ingest.cells.numbers import number_style
from desktop_app.ingest.grid import Cell, text_of

_SHORTEST_PLACE = 3

_DIGITS = re.compile(r"[\s.\-'’`/]+")
_MONTH = r"(?:jan|feb|peb|mar|apr|mei|may|jun|jul|agu|ags|agt|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*"
_DATE = re.compile(
    rf"'?(?:\d{{1,2}}[-/. ]+(?:\d{{1,2}}|{_MONTH})[-/. ,]+\d{{2,4}}|\d{{4}}[-/. ]\d{{1,2}}[-/. ]\d{{1,2}}(?:[ t].*)?|(?:19|20)\d{{6}}"
    rf"|[0-3]\d[01]\d(?:19|20)\d{{2}}|{_MONTH}[ .]+\d{{1,2}},? +\d{{4}})(?: \d{{1,2}}:\d{{2}}.*)?"
)
_BIRTH = re.compile(rf"[a-z].*[a-z.)][\s,./:;-]+(?:tgl\.? *|tanggal *)?(?:{_DATE.pattern})")
_SERIAL = range(3_000, 60_000)
"""Days as Excel counts them: 1908 to 2064."""
_PHONE = re.compile(r"(?:\+?62|0)?8\d{7,11}|0[2-7]\d{6,10}")
STATUS = re.compile(r"\b(?:aktif|non ?aktif|keluar|lapse|na|meninggal|berhenti|phk|active|inactive|grace|menunggak)\b")
MARITAL = re.compile(r"\b(?:kawin|menikah|nikah|lajang|janda|duda|cerai|single|married|tk/?\d|k/?\d)\b")
EMPLOYED = re.compile(r"\b(?:pkwtt?|tetap|kontrak|harian|honorer|magang|outsourc\w+|borongan|thl|pns|asn)\b")
_CODE = re.compile(
    r"\W*(?P<province>\d{2})(?:[\s.\-/]*\d{2}(?:[\s.\-/]*\d{2,3}(?:[\s.\-/]*\d{3,4})?)?)?(?:\.0)?(?:\W+[a-z].*|\W*)",
    re.IGNORECASE,
)
_STREET = re.compile(r"\b(?:jl|jln|jalan|gg|gang|no|rt|rw|perum|blok|br|banjar|dusun|link|lingk)\b|\d")
COMPANY = re.compile(
    r"\b(?:pt|cv|ud|pd|tbk|koperasi|ksp|toko|hotel|villa|yayasan|lpd|bumdes|perumda|firma|bpr|restoran|klinik|rs)\b"
)
BENEFIT = re.compile(r"\b(?:jht|jkk|jkm|jp|jkp)\b|\b[2-5] ?program\b")
IDENTITY = re.compile(r"^(?:e-?ktp|ktp|sim|passpor?t|paspor|kitas|kitap|kk)$")
_YES = {
    "y",
    "t",
    "ya",
    "tidak",
    "v",
    "x",
    "1",
    "0",
    "✓",
    "√",
    "aktif",
    "ikut",
    "ada",
    "n",
    "yes",
    "no",
    "true",
    "false",
    "-",
}


def is_number(cell: Cell) -> bool:
    if isinstance(cell, bool | date):
        return False
    if isinstance(cell, int | float):
        return True
    try:
        return number_style([cell]).parse(cell) is not None
    except ValueError:
        return False


def digits_of(cell: Cell) -> str:
    """The digits of a number that may be dressed with spaces, points, hyphens; empty where it is no number."""
    text = _DIGITS.sub("", text_of(cell).removesuffix(".0"))
    return text if text.isascii() and text.isdigit() else ""


def birth_in_nik(cell: Cell) -> tuple[int, int, int] | None:
    """Day, month and two-digit year that a NIK carries."""
    digits = digits_of(cell)
    if not is_nik(digits):
        return None
    return int(digits[6:8]) % 40, int(digits[8:10]), int(digits[10:12])


def woman_by_nik(cell: Cell) -> bool | None:
    digits = digits_of(cell)
    return int(digits[6:8]) > 40 if is_nik(digits) else None


def near_nik(cell: Cell) -> float:
    if looks_like_nik(cell):
        return 1.0
    return 0.6 if 14 <= sum(character.isdigit() for character in text_of(cell)) <= 17 else 0.0


def is_civil_servant(cell: Cell) -> bool:
    """NIP: eighteen digits that begin with the date of birth, year first."""
    digits = digits_of(cell)
    return len(digits) == 18 and digits[:2] in ("19", "20") and digits[4:6] <= "12" and digits[6:8] <= "31"


def near_kpj(cell: Cell) -> float:
    """Eleven signs; fewer where a number lost its leading zeros."""
    text = _DIGITS.sub("", text_of(cell)).removesuffix(".0")
    if not text.isascii() or not text.isalnum() or sum(character.isdigit() for character in text) < 6:
        return 0.0
    if len(text) == 11:
        return 1.0
    if isinstance(cell, int | float) and 7 <= len(text) < 11:
        return 0.7
    return 0.5 if len(text) in (10, 12) and not is_phone(cell) else 0.0


def is_phone(cell: Cell) -> bool:
    return bool(_PHONE.fullmatch(re.sub(r"[^\d+]", "", text_of(cell))))


def is_date(cell: Cell) -> bool:
    """True for what is written as a date, possible or not; a bare number may be Excel's count of days."""
    if isinstance(cell, date):
        return True
    if isinstance(cell, int | float):
        # Not “in”: for a float that would walk the whole range.
        return not isinstance(cell, bool) and _SERIAL.start <= cell < _SERIAL.stop
    text = text_of(cell).casefold()
    return bool(_DATE.fullmatch(text)) or (text.isdigit() and len(text) == 5 and int(text) in _SERIAL)


def is_birth(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(_BIRTH.fullmatch(text_of(cell).casefold()))


def has_letters(cell: Cell) -> bool:
    return isinstance(cell, str) and any(character.isalpha() for character in cell)


def is_name(cell: Cell) -> float:
    """Letters without digits; a sign of one or two letters is rather a code."""
    if not isinstance(cell, str) or not has_letters(cell):
        return 0.0
    text = text_of(cell)
    return 0.3 if any(character.isdigit() for character in text) or len(text) < 2 else 1.0


def is_place(cell: Cell) -> bool:
    return has_letters(cell) and len(text_of(cell)) >= _SHORTEST_PLACE and not is_birth(cell)


def is_place_not_street(cell: Cell) -> bool:
    return has_letters(cell) and not (_STREET.search(text_of(cell).casefold()) and len(text_of(cell)) > 12)


def is_code(cell: Cell) -> bool:
    """A region's code in any spelling, a name behind it or not: “51.03.01”, “51/03/01”, “5103010 Kuta”."""
    found = _CODE.fullmatch(text_of(cell))
    return found is not None and "11" <= found["province"] <= "97"


def is_year(cell: Cell) -> bool:
    return bool(re.fullmatch(r"20\d{2}", text_of(cell)))


def is_count(cell: Cell) -> bool:
    return bool(re.fullmatch(r"\d{1,7}[.)]?", text_of(cell)))


def says(pattern: re.Pattern[str]) -> Callable[[Cell], bool]:
    return lambda cell: bool(pattern.search(text_of(cell).casefold()))


def is_flag(cell: Cell) -> bool:
    return is_number(cell) or text_of(cell).casefold() in _YES or bool(STATUS.search(text_of(cell).casefold()))
