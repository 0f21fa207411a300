"""The end of a letter's body: its last section ends with a paragraph that only carries the page's shape."""

import re

_SECTION = r"<w:sectPr\b(?:(?!</w:sectPr>).)*</w:sectPr>"
_LAST = re.compile(
    rf"<w:p\b[^>]*><w:pPr>(?:(?!</w:pPr>|<w:sectPr\b).)*(?P<shape>{_SECTION})(?:(?!</w:pPr>).)*</w:pPr>\s*</w:p>\s*"
    rf"(?P<body>{_SECTION}|<w:sectPr\b[^>]*/>)\s*</w:body>",
    re.DOTALL,
)
_FAR = 6_000
"""The last paragraph and the body's shape stand within so many characters of the end."""


def without_last_page(xml: str) -> str:
    """Lift the shape of the last paragraph into the body, so that no blank page follows; others stay as they are."""
    start = max(len(xml) - _FAR, 0)
    found = _LAST.search(xml, start)
    if found is None:
        return xml
    return f"{xml[: found.start()]}{found['shape']}</w:body>{xml[found.end() :]}"
