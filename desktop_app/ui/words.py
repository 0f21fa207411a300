"""Sentences that more than one page says."""

from collections.abc import Sequence
from datetime import date, datetime

from desktop_app.domain.indonesian import DAYS, long_date, number, short_date
from desktop_app.domain.office import Office
from desktop_app.domain.records import Backup
from desktop_app.domain.regions import Region, depth
from desktop_app.domain.segments import Sector


def office_short_name(office: Office, region: str) -> str:
    """“Disperinaker Badung”: the agency's short name, as its letter numbers carry it, and its region."""
    return f"{office.number_code.capitalize()} {region}".strip()


def backup_words(backup: Backup | None) -> tuple[str, bool]:
    """The state of the newest backup for the sidebar, and whether it is of today."""
    if backup is None:
        return "Belum ada cadangan", False
    today = backup.made_at.date() == datetime.now().date()
    return f"Cadangan teruji {moment(backup.made_at)}", today


def moment(at: datetime) -> str:
    """“hari ini 07.58”, “7 Apr 2025 16.20”."""
    day = "hari ini" if at.date() == datetime.now().date() else short_date(at.date())
    return f"{day} {at:%H.%M}"


def weekday_date(day: date) -> str:
    """“Senin, 14 April 2025”."""
    return f"{DAYS[day.weekday()]}, {long_date(day)}"


def size(count: int) -> str:
    """Bytes as “41,2 MB”."""
    return f"{number(count / 1_000_000, 1)} MB" if count >= 100_000 else f"{number(max(count // 1000, 1))} kB"


def count(amount: int, thing: str) -> str:
    """“1.024 baris”."""
    return f"{number(amount)} {thing}"


SECTORS = {Sector.SEMUA: "Semua", Sector.FORMAL: "Formal", Sector.INFORMAL: "Informal"}
LEVELS = {1: "Provinsi", 2: "Kabupaten/kota", 3: "Kecamatan", 4: "Desa/kelurahan"}
"""Depth of a region -> the name of its level."""


def level_words(regions: Sequence[Region]) -> str:
    """What the parts of a region are together: “kabupaten/kota”, “kecamatan”, “desa/kelurahan”, “provinsi”."""
    return LEVELS[depth(regions[0].code)].lower() if regions else ""
