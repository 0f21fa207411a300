"""Coverage from a store: levels, numerators, lists against recaps, and what is only known elsewhere. All invented."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop_app.analysis.coverage import Check, FigureState
from desktop_app.domain.breakdowns import Dimension, PeopleFilter
from desktop_app.domain.errors import NoFigures, UnknownBase
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.segments import Counting, Numerator, Sector
from desktop_app.operations.breakdowns import breakdowns
from desktop_app.operations.coverage import CoverageAnswer, CoverageQuery, coverage, levels_of
from desktop_app.operations.edit_reference import close_region, split_region
from desktop_app.operations.import_sheet import undo_imports
from desktop_app.operations.people import count_listed, listed_rows
from desktop_app.operations.workspace import Workspace
from tests.operations.sheets import FEBRUARY, JANUARY, MARCH, Person, base, people, recap, target

SAKTI, BUNGA, SELAT = "51.05.01.2001", "51.05.01.2016", "51.05.03.2016"
PEOPLE: tuple[Person, ...] = (
    (1, "PU", SAKTI), (2, "PU", SAKTI), (3, "BPU", SAKTI), (1, "BPU", SAKTI), (4, "JAKON", BUNGA), (2, "JAKON", BUNGA),
    (5, "BPU", SELAT),
)  # fmt: skip
"""Five people: 1 is in PU and BPU, 2 in PU and Jakon, in two villages of one kecamatan."""


def ask(workspace: Workspace, region: str = "51.05", **query: object) -> CoverageAnswer:
    return coverage(workspace, replace(CoverageQuery(region=region, period=JANUARY), **query))  # type: ignore[arg-type]


def active(answer: CoverageAnswer) -> dict[str, int | None]:
    return {row.region.code: row.active for row in answer.table.rows}


@pytest.fixture
def listed(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Klungkung with a complete list of January and bases down to three villages."""
    base(workspace, {"51": 100, "51.05": 20, "51.05.01": 10, "51.05.03": 10, SAKTI: 4, BUNGA: 4, SELAT: 2})
    people(workspace, tmp_path, JANUARY, PEOPLE)
    return workspace


def test_every_level_of_a_complete_list(listed: Workspace) -> None:
    assert ask(listed).table.whole.active == 5
    kecamatan = active(ask(listed))
    assert (kecamatan["51.05.01"], kecamatan["51.05.03"]) == (4, 1)
    villages = ask(listed, level=4)
    assert villages.level == 4
    found = active(villages)
    # Number 2 is listed in two villages: once in each, once in the kecamatan.
    assert {code: found[code] for code in (SAKTI, BUNGA, SELAT)} == {SAKTI: 3, BUNGA: 2, SELAT: 1}
    assert len(found) == 59


def test_a_village_without_people_in_a_complete_list_is_nought_and_beyond_it_unknown(listed: Workspace) -> None:
    villages = ask(listed, level=4)
    assert set(active(villages).values()) == {0, 1, 2, 3}
    regencies = active(ask(listed, region="51"))
    assert regencies.pop("51.05") == 5
    assert set(regencies.values()) == {None}
    whole = ask(listed, region="51").table.whole
    assert (whole.active, whole.parts.words if whole.parts else "") == (None, "1 dari 9 kabupaten/kota")


def test_parts_of_any_level_and_of_the_country(listed: Workspace) -> None:
    assert len(ask(listed, region="51", level=3).table.rows) == 57
    assert len(ask(listed, region="51", level=4).table.rows) == 716
    country = ask(listed, region="0", level=2)
    assert (country.region.name, len(country.table.rows), country.choices.levels) == ("Indonesia", 514, (1, 2))
    assert active(country)["51.05"] == 5
    assert len(ask(listed, region="0", level=4).table.rows) == 38
    assert ask(listed, region=SAKTI).children == ()


@pytest.mark.parametrize(
    ("code", "levels"), [("0", (1, 2)), ("51", (2, 3, 4)), ("51.05", (3, 4)), ("51.05.01", (4,)), (SAKTI, ())]
)
def test_levels_that_can_be_shown(code: str, levels: tuple[int, ...]) -> None:
    assert levels_of(code) == levels


def test_a_region_that_is_closed_at_the_end_of_the_month_is_no_part(listed: Workspace) -> None:
    close_region(listed, BUNGA, date(2026, 1, 15), (SAKTI,), "Perda rekaan")
    assert BUNGA not in active(ask(listed, level=4))
    people_of_december = coverage(listed, CoverageQuery(region="51.05", period=date(2025, 12, 31), level=4))
    assert BUNGA in active(people_of_december)


def test_people_of_a_closed_village_are_named_and_its_heirs_have_none(listed: Workspace) -> None:
    heir = Region("51.05.01.2099", "Bunga Baru", Level.DESA)
    split_region(listed, BUNGA, [heir], date(2026, 1, 15), "Perda rekaan", closes=True)
    base(listed, {heir.code: 2})
    table = ask(listed, region="51.05.01").table
    [closed] = table.closed
    assert (closed.region.code, closed.active) == (BUNGA, 2)
    assert table.whole.active == 4
    [row] = [row for row in table.rows if row.region.code == heir.code]
    assert (row.active, row.share, row.state) == (0, 0, FigureState.SHARE)
    said = "Bunga Mekar (ditutup 15 Januari 2026): 2 orang, perlu dialihkan ke Bunga Baru."
    assert Check(False, said) in table.whole.checks
    # Number 2 is listed in both villages.
    assert table.whole.parts is not None
    assert (table.whole.parts.people, table.sum_active) == (5, 3)
    assert [one.active for one in ask(listed, level=4).table.closed] == [2]


KECAMATAN = {"51.05.01": 4, "51.05.02": 1, "51.05.03": 3, "51.05.04": 2}


def test_the_newest_of_own_figures_and_sums_counts(workspace: Workspace, tmp_path: Path) -> None:
    """Own in January, all four kecamatan in February, three of them in March."""
    base(workspace, {"51.05": 20})
    recap(workspace, tmp_path, JANUARY, {"51.05": 15})
    recap(workspace, tmp_path, FEBRUARY, KECAMATAN)
    recap(workspace, tmp_path, MARCH, {code: count for code, count in KECAMATAN.items() if code != "51.05.04"})
    for region, level in (("51.05", 3), ("51.05", 4), ("51", 2)):
        answer = ask(workspace, region, period=MARCH, level=level, base="UCJ")
        [row] = [row for row in (answer.table.whole, *answer.table.rows) if row.region.code == "51.05"]
        assert (row.active, row.share, row.period, row.stale, row.summed_children) == (10, 0.5, FEBRUARY, True, 4)
        assert [check.message for check in row.checks] == [
            "Angka ini jumlah 4 kecamatan, 28 Februari 2026.",
            "Jumlah 3 dari 4 kecamatan adalah 8 orang; belum ada angka bulan ini: Dawan.",
        ]
    january = ask(workspace, base="UCJ").table.whole
    assert (january.active, january.summed_children) == (15, 0)


def test_the_trend_has_the_sums_and_says_where_the_source_changes(workspace: Workspace, tmp_path: Path) -> None:
    base(workspace, {"51.05": 20})
    recap(workspace, tmp_path, JANUARY, {"51.05": 15})
    recap(workspace, tmp_path, FEBRUARY, KECAMATAN)
    people(workspace, tmp_path, MARCH, PEOPLE)
    for restated in (False, True):
        [series] = ask(workspace, period=MARCH, base="UCJ", restated=restated).trend.series
        assert [(point.period, point.people, point.source_kind.value, point.source) for point in series.points] == [
            (JANUARY, 15, "rekap", series.points[0].source),
            (FEBRUARY, 10, "jumlah wilayah di bawahnya", "Jumlah 4 kecamatan"),
            (MARCH, 5, "daftar peserta", "daftar peserta"),
        ]
        assert [after.period for _, after in series.source_changes] == [FEBRUARY, MARCH]


def test_people_without_a_base_are_one_state(workspace: Workspace, tmp_path: Path) -> None:
    base(workspace, {"51.05": 20})
    recap(workspace, tmp_path, JANUARY, {"51.05": 15, "51.06": 7})
    states = {row.region.code: row.state for row in ask(workspace, "51", base="UCJ").table.rows}
    assert states["51.05"] is FigureState.SHARE
    assert states["51.06"] is FigureState.NO_BASE
    assert states["51.04"] is FigureState.NOTHING


@pytest.mark.parametrize(
    ("sector", "numerator", "expected"),
    [
        (Sector.SEMUA, Numerator(), 5),
        (Sector.SEMUA, Numerator(jakon=False), 4),
        (Sector.FORMAL, Numerator(), 3),
        (Sector.FORMAL, Numerator(jakon=False), 2),
        (Sector.INFORMAL, Numerator(), 3),
    ],
)
@pytest.mark.parametrize("code", ["51.05", "51.05.01", SAKTI])
def test_the_list_a_figure_opens_has_as_many_people(
    listed: Workspace, code: str, sector: Sector, numerator: Numerator, expected: int
) -> None:
    row = ask(listed, region=code, sector=sector, numerator=numerator).table.whole
    assert row.counted
    assert code != "51.05" or row.active == expected
    only = PeopleFilter(segments=row.segments)
    assert row.active == count_listed(listed, code, JANUARY, only=only)
    assert row.active == len(listed_rows(listed, code, JANUARY, 0, 99, only=only))


def test_memberships_are_counted_as_such(listed: Workspace) -> None:
    row = ask(listed, numerator=Numerator(Counting.KEPESERTAAN)).table.whole
    assert (row.active, row.definition) == (7, "Kepesertaan, PU + BPU + Jakon")
    village = ask(listed, region="51", level=4, numerator=Numerator(Counting.KEPESERTAAN))
    assert active(village)[SAKTI] == 4


def test_a_recap_beside_a_list_is_told_with_its_difference(listed: Workspace, tmp_path: Path) -> None:
    recap(listed, tmp_path, JANUARY, {"51.05": 8})
    row = ask(listed).table.whole
    assert (row.active, row.recap_active, row.difference) == (5, 8, 3)
    assert row.checks[0].message.startswith("Rekap mencatat 8 (rekap-")


def test_a_region_without_a_figure_is_the_sum_of_what_lies_below_it(workspace: Workspace, tmp_path: Path) -> None:
    base(workspace, {"51": 100, "51.05": 20, SAKTI: 4})
    people(workspace, tmp_path, JANUARY, PEOPLE)
    recap(workspace, tmp_path, JANUARY, {"51.04": 30})
    province = ask(workspace, region="51")
    assert (province.table.counted, province.table.sum_active) == (1, 5)
    assert [region.short_name for region in province.table.whole.parts.missing][:2] == [
        "Jembrana", "Tabanan",
    ] if province.table.whole.parts else False  # fmt: skip


def test_an_older_figure_stands_in_where_the_month_has_none(workspace: Workspace, tmp_path: Path) -> None:
    base(workspace, {"51": 100, "51.04": 60, "51.06": 40})
    recap(workspace, tmp_path, JANUARY, {"51.04": 30, "51.06": 10})
    recap(workspace, tmp_path, MARCH, {"51.04": 33})
    rows = {row.region.code: row for row in ask(workspace, region="51", period=MARCH).table.rows}
    assert (rows["51.04"].active, rows["51.04"].stale) == (33, False)
    assert (rows["51.06"].active, rows["51.06"].stale, rows["51.06"].period) == (10, True, JANUARY)
    assert rows["51.05"].active is None
    assert ask(workspace, region="51", period=MARCH).table.counted == 1


def test_an_older_complete_list_stands_in_too(listed: Workspace, tmp_path: Path) -> None:
    recap(listed, tmp_path, MARCH, {"51.04": 30})
    answer = ask(listed, region="51", period=MARCH)
    [klungkung] = [row for row in answer.table.rows if row.region.code == "51.05"]
    assert (klungkung.active, klungkung.stale, klungkung.counted) == (5, True, True)
    assert active(ask(listed, region="51.05", period=MARCH, level=4))[SAKTI] == 3


def test_what_is_chosen_where_nothing_is_asked(workspace: Workspace, tmp_path: Path) -> None:
    base(workspace, {"51": 100}, "Lama")
    base(workspace, {"51.04": 60}, "UCJ")
    recap(workspace, tmp_path, FEBRUARY, {"51.04": 30})
    people(workspace, tmp_path, MARCH, PEOPLE, complete=False)
    answer = coverage(workspace, CoverageQuery(region="51"))
    assert (answer.table.period, answer.table.base.name) == (FEBRUARY, "UCJ")
    assert answer.choices.periods == (MARCH, FEBRUARY)
    with pytest.raises(UnknownBase, match="Antah"):
        ask(workspace, region="51", base="Antah")


def test_the_months_of_a_region_are_its_own(workspace: Workspace, tmp_path: Path) -> None:
    base(workspace, {"51.04": 60})
    recap(workspace, tmp_path, FEBRUARY, {"51.04": 30})
    people(workspace, tmp_path, MARCH, PEOPLE)
    assert coverage(workspace, CoverageQuery(region="51.04")).choices.periods == (FEBRUARY,)
    assert coverage(workspace, CoverageQuery(region="51.05")).choices.periods == (MARCH,)
    with pytest.raises(NoFigures):
        coverage(workspace, CoverageQuery(region="51.06"))


def test_the_trend_has_lists_and_can_be_restated(listed: Workspace, tmp_path: Path) -> None:
    base(listed, {"51.05": 40}, "Lain")
    recap(listed, tmp_path, FEBRUARY, {"51.05": 8}, base="Lain")
    split = ask(listed, base="UCJ").trend
    assert {series.base: [point.people for point in series.points] for series in split.series} == {
        "UCJ": [5], "Lain": [8],
    }  # fmt: skip
    [whole] = ask(listed, base="UCJ", restated=True).trend.series
    assert [(point.people, point.workers) for point in whole.points] == [(5, 20), (8, 20)]


def test_a_target_of_the_region_and_an_undone_import(listed: Workspace, tmp_path: Path) -> None:
    target(listed, "51", 0.5)
    target(listed, "51.05", 0.6)
    assert ask(listed).table.whole.target_people == 12
    number = recap(listed, tmp_path, FEBRUARY, {"51.05": 8})
    assert ask(listed, period=FEBRUARY).table.whole.active == 8
    undo_imports(listed, [number])
    assert ask(listed, period=FEBRUARY).table.whole.active == 5


persons = st.lists(
    st.tuples(st.integers(1, 9), st.sampled_from(["PU", "BPU", "JAKON"]), st.sampled_from([SAKTI, BUNGA, SELAT])),
    min_size=1, max_size=14, unique=True,
)  # fmt: skip


@settings(
    max_examples=4, deadline=None, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(persons)
def test_figures_lists_and_breakdowns_agree_whatever_is_imported(
    workspace: Workspace, tmp_path: Path, found: list[Person]
) -> None:
    base(workspace, {"51.05": 20})
    number = people(workspace, tmp_path, JANUARY, found)
    for code in ("51.05", "51.05.01", SAKTI, SELAT):
        for sector in Sector:
            for jakon in (True, False):
                row = ask(workspace, region=code, sector=sector, numerator=Numerator(jakon=jakon)).table.whole
                only = PeopleFilter(segments=row.segments)
                assert row.active == count_listed(workspace, code, JANUARY, only=only)
                assert row.active == len(listed_rows(workspace, code, JANUARY, 0, 99, only=only))
        everybody, memberships = (ask(workspace, region=code, numerator=Numerator(how)).table.whole for how in Counting)
        for parts in breakdowns(workspace, code, JANUARY):
            whole = memberships if parts.dimension is Dimension.KEPESERTAAN else everybody
            assert parts.whole == whole.active
    undo_imports(workspace, [number])
