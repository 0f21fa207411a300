"""The places that an address says in so many words (“Ds. Kuta, Kec. Kuta, Kab. Badung”)."""

import re
from functools import lru_cache

from desktop_app.ingest.regions.place_values import PlaceText

_KIND_FIELDS = {
    "desa": "desa", "ds": "desa", "kelurahan": "desa", "kel": "desa", "kecamatan": "kecamatan", "kec": "kecamatan",
    "kabupaten": "kabupaten", "kab": "kabupaten", "kota": "kabupaten", "kodya": "kabupaten", "kotamadya": "kabupaten",
    "provinsi": "provinsi", "propinsi": "provinsi", "prov": "provinsi",
}  # fmt: skip
_KINDS = "|".join(sorted(_KIND_FIELDS, key=len, reverse=True))
_PART = re.compile(rf"\b({_KINDS})\b(?:\s*[.:]\s*|\s+)(?!(?:adat|pakraman)\b)", re.IGNORECASE)
_LONGEST = 500
_LOOSE = {"desa", "kota"}
"""Words that streets and estates use too (“Jl. Desa”, “Perum Kota Indah”): a place only where a part begins with them."""
_END = re.compile(
    r"[,;()\n/|]|\s-\s|\s(?:br|banjar|jl|jln|jalan|no|rt|rw|gg|gang|blok|dusun|lingk|lingkungan|kode pos|kodepos)\b|\d",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:^|[,;\n(/|]|\s-|\d)\s*$")


@lru_cache(maxsize=20_000)
def place_in_address(text: str) -> PlaceText:
    """Only what follows a word for its kind; a bare “Badung” at the end is left, and so is a kind that is named twice."""
    found: dict[str, set[str]] = {}
    ends = -1
    marks = list(_PART.finditer(text[:_LONGEST]))
    for mark, after in zip(marks, [*marks[1:], None], strict=False):
        word = mark[1].casefold()
        if word in _LOOSE and mark.start() != ends and not _BEGINS.search(text[: mark.start()]):
            continue
        until = after.start() if after else _LONGEST
        rest = text[mark.end() : until]
        stop = _END.search(rest)
        name = (rest[: stop.start()] if stop else rest).strip(" .,:-")
        ends = mark.end() + len(rest) if stop is None else -1
        if name:
            spoken = (
                f"{mark[1]} {name}"
                if word in ("kota", "kodya", "kotamadya", "kabupaten", "kab", "kelurahan", "kel")
                else name
            )
            found.setdefault(_KIND_FIELDS[word], set()).add(spoken)
    return PlaceText(**{field: next(iter(names)) for field, names in found.items() if len(names) == 1})
