"""Paper and margins of every section; tables as wide as the text stay so."""

from desktop_app.documents.letters.word_xml import Element, W
from desktop_app.domain.letters import PAPER_CM, LetterLayout

_TWIPS = 1440 / 2.54
"""Twentieths of a point in a centimetre."""
_NEAR = 60
"""Twips by which a table may miss the width of the text and still be as wide as it."""
_BEFORE_SIZE = {"headerReference", "footerReference", "footnotePr", "endnotePr", "type"}


def set_paper(document: Element, layout: LetterLayout) -> None:
    before = _text_width(document)
    for section in document.iter(f"{W}sectPr"):
        _set_size(section, layout)
        _set_margins(section, layout)
    after = _text_width(document)
    if before and after and before != after:
        for table in document.findall(f"{W}body/{W}tbl"):
            _widen(table, before, after)


def _set_size(section: Element, layout: LetterLayout) -> None:
    width, height = (twips(side) for side in PAPER_CM[layout.paper])
    size = _child(section, "pgSz")
    across = size.get(f"{W}orient") == "landscape" or _number(size, "w") > _number(size, "h")
    if across:
        size.set(f"{W}orient", "landscape")
        width, height = height, width
    size.set(f"{W}w", str(width))
    size.set(f"{W}h", str(height))
    size.attrib.pop(f"{W}code", None)


def _set_margins(section: Element, layout: LetterLayout) -> None:
    margins = _child(section, "pgMar")
    edges = {"top": layout.top, "right": layout.right, "bottom": layout.bottom, "left": layout.left}
    for edge, centimetres in edges.items():
        margins.set(f"{W}{edge}", str(twips(centimetres)))
    for edge, within in (("header", layout.top), ("footer", layout.bottom)):
        room = min(_number(margins, edge) or twips(1), twips(within))
        margins.set(f"{W}{edge}", str(room))
    if margins.get(f"{W}gutter") is None:
        margins.set(f"{W}gutter", "0")


def _child(section: Element, name: str) -> Element:
    """`pgSz` or `pgMar` of the section, put in its place where Word left it out."""
    found = section.find(f"{W}{name}")
    if found is not None:
        return found
    ahead = _BEFORE_SIZE | ({"pgSz"} if name == "pgMar" else set())
    place = sum(1 for child in section if child.tag in {f"{W}{one}" for one in ahead})
    new = section.makeelement(f"{W}{name}", {})
    section.insert(place, new)
    return new


def _text_width(document: Element) -> int | None:
    """Twips between the margins of the first upright section; None where there is none."""
    for section in document.iter(f"{W}sectPr"):
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        if size is not None and margins is not None and size.get(f"{W}orient") != "landscape":
            return _number(size, "w") - _number(margins, "left") - _number(margins, "right")
    return None


def _widen(table: Element, before: int, after: int) -> None:
    """The last column takes what the text gained or lost."""
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    if not columns or abs(sum(_number(column, "w") for column in columns) - before) > _NEAR:
        return
    change = after - before
    _add(columns[-1], change)
    for cells in (row.findall(f"{W}tc") for row in table.findall(f"{W}tr")):
        width = cells[-1].find(f"{W}tcPr/{W}tcW") if cells else None
        if width is not None and width.get(f"{W}type") == "dxa":
            _add(width, change)
    whole = table.find(f"{W}tblPr/{W}tblW")
    if whole is not None and whole.get(f"{W}type") == "dxa":
        _add(whole, change)


def _add(element: Element, change: int) -> None:
    element.set(f"{W}w", str(max(_number(element, "w") + change, 1)))


def _number(element: Element, name: str) -> int:
    """A measure; 0 where it is missing or no number."""
    try:
        return round(float(element.get(f"{W}{name}", "0")))
    except ValueError:
        return 0


def twips(centimetres: float) -> int:
    return round(centimetres * _TWIPS)
