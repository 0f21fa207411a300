"""A report of sections as .xlsx or PDF, by the suffix of its file; with the office above and a signature below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from openpyxl import Workbook
from reportlab.platypus import CondPageBreak, Flowable, KeepInFrame, KeepTogether, PageBreak, Paragraph, Spacer

from desktop_app.documents.reports import pdf_text
from desktop_app.documents.reports.cells import put
from desktop_app.documents.reports.cover_words import signature
from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.outside import outside
from desktop_app.documents.reports.pdf_pages import room_of, write_pages
from desktop_app.documents.reports.pdf_sections import section_flowables, with_note
from desktop_app.documents.reports.pdf_text import markup
from desktop_app.documents.reports.saving import save
from desktop_app.documents.reports.sheets import Formulas, Place, add_section
from desktop_app.documents.reports.styles import Style, register
from desktop_app.documents.reports.tables import Section
from desktop_app.domain.office import Office

OUTSIDE = "Berkas ini keluar dari kantor: jumlah orang di bawah lima tidak ditampilkan."
_SIGNED_ROWS = 9
_NOT_IN_NAMES = str.maketrans("", "", "[]:*?/\\'")
_LONGEST_NAME = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`footer`: what, base and date, at the foot of every page. `signed`: the head of the office signs the first section.

    `one_page`: each section stands on one page of its own, made smaller where it must be.
    """

    title: str
    footer: str
    sections: tuple[Section, ...]
    signed: bool = False
    one_page: bool = False


def write_report(report: Report, office: Office, path: Path, made: Made) -> None:
    """Write it to `path`, “.pdf” or “.xlsx”.

    Raises:
        FileInUse: the file is open elsewhere and stays as it was.
        TooManyRows: a table does not fit into a sheet of Excel.
    """
    sections = _leaving(report.sections) if made.leaves_office else report.sections
    pdf = path.suffix.lower() == ".pdf"
    ready = replace(report, sections=with_note(sections) if pdf else named_apart(sections))
    write = _write_pdf if pdf else _write_xlsx
    write(ready, office, path, made)


def _leaving(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Counts of few people are covered, and the first section says so."""
    first, *others = outside(sections)
    return (replace(first, notes=(*first.notes, OUTSIDE)), *others)


def named_apart(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Sections whose sheets have names that Excel takes, each another one."""
    used: set[str] = set()
    return tuple(replace(one, sheet=_free_name(one.sheet, used)) for one in sections)


def _free_name(wanted: str, used: set[str]) -> str:
    plain = " ".join(wanted.translate(_NOT_IN_NAMES).split())[:_LONGEST_NAME].strip() or "Lembar"
    name, number = plain, 1
    while name.casefold() in used:
        number += 1
        mark = f" ({number})"
        name = plain[: _LONGEST_NAME - len(mark)] + mark
    used.add(name.casefold())
    return name


def _footer(report: Report, made: Made) -> str:
    return f"{report.footer}; dibuat {made.at:%d-%m-%Y} oleh {made.by}"


def _lead(office: Office, section: Section) -> Section:
    """The office's name stands before what the table is based on."""
    sample = " (data contoh)" * office.sample
    return replace(section, basis=". ".join(part for part in (f"{office.agency}{sample}", section.basis) if part))


def _write_xlsx(report: Report, office: Office, path: Path, made: Made) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    register(book)
    formulas: Formulas = {}
    for number, section in enumerate(report.sections):
        place = add_section(book, _lead(office, section), office.layout.paper, _footer(report, made), formulas)
        if report.signed and number == 0:
            _sign(place, office)
        if report.one_page:
            place.sheet.page_setup.fitToHeight = 1
    book.properties.title = report.title
    save(book, path, formulas, made.at)


def _sign(place: Place, office: Office) -> None:
    column = max(1, place.columns - 3)
    for offset, line in enumerate(signature(office)):
        style = Style.SIGNED_NAME if line == office.chief.name else Style.SIGNED
        put(place.sheet, place.row + offset, column, line, style)
    area = str(place.sheet.print_area).split("!")[-1].replace("$", "")
    place.sheet.print_area = f"{area.rstrip('0123456789')}{place.row + _SIGNED_ROWS}"


def _write_pdf(report: Report, office: Office, path: Path, made: Made) -> None:
    write_pages(
        list(_story(report, office, made)), path, paper=office.layout.paper, title=report.title,
        footer=_footer(report, made), upright=False,
    )  # fmt: skip


def _story(report: Report, office: Office, made: Made) -> Iterator[Flowable]:
    room = room_of(office.layout.paper, landscape=True)
    for number, section in enumerate(report.sections):
        content = list(section_flowables([_lead(office, section)], {}, room, first=number))
        if report.signed and number == 0:
            content.append(_signature(office, room[0]))
        content.append(Paragraph(markup(f"Dibuat {made.words}, Cakupan {made.version}."), pdf_text.FOOT))
        if number:
            yield CondPageBreak(120) if section.absent and not section.tables else PageBreak()
        yield from [KeepInFrame(*room, content, mode="shrink")] if report.one_page else content


def _signature(office: Office, width: float) -> Flowable:
    lines: list[Flowable] = [Spacer(1, 6)]
    for line in signature(office):
        bold = pdf_text.BOLD if line == office.chief.name else pdf_text.PLAIN
        look = pdf_text.style(9.5, font=bold)
        look.leftIndent = width * 0.68
        lines.append(Paragraph(markup(line) or "&nbsp;", look))
    return KeepTogether([*lines, Spacer(1, 6)])
