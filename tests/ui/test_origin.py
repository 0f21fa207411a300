"""“Dari mana angka ini?” as values: every part of a figure, and the list behind it."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from desktop_app.analysis.change import Change, ChangeKind, ChangePart
from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.analysis.pace import toward_target
from desktop_app.analysis.trend import TrendPoint, TrendSeries
from desktop_app.domain.breakdowns import Dimension, PeopleFilter
from desktop_app.domain.facts import ListedPeople, Target, WorkerBase
from desktop_app.domain.locks import LockedFigure, MonthLock
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.segments import Counting, Numerator, Sector, Segment
from desktop_app.ui import origin_pace
from desktop_app.ui.coverage_change import explain_step
from desktop_app.ui.coverage_parts import filter_of
from desktop_app.ui.origin import Item, Origin, Pair
from desktop_app.ui.origin_figures import Behind, explain_figure
from desktop_app.ui.origin_numerator import people_behind, together_words

MARCH, DECEMBER = date(2025, 3, 31), date(2025, 12, 31)
BADUNG, BALI = Region("51.03", "Kabupaten Badung", Level.KABUPATEN), Region("51", "Bali", Level.PROVINSI)
BASE = WorkerBase(name="UCJ 2025", document="surat", as_of=MARCH, workers={}, notes={})
PU, BPU, JAKON = frozenset({Segment.PU}), frozenset({Segment.BPU}), frozenset({Segment.JAKON})
LISTED = ListedPeople(
    region="51.03", period=MARCH, people=100, by_segment={Segment.PU: 70, Segment.BPU: 40}, waiting=3, complete=True,
    sample=False, together={PU: 60, BPU: 30, PU | BPU: 10}, memberships={Segment.PU: 75, Segment.BPU: 41},
)  # fmt: skip
TARGET = Target(
    region="51.03", sector=Sector.SEMUA, year=2025, share=0.72, document="SK 1", note="", version=2,
    split_of="Pembagian target provinsi 67,28 %",
)  # fmt: skip
COUNTED = RegionCoverage(
    region=BADUNG, base="UCJ 2025", workers=200, active=100, period=MARCH, counted=True, listed=LISTED, target=TARGET,
    definition="Orang menurut NIK, PU + BPU + Jakon",
)  # fmt: skip


def table(figure: RegionCoverage) -> CoverageTable:
    return CoverageTable(period=MARCH, base=BASE, sector=Sector.SEMUA, whole=figure, rows=())


def pairs(origin: Origin, title: str) -> dict[str, str]:
    section = next(section for section in origin.sections if section.title == title)
    return {line.name: line.value for line in section.lines if isinstance(line, Pair)}


def test_the_parts_of_a_counted_list_sum_to_its_people() -> None:
    origin = explain_figure(COUNTED, table(COUNTED))
    numerator = next(section for section in origin.sections if section.title == "Pembilang")
    assert pairs(origin, "Pembilang") == {
        "PU saja": "60", "BPU saja": "30", "PU dan BPU": "10", "Jumlah orang": "100", "Menunggu, belum dihitung": "+ 3",
    }  # fmt: skip
    assert (numerator.aside, numerator.icon) == ("per orang, NIK unik", "hash")
    assert "16 kepesertaan ganda dihitung sekali." in origin.text
    assert "Orang menurut NIK, PU + BPU + Jakon" in origin.text


def test_memberships_are_not_mixed_with_people() -> None:
    figure = replace(COUNTED, active=116)
    origin = explain_figure(figure, replace(table(figure), numerator=Numerator(Counting.KEPESERTAAN)))
    assert pairs(origin, "Pembilang") == {
        "PU": "75", "BPU": "41", "Jumlah kepesertaan": "116", "Menunggu, belum dihitung": "+ 3",
    }  # fmt: skip
    assert "Milik 100 orang." in origin.text
    assert origin.people is not None
    assert (origin.people.people, origin.people.unit) == (100, "orang")


def test_figure_fraction_target_and_formula_carry_their_numbers() -> None:
    origin = explain_figure(COUNTED, table(COUNTED))
    assert (origin.label, origin.figure, origin.unit) == ("Cakupan Kabupaten Badung, 31 Maret 2025", "50,00", "%")
    for words in (
        "100 peserta aktif", "÷ 200 pekerja, penyebut UCJ 2025", "SK 1, versi 2\nPembagian target provinsi 67,28 %",
        "Target 2025: 72,00\u00a0% atau 144 orang", "100 peserta aktif ÷ 200 pekerja = 50,00\u00a0%", "144 − 100 = 44 orang",
    ):  # fmt: skip
        assert words in origin.text


@pytest.mark.parametrize(("segments", "people"), [(frozenset(), 100), (PU | JAKON, 70), (BPU, 40), (JAKON, 0)], ids=str)
def test_the_list_has_the_people_of_the_figure(segments: frozenset[Segment], people: int) -> None:
    wanted = people_behind(replace(COUNTED, segments=segments, active=people))
    assert wanted is not None
    assert (wanted.people, wanted.only, wanted.unit) == (people, PeopleFilter(segments=segments), "peserta")


def test_people_who_do_not_count_are_told_beside_the_figure() -> None:
    recap = replace(COUNTED, counted=False, active=120, segments=frozenset())
    origin = explain_figure(recap, table(recap))
    assert pairs(origin, "Pembilang")["Terdaftar di lembar peserta"] == "100"
    assert origin.people is not None
    assert (origin.people.people, origin.people.unit) == (100, "yang terdaftar")


def test_a_share_without_numerator_says_so() -> None:
    bare = RegionCoverage(region=BADUNG, base="UCJ 2025", reported=0.5868, period=MARCH)
    origin = explain_figure(bare, table(bare))
    assert "Dilaporkan, tanpa pembilang." in origin.text
    assert (origin.fraction, origin.people) == (None, None)


def test_nothing_known_is_said_in_words_and_not_as_zero() -> None:
    empty = RegionCoverage(region=BADUNG, base="UCJ 2025")
    assert explain_figure(empty, table(empty)).figure == "Belum ada data"


@pytest.mark.parametrize(
    ("reported", "icon", "said"),
    [(100, "circle-check", "Sama dengan yang dilaporkan: 100 orang."), (90, "triangle-alert", "Dilaporkan 90, kini 100 (+10 orang).")],
)  # fmt: skip
def test_a_locked_month_is_held_against_now(reported: int, icon: str, said: str) -> None:
    figure = LockedFigure(
        region="51.03", base="UCJ 2025", sector=Sector.SEMUA, active=reported, workers=200, reported=None, source=""
    )
    lock = MonthLock(
        id=1, region="51", period=MARCH, document="Laporan", locked_at=datetime(2025, 4, 10), locked_by="Sri",
        figures=(figure,),
    )  # fmt: skip
    origin = explain_figure(COUNTED, table(COUNTED), Behind(lock=lock))
    checks = next(section for section in origin.sections if section.title == "Pemeriksaan")
    [line] = [line for line in checks.lines if isinstance(line, Item) and "ilaporkan" in line.text]
    assert (line.icon, line.text) == (icon, said)


def test_a_locked_month_whose_figure_is_gone_says_what_was_reported() -> None:
    reported = LockedFigure(
        region="51.03", base="UCJ 2025", sector=Sector.SEMUA, active=6449, workers=11_539, reported=None, source=""
    )
    lock = MonthLock(
        id=1, region="51.03", period=MARCH, document="Laporan Maret", locked_at=datetime(2025, 4, 10), locked_by="Sri",
        figures=(reported,),
    )  # fmt: skip
    older = replace(COUNTED, period=date(2025, 2, 28), stale=True)
    origin = explain_figure(older, table(older), Behind(lock=lock))
    assert "Maret 2025 dilaporkan 6.449 orang; kini belum ada angka bulan itu." in origin.text
    assert "Laporan Maret" in origin.text


@pytest.mark.parametrize(
    ("segments", "words"),
    [(PU, "PU saja"), (PU | BPU, "PU dan BPU"), (PU | BPU | JAKON, "PU, BPU, dan Jakon"), (frozenset(), "tidak diisi")],
    ids=str,
)
def test_segments_in_words(segments: frozenset[Segment], words: str) -> None:
    assert together_words(segments) == words


def test_memberships_are_listed_by_the_people_who_hold_them() -> None:
    assert filter_of(Dimension.KEPESERTAAN, "PU") == PeopleFilter(segments=PU)
    assert filter_of(Dimension.UMUR, "15-24") == PeopleFilter(dimension=Dimension.UMUR, part="15-24")


def point(period: date, people: int) -> TrendPoint:
    return TrendPoint(
        period=period, share=people / 1_837_899, people=people, workers=1_837_899, reported=False, source="Kanwil",
        place="rekap.xlsx, lembar data, sel B5",
    )  # fmt: skip


def test_the_way_to_the_target_is_told_with_its_numbers() -> None:
    points = (point(MARCH, 935_079), point(DECEMBER, 990_260))
    target = replace(TARGET, region="51", year=2026, share=0.7386, version=1, split_of="")
    figure = RegionCoverage(
        region=BALI, base="UCJ 2025", workers=1_837_899, active=990_260, period=DECEMBER, target=target
    )
    series = TrendSeries(base="UCJ 2025", points=points)
    way = toward_target(target, DECEMBER, figure.gap_people, figure.share, series)
    for explain, value, words in (
        (origin_pace.explain_missing, "367.213", "1.357.473 − 990.260 = 367.213 orang"),
        (origin_pace.explain_needed, "30.602", "367.213 orang ÷ 12 bulan, dibulatkan ke atas"),
        (origin_pace.explain_current, "6.131", "(990.260 − 935.079) orang ÷ 9 bulan"),
        (origin_pace.explain_arrival, "Desember 2030", "367.213 orang ÷ 6.131 orang per bulan = 60 bulan"),
    ):
        origin = explain(figure, way)
        assert origin.figure == value
        assert words in origin.text


CHANGE = Change(
    region="51", sector=Sector.SEMUA, since=MARCH, until=DECEMBER, before=100, after=110, before_share=0.5,
    after_share=0.55, base_before="UCJ 2025", base_after="UCJ 2025",
    parts=(
        ChangePart(ChangeKind.JOINED, 25, 0.125, "Baru ada dalam daftar"),
        ChangePart(ChangeKind.LAPSED, -15, -0.075, "Tidak ada lagi dalam daftar"),
    ),
)  # fmt: skip


def test_a_step_of_the_change_says_on_what_it_rests() -> None:
    origin = explain_step(CHANGE, "masuk", BALI)
    assert (origin.figure, origin.unit) == ("+25", "orang")
    assert "Baru ada dalam daftar" in origin.text
    assert pairs(origin, "Bagian-bagiannya") == {
        "31 Maret 2025": "100", "Masuk": "+25", "Keluar": "−15", "31 Desember 2025": "110",
    }  # fmt: skip


def test_a_total_of_the_change_says_its_base() -> None:
    origin = explain_step(CHANGE, "2025-12-31", BALI)
    assert (origin.label, origin.figure) == ("Peserta aktif Provinsi Bali, 31 Desember 2025", "110")
    assert pairs(origin, "Cakupan") == {"Penyebut": "UCJ 2025", "Cakupan": "55,00\u00a0%"}
