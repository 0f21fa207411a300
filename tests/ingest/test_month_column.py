"""A column that says the month of each row: one month for the list, or a list for each of its months."""

from collections.abc import Sequence
from datetime import date

import pytest

from desktop_app.domain.sheets import Table, silent
from desktop_app.ingest.reading import read_workbook
from desktop_app.ingest.regions.places import Places
from tests.ingest.conftest import Write

HEADER = ("No", "NIK", "Nama Lengkap", "Tanggal Lahir", "Segmen", "Periode")
MARCH = date(2025, 3, 31)


def person(number: int, month: object) -> tuple[object, ...]:
    return (number, f"510501410190900{number}", f"Ni Contoh {number}", "01-01-1990", "BPU", month)


def tables(
    write: Write, places: Places, *rows: Sequence[object], title: str = "DAFTAR PESERTA BPU"
) -> tuple[Table, ...]:
    return read_workbook(write((title,), HEADER, *rows), places, silent).tables


@pytest.mark.parametrize("month", ["03-2025", "2025-03", "Maret 2025", "Mar-25", "202503", date(2025, 3, 1)])
def test_one_month_is_that_of_the_list(write: Write, places: Places, month: object) -> None:
    [table] = tables(write, places, person(1, month), person(2, month))
    assert (table.period, table.data_rows) == (MARCH, 2)


def test_several_months_are_a_list_each_and_no_row_counts_twice(write: Write, places: Places) -> None:
    rows = (person(1, "Jan-25"), person(2, "Feb-25"), person(1, "Feb-25"), person(3, ""))
    january, february = tables(write, places, *rows)
    assert (january.period, january.data_rows, january.not_data) == (date(2025, 1, 31), 2, 2)
    assert (february.period, february.data_rows, february.not_data) == (date(2025, 2, 28), 2, 0)


def test_a_title_that_says_the_month_has_the_word(write: Write, places: Places) -> None:
    title = "DAFTAR PESERTA BPU per 31 Maret 2025"
    [table] = tables(write, places, person(1, "Jan-25"), person(2, "Feb-25"), title=title)
    assert (table.period, table.data_rows) == (MARCH, 2)
