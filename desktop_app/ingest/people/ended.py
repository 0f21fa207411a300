"""How many people of a list have an end: a list of those who left is told from one of those who work by its rows."""

from desktop_app.domain.sheets import PEOPLE_KINDS
from desktop_app.ingest.cells.numbers import NOTHING
from desktop_app.ingest.grid import Cell, is_blank, text_of
from desktop_app.ingest.tables import Layout

_LOOKED_AT = 300
_FIELDS = ("end_date", "end_reason")


def ended_share(layout: Layout) -> float | None:
    """The share (0 to 1) of its first people with an end date or a reason; None where no column tells."""
    fields = [name for name in _FIELDS if name in layout.mapping.at]
    if not fields or layout.kind not in PEOPLE_KINDS:
        return None
    people = [row for row in layout.sample(_LOOKED_AT) if not is_blank(layout.cell(row, "nik"))]
    ended = [row for row in people if any(_says_end(layout.cell(row, name)) for name in fields)]
    return len(ended) / len(people) if people else None


def _says_end(cell: Cell) -> bool:
    """Neither “-” nor 00-00-0000 nor 31-12-9999 is an end."""
    text = text_of(cell).casefold()
    said = any(character.isalpha() or character in "123456789" for character in text)
    return said and text not in NOTHING and "9999" not in text
