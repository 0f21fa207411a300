"""Cuts a sheet into the areas of its tables, once their headers are known."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop_app.domain.sheets import PEOPLE_KINDS
from desktop_app.ingest.finding.areas import WIDEST, Area, Header, line_of
from desktop_app.ingest.finding.header_rows import (
    carries_forward,
    first_text,
    is_entry,
    is_household,
    is_words,
    same_text,
)
from desktop_app.ingest.finding.header_scores import field as header_field
from desktop_app.ingest.finding.long_sheets import Survey
from desktop_app.ingest.grid import Row, at, is_blank, is_empty

_TAIL_ROWS = 12
"""Rows at the end of a table that may name its source."""
_TITLE_ROWS = 40
_MOST_CELLS = 3
"""Filled cells of a title line: “Bulan”, “:”, “Januari 2024”."""

_NO_TITLE = re.compile(
    r"\(?\*?\s*(?:sumber|catatan|nb|note|mengetahui|menyetujui|dicetak|diunduh|tembusan|nip\b|jumlah|jml|total|sub ?-?total"
    r"|grand ?-?total|halaman|hal\b|page|lanjutan|kepala dinas|camat|perbekel|lurah|yang membuat|petugas|tanda tangan|ttd)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^[^\d:,]+,\s*\d{1,2}\s+\w+\s+\d{4}\s*$")
"""“Gianyar, 5 Februari 2026”: the place and day of a signature."""


@dataclass(slots=True)
class _Place:
    """A header on its way to an area."""

    header: Header
    columns: range
    start: int = 0
    end: int = 0
    left: int = 0
    right: int = WIDEST
    highest: int = WIDEST
    lines: list[tuple[int, Row]] = field(default_factory=list)
    titles: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    """Titles that are no lines of a household."""


def cut(survey: Survey) -> tuple[Area, ...]:
    """The areas of all headers; one that only repeats the header above it opens no area of its own."""
    places: list[_Place] = []
    for found in sorted(survey.found, key=lambda found: (found.header.top, found.columns.start)):
        place = _Place(found.header, found.columns)
        above = _above(place, places) or _ended(place, places, survey)
        _find_titles(place, above, survey)
        if not (above and _is_again(place, above)):
            places.append(place)
    _find_borders(places, survey)
    shared = places[0].titles if places else ()
    return tuple(_area(place, survey, shared if place is not places[0] else ()) for place in places)


def _above(place: _Place, places: Sequence[_Place]) -> _Place | None:
    """The nearest table above, in some of the same columns."""
    above = (other for other in reversed(places) if other.header.top < place.header.top)
    return next((other for other in above if _share_columns(other, place)), None)


def _ended(place: _Place, places: Sequence[_Place], survey: Survey) -> _Place | None:
    """The nearest table above in other columns, if it does not go on beside this one."""
    above = next((other for other in reversed(places) if other.header.top < place.header.top), None)
    return above if above and not _goes_on(above, place.header, survey) else None


def _share_columns(one: _Place, other: _Place) -> bool:
    return one.columns.start < other.columns.stop and other.columns.start < one.columns.stop


def _is_again(place: _Place, above: _Place) -> bool:
    """True for the same header without lines of its own that the table above does not have, too."""
    if not _same_labels(place.header, above.header):
        return False
    known = {same_text(line) for line in above.titles}
    return all(same_text(line) in known for line in place.own)


def _same_labels(one: Header, other: Header) -> bool:
    if one.labels is other.labels:
        return bool(one.labels)
    columns = one.labels.keys() | other.labels.keys()
    same = sum(_texts(one, column) == _texts(other, column) or _mean_alike(one, other, column) for column in columns)
    return bool(columns) and same >= 0.8 * len(columns)


def _mean_alike(one: Header, other: Header, column: int) -> bool:
    """“Kec.” and “Kecamatan”: another word for the same field of people; figures often differ in a word only."""
    if one.kind is not other.kind or one.kind not in PEOPLE_KINDS:
        return False
    names = {header_field(one.kind, header.labels.get(column, ()))[0] for header in (one, other)}
    return len(names) == 1 and names != {""}


def _texts(header: Header, column: int) -> str:
    return same_text(" ".join(header.labels.get(column, ())))


def _find_titles(place: _Place, above: _Place | None, survey: Survey) -> None:
    top = place.header.top
    if above is None:
        rows = [(row, survey.seen.get(row, ())) for row in range(max(0, top - _TITLE_ROWS), top)]
        place.lines = [(number, row) for number, row in rows if not is_empty(row)]
    else:
        place.start, place.lines = _climb(top, above, survey)
    place.titles = tuple(line_of(row) for _, row in place.lines)
    place.own = () if any(is_household(row) for _, row in place.lines) else place.titles


def _climb(top: int, above: _Place, survey: Survey) -> tuple[int, list[tuple[int, Row]]]:
    """The title lines above row `top`, up to the first row of data, note, total or signature of the table above."""
    start, rows, blanks = top, list[tuple[int, Row]](), 0
    for number in range(top - 1, above.header.first_row - 1, -1):
        row = survey.seen.get(number)
        if row is None or blanks > 3:
            break
        if is_empty(row):
            blanks += 1
        elif _is_title(row, above.header):
            start, blanks = number, 0
            rows.insert(0, (number, row))
        else:
            break
    return start, rows


def _is_title(row: Row, above: Header) -> bool:
    if not is_entry(row) and _fills(row, above):
        return False
    filled = [cell for cell in row if not is_blank(cell)]
    distinct = dict.fromkeys(map(str, filled))
    text = first_text(row)
    if len(distinct) > _MOST_CELLS or not is_words(filled[0]) or carries_forward(row):
        return False
    return not (_NO_TITLE.match(text) or any(_SIGNED.match(str(cell)) for cell in filled))


def _fills(row: Row, header: Header) -> bool:
    """True for a row that fills the columns of a table as its data do."""
    filled = sum(not is_blank(at(row, column)) for column in header.labels)
    return filled >= 2 and filled >= 0.75 * len(header.labels)


def _find_borders(places: Sequence[_Place], survey: Survey) -> None:
    """Down to the next table in the same columns, or in others where nothing goes on beside it; then left and right."""
    for index, place in enumerate(places):
        place.end = survey.height
        for other in places[index + 1 :]:
            level = other.header.top == place.header.top
            if not level and (_share_columns(place, other) or not _goes_on(place, other.header, survey)):
                place.end = max(other.start, place.header.first_row)
                break
            _part(*sorted((place, other), key=lambda one: one.columns.start))


def _part(left: _Place, right: _Place) -> None:
    """Two tables beside each other."""
    left.right, right.left = min(left.right, right.columns.start), right.columns.start
    left.highest, right.highest = min(left.highest, right.header.top), min(right.highest, left.header.top)


def _goes_on(place: _Place, other: Header, survey: Survey) -> bool:
    """True when the columns of a table are filled beside the rows of a header further down."""
    rows = [survey.seen.get(row, ()) for row in range(other.top, other.first_row + 3)]
    return sum(any(not is_blank(at(row, column)) for column in place.columns) for row in rows) >= 2


def _parted(place: _Place, highest: int) -> tuple[str, ...]:
    """The title lines of a table that has others beside it: its own first, then those over all.

    From row `highest` on, where the first of the others has its header, what stands beside it is theirs.
    """
    own, shared = [], []
    for number, row in place.lines:
        mine, left, right = row[place.left : place.right], row[: place.left], row[place.right :]
        if is_empty(mine):
            shared += [line_of(row)] if number < highest else []
        else:
            own.append(line_of(row if is_empty(left) and is_empty(right) else mine))
    return (*own, *shared)


def _area(place: _Place, survey: Survey, shared: tuple[str, ...]) -> Area:
    rows = range(max(place.header.first_row, place.end - _TAIL_ROWS), place.end)
    tail = [survey.seen[row][place.left : place.right] for row in rows if row in survey.seen]
    return Area(
        header=place.header, start=place.start, end=place.end, left=place.left, right=place.right,
        titles=_distinct(_parted(place, place.highest)), shared=_distinct(shared), tail=tuple(row for row in tail if not is_empty(row)),
    )  # fmt: skip


def _distinct(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))
