"""The regions an office can be of, known before there is a workspace."""

from collections import Counter

from desktop_app.domain.regions import Level, Region
from desktop_app.operations.reference import provinces_and_regencies


def test_all_provinces_and_regencies_are_known_without_a_workspace() -> None:
    found = provinces_and_regencies()

    assert Counter(region.level for region in found) == {Level.PROVINSI: 38, Level.KABUPATEN: 416, Level.KOTA: 98}
    assert Region("51.04", "Kabupaten Gianyar", Level.KABUPATEN) in found


def test_a_province_stands_before_its_regencies() -> None:
    codes = [region.code for region in provinces_and_regencies()]

    assert codes == sorted(codes)
    assert codes[codes.index("51") + 1] == "51.01"
