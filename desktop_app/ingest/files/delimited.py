"""Text with separators: its encoding, its separator, its records. All cells are text.

A record is numbered as it stands in the file, from 1: a “sep=” line and blank lines count, line breaks inside quotes
do not. A quote that is never closed belongs to its line alone, so that it cannot swallow the rows after it.
"""

import codecs
import csv
import io
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from desktop_app.domain.errors import NotAWorkbook, TooLargeWorkbook
from desktop_app.ingest.files import limits
from desktop_app.ingest.grid import Grid, Row, is_empty

_SEPARATORS = ";\t|,"
_SAMPLED_LINES = 200
_MOST_BREAKS = 30
_HEADER_COLUMNS = 3
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SEP_LINE = re.compile(r'^"?sep=(.)"?\s*$', re.IGNORECASE)
_IDENTIFIER = re.compile(r"\s*['`]?\d[\d .]{9,24}\s*")
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


@dataclass(frozen=True, slots=True)
class Delimited:
    """A table in text: `rows()` gives its records from the first."""

    text: TextFile
    separator: str
    has_sep_line: bool

    def rows(self) -> Iterator[Row]:
        lines = self.text.lines()
        if self.has_sep_line:
            next(lines, "")
            yield []
        yield from parsed(lines, self.separator)


def parsed(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    return csv.reader(whole_records(lines, separator), delimiter=separator)


def whole_records(lines: Iterable[str], separator: str) -> Iterator[str]:
    """Lines joined where a quote spans them."""
    source, ahead = iter(lines), deque[str]()
    while line := ahead.popleft() if ahead else next(source, ""):
        # Only a line with an odd number of quotes can leave one open.
        if line.count('"') % 2 == 0 or not leaves_open(line, separator):
            yield line
            continue
        ahead.extend(islice(source, _MOST_BREAKS - len(ahead)))
        joined = _joined(line, ahead, separator)
        yield "".join([line, *(ahead.popleft() for _ in range(joined))]) if joined else line.replace('"', "")


def _joined(line: str, following: Iterable[str], separator: str) -> int:
    """How many of the following lines it takes to close the quote; 0 where none does."""
    record = line
    for count, more in enumerate(following, start=1):
        record += more
        if more.count('"') and not leaves_open(record, separator):
            return count
    return 0


def leaves_open(record: str, separator: str) -> bool:
    """Whether a field that began with a quote has not ended where the record ends."""
    inside, may_open = False, True
    for character in record:
        if character == '"':
            inside, may_open = not inside and may_open, True  # a quote right after a closing one opens it again
        elif not inside:
            may_open = character in (separator, "\n", "\r")
    return inside


def read_delimited(file: str, text: TextFile) -> Grid:
    """Raises: NotAWorkbook: no separator stands in it often enough for a table; TooLargeWorkbook."""
    if len(text.data) > limits.TEXT_BYTES:
        raise TooLargeWorkbook(file, f"lebih dari {limits.TEXT_BYTES // limits.MIB} MB teks")
    table = _table(file, text)
    try:
        height = max((number for number, row in enumerate(table.rows(), start=1) if not is_empty(row)), default=0)
    except csv.Error as error:
        raise NotAWorkbook(file) from error
    return Grid("", lambda: islice(table.rows(), height), height)


def _table(file: str, text: TextFile) -> Delimited:
    said = _SEP_LINE.match(next(text.lines(), ""))
    if said:
        return Delimited(text, said[1], True)
    lines = text.head(_LOOKED_AT).splitlines(keepends=True)[:_SAMPLED_LINES]
    separator = separator_of(lines)
    if separator is None:
        raise NotAWorkbook(file)
    return Delimited(text, separator, False)


def separator_of(lines: Sequence[str]) -> str | None:
    """The separator that most records hold equally often; None where the text is no table.

    A list of identifiers, one a line, is a table of one column.
    """
    best = (0, 0)
    found: str | None = None
    for separator in _SEPARATORS:
        often, columns = _agreement(lines, separator)
        # A lone record may be a header without rows, if it is no sentence with a comma in it.
        alone = often == 1 and (columns < _HEADER_COLUMNS or separator == ",")
        if not alone and (often, columns) > best:
            best, found = (often, columns), separator
    if found is None and _is_list(lines):
        return _SEPARATORS[0]
    return found


def _agreement(lines: Sequence[str], separator: str) -> tuple[int, int]:
    """(how many records share the most common number of columns, that number), of at least two columns."""
    try:
        counts = Counter(len(record) for record in parsed(lines, separator) if len(record) > 1)
    except csv.Error:
        return 0, 0
    return max(((often, columns) for columns, often in counts.items()), default=(0, 0))


def _is_list(lines: Sequence[str]) -> bool:
    filled = [line for line in lines if line.strip()]
    return len(filled) > 1 and sum(map(bool, map(_IDENTIFIER.fullmatch, filled))) * 2 > len(filled)
