"""Breakdowns of counted people: by segment, programme, sex, age, company size and funding.

Everyone stands in exactly one part of a dimension, so that the parts add up to the whole; what a sheet leaves open is a
part of its own, `UNFILLED`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.segments import Benefit, Segment

UNFILLED = ""
"""The part of those of whom the sheets say nothing: “tidak diisi” on screen."""

NO_COMPANY = "-"
"""Company size of people in no employment relation (BPU): “tidak berlaku” on screen."""

AGES = (15, 25, 35, 45, 55, 65)
"""Lower ends of the age bands; the part is “15-24”, below the first “<15”, from the last on “65+”."""

SIZES = (1, 5, 20, 100)
"""Lower ends of company sizes in people counted there that month: mikro 1-4, kecil 5-19, sedang 20-99, besar 100+ (BPS)."""


class Dimension(StrEnum):
    """The value is the key in the store and in the terminal."""

    SEGMEN = "segmen"
    PROGRAM = "program"
    KELAMIN = "kelamin"
    UMUR = "umur"
    UKURAN = "ukuran"
    PENDANAAN = "pendanaan"
    KEPESERTAAN = "kepesertaan"
    """Memberships, not people: its parts add up to the memberships."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """People of one region and month by one dimension: part -> people. `sample`: invented people.

    Parts: segments joined by “+” in the order of `Segment` (“PU+BPU”), benefits likewise (“JKK+JKM”), “L”/“P”, an age
    band, “mikro” … “besar”, words of the sheet for funding; `UNFILLED` where nothing is known.
    """

    dimension: Dimension
    region: str
    period: date
    sample: bool
    parts: dict[str, int]

    @property
    def whole(self) -> int:
        return sum(self.parts.values())


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """Whose list is asked for: everybody, those in any of `segments`, or those in one `part` of a `dimension`."""

    segments: frozenset[Segment] = frozenset()
    dimension: Dimension | None = None
    part: str = UNFILLED


def joined_segments(segments: frozenset[Segment]) -> str:
    """{BPU, PU} -> “PU+BPU”."""
    return "+".join(segment.value for segment in Segment if segment in segments)


def split_segments(part: str) -> frozenset[Segment]:
    """“PU+BPU” -> {PU, BPU}."""
    return frozenset(Segment(word) for word in part.split("+") if word)


def joined_benefits(benefits: frozenset[Benefit]) -> str:
    """{JKM, JKK} -> “JKK+JKM”; none -> `UNFILLED`."""
    return "+".join(benefit.value for benefit in Benefit if benefit in benefits)


def age_band(born: date | None, on: date) -> str:
    """The part of `Dimension.UMUR` of somebody born then, on the day `on`."""
    if born is None:
        return UNFILLED
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    lower = max((end for end in AGES if end <= age), default=None)
    if lower is None:
        return f"<{AGES[0]}"
    upper = next((end for end in AGES if end > lower), None)
    return f"{lower}+" if upper is None else f"{lower}-{upper - 1}"


def size_band(people: int) -> str:
    """The part of `Dimension.UKURAN` of a company with so many people."""
    return ("mikro", "kecil", "sedang", "besar")[sum(people >= end for end in SIZES) - 1]
