"""Headings between the rows of a list: place, employer and segment of the people below them."""

import pytest

from desktop_app.domain.sheets import Table
from desktop_app.ingest.regions.places import Places
from tests.ingest.conftest import Write
from tests.ingest.grids import NIK
from tests.ingest.test_participants import people, read

TITLE, HEADER = ("DAFTAR PESERTA KABUPATEN GIANYAR",), ("No", "NIK", "Nama")


def one(number: int) -> tuple[object, ...]:
    return number, f"{NIK}{9000 + number}", f"Ni Contoh {number}"


def regions(table: Table) -> list[str | None]:
    return [row.region for row in people(table)]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("KECAMATAN UBUD",), one(1), ("KECAMATAN SUKAWATI",), one(2)], ["51.04.05", "51.04.01"]),
        ([("I", "KECAMATAN UBUD"), one(1), ("II", "KEC. SUKAWATI (1 orang)"), one(2)], ["51.04.05", "51.04.01"]),
        ([("Kec. Ubud",), ("Desa Mas",), one(1), ("Desa Peliatan",), one(2)], ["51.04.05.2002", "51.04.05.2006"]),
        ([("Kec. Ubud",), ("Desa Mas",), one(1), ("Kec. Sukawati",), one(2)], ["51.04.05.2002", "51.04.01"]),
        ([("UBUD",), one(1), ("SUKAWATI",), one(2)], ["51.04.05", "51.04.01"]),
        ([(None, None, "KECAMATAN UBUD"), one(1), one(2)], ["51.04.05", "51.04.05"]),
        (
            [("KAB. GIANYAR - KEC. UBUD",), one(1), ("Kecamatan Sukawati Kabupaten Gianyar",), one(2)],
            ["51.04.05", "51.04.01"],
        ),
        ([("Desa Mas, Kec. Ubud (lanjutan)",), one(1), one(2)], ["51.04.05.2002", "51.04.05.2002"]),
        # a signature's place and day
        ([("KECAMATAN UBUD",), one(1), ("Kota Denpasar, 31 Maret 2025",), one(2)], ["51.04.05", "51.04.05"]),
        # a name that nobody knows is not the one before
        ([("KECAMATAN UBUD",), one(1), ("KECAMATAN ENTAH",), one(2)], ["51.04.05", "51.04"]),
        # neither a banjar nor a remark names a place
        ([("BANJAR CONTOH",), one(1), ("belum lengkap",), one(2)], ["51.04", "51.04"]),
        # below a sum the heading still holds
        ([("KECAMATAN UBUD",), one(1), ("Jumlah Kecamatan Ubud", 1), one(2)], ["51.04.05", "51.04.05"]),
    ],
)
def test_a_place_over_its_people(
    write: Write, places: Places, rows: list[tuple[object, ...]], found: list[str]
) -> None:
    table = read(write(TITLE, HEADER, *rows), places)
    assert regions(table) == found
    assert (table.parked, table.refused) == (0, 0)


def test_a_village_is_looked_for_in_the_kecamatan_above(write: Write, places: Places) -> None:
    """There are two villages called Bunutin in Bangli, in Bangli and in Kintamani."""
    rows = [
        ("KECAMATAN KINTAMANI",),
        (*one(1), "Bunutin"),
        ("KECAMATAN BANGLI",),
        (*one(2), "Bunutin"),
        (*one(3), "Entah"),
    ]
    table = read(write(("PESERTA KABUPATEN BANGLI",), (*HEADER, "Desa"), *rows), places)
    assert [(region or "")[:8] for region in regions(table)] == ["51.06.04", "51.06.02", "51.06.02"]
    assert [(row.row, row.warn) for row in people(table) if row.warn] == [(7, ("region_unknown",))]


def test_a_row_with_a_place_of_its_own_keeps_it(write: Write, places: Places) -> None:
    rows = [("KECAMATAN UBUD",), (*one(1), "Sukawati"), (*one(2), None)]
    table = read(write(TITLE, (*HEADER, "Kecamatan"), *rows), places)
    assert regions(table) == ["51.04.01", "51.04.05"]


def test_employers_and_segments(write: Write, places: Places) -> None:
    rows = [
        ("A. Penerima Upah",),
        ("PT Contoh Rekaan (NPP: CT000101)",),
        one(1),
        ("CV Contoh Lain",),
        one(2),
        ("B. BPU",),
        one(3),
    ]
    table = read(write(TITLE, HEADER, *rows), places)
    assert [row.segment.value for row in people(table)] == ["PU", "PU", "BPU"]
    assert [(row.npp, row.company) for row in people(table)][:2] == [
        ("CT000101", "PT Contoh Rekaan"),
        ("", "CV Contoh Lain"),
    ]


def test_a_person_without_nik_is_no_heading(write: Write, places: Places) -> None:
    table = read(write(TITLE, HEADER, one(1), (2, None, "Pd. Contoh"), (3, None, "Desak Contoh"), one(4)), places)
    assert table.parked == 2


@pytest.mark.parametrize("number", [(), ("I",)])
def test_a_kecamatan_over_the_villages_of_a_recap(write: Write, places: Places, number: tuple[str, ...]) -> None:
    rows = [(*number, "KECAMATAN KINTAMANI"), (1, "Bunutin", 1, 2), (*number, "KECAMATAN BANGLI"), (1, "Bunutin", 3, 4)]
    table = read(write(("REKAP PESERTA KABUPATEN BANGLI",), ("No", "Desa", "PU", "BPU"), *rows), places)
    assert [(value.row, value.region[:8]) for value in table.region_values] == [(4, "51.06.04"), (6, "51.06.02")]
