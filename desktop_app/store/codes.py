"""Conditions on region codes that a database finds in an index."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, bindparam, func, true

from desktop_app.domain.regions import NATION

_FEW = 60
"""So many codes are named one by one; a list of hundreds takes longer to write than to look through what lies between."""


def lies_in(column: SQLColumnExpression[Any], region: str) -> ColumnElement[bool]:
    """`region` itself and everything below it."""
    if region == NATION.code:
        return column.is_not(None)
    # A range, and no pattern: only this is looked up in an index. Letters come after digits in every order of signs.
    return (column >= region) & (column < f"{region}.a")


def are_few(codes: Collection[str] | None) -> bool | None:
    """None where all regions are meant."""
    return None if codes is None else len(codes) <= _FEW


def near(column: SQLColumnExpression[Any], few: bool | None) -> ColumnElement[bool]:
    """The regions that `bound` names, and where they are not `few` perhaps others between, but none below the lowest.

    The codes are no part of the condition, so that one statement serves for all regions: making it takes longer than
    asking it. `few` as `are_few` says it of them.
    """
    if few is None:
        return true()
    if few:
        return column.in_(bindparam("codes", expanding=True))
    return column.between(bindparam("first"), bindparam("last")) & (func.length(column) <= bindparam("longest"))


def bound(codes: Collection[str] | None) -> dict[str, object]:
    """What a statement with `near` is asked with."""
    if codes is None:
        return {}
    if are_few(codes):
        return {"codes": sorted(codes)}
    return {"first": min(codes), "last": max(codes), "longest": max(map(len, codes))}


def only(rows: Iterable[Any], place: int, codes: Collection[str] | None) -> Iterable[Any]:
    """Rows whose value at `place` is one of `codes` (all where None)."""
    if codes is None or are_few(codes):
        return rows
    wanted = frozenset(codes)
    return [row for row in rows if row[place] in wanted]
