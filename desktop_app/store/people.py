"""People by NIK: who a participants sheet brings, who it changes, and what an undo leaves of them.

`person` holds what follows from the rows of all imports that were not undone, in the order they came: each says what
it says, and a blank cell takes nothing away. The rows' own words are kept in `person_version`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sqlalchemy import bindparam, delete, exists, func, select, update
from sqlalchemy.orm import Session

from desktop_app.domain.sheets import Counts, Participant, Tick, silent
from desktop_app.store.models import ParticipationRow, PersonRow, PersonVersionRow
from desktop_app.store.rows import chunks, insert_rows

_IN_LIST = 900
"""Values in one IN list: below the limits of SQLite and PostgreSQL."""

_FIELDS = ("kpj", "name", "birth_date", "sex")
_OF_PERSON = tuple(PersonRow.__table__.c[name] for name in _FIELDS)
_OF_VERSION = tuple(PersonVersionRow.__table__.c[name] for name in _FIELDS)


class _Data(NamedTuple):
    kpj: str
    name: str
    birth_date: date | None
    sex: str

    def with_news(self, row: "_Data") -> "_Data":
        """What `row` says, where it says something."""
        return _Data(row.kpj or self.kpj, row.name or self.name, row.birth_date or self.birth_date, row.sex or self.sex)


_NOTHING = _Data("", "", None, "")


@dataclass(slots=True)
class _Person:
    """`versions`: what rows say of the person -> its number; those above `stored` are not in the database yet."""

    id: int
    new: bool
    before: _Data
    now: _Data
    versions: dict[_Data, int] = field(default_factory=dict)
    stored: int = 0
    last: int = 0

    def version(self, said: _Data) -> int:
        number = self.versions.get(said)
        if number is None:
            number = self.versions[said] = self.last = self.last + 1
        return number


@dataclass(slots=True)
class PeoplePlan:
    """What the rows mean for the people already stored; `keys`: person and version of each row, in their order."""

    counts: Counts
    people: dict[int, _Person]
    keys: list[tuple[int, int]]


def plan_people(session: Session, rows: Sequence[Participant]) -> PeoplePlan:
    """Tell new, changed and same rows apart, by what they say of the person; nothing is stored."""
    people = _known(session, sorted({int(row.nik) for row in rows}))
    last = session.scalar(select(func.max(PersonRow.id))) or 0
    keys: list[tuple[int, int]] = []
    new = changed = 0
    for row in rows:
        nik, said = int(row.nik), _Data(row.kpj, row.name, row.birth_date, row.sex)
        person = people.get(nik)
        if person is None:
            last += 1
            person = people[nik] = _Person(last, True, said, said)
            new += 1
        elif (now := person.now.with_news(said)) != person.now:
            person.now = now
            changed += 1
        keys.append((person.id, person.version(said)))
    return PeoplePlan(Counts(new=new, changed=changed, same=len(rows) - new - changed), people, keys)


def _known(session: Session, niks: Sequence[int]) -> dict[int, _Person]:
    people: dict[int, _Person] = {}
    for some in chunks(niks, _IN_LIST):
        query = (
            select(PersonRow.nik, PersonRow.id, *_OF_PERSON, PersonVersionRow.number, *_OF_VERSION)
            .join(PersonVersionRow, PersonVersionRow.person_id == PersonRow.id)
            .where(PersonRow.nik.in_(some))
        )
        for nik, person_id, *values in session.execute(query):
            data = _Data(*values[:4])
            person = people.setdefault(nik, _Person(person_id, False, data, data))
            person.versions[_Data(*values[5:])] = values[4]
            person.stored = person.last = max(person.last, values[4])
    return people


def store_people(session: Session, plan: PeoplePlan, tick: Tick = silent) -> None:
    """Write new and changed people and what was said of them."""
    people = sorted(plan.people.items(), key=lambda item: item[1].id)
    insert_rows(
        session, PersonRow, ("id", "nik", *_FIELDS), [(p.id, nik, *p.now) for nik, p in people if p.new], tick
    )  # fmt: skip
    _put(session, [(p.id, p.now) for _, p in people if not p.new and p.now != p.before])
    versions = [
        (p.id, number, *said)
        for _, p in people for said, number in p.versions.items() if number > p.stored
    ]  # fmt: skip
    insert_rows(session, PersonVersionRow, ("person_id", "number", *_FIELDS), versions, tick)


def forget_people(session: Session, import_id: int) -> None:
    """Take an import's rows out; what is known of its people is again what the other imports say."""
    query = select(ParticipationRow.person_id).where(ParticipationRow.import_id == import_id).distinct()
    ids = sorted(session.scalars(query))
    session.execute(delete(ParticipationRow).where(ParticipationRow.import_id == import_id))
    for some in chunks(ids, _IN_LIST):
        _refold(session, some)
        _drop_unsaid(session, some)


def _refold(session: Session, ids: Sequence[int]) -> None:
    """Say anew what follows from the rows that are left."""
    query = (
        select(ParticipationRow.person_id, *_OF_VERSION)
        .join(
            PersonVersionRow,
            (PersonVersionRow.person_id == ParticipationRow.person_id)
            & (PersonVersionRow.number == ParticipationRow.version),
        )
        .where(ParticipationRow.person_id.in_(ids))
        .order_by(ParticipationRow.person_id, ParticipationRow.import_id, ParticipationRow.row)
    )
    folded: dict[int, _Data] = {}
    for person_id, *said in session.execute(query):
        folded[person_id] = folded.get(person_id, _NOTHING).with_news(_Data(*said))
    present = select(PersonRow.id, *_OF_PERSON).where(PersonRow.id.in_(folded))
    known = {person_id: _Data(*values) for person_id, *values in session.execute(present)}
    _put(session, [(person_id, data) for person_id, data in folded.items() if known[person_id] != data])


def _drop_unsaid(session: Session, ids: Sequence[int]) -> None:
    """Drop versions that no row uses and people whom none names."""
    used = exists().where(
        ParticipationRow.person_id == PersonVersionRow.person_id, ParticipationRow.version == PersonVersionRow.number
    )
    session.execute(delete(PersonVersionRow).where(PersonVersionRow.person_id.in_(ids), ~used))
    named = exists().where(ParticipationRow.person_id == PersonRow.id)
    session.execute(delete(PersonRow).where(PersonRow.id.in_(ids), ~named))


def _put(session: Session, people: Iterable[tuple[int, _Data]]) -> None:
    values = [{"key": person_id, **data._asdict()} for person_id, data in people]
    if values:
        statement = update(PersonRow.__table__).where(PersonRow.__table__.c.id == bindparam("key"))  # type: ignore[arg-type]
        session.connection().execute(statement.values({name: bindparam(name) for name in _FIELDS}), values)
