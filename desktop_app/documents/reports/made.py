"""Who made a report, when, with which version, and for whom."""

from dataclasses import dataclass
from datetime import datetime

from desktop_app.domain.indonesian import long_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """`filters` says in words what was chosen; `rules` are (word, meaning) that hold beside those every report has.

    `leaves_office`: the file goes outside, so that counts of few people are not shown.
    """

    at: datetime
    by: str
    version: str
    filters: tuple[tuple[str, str], ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    leaves_office: bool = False

    @property
    def words(self) -> str:
        """“24 November 2025 pukul 09.05 oleh Ni Made Contoh”."""
        return f"{long_date(self.at.date())} pukul {self.at:%H.%M} oleh {self.by}"
