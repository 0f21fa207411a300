"""Regions and the spellings by which sheets call them."""

from collections.abc import Iterable, Mapping

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from desktop_app.domain.regions import NATION, Level, Region, depth
from desktop_app.store.models import RegionAliasRow, RegionRow
from desktop_app.store.rows import insert_rows

_REGION = (RegionRow.code, RegionRow.name, RegionRow.level)


def load_regions(session: Session, regions: Iterable[Region], aliases: Mapping[str, str]) -> None:
    """Fill the empty tables of regions and aliases (alias -> code)."""
    rows = [(region.code, region.parent, region.level.value, region.name) for region in regions]
    insert_rows(session, RegionRow, ("code", "parent", "level", "name"), rows)
    insert_rows(session, RegionAliasRow, ("alias", "code"), sorted(aliases.items()))


def any_regions(session: Session) -> bool:
    return session.scalar(select(RegionRow.code).limit(1)) is not None


def count_by_level(session: Session) -> dict[Level, int]:
    query = select(RegionRow.level, func.count()).group_by(RegionRow.level)
    found = {Level(level): count for level, count in session.execute(query)}
    return {level: found.get(level, 0) for level in Level}


def count_aliases(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(RegionAliasRow)) or 0


def all_regions(session: Session, within: str | None = None) -> list[Region]:
    """Regions by code; only those `within` a region, itself included, where given."""
    query = select(*_REGION).order_by(RegionRow.code)
    if within is not None:
        query = query.where(or_(RegionRow.code == within, RegionRow.code.startswith(f"{within}.")))
    return [Region(code, name, Level(level)) for code, name, level in session.execute(query)]


def regions_above_villages(session: Session) -> list[Region]:
    """Provinces, kabupaten/kota and kecamatan, by code."""
    query = select(*_REGION).where(RegionRow.level.not_in([Level.DESA, Level.KELURAHAN])).order_by(RegionRow.code)
    return [Region(code, name, Level(level)) for code, name, level in session.execute(query)]


def children(session: Session, code: str | None) -> list[Region]:
    """Regions one level below `code`, by code; the provinces for None."""
    above = RegionRow.parent.is_(None) if code is None else RegionRow.parent == code
    query = select(*_REGION).where(above).order_by(RegionRow.code)
    return [Region(code, name, Level(level)) for code, name, level in session.execute(query)]


def below(session: Session, code: str, level: int) -> list[Region]:
    """Regions of depth `level` within `code` (the country: `NATION.code`), by code; also those closed since.

    Down by the parents, which have an index: among 91,599 codes nobody looks for a beginning.
    """
    above = RegionRow.parent.is_(None) if code == NATION.code else RegionRow.parent == code
    for _ in range(level - depth(code) - 1):
        above = RegionRow.parent.in_(select(RegionRow.code).where(above))
    query = select(*_REGION).where(above).order_by(RegionRow.code)
    return [Region(code, name, Level(level)) for code, name, level in session.execute(query)]


def region(session: Session, code: str) -> Region | None:
    row = session.get(RegionRow, code)
    return Region(row.code, row.name, Level(row.level)) if row else None


def aliases(session: Session) -> dict[str, str]:
    return {row.alias: row.code for row in session.scalars(select(RegionAliasRow))}


def search_regions(session: Session, text: str, limit: int) -> list[Region]:
    """Regions whose name holds `text` or whose code begins with it: those of this very name first, then the larger ones.

    “Kecamatan Kuta” finds Kuta among the kecamatan: the kind is part of the name only for kabupaten and kota.
    """
    wanted = text.strip().lower()
    kind, _, bare = wanted.partition(" ")
    lower = func.lower(RegionRow.name)
    matches = [lower.contains(wanted, autoescape=True), RegionRow.code.startswith(wanted, autoescape=True)]
    if bare and kind in list(Level):
        matches.append((RegionRow.level == kind) & lower.contains(bare.strip(), autoescape=True))
    # Without this the five desa called Selat would drown among everything “Selatan”.
    exact = lower.in_({wanted, bare.strip(), f"kabupaten {wanted}", f"kota {wanted}"})
    order = (case((exact, 0), else_=1), func.length(RegionRow.code), RegionRow.code)
    query = select(*_REGION).where(or_(*matches)).order_by(*order).limit(limit)
    return [Region(code, name, Level(level)) for code, name, level in session.execute(query)]
