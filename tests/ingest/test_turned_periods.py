"""Indicators below each other, years or months side by side."""

from datetime import date

import pytest

from desktop_app.ingest.finding.headers import find_tables
from desktop_app.ingest.finding.turned_periods import region_named
from desktop_app.ingest.grid import Cell
from tests.ingest.grids import grid_of

Line = tuple[Cell | None, ...]
FIGURES: tuple[Line, ...] = (("Peserta PU", 10, 11, None), ("Peserta BPU", 20, 21, None))


@pytest.mark.parametrize(("header", "stated"), [
    (("Uraian", 2022, 2023, 2024), date(2023, 12, 31)),
    (("Uraian", "2022", "2023", "2024"), date(2023, 12, 31)),
    (("Uraian", "Jan", "Feb", "Mar"), date(2025, 2, 28)),
])  # fmt: skip
def test_the_newest_filled_column_is_read(header: Line, stated: date) -> None:
    [area] = find_tables(grid_of(("Peserta Kabupaten Gianyar Tahun 2025",), (), header, *FIGURES))
    assert area.turned is not None
    assert list(area.turned.grid.rows())[1:] == [["Kabupaten Gianyar", 11, 21]]
    assert area.header.stated == stated
    assert (area.turned.cell_of(1, 1), area.turned.cell_of(1, 2)) == ("C4", "C5")


def test_without_a_region_nothing_is_read() -> None:
    assert find_tables(grid_of(("Perkembangan peserta",), (), ("Uraian", 2022, 2023), *FIGURES)) == ()


@pytest.mark.parametrize(("lines", "region"), [
    (("Perkembangan Kabupaten Gianyar Tahun 2025",), "Kabupaten Gianyar"),
    (("DESA MAS KECAMATAN UBUD", "KABUPATEN GIANYAR"), "DESA MAS"),
    (("Kec. Ubud, 2025",), "Kec Ubud"),
    (("Kota Denpasar Posisi Maret 2025",), "Kota Denpasar"),
    (("Perkembangan peserta",), ""),
])  # fmt: skip
def test_the_region_of_titles(lines: tuple[str, ...], region: str) -> None:
    assert region_named(lines) == region


def test_targets_with_a_column_for_each_year() -> None:
    [area] = find_tables(
        grid_of(("TARGET UCJ 2025-2027",), ("No", "Kabupaten", 2025, 2026), (1, "Badung", "50%", "60%"))
    )
    assert area.header.labels[2] == ("Target", "2025")
