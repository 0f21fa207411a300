"""What stands around the tables of a workbook: titles above, notes below, sheets of text, the file's name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.finding.areas import Area, line_of
from desktop_app.ingest.finding.subjects import subject
from desktop_app.ingest.finding.title_periods import (
    labelled_period,
    period_in,
    period_of_name,
    period_of_parts,
    survey_period,
)
from desktop_app.ingest.finding.titles import says_sample, sender_in
from desktop_app.ingest.grid import Grid, Row, is_empty
from desktop_app.ingest.mapping.columns import Mapping, map_columns
from desktop_app.ingest.regions.places import Places, PlaceText
from desktop_app.ingest.tables import Layout, is_note


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

    def layout(self, grid: Grid, area: Area, start: int | None = None) -> Layout:
        """The table in `area`, with what the lines around it say; its columns are not mapped yet.

        `start`: its first row, where it is not the area's.
        """
        sheet = area.turned.grid if area.turned else grid
        lines = (*area.titles, *lines_of(row for row in area.tail if is_note(row)))
        mapping = map_columns(sheet, area.header)
        layout = Layout(
            grid=sheet, header=area.header, mapping=mapping, titles=area.titles, lines=lines, period=None, places=self.places,
            within=_widened(subject(self.places, area.titles, area.shared, spaced(grid.name)), mapping),
            lookup=self.lookup, start=area.start if start is None else start, end=area.end, left=area.left,
            right=None if area.whole_rows else area.right,
        )  # fmt: skip
        return replace(layout, period=self._period(layout, area, grid.name))

    def _period(self, layout: Layout, area: Area, name: str) -> date | None:
        """From the titles, the columns, the sheet's name, the sheet's title, the text sheets, the file's name.

        A month in one of them and a year in another make a period together: sheet “Jan”, title “Tahun 2024”.
        """
        if layout.kind is SheetKind.TARGET:
            return None
        survey = survey_period(layout.titles) if layout.kind is SheetKind.PENYEBUT else None
        sheet, file, titles = spaced(name), spaced(self.file), area.titles
        years = [*titles, sheet, *area.shared, file]
        return (
            period_in(titles)
            or period_of_name(sheet)
            or period_of_parts([sheet], years)
            or period_of_parts(titles, years)
            or period_in(area.shared)
            or survey
            or area.header.stated
            or labelled_period(self.texts)
            or period_of_name(file)
        )


def _widened(code: str | None, mapping: Mapping) -> str | None:
    """The region that a sheet is about, not narrower than what its own columns tell: a village lists others, too."""
    deepest = 2 if "kecamatan" in mapping.at else 3 if "desa" in mapping.at else 4
    return ".".join(code.split(".")[:deepest]) if code else None


def lines_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Each row that is not empty as one line of text."""
    return tuple(line_of(row) for row in rows if not is_empty(row))


def spaced(name: str) -> str:
    """A file or sheet name as words."""
    return re.sub(r"[_]+", " ", name)
