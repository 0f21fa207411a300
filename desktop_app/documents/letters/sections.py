"""The end of a letter's body: its last section ends with a paragraph that only carries the page's shape."""

import re

SHAPE = re.compile(r"<w:sectPr\b[^>]*?(?:/>|>.*?</w:sectPr>)", re.DOTALL)
_TEXT = re.compile(r"<w:(?:t|drawing|pict|object|fldSimple|sdt)\b")
_END = "</w:body>"


def parted(xml: str) -> tuple[str, str, str]:
    """Everything before the body's last shape, that shape (empty: there is none), and what follows it."""
    end = xml.rindex(_END)
    start = xml.rfind("<w:sectPr", 0, end)
    found = SHAPE.match(xml, start) if start >= 0 else None
    if found is None or found.end() != end:
        return xml[:end], "", xml[end:]
    return xml[:start], found[0], xml[end:]


def without_last_page(xml: str) -> str:
    """Lift the shape of an empty last paragraph into the body, so that no blank page follows; others stay."""
    before, shape, after = parted(xml)
    start = max(before.rfind("<w:p>"), before.rfind("<w:p "))
    last = before[start:]
    found = SHAPE.search(last)
    if not shape or start < 0 or found is None or not last.endswith("</w:p>") or _TEXT.search(last):
        return xml
    return before[:start] + _with_pages(found[0], shape, before[:start]) + after


def _with_pages(shape: str, whole: str, before: str) -> str:
    """The only section of a letter: where it names no heads and feet of pages, those of the template's end stand."""
    references = "".join(re.findall(r"<w:(?:header|footer)Reference\b[^>]*/>", whole))
    if "<w:sectPr" in before or "Reference" in shape or not references or shape.endswith("/>"):
        return shape
    opening = shape.index(">") + 1
    return shape[:opening] + references + shape[opening:]
