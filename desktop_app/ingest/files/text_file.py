"""Text in whatever encoding it came: UTF-8, UTF-16, or the code page of Windows."""

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.ingest.files import limits

_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LOOKED_AT = 200_000


@dataclass(frozen=True, slots=True)
class TextFile:
    """The bytes of a text and how to read them, without their mark."""

    data: memoryview
    encoding: str

    def lines(self) -> Iterator[str]:
        """Lines with their ends; form feeds and the like end none."""
        raw = io.BufferedReader(_View(self.data))
        return iter(io.TextIOWrapper(raw, self.encoding, errors="replace", newline=""))

    def pieces(self, size: int) -> Iterator[str]:
        decode = codecs.getincrementaldecoder(self.encoding)("replace").decode
        return (decode(bytes(self.data[place : place + size])) for place in range(0, len(self.data), size))

    def head(self, size: int) -> str:
        return bytes(self.data[:size]).decode(self.encoding, "replace")


class _View(io.RawIOBase):
    """Bytes as a file, without a copy of them."""

    def __init__(self, data: memoryview) -> None:
        self._data, self._place = data, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = min(len(buffer), len(self._data) - self._place)
        buffer[:size] = self._data[self._place : self._place + size]
        self._place += size
        return size


def text_file(data: bytes) -> TextFile | None:
    """UTF-8, UTF-16 with or without its mark, else the code page of Windows; None for anything that is no text."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return TextFile(memoryview(data)[len(mark) :], encoding)
    wide = _wide(data[:4096])
    if wide:
        return TextFile(memoryview(data), wide)
    if _BINARY.search(data[:_LOOKED_AT]):
        return None
    return TextFile(memoryview(data), "utf-8" if _is_utf8(data) else "cp1252")


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: in Latin text every other byte is zero."""
    even, odd = head[0::2], head[1::2]
    if len(head) < 4 or not head.count(0):
        return None
    if odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return None


def _is_utf8(data: bytes) -> bool:
    decode = codecs.getincrementaldecoder("utf-8")().decode
    try:
        for place in range(0, len(data), limits.MIB):
            decode(data[place : place + limits.MIB])
    except UnicodeDecodeError:
        return False
    return True  # a character cut off at the very end is no other encoding
