"""Growth since an earlier month, only ever on one base."""

from datetime import date

import pytest

from desktop_app.analysis.growth import Growth, growth_on_year, year_to_date
from desktop_app.analysis.trend import TrendPoint, TrendSeries
from tests.analysis.values import END_2023, END_2024, MARCH

END_2025, MARCH_2024 = date(2025, 12, 31), date(2024, 3, 31)
WORKERS = 200_000


def point(period: date, people: int | None, share: float | None = None) -> TrendPoint:
    of = (people or 0) / WORKERS if share is None else share
    return TrendPoint(period=period, share=of, people=people, workers=WORKERS, reported=people is None, source="")


INVENTED = [
    TrendSeries(base="BPS bekerja Agustus 2023", points=(point(END_2023, 80_000), point(MARCH_2024, 82_000))),
    TrendSeries(
        base="UCJ 2025", points=(point(END_2024, 100_000), point(MARCH, 104_000), point(END_2025, None, 0.56))
    ),
]  # fmt: skip


def test_since_the_year_began() -> None:
    found = year_to_date(INVENTED, "UCJ 2025", MARCH)
    assert (found.since, found.until, found.people, found.reason) == (END_2024, MARCH, 4_000, "")
    assert found.points == pytest.approx(0.02)


def test_a_share_without_its_numerator_gives_points_only() -> None:
    found = growth_on_year(INVENTED, "ucj 2025", END_2025)
    assert found.people is None
    assert found.points == pytest.approx(0.06)
    assert found.reason == "Dilaporkan tanpa pembilang, sehingga jumlah orang tidak diketahui."


@pytest.mark.parametrize(
    ("base", "period", "since", "reason"),
    [
        ("UCJ 2025", MARCH, MARCH_2024,
         "Angka 31 Maret 2024 memakai penyebut lain (BPS bekerja Agustus 2023), sehingga tidak dibandingkan dengan UCJ 2025."),
        ("UCJ 2025", date(2025, 6, 30), date(2024, 6, 30), "Belum ada angka 30 Juni 2024 pada penyebut UCJ 2025."),
        ("BPS bekerja Agustus 2023", END_2023, date(2022, 12, 31),
         "Belum ada angka 31 Desember 2022 pada penyebut BPS bekerja Agustus 2023."),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_told(base: str, period: date, since: date, reason: str) -> None:
    assert growth_on_year(INVENTED, base, period) == Growth(since=since, until=period, reason=reason)


def test_february_of_a_leap_year() -> None:
    leap = [TrendSeries(base="UCJ", points=(point(date(2024, 2, 29), 100), point(date(2025, 2, 28), 160)))]
    assert growth_on_year(leap, "UCJ", date(2025, 2, 28)).people == 60
