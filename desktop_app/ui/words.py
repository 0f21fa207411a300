"""Sentences that more than one page says."""

from datetime import date, datetime

from desktop_app.domain.indonesian import DAYS, long_date, number, short_date
from desktop_app.domain.office import Office
from desktop_app.domain.records import Backup

_SHORT_AGENCIES = {
    "dinas perindustrian dan tenaga kerja": "Disperinaker",
    "dinas tenaga kerja dan perindustrian": "Disnakerperin",
    "dinas koperasi, ukm dan tenaga kerja": "Diskopukmnaker",
    "dinas tenaga kerja dan transmigrasi": "Disnakertrans",
    "dinas ketenagakerjaan dan esdm": "Disnaker ESDM",
}


def office_short_name(office: Office) -> str:
    """“Disnaker Gianyar”: the agency as its people call it and the town."""
    agency = _SHORT_AGENCIES.get(office.agency.casefold(), office.agency)
    short = agency.replace("Dinas Tenaga Kerja", "Disnaker").replace("Dinas Ketenagakerjaan", "Disnaker")
    return f"{short} {office.seat}".strip()


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
