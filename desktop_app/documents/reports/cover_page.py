"""The first page of the PDF: three figures, chart, map, five sentences, signature; never more than one page."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, HRFlowable, KeepInFrame, Paragraph, Spacer, Table, TableStyle

from desktop_app.analysis.compliance.values import Headline
from desktop_app.documents import colours
from desktop_app.documents.reports import cover_words, pdf_text
from desktop_app.documents.reports.cover_bars import cover_bars
from desktop_app.documents.reports.cover_sheet import Cover
from desktop_app.documents.reports.pdf_sections import fitted
from desktop_app.documents.reports.pdf_text import colour, markup, style

_AGENCY = style(9.5, colours.ACCENT, font=pdf_text.BOLD, after=2)
_TITLE = style(17, font=pdf_text.BOLD, after=4, leading=1.15)
_PLACE = style(11.5, font=pdf_text.BOLD, after=2)
_LABEL = style(8.5, colours.TEXT_SECOND, font=pdf_text.BOLD, after=3)
_FIGURES = {
    "ok": style(19, colours.OK, font=pdf_text.BOLD, after=3), "bad": style(19, colours.BAD, font=pdf_text.BOLD, after=3)
}  # fmt: skip
_FIGURE = style(19, font=pdf_text.BOLD, after=3)
_FRACTION = style(8.5, after=3)
_SOURCE = style(7, colours.TEXT_SOURCE)
_EMPTY = style(8.5, colours.TEXT_SOURCE, font=pdf_text.ITALIC, align=pdf_text.CENTER)
_SIGNED, _SIGNED_NAME = style(9.5), style(9.5, font=pdf_text.BOLD)
NO_CHART = "Bagan tidak dibuat: belum ada wilayah yang memiliki angka."
HEIGHT = 240.0
"""Of chart and map, in points."""


def cover_page(cover: Cover, room: tuple[float, float]) -> Flowable:
    """All of the page, made smaller where it would not fit."""
    content = list(_content(cover, room[0]))
    return KeepInFrame(room[0], room[1], content, mode="shrink", hAlign="LEFT")


def _content(cover: Cover, width: float) -> Iterator[Flowable]:
    compliance = cover.compliance
    yield Paragraph(markup(cover_words.agency(cover.office, compliance)), _AGENCY)
    yield Paragraph(markup(cover_words.TITLE), _TITLE)
    yield Paragraph(markup(cover_words.place_line(compliance)), _PLACE)
    yield Paragraph(markup(cover_words.basis(compliance)), pdf_text.BASIS)
    yield HRFlowable(width="100%", thickness=1.2, color=colour(colours.ACCENT), spaceBefore=3, spaceAfter=9)
    yield _cards(compliance.headlines, width)
    yield Spacer(1, 10)
    yield _pictures(cover, width)
    yield Spacer(1, 8)
    yield Paragraph(cover_words.SENTENCES, pdf_text.HEADING)
    for place, sentence in enumerate(cover_words.sentences(compliance), start=1):
        yield _numbered(place, sentence, width)
    yield from _end(cover, width)


def _cards(headlines: Sequence[Headline], width: float) -> Flowable:
    if not headlines:
        return Paragraph("Belum ada angka untuk wilayah dan masa ini.", _EMPTY)
    cards = [_card(one) for one in headlines[:3]]
    table = Table([cards], colWidths=[width / 3] * len(cards))
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"), ("BACKGROUND", (0, 0), (-1, -1), colour(colours.CARD)),
                ("BOX", (0, 0), (-1, -1), 0.6, colour(colours.LINE)),
                ("INNERGRID", (0, 0), (-1, -1), 0.6, colour(colours.LINE)), ("TOPPADDING", (0, 0), (-1, -1), 6),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
            ]
        )
    )  # fmt: skip
    return table


def _card(one: Headline) -> list[Flowable]:
    figure = _FIGURES.get(one.state, _FIGURE)
    lines = ((one.label, _LABEL), (one.value, figure), (one.fraction, _FRACTION), (one.source, _SOURCE))
    return [Paragraph(markup(text), look) for text, look in lines if text]


def _pictures(cover: Cover, width: float) -> Flowable:
    """The chart, narrow since it is drawn for the place, and the map as large as the page allows."""
    left, right = width * 0.4, width * 0.6
    map_ = _picture(cover.pictures, cover_words.MAP, cover_words.NO_MAP, (right - 6, HEIGHT))
    table = Table([[_chart(cover, left - 8), map_]], colWidths=[left, right])
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, 0), 0),
                ("RIGHTPADDING", (-1, 0), (-1, 0), 0), ("ALIGN", (1, 0), (1, 0), "RIGHT"),
                ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ]
        )
    )  # fmt: skip
    return table


def _chart(cover: Cover, width: float) -> Flowable:
    table = cover.compliance.coverage
    if not table.reporting:
        return Paragraph(NO_CHART, _EMPTY)
    return cover_bars(table, width, HEIGHT)


def _picture(pictures: Mapping[str, Path], key: str, missing: str, room: tuple[float, float]) -> Flowable:
    path = pictures.get(key)
    if path is None or not path.is_file():
        return Paragraph(markup(missing), _EMPTY)
    return fitted(path, *room)


def _numbered(place: int, sentence: str, width: float) -> Flowable:
    row = [Paragraph(f"{place}.", pdf_text.SENTENCE), Paragraph(markup(sentence), pdf_text.SENTENCE)]
    table = Table([row], colWidths=[18, width - 18])
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
            ]
        )
    )  # fmt: skip
    return table


def _end(cover: Cover, width: float) -> Iterator[Flowable]:
    """Who hands it over, and when it was made."""
    yield Spacer(1, 8)
    for line in cover_words.signature(cover.office):
        look = _SIGNED_NAME if line == cover.office.chief.name else _SIGNED
        yield _indented(line, look, width * 0.58)
    yield Spacer(1, 8)
    yield Paragraph(markup(cover_words.made_line(cover.made)), pdf_text.FOOT)


def _indented(line: str, look: ParagraphStyle, left: float) -> Flowable:
    shifted = ParagraphStyle("", parent=look, leftIndent=left)
    return Paragraph(markup(line) or "&nbsp;", shifted)
