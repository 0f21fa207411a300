"""Why a figure changed: the parts sum exactly, in people and in shown points, and what is not known is said to be open."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.change import Change, ChangeEnd, ChangeKind, explain
from desktop_app.analysis.shown_points import round_to_sum
from desktop_app.domain.flows import ListedFlow
from desktop_app.domain.indonesian import points
from desktop_app.domain.segments import Sector
from tests.analysis.values import END_2024, MARCH, SEPTEMBER

JUNE, END_2025 = date(2025, 6, 30), date(2025, 12, 31)
UCJ_WORKERS = 1_837_899


def end(period: date, people: int, workers: int | None = UCJ_WORKERS, base: str = "UCJ 2025") -> ChangeEnd:
    return ChangeEnd(period=period, people=people, workers=workers, base=base)


def flow(
    earlier: date, period: date, before: int, joined: int, lapsed: int, moved: tuple[int, int] = (0, 0),
    *, sample: bool = False,
) -> ListedFlow:  # fmt: skip
    after = before + joined - lapsed + moved[0] - moved[1]
    return ListedFlow(
        region="51", sector=Sector.SEMUA, period=period, earlier=earlier, sample=sample, before=before, joined=joined,
        moved_in=moved[0], lapsed=lapsed, moved_out=moved[1], after=after,
    )  # fmt: skip


def people(change: Change) -> dict[ChangeKind, int]:
    return {part.kind: part.people for part in change.parts}


def shown(change: Change) -> dict[ChangeKind, int | None]:
    return {part.kind: part.hundredths for part in change.parts}


def test_the_parts_of_the_picture() -> None:
    """June to December 2025 of the design's picture: +71.204 −39.118 −2.946 −653 = +28.487."""
    came = flow(JUNE, END_2025, 961_773, 71_204, 39_118, (1_000, 3_946))
    change = explain("51", Sector.SEMUA, end(JUNE, 961_773), end(END_2025, 990_260), [came], -653, "Koreksi Juli")
    assert people(change) == {
        ChangeKind.JOINED: 71_204, ChangeKind.LAPSED: -39_118, ChangeKind.MOVED: -2_946, ChangeKind.CORRECTED: -653,
        ChangeKind.BASE: 0,
    }  # fmt: skip
    assert change.people == 28_487
    assert shown(change) == {
        ChangeKind.JOINED: 387, ChangeKind.LAPSED: -213, ChangeKind.MOVED: -16, ChangeKind.CORRECTED: -3,
        ChangeKind.BASE: 0,
    }  # fmt: skip
    assert change.hundredths == 155
    assert change.points is not None
    assert points(change.points) == "+1,55"
    details = [part.detail for part in change.parts]
    assert details[2].startswith("1.000 pindah masuk, 3.946 pindah keluar, menurut daftar peserta 30 Juni 2025")
    assert details[3:] == ["Koreksi Juli", "Penyebut sama: UCJ 2025 (1.837.899 pekerja)"]


def test_without_lists_all_of_it_is_open() -> None:
    change = explain("51", Sector.SEMUA, end(MARCH, 935_079), end(END_2025, 990_260))
    assert people(change) == {ChangeKind.BASE: 0, ChangeKind.OPEN: 55_181}
    assert shown(change) == {ChangeKind.BASE: 0, ChangeKind.OPEN: 300}
    assert "Daftar peserta yang lengkap untuk kedua bulan" in change.parts[-1].detail


def test_another_base_moves_the_share_without_people() -> None:
    """Published: 41.61 % of BPS 2023 in May 2024, 50.88 % of UCJ 2025 in March 2025, though people became fewer."""
    before = end(date(2024, 5, 31), 1_089_273, 2_617_816, "BPS bekerja Agustus 2023")
    change = explain("51", Sector.SEMUA, before, end(MARCH, 935_079))
    assert people(change) == {ChangeKind.BASE: 0, ChangeKind.OPEN: -154_194}
    assert shown(change) == {ChangeKind.BASE: 1766, ChangeKind.OPEN: -839}
    assert change.hundredths == 927
    assert change.parts[0].detail == (
        "Penyebut berbeda: BPS bekerja Agustus 2023 (2.617.816 pekerja) → UCJ 2025 (1.837.899 pekerja)"
    )


def test_lists_may_explain_a_part_only() -> None:
    change = explain(
        "51", Sector.SEMUA, end(END_2024, 900), end(JUNE, 1_000), [flow(END_2024, MARCH, 850, 60, 10)]
    )  # fmt: skip
    assert people(change)[ChangeKind.OPEN] == 50
    assert change.parts[-1].detail == "Menurut daftar peserta perubahannya +50 orang; selebihnya belum terurai"


def test_flows_of_several_months_are_added() -> None:
    chain = [flow(END_2024, MARCH, 900, 60, 10), flow(MARCH, JUNE, 950, 70, 20, (5, 5))]
    change = explain("51", Sector.SEMUA, end(END_2024, 900), end(JUNE, 1_000), chain)
    assert people(change) == {
        ChangeKind.JOINED: 130, ChangeKind.LAPSED: -30, ChangeKind.MOVED: 0, ChangeKind.BASE: 0,
    }  # fmt: skip
    assert change.parts[0].detail.endswith("dijumlah dari 2 selang")


def test_invented_people_explain_nothing() -> None:
    invented = flow(END_2024, JUNE, 900, 100, 0, sample=True)
    change = explain("51", Sector.SEMUA, end(END_2024, 900), end(JUNE, 1_000), [invented])
    assert people(change) == {ChangeKind.BASE: 0, ChangeKind.OPEN: 100}


@pytest.mark.parametrize("workers", [None, 0])
def test_without_a_base_there_are_people_but_no_points(workers: int | None) -> None:
    change = explain("51", Sector.SEMUA, end(MARCH, 900, workers, ""), end(JUNE, 1_000))
    assert change.people == 100
    assert (change.points, change.hundredths, change.before_share) == (None, None, None)
    assert shown(change) == {ChangeKind.BASE: None, ChangeKind.OPEN: None}
    assert change.parts[0].detail == "Penyebut berbeda: tanpa nama (belum ada) → UCJ 2025 (1.837.899 pekerja)"


@pytest.mark.parametrize(
    ("before", "after", "flows"),
    [
        (end(JUNE, 1), end(MARCH, 2), []),
        (end(MARCH, 1), end(SEPTEMBER, 2), [flow(END_2024, JUNE, 1, 1, 0)]),
        (end(END_2024, 1), end(END_2025, 2), [flow(END_2024, MARCH, 1, 1, 0), flow(JUNE, SEPTEMBER, 2, 0, 0)]),
    ],
    ids=["backwards", "outside", "a hole"],
)
def test_what_a_caller_must_not_give(before: ChangeEnd, after: ChangeEnd, flows: list[ListedFlow]) -> None:
    with pytest.raises(ValueError, match=r"change|flow"):
        explain("51", Sector.SEMUA, before, after, flows)


counts = st.integers(0, 3_000_000)
workers = st.integers(1, 3_000_000)
flows = st.builds(
    lambda joined, lapsed, moved_in, moved_out: flow(MARCH, JUNE, 500_000, joined, lapsed, (moved_in, moved_out)),
    counts, counts, counts, counts,
)  # fmt: skip


@given(counts, workers, counts, workers, st.none() | flows, st.none() | st.integers(-10_000, 10_000))
def test_parts_sum_exactly_in_people_and_in_shown_points(
    before: int, old: int, after: int, new: int, came: ListedFlow | None, corrected: int | None
) -> None:
    change = explain(
        "51", Sector.SEMUA, end(MARCH, before, old), end(JUNE, after, new), [came] if came else [], corrected
    )
    assert sum(part.people for part in change.parts) == after - before == change.people
    assert change.points is not None
    total = sum(part.hundredths or 0 for part in change.parts)
    assert total == change.hundredths
    assert points(total / 10_000) == points(change.points)
    kinds = [part.kind for part in change.parts]
    assert kinds == [kind for kind in ChangeKind if kind in kinds]
    if old == new:
        assert shown(change)[ChangeKind.BASE] == 0


@given(st.lists(st.fractions(-10_000, 10_000), min_size=1, max_size=8))
def test_rounding_to_a_sum_moves_no_part_by_more_than_one(values: list[Fraction]) -> None:
    whole = round(sum(values, Fraction(0)))
    rounded = round_to_sum(values, whole)
    assert sum(rounded) == whole
    assert all(abs(one - value) <= 1 for one, value in zip(rounded, values, strict=True))
