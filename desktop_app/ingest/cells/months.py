"""Months by the names, numerals and slips that sheets use for them."""

from functools import lru_cache

from rapidfuzz import fuzz, process

_MONTH_NAMES = (
    "januari january jan", "februari february pebruari feb peb", "maret march mar mrt", "april apr",
    "mei may", "juni june jun", "juli july jul", "agustus august agust agst agt agu ags aug",
    "september sept sep", "oktober october okt oct", "november nopember nov nop", "desember december des dec",
)  # fmt: skip
MONTHS = {name: month for month, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
"""Names and short forms of months as sheets write them -> 1 to 12."""

_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN = {numeral: month for month, numeral in enumerate(_NUMERALS, start=1)}
_LONG_NAMES = [name for name in MONTHS if len(name) >= 5]
_NEARLY = 80
"""Likeness (percent) from which a misspelled month is taken: “Nopembr”, “Agustuts”; juni and juli lie below."""


@lru_cache(1000)
def month_number(name: str) -> int:
    """1 to 12 for the name of a month, Indonesian or English, short, Roman or slightly misspelled.

    Raises:
        ValueError: it is no month.
    """
    if number := MONTHS.get(name) or _ROMAN.get(name):
        return number
    near = process.extractOne(name, _LONG_NAMES, scorer=fuzz.ratio, score_cutoff=_NEARLY)
    meant = {MONTHS[long] for long in _LONG_NAMES if len(name) > 3 and long.startswith(name)}
    if near is None and len(meant) != 1:
        raise ValueError(name)
    return MONTHS[near[0]] if near else meant.pop()
