"""Tables and pictures of Word documents read back."""

import io

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt

from tests.documents.letters.word_files import DOT, blank, paragraphs, read, tables


def test_a_table_with_merged_cells_and_a_header() -> None:
    document = blank()
    table = document.add_table(4, 3, style="Table Grid")
    for column, width in enumerate((2, 4, 6)):
        for cell in table.columns[column].cells:
            cell.width = Cm(width)
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            cell.text = f"{at}{column}"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Kecamatan"
    table.cell(3, 0).merge(table.cell(3, 1)).text = "Jumlah"
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    [one] = tables(document)
    assert one.header == 1
    assert one.border
    assert one.widths == pytest.approx((56.7, 113.4, 170.1), abs=0.2)
    assert [[(cell.text, cell.span, cell.down) for cell in row] for row in one.rows] == [
        [("00", 1, 1), ("01", 1, 1), ("02", 1, 1)],
        [("Kecamatan", 1, 2), ("11", 1, 1), ("12", 1, 1)],
        [("21", 1, 1), ("22", 1, 1)],
        [("Jumlah", 2, 1), ("32", 1, 1)],
    ]


def test_a_plain_table_has_no_lines_and_a_cell_may_have_its_own() -> None:
    document = blank()
    table = document.add_table(1, 2)
    border = f'<w:tcBorders {nsdecls("w")}><w:bottom w:val="single" w:sz="4"/></w:tcBorders>'
    table.cell(0, 1)._tc.get_or_add_tcPr().append(parse_xml(border))
    shading = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="EEEEEE"/>'
    table.cell(0, 0)._tc.get_or_add_tcPr().append(parse_xml(shading))
    [one] = tables(document)
    assert not one.border
    assert [cell.edges for cell in one.rows[0]] == [(False,) * 4, (False, False, True, False)]
    assert one.rows[0][0].fill == "EEEEEE"


def test_words_of_a_table_in_a_table_show_and_it_is_said() -> None:
    document = blank()
    table = document.add_table(1, 1)
    table.cell(0, 0).add_table(1, 2).cell(0, 1).text = "di dalam"
    found = read(document)
    assert "di dalam" in tables(document)[0].rows[0][0].text
    assert any("tabel di dalam tabel" in said for said in found.unshown)


def test_a_picture_in_the_line() -> None:
    document = blank()
    document.add_picture(io.BytesIO(DOT), width=Pt(60), height=Pt(70))
    [image] = paragraphs(document)[0].images
    assert (image.data, image.width, image.height, image.left) == (DOT, 60, 70, False)


def test_an_anchored_picture_stands_beside_the_text() -> None:
    document = blank()
    document.add_picture(io.BytesIO(DOT), width=Pt(60), height=Pt(70))
    inline = document.inline_shapes[0]._inline
    names = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    anchor = parse_xml(
        f'<wp:anchor xmlns:wp="{names}"><wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>127000</wp:posOffset></wp:positionV><wp:wrapSquare/>'
        "</wp:anchor>"
    )
    for child in list(inline):
        anchor.append(child)
    inline.getparent().replace(inline, anchor)
    section = document.sections[0]
    section.page_width, section.left_margin, section.right_margin = Pt(600), Pt(100), Pt(100)
    [image] = paragraphs(document)[0].images
    assert (image.left, image.wraps, image.x, image.y) == (True, True, 170, 10)
