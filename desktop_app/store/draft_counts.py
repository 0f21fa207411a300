"""People of a draft, counted once by NIK."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop_app.store.drafts import Draft
from desktop_app.store.incoming import PERSON

_REGENCY_LENGTH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCounts:
    """Distinct NIK of some tables, and of those that are active. Regencies by code; a person may be in several groups."""

    distinct: int = 0
    distinct_active: int = 0
    by_regency: dict[str, int] = field(default_factory=dict)
    by_segment: dict[str, int] = field(default_factory=dict)
    by_regency_and_segment: dict[tuple[str, str], int] = field(default_factory=dict)


def count_people(draft: Draft, tables: Iterable[int]) -> PersonCounts:
    """Count the people of these tables of a draft."""
    where = f"tab IN ({', '.join(str(int(table)) for table in tables)})"
    [(distinct,)] = draft.query(f"SELECT count(DISTINCT nik) FROM {PERSON.name} WHERE {where}")
    active = f"FROM {PERSON.name} WHERE {where} AND active = 1"
    [(distinct_active,)] = draft.query(f"SELECT count(DISTINCT nik) {active}")
    regency = f"substr(region, 1, {_REGENCY_LENGTH})"
    placed = f"{active} AND length(region) >= {_REGENCY_LENGTH}"
    both = draft.query(f"SELECT {regency}, segment, count(DISTINCT nik) {placed} GROUP BY 1, 2")
    return PersonCounts(
        distinct=distinct, distinct_active=distinct_active,
        by_regency=dict(draft.query(f"SELECT {regency}, count(DISTINCT nik) {placed} GROUP BY 1")),
        by_segment=dict(draft.query(f"SELECT segment, count(DISTINCT nik) {active} GROUP BY 1")),
        by_regency_and_segment={(code, segment): people for code, segment, people in both},
    )  # fmt: skip
