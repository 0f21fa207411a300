"""The agenda as a workbook: read back with its dates, texts, gaps, filter and print setup."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents.agenda import TITLES, AgendaSheet, count_words, write_agenda
from desktop_app.domain.letterbook import AgendaRow, NumberBook, NumberEntry, Use
from desktop_app.domain.letters import LetterState, Paper

BOOK = NumberBook(key="dinas", name="Buku nomor dinas", pattern="500.15.14/{nomor}/{kode}/{tahun}", code="DISNAKER")
AT = datetime(2026, 3, 12, 9, 30)
KINDS: Mapping[str, str] = {"imbauan": "Surat Imbauan Kepala Dinas"}


def entry(number: int, use: Use = Use.SURAT, **changes: object) -> NumberEntry:
    made = NumberEntry(
        book="dinas", year=2026, number=number, use=use, text=f"500.15.14/{number}/DISNAKER/2026",
        day=date(2026, 3, 12), subject="Imbauan pendaftaran", addressee="PT Contoh", letter_id=number, void=False,
        reason="", at=AT, by="petugas",
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


ROWS = (
    AgendaRow(entry=entry(1), state=LetterState.TERKIRIM, kind="imbauan"),
    AgendaRow(entry=entry(2, void=True, reason="Salah alamat"), state=LetterState.BATAL, kind="imbauan"),
    AgendaRow(entry=entry(5, Use.KERTAS, subject='=HYPERLINK("http://contoh")', addressee="@Sekretaris"), state=None),
    AgendaRow(entry=entry(6, Use.CADANGAN, text="", day=None, subject="SE pekerja rentan", addressee=""), state=None),
)
AGENDA = AgendaSheet(
    agency="Dinas Tenaga Kerja Kabupaten Contoh", book=BOOK, year=2026, rows=ROWS, gaps=((3, 4),), kinds=KINDS,
    paper=Paper.A4, made_at=AT, made_by="Ni Made Contoh", version="1.0",
)  # fmt: skip


@pytest.fixture
def sheet(tmp_path: Path) -> Worksheet:
    write_agenda(AGENDA, tmp_path / "agenda.xlsx")
    return load_workbook(tmp_path / "agenda.xlsx").worksheets[0]


def test_every_number_and_every_gap_has_its_row(sheet: Worksheet) -> None:
    shown = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    at, by = datetime(2026, 3, 12), "petugas, 12 Maret 2026"
    kind, text = KINDS["imbauan"], "500.15.14/{}/DISNAKER/2026"
    assert shown == [
        list(TITLES),
        [1, text.format(1), at, "Imbauan pendaftaran", "PT Contoh", kind, "terkirim", None, by],
        [2, text.format(2), at, "Imbauan pendaftaran", "PT Contoh", kind, "batal", "Salah alamat", by],
        [3, "–", "–", "Nomor 3–4 belum dipakai (2 nomor)", None, None, "celah", None, None],
        [5, text.format(5), at, '=HYPERLINK("http://contoh")', "@Sekretaris", None, "di luar Cakupan", None, by],
        [6, "–", "–", "SE pekerja rentan", None, None, "dicadangkan", None, by],
    ]


def test_text_that_looks_like_a_formula_stays_text(sheet: Worksheet) -> None:
    for place in ("D9", "E9"):
        cell = sheet[place]
        assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert sheet["C6"].is_date
    assert sheet["A6"].data_type == "n"


def test_it_is_ready_to_be_filtered_and_printed(sheet: Worksheet) -> None:
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("C6", "A5:I10", "$5:$5")
    assert sheet.print_area == "'Agenda 2026'!$A$1:$I$10"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    page = sheet.sheet_properties.pageSetUpPr
    assert page is not None
    assert (sheet.page_setup.fitToWidth, page.fitToPage) == (1, True)


def test_the_head_says_what_it_is_and_what_it_holds(sheet: Worksheet) -> None:
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == [
        "Agenda nomor surat tahun 2026: Buku nomor dinas",
        "Dinas Tenaga Kerja Kabupaten Contoh. Pola 500.15.14/{nomor}/{kode}/{tahun}",
        "2 surat, 1 di luar Cakupan, 1 dicadangkan; 1 di antaranya batal; 2 nomor celah."
        " Dibuat 12 Maret 2026 pukul 09.30 oleh Ni Made Contoh, Cakupan 1.0",
    ]


def test_an_empty_year_and_f4_paper(tmp_path: Path) -> None:
    write_agenda(replace(AGENDA, rows=(), gaps=(), paper=Paper.F4), tmp_path / "kosong.xlsx")
    sheet = load_workbook(tmp_path / "kosong.xlsx").worksheets[0]
    assert (sheet.max_row, sheet.auto_filter.ref, sheet.page_setup.paperSize) == (5, "A5:I5", 14)
    assert count_words((), ()) == "0 surat; tanpa celah"
