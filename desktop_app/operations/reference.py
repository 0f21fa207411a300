"""The shipped reference data: regions of all Indonesia and the spellings by which sheets call them."""

import csv
import gzip
from collections.abc import Iterator
from typing import IO

from desktop_app.domain.regions import Level, Region, depth
from desktop_app.resources import resource
from desktop_app.store import regions
from desktop_app.store.database import Sessions


def load_reference(sessions: Sessions) -> None:
    """Fill a fresh workspace with regions and aliases; one that has them stays as it is."""
    with sessions() as session:
        if regions.any_regions(session):
            return
    shipped = shipped_regions()
    with resource("regions", "aliases.csv").open(encoding="utf-8", newline="") as lines:
        aliases = {row["alias"]: row["code"] for row in csv.DictReader(lines)}
    with sessions.begin() as session:
        # Another window may have filled it in the meantime.
        if not regions.any_regions(session):
            regions.load_regions(session, shipped, aliases)


def shipped_regions() -> list[Region]:
    """All 91,599 regions, by code."""
    with resource("regions", "regions.csv").open(encoding="utf-8", newline="") as lines:
        found = {region.code: region for region in _read(lines)}
    with gzip.open(resource("regions", "regions-desa-all.csv.gz"), "rt", encoding="utf-8", newline="") as lines:
        found |= {region.code: region for region in _read(lines)}
    return [found[code] for code in sorted(found)]


def bps_codes() -> dict[str, str]:
    """BPS codes of kabupaten/kota, and of the kecamatan of Bali -> Kemendagri codes."""
    found: dict[str, str] = {}
    for name in ("bps-codes.csv", "bps-codes-kecamatan.csv"):
        with resource("regions", name).open(encoding="utf-8", newline="") as lines:
            found |= {row["bps_code"]: row["region_code"] for row in csv.DictReader(lines)}
    return found


def provinces_and_regencies() -> list[Region]:
    """The 38 provinces and their 514 kabupaten/kota, by code; from the shipped list alone, so that no workspace is needed."""
    with resource("regions", "regions.csv").open(encoding="utf-8", newline="") as lines:
        return [region for region in _read(lines) if depth(region.code) <= 2]


def _read(lines: IO[str]) -> Iterator[Region]:
    for row in csv.DictReader(lines):
        yield Region(row["code"], row["name"], Level(row["level"]))
