"""Reads bases (penyebut): per region how many workers, in total and by sector."""

from desktop_app.domain.segments import Sector
from desktop_app.domain.sheets import BaseValue, SheetRow
from desktop_app.ingest.figures.figure_lines import Line
from desktop_app.ingest.figures.findings import check_lines
from desktop_app.ingest.figures.region_rows import RegionRows
from desktop_app.ingest.figures.region_values import base_values
from desktop_app.ingest.grid import text_of
from desktop_app.ingest.tables import Layout, Progress, Tally

_FIELDS = {"workers_total": Sector.SEMUA, "workers_formal": Sector.FORMAL, "workers_informal": Sector.INFORMAL}


def read_base(layout: Layout, progress: Progress) -> Tally:
    """Every row of the base as values, a problem, or no data."""
    tally = Tally(layout.grid.name)
    rows = RegionRows(layout, progress, tally)

    def values(line: Line) -> list[SheetRow]:
        note = text_of(layout.cell(line.row, "note"))
        return [
            BaseValue(line.number, line.region or "", sector, line.counts[name], note)
            for name, sector in _FIELDS.items()
            if name in line.counts
        ]

    rows.count(values, lambda line: (line.region, line.period), base_values)
    rows.say(check_lines(rows, {}))
    tally.problems.sort(key=lambda problem: problem.row)
    return tally
