"""Totals against the rows they add up: labelled ones, and regions above others in the same table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from desktop_app.domain.indonesian import number as spelled
from desktop_app.domain.regions import parent_code
from desktop_app.ingest.cells.lost_thousands import shrunk
from desktop_app.ingest.cells.numbers import swapped_digits
from desktop_app.ingest.figures.figure_lines import Line, Remark
from desktop_app.ingest.figures.unlike import unlike_rows

_STEP = "Periksa baris yang kurang atau terhitung dua kali di lembar asli."
_PAIRED = 50
"""Small numbers of a column of which two are looked at together."""
Known = Callable[[str], bool]
"""Whether a code is one of a region."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A line that is the sum of others: `groups` are the rows that it may mean, likeliest first.

    `strict`: it says that it is a total. Otherwise it is a region above some of its parts, of which others may be missing.
    """

    line: Line
    groups: tuple[tuple[Line, ...], ...]
    strict: bool
    name: str


@dataclass(slots=True)
class Verdict:
    """What the sums of a table say: `remarks`, and by row number and field the number that a blank cell must be."""

    remarks: list[Remark] = field(default_factory=list)
    missing: dict[tuple[int, str], int | None] = field(default_factory=dict)


def check_totals(lines: Sequence[Line], wholes: Sequence[Whole], known: Known) -> Verdict:
    """Hold every whole against its parts."""
    verdict = Verdict()
    agreeing = _agreeing_depths(wholes)
    for whole in wholes:
        best = max(whole.groups, key=lambda group: _fit(whole.line, group))
        for name in whole.line.counts:
            _check_field(whole, best, name, verdict, expected=_is_expected(whole, best, name, agreeing, known))
    return verdict


def _fit(line: Line, group: Sequence[Line]) -> tuple[int, float]:
    """In how many columns the group adds up to the line, then how near it comes in the others."""
    sums = {name: added(group, name) for name in line.counts if any(name in member.counts for member in group)}
    right = sum(line.counts[name] == value for name, value in sums.items())
    far = max((abs(line.counts[name] - value) / max(line.counts[name], 1) for name, value in sums.items()), default=9.0)
    return right, -far


def added(group: Sequence[Line], name: str) -> int:
    return sum(member.counts.get(name, 0) for member in group)


def _agreeing_depths(wholes: Sequence[Whole]) -> set[tuple[int, str]]:
    """Levels and columns in which some region is the sum of the rows below it: there it is meant to be."""
    return {
        (whole.line.depth, name)
        for whole in wholes
        for name, total in whole.line.counts.items()
        if total and any(len(group) > 1 and added(group, name) == total for group in whole.groups)
    }


def _is_expected(whole: Whole, group: Sequence[Line], name: str, agreeing: set[tuple[int, str]], known: Known) -> bool:
    """Whether the parts of a region in this table are all of it, so that less than the whole is a contradiction."""
    if whole.strict:
        return True
    line = whole.line
    if any(one in line.counts and line.counts[one] == added(group, one) != 0 for one in line.counts):
        return True
    return (line.depth, name) in agreeing or _is_complete(line.region or "", group, known)


def _is_complete(region: str, group: Sequence[Line], known: Known) -> bool:
    """True where the group names every region directly below `region`."""
    given = {member.region for member in group if member.region and parent_code(member.region) == region}
    if not given or len(given) != len(group):
        return False
    numbers = range(1000, 3000) if region.count(".") == 2 else range(1, 100)
    width = 4 if region.count(".") == 2 else 2
    return all(code in given for number in numbers if known(code := f"{region}.{number:0{width}d}"))


def _check_field(whole: Whole, group: Sequence[Line], name: str, verdict: Verdict, *, expected: bool) -> None:
    line, total = whole.line, whole.line.counts[name]
    members = [member for member in group if name in member.counts]
    if not members:
        return
    if whole.strict and (remark := unlike_rows(line, members, name)):
        verdict.remarks.append(remark)
        return
    if any(added(other, name) == total for other in whole.groups) or _raw_agrees(line, members, name):
        return
    found = added(members, name)
    lacking = [member for member in group if name not in member.counts and name in member.blank | member.dashed]
    if lacking and found < total:
        if expected:
            _note_missing(lacking, name, total - found, verdict)
    elif lost := _shrunk(members, name, total - found):
        verdict.remarks += lost
    elif expected or found > total:
        verdict.remarks.append(_mismatch(whole, members, name, found))


def _note_missing(lacking: Sequence[Line], name: str, rest: int, verdict: Verdict) -> None:
    for member in lacking:
        key = member.number, name
        verdict.missing[key] = verdict.missing.get(key) or (rest if len(lacking) == 1 else None)


def _raw_agrees(line: Line, members: Sequence[Line], name: str) -> bool:
    """True where a formula added numbers that had lost their thousands: the total is as wrong as they are."""
    raw = sum(member.raw[name] for member in members)
    return raw != int(raw) and abs(raw - line.raw[name]) < 1e-6


def _shrunk(members: Sequence[Line], name: str, lacking: int) -> list[Remark]:
    """The one row, or the two, whose number lost its thousands, where that makes the total right."""
    small = [member for member in members if 0 < member.raw[name] < 1000 and member.counts[name] < 1000]
    for member in small:
        if remark := shrunk(member, name, lacking):
            return [remark]
    for one, other in combinations(small[:_PAIRED], 2):
        first, second = (shrunk(member, name, member.counts[name] * 999) for member in (one, other))
        if first and second and (one.counts[name] + other.counts[name]) * 999 == lacking:
            return [first, second]
    return []


def _mismatch(whole: Whole, members: Sequence[Line], name: str, found: int) -> Remark:
    total = whole.line.counts[name]
    message = (
        f"{whole.name} tertulis {spelled(total)}, tetapi jumlah {len(members)} barisnya {spelled(found)}"
        f" (selisih {spelled(abs(total - found))}).{_why(members, name, total, found)}"
    )
    return Remark(whole.line.number, name, spelled(total), "total_mismatch", message, _STEP, total, found)


def _why(members: Sequence[Line], name: str, total: int, found: int) -> str:
    return next(_reasons(members, name, total, found), "")


def _reasons(members: Sequence[Line], name: str, total: int, found: int) -> Iterator[str]:
    """One slip that would explain the difference, if it fits to the last digit."""
    difference = total - found
    if found in swapped_digits(total):
        yield f" Bila dua angka totalnya tertukar ({spelled(found)}), cocok."
    for member in members:
        count = member.counts[name]
        place = f"baris {member.number} ({member.said})" if member.said else f"baris {member.number}"
        if count and count == -difference:
            yield f" Cocok bila {place} tidak ikut dijumlahkan."
        if count and count == difference:
            yield f" Cocok bila {place} dijumlahkan dua kali."
        if count + difference in swapped_digits(count):
            yield f" Cocok bila dua angka pada {place} tertukar: {spelled(count + difference)}."
