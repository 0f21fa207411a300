"""Tables of annexes as WordprocessingML: a header that repeats on every page, rows that stay whole, sums and groups.

Fonts come from the template's styles “Kepala Tabel” and “Isi Tabel”, so that the office can change them in Word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.documents.letters.content import Annex, AnnexColumn, AnnexRow, AnnexRowKind
from desktop_app.documents.letters.printable import printable

_TWIPS_PER_CM = 567
_HEAD_SHADE, _GROUP_SHADE = "F2F2F2", "FAFAFA"
_BLANK_ROW = '<w:trHeight w:val="450" w:hRule="atLeast"/>'
"""8 mm, to be filled in by hand."""
_BREAK, _TAB = '</w:t><w:br/><w:t xml:space="preserve">', '</w:t><w:tab/><w:t xml:space="preserve">'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = (
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)
_STYLE = re.compile(r'<w:style\b[^>]*\bw:styleId="([^"]+)"[^>]*>\s*<w:name w:val="([^"]+)"')


@dataclass(frozen=True, slots=True)
class TableStyles:
    """What a template calls its styles “Kepala Tabel” and “Isi Tabel” inside; empty: it has none."""

    head: str = "KepalaTabel"
    cell: str = "IsiTabel"


def table_styles(xml: str) -> TableStyles:
    """The styles of tables in a template's `word/styles.xml`."""
    names = {found[2].casefold(): found[1] for found in _STYLE.finditer(xml)}
    return TableStyles(names.get("kepala tabel", ""), names.get("isi tabel", ""))


_DEFAULT = TableStyles()


@lru_cache(maxsize=32)
def table_xml(annex: Annex, styles: TableStyles = _DEFAULT) -> str:
    """The table of `annex` as one `w:tbl`; kept a while, since many letters carry the same form."""
    widths = tuple(round(column.width * _TWIPS_PER_CM) for column in annex.columns)
    head, body = (_Row(annex.columns, widths, style) for style in (styles.head, styles.cell))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [head.titles(), *map(body.filled, annex.rows), body.blank() * annex.blank_rows]
    shape = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>{_MARGINS}</w:tblPr>'
    )
    return f"<w:tbl>{shape}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


@dataclass(frozen=True, slots=True)
class _Row:
    """Rows of one table: `widths` in twips, `style` of every paragraph."""

    columns: tuple[AnnexColumn, ...]
    widths: tuple[int, ...]
    style: str

    def titles(self) -> str:
        cells = "".join(
            self._cell(column.title, width, "center", shade=_HEAD_SHADE, bold=True, middle=True)
            for column, width in zip(self.columns, self.widths, strict=True)
        )
        return _tr(cells, "<w:tblHeader/>")

    def filled(self, row: AnnexRow) -> str:
        if row.kind is not AnnexRowKind.ISI:
            return self._sum(row)
        texts = [*row.cells, *[""] * len(self.columns)]
        return _tr(self._cells(texts, 0))

    def blank(self) -> str:
        return _tr(self._cells([""] * len(self.columns), 0), _BLANK_ROW)

    def _sum(self, row: AnnexRow) -> str:
        """A group's name or a sum: its first cell covers the columns that are left out; it stays with what follows."""
        first, *rest = row.cells or ("",)
        over = max(len(self.columns) - len(rest), 1)
        group = row.kind is AnnexRowKind.KELOMPOK
        align = "left" if group or over == 1 else "center"
        shade = _GROUP_SHADE if group else _HEAD_SHADE
        covering = self._cell(
            first, sum(self.widths[:over]), align, span=over, shade=shade, bold=True, with_next=group and not rest
        )
        return _tr(covering + self._cells(rest, over, shade=shade, bold=True))

    def _cells(self, texts: Sequence[str], since: int, shade: str = "", bold: bool = False) -> str:
        places = zip(texts, self.columns[since:], self.widths[since:], strict=False)
        return "".join(
            self._cell(
                text, width, "right" if column.right else "center" if column.centre else "", shade=shade, bold=bold
            )
            for text, column, width in places
        )

    def _cell(
        self, text: str, width: int, align: str, *, span: int = 1, shade: str = "", bold: bool = False,
        middle: bool = False, with_next: bool = False,
    ) -> str:  # fmt: skip
        return f"{_opening(self.style, width, align, span, shade, middle, with_next)}{_run(text, bold)}</w:p></w:tc>"


@lru_cache(maxsize=512)
def _opening(style: str, width: int, align: str, span: int, shade: str, middle: bool, with_next: bool) -> str:
    """A cell up to its text: the same for all cells of a column."""
    cell = "".join(_properties(width, span, shade, middle))
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    keep = "<w:keepNext/>" if with_next else ""
    jc = f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:tc><w:tcPr>{cell}</w:tcPr><w:p><w:pPr>{named}{keep}{jc}</w:pPr>"


def _tr(cells: str, more: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>"


def _properties(width: int, span: int, shade: str, middle: bool) -> Iterator[str]:
    yield f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if span > 1:
        yield f'<w:gridSpan w:val="{span}"/>'
    if shade:
        yield f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'
    if middle:
        yield '<w:vAlign w:val="center"/>'


def _run(text: str, bold: bool) -> str:
    if not text:
        return ""
    inner = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "\n" in inner or "\t" in inner:
        inner = inner.replace("\n", _BREAK).replace("\t", _TAB)
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{weight}<w:t xml:space="preserve">{inner}</w:t></w:r>'
