"""Recaps with the regions side by side and the indicators below each other, turned into rows."""

import re
from collections.abc import Sequence

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.cells.values import MONTHS
from desktop_app.ingest.finding.areas import Area, Header, Turned, line_of
from desktop_app.ingest.finding.header_rows import is_number_row, is_period_cell, is_words
from desktop_app.ingest.finding.header_scores import Window, field, score
from desktop_app.ingest.finding.turned_periods import Across, newest_across
from desktop_app.ingest.grid import Cell, Grid, Row, at, is_blank, is_empty, text_of
from desktop_app.ingest.mapping.fields import plain

_KINDS = (SheetKind.REKAP, SheetKind.PENYEBUT, SheetKind.TARGET)
_FIGURES = ("people_", "workers_", "share_", "target", "workforce", "unemployed")
_LABEL_COLUMNS = 4
_FEWEST = 2
"""Regions, and indicators that mean different fields, of the smallest recap that is turned."""
_NO_REGION = re.compile(
    r"(?:laki laki|laki|perempuan|pria|wanita|l|p|lk|pr|satuan|keterangan|ket|no|uraian|indikator|tahun)"
)
_PLACE_WORDS = (
    (re.compile(r"\b(?:desa|kelurahan)\b", re.I), "Desa"), (re.compile(r"\b(?:kecamatan|kec)\b", re.I), "Kecamatan"),
    (re.compile(r"\b(?:kabupaten|kab|kota)\b", re.I), "Kabupaten/Kota"),
)  # fmt: skip


def find_turned(window: Window, grid: Grid, kinds: Sequence[SheetKind]) -> tuple[Area, ...]:
    """The turned recap of a sheet, as an area of a grid whose rows are its regions; () where there is none."""
    columns = range(min(_LABEL_COLUMNS, window.width))
    labelled = [(column, _indicators(window, column)) for column in columns]
    for column, indicators in sorted(labelled, key=lambda one: -len(set(one[1].values()))):
        if indicators and (header := _header_row(window, column, min(indicators))) is not None:
            regions = _regions(window, column, header, indicators)
            if len(regions) >= _FEWEST:
                return _areas(window, grid, kinds, Across(column, header, regions), indicators)
            if newest := newest_across(window, grid.name, column, header, indicators):
                return _areas(window, grid, kinds, newest, indicators)
    return ()


def _indicators(window: Window, column: int) -> dict[int, tuple[str, ...]]:
    """Row -> the label of its indicator, the group it stands in before it; empty where they mean fewer than two fields.

    A group's title stands in the column before, over several rows, or alone in a row above them.
    """
    found: dict[int, tuple[str, ...]] = {}
    group, fields = "", set[str]()
    for place in range(window.first, window.end):
        row = window.row(place)
        outer, label = _word(at(row, column - 1)) if column else "", _word(at(row, column))
        figures = sum(_is_figure(cell) for cell in row[column + 1 :])
        if not found and _is_period_row(row, column, label):
            continue
        if figures < _FEWEST:
            group = label or outer if is_empty(row[column + 1 :]) else ""
            continue
        group = outer or group
        parts = tuple(dict.fromkeys(part for part in (group, label) if part))
        if parts:
            found[place] = parts
            fields |= _fields(parts)
    return found if len(fields) >= _FEWEST else {}


def _fields(parts: tuple[str, ...]) -> set[str]:
    return {name for kind in _KINDS if (name := field(kind, parts)[0]).startswith(_FIGURES)}


def _is_period_row(row: Row, column: int, label: str) -> bool:
    """Years as numbers over the figures; their label names no figure."""
    periods = [cell for cell in row[column + 1 :] if not is_blank(cell) and not is_words(cell)]
    return bool(periods) and all(map(is_period_cell, periods)) and not (label and _fields((label,)))


def _word(cell: Cell) -> str:
    return text_of(cell) if is_words(cell) else ""


def _is_figure(cell: Cell) -> bool:
    return not is_blank(cell) and not is_words(cell)


def _header_row(window: Window, column: int, first: int) -> int | None:
    """The row of region names over the figures; a row of column numbers may stand between."""
    for place in range(first - 1, max(first - 4, window.first) - 1, -1):
        row = window.row(place)
        if not (is_empty(row) or is_number_row(row)):
            return place if all(is_words(cell) or is_period_cell(cell) for cell in row[column + 1 :]) else None
    return None


def _regions(window: Window, column: int, header: int, indicators: dict[int, tuple[str, ...]]) -> list[int]:
    """The columns with a name over figures, none where the names are no regions (“Laki-laki”, “PU”)."""
    names = {place: plain(text_of(cell)) for place, cell in enumerate(window.row(header)) if place > column}
    filled = [
        place for place, name in names.items()
        if name and not _NO_REGION.fullmatch(name) and any(_is_figure(at(window.row(row), place)) for row in indicators)
    ]  # fmt: skip
    if any(is_period_cell(at(window.row(header), place)) for place in filled):
        return []
    other = sum(names[place] in MONTHS or field(SheetKind.REKAP, (names[place],))[1] > 0 for place in filled)
    return filled if other <= len(filled) / 3 else []


def _areas(
    window: Window, grid: Grid, kinds: Sequence[SheetKind], across: Across, indicators: dict[int, tuple[str, ...]]
) -> tuple[Area, ...]:
    column, header, regions = across.labels, across.header, across.columns
    lines = [row for place in range(window.first, header) if not is_empty(row := window.row(place))]
    corner = " ".join(text_of(cell) for row in [*lines[-1:], window.row(header)[: column + 1]] for cell in row)
    name = next((word for pattern, word in _PLACE_WORDS if pattern.search(corner)), "Wilayah")
    labels = {0: ("Wilayah" if across.region else name,), **dict(enumerate(indicators.values(), start=1))}
    points, _, kind = max((score(kind, labels), -order, kind) for order, kind in enumerate(_KINDS))
    if not points or kind not in kinds:
        return ()
    turned = Turned(_turned_grid(window, grid, across, indicators), (header, *indicators), (column, *regions))
    tail = tuple(row for row in window.rows[-12:] if not is_empty(row))
    return (
        Area(
            header=Header(kind, (0,), labels, stated=across.stated), start=0, end=len(regions) + 1, titles=tuple(map(line_of, lines)), tail=tail,
            turned=turned,
        ),
    )  # fmt: skip


def _turned_grid(window: Window, grid: Grid, across: Across, indicators: dict[int, tuple[str, ...]]) -> Grid:
    top = window.row(across.header)
    rows: list[Row] = [[text_of(at(top, across.labels)), *(" ".join(parts) for parts in indicators.values())]]
    for place in across.columns:
        rows.append([across.region or at(top, place), *(at(window.row(row), place) for row in indicators)])
    hidden = frozenset(step for step, place in enumerate(across.columns, start=1) if place in grid.hidden_columns)
    return Grid(grid.name, lambda: iter(rows), len(rows), hidden=grid.hidden, hidden_rows=hidden)
