"""Findings about what is shown: more people than workers, bases that contradict themselves, sources that change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pytest

from desktop_app.analysis.findings import Finding, findings
from desktop_app.analysis.numerators import USUAL
from desktop_app.analysis.region_coverage import RegionCoverage
from desktop_app.analysis.trend import TrendPoint, TrendSeries
from desktop_app.domain.facts import WorkerBase
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.segments import Counting, Numerator, Sector
from tests.analysis.values import base, fact, listed

DECEMBER = date(2025, 12, 31)
KLUNGKUNG = Region("51.05.03", "Klungkung", Level.KECAMATAN)
SATRA = Region("51.05.03.2001", "Satra", Level.DESA)
TOJAN = Region("51.05.03.2002", "Tojan", Level.DESA)
S, F, INF = Sector.SEMUA, Sector.FORMAL, Sector.INFORMAL


@dataclass(frozen=True)
class Shown:
    """What findings look at of a coverage table."""

    whole: RegionCoverage
    rows: tuple[RegionCoverage, ...]
    base: WorkerBase
    period: date = DECEMBER
    sector: Sector = Sector.SEMUA
    numerator: Numerator = USUAL


def row(region: Region, people: int | None, workers: int | None, **more: object) -> RegionCoverage:
    period = DECEMBER if people is not None else None
    return RegionCoverage(region=region, base="Uji", workers=workers, active=people, period=period, **more)  # type: ignore[arg-type]


def shown(
    rows: tuple[RegionCoverage, ...] = (), workers: Mapping[tuple[str, Sector], int] | None = None, **more: object
) -> Shown:
    return Shown(row(KLUNGKUNG, None, None), rows, base("Uji", dict(workers or {})), **more)  # type: ignore[arg-type]


def of(table: Shown, history: tuple[TrendSeries, ...] = ()) -> list[Finding]:
    return findings([], [table.base], names={"51.05": "Kabupaten Klungkung"}, table=table, history=history)


# Shares above 100 %


def test_more_people_of_a_list_than_workers() -> None:
    people = listed(SATRA.code, DECEMBER, 86)
    [found] = of(shown((row(SATRA, 86, 63, counted=True, listed=people), row(TOJAN, 60, 63)), sector=F))
    assert (found.code, found.region, found.serious) == ("pct_over_100", SATRA.code, True)
    assert found.message == (
        "Desa Satra, 31 Desember 2025, sektor formal: 86 orang lebih banyak daripada 63 pekerja menurut penyebut Uji"
        " (136,51\u00a0%). Periksa penyebut wilayah ini, dan apakah orang dari wilayah lain ikut terhitung."
    )
    assert found.place == "Daftar peserta lengkap 31 Desember 2025"


def test_more_people_of_a_sum_than_workers() -> None:
    words = "Orang menurut NIK; jumlah dari 18 desa"
    [found] = of(shown((row(SATRA, 120, 100, summed_children=18, definition=words),)))
    assert ("120,00" in found.message, found.place) == (True, words)


def test_memberships_are_called_so() -> None:
    [found] = of(shown((row(SATRA, 86, 63, counted=True),), numerator=Numerator(Counting.KEPESERTAAN)))
    assert "86 kepesertaan lebih banyak daripada 63 pekerja" in found.message


def test_what_a_recap_has_been_told_of_is_not_told_twice() -> None:
    recap = fact(SATRA.code, DECEMBER, 86, base="Uji")
    table = shown((row(SATRA, 86, 63, fact=recap),), {(SATRA.code, S): 63})
    assert [one.code for one in findings([recap], [table.base], table=table)] == ["pct_over_100"]


@pytest.mark.parametrize(("people", "workers"), [(63, 63), (0, 63), (None, 63), (86, None)])
def test_all_workers_are_no_more_than_all(people: int | None, workers: int | None) -> None:
    assert of(shown((row(SATRA, people, workers),))) == []


# Bases


def test_formal_and_informal_that_are_not_the_total() -> None:
    workers = {
        (SATRA.code, S): 60,
        (SATRA.code, F): 63,
        (SATRA.code, INF): 70,
        (TOJAN.code, S): 100,
        (TOJAN.code, F): 40,
    }
    [found] = of(shown((row(SATRA, None, 60), row(TOJAN, None, 100)), workers))
    assert (found.code, found.region, found.place) == ("base_sectors", SATRA.code, "Dokumen Uji")
    assert found.message == (
        "Desa Satra, penyebut Uji: formal 63 + informal 70 = 133, 73 lebih banyak daripada jumlah 60 pekerja."
        " Cocokkan penyebut itu di Data Acuan dengan dokumennya."
    )


def test_one_finding_for_all_parts_of_a_region() -> None:
    workers = {(place.code, sector): 10 for place in (SATRA, TOJAN) for sector in Sector}
    [found] = of(shown((row(SATRA, None, 10), row(TOJAN, None, 10)), workers))
    assert "Begitu pula 1 wilayah lain: Desa Tojan." in found.message


@pytest.mark.parametrize(
    ("above", "parts", "said"),
    [
        (120, (60, 80), "2 dari 2 wilayah di bawahnya berjumlah 140 pekerja, 20 lebih banyak daripada 120."),
        (200, (60, 80), "2 dari 2 wilayah di bawahnya berjumlah 140 pekerja, 60 lebih sedikit daripada 200."),
        (120, (130, None), "1 dari 2 wilayah di bawahnya berjumlah 130 pekerja, 10 lebih banyak daripada 120."),
        (140, (60, 80), ""),
        (200, (60, None), ""),
        (None, (60, 80), ""),
    ],
)
def test_parts_of_a_base_add_up_to_the_region_above(
    above: int | None, parts: tuple[int, int | None], said: str
) -> None:
    given = zip((KLUNGKUNG, SATRA, TOJAN), (above, *parts), strict=True)
    workers = {(place.code, S): value for place, value in given if value is not None}
    found = of(shown((row(SATRA, None, parts[0]), row(TOJAN, None, parts[1])), workers))
    assert [one.message.startswith(f"Kecamatan Klungkung, penyebut Uji: {said}") for one in found] == [True] * bool(
        said
    )
    assert all((one.code, one.region, one.serious) == ("base_parts", KLUNGKUNG.code, True) for one in found)


def test_parts_that_were_rounded_each_by_itself_are_a_remark() -> None:
    workers = {(KLUNGKUNG.code, S): 141, (SATRA.code, S): 60, (TOJAN.code, S): 80}
    [found] = of(shown((row(SATRA, None, 60), row(TOJAN, None, 80)), workers))
    assert not found.serious


# Sources


def point(month: int, people: int | None, definition: str = "", **more: object) -> TrendPoint:
    return TrendPoint(
        period=date(2025, month, 28), share=0.5, people=people, workers=1_000_000, reported=people is None,
        source="Kanwil", place="Rekap.xlsx, lembar Rekap, sel D7", definition=definition, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def test_a_sum_then_a_recap_of_its_own() -> None:
    line = TrendSeries(base="Uji", points=(point(2, 727_337, summed=True), point(3, 935_079), point(4, 936_000)))
    [found] = of(shown(), (line,))
    assert (found.code, found.serious, found.period) == ("source_changed", False, date(2025, 3, 28))
    assert found.message == (
        "Kecamatan Klungkung, 28 Maret 2025: sumber berbeda. 727.337 orang pada 28 Februari 2025 dari jumlah wilayah di"
        " bawahnya, lalu 935.079 dari rekap, 207.742 lebih banyak (28,56\u00a0%). Itu bukan kenaikan semata. Bandingkan"
        " bulan-bulan dari sumber yang sama."
    )


@pytest.mark.parametrize(
    ("points", "told"),
    [
        ((point(8, 6_000), point(9, 6_449, counted=True)), 1),
        ((point(8, 6_000, "Jumlah"), point(9, 6_449, "PU + BPU")), 1),
        ((point(8, 6_440, "Jumlah"), point(9, 6_449, "PU + BPU")), 0),
        ((point(8, 6_000), point(9, None), point(10, 6_449, counted=True)), 1),
        ((point(8, 6_000), point(9, 6_449)), 0),
    ],
    ids=["recap, list", "definition", "hardly another", "a share between", "one source"],
)
def test_a_change_of_source_or_definition(points: tuple[TrendPoint, ...], told: int) -> None:
    assert len(of(shown(), (TrendSeries(base="Uji", points=points),))) == told
