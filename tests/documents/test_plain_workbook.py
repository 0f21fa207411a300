"""Rows of another format written as .xlsx: the same values with the same types, in the same places."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents.plain_workbook import PlainSheet, Value, sheet_names, write_plain


def written(path: Path, *rows: list[Value]) -> Worksheet:
    write_plain(path, [PlainSheet(name="Data", rows=lambda: iter(rows))])
    sheet = load_workbook(path)["Data"]
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.mark.parametrize(
    ("value", "kept", "number_format"),
    [
        ("5105014101909001", "5105014101909001", "@"),
        ("007", "007", "General"),
        ("A < B & “C”", "A < B & “C”", "General"),
        ("baris\nbaru\tdan \x02", "baris\nbaru\tdan  ", "General"),
        (5105014101909001, 5105014101909001, "0"),
        (5105014101909001.0, 5105014101909001, "0"),
        (12.0, 12, "General"),
        (39.41, 39.41, "General"),
        (float("nan"), "nan", "General"),
        (True, True, "General"),
        (date(1990, 12, 31), datetime(1990, 12, 31), "dd\\-mm\\-yyyy"),
        (datetime(2025, 3, 31, 14, 5), datetime(2025, 3, 31, 14, 5), "dd\\-mm\\-yyyy\\ hh:mm"),
        (date(1875, 5, 2), "02-05-1875", "General"),
        (time(8, 30), time(8, 30), "hh:mm:ss"),
        (timedelta(hours=30), timedelta(hours=30), "[h]:mm:ss"),
    ],
)
def test_values_keep_their_types(tmp_path: Path, value: Value, kept: object, number_format: str) -> None:
    cell = written(tmp_path / "a.xlsx", [value])["A1"]
    assert (cell.value, cell.number_format) == (kept, number_format)


def test_rows_columns_merges_and_what_is_hidden_stay(tmp_path: Path) -> None:
    rows: list[list[Value]] = [[], ["", "judul"], ["", "a", "", "b"]]
    write_plain(
        tmp_path / "a.xlsx",
        [
            PlainSheet(
                name="Data", rows=lambda: iter(rows), merged=((1, 1, 1, 3), (0, 0, 0, 0)), hidden_rows=frozenset({2}),
                hidden_columns=frozenset({2}),
            ),
            PlainSheet(name="Lain & <lagi>", rows=lambda: iter(()), hidden=True),
        ],
    )  # fmt: skip
    book = load_workbook(tmp_path / "a.xlsx")
    sheet = book["Data"]
    assert [(cell.coordinate, cell.value) for row in sheet.iter_rows() for cell in row if cell.value] == [
        ("B2", "judul"), ("B3", "a"), ("D3", "b"),
    ]  # fmt: skip
    assert [str(each) for each in sheet.merged_cells.ranges] == ["B2:D2"]
    assert sheet.row_dimensions[3].hidden
    assert sheet.column_dimensions["C"].hidden
    assert (book.sheetnames, book["Lain & <lagi>"].sheet_state) == (["Data", "Lain & <lagi>"], "hidden")


def test_names_of_sheets_are_such_as_excel_takes() -> None:
    names = sheet_names(["", "Jan/Feb", "Jan Feb", "x" * 40, "x" * 41, "'[a]'"])
    assert names == {
        "": "Lembar1", "Jan/Feb": "Jan Feb", "Jan Feb": "Jan Feb (2)", "x" * 40: "x" * 31,
        "x" * 41: "x" * 26 + " (2)", "'[a]'": "a",
    }  # fmt: skip


values = st.one_of(
    st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False), st.booleans(),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=8),
    st.datetimes(datetime(1900, 3, 1), datetime(2100, 1, 1)).map(lambda moment: moment.replace(microsecond=0)),
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(rows=st.lists(st.lists(values, min_size=1, max_size=5), min_size=1, max_size=5))
def test_any_value_comes_back(tmp_path_factory: pytest.TempPathFactory, rows: list[list[Value]]) -> None:
    sheet = written(tmp_path_factory.mktemp("acak") / "a.xlsx", *rows)
    for number, row in enumerate(rows, start=1):
        found = [cell.value for cell in sheet[number]][: len(row)]
        assert [same(one, other) for one, other in zip(found, row, strict=True)] == row


def same(found: object, written_: Value) -> object:
    """openpyxl rounds moments to the microsecond of a double."""
    if isinstance(found, datetime) and isinstance(written_, datetime):
        return written_ if abs(found - written_) < timedelta(seconds=1) else found
    return found
