"""People by NIK: who a table brings, what it says of them, and what an undo leaves.

`person` is a dictionary that never changes: the words by which a person was first named. A row of `participation`
carries its own words only where they are others, so a list that comes every month takes little room, and taking an
import back needs nothing made anew. What is known of a person follows from the rows that are left, the newest first;
a blank cell takes nothing away.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    delete,
    distinct,
    exists,
    func,
    insert,
    literal,
    null,
    or_,
    select,
)
from sqlalchemy.orm import Session

from desktop_app.domain.sheets import Counts
from desktop_app.store.incoming import COMPANY, PERSON
from desktop_app.store.models import CompanyRow, ParticipationRow, PersonRow

_WORDS = ("name", "kpj", "birth_date", "sex")


def counts_of_people(session: Session, tab: int) -> Counts:
    """New, changed and same rows of an incoming table, by what they say of people who are stored, or stand in an

    incoming table before it. A person who is new counts as new once; a further row about the same person is changed
    where it says something else.
    """
    mine = PERSON.c.tab == tab
    known, said = _known(tab), _said(tab)
    rows = session.scalar(select(func.count()).select_from(PERSON).where(mine)) or 0
    unknown, new = session.execute(
        select(func.count(), func.count(distinct(PERSON.c.nik))).select_from(PERSON).where(mine, ~known)
    ).one()
    again = 0 if unknown == new else _different_words(session, mine, known) - new
    changed = session.scalar(select(func.count()).select_from(PERSON).where(mine, known, ~said)) or 0
    return Counts(new=new, changed=again + changed, same=rows - new - again - changed)


def _known(tab: int) -> ColumnElement[bool]:
    stored = exists().where(PersonRow.nik == PERSON.c.nik)
    if not tab:
        return stored
    earlier = PERSON.alias("earlier")
    return or_(stored, exists().where(earlier.c.nik == PERSON.c.nik, earlier.c.tab < tab))


def _said(tab: int) -> ColumnElement[bool]:
    """Somebody says already what the row says of the person."""
    row, earlier = ParticipationRow, PERSON.alias("earlier")
    stored = or_(
        exists().where(PersonRow.nik == PERSON.c.nik, _is_silent_or_same(PersonRow)),
        exists().where(row.nik == PERSON.c.nik, row.name.is_not(None), _is_silent_or_same(row)),
    )
    if not tab:
        return stored
    return or_(
        stored, exists().where(earlier.c.nik == PERSON.c.nik, earlier.c.tab < tab, _is_silent_or_same(earlier.c))
    )


def _different_words(session: Session, mine: ColumnElement[bool], known: ColumnElement[bool]) -> int:
    """How many different things are said of people who are not known."""
    words = select(PERSON.c.nik, *(PERSON.c[name] for name in _WORDS)).where(mine, ~known).distinct().subquery()
    return session.scalar(select(func.count()).select_from(words)) or 0


def _is_silent_or_same(known: Any) -> ColumnElement[bool]:
    """The row says nothing of the person that `known` does not say."""
    texts = [or_(PERSON.c[name] == "", PERSON.c[name] == getattr(known, name)) for name in ("name", "kpj", "sex")]
    return and_(*texts, or_(PERSON.c.birth_date.is_(None), PERSON.c.birth_date == known.birth_date))


def store_people(session: Session, tab: int, import_id: int) -> None:
    """Copy the rows of an incoming table; NIK by NIK, which is how both tables are kept."""
    _store_companies(session)
    other = PERSON.alias("other")
    stored = exists().where(PersonRow.nik == PERSON.c.nik)
    before = exists().where(other.c.nik == PERSON.c.nik, other.c.tab == tab, other.c.row < PERSON.c.row)
    first = (
        select(PERSON.c.nik, *(PERSON.c[name] for name in _WORDS))
        .where(PERSON.c.tab == tab, ~stored, ~before)
        .order_by(PERSON.c.nik)
    )
    session.execute(insert(PersonRow).from_select(["nik", *_WORDS], first))
    columns = ["import_id", "nik", "row", *_WORDS, "company_id", "region", "segment", "benefits", "active"]
    session.execute(insert(ParticipationRow).from_select(columns, _rows(tab, import_id)))


def _rows(tab: int, import_id: int) -> Select[Any]:
    same = and_(
        PERSON.c.name == PersonRow.name,
        PERSON.c.kpj == PersonRow.kpj,
        PERSON.c.sex == PersonRow.sex,
        PERSON.c.birth_date.is_not_distinct_from(PersonRow.birth_date),
    )
    own = [case((same, null()), else_=PERSON.c[name]) for name in _WORDS]
    return (
        select(
            literal(import_id), PERSON.c.nik, PERSON.c.row, *own, CompanyRow.id, PERSON.c.region, PERSON.c.segment,
            PERSON.c.benefits, PERSON.c.active == 1,
        )
        .select_from(PERSON)
        .join(PersonRow, PersonRow.nik == PERSON.c.nik)
        .outerjoin(COMPANY, COMPANY.c.number == PERSON.c.company)
        .outerjoin(CompanyRow, and_(CompanyRow.npp == COMPANY.c.npp, CompanyRow.name == COMPANY.c.name))
        .where(PERSON.c.tab == tab)
        .order_by(PERSON.c.nik, PERSON.c.row)
    )  # fmt: skip


def _store_companies(session: Session) -> None:
    known = exists().where(CompanyRow.npp == COMPANY.c.npp, CompanyRow.name == COMPANY.c.name)
    new = select(COMPANY.c.npp, COMPANY.c.name).where(~known).order_by(COMPANY.c.number)
    session.execute(insert(CompanyRow).from_select(["npp", "name"], new))


def forget_people(session: Session, import_id: int) -> None:
    """Take an import's rows out, and the people whom no row names any more."""
    gone = session.execute(delete(ParticipationRow).where(ParticipationRow.import_id == import_id))
    if gone.rowcount:  # type: ignore[attr-defined]
        named = exists().where(ParticipationRow.nik == PersonRow.nik)
        session.execute(delete(PersonRow).where(~named))


class Known(NamedTuple):
    """What is known of a person."""

    name: str
    kpj: str
    birth_date: Any
    sex: str


def known_people(session: Session, niks: Iterable[int]) -> dict[int, Known]:
    """What the stored rows say of people: the newest word of each, where it says something."""
    niks = list(niks)
    own = [getattr(ParticipationRow, name) for name in _WORDS]
    query = (
        select(ParticipationRow.nik, ParticipationRow.name.is_(None), *own, *(getattr(PersonRow, n) for n in _WORDS))
        .join(PersonRow, PersonRow.nik == ParticipationRow.nik)
        .where(ParticipationRow.nik.in_(niks))
        .order_by(ParticipationRow.nik, ParticipationRow.import_id.desc(), ParticipationRow.row.desc())
    )
    found: dict[int, list[Any]] = {}
    for nik, as_first, *values in session.execute(query):
        said: Sequence[Any] = values[4:] if as_first else values[:4]
        words = found.setdefault(nik, ["", "", None, ""])
        found[nik] = [old or new for old, new in zip(words, said, strict=True)]
    return {nik: Known(*words) for nik, words in found.items()}
