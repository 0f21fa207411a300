"""Places by code or by name within their parent; a bare name is never guessed."""

import csv
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.regions import Level, Region, is_within, parent_code
from desktop_app.ingest.grid import Cell
from desktop_app.ingest.regions.places import PlaceAnswer, Places, PlaceText, place_in_address
from desktop_app.operations.reference import shipped_regions
from desktop_app.resources import resource


def shipped(name: str) -> list[dict[str, str]]:
    with resource("regions", name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


REGIONS = shipped_regions()
BALI = {region.code: region for region in REGIONS if is_within(region.code, "51")}
ALIASES = {row["alias"]: row["code"] for row in shipped("aliases.csv")}
BPS = {
    row["bps_code"]: row["region_code"]
    for name in ("bps-codes.csv", "bps-codes-kecamatan.csv")
    for row in shipped(name)
}
PLACES = Places(REGIONS, ALIASES, BPS, home="51")


@pytest.fixture(scope="module")
def places() -> Places:
    return PLACES


def codes(answer: PlaceAnswer) -> list[str]:
    return [candidate.value for candidate in answer.candidates]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (PlaceText(kabupaten="KAB. BADUNG"), "51.03"),
        (PlaceText(kabupaten="Kab Badung"), "51.03"),
        (PlaceText(kabupaten="Kab.Badung"), "51.03"),
        (PlaceText(kabupaten="Badung Kab."), "51.03"),
        (PlaceText(kabupaten="  KABUPATEN\u00a0BADUNG "), "51.03"),
        (PlaceText(kabupaten="B A D U N G"), "51.03"),
        (PlaceText(kabupaten="Kab Badung, Bali"), "51.03"),
        (PlaceText(kabupaten="Pemerintah Kabupaten Badung"), "51.03"),
        (PlaceText(kabupaten="Kab/Kota Badung"), "51.03"),
        (PlaceText(kabupaten="Karang Asem"), "51.07"),
        (PlaceText(kabupaten="Kodya Denpasar"), "51.71"),
        (PlaceText(kabupaten="Kota Madya Denpasar"), "51.71"),
        (PlaceText(kabupaten="KOTAMADYA DENPASAR"), "51.71"),
        (PlaceText(kabupaten="Kab. Denpasar"), "51.71"),
        (PlaceText(kabupaten="Dps"), "51.71"),
        (PlaceText(kabupaten="Kota Bandung"), "32.73"),
        (PlaceText(kabupaten="Kab. Bandung"), "32.04"),
        (PlaceText(kabupaten="Provinsi Bali"), "51"),
        (PlaceText(kabupaten="BALI"), "51"),
        (PlaceText(wilayah="Bali"), "51"),
        (PlaceText(wilayah="Kabupaten Gianyar"), "51.04"),
        (PlaceText(wilayah="Kec. Nusa Penida"), "51.05.01"),
        (PlaceText(kabupaten="Klungkung", kecamatan="Nusapenida", desa="Suana"), "51.05.01.2007"),
        (PlaceText(kabupaten="Klungkung", desa="Ds. Selat"), "51.05.03.2016"),
        (PlaceText(provinsi="BALI", kabupaten="Karangasem", kecamatan="Kec. Selat", desa="Selat"), "51.07.07.2002"),
        (PlaceText(kabupaten="Klungkung", kecamatan="Klungkung"), "51.05.03"),
        (PlaceText(kabupaten="Klungkung", desa="Kel. Semarapura Kangin"), "51.05.03.1011"),
        (PlaceText(kabupaten="Klungkung", desa="Semarapura Kelod"), "51.05.03.1013"),
        (PlaceText(kabupaten="Klungkung", desa="SEMARAPURA KLOD KANGIN"), "51.05.03.1012"),
        (PlaceText(kabupaten="Karangasem", desa="Antiga Klod"), "51.07.03.2010"),
        (PlaceText(kabupaten="Jembrana", desa="Dauh Waru"), "51.01.05.1005"),
        (PlaceText(kabupaten="Jembrana", desa="Dangin Tukad Aya"), "51.01.05.2010"),
        (PlaceText(kabupaten="Badung", desa="BELOK SIDAN"), "51.03.04.2003"),
        (PlaceText(kabupaten="Badung", desa="Belok/Sidan"), "51.03.04.2003"),
        (PlaceText(kabupaten="Tabanan", desa="Kaba kaba"), "51.02.06.2007"),
        (PlaceText(kabupaten="Buleleng", desa="Tinga tinga"), "51.08.01.2012"),
        (PlaceText(kabupaten="Gianyar", kecamatan="TEGAL LALANG"), "51.04.06"),
        (PlaceText(kabupaten="Gianyar", kecamatan="Tegalalang"), "51.04.06"),
        (PlaceText(kabupaten="Denpasar", kecamatan="Dps Sel."), "51.71.01"),
        (PlaceText(kabupaten="Badung", kecamatan="Kuta Sel"), "51.03.05"),
        (PlaceText(desa="Ubung Kaja", kecamatan="DENUT"), "51.71.04.2008"),
        (PlaceText(kabupaten="Badung", kecamatan="-", desa="N/A"), "51.03"),
        (PlaceText(kabupaten="Badung", desa="1. Dalung"), "51.03.06.2006"),
        (PlaceText(kabupaten="Badung", desa="Desa Dinas Dalung"), "51.03.06.2006"),
        (PlaceText(kabupaten="Badung", desa="Desa/Kel. Kuta"), "51.03.01.1002"),
        (PlaceText(provinsi="Bali", desa="Kel. Cempaga"), "51.06.02.1005"),
    ],
)
def test_found_by_name(places: Places, said: PlaceText, code: str) -> None:
    assert places.resolve(said).region == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (PlaceText(desa="Desa Dalung, Kec. Kuta Utara, Kab. Badung"), "51.03.06.2006"),
        (PlaceText(desa="Desa Dalung Kec. Kuta Utara Kab. Badung"), "51.03.06.2006"),
        (PlaceText(desa="DALUNG - KUTA UTARA - BADUNG"), "51.03.06.2006"),
        (PlaceText(desa="DALUNG-KUTA UTARA-BADUNG"), "51.03.06.2006"),
        (PlaceText(desa="Dalung (Kuta Utara)", kabupaten="Badung"), "51.03.06.2006"),
        (PlaceText(desa="Dalung, Kuta Utara, Badung, Bali 80361"), "51.03.06.2006"),
        (PlaceText(wilayah="Badung / Kuta Utara / Dalung"), "51.03.06.2006"),
        (PlaceText(desa="Selat, Klungkung"), "51.05.03.2016"),
        (PlaceText(desa="Klungkung - Selat"), "51.05.03.2016"),
        (PlaceText(kecamatan="Kec. Kuta, Kab. Badung"), "51.03.01"),
        (PlaceText(kecamatan="Kuta, Badung"), "51.03.01"),
        (PlaceText(kecamatan="Kecamatan Kuta Kabupaten Badung"), "51.03.01"),
        (PlaceText(kabupaten="Badung", desa="Br. Pengabetan, Ds. Kuta"), "51.03.01.1002"),
        (PlaceText(desa="Banjar Anyar, Kediri, Tabanan"), "51.02.06.2015"),
        (PlaceText(kecamatan="Kota Denpasar"), "51.71"),
    ],
)
def test_several_levels_in_one_cell(places: Places, said: PlaceText, code: str) -> None:
    assert places.resolve(said).region == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (PlaceText(code="51.04"), "51.04"),
        (PlaceText(code="51.04", wilayah="Gianyar"), "51.04"),
        (PlaceText(code="5104"), "51.04"),
        (PlaceText(code="'5104"), "51.04"),
        (PlaceText(code="5104.0"), "51.04"),
        (PlaceText(code="510401"), "51.04.01"),
        (PlaceText(code="510.401"), "51.04.01"),
        (PlaceText(code="51 04 01"), "51.04.01"),
        (PlaceText(code="51-04-01"), "51.04.01"),
        (PlaceText(code="51.4.1"), "51.04.01"),
        (PlaceText(code="5105012007"), "51.05.01.2007"),
        (PlaceText(code="5.105.012.007"), "51.05.01.2007"),
        (PlaceText(code="51.05.01.2007", desa="SUANA"), "51.05.01.2007"),
        (PlaceText(code="51.05.01.2007", kabupaten="Klungkung"), "51.05.01.2007"),
        (PlaceText(code="51.05", kecamatan="Nusa Penida", desa="Suana"), "51.05.01.2007"),
        (PlaceText(code="51.03", kabupaten="Badugn"), "51.03"),
        (PlaceText(wilayah="51.03 Badung"), "51.03"),
        (PlaceText(kabupaten="Badung (5103)"), "51.03"),
        (PlaceText(kabupaten="5103 - Badung"), "51.03"),
        (PlaceText(code="51.03.01 Kuta"), "51.03.01"),
        (PlaceText(code="51.3", kabupaten="Badung"), "51.03"),
        (PlaceText(code="51.30", kabupaten="Badung"), "51.03"),
        (PlaceText(code="35.1", kabupaten="Banyuwangi"), "35.10"),
        (PlaceText(code="35.1", kabupaten="Pacitan"), "35.01"),
        (PlaceText(code="3171", kabupaten="Jakarta Selatan"), "31.74"),
        (PlaceText(code="3171", kabupaten="Kota Jakarta Pusat"), "31.71"),
        (PlaceText(code="5103010"), "51.03.05"),
        (PlaceText(code="5103010001", desa="Pecatu"), "51.03.05.2001"),
        (PlaceText(code="5102012001", desa="Bajera"), "51.02.01.2001"),
        (PlaceText(code="3507010", kecamatan="Donomulyo"), "35.07.01"),
        (PlaceText(code="2006", kabupaten="Badung", kecamatan="Kuta Utara", desa="Dalung"), "51.03.06.2006"),
        (PlaceText(code="KD-01", kabupaten="Badung"), "51.03"),
        (PlaceText(code="51 Bali"), "51"),
        (PlaceText(code="51", kabupaten="Badung"), "51.03"),
        (PlaceText(code="Kab. Badung"), "51.03"),
    ],
)
def test_found_by_code(places: Places, said: PlaceText, code: str) -> None:
    assert places.resolve(said).region == code


@pytest.mark.parametrize(
    ("said", "why", "first"),
    [
        (PlaceText(kabupaten="Bandung"), "region_ambiguous", ["32.04", "32.73"]),
        (PlaceText(kabupaten="Tabanan", desa="Beraban"), "region_ambiguous", ["51.02.02.2007", "51.02.06.2004"]),
        (PlaceText(kabupaten="Tabanan", desa="Kukuh"), "region_ambiguous", ["51.02.04.2009", "51.02.07.2001"]),
        (PlaceText(kabupaten="Bangli", desa="ABUAN"), "region_ambiguous", ["51.06.01.2003", "51.06.04.2013"]),
        (PlaceText(provinsi="Bali", desa="Cempaga"), "region_ambiguous", ["51.06.02.1005", "51.08.04.2009"]),
        (PlaceText(wilayah="Kuta, Badung"), "region_ambiguous", ["51.03.01", "51.03.01.1002"]),
        (PlaceText(kabupaten="Badungg"), "region_unknown", ["51.03"]),
        (PlaceText(kabupaten="Kota Badung"), "region_unknown", ["51.03"]),
        (PlaceText(kabupaten="Badung", kecamatan="Kuta Utra", desa="Dalung"), "region_unknown", ["51.03.06"]),
        (PlaceText(kabupaten="Badung", desa="Desa Adat Kuta"), "region_unknown", ["51.03.01.1002"]),
        (PlaceText(kabupaten="Badung", desa="Br. Sari"), "region_unknown", []),
        (PlaceText(kabupaten="Klungkung", kecamatan="Kuta"), "region_contradiction", ["51.03.01", "51.05"]),
        (PlaceText(kabupaten="Badung", kecamatan="Mengwi", desa="Dalung"), "region_contradiction", ["51.03.06.2006", "51.03.02"]),
        (PlaceText(code="51.04", wilayah="Badung"), "region_contradiction", ["51.04", "51.03"]),
        (PlaceText(code="51.71.01.1005", desa="Sanur Kauh"), "region_contradiction", ["51.71.01.1005"]),
        (PlaceText(code="51.99", kabupaten="Badung"), "region_contradiction", ["51.03"]),
        (PlaceText(code="51.99"), "region_unknown", []),
        (PlaceText(code="5103012099"), "region_unknown", []),
        (PlaceText(code="51.3"), "region_code_open", ["51.03"]),
        (PlaceText(code="35.1"), "region_code_open", ["35.01", "35.10"]),
        (PlaceText(code="3171"), "region_code_open", ["31.71", "31.74"]),
        (PlaceText(code="5102012001"), "region_code_open", ["51.02.01.2001"]),
        (PlaceText(code="3507010", kabupaten="Malang"), "region_code_open", ["35.07.01"]),
        (PlaceText(), "region_blank", []),
        (PlaceText(desa="-"), "region_blank", []),
    ],
)  # fmt: skip
def test_left_open(places: Places, said: PlaceText, why: str, first: list[str]) -> None:
    answer = places.resolve(said)
    assert (answer.region, answer.code) == (None, why)
    assert codes(answer)[: len(first)] == first
    assert len(answer.candidates) <= 6
    assert answer.message.endswith(".")


def test_four_digits_stay_open_without_the_codes_of_bps() -> None:
    places = Places([region for region in BALI.values() if len(region.code) < 10], {})
    assert places.resolve(PlaceText(code="5104")).code == "region_code_open"
    assert places.resolve(PlaceText(code="5104", kabupaten="Gianyar")).region == "51.04"


def test_selat_is_five_places_in_bali(places: Places) -> None:
    answer = places.resolve(PlaceText(provinsi="Bali", desa="Selat"))
    assert answer.region is None
    assert {code[:5] for code in codes(answer)} == {"51.03", "51.05", "51.06", "51.07", "51.08"}
    assert "Desa Selat (Kecamatan Sukasada, Kabupaten Buleleng)" in answer.message
    assert places.resolve(PlaceText(desa="Selat"), within="51").candidates == answer.candidates
    assert codes(places.resolve(PlaceText(desa="Selat")))[:5] == codes(answer)  # of seven in the country


def test_a_candidate_says_where_it_lies_and_why_it_is_proposed(places: Places) -> None:
    [candidate, *_] = places.resolve(PlaceText(kabupaten="Badung", kecamatan="Kuta Utra", desa="Dalung")).candidates
    assert candidate.label == "Kecamatan Kuta Utara (Kabupaten Badung)"
    assert candidate.evidence == "mirip 94 %, di dalamnya ada Desa Dalung"


def test_one_answer_serves_all_rows_that_say_the_same(places: Places) -> None:
    said = PlaceText(kabupaten="Badung", kecamatan="Kuta Utra", desa="Dalung")
    key = places.resolve(said).key
    assert key == "kecamatan|kuta utra|51.03"
    answers = {
        key: "51.03.06",
        "desa|selat|51": "51.05.03.2016",
        "code|3171|": "31.74",
        "wilayah|kuta, badung|": "51.03.01",
    }
    assert places.resolve(said, None, answers).region == "51.03.06.2006"
    assert places.resolve(PlaceText(kabupaten="Badung", kecamatan="KUTA  UTRA"), None, answers).region == "51.03.06"
    assert places.resolve(PlaceText(provinsi="Bali", desa="SELAT"), None, answers).region == "51.05.03.2016"
    assert places.resolve(PlaceText(code="3171"), None, answers).region == "31.74"
    assert places.resolve(PlaceText(wilayah="Kuta, Badung"), None, answers).region == "51.03.01"
    assert places.resolve(said).region is None


def test_an_open_regency_is_asked_before_its_village(places: Places) -> None:
    answer = places.resolve(PlaceText(kabupaten="Bandung", kecamatan="Tidak Ada Ini"))
    assert answer.region is None
    assert places.resolve(PlaceText(kabupaten="Bandung", kecamatan="Cicendo")).region == "32.73.06"


def test_a_sheet_about_one_regency_may_hold_people_of_another(places: Places) -> None:
    assert places.resolve(PlaceText(kabupaten="Badung", kecamatan="Kuta"), within="51.05").region == "51.03.01"
    assert places.resolve(PlaceText(kecamatan="Dawan"), within="51.05").region == "51.05.04"
    assert places.resolve(PlaceText(kecamatan="Dawan"), within="51.05.01").region == "51.05.04"
    assert places.resolve(PlaceText(kabupaten="Klungkung", kecamatan="Dawan"), within="51.05.01").region == "51.05.04"
    assert places.resolve(PlaceText(desa="Dalung"), within="51.05").code == "region_contradiction"


def test_a_bare_name_in_a_regency_may_be_its_kecamatan(places: Places) -> None:
    assert places.resolve(PlaceText(wilayah="Nusa Penida"), within="51.05").region == "51.05.01"
    assert places.resolve(PlaceText(wilayah="Mengwi"), within="51.03").code == "region_ambiguous"
    assert places.resolve(PlaceText(wilayah="Klungkung"), within="51").region == "51.05"


@pytest.mark.parametrize(
    ("cells", "names", "texts"),
    [
        ([51.01, 51.09, 51.1], [], ["51.01", "51.09", "51.10"]),
        ([51.1, 51.3], [], ["51.1", "51.3"]),
        ([3171, 3173], ["Jakarta Selatan", "Jakarta Pusat"], ["31.74", "31.71"]),
        ([3171, 3173], ["Jakarta Pusat", "Jakarta Barat"], ["31.71", "31.73"]),
        ([3171, 3173], [], ["3171", "3173"]),
        (["3171", "5103010"], [], ["31.74", "51.03.05"]),
        (["3171", "510301"], [], ["31.71", "51.03.01"]),
        ([5105012007, 5102012001], [], ["51.05.01.2007", "51.02.01.2001"]),
        (["51.03", ""], [], ["51.03", ""]),
    ],
)
def test_a_column_of_codes_is_judged_together(
    places: Places, cells: list[Cell], names: list[str], texts: list[str]
) -> None:
    style = places.code_style(cells, [PlaceText(kabupaten=name) for name in names])
    assert [style.text(cell) for cell in cells] == texts


@pytest.mark.parametrize(
    ("names", "within", "field"),
    [
        (["Badung", "Kab. Gianyar", "Denpasar"], None, "kabupaten"),
        (["Nusa Penida", "Banjarangkan", "Klungkung", "Dawan"], "51.05", "kecamatan"),
        (["Kuta", "Mengwi", "Abiansemal", "Petang", "Kuta Selatan", "Kuta Utara"], "51.03", "kecamatan"),
        (["Kuta", "Mengwi", "Petang"], "51.03", ""),
        (["Suana", "Batununggul", "Ped"], "51.05", "desa"),
        (["Satu", "Dua", "Tiga"], "51.05", ""),
        (["Badung"], None, ""),
    ],
)
def test_the_names_of_a_column_tell_its_level(places: Places, names: list[str], within: str | None, field: str) -> None:
    assert places.field_of(names, within) == field


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("DAFTAR PESERTA KABUPATEN KLUNGKUNG PROVINSI BALI", "51.05"),
        ("Rekap Provinsi Bali per 31 Maret 2025", "51"),
        ("Disnaker Kota Denpasar", "51.71"),
        ("Penduduk menurut Provinsi dan Kabupaten/Kota", None),
        ("Kabupaten Badung dan Kabupaten Gianyar", None),
    ],
)
def test_places_in_titles(places: Places, title: str, code: str | None) -> None:
    assert places.mentioned(title) == code


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            "Jl. Raya Kuta No 5, Br. Pengabetan, Ds. Kuta, Kec. Kuta, Badung",
            PlaceText(desa="Kuta", kecamatan="Kuta"),
        ),
        (
            "Desa Dalung Kec. Kuta Utara Kab. Badung",
            PlaceText(desa="Dalung", kecamatan="Kuta Utara", kabupaten="Kab Badung"),
        ),
        ("Jl. Desa No. 3 RT 02/RW 01 Kel. Sesetan, Kota Denpasar 80223", PlaceText(desa="Kel Sesetan", kabupaten="Kota Denpasar")),
        ("Perum Kota Indah Blok B2, Kediri", PlaceText()),
        ("Desa Adat Kuta", PlaceText()),
        ("Jl. Gatot Subroto 12, Denpasar", PlaceText()),
        ("Desa A, Desa B, Kec. Kuta", PlaceText(kecamatan="Kuta")),
        ("", PlaceText()),
    ],
)  # fmt: skip
def test_places_in_an_address(address: str, said: PlaceText) -> None:
    assert place_in_address(address) == said


_KINDS = {
    Level.PROVINSI: ("Provinsi", "Prov."),
    Level.KABUPATEN: ("Kabupaten", "Kab."),
    Level.KOTA: ("Kota", "Kodya"),
    Level.KECAMATAN: ("Kecamatan", "Kec."),
    Level.DESA: ("Desa", "Ds."),
    Level.KELURAHAN: ("Kelurahan", "Kel."),
}
SPELLINGS: dict[str, Callable[[Region], str]] = {
    "as it is": lambda region: region.short_name,
    "upper": lambda region: region.short_name.upper(),
    "lower": lambda region: region.short_name.lower(),
    "kind": lambda region: f"{_KINDS[region.level][0]} {region.short_name}",
    "short kind": lambda region: f"{_KINDS[region.level][1]}{region.short_name}",
    "upper kind": lambda region: f"{_KINDS[region.level][1]} {region.short_name}".upper(),
    "spaced": lambda region: f"  {region.short_name.replace(' ', '  ')}\u00a0",
    "hyphened": lambda region: region.short_name.replace(" ", "-"),
    "joined": lambda region: region.short_name.replace(" ", ""),
    "dotted": lambda region: f"{region.short_name}.",
    "klod": lambda region: region.short_name.replace("Kelod", "Klod"),
    "kelod": lambda region: region.short_name.replace("Klod", "Kelod"),
    "numbered": lambda region: f"3. {region.short_name}",
}
_FIELDS = ("provinsi", "kabupaten", "kecamatan", "desa")


def line_of(code: str) -> list[Region]:
    """The region with those above it, the largest first."""
    above = parent_code(code)
    return [*(line_of(above) if above else []), BALI[code]]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_place_of_bali_is_found_under_its_parents(places: Places, spelling: str) -> None:
    write = SPELLINGS[spelling]
    wrong = []
    for code in BALI:
        said = PlaceText(**dict(zip(_FIELDS, map(write, line_of(code)), strict=False)))
        if places.resolve(said).region != code:
            wrong.append((said, places.resolve(said).message))
    assert wrong == []


@pytest.mark.parametrize("between", [", ", " - ", " / ", "; ", "\n", "-", "/"])
def test_every_place_of_bali_is_found_in_a_cell_that_names_them_all(places: Places, between: str) -> None:
    for code, region in BALI.items():
        parts = [f"{_KINDS[part.level][1]} {part.short_name}" for part in reversed(line_of(code))]
        said = PlaceText(wilayah=between.join(parts))
        assert places.resolve(said).region in (code, None), (said, region)


@given(
    code=st.sampled_from(sorted(BALI)),
    spellings=st.lists(st.sampled_from(sorted(SPELLINGS)), min_size=4, max_size=4),
    left_out=st.sets(st.sampled_from(_FIELDS[:3])),
    within=st.sampled_from([None, "51", "51.03", "51.05", "51.05.01", "51.08"]),
)
def test_no_spelling_leads_to_another_place(
    code: str, spellings: list[str], left_out: set[str], within: str | None
) -> None:
    line = [SPELLINGS[spelling](region) for spelling, region in zip(spellings, line_of(code), strict=False)]
    said = {
        field: text for field, text in zip(_FIELDS, line, strict=False) if field not in left_out or text is line[-1]
    }
    answer = PLACES.resolve(PlaceText(**said), within)
    if answer.region is None:
        assert answer.code in ("region_ambiguous", "region_contradiction", "region_blank", "region_unknown")
    elif said:
        named = BALI[answer.region]
        assert answer.region == code or _fits(said, named, within)


def _fits(said: dict[str, str], found: Region, within: str | None) -> bool:
    """Without its parents a name may mean another place only where the sheet is about that one (or its neighbours)."""
    complete = {"kabupaten", "kecamatan"} <= said.keys()
    near = within is not None and len(within) > 2 and is_within(found.code, within[:5])
    return near and not complete and "kabupaten" not in said


@given(code=st.sampled_from(sorted(BALI)), between=st.sampled_from([".", " ", "-", "/", ". ", " . ", ""]))
def test_every_spelling_of_a_code_is_that_code_or_open(code: str, between: str) -> None:
    answer = PLACES.resolve(PlaceText(code=code.replace(".", between)))
    assert answer.region == code or (not between and answer.code == "region_code_open" and code in codes(answer))


@given(text=st.text(max_size=60), field=st.sampled_from((*_FIELDS, "code", "wilayah")))
def test_no_text_is_too_odd(text: str, field: str) -> None:
    answer = PLACES.resolve(PlaceText(kabupaten="Badung" if field == "desa" else "", **{field: text} if field != "kabupaten" else {}))  # fmt: skip
    assert answer.region is None or PLACES.region(answer.region) is not None
    place_in_address(text)


def test_villages_are_read_province_by_province() -> None:
    asked: list[str] = []

    def villages(province: str) -> list[Region]:
        asked.append(province)
        return [region for region in REGIONS if len(region.code) > 10 and region.code.startswith(f"{province}.")]

    places = Places([region for region in REGIONS if len(region.code) < 10], ALIASES, villages=villages)
    assert places.resolve(PlaceText(kabupaten="Klungkung", desa="Selat")).region == "51.05.03.2016"
    assert places.region("51.03.06.2006") is not None
    assert asked == ["51"]


def test_building_is_quick() -> None:
    start = time.process_time()
    Places(REGIONS, ALIASES).resolve(PlaceText(kabupaten="Klungkung", desa="Selat"))
    assert time.process_time() - start < 1
