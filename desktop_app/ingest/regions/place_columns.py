"""What a whole column of places tells that no single cell does: the level of its names, the system of its codes."""

from collections.abc import Iterable, Sequence
from itertools import islice

from desktop_app.domain.regions import is_within
from desktop_app.ingest.grid import Cell, text_of
from desktop_app.ingest.regions.place_codes import KEMENDAGRI, CodeBook, CodeStyle, has_decimals
from desktop_app.ingest.regions.place_descent import Descender
from desktop_app.ingest.regions.place_index import PlaceIndex, related
from desktop_app.ingest.regions.place_names import is_blank_place, name_of
from desktop_app.ingest.regions.place_values import DISTRICT, FIELD_OF_LEVEL, REGENCY, VILLAGE, PlaceText

_JUDGED = 500
"""Distinct cells that are looked at; a column does not change its mind after five hundred."""
_MOST = 0.8
"""Share of the names that must be places of a level: a column has its slips."""


def field_of(index: PlaceIndex, names: Iterable[str], within: str | None) -> str:
    """The level at which the names of a column are places, and at no other as many of them; “” where that stays open."""
    texts = list(islice(dict.fromkeys(name for name in names if not is_blank_place(name)), _JUDGED))
    if len(texts) < 2:
        return ""
    levels = (REGENCY, DISTRICT, VILLAGE) if within else (REGENCY, DISTRICT)
    found = {level: [_called(index, text, level, within) for text in texts] for level in levels}
    counts = {level: sum(bool(codes) for codes in places) for level, places in found.items()}
    best = max(counts.values())
    likeliest = [level for level, count in counts.items() if count == best >= _MOST * len(texts)]
    if len(likeliest) > 1 and within:
        likeliest = [level for level in likeliest if _is_whole(index, found[level], level, within)]
    return FIELD_OF_LEVEL[likeliest[0]] if len(likeliest) == 1 else ""


def _called(index: PlaceIndex, text: str, level: int, within: str | None) -> list[str]:
    name = name_of(text)
    if name.depth not in (None, level):
        return []
    scope = [within] if within else None
    codes = [code for tier in index.find(name, (level,), scope) for code in tier]
    return [code for code in codes if within is None or related(code, within)]


def _is_whole(index: PlaceIndex, found: Sequence[Sequence[str]], level: int, within: str) -> bool:
    """True where the names are all the places of a level in a region: a list of its kecamatan leaves none out."""
    named = {code for codes in found for code in codes if is_within(code, within)}
    return named == set(index.below(within, level))


def style_of(book: CodeBook, index: PlaceIndex, cells: Sequence[Cell], names: Sequence[PlaceText]) -> CodeStyle:
    """Judged by the codes that only one system has, and by the names beside those that both have."""
    said = list(names) or [PlaceText()] * len(cells)
    pairs = list(islice(dict.fromkeys(zip(map(_bare, cells), said, strict=False)), _JUDGED))
    descender = Descender(index, {})
    systems = {system for digits, place in pairs if digits and (system := _system(book, descender, digits, place))}
    return CodeStyle(book, systems.pop() if len(systems) == 1 else "", has_decimals(cells))


def _bare(cell: Cell) -> str:
    """The digits of a code without dots, else “”."""
    text = text_of(cell).strip(" '").removesuffix(".0")
    return text if text.isascii() and text.isdigit() else ""


def _system(book: CodeBook, descender: Descender, digits: str, place: PlaceText) -> str:
    """The system that a code must be of, “” where it may be either."""
    options = book.options(digits) or []
    systems = {option.system for option in options}
    if len(digits) != 4 and len(systems) == 1:
        return systems.pop()
    called = {
        option.system
        for option in options
        if (descent := descender.descend(place, option.region, bound=True)).found and not descent.fault
    }
    if len(called) == 1 and len(systems) > 1:
        return called.pop()
    if len(called) == 1 and called == {KEMENDAGRI} and book.bps.get(digits) != options[0].region:
        return KEMENDAGRI
    return ""
