"""The figure of a region for a month: which people, on which base, against which target, and what is not known."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage, coverage_table
from desktop_app.analysis.numerators import USUAL
from desktop_app.analysis.target_choice import chosen_target
from desktop_app.domain.facts import ListedPeople, RecapFact, Target, WorkerBase
from desktop_app.domain.indonesian import percent
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.segments import Counting, Measure, Numerator, Sector, Segment
from tests.analysis.values import (
    BADUNG,
    BALI,
    BPS_2022,
    END_2023,
    END_2024,
    GIANYAR,
    JEMBRANA,
    KARANGASEM,
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
    numerator: Numerator = USUAL,
    below: dict[str, tuple[Region, ...]] | None = None,
    targets: list[Target] = TARGETS,
) -> CoverageTable:
    return coverage_table(
        region, children, facts, lists, on, targets, period, sector, numerator=numerator, below=below
    )  # fmt: skip


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


UNSAID = "menurut rekap, yang tidak menyebut orang atau kepesertaan"
PU, BPU, JAKON = Segment.PU, Segment.BPU, Segment.JAKON
WITHOUT = Numerator(jakon=False)
MEMBERSHIPS = Numerator(Counting.KEPESERTAAN)


@pytest.mark.parametrize(
    ("sector", "given", "people", "words"),
    [
        (Sector.FORMAL, {Measure.PU: 538_504, Measure.JAKON: 176_906}, 715_410, "PU + Jakon"),
        (Sector.FORMAL, {Measure.PU: 538_504}, 538_504, "PU, tanpa Jakon"),
        (Sector.FORMAL, {Measure.JAKON: 176_906}, None, ""),
        (Sector.FORMAL, {Measure.FORMAL: 715_410, Measure.PU: 538_504}, 715_410, "Formal"),
        (Sector.INFORMAL, {Measure.BPU: 298_595}, 298_595, "BPU"),
        (Sector.SEMUA, {Measure.FORMAL: 715_410, Measure.INFORMAL: 312_036}, 1_027_446, "Formal + informal"),
        (Sector.SEMUA, {Measure.FORMAL: 715_410}, None, ""),
        (Sector.SEMUA, {Measure.PU: 21_080, Measure.BPU: 10_547}, 31_627, "PU + BPU, tanpa Jakon"),
        (Sector.SEMUA, {Measure.PU: 21_080, Measure.BPU: 10_547, Measure.JAKON: 0}, 31_627, "PU + BPU + Jakon"),
        (Sector.SEMUA, {Measure.PU: 21_080}, None, ""),
    ],
)
def test_segments_stand_for_a_sector_and_say_so(
    sector: Sector, given: dict[Measure, int], people: int | None, words: str
) -> None:
    facts = [fact("51", END_2023, count, measure=measure, base="") for measure, count in given.items()]
    whole = table(facts, on=BPS_2022, period=END_2023, sector=sector).whole
    assert (whole.active, whole.note) == (people, "")
    assert whole.definition == (f"{words} {UNSAID}" if words else "")


@pytest.mark.parametrize(
    ("sector", "given", "people", "words"),
    [
        (Sector.FORMAL, {Measure.FORMAL: 715_410, Measure.JAKON: 176_906}, 538_504, "Formal dikurangi Jakon"),
        (Sector.FORMAL, {Measure.PU: 538_504}, 538_504, "PU, tanpa Jakon"),
        (Sector.FORMAL, {Measure.FORMAL: 715_410}, None, ""),
        (Sector.SEMUA, {Measure.TOTAL: 1_027_446, Measure.JAKON: 176_906}, 850_540, "Jumlah dikurangi Jakon"),
        (Sector.SEMUA, {Measure.PU: 21_080, Measure.BPU: 10_547}, 31_627, "PU + BPU, tanpa Jakon"),
        (Sector.SEMUA, {Measure.TOTAL: 1_027_446}, None, ""),
        (Sector.SEMUA, {Measure.TOTAL: 10, Measure.JAKON: 11}, None, ""),
        (Sector.INFORMAL, {Measure.INFORMAL: 312_036}, 312_036, "Informal"),
    ],
)
def test_a_recap_without_construction_workers_as_far_as_it_tells_them_apart(
    sector: Sector, given: dict[Measure, int], people: int | None, words: str
) -> None:
    facts = [fact("51", END_2023, count, measure=measure, base=BPS) for measure, count in given.items()]
    whole = table(facts, on=BPS_2022, period=END_2023, sector=sector, numerator=WITHOUT).whole
    assert whole.active == people
    assert whole.definition == (f"{words} {UNSAID}" if words else "")


def test_what_a_recap_cannot_give_by_this_numerator_is_missing_and_told_beside() -> None:
    facts = [fact("51", END_2023, 1_027_446, base=BPS), fact("51", MARCH, share=0.5088)]
    whole = table(facts, on=BPS_2022, period=END_2023, numerator=WITHOUT).whole
    assert (whole.active, whole.share, whole.shown_share) == (None, None, None)
    assert whole.elsewhere == "1.027.446 peserta termasuk Jakon, 31 Desember 2023 (Rekap.xlsx)"
    bare = table(facts, numerator=WITHOUT).whole
    assert (bare.shown_share, bare.elsewhere[:7]) == (None, "50,88\u00a0%")


def test_a_sum_of_parts_names_all_its_cells() -> None:
    facts = [
        fact("51", END_2023, 715_410, measure=Measure.FORMAL, cell="C7", note="dikutip"),
        fact("51", END_2023, 312_036, measure=Measure.INFORMAL, cell="E7", file="Lain.xlsx"),
    ]
    whole = table(facts, on=BPS_2022, period=END_2023).whole
    assert whole.fact is not None
    assert whole.fact.origin.cell == "C7 + E7 (Lain.xlsx, lembar Rekap)"
    assert whole.note == "dikutip"


PARTS = {Segment.PU: 98_097, Segment.BPU: 33_000}


def test_a_complete_list_counts_and_the_recap_stands_beside_it() -> None:
    row = table(
        [fact("51.04", MARCH, 130_300)], region=GIANYAR, lists=(listed("51.04", MARCH, 131_097, PARTS, waiting=81),)
    ).whole
    assert (row.active, row.counted, row.fact, row.waiting) == (131_097, True, None, 81)
    assert (row.recap_active, row.difference) == (130_300, -797)
    assert row.recap is not None
    assert row.definition == "Orang menurut NIK, PU + BPU + Jakon"
    assert [(check.ok, check.message) for check in row.checks] == [
        (
            False,
            "Rekap mencatat 130.300 (Rekap.xlsx, sel D7), 797 lebih sedikit daripada daftar peserta yang dipakai.",
        ),
        (False, "+ 81 baris menunggu dan belum dihitung."),
    ]


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


TOGETHER = {
    frozenset({PU}): 60, frozenset({BPU}): 25, frozenset({JAKON}): 5, frozenset({PU, BPU}): 4, frozenset({PU, JAKON}): 6,
}  # fmt: skip
"""100 people, ten of them in two segments."""


@pytest.mark.parametrize(
    ("sector", "numerator", "people", "words"),
    [
        (Sector.SEMUA, USUAL, 100, "Orang menurut NIK, PU + BPU + Jakon"),
        (Sector.SEMUA, WITHOUT, 95, "Orang menurut NIK, PU + BPU, tanpa Jakon"),
        (Sector.FORMAL, USUAL, 75, "Orang menurut NIK, PU + Jakon"),
        (Sector.FORMAL, WITHOUT, 70, "Orang menurut NIK, PU, tanpa Jakon"),
        (Sector.INFORMAL, USUAL, 29, "Orang menurut NIK, BPU"),
        (Sector.INFORMAL, WITHOUT, 29, "Orang menurut NIK, BPU"),
        (Sector.SEMUA, MEMBERSHIPS, 118, "Kepesertaan, PU + BPU + Jakon"),
        (Sector.FORMAL, MEMBERSHIPS, 87, "Kepesertaan, PU + Jakon"),
        (Sector.SEMUA, Numerator(Counting.KEPESERTAAN, jakon=False), 105, "Kepesertaan, PU + BPU, tanpa Jakon"),
    ],
)
def test_people_of_a_list_by_sector_and_numerator(
    sector: Sector, numerator: Numerator, people: int, words: str
) -> None:
    invented = listed("51", END_2023, 100, together=TOGETHER, memberships={PU: 74, BPU: 31, JAKON: 13})
    whole = table([], lists=(invented,), on=BPS_2022, period=END_2023, sector=sector, numerator=numerator).whole
    assert (whole.active, whole.definition, whole.counted) == (people, words, True)


@pytest.mark.parametrize(
    ("sector", "numerator", "complete", "people"),
    [
        (Sector.INFORMAL, USUAL, {BPU}, 29),
        (Sector.FORMAL, USUAL, {PU, JAKON}, 75),
        (Sector.FORMAL, USUAL, {PU}, 70),
        (Sector.FORMAL, USUAL, {JAKON}, None),
        (Sector.SEMUA, USUAL, {PU, BPU}, None),
        (Sector.SEMUA, WITHOUT, {PU, BPU}, 95),
    ],
)
def test_a_list_stands_for_a_sector_where_it_is_complete_for_its_segments(
    sector: Sector, numerator: Numerator, complete: set[Segment], people: int | None
) -> None:
    invented = listed("51", END_2023, 100, together=TOGETHER, complete=frozenset(complete))
    whole = table([], lists=(invented,), on=BPS_2022, period=END_2023, sector=sector, numerator=numerator).whole
    assert (whole.active, whole.counted) == (people, people is not None)


def test_nobody_in_a_complete_list_is_nought_and_no_list_is_nothing() -> None:
    empty = listed("51", END_2023, 0)
    assert table([], lists=(empty,), on=BPS_2022, period=END_2023).whole.active == 0
    assert table([], on=BPS_2022, period=END_2023).whole.active is None


def test_people_in_two_segments_are_told_once() -> None:
    [check] = table([], lists=(listed("51", MARCH, 100, {PU: 70, BPU: 29}, together=TOGETHER),)).whole.checks
    assert check.ok
    assert check.message.startswith("10 orang ada di lebih dari satu segmen dan dihitung sekali")


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
    assert answer.whole.parts is not None
    assert answer.whole.parts.words == "1 dari 2 kabupaten/kota"
    assert answer.whole.parts.missing == (JEMBRANA,)


def test_the_sum_of_a_region_needs_people_of_all_its_parts_and_a_base_of_its_own() -> None:
    facts = [fact("51.01", MARCH, 70_017), fact("51.04", MARCH, 130_300)]
    whole = table(facts, children=(JEMBRANA, GIANYAR), on=base("UCJ 2025", {"51": 400_000})).whole
    assert (whole.active, whole.workers, whole.summed_children) == (200_317, 400_000, 2)
    assert whole.definition.endswith("; jumlah dari 2 kabupaten/kota")


def test_an_older_figure_gives_way_to_the_sum_of_the_month() -> None:
    pair = base("UCJ 2025", {"51": 1_837_899, "51.01": 109_417, "51.04": 198_628})
    facts = [fact("51", END_2024, 900_000), fact("51.01", MARCH, 70_017), fact("51.04", MARCH, 130_300)]
    whole = table(facts, children=(JEMBRANA, GIANYAR), on=pair).whole
    assert (whole.active, whole.stale, whole.period) == (200_317, False, MARCH)


def test_a_newer_sum_comes_before_an_older_figure_of_its_own() -> None:
    pair = base("UCJ 2025", {"51": 400_000})
    facts = [
        fact("51", END_2023, 300_000), fact("51.01", END_2024, 70_017), fact("51.04", END_2024, 130_300),
        fact("51.04", MARCH, 131_000),
    ]  # fmt: skip
    whole = table(facts, children=(JEMBRANA, GIANYAR), on=pair).whole
    assert (whole.active, whole.period, whole.stale, whole.summed_children) == (200_317, END_2024, True, 2)
    assert whole.parts is not None
    assert whole.parts.words == "1 dari 2 kabupaten/kota"


def test_the_list_of_all_is_no_comparison_where_not_all_parts_are_lists() -> None:
    lists = (listed("51", MARCH, 100, complete=frozenset()), listed("51.01", MARCH, 100))
    whole = table([fact("51.04", MARCH, 130_300)], children=(JEMBRANA, GIANYAR), lists=lists).whole
    assert [check.message for check in whole.checks] == [
        "Angka ini jumlah 2 kabupaten/kota.",
        "1 dari 2 kabupaten/kota punya daftar peserta; orang yang terdaftar di dua wilayah belum dapat dihitung.",
    ]


def test_a_gap_that_the_shown_shares_do_not_give_is_explained() -> None:
    on = base("UCJ 2025", {"51": 11_539})
    whole = table([fact("51", MARCH, 6_449)], on=on, targets=[target("51", 2025, 0.672849)]).whole
    assert [check.message for check in whole.checks] == [
        "Selisih −11,40 poin dihitung sebelum dibulatkan: 55,8887 − 67,2849.",
    ]  # fmt: skip


KECAMATAN = tuple(Region(f"51.04.0{n}", f"Kecamatan {n}", Level.KECAMATAN) for n in (1, 2))


def test_parts_two_levels_down_and_what_lies_between() -> None:
    """Invented: Gianyar is the sum of its two kecamatan, Jembrana has a figure of its own and none below."""
    below = {"51": (JEMBRANA, GIANYAR), "51.04": KECAMATAN}
    pair = base("UCJ 2025", {"51": 1_000, "51.04.01": 100, "51.04.02": 200})
    facts = [fact("51.01", MARCH, 300), fact("51.04.01", MARCH, 40), fact("51.04.02", MARCH, 60)]
    answer = table(facts, children=KECAMATAN, on=pair, below=below)
    assert [(row.active, row.share) for row in answer.rows] == [(40, 0.4), (60, 0.3)]
    assert (answer.whole.active, answer.sum_active) == (400, 100)
    regencies = table(facts, children=(JEMBRANA, GIANYAR), on=pair, below=below)
    gianyar = regencies.rows[1]
    assert (gianyar.active, gianyar.workers, gianyar.summed_children) == (100, 300, 2)
    assert regencies.whole.active == answer.whole.active


def test_the_parts_are_held_against_the_regions_own_figure() -> None:
    pair = base("UCJ 2025", {"51": 1_837_899})
    facts = [fact("51", MARCH, 200_000), fact("51.01", MARCH, 70_017), fact("51.04", MARCH, 130_300)]
    [differs] = table(facts, children=(JEMBRANA, GIANYAR), on=pair).whole.checks
    assert (differs.ok, differs.message) == (
        False, "Jumlah 2 kabupaten/kota adalah 200.317 orang, 317 lebih banyak daripada angka wilayah ini.",
    )  # fmt: skip
    [missing] = table(facts[:2], children=(JEMBRANA, GIANYAR), on=pair).whole.checks
    assert (missing.ok, missing.message) == (
        False, "Jumlah 1 dari 2 kabupaten/kota adalah 70.017 orang; belum ada angka bulan ini: Gianyar.",
    )  # fmt: skip


def test_a_list_of_all_tells_who_was_counted_in_two_parts() -> None:
    lists = (
        listed("51", MARCH, 150, complete=frozenset()), listed("51.01", MARCH, 100), listed("51.04", MARCH, 60),
    )  # fmt: skip
    whole = table([], children=(JEMBRANA, GIANYAR), lists=lists).whole
    assert (whole.active, whole.summed_children) == (160, 2)
    assert [check.message for check in whole.checks] == [
        "Angka ini jumlah 2 kabupaten/kota.", "Menurut NIK ada 150 orang; 10 terhitung di dua wilayah.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("share", "workers", "messages"),
    [
        (0.5088, 1_837_899, [
            (True, "Persentase tercetak 50,88\u00a0% cocok: 935.079 dari 1.837.899 adalah 50,88\u00a0%."),
            (True, "Penyebut tercetak 1.837.899 sama dengan yang tersimpan."),
        ]),
        (0.5088, 1_873_899, [
            (False, "Tercetak 50,88\u00a0%, tetapi 935.079 dari 1.873.899 adalah 49,90\u00a0%."),
            (False, "Penyebut tercetak 1.873.899, tersimpan 1.837.899."),
        ]),
        (None, None, []),
    ],
)  # fmt: skip
def test_printed_numbers_are_held_against_each_other(
    share: float | None, workers: int | None, messages: list[tuple[bool, str]]
) -> None:
    checks = table([fact("51", MARCH, 935_079, share=share, workers=workers)]).whole.checks
    assert [(check.ok, check.message) for check in checks] == messages


def test_segments_of_a_recap_are_added_up() -> None:
    parts = {Measure.TOTAL: 31_627, Measure.PU: 21_080, Measure.BPU: 10_547, Measure.JAKON: 3}
    facts = [fact("51", MARCH, count, measure=measure) for measure, count in parts.items()]
    [check] = table(facts).whole.checks
    assert not check.ok
    assert check.message == "PU + BPU + Jakon = 31.630, 3 lebih banyak daripada jumlah tercetak."


def test_ranks_of_those_with_a_share() -> None:
    four = base("UCJ 2025", {"51.01": 100, "51.03": 100, "51.04": 100})
    facts = [fact("51.01", MARCH, 50), fact("51.03", MARCH, 50), fact("51.04", END_2024, 40)]
    rows = table(facts, children=(JEMBRANA, BADUNG, GIANYAR, KARANGASEM), on=four).rows
    assert [(row.region.code, row.rank) for row in rows] == [
        ("51.01", 1), ("51.03", 1), ("51.04", 3), ("51.07", None),
    ]  # fmt: skip


def test_a_target_in_people_counts_on_its_own_base_and_by_its_share_elsewhere() -> None:
    split = replace(target("51.04", 2025, 133_637 / 198_628), people=133_637, base="ucj 2025")
    gianyar = table([fact("51.04", MARCH, 130_300)], region=GIANYAR, targets=[split]).whole
    assert (gianyar.target_people, gianyar.gap_people) == (133_637, 3_337)
    other = base("Lain", {"51.04": 200_000})
    assert table([fact("51.04", MARCH, 1)], region=GIANYAR, on=other, targets=[split]).whole.target_people == 134_561


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
        ("51.04", 2025, None, TARGETS[0]),
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
