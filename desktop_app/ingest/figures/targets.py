"""Reads targets: per region, sector and year the share that is to be reached, with the document that set it."""

import re

from desktop_app.domain.indonesian import number as spelled
from desktop_app.domain.segments import Sector
from desktop_app.domain.sheets import SheetRow, TargetValue
from desktop_app.ingest.figures.figure_lines import Line
from desktop_app.ingest.figures.figures import read_shares
from desktop_app.ingest.figures.region_rows import RegionRows
from desktop_app.ingest.figures.region_values import target_values
from desktop_app.ingest.finding.titles import document_in
from desktop_app.ingest.grid import text_of
from desktop_app.ingest.tables import Layout, Progress, Tally

_ALL = {"", "-", "total", "jumlah", "seluruhnya", "semua", "semua sektor", "semua pekerja", "formal dan informal"}
_DRESS = re.compile(r"^(?:sektor|pekerja|tenaga kerja)\s+")


def read_targets(layout: Layout, progress: Progress) -> Tally:
    """Every row as targets, a problem, or no data."""
    tally = Tally(layout.grid.name)
    rows = RegionRows(layout, progress, tally)
    reader = _Reader(rows)
    rows.count(reader.targets, reader.key, target_values)
    tally.problems.sort(key=lambda problem: problem.row)
    return tally


class _Reader:
    def __init__(self, rows: RegionRows) -> None:
        self._rows, self._layout = rows, rows.layout
        titles = " ".join(self._layout.titles)
        self._year = _year(self._header("target")) or _year(titles) or _year(self._layout.grid.name)
        self._document = document_in(self._layout.lines)
        self._more = self._year_columns()

    def _header(self, field: str) -> str:
        place = self._layout.mapping.at.get(field, -1)
        return " ".join(self._layout.header.labels.get(place, ()))

    def _year_columns(self) -> dict[str, int]:
        """Further columns of targets, “Target 2026” beside “Target 2025”: field -> year. They are read here."""
        used = self._layout.mapping.at.values()
        found = {}
        for place, parts in self._layout.header.labels.items():
            words = " ".join(parts)
            year = _year(words)
            if place not in used and year and year != self._year and re.search(r"\btarget\b", words, re.I):
                found[f"target_{year}"] = year
                read_shares(f"target_{year}", place, self._rows.lines)
        return found

    def _text(self, line: Line, field: str) -> str:
        return text_of(self._layout.cell(line.row, field))

    def key(self, line: Line) -> object:
        """The same target twice; rival documents may stand side by side."""
        names = ("year", "sector", "document")
        return line.region, tuple(self._text(line, name) for name in names), tuple(line.shares.items())

    def targets(self, line: Line) -> list[SheetRow]:
        """The targets of a row; none after it was parked."""
        years = {"target": _year(self._text(line, "year")) or self._year, **self._more}
        shares = self._shares(line)
        sector = _sector(self._text(line, "sector"))
        if shares is None or not (given := [name for name in years if name in shares]):
            return []
        if any(years[name] is None for name in given):
            self._rows.park(
                line, "year", "year_missing", "Tahun target tidak tertulis.", "Isi kolom tahun, misalnya 2026."
            )
            return []
        if sector is None:
            message = "Sektor target tidak dikenali."
            self._rows.park(line, "sector", "sector_unknown", message, "Tulis semua, formal, atau informal.")
            return []
        document, note = self._text(line, "document") or self._document, self._note(line)
        return [
            TargetValue(line.number, line.region or "", sector, year, shares[name], document, note)
            for name in given
            if (year := years[name]) is not None
        ]

    def _shares(self, line: Line) -> dict[str, float] | None:
        """Target field -> share; a number of people is one where the row gives the workers. None: parked."""
        shares = {name: share.value for name, share in line.shares.items()}
        people, workers = line.counts.get("target_people"), line.counts.get("workers_total")
        if people is None or "target" in shares:
            return shares
        if not workers:
            message = f"Target berupa jumlah orang ({spelled(people)}) tanpa jumlah pekerja di baris yang sama."
            step = "Tulis target sebagai persen, atau tambahkan kolom penduduk bekerja."
            self._rows.park(line, "target_people", "target_people", message, step)
            return None
        return {**shares, "target": round(people / workers, 6)}

    def _note(self, line: Line) -> str:
        people, workers = line.counts.get("target_people"), line.counts.get("workers_total")
        said = f"Target {spelled(people)} orang dari {spelled(workers)} pekerja." if people and workers else ""
        return " ".join(filter(None, (self._text(line, "note"), said)))


def _year(text: str) -> int | None:
    """The one year of this century in a text."""
    found = set(re.findall(r"(?<!\d)20\d{2}(?!\d)", text))
    return int(found.pop()) if len(found) == 1 else None


def _sector(text: str) -> Sector | None:
    word = _DRESS.sub("", text.casefold().strip())
    if word in _ALL:
        return Sector.SEMUA
    return Sector(word) if word in list(Sector) else None
