"""Dialects of .xlsx: each written part by part, each read as Excel would show it."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import DamagedWorkbook
from desktop_app.ingest.files import xlsx, xlsx_scan
from desktop_app.ingest.formats import open_file
from desktop_app.ingest.grid import Cell, Grid
from tests.ingest import workbooks
from tests.ingest.workbooks import (
    MAIN,
    OFFICE,
    PACKAGE,
    STRICT_MAIN,
    STRICT_OFFICE,
    Sheet,
    sheet_xml,
    strings_xml,
    styles_xml,
    xlsx_parts,
    zipped,
)

Parts = dict[str, str | bytes]
ROW = '<row r="1"><c r="A1"><v>7</v></c><c r="B1" t="inlineStr"><is><t>Gianyar</t></is></c></row>'
READ: list[list[Cell]] = [[7.0, "Gianyar"]]


def grids(tmp_path: Path, parts: Parts) -> tuple[Grid, ...]:
    path = tmp_path / "kiriman.bin"
    path.write_bytes(zipped(parts))
    return open_file(path).grids


def only_grid(tmp_path: Path, parts: Parts) -> Grid:
    [grid] = grids(tmp_path, parts)
    return grid


def rows(grid: Grid) -> list[list[Cell]]:
    """Without the blanks at the right end."""
    found = [list(row) for row in grid.rows()]
    for row in found:
        while row and row[-1] == "":
            row.pop()
    return found


def stripped(row: list[Cell]) -> list[Cell]:
    """Texts as they are compared: calamine takes white space off."""
    return [cell.strip() if isinstance(cell, str) else cell for cell in row]


def with_rows(xml: str, **more: str | bytes) -> Parts:
    return {**xlsx_parts(("Data", sheet_xml(xml))), **{f"xl/{name}.xml": part for name, part in more.items()}}


def cells(*inside: str) -> str:
    """A first row with these cells, given as what follows the reference."""
    return '<row r="1">' + "".join(f'<c r="{chr(65 + n)}1"{cell}</c>' for n, cell in enumerate(inside)) + "</row>"


def test_the_plain_case(tmp_path: Path) -> None:
    assert rows(only_grid(tmp_path, with_rows(ROW))) == READ


def test_what_stands_in_a_cell(tmp_path: Path) -> None:
    xml = cells(
        "><v>5103010101900001</v>", ' t="b"><v>1</v>', ' t="e"><v>#N/A</v>', ' t="d"><v>2024-05-06</v>',
        ' t="d"><v>2024-05-06T07:08:09</v>', ' t="str"><f>A1</f><v>hasil</v>', ' t="s"><v>0</v>', ' t="s"><v>1</v>',
        ' t="inlineStr"><is><r><t xml:space="preserve">Ni </t></r><r><t>Made</t></r><rPh sb="0" eb="1"><t>baca</t></rPh></is>',
        ' s="1"><v>45000</v>', ' t="s"><v>2</v>', ' t="str"><f>B1</f><v></v>', ">",
    )  # fmt: skip
    strings = strings_xml(
        "<t>Badung</t>",
        '<r><t xml:space="preserve">Ka </t></r><r><rPr><b/></rPr><t>ta</t></r><rPh sb="0" eb="1"><t>baca</t></rPh>',
        "<t>a_x000D_b_x005F_x0041_&#10;c</t>",
    )
    grid = only_grid(tmp_path, with_rows(xml, sharedStrings=strings, styles=styles_xml()))
    assert rows(grid) == [
        [
            5103010101900001, True, "#N/A", date(2024, 5, 6), datetime(2024, 5, 6, 7, 8, 9), "hasil", "Badung", "Ka ta",
            "Ni Made", date(2023, 3, 15), "a\rb_x0041_\nc",
        ]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "value", "read"),
    [
        ("dd/mm/yyyy", 45000, date(2023, 3, 15)),
        (r"[$-421]dd\ mmmm\ yyyy;@", 45000, date(2023, 3, 15)),
        ("[$-F800]dddd, mmmm dd, yyyy", 45000, date(2023, 3, 15)),
        ("mmm-yy", 45000.5, datetime(2023, 3, 15, 12)),
        ("hh:mm", 0.5, time(12)),
        ("[h]:mm", 1.5, timedelta(hours=36)),
        ('General" hari"', 5, 5.0),
        ('"Rp"#,##0', 5, 5.0),
        ("#,##0_);[Red]\\(#,##0\\)", 5, 5.0),
        ('0" dm"', 5, 5.0),
        (r"\d0", 5, 5.0),
        ("0.00E+00", 5, 5.0),
        ("0000000000000000", 5103010101900001, 5103010101900001.0),
        ("dd/mm/yyyy", 5103010101900001, 5103010101900001.0),
        ("dd/mm/yyyy", 1, date(1900, 1, 1)),
        ("dd/mm/yyyy", 61, date(1900, 3, 1)),
    ],
)
@pytest.mark.parametrize("own", [False, True])
def test_number_formats(tmp_path: Path, code: str, value: float, read: Cell, own: bool) -> None:
    xml = f'<row r="1"><c r="A1" s="2"><v>{value}</v></c></row>' + ("<!-- -->" if own else "")
    assert rows(only_grid(tmp_path, with_rows(xml, styles=styles_xml(code)))) == [[read]]


@pytest.mark.parametrize("own", ["", "<!-- -->"])
@pytest.mark.parametrize("value", ["1", "true"])
def test_dates_from_1904(tmp_path: Path, own: str, value: str) -> None:
    sheet = sheet_xml('<row r="1"><c r="A1" s="1"><v>43538</v></c></row>' + own)
    parts = xlsx_parts(("Data", sheet), properties=f'<workbookPr date1904="{value}"/>')
    assert rows(only_grid(tmp_path, {**parts, "xl/styles.xml": styles_xml()})) == [[date(2023, 3, 15)]]


PREFIXED = (
    f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c>'
    '<x:c r="B1" t="inlineStr"><x:is><x:t>Gianyar</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
)
PREFIXED_BOOK = (
    f'<x:workbook xmlns:x="{MAIN}" xmlns:k="{OFFICE}"><x:sheets><x:sheet name="Data" sheetId="1" k:id="rId1"/>'
    "</x:sheets></x:workbook>"
)
UTF16 = '<?xml version="1.0" encoding="UTF-16"?>' + sheet_xml(ROW).partition("?>")[2]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(
            xlsx_parts(("Data", sheet_xml(ROW, namespace=STRICT_MAIN)), main=STRICT_MAIN, office=STRICT_OFFICE),
            id="strict",
        ),
        pytest.param(xlsx_parts(("Data", PREFIXED)), id="prefix"),
        pytest.param({**with_rows(ROW), "xl/workbook.xml": PREFIXED_BOOK}, id="prefix in the workbook"),
        pytest.param(xlsx_parts(("Data", sheet_xml(ROW)), targets=["/xl/worksheets/sheet1.xml"]), id="absolute target"),
        pytest.param(
            xlsx_parts(("Data", sheet_xml(ROW)), targets=["./worksheets/../worksheets/sheet1.xml"]), id="dotted target"
        ),
        pytest.param(
            xlsx_parts(("Data", sheet_xml(ROW)), targets=["Worksheets\\Sheet1.xml"]), id="other case and slashes"
        ),
        pytest.param(
            {
                **xlsx_parts(("Data", ""), targets=["worksheets/sheet%201.xml"]),
                "xl/worksheets/sheet 1.xml": sheet_xml(ROW),
            },
            id="a blank in the target",
        ),
        pytest.param(xlsx_parts(("Data", UTF16.encode("utf-16"))), id="UTF-16"),  # type: ignore[arg-type]
        pytest.param(xlsx_parts(("Data", UTF16.encode("utf-16-be"))), id="UTF-16 BE"),  # type: ignore[arg-type]
        pytest.param(
            {k: p for k, p in with_rows(ROW).items() if k != "xl/_rels/workbook.xml.rels"}, id="without relations"
        ),
        pytest.param({k: p for k, p in with_rows(ROW).items() if k.startswith("xl/")}, id="without content types"),
        pytest.param(
            with_rows('<row><c><v>7</v></c><c t="inlineStr"><is><t>Gianyar</t></is></c></row>'), id="no references"
        ),
        pytest.param(
            with_rows('<row r=""><c r=""><v>7</v></c><c r="" t="inlineStr"><is><t>Gianyar</t></is></c></row>'),
            id="empty references",
        ),
        pytest.param(with_rows(ROW.replace("A1", "a1").replace("B1", "$B$1")), id="small letters and dollars"),
        pytest.param(
            with_rows(
                '<row s="1" r="1"><c t="n" r="A1"><v> 7 </v></c>\n<c\nr="B1" t="str">\n<v><![CDATA[Gianyar]]></v></c></row>'
            ),
            id="order and white space",
        ),
        pytest.param(
            with_rows("<row r='1'><c r='A1'><v>7</v></c><c r='B1' t='str'><v>Gianyar</v></c></row>"), id="single quotes"
        ),
        pytest.param(
            with_rows('<row r="1"><c r="A1"><v>7</v></c><c r="B1" t="str"><v>Gian<!-- -->yar</v></c></row>'),
            id="comment in a value",
        ),
        pytest.param(with_rows(ROW + '<row r="1048576" s="3"><c r="XFD1048576" s="1"/></row>'), id="ghost row"),
    ],
)
def test_dialects(tmp_path: Path, parts: Parts) -> None:
    grid = only_grid(tmp_path, parts)
    assert (rows(grid), grid.name, grid.height) == (READ, "Data", 1)


def test_rows_without_numbers_follow_one_another(tmp_path: Path) -> None:
    xml = '<row r="3"><c><v>1</v></c></row><row><c r="B4"><v>2</v></c><c><v>3</v></c></row>'
    assert rows(only_grid(tmp_path, with_rows(xml))) == [[], [], [1.0], ["", 2.0, 3.0]]


def test_rows_in_disorder_and_in_pieces(tmp_path: Path) -> None:
    xml = (
        '<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="B1"><v>9</v></c></row>'
        '<row r="3"><c r="C3"><v>3</v></c></row>'
    )
    assert rows(only_grid(tmp_path, with_rows(xml))) == [["", 9.0], [], [2.0, 1.0, 3.0]]


def test_rows_out_of_order_above_an_empty_last_one(tmp_path: Path) -> None:
    numbers = [1, 3, 2]
    xml = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in numbers) + '<row r="4"/>'
    assert rows(only_grid(tmp_path, with_rows(xml))) == [[1.0], [2.0], [3.0]]


def test_many_rows_are_looked_over_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet of many segments: hidden rows, errors and a column far right are seen in all of them."""
    monkeypatch.setattr(xlsx_scan, "_THOROUGH", 1)
    numbers = range(1, 40_001)
    body = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}" t="inlineStr"><is><t>x</t></is></c></row>' for n in numbers
    )
    last = '<row r="40003" hidden="1"><c r="B40003" t="e"><v>#N/A</v></c><c r="AB40003"><v>1</v></c></row>'
    grid = only_grid(tmp_path, with_rows(body + last))
    *_, before, end = grid.rows()
    assert (grid.height, set(grid.hidden_rows)) == (40_003, {40_002})
    assert (end[1], end[27], "".join(map(str, before))) == ("#N/A", 1.0, "")


@pytest.mark.parametrize("stray", ["XFD1048576", "XFD2"])
def test_a_stray_cell_costs_nothing_and_keeps_the_row_numbers(tmp_path: Path, stray: str) -> None:
    number = stray.lstrip("ADFX")
    xml = ROW + f'<row r="{number}"><c r="{stray}"><v>1</v></c></row>'
    grid = only_grid(tmp_path, with_rows(xml))
    first, *_, last = grid.rows()
    assert grid.height == int(number)
    assert list(first)[:2] == READ[0]
    assert 1.0 in last


def test_blank_lines_before_the_package(tmp_path: Path) -> None:
    path = tmp_path / "unduhan.xlsx"
    path.write_bytes(b"\xef\xbb\xbf\r\n" + zipped(with_rows(ROW)))
    assert rows(open_file(path).grids[0]) == READ


def test_a_prefix_hides_nothing(tmp_path: Path) -> None:
    xml = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:cols><x:col min="2" max="2" hidden="1"/></x:cols><x:sheetData>'
        '<x:row r="2" hidden="1"><x:c r="A2" t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData>'
        '<x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>'
    )
    grid = only_grid(tmp_path, xlsx_parts(("Data", xml)))
    assert rows(grid) == [[], ["#N/A"]]
    assert (sorted(grid.hidden_rows), sorted(grid.hidden_columns), len(grid.merged)) == ([1], [1], 1)


def test_hidden_rows_columns_and_sheets(tmp_path: Path) -> None:
    first = sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1" ht="0"><c r="A2"><v>2</v></c></row>'
        '<row r="3" customHeight="1" hidden="true"><c r="A3"><v>3</v></c></row>'
        '<row r="4" hidden="0"><c r="A4"><v>4</v></c></row>',
        before='<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/></cols>',
        after='<autoFilter ref="A1:A4"/><mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="C1"/></mergeCells>',
    )
    parts = xlsx_parts(
        ("Tampak", first), ("Sembunyi", sheet_xml(ROW)), ("Terkunci", sheet_xml(ROW)),
        states=["visible", "hidden", "veryHidden"],
    )  # fmt: skip
    for variant in (parts, {**parts, "xl/worksheets/sheet1.xml": first.replace("<sheetData>", "<!-- --><sheetData>")}):
        one, two, three = grids(tmp_path, variant)
        assert sorted(one.hidden_rows) == sorted(one.hidden_columns) == [1, 2]
        assert [(m.top, m.left, m.bottom, m.right) for m in one.merged] == [(0, 0, 1, 1)]
        assert (one.hidden, two.hidden, three.hidden) == (False, True, True)


def test_charts_and_dialogs_are_no_sheets(tmp_path: Path) -> None:
    parts = xlsx_parts(("Grafik", "<chartsheet/>"), ("Data", sheet_xml(ROW)))
    related = str(parts["xl/_rels/workbook.xml.rels"]).replace("/worksheet", "/chartsheet", 1)
    grid = only_grid(tmp_path, {**parts, "xl/_rels/workbook.xml.rels": related})
    assert (grid.name, rows(grid)) == ("Data", READ)


def test_formulas_that_give_nothing_are_not_the_end_of_the_data(tmp_path: Path) -> None:
    empty = "".join(f'<row r="{n}"><c r="A{n}" t="str"><f>B{n}</f><v></v></c></row>' for n in range(2, 500))
    grid = only_grid(tmp_path, with_rows(ROW + empty))
    assert (grid.height, len(list(grid.rows()))) == (1, 1)


def test_an_unknown_error_value_is_shown_as_it_stands(tmp_path: Path) -> None:
    xml = '<row r="2"><c r="B2" t="e"><f>X</f><v>#SPILL!</v></c><c r="C2" t="e"><v>#REF!</v></c></row>'
    assert rows(only_grid(tmp_path, with_rows(ROW + xml))) == [READ[0], ["", "#SPILL!", "#REF!"]]


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        (with_rows('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), "daftar teks"),
        (with_rows('<row r="1"><c r="A1" t="s"><v>9</v></c></row>', sharedStrings=strings_xml("<t>a</t>")), "daftar teks"),
        (xlsx_parts(("Data", sheet_xml(ROW)), targets=["worksheets/lain.xml"]), "isi lembar “Data” tidak ada"),
        (with_rows('<row r="9999999"><c r="A9999999"><v>1</v></c></row>'), "nomor baris 9999999"),
        (with_rows('<row r="1"><c r="A7"><v>1</v></c></row>'), "sel A7"),
        (with_rows("<row r='1'><c r='A1'><v>1</v>"), "rusak"),
    ],
)  # fmt: skip
def test_damaged(tmp_path: Path, parts: Parts, says: str) -> None:
    with pytest.raises(DamagedWorkbook, match=says):
        [list(grid.rows()) for grid in grids(tmp_path, parts)]


def test_a_sheet_without_cells_is_empty(tmp_path: Path) -> None:
    for xml in (sheet_xml(""), f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>', f'<worksheet xmlns="{MAIN}"/>'):
        grid = only_grid(tmp_path, xlsx_parts(("Data", xml)))
        assert (grid.height, rows(grid)) == (0, [])


def test_styles_may_be_missing(tmp_path: Path) -> None:
    assert rows(only_grid(tmp_path, with_rows('<row r="1"><c r="A1" s="4"><v>45000</v></c></row>'))) == [[45000.0]]


def test_relations_that_lead_outside_are_not_followed(tmp_path: Path) -> None:
    outside = '<Relationship Id="rId7" Type="x/worksheet" Target="http://example.invalid/s.xml" TargetMode="External"/>'
    relations = f'<Relationships xmlns="{PACKAGE}/relationships">{outside}</Relationships>'
    grid = only_grid(tmp_path, {**with_rows(ROW), "xl/_rels/workbook.xml.rels": relations})
    assert rows(grid) == READ


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**15), 10**15), st.floats(-1e6, 1e6).map(lambda x: round(x, 4)),
    st.text(st.characters(categories=["L", "N", "Zs", "P"]), min_size=1, max_size=12),
    st.dates(date(1901, 1, 1), date(2099, 12, 31)),
)  # fmt: skip


@given(table=st.lists(st.lists(VALUES, max_size=6), min_size=1, max_size=8))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_our_own_reader_agrees_with_calamine(tmp_path: Path, table: list[list[Cell | None]]) -> None:
    path = tmp_path / "sama.xlsx"
    path.write_bytes(workbooks.xlsx(Sheet("Data", [["x"], *table])))  # type: ignore[list-item]
    [grid] = open_file(path).grids
    plain = rows(grid)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xlsx, "_bearable", lambda scan: False)
        [own] = open_file(path).grids
    assert own.height <= grid.height  # a last row of blanks does not count
    assert [stripped(row) for row in rows(own)] == [stripped(row) for row in plain[: own.height]]
