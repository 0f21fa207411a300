"""Files by their content, never by their name: Excel old and new, ODS, CSV; what else comes is refused in words."""

import csv
import hashlib
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from desktop_app.domain.errors import EmptyWorkbook, LockedWorkbook, MissingFile, NotAWorkbook, UnreadableFile
from desktop_app.ingest.grid import Grid, Merged, Row, is_empty

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOK_PART = re.compile(r"xl/\w+\.(?:xml|bin)")
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_SEPARATORS = ";\t,|"
_SAMPLED_LINES = 50


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A workbook whose cells can be read. `file` is its name without folders."""

    file: str
    sha256: str
    size: int
    grids: tuple[Grid, ...]


def open_file(path: Path) -> OpenedFile:
    """Open a workbook.

    Raises:
        MissingFile, UnreadableFile, NotAWorkbook, EmptyWorkbook, LockedWorkbook: each with what to do.
    """
    data = _bytes(path)
    if not data.strip():
        raise EmptyWorkbook(path.name)
    grids = _grids(path.name, data)
    if all(is_empty(row) for grid in grids for row in grid.rows()):
        raise EmptyWorkbook(path.name)
    return OpenedFile(path.name, hashlib.sha256(data).hexdigest(), len(data), grids)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise MissingFile(path.name) from error
    except OSError as error:
        raise UnreadableFile(path.name) from error


def _grids(file: str, data: bytes) -> tuple[Grid, ...]:
    if data.startswith(_ZIP):
        _check_zip(file, data)
        return _workbook(file, data)
    if data.startswith(_OLE):
        _check_ole(file, data)
        return _workbook(file, data)
    return (_csv(file, data),)


def _check_zip(file: str, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            if any(_WORKBOOK_PART.fullmatch(name) for name in names):
                return
            if "mimetype" in names and package.read("mimetype").startswith(_ODS):
                manifest = package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
                if b"encryption-data" in manifest:
                    raise LockedWorkbook(file)
                return
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, RuntimeError) as error:
        # RuntimeError: a member that is encrypted or packed in a way that zipfile does not know.
        raise NotAWorkbook(file) from error
    raise NotAWorkbook(file)


def _check_ole(file: str, data: bytes) -> None:
    """An encrypted .xlsx hides in the same container as the .xls of old."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise LockedWorkbook(file)
    if not any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        raise NotAWorkbook(file)


def _workbook(file: str, data: bytes) -> tuple[Grid, ...]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return tuple(
            _grid(book.get_sheet_by_name(sheet.name), hidden=sheet.visible is not SheetVisibleEnum.Visible)
            for sheet in book.sheets_metadata
            if sheet.typ is SheetTypeEnum.WorkSheet
        )
    except PasswordError as error:
        raise LockedWorkbook(file) from error
    except CalamineError as error:
        raise NotAWorkbook(file) from error


def _grid(sheet: CalamineSheet, *, hidden: bool) -> Grid:
    merged = tuple(Merged(top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())
    height = sheet.end[0] + 1 if sheet.end else 0
    return Grid(sheet.name, partial(_rows, sheet), height, merged, hidden)


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    """calamine keeps the empty rows above the data but not the empty columns left of it."""
    if sheet.start is None:
        return
    left: list[str] = [""] * sheet.start[1]
    for row in sheet.iter_rows():
        yield [*left, *row] if left else row


def _csv(file: str, data: bytes) -> Grid:
    text = _text(data)
    if text is None:
        raise NotAWorkbook(file)
    lines = [line for line in text.splitlines() if line.strip()][:_SAMPLED_LINES]
    separator = _separator(lines)
    if separator is None:
        raise NotAWorkbook(file)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise NotAWorkbook(file) from error
    return Grid(Path(file).stem, rows.__iter__, len(rows))


def _text(data: bytes) -> str | None:
    """Text in UTF-8, UTF-16 with its mark, or the code page of Windows; None for anything that is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if re.search(rb"[\x00-\x08\x0e-\x1f]", data[:100_000]) or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _separator(lines: list[str]) -> str | None:
    """The separator that most lines hold equally often; None where the text is no table."""
    best: tuple[int, int, str] | None = None
    for separator in _SEPARATORS:
        counts = Counter(len(next(csv.reader([line], delimiter=separator))) - 1 for line in lines)
        del counts[0]
        if counts:
            columns, often = max(counts.items(), key=lambda item: (item[1], item[0]))
            if often >= 2 and (best is None or (often, columns) > best[:2]):
                best = (often, columns, separator)
    return best[2] if best else None
