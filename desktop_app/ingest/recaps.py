"""Reads recaps: per region how many people, of how many workers, what share; totals and percentages are checked."""

from collections.abc import Iterator

from desktop_app.domain.segments import Measure
from desktop_app.domain.sheets import RecapFigure
from desktop_app.ingest.checks import Remark, SummedRow, check_share, check_total
from desktop_app.ingest.figures import FigureCells, PrintedShare
from desktop_app.ingest.grid import Row, letter, text_of
from desktop_app.ingest.tables import Layout, PlaceReader, Progress, Tally, read_rows
from desktop_app.ingest.titles import base_name_in


def read_recap(layout: Layout, progress: Progress) -> Tally:
    """Every row of the recap as figures, a problem, or no data."""
    tally = Tally(layout.grid.name)
    read_rows(layout, progress, tally, _Reader(layout, tally))
    return tally


class _Reader:
    def __init__(self, layout: Layout, tally: Tally) -> None:
        self._layout, self._tally = layout, tally
        self._places = PlaceReader(layout)
        self._cells = FigureCells(layout, tally)
        self._base = base_name_in(layout.titles)
        self._seen: dict[tuple[str, str], int] = {}
        self._rows: list[SummedRow] = []
        self._since_subtotal = 0

    def read(self, place: int, row: Row) -> None:
        number, layout, tally = place + 1, self._layout, self._tally
        whole, shares = self._cells.whole(number, row), self._cells.shares(number, row)
        answer = self._places.resolve(self._places.text(place, row))
        self._rows.append(SummedRow(answer.region, whole))
        figures = any(name.startswith("people_") for name in whole) or bool(shares)
        if not figures:
            tally.pass_over(number)
            return
        if answer.region is None:
            tally.park(number, [self._places.problem(tally, number, answer)])
            return
        base = text_of(layout.cell(row, "base_name")) or self._base
        first = self._seen.setdefault((answer.region, base), number)
        if first != number:
            tally.park(number, [self._places.twice(tally, number, answer.region, first)])
            return
        self._check_shares(number, whole, shares)
        note = text_of(layout.cell(row, "note"))
        tally.keep(number, list(self._figures(number, answer.region, base, note, whole, shares)))

    def _figures(
        self, number: int, region: str, base: str, note: str, whole: dict[str, int], shares: dict[str, PrintedShare]
    ) -> Iterator[RecapFigure]:
        for measure in Measure:
            people, share = whole.get(f"people_{measure}"), shares.get(f"share_{measure}")
            if people is None and share is None:
                continue
            column = self._layout.mapping.at[f"people_{measure}" if people is not None else f"share_{measure}"]
            yield RecapFigure(
                number, f"{letter(column)}{number}", region, measure, people, whole.get(f"workers_{measure}"),
                share.value if share else None, base, note,
            )  # fmt: skip

    def read_total(self, number: int, row: Row, label: str) -> None:
        """Totals are no data: they are held against the rows above them, a sub total against those since the last."""
        self._tally.not_data += 1
        whole, shares = self._cells.whole(number, row), self._cells.shares(number, row)
        start = self._since_subtotal if label.casefold().startswith("sub") else 0
        self._remark(number, check_total(label, whole, self._rows[start:]))
        self._check_shares(number, whole, shares)
        if start or label.casefold().startswith("sub"):
            self._since_subtotal = len(self._rows)

    def _check_shares(self, number: int, whole: dict[str, int], shares: dict[str, PrintedShare]) -> None:
        for measure in Measure:
            people, workers = whole.get(f"people_{measure}"), whole.get(f"workers_{measure}")
            share = shares.get(f"share_{measure}")
            if people is not None and workers is not None and share is not None:
                remark = check_share(measure, people, workers, share)
                self._remark(number, [remark] if remark else [])

    def _remark(self, number: int, remarks: list[Remark]) -> None:
        for remark in remarks:
            header = self._layout.mapping.header(remark.field)
            self._tally.note(number, header, remark.value, remark.code, remark.message, remark.step)
