"""Ranks by coverage; regions without a share have none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.ranking import ranks


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ({}, {}),
        ({"51.03": 0.5868, "51.06": 0.3552, "51.02": None}, {"51.03": 1, "51.06": 2}),
        ({"a": 0.4, "b": 0.5, "c": 0.5, "d": 0.3}, {"b": 1, "c": 1, "a": 3, "d": 4}),
        ({"a": 0.0, "b": None, "c": 1.2}, {"c": 1, "a": 2}),
    ],
)
def test_ranks(shares: dict[str, float | None], expected: dict[str, int]) -> None:
    assert ranks(shares) == expected


@given(st.dictionaries(st.text("0123456789."), st.none() | st.floats(0, 2, allow_nan=False)))
def test_a_rank_is_one_more_than_the_regions_above(shares: dict[str, float | None]) -> None:
    found = ranks(shares)
    known = {code: share for code, share in shares.items() if share is not None}
    assert found == {code: 1 + sum(other > share for other in known.values()) for code, share in known.items()}
