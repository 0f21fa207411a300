"""Reads targets: per region, sector and year the share that is to be reached, with the document that set it."""

import re

from desktop_app.domain.segments import Sector
from desktop_app.domain.sheets import ProblemState, TargetValue
from desktop_app.ingest.figures import FigureCells
from desktop_app.ingest.grid import Row, text_of
from desktop_app.ingest.tables import Layout, PlaceReader, Progress, Tally, read_rows
from desktop_app.ingest.titles import document_in


def read_targets(layout: Layout, progress: Progress) -> Tally:
    """Every row as a target, a problem, or no data."""
    tally = Tally(layout.grid.name)
    read_rows(layout, progress, tally, _Reader(layout, tally))
    return tally


class _Reader:
    def __init__(self, layout: Layout, tally: Tally) -> None:
        self._layout, self._tally = layout, tally
        self._places = PlaceReader(layout)
        self._cells = FigureCells(layout, tally)
        self._year = _year(" ".join(layout.titles))
        self._document = document_in(layout.lines)

    def read_total(self, number: int, row: Row, label: str) -> None:
        """Shares are not added up, so a total says nothing."""
        self._tally.not_data += 1

    def read(self, place: int, row: Row) -> None:
        number, layout, tally = place + 1, self._layout, self._tally
        share = self._cells.shares(number, row).get("target")
        if share is None:
            tally.pass_over(number)
            return
        answer = self._places.resolve(self._places.text(place, row))
        if answer.region is None:
            tally.park(number, [self._places.problem(tally, number, answer)])
            return
        year = _year(text_of(layout.cell(row, "year"))) or self._year
        if year is None:
            tally.park(number, [tally.problem(
                number, layout.mapping.header("year"), text_of(layout.cell(row, "year")), "year_missing",
                "Tahun target tidak tertulis.", "Isi kolom tahun, misalnya 2026.", ProblemState.PARKED,
            )])  # fmt: skip
            return
        sector = _sector(text_of(layout.cell(row, "sector")))
        if sector is None:
            tally.park(number, [tally.problem(
                number, layout.mapping.header("sector"), text_of(layout.cell(row, "sector")), "sector_unknown",
                "Sektor target tidak dikenali.", "Tulis semua, formal, atau informal.", ProblemState.PARKED,
            )])  # fmt: skip
            return
        document = text_of(layout.cell(row, "document")) or self._document
        note = text_of(layout.cell(row, "note"))
        tally.keep(number, [TargetValue(number, answer.region, sector, year, share.value, document, note)])


def _year(text: str) -> int | None:
    """The one year of this century in a text."""
    found = set(re.findall(r"(?<!\d)20\d{2}(?!\d)", text))
    return int(found.pop()) if len(found) == 1 else None


def _sector(text: str) -> Sector | None:
    word = text.casefold().strip()
    if word in ("", "-", "total", "jumlah", "seluruhnya"):
        return Sector.SEMUA
    return Sector(word) if word in list(Sector) else None
