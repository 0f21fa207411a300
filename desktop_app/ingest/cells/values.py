"""Values of single cells, read the Indonesian way: sexes, segments, states, yes and no (and dates, from their modules)."""

import re

from desktop_app.domain.segments import Segment
from desktop_app.ingest.cells.characters import plain_characters
from desktop_app.ingest.cells.date_styles import DateStyle, date_style, month_comes_first
from desktop_app.ingest.cells.dates import parse_date, split_birth
from desktop_app.ingest.cells.months import MONTHS
from desktop_app.ingest.cells.number_styles import NOTHING
from desktop_app.ingest.grid import Cell, text_of

__all__ = [
    "MONTHS", "DateStyle", "date_style", "is_yes", "month_comes_first", "parse_date", "parse_segment", "parse_sex",
    "says_inactive", "split_birth", "status_of",
]  # fmt: skip


def _words(text: str) -> str:
    """Small letters only, one space between words."""
    return " ".join(re.sub(r"[^a-z]+", " ", plain_characters(text).casefold()).split())


_SEXES = {
    **dict.fromkeys(("l", "lk", "lki", "laki", "lakilaki", "lakilk", "pria", "cowok", "male", "m", "man"), "L"),
    **dict.fromkeys(
        ("p", "pr", "prp", "prmpn", "perempuan", "wanita", "wnt", "w", "cewek", "female", "f", "woman"), "P"
    ),
}


def parse_sex(cell: Cell) -> str:
    """“L” or “P”; empty where it is blank or neither."""
    return _SEXES.get(_words(text_of(cell)).replace(" ", ""), "")


_SEGMENTS = (
    (Segment.BPU, re.compile(r"\b(?:p?bpu|b p u|(?:bukan|bkn|non|selain) (?:pekerja )?(?:pu|penerima upah))\b")),
    (Segment.JAKON, re.compile(r"\b(?:jakon|jaskon|jasa kons?truksi)\b")),
    (Segment.PMI, re.compile(r"\b(?:c?pmi|c?tki|pekerja migran(?: indonesia)?|tenaga kerja indonesia)\b")),
    # “Dinas PU” is an office (Pekerjaan Umum).
    (Segment.PU, re.compile(r"\b(?:(?<!dinas )pu|ppu|p u|penerima upah)\b")),
)
_ALONE = {
    **dict.fromkeys(("mandiri", "peserta mandiri", "pekerja mandiri", "tk mandiri"), Segment.BPU),
    **dict.fromkeys(("konstruksi", "pekerja konstruksi", "sektor konstruksi"), Segment.JAKON),
}
"""Words that name a segment when they are all that stands there; inside a title they may be a name."""


def parse_segment(text: str) -> Segment | None:
    """The segment a text speaks of; None where it names none or several.

    “Formal” and “informal” are sectors, which are not converted: they name no segment.
    """
    plain = _words(text)
    if plain in _ALONE:
        return _ALONE[plain]
    found = []
    for segment, pattern in _SEGMENTS:
        if pattern.search(plain):
            found.append(segment)
            plain = pattern.sub(" ", plain)
    return found[0] if len(found) == 1 else None


_NO = {*NOTHING, "t", "tidak", "tdk", "tak", "n", "no", "0", "x", "false", "belum", "non", "nonaktif", "non aktif",
       "tidak aktif", "tidak ikut", "bukan", "--", "✗", "✘", "❌", "×"}  # fmt: skip


def is_yes(cell: Cell) -> bool:
    """True for Y, YA, V, 1, “Aktif” or an amount above zero in a programme's column."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell > 0
    text = text_of(cell).strip("'` ").casefold()
    return text not in _NO and not re.fullmatch(r"(?:rp\.? ?)?[0.,]+-*", text)


_NOT = r"(?:non|not|tidak|tdk|tak|bukan|belum|sudah tidak)"
_INACTIVE = re.compile(
    rf"\b(?:{_NOT} ?(?:lagi )?(?:aktif|active|berlaku|bekerja|terdaftar)|nonaktif|inaktif|inactive|unactive|na|keluar|berhenti|stop"
    r"|lapsed?|lepas|meninggal|wafat|phk|resign(?:ed)?|mengundurkan diri|undur diri|pensiun|terminated?|expired"
    r"|kedaluwarsa|kadaluarsa|habis kontrak|putus kontrak|berakhir|dinonaktifkan|klaim jht)\b"
)
_ACTIVE = re.compile(r"\b(?:aktif|active|grace|tenggang|terdaftar|bekerja|berjalan)\b")
_STATES = {
    **dict.fromkeys(("a", "y", "ya", "yes", "true", "1", "aktf", "akt"), True),
    **dict.fromkeys(("n", "t", "tidak", "tdk", "no", "false", "0", "non", "nonakt", "non akt"), False),
}


def status_of(cell: Cell) -> bool | None:
    """True for a participation that runs (a grace period included), False for one that ended; None for other words."""
    text = plain_characters(text_of(cell)).casefold().strip(" '`.")
    if text in _STATES:
        return _STATES[text]
    plain = _words(text)
    if text in ("n/a", "#n/a"):
        return None
    if plain in _STATES:
        return _STATES[plain]
    if _INACTIVE.search(plain):
        return False
    return True if _ACTIVE.search(plain) else None


def says_inactive(cell: Cell) -> bool:
    """True when a status says that the participation has ended."""
    return status_of(cell) is False
