"""Records of text with separators, whole where quotes span lines.

A quote that is never closed belongs to its line alone, so that it cannot swallow the rows after it.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

_MOST_BREAKS = 30
_MOST_STRAY = 1000
"""After so many quotes that were never closed, quotes mean nothing in this file."""
_LONGEST = 100_000
"""Characters of one record; csv's own limit for a single field is a little higher."""


def parsed(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    return csv.reader(whole_records(lines, separator), delimiter=separator)


def whole_records(lines: Iterable[str], separator: str) -> Iterator[str]:
    """Lines joined where a quote spans them."""
    source, ahead, stray = iter(lines), deque[str](), 0
    while line := ahead.popleft() if ahead else next(source, ""):
        # Only a line with an odd number of quotes can leave one open.
        if line.count('"') % 2 == 0:
            yield line
            continue
        ahead.extend(islice(source, _MOST_BREAKS - len(ahead)))
        joined = _joined(line, ahead, separator) if stray < _MOST_STRAY else None
        if joined is None:
            stray += 1
            yield line.replace('"', "")
        else:
            yield "".join([line, *(ahead.popleft() for _ in range(joined))])


def _joined(line: str, following: Iterable[str], separator: str) -> int | None:
    """How many of the following lines it takes to close the quote, 0 where none is open; None where it stays open."""
    if len(line) > _LONGEST:
        return None
    record = line
    if not quotes(record, separator).is_open:
        return 0
    for count, more in enumerate(following, start=1):
        record += more
        if len(record) > _LONGEST:
            return None
        if more.count('"') and quotes(record, separator) == Quotes(is_open=False, is_clean=True):
            return count
    return None


class Quotes(NamedTuple):
    """Whether a record ends inside of quotes, and whether all that were closed stand at the end of their field."""

    is_open: bool
    is_clean: bool


def quotes(record: str, separator: str) -> Quotes:
    """Only a quote at the beginning of a field opens; two of them inside stand for one."""
    inside, may_open, closed, clean = False, True, False, True
    for character in record:
        if character == '"':
            # Right after a closing quote, another one takes up the text again.
            inside, closed, may_open = not inside and (may_open or closed), inside, False
        elif not inside:
            ends = character in (separator, "\n", "\r")
            clean = clean and (ends or not closed)
            closed, may_open = False, ends
    return Quotes(inside, clean)
