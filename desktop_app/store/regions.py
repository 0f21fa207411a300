"""Regions and the spellings by which sheets call them."""

from collections.abc import Iterable, Mapping

from sqlalchemy import func, insert, or_, select
from sqlalchemy.orm import Session

from desktop_app.domain.regions import Level, Region, depth
from desktop_app.store.models import RegionAliasRow, RegionRow

_CODE_LENGTH = {1: 2, 2: 5, 3: 8, 4: 13}


def load_regions(session: Session, regions: Iterable[Region], aliases: Mapping[str, str]) -> None:
    """Fill the empty tables of regions and aliases (alias -> code)."""
    rows = [{"code": r.code, "parent": r.parent, "level": r.level, "name": r.name} for r in regions]
    session.execute(insert(RegionRow.__table__), rows)  # type: ignore[arg-type]
    if aliases:
        named = [{"alias": alias, "code": code} for alias, code in sorted(aliases.items())]
        session.execute(insert(RegionAliasRow.__table__), named)  # type: ignore[arg-type]


def count_regions(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(RegionRow)) or 0


def all_regions(session: Session, within: str | None = None, max_depth: int | None = None) -> list[Region]:
    """Regions by code; only `within` a region (itself included) and down to a depth, where given."""
    query = select(RegionRow.code, RegionRow.name, RegionRow.level).order_by(RegionRow.code)
    if within is not None:
        query = query.where(or_(RegionRow.code == within, RegionRow.code.like(f"{within}.%")))
    if max_depth is not None:
        query = query.where(func.length(RegionRow.code) <= _CODE_LENGTH[max_depth])
    return [Region(code, name, Level(level)) for code, name, level in session.execute(query)]


def region(session: Session, code: str) -> Region | None:
    row = session.get(RegionRow, code)
    return Region(row.code, row.name, Level(row.level)) if row else None


def aliases(session: Session) -> dict[str, str]:
    return dict(session.execute(select(RegionAliasRow.alias, RegionAliasRow.code)).tuples().all())


def search_regions(session: Session, text: str, limit: int) -> list[Region]:
    """Regions whose name holds `text` or whose code begins with it, the larger ones first."""
    wanted = text.strip().lower()
    bare = wanted.partition(" ")[2] if wanted.split(" ")[0] in {level.value for level in Level} else wanted
    query = (
        select(RegionRow.code, RegionRow.name, RegionRow.level)
        .where(
            or_(
                func.lower(RegionRow.name).contains(wanted, autoescape=True),
                func.lower(RegionRow.name).contains(bare, autoescape=True),
                RegionRow.code.startswith(wanted, autoescape=True),
            )
        )
        .order_by(func.length(RegionRow.code), RegionRow.code)
        .limit(limit)
    )
    found = [Region(code, name, Level(level)) for code, name, level in session.execute(query)]
    return sorted(found, key=lambda r: (depth(r.code), r.code))
