"""Places by code or by name within their parent; a bare name is never guessed."""

import time

import pytest

from desktop_app.ingest.places import Places, PlaceText
from desktop_app.operations.reference import shipped_regions


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (PlaceText(kabupaten="KAB. BADUNG"), "51.03"),
        (PlaceText(kabupaten="Kab Badung"), "51.03"),
        (PlaceText(kabupaten="Badung Kab."), "51.03"),
        (PlaceText(kabupaten="Karang Asem"), "51.07"),
        (PlaceText(kabupaten="Kodya Denpasar"), "51.71"),
        (PlaceText(kabupaten="Dps"), "51.71"),
        (PlaceText(kabupaten="Kota Bandung"), "32.73"),
        (PlaceText(kabupaten="Provinsi Bali"), "51"),
        (PlaceText(wilayah="Bali"), "51"),
        (PlaceText(wilayah="Kabupaten Gianyar"), "51.04"),
        (PlaceText(wilayah="Kec. Nusa Penida"), "51.05.01"),
        (PlaceText(code="51.04"), "51.04"),
        (PlaceText(code="51.04", wilayah="Gianyar"), "51.04"),
        (PlaceText(code="5104", wilayah="Gianyar"), "51.04"),
        (PlaceText(wilayah="51.03 Badung"), "51.03"),
        (PlaceText(code="51.05.01.2007", desa="SUANA"), "51.05.01.2007"),
        (PlaceText(kabupaten="Klungkung", kecamatan="Nusapenida", desa="Suana"), "51.05.01.2007"),
        (PlaceText(kabupaten="Klungkung", desa="Ds. Selat"), "51.05.03.2016"),
        (PlaceText(provinsi="BALI", kabupaten="Karangasem", kecamatan="Kec. Selat", desa="Selat"), "51.07.07.2002"),
        (PlaceText(kabupaten="Klungkung", kecamatan="Klungkung"), "51.05.03"),
        (PlaceText(kabupaten="Klungkung", desa="Kel. Semarapura Kangin"), "51.05.03.1011"),
    ],
)
def test_found(places: Places, said: PlaceText, code: str) -> None:
    assert places.resolve(said).region == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (PlaceText(kabupaten="Bandung"), "region_ambiguous"),
        (PlaceText(kabupaten="Tabanan", desa="Beraban"), "region_ambiguous"),
        (PlaceText(kabupaten="Badungg"), "region_unknown"),
        (PlaceText(kabupaten="Klungkung", kecamatan="Kuta"), "region_unknown"),
        (PlaceText(code="51.99"), "region_unknown"),
        (PlaceText(code="5104"), "region_code_open"),
        (PlaceText(code="51.04", wilayah="Badung"), "region_contradiction"),
        (PlaceText(), "region_blank"),
    ],
)
def test_left_open(places: Places, said: PlaceText, code: str) -> None:
    answer = places.resolve(said)
    assert (answer.region, answer.code) == (None, code)
    assert answer.message.endswith(".")


def test_selat_is_five_places_in_bali(places: Places) -> None:
    answer = places.resolve(PlaceText(provinsi="Bali", desa="Selat"))
    assert answer.region is None
    assert len(answer.candidates) == 5
    assert {code[:5] for code in answer.candidates} == {"51.03", "51.05", "51.06", "51.07", "51.08"}
    assert "Desa Selat (Kecamatan Sukasada, Kabupaten Buleleng)" in answer.message
    assert places.resolve(PlaceText(desa="Selat"), within="51").candidates == answer.candidates


def test_a_near_miss_is_named_and_not_taken(places: Places) -> None:
    answer = places.resolve(PlaceText(kabupaten="Klungkung", kecamatan="Klungkung", desa="Semarapura Kelod"))
    assert answer.region is None
    assert "51.05.03.1013" in answer.candidates
    assert "Semarapura Klod" in answer.message


def test_a_sheet_about_one_regency_may_hold_people_of_another(places: Places) -> None:
    assert places.resolve(PlaceText(kabupaten="Badung", kecamatan="Kuta"), within="51.05").region == "51.03.01"
    assert places.resolve(PlaceText(kecamatan="Dawan"), within="51.05").region == "51.05.04"


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


def test_building_is_quick() -> None:
    regions = shipped_regions()
    start = time.process_time()
    Places(regions, {})
    assert time.process_time() - start < 2
