"""A column “Wilayah” whose names are all kecamatan, or all villages, is such a column."""

from dataclasses import replace

from desktop_app.ingest.grid import letter, text_of
from desktop_app.ingest.tables import Layout, is_note, is_total

_JUDGED = 1000
"""Rows whose names are looked at."""


def with_levels(layout: Layout) -> Layout:
    """The layout with its column of regions at the level that its names speak for, where they do."""
    fields = layout.mapping.at
    if "wilayah" not in fields:
        return layout
    rows = [row for row in layout.sample(_JUDGED) if not is_total(row) and not is_note(row)]
    field = layout.places.field_of((text_of(layout.cell(row, "wilayah")) for row in rows), layout.within)
    if not field or field in fields:
        return layout
    at = {field if name == "wilayah" else name: place for name, place in fields.items()}
    name = letter(fields["wilayah"])
    columns = tuple(replace(c, field=field) if c.letter == name else c for c in layout.mapping.columns)
    return replace(layout, mapping=replace(layout.mapping, columns=columns, at=at))
