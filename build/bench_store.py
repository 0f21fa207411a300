"""Fills a store with invented participations for measuring: twelve months of lists over the villages of Bali."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import repeat

import numpy as np
import numpy.typing as npt
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.domain.facts import ImportState
from desktop_app.domain.periods import end_of_month
from desktop_app.domain.regions import depth
from desktop_app.domain.segments import Sector, Segment
from desktop_app.domain.sheets import SheetKind
from desktop_app.operations.workspace import Workspace
from desktop_app.store import listed, regions
from desktop_app.store.models import (
    BaseValueRow,
    CompanyRow,
    ParticipationRow,
    SheetImportRow,
    TargetRow,
    WorkerBaseRow,
)
from desktop_app.store.rows import insert_rows

PROVINCE = "51"
MONTHS = tuple(end_of_month(date(2025, month, 1)) for month in range(1, 13))
_BASE = "Penyebut contoh"
_WHEN = datetime(2026, 1, 5, 8, 0)
_COMPANIES = 5000
_AT_ONCE = 100_000
_LEAVE, _MOVE, _TWICE = 0.02, 0.01, 0.05
"""Shares of people who come or go from month to month, who move, and who stand in two rows."""

_COLUMNS = (
    "import_id", "row", "nik", "name", "kpj", "birth_date", "sex", "company_id", "region", "segment", "benefits",
    "active", "fund",
)  # fmt: skip
_FUNDS = ("", "", "", "APBD Kabupaten", "CSR")
Integers = npt.NDArray[np.int64]


def fill(workspace: Workspace, rows: int) -> bool:
    """Store `rows` participations and count them, unless the store has some already; says whether it did."""
    with workspace.sessions() as session:
        if session.scalar(select(func.count()).select_from(SheetImportRow)):
            return False
        villages = [each.code for each in regions.all_regions(session, PROVINCE) if depth(each.code) == 4]
    with workspace.sessions.begin() as session:
        _companies(session)
        _reference(session)
        for number, month in enumerate(MONTHS):
            _month(session, month, number, rows // len(MONTHS), sorted(villages))
    with workspace.sessions.begin() as session:
        listed.count_again(session, MONTHS)
    return True


def _import(session: Session, kind: SheetKind, month: date | None, parts: list[str]) -> int:
    row = SheetImportRow(
        file=f"contoh {kind.value} {month}.xlsx", sha256=f"{kind.value}{month}", sheet="Lembar1", place="A2",
        kind=kind.value, period=month, sender="Contoh", complete=True, parts=parts, areas=[PROVINCE], replaces=[],
        sample=False, columns={}, counts={"new": 0, "parked": 0}, returned="", imported_at=_WHEN, imported_by="contoh",
        state=ImportState.STORED.value, replaced_by=None,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row.id


def _companies(session: Session) -> None:
    rows = [(number, f"CT{number:06d}", f"PT Contoh {number}") for number in range(1, _COMPANIES + 1)]
    insert_rows(session, CompanyRow, ("id", "npp", "name"), rows)


def _reference(session: Session) -> None:
    """A base for every region of the province, and a target for the province."""
    base = WorkerBaseRow(
        import_id=_import(session, SheetKind.PENYEBUT, MONTHS[0], []), name=_BASE, document="Contoh", as_of=MONTHS[0]
    )
    session.add(base)
    session.flush()
    values = [
        (base.id, code, sector.value, row, 1000 * 10 ** (5 - depth(code)), "")
        for row, code in enumerate(sorted(each.code for each in regions.all_regions(session, PROVINCE)), 5)
        for sector in Sector
    ]
    insert_rows(session, BaseValueRow, ("base_id", "region", "sector", "row", "workers", "note"), values)
    target = TargetRow(
        import_id=_import(session, SheetKind.TARGET, None, []), row=5, region=PROVINCE, sector=Sector.SEMUA.value,
        year=MONTHS[0].year, share=0.6728, document="Contoh", note="", people=None, base_name="", version=1, split_of="",
    )  # fmt: skip
    session.add(target)
    session.flush()


def _month(session: Session, month: date, number: int, count: int, villages: list[str]) -> None:
    """People by running number: the first of them have left, as many new ones have come."""
    import_id = _import(session, SheetKind.PESERTA, month, [Segment.PU.value, Segment.BPU.value, Segment.JAKON.value])
    gone = int(_LEAVE * number * count)
    people = gone + np.arange(count, dtype=np.int64)
    again = int(_TWICE * count)
    people[count - again :] = people[:again]
    for first in range(0, count, _AT_ONCE):
        rows = _rows(import_id, first, people[first : first + _AT_ONCE], number, villages)
        insert_rows(session, ParticipationRow, _COLUMNS, list(rows))


def _rows(
    import_id: int, first: int, people: Integers, month: int, villages: list[str]
) -> Iterator[tuple[object, ...]]:
    draw = np.random.default_rng(first * 100 + month)
    home = people * 7919 % len(villages)
    home = np.where(draw.random(len(people)) < _MOVE, (home + 1) % len(villages), home)
    segments = np.array([Segment.PU, Segment.PU, Segment.PU, Segment.BPU, Segment.BPU, Segment.JAKON])
    segment = segments[(people * 31 + draw.integers(0, 50, len(people)) // 49) % len(segments)].tolist()
    companies = np.where(np.array(segment) == Segment.BPU, 0, 1 + people * people % _COMPANIES).tolist()
    births = _births(people)
    return zip(
        repeat(import_id), range(first, first + len(people)), _niks(people), (f"Contoh {n}" for n in people.tolist()),
        repeat(""), births, ("L" if n % 2 else "P" for n in people.tolist()), (each or None for each in companies),
        (villages[place] for place in home.tolist()), (str(each) for each in segment),
        (3 + 4 * (n % 3 == 0) for n in people.tolist()), repeat(True),
        (_FUNDS[n % len(_FUNDS)] for n in people.tolist()), strict=False,
    )  # fmt: skip


def _births(people: Integers) -> list[date]:
    days = date(1961, 1, 1).toordinal() + people * 37 % (48 * 365)
    return [date.fromordinal(day) for day in days.tolist()]


def _niks(people: Integers) -> list[int]:
    """Sixteen digits, each person another; scattered as real ones are."""
    niks: list[int] = (5_101_010_000_000_000 + people * 6_364_136_233 % 9_000_000_000_000).tolist()
    return niks
