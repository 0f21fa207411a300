"""What a newer list says otherwise than those whose place it takes: who came, went, moved, or is enrolled otherwise."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, distinct, exists, func, select
from sqlalchemy.orm import Session

from desktop_app.domain.records import ListChanges
from desktop_app.store.incoming import PERSON
from desktop_app.store.models import ParticipationRow


def changes(session: Session, tab: int, replaced: Sequence[int]) -> ListChanges:
    """People of the incoming table `tab` against the rows of the imports `replaced`, each counted once by NIK."""
    mine = PERSON.c.tab == tab
    old = ParticipationRow.import_id.in_(replaced)
    same_person = exists().where(old, ParticipationRow.nik == PERSON.c.nik)
    same_place = exists().where(old, ParticipationRow.nik == PERSON.c.nik, _same("region"))
    same_terms = exists().where(
        old, ParticipationRow.nik == PERSON.c.nik, _same("segment"), _same("benefits"), _is_active()
    )
    here = exists().where(mine, PERSON.c.nik == ParticipationRow.nik)
    gone = select(func.count(distinct(ParticipationRow.nik))).where(old, ~here)
    return ListChanges(
        joined=_count(session, mine, ~same_person), left=session.scalar(gone) or 0,
        moved=_count(session, mine, same_person, ~same_place),
        changed=_count(session, mine, same_place, ~same_terms),
    )  # fmt: skip


def _same(name: str) -> ColumnElement[bool]:
    column: ColumnElement[bool] = getattr(ParticipationRow, name).is_not_distinct_from(PERSON.c[name])
    return column


def _is_active() -> ColumnElement[bool]:
    return ParticipationRow.active == (PERSON.c.active == 1)


def _count(session: Session, *conditions: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count(distinct(PERSON.c.nik))).where(*conditions)) or 0
