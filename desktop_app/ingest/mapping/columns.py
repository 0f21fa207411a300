"""Columns of a table: what each means by its header and by its values, with a confidence and examples."""

from collections.abc import Mapping as Lookup
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from desktop_app.domain.nik import masked, shown_value
from desktop_app.domain.sheets import PEOPLE_KINDS, Column
from desktop_app.ingest.cells.nik_cells import looks_like_nik
from desktop_app.ingest.cells.shapes import is_date
from desktop_app.ingest.finding.areas import WIDEST, Area, Header
from desktop_app.ingest.finding.header_rows import HeaderAgain
from desktop_app.ingest.grid import Cell, Grid, Row, at, is_blank, letter, text_of
from desktop_app.ingest.mapping.claims import CHOSEN, Claim, header_claims, settle
from desktop_app.ingest.mapping.evidence import Look
from desktop_app.ingest.mapping.fields import PRIVATE_FIELDS
from desktop_app.ingest.mapping.fingerprints import drift, fingerprint, nearest
from desktop_app.ingest.mapping.people_columns import weigh
from desktop_app.ingest.mapping.unnamed_columns import LevelOf, by_values

__all__ = ["Mapping", "drift", "examples_of", "fingerprint", "map_columns", "nearest"]

SAMPLED_ROWS = 300
_EXAMPLES = 3
_LOOKED_AT = 50


@dataclass(frozen=True, slots=True)
class Mapping:
    """The columns of a table; `at` leads from a field to its column (from 0)."""

    columns: tuple[Column, ...]
    at: dict[str, int]

    def header(self, field: str) -> str:
        """The header of a field's column as the sheet prints it; the field's own name where it has none."""
        place = self.at.get(field)
        name = letter(place) if place is not None else ""
        return next((column.header for column in self.columns if column.letter == name), "") or field


def map_columns(
    grid: Grid, header: Header, *, area: Area | None = None, rows: Sequence[Row] | None = None,
    remembered: Lookup[str, str] | None = None, chosen: Lookup[str, str] | None = None, level_of: LevelOf | None = None,
) -> Mapping:  # fmt: skip
    """Give every column its field, no field twice: the column that fits best has it.

    Args:
        area: where the table stands; without it, it has the whole sheet.
        rows: rows of data to look at, in place of the first ones below the header.
        remembered: plain header -> field ("": not used), as an earlier sheet of this sender was read; wins over what is found.
        chosen: letter -> field ("": not used), as the clerk says; wins over everything.
        level_of: names of a column -> the kind of place they are, for lists of people whose header does not say it.
    """
    looks = _looks(header, _sample(grid, header, area) if rows is None else rows, area)
    decided = {_place(name): field for name, field in (chosen or {}).items()}
    free = {place: look for place, look in looks.items() if place not in decided and place not in header.older}
    found = header_claims(header, free, remembered or {})
    fixed = [Claim(place, field, 1.0, CHOSEN) for place, field in decided.items() if field]
    if header.kind in PEOPLE_KINDS:
        settled = settle([*fixed, *weigh(found, looks)])
        settled = settle([*settled.values(), *by_values(settled, found.silent, looks, level_of)])
    else:
        settled = settle([*fixed, *found.claims])
    return _mapping(header, looks, settled)


def _sample(grid: Grid, header: Header, area: Area | None) -> list[Row]:
    """The first rows of data, without the headers that later pages repeat."""
    first = header.first_row
    last = min(first + SAMPLED_ROWS, area.end if area else first + SAMPLED_ROWS)
    is_again = HeaderAgain(header.labels)
    return [row for row in islice(grid.rows(), first, max(first, last)) if not is_again(row)]


def _looks(header: Header, rows: Sequence[Row], area: Area | None) -> dict[int, Look]:
    """The values of every column that has a header or any value."""
    left = area.left if area else 0
    right = min(area.right if area else WIDEST, max(map(len, rows), default=0))
    filled = (place for place in range(left, right) if any(not is_blank(at(row, place)) for row in rows))
    return {place: Look([at(row, place) for row in rows]) for place in sorted({*header.labels, *filled})}


def _mapping(header: Header, looks: Lookup[int, Look], settled: Lookup[str, Claim]) -> Mapping:
    claims = {claim.place: claim for claim in settled.values()}
    places = sorted({*header.labels, *claims, *(() if header.labels else looks)})
    columns = (_column(header, place, claims.get(place), looks.get(place)) for place in places)
    return Mapping(tuple(columns), {field: claim.place for field, claim in settled.items()})


def _column(header: Header, place: int, claim: Claim | None, look: Look | None) -> Column:
    field, confidence = (claim.field, round(claim.confidence, 2)) if claim else ("", 0.0)
    text = " / ".join(header.labels.get(place, ()))
    return Column(letter(place), text, field, confidence, examples_of(look.cells, field) if look else ())


def examples_of(cells: Sequence[Cell], field: str) -> tuple[str, ...]:
    """The first distinct values as they may be shown: numbers of persons masked."""
    shown = dict.fromkeys(_shown(cell, field) for cell in islice((c for c in cells if not is_blank(c)), _LOOKED_AT))
    return tuple(islice(shown, _EXAMPLES))


def _shown(cell: Cell, field: str) -> str:
    text = text_of(cell)
    if field in PRIVATE_FIELDS or looks_like_nik(cell):
        return masked(text)
    return text if is_date(cell) else shown_value(text)


def _place(name: str) -> int:
    """A -> 0, AA -> 26."""
    place = 0
    for character in name.upper():
        place = place * 26 + ord(character) - ord("A") + 1
    return place - 1
