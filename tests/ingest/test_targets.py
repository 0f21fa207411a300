"""Targets: percent or people, of a year that the row, the column, the title or the sheet's name tells."""

import pytest

from desktop_app.domain.segments import Sector
from desktop_app.domain.sheets import SheetKind, TargetValue
from desktop_app.ingest.regions.places import Places
from tests.ingest.recap_tables import codes, table

TARGET = SheetKind.TARGET


@pytest.mark.parametrize(
    ("cells", "share"),
    [((0.6728, 0.6), 0.6728), ((67.28, 60), 0.6728), (("67,28%", "60 %"), 0.6728), (("67.28", "60"), 0.6728), ((100, 80), 1.0)],
)  # fmt: skip
def test_percentages(places: Places, cells: tuple[object, object], share: float) -> None:
    rows = zip(("Badung", "Gianyar"), (2026, 2026), cells, strict=True)
    found = table(places, "wilayah year target", *rows, kind=TARGET)
    assert found.rows[0] == TargetValue(2, "51.03", Sector.SEMUA, 2026, share, "")
    assert found.region_values[0].values == {"target_pct": pytest.approx(share * 100)}


@pytest.mark.parametrize(
    "fields", ["wilayah 'Target_2025 'Target_2026", "wilayah 'Target_UCJ_2025 'Target_UCJ_2026_(%)"]
)
def test_a_column_for_each_year(places: Places, fields: str) -> None:
    found = table(places, fields, ("Badung", "50%", "60%"), ("Gianyar", "40%", ""), kind=TARGET)
    assert [(row.region, row.year, row.share) for row in found.rows if isinstance(row, TargetValue)] == [
        ("51.03", 2025, 0.5), ("51.03", 2026, 0.6), ("51.04", 2025, 0.4),
    ]  # fmt: skip


def test_the_title_tells_the_year(places: Places) -> None:
    found = table(places, "wilayah target", ("Badung", "50%"), kind=TARGET, titles=("TARGET UCJ TAHUN 2026",))
    assert [row.year for row in found.rows if isinstance(row, TargetValue)] == [2026]
    assert codes(table(places, "wilayah target", ("Badung", "50%"), kind=TARGET)) == [(2, "year_missing")]


def test_people_become_a_share_of_the_workers_beside_them(places: Places) -> None:
    rows = [("Badung", 2026, 20_000, 12_000), ("Gianyar", 2026, "", 15_000)]
    found = table(places, "wilayah year workers_total target", *rows, kind=TARGET)
    note = "Target 12.000 orang dari 20.000 pekerja."
    assert found.rows == [TargetValue(2, "51.03", Sector.SEMUA, 2026, 0.6, "", note)]
    assert codes(found) == [(3, "target_people")]
    assert found.problems[0].cell == "D3"


def test_sectors(places: Places) -> None:
    words = ("Semua", "", "Formal", "Pekerja informal", "nelayan")
    rows = [("Badung", 2026, word, 50 + place) for place, word in enumerate(words)]
    found = table(places, "wilayah year sector target", *rows, ("JUMLAH", "", "", 260), kind=TARGET)
    sectors = [row.sector for row in found.rows if isinstance(row, TargetValue)]
    assert sectors == [Sector.SEMUA, Sector.SEMUA, Sector.FORMAL, Sector.INFORMAL]
    assert codes(found) == [(6, "sector_unknown")]
    assert found.data_rows + found.parked + found.not_data == 7


def test_rival_documents_stand_side_by_side_the_same_row_does_not(places: Places) -> None:
    rows = [("Bali", 2025, 67.28, "Kanwil"), ("Bali", 2025, 67.69, "Sekda"), ("Bali", 2025, 67.28, "Kanwil")]
    found = table(places, "wilayah year target document", *rows, kind=TARGET)
    assert (len(found.rows), codes(found)) == (2, [(4, "region_twice")])
