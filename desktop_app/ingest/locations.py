"""The location list of the official SIPP workbook: BPJS codes of work places, and the places they stand for."""

import re

from desktop_app.ingest.fields import plain
from desktop_app.ingest.grid import Grid, Row, at, text_of
from desktop_app.ingest.places import PlaceText

_SEARCHED_ROWS = 20
_CODE = {"kode", "kode lokasi", "kode lokasi pekerjaan", "lokasi pekerjaan"}
_PLACES = {
    "provinsi": "provinsi", "kabupaten": "kabupaten", "kabupaten kota": "kabupaten", "kota kabupaten": "kabupaten",
    "kab kota": "kabupaten", "kecamatan": "kecamatan", "desa": "desa", "kelurahan": "desa", "desa kelurahan": "desa",
    "kelurahan desa": "desa", "nama lokasi": "wilayah",
}  # fmt: skip


def read_locations(grid: Grid) -> dict[str, PlaceText]:
    """Code (casefolded) -> place; empty where the sheet is no such list."""
    for number, row in enumerate(grid.head(_SEARCHED_ROWS)):
        labels = [plain(text_of(cell)) for cell in row]
        code = next((column for column, label in enumerate(labels) if label in _CODE), None)
        places = {column: _PLACES[label] for column, label in enumerate(labels) if label in _PLACES}
        if code is not None and places and (_is_about_locations(grid.name) or "lokasi" in labels[code]):
            rows = list(grid.rows())[number + 1 :]
            return {key: _place(row, places) for row in rows if (key := text_of(at(row, code)).casefold())}
    return {}


def _is_about_locations(name: str) -> bool:
    return bool(re.search(r"lokasi", name, re.IGNORECASE))


def _place(row: Row, places: dict[int, str]) -> PlaceText:
    return PlaceText(**{field: text_of(at(row, column)) for column, field in places.items()})
