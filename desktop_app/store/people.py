"""People by NIK: who a participants sheet brings, who it changes, and how an undo puts them back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, exists, func, insert, select, update
from sqlalchemy.orm import Session

from desktop_app.domain.sheets import Counts, Participant
from desktop_app.store.models import ParticipationRow, PersonRevisionRow, PersonRow

_AT_ONCE = 900
"""Values in one IN list: below the limits of SQLite and PostgreSQL."""

_FIELDS = ("kpj", "name", "birth_date", "sex")


@dataclass(frozen=True, slots=True)
class _Data:
    kpj: str
    name: str
    birth_date: date | None
    sex: str

    def with_news(self, row: Participant) -> "_Data":
        """What `row` says, where it says something; a blank cell takes nothing away."""
        return _Data(
            row.kpj or self.kpj, row.name or self.name, row.birth_date or self.birth_date, row.sex or self.sex
        )


@dataclass(slots=True)
class PeoplePlan:
    """What the rows mean for the people already stored. `ids`: NIK -> id of those known before."""

    counts: Counts
    ids: dict[int, int]
    before: dict[int, _Data]
    after: dict[int, _Data]


def plan_people(session: Session, rows: Sequence[Participant]) -> PeoplePlan:
    """Tell new, changed and same rows apart; nothing is stored."""
    ids: dict[int, int] = {}
    before: dict[int, _Data] = {}
    niks = sorted({int(row.nik) for row in rows})
    columns = (PersonRow.nik, PersonRow.id, *(getattr(PersonRow, name) for name in _FIELDS))
    for start in range(0, len(niks), _AT_ONCE):
        query = select(*columns).where(PersonRow.nik.in_(niks[start : start + _AT_ONCE]))
        for nik, person_id, kpj, name, birth_date, sex in session.execute(query):
            ids[nik] = person_id
            before[nik] = _Data(kpj, name, birth_date, sex)
    after = dict(before)
    new = changed = same = 0
    for row in rows:
        nik = int(row.nik)
        known = after.get(nik)
        if known is None:
            after[nik] = _Data(row.kpj, row.name, row.birth_date, row.sex)
            new += 1
            continue
        now = known.with_news(row)
        if now == known:
            same += 1
        else:
            after[nik] = now
            changed += 1
    return PeoplePlan(Counts(new=new, changed=changed, same=same), ids, before, after)


def store_people(session: Session, import_id: int, plan: PeoplePlan) -> dict[int, int]:
    """Write new and changed people; NIK -> id of everybody in the plan."""
    last = session.scalar(select(func.max(PersonRow.id))) or 0
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    revisions: list[dict[str, Any]] = []
    for nik, data in sorted(plan.after.items()):
        old = plan.before.get(nik)
        if old is None:
            last += 1
            plan.ids[nik] = last
            new.append({"id": last, "nik": nik, **_values(data)})
        elif old != data:
            changed.append({"key": plan.ids[nik], **_values(data)})
            revisions.append({"import_id": import_id, "person_id": plan.ids[nik], **_values(old)})
    if new:
        session.execute(insert(PersonRow.__table__), new)  # type: ignore[arg-type]
    if revisions:
        session.execute(insert(PersonRevisionRow.__table__), revisions)  # type: ignore[arg-type]
        _put(session, changed)
    return plan.ids


def undo_people(session: Session, import_id: int) -> None:
    """Put back the data of people that the import changed, and drop people whom no sheet names any more.

    Where a later import changed a person again, that import's own “before” becomes ours: the chain closes.
    """
    revisions = session.execute(
        select(PersonRevisionRow.person_id, *(getattr(PersonRevisionRow, name) for name in _FIELDS)).where(
            PersonRevisionRow.import_id == import_id
        )
    ).all()
    restored: list[dict[str, Any]] = []
    for person_id, *old in revisions:
        later = session.scalar(
            select(func.min(PersonRevisionRow.import_id)).where(
                PersonRevisionRow.person_id == person_id, PersonRevisionRow.import_id > import_id
            )
        )
        values = dict(zip(_FIELDS, old, strict=True))
        if later is None:
            restored.append({"key": person_id, **values})
        else:
            session.execute(
                update(PersonRevisionRow)
                .where(PersonRevisionRow.person_id == person_id, PersonRevisionRow.import_id == later)
                .values(values)
            )
    if restored:
        _put(session, restored)
    session.execute(delete(PersonRevisionRow).where(PersonRevisionRow.import_id == import_id))
    unnamed = ~exists().where(ParticipationRow.person_id == PersonRow.id)
    session.execute(
        delete(PersonRevisionRow).where(PersonRevisionRow.person_id.in_(select(PersonRow.id).where(unnamed)))
    )
    session.execute(delete(PersonRow).where(unnamed))


def _values(data: _Data) -> dict[str, Any]:
    return {"kpj": data.kpj, "name": data.name, "birth_date": data.birth_date, "sex": data.sex}


def _put(session: Session, people: Iterable[dict[str, Any]]) -> None:
    table = PersonRow.__table__
    statement = update(table).where(table.c.id == bindparam("key"))  # type: ignore[arg-type]
    session.connection().execute(statement.values({name: bindparam(name) for name in _FIELDS}), list(people))
