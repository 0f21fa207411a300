"""The region that a whole sheet is about, by its title lines and its name."""

import re
from collections.abc import Iterable

from desktop_app.domain.regions import is_within, parent_code
from desktop_app.ingest.regions.places import Places, PlaceText

_DISTRICT = re.compile(r"\b(?:kecamatan|kec)\b[.\s:]*(?P<name>[^,;:()|]+)", re.IGNORECASE)
_VILLAGE = re.compile(
    r"\b(?:desa\s*/\s*kelurahan|kelurahan\s*/\s*desa|desa|kelurahan|kel|ds|perbekel)\b[.\s:]*(?:dinas\s+)?(?P<name>[^,;:()|]+)",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(r"\b(?:kantor (?:cabang|wilayah|pusat)|kanwil|sumber)\b", re.IGNORECASE)
_LONGEST_NAME = 4
_NUMBERED = re.compile(r"^[\W\d_]+|[\W_]+$")


def subject(places: Places, titles: Iterable[str], shared: Iterable[str], sheet: str) -> str | None:
    """Code of the region that a table is about; None where nothing says it for certain.

    `titles` are its own lines, `shared` those over the whole sheet; the sheet's name may say more precisely.
    A branch's letterhead says nothing: its area is no region.
    """
    code = _named(places, shared, None)
    code = _named(places, titles, code) or code
    code = _named(places, [sheet], code) or code
    return _bare(places, _NUMBERED.sub("", sheet), code) or code


def _named(places: Places, lines: Iterable[str], above: str | None) -> str | None:
    """The deepest region that the lines name with its kind (“Kabupaten Gianyar”, “Kec. Ubud”, “Desa Bedulu”)."""
    known = [line for line in lines if not _SOMEBODY_ELSE.search(line)]
    found: str | None = None
    for line in known:
        code = places.mentioned(line)
        if code and (found is None or is_within(code, found)):
            found = code
    for pattern, field in ((_DISTRICT, "kecamatan"), (_VILLAGE, "desa")):
        hits = (hit for line in known for hit in pattern.finditer(line))
        code = next((code for hit in hits if (code := _below(places, field, hit["name"], found or above))), None)
        found = code or found
    return found


def _below(places: Places, field: str, text: str, above: str | None) -> str | None:
    """The kecamatan or desa that a text begins with, within `above` or, where it is not there, around it."""
    words = text.replace("–", " ").replace(" - ", " ").split()
    while True:
        for count in range(min(len(words), _LONGEST_NAME), 0, -1):
            answer = places.resolve(PlaceText(**{field: " ".join(words[:count]).strip(" .'\"")}), above)
            if answer.region:
                return answer.region
        if not above:
            return None
        above = parent_code(above)


def _bare(places: Places, name: str, above: str | None) -> str | None:
    """A sheet called “Gianyar”, “Ubud” or “Bedulu”: the widest region of that name within what the titles say."""
    if not name or any(character.isdigit() for character in name):
        return None
    asked = [PlaceText(wilayah=name)] if above is None or above.count(".") < 1 else []
    if above:
        asked += [PlaceText(kecamatan=name), PlaceText(desa=name)]
    for place in asked:
        answer = places.resolve(place, above)
        if answer.region and answer.region != above and (above is None or is_within(answer.region, above)):
            return answer.region
    return None
