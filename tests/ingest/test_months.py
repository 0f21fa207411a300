"""Months as sheets write them."""

import pytest

from desktop_app.ingest.cells.months import month_number


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("januari", 1), ("pebruari", 2), ("febuari", 2), ("mrt", 3), ("apr", 4), ("mei", 5), ("juni", 6), ("july", 7),
        ("agst", 8), ("agustuts", 8), ("ags", 8), ("september", 9), ("sept", 9), ("okt", 10), ("nopember", 11), ("novem", 11),
        ("desmber", 12), ("xii", 12), ("iv", 4),
    ],
)  # fmt: skip
def test_months(name: str, month: int) -> None:
    assert month_number(name) == month


@pytest.mark.parametrize("name", ["jury", "marga", "xiii", "ma", "minggu", "denpasar"])
def test_no_months(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        month_number(name)
