"""What stands around the tables of a workbook: titles above, notes below, sheets of text, the file's name."""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.columns import map_columns
from desktop_app.ingest.grid import Grid, Row, is_blank, is_empty, text_of
from desktop_app.ingest.headers import Header
from desktop_app.ingest.places import Places, PlaceText
from desktop_app.ingest.tables import Layout, is_note
from desktop_app.ingest.titles import labelled_period, period_in, says_sample, sender_in, survey_period

_TAIL_ROWS = 12
"""Rows at the end of a sheet that may name its source."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a workbook says outside its tables. `texts` are the lines of its sheets without a table."""

    file: str
    texts: tuple[str, ...]
    places: Places
    lookup: dict[str, PlaceText] | None

    @property
    def sample(self) -> bool:
        """True when the file's name or the beginning of a line of text says “data contoh”."""
        return says_sample([spaced(self.file)]) or any(line.casefold().startswith("data contoh") for line in self.texts)

    @property
    def sender(self) -> str:
        return sender_in(self.texts)

    def layout(self, grid: Grid, header: Header) -> Layout:
        """The table under `header`, with what the lines around it say."""
        titles = lines_of(grid.head(header.rows[0]))
        layout = Layout(
            grid=grid, header=header, mapping=map_columns(grid, header), titles=titles,
            lines=(*titles, *_tail(grid, header)), period=None, places=self.places,
            within=next((code for line in titles if (code := self.places.mentioned(line))), None), lookup=self.lookup,
        )  # fmt: skip
        return replace(layout, period=self._period(layout))

    def _period(self, layout: Layout) -> date | None:
        """From the titles, the sheet's name, the survey a base comes from, the text sheets, the file's name."""
        if layout.kind is SheetKind.TARGET:
            return None
        survey = survey_period(layout.titles) if layout.kind is SheetKind.PENYEBUT else None
        return (
            period_in(layout.titles)
            or period_in([spaced(layout.grid.name)])
            or survey
            or labelled_period(self.texts)
            or period_in([spaced(self.file)])
        )


def lines_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Each row that is not empty as one line of text."""
    texts = ([text_of(cell) for cell in row if not is_blank(cell)] for row in rows if not is_empty(row))
    return tuple(" ".join(dict.fromkeys(parts)) for parts in texts)


def spaced(name: str) -> str:
    """A file or sheet name as words."""
    return re.sub(r"[_]+", " ", name)


def _tail(grid: Grid, header: Header) -> tuple[str, ...]:
    last = deque(enumerate(grid.rows()), maxlen=_TAIL_ROWS)
    return lines_of(row for place, row in last if place >= header.first_row and is_note(row))
