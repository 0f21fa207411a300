"""Rows behind a compliance summary, as the store gives them and the rules of `analysis.compliance` take them."""

from datetime import date
from typing import NamedTuple

from desktop_app.domain.facts import ImportRecord


class SentImport(NamedTuple):
    """An import with the regions that it speaks for."""

    record: ImportRecord
    areas: frozenset[str]


class VulnerableRow(NamedTuple):
    """A row of a list of vulnerable workers; `region` is None where it names no place, `fund` who pays, as written."""

    import_id: int
    row: int
    period: date
    nik: int
    name: str
    birth_date: date | None
    region: str | None
    fund: str
    active: bool


class EmployerRow(NamedTuple):
    """A person's row at an employer in a list of participants; `benefits` is a bit set as in `domain.people`."""

    company: str
    nik: int
    benefits: int


class CompanyPerson(NamedTuple):
    """A person of an employer in a month."""

    company: str
    npp: str
    nik: int
    name: str
    region: str | None
