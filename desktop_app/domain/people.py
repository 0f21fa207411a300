"""Rows of people on their way from a sheet to the store: plain tuples, since there may be a million of them."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from desktop_app.domain.segments import Benefit
from desktop_app.domain.sheets import Participant, Problem

BIT = {benefit: 1 << place for place, benefit in enumerate(Benefit)}
"""Benefits as a bit set."""


class PersonTuple(NamedTuple):
    """The order of the values. `birth_date` is ISO, `company` a number that `Keeper.company` gave (0: none),

    `warn` codes with blanks between them, `fund` who pays, in the words of the sheet.
    """

    row: int
    nik: int
    name: str
    kpj: str
    birth_date: str | None
    sex: str
    segment: str
    region: str | None
    benefits: int
    company: int
    active: int
    warn: str
    fund: str = ""


PersonValues = tuple[int, int, str, str, str | None, str, str, str | None, int, int, int, str, str]


class Keeper(Protocol):
    """Takes what a workbook gives while it is read; `table` counts its tables from 0."""

    def company(self, npp: str, name: str) -> int:
        """The number of a company, the same for the same words."""
        ...

    def people(self, table: int, rows: Iterable[PersonValues]) -> None: ...

    def problems(self, table: int, problems: Iterable[Problem]) -> None: ...


def benefit_bits(benefits: Iterable[Benefit]) -> int:
    return sum(BIT[benefit] for benefit in benefits)


def benefits_of(bits: int) -> frozenset[Benefit]:
    return frozenset(benefit for benefit, bit in BIT.items() if bits & bit)


def person_values(person: Participant, company: int) -> PersonValues:
    """A participant as a tuple; `company` its number."""
    return (
        person.row, int(person.nik), person.name, person.kpj,
        person.birth_date.isoformat() if person.birth_date else None, person.sex, person.segment.value, person.region,
        benefit_bits(person.benefits), company, int(person.active), " ".join(person.warn),
        person.fund,
    )  # fmt: skip
