"""People of participants sheets, counted once by NIK per month and region of every level.

One query, `_counted`, says who counts; the figures and the lists behind them are both made from it. The figures are
kept in `listed_count` at commit and can be made again at any time.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import ColumnElement, Select, delete, distinct, func, or_, select
from sqlalchemy.orm import Session

from desktop_app.domain.facts import ImportState, ListedPeople
from desktop_app.domain.nik import masked
from desktop_app.domain.records import ListedPerson
from desktop_app.domain.regions import depth, parent_code
from desktop_app.domain.scopes import Scope, shared_region
from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import SheetKind
from desktop_app.store.models import CompanyRow, ListedCountRow, ParticipationRow, SheetImportRow
from desktop_app.store.people import Known, known_people
from desktop_app.store.rows import insert_rows

_CODE_LENGTHS = (2, 5, 8, 13)
"""Characters of the code of a province, a kabupaten/kota, a kecamatan, a village."""

_AT_ONCE = 20_000
Integers = npt.NDArray[np.int64]

_ALL = ""
_EVERYBODY = frozenset({Segment.PU, Segment.BPU, Segment.JAKON})

Key = tuple[date, bool, str]
"""Month, whether the people are invented, region."""


def _counted(period: date, sample: bool, *columns: Any) -> Select[Any]:
    """Rows of people who count: active, in a list of participants of that month that stands.

    The lists are named first: joined row by row, SQLite would go through everybody of all months.
    """
    lists = select(SheetImportRow.id).where(
        SheetImportRow.state == ImportState.STORED, SheetImportRow.kind == SheetKind.PESERTA,
        SheetImportRow.period == period, SheetImportRow.sample.is_(sample),
    )  # fmt: skip
    return (
        select(*columns)
        .select_from(ParticipationRow)
        .where(ParticipationRow.import_id.in_(lists), ParticipationRow.active)
    )


def _in(region: str) -> ColumnElement[bool]:
    return or_(ParticipationRow.region == region, ParticipationRow.region.startswith(f"{region}."))


_SAMPLES = select(SheetImportRow.sample).where(SheetImportRow.kind == SheetKind.PESERTA).distinct()


def count_again(session: Session, periods: Iterable[date]) -> None:
    """Make the figures of these months anew from their rows."""
    for period in sorted(set(periods)):
        session.execute(delete(ListedCountRow).where(ListedCountRow.period == period))
        for sample in session.scalars(_SAMPLES.where(SheetImportRow.period == period)).all():
            counts = _counts(session, period, sample)
            rows = [(period, sample, region, segment, people) for (region, segment), people in sorted(counts.items())]
            columns = ("period", "sample", "region", "segment", "people")
            insert_rows(session, ListedCountRow, columns, rows)


def _counts(session: Session, period: date, sample: bool) -> Counter[tuple[str, str]]:
    """(region of every level, segment or all of them) -> people.

    People with one row are counted by their place; only those with several rows are held against each other.
    """
    wanted = (ParticipationRow.nik, ParticipationRow.region, ParticipationRow.segment)
    query = _counted(period, sample, *wanted).where(ParticipationRow.region.is_not(None))
    niks, numbers, places = _columns(session, query)
    counts: Counter[tuple[str, str]] = Counter()
    if not len(niks):
        return counts
    order = np.argsort(niks, kind="stable")
    niks, numbers = niks[order], numbers[order]
    again = niks[1:] == niks[:-1]
    several = np.append(again, False) | np.insert(again, 0, False)
    for number, people in enumerate(np.bincount(numbers[~several], minlength=len(places)).tolist()):
        if people:
            counts.update(dict.fromkeys(_keys(*places[number]), people))
    together: dict[int, set[tuple[str, str]]] = {}
    for nik, number in zip(niks[several].tolist(), numbers[several].tolist(), strict=True):
        together.setdefault(nik, set()).update(_keys(*places[number]))
    for keys in together.values():
        counts.update(keys)
    return counts


def _columns(session: Session, query: Select[Any]) -> tuple[Integers, Integers, list[tuple[str, str]]]:
    """NIK, the number of its (region, segment), and these by their number: a few thousand places for a million rows."""
    numbers: dict[tuple[str, str], int] = {}
    niks, codes = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    cursor = session.connection().execute(query).cursor
    # The driver's own rows: a million of SQLAlchemy's would take longer than reading them.
    while cursor is not None and (rows := cursor.fetchmany(_AT_ONCE)):
        found, regions, segments = zip(*rows, strict=True)
        niks.append(np.array(found, np.int64))
        pairs = zip(regions, segments, strict=True)
        codes.append(np.array([numbers.setdefault(pair, len(numbers)) for pair in pairs], np.int64))
    return np.concatenate(niks), np.concatenate(codes), list(numbers)


def _keys(region: str, segment: str) -> list[tuple[str, str]]:
    """The region and those above it, in this segment and in all."""
    codes = [region[:length] for length in _CODE_LENGTHS if length <= len(region)]
    return [(code, word) for code in codes for word in (_ALL, segment)]


def count_people(session: Session, region: str, period: date, sample: bool) -> int:
    query = _counted(period, sample, func.count(distinct(ParticipationRow.nik))).where(_in(region))
    return session.scalar(query) or 0


def people(session: Session, region: str, period: date, sample: bool, offset: int, limit: int) -> list[ListedPerson]:
    """People who count there, once each, by name."""
    name = func.max(ParticipationRow.name)
    page = (
        _counted(period, sample, ParticipationRow.nik)
        .where(_in(region))
        .group_by(ParticipationRow.nik)
        .order_by(name, ParticipationRow.nik)
        .offset(offset)
        .limit(limit)
    )
    niks = list(session.scalars(page))
    rows: dict[int, list[Any]] = {nik: [] for nik in niks}
    details = (
        _counted(period, sample, ParticipationRow, SheetImportRow.file, SheetImportRow.sheet, CompanyRow.name)
        .join(SheetImportRow, SheetImportRow.id == ParticipationRow.import_id)
        .outerjoin(CompanyRow, CompanyRow.id == ParticipationRow.company_id)
        .where(_in(region), ParticipationRow.nik.in_(niks))
        .order_by(ParticipationRow.import_id, ParticipationRow.row)
    )
    for row in session.execute(details):
        rows[row[0].nik].append(row)
    known = known_people(session, niks)
    return [_person(nik, known[nik], rows[nik]) for nik in niks]


def _person(nik: int, known: Known, rows: Sequence[Any]) -> ListedPerson:
    """The newest of the rows says where the person lives and works."""
    newest, _, _, company = rows[-1]
    return ListedPerson(
        nik=masked(f"{nik:016d}"), name=known.name, birth_date=known.birth_date, sex=known.sex,
        segments=tuple(sorted({Segment(row.segment) for row, *_ in rows})), region=newest.region,
        company=company or "", sources=tuple(f"{file}, {sheet}, baris {row.row}" for row, file, sheet, _ in rows),
    )  # fmt: skip


def listed_people(session: Session, within: str | None = None, levels: int = 4) -> list[ListedPeople]:
    """The figures, of `within` and of so many levels below it, by month and region.

    Rows that wait carry no region of their own: they count for the smallest region that holds all people of their
    sheet, and for the regions above it, even where nobody counts yet.
    """
    people, in_segments = _kept(session, within)
    waiting, complete = _of_sheets(session)
    top = depth(within) if within else 1
    keys = sorted(
        key for key in people.keys() | waiting.keys()
        if depth(key[2]) <= top + levels and (within is None or f"{key[2]}.".startswith(f"{within}."))
    )  # fmt: skip
    return [
        ListedPeople(
            region=key[2], period=key[0], sample=key[1], people=people.get(key, 0),
            by_segment=in_segments.get(key, {}), waiting=waiting.get(key, 0),
            complete_segments=(segments := _complete_in(key, complete)), complete=segments >= _EVERYBODY,
        )
        for key in keys
    ]  # fmt: skip


def _kept(session: Session, within: str | None) -> tuple[dict[Key, int], dict[Key, dict[Segment, int]]]:
    query = select(ListedCountRow)
    if within is not None:
        query = query.where(or_(ListedCountRow.region == within, ListedCountRow.region.startswith(f"{within}.")))
    people: dict[Key, int] = {}
    in_segments: dict[Key, dict[Segment, int]] = {}
    for row in session.scalars(query):
        key = (row.period, row.sample, row.region)
        if row.segment == _ALL:
            people[key] = row.people
        else:
            in_segments.setdefault(key, {})[Segment(row.segment)] = row.people
    return people, in_segments


def _of_sheets(session: Session) -> tuple[dict[Key, int], dict[tuple[date, bool], list[Scope]]]:
    """Rows that wait by month and region, and the scopes of the complete sheets of a month."""
    waiting: dict[Key, int] = {}
    complete: dict[tuple[date, bool], list[Scope]] = {}
    query = select(SheetImportRow).where(
        SheetImportRow.state == ImportState.STORED, SheetImportRow.kind == SheetKind.PESERTA
    )
    for sheet in session.scalars(query):
        if sheet.period is None:
            continue
        if sheet.complete:
            scope = Scope(frozenset(sheet.parts), frozenset(sheet.areas))
            complete.setdefault((sheet.period, sheet.sample), []).append(scope)
        code = shared_region(sheet.areas)
        while code is not None and sheet.counts["parked"]:
            key = (sheet.period, sheet.sample, code)
            waiting[key] = waiting.get(key, 0) + sheet.counts["parked"]
            code = parent_code(code)
    return waiting, complete


def _complete_in(key: Key, complete: dict[tuple[date, bool], list[Scope]]) -> frozenset[Segment]:
    scopes = complete.get(key[:2], [])
    return frozenset(Segment(part) for scope in scopes if scope.reaches(key[2]) for part in scope.parts)
