"""The month that lines of text speak of: “per 31 Desember 2023”, “TW I 2025”, “BLTH 202503”, “Jan'24”.

The day of a print, of a signature, of a letter or of a law is no period.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from desktop_app.domain.periods import end_of_month, month_end
from desktop_app.ingest.cells.values import MONTHS
from desktop_app.ingest.grid import Cell, text_of

_FIRST_YEAR = 2000
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ROMANS = "|".join(sorted(_ROMAN, key=len, reverse=True))
_YEAR = r"20\d{2}"
_SHORT_YEAR = r"[12]\d|3[0-5]"
_DAY = rf"(?:\d{{1,2}})[\s\-./]*(?P<month>{_MONTH})\b\.?[\s\-./,']*(?P<year>{_YEAR})"
_MONTH_DAY = rf"(?P<month_>{_MONTH})\.?\s+\d{{1,2}},?\s+(?P<year_>{_YEAR})"
_NUMERIC = rf"(?P<nday>\d{{1,2}})\s?[-/.]\s?(?P<nmonth>\d{{1,2}})\s?[-/.]\s?(?P<nyear>{_YEAR})"
_NUMERIC_SHORT = rf"(?P<dday>\d{{1,2}})[-/.](?P<dmonth>\d{{1,2}})[-/.](?P<dyear>{_SHORT_YEAR})(?!\d)"
_ISO = rf"(?P<iso>{_YEAR})[-/.](?P<isomonth>0?[1-9]|1[0-2])(?:[-/.]\d{{1,2}})?(?!\d)"
_MONTH_YEAR = rf"(?P<name>{_MONTH})(?![a-z])\.?(?:\s*(?:tahun|thn|th)\.?\s*:?)?[\s'’`\-./,]*(?P<of>{_YEAR}|(?:{_SHORT_YEAR})(?!\d))"
_QUARTER = (
    r"(?:triwulan|tri wulan|tw|kuartal|q)[\s.\-]*(?:ke[\s-]*)?(?P<quarter>iv|iii|ii|i|[1-4])(?![a-z0-9])[\s,/\-]*"
    rf"(?:tahun|thn|th)?(?:\s+anggaran)?[.\s]*(?P<quarteryear>{_YEAR})"
)
_HALF = (
    r"(?:semester|smt|sem)[\s.\-]*(?P<half>ii|i|[12])(?![a-z0-9])[\s,/\-]*(?:tahun|thn|th)?(?:\s+anggaran)?[.\s]*"
    rf"(?P<halfyear>{_YEAR})"
)
_SLASHED = rf"(?<![\d/.\-])(?P<smonth>0?[1-9]|1[0-2])\s?[-/.]\s?(?P<syear>{_YEAR})(?![\d/.\-])"
_ROMAN_MONTH = rf"(?:\d{{1,2}}\s?[\s\-/.]\s?)?(?P<roman>{_ROMANS})\s?[\s\-/.]\s?(?P<romanyear>{_YEAR})"
_COMPACT = r"(?P<cyear>20[0-3]\d)[\s_]?(?P<cmonth>0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?(?!\d)"
_NUMBERED = rf"(?P<bmonth>0?[1-9]|1[0-2])\s*(?:[,;/-]|\s)\s*(?:tahun|thn)\.?\s*:?\s*(?P<byear>{_YEAR})"

_CLEAR = f"{_DAY}|{_MONTH_DAY}|{_NUMERIC}|{_ISO}|{_MONTH_YEAR}"
_SPOKEN = (
    r"(?:per(?:iode)?|posisi|keadaan|kondisi|s\.?\s?/?\s?d\.?|sampai(?: dengan)?|hingga|bulan data|bulan tahun|bulan|data"
    r"|blth|bl\.?\s?th|masa)"
)
_LABELLED = re.compile(
    rf"\b{_SPOKEN}(?![a-z])\.?(?:\s+(?:tanggal|tgl|bulan|akhir|posisi|data|laporan|iuran))*\.?"
    rf"\s*[:=]?\s*(?:{_QUARTER}|{_HALF}|{_CLEAR}|{_SLASHED}|{_NUMERIC_SHORT}|{_NUMBERED}"
    rf"|{_ROMAN_MONTH}|{_COMPACT})"
)
_TO_THE_END = re.compile(rf"\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?: dengan)?|hingga|to)\s*(?:{_CLEAR}|{_SLASHED})")
_BARE = re.compile(rf"(?<![\d/a-z])(?<!\d-)(?:{_QUARTER}|{_HALF}|{_CLEAR})(?![\d])")
_ALONE = re.compile(rf"\W*(?:{_SLASHED}|{_COMPACT}|{_ROMAN_MONTH})\W*")
_DAY_FIRST = r"(?P<eday>0[1-9]|[12]\d|3[01])(?P<emonth>0[1-9]|1[0-2])(?P<eyear>20[0-3]\d)(?!\d)"
_IN_NAME = re.compile(rf"(?<![\d/.])(?<!\d-)(?:{_DAY_FIRST}|{_SLASHED}|{_COMPACT})")

_PRINTED = re.compile(
    r"\(?\b(?:di\s?cetak|di\s?unduh|tanggal cetak|tgl\.? cetak|tanggal unduh|cetak|print(?:ed)?|download(?:ed)?|ekspor|export"
    r"|dibuat|disusun|ditandatangani|ditetapkan|diundangkan|diterima|dikirim|direkam|last update|berlaku|lahir)\b[^)|;]*\)?"
)
_NOT_A_PERIOD = re.compile(
    r"\b(?:penyebut|sakernas|dokumen|surat|nomor|sumber|berlaku|lahir|undang|peraturan|permenaker|perda|perbup|pergub|perpres"
    r"|perdes|keputusan|kepmen\w*|sk|pp|uu|inpres|instruksi|rapat|undangan|hari|revisi|lampiran|no\.)(?![a-z])"
)
_PLACE_AND_DAY = re.compile(rf"^[a-z .]+,\s*(?:tanggal|tgl)?\.?\s*{_DAY}\W*$")
_SAKERNAS = re.compile(r"\bSakernas\s+(?:Agustus\s+)?(20\d{2})\b", re.IGNORECASE)

_MONTH_ALONE = re.compile(rf"(?<![a-z])(?P<name>{_MONTH})(?![a-z])")
_YEAR_ALONE = re.compile(rf"(?<![\d./-])(?P<year>{_YEAR})(?![\d./-])")
_NUMBER_ALONE = re.compile(r"\bbulan\s*(?:ke)?\W*(?P<number>0?[1-9]|1[0-2])\b")
_LETTERS = re.compile(r"[^\W\d_]+")


def period_in(lines: Iterable[str]) -> date | None:
    """Month end of the month that the lines speak of (“per 31 Desember 2023”, “Bulan Januari 2026”, “TW I 2025”).

    Where a line gives a span, its end. A month that a word such as “per” or “bulan” introduces goes before one without.
    """
    plain = [_PRINTED.sub(" ", line.casefold()) for line in lines]
    if labelled := labelled_period(plain):
        return labelled
    for line in plain:
        if _NOT_A_PERIOD.search(line) or _PLACE_AND_DAY.match(line):
            continue
        found = [month for hit in _BARE.finditer(line) if (month := _month(hit))]
        alone = _ALONE.fullmatch(line)
        if found or alone:
            return max(found) if found else _month(alone) if alone else None
    return None


def labelled_period(lines: Iterable[str]) -> date | None:
    """Like `period_in`, but only where a word such as “per” or “bulan data” says that it is the period."""
    for line in (_PRINTED.sub(" ", line.casefold()) for line in lines):
        months = list(_labelled(line))
        if months:
            return max(months)
    return None


def _labelled(line: str) -> Iterator[date]:
    for hit in _LABELLED.finditer(line):
        if (month := _month(hit)) is None:
            continue
        yield month
        if (end := _TO_THE_END.match(line, hit.end())) and (last := _month(end)):
            yield last


def period_of_name(name: str) -> date | None:
    """The month in the name of a sheet or file: “Jan'24”, “03-2025”, “Data TK 202503”."""
    if found := period_in([name]):
        return found
    hit = _IN_NAME.search(name.casefold())
    return _month(hit) if hit else None


@lru_cache(maxsize=4096)
def month_of(cell: Cell) -> date | None:
    """The month end that a cell names; None where it names none."""
    if isinstance(cell, date):
        return end_of_month(cell)
    text = text_of(cell)
    return period_of_name(text) if text else None


def period_of_parts(months: Iterable[str], years: Iterable[str]) -> date | None:
    """A month's name in one place and the year in another: sheet “Jan”, title “Tahun 2024”; None where either is open."""
    found = {month for line in months if (month := _month_alone(line.casefold()))}
    if len(found) != 1:
        return None
    for line in years:
        plain = _PRINTED.sub(" ", line.casefold())
        said = {int(hit["year"]) for hit in _YEAR_ALONE.finditer(plain)} if not _NOT_A_PERIOD.search(plain) else set()
        if len(said) == 1:
            return month_end(said.pop(), found.pop())
    return None


def _month_alone(line: str) -> int | None:
    """The one month that a line names; in short forms only where little else stands there (“mar” is a name, too)."""
    if _NOT_A_PERIOD.search(line) or _PRINTED.search(line):
        return None
    if found := _NUMBER_ALONE.search(line):
        return int(found["number"])
    brief = len(_LETTERS.findall(line)) <= 2
    names = {hit["name"] for hit in _MONTH_ALONE.finditer(line)}
    months = {MONTHS[name] for name in names if brief or len(name) > 3 or "bulan" in line}
    return months.pop() if len(months) == 1 else None


def survey_period(lines: Iterable[str]) -> date | None:
    """August of the year of the Sakernas survey that the lines name."""
    found = next((hit for line in lines if (hit := _SAKERNAS.search(line))), None)
    return month_end(int(found[1]), 8) if found else None


def _month(found: re.Match[str]) -> date | None:
    """The end of the month that a match of the patterns above means; None for a month 13 or a day 32."""
    parts = {name: text for name, text in found.groupdict().items() if text}
    try:
        for year, month, day in (("nyear", "nmonth", "nday"), ("dyear", "dmonth", "dday"), ("eyear", "emonth", "eday")):
            if month in parts:
                return end_of_month(date(_full(parts[year]), int(parts[month]), int(parts[day])))
        return month_end(*_year_and_month(parts))
    except (ValueError, KeyError):
        return None


def _year_and_month(parts: dict[str, str]) -> tuple[int, int]:
    if "quarter" in parts:
        return int(parts["quarteryear"]), 3 * _ordinal(parts["quarter"])
    if "half" in parts:
        return int(parts["halfyear"]), 6 * _ordinal(parts["half"])
    for year, month in (("iso", "isomonth"), ("syear", "smonth"), ("cyear", "cmonth"), ("byear", "bmonth")):
        if month in parts:
            return int(parts[year]), int(parts[month])
    if "roman" in parts:
        return int(parts["romanyear"]), _ROMAN[parts["roman"]]
    for year, month in (("year", "month"), ("year_", "month_"), ("of", "name")):
        if month in parts:
            return _full(parts[year]), MONTHS[parts[month]]
    raise KeyError


def _full(year: str) -> int:
    """“25” is 2025."""
    return int(year) if len(year) > 2 else _FIRST_YEAR + int(year)


def _ordinal(text: str) -> int:
    return int(text) if text.isdigit() else _ROMAN[text]
