"""Can filling a template ever tear its XML apart? Known from the template alone, every letter is spared a check."""

import re

_PIECE = re.compile(r"\{%-?\s*(\w+)|<(/?)([\w:.-]+)[^>]*?(/?)>")
_MARKUP = re.compile(r"\{\{(?!-?\s*\w+\.tabel\s*-?\}\})[^}]*tabel|\{%[^%]*\btabel\b")
"""A finished table that is not written as it is."""


def always_whole(source: str) -> bool:
    """Whatever the values: each branch and each turn of a loop closes just what it opens. False: it may not."""
    if _MARKUP.search(source):
        return False
    names: list[str] = []
    floors: list[int] = []
    for found in _PIECE.finditer(source):
        statement, closing, name, single = found.groups()
        if statement:
            if not _level(statement, len(names), floors):
                return False
        elif closing:
            if len(names) == (floors[-1] if floors else 0) or names.pop() != name:
                return False
        elif not single:
            names.append(name)
    return not names and not floors


def _level(statement: str, depth: int, floors: list[int]) -> bool:
    """At a branch's end as many elements are open as at its beginning; other statements are not understood."""
    if statement in ("if", "for"):
        floors.append(depth)
        return True
    if statement not in ("elif", "else", "endif", "endfor") or not floors or floors[-1] != depth:
        return False
    if statement.startswith("end"):
        floors.pop()
    return True
