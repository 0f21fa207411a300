"""A list of those who left is told from one of those who work by its rows."""

import pytest

from desktop_app.domain.sheets import SheetKind, silent
from desktop_app.ingest.reading import read_workbook
from desktop_app.ingest.regions.places import Places
from tests.ingest.conftest import Write

HEADER = ("No", "NIK", "Nama", "Tanggal Lahir", "Nama Perusahaan", "Tgl Keluar")


@pytest.mark.parametrize(
    ("ends", "kind", "active"),
    [
        (("", "01-02-2025", "", ""), SheetKind.PESERTA, 3),
        (("-", "-", "31-12-9999", "00-00-0000"), SheetKind.PESERTA, 4),
        (("01-02-2025", "02-02-2025", "03-02-2025", "04-02-2025"), SheetKind.NONAKTIF, 0),
    ],
)
def test_an_end_in_nearly_every_row_makes_the_list(
    write: Write, places: Places, ends: tuple[str, ...], kind: SheetKind, active: int
) -> None:
    rows = [
        (number, f"510501410190900{number}", f"Ni Contoh {number}", "01-01-1990", "PT Contoh", end)
        for number, end in enumerate(ends, 1)
    ]
    [table] = read_workbook(write(("per 31 Maret 2025",), HEADER, *rows), places, silent).tables
    assert table.kind is kind
    assert sum(person.active for person in table.rows) == active  # type: ignore[union-attr]
