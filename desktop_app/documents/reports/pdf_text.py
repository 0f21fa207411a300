"""Text on PDF pages: the fonts that every reader has, and what becomes of letters that they lack.

Helvetica has the widths of Arial, and is in no file: readers bring it along. ReportLab takes − ≥ → ▲ ✓ from Symbol and
Zapf Dingbats by itself, and sets ■ for every letter that none of the three has.
"""

import re
from typing import Literal
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getFont, stringWidth, unicode2T1

from desktop_app.documents import colours
from desktop_app.documents.reports.cells import printable

Align = Literal[0, 1, 2]
LEFT: Align = 0
CENTER: Align = 1
RIGHT: Align = 2
"""As ReportLab numbers them."""

PLAIN, BOLD, ITALIC = "Helvetica", "Helvetica-Bold", "Helvetica-Oblique"
REPLACED = "■"
REPLACED_NOTE = f"{REPLACED} menggantikan huruf yang tidak dapat dicetak di PDF; tulisan aslinya ada di berkas Excel."
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]")
"""Marks of direction and joining: nothing to see, but no font has them."""


def clean(text: str) -> str:
    """Text as a page may show it: no NIK in full, no control characters, no unseen marks."""
    return _UNSEEN.sub("", printable(text))


def markup(text: str) -> str:
    """The same, for paragraphs: data never become tags."""
    return escape(clean(text)).replace("\n", "<br/>")


def width(text: str, font: str, size: float) -> float:
    """In points."""
    return float(stringWidth(text, font, size))


def lacks_letters(text: str) -> bool:
    """Whether something of it is shown as ■."""
    if text.isascii():
        return False
    font = getFont(PLAIN)
    drawn = unicode2T1(text.replace(REPLACED, ""), [font, *font.substitutionFonts])
    return any(used.fontName == "ZapfDingbats" and b"n" in piece for used, piece in drawn)


def colour(name: str) -> Color:
    made: Color = HexColor(f"#{name}")
    return made


def style(
    size: float,
    shade: str = colours.TEXT,
    *,
    font: str = PLAIN,
    leading: float = 1.25,
    after: float = 0,
    align: Align = LEFT,
) -> ParagraphStyle:
    return ParagraphStyle(
        "", fontName=font, fontSize=size, leading=size * leading, textColor=colour(shade), spaceAfter=after,
        alignment=align, splitLongWords=1,
    )  # fmt: skip


TITLE = style(15, font=BOLD, after=4)
HEADING = style(11, font=BOLD, after=3)
BASIS = style(8.5, colours.TEXT_SECOND, after=2)
SENTENCE = style(9.5, after=3)
FOOT = style(7, colours.TEXT_SOURCE)
CELL = style(7.5)
CELL_BOLD = style(7.5, font=BOLD)
CELL_NOTE = style(7, colours.TEXT_SECOND)
HEAD = style(7, colours.TEXT_SECOND, font=BOLD)
HEAD_RIGHT = style(7, colours.TEXT_SECOND, font=BOLD, align=RIGHT)
