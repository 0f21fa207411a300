"""Tables of annexes: what Word finds in them."""

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.letters.content import Annex, AnnexColumn, AnnexRow, AnnexRowKind
from desktop_app.documents.letters.printable import printable
from desktop_app.documents.letters.table_xml import TableStyles, table_styles, table_xml
from tests.documents.letters.contents import FORM, HOSTILE, QUOTA

NUMBERS = AnnexColumn(title="Biaya (Rp)", width=3.5, right=True)
COLUMNS = (AnnexColumn(title="No.", width=1, centre=True), AnnexColumn(title="Desa", width=5), NUMBERS, NUMBERS)


def table(*rows: AnnexRow, blank_rows: int = 0) -> CT_Tbl:
    annex = Annex(label="LAMPIRAN I", title="KUOTA", columns=COLUMNS, rows=rows, blank_rows=blank_rows)
    return parsed(table_xml(annex))


def parsed(xml: str) -> CT_Tbl:
    made = parse_xml(xml.replace("<w:tbl>", f"<w:tbl {nsdecls('w')}>", 1))
    assert isinstance(made, CT_Tbl)
    return made


def cells(row: CT_Row) -> list[tuple[str, int]]:
    """Text and span."""
    return [(text(cell), cell.grid_span) for cell in row.tc_lst]


def text(cell: CT_Tc) -> str:
    return "\n".join(paragraph.text for paragraph in cell.p_lst)


def aligned(row: CT_Row) -> list[str]:
    return ["" if (jc := cell.find(f".//{qn('w:jc')}")) is None else str(jc.get(qn("w:val"))) for cell in row.tc_lst]


def test_widths_are_fixed_and_add_up() -> None:
    made = table()
    grid = [int(column.get(qn("w:w"))) for column in made.iter(qn("w:gridCol"))]
    assert grid == [567, 2835, 1984, 1984]
    assert made.find(f".//{qn('w:tblLayout')}").get(qn("w:type")) == "fixed"
    assert made.find(f".//{qn('w:tblW')}").get(qn("w:w")) == str(sum(grid))


def test_the_header_repeats_and_no_row_is_split() -> None:
    made = table(AnnexRow(cells=("1", "Desa Satu", "100", "2")), blank_rows=2)
    repeats = [row.find(f".//{qn('w:tblHeader')}") is not None for row in made.tr_lst]
    whole = [row.find(f".//{qn('w:cantSplit')}") is not None for row in made.tr_lst]
    assert repeats == [True, False, False, False]
    assert whole == [True] * 4


def test_columns_are_aligned_as_they_say() -> None:
    made = table(AnnexRow(cells=("1", "Desa Satu", "100", "2")))
    assert aligned(made.tr_lst[0]) == ["center"] * 4
    assert aligned(made.tr_lst[1]) == ["center", "", "right", "right"]


def test_groups_and_sums_cover_what_they_leave_out() -> None:
    made = table(
        AnnexRow(cells=("Kecamatan Contoh",), kind=AnnexRowKind.KELOMPOK),
        AnnexRow(cells=("Jumlah Kecamatan Contoh", "200", "3"), kind=AnnexRowKind.KELOMPOK),
        AnnexRow(cells=("Jumlah", "200", "3"), kind=AnnexRowKind.JUMLAH),
        AnnexRow(cells=("4", "a", "b", "c"), kind=AnnexRowKind.JUMLAH),
    )
    group, part, total, full = made.tr_lst[1:]
    assert cells(group) == [("Kecamatan Contoh", 4)]
    assert cells(part) == [("Jumlah Kecamatan Contoh", 2), ("200", 1), ("3", 1)]
    assert cells(total) == [("Jumlah", 2), ("200", 1), ("3", 1)]
    assert aligned(part) == ["left", "right", "right"]
    assert aligned(total) == ["center", "right", "right"]
    assert cells(full) == [("4", 1), ("a", 1), ("b", 1), ("c", 1)]
    assert [row.find(f".//{qn('w:keepNext')}") is not None for row in (group, part, total)] == [True, False, False]


def test_a_row_has_as_many_cells_as_there_are_columns() -> None:
    made = table(AnnexRow(cells=("1",)), AnnexRow(cells=("1", "2", "3", "4", "5")), blank_rows=1)
    assert [len(row.tc_lst) for row in made.tr_lst] == [4, 4, 4, 4]


def test_rows_for_handwriting_are_empty_and_high_enough() -> None:
    blank = table(blank_rows=3).tr_lst[1:]
    assert [cells(row) for row in blank] == [[("", 1)] * 4] * 3
    assert all(row.find(f".//{qn('w:trHeight')}").get(qn("w:val")) == "450" for row in blank)


@given(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60)))
def test_any_text_stands_in_its_cell_as_it_is(value: str) -> None:
    made = table(AnnexRow(cells=("1", value, value, "")))
    assert cells(made.tr_lst[1])[1] == (printable(value), 1)


def test_a_line_break_is_words_own() -> None:
    [row] = table(AnnexRow(cells=("1", "satu\r\ndua", "", ""))).tr_lst[1:]
    assert len(list(row.iter(qn("w:br")))) == 1


def test_styles_are_those_of_the_template() -> None:
    made = parsed(table_xml(QUOTA, TableStyles("Kepala7", "")))
    assert {style.get(qn("w:val")) for style in made.iter(qn("w:pStyle"))} == {"Kepala7"}
    xml = '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="Kepala Tabel"/></w:style>'
    assert table_styles(xml) == TableStyles("a1", "")


def test_the_same_form_is_made_once() -> None:
    assert table_xml(FORM) is table_xml(FORM)
