"""Rows that add up others: labelled, nameless, regions above others in the same table; on one level or several."""

from collections.abc import Sequence
from typing import Any

import pytest

from desktop_app.ingest.regions.places import Places
from tests.ingest.recap_tables import codes, table

KUTA, LEGIAN, DALUNG, TIBUBENENG = "51.03.01.1002", "51.03.01.1004", "51.03.06.2006", "51.03.06.2004"

LEVELS: list[tuple[str, str, list[tuple[Any, ...]], list[str]]] = [
    (
        "kecamatan desa people_total", "a kecamatan's own row above its villages",
        [("Kuta", "", 30), ("Kuta", "Kuta", 10), ("Kuta", "Legian", 20), ("Kuta Utara", "", 7), ("Kuta Utara", "Dalung", 3), ("Kuta Utara", "Tibubeneng", 4), ("JUMLAH", "", 37)],
        ["51.03.01", KUTA, LEGIAN, "51.03.06", DALUNG, TIBUBENENG],
    ),
    (
        "wilayah people_total", "all levels in one column",
        [("Kabupaten Badung", 37), ("Kec. Kuta", 30), ("Kuta", 10), ("Legian", 20), ("Kec. Kuta Utara", 7), ("Dalung", 3), ("Tibubeneng", 4)],
        ["51.03", "51.03.01", KUTA, LEGIAN, "51.03.06", DALUNG, TIBUBENENG],
    ),
    (
        "kecamatan people_total", "the regency last, in the column of kecamatan",
        [("Kec. Kuta", 30), ("Kuta", 10), ("Legian", 20), ("Kec. Kuta Utara", 7), ("Dalung", 3), ("Tibubeneng", 4), ("KABUPATEN BADUNG", 37)],
        ["51.03.01", KUTA, LEGIAN, "51.03.06", DALUNG, TIBUBENENG, "51.03"],
    ),
    (
        "wilayah people_total", "kecamatan as headings without numbers",
        [("Kec. Kuta", ""), ("Kuta", 10), ("Legian", 20), ("Kec. Kuta Utara", ""), ("Dalung", 3), ("Tibubeneng", 4), ("JUMLAH", 37)],
        [KUTA, LEGIAN, DALUNG, TIBUBENENG],
    ),
    (
        "kecamatan desa people_total", "sub totals by name",
        [("Kuta", "Kuta", 10), ("Kuta", "Legian", 20), ("Jumlah Kec. Kuta", "", 30), ("Kuta Utara", "Dalung", 3), ("Kuta Utara", "Tibubeneng", 4), ("Kuta Utara Total", "", 7), ("TOTAL", "", 37)],
        [KUTA, LEGIAN, DALUNG, TIBUBENENG],
    ),
    (
        "kecamatan desa people_total", "blocks with a total each, and one of all",
        [("Kuta", "Kuta", 10), ("Kuta", "Legian", 20), ("", "Jumlah", 30), ("Kuta Utara", "Dalung", 3), ("Kuta Utara", "Tibubeneng", 4), ("", "Jumlah", 7), ("", "Jumlah", 37)],
        [KUTA, LEGIAN, DALUNG, TIBUBENENG],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "what", "rows", "regions"), LEVELS)
def test_levels(places: Places, fields: str, what: str, rows: list[tuple[object, ...]], regions: list[str]) -> None:
    found = table(places, fields, *rows, within="51.03")
    assert not found.problems, what
    assert [values.region for values in found.region_values] == regions
    assert found.data_rows == len(regions)


@pytest.mark.parametrize(
    ("change", "expected"),
    [(0, [(2, 31, 30), (8, 37, 38)]), (2, [(2, 30, 31)]), (3, [(5, 8, 7), (8, 37, 38)]), (6, [(8, 38, 37)])],
)
def test_a_changed_number_of_mixed_levels(
    places: Places, change: int, expected: Sequence[tuple[int, float, float]]
) -> None:
    """Rows and numbers of `total_mismatch`: the kecamatan above the number, or the total above the kecamatan."""
    fields, _, rows, _ = LEVELS[0]
    changed = [(*row[:-1], row[-1] + (place == change)) for place, row in enumerate(rows)]
    found = table(places, fields, *changed, within="51.03")
    # The villages still add up to the total: the kecamatan alone is wrong.
    alone = [one for one in expected if one[0] != 8 or change == 6]
    assert [(p.row, p.found, p.expected) for p in found.problems if p.code == "total_mismatch"] == alone


REGENCIES = ("Jembrana", "Tabanan", "Badung", "Gianyar", "Klungkung", "Bangli", "Karangasem", "Buleleng", "Denpasar")
ALL = [(name, 1_000 + place * 111) for place, name in enumerate(REGENCIES)]
SUM = sum(count for _, count in ALL)


@pytest.mark.parametrize("name", ["BALI", "Provinsi Bali", "Prov. Bali"])
@pytest.mark.parametrize("first", [True, False])
def test_the_province_is_data_and_a_total(places: Places, name: str, first: bool) -> None:
    for total in (SUM, SUM + 100):
        last = [(name, total)]
        found = table(places, "kabupaten people_total", *(last if first else []), *ALL, *([] if first else last))
        row = 2 if first else 11
        assert codes(found) == ([(row, "total_mismatch")] if total != SUM else [])
        assert {values.region: values.values["total"] for values in found.region_values}["51"] == total
        assert (found.data_rows, found.not_data) == (10, 1)


def test_a_province_above_some_of_its_regencies_may_be_more(places: Places) -> None:
    assert not table(places, "wilayah people_total", ("Provinsi Bali", 900), ("Badung", 400), ("Gianyar", 300)).problems
    found = table(places, "wilayah people_total", ("Provinsi Bali", 600), ("Badung", 400), ("Gianyar", 300))
    assert codes(found) == [(2, "total_mismatch")]
    found = table(
        places, "wilayah workers_total people_total", ("Provinsi Bali", 9_000, 800), ("Badung", 5_000, 400), ("Gianyar", 4_000, 300)
    )  # fmt: skip
    assert codes(found) == [(2, "total_mismatch")]


NAMELESS = [
    ([("Badung", 10), ("Gianyar", 20), ("", 30)], [], 2, 0),
    ([("Badung", 10), ("Gianyar", 20), ("", 31)], [(4, "region_blank")], 2, 1),
    ([("Badung", 10), ("", 20), ("JUMLAH", 30)], [(3, "region_blank")], 1, 1),
    ([("TOTAL", 30), ("Badung", 10), ("Gianyar", 20)], [], 2, 0),
    ([("TOTAL", 31), ("Badung", 10), ("Gianyar", 20)], [(2, "total_mismatch")], 2, 0),
    ([("Badung", 10), ("Gianyar", 20), ("Rata-rata", 15), ("Jlh", 30)], [], 2, 0),
    ([("Badung", 10), ("Gianyar", 20), ("Gianyar", 20), ("JUMLAH", 30)], [(4, "region_twice")], 2, 1),
    ([("Badung", 10), ("Gianyar", 20), ("Gianyar", 21), ("JUMLAH", 51)], [(4, "region_twice")], 2, 1),
    ([("Badung", 10), ("Badungg", 20), ("JUMLAH", 30)], [(3, "region_unknown")], 1, 1),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected", "data", "parked"), NAMELESS)
def test_totals_without_a_name_and_rows_without_a_place(
    places: Places, rows: list[tuple[str, int]], expected: list[tuple[int, str]], data: int, parked: int
) -> None:
    found = table(places, "wilayah people_total", *rows)
    assert codes(found) == expected
    assert (found.data_rows, found.parked, found.data_rows + found.parked + found.not_data) == (
        data,
        parked,
        len(rows) + 1,
    )


def test_the_slip_that_explains_a_wrong_total_is_named(places: Places) -> None:
    def said(*numbers: int) -> str:
        [problem] = table(
            places, "wilayah people_total", *zip(("Badung", "Gianyar", "Bangli", "JUMLAH"), numbers, strict=True)
        ).problems
        return problem.message

    assert "Cocok bila baris 3 (Gianyar) tidak ikut dijumlahkan." in said(1_001, 2_017, 3_400, 4_401)
    assert "Cocok bila baris 2 (Badung) dijumlahkan dua kali." in said(1_001, 2_017, 3_400, 7_419)
    assert "Bila dua angka totalnya tertukar (6.418), cocok." in said(1_001, 2_017, 3_400, 6_148)
    assert "Cocok bila dua angka pada baris 3 (Gianyar) tertukar: 2.071." in said(1_001, 2_017, 3_400, 6_472)


def test_the_same_row_again_is_said_kindly(places: Places) -> None:
    [problem] = table(places, "wilayah people_total", ("Badung", 10), ("Kab. Badung", 10)).problems
    assert "dengan angka yang sama" in problem.message
    assert not table(places, "wilayah year people_total", ("Badung", 2024, 10), ("Badung", 2025, 12)).problems
