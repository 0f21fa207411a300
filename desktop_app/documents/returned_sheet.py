"""The sender's own workbook with an answer to every row: two columns at the right, bad cells coloured and commented.

Nothing but the answered sheets, the styles and the comments is touched, so that pictures, charts, pivot tables, macros
and results of formulas stay what they were.
"""

import zipfile
from collections.abc import Sequence
from pathlib import Path

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.files import replacing
from desktop_app.documents.returning import skeleton
from desktop_app.documents.returning.comments import add_comments
from desktop_app.documents.returning.mark import mark
from desktop_app.documents.returning.names import local
from desktop_app.documents.returning.package import OFFICE, STRICT_OFFICE, Package, opened_package
from desktop_app.documents.returning.rows import RowEditor
from desktop_app.documents.returning.sheet_part import copy_rows
from desktop_app.documents.returning.styles import Styles
from desktop_app.documents.returning.words import TableWords
from desktop_app.domain.returned import AnsweredTable
from desktop_app.domain.sheets import Tick, silent


class UnansweredWorkbook(Exception):
    """The file is built in a way that no answer can be written into; its rows may be written as a new one."""


def answer_workbook(
    source: Path, target: Path, tables: Sequence[AnsweredTable], token: str, tick: Tick = silent
) -> None:
    """Write `source` (.xlsx or .xlsm) with the answers to `target`.

    Raises:
        FileInUse: the target is open in Excel. UnansweredWorkbook: nothing was written.

    `tick` is told the rows of the sheet at hand, and 0 for what is not known.
    """
    try:
        with zipfile.ZipFile(source) as opened, replacing(target) as beside:
            package = Package(opened)
            with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as written:
                mark(package, token)
                _answer(package, written, tables, tick)
                package.copy_rest(written)
    except (etree.XMLSyntaxError, zipfile.BadZipFile, KeyError, StopIteration) as error:
        raise UnansweredWorkbook(source.name) from error


def _answer(package: Package, written: zipfile.ZipFile, tables: Sequence[AnsweredTable], tick: Tick) -> None:
    workbook = package.workbook()
    styles = Styles(package, workbook)
    parts = _sheets(package, workbook)
    by_part: dict[str, list[TableWords]] = {}
    for table in tables:
        if table.sheet in parts:
            by_part.setdefault(parts[table.sheet], []).append(TableWords(table))
    drawings = {part: _comment(package, part, words) for part, words in by_part.items()}
    package.write_types(written)
    for part, words in by_part.items():
        _answer_sheet(package, written, part, words, drawings[part], styles, tick)
    styles.save()


def _sheets(package: Package, workbook: str) -> dict[str, str]:
    """Name -> part of the worksheets."""
    root = package.xml(workbook)
    listed = skeleton.child(root, "sheets")
    parts = package.related(workbook, "worksheet")
    found = {}
    for sheet in listed if listed is not None else ():
        reference = sheet.get(f"{{{OFFICE}}}id") or sheet.get(f"{{{STRICT_OFFICE}}}id") or ""
        if local(sheet) == "sheet" and reference in parts:
            found[sheet.get("name", "")] = parts[reference]
    return found


def _answer_sheet(
    package: Package, written: zipfile.ZipFile, part: str, words: Sequence[TableWords], drawing: str, styles: Styles,
    tick: Tick,
) -> None:  # fmt: skip
    """`drawing`: the id of the notes that the sheet must refer to; "" where there is nothing new to refer to."""
    answered = [each for each in words if each.table.column]

    def before(root: etree._Element) -> None:
        for each in answered:
            skeleton.widen(root, each.table.column, each.last_row)

    def after(root: etree._Element) -> None:
        _finish(root, answered)
        if drawing:
            skeleton.needed(root, "legacyDrawing").set(f"{{{OFFICE}}}id", drawing)

    package.stream(part)
    with package.opened(part) as source:
        copy_rows(source, written, part, RowEditor(words, styles).edit, before, after, tick)


def _finish(root: etree._Element, words: Sequence[TableWords]) -> None:
    for each in words:
        top, bottom = each.table.header
        if bottom > top:
            for column in (each.table.column, each.table.column + 1):
                skeleton.merge_down(root, column, top, bottom)
    if len(words) == 1 and words[0].any_bad:
        skeleton.add_filter(root, words[0].table.column, words[0].table.header[1], words[0].last_row)


def _comment(package: Package, part: str, words: Sequence[TableWords]) -> str:
    """Comment the bad cells of a sheet; the id of its new notes, "" where there are none."""
    if _is_strict(package, part):
        return ""
    texts: dict[tuple[int, int], str] = {}
    for each in words:
        if each.whole and each.table.column:
            texts[each.table.header[0], each.table.column] = each.whole
        texts |= {(row, column): cell.text for row, cells in each.bad_cells().items() for column, cell in cells.items()}
    return add_comments(package, part, texts) if texts else ""


def _is_strict(package: Package, part: str) -> bool:
    """A strict package knows no notes of the old kind; there the added columns say everything."""
    with package.opened(part) as stream:
        return b"purl.oclc.org/ooxml" in stream.read(2000)


def can_be_answered(path: Path) -> bool:
    """Whether the file is an Excel workbook in which answers can be written: sound .xlsx or .xlsm."""
    try:
        with opened_package(path) as package:
            workbook = package.workbook()
            parts = _sheets(package, workbook)
            Styles(package, workbook)
            return bool(parts) and all(part in package for part in parts.values())
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, StopIteration, ValueError, OSError):
        return False


def is_signed(path: Path) -> bool:
    """Whether a workbook carries a digital signature, which no changed copy can keep."""
    with zipfile.ZipFile(path) as package:
        return any(name.lower().startswith("_xmlsignatures/") for name in package.namelist())


def has_macros(path: Path) -> bool:
    """Whether a workbook must be called .xlsm."""
    with opened_package(path) as package:
        return any("macroEnabled" in each.get("ContentType", "") for each in package.types)
