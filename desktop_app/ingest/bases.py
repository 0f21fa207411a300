"""Reads bases (penyebut): per region how many workers, in total and by sector."""

from desktop_app.domain.segments import Sector
from desktop_app.domain.sheets import BaseValue, SheetRow
from desktop_app.ingest.checks import SummedRow, check_total
from desktop_app.ingest.figures import FigureCells
from desktop_app.ingest.grid import Row, text_of
from desktop_app.ingest.tables import Layout, PlaceReader, Progress, Tally, read_rows

_FIELDS = {"workers_total": Sector.SEMUA, "workers_formal": Sector.FORMAL, "workers_informal": Sector.INFORMAL}


def read_base(layout: Layout, progress: Progress) -> Tally:
    """Every row of the base as values, a problem, or no data."""
    tally = Tally(layout.grid.name)
    read_rows(layout, progress, tally, _Reader(layout, tally))
    return tally


class _Reader:
    def __init__(self, layout: Layout, tally: Tally) -> None:
        self._layout, self._tally = layout, tally
        self._places = PlaceReader(layout)
        self._cells = FigureCells(layout, tally)
        self._seen: dict[str, int] = {}
        self._rows: list[SummedRow] = []

    def read(self, place: int, row: Row) -> None:
        number, tally = place + 1, self._tally
        whole = self._cells.whole(number, row)
        answer = self._places.resolve(self._places.text(place, row))
        self._rows.append(SummedRow(answer.region, whole))
        if not whole:
            tally.pass_over(number)
            return
        if answer.region is None:
            tally.park(number, [self._places.problem(tally, number, answer)])
            return
        first = self._seen.setdefault(answer.region, number)
        if first != number:
            tally.park(number, [self._places.twice(tally, number, answer.region, first)])
            return
        note = text_of(self._layout.cell(row, "note"))
        values: list[SheetRow] = [
            BaseValue(number, answer.region, sector, whole[name], note)
            for name, sector in _FIELDS.items()
            if name in whole
        ]
        tally.keep(number, values)

    def read_total(self, number: int, row: Row, label: str) -> None:
        self._tally.not_data += 1
        for remark in check_total(label, self._cells.whole(number, row), self._rows):
            header = self._layout.mapping.header(remark.field)
            self._tally.note(number, header, remark.value, remark.code, remark.message, remark.step)
