"""A target divided among regions: whole people that sum exactly, by whatever method."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.apportion import ApportionmentRefused, Method, apportion

BALI_TARGET = 1_236_539
"""67.28 % of 1,837,899."""
REGISTER = {
    "51.01": 330_221, "51.02": 478_393, "51.03": 537_739, "51.04": 504_845, "51.05": 223_723, "51.06": 260_526,
    "51.07": 538_390, "51.08": 828_156, "51.71": 673_270,
}  # fmt: skip
"""Population register of Bali's nine, for want of a published base per regency."""


def test_the_target_of_bali_by_regency() -> None:
    parts = apportion(BALI_TARGET, REGISTER, Method.BASE)
    assert sum(parts.values()) == BALI_TARGET
    assert list(parts) == sorted(REGISTER)
    for code, people in parts.items():
        assert abs(people - BALI_TARGET * REGISTER[code] / 4_375_263) < 1


@pytest.mark.parametrize(
    ("whole", "weights", "method", "parts"),
    [
        (10, {"b": 1, "a": 1, "c": 1}, Method.EQUAL, {"a": 4, "b": 3, "c": 3}),
        (10, {"a": 1, "b": 1, "c": 1}, Method.BASE, {"a": 4, "b": 3, "c": 3}),
        (100, {"a": 70, "b": 30, "c": 0}, Method.BASE, {"a": 70, "b": 30, "c": 0}),
        (7, {"a": 5, "b": 2, "c": 3}, Method.BASE, {"a": 4, "b": 1, "c": 2}),
        (50, {"a": 90, "b": -5, "c": 10}, Method.GAP, {"a": 45, "b": 0, "c": 5}),
        (0, {"a": 3, "b": 4}, Method.BASE, {"a": 0, "b": 0}),
        (5, {"a": None, "b": None}, Method.EQUAL, {"a": 3, "b": 2}),
        (9, {"b": 5, "a": 4}, Method.HAND, {"a": 4, "b": 5}),
    ],
)
def test_parts(whole: int, weights: dict[str, int | None], method: Method, parts: dict[str, int]) -> None:
    assert apportion(whole, weights, method) == parts


@pytest.mark.parametrize(
    ("weights", "method", "said"),
    [
        ({}, Method.EQUAL, "Tidak ada wilayah di bawahnya untuk dibagi."),
        ({"a": 1, "b": None}, Method.BASE, "1 wilayah belum punya penyebut: Kecamatan B."),
        ({"a": None, "b": None}, Method.HAND, "2 wilayah belum diisi: Kecamatan A, Kecamatan B."),
        ({"a": 0, "b": 0}, Method.BASE, "Penyebut semua wilayah adalah 0"),
        ({"a": 0, "b": -3}, Method.GAP, "Tidak ada pekerja yang belum terlindungi"),
        ({"a": 40, "b": 63}, Method.HAND, "Jumlah bagian 103 orang, 3 lebih banyak daripada target 100 orang."),
        ({"a": 40, "b": 50}, Method.HAND, "Jumlah bagian 90 orang, 10 lebih sedikit daripada target 100 orang."),
    ],
)
def test_what_cannot_be_divided_is_refused_in_words(weights: dict[str, int | None], method: Method, said: str) -> None:
    with pytest.raises(ApportionmentRefused) as refused:
        apportion(100, weights, method, {"a": "Kecamatan A", "b": "Kecamatan B"})
    assert said in str(refused.value)


def test_many_that_lack_a_base_are_counted_and_a_few_named() -> None:
    with pytest.raises(ApportionmentRefused) as refused:
        apportion(100, dict.fromkeys("abcdefg"), Method.BASE)
    assert str(refused.value) == "7 wilayah belum punya penyebut: a, b, c, d, e dan 2 lainnya."


@pytest.mark.parametrize(("whole", "weight"), [(-1, 1), (1, -1)])
def test_negative_counts_are_a_bug(whole: int, weight: int) -> None:
    with pytest.raises(ValueError, match="negative"):
        apportion(whole, {"a": weight, "b": 5}, Method.BASE)


codes = st.text("0123456789.", min_size=1, max_size=8)
weights = st.dictionaries(codes, st.integers(0, 3_000_000), min_size=1, max_size=60).filter(lambda w: any(w.values()))
methods = st.sampled_from([Method.BASE, Method.GAP, Method.EQUAL])


@given(st.integers(0, 3_000_000), weights, methods)
def test_parts_sum_exactly_and_are_within_one_of_their_share(whole: int, by: dict[str, int], method: Method) -> None:
    parts = apportion(whole, by, method)
    assert sum(parts.values()) == whole
    assert parts.keys() == by.keys()
    total = len(by) if method is Method.EQUAL else sum(by.values())
    for code, people in parts.items():
        weight = 1 if method is Method.EQUAL else by[code]
        assert abs(people * total - whole * weight) < total
        assert weight or not people


@given(st.integers(0, 3_000_000), weights)
def test_a_larger_weight_never_gets_less(whole: int, by: dict[str, int]) -> None:
    parts = apportion(whole, by, Method.BASE)
    in_order = sorted(by, key=lambda code: (by[code], parts[code]))
    for smaller, larger in pairwise(in_order):
        assert parts[smaller] <= parts[larger]


@given(st.integers(0, 3_000_000), weights.flatmap(lambda w: st.tuples(st.just(w), st.permutations(list(w)))), methods)
def test_the_order_of_the_regions_does_not_matter(
    whole: int, both: tuple[dict[str, int], list[str]], method: Method
) -> None:
    by, order = both
    assert apportion(whole, by, method) == apportion(whole, {code: by[code] for code in order}, method)


@given(weights.flatmap(lambda w: st.tuples(st.just(w), st.integers(0, sum(w.values())))))
def test_nobody_is_given_more_uncovered_people_than_there_are(both: tuple[dict[str, int], int]) -> None:
    uncovered, whole = both
    parts = apportion(whole, uncovered, Method.GAP)
    assert all(people <= uncovered[code] for code, people in parts.items())


@given(weights)
def test_parts_by_hand_that_sum_are_taken_as_they_are(by: dict[str, int]) -> None:
    assert apportion(sum(by.values()), by, Method.HAND) == by
