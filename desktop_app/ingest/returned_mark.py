"""The mark of a returned sheet, read back: a property of the document, whatever program saved it since."""

import re
import zipfile
from pathlib import Path

import olefile

from desktop_app.domain.returned import MARK, TOKEN

_MOST_BYTES = 1 << 18
_PROPERTY = re.compile(
    rf"<(?:[\w.-]+:)?(?:property|user-defined)\b[^<>]*\bname\s*=\s*[\"']{MARK}[\"'][^<>]*>\s*(?:<(?:[\w.-]+:)?\w+[^<>]*>)?"
    rf"\s*({TOKEN.pattern})\s*<"
)
_PARTS = ("docprops/custom.xml", "meta.xml")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def mark_in(path: Path) -> str:
    """The token in a file (.xlsx and its kin, .ods, .xls); empty where there is none. Never fails: no mark is no trouble."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
        if start == _ZIP:
            return _in_package(path)
        return _in_old_file(path) if start == _OLE else ""
    except (OSError, ValueError, KeyError, RuntimeError, NotImplementedError, zipfile.BadZipFile, EOFError):
        return ""


def _in_package(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        for part in package.infolist():
            if part.filename.replace("\\", "/").lstrip("/").lower() in _PARTS:
                with package.open(part) as stream:
                    text = stream.read(_MOST_BYTES).decode("utf-8", "replace")
                if found := _PROPERTY.search(text):
                    return found[1]
    return ""


def _in_old_file(path: Path) -> str:
    """Excel 97 keeps properties of one's own in a stream of the file."""
    with olefile.OleFileIO(str(path)) as file:
        properties = file.get_userdefined_properties(["\x05DocumentSummaryInformation"])
    words = (each.get("value") for each in properties if each.get("property_name") in (MARK, MARK.encode()))
    texts = (word.decode("latin-1") if isinstance(word, bytes) else str(word) for word in words)
    return next((text for text in texts if TOKEN.fullmatch(text)), "")
