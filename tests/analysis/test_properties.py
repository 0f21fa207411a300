"""What holds for any figures: sums, targets, classes and the order of imports. All figures here are invented."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.charts import bar_chart, class_of, map_chart, map_classes
from desktop_app.analysis.coverage import RegionCoverage, coverage_table
from desktop_app.analysis.digits import agrees, with_two_digits_swapped
from desktop_app.analysis.findings import findings
from desktop_app.analysis.month_figures import OLDEST_MONTHS
from desktop_app.analysis.pace import needed_per_month
from desktop_app.analysis.scales import class_limits
from desktop_app.domain.facts import RecapFact, WorkerBase
from desktop_app.domain.periods import month_end, months_between
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.segments import Measure, Numerator, Sector, Segment
from tests.analysis.values import BALI, TARGETS, base, fact, listed, target

CHILDREN = [Region(f"51.0{n}", f"Kabupaten {n}", Level.KABUPATEN) for n in range(1, 5)]
ASKED = date(2025, 3, 31)
counts = st.integers(0, 3_000_000)
workers = st.integers(1, 3_000_000)
shares = st.floats(0, 2, allow_nan=False)
months = st.builds(month_end, st.integers(2023, 2026), st.integers(1, 12))
recaps = st.lists(
    st.builds(
        lambda code, period, people, share, measure, name: fact(
            code, period, people, share=share, measure=measure, base=name
        ),
        st.sampled_from(["51", *(child.code for child in CHILDREN)]),
        months,
        st.none() | counts,
        st.none() | shares,
        st.sampled_from(Measure),
        st.sampled_from(["UCJ 2025", "Lain", ""]),
    ),
    max_size=12,
)
bases = st.dictionaries(
    st.tuples(st.sampled_from(["51", *(child.code for child in CHILDREN)]), st.sampled_from(Sector)), workers
).map(lambda values: base("UCJ 2025", values))


@given(recaps, bases, st.sampled_from(Sector))
def test_every_part_is_there_and_sums_equal_their_parts(facts: list[RecapFact], on: WorkerBase, sector: Sector) -> None:
    table = coverage_table(BALI, CHILDREN, facts, [], on, TARGETS, ASKED, sector)
    assert [row.region for row in table.rows] == CHILDREN
    parts = [row for row in table.rows if row.share is not None and row.period == ASKED]
    assert table.sum_active == (sum(row.active or 0 for row in parts) if parts else None)
    assert table.counted <= table.reporting <= len(table.rows)
    if table.whole.summed_children:
        assert all(row.active is not None and not row.stale for row in table.rows)
        assert table.whole.active == sum(row.active or 0 for row in table.rows)
    for row in (table.whole, *table.rows):
        assert row.period is None or 0 <= months_between(row.period, ASKED) <= OLDEST_MONTHS
        assert row.stale == (row.period is not None and row.period < ASKED)


@given(counts, workers, st.floats(0.0001, 1, allow_nan=False))
def test_missing_people_are_just_enough_for_the_target(active: int, base_workers: int, share: float) -> None:
    row = RegionCoverage(
        region=BALI, base="UCJ 2025", workers=base_workers, active=active, target=target("51", 2025, share)
    )
    assert row.target_people is not None
    assert row.gap_people == row.target_people - active
    wanted = share * base_workers
    assert row.target_people - 1 < wanted + 1e-6
    assert row.target_people >= wanted - 1e-6


@given(st.lists(shares))
def test_classes_cover_the_line_and_each_share_falls_in_one(values: list[float]) -> None:
    classes = map_classes(class_limits(values))
    assert len(classes) == 5
    assert classes[0].lower is None
    assert classes[-1].upper is None
    for lower, upper in pairwise(classes):
        assert lower.upper == upper.lower is not None
    for share in values:
        holding = [n for n, one in enumerate(classes) if _holds(one.lower, one.upper, share)]
        assert holding == [class_of(share, classes)]


def _holds(lower: float | None, upper: float | None, share: float) -> bool:
    return (lower is None or share >= lower) and (upper is None or share < upper)


@given(st.lists(shares, min_size=2))
def test_limits_are_evenly_spaced_and_the_middle_of_the_data_is_between_them(values: list[float]) -> None:
    limits = class_limits(values)
    step = limits[1] - limits[0]
    assert list(limits) == [limits[0] + n * step for n in range(4)]
    assert limits[0] >= step > 0


@given(recaps.flatmap(lambda facts: st.tuples(st.just(_distinct(facts)), st.permutations(_distinct(facts)))), bases)
def test_the_order_of_facts_with_different_keys_does_not_matter(
    both: tuple[Sequence[RecapFact], Sequence[RecapFact]], on: WorkerBase
) -> None:
    one, other = (coverage_table(BALI, CHILDREN, facts, [], on, TARGETS, ASKED, Sector.SEMUA) for facts in both)
    assert one == other
    assert bar_chart(one) == bar_chart(other)
    assert map_chart(one) == map_chart(other)
    assert findings(both[0], [on]) == findings(both[1], [on])


def _distinct(facts: Sequence[RecapFact]) -> list[RecapFact]:
    """One fact for each region, measure and month: rivals on other bases are ordered by their import on purpose."""
    return list({(one.region, one.measure, one.period): one for one in facts}.values())


@given(st.integers(10, 10_000_000))
def test_a_swap_keeps_the_digits_and_can_be_taken_back(value: int) -> None:
    near, far = with_two_digits_swapped(value)
    assert value not in near + far
    for other in near + far:
        assert sorted(str(other)) == sorted(str(value))
        assert value in [n for kind in with_two_digits_swapped(other) for n in kind]


@given(counts, workers, st.integers(0, 4))
def test_a_share_agrees_with_its_own_rounding(people: int, base_workers: int, places: int) -> None:
    assert agrees(people, base_workers, round(people / base_workers * 100, places) / 100)


@given(st.integers(1, 1_000_000), st.integers(1, 240))
def test_the_people_per_month_reach_the_target_and_not_sooner_than_needed(missing: int, span: int) -> None:
    year, month = divmod(ASKED.year * 12 + ASKED.month - 1 + span, 12)
    needed = needed_per_month(missing, ASKED, month_end(year, month + 1))
    assert needed is not None
    assert needed * span >= missing > (needed - 1) * span


KECAMATAN = [Region(f"{child.code}.0{n}", f"Kecamatan {n}", Level.KECAMATAN) for child in CHILDREN for n in (1, 2)]
UNDER = {"51": CHILDREN} | {
    child.code: [kecamatan for kecamatan in KECAMATAN if kecamatan.parent == child.code] for child in CHILDREN
}  # fmt: skip


@given(st.dictionaries(st.sampled_from([region.code for region in KECAMATAN]), counts))
def test_levels_agree_where_all_are_counted_and_one_missing_makes_the_sum_unknown(people: dict[str, int]) -> None:
    lists = [listed(code, ASKED, count, {Segment.PU: count}) for code, count in people.items()]
    on = base("UCJ 2025", {"51": 3_000_000} | {region.code: 1_000 for region in (*CHILDREN, *KECAMATAN)})
    fine, coarse = (
        coverage_table(BALI, parts, [], lists, on, TARGETS, ASKED, Sector.SEMUA, below=UNDER)
        for parts in (KECAMATAN, CHILDREN)
    )  # fmt: skip
    assert fine.whole == coarse.whole
    assert fine.whole.active == (sum(people.values()) if len(people) == len(KECAMATAN) else None)
    for row in coarse.rows:
        parts = [people.get(region.code) for region in UNDER[row.region.code]]
        known = [count for count in parts if count is not None]
        assert row.active == (sum(known) if len(known) == len(parts) else None)
        assert row.parts is not None
        assert (row.parts.people, row.parts.counted) == (sum(known), len(known))
    assert fine.counted == len(people)


@given(
    st.dictionaries(st.sets(st.sampled_from(Segment), min_size=1).map(frozenset), st.integers(1, 1_000)),
    st.sampled_from(Sector),
)
def test_a_figure_of_a_list_is_of_the_people_in_its_segments(
    together: dict[frozenset[Segment], int], sector: Sector
) -> None:
    everybody = sum(together.values())
    people = listed("51", ASKED, everybody, together=together)
    for numerator in (Numerator(), Numerator(jakon=False)):
        row = coverage_table(
            BALI, [], [], [people], base("UCJ", {"51": 1}), TARGETS, ASKED, sector, numerator=numerator
        ).whole  # fmt: skip
        inside = (count for segments, count in together.items() if not row.segments or segments & row.segments)
        assert row.active == sum(inside)
