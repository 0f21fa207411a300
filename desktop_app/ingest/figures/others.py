"""Tables of no kind that is stored: their rows are counted, and totals that join unlike units are said."""

from collections.abc import Iterator, Sequence

from desktop_app.ingest.cells.numbers import NumberStyle, number_style
from desktop_app.ingest.figures.figure_lines import Line, Remark
from desktop_app.ingest.figures.total_labels import says_total, without_label
from desktop_app.ingest.figures.unlike import check_mixtures, mixtures, unlike_rows, value_of
from desktop_app.ingest.grid import Row, at, is_blank, letter, text_of
from desktop_app.ingest.tables import Layout, Progress, Tally, before_data

_LOOKED_ROWS = 500
"""Longer tables are lists of something, and hold no indicators."""


def read_other(layout: Layout, progress: Progress) -> Tally:
    """Every row as no data. Remarks are about sums such as “Perusahaan + Tenaga kerja = Total”."""
    tally = Tally(layout.grid.name)
    rows: list[tuple[int, Row]] = []
    for place, row in layout.rows(progress):
        before = before_data(place, row, layout)
        if before is not None:
            tally.pass_over(place + 1)
        if before is False and len(rows) <= _LOOKED_ROWS:
            rows.append((place + 1, row))
    if len(rows) <= _LOOKED_ROWS:
        _say(layout, tally, _remarks(layout, rows))
    return tally


def _say(layout: Layout, tally: Tally, remarks: Iterator[Remark]) -> None:
    for remark in remarks:
        place = int(remark.field)
        tally.note(
            remark.number, _header(layout, place), remark.value, remark.code, remark.message, remark.step,
            f"{letter(place)}{remark.number}", remark.found, remark.expected,
        )  # fmt: skip


def _header(layout: Layout, place: int) -> str:
    return " / ".join(layout.header.labels.get(place, ()))


def _remarks(layout: Layout, rows: Sequence[tuple[int, Row]]) -> Iterator[Remark]:
    lines = _lines(layout, rows)
    headers = {place: _header(layout, place) for place in layout.header.labels}
    found = mixtures((), [line for line in lines if line.is_data], headers)
    for line in lines:
        yield from check_mixtures(line, found, lambda key: _header(layout, int(key)))
    for place, line in enumerate(lines):
        if line.label and not found:
            yield from _of_total(line, _since_total(lines[:place]))


def _since_total(lines: Sequence[Line]) -> list[Line]:
    last = max((place for place, line in enumerate(lines) if line.label), default=-1)
    return list(lines[last + 1 :])


def _of_total(total: Line, above: Sequence[Line]) -> Iterator[Remark]:
    """Only where the numbers are really added up."""
    for key in total.others:
        members = [line for line in above if value_of(line, key)]
        added = abs(sum(value_of(line, key) for line in members) - value_of(total, key)) < 1e-6
        if added and (remark := unlike_rows(total, members, key)):
            yield remark


def _lines(layout: Layout, rows: Sequence[tuple[int, Row]]) -> list[Line]:
    styles = {place: number_style([at(row, place) for _, row in rows]) for place in layout.header.labels}
    return [_line(number, row, styles) for number, row in rows]


def _line(number: int, row: Row, styles: dict[int, NumberStyle]) -> Line:
    numbers = {place: value for place, style in styles.items() if (value := _number(style, row, place)) is not None}
    said = next((text_of(cell) for place, cell in enumerate(row) if place not in numbers and not is_blank(cell)), "")
    # “Jumlah Perusahaan” is one of the things, “Jumlah” alone adds them up.
    return Line(number, row, said if says_total(said) and not without_label(said) else "", said=said, others=numbers)


def _number(style: NumberStyle, row: Row, place: int) -> float | None:
    try:
        return style.parse(at(row, place))
    except ValueError:
        return None
