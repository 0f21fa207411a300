"""XML Spreadsheet 2003: gaps, merges, kinds of values, comments."""

from datetime import date, datetime
from pathlib import Path

import pytest

from desktop_app.domain.errors import DamagedWorkbook, NotAWorkbook, UnsafeWorkbook
from desktop_app.ingest.formats import open_file
from desktop_app.ingest.grid import Cell, Grid, Merged
from tests.ingest.workbooks import xml_2003_of


def only_grid(tmp_path: Path, table: str) -> Grid:
    path = tmp_path / "ekspor.xls"
    path.write_bytes(xml_2003_of(f'<Worksheet ss:Name="S"><Table>{table}</Table></Worksheet>'))
    [grid] = open_file(path).grids
    return grid


def cell(kind: str, text: str, attributes: str = "") -> str:
    return f'<Cell{attributes}><Data ss:Type="{kind}">{text}</Data></Cell>'


@pytest.mark.parametrize(
    ("kind", "text", "read"),
    [
        ("Number", "1.5", 1.5),
        ("Number", "5.103010101909001E15", 5103010101909001.0),
        ("Number", "9171010101909001", 9171010101909001),
        ("Number", "rusak", "rusak"),
        ("String", "0051", "0051"),
        ("Boolean", "1", True),
        ("DateTime", "1990-12-31T00:00:00.000", date(1990, 12, 31)),
        ("DateTime", "1990-12-31T08:30:00.000", datetime(1990, 12, 31, 8, 30)),
        ("Error", "#N/A", "#N/A"),
        ("String", "<B>Ni</B> Made", "Ni Made"),
    ],
)
def test_values(tmp_path: Path, kind: str, text: str, read: Cell) -> None:
    [[found]] = only_grid(tmp_path, f"<Row>{cell(kind, text)}</Row>").rows()
    assert (found, type(found)) == (read, type(read))


def test_gaps_spans_and_merges(tmp_path: Path) -> None:
    grid = only_grid(
        tmp_path,
        '<Row ss:Index="2">' + cell("String", "a", ' ss:MergeAcross="1"') + cell("String", "b") + "</Row>"
        '<Row ss:Span="1"/><Row>' + cell("String", "c", ' ss:Index="4"') + cell("String", "d") + "</Row>",
    )
    assert list(grid.rows()) == [[], ["a", "", "b"], [], [], ["", "", "", "c", "d"]]
    assert grid.merged == (Merged(1, 0, 1, 1),)


def test_hidden_and_comments(tmp_path: Path) -> None:
    note = '<Cell><Data ss:Type="String">a</Data><Comment><Data>catatan</Data></Comment></Cell>'
    grid = only_grid(
        tmp_path, f'<Column/><Column ss:Hidden="1" ss:Span="1"/><Row>{note}</Row><Row ss:Hidden="1">{note}</Row>'
    )
    assert list(grid.rows()) == [["a"], ["a"]]
    assert (set(grid.hidden_rows), set(grid.hidden_columns)) == ({1}, {1, 2})


def test_a_far_index_costs_nothing(tmp_path: Path) -> None:
    far = cell("Number", "1", ' ss:Index="16384"')
    grid = only_grid(tmp_path, f'<Row>{cell("Number", "1")}</Row><Row ss:Index="1048576">{far}</Row>')
    assert (grid.height, sum(1 for _ in grid.rows())) == (1_048_576, 1_048_576)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (xml_2003_of(""), NotAWorkbook),
        (xml_2003_of('<Worksheet ss:Name="S"><Table>').removesuffix(b"</Workbook>"), DamagedWorkbook),
        (
            b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "b">]>' + xml_2003_of("<Worksheet>&a;</Worksheet>")[22:],
            UnsafeWorkbook,
        ),
    ],
)
def test_refused(tmp_path: Path, content: bytes, error: type[Exception]) -> None:
    path = tmp_path / "ekspor.xls"
    path.write_bytes(content)
    with pytest.raises(error):
        open_file(path)
