"""Counts by parts, comings and goings, and the lists behind them, held against plain counting over random stores."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.domain.breakdowns import (
    AGES,
    NO_COMPANY,
    Dimension,
    PeopleFilter,
    age_band,
    joined_benefits,
    joined_segments,
    size_band,
)
from desktop_app.domain.people import benefits_of
from desktop_app.domain.regions import is_within
from desktop_app.domain.segments import Sector, Segment
from desktop_app.store import listed
from desktop_app.store.listed.counted_rows import _latest_birth, counted
from desktop_app.store.models import ListedCountRow, ParticipationRow
from tests.store.desk import MONTHS, WORKBOOKS, Came, desks

FORMAL, INFORMAL = {"PU", "JAKON"}, {"BPU"}
SECTORS = {Sector.SEMUA: FORMAL | INFORMAL, Sector.FORMAL: FORMAL, Sector.INFORMAL: INFORMAL}


def rows_of(session: Session, period: date, sample: bool) -> list[ParticipationRow]:
    query = counted(period, sample, ParticipationRow).order_by(ParticipationRow.import_id, ParticipationRow.row)
    return list(session.scalars(query))


def regions_above(code: str) -> Iterator[str]:
    yield "0"
    words = code.split(".")
    yield from (".".join(words[:count]) for count in range(1, len(words) + 1))


def plain_counts(rows: list[ParticipationRow], period: date) -> dict[tuple[str, str, str], int]:
    """(dimension, region, part) -> people, person by person."""
    sex: dict[int, str] = {}
    born: dict[int, date | None] = {}
    workers: dict[int, set[int]] = defaultdict(set)
    there: dict[tuple[str, int], list[ParticipationRow]] = defaultdict(list)
    for row in rows:
        sex[row.nik] = row.sex or sex.get(row.nik, "")
        born[row.nik] = row.birth_date or born.get(row.nik)
        if row.segment != "BPU" and row.company_id:
            workers[row.company_id].add(row.nik)
        for region in regions_above(str(row.region)):
            there[region, row.nik].append(row)
    found: Counter[tuple[str, str, str]] = Counter()
    for (region, nik), mine in there.items():
        employed = [row for row in mine if row.segment != "BPU"]
        size = max((len(workers[row.company_id]) for row in employed if row.company_id), default=0)
        parts = {
            Dimension.SEGMEN: joined_segments(frozenset(Segment(row.segment) for row in mine)),
            Dimension.PROGRAM: joined_benefits(frozenset().union(*(benefits_of(row.benefits) for row in mine))),
            Dimension.KELAMIN: sex[nik],
            Dimension.UMUR: age_band(born[nik], period),
            Dimension.UKURAN: NO_COMPANY if not employed else size_band(size) if size else "",
            Dimension.PENDANAAN: "+".join(sorted({row.fund for row in mine if row.fund})),
        }
        found.update((dimension.value, region, part) for dimension, part in parts.items())
        memberships = {(row.segment, row.company_id) for row in mine}
        found.update((Dimension.KEPESERTAAN.value, region, segment) for segment, _ in memberships)
    return dict(found)


def people_by_place(rows: list[ParticipationRow]) -> dict[str, dict[int, set[str]]]:
    found: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        for region in regions_above(str(row.region)):
            found[region][row.nik].add(row.segment)
    return found


@given(workbooks=WORKBOOKS)
@settings(max_examples=40, deadline=None)
def test_the_kept_counts_are_those_of_plain_counting_and_their_parts_add_up(
    template: Path, workbooks: list[Came]
) -> None:
    with desks(template, workbooks, 1) as [desk]:
        for place in range(len(workbooks)):
            desk.bring(place)
        with desk.sessions() as session:
            for period in MONTHS:
                for sample in (False, True):
                    kept = kept_counts(session, period, sample)
                    assert kept == plain_counts(rows_of(session, period, sample), period)
                    for region in {region for _, region, _ in kept}:
                        whole = listed.count_people(session, region, period, sample)
                        for parts in listed.breakdowns(session, region, period, sample):
                            assert parts.whole == whole or parts.dimension is Dimension.KEPESERTAAN


def kept_counts(session: Session, period: date, sample: bool) -> dict[tuple[str, str, str], int]:
    row = ListedCountRow
    query = select(row.dimension, row.region, row.part, row.people).where(row.period == period, row.sample == sample)
    return {(dimension, region, part): people for dimension, region, part, people in session.execute(query)}


@given(workbooks=WORKBOOKS)
@settings(max_examples=25, deadline=None)
def test_a_figure_opens_a_list_of_as_many_people(template: Path, workbooks: list[Came]) -> None:
    with desks(template, workbooks, 1) as [desk]:
        for place in range(len(workbooks)):
            desk.bring(place)
        with desk.sessions() as session:
            for period in MONTHS:
                for (dimension, region, part), people in kept_counts(session, period, False).items():
                    only = PeopleFilter(dimension=Dimension(dimension), part=part)
                    rows = listed.people(session, region, period, False, 0, 100, only)
                    assert len(rows) == listed.count_people(session, region, period, False, only) == people
                    assert all(is_within(row.region, region) for row in rows)
                    assert all(_shows(row, Dimension(dimension), part, period) for row in rows)
                for figure in listed.listed_people(session, None, [period]):
                    for segment, people in figure.by_segment.items():
                        only = PeopleFilter(frozenset({segment}))
                        rows = listed.people(session, figure.region, period, figure.sample, 0, 100, only)
                        assert len(rows) == people
                        assert people == listed.count_people(session, figure.region, period, figure.sample, only)


def _shows(person: Any, dimension: Dimension, part: str, period: date) -> bool:
    """What the list says of the person is what the figure counted."""
    match dimension:
        case Dimension.KELAMIN:
            return bool(person.sex == part)
        case Dimension.UMUR:
            return age_band(person.birth_date, period) == part
        case Dimension.SEGMEN | Dimension.KEPESERTAAN:
            return joined_segments(frozenset(person.segments)) == part
        case _:
            return True


@given(workbooks=WORKBOOKS)
@settings(max_examples=40, deadline=None)
def test_comings_and_goings_lead_from_one_month_to_the_next(template: Path, workbooks: list[Came]) -> None:
    with desks(template, workbooks, 1) as [desk]:
        for place in range(len(workbooks)):
            desk.bring(place)
        with desk.sessions() as session:
            months = [month for month in MONTHS if session.scalar(select(counted_lists(month)))]
            for earlier, month in pairwise(months):
                before, after = (people_by_place(rows_of(session, each, False)) for each in (earlier, month))
                for region in before.keys() | after.keys():
                    for sector, segments in SECTORS.items():
                        old, new = (
                            {nik for nik, mine in each[region].items() if mine & segments} for each in (before, after)
                        )
                        said = listed.flows(session, region, sector, earlier, month)
                        if not old and not new:
                            assert said == []
                            continue
                        [flow] = said
                        assert (flow.period, flow.earlier, flow.sample) == (month, earlier, False)
                        assert flow.before == len(old)
                        assert flow.after == len(new)
                        assert flow.joined == len(new - old - before["0"].keys())
                        assert flow.moved_in == len((new - old) & before["0"].keys())
                        assert flow.lapsed == len(old - new - after["0"].keys())
                        assert flow.moved_out == len((old - new) & after["0"].keys())


def counted_lists(month: date) -> Any:
    from desktop_app.store.listed.counted_rows import lists_of

    return lists_of(month, False).exists()


@given(on=st.dates(date(2000, 1, 1), date(2040, 1, 1)), age=st.sampled_from(AGES))
def test_an_age_is_reached_on_the_birthday(on: date, age: int) -> None:
    last = _latest_birth(age, on)
    assert int(age_band(last, on).split("-")[0].rstrip("+")) == age
    later = date.fromordinal(last.toordinal() + 1)
    assert age_band(later, on) != age_band(last, on)


@pytest.mark.parametrize(("on", "age", "last"), [(date(2024, 2, 29), 15, date(2009, 2, 28)), (date(2026, 1, 31), 25, date(2001, 1, 31))])  # fmt: skip
def test_the_last_birthday_of_an_age(on: date, age: int, last: date) -> None:
    assert _latest_birth(age, on) == last
