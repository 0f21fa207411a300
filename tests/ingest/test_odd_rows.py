"""Rows of a list of people without a NIK: what stands between pages, and people who wait."""

import pytest

from desktop_app.ingest.regions.places import Places
from tests.ingest.conftest import Write
from tests.ingest.grids import NIK
from tests.ingest.test_participants import people, read

TITLE = ("DAFTAR PESERTA KABUPATEN GIANYAR", None, "Maret 2025")
HEADER = ("No", "NIK", "Nama", "Kecamatan")


def one(number: int) -> tuple[object, ...]:
    return number, f"{NIK}{9000 + number}", f"Ni Contoh {number}", "Ubud"


@pytest.mark.parametrize(
    "row",
    [
        (None, None, "Halaman 2 dari 3"),
        (None, None, None, "Hal. 2/3"),
        ("SIPP Online", None, None, "Halaman 2"),
        (None, None, "lanjutan"),
        (None, None, "- 3 -"),
        ("-", "-", "-", "-"),
        ("...", "...", "...", "..."),
        TITLE,
        (None, None, "DAFTAR PESERTA KABUPATEN GIANYAR"),
        ("Dicetak oleh: Admin", None, None, "02-04-2025"),
        (None, None, "NIP. 197001011995031001"),
    ],
)
def test_between_the_pages_stands_nobody(write: Write, places: Places, row: tuple[object, ...]) -> None:
    table = read(write(TITLE, HEADER, one(1), row, one(2)), places)
    assert [person.row for person in people(table)] == [3, 5]
    assert (table.parked, table.refused, table.not_data) == (0, 0, 3)


@pytest.mark.parametrize(
    "row", [(None, None, "Ni Luh Contoh"), (2, None, "Ni Luh Contoh"), (None, "-", "Ni Luh Contoh", "Ubud")]
)
def test_a_name_between_people_waits(write: Write, places: Places, row: tuple[object, ...]) -> None:
    table = read(write(TITLE, HEADER, one(1), row, one(2)), places)
    assert (table.data_rows, table.parked) == (2, 1)


def test_the_last_person_waits_directly_below_the_others(write: Write, places: Places) -> None:
    """Without a number of its own; what stands below a blank row may be a signature."""
    signed = [("Mengetahui", None, "Dibuat oleh"), ("Camat", None, "Staf"), ("I Made Contoh", None, "Ni Luh Misal")]
    table = read(write(HEADER[1:], one(1)[1:], (None, "Ni Luh Contoh", "Ubud"), (), *signed), places)
    assert [problem.row for problem in table.problems if problem.code == "nik_blank"] == [3]
    assert (table.data_rows, table.parked, table.not_data) == (1, 1, 4)
