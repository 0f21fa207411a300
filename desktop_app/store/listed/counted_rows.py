"""Who counts: the rows of a month, as statements and as columns of numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import BigInteger, ColumnElement, Integer, Select, case, cast, func, select
from sqlalchemy.orm import Session

from desktop_app.domain.breakdowns import AGES
from desktop_app.domain.facts import ImportState
from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import SheetKind
from desktop_app.store.models import ParticipationRow, SheetImportRow

Integers = npt.NDArray[np.int64]

SEXES = ("", "L", "P")
"""By their number in a column."""

SEGMENTS = tuple(Segment)
BPU_BIT = 1 << SEGMENTS.index(Segment.BPU)

_AT_ONCE = 20_000
_SEX, _AGE, _REGION = 1 << 7, 1 << 9, 1 << 13
"""Where each part of a packed number begins: 2 bits segment, 5 bits benefits, 2 bits sex, 4 bits age, then the region."""

_CODE_CUTS = (2, 4, 6)
"""Digits before a dot in the code of a region."""


def lists_of(period: date, sample: bool) -> Select[int]:
    """The lists of participants of a month that stand."""
    return select(SheetImportRow.id).where(
        SheetImportRow.state == ImportState.STORED, SheetImportRow.kind == SheetKind.PESERTA,
        SheetImportRow.period == period, SheetImportRow.sample.is_(sample),
    )  # fmt: skip


def counted(period: date, sample: bool, *columns: Any) -> Select[Any]:
    """Rows of people who count: active, of a known place, in a list of participants of that month that stands.

    The lists are named first: joined row by row, SQLite would go through everybody of all months.
    """
    return (
        select(*columns)
        .select_from(ParticipationRow)
        .where(
            ParticipationRow.import_id.in_(lists_of(period, sample)),
            ParticipationRow.active,
            ParticipationRow.region.is_not(None),
        )
    )


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of people as columns of numbers, one entry each, in the order of their import.

    `places` are indexes of `codes`, which are sorted; `segments` and `benefits` bit sets; `sexes` indexes of `SEXES`;
    `ages` 0 (unknown), 1 (below the first band) and so on; `companies` numbers of the store (0: none); `sizes` the band
    of the company (0: unknown, 1 the smallest; -1: in no employment relation); `funds` indexes of `words`.
    """

    niks: Integers
    places: Integers
    segments: Integers
    benefits: Integers
    sexes: Integers
    ages: Integers
    companies: Integers
    sizes: Integers
    funds: Integers
    codes: tuple[str, ...]
    words: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.niks)

    def take(self, chosen: npt.NDArray[Any]) -> "Rows":
        """Some of the rows: a mask, or indexes."""
        columns = {name: getattr(self, name)[chosen] for name in _COLUMNS}
        return Rows(codes=self.codes, words=self.words, **columns)


_COLUMNS = ("niks", "places", "segments", "benefits", "sexes", "ages", "companies", "sizes", "funds")


def read_rows(session: Session, period: date, sample: bool, *conditions: ColumnElement[bool]) -> Rows:
    """The counted rows of a month. `sizes` are not known yet."""
    company = func.coalesce(ParticipationRow.company_id, 0)
    query = counted(period, sample, ParticipationRow.nik, _packed(period), company, ParticipationRow.fund)
    query = query.where(*conditions).order_by(ParticipationRow.import_id, ParticipationRow.row)
    words = {"": 0}
    niks, packed, companies, funds = fetched(session, query, words)
    places, codes = regions_of(packed // _REGION)
    return Rows(
        niks=niks, places=places, segments=np.int64(1) << (packed & 3), benefits=(packed >> 2) & 31,
        sexes=(packed // _SEX) & 3, ages=(packed // _AGE) & 15, companies=companies, sizes=np.zeros_like(niks),
        funds=funds, codes=codes, words=tuple(words),
    )  # fmt: skip


def fetched(session: Session, query: Select[Any], words: dict[str, int] | None = None) -> list[Integers]:
    """The columns of a query; with `words` its last column is of texts, and becomes their numbers there.

    They are the driver's own rows: a million of SQLAlchemy's would take longer than reading them.
    """
    batches: list[list[Integers]] = []
    cursor = session.connection().execute(query).cursor
    while cursor is not None and (rows := cursor.fetchmany(_AT_ONCE)):
        columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
        if words is not None:
            columns[-1] = _numbered(columns[-1], words)
        batches.append([np.array(column, np.int64) for column in columns])
    if not batches:
        return [np.empty(0, np.int64) for _ in query.selected_columns]
    return [np.concatenate(column) for column in zip(*batches, strict=True)]


def _numbered(texts: Sequence[str], words: dict[str, int]) -> Sequence[int]:
    for text in sorted(set(texts)):
        words.setdefault(text, len(words))
    return list(map(words.__getitem__, texts))


def _packed(period: date) -> ColumnElement[int]:
    """All that is small, in one number: reading is what takes the time."""
    row = ParticipationRow
    sex = case({word: place for place, word in enumerate(SEXES) if word}, value=row.sex, else_=0)
    small = segment_number() + cast(row.benefits, Integer) * 4 + sex * _SEX + _age(period) * _AGE
    return region_number() * _REGION + small


def region_number() -> ColumnElement[int]:
    """“51.05.01.2001” -> 5105012001."""
    return cast(func.replace(ParticipationRow.region, ".", ""), BigInteger)


def segment_number() -> ColumnElement[int]:
    """The index of the row's segment in `SEGMENTS`."""
    numbers = {each.value: place for place, each in enumerate(SEGMENTS)}
    return case(numbers, value=ParticipationRow.segment, else_=0)


def _age(period: date) -> ColumnElement[int]:
    """0 where it is not known, else how many of the lower ends of `AGES` are reached on that day, and one."""
    born = ParticipationRow.birth_date
    steps = [(born <= _latest_birth(age, period), place + 2) for place, age in reversed(list(enumerate(AGES)))]
    return case((born.is_(None), 0), *steps, else_=1)


def _latest_birth(age: int, on: date) -> date:
    """The last day of birth of those who are `age` years old on the day `on`."""
    try:
        return on.replace(year=on.year - age)
    except ValueError:
        # 29 February of a year that has none.
        return (on - timedelta(days=1)).replace(year=on.year - age)


def regions_of(numbers: Integers) -> tuple[Integers, tuple[str, ...]]:
    """5105012001 -> the place of “51.05.01.2001” among the sorted codes."""
    different, places = np.unique(numbers, return_inverse=True)
    codes = [_dotted(number) for number in different.tolist()]
    order = sorted(range(len(codes)), key=codes.__getitem__)
    rank = np.empty(len(codes), np.int64)
    rank[order] = np.arange(len(codes))
    return rank[places], tuple(codes[place] for place in order)


def _dotted(number: int) -> str:
    digits = str(number)
    cuts = [0, *(cut for cut in _CODE_CUTS if cut < len(digits)), len(digits)]
    return ".".join(digits[start:end] for start, end in pairwise(cuts))
