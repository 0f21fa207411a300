"""Conditions on region codes that a database finds in an index."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, func

from desktop_app.domain.regions import NATION
from desktop_app.domain.scopes import shared_region

_FEW = 60
"""So many codes are named one by one; a list of hundreds takes longer to write than to look through what lies between."""


def lies_in(column: SQLColumnExpression[Any], region: str) -> ColumnElement[bool]:
    """`region` itself and everything below it."""
    if region == NATION.code:
        return column.is_not(None)
    # A range, and no pattern: only this is looked up in an index. Letters come after digits in every order of signs.
    return (column >= region) & (column < f"{region}.a")


def near(column: SQLColumnExpression[Any], codes: Collection[str]) -> ColumnElement[bool]:
    """These regions, and where they are many perhaps others between them, but none below the lowest of them."""
    if len(codes) <= _FEW:
        return column.in_(sorted(codes))
    length = func.length(column) <= max(map(len, codes))
    # Whatever holds the first and the last of them in order holds all between.
    shared = shared_region([min(codes), max(codes)])
    return length if shared is None else lies_in(column, shared) & length


def only(rows: Iterable[Any], place: int, codes: Collection[str] | None) -> Iterable[Any]:
    """Rows whose value at `place` is one of `codes` (all where None)."""
    if codes is None or len(codes) <= _FEW:
        return rows
    wanted = frozenset(codes)
    return [row for row in rows if row[place] in wanted]
