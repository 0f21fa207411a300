"""Reads recaps: per region how many people, of how many workers, what share; totals and percentages are checked."""

import re
from collections.abc import Iterator
from datetime import date

from desktop_app.domain.periods import month_end
from desktop_app.domain.segments import Measure, Segment
from desktop_app.domain.sheets import RecapFigure, SheetRow
from desktop_app.ingest.cells.values import parse_segment
from desktop_app.ingest.figures.figure_lines import Line
from desktop_app.ingest.figures.findings import check_lines
from desktop_app.ingest.figures.region_rows import RegionRows
from desktop_app.ingest.figures.region_values import coverage_values
from desktop_app.ingest.figures.share_pairs import share_pairs
from desktop_app.ingest.finding.title_periods import period_in
from desktop_app.ingest.finding.titles import base_name_in
from desktop_app.ingest.grid import letter, text_of
from desktop_app.ingest.tables import Layout, Progress, Tally


def read_recap(layout: Layout, progress: Progress) -> Tally:
    """Every row of the recap as figures, a problem, or no data."""
    tally = Tally(layout.grid.name)
    rows = RegionRows(layout, progress, tally)
    reader = _Reader(rows)
    rows.count(reader.figures, reader.key, reader.values)
    rows.say(check_lines(rows, reader.pairs))
    tally.problems.sort(key=lambda problem: problem.row)
    return tally


class _Reader:
    def __init__(self, rows: RegionRows) -> None:
        self._layout, self._fields = rows.layout, rows.fields
        self._base, self._place = base_name_in(rows.layout.titles), rows.place
        self.pairs = share_pairs(self._fields, [line for line in rows.lines if line.has_figures])

    def key(self, line: Line) -> object:
        """Two rows for one region are welcome where they speak of different bases, times or segments."""
        return line.region, self._base_of(line), line.period, self._segment(line)

    def _base_of(self, line: Line) -> str:
        return text_of(self._layout.cell(line.row, "base_name")) or self._base

    def values(self, line: Line) -> dict[str, float]:
        values = coverage_values(line, self._fields, self._without_parts)
        measure = self._segment(line)
        if measure is not Measure.TOTAL and "total" in values:
            values[measure.value] = values.pop("total")
        return values

    def _segment(self, line: Line) -> Measure:
        """What the line counts, where the table names segments or sectors down and not across."""
        words = text_of(self._layout.cell(line.row, "segment"))
        if (segment := parse_segment(words)) is not None:
            return _MEASURES.get(segment, Measure.TOTAL)
        plain = words.casefold()
        return Measure.INFORMAL if "informal" in plain else Measure.FORMAL if "formal" in plain else Measure.TOTAL

    def _without_parts(self, share: str) -> bool:
        """Whether a share is a coverage of workers."""
        pair = self.pairs.get(share)
        return pair is None or pair.is_coverage

    def figures(self, line: Line) -> list[SheetRow]:
        return list(self._figures(line))

    def _figures(self, line: Line) -> Iterator[RecapFigure]:
        note, base = text_of(self._layout.cell(line.row, "note")), self._base_of(line)
        for measure in Measure:
            people, share = line.counts.get(f"people_{measure}"), f"share_{measure}"
            printed = line.shares.get(share) if self._without_parts(share) else None
            if people is None and printed is None:
                continue
            place = self._place(f"people_{measure}" if people is not None else share) or 0
            yield RecapFigure(
                line.number, f"{letter(place)}{line.number}", line.region or "", self._named(line, measure), people,
                self._workers(line, measure), printed.value if printed else None, base, note, _period(line.period),
            )  # fmt: skip

    def _named(self, line: Line, measure: Measure) -> Measure:
        return self._segment(line) if measure is Measure.TOTAL else measure

    def _workers(self, line: Line, measure: Measure) -> int | None:
        """The base of the printed share, else the column of workers of the same measure."""
        pair = self.pairs.get(f"share_{measure}")
        return line.counts.get(pair.base if pair and pair.is_coverage else f"workers_{measure}")


_MEASURES = {Segment.PU: Measure.PU, Segment.BPU: Measure.BPU, Segment.JAKON: Measure.JAKON}


def _period(text: str) -> date | None:
    """The month of a row's own columns; of a year alone its last. None where the table has no such column."""
    year = re.fullmatch(r"20\d{2}", text)
    return month_end(int(year[0]), 12) if year else period_in([text]) if text else None
