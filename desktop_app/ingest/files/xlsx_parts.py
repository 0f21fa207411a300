"""The parts of an .xlsx: which sheets there are, where each lies, and what the cells refer to.

Transitional and Strict, any prefix, absolute or relative targets, and packages whose relations were lost.
"""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

from desktop_app.domain.errors import DamagedWorkbook, NotAWorkbook
from desktop_app.ingest.files import limits
from desktop_app.ingest.files.references import whole
from desktop_app.ingest.files.serials import Shown, shown
from desktop_app.ingest.files.xml_guard import Handler, attribute, local, walk_through
from desktop_app.ingest.files.zip_guard import Package, part_name

_NUMBER = re.compile(r"\d+")
_YES = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet: its place among all sheets of the workbook, its name, its part, whether Excel hides it."""

    index: int
    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class BookParts:
    """What the workbook part and its relations say. `recovered`: relations were missing and had to be guessed."""

    workbook: str
    sheets: tuple[SheetPart, ...]
    strings: str
    styles: str
    from_1904: bool
    recovered: bool


@dataclass(frozen=True, slots=True)
class Relation:
    kind: str
    target: str


class _Relations(Handler):
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.found: dict[str, Relation] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "Relationship" and attributes.get("TargetMode", "").lower() != "external":
            target = attributes.get("Target", "").replace("\\", "/")
            place = target if target.startswith("/") else posixpath.join(self.folder, target)
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found[attributes.get("Id", "")] = Relation(kind, part_name(posixpath.normpath(place)))


class _Workbook(Handler):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "sheet":
            relation = attribute({k: v for k, v in attributes.items() if ":" in k}, "id") or ""
            self.sheets.append((attributes.get("name", ""), relation, attributes.get("state", "visible")))
        elif local(name) == "workbookPr":
            self.from_1904 = attributes.get("date1904", "").lower() in _YES


class Styles(Handler):
    """`how[s]` says what style `s` makes of a number."""

    def __init__(self) -> None:
        self.how: list[Shown] = []
        self._codes: dict[int, str] = {}
        self._inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "numFmt" if not self.how:
                self._codes[whole(attributes.get("numFmtId")) or 0] = attributes.get("formatCode", "")
            case "cellXfs":
                self._inside = True
            case "xf" if self._inside:
                number = whole(attributes.get("numFmtId")) or 0
                self.how.append(shown(number, self._codes.get(number)))

    def end(self, name: str) -> None:
        if local(name) == "cellXfs":
            self._inside = False


def book_parts(package: Package) -> BookParts:
    """Raises: NotAWorkbook: there is no workbook part; DamagedWorkbook: a sheet is named whose part is not there."""
    home = _workbook_part(package)
    book = _Workbook()
    walk_through(package.file, package.stream(home), book)
    relations = relations_of(package, home)
    sheets, recovered = _sheets(package, book, relations)
    return BookParts(
        workbook=home,
        sheets=sheets,
        strings=part_of(package, relations, "sharedStrings", "sharedstrings.xml"),
        styles=part_of(package, relations, "styles", "styles.xml"),
        from_1904=book.from_1904,
        recovered=recovered,
    )


def styles_of(package: Package, part: str) -> list[Shown]:
    styles = Styles()
    if part:
        walk_through(package.file, package.stream(part), styles)
    return styles.how


def _workbook_part(package: Package) -> str:
    roots = relations_of(package, "")
    named = [relation.target for relation in roots.values() if relation.kind == "officeDocument"]
    found = [part for part in (*named, "xl/workbook.xml") if part in package]
    if not found:
        raise NotAWorkbook(package.file)
    return found[0]


def relations_of(package: Package, part: str) -> dict[str, Relation]:
    folder, name = posixpath.split(part)
    relations = _Relations(folder)
    place = posixpath.join(folder, "_rels", f"{name}.rels")
    if place in package:
        walk_through(package.file, package.stream(place), relations)
    return relations.found


def _sheets(package: Package, book: _Workbook, relations: dict[str, Relation]) -> tuple[tuple[SheetPart, ...], bool]:
    """Charts, dialogs and macro sheets are left out. Without relations the parts follow in the order of their numbers."""
    recovered = not any(relation.kind == "worksheet" for relation in relations.values())
    spare = iter(_numbered(package) if recovered else [])
    found: list[SheetPart] = []
    for index, (name, number, state) in enumerate(book.sheets):
        relation = relations.get(number)
        if relation is not None and relation.kind != "worksheet":
            continue
        part = next(spare, "") if relation is None else relation.target
        part = part if part in package else unquote(part)
        if part not in package:
            raise DamagedWorkbook(package.file, f"isi lembar “{name}” tidak ada")
        found.append(SheetPart(index, name, part, state.lower() not in ("", "visible")))
    if len({sheet.part for sheet in found}) < len(found) or len(found) > limits.SHEETS:
        raise DamagedWorkbook(package.file, "daftar lembar di dalamnya tidak wajar")
    return tuple(found), recovered


def _numbered(package: Package) -> list[str]:
    parts = [name for name in package.names if "/worksheets/" in name and name.endswith(".xml")]
    return sorted(parts, key=lambda name: [int(digits) for digits in _NUMBER.findall(posixpath.basename(name))])


def part_of(package: Package, relations: dict[str, Relation], kind: str, usual: str) -> str:
    """Where the relations do not name it, the part of the usual name; "" where there is none."""
    named = [relation.target for relation in relations.values() if relation.kind == kind]
    guessed = [name for name in package.names if posixpath.basename(name) == usual]
    return next((part for part in (*named, *guessed) if part in package), "")
