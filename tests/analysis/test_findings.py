"""Findings: figures that contradict themselves or each other are named with their numbers; those that agree are not."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.analysis.digits import as_printed, swap_that_fits, with_two_digits_swapped
from desktop_app.analysis.findings import findings, implied_formal_part
from desktop_app.domain.facts import RecapFact, WorkerBase
from desktop_app.domain.segments import Measure, Sector
from tests.analysis.values import BPS_2022, END_2023, END_2024, MARCH, UCJ, base, fact

BPS = BPS_2022.name


def codes(facts: list[RecapFact], *bases: WorkerBase) -> list[str]:
    return [finding.code for finding in findings(facts, bases)]


def test_two_digits_swapped() -> None:
    wrong = fact("51", MARCH, 935_079, workers=1_873_899, share=0.5088, base="UCJ Maret 2025", cell="E7")
    [found] = findings([wrong], [UCJ])
    assert (found.code, found.region, found.period) == ("pct_mismatch", "51", MARCH)
    assert found.message == (
        "Wilayah 51, 31 Maret 2025, jumlah: tercetak 50,88\u00a0%, tetapi 935.079 dari 1.873.899 adalah 49,90\u00a0%."
        " Bila dua angka pada penyebut tertukar, 1.837.899 memberi 50,88\u00a0%."
        " Cocokkan penyebut itu dengan berkas asal."
    )
    assert found.place == "Rekap.xlsx, lembar Rekap, sel E7"


def test_the_printed_base_is_compared_with_the_stored_one() -> None:
    wrong = fact("51", MARCH, 935_079, workers=1_873_899, share=0.5088)
    found = findings([wrong], [UCJ])
    assert [finding.code for finding in found] == ["base_differs", "pct_mismatch"]
    assert "tercetak 1.873.899 pekerja, sedangkan penyebut UCJ 2025 menyimpan 1.837.899." in found[0].message


@pytest.mark.parametrize(
    ("people", "workers", "share", "wrong"),
    [
        (935_079, 1_837_899, 0.5088, False),
        (715_410, 1_214_028, 0.59, False),
        (715_410, 1_214_028, 0.5893, False),
        (298_595, 1_393_042, 0.2143, False),
        (298_595, 1_393_042, 0.2144, True),
        (130_300, 198_628, 130_300 / 198_628, False),
        (130_300, 198_628, 0.6660, True),
        (70_017, 109_417, 0.64, False),
    ],
)
def test_a_printed_share_agrees_within_its_rounding(people: int, workers: int, share: float, wrong: bool) -> None:
    found = codes([fact("51", MARCH, people, workers=workers, share=share, base="")])
    assert found == (["pct_mismatch"] if wrong else [])


def test_a_share_without_a_printed_base_is_checked_on_the_stored_one() -> None:
    [found] = findings([fact("51", MARCH, 935_079, share=0.499)], [UCJ])
    assert "935.079 dari 1.837.899 (UCJ 2025) adalah 50,88\u00a0%" in found.message


@pytest.mark.parametrize(
    "facts",
    [
        [fact("51.01", MARCH, 120_000, workers=109_417, base="")],
        [fact("51.04", MARCH, 200_000)],
        [fact("51.01", MARCH, share=1.0967)],
    ],
    ids=["printed base", "stored base", "bare"],
)
def test_more_than_everybody(facts: list[RecapFact]) -> None:
    assert codes(facts, UCJ) == ["pct_over_100"]


def test_a_denominator_reported_as_people() -> None:
    bps = base("BPS bekerja Agustus 2023", {"51": 2_617_816})
    [found] = findings([fact("51", MARCH, 2_617_816, base="")], [bps, UCJ])
    assert found.code == "numerator_equals_denominator"
    assert "2.617.816 orang sama persis dengan penyebut BPS bekerja Agustus 2023" in found.message
    assert codes([fact("51.01", MARCH, 2_617_816, base="")], bps) == []


@pytest.mark.parametrize(
    ("note", "companies", "parts", "wrong"),
    [
        ("1.233 perusahaan, 82.001 tenaga kerja", {}, {}, True),
        ("", {("63.71", END_2024): 1_233}, {Measure.PU: 82_001}, True),
        ("1.233 perusahaan", {}, {Measure.FORMAL: 80_000, Measure.INFORMAL: 2_001}, True),
        ("1.233 perusahaan, 82.000 tenaga kerja", {}, {}, False),
        ("82.001 tenaga kerja", {}, {}, False),
        ("", {("63.71", END_2024): 1_233}, {}, False),
        ("0 perusahaan, 83.234 orang", {}, {}, False),
    ],
)
def test_companies_added_to_workers(
    note: str, companies: dict[tuple[str, date], int], parts: dict[Measure, int], wrong: bool
) -> None:
    """Banjarmasin 2020: 1,233 companies and 82,001 workers, with 83,234 as their total."""
    facts = [fact("63.71", END_2024, people, measure=measure, base="") for measure, people in parts.items()]
    found = findings([*facts, fact("63.71", END_2024, 83_234, base="", note=note)], [], companies=companies)
    told = [one.message for one in found if one.code == "unlike_units"]
    assert [("1.233 perusahaan + 82.001 orang = 83.234." in message) for message in told] == ([True] if wrong else [])


def test_a_small_village_may_be_covered_to_the_last_worker() -> None:
    village = "51.04.01.2001"
    assert codes([fact(village, MARCH, 240, base="")], base("UCJ 2025", {village: 240})) == []


@pytest.mark.parametrize(
    ("parts", "total", "wrong"),
    [
        ({Measure.FORMAL: 715_410, Measure.INFORMAL: 312_036}, 1_027_446, False),
        ({Measure.FORMAL: 715_410, Measure.INFORMAL: 312_036}, 1_027_464, True),
        ({Measure.PU: 21_080, Measure.BPU: 10_547}, 31_627, False),
        ({Measure.PU: 21_080, Measure.BPU: 10_547}, 31_000, True),
        ({Measure.PU: 21_080, Measure.BPU: 10_547}, 32_000, False),
        ({Measure.PU: 21_080, Measure.BPU: 10_547, Measure.JAKON: 100}, 31_627, True),
        ({Measure.FORMAL: 715_410}, 1_027_446, False),
    ],
)
def test_parts_and_their_sum(parts: dict[Measure, int], total: int, wrong: bool) -> None:
    facts = [fact("51", END_2023, people, measure=measure, base=BPS) for measure, people in parts.items()]
    assert codes([*facts, fact("51", END_2023, total, base=BPS)]) == (["sum_mismatch"] if wrong else [])


def test_a_wrong_sum_is_told_with_its_difference() -> None:
    facts = [
        fact("51", END_2023, 715_410, measure=Measure.FORMAL, base=BPS),
        fact("51", END_2023, 312_036, measure=Measure.INFORMAL, base=BPS),
        fact("51", END_2023, 1_027_464, base=BPS),
    ]
    [found] = findings(facts, [])
    expected = "formal 715.410 + informal 312.036 = 1.027.446, 18 lebih sedikit daripada jumlah tercetak 1.027.464."
    assert expected in found.message


def published_mix(name: str) -> list[RecapFact]:
    return [
        fact("51", END_2023, share=0.3941, base=name),
        fact("51", END_2023, share=0.59, measure=Measure.FORMAL, base=name),
        fact("51", END_2023, share=0.22, measure=Measure.INFORMAL, base=name),
    ]


def test_the_shares_of_2023_imply_47_percent_formal() -> None:
    implied = implied_formal_part(0.3941, 0.59, 0.22)
    assert implied is not None
    low, middle, high = implied
    assert round(middle * 100) == 47
    assert low < 1_214_028 / 2_607_070 < high
    assert not low < 0.30 < high


def test_shares_that_fit_their_base_contradict_what_newspapers_print() -> None:
    [found] = findings(published_mix(BPS), [BPS_2022], names={"51": "Provinsi Bali"})
    assert (found.code, found.serious) == ("share_mix", False)
    assert found.message == (
        "Provinsi Bali, 31 Desember 2023, jumlah: cakupan formal 59\u00a0% dan informal 22\u00a0% memberi 39,41\u00a0% hanya"
        " bila 47\u00a0% pekerja bekerja di sektor formal, bukan 30\u00a0%: 30\u00a0% formal dan 70\u00a0% informal, seperti sering"
        " ditulis, memberi 33,10\u00a0%. Penyebutnya sendiri mencatat 46,57\u00a0% (1.214.028 dari 2.607.070), sehingga ketiga"
        " angka itu cocok; kutip bagian formal dari penyebut."
    )


def test_shares_are_computed_where_none_are_printed() -> None:
    facts = [
        fact("51", END_2023, 1_027_446, base=BPS),
        fact("51", END_2023, 715_410, measure=Measure.FORMAL, base=BPS),
        fact("51", END_2023, 312_036, measure=Measure.INFORMAL, base=BPS),
    ]
    [found] = findings(facts, [BPS_2022])
    assert (
        "cakupan formal 58,93\u00a0% dan informal 22,40\u00a0% memberi 39,41\u00a0% hanya bila 47\u00a0%"
        in found.message
    )


def test_without_a_base_by_sector_the_claim_stands_alone() -> None:
    [found] = findings(published_mix("Tanpa sektor"), [])
    assert not found.serious
    assert found.message.endswith("memberi 33,10\u00a0%. Impor penyebut formal dan informalnya untuk memastikan.")
    assert findings(published_mix("Tanpa sektor"), [], formal_claim=0.47) == []


def test_the_claim_is_made_for_provinces_and_told_once() -> None:
    regency = [replace(one, region="51.04") for one in published_mix("Tanpa sektor")]
    later = [replace(one, period=MARCH) for one in published_mix("Tanpa sektor")]
    assert codes(regency) == []
    assert [found.period for found in findings([*published_mix("Tanpa sektor"), *later], [])] == [MARCH]


def test_shares_that_do_not_fit_the_claimed_formal_part() -> None:
    workers = {("51", Sector.FORMAL): 782_121, ("51", Sector.SEMUA): 2_607_070}
    [found] = findings(published_mix("Klaim 30 persen"), [base("Klaim 30 persen", workers)])
    assert (found.code, found.serious) == ("share_mix", True)
    assert "memberi 39,41\u00a0% hanya bila 47\u00a0% pekerja bekerja di sektor formal" in found.message
    assert "30,00\u00a0% (782.121 dari 2.607.070)" in found.message


def test_shares_too_close_to_each_other_imply_nothing() -> None:
    assert implied_formal_part(0.4, 0.4, 0.4) is None


def test_what_a_later_import_corrected_is_no_finding() -> None:
    wrong = fact("51", MARCH, 935_079, workers=1_873_899, share=0.5088)
    right = fact("51", MARCH, 935_079, workers=1_837_899, share=0.5088)
    assert codes([wrong, right], UCJ) == []


def test_swaps() -> None:
    assert with_two_digits_swapped(102) == ([120], [201])
    assert with_two_digits_swapped(77) == ([], [])
    assert swap_that_fits(935_079, 1_873_899, 0.5088, []) == ("penyebut", 1_837_899)
    assert swap_that_fits(130_300, 198_628, 0.01, []) is None


@pytest.mark.parametrize(("share", "text"), [(0.59, "59"), (0.5088, "50,88"), (0.641, "64,10"), (1 / 3, "33,3333")])
def test_as_printed(share: float, text: str) -> None:
    assert as_printed(share) == f"{text}\u00a0%"
