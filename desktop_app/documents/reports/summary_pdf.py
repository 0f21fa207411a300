"""The compliance summary as PDF: the same sections as the workbook."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from desktop_app.analysis.compliance.values import Compliance
from desktop_app.documents.reports import cover_words
from desktop_app.documents.reports.company_parts import annex_on_paper
from desktop_app.documents.reports.cover_page import cover_page
from desktop_app.documents.reports.cover_sheet import Cover
from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.pdf_pages import WIDE, room_of, write_pages
from desktop_app.documents.reports.pdf_sections import section_flowables, with_note
from desktop_app.documents.reports.summary_parts import charted_summary, summary_sections
from desktop_app.domain.office import Office


def write_summary_pdf(
    compliance: Compliance, office: Office, path: Path, *, pictures: Mapping[str, Path], made: Made
) -> None:
    """Write the PDF to `path`. `pictures`: “grafik”, “peta”, “perkembangan”; FileInUse: it stays as it was."""
    drawn = charted_summary(compliance, made)
    cover = Cover(compliance=drawn, office=office, made=made, pictures=pictures, chart=None)
    write_pages(
        list(_story(cover, compliance)), path, paper=office.layout.paper, footer=cover_words.footer(compliance, made),
        title=f"{cover_words.TITLE}, {cover_words.place_line(compliance)}",
    )  # fmt: skip


def _story(cover: Cover, compliance: Compliance) -> Iterator[Flowable]:
    paper = cover.office.layout.paper
    yield cover_page(cover, room_of(paper, landscape=False))
    yield NextPageTemplate(WIDE)
    yield PageBreak()
    sections = with_note([annex_on_paper(one) for one in summary_sections(compliance, cover.made)])
    yield from section_flowables(sections, cover.pictures, room_of(paper, landscape=True))
