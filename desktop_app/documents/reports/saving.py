"""Saving a workbook with the results of its formulas inside, and the same bytes for the same values.

openpyxl writes formulas without results: a viewer that does not count would show nothing. So the finished parts are gone
through once and each result is put beside its formula.
"""

import zipfile
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path

from lxml import etree  # type: ignore[import-untyped]
from openpyxl import Workbook

from desktop_app.documents.files import replacing
from desktop_app.documents.reports.sheets import Formulas

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_MODIFIED = "{http://purl.org/dc/terms/}modified"


def save(book: Workbook, path: Path, formulas: Formulas, made_at: datetime) -> None:
    """Write the workbook to `path`. FileInUse: it is open in Excel and stays as it was."""
    book.properties.creator, book.properties.created = "Cakupan", made_at
    rough = BytesIO()
    book.save(rough)
    results = _by_part(book, formulas)
    with replacing(path) as beside:
        _rewrite(rough, beside, results, made_at)


def _by_part(book: Workbook, formulas: Formulas) -> dict[str, dict[str, int | float]]:
    """Name of the part -> cell -> result. openpyxl numbers the parts in the order of the sheets."""
    parts = {title: f"xl/worksheets/sheet{place}.xml" for place, title in enumerate(book.sheetnames, start=1)}
    found: dict[str, dict[str, int | float]] = {}
    for (title, cell), value in formulas.items():
        found.setdefault(parts[title], {})[cell] = value
    return found


def _rewrite(rough: BytesIO, target: Path, results: Mapping[str, Mapping[str, int | float]], made_at: datetime) -> None:
    with zipfile.ZipFile(rough) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name in results:
                data = _with_results(data, results[name])
            elif name == "docProps/core.xml":
                data = _dated(data, made_at)
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, data)


def _with_results(sheet: bytes, results: Mapping[str, int | float]) -> bytes:
    tree = etree.fromstring(sheet)
    for cell in tree.iter(f"{{{MAIN}}}c"):
        formula = cell.find(f"{{{MAIN}}}f")
        if formula is None:
            continue
        value = cell.find(f"{{{MAIN}}}v")
        if value is None:
            value = etree.SubElement(cell, f"{{{MAIN}}}v")
        value.text = repr(results[cell.get("r", "")])
    written: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _dated(core: bytes, made_at: datetime) -> bytes:
    """openpyxl writes the moment of saving as the last change."""
    tree = etree.fromstring(core)
    for element in tree.iter(_MODIFIED):
        element.text = f"{made_at:%Y-%m-%dT%H:%M:%S}Z"
    written: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
