"""People by NIK: who a table brings, and what is known of them.

A row of `participation` holds all that its sheet says of a person, so that taking an import back takes its rows and
nothing else. What is known of a person follows from the rows that are left, the newest first; a blank cell takes
nothing away.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, delete, distinct, exists, func, insert, literal, or_, select, update
from sqlalchemy.orm import Session

from desktop_app.domain.sheets import Counts
from desktop_app.store.incoming import COMPANY, PERSON, REPEAT
from desktop_app.store.models import CompanyRow, ParticipationRow

_WORDS = ("name", "kpj", "birth_date", "sex")


def counts_of_people(session: Session, tab: int) -> Counts:
    """New, changed and same rows of an incoming table, by what they say of people who are stored, or stand in an

    incoming table before it. A person who is new counts as new once; a further row about the same person is changed
    where it says something else.
    """
    mine = PERSON.c.tab == tab
    known = _known(tab)
    rows = _count(session, mine)
    unknown = _count(session, mine, ~known)
    again, changed_again = _repeated(session, mine, known)
    changed = changed_again + (_count(session, mine, known, ~_said(tab)) if unknown < rows else 0)
    new = unknown - again
    return Counts(new=new, changed=changed, same=rows - new - changed)


def _count(session: Session, *conditions: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(PERSON).where(*conditions)) or 0


def _known(tab: int) -> ColumnElement[bool]:
    stored = exists().where(ParticipationRow.nik == PERSON.c.nik)
    if not tab:
        return stored
    earlier = PERSON.alias("earlier")
    return or_(stored, exists().where(earlier.c.nik == PERSON.c.nik, earlier.c.tab < tab))


def _said(tab: int) -> ColumnElement[bool]:
    """Somebody says already what the row says of the person."""
    row, earlier = ParticipationRow, PERSON.alias("earlier")
    stored = exists().where(row.nik == PERSON.c.nik, _says_no_more_than(row))
    if not tab:
        return stored
    return or_(
        stored, exists().where(earlier.c.nik == PERSON.c.nik, earlier.c.tab < tab, _says_no_more_than(earlier.c))
    )


def _says_no_more_than(known: Any) -> ColumnElement[bool]:
    """The row says nothing of the person that `known` does not say."""
    texts = [or_(PERSON.c[name] == "", PERSON.c[name] == getattr(known, name)) for name in ("name", "kpj", "sex")]
    return and_(*texts, or_(PERSON.c.birth_date.is_(None), PERSON.c.birth_date == known.birth_date))


def _repeated(session: Session, mine: ColumnElement[bool], known: ColumnElement[bool]) -> tuple[int, int]:
    """Rows of new people beyond their first, and those of them that say something else."""
    here = (mine, ~known, PERSON.c.nik.in_(select(REPEAT.c.nik)))
    rows, people = session.execute(
        select(func.count(), func.count(distinct(PERSON.c.nik))).select_from(PERSON).where(*here)
    ).one()
    if not rows:
        return 0, 0
    words = select(PERSON.c.nik, *(PERSON.c[name] for name in _WORDS)).where(*here).distinct().subquery()
    different = session.scalar(select(func.count()).select_from(words)) or 0
    return rows - people, different - people


def store_people(session: Session, tab: int, import_id: int) -> None:
    """Copy the rows of an incoming table, in the order of the sheet, which is how they are kept."""
    _store_companies(session)
    columns = ["import_id", "row", "nik", *_WORDS, "company_id", "region", "segment", "benefits", "active", "fund"]
    session.execute(insert(ParticipationRow).from_select(columns, _rows(tab, import_id)))


def _rows(tab: int, import_id: int) -> Select[Any]:
    return (
        select(
            literal(import_id), PERSON.c.row, PERSON.c.nik, *(PERSON.c[name] for name in _WORDS), COMPANY.c.id,
            PERSON.c.region, PERSON.c.segment, PERSON.c.benefits, PERSON.c.active == 1, PERSON.c.fund,
        )
        .select_from(PERSON)
        .outerjoin(COMPANY, COMPANY.c.number == PERSON.c.company)
        .where(PERSON.c.tab == tab)
    )  # fmt: skip


def _store_companies(session: Session) -> None:
    """Give every incoming company its number in the store."""
    same = (CompanyRow.npp == COMPANY.c.npp, CompanyRow.name == COMPANY.c.name)
    new = select(COMPANY.c.npp, COMPANY.c.name).where(~exists().where(*same)).order_by(COMPANY.c.number)
    session.execute(insert(CompanyRow).from_select(["npp", "name"], new))
    session.execute(update(COMPANY).values(id=select(CompanyRow.id).where(*same).scalar_subquery()))


def forget_people(session: Session, import_id: int) -> None:
    """Take an import's rows out."""
    session.execute(delete(ParticipationRow).where(ParticipationRow.import_id == import_id))


class Known(NamedTuple):
    """What is known of a person."""

    name: str
    kpj: str
    birth_date: Any
    sex: str


def known_people(session: Session, niks: Iterable[int]) -> dict[int, Known]:
    """What the stored rows say of people: the newest word of each, where it says something."""
    query = (
        select(ParticipationRow.nik, *(getattr(ParticipationRow, name) for name in _WORDS))
        .where(ParticipationRow.nik.in_(list(niks)))
        .order_by(ParticipationRow.nik, ParticipationRow.import_id.desc(), ParticipationRow.row.desc())
    )
    found: dict[int, list[Any]] = {}
    for nik, *said in session.execute(query):
        words = found.get(nik, ["", "", None, ""])
        found[nik] = [old or new for old, new in zip(words, said, strict=True)]
    return {nik: Known(*words) for nik, words in found.items()}
