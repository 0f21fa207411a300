"""The list of location codes beside a SIPP sheet, in the forms that it comes in."""

import pytest

from desktop_app.ingest.grid import Grid, Merged, Row
from desktop_app.ingest.mapping.locations import find_location, read_locations
from desktop_app.ingest.regions.places import PlaceText


def sheet(name: str, *rows: Row, merged: tuple[Merged, ...] = ()) -> Grid:
    return Grid(name, lambda: iter(rows), len(rows), merged)


def test_codes_lead_to_their_places() -> None:
    found = read_locations(sheet(
        "Lokasi Pekerjaan", ["DAFTAR LOKASI"], [], ["KODE", "KABUPATEN/KOTA", "KECAMATAN", "DESA/KELURAHAN"],
        [9001.0, "KABUPATEN KLUNGKUNG", "NUSA PENIDA", "SAKTI"], ["A02", "KABUPATEN KLUNGKUNG", "DAWAN", ""], ["", "", "", ""],
    ))  # fmt: skip
    assert found == {
        "9001": PlaceText(kabupaten="KABUPATEN KLUNGKUNG", kecamatan="NUSA PENIDA", desa="SAKTI"),
        "a02": PlaceText(kabupaten="KABUPATEN KLUNGKUNG", kecamatan="DAWAN"),
    }


@pytest.mark.parametrize(
    "header", [["Kode Lokasi", "Nama Lokasi"], ["KODE_LOKASI_PEKERJAAN", "Lokasi Kerja"], ["Kd Lokasi", "Keterangan"]]
)
def test_a_list_of_codes_and_names_on_any_sheet(header: list[str]) -> None:
    assert read_locations(sheet("Sheet3", header, ["0051", "Kota Denpasar"])) == {
        "0051": PlaceText(wilayah="Kota Denpasar"), "51": PlaceText(wilayah="Kota Denpasar"),
    }  # fmt: skip


def test_merged_cells_count_for_all_their_rows() -> None:
    found = read_locations(sheet(
        "lokasi", ["Kode", "Kabupaten", "Kecamatan"], ["1", "Badung", "Kuta"], ["2", "", "Mengwi"], merged=(Merged(1, 1, 2, 1),)
    ))  # fmt: skip
    assert found["2"] == PlaceText(kabupaten="Badung", kecamatan="Mengwi")


def test_a_code_of_two_places_stands_for_none() -> None:
    found = read_locations(
        sheet("lokasi", ["Kode", "Kabupaten"], ["1", "Badung"], ["1", "Bangli"], ["2", "Bangli"], ["2", "Bangli"])
    )
    assert found == {"2": PlaceText(kabupaten="Bangli")}


@pytest.mark.parametrize(
    ("name", "header"),
    [("Data", ["Kode", "Kabupaten"]), ("Lokasi", ["Kabupaten", "Jumlah"]), ("Lokasi", ["Kode", "Jumlah"])],
)
def test_other_sheets_are_no_such_list(name: str, header: list[str]) -> None:
    assert read_locations(sheet(name, header, ["1", "Badung"])) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [("9101", True), ("9101 - Kuta", True), ("09101", True), ("9102", False), ("", False), ("Kuta", False)],
)
def test_a_cell_names_its_place_by_the_code(text: str, found: bool) -> None:
    place = PlaceText(kecamatan="Kuta")
    assert find_location({"9101": place}, text) == (place if found else None)
