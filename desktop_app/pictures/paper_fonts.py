"""Fonts of letters on a page: the office's own, or their twins of equal widths. Lengths are points.

Letters are laid out `UNIT` times enlarged and painted smaller again, so that their widths do not depend on the screen.
"""

import struct
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QRawFont, QTextCharFormat

from desktop_app.domain.paper import Run

UNIT = 10
_TWINS = {
    "Arial": "Liberation Sans", "Helvetica": "Liberation Sans", "Times New Roman": "Liberation Serif",
    "Courier New": "Liberation Mono", "Calibri": "Carlito", "Cambria": "Caladea", "Arial Narrow": "Liberation Sans Narrow",
}  # fmt: skip
_SERIFS = {"Bookman Old Style", "Book Antiqua", "Cambria", "Garamond", "Georgia", "Palatino Linotype", "Times"}
"""Fonts of letters with serifs: where the computer lacks one, another with serifs stands in."""
_USUAL = (0.905, 0.212, 0.033)
"""Ascent, descent and gap of Arial for a size of 1."""


@lru_cache(maxsize=256)
def run_font(family: str, size: float, bold: bool, italic: bool) -> QFont:
    """In units: `UNIT` of them are a point."""
    made = QFont()
    usual = ("Times New Roman", "Liberation Serif") if family in _SERIFS else ("Arial", "Liberation Sans")
    named = (family, _TWINS.get(family, ""), *usual)
    made.setFamilies(list(dict.fromkeys(name for name in named if name)))
    made.setPixelSize(max(round(size * UNIT), 1))
    made.setBold(bold)
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def font_of(run: Run) -> QFont:
    return run_font(run.font, run.size, run.bold, run.italic)


@lru_cache(maxsize=256)
def character_format(look: Run) -> QTextCharFormat:
    """How Qt writes a run; `look` without its text, so that few are kept."""
    made = QTextCharFormat()
    font = QFont(font_of(look))
    font.setUnderline(look.underline)
    font.setStrikeOut(look.strike)
    made.setFont(font)
    made.setForeground(QColor(f"#{look.colour or '000000'}"))
    if look.raised:
        places = QTextCharFormat.VerticalAlignment
        made.setVerticalAlignment(places.AlignSuperScript if look.raised > 0 else places.AlignSubScript)
    return made


def heights(run: Run) -> tuple[float, float, float]:
    """Ascent, descent and gap of a line of this run, in points, as its font says."""
    ascent, descent, gap = _measures(run.font, run.bold, run.italic)
    return ascent * run.size, descent * run.size, gap * run.size


@lru_cache(maxsize=256)
def _measures(family: str, bold: bool, italic: bool) -> tuple[float, float, float]:
    """For a size of 1, from the font's own tables: what Qt gives is rounded to pixels."""
    raw = QRawFont.fromFont(run_font(family, 12.0, bold, italic))
    table = bytes(raw.fontTable("hhea").data()) if raw.isValid() else b""
    em = raw.unitsPerEm() if raw.isValid() else 0
    if len(table) < 10 or not em:
        return _USUAL
    ascent, descent, gap = struct.unpack(">hhh", table[4:10])
    return ascent / em, -descent / em, max(gap, 0) / em
