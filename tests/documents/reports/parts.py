"""Looking into the parts of a workbook as Excel does: what it would repair, and what its formulas give."""

import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path, PurePosixPath

from lxml import etree  # type: ignore[import-untyped]
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
SHEET_CHILDREN = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
"""Order of the parts of a worksheet, ECMA-376 part 1, 18.3.1.99."""

BOOK_CHILDREN = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
    "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr",
    "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
)  # fmt: skip
STYLE_CHILDREN = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
    "extLst",
)  # fmt: skip


def faults(path: Path) -> list[str]:
    """All that a strict reader would stumble over; empty for a sound file."""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        parts = {name: etree.fromstring(package.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    found = [f"{name} twice" for name in set(names) if names.count(name) > 1]
    found += _untyped(names, parts["[Content_Types].xml"])
    found += _dangling(set(names), parts)
    for name, part in parts.items():
        found += _disorder(name, part)
    return found + _book(parts) + _styles(parts["xl/styles.xml"], parts)


def _untyped(names: list[str], types: etree._Element) -> list[str]:
    defaults = {one.get("Extension") for one in types.iter(f"{TYPES}Default")}
    own = [one.get("PartName") for one in types.iter(f"{TYPES}Override")]
    missing = [f"{name} has no type" for name in names if f"/{name}" not in own and _suffix(name) not in defaults]
    return missing + [f"{name} typed but not there" for name in own if name.lstrip("/") not in names]


def _suffix(name: str) -> str:
    return name.rpartition(".")[2]


def _dangling(names: set[str], parts: dict[str, etree._Element]) -> list[str]:
    found = []
    for name, part in parts.items():
        if not name.endswith(".rels"):
            continue
        folder = PurePosixPath(name).parent.parent
        keys = [one.get("Id") for one in part]
        found += [f"{name}: {key} twice" for key in set(keys) if keys.count(key) > 1]
        for one in part:
            if one.get("TargetMode") != "External" and _target(folder, one.get("Target")) not in names:
                found.append(f"{name}: {one.get('Target')} is not there")
        source = str(folder / PurePosixPath(name).name.removesuffix(".rels"))
        used = (
            set(re.findall(r'r:(?:id|embed)="([^"]+)"', etree.tostring(parts[source]).decode()))
            if source in parts
            else set()
        )
        found += [f"{source}: {key} has no relationship" for key in used - set(keys)]
    return found


def _target(folder: PurePosixPath, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    way: list[str] = []
    for step in (folder / target).parts:
        way = way[:-1] if step == ".." else [*way, step]
    return "/".join(way)


def _disorder(name: str, part: etree._Element) -> list[str]:
    order = {f"{MAIN}worksheet": SHEET_CHILDREN, f"{MAIN}workbook": BOOK_CHILDREN, f"{MAIN}styleSheet": STYLE_CHILDREN}
    expected = order.get(part.tag)
    if expected is None:
        return []
    places = [expected.index(child.tag.removeprefix(MAIN)) for child in part]
    ordered = all(first <= second for first, second in pairwise(places))
    rows = [int(row.get("r")) for row in part.iter(f"{MAIN}row")]
    cells = [cell.get("r") for cell in part.iter(f"{MAIN}c")]
    checks = (
        (ordered, "children out of order"), (rows == sorted(set(rows)), "rows out of order"),
        (len(cells) == len(set(cells)), "a cell twice"), (not _overlaps(part), "merged cells overlap"),
    )  # fmt: skip
    return [f"{name}: {words}" for sound, words in checks if not sound]


def _overlaps(part: etree._Element) -> bool:
    seen: set[tuple[int, int]] = set()
    for merged in part.iter(f"{MAIN}mergeCell"):
        left, top, right, bottom = (side or 0 for side in range_boundaries(merged.get("ref")))
        cells = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if cells & seen:
            return True
        seen |= cells
    return False


def _book(parts: dict[str, etree._Element]) -> list[str]:
    book = parts["xl/workbook.xml"]
    sheets = list(book.iter(f"{MAIN}sheet"))
    names = [sheet.get("name") for sheet in sheets]
    keys = [sheet.get("sheetId") for sheet in sheets]
    defined = [(one.get("name"), one.get("localSheetId")) for one in book.iter(f"{MAIN}definedName")]
    drawn = [
        [one.get("id") for one in part.iter() if isinstance(one.tag, str) and one.tag.endswith("}cNvPr")]
        for name, part in parts.items() if name.startswith("xl/drawings/drawing")
    ]  # fmt: skip
    checks = (
        (len({name.casefold() for name in names}) == len(names), "two sheets of one name"),
        (all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names), "a sheet's name"),
        (len(set(keys)) == len(keys), "two sheets of one number"), (len(set(defined)) == len(defined), "a name defined twice"),
        (all(len(set(ids)) == len(ids) for ids in drawn), "two drawings of one number"),
    )  # fmt: skip
    return [f"workbook: {words}" for sound, words in checks if not sound]


def _styles(styles: etree._Element, parts: dict[str, etree._Element]) -> list[str]:
    count = len(styles.find(f"{MAIN}cellXfs"))
    named = [one.get("name") for one in styles.iter(f"{MAIN}cellStyle")]
    found = [f"style {name} twice" for name in set(named) if named.count(name) > 1]
    for name, part in parts.items():
        used = {int(cell.get("s", "0")) for cell in part.iter(f"{MAIN}c")} if part.tag == f"{MAIN}worksheet" else set()
        found += [f"{name}: no style {one}" for one in used if one >= count]
    return found


def stored_results(path: Path) -> Iterator[tuple[str, str, str, object]]:
    """(sheet, cell, formula, stored result) of every formula."""
    formulas, results = load_workbook(path), load_workbook(path, data_only=True)
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield sheet.title, cell.coordinate, str(cell.value), results[sheet.title][cell.coordinate].value


def computed(sheet: Worksheet, formula: str) -> float:
    """The few formulas that reports use, counted anew over the cells of `sheet` (read with its results)."""
    if match := re.fullmatch(r"=(?:SUM|SUBTOTAL)\((?:109,)?([A-Z]+\d+:[A-Z]+\d+)\)", formula):
        return sum(_numbers(sheet, match[1]))
    if match := re.fullmatch(r'=SUMIFS\(([^,]+),([^,]+),"ya"\)', formula):
        pairs = zip(_values(sheet, match[1]), _values(sheet, match[2]), strict=True)
        return sum(value for value, mark in pairs if mark == "ya" and isinstance(value, int | float))
    match = re.fullmatch(r"=([A-Z]+\d+)/([A-Z]+\d+)", formula)
    assert match, formula
    above, below = (_values(sheet, f"{match[part]}:{match[part]}")[0] for part in (1, 2))
    assert isinstance(above, int | float) and isinstance(below, int | float)  # noqa: PT018
    return above / below


def _numbers(sheet: Worksheet, cells: str) -> list[float]:
    return [value for value in _values(sheet, cells) if isinstance(value, int | float)]


def _values(sheet: Worksheet, cells: str) -> list[object]:
    left, top, right, bottom = range_boundaries(cells)
    rows = sheet.iter_rows(min_row=top, max_row=bottom, min_col=left, max_col=right, values_only=True)
    return [row[0] for row in rows]
