"""Places that the lines above a table name with their kind: what the whole sheet is about."""

import re

from desktop_app.domain.regions import is_within
from desktop_app.ingest.regions.place_index import PlaceIndex
from desktop_app.ingest.regions.place_names import name_of
from desktop_app.ingest.regions.place_values import PROVINCE, REGENCY

_UPPER_WORDS = ("provinsi", "prov", "kabupaten", "kab", "kota")
_KIND = re.compile(
    r"\b(?:provinsi|propinsi|prov|kabupaten|kab|kotamadya|kodya|kota|kecamatan|kec|kelurahan|kel|desa)\b[.:\s]+",
    re.IGNORECASE,
)
_MOST_WORDS = 5


def mentioned(index: PlaceIndex, text: str) -> str | None:
    """The one province or regency that a title names with its kind."""
    words = text.split()
    found: set[str] = set()
    for start, word in enumerate(words):
        if word.casefold().strip(".:,(") in _UPPER_WORDS or word.casefold().startswith(("kab.", "prov.")):
            pieces = (" ".join(words[start : start + length]).strip(".,;:()") for length in (5, 4, 3, 2, 1))
            found.update(next((codes for piece in pieces if (codes := _one(index, piece))), []))
    deepest = [code for code in found if not any(other != code and is_within(other, code) for other in found)]
    return deepest[0] if len(deepest) == 1 else None


def _one(index: PlaceIndex, piece: str) -> list[str]:
    name = name_of(piece)
    if name.depth not in (PROVINCE, REGENCY):
        return []
    codes = next(index.find(name, (name.depth,), None), [])
    return codes if len(codes) == 1 else []
