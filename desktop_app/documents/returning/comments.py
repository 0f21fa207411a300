"""Comments on cells: the words in one part, the yellow notes that show them in another (VML, as Excel still wants it)."""

import re
from collections.abc import Mapping
from html import escape

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.returning.names import address_of, letters, local, tag
from desktop_app.documents.returning.package import Package, serialised

AUTHOR = "Cakupan"
MOST = 2000
"""Comments on one sheet; with more of them Excel becomes slow, and the added columns say it all anyway."""

_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_EMPTY = f'<comments xmlns="{_SPREADSHEET}"><authors/><commentList/></comments>'.encode()
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_VML = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    b' xmlns:x="urn:schemas-microsoft-com:office:excel">'
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_SHAPE = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel" id="cakupan_{number}" type="#_x0000_t202"'
    ' style="position:absolute;width:260pt;height:{height}pt;z-index:{number};visibility:hidden"'
    ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_END = re.compile(rb"</(?:\w+:)?xml\s*>\s*$")
_LINE = 52
"""Characters on one line of a comment."""


def add_comments(package: Package, sheet: str, texts: Mapping[tuple[int, int], str]) -> str:
    """Comment cells (row, column, from 1) of a sheet's part; the id of the drawing, "" where the sheet has it already.

    A comment that stands there keeps its words; ours follow them.
    """
    name = next(iter(package.related(sheet, "comments").values()), "")
    if not name:
        name = package.free_name("xl/commentsCakupan{}.xml")
        package.change(name, _EMPTY)
        package.add_type(name, _COMMENTS_TYPE)
        package.relate(sheet, "comments", name)
    root = package.xml(name)
    new = _write(root, dict(list(texts.items())[:MOST]))
    package.change(name, serialised(root))
    return _draw(package, sheet, new)


def _write(root: etree._Element, texts: Mapping[tuple[int, int], str]) -> list[tuple[int, int, str]]:
    """The cells that had no comment before."""
    author = _author(root)
    listed = next(each for each in root if local(each) == "commentList")
    known = {address_of(each.get("ref", "")): each for each in listed}
    new = []
    for (row, column), text in texts.items():
        if (comment := known.get((row, column))) is not None:
            _run(next(each for each in comment if local(each) == "text"), f"\n{AUTHOR}: {text}")
            continue
        comment = etree.SubElement(listed, tag(root, "comment"), ref=f"{letters(column)}{row}", authorId=author)
        _run(etree.SubElement(comment, tag(root, "text")), text)
        new.append((row, column, text))
    return new


def _author(root: etree._Element) -> str:
    authors = next(each for each in root if local(each) == "authors")
    names = [each.text for each in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, tag(root, "author")).text = AUTHOR
        return str(len(names))
    return str(names.index(AUTHOR))


def _run(text: etree._Element, words: str) -> None:
    run = etree.SubElement(etree.SubElement(text, tag(text, "r")), tag(text, "t"))
    run.text = words
    run.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _draw(package: Package, sheet: str, cells: list[tuple[int, int, str]]) -> str:
    name = next(iter(package.related(sheet, "vmlDrawing").values()), "")
    reference = ""
    if not name:
        name = package.free_name("xl/drawings/vmlDrawingCakupan{}.vml")
        package.change(name, _VML)
        package.add_default_type("vml", _DRAWING_TYPE)
        reference = package.relate(sheet, "vmlDrawing", name)
    shapes = "".join(_shape(number, *cell) for number, cell in enumerate(cells, start=1)).encode()
    # Excel's own VML is not always well-formed XML: it is only added to, never parsed.
    package.change(name, _END.sub(lambda end: shapes + end[0], package.read(name)))
    return reference


def _shape(number: int, row: int, column: int, text: str) -> str:
    lines = sum(1 + len(part) // _LINE for part in text.split("\n"))
    height = 14 * lines + 12
    down = max(2, round(height / 15))
    anchor = f"{column}, 12, {max(row - 2, 0)}, 4, {column + 4}, 30, {max(row - 2, 0) + down}, 4"
    return _SHAPE.format(number=number, height=height, anchor=escape(anchor), row=row - 1, column=column - 1)
