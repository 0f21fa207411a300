"""Excel's “Single File Web Page” (.mht), often named .xls: HTML pages inside of a mail message."""

import email
import re

from desktop_app.domain.errors import NotAWorkbook, TooLargeWorkbook
from desktop_app.ingest.files import limits
from desktop_app.ingest.files.html_tables import read_html
from desktop_app.ingest.files.text_file import text_file
from desktop_app.ingest.grid import Grid

_HEADER = re.compile(r"^(?:[\w-]+:.*\n(?:[ \t].*\n)*)*mime-version:", re.IGNORECASE)


def looks_like_web_archive(head: str) -> bool:
    return bool(_HEADER.match(head.replace("\r\n", "\n").lstrip())) and "text/html" in head.lower()


def read_web_archive(file: str, data: bytes) -> tuple[Grid, ...]:
    """The pages with a table. Raises: NotAWorkbook: none has one; TooLargeWorkbook."""
    if len(data) > limits.MARKUP_BYTES:
        raise TooLargeWorkbook(file, f"lebih dari {limits.MARKUP_BYTES // limits.MIB} MB")
    grids: list[Grid] = []
    for part in email.message_from_bytes(data).walk():
        body = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        text = text_file(body) if isinstance(body, bytes) else None
        if text and "<table" in text.head(len(text.data)).lower():
            grids += read_html(file, text)
    if not grids:
        raise NotAWorkbook(file, "halaman web tanpa tabel")
    return tuple(grids)
