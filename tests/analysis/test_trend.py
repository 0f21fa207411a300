"""Coverage over time: one line for each base, and the pace that a target asks for."""

from dataclasses import replace
from datetime import date

from desktop_app.analysis.trend import Trend, trend
from desktop_app.domain.facts import ListedPeople, RecapFact, WorkerBase
from desktop_app.domain.segments import Measure, Numerator, Sector, Segment
from tests.analysis.values import BALI, BPS_2022, END_2023, GIANYAR, MARCH, TARGETS, UCJ, fact, listed, target

JUNE, END_2025 = date(2025, 6, 30), date(2025, 12, 31)
PUBLISHED = [
    fact("51", END_2025, share=0.5388, sender="Tribun Bali"),
    fact("51", MARCH, 935_079, workers=1_837_899),
    fact("51", date(2024, 5, 31), 1_089_273, workers=2_617_816, base="BPS bekerja Agustus 2023"),
    fact("51", JUNE, share=0.5233),
    fact("51", END_2023, 1_027_446, base=BPS_2022.name),
    fact("51", date(2024, 2, 29), 1_100_000, base=""),
    fact("51.04", MARCH, 112_046),
]


def of_bali(facts: list[RecapFact], *bases: WorkerBase, sector: Sector = Sector.SEMUA) -> Trend:
    return trend(BALI, facts, bases, TARGETS, sector)


def test_points_of_different_bases_are_kept_apart() -> None:
    found = of_bali(PUBLISHED, UCJ, BPS_2022)
    assert [series.base for series in found.series] == [
        "BPS bekerja Agustus 2022", "BPS bekerja Agustus 2023", "UCJ 2025",
    ]  # fmt: skip
    assert [[f"{point.share:.4f}" for point in series.points] for series in found.series] == [
        ["0.3941"], ["0.4161"], ["0.5088", "0.5233", "0.5388"],
    ]  # fmt: skip
    assert [point.reported for point in found.series[2].points] == [False, True, True]


def test_a_point_says_from_where_it_comes() -> None:
    march = of_bali(PUBLISHED, UCJ).series[-1].points[0]
    assert (march.people, march.workers, march.source) == (935_079, 1_837_899, "Kanwil Banuspa")
    assert march.place == "Rekap.xlsx, lembar Rekap, sel D7"


def test_the_stored_base_comes_before_the_printed_one() -> None:
    misprinted = fact("51", MARCH, 935_079, workers=1_873_899)
    [series] = of_bali([misprinted], UCJ).series
    assert series.points[0].workers == 1_837_899
    [series] = of_bali([misprinted]).series
    assert series.points[0].workers == 1_873_899


def test_a_count_on_a_base_without_a_value_is_no_point() -> None:
    assert of_bali([fact("51", MARCH, 935_079)]).series == ()


def test_each_sector_has_its_own_trend() -> None:
    facts = [*PUBLISHED, fact("51", END_2023, 715_410, measure=Measure.FORMAL, base=BPS_2022.name)]
    [series] = of_bali(facts, UCJ, BPS_2022, sector=Sector.FORMAL).series
    assert [point.people for point in series.points] == [715_410]


def test_targets_are_the_regions_own_else_the_provinces() -> None:
    assert of_bali([]).targets == tuple(TARGETS)
    own = target("51.04", 2025, 0.7)
    # Of 2025 its own, of 2026 still the province's.
    assert trend(GIANYAR, [], [], [*TARGETS, own], Sector.SEMUA).targets == (own, TARGETS[2])
    assert trend(GIANYAR, [], [], TARGETS, Sector.SEMUA).targets == tuple(TARGETS)


def counted(month: date, people: int) -> ListedPeople:
    """An invented complete list."""
    return listed("51", month, people, {Segment.PU: people})


def shares(found: Trend) -> dict[str, list[tuple[date, int | None]]]:
    return {series.base: [(point.period, point.people) for point in series.points] for series in found.series}


def test_complete_lists_are_points_on_the_chosen_base_and_come_before_the_recap_of_their_month() -> None:
    lists = [
        counted(MARCH, 940_000), counted(JUNE, 950_000),
        listed("51", END_2025, 1, {Segment.PU: 1}, complete=frozenset()), listed("51", END_2025, 9, sample=True),
        replace(counted(END_2025, 5), region="51.04"),
    ]  # fmt: skip
    facts = [fact("51", MARCH, 935_079), fact("51", END_2023, 1_027_446, base=BPS_2022.name)]
    found = trend(BALI, facts, [UCJ, BPS_2022], TARGETS, Sector.SEMUA, listed=lists, base=UCJ)
    assert shares(found) == {
        BPS_2022.name: [(END_2023, 1_027_446)], "UCJ 2025": [(MARCH, 940_000), (JUNE, 950_000)],
    }  # fmt: skip
    assert [point.counted for point in found.series[1].points] == [True, True]
    assert found.series[1].points[0].definition == "Orang menurut NIK, PU + BPU + Jakon"
    other = trend(BALI, facts, [UCJ, BPS_2022], TARGETS, Sector.SEMUA, listed=lists, base=BPS_2022)
    assert shares(other) == {
        BPS_2022.name: [(END_2023, 1_027_446), (MARCH, 940_000), (JUNE, 950_000)], "UCJ 2025": [(MARCH, 935_079)],
    }  # fmt: skip


def test_the_whole_series_on_one_base() -> None:
    found = trend(
        BALI, PUBLISHED, [UCJ, BPS_2022], TARGETS, Sector.SEMUA, listed=[counted(JUNE, 950_000)], base=BPS_2022,
        restated=True,
    )  # fmt: skip
    assert found.restated
    [series] = found.series
    assert series.base == BPS_2022.name
    # The bare shares of June and December name another base and are left out; the list of June stands.
    assert [(point.period, point.people) for point in series.points] == [
        (END_2023, 1_027_446), (date(2024, 2, 29), 1_100_000), (date(2024, 5, 31), 1_089_273), (MARCH, 935_079),
        (JUNE, 950_000),
    ]  # fmt: skip
    assert {point.workers for point in series.points} == {2_607_070}


def test_without_construction_workers_only_what_tells_them_apart_is_a_point() -> None:
    facts = [*PUBLISHED, fact("51", MARCH, 100_000, measure=Measure.JAKON)]
    found = trend(BALI, facts, [UCJ], TARGETS, Sector.SEMUA, numerator=Numerator(jakon=False), base=UCJ)
    assert shares(found) == {"UCJ 2025": [(MARCH, 835_079)]}
