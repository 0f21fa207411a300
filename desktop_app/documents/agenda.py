"""The agenda of a number book in one year as an Excel workbook: every number, and the ones that nobody has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents import colours
from desktop_app.documents.excel import (
    ABSENT,
    FONT,
    HEADING,
    SHORT_DAY,
    SUBTITLE,
    TEXT,
    WHOLE,
    Look,
    Value,
    dated,
    numeric,
    put,
    set_page,
    set_widths,
    table_header,
    table_rows,
)
from desktop_app.documents.files import replacing
from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.letterbook import AgendaRow, NumberBook, Use
from desktop_app.domain.letters import LetterState, Paper

GAP = "celah"
TITLES = ("No.", "Nomor surat", "Tanggal", "Hal", "Penerima", "Jenis", "Keadaan", "Keterangan", "Dicatat oleh")
_WIDTHS = (9, 30, 13, 46, 28, 24, 16, 30, 26)
_HEADER_ROW = 5
_LAST_COLUMN = len(TITLES)
_FOLIO = 14
"""Excel's name of paper of 8.5 × 13 inches, which is F4."""
_NONE = replace(ABSENT, align="left")
_QUIET = replace(TEXT, italic=True, colour=colours.TEXT_SECOND)
_GAP_LOOK = replace(TEXT, italic=True, colour=colours.TEXT_SECOND, fill=colours.HEADER)
Cells = list[tuple[Value, Look]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaSheet:
    """What the workbook says. `rows` by number; `gaps`: ranges that nobody has; `kinds`: key of a kind -> its title."""

    agency: str
    book: NumberBook
    year: int
    rows: tuple[AgendaRow, ...]
    gaps: tuple[tuple[int, int], ...]
    kinds: Mapping[str, str]
    paper: Paper
    made_at: datetime
    made_by: str
    version: str


def write_agenda(agenda: AgendaSheet, path: Path) -> None:
    """Write the workbook to `path`. FileInUse: it is open in Excel and stays as it was."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = f"Agenda {agenda.year}"
    book._named_styles["Normal"].font = Font(name=FONT, size=10)  # type: ignore[attr-defined]
    _fill(sheet, agenda)
    properties = book.properties
    properties.title, properties.creator = f"Agenda {agenda.book.name} {agenda.year}", "Cakupan"
    properties.created = agenda.made_at
    with replacing(path) as beside:
        book.save(beside)


def _fill(sheet: Worksheet, agenda: AgendaSheet) -> None:
    set_widths(sheet, *_WIDTHS)
    put(sheet, 1, 1, f"Agenda nomor surat tahun {agenda.year}: {agenda.book.name}", HEADING)
    put(sheet, 2, 1, f"{agenda.agency}{'. ' if agenda.agency else ''}Pola {agenda.book.pattern}", SUBTITLE)
    put(sheet, 3, 1, f"{count_words(agenda.rows, agenda.gaps)}. {_made(agenda)}", SUBTITLE)
    table_header(sheet, _HEADER_ROW, TITLES, frozenset({1}))
    after = table_rows(sheet, _HEADER_ROW + 1, list(_lines(agenda)))
    last = max(after - 1, _HEADER_ROW)
    area = f"A{_HEADER_ROW}:{get_column_letter(_LAST_COLUMN)}{last}"
    sheet.auto_filter.ref = area
    sheet.freeze_panes = f"C{_HEADER_ROW + 1}"
    footer = f"Agenda {agenda.book.name} {agenda.year}"
    set_page(sheet, landscape=True, footer=footer, header_row=_HEADER_ROW)
    sheet.print_area = f"A1:{get_column_letter(_LAST_COLUMN)}{last}"
    if agenda.paper is Paper.F4:
        sheet.page_setup.paperSize = _FOLIO


def count_words(rows: tuple[AgendaRow, ...], gaps: tuple[tuple[int, int], ...]) -> str:
    """“716 surat, 2 di luar Cakupan, 5 cadangan; 1 di antaranya batal; 3 nomor celah”."""
    uses = [row.entry.use for row in rows]
    void = sum(row.entry.void for row in rows)
    missing = sum(last - first + 1 for first, last in gaps)
    words = [f"{number(uses.count(Use.SURAT))} surat"]
    if uses.count(Use.KERTAS):
        words.append(f"{number(uses.count(Use.KERTAS))} di luar Cakupan")
    if uses.count(Use.CADANGAN):
        words.append(f"{number(uses.count(Use.CADANGAN))} dicadangkan")
    said = ", ".join(words)
    if void:
        said += f"; {number(void)} di antaranya batal"
    return f"{said}; {number(missing)} nomor celah" if missing else f"{said}; tanpa celah"


def _made(agenda: AgendaSheet) -> str:
    made = agenda.made_at
    return f"Dibuat {long_date(made.date())} pukul {made:%H.%M} oleh {agenda.made_by}, Cakupan {agenda.version}"


def _lines(agenda: AgendaSheet) -> Iterator[Cells]:
    """Rows of the table: entries and gaps, by number."""
    lines = [(row.entry.number, _entry(row, agenda.kinds)) for row in agenda.rows]
    lines += [(first, _gap(first, last)) for first, last in agenda.gaps]
    for _, cells in sorted(lines, key=lambda line: line[0]):
        yield cells


def _entry(row: AgendaRow, kinds: Mapping[str, str]) -> Cells:
    entry = row.entry
    waits = entry.use is Use.CADANGAN
    look = _QUIET if waits or entry.void else TEXT
    return [
        (entry.number, numeric(WHOLE)),
        ("–" if waits else entry.text, _NONE if waits else look),
        (entry.day if entry.day else "–", dated(SHORT_DAY) if entry.day else _NONE),
        (entry.subject, look), (entry.addressee, look), (kinds.get(row.kind, ""), look), (state_words(row), look),
        (entry.reason, look), (f"{entry.by}, {long_date(entry.at.date())}", look),
    ]  # fmt: skip


def state_words(row: AgendaRow) -> str:
    """“terkirim”, “batal”, “di luar Cakupan”, “di luar Cakupan, batal”, “dicadangkan”."""
    if row.entry.use is Use.SURAT:
        return (LetterState.BATAL if row.entry.void else row.state or LetterState.BERNOMOR).value
    return f"{row.entry.use.value}, batal" if row.entry.void else row.entry.use.value


def _gap(first: int, last: int) -> Cells:
    """Numbers that nobody has, as one row: the first one where it can be sorted, all of them in words."""
    many = last - first + 1
    words = (
        f"Nomor {first} belum dipakai" if many == 1 else f"Nomor {first}–{last} belum dipakai ({number(many)} nomor)"
    )
    blank: Cells = [("", _GAP_LOOK)] * 2
    return [
        (first, numeric(WHOLE, fill=colours.HEADER)), ("–", replace(_NONE, fill=colours.HEADER)),
        ("–", replace(_NONE, fill=colours.HEADER)), (words, _GAP_LOOK), *blank, (GAP, _GAP_LOOK), *blank,
    ]  # fmt: skip
