"""The published figures come out of the shipped samples: computed from stored rows, not typed."""

from datetime import date

import pytest

from desktop_app.domain.segments import Sector
from desktop_app.operations.coverage import CoverageQuery, coverage
from desktop_app.operations.workspace import Workspace

BPS = "BPS bekerja Agustus 2022"
END_2023 = date(2023, 12, 31)


@pytest.mark.parametrize(
    ("period", "base", "sector", "active", "workers", "percent"),
    [
        (END_2023, BPS, Sector.SEMUA, 1_027_446, 2_607_070, 39.41),
        (END_2023, BPS, Sector.FORMAL, 715_410, 1_214_028, 58.93),
        (END_2023, BPS, Sector.INFORMAL, 312_036, 1_393_042, 22.40),
        (date(2025, 3, 31), "UCJ 2025", Sector.SEMUA, 935_079, 1_837_899, 50.88),
    ],
)
def test_bali(
    filled: Workspace, period: date, base: str, sector: Sector, active: int, workers: int, percent: float
) -> None:
    whole = coverage(filled, CoverageQuery(region="51", period=period, base=base, sector=sector)).table.whole
    assert (whole.active, whole.workers) == (active, workers)
    assert whole.share is not None
    assert round(whole.share * 100, 2) == percent
    assert whole.fact is not None
    assert whole.fact.origin.file.startswith("Rekap")


def test_gianyar_september_2025(filled: Workspace) -> None:
    table = coverage(filled, CoverageQuery(region="51", period=date(2025, 9, 30), base="UCJ 2025")).table
    [gianyar] = [row for row in table.rows if row.region.code == "51.04"]
    assert (gianyar.active, gianyar.workers) == (130_300, 198_628)
    assert gianyar.share is not None
    assert round(gianyar.share * 100, 2) == 65.60
    assert gianyar.target_is_province
    assert not gianyar.stale


def test_regions_without_a_figure_are_missing_not_zero(filled: Workspace) -> None:
    table = coverage(filled, CoverageQuery(region="51", period=date(2025, 9, 30), base="UCJ 2025")).table
    [karangasem] = [row for row in table.rows if row.region.code == "51.07"]
    assert karangasem.active is None
    assert karangasem.shown_share is None
    assert table.reporting < len(table.rows) == 9


def test_a_bare_percentage_is_reported_but_enters_no_sum(filled: Workspace) -> None:
    table = coverage(filled, CoverageQuery(region="51", period=date(2025, 3, 31), base="UCJ 2025")).table
    [badung] = [row for row in table.rows if row.region.code == "51.03"]
    assert badung.active is None
    assert badung.reported == pytest.approx(0.5868)
    assert badung.share is None
    assert table.sum_active is None or table.counted < table.reporting


def test_invented_people_enter_no_figure(filled: Workspace) -> None:
    table = coverage(filled, CoverageQuery(region="51", period=date(2026, 1, 31), base="UCJ 2025")).table
    [klungkung] = [row for row in table.rows if row.region.code == "51.05"]
    assert klungkung.active is None
    assert klungkung.listed is not None
    assert klungkung.listed.sample
    assert klungkung.listed.people > 1000
