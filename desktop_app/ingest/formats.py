"""Files by their content, never by their name; what cannot be read is refused in words before it can do harm."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.errors import (
    EmptyWorkbook,
    MissingFile,
    NotAWorkbook,
    TooLargeWorkbook,
    UnreadableFile,
    ZippedFile,
)
from desktop_app.ingest.files import limits
from desktop_app.ingest.files.delimited import read_delimited
from desktop_app.ingest.files.html_tables import looks_like_html, read_html
from desktop_app.ingest.files.ods import is_ods, read_flat_ods, read_ods
from desktop_app.ingest.files.text_file import TextFile, text_file
from desktop_app.ingest.files.web_archive import looks_like_web_archive, read_web_archive
from desktop_app.ingest.files.xls import read_records, read_xls
from desktop_app.ingest.files.xlsb import read_xlsb
from desktop_app.ingest.files.xlsx import read_xlsx
from desktop_app.ingest.files.xml_2003 import looks_like_xml_2003, read_xml_2003
from desktop_app.ingest.files.zip_guard import Package
from desktop_app.ingest.grid import Grid

_ZIP = b"PK\x03\x04"
_BLANKS = b"\xef \t\r\n"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLDEST = "berkas Excel 4 atau lebih lama"
_BARE_RECORDS = b"\x09\x08"
"""Some programs write the records of an .xls without a container."""
_KNOWN = {
    b"\x09\x00\x04\x00": _OLDEST,
    b"\x09\x02\x06\x00": _OLDEST,
    b"\x09\x04\x06\x00": _OLDEST,
    b"%PDF": "berkas PDF",
    b"\x89PNG": "gambar",
    b"\xff\xd8\xff": "gambar",
    b"GIF8": "gambar",
    b"{\\rtf": "dokumen Word",
    b"Rar!": "arsip RAR",
    b"7z\xbc\xaf": "arsip 7-Zip",
    b"\x1f\x8b": "arsip gzip",
    b"SQLite format 3": "basis data",
}
_WORKSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv")
_SHEET_PART = re.compile(r"(?:^|/)(?:workbook\d*\.(?:xml|bin)|sharedstrings\.xml)$|/worksheets/")
_DOCUMENT = re.compile(r"^(?:word|ppt)/")


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A workbook whose cells can be read. `file` is its name without folders."""

    file: str
    sha256: str
    size: int
    grids: tuple[Grid, ...]


def open_file(path: Path) -> OpenedFile:
    """Open a workbook; one without a filled cell is sound, its grids are empty.

    Raises:
        MissingFile, UnreadableFile, NotAWorkbook, EmptyWorkbook, LockedWorkbook, DamagedWorkbook, UnsafeWorkbook,
        TooLargeWorkbook: each with what to do. `Grid.rows()` may raise DamagedWorkbook as well.
    """
    data = _bytes(path)
    if not data.strip():
        raise EmptyWorkbook(path.name)
    grids = _grids(path.name, data)
    if not grids:
        raise EmptyWorkbook(path.name)
    if sum(grid.height for grid in grids) > limits.TOTAL_ROWS:
        raise TooLargeWorkbook(path.name, f"lebih dari {limits.TOTAL_ROWS // 1_000_000} juta baris di semua lembar")
    return OpenedFile(path.name, hashlib.sha256(data).hexdigest(), len(data), grids)


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise NotAWorkbook(path.name, "folder")
    try:
        if path.stat().st_size > limits.FILE_BYTES:
            raise TooLargeWorkbook(path.name, f"lebih dari {limits.FILE_BYTES // limits.MIB} MB")
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise MissingFile(path.name) from error
    except OSError as error:
        raise (MissingFile if path.is_dir() else UnreadableFile)(path.name) from error


def _grids(file: str, data: bytes) -> tuple[Grid, ...]:
    # Web servers put blank lines before what they export.
    bare = data.lstrip(b"\xef\xbb\xbf \t\r\n") if data[:1] in _BLANKS else data
    data = bare if bare.startswith((_ZIP, _OLE)) else data
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return _zipped(Package(file, data), data)
    if data.startswith(_OLE):
        return read_xls(file, data)
    if data.startswith(_BARE_RECORDS):
        return read_records(file, data)
    for mark, what in _KNOWN.items():
        if data.startswith(mark):
            raise NotAWorkbook(file, what)
    text = text_file(data)
    if text is None:
        raise NotAWorkbook(file)
    return _text(file, data, text)


def _zipped(package: Package, data: bytes) -> tuple[Grid, ...]:
    if is_ods(package):
        return read_ods(package)
    if "xl/workbook.bin" in package:
        return read_xlsb(package)
    if any(_SHEET_PART.search(name) for name in package.names):
        return read_xlsx(package, data)
    if any(_DOCUMENT.match(name) for name in package.names):
        raise NotAWorkbook(package.file, "dokumen Word atau PowerPoint")
    if any(name.endswith(_WORKSHEETS) for name in package.names):
        raise ZippedFile(package.file)
    raise NotAWorkbook(package.file)


def _text(file: str, data: bytes, text: TextFile) -> tuple[Grid, ...]:
    head = text.head(4096)
    if looks_like_xml_2003(head):
        return read_xml_2003(file, data)
    if "office:document" in head and "<" in head:
        return read_flat_ods(file, data)
    if looks_like_web_archive(head):
        return read_web_archive(file, data)
    if looks_like_html(head):
        return read_html(file, text)
    return (read_delimited(file, text),)
