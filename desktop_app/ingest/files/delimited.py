"""Text with separators: its separator, its records. All cells are text.

A record is numbered as it stands in the file, from 1: a “sep=” line and blank lines count, line breaks inside quotes
do not.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from desktop_app.domain.errors import NotAWorkbook, TooLargeWorkbook
from desktop_app.ingest.files import limits
from desktop_app.ingest.files.quoted_records import parsed
from desktop_app.ingest.files.text_file import TextFile
from desktop_app.ingest.grid import Grid, Row, is_empty

_SEPARATORS = ";\t|,"
_SAMPLED_LINES = 200
_HEADER_COLUMNS = 3
_SEP_LINE = re.compile(r'^"?sep=(.)"?\s*$', re.IGNORECASE)
_IDENTIFIER = re.compile(r"\s*['`]?\d[\d .]{9,24}\s*")
_LOOKED_AT = 200_000


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


def read_delimited(file: str, text: TextFile) -> Grid:
    """Raises: NotAWorkbook: no separator stands in it often enough for a table; TooLargeWorkbook."""
    table = _table(file, text)
    height = 0
    try:
        for number, row in enumerate(table.rows(), start=1):
            if not is_empty(row):
                height = number
            if number > limits.RECORDS:
                raise TooLargeWorkbook(file, f"lebih dari {limits.RECORDS // 1_000_000} juta baris")
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
