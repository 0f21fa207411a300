"""What a row says of its region, under the names of the report for machines; what is unknown is not in it."""

import pytest

from desktop_app.domain.sheets import RecapFigure, SheetKind
from desktop_app.ingest.regions.places import Places
from tests.ingest.recap_tables import table

VALUES = [
    (SheetKind.REKAP, "workers_total people_formal people_informal people_total share_total target", (2_607_070, 715_410, 312_036, 1_027_446, "39,41%", "67,28%"),
     {"penduduk_bekerja": 2_607_070, "formal": 715_410, "informal": 312_036, "total": 1_027_446, "coverage_pct": 39.41, "target_pct": 67.28}),
    (SheetKind.REKAP, "workers_formal workers_informal workers_total share_total", (1_214_028, 1_393_042, 2_607_070, 39.41),
     {"formal": 1_214_028, "informal": 1_393_042, "penduduk_bekerja": 2_607_070, "coverage_pct": 39.41}),
    (SheetKind.REKAP, "workers_formal people_formal people_pu", (1_214_028, "", 5), {"pu": 5}),
    (SheetKind.REKAP, "people_jk_lk people_jk_pr people_jakon people_bpu people_total", (60, 40, 0, "nihil", 100), {"jk_lk": 60, "jk_pr": 40, "jakon": 0, "total": 100}),
    (SheetKind.REKAP, "workers_total people_total", (500, "-"), {"penduduk_bekerja": 500}),
    (SheetKind.PENYEBUT, "workforce workers_total unemployed workers_formal workers_informal", (110, 100, 10, 40, 60),
     {"angkatan_kerja": 110, "penduduk_bekerja": 100, "pengangguran": 10, "formal": 40, "informal": 60}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "fields", "cells", "values"), VALUES)
def test_values(
    places: Places, kind: SheetKind, fields: str, cells: tuple[object, ...], values: dict[str, float]
) -> None:
    found = table(places, f"wilayah {fields}", ("Provinsi Bali", *cells), kind=kind)
    [region] = found.region_values
    assert (region.row, region.region, region.values) == (2, "51", values)
    assert not [problem for problem in found.problems if problem.code != "value_missing"]


@pytest.mark.parametrize(
    "cells",
    [(39.41, 59), (0.3941, 0.59), ("39,41%", "59%"), ("39.41 %", "59 %"), (0.3941, "59%"), (39.41, 0.59), (0.3941, 59.0)],
)  # fmt: skip
def test_shares_however_written_with_the_numbers_as_witness(places: Places, cells: tuple[object, object]) -> None:
    rows = [("Provinsi Bali", 2_607_070, 1_027_446, cells[0]), ("Badung", 1_214_028, 715_410, cells[1])]
    found = table(places, "wilayah workers_total people_total share_total", *rows)
    shares = [row.share for row in found.rows if isinstance(row, RecapFigure)]
    assert shares[0] == 0.3941
    assert shares[1] == 0.59 or {p.code for p in found.problems} == {"pct_mismatch"}


def test_a_share_of_the_labour_force_has_it_as_base(places: Places) -> None:
    rows = [("Badung", 200, 160, 40, 20), ("Gianyar", 300, 150, 90, 30), ("Bangli", 400, 210, 100, 25)]
    found = table(places, "wilayah workforce workers_total people_total share_total", *rows)
    assert [row.workers for row in found.rows if isinstance(row, RecapFigure)] == [200, 300, 400]
    assert not found.problems


def test_parts_of_all_participants_are_no_coverage(places: Places) -> None:
    rows = [("Badung", 75, 25, 100, 75), ("Gianyar", 20, 20, 40, 50), ("Bangli", 9, 1, 10, 90)]
    found = table(places, "wilayah people_pu people_bpu people_total share_pu", *rows)
    assert not found.problems
    assert all(row.share is None for row in found.rows if isinstance(row, RecapFigure))
