"""The figure of a region for a month: which people, on which base, against which target, and what is not known."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage, coverage_table
from desktop_app.analysis.target_choice import chosen_target
from desktop_app.domain.facts import ListedPeople, RecapFact, WorkerBase
from desktop_app.domain.indonesian import percent
from desktop_app.domain.regions import Region
from desktop_app.domain.segments import Measure, Sector, Segment
from tests.analysis.values import (
    BADUNG,
    BALI,
    BPS_2022,
    END_2023,
    END_2024,
    GIANYAR,
    JEMBRANA,
    MARCH,
    SEPTEMBER,
    TARGETS,
    UCJ,
    base,
    fact,
    listed,
    target,
)

BPS = BPS_2022.name


def table(
    facts: list[RecapFact],
    *,
    region: Region = BALI,
    children: tuple[Region, ...] = (),
    lists: tuple[ListedPeople, ...] = (),
    on: WorkerBase = UCJ,
    period: date = MARCH,
    sector: Sector = Sector.SEMUA,
) -> CoverageTable:
    return coverage_table(region, children, facts, lists, on, TARGETS, period, sector)


@pytest.mark.parametrize(
    ("people", "workers", "shown"),
    [
        (1_027_446, 2_607_070, "39,41"),
        (715_410, 1_214_028, "58,93"),
        (312_036, 1_393_042, "22,40"),
        (298_595, 1_393_042, "21,43"),
        (538_504, 1_214_028, "44,36"),
        (935_079, 1_837_899, "50,88"),
        (130_300, 198_628, "65,60"),
        (70_017, 109_417, "63,99"),
        (1_089_273, 2_617_816, "41,61"),
    ],
)
def test_published_shares(people: int, workers: int, shown: str) -> None:
    whole = table([fact("51", MARCH, people)], on=base("UCJ 2025", {"51": workers})).whole
    assert whole.share is not None
    assert percent(whole.share) == f"{shown}\u00a0%"


@pytest.mark.parametrize(
    ("sector", "measure", "people", "workers"),
    [
        (Sector.SEMUA, Measure.TOTAL, 1_027_446, 2_607_070),
        (Sector.FORMAL, Measure.FORMAL, 715_410, 1_214_028),
        (Sector.INFORMAL, Measure.INFORMAL, 312_036, 1_393_042),
    ],
)
def test_each_sector_on_its_own_base(sector: Sector, measure: Measure, people: int, workers: int) -> None:
    facts = [
        fact("51", END_2023, 1_027_446, base=BPS),
        fact("51", END_2023, 715_410, measure=Measure.FORMAL, base=BPS),
        fact("51", END_2023, 312_036, measure=Measure.INFORMAL, base=BPS),
    ]
    whole = table(facts, on=BPS_2022, period=END_2023, sector=sector).whole
    assert (whole.active, whole.workers) == (people, workers)
    assert whole.fact is not None
    assert whole.fact.measure is measure
    assert whole.note == ""


def test_the_gap_in_points_and_people() -> None:
    whole = table([fact("51", MARCH, 935_079)]).whole
    assert whole.target == TARGETS[0]
    assert whole.gap == pytest.approx(-0.16402, abs=1e-5)
    assert (whole.target_people, whole.gap_people) == (1_236_539, 301_460)


def test_the_later_of_two_facts_with_one_key_counts() -> None:
    facts = [fact("51", MARCH, 900_000, cell="C3"), fact("51", MARCH, 935_079, cell="C9")]
    whole = table(facts).whole
    assert whole.active == 935_079
    assert whole.fact is not None
    assert whole.fact.origin.cell == "C9"


def test_a_count_on_the_asked_base_comes_before_a_later_one_on_another() -> None:
    facts = [fact("51", MARCH, 935_079), fact("51", MARCH, 1_100_000, base=BPS)]
    assert table(facts).whole.active == 935_079
    assert table(facts, on=BPS_2022).whole.active == 1_100_000


@pytest.mark.parametrize(
    ("asked", "active", "stale"),
    [
        (END_2024, 70_017, False),
        (date(2025, 1, 31), 70_017, True),
        (date(2025, 12, 31), 70_017, True),
        (date(2026, 1, 31), None, False),
        (date(2024, 11, 30), None, False),
    ],
)
def test_a_figure_stands_for_its_month_and_the_twelve_after(asked: date, active: int | None, stale: bool) -> None:
    jembrana = base("UCJ 2025", {"51.01": 109_417})
    whole = table([fact("51.01", END_2024, 70_017)], region=JEMBRANA, on=jembrana, period=asked).whole
    assert (whole.active, whole.stale) == (active, stale)
    assert whole.period == (END_2024 if active else None)


def test_a_stale_figure_is_shown_and_enters_no_sum() -> None:
    facts = [fact("51.01", END_2024, 70_017), fact("51.04", MARCH, 112_046)]
    both = table(facts, children=(GIANYAR, JEMBRANA), on=base("UCJ 2025", {"51.01": 109_417, "51.04": 198_628}))
    assert [row.region.code for row in both.rows] == ["51.01", "51.04"]
    assert (both.reporting, both.counted) == (2, 1)
    assert (both.sum_active, both.sum_workers) == (112_046, 198_628)


def test_a_bare_share_counts_only_on_its_own_base() -> None:
    facts = [fact("51.03", MARCH, share=0.5868)]
    own = table(facts, region=BADUNG).whole
    assert (own.active, own.reported, own.share, own.shown_share) == (None, 0.5868, None, 0.5868)
    assert own.gap == pytest.approx(0.5868 - 0.6728)
    assert own.gap_people is None
    other = table(facts, region=BADUNG, on=BPS_2022).whole
    assert other.shown_share is None
    assert other.elsewhere == "58,68\u00a0% pada penyebut UCJ 2025, 31 Maret 2025 (tanpa pembilang, Rekap.xlsx)"


def test_a_share_on_an_unknown_base_is_told_in_words_only() -> None:
    row = table([fact("51.03", MARCH, share=0.61, base="")], region=BADUNG).whole
    assert row.shown_share is None
    assert row.elsewhere.startswith("61,00\u00a0% tanpa nama penyebut, 31 Maret 2025")


def test_a_count_without_a_base_keeps_its_people_and_says_what_is_known_elsewhere() -> None:
    facts = [fact("51.01", END_2024, 70_017, workers=109_417, share=0.6399, base="UCJ 2024")]
    row = table(facts, region=JEMBRANA).whole
    assert (row.active, row.workers, row.share) == (70_017, None, None)
    assert row.elsewhere == ("63,99\u00a0% pada penyebut UCJ 2024, 31 Desember 2024 (70.017 dari 109.417, Rekap.xlsx)")


def test_a_count_that_stands_on_no_base_at_all_is_told_too() -> None:
    row = table([fact("51.06", MARCH, 31_627, base="")], region=replace(BADUNG, code="51.06")).whole
    assert row.elsewhere == "31.627 peserta aktif, 31 Maret 2025, tanpa penyebut UCJ 2025"


def test_a_base_without_the_region_is_taken_as_the_recap_of_that_base_prints_it() -> None:
    facts = [fact("51.01", END_2024, 70_017, workers=109_417, base="ucj  2024")]
    row = table(facts, region=JEMBRANA, on=base("UCJ 2024", {"51.04": 1}), period=END_2024).whole
    assert (row.active, row.workers) == (70_017, 109_417)
    assert row.note == "penyebut 109.417 seperti tercetak di rekap"


def test_people_may_be_restated_on_any_base() -> None:
    whole = table([fact("51", MARCH, 935_079, share=0.5088)], on=BPS_2022).whole
    assert whole.share == pytest.approx(935_079 / 2_607_070)
    assert whole.elsewhere == ""


@pytest.mark.parametrize(
    ("sector", "given", "people", "note"),
    [
        (Sector.FORMAL, {Measure.PU: 538_504, Measure.JAKON: 176_906}, 715_410, "Pembilang: PU + Jakon"),
        (Sector.FORMAL, {Measure.PU: 538_504}, 538_504, "Pembilang: PU, tanpa Jakon"),
        (Sector.FORMAL, {Measure.JAKON: 176_906}, None, ""),
        (Sector.FORMAL, {Measure.FORMAL: 715_410, Measure.PU: 538_504}, 715_410, ""),
        (Sector.INFORMAL, {Measure.BPU: 298_595}, 298_595, "Pembilang: BPU"),
        (Sector.SEMUA, {Measure.FORMAL: 715_410, Measure.INFORMAL: 312_036}, 1_027_446, "Pembilang: formal + informal"),
        (Sector.SEMUA, {Measure.FORMAL: 715_410}, None, ""),
        (Sector.SEMUA, {Measure.PU: 21_080, Measure.BPU: 10_547}, 31_627, "Pembilang: PU + BPU, tanpa Jakon"),
        (
            Sector.SEMUA,
            {Measure.PU: 21_080, Measure.BPU: 10_547, Measure.JAKON: 0},
            31_627,
            "Pembilang: PU + BPU + Jakon",
        ),
        (Sector.SEMUA, {Measure.PU: 21_080}, None, ""),
    ],
)
def test_segments_stand_for_a_sector_and_say_so(
    sector: Sector, given: dict[Measure, int], people: int | None, note: str
) -> None:
    facts = [fact("51", END_2023, count, measure=measure, base="") for measure, count in given.items()]
    whole = table(facts, on=BPS_2022, period=END_2023, sector=sector).whole
    assert (whole.active, whole.note) == (people, note)


def test_a_sum_of_parts_names_all_its_cells() -> None:
    facts = [
        fact("51", END_2023, 715_410, measure=Measure.FORMAL, cell="C7", note="dikutip"),
        fact("51", END_2023, 312_036, measure=Measure.INFORMAL, cell="E7", file="Lain.xlsx"),
    ]
    whole = table(facts, on=BPS_2022, period=END_2023).whole
    assert whole.fact is not None
    assert whole.fact.origin.cell == "C7 + E7 (Lain.xlsx, lembar Rekap)"
    assert whole.note == "Pembilang: formal + informal; dikutip"


PARTS = {Segment.PU: 100_000, Segment.BPU: 33_000}


def test_a_complete_list_counts_and_the_recap_stands_beside_it() -> None:
    row = table(
        [fact("51.04", MARCH, 130_300)], region=GIANYAR, lists=(listed("51.04", MARCH, 131_097, PARTS, waiting=81),)
    ).whole
    assert (row.active, row.counted, row.fact, row.waiting) == (131_097, True, None, 81)
    assert (
        row.note == "Rekap mencatat 130.300 orang (Rekap.xlsx, sel D7), 797 lebih sedikit; yang dipakai daftar peserta"
    )


@pytest.mark.parametrize(
    "people",
    [
        listed("51.04", MARCH, 5_000, PARTS, sample=True),
        listed("51.04", MARCH, 5_000, PARTS, complete=frozenset()),
        listed("51.04", MARCH, 5_000, {Segment.BPU: 5_000}, complete=frozenset({Segment.BPU})),
    ],
    ids=["sample", "partial", "only BPU"],
)
def test_samples_and_incomplete_lists_stand_beside_and_enter_no_figure(people: ListedPeople) -> None:
    row = table([fact("51.04", MARCH, 130_300)], region=GIANYAR, lists=(people,)).whole
    assert (row.active, row.counted, row.listed) == (130_300, False, people)
    alone = table([], region=GIANYAR, lists=(people,)).whole
    assert (alone.active, alone.share, alone.listed) == (None, None, people)


@pytest.mark.parametrize(
    ("sector", "by_segment", "complete", "people", "note"),
    [
        (Sector.INFORMAL, {Segment.BPU: 90}, {Segment.BPU}, 90, "Pembilang: BPU"),
        (Sector.INFORMAL, {}, {Segment.BPU}, 0, "Pembilang: BPU"),
        (Sector.FORMAL, {Segment.PU: 80, Segment.JAKON: 30}, {Segment.PU, Segment.JAKON}, 100, "Pembilang: PU + Jakon"),
        (Sector.FORMAL, {Segment.PU: 80, Segment.BPU: 30}, {Segment.PU, Segment.JAKON}, 80, "Pembilang: PU + Jakon"),
        (
            Sector.FORMAL,
            {Segment.PU: 80, Segment.BPU: 30, Segment.JAKON: 9},
            set(Segment),
            80,
            "Pembilang: PU, tanpa Jakon",
        ),
    ],
)
def test_people_of_a_sector_in_a_list(
    sector: Sector, by_segment: dict[Segment, int], complete: set[Segment], people: int, note: str
) -> None:
    invented = listed("51", END_2023, 100, by_segment, complete=frozenset(complete))
    whole = table([], lists=(invented,), on=BPS_2022, period=END_2023, sector=sector).whole
    assert (whole.active, whole.note, whole.counted) == (people, note, True)


def test_the_sum_of_all_children_stands_for_a_region_without_a_figure() -> None:
    pair = base("UCJ 2025", {"51.01": 109_417, "51.04": 198_628})
    facts = [fact("51.01", MARCH, 70_017), fact("51.04", MARCH, 130_300)]
    whole = table(facts, children=(JEMBRANA, GIANYAR), on=pair).whole
    assert (whole.active, whole.workers, whole.summed_children) == (200_317, 308_045, 2)
    assert whole.period == MARCH
    own = table([*facts, fact("51", MARCH, 935_079)], children=(JEMBRANA, GIANYAR), on=pair).whole
    assert (own.active, own.summed_children) == (935_079, 0)


@pytest.mark.parametrize("gap", ["missing", "stale", "reported"])
def test_one_child_without_a_figure_of_the_month_and_the_sum_is_not_known(gap: str) -> None:
    other = {
        "missing": [], "stale": [fact("51.01", END_2024, 70_017)], "reported": [fact("51.01", MARCH, share=0.6399)],
    }[gap]  # fmt: skip
    pair = base("UCJ 2025", {"51": 1_837_899, "51.01": 109_417, "51.04": 198_628})
    answer = table([fact("51.04", MARCH, 130_300), *other], children=(JEMBRANA, GIANYAR), on=pair)
    assert (answer.whole.active, answer.whole.summed_children) == (None, 0)
    assert (answer.counted, answer.sum_active) == (1, 130_300)


def test_nothing_known_is_none_and_the_row_is_there() -> None:
    answer = table([], children=(BADUNG, JEMBRANA))
    assert [row.region for row in answer.rows] == [JEMBRANA, BADUNG]
    for row in answer.rows:
        assert (row.active, row.reported, row.period, row.gap, row.gap_people) == (None,) * 5
    assert answer.sum_active is None


def test_a_negative_count_is_a_bug_of_the_caller() -> None:
    with pytest.raises(ValueError, match="negative"):
        table([fact("51", MARCH, -1)])


OWN = target("51.04", 2026, 0.8)


@pytest.mark.parametrize(
    ("code", "year", "document", "expected"),
    [
        ("51", 2025, None, TARGETS[0]),
        ("51", 2025, "Sekda", TARGETS[1]),
        ("51", 2025, "tidak ada", TARGETS[0]),
        ("51", 2026, "Sekda", TARGETS[2]),
        ("51", 2023, None, TARGETS[0]),
        ("51", 2030, None, TARGETS[2]),
        ("51.03", 2025, None, TARGETS[0]),
        ("51.04", 2025, None, OWN),
        ("51.04", 2026, None, OWN),
        ("51.04.01", 2026, None, TARGETS[2]),
        ("32", 2025, None, None),
    ],
)
def test_which_target(code: str, year: int, document: str | None, expected: object) -> None:
    assert chosen_target([*TARGETS, OWN], code, Sector.SEMUA, year, document) == expected
    assert chosen_target([*TARGETS, OWN], code, Sector.FORMAL, year, document) is None


def test_an_own_target_that_is_over_gives_way_to_the_provinces() -> None:
    over = target("51.04", 2024, 0.5)
    assert chosen_target([over, *TARGETS], "51.04", Sector.SEMUA, 2025) == TARGETS[0]
    assert chosen_target([over], "51.04", Sector.SEMUA, 2025) == over


def test_the_provinces_target_is_named_as_such() -> None:
    answer = table([fact("51.04", SEPTEMBER, 130_300)], children=(GIANYAR,), period=SEPTEMBER)
    [gianyar] = answer.rows
    assert gianyar.target_is_province
    assert not answer.whole.target_is_province


def test_reaching_the_target_leaves_no_people_missing() -> None:
    row = RegionCoverage(region=GIANYAR, base="UCJ 2025", workers=1_000_000, active=672_800, target=TARGETS[0])
    assert (row.target_people, row.gap_people) == (672_800, 0)


def test_a_share_of_a_segment_never_stands_for_a_sector() -> None:
    row = table([fact("51", MARCH, share=0.25, measure=Measure.PU)], sector=Sector.FORMAL).whole
    assert (row.shown_share, row.elsewhere) == (None, "")


def test_a_count_whose_base_is_not_known_keeps_its_printed_share() -> None:
    row = table([fact("51.03", MARCH, 144_301, share=0.5868)], region=BADUNG).whole
    assert (row.active, row.share, row.reported) == (144_301, None, 0.5868)
    assert row.gap_people is None
