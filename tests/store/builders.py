"""Short ways to say tables and how they came; the people in them are invented."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy.orm import Session

from desktop_app.domain.people import person_values
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.scopes import scope_of
from desktop_app.domain.segments import Measure, Sector
from desktop_app.domain.sheets import (
    BaseValue,
    Column,
    Participant,
    Problem,
    ProblemState,
    RecapFigure,
    SheetKind,
    SheetRow,
    Table,
    TargetValue,
)
from desktop_app.store import imports
from desktop_app.store.imports import Arrival, StoredTable
from desktop_app.store.incoming import memory_rows

REGIONS = [
    Region("51", "Bali", Level.PROVINSI),
    Region("51.04", "Kabupaten Gianyar", Level.KABUPATEN),
    Region("51.05", "Kabupaten Klungkung", Level.KABUPATEN),
    Region("51.05.01", "Nusa Penida", Level.KECAMATAN),
    Region("51.05.01.2001", "Sakti", Level.DESA),
    Region("51.05.01.2002", "Bunga Mekar", Level.DESA),
    Region("51.05.03", "Klungkung", Level.KECAMATAN),
    Region("51.05.03.1001", "Semarapura Kaja", Level.KELURAHAN),
    Region("51.07", "Kabupaten Karangasem", Level.KABUPATEN),
    Region("51.07.06", "Selat", Level.KECAMATAN),
    Region("51.07.06.2001", "Selat", Level.DESA),
]
SAKTI, BUNGA_MEKAR, KAJA, SELAT = "51.05.01.2001", "51.05.01.2002", "51.05.03.1001", "51.07.06.2001"
JANUARY, FEBRUARY = date(2026, 1, 31), date(2026, 2, 28)
NIK_1, NIK_2, NIK_3 = "5105010101900001", "5105010202910002", "5105014303920003"


def table(
    kind: SheetKind, rows: Iterable[SheetRow], *, period: date | None = JANUARY, sheet: str = "Lembar1", parked: int = 0,
    first_row: int = 5, base_name: str = "", sample: bool = False,
) -> Table:  # fmt: skip
    rows = tuple(rows)
    waits = Problem(sheet, 99, "NIK", "123", "nik", "NIK bukan 16 angka.", "Lengkapi NIK.", ProblemState.PARKED)
    return Table(
        sheet=sheet, kind=kind, header_rows=(first_row - 1,), first_row=first_row, last_row=first_row + len(rows),
        columns=(Column("A", "NIK", "nik", 1.0),), period=period, rows=rows, data_rows=len({r.row for r in rows}),
        parked=parked, not_data=2, problems=(waits,) * parked, base_name=base_name, document="Surat", sample=sample,
    )  # fmt: skip


def people(*rows: Participant, period: date = JANUARY, parked: int = 0, sample: bool = False) -> Table:
    return table(SheetKind.PESERTA, rows, period=period, parked=parked, sample=sample)


def recap(figures: dict[str, int], *, period: date = JANUARY, first_row: int = 5) -> Table:
    rows = [
        RecapFigure(row, f"D{row}", region, Measure.TOTAL, count, None, None)
        for row, (region, count) in enumerate(figures.items(), first_row)
    ]
    return table(SheetKind.REKAP, rows, period=period, first_row=first_row)


def base(name: str, workers: dict[str, int], note: str = "") -> Table:
    rows = [BaseValue(row, region, Sector.SEMUA, n, note) for row, (region, n) in enumerate(workers.items(), 5)]
    return table(SheetKind.PENYEBUT, rows, base_name=name)


def target(share: float, *, year: int = 2026, document: str = "Sekda") -> Table:
    row = TargetValue(5, "51", Sector.SEMUA, year, share, document)
    return table(SheetKind.TARGET, [row], period=None)


def arrival(of: Table, file: str, **how: object) -> Arrival:
    """How `of` came in `file`, whose name stands for its content too; `sender` Cabang and partial unless said."""
    told: dict[str, object] = {"sender": "Cabang", "complete": False, "scope": scope_of(of), "replaces": (), **how}
    return Arrival(file=file, sha256=file, by="petugas", at=datetime(2026, 2, 3, 8, 0), **told)  # type: ignore[arg-type]


def store_table(session: Session, table: Table, arrival: Arrival) -> StoredTable:
    """Store a table whose people are among its rows."""
    companies: dict[tuple[str, str], int] = {}
    rows = [
        (0, person_values(row, companies.setdefault((row.npp, row.company), len(companies) + 1)))
        for row in table.rows if isinstance(row, Participant)
    ]  # fmt: skip
    with memory_rows(session, rows, {words: number for words, number in companies.items() if any(words)}):
        return imports.store_table(session, table, arrival, 0, table.problems)
