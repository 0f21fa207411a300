"""Values of waterfall, breakdown, pair and matrix; what lies ahead of a trend; orders of bars. Most figures are invented."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.change import Change, ChangeEnd, explain
from desktop_app.analysis.charts import (
    BarOrder,
    StepKind,
    bar_chart,
    matrix_chart,
    pair_chart,
    parts_chart,
    trend_chart,
    waterfall_chart,
)
from desktop_app.analysis.coverage import CoverageTable, coverage_table
from desktop_app.analysis.pace import toward_target
from desktop_app.analysis.part_words import part_label
from desktop_app.analysis.trend import Trend, TrendPoint, TrendSeries
from desktop_app.domain.breakdowns import NO_COMPANY, UNFILLED, Breakdown, Dimension
from desktop_app.domain.flows import ListedFlow
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.reporting import Reporting, ReportingCell, ReportingRow, ReportingState
from desktop_app.domain.segments import Measure, Sector
from tests.analysis.values import BADUNG, BALI, GIANYAR, JEMBRANA, KARANGASEM, MARCH, TARGETS, base, fact, target

NBSP = "\u00a0"
JUNE, DECEMBER = date(2025, 6, 30), date(2025, 12, 31)
UCJ_WORKERS = 1_837_899


# Why did it change?


def end(period: date, people: int, workers: int | None = UCJ_WORKERS, name: str = "UCJ 2025") -> ChangeEnd:
    return ChangeEnd(period=period, people=people, workers=workers, base=name)


def flow(joined: int, lapsed: int, moved_in: int = 0, moved_out: int = 0, before: int = 961_773) -> ListedFlow:
    after = before + joined + moved_in - lapsed - moved_out
    return ListedFlow(
        region="51", sector=Sector.SEMUA, period=DECEMBER, earlier=JUNE, sample=False, before=before, joined=joined,
        moved_in=moved_in, lapsed=lapsed, moved_out=moved_out, after=after,
    )  # fmt: skip


def published() -> Change:
    """Totals are published ones, their parts invented."""
    flows = [flow(71_204, 39_118, 1_000, 3_946)]
    return explain("51", Sector.SEMUA, end(JUNE, 961_773), end(DECEMBER, 990_260), flows, -653, "Ganda dihapus")


def test_steps_lead_from_one_total_to_the_other() -> None:
    chart = waterfall_chart(published(), BALI, "BPJS Ketenagakerjaan")
    assert [(step.label, step.kind, step.value) for step in chart.steps] == [
        ("30 Jun", StepKind.TOTAL, "961.773"),
        ("Masuk", StepKind.PLUS, "+71.204"),
        ("Keluar", StepKind.MINUS, "−39.118"),
        ("Pindah", StepKind.MINUS, "−2.946"),
        ("Koreksi", StepKind.MINUS, "−653"),
        ("Penyebut", StepKind.ZERO, "0"),
        ("31 Des", StepKind.TOTAL, "990.260"),
    ]
    assert [(step.start, step.end) for step in chart.steps[:3]] == [
        (0, 961_773),
        (961_773, 1_032_977),
        (1_032_977, 993_859),
    ]
    assert chart.title == "Mengapa berubah? Provinsi Bali, Juni sampai Desember 2025, orang"
    assert chart.total == f"+28.487 orang, +1,55{NBSP}poin"
    assert chart.source == ("Penyebut: UCJ 2025. Data: 30 Juni 2025 dan 31 Desember 2025, BPJS Ketenagakerjaan.")


def test_small_steps_on_large_totals_cut_the_axis() -> None:
    chart = waterfall_chart(published())
    assert chart.cut
    assert 0 < chart.bottom < 961_773
    assert chart.top == 1_032_977


@pytest.mark.parametrize(("before", "after"), [(3_000, 9_910), (0, 12), (0, 0), (500, 500)])
def test_other_axes_start_at_zero(before: int, after: int) -> None:
    chart = waterfall_chart(explain("51", Sector.SEMUA, end(JUNE, before), end(DECEMBER, after)))
    assert not chart.cut
    assert chart.top >= max(before, after, 1)


def test_what_is_not_explained_is_open_and_said_so() -> None:
    chart = waterfall_chart(explain("51", Sector.SEMUA, end(date(2024, 12, 31), 900), end(DECEMBER, 1_000)))
    assert [(step.label, step.kind) for step in chart.steps] == [
        ("Des 2024", StepKind.TOTAL), ("Penyebut", StepKind.ZERO), ("Belum terurai", StepKind.OPEN),
        ("Des 2025", StepKind.TOTAL),
    ]  # fmt: skip
    assert chart.title == "Mengapa berubah? Desember 2024 sampai Desember 2025, orang"
    assert chart.steps[2].detail[1].startswith("Daftar peserta yang lengkap")


def test_without_a_base_there_are_no_points() -> None:
    chart = waterfall_chart(explain("51", Sector.SEMUA, end(JUNE, 5, None, ""), end(DECEMBER, 7, None, "")))
    assert chart.total == "+2 orang"
    assert {step.second for step in chart.steps} == {""}


@given(st.integers(0, 10**6), st.integers(0, 10**4), st.integers(0, 10**4), st.integers(-500, 500))
def test_each_step_begins_where_the_one_before_ended(before: int, joined: int, lapsed: int, corrected: int) -> None:
    after = max(before + joined - lapsed + corrected, 0)
    flows = [flow(joined, lapsed, before=before)]
    chart = waterfall_chart(explain("51", Sector.SEMUA, end(JUNE, before), end(DECEMBER, after), flows, corrected))
    first, *steps, last = chart.steps
    levels = [first.end, *(step.end for step in steps)]
    assert [step.start for step in steps] == levels[:-1]
    assert levels[-1] == last.end
    assert chart.top >= max(levels)


# Breakdowns


def parts(dimension: Dimension, **people: int) -> list[tuple[str, int]]:
    chart = parts_chart(Breakdown(dimension, "51", MARCH, False, people), BALI)
    assert sum(part.people for part in chart.parts) == chart.total
    return [(part.label, part.people) for part in chart.parts]


def test_ages_grow_and_what_is_open_stands_last() -> None:
    people = {UNFILLED: 9_000, "65+": 2, "25-34": 40, "<15": 1, "15-24": 30}
    assert parts(Dimension.UMUR, **people) == [
        ("di bawah 15 tahun", 1), ("15–24 tahun", 30), ("25–34 tahun", 40), ("65 tahun ke atas", 2),
        ("tidak diisi", 9_000),
    ]  # fmt: skip


def test_segments_stand_by_people() -> None:
    assert parts(Dimension.SEGMEN, **{"PU": 5, "BPU": 9, "PU+BPU": 2, "PU+BPU+JAKON": 1, "JAKON": 0}) == [
        ("BPU", 9), ("PU", 5), ("PU dan BPU", 2), ("PU, BPU, dan Jakon", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("dimension", "part", "words"),
    [
        (Dimension.KELAMIN, "L", "Laki-laki"),
        (Dimension.KELAMIN, "P", "Perempuan"),
        (Dimension.UKURAN, "mikro", "mikro (1–4 orang)"),
        (Dimension.UKURAN, "besar", "besar (100+ orang)"),
        (Dimension.UKURAN, NO_COMPANY, "tidak berlaku"),
        (Dimension.PENDANAAN, "APBD Kab. A+B", "APBD Kab. A+B"),
        (Dimension.PROGRAM, "JKK+JKM", "JKK dan JKM"),
        (Dimension.PROGRAM, UNFILLED, "tidak diisi"),
    ],
)
def test_words_of_parts(dimension: Dimension, part: str, words: str) -> None:
    assert part_label(dimension, part) == words


def test_words_of_a_breakdown() -> None:
    chart = parts_chart(Breakdown(Dimension.KEPESERTAAN, "51", MARCH, True, {"PU": 3, UNFILLED: 1}), BALI)
    assert chart.title == "Peserta menurut segmen kepesertaan, Provinsi Bali, kepesertaan"
    assert chart.source.endswith("Data contoh: orangnya rekaan.")
    assert [part.quiet for part in chart.parts] == [False, True]
    assert chart.parts[0].detail[0] == f"3 dari 4 kepesertaan = 75,00{NBSP}%"
    assert parts_chart(Breakdown(Dimension.UMUR, "51", MARCH, False, {}), BALI).parts == ()


# Formal beside informal, and orders


def sector_table(sector: Sector, people: dict[str, int]) -> CoverageTable:
    measure = Measure(sector.value)
    facts = [fact(code, MARCH, count, measure=measure) for code, count in people.items()]
    workers = {(region.code, sector): 1_000 for region in REGIONS}
    aims = [target("51.01", 2025, 0.5, sector=sector), target("51.04", 2025, 0.9, sector=sector)]
    return coverage_table(BALI, REGIONS, facts, [], base("UCJ 2025", workers), aims, MARCH, sector)


REGIONS = (KARANGASEM, GIANYAR, BADUNG, JEMBRANA)


def test_a_pair_shares_rows_and_scale() -> None:
    formal = sector_table(Sector.FORMAL, {"51.01": 400, "51.04": 500})
    informal = sector_table(Sector.INFORMAL, {"51.01": 100, "51.03": 200})
    chart = pair_chart(formal, informal)
    assert [(row.label, *(side.share for side in row.sides)) for row in chart.rows] == [
        ("Gianyar", 0.5, None), ("Jembrana", 0.4, 0.1), ("Badung", None, 0.2), ("Karangasem", None, None),
    ]  # fmt: skip
    assert [side.target for side in chart.rows[0].sides] == [0.9, 0.9]
    assert chart.top == 0.9
    assert chart.title == "Cakupan sektor formal dan informal menurut kabupaten/kota di Provinsi Bali, %"
    assert chart.source.startswith("Penyebut: UCJ 2025."), "both sides say the same"
    one = pair_chart(formal, sector_table(Sector.INFORMAL, {"51.01": 100}))
    assert one.source.startswith("Formal: Penyebut: UCJ 2025.")
    assert "Informal: Penyebut: UCJ 2025." in one.source


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (BarOrder.GAP, ["Gianyar", "Jembrana", "Badung", "Karangasem"]),
        (BarOrder.SHARE, ["Badung", "Jembrana", "Gianyar", "Karangasem"]),
        (BarOrder.NAME, ["Badung", "Gianyar", "Jembrana", "Karangasem"]),
        (BarOrder.PEOPLE, ["Gianyar", "Jembrana", "Badung", "Karangasem"]),
    ],
)
def test_orders_of_bars(order: BarOrder, names: list[str]) -> None:
    """Gianyar 40 points and 400 people below, Jembrana 10 and 100; Badung has no target, Karangasem no data."""
    table = sector_table(Sector.FORMAL, {"51.01": 400, "51.03": 200, "51.04": 500})
    assert [bar.label for bar in bar_chart(table, order).bars] == names


def test_by_name_everything_stands_where_it_is_looked_for() -> None:
    table = sector_table(Sector.FORMAL, {"51.01": 400})
    names = [bar.label for bar in bar_chart(table, BarOrder.NAME).bars]
    assert names == ["Badung", "Gianyar", "Jembrana", "Karangasem"]


# Who has reported


def test_a_matrix_counts_month_by_month() -> None:
    months = (date(2025, 2, 28), MARCH)

    def row(region: Region, *states: ReportingState) -> ReportingRow:
        cells = (
            ReportingCell(month=month, state=state, when=None, words=f"{state.value}.")
            for month, state in zip(months, states, strict=True)
        )
        return ReportingRow(region=region, cells=tuple(cells))

    found = Reporting(
        region=BALI, months=months, due_day=10,
        rows=(
            row(JEMBRANA, ReportingState.LENGKAP, ReportingState.TERLAMBAT),
            row(BADUNG, ReportingState.SEBAGIAN, ReportingState.LENGKAP),
            row(GIANYAR, ReportingState.BELUM, ReportingState.BELUM),
        ),
    )  # fmt: skip
    chart = matrix_chart(found)
    assert chart.complete == (1, 2)
    assert chart.title == "Pelaporan menurut kabupaten/kota di Bali, Februari 2025 sampai Maret 2025"
    assert chart.source == (
        "Batas: tanggal 10 bulan berikutnya. Maret 2025: 2 dari 3 kabupaten/kota sudah lengkap, termasuk yang terlambat."
    )
    assert [row.label for row in chart.rows] == ["Jembrana", "Badung", "Gianyar"]
    assert chart.rows[1].cells[0].detail == ("sebagian.",)
    assert matrix_chart(replace(found, rows=())).title == "Pelaporan Provinsi Bali, Februari 2025 sampai Maret 2025"


# What lies ahead of a trend


def point(period: date, people: int | None, share: float | None = None) -> TrendPoint:
    return TrendPoint(
        period=period, share=share if share is not None else (people or 0) / UCJ_WORKERS, people=people,
        workers=None if people is None else UCJ_WORKERS, reported=people is None, source="Pemprov Bali",
    )  # fmt: skip


def ucj(*points: TrendPoint) -> Trend:
    series = (TrendSeries(base="UCJ 2025", points=points),)
    return Trend(region=BALI, sector=Sector.SEMUA, series=series, targets=tuple(TARGETS))


PUBLISHED = ucj(point(MARCH, 935_079), point(JUNE, 961_773), point(DECEMBER, 990_260))


def test_the_forecast_and_the_needed_pace_go_to_the_next_target() -> None:
    chart = trend_chart(PUBLISHED)
    assert chart.ahead is not None
    assert chart.needed is not None
    assert (chart.ahead.since, chart.ahead.end.period) == (DECEMBER, date(2026, 12, 31))
    assert chart.ahead.label == f"Perkiraan {57.88:.2f}{NBSP}%".replace(".", ",")
    assert chart.ahead.second.endswith("Theil–Sen, 9 bulan")
    assert chart.ahead.method.startswith("Perkiraan: Garis lurus dari Desember 2025")
    assert (chart.needed.since, chart.needed.due, chart.needed.share) == (DECEMBER, date(2026, 12, 31), 0.7386)
    assert chart.needed.second == "30.602 orang per bulan"


def test_the_needed_pace_is_that_of_the_page_where_it_has_one() -> None:
    series, aim = PUBLISHED.series[0], TARGETS[0]
    way = toward_target(aim, MARCH, 301_460, series.points[0].share, series)
    chart = trend_chart(PUBLISHED, way)
    assert chart.needed is not None
    assert (chart.needed.since, chart.needed.due) == (MARCH, DECEMBER)
    assert chart.needed.second == "33.496 orang per bulan"


def test_shares_alone_need_points() -> None:
    chart = trend_chart(ucj(point(MARCH, None, 0.5), point(DECEMBER, None, 0.6186)))
    assert chart.needed is not None
    assert chart.needed.second == f"+1,00{NBSP}poin per bulan"


@pytest.mark.parametrize(
    "trend",
    [ucj(point(date(2026, 12, 31), 990_260)), ucj(), replace(PUBLISHED, targets=()), replace(PUBLISHED, series=())],
)
def test_without_a_later_target_nothing_lies_ahead(trend: Trend) -> None:
    trend = replace(trend, series=tuple(series for series in trend.series if series.points))
    chart = trend_chart(trend)
    assert (chart.ahead, chart.needed) == (None, None)


def test_a_reached_target_needs_nothing() -> None:
    chart = trend_chart(ucj(point(JUNE, 1_300_000), point(DECEMBER, 1_400_000)))
    assert chart.needed is None
    assert chart.ahead is not None


def test_the_chosen_document_is_not_the_rival() -> None:
    marks = {mark.label: mark for mark in trend_chart(PUBLISHED, target_document="Sekda").targets}
    assert {label: mark.rival for label, mark in marks.items()} == {
        f"Target 67,69{NBSP}%": False,
        f"67,28{NBSP}% (BPJS Kanwil)": True,
        f"Target 73,86{NBSP}%": False,
    }
    assert marks[f"Target 73,86{NBSP}%"].detail == ("Jatuh tempo: 31 Desember 2026", "Sumber: BPJS")


def test_a_kecamatan_is_called_one() -> None:
    kuta = Region("51.03.01", "Kuta", Level.KECAMATAN)
    row = ReportingRow(region=kuta, cells=())
    chart = matrix_chart(Reporting(region=BADUNG, months=(), rows=(row,), due_day=10))
    assert chart.title == "Pelaporan menurut kecamatan di Kabupaten Badung"
