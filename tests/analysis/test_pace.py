"""The way to a target: the pace it needs, the pace there is, and when that arrives."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.pace import (
    Arrival,
    Arriving,
    date_at_pace,
    needed_per_month,
    pace,
    pace_ends,
    toward_target,
)
from desktop_app.analysis.trend import TrendPoint, TrendSeries
from desktop_app.domain.periods import months_between, months_later
from tests.analysis.values import END_2023, END_2024, MARCH, target

JUNE, END_2025, END_2026 = date(2025, 6, 30), date(2025, 12, 31), date(2026, 12, 31)
WORKERS = 1_837_899
TARGET_2026 = target("51", 2026, 0.7386)


def point(period: date, people: int | None = None, share: float | None = None) -> TrendPoint:
    shown = share if share is not None else (people or 0) / WORKERS
    return TrendPoint(period=period, share=shown, people=people, workers=WORKERS, reported=people is None, source="")


def series(*points: TrendPoint) -> TrendSeries:
    return TrendSeries(base="UCJ 2025", points=points)


COUNTED = series(point(MARCH, 935_079), point(JUNE, 961_773), point(END_2025, 990_260))
PRINTED = series(point(MARCH, 935_079), point(JUNE, share=0.5233), point(END_2025, share=0.5388))
"""As published: 50.88, 52.33 and 53.88 %; people of the first only."""


@pytest.mark.parametrize(
    ("missing", "since", "due", "needed"),
    [
        (367_212, END_2025, END_2026, 30_601),
        (367_213, END_2025, END_2026, 30_602),
        (301_460, MARCH, END_2025, 33_496),
        (13, END_2025, END_2026, 2),
        (0, END_2025, END_2026, 0),
        (-5, END_2025, END_2025, 0),
        (5, END_2025, END_2025, None),
        (5, END_2025, JUNE, None),
    ],
)
def test_people_needed_per_month(missing: int, since: date, due: date, needed: int | None) -> None:
    assert needed_per_month(missing, since, due) == needed


def test_the_pace_between_two_points() -> None:
    assert pace(point(MARCH, 935_079), point(END_2025, 990_260)) == pytest.approx(6_131.2, abs=0.1)
    assert pace(point(MARCH, 935_079), point(JUNE, 932_079)) == -1_000
    assert pace(point(MARCH), point(JUNE, 932_079)) is None
    assert pace(point(JUNE, 935_079), point(MARCH, 932_079)) is None


@pytest.mark.parametrize(
    ("missing", "per_month", "arrival"),
    [
        (367_212, 6_131.2, Arrival(Arriving.ARRIVES, date(2030, 12, 31))),
        (0.1998, 0.03 / 9, Arrival(Arriving.ARRIVES, date(2030, 12, 31))),
        (12, 1, Arrival(Arriving.ARRIVES, END_2026)),
        (12.1, 1, Arrival(Arriving.ARRIVES, date(2027, 1, 31))),
        (0.3, 0.1, Arrival(Arriving.ARRIVES, date(2026, 3, 31))),
        (1, 1_000, Arrival(Arriving.ARRIVES, date(2026, 1, 31))),
        (0, None, Arrival(Arriving.ALREADY)),
        (-3, -5, Arrival(Arriving.ALREADY)),
        (5, 0, Arrival(Arriving.NEVER)),
        (5, -1, Arrival(Arriving.NEVER)),
        (1_201, 1, Arrival(Arriving.NEVER)),
        (1_200, 1, Arrival(Arriving.ARRIVES, date(2125, 12, 31))),
        (5, None, Arrival(Arriving.UNKNOWN)),
        (None, 5, Arrival(Arriving.UNKNOWN)),
    ],
)
def test_the_month_of_arrival(missing: float | None, per_month: float | None, arrival: Arrival) -> None:
    assert date_at_pace(missing, per_month, END_2025) == arrival


def test_toward_the_target_in_people() -> None:
    found = toward_target(TARGET_2026, END_2025, 367_212, 990_260 / WORKERS, COUNTED)
    assert (found.needed, found.months_left) == (30_601, 12)
    assert found.current == pytest.approx(6_131.2, abs=0.1)
    assert found.arrival == Arrival(Arriving.ARRIVES, date(2030, 12, 31))
    assert found.off_pace
    assert found.sentence == "Dengan laju sekarang, target 73,86\u00a0% baru tercapai pada Desember 2030."


def test_toward_the_target_in_points_where_the_numerator_is_not_known() -> None:
    found = toward_target(TARGET_2026, END_2025, None, 0.5388, PRINTED)
    assert (found.needed, found.current) == (None, None)
    assert found.missing_share == pytest.approx(0.1998)
    assert found.needed_share == pytest.approx(0.01665)
    assert found.current_share == pytest.approx(0.00333, abs=1e-5)
    assert found.arrival.month == date(2030, 12, 31)


@pytest.mark.parametrize(
    ("missing", "share", "points", "off", "sentence"),
    [
        (-1, 0.74, COUNTED, False, "Target 73,86\u00a0% sudah tercapai."),
        (-1, 0.74, None, False, "Target 73,86\u00a0% sudah tercapai."),
        (5, 0.7, series(point(JUNE, 99), point(END_2025, 90)), True,
         "Dengan laju sekarang, target 73,86\u00a0% tidak akan tercapai."),
        (5, 0.7, series(point(JUNE, 90), point(END_2025, 99)), False,
         "Dengan laju sekarang, target 73,86\u00a0% tercapai pada April 2026."),
        (5, 0.7, series(point(END_2025, 99)), None,
         "Laju sekarang belum dapat dihitung: perlu dua bulan dengan angka pada penyebut yang sama."),
        (None, None, None, None,
         "Laju sekarang belum dapat dihitung: perlu dua bulan dengan angka pada penyebut yang sama."),
    ],
)  # fmt: skip
def test_what_the_pace_leads_to(
    missing: int | None, share: float | None, points: TrendSeries | None, off: bool | None, sentence: str
) -> None:
    found = toward_target(TARGET_2026, END_2025, missing, share, points)
    assert (found.off_pace, found.sentence) == (off, sentence)


def test_the_pace_is_of_at_most_twelve_months_and_of_people_where_there_are() -> None:
    old = series(point(END_2023, 800_000), point(END_2024, share=0.5), *COUNTED.points)
    ends = pace_ends(old.points)
    assert ends is not None
    assert [one.period for one in ends] == [MARCH, END_2025]
    ends = pace_ends(PRINTED.points)
    assert ends is not None
    assert [one.period for one in ends] == [MARCH, END_2025]
    assert pace_ends([point(END_2023, 5), point(END_2025, 6)]) is None
    assert pace_ends([]) is None


@given(st.integers(1, 3_000_000), st.integers(1, 100_000))
def test_the_target_is_reached_in_the_month_of_arrival_and_not_before(missing: int, per_month: int) -> None:
    arrival = date_at_pace(missing, per_month, END_2025)
    if arrival.month is None:
        assert arrival.state is Arriving.NEVER
        assert per_month * 1_200 < missing
        return
    months = months_between(END_2025, arrival.month)
    assert per_month * months >= missing > per_month * (months - 1)


@given(st.integers(1, 3_000_000), st.integers(1, 240))
def test_who_keeps_the_pace_that_is_needed_arrives_in_time(missing: int, span: int) -> None:
    due = months_later(END_2025, span)
    needed = needed_per_month(missing, END_2025, due)
    assert needed is not None
    arrival = date_at_pace(missing, needed, END_2025)
    assert arrival.month is not None
    assert arrival.month <= due


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(-600, 600))
def test_months_later_and_back(day: date, months: int) -> None:
    later = months_later(day, months)
    assert months_between(day, later) == months
    assert months_later(later, -months) == months_later(day, 0)
