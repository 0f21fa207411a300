"""What a column lets in: drop-downs, formats, and the sentences that Excel shows for a wrong entry."""

from collections.abc import Mapping

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents.blank.choices import Choices
from desktop_app.documents.blank.columns import Entry, TemplateColumn

ROWS = 5000
"""Rows below the header that are checked while they are filled in."""
_TEXT, _DAY, _WHOLE = "@", "dd\\-mm\\-yyyy", "#,##0"
FORMATS = {
    Entry.NUMBERED: "0", Entry.DAY: _DAY, Entry.COUNT: _WHOLE, Entry.RUPIAH: _WHOLE, Entry.SUM: _WHOLE,
}  # fmt: skip
"""Number formats; every other entry is text."""
_OLDEST = "DATE(1930,1,1)"
_LONGEST_TITLE, _LONGEST_TEXT = 32, 255

Places = Mapping[Entry, int]


def alignment_of(entry: Entry) -> Alignment:
    """Numbers stand right, short choices in the middle, texts left with some air."""
    if entry in (Entry.COUNT, Entry.RUPIAH, Entry.SUM):
        return Alignment(vertical="center", indent=1, horizontal="right")
    if entry in (Entry.NUMBERED, Entry.DAY, Entry.CHOICE):
        return Alignment(vertical="center", horizontal="center")
    return Alignment(vertical="center", horizontal="left", indent=1)


def format_of(entry: Entry) -> str:
    return FORMATS.get(entry, _TEXT)


def add_checks(sheet: Worksheet, columns: tuple[TemplateColumn, ...], first_row: int, choices: Choices) -> None:
    """A check for every column that has one, over all rows that can be filled in."""
    places = {column.entry: place for place, column in enumerate(columns, start=1)}
    for place, column in enumerate(columns, start=1):
        check = _check(column, place, first_row, choices, places)
        if check is not None:
            letter = get_column_letter(place)
            check.add(f"{letter}{first_row}:{letter}{first_row + ROWS - 1}")
            sheet.add_data_validation(check)


def told(check: DataValidation, title: str, error: str, prompt: str = "") -> DataValidation:
    """A check with its sentences; wrong entries are refused."""
    check.errorTitle, check.error = title[:_LONGEST_TITLE], error[:_LONGEST_TEXT]
    check.showErrorMessage = True
    if prompt:
        check.promptTitle, check.prompt = title[:_LONGEST_TITLE], prompt[:_LONGEST_TEXT]
        check.showInputMessage = True
    return check


def listed(formula: str, title: str, what: str = "Pilih salah satu dari daftar.") -> DataValidation:
    return told(
        DataValidation(type="list", formula1=formula, allow_blank=True), title, f"Isian ini tidak ada di daftar. {what}"
    )


def _check(column: TemplateColumn, place: int, row: int, choices: Choices, places: Places) -> DataValidation | None:
    cell = f"${get_column_letter(place)}{row}"
    regency, district = (_cell(places, entry, row) for entry in (Entry.REGENCY, Entry.DISTRICT))
    match column.entry:
        case Entry.DIGITS:
            return _digits(column, cell)
        case Entry.DAY:
            return _day(column)
        case Entry.COUNT | Entry.RUPIAH:
            return _whole(column)
        case Entry.CHOICE:
            return listed(f'"{",".join(column.choices)}"', column.title, f"Pilih {_or(column.choices)}.")
        case Entry.REGENCY:
            return listed(choices.regency_list(), column.title)
        case Entry.DISTRICT:
            return listed(choices.district_list(regency), column.title)
        case Entry.VILLAGE:
            return listed(
                choices.village_list(regency, district),
                column.title,
                "Pilih kecamatannya dulu, lalu pilih dari daftar.",
            )
        case _:
            return None


def _cell(places: Places, entry: Entry, row: int) -> str:
    return f"${get_column_letter(places[entry])}{row}" if entry in places else ""


def _digits(column: TemplateColumn, cell: str) -> DataValidation:
    lengths = ",".join(f"LEN({cell})={length}" for length in column.lengths)
    wanted = _or([str(length) for length in column.lengths])
    return told(
        DataValidation(type="custom", formula1=f"AND(ISTEXT({cell}),OR({lengths}),ISNUMBER(VALUE({cell})))", allow_blank=True),
        column.title, f"{column.title} terdiri dari {wanted} angka, ditulis sebagai teks tanpa spasi dan titik. Periksa lagi, lalu tulis ulang.",
        column.help,
    )  # fmt: skip


def _day(column: TemplateColumn) -> DataValidation:
    return told(
        DataValidation(type="date", operator="between", formula1=_OLDEST, formula2="TODAY()", allow_blank=True),
        column.title, "Tulis tanggal antara 01-01-1930 dan hari ini, misalnya 31-12-1990.", column.help,
    )  # fmt: skip


def _whole(column: TemplateColumn) -> DataValidation:
    return told(
        DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True),
        column.title, "Tulis bilangan bulat mulai dari 0, tanpa titik dan huruf. Kosongkan bila tidak diketahui.",
    )  # fmt: skip


def _or(words: tuple[str, ...] | list[str]) -> str:
    return " atau ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
