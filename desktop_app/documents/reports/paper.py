"""Sheets of paper: what Excel calls them, and their print set-up."""

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents import colours
from desktop_app.documents.reports.cells import printable, width_of
from desktop_app.documents.reports.styles import FONT
from desktop_app.domain.letters import PAPER_CM, Paper

EXCEL_CODE = {Paper.A4: 9, Paper.F4: 14}
"""F4 (215×330 mm) is what Excel calls Folio, 8,5×13 inches: less than a millimetre apart."""

POINTS_PER_CM = 72 / 2.54
_BESIDE, _ABOVE_AND_BELOW, USUAL_ROW = 72.0, 94.0, 15.0
"""Points: margins of `set_page`, and a row whose height nobody set."""

SMALLER = 1.35
"""How much more than a page may be made smaller to fit it."""


def page_points(paper: Paper, *, landscape: bool) -> tuple[float, float]:
    """Width and height of a page in points."""
    width, height = (side * POINTS_PER_CM for side in PAPER_CM[paper])
    return (height, width) if landscape else (width, height)


def fits_one_page(sheet: Worksheet, paper: Paper, rows: int, columns: int) -> bool:
    """Whether so much of the sheet reads well on one wide page: at the size that its width gives, or a little smaller."""
    high, page = _heights(sheet, paper, rows, columns)
    return high <= page * SMALLER


def room_left(sheet: Worksheet, paper: Paper, rows: int, columns: int) -> float:
    """Points left on the last wide page below so many rows, in points of the sheet."""
    high, page = _heights(sheet, paper, rows, columns)
    return page - high % page


def _heights(sheet: Worksheet, paper: Paper, rows: int, columns: int) -> tuple[float, float]:
    """Of the rows, and of what a page as wide as the columns holds."""
    width, height = page_points(paper, landscape=True)
    wide = sum((width_of(sheet, column) * 7 + 5) * 0.75 for column in range(1, columns + 1))
    high = sum(sheet.row_dimensions[row].height or USUAL_ROW for row in range(1, rows + 1))
    return high, (height - _ABOVE_AND_BELOW) / min(1.0, (width - _BESIDE) / wide)


def set_page(
    sheet: Worksheet, paper: Paper, footer: str, *, landscape: bool = True, one_page: bool = False, titles: str = ""
) -> None:
    """As wide as the paper; `titles` are rows (“5:5”) that stand on every page; page numbers in the footer."""
    sheet.sheet_view.showGridLines = False
    setup = sheet.page_setup
    setup.paperSize, setup.orientation = EXCEL_CODE[paper], "landscape" if landscape else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 1 if one_page else 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.6, 0.7, 0.3, 0.35
    sheet.print_options.horizontalCentered = True
    if titles:
        sheet.print_title_rows = titles
    _set_footer(sheet, footer)


def _set_footer(sheet: Worksheet, footer: str) -> None:
    foot = sheet.oddFooter
    assert foot is not None
    # A number right behind “&8” would be read as part of the size.
    for part, text in ((foot.left, printable(footer).replace("&", "&&")), (foot.right, "Halaman &P dari &N")):
        assert part is not None
        part.text, part.font, part.size, part.color = text, FONT, 8, colours.TEXT_SOURCE
