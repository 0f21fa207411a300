"""Copies a sheet's XML row by row, so that a million of them need no more memory than one."""

import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import IO

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.returning.names import local
from desktop_app.documents.returning.skeleton import child
from desktop_app.domain.sheets import Tick

_HERE = "cakupan-rows"
_MARK = f"<?{_HERE} ?>".encode()
_TICK_ROWS = 500

Change = Callable[[etree._Element], None]


def copy_rows(
    source: IO[bytes], target: zipfile.ZipFile, name: str, edit: Callable[[etree._Element, int], None],
    before: Change, after: Change, tick: Tick,
) -> None:  # fmt: skip
    """Copy a sheet to the part `name`: `edit(row, number)` for each row, `before` and `after` for what stands around them.

    `before` is given the sheet as far as its rows, `after` all of it without its rows.
    """
    passed = _Rows(source)
    with target.open(name, "w", force_zip64=True) as part:
        number, started = 0, False
        for row in passed:
            if not started:
                part.write(_head(row, before))
                started = True
            number = int(row.get("r", "0")) or number + 1
            edit(row, number)
            part.write(passed.text_of(row))
            if number % _TICK_ROWS == 0:
                tick(number, 0)
        root = passed.root
        if root is None:
            return
        _emptied(root)
        after(root)
        if not started:
            before(root)
        head, tail = _split(root)
        part.write(tail if started else head + tail)


class _Rows:
    """The rows of a sheet, each forgotten when the next one comes."""

    def __init__(self, source: IO[bytes]) -> None:
        self._events = etree.iterparse(
            source, events=("end",), tag="{*}row", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
        )  # fmt: skip
        self._noise: bytes | None = None

    @property
    def root(self) -> etree._Element | None:
        root: etree._Element | None = self._events.root
        return root

    def __iter__(self) -> Iterator[etree._Element]:
        for _, row in self._events:
            parent = row.getparent()
            if parent is None or local(parent) != "sheetData":
                continue
            yield row
            row.clear()
            while row.getprevious() is not None:
                del parent[0]

    def text_of(self, row: etree._Element) -> bytes:
        """The row's XML, without the namespaces that the sheet has declared already."""
        text: bytes = etree.tostring(row, encoding="UTF-8", xml_declaration=False, with_tail=False)
        if self._noise is None:
            self._noise = _declarations(row)
        return text.replace(self._noise, b"", 1)


def _declarations(row: etree._Element) -> bytes:
    """The namespaces of the sheet as they stand in the XML of one row."""
    bare = etree.SubElement(row, row.tag)
    text: bytes = etree.tostring(bare, encoding="UTF-8", xml_declaration=False)
    row.remove(bare)
    start, end = text.find(b" xmlns"), text.rfind(b"/>")
    return text[start:end].rstrip() if start >= 0 else b""


def _head(row: etree._Element, before: Change) -> bytes:
    """The XML of the sheet as far as its first row."""
    root = row.getroottree().getroot()
    rows = child(root, "sheetData")
    assert rows is not None
    kept = list(rows)
    for each in kept:
        rows.remove(each)
    before(root)
    copy = deepcopy(root)
    for each in kept:
        rows.append(each)
    return _split(copy)[0]


def _emptied(root: etree._Element) -> None:
    rows = child(root, "sheetData")
    for each in list(rows if rows is not None else ()):
        each.getparent().remove(each)


def _split(root: etree._Element) -> tuple[bytes, bytes]:
    """The XML before and after the place where rows stand."""
    rows = child(root, "sheetData")
    if rows is not None:
        rows.append(etree.ProcessingInstruction(_HERE))
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    head, _, tail = text.partition(_MARK)
    return head, tail
