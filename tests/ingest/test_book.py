"""Spans of hidden rows and columns, and the ceiling for merged ranges."""

import pytest

from desktop_app.domain.errors import UnsafeWorkbook
from desktop_app.ingest.files import limits
from desktop_app.ingest.files.book import SheetFacts, Spans
from desktop_app.ingest.grid import Merged


@pytest.mark.parametrize(
    ("spans", "numbers"),
    [
        ([], []),
        ([(2, 3)], [2, 3]),
        ([(5, 6), (1, 2), (2, 5)], [1, 2, 3, 4, 5, 6]),
        ([(8, 10**9)], [8, 9]),
        ([(-3, 0), (4, 3)], [0]),
        ([(0, 10**9)] * 1000, list(range(10))),
    ],
)
def test_spans(spans: list[tuple[int, int]], numbers: list[int]) -> None:
    held = Spans()
    for first, last in spans:
        held.add(first, last)
    assert sorted(held.below(10)) == numbers


def test_merged_ranges_are_real_ones_and_not_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MERGED", 1)
    facts = SheetFacts("a.xlsx")
    for merged in (None, Merged(0, 0, 0, 0), Merged(3, 0, 1, 0), Merged(0, 0, 1, 1)):
        facts.merge(merged)
    assert facts.merged == [Merged(0, 0, 1, 1)]
    with pytest.raises(UnsafeWorkbook):
        facts.merge(Merged(5, 5, 6, 6))
