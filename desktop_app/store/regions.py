"""Regions and the spellings by which sheets call them."""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Select, String, bindparam, case, cast, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop_app.domain.regions import NATION, Level, Region, depth
from desktop_app.store.models import (
    BaseValueRow,
    CompanyFactRow,
    LetterRow,
    MonthLockRow,
    OfficeRow,
    ParticipationRow,
    RecapFigureRow,
    RegionAliasRow,
    RegionRow,
    TargetRow,
)
from desktop_app.store.rows import chunks, insert_rows

_REGION = (
    RegionRow.code, RegionRow.name, RegionRow.level, RegionRow.opened, RegionRow.closed,
    # As text: nearly all have none, and a map asks for hundreds.
    cast(RegionRow.heirs, String), RegionRow.document,
)  # fmt: skip

_LEVELS = {level.value: level for level in Level}

_USES: dict[str, InstrumentedAttribute[Any]] = {
    "ejaan": RegionAliasRow.code,
    "penyebut": BaseValueRow.region,
    "target": TargetRow.region,
    "rekap": RecapFigureRow.region,
    "daftar orang": ParticipationRow.region,
    "daftar perusahaan": CompanyFactRow.region,
    "surat": LetterRow.region,
    "kunci bulan": MonthLockRow.region,
    "data kantor": OfficeRow.region,
}
_AT_ONCE = 500
"""Codes in one query: databases take no endless lists."""


def load_regions(session: Session, regions: Iterable[Region], aliases: Mapping[str, str]) -> None:
    """Fill the empty tables of regions and aliases (alias -> code)."""
    regions = list(regions)
    rows = [(region.code, region.parent, region.level.value, region.name) for region in regions]
    insert_rows(session, RegionRow, ("code", "parent", "level", "name"), rows)
    for region in regions:
        if region.opened or region.closed or region.document:
            save_region(session, region)
    insert_rows(session, RegionAliasRow, ("alias", "code"), sorted(aliases.items()))


def any_regions(session: Session) -> bool:
    return session.scalar(select(RegionRow.code).limit(1)) is not None


def count_by_level(session: Session, on: date | None = None) -> dict[Level, int]:
    """How many there are; only those that stand `on` a day, where given."""
    query = select(RegionRow.level, func.count()).group_by(RegionRow.level)
    if on is not None:
        query = query.where(
            or_(RegionRow.opened.is_(None), RegionRow.opened <= on),
            or_(RegionRow.closed.is_(None), RegionRow.closed > on),
        )
    found = {Level(level): count for level, count in session.execute(query)}
    return {level: found.get(level, 0) for level in Level}


def count_aliases(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(RegionAliasRow)) or 0


def all_regions(session: Session, within: str | None = None) -> list[Region]:
    """Regions by code; only those `within` a region, itself included, where given."""
    query = select(*_REGION).order_by(RegionRow.code)
    if within is not None:
        query = query.where(or_(RegionRow.code == within, RegionRow.code.startswith(f"{within}.")))
    return _read(session, query)


def regions_above_villages(session: Session) -> list[Region]:
    """Provinces, kabupaten/kota and kecamatan, by code."""
    query = select(*_REGION).where(RegionRow.level.not_in([Level.DESA, Level.KELURAHAN])).order_by(RegionRow.code)
    return _read(session, query)


def children(session: Session, code: str | None) -> list[Region]:
    """Regions one level below `code`, by code; the provinces for None."""
    above = RegionRow.parent.is_(None) if code is None else RegionRow.parent == code
    query = select(*_REGION).where(above).order_by(RegionRow.code)
    return _read(session, query)


def below(session: Session, code: str, level: int) -> list[Region]:
    """Regions of depth `level` within `code` (the country: `NATION.code`), by code; also those closed since.

    Down by the parents, which have an index: among 91,599 codes nobody looks for a beginning.
    """
    if code == NATION.code:
        return _read(session, _below(level - 1, country=True))
    return _read(session, _below(level - depth(code) - 1, country=False), code=code)


@cache
def _below(steps: int, *, country: bool) -> Select[*tuple[Any, ...]]:
    """Regions so many steps below the parts of the region asked with, or of the country; made once."""
    above = RegionRow.parent.is_(None) if country else RegionRow.parent == bindparam("code")
    for _ in range(steps):
        above = RegionRow.parent.in_(select(RegionRow.code).where(above))
    return select(*_REGION).where(above).order_by(RegionRow.code)


_ONE = select(*_REGION).where(RegionRow.code == bindparam("code"))


def region(session: Session, code: str) -> Region | None:
    found = _read(session, _ONE, code=code)
    return found[0] if found else None


def regions_of(session: Session, codes: Collection[str]) -> dict[str, Region]:
    """The regions of these codes, by code; codes that are not known are left out."""
    found: dict[str, Region] = {}
    for some in chunks(sorted(codes), _AT_ONCE):
        found |= {each.code: each for each in _read(session, select(*_REGION).where(RegionRow.code.in_(some)))}
    return found


def save_region(session: Session, region: Region) -> None:
    """Add the region or write it anew, with its dates."""
    session.merge(
        RegionRow(
            code=region.code, parent=region.parent, level=region.level.value, name=region.name, opened=region.opened,
            closed=region.closed, heirs=list(region.heirs), document=region.document,
        )
    )  # fmt: skip
    session.flush()


def closed_regions(session: Session) -> list[Region]:
    """Those that no longer stand, or will not from some day on, newest first."""
    return _read(session, select(*_REGION).where(RegionRow.closed.is_not(None)).order_by(RegionRow.closed.desc()))


def opened_regions(session: Session) -> list[Region]:
    """Those that were not always there, newest first."""
    return _read(session, select(*_REGION).where(RegionRow.opened.is_not(None)).order_by(RegionRow.opened.desc()))


def uses_of(session: Session, code: str, besides: Collection[str] = ()) -> list[str]:
    """What speaks of the region, in words: it cannot leave the list. Parts and heirs in `besides` leave with it."""
    found = [words for words, column in _USES.items() if session.scalar(select(column).where(column == code).limit(1))]
    parts = [part.code for part in children(session, code) if part.code not in besides]
    heir_of = [one.full_name for one in closed_regions(session) if code in one.heirs and one.code not in besides]
    return [*found, *(["wilayah di bawahnya"] if parts else []), *(f"{name} sebagai penerusnya" for name in heir_of)]


def officially_called(session: Session, names: Collection[str]) -> dict[str, list[Region]]:
    """Regions by each of these names, kabupaten and kota without their kind too; capitals do not matter."""
    wanted: dict[str, list[str]] = {}
    for name in names:
        plain = " ".join(name.lower().split())
        for called in (plain, f"kabupaten {plain}", f"kota {plain}"):
            wanted.setdefault(called, []).append(name)
    found: dict[str, list[Region]] = {name: [] for name in names}
    lower = func.lower(RegionRow.name)
    # All names are gone through for each query, so the fewer the better.
    for some in chunks(sorted(wanted), _AT_ONCE):
        for region in _read(session, select(*_REGION).where(lower.in_(some)).order_by(RegionRow.code)):
            for name in wanted.get(region.name.lower(), ()):
                found[name].append(region)
    return found


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
    return _read(session, query)


def _read(session: Session, query: Select[*tuple[Any, ...]], **asked: object) -> list[Region]:
    # What the session has changed and not yet written must be seen: its connection does not see to that itself.
    session.flush()
    return [
        _made(code, name, _LEVELS[level], opened, closed, _heirs(heirs), document)
        for code, name, level, opened, closed, heirs, document in session.connection().execute(query, asked).all()
    ]


_made = lru_cache(maxsize=8192)(Region)
"""The same regions are read for every answer: the 716 villages of a map are not made anew each time."""


@lru_cache(maxsize=256)
def _heirs(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written))
