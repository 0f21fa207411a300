"""The named styles of the office's workbooks: registered once, so that Excel's list of cell styles shows and changes them."""

from enum import StrEnum

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from desktop_app.documents import colours
from desktop_app.documents.reports.tables import Kind
from desktop_app.domain.indonesian import MINUS

FONT = "Arial"
NUMBER_FORMATS = {
    Kind.WHOLE: "#,##0",
    Kind.SHARE: "0.00%",
    Kind.POINTS: f'+0.00;"{MINUS}"0.00;0.00',
    Kind.RUPIAH: '"Rp"#,##0',
    Kind.DAY: "[$-421]d mmm yyyy",
    Kind.TIME: '[$-421]d mmm yyyy, hh"."mm',
    Kind.CODE: "@",
}
"""Indonesian month names, whatever the language of Excel."""


class Style(StrEnum):
    """The value is the name in Excel's list of cell styles."""

    TITLE = "Cakupan Judul"
    HEADING = "Cakupan Subjudul"
    BASIS = "Cakupan Dasar"
    HEAD = "Cakupan Kepala"
    HEAD_NUMBER = "Cakupan Kepala Angka"
    TEXT = "Cakupan Teks"
    NAME = "Cakupan Nama"
    NOTE = "Cakupan Catatan"
    CODE = "Cakupan Kode"
    WHOLE = "Cakupan Bilangan"
    SHARE = "Cakupan Persen"
    POINTS = "Cakupan Poin"
    RUPIAH = "Cakupan Rupiah"
    DAY = "Cakupan Tanggal"
    TIME = "Cakupan Waktu"
    ABSENT = "Cakupan Tanpa Data"
    TOTAL_TEXT = "Cakupan Jumlah Teks"
    TOTAL_NOTE = "Cakupan Jumlah Catatan"
    TOTAL_WHOLE = "Cakupan Jumlah Bilangan"
    TOTAL_SHARE = "Cakupan Jumlah Persen"
    TOTAL_POINTS = "Cakupan Jumlah Poin"
    TOTAL_RUPIAH = "Cakupan Jumlah Rupiah"
    TOTAL_DAY = "Cakupan Jumlah Tanggal"
    TOTAL_ABSENT = "Cakupan Jumlah Tanpa Data"
    AGENCY = "Cakupan Kantor"
    COVER_TITLE = "Cakupan Judul Besar"
    SENTENCE = "Cakupan Kalimat"
    CARD_LABEL = "Cakupan Kartu Judul"
    CARD_FIGURE = "Cakupan Kartu Angka"
    CARD_GOOD = "Cakupan Kartu Baik"
    CARD_BAD = "Cakupan Kartu Kurang"
    CARD_FRACTION = "Cakupan Kartu Pecahan"
    CARD_SOURCE = "Cakupan Kartu Sumber"
    EMPTY = "Cakupan Tempat Kosong"
    SIGNED = "Cakupan Tanda Tangan"
    SIGNED_NAME = "Cakupan Penanda Tangan"
    FOOT = "Cakupan Kaki"


BODY = {kind: Style[kind.name] for kind in Kind}
TOTALS = {
    Kind.TEXT: Style.TOTAL_TEXT, Kind.NAME: Style.TOTAL_TEXT, Kind.NOTE: Style.TOTAL_NOTE, Kind.CODE: Style.TOTAL_TEXT,
    Kind.WHOLE: Style.TOTAL_WHOLE, Kind.SHARE: Style.TOTAL_SHARE, Kind.POINTS: Style.TOTAL_POINTS,
    Kind.RUPIAH: Style.TOTAL_RUPIAH, Kind.DAY: Style.TOTAL_DAY, Kind.TIME: Style.TOTAL_DAY,
}  # fmt: skip


def register(book: Workbook) -> None:
    """All styles into the workbook; its standard font is ours too, since widths are counted in it."""
    book._named_styles["Normal"].font = Font(name=FONT, size=10)  # type: ignore[attr-defined]
    for style in _all():
        book.add_named_style(style)


def _all() -> list[NamedStyle]:
    return [*_headings(), *_body(), *_totals(), *_cover()]


def _font(size: float = 10, colour: str = colours.TEXT, *, bold: bool = False, italic: bool = False) -> Font:
    return Font(name=FONT, size=size, bold=bold, italic=italic, color=colour)


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


def _below(colour: str) -> Border:
    return Border(bottom=Side(style="thin", color=colour))


def _at(align: str = "left", *, wrap: bool = True, indent: int = 1, vertical: str = "center") -> Alignment:
    return Alignment(horizontal=align, vertical=vertical, wrap_text=wrap, indent=indent)


def _headings() -> list[NamedStyle]:
    font, fill, rule = _font(9, colours.TEXT_SECOND, bold=True), _fill(colours.HEADER), _below(colours.RULE)
    return [
        NamedStyle(Style.TITLE, font=_font(16, bold=True), alignment=_at(wrap=False, indent=0)),
        NamedStyle(Style.HEADING, font=_font(12, bold=True), alignment=_at(wrap=False, indent=0)),
        NamedStyle(Style.BASIS, font=_font(10, colours.TEXT_SECOND), alignment=_at(indent=0)),
        NamedStyle(Style.HEAD, alignment=_at(), font=font, fill=fill, border=rule),
        NamedStyle(Style.HEAD_NUMBER, alignment=_at("right"), font=font, fill=fill, border=rule),
    ]


def _body() -> list[NamedStyle]:
    rule = _below(colours.GRID)
    found = [
        NamedStyle(Style.TEXT, font=_font(), alignment=_at(), border=rule),
        NamedStyle(Style.NAME, font=_font(bold=True), alignment=_at(), border=rule),
        NamedStyle(Style.NOTE, font=_font(9, colours.TEXT_SECOND), alignment=_at(), border=rule),
        NamedStyle(
            Style.ABSENT, font=_font(colour=colours.TEXT_SOURCE, italic=True), alignment=_at("right"), border=rule
        ),
    ]
    for kind, number_format in NUMBER_FORMATS.items():
        align = _at("right" if kind.numeric else "left")
        found.append(NamedStyle(BODY[kind], font=_font(), alignment=align, border=rule, number_format=number_format))
    return found


def _totals() -> list[NamedStyle]:
    rule = Border(top=Side(style="thin", color=colours.RULE), bottom=Side(style="thin", color=colours.RULE))
    fill = _fill(colours.HEADER)
    found = [
        NamedStyle(Style.TOTAL_TEXT, font=_font(bold=True), alignment=_at(), fill=fill, border=rule),
        NamedStyle(Style.TOTAL_NOTE, font=_font(9, colours.TEXT_SECOND), alignment=_at(), fill=fill, border=rule),
        NamedStyle(
            Style.TOTAL_ABSENT,
            font=_font(colour=colours.TEXT_SOURCE, italic=True),
            alignment=_at("right"),
            fill=fill,
            border=rule,
        ),
    ]
    for kind in (Kind.WHOLE, Kind.SHARE, Kind.POINTS, Kind.RUPIAH, Kind.DAY):
        align = _at("right" if kind.numeric else "left")
        found.append(
            NamedStyle(
                TOTALS[kind],
                font=_font(bold=True),
                alignment=align,
                number_format=NUMBER_FORMATS[kind],
                fill=fill,
                border=rule,
            )
        )
    return found


def _cover() -> list[NamedStyle]:
    card = _fill(colours.CARD)
    figures = ((Style.CARD_FIGURE, colours.TEXT), (Style.CARD_GOOD, colours.OK), (Style.CARD_BAD, colours.BAD))
    return [
        NamedStyle(Style.AGENCY, font=_font(10, colours.ACCENT, bold=True), alignment=_at(wrap=False, indent=0)),
        NamedStyle(Style.COVER_TITLE, font=_font(18, bold=True), alignment=_at(indent=0)),
        NamedStyle(Style.SENTENCE, font=_font(10), alignment=_at(vertical="top", indent=0)),
        NamedStyle(Style.CARD_LABEL, font=_font(9, colours.TEXT_SECOND, bold=True), fill=card, alignment=_at()),
        *(NamedStyle(name, font=_font(20, colour, bold=True), fill=card, alignment=_at()) for name, colour in figures),
        NamedStyle(Style.CARD_FRACTION, font=_font(9), fill=card, alignment=_at(vertical="top")),
        NamedStyle(Style.CARD_SOURCE, font=_font(8, colours.TEXT_SOURCE), fill=card, alignment=_at(vertical="top")),
        NamedStyle(Style.EMPTY, font=_font(9, colours.TEXT_SOURCE, italic=True), fill=card, alignment=_at("center")),
        NamedStyle(Style.SIGNED, font=_font(10), alignment=_at(wrap=False, indent=0)),
        NamedStyle(Style.SIGNED_NAME, font=_font(10, bold=True), alignment=_at(wrap=False, indent=0)),
        NamedStyle(Style.FOOT, font=_font(8, colours.TEXT_SOURCE), alignment=_at(vertical="top", indent=0)),
    ]
