"""Chart values: order, words and scales; every figure on a picture brings its numerator, base, date and source."""

from datetime import date

import pytest

from desktop_app.analysis.charts import MapChart, bar_chart, class_of, map_chart, map_classes, trend_chart
from desktop_app.analysis.charts.maps import layer_of
from desktop_app.analysis.coverage import CoverageTable, coverage_table
from desktop_app.analysis.scales import bottom_of, class_limits, top_of
from desktop_app.analysis.trend import trend
from desktop_app.domain.facts import RecapFact, WorkerBase
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.segments import Sector
from tests.analysis.test_trend import PUBLISHED
from tests.analysis.values import (
    BADUNG,
    BALI,
    BPS_2022,
    END_2024,
    GIANYAR,
    JEMBRANA,
    KARANGASEM,
    MARCH,
    TARGETS,
    UCJ,
    base,
    fact,
    listed,
)

NBSP = "\u00a0"
PAIR = base("UCJ 2025", {"51": 1_837_899, "51.01": 109_417, "51.04": 198_628})
FACTS = [
    fact("51", MARCH, 935_079),
    fact("51.01", END_2024, 70_017),
    fact("51.03", MARCH, share=0.5868, note="disebut tertinggi"),
    fact("51.04", MARCH, 150_000, sender="Cabang Bali Gianyar"),
]
"""Gianyar's count is invented: it stands beyond the target."""


def table(
    facts: list[RecapFact] = FACTS,
    region: Region = BALI,
    children: tuple[Region, ...] = (KARANGASEM, GIANYAR, BADUNG, JEMBRANA),
    on: WorkerBase = PAIR,
    sector: Sector = Sector.SEMUA,
) -> CoverageTable:
    lists = [listed("51.07", MARCH, 1_234, sample=True, waiting=2)]
    return coverage_table(region, children, facts, lists, on, TARGETS, MARCH, sector)


def test_bars_stand_by_gap_and_those_without_data_last() -> None:
    chart = bar_chart(table())
    assert [bar.label for bar in chart.bars] == ["Badung", "Jembrana", "Gianyar", "Karangasem"]
    assert [bar.gap is None for bar in chart.bars] == [False, False, False, True]
    assert [bar.note for bar in chart.bars] == ["", "Des 2024", "", ""]
    assert [bar.reported for bar in chart.bars] == [True, False, False, False]
    assert chart.bars[3].share is None
    assert chart.top == 0.8


def test_bars_without_a_target_stand_by_share() -> None:
    answer = coverage_table(BALI, (GIANYAR, JEMBRANA, BADUNG), FACTS, [], PAIR, [], MARCH, Sector.SEMUA)
    chart = bar_chart(answer)
    assert [bar.label for bar in chart.bars] == ["Badung", "Jembrana", "Gianyar"]
    assert chart.title == "Cakupan menurut kabupaten/kota di Provinsi Bali, %"


def test_words_of_the_bar_chart() -> None:
    chart = bar_chart(table())
    assert chart.title == "Cakupan menurut kabupaten/kota di Provinsi Bali terhadap target 2025, %"
    assert chart.source == (
        "Penyebut: UCJ 2025. Data: sampai 31 Maret 2025, Kanwil Banuspa dan Cabang Bali Gianyar."
        " 3 dari 4 kabupaten/kota di Bali punya angka."
    )


def test_words_of_a_sector_and_of_a_deeper_level() -> None:
    ubud = Region("51.04.05", "Ubud", Level.KECAMATAN)
    chart = bar_chart(table([], GIANYAR, (ubud,), sector=Sector.INFORMAL))
    assert chart.title == "Cakupan sektor informal menurut kecamatan di Kabupaten Gianyar, %"
    assert chart.source.endswith("Data: 31 Maret 2025. 0 dari 1 kecamatan di Kabupaten Gianyar punya angka.")
    assert chart.top == 1.0


def test_a_region_without_parts_is_shown_itself() -> None:
    chart = bar_chart(table(children=()))
    assert [bar.code for bar in chart.bars] == ["51"]
    assert chart.title == "Cakupan Provinsi Bali terhadap target 2025, %"
    assert "punya angka" not in chart.source


def test_the_hover_card_brings_numerator_base_date_and_source() -> None:
    detail = {bar.label: bar.detail for bar in bar_chart(table()).bars}
    assert detail["Jembrana"] == (
        f"70.017 dari 109.417 pekerja = 63,99{NBSP}%",
        "Pembilang: Jumlah menurut rekap, yang tidak menyebut orang atau kepesertaan",
        "Penyebut: UCJ 2025, Dokumen UCJ 2025",
        "Data: 31 Desember 2024, lebih lama dari bulan yang dipilih",
        f"Target provinsi 2025: 67,28{NBSP}% (BPJS Kanwil); selisih −3,29{NBSP}poin; kurang 3.599 orang",
        "Sumber: Kanwil Banuspa; Rekap.xlsx, lembar Rekap, sel D7",
    )
    assert detail["Badung"][0] == f"58,68{NBSP}%, dilaporkan tanpa pembilang"
    assert detail["Badung"][-1] == "Catatan: disebut tertinggi"
    assert detail["Karangasem"][0] == "Belum ada data"
    assert detail["Karangasem"][-1] == "Terdaftar di lembar 31 Maret 2025: 1.234 orang (data contoh), + 2 menunggu"
    assert any("tercapai" in line for line in detail["Gianyar"])


def test_two_regions_of_one_name_are_told_apart() -> None:
    java = Region("32", "Jawa Barat", Level.PROVINSI)
    bogor = (Region("32.01", "Kabupaten Bogor", Level.KABUPATEN), Region("32.71", "Kota Bogor", Level.KOTA))
    garut = Region("32.05", "Kabupaten Garut", Level.KABUPATEN)
    labels = {area.code: area.label for area in map_chart(table([], java, (*bogor, garut))).areas}
    assert labels == {"32.01": "Kab. Bogor", "32.71": "Kota Bogor", "32.05": "Garut"}


@pytest.mark.parametrize(
    ("codes", "layer"),
    [
        (["51.01", "51.71"], "bali-kabupaten"),
        (["51.01.01", "51.71.01"], "bali-kecamatan"),
        (["51.04.05.1001"], "bali-desa"),
        (["51"], "indonesia-provinsi"),
        (["51", "32"], "indonesia-provinsi"),
        (["32.01", "32.71"], "indonesia-kabupaten"),
        (["51.01", "32.71"], "indonesia-kabupaten"),
        (["32.01.01"], ""),
        ([], ""),
    ],
)
def test_the_layer_follows_from_the_regions_drawn(codes: list[str], layer: str) -> None:
    assert layer_of(codes) == layer


def test_a_region_without_parts_is_drawn_itself() -> None:
    assert map_chart(table([], Region("51.04.05.1001", "Ubud", Level.KELURAHAN), ())).layer == "bali-desa"
    assert map_chart(table([], BALI, ())).layer == "indonesia-provinsi"


def test_the_map_has_the_parts_in_their_classes() -> None:
    chart = map_chart(table())
    assert chart.title == "Peta cakupan menurut kabupaten/kota di Provinsi Bali, %"
    assert chart.source.endswith("punya angka. Batas wilayah: BIG.")
    assert [area.code for area in chart.areas] == ["51.01", "51.03", "51.04", "51.07"]
    assert classes_of(chart) == {"51.01": "60–<65", "51.03": "< 60", "51.04": "≥ 75", "51.07": None}


def classes_of(chart: MapChart) -> dict[str, str | None]:
    return {a.code: None if a.map_class is None else chart.classes[a.map_class].label for a in chart.areas}


@pytest.mark.parametrize(
    ("shares", "limits"),
    [
        ((0.3552, 0.4378, 0.4563, 0.5617, 0.5868), (40, 45, 50, 55)),
        ((), (20, 40, 60, 80)),
        ((0.5088,), (45, 50, 55, 60)),
        ((0.0,), (5, 10, 15, 20)),
        ((0.501, 0.532), (50, 51, 52, 53)),
        ((0.0, 1.0), (20, 40, 60, 80)),
        ((0.0, 4.0), (100, 150, 200, 250)),
    ],
)
def test_limits_of_the_classes_are_round(shares: tuple[float, ...], limits: tuple[int, ...]) -> None:
    assert class_limits(shares) == limits


def test_labels_of_the_classes() -> None:
    classes = map_classes((40, 45, 50, 55))
    assert [one.label for one in classes] == ["< 40", "40–<45", "45–<50", "50–<55", "≥ 55"]
    assert [class_of(share, classes) for share in (0.3999, 0.40, 0.55, None)] == [0, 1, 4, None]


def test_words_and_axes_of_the_trend() -> None:
    chart = trend_chart(trend(BALI, PUBLISHED, [UCJ, BPS_2022], TARGETS, Sector.SEMUA))
    assert chart.title == "Cakupan Provinsi Bali, persen pekerja"
    assert chart.source == (
        "Titik dengan penyebut berbeda tidak disambung. Sumber: Kanwil Banuspa dan Tribun Bali."
        " Data sampai 31 Desember 2025."
    )
    assert [len(line.points) for line in chart.lines] == [1, 1, 3]
    assert (chart.first, chart.last) == (date(2023, 9, 30), date(2026, 12, 31))
    assert (chart.bottom, chart.top) == (0.3, 0.8)
    assert chart.lines[2].points[0].detail == (
        f"935.079 dari 1.837.899 pekerja = 50,88{NBSP}%",
        "Pembilang: Jumlah menurut rekap, yang tidak menyebut orang atau kepesertaan",
        "Penyebut: UCJ 2025",
        "Data: 31 Maret 2025",
        "Sumber: Kanwil Banuspa; Rekap.xlsx, lembar Rekap, sel D7",
    )
    assert chart.lines[2].points[1].detail[0] == f"52,33{NBSP}%, dilaporkan tanpa pembilang"


@pytest.mark.parametrize(("base", "drawn"), [(None, True), ("UCJ 2025", True), ("UCJ Lain", False)])
def test_what_lies_ahead_stands_on_the_base_asked_for_only(base: str | None, drawn: bool) -> None:
    chart = trend_chart(trend(BALI, PUBLISHED, [UCJ, BPS_2022], TARGETS, Sector.SEMUA), base=base)
    assert (chart.ahead is not None, chart.needed is not None) == (drawn, drawn)
    assert len(chart.lines) == 3


def test_rival_targets_stand_side_by_side() -> None:
    chart = trend_chart(trend(BALI, PUBLISHED, [UCJ], TARGETS, Sector.SEMUA))
    assert [(mark.label, mark.rival) for mark in chart.targets] == [
        (f"Target 67,28{NBSP}%", False),
        (f"67,69{NBSP}% (Sekda)", True),
        (f"Target 73,86{NBSP}%", False),
    ]
    of_gianyar = trend_chart(trend(GIANYAR, PUBLISHED, [UCJ], TARGETS, Sector.SEMUA))
    assert of_gianyar.targets[0].label == f"Target provinsi 67,28{NBSP}%"
    assert of_gianyar.source.startswith("Penyebut: UCJ 2025.")


def test_an_empty_trend_has_axes_and_says_so() -> None:
    chart = trend_chart(trend(BALI, [], [], [], Sector.SEMUA))
    assert not chart.lines
    assert not chart.targets
    assert chart.first < chart.last
    assert (chart.bottom, chart.top) == (0.0, 1.0)
    assert chart.source == "Belum ada data dengan penyebut yang disebut."


@pytest.mark.parametrize(("shares", "top", "bottom"), [((0.7, 0.3), 0.7, 0.3), ((0.0,), 0.1, 0.0), ((1.02,), 1.1, 1.0)])
def test_ends_of_axes_are_full_tenths(shares: tuple[float, ...], top: float, bottom: float) -> None:
    assert (top_of(shares), bottom_of(shares)) == (top, bottom)


def test_people_without_a_base_are_no_bar_and_do_not_date_the_chart() -> None:
    chart = bar_chart(table([*FACTS[2:], fact("51.01", END_2024, 70_017)], on=base("UCJ 2025", {"51.04": 198_628})))
    jembrana = next(bar for bar in chart.bars if bar.label == "Jembrana")
    assert (jembrana.share, jembrana.note) == (None, "Tanpa penyebut")
    assert jembrana.detail[0] == "70.017 peserta aktif, penyebut belum ada"
    assert "Data: 31 Maret 2025," in chart.source
