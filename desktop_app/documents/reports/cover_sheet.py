"""The sheet “Ringkasan”: one page for the head of the office."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.analysis.compliance.values import Compliance, Headline
from desktop_app.documents import colours
from desktop_app.documents.reports import cover_words
from desktop_app.documents.reports.cells import put, put_over, set_widths
from desktop_app.documents.reports.cover_chart import add_cover_chart
from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.native_charts import ChartData
from desktop_app.documents.reports.styles import Style
from desktop_app.domain.office import Office

FIRST, LAST = 2, 13
"""Twelve narrow columns: three cards of four, a chart of five, and a map of seven."""
CHART_COLUMNS = 5
PICTURE_ROWS, PICTURE_HEIGHT = 14, 18.0
COLUMN_WIDTH = 7.9
_FIGURES = {"ok": Style.CARD_GOOD, "bad": Style.CARD_BAD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    compliance: Compliance
    office: Office
    made: Made
    pictures: Mapping[str, Path]
    chart: ChartData | None


def fill_cover(sheet: Worksheet, cover: Cover) -> int:
    """All of the page; gives its last row."""
    compliance = cover.compliance
    set_widths(sheet, 1.5, *(COLUMN_WIDTH for _ in range(FIRST, LAST + 1)))
    put(sheet, 1, FIRST, cover_words.agency(cover.office, compliance), Style.AGENCY)
    put_over(sheet, 2, FIRST, LAST, cover_words.TITLE, Style.COVER_TITLE, size=18)
    put(sheet, 3, FIRST, cover_words.place_line(compliance), Style.HEADING)
    put_over(sheet, 4, FIRST, LAST, cover_words.basis(compliance), Style.BASIS)
    _rule(sheet, 5)
    row = _cards(sheet, 7, compliance.headlines)
    row = _pictures(sheet, row, cover)
    row = _sentences(sheet, row, cover_words.sentences(compliance))
    return _end(sheet, row, cover)


def _rule(sheet: Worksheet, row: int) -> None:
    side = Side(style="medium", color=colours.ACCENT)
    for column in range(FIRST, LAST + 1):
        sheet.cell(row, column).border = Border(top=side)
    sheet.row_dimensions[row].height = 6


def _cards(sheet: Worksheet, top: int, headlines: Sequence[Headline]) -> int:
    """Cards side by side in four rows from `top`; the row where the next part begins."""
    for place, one in enumerate(headlines[:3]):
        left, right = FIRST + 4 * place, FIRST + 4 * place + 3
        figure = _FIGURES.get(one.state, Style.CARD_FIGURE)
        put_over(sheet, top, left, right, one.label, Style.CARD_LABEL, 20)
        put_over(sheet, top + 1, left, right, one.value, figure, 30)
        put_over(sheet, top + 2, left, right, one.fraction, Style.CARD_FRACTION, size=9)
        put_over(sheet, top + 3, left, right, one.source, Style.CARD_SOURCE, size=8)
        _frame(sheet, range(top, top + 4), range(left, right + 1))
    if not headlines:
        put_over(sheet, top, FIRST, LAST, "Belum ada angka untuk wilayah dan masa ini.", Style.EMPTY, 30)
    return top + 5


def _frame(sheet: Worksheet, rows: range, columns: range) -> None:
    """A thin line around, and white between this card and the next."""
    side = Side(style="thin", color=colours.LINE)
    for row in rows:
        for column in columns:
            sheet.cell(row, column).border = Border(
                left=side if column == columns[0] else None, right=side if column == columns[-1] else None,
                top=side if row == rows[0] else None, bottom=side if row == rows[-1] else None,
            )  # fmt: skip


def _pictures(sheet: Worksheet, top: int, cover: Cover) -> int:
    """The chart at the left, the map at the right; where one is missing, its place says why."""
    for row in range(top, top + PICTURE_ROWS):
        sheet.row_dimensions[row].height = PICTURE_HEIGHT
    last = FIRST + CHART_COLUMNS - 1
    if cover.chart is None:
        _empty(sheet, top, FIRST, last, "Bagan tidak dibuat: belum ada wilayah yang memiliki angka.")
    else:
        add_cover_chart(sheet, cover.chart, cover.compliance.coverage, top, PICTURE_ROWS, (FIRST - 1, last))
    missing = cover_words.no_map(cover.pictures)
    if missing:
        _empty(sheet, top, last + 1, LAST, missing)
    else:
        _add_picture(sheet, cover.pictures[cover_words.MAP], top, last + 1)
    return top + PICTURE_ROWS + 1


def _empty(sheet: Worksheet, top: int, first: int, last: int, words: str) -> None:
    bottom = top + PICTURE_ROWS - 1
    put(sheet, top, first, words, Style.EMPTY)
    _frame(sheet, range(top, bottom + 1), range(first, last + 1))
    sheet.merge_cells(start_row=top, end_row=bottom, start_column=first, end_column=last)


def _add_picture(sheet: Worksheet, path: Path, top: int, first: int) -> None:
    """The picture as large as its place allows, in its own proportions."""
    # From memory: openpyxl leaves a file that it opens itself open.
    picture = Image(BytesIO(path.read_bytes()))
    width = (LAST - first + 1) * (COLUMN_WIDTH * 7 + 5)
    height = PICTURE_ROWS * PICTURE_HEIGHT * 96 / 72
    scale = min(width / picture.width, height / picture.height)
    size = XDRPositiveSize2D(_emu(picture.width * scale), _emu(picture.height * scale))
    down = _emu((height - picture.height * scale) / 2)
    rows_down, rest = divmod(down, _emu(PICTURE_HEIGHT * 96 / 72))
    start = AnchorMarker(col=first - 1, row=top - 1 + rows_down, rowOff=rest)
    picture.anchor = OneCellAnchor(_from=start, ext=size)
    sheet.add_image(picture)


def _emu(pixels: float) -> int:
    """Excel's own unit, 9525 for each pixel."""
    return int(pixels) * 9_525


def _sentences(sheet: Worksheet, top: int, sentences: Sequence[str]) -> int:
    put(sheet, top, FIRST, cover_words.SENTENCES, Style.HEADING)
    sheet.row_dimensions[top].height = 20
    for place, sentence in enumerate(sentences, start=1):
        put_over(sheet, top + place, FIRST, LAST, f"{place}.  {sentence}", Style.SENTENCE)
    return top + len(sentences) + 2


def _end(sheet: Worksheet, row: int, cover: Cover) -> int:
    """Who hands it over, and when it was made."""
    lines = cover_words.signature(cover.office)
    for line in lines:
        style = Style.SIGNED_NAME if line == cover.office.chief.name else Style.SIGNED
        put(sheet, row, LAST - 4, line, style)
        row += 1
    put_over(sheet, row + 1, FIRST, LAST, cover_words.made_line(cover.made), Style.FOOT, size=8)
    return row + 1
