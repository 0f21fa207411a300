"""Whole numbers and shares out of the rows of a recap, base or target; what cannot be read is said and left open."""

from collections.abc import Sequence

from desktop_app.ingest.cells.lost_thousands import restored_remark, with_totals
from desktop_app.ingest.cells.numbers import NumberStyle, ShareStyle, number_style, share_style
from desktop_app.ingest.figures.figure_lines import Line, PrintedShare, Remark
from desktop_app.ingest.figures.wholes import above
from desktop_app.ingest.grid import Cell, at, is_blank, text_of
from desktop_app.ingest.mapping.fields import PLACE_FIELDS
from desktop_app.ingest.tables import Layout

_DUST = 1e-6
_NO_SHARE = "Tulis persentase seperti 39,41%, atau kosongkan selnya."
_NO_NUMBER = "Tulis bilangan seperti 1.027.446, atau kosongkan selnya."
_COUNTS = frozenset({"workforce", "unemployed", "target_people"})
_NOT_ADDED = frozenset({"no", "note", "target", "gap", "base_name", "year", *PLACE_FIELDS})
_LARGEST_SHARE = 200
"""A target above this many percent is a number of people."""


def is_count(field: str) -> bool:
    return field in _COUNTS or field.startswith(("people_", "workers_"))


def read_figures(layout: Layout, lines: Sequence[Line]) -> None:
    """Fill in the numbers of all lines; how a column writes numbers is decided once, from all its cells."""
    targets = [at(line.row, layout.mapping.at["target"]) for line in lines] if "target" in layout.mapping.at else []
    people_targets = _is_people(targets)
    parts, wholes = _told_apart(lines)
    for field, place in layout.mapping.at.items():
        if is_count(field):
            _read_counts(field, place, parts, wholes)
        elif field == "target" and people_targets:
            _read_counts("target_people", place, parts, wholes)
    for field, place in layout.mapping.at.items():
        if field.startswith("share_") or (field == "target" and not people_targets):
            read_shares(field, place, lines)
    _read_others(layout, lines)


def _told_apart(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Lines that may be added up, and those that add up others: labelled, nameless, or a region above another line's."""
    holders = {code for line in lines if line.region for code in above(line.region)}
    wholes = [line for line in lines if line.label or not (line.said or line.region) or line.region in holders]
    numbers = {line.number for line in wholes}
    return [line for line in lines if line.number not in numbers], wholes


def _read_counts(field: str, place: int, parts: Sequence[Line], wholes: Sequence[Line]) -> None:
    """One column of head counts. Its parts decide how it writes numbers; totals, which are larger, only bear witness."""
    cells = [at(line.row, place) for line in parts]
    totals = [at(line.row, place) for line in wholes if not line.average]
    style = number_style(cells or totals)
    if not style.thousands_lost:
        known, sums = ([value for cell in some if (value := quiet(style, cell))] for some in (cells, totals))
        style = with_totals(style, known, sums)
    for line in (*parts, *wholes):
        _read_count(field, at(line.row, place), style, line)


def _read_count(field: str, cell: Cell, style: NumberStyle, line: Line) -> None:
    try:
        value = style.parse(cell)
    except ValueError:
        what = "tidak dapat dibaca sebagai angka"
        line.remarks.append(_unread(line, field, cell, "number_unreadable", what, _NO_NUMBER))
        return
    if value is None:
        (line.blank if is_blank(cell) else line.dashed).add(field)
    elif value < 0:
        line.remarks.append(_unread(line, field, cell, "negative", "kurang dari nol", _NO_NUMBER))
    elif abs(value - round(value)) > _DUST:
        # A total of numbers that lost their thousands is broken like them; they are what is said.
        if not (line.label and (style.thousands_lost or line.average)):
            line.remarks.append(_unread(line, field, cell, "not_whole", "bukan jumlah orang yang bulat", _NO_NUMBER))
    else:
        line.counts[field] = round(value)
        line.raw[field] = value / 1000 if style.restores(cell) else value
        if style.restores(cell):
            line.remarks.append(restored_remark(line, field, value / 1000, round(value)))


def read_shares(field: str, place: int, lines: Sequence[Line]) -> None:
    """Read one column of percentages into the lines, under the name of `field`."""
    cells = [at(line.row, place) for line in lines]
    computed = [_computed(field, line) for line in lines]
    style = share_style(cells, computed)
    for line, cell, near in zip(lines, cells, computed, strict=True):
        _read_share(field, cell, style, near, line)


def _read_share(field: str, cell: Cell, style: ShareStyle, near: float | None, line: Line) -> None:
    try:
        value = style.parse(cell)
    except ValueError:
        what = "tidak dapat dibaca sebagai persentase"
        line.remarks.append(_unread(line, field, cell, "share_unreadable", what, _NO_SHARE))
        return
    if value is None:
        (line.blank if is_blank(cell) else line.dashed).add(field)
        return
    share = PrintedShare(*value)
    if value[0] < 0:
        line.remarks.append(_unread(line, field, cell, "negative", "kurang dari nol", _NO_SHARE))
        return
    line.shares[field] = _witnessed(share, cell, style, near)


def _witnessed(share: PrintedShare, cell: Cell, style: ShareStyle, near: float | None) -> PrintedShare:
    """The share as its column writes it, unless the row's own numbers show that this cell was written the other way."""
    if near is None or near > 1 or isinstance(cell, str) or share.agrees(near, 1):
        return share
    value = ShareStyle(style.numbers, not style.fraction).parse(cell)
    other = PrintedShare(*value) if value else share
    # A round percentage would fit too much to bear witness.
    return other if other.decimals and other.agrees(near, 1) else share


def _computed(field: str, line: Line) -> float | None:
    """people / workers beside the share, on the base that fits its measure."""
    measure = field.removeprefix("share_")
    people = line.counts.get(f"people_{measure}")
    bases = (f"workers_{measure}", *(("workforce", "target_people") if measure == "total" else ()))
    base = next((line.counts[name] for name in bases if line.counts.get(name)), None)
    return people / base if people is not None and base else None


def _read_others(layout: Layout, lines: Sequence[Line]) -> None:
    """Numbers of columns that are no figure of a recap: a sum may have taken them in."""
    used = {
        place
        for field, place in layout.mapping.at.items()
        if is_count(field) or field in _NOT_ADDED or "share" in field
    }
    for place in layout.header.labels:
        if place not in used:
            style = number_style(at(line.row, place) for line in lines)
            for line in lines:
                if value := quiet(style, at(line.row, place)):
                    line.others[place] = value


def _is_people(cells: Sequence[Cell]) -> bool:
    style = number_style(cells)
    known = [
        value
        for cell in cells
        if not (isinstance(cell, str) and "%" in cell) and (value := quiet(style, cell)) is not None
    ]
    return bool(known) and sum(value > _LARGEST_SHARE for value in known) * 2 > len(known)


def _unread(line: Line, field: str, cell: Cell, code: str, what: str, step: str) -> Remark:
    value = text_of(cell)
    return Remark(line.number, field, value, code, f"“{value}” {what}; dikosongkan.", step)


def quiet(style: NumberStyle, cell: Cell) -> float | None:
    try:
        return style.parse(cell)
    except ValueError:
        return None
