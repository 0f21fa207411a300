"""Numbers of a column: decimal comma or point, lost thousands; decided once for all its cells. Shares are in `shares`."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.indonesian import number as spelled
from desktop_app.ingest.cells.characters import plain_characters
from desktop_app.ingest.grid import Cell, text_of

NOTHING = {"", "-", "–", "—", "--", "nihil", "n/a", "na", "tidak ada data", "belum ada data", "belum ada", "...", "…"}
"""What sheets write where no number is known. It is not zero."""

_UNITS = (
    "orang|org|jiwa|persen|pct|%|tk|naker|tenaga kerja|pekerja|peserta|kk|unit|perusahaan|bulan|bln|buah|rupiah|program"
)
_DRESS = re.compile(rf"(?i)^(?:rp|idr)\.?\s*|[,.][-=]+$|\s*(?:/|per )?(?:{_UNITS})\.?$|\s*\*+\)?$|^'")
_NUMBER = re.compile(r"[-+]?[\d.,]+", re.ASCII)
_GROUPED = {",": re.compile(r"[-+]?\d{1,3}(?:,\d{3})+"), ".": re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+")}
_COMMA_DECIMAL = re.compile(r"[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?", re.ASCII)
_POINT_DECIMAL = re.compile(r"[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)
_SPACED = re.compile(r"(?<=\d)[ '](?=\d{3}(?!\d))|(?<=^[-+]) (?=\d)")
_CUT_SHORT = re.compile(r"[-+]?[1-9]\d{0,2}\.\d{1,2}", re.ASCII)
"""1.5 in a column of whole numbers that lost its thousands: 1.500."""


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How the cells of a column are read.

    `comma`: texts have the decimal comma (1.027.446,5), else the decimal point (1,027,446.5). `thousands_lost`: the column
    holds whole numbers and a program took their separator for a decimal point, so that 1.563 stands for 1563. `decision`
    tells it to the clerk, empty where there was nothing to decide.
    """

    comma: bool = True
    thousands_lost: bool = False
    decision: str = ""

    def parse(self, cell: Cell) -> float | None:
        """The number in a cell; None where none is known. ValueError for anything else."""
        value = self._as_written(cell)
        return float(round(value * 1000)) if value is not None and self.restores(cell) else value

    def restores(self, cell: Cell) -> bool:
        """True where `parse` gives this cell the thousands back that it lost (`thousands_lost`)."""
        if not self.thousands_lost or isinstance(cell, bool):
            return False
        if isinstance(cell, int | float):
            return _is_cut(cell)
        return isinstance(cell, str) and bool(_CUT_SHORT.fullmatch(undressed(cell)))

    def _as_written(self, cell: Cell) -> float | None:
        if isinstance(cell, bool) or (isinstance(cell, float) and not math.isfinite(cell)):
            raise ValueError(cell)
        if isinstance(cell, int | float):
            return float(cell)
        text = undressed(text_of(cell))
        if text.casefold() in NOTHING:
            return None
        if self.restores(cell):
            return float(text)
        if not (_COMMA_DECIMAL if self.comma else _POINT_DECIMAL).fullmatch(text):
            raise ValueError(text)
        return float(text.replace(".", "").replace(",", ".") if self.comma else text.replace(",", ""))


def undressed(text: str) -> str:
    """A number without “Rp”, “,-”, “%”, its unit, and spaces or apostrophes between thousands; “(500)” as “-500”."""
    text = " ".join(plain_characters(text).split())
    before = ""
    while before != text:
        before, text = text, _DRESS.sub("", text).strip()
    if text.startswith("(") and text.endswith(")") and text[1:2].isdigit():
        text = "-" + undressed(text[1:-1])
    return _SPACED.sub("", text)


def number_style(cells: Iterable[Cell], whole: bool = True) -> NumberStyle:
    """The style that a column speaks for; Indonesian where it leaves it open.

    Args:
        cells: the column, at best all of it.
        whole: the column counts people, things or rupiah, so that 1,027 and 1.563 can only be thousands.
    """
    distinct = list(dict.fromkeys(cells))
    texts = [text for cell in distinct if isinstance(cell, str) and _NUMBER.fullmatch(text := undressed(cell))]
    numbers = [cell for cell in distinct if isinstance(cell, int | float) and not isinstance(cell, bool)]
    lost = whole and (_have_lost_thousands(numbers) or _texts_have_lost_thousands(texts))
    comma = lost or _speaks_for_comma(texts, whole)
    return NumberStyle(comma, lost, _decision(texts, numbers, comma, lost))


def _speaks_for_comma(texts: list[str], whole: bool) -> bool:
    votes = sum(map(_vote, texts))
    if votes or not whole:
        return votes >= 0
    # 1,027 and 758 in a column of people: nobody writes three decimals of a person.
    return not any(_GROUPED[","].fullmatch(text) for text in texts) or any("." in text for text in texts)


def _vote(text: str) -> int:
    """1 for the decimal comma, -1 for the decimal point, 0 where a text could be either."""
    comma, point = text.rfind(","), text.rfind(".")
    if comma >= 0 and point >= 0:
        return 1 if comma > point else -1
    if text.count(".") > 1 or (comma >= 0 and not _GROUPED[","].fullmatch(text)):
        return 1
    if text.count(",") > 1 or (point >= 0 and not _GROUPED["."].fullmatch(text)):
        return -1
    return 0


def _is_cut(number: float) -> bool:
    """1.563, 1.5 or 12.04: what a program makes of a whole number with one thousands separator."""
    thousand = abs(number) * 1000
    return not float(number).is_integer() and 1000 < thousand < 1_000_000 and abs(thousand - round(thousand)) < 1e-6


def _have_lost_thousands(numbers: list[int | float]) -> bool:
    """Every broken number could be a whole one that was cut, half of them show all three digits, and no whole one has four."""
    broken = [number for number in numbers if not float(number).is_integer()]
    full = sum(bool(round(number * 1000) % 10) for number in broken if math.isfinite(number))
    large = any(abs(number) >= 1000 for number in numbers if float(number).is_integer())
    return bool(broken) and full * 2 >= len(broken) and not large and all(map(_is_cut, broken))


def _texts_have_lost_thousands(texts: list[str]) -> bool:
    """1.563 and 1.5 as text: points only, and where one or two digits follow they are the rest of three."""
    pointed = [text for text in texts if "." in text]
    cut = [text for text in pointed if _CUT_SHORT.fullmatch(text)]
    grouped = [text for text in pointed if _GROUPED["."].fullmatch(text)]
    return bool(cut and grouped) and len(cut) <= len(grouped) == len(pointed) - len(cut) and "," not in "".join(texts)


def _decision(texts: list[str], numbers: list[int | float], comma: bool, lost: bool) -> str:
    if lost:
        example = next((number for number in numbers if _is_cut(number) and round(number * 1000) % 10), None)
        text = f"{example}".replace(".", ",") if example is not None else next(filter(_CUT_SHORT.fullmatch, texts))
        value = round(float(example if example is not None else text) * 1000)
        return f"titik ribuan hilang: {text} dibaca {spelled(value)}"
    marked = next((text for text in texts if "." in text or "," in text), "")
    if not marked:
        return ""
    return "koma sebagai desimal, titik sebagai ribuan" if comma else "titik sebagai desimal, koma sebagai ribuan"
