"""What operations answer, held against a plain reckoning from the stored rows, over stores drawn at random."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop_app.analysis.change import ChangeKind
from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.domain.breakdowns import Dimension, PeopleFilter
from desktop_app.domain.errors import NoFigures
from desktop_app.domain.regions import Level, Region, depth
from desktop_app.domain.reporting import ReportingState
from desktop_app.domain.scopes import scope_of
from desktop_app.domain.segments import Benefit, Counting, Measure, Numerator, Sector, Segment
from desktop_app.domain.sheets import BaseValue, Participant, RecapFigure, SheetKind, Table
from desktop_app.operations.breakdowns import breakdowns
from desktop_app.operations.coverage import CoverageQuery, coverage
from desktop_app.operations.explain_change import explain_change
from desktop_app.operations.people import count_listed, listed_rows
from desktop_app.operations.reporting import reporting
from desktop_app.operations.workspace import Workspace
from desktop_app.store import imports, regions
from desktop_app.store.database import open_database
from desktop_app.store.imports import Arrival
from tests.operations import oracle
from tests.operations.oracle import OF_SECTOR, Figure, Oracle
from tests.store import builders

TREE = [
    Region("51", "Bali", Level.PROVINSI),
    Region("51.05", "Kabupaten Klungkung", Level.KABUPATEN),
    Region("51.05.01", "Nusa Penida", Level.KECAMATAN),
    Region("51.05.01.2001", "Sakti", Level.DESA),
    Region("51.05.01.2002", "Bunga Mekar", Level.DESA),
    Region("51.05.03", "Klungkung", Level.KECAMATAN),
    Region("51.05.03.1001", "Semarapura Kaja", Level.KELURAHAN),
    Region("51.07", "Kabupaten Karangasem", Level.KABUPATEN),
    Region("51.07.06", "Selat", Level.KECAMATAN),
    Region("51.07.06.2001", "Selat", Level.DESA),
]
CODES = [region.code for region in TREE]
VILLAGES = [code for code in CODES if depth(code) == 4]
LAST_YEAR, JANUARY, FEBRUARY, MARCH = date(2025, 1, 31), date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)
MONTHS = (JANUARY, FEBRUARY, MARCH)
NIKS = tuple(f"510501010190000{number}" for number in range(1, 7))
DAYS = (datetime(2026, 2, 3, 8), datetime(2026, 3, 20, 8), datetime(2026, 5, 1, 8))
BASES = ("UCJ", "BPS")
COUNTED = (Segment.PU, Segment.BPU, Segment.JAKON)


@dataclass(frozen=True)
class Came:
    """A table that comes in, on a day; `replaces` and `undo` are places among those that came before."""

    table: Table
    sender: str
    complete: bool
    region: str
    segments: frozenset[Segment]
    day: datetime
    replaces: frozenset[int] = frozenset()
    undo: int | None = None


def participants() -> st.SearchStrategy[Table]:
    row = st.builds(
        Participant, row=st.just(0), nik=st.sampled_from(NIKS), name=st.sampled_from(["", "Ni Contoh", "I Contoh"]),
        birth_date=st.sampled_from([None, date(1991, 1, 31), date(1991, 2, 1), date(2008, 2, 29), date(1961, 3, 31)]),
        sex=st.sampled_from(["", "P", "L"]), segment=st.sampled_from([Segment.PU, Segment.BPU, Segment.JAKON]),
        region=st.sampled_from([*VILLAGES, *VILLAGES, "51.05", "51.05.01", None]),
        benefits=st.frozensets(st.sampled_from([Benefit.JKK, Benefit.JKM, Benefit.JHT])),
        company=st.sampled_from(["", "PT Contoh", "PT Rekaan"]), active=st.sampled_from([True, True, True, False]),
        fund=st.sampled_from(["", "APBD", "CSR"]),
    )  # fmt: skip
    return st.builds(
        lambda rows, period, parked, sample: builders.people(
            *(replace(each, row=place) for place, each in enumerate(rows, 5)), period=period, parked=parked, sample=sample
        ),
        st.lists(row, max_size=8), st.sampled_from(MONTHS), st.integers(0, 1), st.sampled_from([False] * 5 + [True]),
    )  # fmt: skip


def recaps() -> st.SearchStrategy[Table]:
    count = st.one_of(st.none(), st.integers(0, 9), st.integers(0, 9))
    row = st.builds(
        RecapFigure, row=st.just(5), cell=st.just("D5"), region=st.sampled_from(CODES), measure=st.sampled_from(Measure),
        people=count, workers=st.sampled_from([None, 10, 20]), share=st.sampled_from([None, 0.25, 0.5]),
        base_name=st.sampled_from(["", "UCJ", "ucj ", "BPS"]), period=st.sampled_from([None, None, None, LAST_YEAR]),
    )  # fmt: skip
    return st.builds(
        lambda rows, period: builders.table(SheetKind.REKAP, rows, period=period),
        st.lists(row, min_size=1, max_size=10), st.sampled_from([LAST_YEAR, *MONTHS]),
    )  # fmt: skip


def bases() -> st.SearchStrategy[Table]:
    row = st.builds(
        BaseValue, row=st.just(5), region=st.sampled_from(CODES), sector=st.sampled_from(Sector),
        workers=st.integers(5, 40), note=st.just(""),
    )  # fmt: skip
    return st.builds(
        lambda rows, name: builders.table(SheetKind.PENYEBUT, rows, base_name=name),
        st.lists(row, max_size=20, unique_by=lambda each: (each.region, each.sector)), st.sampled_from(BASES),
    )  # fmt: skip


CAME = st.builds(
    Came,
    table=st.one_of(participants(), participants(), participants(), recaps(), recaps(), bases()),
    sender=st.sampled_from(["", "Cabang", "Cabang", "Desa"]), complete=st.sampled_from([True, True, False]),
    region=st.sampled_from(["", "51", "51", "51.05", "51.05.01", "51.07", VILLAGES[0]]),
    segments=st.sampled_from([frozenset(), frozenset(COUNTED), frozenset(COUNTED), frozenset({Segment.PU, Segment.BPU})]),
    day=st.sampled_from(DAYS), replaces=st.frozensets(st.integers(0, 5), max_size=1),
    undo=st.one_of(st.none(), st.none(), st.integers(0, 5)),
)  # fmt: skip
STORES = st.lists(CAME, min_size=2, max_size=7)
SETTINGS = settings(
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace of ten regions, with both bases of the province alone; emptied again for each example."""
    folder = tmp_path_factory.mktemp("pohon")
    sessions = open_database(folder / "cakupan.db")
    with sessions.begin() as session:
        regions.load_regions(session, TREE, {})
        for name in BASES:
            table = builders.table(SheetKind.PENYEBUT, [BaseValue(5, "51", Sector.SEMUA, 50, "")], base_name=name)
            builders.store_table(session, table, builders.arrival(table, f"{name}.xlsx", sender=f"Penerbit {name}"))
    yield Workspace(folder, sessions)
    sessions.close()


@contextmanager
def filled(tree: Workspace, came: Sequence[Came]) -> Iterator[tuple[Workspace, Oracle]]:
    """The workspace in which all of it came in and was taken back, and what its rows say."""
    empty(tree)
    bring(tree, came)
    with tree.sessions() as session:
        known = oracle.read(session, CODES)
    yield tree, known


def empty(workspace: Workspace) -> None:
    """Take out all that came after the two bases."""
    kept = len(BASES)
    with workspace.sessions.begin() as session:
        run = session.connection().exec_driver_sql
        run(f"delete from base_value where base_id > {kept}")
        for name in ("worker_base", "participation", "recap_figure", "import_problem"):
            run(f"delete from {name} where import_id > {kept}")
        run("delete from listed_count")
        run("delete from listed_flow")
        run("update sheet_import set replaced_by = null, state = 'tersimpan'")
        run(f"delete from sheet_import where id > {kept}")


def bring(workspace: Workspace, came: Sequence[Came]) -> list[int]:
    stood: list[int] = []
    gone: set[int] = set()
    for place, one in enumerate(came):
        replaces = tuple(stood[older] for older in one.replaces if older < len(stood) and stood[older] not in gone)
        arrival = Arrival(
            file=f"{place}.xlsx", sha256=f"{place}", sender=one.sender, complete=one.complete, by="petugas", at=one.day,
            replaces=replaces, scope=scope_of(one.table, one.region, one.segments),
        )  # fmt: skip
        with workspace.sessions.begin() as session:
            stood.append(builders.store_table(session, one.table, arrival).import_id)
        if one.undo is not None and one.undo < len(stood) and stood[one.undo] not in gone:
            gone.add(stood[one.undo])
            with workspace.sessions.begin() as session:
                imports.undo_import(session, stood[one.undo])
    return stood


Asked = tuple[str, int, date, str, Sector, Counting, bool]
"""Region, level, month, base, sector, counting, with Jakon."""

QUERIES = st.lists(
    st.tuples(
        st.sampled_from(["51", "51.05", "51.05.01", "51.07", VILLAGES[0]]), st.sampled_from([2, 3, 4]),
        st.sampled_from(MONTHS), st.sampled_from(BASES), st.sampled_from(Sector), st.sampled_from(Counting), st.booleans(),
    ),
    min_size=6, max_size=6, unique=True,
)  # fmt: skip


@given(came=STORES, queries=QUERIES)
@settings(SETTINGS, max_examples=150)
def test_coverage_is_what_the_rows_say(tree: Workspace, came: list[Came], queries: list[Asked]) -> None:
    with filled(tree, came) as (workspace, known):
        for region, level, period, base, sector, counting, jakon in queries:
            numerator = Numerator(counting, jakon)
            query = CoverageQuery(
                region=region, level=level, period=period, base=base, sector=sector, numerator=numerator
            )  # fmt: skip
            table = coverage(workspace, query).table
            for row in (table.whole, *table.rows):
                expected = known.figure(
                    row.region.code, period, base, sector.value, jakon, counting is Counting.KEPESERTAAN
                )
                assert said(row) == expected, (row.region.code, query)
                held_by_a_list(workspace, row, numerator)
            shown = max(level, depth(region) + 1)
            assert [row.region.code for row in table.rows] == known.at_level(region, shown)
            sums_agree(table)


@given(came=STORES, queries=QUERIES)
@settings(SETTINGS, max_examples=60)
def test_the_trend_is_every_months_figure(tree: Workspace, came: list[Came], queries: list[Asked]) -> None:
    """On one base, whatever month is asked for: what the table has, each month for itself."""
    with filled(tree, came) as (workspace, known):
        for region, level, period, base, sector, counting, jakon in queries:
            query = CoverageQuery(
                region=region, level=level, period=period, base=base, sector=sector, restated=True,
                numerator=Numerator(counting, jakon),
            )  # fmt: skip
            series = coverage(workspace, query).trend.series
            found = {point.period: point for one in series for point in one.points}
            for month in known.known_months():
                then = known.then(region, month, base, sector.value, jakon, counting is Counting.KEPESERTAAN)
                point = found.pop(month, None)
                if then is None or (then.share is None and then.reported is None):
                    assert point is None
                    continue
                assert point is not None, (region, month, query)
                assert (point.people, point.workers) == (
                    (then.people, then.workers) if then.share is not None else (None, None)
                )
                assert (point.counted, point.summed) == (then.listed, then.summed)
            assert not found


def said(row: RegionCoverage) -> Figure | None:
    if row.period is None:
        return None
    return Figure(
        period=row.period, people=row.active, workers=row.workers, reported=row.reported, listed=row.counted,
        summed=row.summed_children > 0, segments=frozenset(segment.value for segment in row.segments),
    )  # fmt: skip


def held_by_a_list(workspace: Workspace, row: RegionCoverage, numerator: Numerator) -> None:
    """The list that a figure opens has as many rows."""
    if not row.counted or row.period is None:
        return
    only = PeopleFilter(segments=row.segments)
    if numerator.counting is Counting.KEPESERTAAN:
        only = PeopleFilter(segments=row.segments, dimension=Dimension.KEPESERTAAN)
    rows = listed_rows(workspace, row.region.code, row.period, 0, 1000, only=only)
    assert len(rows) == count_listed(workspace, row.region.code, row.period, only=only) == row.active


def sums_agree(table: CoverageTable) -> None:
    month = [row for row in table.rows if row.period == table.period and row.active is not None and row.workers]
    assert table.counted == len(month)
    assert table.sum_active == (sum(row.active or 0 for row in month) if month else None)
    assert table.sum_workers == (sum(row.workers or 0 for row in month) if month else None)
    shown = [row for row in table.rows if (row.active is not None and row.workers) or row.reported is not None]
    assert table.reporting == len(shown)


@given(came=STORES)
@settings(SETTINGS, max_examples=60)
def test_breakdowns_are_what_the_rows_say(tree: Workspace, came: list[Came]) -> None:
    with filled(tree, came) as (workspace, known):
        for period in MONTHS:
            for sample in (False, True):
                for region in ("0", *CODES):
                    found = breakdowns(workspace, region, period, sample=sample)
                    expected = known.parts(region, period, sample)
                    assert {each.dimension.value: each.parts for each in found} == expected
                    people = len({row.nik for row in known.at(region, period, sample)})
                    for each in found:
                        assert each.dimension is Dimension.KEPESERTAAN or each.whole == people
                    assert count_listed(workspace, region, period, sample=sample) == people
                    assert len(listed_rows(workspace, region, period, 0, 1000, sample=sample)) == people


@given(came=STORES, data=st.data())
@settings(SETTINGS, max_examples=60)
def test_a_part_opens_a_list_of_its_people(tree: Workspace, came: list[Came], data: st.DataObject) -> None:
    with filled(tree, came) as (workspace, known):
        region = data.draw(st.sampled_from(["51", "51.05", "51.05.01", VILLAGES[0]]))
        for period in MONTHS:
            for dimension, parts in known.parts(region, period, False).items():
                for part, people in parts.items():
                    only = PeopleFilter(dimension=Dimension(dimension), part=part)
                    rows = listed_rows(workspace, region, period, 0, 1000, only=only)
                    assert len(rows) == count_listed(workspace, region, period, only=only) == people


@given(came=STORES, region=st.sampled_from(["51", "51.05", "51.05.01", VILLAGES[0]]), sector=st.sampled_from(Sector))
@settings(SETTINGS, max_examples=120)
def test_the_parts_of_a_change_sum_to_it(tree: Workspace, came: list[Came], region: str, sector: Sector) -> None:
    with filled(tree, came) as (workspace, known):
        for period in (FEBRUARY, MARCH):
            query = CoverageQuery(region=region, period=period, base="UCJ", sector=sector)
            after = known.figure(region, period, "UCJ", sector.value, True, False)
            if after is None or after.people is None or after.period != period:
                with pytest.raises(NoFigures):
                    explain_change(workspace, query)
                continue
            found = explain_change(workspace, query)
            earlier = [month for month in (LAST_YEAR, *MONTHS) if month < after.period]
            before = newest_of_its_month(known, region, sector, earlier)
            if before is None:
                assert found is None
                continue
            assert found is not None
            assert (found.since, found.before, found.until, found.after) == (
                before.period, before.people, after.period, after.people,
            )  # fmt: skip
            assert sum(part.people for part in found.parts) == found.people
            if before.share is not None and after.share is not None:
                assert found.hundredths == round(round((after.share - before.share) * 100, 2) * 100)
            assert len({part.kind for part in found.parts}) == len(found.parts)
            flows_agree(known, region, sector, before, after, {part.kind: part.people for part in found.parts})


def newest_of_its_month(known: Oracle, region: str, sector: Sector, months: Sequence[date]) -> Figure | None:
    for month in reversed(months):
        figure = known.figure(region, month, "UCJ", sector.value, True, False)
        if figure is not None and figure.people is not None and figure.period == month:
            return figure
    return None


def flows_agree(
    known: Oracle, region: str, sector: Sector, before: Figure, after: Figure, parts: dict[ChangeKind, int]
) -> None:
    """Between two complete lists of the same segments, one right after the other, everything is explained."""
    months = known.months()
    if not (before.listed and after.listed and before.segments == after.segments):
        assert ChangeKind.JOINED not in parts
        return
    if months.index(after.period) != months.index(before.period) + 1:
        return
    segments = after.segments or OF_SECTOR["semua"]
    expected = known.flow(region, segments, before.period, after.period)
    told = {kind.value: people for kind, people in parts.items() if kind.value in expected}
    # Where nobody was listed in either month, nobody is told to have come.
    assert dict.fromkeys(expected, 0) | told == expected
    assert ChangeKind.OPEN not in parts


@given(came=STORES, region=st.sampled_from(["51", "51.05"]), level=st.sampled_from([2, 3, 4]))
@settings(SETTINGS, max_examples=60)
def test_who_has_reported_is_what_came(tree: Workspace, came: list[Came], region: str, level: int) -> None:
    with filled(tree, came) as (workspace, known):
        found = reporting(workspace, region, level if level > depth(region) else None, months=3, until=MARCH)
        assert found.months == MONTHS
        for row in found.rows:
            for cell in row.cells:
                state = ReportingState.LENGKAP if cell.state is ReportingState.TERLAMBAT else cell.state
                assert state.value == known.reported(row.region.code, cell.month), (row.region.code, cell)


def person(number: int, segment: Segment, region: str) -> Participant:
    return Participant(0, NIKS[number], "Contoh", segment=segment, region=region)


def full_list(period: date, *people: Participant, segments: Sequence[Segment] = COUNTED, complete: bool = True) -> Came:
    """A list that speaks for all of the province."""
    rows = [replace(each, row=row) for row, each in enumerate(people, 5)]
    return Came(builders.people(*rows, period=period), "Cabang", complete, "51", frozenset(segments), DAYS[0])


def a_recap(period: date, region: str, measure: Measure, people: int, day: datetime = DAYS[0]) -> Came:
    figure = RecapFigure(5, "D5", region, measure, people, None, None)
    return Came(builders.table(SheetKind.REKAP, [figure], period=period), "Cabang", False, "", frozenset(), day)


def parts_of_change(tree: Workspace, sector: Sector, *came: Came) -> dict[str, int]:
    with filled(tree, came) as (workspace, _):
        change = explain_change(workspace, CoverageQuery(region="51", period=MARCH, base="UCJ", sector=sector))
        assert change is not None
        return {part.kind.value: part.people for part in change.parts}


def test_nobody_in_a_complete_list_is_zero_whoever_asks(tree: Workspace) -> None:
    with filled(tree, [full_list(MARCH)]) as (workspace, _):
        for region in CODES:
            row = coverage(workspace, CoverageQuery(region=region, period=MARCH, base="UCJ")).table.whole
            assert (row.active, row.counted) == (0, True)


def test_somebody_of_the_regency_alone_may_live_in_any_of_its_villages(tree: Workspace) -> None:
    with filled(tree, [full_list(MARCH, person(0, Segment.PU, "51.05"))]) as (workspace, _):
        figures = {
            row.region.code: row.active
            for region in ("51", "51.05", "51.05.01", "51.07")
            for row in coverage(workspace, CoverageQuery(region=region, period=MARCH, base="UCJ", level=4)).table.rows
        }
    assert figures == {**dict.fromkeys(VILLAGES[:3]), "51.07.06.2001": 0}


def test_people_missing_from_a_list_in_between_have_not_left(tree: Workspace) -> None:
    two = [person(0, Segment.PU, VILLAGES[0]), person(1, Segment.BPU, VILLAGES[1])]
    between = full_list(FEBRUARY, two[0], complete=False)
    parts = parts_of_change(tree, Sector.SEMUA, full_list(JANUARY, *two), between, full_list(MARCH, *two))
    assert parts == {"penyebut": 0}


def test_construction_workers_who_do_not_count_have_not_come(tree: Workspace) -> None:
    """The lists are complete for PU and BPU: formal is PU alone."""
    known, builder = person(0, Segment.PU, VILLAGES[0]), person(1, Segment.JAKON, VILLAGES[0])
    segments = (Segment.PU, Segment.BPU)
    before = full_list(FEBRUARY, known, segments=segments)
    parts = parts_of_change(tree, Sector.FORMAL, before, full_list(MARCH, known, builder, segments=segments))
    assert parts == {"penyebut": 0}


def test_segments_that_came_one_by_one_are_a_whole_report(tree: Workspace) -> None:
    came = [a_recap(MARCH, "51.05", Measure.PU, 5), a_recap(MARCH, "51.05", Measure.BPU, 4, DAYS[2])]
    with filled(tree, came) as (workspace, _):
        [klungkung, _] = reporting(workspace, "51", until=MARCH).rows
        row = coverage(workspace, CoverageQuery(region="51.05", period=MARCH, base="UCJ")).table.whole
    cell = klungkung.cells[-1]
    assert row.active == 9
    assert (cell.state, cell.when) == (ReportingState.TERLAMBAT, DAYS[2].date())


def test_an_empty_store_has_no_figures(tree: Workspace) -> None:
    with filled(tree, []) as (workspace, _), pytest.raises(NoFigures):
        coverage(workspace, CoverageQuery(region="51"))
