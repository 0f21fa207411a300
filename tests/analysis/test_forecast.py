"""A forecast: a straight line and its band on one base, made in a way that is told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.forecast import forecast
from desktop_app.analysis.trend import TrendPoint, TrendSeries
from desktop_app.domain.periods import months_between, months_later
from tests.analysis.values import MARCH

JUNE, END_2025, END_2026 = date(2025, 6, 30), date(2025, 12, 31), date(2026, 12, 31)
WORKERS = 1_837_899


def series(*points: tuple[date, float], counted: bool = False) -> TrendSeries:
    return TrendSeries(
        base="UCJ 2025",
        points=tuple(
            TrendPoint(
                period=period, share=share, people=round(share * WORKERS) if counted else None, workers=WORKERS,
                reported=not counted, source="",
            )
            for period, share in points
        ),
    )  # fmt: skip


PUBLISHED = series((MARCH, 0.5088), (JUNE, 0.5233), (END_2025, 0.5388))


def test_bali_to_the_end_of_2026() -> None:
    """Slopes 1.45/3, 1.55/6 and 3.00/9 points a month: the middle one is that of the nine months, 4.00 points a year."""
    found = forecast(PUBLISHED, END_2026)
    assert found is not None
    assert (found.base, found.since, found.used, found.label) == ("UCJ 2025", END_2025, 3, "Theil–Sen, 9 bulan")
    assert [point.period for point in found.points][::11] == [date(2026, 1, 31), END_2026]
    last = found.points[-1]
    assert round(last.share, 4) == 0.5788
    assert (round(last.low, 4), round(last.high, 4)) == (0.5714, 0.5936)
    assert found.method == (
        "Garis lurus dari Desember 2025 pada penyebut UCJ 2025, dengan laju tengah (median) antara setiap dua dari"
        " 3 titik Maret 2025–Desember 2025 (Theil–Sen). Pitanya memuat delapan dari setiap sepuluh laju itu: tanpa yang"
        " paling lambat dan yang paling cepat."
    )


def test_two_printed_points_leave_only_their_rounding_open() -> None:
    found = forecast(series((MARCH, 0.5088), (JUNE, 0.5233)), date(2025, 9, 30))
    assert found is not None
    point = found.points[-1]
    assert point.share == pytest.approx(0.5378)
    # Half a hundredth of a point at the last point, and half a hundredth twice in the slope of three months.
    assert point.low == pytest.approx(0.53765)
    assert point.high == pytest.approx(0.53795)
    assert "antara dua titik saja (Maret 2025 dan Juni 2025). Pitanya hanya pembulatan" in found.method


def test_two_counted_points_have_no_band() -> None:
    found = forecast(series((MARCH, 0.50), (JUNE, 0.53), counted=True), date(2025, 9, 30))
    assert found is not None
    assert found.points[-1].low == found.points[-1].share == found.points[-1].high
    assert "Tanpa pita: dua titik tidak menunjukkan sebaran." in found.method


def test_one_odd_month_does_not_turn_the_line() -> None:
    months = [months_later(END_2025, -back) for back in range(11, -1, -1)]
    straight = [(month, 0.40 + 0.005 * n) for n, month in enumerate(months)]
    odd = [(month, share + (0.2 if n == 5 else 0)) for n, (month, share) in enumerate(straight)]
    found = forecast(series(*odd, counted=True), END_2026)
    assert found is not None
    assert found.per_month == pytest.approx(0.005)


def test_what_is_older_than_two_years_is_not_looked_at() -> None:
    old = series((date(2020, 12, 31), 0.1), *((point.period, point.share) for point in PUBLISHED.points))
    assert forecast(old, END_2026) == forecast(PUBLISHED, END_2026)


@pytest.mark.parametrize(
    ("points", "until"),
    [([], END_2026), ([(MARCH, 0.5)], END_2026), ([(MARCH, 0.5), (JUNE, 0.6)], JUNE), ([(MARCH, 0.5), (JUNE, 0.6)], MARCH)],
)  # fmt: skip
def test_no_forecast(points: list[tuple[date, float]], until: date) -> None:
    assert forecast(series(*points), until) is None


def test_nobody_is_forecast_above_everybody_in_silence() -> None:
    found = forecast(series((MARCH, 0.90), (JUNE, 0.96), counted=True), END_2025)
    assert found is not None
    assert found.capped
    assert [round(point.share, 2) for point in found.points] == [0.98, 1.0, 1.0, 1.0, 1.0, 1.0]
    assert found.method.endswith("Dibatasi pada 0 sampai 100\u00a0%.")
    above = forecast(series((MARCH, 1.02), (JUNE, 1.05), counted=True), END_2025)
    assert above is not None
    assert above.points[-1].share == 1.05
    assert above.method.endswith("Dibatasi pada 0 sampai 105\u00a0%.")


histories = st.lists(st.tuples(st.integers(0, 60), st.floats(0, 1.3)), max_size=30, unique_by=lambda one: one[0]).map(
    lambda found: [(months_later(date(2020, 1, 31), month), share) for month, share in sorted(found)]
)


@given(histories, st.booleans(), st.integers(-5, 120))
def test_the_band_holds_the_line_and_both_stay_in_bounds(
    points: list[tuple[date, float]], counted: bool, ahead: int
) -> None:
    last = points[-1][0] if points else END_2025
    found = forecast(series(*points, counted=counted), months_later(last, ahead))
    if found is None:
        assert len(points) < 2 or ahead < 1 or months_between(points[-2][0], last) > 24
        return
    assert [months_between(last, point.period) for point in found.points] == list(range(1, ahead + 1))
    for point in found.points:
        assert 0 <= point.low <= point.share <= point.high <= max(1, points[-1][1])
    assert ("Dibatasi" in found.method) == found.capped
