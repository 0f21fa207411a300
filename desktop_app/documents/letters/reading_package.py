"""The parts of a .docx, opened with care: letters and templates travel between offices."""

import io
import posixpath
import zipfile
from typing import ClassVar

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.domain.errors import AppError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"

LARGEST_FILE, LARGEST_PART, MOST_PARTS = 200 << 20, 300 << 20, 5000
"""Bytes of the file, bytes of all its parts unpacked, number of parts: 716 merged letters need a tenth of it."""
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP[1:-1].encode()),
)
"""Word's “Strict Open XML” has the same elements under other names."""


class UnreadableLetter(AppError):
    """A file that should be a Word document cannot be shown; it is not changed."""

    title: ClassVar[str] = "Surat tidak dapat ditampilkan"
    hint: ClassVar[str] = "Buka berkas itu di Word dan simpan lagi sebagai “Word Document (.docx)”, lalu coba lagi."

    def __init__(self, why: str) -> None:
        super().__init__(f"Berkas surat tidak dapat dibaca: {why}.")


class Package:
    """A .docx; parts are named as in the file (“word/document.xml”). UnreadableLetter: not one, damaged, or a bomb."""

    def __init__(self, data: bytes) -> None:
        if len(data) > LARGEST_FILE:
            raise UnreadableLetter("terlalu besar")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise UnreadableLetter("bukan dokumen Word (.docx)") from error
        entries = self._zip.infolist()
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_PART:
            raise UnreadableLetter("isinya terlalu besar bila dibuka")
        self._names = {entry.filename for entry in entries}
        self.main = self._main()

    def bytes(self, name: str) -> bytes:
        """Empty where there is no such part."""
        if name not in self._names:
            return b""
        try:
            return self._zip.read(name)
        except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
            raise UnreadableLetter(f"bagian “{name}” rusak atau terkunci") from error
        except Exception as error:
            # zlib.error has no common ancestor with the others.
            raise UnreadableLetter(f"bagian “{name}” rusak") from error

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part; None where there is no such part."""
        data = self.bytes(name)
        if not data:
            return None
        if b"http://purl.oclc.org/ooxml/" in data[:4000]:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableLetter(f"bagian “{name}” rusak") from error
        if root.getroottree().docinfo.doctype:
            raise UnreadableLetter(f"bagian “{name}” berisi hal yang tidak ada di dokumen Word")
        return root

    def links(self, part: str) -> dict[str, str]:
        """Relationship id -> part inside the file; links to elsewhere are left out."""
        return {key: target for key, (_, target) in self._relations(part).items()}

    def of_type(self, part: str, kind: str) -> str:
        """The part that `part` names as its `kind` (“styles”, “numbering”); empty if it has none."""
        found = (target for found, target in self._relations(part).values() if found.endswith(f"/{kind}"))
        return next(found, "")

    def _main(self) -> str:
        name = self.of_type("", "officeDocument")
        if name not in self._names:
            raise UnreadableLetter("bukan dokumen Word (.docx)")
        return name

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        return {
            one.get("Id", ""): (one.get("Type", ""), _resolved(folder, one.get("Target", "")))
            for one in root.iter(f"{_PACKAGE}Relationship")
            if one.get("TargetMode") != "External"
        }


def _resolved(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def value(parent: etree._Element | None, name: str, attribute: str = "val") -> str | None:
    """Attribute of a child of Word's own namespace; None where either is missing."""
    if parent is None:
        return None
    child = parent.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}{attribute}")


def switched(parent: etree._Element | None, name: str) -> bool | None:
    """A property that is on or off; None where it is not said."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def number(text: str | None, default: float = 0) -> float:
    """A number in an attribute; hostile or odd ones count as `default`."""
    try:
        found = float(text) if text else default
    except ValueError:
        return default
    return found if -1e6 < found < 1e6 else default


def points(text: str | None, default: float = 0) -> float:
    """Twentieths of a point, or a length with its unit (“2cm”), as points."""
    if text is None:
        return default
    for unit, factor in (("mm", 72 / 25.4), ("cm", 72 / 2.54), ("in", 72.0), ("pt", 1.0), ("pc", 12.0), ("pi", 12.0)):
        if text.endswith(unit):
            return number(text[: -len(unit)]) * factor
    return number(text, default * 20) / 20
