"""Short ways to fill a workspace with figures; all people, recaps and bases made here are invented."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from desktop_app.domain.segments import Sector, Segment
from desktop_app.operations.edit_reference import BaseEdit, TargetEdit, save_base, save_target
from desktop_app.operations.import_sheet import ImportRequest, import_sheet
from desktop_app.operations.workspace import Workspace

JANUARY, FEBRUARY, MARCH = date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)
NAMES = {
    "51": "Provinsi Bali", "51.04": "Kabupaten Gianyar", "51.05": "Kabupaten Klungkung", "51.06": "Kabupaten Bangli",
    "51.05.01": "Kecamatan Nusa Penida", "51.05.02": "Kecamatan Banjarangkan", "51.05.03": "Kecamatan Klungkung",
    "51.05.04": "Kecamatan Dawan",
}  # fmt: skip
PLACES = {
    "51.05.01.2001": ("Sakti", "Nusa Penida", "Kabupaten Klungkung"),
    "51.05.01.2016": ("Bunga Mekar", "Nusa Penida", "Kabupaten Klungkung"),
    "51.05.03.2016": ("Selat", "Klungkung", "Kabupaten Klungkung"),
}
Person = tuple[int, str, str]
"""Number, segment, village."""


def nik(number: int) -> str:
    return f"510501{1 + number % 28:02d}0190{number:04d}"


def bring(workspace: Workspace, path: Path, rows: Iterable[Iterable[object]], request: ImportRequest) -> int:
    """The number of the import of one sheet."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(path)
    report = import_sheet(workspace, request)
    assert report.counts.stored, [problem.message for problem in report.problems]
    [table] = report.tables
    assert table.import_id is not None
    return table.import_id


def recap(
    workspace: Workspace, folder: Path, month: date, people: Mapping[str, int], base: str = "UCJ", **columns: int
) -> int:
    """A recap of active people by region; `columns`: further ones (“Jakon”), the same for every region."""
    path = folder / f"rekap-{month}-{len(list(folder.iterdir()))}.xlsx"
    header = ("Wilayah", "Jumlah Peserta Aktif", "Nama Penyebut", *columns)
    rows = [(NAMES[code], count, base, *columns.values()) for code, count in people.items()]
    request = ImportRequest(path=path, period=month)
    return bring(workspace, path, [("REKAP PESERTA AKTIF",), header, *rows], request)


def people(
    workspace: Workspace, folder: Path, month: date, persons: Iterable[Person], *, region: str = "51.05",
    complete: bool = True,
) -> int:  # fmt: skip
    """A list of people by number, segment and village; complete for the regency unless said otherwise."""
    path = folder / f"peserta-{month}-{len(list(folder.iterdir()))}.xlsx"
    rows = [(nik(number), f"Ni Rekaan {number}", segment, *PLACES[village]) for number, segment, village in persons]
    header = ("NIK", "Nama Lengkap", "Segmen", "Desa/Kelurahan", "Kecamatan", "Kabupaten/Kota")
    segments = (Segment.PU, Segment.BPU, Segment.JAKON) if complete else ()
    request = ImportRequest(
        path=path, period=month, complete=complete, region=region if complete else "", segments=segments,
        sender="Cabang rekaan",
    )  # fmt: skip
    return bring(workspace, path, [header, *rows], request)


def base(workspace: Workspace, workers: Mapping[str, int], name: str = "UCJ", sector: Sector = Sector.SEMUA) -> None:
    values: dict[tuple[str, Sector], int | None] = {(code, sector): count for code, count in workers.items()}
    save_base(workspace, BaseEdit(name=name, document=f"Surat {name}", as_of=date(2025, 12, 31), values=values))


def target(workspace: Workspace, code: str, share: float, year: int = 2026, document: str = "Surat target") -> None:
    edit = TargetEdit(
        region=code, sector=Sector.SEMUA, year=year, share=share, people=None, base="", document=document
    )  # fmt: skip
    save_target(workspace, edit)
