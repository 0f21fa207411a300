"""Writes the rows of a file of another format as a plain .xlsx: the same sheets, rows, columns, values and types."""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from math import isfinite
from pathlib import Path
from typing import IO

from desktop_app.documents.returning.names import letters
from desktop_app.domain.sheets import Tick, silent

Value = int | float | str | bool | date | datetime | time | timedelta
Merge = tuple[int, int, int, int]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_DAY = datetime(1899, 12, 30)
_OLDEST = date(1900, 3, 1)
"""Before this day Excel's calendar is wrong."""
_LONG_NUMBER = 10**11
_FEWEST_DIGITS = 6
_GENERAL, _TEXT, _DAY, _MOMENT, _TIME, _DURATION, _WHOLE = range(7)
_FORMATS = (0, 49, 164, 165, 166, 167, 1)
_CUSTOM = {164: "dd\\-mm\\-yyyy", 165: "dd\\-mm\\-yyyy\\ hh:mm", 166: "hh:mm:ss", 167: "[h]:mm:ss"}
_WIDTH_ROWS, _NARROW, _WIDE = 200, 9, 46
_TICK_ROWS = 500
_PIECE = 2000
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_BAD_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainSheet:
    """One sheet; `rows()` from Excel's row 1 and column A. Merged ranges, hidden rows and columns count from 0."""

    name: str
    rows: Callable[[], Iterator[Sequence[Value]]]
    merged: tuple[Merge, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def write_plain(path: Path, sheets: Sequence[PlainSheet], tick: Tick = silent) -> None:
    """Write the sheets to a new file. Their names must be such as Excel takes (`sheet_names`)."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, text in _parts(sheets).items():
            package.writestr(name, _HEAD + text)
        for number, sheet in enumerate(sheets, start=1):
            with package.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as part:
                _write_sheet(part, sheet, tick)


def sheet_names(names: Iterable[str], empty: str = "Lembar1") -> dict[str, str]:
    """Names of sheets as Excel takes them: short, without its special characters, each once."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        plain = _BAD_NAME.sub(" ", name).strip(" '")[:_LONGEST_NAME] or empty
        free, number = plain, 2
        while free.casefold() in taken:
            free, number = f"{plain[: _LONGEST_NAME - 5]} ({number})", number + 1
        taken.add(free.casefold())
        found[name] = free
    return found


def _write_sheet(part: IO[bytes], sheet: PlainSheet, tick: Tick) -> None:
    head = list(islice(sheet.rows(), _WIDTH_ROWS))
    part.write(f'{_HEAD}<worksheet xmlns="{_MAIN}">{_columns(head, sheet.hidden_columns)}<sheetData>'.encode())
    piece: list[str] = []
    for number, row in enumerate(sheet.rows(), start=1):
        if row:
            piece.append(_row(number, row, number - 1 in sheet.hidden_rows))
        if len(piece) == _PIECE:
            part.write("".join(piece).encode())
            piece.clear()
        if number % _TICK_ROWS == 0:
            tick(number, 0)
    part.write("".join(piece).encode())
    part.write(f"</sheetData>{_merges(sheet.merged)}</worksheet>".encode())


def _row(number: int, row: Sequence[Value], hidden: bool) -> str:
    cells = "".join([_cell(column, number, value) for column, value in enumerate(row, start=1) if value != ""])
    return f'<row r="{number}"{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}>{cells}</row>'


def _cell(column: int, number: int, value: Value) -> str:
    place = f"{_letters(column)}{number}"
    if isinstance(value, str):
        style = f' s="{_TEXT}"' if len(value) >= _FEWEST_DIGITS and value.isdigit() else ""
        return f'<c r="{place}"{style} t="inlineStr"><is><t xml:space="preserve">{_escaped(value)}</t></is></c>'
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return _number(place, value)
    return _moment(place, value)


def _number(place: str, value: float) -> str:
    """Without “.0”; a long one (a NIK typed as a number) with all its digits in sight."""
    if not isfinite(value):
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
    exact = int(value) if value == int(value) else value
    style = f' s="{_WHOLE}"' if isinstance(exact, int) and abs(exact) >= _LONG_NUMBER else ""
    return f'<c r="{place}"{style}><v>{exact!r}</v></c>'


def _moment(place: str, value: date | datetime | time | timedelta) -> str:
    if isinstance(value, date) and (value.date() if isinstance(value, datetime) else value) < _OLDEST:
        return f'<c r="{place}" t="inlineStr"><is><t>{value:%d-%m-%Y}</t></is></c>'
    style, serial = _serial(value)
    return f'<c r="{place}" s="{style}"><v>{serial!r}</v></c>'


def _serial(value: date | datetime | time | timedelta) -> tuple[int, float]:
    """A style, and the days since the last of December 1899."""
    day = timedelta(days=1)
    if isinstance(value, timedelta):
        return _DURATION, value / day
    if isinstance(value, time):
        return _TIME, timedelta(hours=value.hour, minutes=value.minute, seconds=value.second) / day
    if isinstance(value, datetime):
        return (_DAY if value.time() == time() else _MOMENT), (value.replace(tzinfo=None) - _FIRST_DAY) / day
    return _DAY, (datetime(value.year, value.month, value.day) - _FIRST_DAY) / day


def _escaped(text: str) -> str:
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if not text.isprintable():
        text = _UNWRITABLE.sub(" ", text).replace("\r", "&#13;")
    return _ESCAPE_LIKE.sub("_x005F_", text) if "_x" in text else text


_LETTERS: list[str] = [""]


def _letters(column: int) -> str:
    """`letters`, remembered: it is asked for every cell."""
    while len(_LETTERS) <= column:
        _LETTERS.append(letters(len(_LETTERS)))
    return _LETTERS[column]


def _columns(head: Sequence[Sequence[Value]], hidden: frozenset[int]) -> str:
    """Widths by the first rows; a title that reaches over the columns beside it does not count."""
    widths: dict[int, int] = {}
    for row in head:
        if sum(value != "" for value in row) > 1:
            for column, value in enumerate(row):
                widths[column] = max(widths.get(column, _NARROW), min(len(str(value)) + 2, _WIDE))
    columns = [
        f'<col min="{column + 1}" max="{column + 1}" width="{widths.get(column, _NARROW)}" customWidth="1"'
        f"{' hidden=' + chr(34) + '1' + chr(34) if column in hidden else ''}/>"
        for column in sorted({*widths, *hidden})
    ]
    return f"<cols>{''.join(columns)}</cols>" if columns else ""


def _merges(merged: Sequence[Merge]) -> str:
    refs = [
        f'<mergeCell ref="{letters(left + 1)}{top + 1}:{letters(right + 1)}{bottom + 1}"/>'
        for top, left, bottom, right in merged
        if (top, left) != (bottom, right)
    ]
    return f'<mergeCells count="{len(refs)}">{"".join(refs)}</mergeCells>' if refs else ""


def _parts(sheets: Sequence[PlainSheet]) -> dict[str, str]:
    """Everything but the sheets themselves."""
    numbers = range(1, len(sheets) + 1)
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_KIND}.worksheet+xml"/>'
        for number in numbers
    )
    listed = "".join(
        f'<sheet name="{_escaped(sheet.name).replace(chr(34), "&quot;")}" sheetId="{number}" r:id="rId{number}"'
        f"{' state=' + chr(34) + 'hidden' + chr(34) if sheet.hidden else ''}/>"
        for number, sheet in zip(numbers, sheets, strict=True)
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    last = len(sheets) + 1
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>{types}</Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
            f'<Relationship Id="rId{last}" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
        ),
        "xl/styles.xml": _styles(),
    }


def _styles() -> str:
    formats = "".join(f'<numFmt numFmtId="{number}" formatCode="{code}"/>' for number, code in _CUSTOM.items())
    cells = "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for number in _FORMATS
    )
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="{len(_CUSTOM)}">{formats}</numFmts>'
        '<fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(_FORMATS)}">{cells}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
