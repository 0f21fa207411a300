"""XML from strangers: read as UTF-8 whatever it was, never a DOCTYPE, never an outside reference, never too deep.

Expat calls back for every tag and keeps no tree, so that no part can fill the memory by its size alone.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from desktop_app.domain.errors import DamagedWorkbook, UnsafeWorkbook
from desktop_app.ingest.files import limits

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["'][^>]*\?>""")
_MARKS = {
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
    b"<\x00": "utf-16-le",
    b"\x00<": "utf-16-be",
}
_UTF8 = ("utf-8", "utf8", "us-ascii", "ascii")
_HEAD = 1024
_OVERLAP = 16
_TEXT_BUFFER = 1 << 16


class Handler:
    """What happens at a tag. Names come with their prefix; `local` takes it off."""

    def start(self, name: str, attributes: dict[str, str]) -> None: ...
    def end(self, name: str) -> None: ...
    def text(self, text: str) -> None: ...


def local(name: str) -> str:
    return name.rpartition(":")[2] if ":" in name else name


def attribute(attributes: dict[str, str], name: str) -> str | None:
    """An attribute by its local name: prefixes differ between writers."""
    value = attributes.get(name)
    if value is not None:
        return value
    return next((value for key, value in attributes.items() if local(key) == name), None)


def clean_xml(file: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces in UTF-8, without a byte order mark.

    Raises:
        UnsafeWorkbook: there is a DOCTYPE; sheets have none, entity bombs and outside references need one.
        DamagedWorkbook: the encoding is not known.
    """
    tail = b""
    for piece in recoded(file, pieces):
        # One byte is looked for many times faster than a word, and sheets hardly have it.
        if b"!" in piece or tail.endswith(b"<"):
            joined = (tail + piece).upper()
            if b"<!DOCTYPE" in joined or b"<!ENTITY" in joined:
                raise UnsafeWorkbook(file, "ada perintah XML (DOCTYPE) yang tidak dipakai lembar kerja")
        tail = piece[-_OVERLAP:]
        yield piece


def recoded(file: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    source = iter(pieces)
    head = b""
    while len(head) < _HEAD and (piece := next(source, b"")):
        head += piece
    encoding = encoding_of(head)
    if encoding == "utf-8":
        yield head.removeprefix(codecs.BOM_UTF8)
        yield from source
        return
    try:
        decode = codecs.getincrementaldecoder(encoding)("replace").decode
        text = decode(head)
    except (LookupError, AssertionError, TypeError) as error:
        raise DamagedWorkbook(file, f"pengodean huruf “{encoding}” tidak dikenal") from error
    yield text.removeprefix("\ufeff").encode("utf-8", "replace")
    for piece in source:
        yield decode(piece).encode("utf-8", "replace")


def encoding_of(head: bytes) -> str:
    """By the first bytes, then by the declaration; UTF-8 unless either says otherwise."""
    for mark, encoding in _MARKS.items():
        if head.startswith(mark):
            return encoding
    declared = _DECLARED.match(head.removeprefix(codecs.BOM_UTF8))
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    return "utf-8" if name in _UTF8 or name.startswith("utf-16") else name


def walk(file: str, pieces: Iterable[bytes], handler: Handler) -> Iterator[None]:
    """Drive `handler` through the XML; yields after every piece, so that rows can be handed on as they come.

    Raises:
        DamagedWorkbook: not well-formed, cut off, or nested too deep.
    """
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.buffer_size = _TEXT_BUFFER
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.DEPTH:
            raise DamagedWorkbook(file, "susunan XML di dalamnya terlalu dalam")
        handler.start(name, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(name)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    try:
        for piece in clean_xml(file, pieces):
            parser.Parse(piece, False)
            yield
        parser.Parse(b"", True)
        yield
    except expat.ExpatError as error:
        raise DamagedWorkbook(file) from error


def walk_through(file: str, pieces: Iterable[bytes], handler: Handler) -> None:
    for _ in walk(file, pieces, handler):
        pass
