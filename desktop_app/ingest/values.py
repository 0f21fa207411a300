"""Values of single cells, read the Indonesian way: dates, sexes, segments, yes and no."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from desktop_app.domain.segments import Segment
from desktop_app.ingest.grid import Cell, is_blank, text_of

_MONTH_NAMES = (
    "januari january jan jn", "februari february pebruari feb peb", "maret march mar mrt", "april apr",
    "mei may", "juni june jun", "juli july jul", "agustus august agust agst agt agu ags aug",
    "september sept sep", "oktober october okt oct", "november nopember nov nop", "desember december des dec",
)  # fmt: skip
MONTHS = {name: month for month, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
"""Names and short forms of months as sheets write them -> 1 to 12."""

_OLDEST = 1900
_EXCEL_EPOCH = date(1899, 12, 30)
_PARTS = re.compile(r"(\d{1,4})[-/. ]+(\d{1,2}|[a-z]+)[-/. ,]+(\d{1,4})(?:[ t]\d{1,2}:\d{2}.*)?")


def parse_date(cell: Cell, month_first: bool = False) -> date | None:
    """The date in a cell, None where it is blank. `month_first`: 12/31/1990 in this column is 31 December.

    Raises:
        ValueError: something stands there and it is no date that can be.
    """
    if is_blank(cell):
        return None
    if isinstance(cell, datetime):
        return _plausible(cell.date())
    if isinstance(cell, date):
        return _plausible(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _plausible(_EXCEL_EPOCH + timedelta(days=int(cell))) if 0 < cell < 80_000 else _fail(cell)
    return _plausible(_from_text(text_of(cell).casefold().lstrip("'"), month_first))


def month_comes_first(cells: Iterable[Cell]) -> bool:
    """True when the dates of a column can only be read month first: 12/31/1990, and none like 31/12/1990."""
    first = second = False
    for cell in cells:
        found = _PARTS.fullmatch(text_of(cell)) if isinstance(cell, str) else None
        if found and found[1].isdigit() and found[2].isdigit() and len(found[1]) <= 2:
            first = first or int(found[1]) > 12
            second = second or int(found[2]) > 12
    return second and not first


def _from_text(text: str, month_first: bool) -> date:
    found = _PARTS.fullmatch(text)
    if not found:
        if re.fullmatch(r"\d{8}", text):
            return date(int(text[4:]), int(text[2:4]), int(text[:2]))
        return _fail(text)
    one, two, three = found.groups()
    if not two.isdigit():
        return date(_year(three), MONTHS.get(two, 0), int(one))
    if len(one) == 4:
        return date(int(one), int(two), int(three))
    day, month = (two, one) if month_first else (one, two)
    return date(_year(three), int(month), int(day))


def _year(text: str) -> int:
    """Two digits: 30 and below are of this century."""
    year = int(text)
    return year if len(text) > 2 else year + (2000 if year <= 30 else 1900)


def _plausible(day: date) -> date:
    return day if _OLDEST <= day.year <= 2100 else _fail(day)


def _fail(value: object) -> date:
    raise ValueError(value)


_SEXES = {"l": "L", "laki": "L", "lakilaki": "L", "pria": "L", "male": "L", "lk": "L", "m": "L",
          "p": "P", "perempuan": "P", "wanita": "P", "female": "P", "pr": "P", "f": "P"}  # fmt: skip


def parse_sex(cell: Cell) -> str:
    """“L” or “P”; empty where it is blank or neither."""
    return _SEXES.get(re.sub(r"[^a-z]", "", text_of(cell).casefold()), "")


_SEGMENTS = (
    (Segment.BPU, re.compile(r"\b(?:p?bpu|bukan penerima upah)\b")),
    (Segment.JAKON, re.compile(r"\b(?:jakon|jasa konstruksi)\b")),
    (Segment.PMI, re.compile(r"\b(?:c?pmi|pekerja migran)\b")),
    (Segment.PU, re.compile(r"\b(?:pu|ppu|penerima upah)\b")),
)


def parse_segment(text: str) -> Segment | None:
    """The segment a text speaks of; None where it names none or several."""
    plain = " ".join(re.sub(r"[^a-z]+", " ", text.casefold()).split())
    found = []
    for segment, pattern in _SEGMENTS:
        if pattern.search(plain):
            found.append(segment)
            plain = pattern.sub(" ", plain)
    return found[0] if len(found) == 1 else None


_NO = {"", "t", "tidak", "n", "no", "0", "-", "x", "false", "belum", "non", "nonaktif", "tidak ikut"}


def is_yes(cell: Cell) -> bool:
    """True for Y, YA, V, 1, “Aktif” or an amount above zero in a programme's column."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell > 0
    text = text_of(cell).casefold()
    return text not in _NO and not re.fullmatch(r"[0.,]+", text)


_INACTIVE = re.compile(r"\b(?:non ?aktif|tidak aktif|na|keluar|berhenti|lapsed?|lepas|meninggal|phk|inactive)\b")


def says_inactive(cell: Cell) -> bool:
    """True when a status says that the participation has ended."""
    return bool(_INACTIVE.search(re.sub(r"[^a-z]+", " ", text_of(cell).casefold())))
