"""The list of letters that were written together, as .xlsx: who got which file, with which figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents.excel import (
    ABSENT,
    DAY,
    NO_DATA,
    NOTE,
    SHARE,
    TEXT,
    TITLE,
    WHOLE,
    Look,
    Value,
    dated,
    numeric,
    put,
    put_over,
    set_page,
    set_widths,
    table_header,
    table_rows,
)
from desktop_app.domain.sheets import Tick, silent

SHEET = "Daftar surat"
_HEAD_ROW = 4
_BEFORE = ("No.", "Nomor surat", "Penerima", "Wilayah", "Berkas")
_AFTER = ("Batas waktu", "Keadaan")
_WIDTHS, _FIGURE, _LATER = (5, 25, 26, 24, 30), 13, (17, 13)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    """`figures` in the order of the index's titles; None where nothing is known."""

    number: str
    addressee: str
    region: str
    file: str
    figures: tuple[int | float | str | None, ...]
    deadline: date | None
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterIndex:
    """`shares`: places of the figures that are shares (0.3941). `note` says of which day and data the figures are."""

    title: str
    note: str
    figures: tuple[str, ...]
    rows: tuple[IndexRow, ...]
    shares: frozenset[int] = frozenset()


def index_workbook(index: LetterIndex, tick: Tick = silent) -> bytes:
    """The list as a workbook: header that stays, filter, print titles; text from data never is a formula."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    titles = (*_BEFORE, *index.figures, *_AFTER)
    set_widths(sheet, *_WIDTHS, *(_FIGURE for _ in index.figures), *_LATER)
    put_over(sheet, 1, 1, len(titles), index.title, TITLE)
    put_over(sheet, 2, 1, len(titles), index.note, NOTE)
    numbers = frozenset(range(len(_BEFORE) + 1, len(_BEFORE) + len(index.figures) + 1)) | {1}
    table_header(sheet, _HEAD_ROW, titles, numbers)
    _write_rows(sheet, index, tick)
    _settle(sheet, len(titles), len(index.rows))
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def with_numbers(workbook: bytes, told: Mapping[str, tuple[str, str]]) -> bytes:
    """The same list with numbers and states, by the name of the file; what was added to it by hand stays.

    ValueError, KeyError: it is no such list any more.
    """
    book = load_workbook(BytesIO(workbook))
    sheet = book[SHEET]
    titles = [sheet.cell(_HEAD_ROW, column).value for column in range(1, sheet.max_column + 1)]
    number, file, state = (titles.index(title) + 1 for title in (_BEFORE[1], _BEFORE[4], _AFTER[-1]))
    for row in range(_HEAD_ROW + 1, sheet.max_row + 1):
        name = sheet.cell(row, file).value
        if isinstance(name, str) and name in told:
            for column, text in zip((number, state), told[name], strict=True):
                put(sheet, row, column, text)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _write_rows(sheet: Worksheet, index: LetterIndex, tick: Tick) -> None:
    for place, row in enumerate(index.rows, start=1):
        table_rows(sheet, _HEAD_ROW + place, [_cells(place, row, index.shares)])
        link = sheet.cell(_HEAD_ROW + place, len(_BEFORE))
        assert isinstance(link, Cell)
        link.hyperlink = row.file
        tick(place, len(index.rows))


def _cells(place: int, row: IndexRow, shares: frozenset[int]) -> list[tuple[Value, Look]]:
    words = [(text, TEXT) for text in (row.number, row.addressee, row.region, row.file)]
    figures = [_figure(value, SHARE if at in shares else WHOLE) for at, value in enumerate(row.figures)]
    deadline: tuple[Value, Look] = (row.deadline, dated(DAY)) if row.deadline else ("belum ditentukan", ABSENT)
    return [(place, numeric(WHOLE)), *words, *figures, deadline, (row.state, TEXT)]


def _figure(value: int | float | str | None, number_format: str) -> tuple[Value, Look]:
    if value is None:
        return NO_DATA, ABSENT
    return value, TEXT if isinstance(value, str) else numeric(number_format)


def _settle(sheet: Worksheet, columns: int, rows: int) -> None:
    last = get_column_letter(columns)
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEAD_ROW}:{last}{_HEAD_ROW + rows}"
    set_page(sheet, landscape=True, footer=SHEET, header_row=_HEAD_ROW)
    sheet.print_area = f"A1:{last}{_HEAD_ROW + rows}"
