"""What the lines around a table say: month, base, document, sender, and whether the people are invented."""

import re
from collections.abc import Iterable
from datetime import date

from desktop_app.domain.periods import end_of_month, month_end
from desktop_app.ingest.values import MONTHS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = rf"(?P<day>\d{{1,2}})[\s-]+(?P<month>{_MONTH})\.?[\s-]+(?P<year>\d{{4}})"
_NUMERIC = r"(?P<nday>\d{1,2})[-/.](?P<nmonth>\d{1,2})[-/.](?P<nyear>\d{4})"
_MONTH_YEAR = rf"(?P<name>{_MONTH})\.?[\s-]+(?P<of>\d{{4}}|\d{{2}}(?!\d))"
_ISO = r"(?P<iso>20\d{2})-(?P<isomonth>\d{1,2})(?:-\d{1,2})?"
_SPOKEN = r"(?:per(?:iode)?|posisi|keadaan|kondisi|s\.?\s?d\.?|sampai dengan|hingga|bulan data|bulan|data)"
_LABELLED = re.compile(
    rf"\b{_SPOKEN}\b\.?(?:\s+(?:tanggal|bulan))?\s*:?\s*(?:{_DAY}|{_NUMERIC}|{_ISO}|{_MONTH_YEAR})\b"
)
_BARE = re.compile(rf"(?<![\d\-/])\b(?:{_DAY}|{_ISO}|{_MONTH_YEAR})\b")
_NOT_A_PERIOD = re.compile(
    r"\b(?:penyebut|sakernas|dokumen|surat|nomor|sumber|dicetak|diunduh|berlaku|lahir|diterima)\b"
)
_PLACE_AND_DAY = re.compile(rf"^[a-z .]+,\s*{_DAY}\s*$")

_BASE = re.compile(r"\b(?:nama\s+)?penyebut\b\s*[:=]\s*[“\"']?(?P<name>[^”\"';()]+)", re.IGNORECASE)
_DOCUMENT = re.compile(r"^(?:dokumen|dasar(?: hukum)?)\s*[:=]\s*(?P<name>.+)$", re.IGNORECASE)
_SOURCE = re.compile(r"^\(?\*?\s*sumber(?: data)?\s*[:=]\s*(?P<name>.+?)\)?$", re.IGNORECASE)
_SENDER = re.compile(r"^(?:pengirim|dari)\s*[:=]\s*(?P<name>.+)$", re.IGNORECASE)
_BRANCH = re.compile(
    r"\b(?P<name>(?:BPJS Ketenagakerjaan|BPJamsostek)?\s*(?:Kantor (?:Cabang|Wilayah)|Kanwil)\b[^,;:()]*)",
    re.IGNORECASE,
)
_UCJ = re.compile(r"\bUCJ\s+(20\d{2})\b", re.IGNORECASE)
_SAKERNAS = re.compile(r"\bSakernas\s+(?:Agustus\s+)?(20\d{2})\b", re.IGNORECASE)
_SAMPLE = re.compile(r"\bdata contoh\b", re.IGNORECASE)


def period_in(lines: Iterable[str]) -> date | None:
    """Month end of the month that the lines speak of (“per 31 Desember 2023”, “Bulan Januari 2026”)."""
    lines = [line.casefold() for line in lines]
    for line in lines:
        if (found := _LABELLED.search(line)) and (period := _month(found)):
            return period
    for line in lines:
        elsewhere = _NOT_A_PERIOD.search(line) or _PLACE_AND_DAY.match(line)
        if not elsewhere and (found := _BARE.search(line)) and (period := _month(found)):
            return period
    return None


def labelled_period(lines: Iterable[str]) -> date | None:
    """Like `period_in`, but only where a word such as “per” or “bulan data” says that it is the period."""
    found = (_LABELLED.search(line.casefold()) for line in lines)
    return next((period for hit in found if hit and (period := _month(hit))), None)


def survey_period(lines: Iterable[str]) -> date | None:
    """August of the year of the Sakernas survey that the lines name."""
    found = next((hit for line in lines if (hit := _SAKERNAS.search(line))), None)
    return month_end(int(found[1]), 8) if found else None


def _month(found: re.Match[str]) -> date | None:
    parts = {name: text for name, text in found.groupdict().items() if text}
    try:
        if "month" in parts:
            return end_of_month(date(int(parts["year"]), MONTHS[parts["month"]], int(parts["day"])))
        if "nmonth" in parts:
            return end_of_month(date(int(parts["nyear"]), int(parts["nmonth"]), int(parts["nday"])))
        if "iso" in parts:
            return month_end(int(parts["iso"]), int(parts["isomonth"]))
        year = int(parts["of"])
        return month_end(year if year > 100 else 2000 + year, MONTHS[parts["name"]])
    except ValueError:
        return None


def base_name_in(lines: Iterable[str]) -> str:
    """Name of the base that the lines give (“Penyebut: UCJ 2025”), or that follows from what they speak of."""
    lines = list(lines)
    if name := _first(_BASE, lines):
        return name
    for line in lines:
        if found := _UCJ.search(line):
            return f"UCJ {found[1]}"
    for line in lines:
        if found := _SAKERNAS.search(line):
            return f"BPS bekerja Agustus {found[1]}"
    return ""


def document_in(lines: Iterable[str]) -> str:
    """The document that the figures come from: “Dokumen: …”, else “Sumber: …”."""
    lines = list(lines)
    return _first(_DOCUMENT, lines) or _first(_SOURCE, lines)


def sender_in(lines: Iterable[str]) -> str:
    """Who sent the sheet: “Pengirim: …”, else the branch that the lines name."""
    lines = list(lines)
    return _first(_SENDER, lines) or _first(_BRANCH, lines)


def _first(pattern: re.Pattern[str], lines: Iterable[str]) -> str:
    found = (pattern.search(line) for line in lines)
    return next((" ".join(hit["name"].split()).strip(" .") for hit in found if hit), "")


def says_sample(lines: Iterable[str]) -> bool:
    """True where the lines say “data contoh”: the people are invented and enter no figure."""
    return any(_SAMPLE.search(line) for line in lines)
