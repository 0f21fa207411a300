"""Proposals for an office: they follow the name of the dinas and the region, and never stand against the clerk."""

import pytest

from desktop_app.domain.agencies import agency_code, town_of
from desktop_app.domain.regions import Level, Region


@pytest.mark.parametrize(
    ("agency", "code"),
    [
        ("Dinas Tenaga Kerja", "DISNAKER"),
        ("Dinas Perindustrian dan Tenaga Kerja", "DISPERINAKER"),
        ("Dinas Tenaga Kerja dan Perindustrian", "DISNAKERPERIN"),
        ("Dinas Tenaga Kerja dan Transmigrasi", "DISNAKERTRANS"),
        ("Dinas Ketenagakerjaan dan ESDM", "DISNAKERESDM"),
        ("DINAS KOPERASI, UKM DAN TENAGA KERJA", "DISKOPUKMNAKER"),
        ("Badan Lain", "DISNAKER"),
        ("", "DISNAKER"),
    ],
)
def test_the_code_is_made_of_the_parts_of_the_name(agency: str, code: str) -> None:
    assert agency_code(agency) == code


def test_the_town_is_the_capital_where_it_is_called_otherwise() -> None:
    assert town_of(Region("51.03", "Kabupaten Badung", Level.KABUPATEN)) == "Mangupura"
    assert town_of(Region("51.04", "Kabupaten Gianyar", Level.KABUPATEN)) == "Gianyar"
    assert town_of(Region("35", "Jawa Timur", Level.PROVINSI)) == ""
    assert town_of(None) == ""
