"""Spellings, regions and rates as entries of a change: a key, and plain values that a log can keep (None: not there).

Keys: the spelling; the code; the number of the rate. What is written here can be read back the same, which is what
taking a change back rests on.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop_app.domain.reference import Rate, RateKind, Subject
from desktop_app.domain.regions import Level, Region
from desktop_app.store import reference_rates, regions
from desktop_app.store.models import RegionAliasRow, RegionRow
from desktop_app.store.rows import chunks

Entry = dict[str, Any]
Entries = dict[str, Entry | None]


@dataclass(frozen=True, slots=True)
class Kept:
    """How the entries of one subject are read and written, each key by itself."""

    read: Callable[[Session, Collection[str]], Entries]
    write: Callable[[Session, str, Entry | None], None]


def region_entry(region: Region) -> Entry:
    return {
        "name": region.name,
        "level": region.level.value,
        "opened": _iso(region.opened),
        "closed": _iso(region.closed),
        "heirs": list(region.heirs),
        "document": region.document,
    }


def region_of(code: str, entry: Mapping[str, Any]) -> Region:
    return Region(
        code, entry["name"], Level(entry["level"]), _day(entry["opened"]), _day(entry["closed"]), tuple(entry["heirs"]),
        entry["document"],
    )  # fmt: skip


def rate_entry(rate: Rate) -> Entry:
    return {
        "kind": rate.kind.value,
        "bracket": rate.bracket,
        "amount": rate.amount,
        "share": rate.share,
        "since": rate.since.isoformat(),
        "until": _iso(rate.until),
        "document": rate.document,
        "note": rate.note,
    }


def rate_of(key: str, entry: Mapping[str, Any]) -> Rate:
    return Rate(
        id=int(key), kind=RateKind(entry["kind"]), bracket=entry["bracket"], amount=entry["amount"],
        share=entry["share"], since=date.fromisoformat(entry["since"]), until=_day(entry["until"]),
        document=entry["document"], note=entry["note"],
    )  # fmt: skip


def alias_entry(code: str) -> Entry:
    return {"code": code}


def _read_aliases(session: Session, keys: Collection[str]) -> Entries:
    found: Entries = dict.fromkeys(keys)
    for some in chunks(sorted(keys), 500):
        query = select(RegionAliasRow).where(RegionAliasRow.alias.in_(some))
        found |= {row.alias: alias_entry(row.code) for row in session.scalars(query)}
    return found


def _write_alias(session: Session, key: str, entry: Entry | None) -> None:
    if entry is None:
        session.execute(delete(RegionAliasRow).where(RegionAliasRow.alias == key))
    else:
        session.merge(RegionAliasRow(alias=key, code=entry["code"]))
        session.flush()


def _read_regions(session: Session, keys: Collection[str]) -> Entries:
    found = regions.regions_of(session, keys)
    return {key: region_entry(found[key]) if key in found else None for key in keys}


def _write_region(session: Session, key: str, entry: Entry | None) -> None:
    if entry is None:
        session.execute(delete(RegionRow).where(RegionRow.code == key))
    else:
        regions.save_region(session, region_of(key, entry))


def _read_rates(session: Session, keys: Collection[str]) -> Entries:
    found = {str(rate.id): rate_entry(rate) for rate in reference_rates.rates(session)}
    return {key: found.get(key) for key in keys}


def _write_rate(session: Session, key: str, entry: Entry | None) -> None:
    if entry is None:
        reference_rates.remove_rate(session, int(key))
    else:
        reference_rates.save_rate(session, rate_of(key, entry))


KEPT: dict[Subject, Kept] = {
    Subject.ALIAS: Kept(_read_aliases, _write_alias),
    Subject.REGION: Kept(_read_regions, _write_region),
    Subject.RATE: Kept(_read_rates, _write_rate),
}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
