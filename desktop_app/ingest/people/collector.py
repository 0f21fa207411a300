"""Keeps people and problems of a workbook in memory: for small sheets, and for whoever reads without a draft."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from desktop_app.domain.people import PersonTuple, PersonValues, benefits_of
from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import Participant, Problem, WorkbookReading


class Collector:
    def __init__(self) -> None:
        self._companies: dict[tuple[str, str], int] = {}
        self._people: dict[int, list[PersonTuple]] = {}
        self._problems: dict[int, list[Problem]] = {}

    def company(self, npp: str, name: str) -> int:
        return self._companies.setdefault((npp, name), len(self._companies) + 1)

    def people(self, table: int, rows: Iterable[PersonValues]) -> None:
        self._people.setdefault(table, []).extend(map(PersonTuple._make, rows))

    def problems(self, table: int, problems: Iterable[Problem]) -> None:
        self._problems.setdefault(table, []).extend(problems)

    def filled(self, reading: WorkbookReading) -> WorkbookReading:
        """The reading with people among the rows of its tables, and with every problem, from the top."""
        companies = {number: words for words, number in self._companies.items()}
        tables = tuple(
            replace(
                table,
                rows=(*table.rows, *(participant(row, companies) for row in self._people.get(place, []))),
                problems=tuple(sorted(self._problems.get(place, []), key=lambda problem: problem.row)),
            )
            for place, table in enumerate(reading.tables)
        )
        return replace(reading, tables=tables)


def participant(row: PersonTuple, companies: dict[int, tuple[str, str]]) -> Participant:
    npp, company = companies.get(row.company, ("", ""))
    return Participant(
        row.row, f"{row.nik:016d}", row.name, date.fromisoformat(row.birth_date) if row.birth_date else None, row.sex,
        row.kpj, Segment(row.segment), row.region, benefits_of(row.benefits), npp, company, bool(row.active),
        tuple(row.warn.split()), row.fund,
    )  # fmt: skip
