"""The shipped reference data: regions of all Indonesia, the spellings by which sheets call them, contribution rates."""

import csv
import gzip
from collections.abc import Iterator
from datetime import date, timedelta
from typing import IO

from desktop_app.domain.reference import Rate, RateKind, Subject
from desktop_app.domain.regions import Level, Region, depth
from desktop_app.resources import resource
from desktop_app.store import reference, reference_rates, regions
from desktop_app.store.database import Sessions


def load_reference(sessions: Sessions) -> None:
    """Fill a fresh workspace with regions, aliases and rates; one that has them stays as it is."""
    _load_regions(sessions)
    _load_rates(sessions)


def _load_regions(sessions: Sessions) -> None:
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


def _load_rates(sessions: Sessions) -> None:
    """Once: an office that took them all out wants none."""
    with sessions() as session:
        if reference_rates.any_rates(session) or reference.changes(session, Subject.RATE):
            return
    shipped = shipped_rates()
    with sessions.begin() as session:
        if not reference_rates.any_rates(session):
            for rate in shipped:
                reference_rates.save_rate(session, rate)


def shipped_rates() -> list[Rate]:
    """The rates of `rates.csv`, numbered from 1; there, as in files of offices, the last day they hold is written."""
    with resource("rates.csv").open(encoding="utf-8", newline="") as lines:
        return [_rate(number, row) for number, row in enumerate(csv.DictReader(lines), 1)]


def _rate(number: int, row: dict[str, str]) -> Rate:
    last = date.fromisoformat(row["sampai"]) if row["sampai"] else None
    return Rate(
        id=number, kind=RateKind(row["jenis"]), bracket=row["lapisan"],
        amount=int(row["rupiah"]) if row["rupiah"] else None,
        share=round(float(row["persen"]) / 100, 6) if row["persen"] else None,
        since=date.fromisoformat(row["mulai"]), until=last + timedelta(days=1) if last else None,
        document=row["dokumen"], note=row["catatan"],
    )  # fmt: skip


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
