"""Findings that take several months to see: another denominator, stock and flow, jumps."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.findings import Finding, findings
from desktop_app.analysis.findings.jumps import FEWEST_CHANGES, LIMIT, jumps_of
from desktop_app.domain.facts import RecapFact
from desktop_app.domain.periods import months_later
from desktop_app.domain.segments import Measure
from tests.analysis.values import BPS_2022, END_2023, END_2024, MARCH, SEPTEMBER, UCJ, base, fact, listed

JUNE_2024, MAY_2024 = date(2024, 6, 30), date(2024, 5, 31)
DENPASAR = "51.71"


def of(code: str, found: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.code == code]


def monthly(people: Sequence[int], first: date = date(2024, 1, 31), *, name: str = "UCJ 2025") -> list[RecapFact]:
    return [fact("51.04", months_later(first, n), count, base=name) for n, count in enumerate(people)]


# Another denominator


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ([fact("51.04", JUNE_2024, share=0.43, base=""), fact("51.04", SEPTEMBER, 130_300)],
         "43\u00a0% pada 30 Juni 2024 menjadi 65,60\u00a0% (+22,60 poin), tetapi penyebutnya berbeda: tidak disebut, lalu UCJ"
         " 2025. Perubahan itu bukan kenaikan cakupan semata. Samakan penyebutnya"),
        ([fact("51.03", MAY_2024, share=0.61, base="BPS bekerja Agustus 2023"), fact("51.03", MARCH, share=0.5868)],
         "61\u00a0% pada 31 Mei 2024 menjadi 58,68\u00a0% (−2,32 poin), tetapi penyebutnya berbeda: BPS bekerja Agustus 2023,"
         " lalu UCJ 2025. Perubahan itu bukan penurunan cakupan semata."),
        ([fact("51", MAY_2024, 1_089_273, workers=2_617_816, base="BPS bekerja Agustus 2023"), fact("51", MARCH, 935_079)],
         "Pada penyebut UCJ 2025, 31 Mei 2024 adalah 59,27\u00a0% (1.089.273 dari 1.837.899)."),
    ],
    ids=["Gianyar", "Badung", "Bali"],
)  # fmt: skip
def test_a_change_that_coincides_with_another_base(facts: list[RecapFact], said: str) -> None:
    [found] = of("base_changed", findings(facts, [UCJ]))
    assert said in found.message
    assert not found.serious


@pytest.mark.parametrize(
    "facts",
    [
        [fact("51.04", JUNE_2024, share=0.43), fact("51.04", SEPTEMBER, 130_300)],
        [fact("51.04", JUNE_2024, share=0.651, base="BPS"), fact("51.04", SEPTEMBER, 130_300)],
        [fact("51.04", JUNE_2024, share=0.43, base="BPS"), fact("51.04", SEPTEMBER, 130_300),
         fact("51.04", SEPTEMBER, share=0.46, base="bps")],
        [fact("51.04", JUNE_2024, 100, base="BPS", measure=Measure.PU), fact("51.04", SEPTEMBER, 9_000, measure=Measure.PU)],
        [fact("51.03", JUNE_2024, share=0.43, base="BPS"), fact("51.04", SEPTEMBER, 130_300)],
    ],
    ids=["one base", "less than a point", "both bases in the later month", "segments", "two regions"],
)  # fmt: skip
def test_no_change_of_base(facts: list[RecapFact]) -> None:
    assert of("base_changed", findings(facts, [UCJ])) == []


# Stock and flow


def test_what_came_in_a_year_is_no_stock() -> None:
    """Branch Denpasar 2023: 571,891 active people, and 194,210 BPU and 207,010 PU that came in the year."""
    note = "Penambahan peserta 2023"
    facts = [
        fact(DENPASAR, END_2023, 571_891, base=""),
        fact(DENPASAR, END_2023, 194_210, measure=Measure.BPU, base="", note=note, cell="F9"),
        fact(DENPASAR, END_2023, 207_010, measure=Measure.PU, base="", note=note, cell="G9"),
    ]
    first, second = of("stock_flow", findings(facts, [], names={DENPASAR: "Kota Denpasar"}))
    assert first.message == (
        "Kota Denpasar, 31 Desember 2023, BPU: 194.210 orang tampaknya penambahan, bukan peserta aktif: hanya 34\u00a0% dari"
        " jumlah 571.891 peserta aktif pada 31 Desember 2023. Angka tambahan tidak boleh dijumlah dengan peserta aktif;"
        " minta jumlah peserta aktif kepada pengirim."
    )
    assert "207.010 orang tampaknya penambahan" in second.message
    assert first.serious


@pytest.mark.parametrize(
    ("people", "note", "file", "found"),
    [
        (194_210, "Peserta baru 2023", "Rekap.xlsx", True),
        (194_210, "", "PENAMBAHAN_BPU_2023.xlsx", True),
        (194_210, "Realisasi 2023", "Rekap.xlsx", True),
        (194_210, "", "Rekap.xlsx", False),
        (194_210, "Persentase saja, format terbaru", "Rekap baru.xlsx", False),
        (560_000, "naik karena penambahan Jakon", "Rekap.xlsx", False),
    ],
)
def test_words_that_tell_a_flow(people: int, note: str, file: str, found: bool) -> None:
    stock = fact(DENPASAR, MAY_2024, 571_891)
    flow = fact(DENPASAR, END_2024, people, note=note, file=file, base="")
    assert bool(of("stock_flow", findings([stock, flow], []))) == found


def test_without_a_stock_only_plain_words_tell() -> None:
    assert of("stock_flow", findings([fact(DENPASAR, END_2024, 5_000, note="Peserta baru")], []))
    assert not of("stock_flow", findings([fact(DENPASAR, END_2024, 5_000, note="Realisasi 2024")], []))


THROUGH_2024 = [900, 2_100, 3_000, 4_400, 5_100, 6_300, 7_000, 8_200, 9_100, 9_900, 11_000, 12_000]


def test_numbers_that_begin_anew_in_january() -> None:
    [found] = of("stock_flow", findings(monthly([*THROUGH_2024, 1_000, 2_200, 2_900]), []))
    assert found.period == date(2025, 1, 31)
    assert "1.000 orang, setelah 12.000 pada 31 Desember 2024; sepanjang 2024 angkanya hanya naik" in found.message
    assert of("jump", findings(monthly([*THROUGH_2024, 1_000, 2_200, 2_900]), [])) == []


@pytest.mark.parametrize(
    "people",
    [
        [*THROUGH_2024, 12_500, 13_000],
        [*THROUGH_2024, 9_000, 9_500],
        [*THROUGH_2024[:-1], 9_000, 1_000, 2_000],
        [*THROUGH_2024, 1_000, 900],
    ],
    ids=["goes on", "falls less than by half", "fell before", "falls on"],
)
def test_numbers_that_do_not_begin_anew(people: list[int]) -> None:
    assert of("stock_flow", findings(monthly(people), [])) == []


# Jumps

STEADY = [100_000, 100_900, 101_700, 102_700, 103_500, 104_500, 105_200, 106_300]


def test_a_jump_is_told_with_what_is_usual() -> None:
    [found] = of("jump", findings(monthly([*STEADY, 160_000]), [], names={"51.04": "Kabupaten Gianyar"}))
    assert found.message == (
        "Kabupaten Gianyar, 30 September 2024, jumlah: 160.000 orang, 53.700 lebih banyak daripada 31 Agustus 2024"
        " (106.300); biasanya +950 orang per bulan (skor 237,2, batas 3,5). Periksa apakah berkas bulan itu lengkap dan"
        " definisinya sama."
    )


@pytest.mark.parametrize(
    ("people", "months"),
    [
        (STEADY, []),
        ([*STEADY, 107_300, 60_000], [10]),
        ([*STEADY, 60_000, 108_000], [9]),
        ([*STEADY[:4], 160_000, 160_500], []),
        ([100_000] * 8, []),
        ([100_000] * 8 + [102_000], [9]),
        ([100_000] * 8 + [100_900], []),
        ([40] * 8 + [55], []),
        ([40] * 8 + [80], [9]),
    ],
    ids=[
        "steady", "fall", "one odd month", "too few", "constant", "constant, then not", "below one percent",
        "few people", "a village",
    ],
)  # fmt: skip
def test_jumps(people: list[int], months: list[int]) -> None:
    found = of("jump", findings(monthly(people), []))
    assert [finding.period for finding in found] == [months_later(date(2023, 12, 31), month) for month in months]


def test_a_gap_of_months_is_taken_per_month() -> None:
    facts = [*monthly(STEADY), fact("51.04", date(2025, 2, 28), 112_000)]
    assert of("jump", findings(facts, [])) == []


def test_bases_and_measures_are_not_set_beside_each_other() -> None:
    other = fact("51.04", date(2024, 9, 30), 160_000, base="UCJ 2026")
    part = fact("51.04", date(2024, 9, 30), 160_000, measure=Measure.PU)
    assert of("jump", findings([*monthly(STEADY), other, part], [])) == []


def test_only_complete_lists_of_real_people_jump() -> None:
    months = [months_later(date(2024, 1, 31), n) for n in range(9)]
    lists = [listed("51.04", month, people) for month, people in zip(months, [*STEADY, 160_000], strict=True)]
    [found] = findings([], [], listed=lists)
    assert (found.code, found.place) == ("jump", "Daftar peserta lengkap 30 September 2024")
    assert found.message.startswith(
        "Wilayah 51.04, 30 September 2024, daftar peserta: 160.000 orang, 53.700 lebih banyak"
    )
    for odd in (
        listed("51.04", months[-1], 160_000, sample=True),
        listed("51.04", months[-1], 160_000, complete=frozenset()),
    ):
        assert findings([], [], listed=[*lists[:-1], odd]) == []


@given(st.lists(st.integers(0, 3_000_000), max_size=24))
def test_jumps_stand_above_the_limit_and_follow_the_months(people: list[int]) -> None:
    months = [months_later(date(2024, 1, 31), n) for n in range(len(people))]
    found = jumps_of(list(zip(months, people, strict=True)))
    assert len(people) > FEWEST_CHANGES or found == []
    assert all(jump.score is None or jump.score > LIMIT for jump in found)
    assert [jump.until for jump in found] == sorted({jump.until for jump in found})


@given(st.integers(0, 1_000_000), st.integers(-5_000, 5_000), st.integers(FEWEST_CHANGES + 1, 24))
def test_a_straight_line_has_no_jump(start: int, step: int, length: int) -> None:
    months = [months_later(date(2024, 1, 31), n) for n in range(length)]
    assert jumps_of([(month, 200_000 + start + n * step) for n, month in enumerate(months)]) == []


def test_the_published_figures_of_2023_yield_their_explanation_and_nothing_serious() -> None:
    facts = [
        fact("51", END_2023, 1_027_446, share=0.3941, base=BPS_2022.name),
        fact("51", END_2023, 715_410, share=0.59, measure=Measure.FORMAL, base=BPS_2022.name),
        fact("51", END_2023, 312_036, share=0.22, measure=Measure.INFORMAL, base=BPS_2022.name),
    ]
    found = findings(facts, [BPS_2022, base("UCJ 2024", {"51.01": 109_417})])
    assert [(one.code, one.serious) for one in found] == [("share_mix", False)]


invented = st.lists(
    st.builds(
        lambda code, month, people, share, measure, name, note: fact(
            code, months_later(date(2024, 1, 31), month), people, share=share, measure=measure, base=name, note=note
        ),
        st.sampled_from(["51", "51.04"]),
        st.integers(0, 14),
        st.none() | st.integers(0, 3_000_000),
        st.none() | st.floats(0, 2),
        st.sampled_from(Measure),
        st.sampled_from(["UCJ 2025", BPS_2022.name, ""]),
        st.sampled_from(["", "Penambahan 2024", "12 perusahaan"]),
    ),
    max_size=40,
    unique_by=lambda one: (one.region, one.measure, one.period),
)


@given(invented.flatmap(lambda facts: st.tuples(st.just(facts), st.permutations(facts))))
def test_findings_do_not_depend_on_the_order_of_the_facts(both: tuple[list[RecapFact], list[RecapFact]]) -> None:
    one, other = (findings(facts, [UCJ, BPS_2022]) for facts in both)
    assert one == other
    assert [found.period for found in one] == sorted(found.period for found in one)
    assert {(found.region, found.period) for found in one} <= {(each.region, each.period) for each in both[0]}
