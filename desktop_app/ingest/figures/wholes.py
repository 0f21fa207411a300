"""Which rows of a table add up others: JUMLAH and its like, regions above their parts, and totals without a name."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from desktop_app.domain.regions import parent_code
from desktop_app.ingest.figures.figure_lines import Line
from desktop_app.ingest.figures.totals import Whole, added

UNNAMED = "Baris jumlah tanpa nama"
_PART = re.compile(r"\bsub\b|\bsub ?-?total", re.IGNORECASE)
Key = tuple[str, str]
"""Period and region of a row."""
_MANY = 200
"""Totals of one table above which a total is only held against its own block."""


def find_wholes(lines: Sequence[Line], name: Callable[[Line], str]) -> list[Whole]:
    """Every row that is the sum of other rows, with the groups of rows that it may add up. `name`: of a region's row."""
    counting = [line for line in lines if line.label or line.region or line.has_figures]
    return [*_labelled(counting), *_regions([line for line in counting if line.is_data], name)]


def name_unlabelled(lines: Sequence[Line]) -> None:
    """Give a label to rows without any words whose numbers are the sum of the rows above them."""
    nameless = [
        place for place, line in enumerate(lines) if line.is_data and not line.said and not line.region and line.counts
    ]
    for place in nameless[:_MANY]:
        above_it, line = [one for one in lines[:place] if one.label or one.has_figures], lines[place]
        if any(_is_sum(line, group) for group in _groups([*above_it, line], len(above_it), full=True)):
            line.label = UNNAMED


def _is_sum(line: Line, group: Sequence[Line]) -> bool:
    """At least half of the columns agree, of which one is not zero."""
    if len(group) < 2:
        return False
    right = [name for name, total in line.counts.items() if total == added(group, name)]
    return len(right) * 2 >= len(line.counts) and any(line.counts[name] for name in right)


def _labelled(lines: Sequence[Line]) -> Iterator[Whole]:
    totals = [place for place, line in enumerate(lines) if line.label and not line.average]
    for place in totals:
        line = lines[place]
        groups = tuple(_groups(lines, place, full=len(totals) <= _MANY or place == totals[-1]))
        if groups:
            yield Whole(line, groups, strict=True, name=line.label if line.label == UNNAMED else f"“{line.label}”")


def _groups(lines: Sequence[Line], place: int, *, full: bool) -> list[tuple[Line, ...]]:
    """What the total in `place` may add up: its region, the rows since the last total, all rows, or the totals above."""
    line = lines[place]
    last = next((at for at in range(place - 1, -1, -1) if lines[at].label), -1)
    block = [one for one in lines[last + 1 : place] if one.is_data]
    before = [one for one in lines[:place] if one.is_data] if full else block
    if not before:
        before = block = _until_total(lines, place)
    named = [one for one in before if line.region and one.region and _within(one.region, line.region)]
    totals = [one for one in lines[:place] if one.label and not one.average] if full else []
    ways = (named, block, before, totals) if _PART.search(line.label) else (named, before, totals, block)
    return _distinct(variant for way in ways if way for variant in _variants(way))


def _until_total(lines: Sequence[Line], place: int) -> list[Line]:
    """The rows below a total that stands above what it adds up."""
    stop = next((at for at in range(place + 1, len(lines)) if lines[at].label), len(lines))
    return list(lines[place + 1 : stop])


def _within(region: str, outer: str) -> bool:
    """True below `outer`, not for itself."""
    return region.startswith(outer + ".")


def _variants(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The same rows on their lowest or highest level, without and with those that give a region a second time."""
    once = _once(lines)
    for some in (once, lines):
        holders = {code for line in some if line.region for code in above(line.region)}
        given = {line.region for line in some if line.region}
        yield [line for line in some if line.region not in holders]
        yield [line for line in some if not line.region or given.isdisjoint(above(line.region))]
        yield some


def _once(lines: Sequence[Line]) -> list[Line]:
    seen: set[str] = set()
    found = []
    for line in lines:
        if not line.region or line.region not in seen:
            found.append(line)
        seen.add(line.region or "")
    return found


def _distinct(groups: Iterable[Sequence[Line]]) -> list[tuple[Line, ...]]:
    found: dict[tuple[int, ...], tuple[Line, ...]] = {}
    for group in groups:
        if group:
            found.setdefault(tuple(line.number for line in group), tuple(group))
    return list(found.values())


def _regions(lines: Sequence[Line], name: Callable[[Line], str]) -> Iterator[Whole]:
    """Regions above others of the same period in the table, whatever their order."""
    first: dict[Key, Line] = {}
    for line in lines:
        if line.region:
            first.setdefault((line.period, line.region), line)
    holders = {(period, code) for period, region in first for code in above(region)}
    parts: dict[Key, list[Line]] = {}
    for key, line in first.items():
        # A line without numbers above others is a heading: the rows below it belong to the region above.
        if (line.counts or key not in holders) and (over := next(_givers(key, first), None)):
            parts.setdefault(over, []).append(line)
    strays = _strays(lines, first, holders)
    for key, members in parts.items():
        groups = [tuple(members), *([(*members, *strays[key])] if key in strays else [])]
        yield Whole(first[key], tuple(groups), strict=False, name=name(first[key]))


def _givers(key: Key, first: Mapping[Key, Line]) -> Iterator[Key]:
    """The regions above `key`'s, nearest first, of which the table gives numbers."""
    period, region = key
    return (over for code in above(region) if (over := (period, code)) in first and first[over].counts)


def _strays(lines: Sequence[Line], first: Mapping[Key, Line], holders: set[Key]) -> dict[Key, list[Line]]:
    """Rows whose place stayed open, for each region that they may lie in by where they stand."""
    found: dict[Key, list[Line]] = {}
    last: Key | None = None
    for line in lines:
        if line.region:
            last = line.period, line.region
        elif last and line.counts:
            for key in (*([last] if last in holders else []), *_givers(last, first)):
                found.setdefault(key, []).append(line)
    return found


def above(region: str) -> Iterator[str]:
    """The codes above a region, nearest first."""
    code = parent_code(region)
    while code:
        yield code
        code = parent_code(code)
