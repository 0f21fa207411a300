"""A look over the XML of a sheet before calamine reads it, by bytes and not by elements: it must cost next to nothing.

It finds the last filled row, hidden rows and columns, merged ranges and error values, which calamine does not tell;
and whether calamine may read the sheet at all: it takes memory for the whole box around the cells, so that one stray
cell in the last corner would ask for 550 GB, and some dialects it misreads.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop_app.domain.errors import UnsafeWorkbook
from desktop_app.ingest.files import limits
from desktop_app.ingest.files.book import SheetFacts
from desktop_app.ingest.files.references import column_number, merged_range
from desktop_app.ingest.files.xml_guard import clean_xml, encoding_of
from desktop_app.ingest.files.zip_guard import Package

_ROOT = re.compile(rb"^\s*(?:<\?xml[^>]*\?>\s*)?<((?:[A-Za-z0-9_.-]{1,20}:)?)worksheet[\s>]")
_ROW = re.compile(rb"<row\s([^<>]*)>")
_ROW_NUMBER = re.compile(rb'<row r="([0-9]{1,7})"')
_NUMBER = re.compile(rb'(?:^|\s)r="([0-9]{1,7})"')
_HIDDEN = re.compile(rb'\shidden="(?:1|true|on)"')
_CELL = re.compile(rb"<c(?=[\s/>])([^<>]*)>")
_PLACE = re.compile(rb'\sr="([A-Z]{1,3})([0-9]{1,7})"')
_PLACES = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
_TWO_LETTERS = re.compile(rb'="[A-Z]{2,3}[0-9]')
_VALUE = re.compile(rb"<v>([^<]*)</v>")
_COLUMN = re.compile(rb"<col\s([^<>]*)>")
_BOUNDS = re.compile(rb'\b(min|max)="([0-9]{1,5})"')
_MERGED = re.compile(rb'<mergeCell\s+ref=["\']([A-Za-z0-9:$]{1,30})["\']')
_THOROUGH = 8
_SAMPLED = 8
_HELD_BYTES = 64 * limits.MIB
_ONE_LETTER = 26


@dataclass(slots=True)
class SheetScan:
    """What the bytes say. `plain`: calamine reads this dialect as it is meant; the other figures hold only then."""

    facts: SheetFacts
    plain: bool = True
    height: int = 0
    width: int = 0
    cells: int = 0
    errors: dict[int, dict[int, str]] = field(default_factory=dict)
    last_row: int = 0
    segments: int = 0


def scan_sheet(package: Package, part: str) -> SheetScan:
    """Go through a sheet's part once. Raises what `clean_xml` and `Package.stream` do."""
    head = next(package.stream(part), b"")
    root = _ROOT.match(head.removeprefix(BOM_UTF8))
    scan = SheetScan(SheetFacts(package.file), plain=root is not None and encoding_of(head) == "utf-8")
    pieces = clean_xml(package.file, package.stream(part))
    for number, segment in enumerate(_segments(package.file, pieces, root[1] if root else b"", scan)):
        if number == 0:
            _read_columns(segment, scan)
        elif scan.plain:
            _read_rows(segment, scan)
    return scan


def is_utf8(package: Package, part: str) -> bool:
    """calamine reads UTF-16 as an empty sheet."""
    return encoding_of(next(package.stream(part), b"")) == "utf-8"


def _segments(file: str, pieces: Iterator[bytes], prefix: bytes, scan: SheetScan) -> Iterator[bytes]:
    """First all before the rows, then whole rows, last what follows them; that is read for merged ranges.

    Names come without their prefix: “<x:row” is what some programs write for “<row”.
    """
    row, end_of_rows = b"<" + prefix + b"row", b"</" + prefix + b"sheetData"
    held, in_rows, ended = b"", False, False
    for piece in pieces:
        held += piece
        if not in_rows and (first := held.find(row)) >= 0:
            yield _bare(held[:first], prefix)
            held, in_rows = held[first:], True
        ended = end_of_rows in held
        cut = held.find(end_of_rows) if ended else held.rfind(row)
        if in_rows and cut > 0:
            yield _bare(held[:cut], prefix)
            held = held[cut:]
        if ended:
            break
        if len(held) > _HELD_BYTES:
            raise UnsafeWorkbook(file, "satu baris di dalamnya terlalu besar")
    scan.plain = scan.plain and (ended or not in_rows)
    if not in_rows:
        yield _bare(held, prefix)
    _read_tail(held, pieces, prefix, scan)


def _bare(segment: bytes, prefix: bytes) -> bytes:
    return segment.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</") if prefix else segment


def _read_tail(held: bytes, pieces: Iterator[bytes], prefix: bytes, scan: SheetScan) -> None:
    for piece in pieces:
        held += piece
        cut = held.rfind(b"<")
        _read_merged(_bare(held[:cut], prefix), scan)
        held = held[cut:]
    _read_merged(_bare(held, prefix), scan)


def _read_merged(tail: bytes, scan: SheetScan) -> None:
    if b"<row" in tail:
        scan.plain = False
    for reference in _MERGED.findall(tail):
        scan.facts.merge(merged_range(reference.decode("ascii")))


def _read_columns(head: bytes, scan: SheetScan) -> None:
    for attributes in _COLUMN.findall(head):
        if _HIDDEN.search(b" " + attributes):
            bounds = dict(_BOUNDS.findall(attributes))
            first, last = int(bounds.get(b"min", 1)), int(bounds.get(b"max", 0))
            scan.facts.hide_columns(first - 1, last - 1)


def _read_rows(segment: bytes, scan: SheetScan) -> None:
    if b"!" in segment and b"<!" in segment:
        scan.plain = False  # calamine leaves CDATA out
        return
    scan.segments += 1
    rows = _row_numbers(segment, thorough=scan.segments <= _THOROUGH)
    if not rows or rows[0] <= scan.last_row or rows[-1] > limits.ROWS:
        scan.plain = not rows and b"<row" not in segment and b"<c" not in segment
        return
    scan.last_row = rows[-1]
    _read_cells(segment, rows, scan)
    if b"hidden" in segment:
        _read_hidden(segment, scan)
    if b"#" in segment and b't="e"' in segment:
        _read_errors(segment, scan)
    scan.height = _last_filled(segment) or scan.height


def _row_numbers(segment: bytes, *, thorough: bool) -> Sequence[int]:
    """The rows of a segment in their order; none where one has no number, or they are in disorder."""
    count = segment.count(b"<row")
    first, last = _NUMBER.search(segment), _NUMBER.search(segment, max(segment.rfind(b"<row"), 0))
    if not thorough and first and last and int(last[1]) - int(first[1]) + 1 == count:
        return range(int(first[1]), int(last[1]) + 1)
    rows = list(map(int, _ROW_NUMBER.findall(segment)))
    if len(rows) != count:
        numbers = [_NUMBER.search(attributes) for attributes in _ROW.findall(segment)]
        rows = [int(number[1]) for number in numbers if number]
    return rows if len(rows) == count and rows == sorted(set(rows)) else []


def _read_cells(segment: bytes, rows: Sequence[int], scan: SheetScan) -> None:
    """Every reference in the first segments and in some of the others; in the rest only those that stand far right."""
    if scan.segments <= _THOROUGH or scan.segments % _SAMPLED == 0:
        scan.cells += _read_places(segment, rows, scan)
        return
    scan.cells += scan.cells // (scan.segments - 1)
    if _TWO_LETTERS.search(segment):
        scan.width = max(scan.width, _widest({letters for letters, _ in _PLACES.findall(segment)}))


def _read_places(segment: bytes, rows: Sequence[int], scan: SheetScan) -> int:
    """How many cells there are; calamine may read them if each says where it is, and that in its own row."""
    places = _PLACES.findall(segment)
    if len(places) != segment.count(b"<c"):
        cells = _CELL.findall(segment)
        found = [_PLACE.search(b" " + attributes) for attributes in cells]
        places = [(place[1], place[2]) for place in found if place]
        scan.plain = scan.plain and len(places) == len(cells)
    numbers = {int(number) for number in {number for _, number in places}}
    scan.plain = scan.plain and numbers <= set(rows)
    # Where not every segment is looked into, any column of one letter may be in use.
    scan.width = max(
        scan.width, _widest({letters for letters, _ in places}), _ONE_LETTER * (scan.segments >= _THOROUGH)
    )
    return len(places)


def _widest(columns: set[bytes]) -> int:
    return max((column_number(letters.decode("ascii")) + 1 for letters in columns), default=0)


def _read_hidden(segment: bytes, scan: SheetScan) -> None:
    for attributes in _ROW.findall(segment):
        number = _NUMBER.search(attributes)
        if number and _HIDDEN.search(b" " + attributes):
            scan.facts.hidden_rows.add(int(number[1]) - 1)


def _read_errors(segment: bytes, scan: SheetScan) -> None:
    for cell in segment.split(b"</c>"):
        if b't="e"' in cell:
            _read_error(cell[max(cell.rfind(b"<c "), 0) :], scan)


def _read_error(cell: bytes, scan: SheetScan) -> None:
    attributes, _, inside = cell.partition(b">")
    place, value = _PLACE.search(attributes), _VALUE.search(inside)
    if b't="e"' in attributes and place and value:
        row = scan.errors.setdefault(int(place[2]) - 1, {})
        row[column_number(place[1].decode("ascii"))] = value[1].decode("utf-8", "replace")


def _last_filled(segment: bytes) -> int:
    """The number of the last row of the segment with a value in it; 0 where all are empty."""
    end = max(_last_value(segment, b"</v>"), segment.rfind(b"</is>"))
    start = segment.rfind(b"<row", 0, end) if end > 0 else -1
    number = _NUMBER.search(segment, start) if start >= 0 else None
    return int(number[1]) if number else 0


def _last_value(segment: bytes, close: bytes) -> int:
    """Formulas that give "" leave an empty value; thousands of them may follow the data."""
    end = segment.rfind(close)
    while end > 0 and segment[end - 1 : end] == b">":
        end = segment.rfind(close, 0, end)
    return end
