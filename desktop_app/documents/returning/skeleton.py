"""The part of a sheet's XML around its rows: widths, merged cells, filter, the reference to its comments."""

from copy import deepcopy

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.returning.names import address_of, letters, local, tag

_ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
    "extLst",
)  # fmt: skip
"""Children of a worksheet in the order that Excel insists on (ECMA-376, CT_Worksheet)."""
STATUS_WIDTH, REASON_WIDTH = 19, 62


def child(root: etree._Element, name: str) -> etree._Element | None:
    return next((each for each in root if local(each) == name), None)


def needed(root: etree._Element, name: str) -> etree._Element:
    """The child of this name, made in its place where there is none."""
    found = child(root, name)
    if found is None:
        found = etree.Element(tag(root, name))
        before = set(_ORDER[: _ORDER.index(name)])
        place = max((index for index, each in enumerate(root) if local(each) in before), default=-1)
        root.insert(place + 1, found)
    return found


def widen(root: etree._Element, column: int, last_row: int) -> None:
    """Make room for the added columns: their widths, and the sheet's dimension."""
    for place, width in ((column, STATUS_WIDTH), (column + 1, REASON_WIDTH)):
        _set_width(root, place, width)
    dimension = child(root, "dimension")
    first, _, last = (dimension.get("ref", "") if dimension is not None else "").partition(":")
    start, end = address_of(first), address_of(last or first)
    if dimension is not None and start and end:
        dimension.set("ref", f"{first}:{letters(max(end[1], column + 1))}{max(end[0], last_row)}")


def _set_width(root: etree._Element, column: int, width: int) -> None:
    """A width for one column, cut out of the range that it was in."""
    cols = needed(root, "cols")
    for each in list(cols):
        first, last = int(each.get("min", "1")), int(each.get("max", "1"))
        if not first <= column <= last:
            continue
        for start, end in ((first, column - 1), (column + 1, last)):
            if start <= end:
                part = deepcopy(each)
                part.set("min", str(start))
                part.set("max", str(end))
                each.addprevious(part)
        cols.remove(each)
    new = etree.Element(tag(root, "col"), min=str(column), max=str(column), width=str(width), customWidth="1")
    place = sum(int(each.get("min", "1")) < column for each in cols)
    cols.insert(place, new)


def merge_down(root: etree._Element, column: int, top: int, bottom: int) -> None:
    """Join the cells of one column over the rows of a header."""
    merges = needed(root, "mergeCells")
    etree.SubElement(merges, tag(root, "mergeCell"), ref=f"{letters(column)}{top}:{letters(column)}{bottom}")
    merges.set("count", str(len(merges)))


def add_filter(root: etree._Element, column: int, header: int, last: int) -> None:
    """A filter over the added columns, where the sheet has none of its own."""
    if child(root, "autoFilter") is None and child(root, "tableParts") is None:
        needed(root, "autoFilter").set("ref", f"{letters(column)}{header}:{letters(column + 1)}{last}")
