"""The office: filled in once, changed in part, and moved without taking a head along."""

import pytest

from desktop_app.domain.errors import AmbiguousRegion, NoOffice, NotAnOfficeRegion, UnknownRegion
from desktop_app.operations.offices import (
    list_events,
    name_office,
    office_of,
    region_named,
    required_office,
    villages_of,
)
from desktop_app.operations.workspace import Workspace


def test_an_office_needs_region_and_agency(workspace: Workspace) -> None:
    for given in ({}, {"region": "51.04"}, {"agency": "Dinas Tenaga Kerja"}):
        with pytest.raises(NoOffice):
            name_office(workspace, **given)
    with pytest.raises(NoOffice, match="belum diisi"):
        required_office(workspace)
    assert office_of(workspace) is None
    assert list_events(workspace, 10) == []


def test_the_rest_follows_from_the_region(workspace: Workspace) -> None:
    office = name_office(workspace, region="Kota Denpasar", agency="Dinas Tenaga Kerja")
    assert (office.region, office.seat, office.head.title, office.chief.title) == (
        "51.71", "Denpasar", "Wali Kota Denpasar", "Kepala Dinas",
    )  # fmt: skip
    assert office_of(workspace) == office


def test_what_is_not_given_stays(filled: Workspace) -> None:
    before = required_office(filled)
    after = name_office(filled, head="I Wayan Pengganti", region="51.04")
    assert after.head.name == "I Wayan Pengganti"
    assert (after.head.title, after.seat, after.chief) == (before.head.title, before.seat, before.chief)


def test_another_region_has_another_head(filled: Workspace) -> None:
    moved = name_office(filled, region="51.07")
    assert (moved.region, moved.seat, moved.head.title, moved.head.name) == (
        "51.07", "Amlapura", "Bupati Karangasem", "",
    )  # fmt: skip


def test_nothing_new_is_not_recorded(filled: Workspace) -> None:
    before = list_events(filled, 100)
    assert name_office(filled) == required_office(filled)
    assert list_events(filled, 100) == before


def test_a_kecamatan_has_no_office(filled: Workspace) -> None:
    before = required_office(filled)
    with pytest.raises(NotAnOfficeRegion, match="Kecamatan Sukawati"):
        name_office(filled, region="51.04.01")
    assert required_office(filled) == before


@pytest.mark.parametrize("text", ["51.04", " 51.04 ", "Kabupaten Gianyar", "kabupaten gianyar", "Kab. Gianyar"])
def test_a_region_by_code_or_full_name(workspace: Workspace, text: str) -> None:
    assert region_named(workspace, text).code == "51.04"


def test_a_bare_name_is_never_guessed(workspace: Workspace) -> None:
    with pytest.raises(AmbiguousRegion, match=r"51\.07\.07 \(Kecamatan Selat\)") as refused:
        region_named(workspace, "Selat")
    assert "kode" in refused.value.hint
    with pytest.raises(UnknownRegion, match="“Atlantis” tidak dikenali"):
        region_named(workspace, "Atlantis")


@pytest.mark.parametrize(
    ("text", "code"),
    [("Kabupaten Klungkung", "51.05"), ("kab Klungkung", "51.05"), ("Kec. Klungkung", "51.05.03"),
     ("Kecamatan  Klungkung", "51.05.03"), ("Prov. Bali", "51")],
)  # fmt: skip
def test_a_name_with_its_kind_is_unmistakable(workspace: Workspace, text: str, code: str) -> None:
    assert region_named(workspace, text).code == code


def test_all_regions_of_a_bare_name_are_told_the_larger_first(workspace: Workspace) -> None:
    with pytest.raises(AmbiguousRegion) as refused:
        region_named(workspace, "Klungkung")
    kabupaten, kecamatan, *rest = str(refused.value).partition(": ")[2].split("; ")
    assert (kabupaten, kecamatan) == ("51.05 (Kabupaten Klungkung)", "51.05.03 (Kecamatan Klungkung)")
    assert "(Desa Klungkung)" in rest[0]


def test_the_villages_of_gianyar(workspace: Workspace) -> None:
    villages = [village for _, village in villages_of(workspace, "51.04")]
    assert (sum(v.level == "desa" for v in villages), sum(v.level == "kelurahan" for v in villages)) == (64, 6)
