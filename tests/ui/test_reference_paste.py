"""Numbers typed and pasted into a base, and the checks of its sums."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.facts import WorkerBase
from desktop_app.domain.indonesian import number
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.segments import Sector
from desktop_app.ui.pages.reference_base_work import BaseLine, BaseWork
from desktop_app.ui.pages.reference_numbers import NotANumber, people_of, rupiah_of, share_of
from desktop_app.ui.pages.reference_paste import pasted
from desktop_app.ui.pages.reference_reading import Places
from desktop_app.ui.pages.reference_sums import sum_checks

ALL, FORMAL, INFORMAL = Sector.SEMUA, Sector.FORMAL, Sector.INFORMAL
BALI = Places(
    {
        region.code: region
        for region in (
            Region("51", "Bali", Level.PROVINSI), Region("51.03", "Kabupaten Badung", Level.KABUPATEN),
            Region("51.04", "Kabupaten Gianyar", Level.KABUPATEN), Region("51.71", "Kota Denpasar", Level.KOTA),
        )
    },
    {"51": ("51.03", "51.04", "51.71")},
)  # fmt: skip


def work(values: dict[tuple[str, Sector], int]) -> BaseWork:
    base = WorkerBase(name="Contoh", document="", as_of=date(2025, 8, 31), workers=dict(values), notes={})
    return BaseWork(base, extra=("51.03", "51.04", "51.71"))


def lines() -> list[BaseLine]:
    return work({}).lines(BALI, "")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("1.837.899", 1837899), ("1,837,899", 1837899), ("1 837 899", 1837899), ("1837899", 1837899), (" 12 ", 12),
        ("", None), ("–", None), ("-", None), ("0", 0),
    ],
)  # fmt: skip
def test_people_are_read_as_excel_and_people_write_them(text: str, people: int | None) -> None:
    assert people_of(text) == people


@given(st.integers(min_value=0, max_value=10**9))
def test_every_number_is_read_as_the_page_writes_it(people: int) -> None:
    assert people_of(number(people)) == people


@pytest.mark.parametrize("text", ["12,5", "1.83.899", "dua belas", "-5", "12 %"])
def test_what_is_no_number_of_people_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        people_of(text)


@pytest.mark.parametrize(("text", "share"), [("67,28", 0.6728), ("67.28 %", 0.6728), ("100", 1.0), ("", None)])
def test_shares_are_typed_in_percent(text: str, share: float | None) -> None:
    assert share_of(text) == share


@pytest.mark.parametrize("text", ["0", "100,01", "x", "-3"])
def test_a_share_is_above_zero_and_up_to_a_hundred(text: str) -> None:
    with pytest.raises(NotANumber):
        share_of(text)


@pytest.mark.parametrize(("text", "rupiah"), [("Rp16.800", 16800), ("16800,-", 16800), ("6.800", 6800), ("", None)])
def test_amounts_are_typed_in_rupiah(text: str, rupiah: int | None) -> None:
    assert rupiah_of(text) == rupiah


def test_rows_of_region_and_number_go_where_the_region_is() -> None:
    found = pasted("Kota Denpasar\t426.636\nBadung\t339.714\n51.04\t319664\n", lines(), 0, ALL)

    assert found.values == {("51.71", ALL): 426636, ("51.03", ALL): 339714, ("51.04", ALL): 319664}
    assert found.refused == ()


def test_a_column_of_numbers_goes_downwards_from_the_present_cell() -> None:
    found = pasted("319664\n–\n", lines(), 1, FORMAL)

    assert found.values == {("51.04", FORMAL): 319664, ("51.71", FORMAL): None}


def test_several_columns_go_to_the_right_of_the_present_one() -> None:
    found = pasted("1.000\t600\t400\n", lines(), 0, ALL)

    assert found.values == {("51.03", ALL): 1000, ("51.03", FORMAL): 600, ("51.03", INFORMAL): 400}


def test_what_the_page_copies_can_be_pasted_back() -> None:
    text = (
        "Wilayah\tJumlah, orang\tFormal, orang\tInformal, orang\tCatatan\nKabupaten Badung\t1.000\t600\t–\tbelum terbit"
    )

    assert pasted(text, lines(), 2, INFORMAL).values == {
        ("51.03", ALL): 1000, ("51.03", FORMAL): 600, ("51.03", INFORMAL): None,
    }  # fmt: skip


def test_rows_that_cannot_be_placed_are_named() -> None:
    found = pasted("Klungkung\t129.229\nBadung\tdua ratus\nGianyar\t5\n", lines(), 0, ALL)

    assert found.values == {("51.04", ALL): 5}
    assert found.refused == ("“Klungkung” tidak ada di daftar ini", "“Badung”: “dua ratus” bukan bilangan bulat")


def test_a_name_of_several_places_is_not_guessed() -> None:
    places = Places(
        {
            code: Region(code, "Selat", Level.DESA)
            for code in ("51.03.03.2016", "51.05.01.2010")
        }
    )  # fmt: skip
    twice = BaseWork(work({}).base, extra=("51.03.03.2016", "51.05.01.2010")).lines(places, "")

    found = pasted("Selat\t10", twice, 0, ALL)

    assert found.values == {}
    assert found.refused == ("“Selat” dapat berarti lebih dari satu wilayah",)


def test_more_numbers_than_rows_are_said() -> None:
    assert pasted("1\n2\n3", lines(), 2, ALL).refused == ("2 baris terakhir tidak mempunyai wilayah lagi",)


def test_a_value_typed_back_is_no_change() -> None:
    one = work({("51.03", ALL): 1000})

    one.put("51.03", ALL, 1200)
    assert one.edit().values == {("51.03", ALL): 1200}
    one.put("51.03", ALL, 1000)
    assert not one.typed


def test_what_is_typed_stays_when_the_kept_base_is_another() -> None:
    one = work({("51.03", ALL): 1000})
    one.put("51.03", ALL, 1200)
    one.put("51.04", ALL, 900)

    one.follow(work({("51.03", ALL): 1200}).base)

    assert one.typed == {("51.04", ALL): 900}


@pytest.mark.parametrize(
    ("values", "words", "ok"),
    [
        ({"51": 60, "51.03": 10, "51.04": 20, "51.71": 30},
         "Jumlah 3 kabupaten/kota 60 orang, sama dengan Provinsi Bali", True),
        ({"51": 61, "51.03": 10, "51.04": 20, "51.71": 30},
         "Jumlah 3 kabupaten/kota 60 orang, 1 lebih sedikit daripada Provinsi Bali (61)", False),
        ({"51": 61, "51.03": 10, "51.04": 20},
         "Jumlah 2 dari 3 kabupaten/kota 30 orang, 31 lebih sedikit daripada Provinsi Bali (61)", None),
        ({"51": 25, "51.03": 10, "51.04": 20},
         "Jumlah 2 dari 3 kabupaten/kota 30 orang, 5 lebih banyak daripada Provinsi Bali (25)", False),
    ],
)  # fmt: skip
def test_parts_are_held_against_the_region_above(values: dict[str, int], words: str, ok: bool | None) -> None:
    [check] = sum_checks({(code, ALL): workers for code, workers in values.items()}, BALI, "51")

    assert (check.words, check.ok) == (words, ok)


def test_missing_parts_that_happen_to_sum_up_are_not_called_right() -> None:
    [check] = sum_checks({("51", ALL): 30, ("51.03", ALL): 10, ("51.04", ALL): 20}, BALI, "51")

    assert check.ok is False


def test_formal_and_informal_that_do_not_make_the_whole_are_flagged() -> None:
    values = {("51.03", ALL): 1000, ("51.03", FORMAL): 600, ("51.03", INFORMAL): 300, ("51.04", FORMAL): 5}

    [check] = sum_checks(values, BALI, "51")

    assert check.words == "Kabupaten Badung: formal + informal 900 orang, 100 lebih sedikit daripada jumlahnya (1.000)"
