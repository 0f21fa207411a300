"""The people behind a figure: as many as it says, page by page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

import numpy as np
from sqlalchemy import Select, distinct, func, select
from sqlalchemy.orm import Session

from desktop_app.domain.breakdowns import Dimension, PeopleFilter
from desktop_app.domain.nik import masked
from desktop_app.domain.records import ListedPerson
from desktop_app.domain.regions import depth, is_within
from desktop_app.domain.segments import Segment
from desktop_app.store.codes import lies_in
from desktop_app.store.listed.counted_rows import SEXES, Rows, counted, read_rows
from desktop_app.store.listed.parts import first_of_each, labels, parts_of, settled
from desktop_app.store.models import CompanyRow, ParticipationRow, SheetImportRow
from desktop_app.store.people import known_people
from desktop_app.store.rows import chunks

EVERYBODY = PeopleFilter()


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose figure it is."""

    region: str
    period: date
    sample: bool
    only: PeopleFilter

    def rows(self, *columns: Any) -> Select[Any]:
        """Rows of the region, in the wanted segments."""
        query = counted(self.period, self.sample, *columns).where(lies_in(ParticipationRow.region, self.region))
        if self.only.segments:
            query = query.where(ParticipationRow.segment.in_(sorted(self.only.segments)))
        return query


def count_people(session: Session, region: str, period: date, sample: bool, only: PeopleFilter = EVERYBODY) -> int:
    """How many `people` there are in all: for `KEPESERTAAN` memberships, else each person once."""
    asked = Asked(region, period, sample, only)
    if only.dimension is None:
        return session.scalar(asked.rows(func.count(distinct(ParticipationRow.nik)))) or 0
    if only.dimension is Dimension.KEPESERTAAN:
        return session.scalar(select(func.count()).select_from(_memberships(asked).subquery())) or 0
    niks = set(session.scalars(asked.rows(ParticipationRow.nik).distinct())) if only.segments else None
    found = _in_part(session, asked)
    return len(found if niks is None else found & niks)


def people(
    session: Session, region: str, period: date, sample: bool, offset: int, limit: int, only: PeopleFilter = EVERYBODY
) -> list[ListedPerson]:
    """People who count there, once each, by name; for `KEPESERTAAN` once for each segment and company.

    A filter of segments and of a part asks for those who are in any of the segments, and in the part.
    """
    asked = Asked(region, period, sample, only)
    if only.dimension is Dimension.KEPESERTAAN:
        name = func.max(ParticipationRow.name)
        page = _memberships(asked).order_by(name, *_MEMBERSHIP).offset(offset).limit(limit)
        return _details(session, asked, [tuple(row) for row in session.execute(page)])
    query = asked.rows(ParticipationRow.nik).group_by(ParticipationRow.nik)
    query = query.order_by(func.max(ParticipationRow.name), ParticipationRow.nik)
    if only.dimension is None:
        niks = list(session.scalars(query.offset(offset).limit(limit)))
    else:
        chosen = _in_part(session, asked)
        niks = list(islice((nik for nik in session.scalars(query) if nik in chosen), offset, offset + limit))
    return _details(session, asked, [(nik, None, None) for nik in niks])


_COMPANY = func.coalesce(ParticipationRow.company_id, 0)
_MEMBERSHIP = (ParticipationRow.nik, ParticipationRow.segment, _COMPANY)


def _memberships(asked: Asked) -> Select[Any]:
    """Each person in a segment at a company once."""
    query = asked.rows(*_MEMBERSHIP).group_by(*_MEMBERSHIP)
    return query.where(ParticipationRow.segment == asked.only.part) if asked.only.part else query


_OF_THE_PERSON = (Dimension.KELAMIN, Dimension.UMUR)
"""What a row elsewhere may say of somebody too."""

_WIDE = 1
"""Depth of regions that hold so many of the month's rows that all of them are read."""


def _in_part(session: Session, asked: Asked) -> set[int]:
    """NIK of the people whom the count puts into the part: by the same rules, from the rows of the same people."""
    wide, dimension = depth(asked.region) <= _WIDE, asked.only.dimension
    here = lies_in(ParticipationRow.region, asked.region)
    if dimension in _OF_THE_PERSON:
        here = ParticipationRow.nik.in_(counted(asked.period, asked.sample, ParticipationRow.nik).where(here))
    rows = read_rows(session, asked.period, asked.sample, *(() if wide else (here,)))
    sizes = _sizes(session, asked, rows) if dimension is Dimension.UKURAN and not wide else None
    return set(_chosen(settled(rows, sizes), asked).niks.tolist())


def _chosen(rows: Rows, asked: Asked) -> Rows:
    inside = np.array([is_within(code, asked.region) for code in rows.codes], bool)
    rows = rows.take(inside[rows.places])
    if not len(rows):
        return rows
    starts, _ = first_of_each(rows.niks)
    words, dimension = list(rows.words), asked.only.dimension
    assert dimension is not None
    parts = parts_of(rows, starts, words)[dimension]
    label = labels(words)[dimension]
    wanted = [number for number in np.unique(parts).tolist() if label(number) == asked.only.part]
    return rows.take(starts[np.isin(parts, wanted)])


def _sizes(session: Session, asked: Asked, rows: Rows) -> dict[int, int]:
    """People employed by each of the rows' companies, wherever they live."""
    found: dict[int, int] = {}
    for some in chunks(np.unique(rows.companies[rows.companies > 0]).tolist(), 800):
        query = counted(
            asked.period, asked.sample, ParticipationRow.company_id, func.count(distinct(ParticipationRow.nik))
        ).where(ParticipationRow.company_id.in_(some), ParticipationRow.segment != Segment.BPU)
        for company, workers in session.execute(query.group_by(ParticipationRow.company_id)):
            found[company] = workers
    return found


Member = tuple[int, str | None, int | None]
"""NIK; segment and company where the list is one of memberships."""


def _details(session: Session, asked: Asked, members: Sequence[Member]) -> list[ListedPerson]:
    niks = {nik for nik, *_ in members}
    rows = _rows_of(session, asked, niks)
    said = _said(session, asked, niks)
    names = {nik: known.name for nik, known in known_people(session, niks).items()}
    return [_person(member, names[member[0]], said[member[0]], rows[member[0]]) for member in members]


def _rows_of(session: Session, asked: Asked, niks: Iterable[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    row = ParticipationRow
    query = (
        counted(
            asked.period, asked.sample, row.nik, row.segment, _COMPANY, row.region, row.row, SheetImportRow.file,
            SheetImportRow.sheet, CompanyRow.name,
        )
        .join(SheetImportRow, SheetImportRow.id == row.import_id)
        .outerjoin(CompanyRow, CompanyRow.id == row.company_id)
        .where(lies_in(ParticipationRow.region, asked.region), row.nik.in_(list(niks)))
        .order_by(row.import_id, row.row)
    )  # fmt: skip
    for each in session.execute(query):
        found.setdefault(each.nik, []).append(each)
    return found


def _said(session: Session, asked: Asked, niks: Iterable[int]) -> dict[int, tuple[str, date | None]]:
    """Sex and birth date as they are counted: the newest word of the month's rows."""
    found: dict[int, tuple[str, date | None]] = {}
    row = ParticipationRow
    query = counted(asked.period, asked.sample, row.nik, row.sex, row.birth_date).where(row.nik.in_(list(niks)))
    for nik, sex, born in session.execute(query.order_by(row.import_id, row.row)):
        old = found.get(nik, ("", None))
        found[nik] = (sex if sex in SEXES and sex else old[0], born or old[1])
    return found


def _person(member: Member, name: str, said: tuple[str, date | None], rows: Sequence[Any]) -> ListedPerson:
    """The newest of the rows says where the person lives and works."""
    nik, segment, company = member
    if segment is not None:
        rows = [row for row in rows if (row.segment, row[2]) == (segment, company)]
    newest = rows[-1]
    return ListedPerson(
        nik=masked(f"{nik:016d}"), name=name, birth_date=said[1], sex=said[0],
        segments=tuple(sorted({Segment(row.segment) for row in rows})), region=newest.region,
        company=newest.name or "", sources=tuple(f"{row.file}, {row.sheet}, baris {row.row}" for row in rows),
    )  # fmt: skip
