"""An Excel package: its parts, how they refer to each other, and a copy in which some of them are changed."""

import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from lxml import etree  # type: ignore[import-untyped]

PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_ROOT_RELATIONS = "_rels/.rels"
_TYPES = "[Content_Types].xml"
_SAFE = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)


def parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data, _SAFE)


def serialised(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


class Package:
    """A workbook being copied. Parts that were changed or added are held here; all others pass as they are."""

    def __init__(self, source: zipfile.ZipFile) -> None:
        self._source = source
        self._known = {_plain(info.filename): info for info in source.infolist()}
        self._changed: dict[str, bytes] = {}
        self._streamed: set[str] = set()
        self.types = parsed(self.read(_TYPES))

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._known or name in self._changed

    def read(self, name: str) -> bytes:
        return self._changed[name] if name in self._changed else self._source.read(self._known[_plain(name)])

    def xml(self, name: str) -> etree._Element:
        return parsed(self.read(name))

    @contextmanager
    def opened(self, name: str) -> Iterator[IO[bytes]]:
        with self._source.open(self._known[_plain(name)]) as stream:
            yield stream

    def size(self, name: str) -> int:
        return self._known[_plain(name)].file_size

    def change(self, name: str, data: bytes) -> None:
        """A part's new content; the part is made where there is none."""
        self._changed[name] = data

    def stream(self, name: str) -> None:
        """The caller writes this part itself."""
        self._streamed.add(_plain(name))

    def free_name(self, pattern: str) -> str:
        """`pattern` with the first number that is not taken: “xl/comments{}.xml”."""
        return next(name for number in range(1, 100_000) if (name := pattern.format(number)) not in self)

    def add_type(self, name: str, content: str) -> None:
        """Say what a new part is."""
        path = f"/{name}"
        if not any(_plain(each.get("PartName", "")) == _plain(path) for each in self.types):
            etree.SubElement(self.types, f"{{{CONTENT_TYPES}}}Override", PartName=path, ContentType=content)

    def add_default_type(self, ending: str, content: str) -> None:
        if not any(each.get("Extension", "").lower() == ending for each in self.types):
            default = etree.Element(f"{{{CONTENT_TYPES}}}Default", Extension=ending, ContentType=content)
            self.types.insert(0, default)

    def relations(self, part: str) -> etree._Element:
        """What a part refers to; `part` "" is the package itself."""
        name = _relations_of(part)
        return (
            self.xml(name)
            if name in self
            else etree.Element(f"{{{PACKAGE_RELATIONS}}}Relationships", nsmap={None: PACKAGE_RELATIONS})
        )

    def related(self, part: str, kind: str) -> dict[str, str]:
        """id -> name of the parts of a kind (“worksheet”) that `part` refers to."""
        return {
            each.get("Id", ""): _resolved(part, each.get("Target", ""))
            for each in self.relations(part)
            if each.get("Type", "").rpartition("/")[2] == kind and each.get("TargetMode") != "External"
        }

    def relate(self, part: str, kind: str, target: str) -> str:
        """Let `part` refer to `target`; the id of the reference."""
        relations = self.relations(part)
        taken = {each.get("Id") for each in relations}
        new = next(name for number in range(1, 100_000) if (name := f"rIdC{number}") not in taken)
        etree.SubElement(
            relations, f"{{{PACKAGE_RELATIONS}}}Relationship", Id=new, Type=kind if "/" in kind else f"{OFFICE}/{kind}",
            Target=f"/{target}",
        )  # fmt: skip
        self.change(_relations_of(part), serialised(relations))
        return new

    def workbook(self) -> str:
        """The name of the workbook's part."""
        return next(iter(self.related("", "officeDocument").values()))

    def write_types(self, target: zipfile.ZipFile) -> None:
        """What every part is: first in the file, where programs look that only read its beginning."""
        target.writestr(_TYPES, serialised(self.types), zipfile.ZIP_DEFLATED)
        self.stream(_TYPES)

    def copy_rest(self, target: zipfile.ZipFile) -> None:
        """Write every part that the caller has not written."""
        changed = {_plain(name): name for name in self._changed}
        for plain, info in self._known.items():
            if plain in self._streamed or info.is_dir():
                continue
            data = self._changed[changed[plain]] if plain in changed else self._source.read(info)
            target.writestr(info.filename, data, zipfile.ZIP_DEFLATED)
        for name in self._changed:
            if _plain(name) not in self._known and _plain(name) not in self._streamed:
                target.writestr(name, self._changed[name], zipfile.ZIP_DEFLATED)


@contextmanager
def opened_package(path: Path) -> Iterator[Package]:
    with zipfile.ZipFile(path) as source:
        yield Package(source)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _relations_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels" if name else _ROOT_RELATIONS


def _resolved(part: str, target: str) -> str:
    """A target as the name of a part: absolute, or from the folder of the part that refers to it."""
    target = target.replace("\\", "/")
    whole = target if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
    return posixpath.normpath(whole).lstrip("/")
