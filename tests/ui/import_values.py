"""Reports of imports, made by hand: what the steps of the page Impor show, without a file or a database."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.domain.questions import Asks, Candidate, Question
from desktop_app.domain.sheets import Column, Counts, SheetKind, Table
from desktop_app.operations.import_sheet import ImportReport, ImportRequest, TableReport
from desktop_app.ui.pages.import_flow import Work

COLUMNS = (
    Column("A", "NO", "no", 1.0, ("1", "2", "3")),
    Column("B", "N I K", "nik", 0.99, ("5103••••••••9001",)),
    Column("C", "NAMA LENGKAP", "name", 0.8, ("Ni Wayan Contoh",)),
    Column("D", "TGL", "birth_date", 0.4, ("03/04/1990",), "hari lebih dulu: 03/04/1990 = 3 April 1990"),
    Column("E", "KET", "", 0.0, ("grace",)),
)
SELAT = Question(
    Asks.PLACE, "desa:selat", "desa", "Selat", "DESA/KEL", 38, 5, "“Selat” dapat berarti 7 tempat: Desa Selat …",
    (
        Candidate("51.03.06.2001", "Desa Selat (Kecamatan Abiansemal, Kabupaten Badung)", "27 tetangga di lembar ini"),
        Candidate("51.05.04.2002", "Desa Selat (Kecamatan Klungkung, Kabupaten Klungkung)"),
    ),
)  # fmt: skip
GRACE = Question(
    Asks.VALUE, "status:grace", "status", "GRACE", "STATUS", 4, 9, "“GRACE” di kolom STATUS belum dikenali.",
    (Candidate("aktif", "Aktif"), Candidate("nonaktif", "Tidak aktif")),
)  # fmt: skip


def table(key: str = "Maret!A4", **changes: Any) -> Table:
    sheet = key.partition("!")[0]
    made = Table(
        sheet=sheet, kind=SheetKind.PESERTA, header_rows=(4,), first_row=5, last_row=104, columns=COLUMNS,
        period=date(2025, 3, 31), titles=("KANTOR CABANG CONTOH", "DAFTAR PESERTA BPU"), key=key, data_rows=100,
        fingerprint="abc",
    )  # fmt: skip
    return replace(made, **changes)


def report(*tables: Table, **changes: Any) -> ImportReport:
    reports = tuple(TableReport(table=each, counts=Counts(new=each.data_rows), already=False) for each in tables)
    made = ImportReport(file="peserta.xlsx", sha256="0", size=1000, stored=False, tables=reports, draft="d")
    return replace(made, **changes)


def work(*tables: Table, **changes: Any) -> Work:
    """A workbook that was just checked; one table of people where none is given."""
    request = ImportRequest(path=Path("peserta.xlsx"))
    return Work(request, request, report(*(tables or (table(),)), **changes))
