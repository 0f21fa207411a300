"""Tables of annexes as WordprocessingML: a header that repeats on every page, rows that stay whole, sums and groups.

Fonts come from the template's styles “Kepala Tabel” and “Isi Tabel”, so that the office can change them in Word.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from xml.sax.saxutils import escape

from desktop_app.documents.letters.content import Annex, AnnexColumn, AnnexRow, AnnexRowKind

HEAD_STYLE, CELL_STYLE = "KepalaTabel", "IsiTabel"
_TWIPS_PER_CM = 567
_SHADE, _SUM_SHADE = "F2F2F2", "FAFAFA"
_BLANK_HEIGHT = 450
"""Twips of a row that is filled in by hand."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = (
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)


@lru_cache(maxsize=32)
def table_xml(annex: Annex) -> str:
    """The table of `annex` as one `w:tbl`; kept a while, since many letters carry the same form."""
    columns = annex.columns
    widths = [round(column.width * _TWIPS_PER_CM) for column in columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    shape = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{_MARGINS}</w:tblPr>'
    )
    blank = AnnexRow(cells=("",) * len(columns))
    rows = [_row(row, columns, widths) for row in annex.rows]
    rows += [_row(blank, columns, widths, _BLANK_HEIGHT)] * annex.blank_rows
    return f"<w:tbl>{shape}<w:tblGrid>{grid}</w:tblGrid>{_head(columns, widths)}{''.join(rows)}</w:tbl>"


def _head(columns: Sequence[AnnexColumn], widths: Sequence[int]) -> str:
    cells = "".join(
        _cell(column.title, width, HEAD_STYLE, "center", shade=_SHADE, middle=True)
        for column, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(row: AnnexRow, columns: Sequence[AnnexColumn], widths: Sequence[int], height: int = 0) -> str:
    strong = row.kind is not AnnexRowKind.ISI
    cells = "".join(
        _cell(text, width, CELL_STYLE, align, span=span, bold=strong, shade=_SUM_SHADE if strong else "")
        for text, width, align, span in _placed(row, columns, widths)
    )
    high = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{high}</w:trPr>{cells}</w:tr>"


def _placed(
    row: AnnexRow, columns: Sequence[AnnexColumn], widths: Sequence[int]
) -> Iterator[tuple[str, int, str, int]]:
    """Text, width, alignment and span of each cell: where a sum has fewer cells, its first covers what is left out."""
    cells = row.cells or ("",)
    over = len(columns) - len(cells) + 1 if row.kind is not AnnexRowKind.ISI else 1
    over = max(over, 1)
    yield cells[0], sum(widths[:over]), _align(columns[0]) if over == 1 else "left", over
    rest = [*cells[1:], *[""] * (len(columns) - over - len(cells) + 1)]
    for text, column, width in zip(rest, columns[over:], widths[over:], strict=False):
        yield text, width, _align(column), 1


def _align(column: AnnexColumn) -> str:
    return "right" if column.right else "center" if column.centre else "left"


def _cell(
    text: str, width: int, style: str, align: str, *, span: int = 1, bold: bool = False, shade: str = "",
    middle: bool = False,
) -> str:  # fmt: skip
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    upright = '<w:vAlign w:val="center"/>' if middle else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    jc = f'<w:jc w:val="{align}"/>' if align != "left" else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{over}{ground}{upright}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{jc}</w:pPr>{_runs(text, weight)}</w:p></w:tc>'
    )


def _runs(text: str, weight: str) -> str:
    if not text:
        return ""
    lines = escape(_NOT_IN_XML.sub(" ", text.replace("\r\n", "\n"))).split("\n")
    inner = '</w:t><w:br/><w:t xml:space="preserve">'.join(lines)
    return f'<w:r>{weight}<w:t xml:space="preserve">{inner}</w:t></w:r>'
