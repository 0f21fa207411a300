"""OpenDocument sheets: repeats, spans, kinds of values, what is no text of a cell."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.errors import LockedWorkbook, NotAWorkbook, TooLargeWorkbook
from desktop_app.ingest.formats import open_file
from desktop_app.ingest.grid import Cell, Grid
from tests.ingest.workbooks import ODS_MIME, ods_of, zipped


def only_grid(tmp_path: Path, inside: str) -> Grid:
    path = tmp_path / "lembar.ods"
    path.write_bytes(ods_of(f'<table:table table:name="S">{inside}</table:table>'))
    [grid] = open_file(path).grids
    return grid


def row(*cells: str, extra: str = "") -> str:
    return f"<table:table-row{extra}>{''.join(cells)}</table:table-row>"


def text(*paragraphs: str, extra: str = "") -> str:
    inside = "".join(f"<text:p>{paragraph}</text:p>" for paragraph in paragraphs)
    return f'<table:table-cell office:value-type="string"{extra}>{inside}</table:table-cell>'


def value(kind: str, attribute: str) -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" office:{attribute}><text:p>terlihat</text:p></table:table-cell>'
    )


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        (value("float", 'value="1.5"'), 1.5),
        (value("percentage", 'value="0.3941"'), 0.3941),
        (value("currency", 'value="16800"'), 16800.0),
        (value("float", 'value="9171010101909001"'), 9171010101909001),
        (value("float", 'value="rusak"'), "terlihat"),
        (value("date", 'date-value="1990-12-31"'), date(1990, 12, 31)),
        (value("date", 'date-value="1990-12-31T10:20:30"'), datetime(1990, 12, 31, 10, 20, 30)),
        (value("date", 'date-value="31-12-1990"'), "31-12-1990"),
        (value("time", 'time-value="PT08H30M00S"'), time(8, 30)),
        (value("time", 'time-value="PT36H00M00S"'), timedelta(hours=36)),
        (value("boolean", 'boolean-value="true"'), True),
        (value("string", 'string-value="isi"'), "isi"),
        (text("satu", "dua"), "satu\ndua"),
        (text('a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d'), "a  b\tc\nd"),
        (text("Ni <text:span>Ma</text:span>de\n     "), "Ni Made "),
        (text("isi<office:annotation><text:p>catatan</text:p></office:annotation>"), "isi"),
        (
            text("<text:ruby><text:ruby-base>isi</text:ruby-base><text:ruby-text>baca</text:ruby-text></text:ruby>"),
            "isi",
        ),
    ],
)
def test_values(tmp_path: Path, cell: str, read: Cell) -> None:
    [[found]] = only_grid(tmp_path, row(cell)).rows()
    assert (found, type(found)) == (read, type(read))


def test_repeats_are_written_out_where_they_hold_something(tmp_path: Path) -> None:
    twice = ' table:number-columns-repeated="2"'
    rows = (
        row(text("a", extra=twice), text("b"))
        + row("<table:table-cell/>", extra=' table:number-rows-repeated="3"')
        + row(text("c"), extra=' table:number-rows-repeated="2"')
        + row(
            '<table:table-cell table:number-columns-repeated="16384"/>', extra=' table:number-rows-repeated="1048570"'
        )
    )
    grid = only_grid(tmp_path, rows)
    assert list(grid.rows()) == [["a", "a", "b"], [], [], [], ["c"], ["c"]]
    assert grid.height == 6


def test_filtered_rows_and_collapsed_columns(tmp_path: Path) -> None:
    inside = (
        '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        + row(text("a"))
        + row(text("b"), extra=' table:visibility="filter" table:number-rows-repeated="2"')
        + row(text("c"), extra=' table:visibility="collapse"')
    )
    grid = only_grid(tmp_path, inside)
    assert (sorted(grid.hidden_rows), sorted(grid.hidden_columns)) == ([1, 2, 3], [1, 2])


def test_a_value_repeated_over_the_whole_sheet_is_refused(tmp_path: Path) -> None:
    wide = text("x", extra=' table:number-columns-repeated="16384"')
    with pytest.raises(TooLargeWorkbook):
        only_grid(tmp_path, row(wide, extra=' table:number-rows-repeated="1048576"'))


def test_a_table_inside_a_cell_is_not_a_sheet(tmp_path: Path) -> None:
    inner = f'<table:table table:name="dalam">{row(text("x"))}</table:table>'
    grid = only_grid(tmp_path, row(text("a"), f"<table:table-cell>{inner}</table:table-cell>"))
    assert grid.name == "S"


@pytest.mark.parametrize(
    "parts",
    [
        {"mimetype": ODS_MIME, "META-INF/manifest.xml": "<m:encryption-data/>", "content.xml": b"\x01\x02"},
        {"mimetype": ODS_MIME, "META-INF/manifest.xml": "<m:encryption-data/>", "encrypted-package": b"\x01\x02"},
    ],
)
def test_a_password(tmp_path: Path, parts: dict[str, str | bytes]) -> None:
    path = tmp_path / "kunci.ods"
    path.write_bytes(zipped(parts))
    with pytest.raises(LockedWorkbook):
        open_file(path)


def test_a_letter_is_no_sheet(tmp_path: Path) -> None:
    path = tmp_path / "surat.ods"
    path.write_bytes(zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}))
    with pytest.raises(NotAWorkbook, match="dokumen LibreOffice"):
        open_file(path)
