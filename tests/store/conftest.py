"""A real SQLite database with the regions of two regencies, and short ways to make tables of sheets."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop_app.domain.regions import Level, Region
from desktop_app.domain.scopes import scope_of
from desktop_app.domain.segments import Measure, Segment
from desktop_app.domain.sheets import Participant, RecapFigure, SheetKind, Table
from desktop_app.store.database import Sessions, open_database
from desktop_app.store.imports import Arrival
from desktop_app.store.regions import load_regions

JANUARY = date(2026, 1, 31)
VILLAGES = ("51.05.01.2001", "51.05.01.2002", "51.05.02.2001", "51.07.01.2001")
REGIONS = (
    Region("51", "Bali", Level.PROVINSI),
    Region("51.05", "Kabupaten Klungkung", Level.KABUPATEN),
    Region("51.05.01", "Nusa Penida", Level.KECAMATAN),
    Region("51.05.02", "Banjarangkan", Level.KECAMATAN),
    Region("51.07", "Kabupaten Karangasem", Level.KABUPATEN),
    Region("51.07.01", "Rendang", Level.KECAMATAN),
    *(Region(code, f"Desa {code}", Level.DESA) for code in VILLAGES),
)


def fresh(path: Path) -> Sessions:
    sessions = open_database(path)
    with sessions.begin() as session:
        load_regions(session, REGIONS, {})
    return sessions


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[Sessions]:
    opened = fresh(tmp_path / "cakupan.db")
    yield opened
    opened.close()


def person(row: int, nik: int, name: str, region: str | None, segment: Segment = Segment.BPU) -> Participant:
    return Participant(row, f"{5105010101900000 + nik}", name, region=region, segment=segment)


def people_table(rows: Sequence[Participant]) -> Table:
    return Table(
        sheet="Lembar", kind=SheetKind.PESERTA, header_rows=(1,), first_row=2, last_row=1 + len(rows), columns=(),
        period=JANUARY, rows=tuple(rows), data_rows=len(rows),
    )  # fmt: skip


def recap_table(figures: dict[str, int]) -> Table:
    rows = [
        RecapFigure(row, f"C{row}", region, Measure.TOTAL, people, None, None)
        for row, (region, people) in enumerate(figures.items(), start=2)
    ]
    return Table(
        sheet="Rekap", kind=SheetKind.REKAP, header_rows=(1,), first_row=2, last_row=1 + len(rows), columns=(),
        period=JANUARY, rows=tuple(rows), data_rows=len(rows),
    )  # fmt: skip


def arrival(number: int, table: Table, *, sender: str = "Cabang", complete: bool = False) -> Arrival:
    """How the `number`th workbook comes in: each is another file."""
    return Arrival(
        file=f"{number}.xlsx", sha256=f"{number:064d}", sender=sender, complete=complete, scope=scope_of(table),
        by="Penguji", at=datetime(2026, 2, 1, 8, number),
    )  # fmt: skip
