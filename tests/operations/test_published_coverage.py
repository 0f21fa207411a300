"""Published figures, typed into workbooks as they were printed and asked for through the operations (domain notes 2 and 13.3)."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.domain.errors import AppError
from desktop_app.domain.regions import depth
from desktop_app.domain.segments import Numerator, Sector
from desktop_app.domain.sheets import SheetKind
from desktop_app.operations.apportion_target import ApportionRequest, Method, propose, store_apportionment
from desktop_app.operations.coverage import CoverageQuery, RegionCoverage, coverage
from desktop_app.operations.edit_reference import BaseEdit, save_base
from desktop_app.operations.explain_change import explain_change
from desktop_app.operations.import_sheet import ImportRequest, import_sheet
from desktop_app.operations.workspace import Workspace

BPS_2022, BPS_2023 = "BPS bekerja Agustus 2022", "BPS bekerja Agustus 2023"
NOVEMBER_2023, DECEMBER_2023 = date(2023, 11, 30), date(2023, 12, 31)
MAY_2024, DECEMBER_2024 = date(2024, 5, 31), date(2024, 12, 31)
MARCH, JUNE, SEPTEMBER, DECEMBER = date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30), date(2025, 12, 31)
REGENCIES = ("51.01", "51.02", "51.03", "51.04", "51.05", "51.06", "51.07", "51.08", "51.71")
NBSP = "\u00a0"

HEADER = ["Kode", "Kabupaten/Kota", "Peserta aktif PU", "Peserta aktif BPU", "Peserta aktif", "Pekerja", "Cakupan %", "Nama penyebut"]  # fmt: skip


def typed(workspace: Workspace, folder: Path, period: date, *rows: Sequence[object]) -> None:
    """Import a recap that holds these rows."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([f"REKAP CAKUPAN, bulan data {period:%d-%m-%Y}"])
    sheet.append(HEADER)
    for row in rows:
        sheet.append(list(row))
    path = folder / f"Rekap {period:%Y-%m} {len(list(folder.iterdir()))}.xlsx"
    book.save(path)
    import_sheet(workspace, ImportRequest(path=path, kind=SheetKind.REKAP, period=period, sender="Cabang Contoh"))


def row_of(workspace: Workspace, region: str, period: date, base: str, **more: object) -> RegionCoverage:
    query = CoverageQuery(region=region, period=period, base=base, **more)  # type: ignore[arg-type]
    return coverage(workspace, query).table.whole


def percent(row: RegionCoverage) -> float | None:
    return None if row.shown_share is None else round(row.shown_share * 100, 2)


@pytest.mark.parametrize(
    ("region", "period", "base", "active", "workers", "shown"),
    [
        ("51", MAY_2024, BPS_2023, 1_089_273, 2_617_816, 41.61),
        ("51", JUNE, "UCJ 2025", None, 1_837_899, 52.33),
        ("51", DECEMBER, "UCJ 2025", None, 1_837_899, 53.88),
        ("51.01", DECEMBER_2024, "UCJ 2024", 70_017, 109_417, 63.99),
        ("51.03", MARCH, "UCJ 2025", None, None, 58.68),
        ("51.06", MARCH, "UCJ 2025", None, None, 35.52),
        ("51.06", DECEMBER, "BPS bekerja Agustus 2024", None, 174_306, 36.80),
    ],
)
def test_the_shipped_figures(
    filled: Workspace, region: str, period: date, base: str, active: int | None, workers: int | None, shown: float
) -> None:
    row = row_of(filled, region, period, base)
    assert (row.active, percent(row), row.stale) == (active, shown, False)
    if base != "BPS bekerja Agustus 2024":
        assert row.workers == workers


@pytest.mark.parametrize(
    ("period", "printed", "base", "sector", "shown", "definition"),
    [
        # PU alone is the “44 % formal” of the same weeks as “59 %”.
        (NOVEMBER_2023, ["51", "Bali", 538_504, 298_595], BPS_2022, Sector.FORMAL, 44.36, "PU, tanpa Jakon"),
        # The press printed 21,44 %.
        (NOVEMBER_2023, ["51", "Bali", 538_504, 298_595], BPS_2022, Sector.INFORMAL, 21.43, "BPU"),
        (NOVEMBER_2023, ["51", "Bali", 538_504, 298_595], BPS_2022, Sector.SEMUA, 32.11, "PU + BPU, tanpa Jakon"),
    ],
)
def test_the_figures_of_november_2023(
    filled: Workspace, tmp_path: Path, period: date, printed: list[object], base: str, sector: Sector, shown: float,
    definition: str,
) -> None:  # fmt: skip
    typed(filled, tmp_path, period, printed)
    row = row_of(filled, "51", period, base, sector=sector)
    assert percent(row) == shown
    assert row.definition.startswith(definition)
    assert row_of(filled, "51", period, base, sector=sector, numerator=Numerator(jakon=False)).active == row.active


def test_bangli_2022_is_the_sum_of_its_segments(filled: Workspace, tmp_path: Path) -> None:
    typed(filled, tmp_path, date(2022, 12, 31), ["51.06", "Kabupaten Bangli", 21_080, 10_547, 31_627])
    answer = coverage(filled, CoverageQuery(region="51.06", period=date(2022, 12, 31), base=BPS_2022))
    assert answer.table.whole.active == 31_627
    assert "sum_mismatch" not in {finding.code for finding in answer.findings}


def test_the_printed_base_with_two_digits_swapped_is_found(filled: Workspace, tmp_path: Path) -> None:
    printed: list[object] = ["51", "Provinsi Bali", None, None, 935_079, 1_873_899, "50,88%", "UCJ 2025"]
    typed(filled, tmp_path, MARCH, printed)
    answer = coverage(filled, CoverageQuery(region="51", period=MARCH, base="UCJ 2025"))
    assert (answer.table.whole.workers, percent(answer.table.whole)) == (1_837_899, 50.88)
    [found] = [one for one in answer.findings if one.code == "pct_mismatch"]
    assert f"49,90{NBSP}%" in found.message
    assert "1.837.899" in found.message


def test_the_shares_of_december_2023_need_47_percent_formal(filled: Workspace) -> None:
    answer = coverage(filled, CoverageQuery(region="51", period=DECEMBER_2023, base=BPS_2022))
    [found] = [one for one in answer.findings if one.code == "share_mix"]
    assert (found.region, found.period, found.serious) == ("51", DECEMBER_2023, False)
    assert f"39,41{NBSP}% hanya bila 47{NBSP}% pekerja bekerja di sektor formal, bukan 30{NBSP}%" in found.message
    assert f"46,57{NBSP}% (1.214.028 dari 2.607.070)" in found.message


def test_a_base_change_is_told_and_never_joined(filled: Workspace) -> None:
    answer = coverage(filled, CoverageQuery(region="51", period=DECEMBER, base="UCJ 2025"))
    by_base = {series.base: [point.period for point in series.points] for series in answer.trend.series}
    assert by_base[BPS_2022] == [DECEMBER_2023]
    assert by_base[BPS_2023] == [MAY_2024]
    assert by_base["UCJ 2025"] == [MARCH, JUNE, DECEMBER]


def test_two_official_targets_stand_side_by_side(filled: Workspace) -> None:
    query = CoverageQuery(region="51", period=MARCH, base="UCJ 2025")
    answer = coverage(filled, query)
    official = [target for target in answer.choices.targets if (target.region, target.year) == ("51", 2025)]
    assert [round(target.share * 100, 2) for target in official] == [67.28, 67.69]
    assert len({target.document for target in official}) == 2
    for target, people, missing in zip(official, (1_236_539, 1_244_074), (301_460, 308_995), strict=True):
        whole = coverage(filled, CoverageQuery(**_with(query, target.document))).table.whole  # type: ignore[arg-type]
        assert whole.target == target
        assert (whole.target_people, whole.gap_people) == (people, missing)


def _with(query: CoverageQuery, document: str) -> dict[str, object]:
    return {"region": query.region, "period": query.period, "base": query.base, "target_document": document}


def test_the_gap_to_the_target_of_the_secretary_is_15_points(filled: Workspace) -> None:
    query = CoverageQuery(
        region="51", period=JUNE, base="UCJ 2025", target_document="Sekretaris Daerah Provinsi Bali, 4 Juni 2025"
    )  # fmt: skip
    gap = coverage(filled, query).table.whole.gap
    assert gap is not None
    assert round(gap * 100, 2) == -15.36


def test_why_bali_seems_to_rise_nine_points(filled: Workspace) -> None:
    """From May 2024 on one base to March 2025 on another: the people became fewer."""
    change = explain_change(filled, CoverageQuery(region="51", period=MARCH), MAY_2024)
    assert change is not None
    assert (change.base_before, change.base_after) == (BPS_2023, "UCJ 2025")
    assert (change.people, change.hundredths) == (-154_194, 927)
    assert {part.kind.value: (part.people, part.hundredths) for part in change.parts} == {
        "penyebut": (0, 1766), "belum terurai": (-154_194, -839),
    }  # fmt: skip


@pytest.mark.parametrize("method", [Method.BASE, Method.EQUAL])
@pytest.mark.parametrize(
    ("document", "whole"),
    [
        ("Kanwil BPJS Ketenagakerjaan Banuspa, 30 April 2025", 1_793_296),
        ("Sekretaris Daerah Provinsi Bali, 4 Juni 2025", 1_804_224),
    ],
)
def test_the_target_of_bali_is_apportioned_to_its_nine_regencies(
    filled: Workspace, method: Method, document: str, whole: int
) -> None:
    """On the base of August 2024, which has a value for each of them."""
    base = "BPS bekerja Agustus 2024"
    request = ApportionRequest(region="51", year=2025, base=base, method=method, target_document=document)
    found = propose(filled, request)
    assert tuple(part.region.code for part in found.parts) == REGENCIES
    workers = {part.region.code: part.workers or 0 for part in found.parts}
    bali = coverage(filled, CoverageQuery(region="51", base=base)).table.whole.workers
    assert sum(workers.values()) == bali
    assert found.whole == sum(part.people or 0 for part in found.parts) == whole
    for part in found.parts:
        exact = whole * workers[part.region.code] / sum(workers.values()) if method is Method.BASE else whole / 9
        assert part.people is not None
        assert abs(part.people - exact) < 1


def test_apportioned_parts_become_the_targets_of_the_regencies(filled: Workspace) -> None:
    base = "BPS bekerja Agustus 2024"
    request = ApportionRequest(region="51", year=2025, base=base)
    parts = {part.region.code: part.people for part in propose(filled, request).parts}
    store_apportionment(filled, request, "SK Gubernur Nomor 1 Tahun 2025")
    table = coverage(filled, CoverageQuery(region="51", period=SEPTEMBER, base=base)).table
    assert {row.region.code: row.target_people for row in table.rows} == parts
    assert {row.target_is_province for row in table.rows} == {False}


def test_without_a_base_for_all_regencies_nothing_is_apportioned(filled: Workspace) -> None:
    with pytest.raises(AppError, match="8 wilayah belum punya penyebut"):
        propose(filled, ApportionRequest(region="51", year=2025, base="UCJ 2025"))


def test_nine_regencies_sum_to_bali_and_so_do_their_targets(filled: Workspace, tmp_path: Path) -> None:
    """Invented parts of the published 935,079 of 1,837,899."""
    workers = (109_417, 220_000, 300_000, 198_628, 90_000, 110_000, 200_000, 330_000, 279_854)
    active = (70_017, 100_000, 176_040, 100_000, 30_000, 39_072, 60_000, 120_000, 239_950)
    assert (sum(workers), sum(active)) == (1_837_899, 935_079)
    values = {(code, Sector.SEMUA): people for code, people in zip(REGENCIES, workers, strict=True)}
    save_base(filled, BaseEdit(name="UCJ 2025", document="Rincian rekaan", as_of=MARCH, values=values))
    rows = [
        [code, "", None, None, people, None, None, "UCJ 2025"] for code, people in zip(REGENCIES, active, strict=True)
    ]
    typed(filled, tmp_path, MARCH, *rows)
    table = coverage(filled, CoverageQuery(region="51", period=MARCH, base="UCJ 2025")).table
    assert (table.sum_active, table.sum_workers, table.counted, table.reporting) == (935_079, 1_837_899, 9, 9)
    assert sorted(row.rank or 0 for row in table.rows) == list(range(1, 10))
    found = propose(filled, ApportionRequest(region="51", year=2025, base="UCJ 2025", method=Method.GAP))
    assert found.whole == sum(part.people or 0 for part in found.parts) == 1_236_539
    assert all((part.people or 0) >= (part.active or 0) for part in found.parts)


@pytest.mark.parametrize(("level", "parts"), [(2, 9), (3, 57), (4, 716)])
def test_bali_at_every_level(filled: Workspace, level: int, parts: int) -> None:
    answer = coverage(filled, CoverageQuery(region="51", period=MARCH, base="UCJ 2025", level=level))
    assert len(answer.table.rows) == parts
    assert {depth(row.region.code) for row in answer.table.rows} == {level}
    assert answer.table.whole.active == 935_079


def test_all_of_indonesia_by_regency(filled: Workspace) -> None:
    answer = coverage(filled, CoverageQuery(region="0", period=DECEMBER_2023, base=BPS_2022, level=2))
    assert len(answer.table.rows) == 514
    assert answer.table.whole.active is None
