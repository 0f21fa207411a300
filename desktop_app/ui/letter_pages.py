"""The preview of a letter laid out on A4 pages, as the shipped Word template does it. Paper is white in both themes."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from desktop_app.operations.letter_preview import LetterPreview, Paragraph, Shape
from desktop_app.pictures.tokens import LIGHT

CM, PT = 96 / 2.54, 96 / 72
"""Pixels at 96 dpi of a centimetre and of a point: the unit of every measure below."""
PAGE = QSizeF(21 * CM, 29.7 * CM)
LEFT, RIGHT, TOP, BOTTOM = 3 * CM, 2 * CM, 2 * CM, 2.5 * CM
EMBLEM, EMBLEM_GAP = 2 * CM, 4 * PT
HANGING = 0.75 * CM
LINE_HEIGHT = 108
ANNEX_WIDTHS = (1.2, 3.4, 4.3, 2.3, 1.8, 3.2)
"""Centimetres of the six columns of Lampiran I."""
_SUM_CELLS = 3

_ALIGN = Qt.AlignmentFlag
_CENTRED = {Shape.LETTERHEAD, Shape.CENTRED, Shape.ANNEX_TITLE}
_JUSTIFIED = {Shape.BODY, Shape.LEGAL, Shape.POINT, Shape.SUB_POINT}
_BOLD = {Shape.LETTERHEAD, Shape.ANNEX_TITLE}
_SIZES = {Shape.LETTERHEAD: 14.0, Shape.COPIES: 11.0, Shape.COPY: 11.0, Shape.ANNEX_HEAD: 11.0}
_LEFTS = {
    Shape.INDENTED: 1 * CM, Shape.LEGAL: HANGING, Shape.POINT: HANGING, Shape.SUB_POINT: 2 * HANGING,
    Shape.COPY: HANGING, Shape.SIGNATURE: 8 * CM, Shape.ANNEX_HEAD: 8 * CM,
}  # fmt: skip


class LetterPages:
    """`count` pages; the annex begins on page `annex_page` (both from 0)."""

    def __init__(self, preview: LetterPreview) -> None:
        self._mark = preview.mark
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(paper_font(12))
        self._document.setPageSize(PAGE)
        self._set_margins()
        cursor = QTextCursor(self._document)
        _leave_room_for_emblem(cursor)
        for paragraph in preview.letter:
            _write(cursor, paragraph)
        for place, paragraph in enumerate(preview.annex_head):
            _write(cursor, paragraph, new_page=place == 0)
        annex = cursor.block()
        _write_table(cursor, preview.annex_columns, preview.annex)
        self.count = self._document.pageCount()
        top = self._document.documentLayout().blockBoundingRect(annex).top()
        self.annex_page = int(top // PAGE.height())

    def name(self, page: int) -> str:
        return "Lampiran I" if page >= self.annex_page else "Surat" if page == 0 else f"Surat {page + 1}"

    def text(self) -> str:
        """The words of all pages, for screen readers."""
        return self._document.toPlainText()

    def paint(self, painter: QPainter, page: int) -> None:
        """Draw a page of `PAGE` at the painter's origin; the painter scales."""
        painter.save()
        painter.setClipRect(QRectF(QPointF(0, 0), PAGE))
        painter.fillRect(QRectF(QPointF(0, 0), PAGE), Qt.GlobalColor.white)
        self._paint_margin(painter, page)
        painter.translate(0, -page * PAGE.height())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(context.palette.ColorRole.Text, QColor(Qt.GlobalColor.black))
        context.clip = QRectF(0, page * PAGE.height(), PAGE.width(), PAGE.height())
        self._document.documentLayout().draw(painter, context)
        painter.restore()

    def _set_margins(self) -> None:
        shape = QTextFrameFormat()
        shape.setLeftMargin(LEFT)
        shape.setRightMargin(RIGHT)
        shape.setTopMargin(TOP)
        shape.setBottomMargin(BOTTOM)
        self._document.rootFrame().setFrameFormat(shape)

    def _paint_margin(self, painter: QPainter, page: int) -> None:
        """The page number, the mark of a sample letter, and on the first page the place of the emblem."""
        head = QRectF(LEFT, 0.8 * CM, PAGE.width() - LEFT - RIGHT, 0.9 * CM)
        painter.setPen(QColor(LIGHT.t3))
        if page:
            painter.setFont(paper_font(11))
            painter.drawText(head, _ALIGN.AlignHCenter | _ALIGN.AlignTop, f"- {page + 1} -")
        painter.setFont(paper_font(8, bold=True))
        painter.drawText(head, _ALIGN.AlignRight | _ALIGN.AlignBottom, self._mark)
        if page == 0:
            self._paint_emblem(painter)

    def _paint_emblem(self, painter: QPainter) -> None:
        middle = LEFT + (PAGE.width() - LEFT - RIGHT) / 2
        circle = QRectF(middle - EMBLEM / 2, TOP, EMBLEM, EMBLEM)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(LIGHT.edge), 1.2, Qt.PenStyle.DashLine))
        painter.drawEllipse(circle)
        painter.setFont(paper_font(8))
        painter.setPen(QColor(LIGHT.t3))
        painter.drawText(circle, _ALIGN.AlignCenter, "lambang\nkantor")


def paper_font(points: float, *, bold: bool = False) -> QFont:
    """Arial or its metric twin, in pixels of the page."""
    made = QFont()
    made.setFamilies(["Arial", "Liberation Sans"])
    made.setPixelSize(round(points * PT))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _leave_room_for_emblem(cursor: QTextCursor) -> None:
    """The empty block that a document begins with, as high as the emblem; a margin is ignored at the top of a page."""
    shape = QTextBlockFormat()
    shape.setLineHeight(EMBLEM + EMBLEM_GAP, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.setBlockFormat(shape)


def _write(cursor: QTextCursor, paragraph: Paragraph, *, new_page: bool = False) -> None:
    shape = _block(paragraph)
    if new_page:
        shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    letters = _letters(_SIZES.get(paragraph.shape, 12.0), bold=paragraph.shape in _BOLD)
    cursor.insertBlock(shape, letters)
    if paragraph.number:
        cursor.insertText(f"{paragraph.number}\t", letters)
    for text, tint in tinted(paragraph):
        cursor.insertText(text, _on(letters, tint))


def _block(paragraph: Paragraph) -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setTopMargin(paragraph.before * PT)
    shape.setBottomMargin(paragraph.after * PT)
    shape.setLeftMargin(_LEFTS.get(paragraph.shape, 0))
    shape.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if paragraph.number:
        shape.setTextIndent(-HANGING)
        shape.setTabPositions([QTextOption.Tab(HANGING, QTextOption.TabType.LeftTab)])
    elif paragraph.shape is Shape.BODY:
        shape.setTextIndent(1.25 * CM)
    if paragraph.shape in _CENTRED:
        shape.setAlignment(_ALIGN.AlignHCenter)
    elif paragraph.shape in _JUSTIFIED:
        shape.setAlignment(_ALIGN.AlignJustify)
    return shape


def _letters(points: float, *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(paper_font(points, bold=bold))
    made.setForeground(QColor(Qt.GlobalColor.black))
    return made


def _on(letters: QTextCharFormat, tint: str) -> QTextCharFormat:
    if not tint:
        return letters
    made = QTextCharFormat(letters)
    made.setBackground(QColor(tint))
    return made


def tinted(paragraph: Paragraph) -> list[tuple[str, str]]:
    """The text in parts, each with the colour it stands on: data, things to confirm, or none (“”)."""
    colours = dict.fromkeys(paragraph.data, LIGHT.acc_soft) | dict.fromkeys(paragraph.check, LIGHT.warn_soft)
    if not colours:
        return [(paragraph.text, "")]
    longest_first = sorted(colours, key=len, reverse=True)
    # A word of data is whole: “100” is not the end of “2.100” nor the beginning of “100.000”.
    pattern = "|".join(rf"(?<![\w.,]){re.escape(word)}(?![\w]|[.,]\d)" for word in longest_first)
    parts = re.split(f"({pattern})", paragraph.text)
    return [(part, colours.get(part, "")) for part in parts if part]


def _write_table(cursor: QTextCursor, columns: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> None:
    rows = list(lines)
    shape = QTextTableFormat()
    shape.setBorder(1)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(QColor(Qt.GlobalColor.black))
    shape.setBorderCollapse(True)
    shape.setCellPadding(3)
    shape.setCellSpacing(0)
    shape.setHeaderRowCount(1)
    shape.setColumnWidthConstraints([QTextLength(QTextLength.Type.FixedLength, width * CM) for width in ANNEX_WIDTHS])
    table = cursor.insertTable(len(rows) + 1, len(columns), shape)
    for place, title in enumerate(columns):
        _fill(table.cellAt(0, place).firstCursorPosition(), title, _ALIGN.AlignHCenter, bold=True)
    for number, line in enumerate(rows, start=1):
        # A sum joins the first four cells, a remark all six.
        joined = len(columns) - len(line) + 1
        table.mergeCells(number, 0, 1, joined)
        for place, text in zip((0, *range(joined, 6)), line, strict=True):
            side = _ALIGN.AlignRight if place >= 4 else _ALIGN.AlignLeft
            centred = place == 0 and len(line) != _SUM_CELLS
            spot = table.cellAt(number, place).firstCursorPosition()
            _fill(spot, text, _ALIGN.AlignHCenter if centred else side, bold=len(line) == _SUM_CELLS)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _fill(cursor: QTextCursor, text: str, side: Qt.AlignmentFlag, *, bold: bool = False) -> None:
    shape = QTextBlockFormat()
    shape.setAlignment(side)
    cursor.setBlockFormat(shape)
    cursor.insertText(text, _letters(11, bold=bold))
