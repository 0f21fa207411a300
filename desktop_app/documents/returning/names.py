"""Names of cells and of elements in a sheet's XML."""

import re
from functools import lru_cache

from lxml import etree  # type: ignore[import-untyped]

_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


@lru_cache(maxsize=1 << 14)
def letters(column: int) -> str:
    """1 -> A, 27 -> AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@lru_cache(maxsize=1 << 14)
def column_of(name: str) -> int:
    """A -> 1, AA -> 27."""
    place = 0
    for character in name.upper():
        place = place * 26 + ord(character) - ord("A") + 1
    return place


def address_of(text: str) -> tuple[int, int] | None:
    """Row and column of “C12”, from 1; None where it is none."""
    found = _ADDRESS.fullmatch(text)
    return (int(found[2]), column_of(found[1])) if found else None


def namespace(element: etree._Element) -> str:
    return etree.QName(element).namespace or ""


def tag(element: etree._Element, name: str) -> str:
    """`name` in the namespace of `element`."""
    space = namespace(element)
    return f"{{{space}}}{name}" if space else name


def local(element: etree._Element) -> str:
    """The name without its namespace; empty for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
