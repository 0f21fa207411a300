"""Tables on PDF pages: their header stands on every page, numbers at the right, long texts broken into lines."""

from collections.abc import Iterator
from typing import Any

from reportlab.platypus import Flowable, LongTable, Paragraph, Spacer, TableStyle

from desktop_app.documents import colours
from desktop_app.documents.reports import pdf_text
from desktop_app.documents.reports.pdf_text import colour, markup
from desktop_app.documents.reports.tables import Column, Kind, Row, Table, Value, shown

PADDING = 3.0
_WIDEST = 6.5
"""Points for a character of a column's width: a table that is narrower than the page stays so."""
_SIZE = 7.5


def table_flowables(table: Table, room: float) -> Iterator[Flowable]:
    """The table under its title, `room` points wide at most."""
    if table.title:
        yield Paragraph(markup(table.title), pdf_text.HEADING)
    yield _grid(table, room) if table.rows or table.after else Paragraph(markup(table.nothing), pdf_text.BASIS)
    yield Spacer(1, 3)
    for note in table.notes:
        yield Paragraph(markup(note), pdf_text.BASIS)
    yield Spacer(1, 9)


def _grid(table: Table, room: float) -> LongTable:
    widths = _widths(table.columns, room)
    rows: list[list[object]] = [_header(table.columns)]
    rows += [_cells(row, table.columns, widths) for row in table.rows]
    ends: list[Row] = []
    if table.total and table.rows:
        ends.append(tuple("" if value is None else value for value in table.total_row()))
    ends += table.after
    rows += [_cells(row, table.columns, widths, bold=True) for row in ends]
    grid = LongTable(rows, colWidths=widths, repeatRows=1, hAlign="LEFT")
    grid.setStyle(TableStyle(_commands(table.columns, len(rows), len(ends))))
    return grid


def _widths(columns: tuple[Column, ...], room: float) -> list[float]:
    wanted = sum(column.width for column in columns)
    unit = min(_WIDEST, room / wanted)
    return [column.width * unit for column in columns]


def _header(columns: tuple[Column, ...]) -> list[object]:
    looks = (pdf_text.HEAD_RIGHT if column.kind.numeric else pdf_text.HEAD for column in columns)
    return [Paragraph(markup(column.title), look) for column, look in zip(columns, looks, strict=True)]


def _cells(row: Row, columns: tuple[Column, ...], widths: list[float], *, bold: bool = False) -> list[object]:
    return [
        _cell(value, column, room - 2 * PADDING, bold)
        for value, column, room in zip(row, columns, widths, strict=True)
    ]  # fmt: skip


def _cell(value: Value, column: Column, room: float, bold: bool) -> object:
    """Plain text where it fits into one line, which is much faster than a paragraph."""
    text = pdf_text.clean(shown(value, column)) if value != "" else ""
    strong = bold or column.kind is Kind.NAME
    font = pdf_text.BOLD if strong else pdf_text.PLAIN
    if "\n" not in text and pdf_text.width(text, font, _SIZE) <= room:
        return text
    if column.kind.numeric:
        look = pdf_text.style(_SIZE - 0.5, colours.TEXT_SOURCE, align=pdf_text.RIGHT)
    else:
        look = pdf_text.CELL_BOLD if strong else pdf_text.CELL_NOTE if column.kind is Kind.NOTE else pdf_text.CELL
    return Paragraph(markup(text), look)


def _commands(columns: tuple[Column, ...], count: int, ends: int) -> list[Any]:
    last = count - 1
    found: list[Any] = [
        ("FONT", (0, 0), (-1, -1), pdf_text.PLAIN, _SIZE), ("TEXTCOLOR", (0, 0), (-1, -1), colour(colours.TEXT)),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("BACKGROUND", (0, 0), (-1, 0), colour(colours.HEADER)),
        ("LINEBELOW", (0, 0), (-1, 0), 0.6, colour(colours.RULE)),
        ("LINEBELOW", (0, 1), (-1, last), 0.4, colour(colours.GRID)),
        ("LEFTPADDING", (0, 0), (-1, -1), PADDING), ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 2.2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2),
    ]  # fmt: skip
    for place, column in enumerate(columns):
        if column.kind.numeric:
            found.append(("ALIGN", (place, 0), (place, -1), "RIGHT"))
        if column.kind is Kind.NAME:
            found.append(("FONT", (place, 1), (place, last), pdf_text.BOLD, _SIZE))
    if ends:
        found += [
            ("FONT", (0, count - ends), (-1, -1), pdf_text.BOLD, _SIZE),
            ("BACKGROUND", (0, count - ends), (-1, -1), colour(colours.HEADER)),
            ("LINEABOVE", (0, count - ends), (-1, count - ends), 0.6, colour(colours.RULE)),
        ]
    return found
