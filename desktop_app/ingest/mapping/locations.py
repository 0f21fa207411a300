"""The location list of the official SIPP workbook: BPJS codes of work places, and the places they stand for."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

from desktop_app.ingest.grid import Grid, Row, at, text_of
from desktop_app.ingest.mapping.synonyms import PLACES
from desktop_app.ingest.mapping.vocabulary import Vocabulary
from desktop_app.ingest.mapping.wording import plain
from desktop_app.ingest.people.fill_down import FillDown
from desktop_app.ingest.regions.places import PlaceText

_SEARCHED_ROWS = 20
_CODE = re.compile(r"(?:kode|kd|id|no) ?(?:lokasi(?: (?:pe)?kerja(?:an)?)?)?|lokasi pekerjaan")
_NAME = re.compile(r"(?:nama )?lokasi(?: (?:pe)?kerja(?:an)?)?|nama|uraian|keterangan|deskripsi")
_FIELDS = ("provinsi", "kabupaten", "kecamatan", "desa", "wilayah")
_WORDS = Vocabulary(PLACES)
_LEADING_CODE = re.compile(r"\W*([A-Za-z]{0,3}\d{2,12})\b\W*")
_ABOUT_LOCATIONS = re.compile(r"lokasi", re.IGNORECASE)


def read_locations(grid: Grid) -> dict[str, PlaceText]:
    """Code (casefolded) -> place; empty where the sheet is no such list.

    A code that stands for two places stands for none. One that lost its leading zeros is found as well.
    """
    for number, row in enumerate(grid.head(_SEARCHED_ROWS)):
        labels = [plain(text_of(cell)) for cell in row]
        code = next((column for column, label in enumerate(labels) if _CODE.fullmatch(label)), None)
        if code is None or not (_ABOUT_LOCATIONS.search(grid.name) or "lokasi" in labels[code]):
            continue
        if places := _place_columns(labels, code):
            return _with_short_codes(_listed(grid, number + 1, code, places))
    return {}


def find_location(listed: Mapping[str, PlaceText], text: str) -> PlaceText | None:
    """The place that a cell names by its code: “9101”, “9101 - Kuta”, “901” for “0901”; None where it names none."""
    key = text.casefold().strip()
    code = _LEADING_CODE.match(key)
    keys = (key, code[1] if code else key, key.lstrip("0"))
    return next((listed[each] for each in keys if each in listed), None)


def _place_columns(labels: list[str], code: int) -> dict[int, str]:
    """Column -> kind of place, each once; the list's only name column may be called anything like a name."""
    found: dict[int, str] = {}
    for column, label in enumerate(labels):
        field, _ = _WORDS.meaning(label)
        if column != code and not label.startswith(("kode", "kd")) and field in _FIELDS and field not in found.values():
            found[column] = field
    if not found:
        names = (column for column, label in enumerate(labels) if column != code and _NAME.fullmatch(label))
        found = dict.fromkeys(islice(names, 1), "wilayah")
    return found


def _listed(grid: Grid, first: int, code: int, places: dict[int, str]) -> dict[str, PlaceText]:
    found: dict[str, PlaceText] = {}
    twice: set[str] = set()
    for key, place in _entries(grid, first, code, places):
        if found.setdefault(key, place) != place:
            twice.add(key)
    return {key: place for key, place in found.items() if key not in twice}


def _entries(grid: Grid, first: int, code: int, places: dict[int, str]) -> Iterator[tuple[str, PlaceText]]:
    fill = FillDown(grid.merged, first, places)
    for number, row in enumerate(islice(grid.rows(), first, None), start=first):
        place = _place(fill, number, row, places)
        if (key := text_of(at(row, code)).casefold()) and place:
            yield key, place


def _place(fill: FillDown, number: int, row: Row, places: dict[int, str]) -> PlaceText:
    return PlaceText(**{field: text_of(fill.cell(number, column, at(row, column))) for column, field in places.items()})


def _with_short_codes(found: dict[str, PlaceText]) -> dict[str, PlaceText]:
    """Beside “0051” also “51”, as a spreadsheet leaves it, unless that is another place's code."""
    short = [(key.lstrip("0"), place) for key, place in found.items() if key.isdigit() and key.startswith("0")]
    times = Counter(code for code, _ in short)
    return {**{code: place for code, place in short if code and times[code] == 1}, **found}
