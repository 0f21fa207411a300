"""Parts against their whole inside one row: PU + BPU + Jakon = Jumlah, L + P = Jumlah, working + unemployed = labour force."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from desktop_app.domain.indonesian import number as spelled
from desktop_app.ingest.cells.lost_thousands import shrunk
from desktop_app.ingest.cells.units import Unit, unit_of
from desktop_app.ingest.figures.checks import LOOK_UP
from desktop_app.ingest.figures.figure_lines import Line, Remark

_COMPLETE = frozenset({"people_pu", "people_bpu", "people_jakon"})
_SUMS = (
    ("people_total", ("people_pu", "people_bpu", "people_jakon")),
    ("people_total", ("people_formal", "people_informal")),
    ("people_total", ("people_jk_lk", "people_jk_pr")),
    ("workers_total", ("workers_formal", "workers_informal")),
    ("workforce", ("workers_total", "unemployed")),
)
_WORDS = {
    "people_pu": "PU", "people_bpu": "BPU", "people_jakon": "Jakon", "people_formal": "formal",
    "people_informal": "informal", "people_jk_lk": "laki-laki", "people_jk_pr": "perempuan",
    "workers_formal": "formal", "workers_informal": "informal", "workers_total": "bekerja", "unemployed": "pengangguran",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PartSum:
    """`whole` = the `parts` (fields), and where the table shows it a further column (`extra`, from 0) without a field."""

    whole: str
    parts: tuple[str, ...]
    extra: int | None = None

    def known(self, line: Line) -> int:
        return sum(line.counts.get(part, 0) for part in self.parts) + self._beside(line)

    def _beside(self, line: Line) -> int:
        return round(line.others.get(self.extra, 0)) if self.extra is not None else 0

    def agrees(self, line: Line) -> bool:
        return line.counts[self.whole] == self.known(line)


def part_sums(fields: set[str], lines: Sequence[Line], headers: Mapping[int, str]) -> list[PartSum]:
    """The sums that hold in a table of these fields. `headers`: of the columns without a field."""
    found = []
    for whole, parts in _SUMS:
        present = tuple(part for part in parts if part in fields)
        if whole in fields and len(present) >= 2:
            given = [line for line in lines if whole in line.counts and any(part in line.counts for part in present)]
            plain = PartSum(whole, present)
            best = max([plain, *_with_extra(plain, given, headers)], key=lambda one: sum(map(one.agrees, given)))
            if given and _is_meant(best, len(present) == len(parts), given):
                found.append(best)
    return found


def _with_extra(plain: PartSum, given: Sequence[Line], headers: Mapping[int, str]) -> Iterator[PartSum]:
    """The sum with one more column of people, which may be a segment that has no field."""
    for place in {place for line in given for place in line.others}:
        if unit_of(headers.get(place, "")) in (Unit.OPEN, Unit.PEOPLE):
            yield PartSum(plain.whole, plain.parts, place)


def _is_meant(one: PartSum, complete: bool, given: Sequence[Line]) -> bool:
    """A table without a column for Jakon whose total is always larger counts more than it shows: no sum at all."""
    if complete or len(given) == 1 or any(map(one.agrees, given)):
        return True
    return any(one.known(line) > line.counts[one.whole] for line in given)


def check_parts(line: Line, sums: Sequence[PartSum], header: Callable[[str], str]) -> Iterator[Remark]:
    """Say which parts are not their whole; one remark for each whole."""
    said = set()
    for one in sums:
        if one.whole in said or one.whole not in line.counts or not _is_wrong(one, line):
            continue
        said.add(one.whole)
        yield _remark(line, one, header(one.whole))


def _is_wrong(one: PartSum, line: Line) -> bool:
    """Parts that are not known may be what is missing; then only too much is a contradiction."""
    given = [part for part in one.parts if part in line.counts]
    if not given or one.agrees(line):
        return False
    return len(given) == len(one.parts) or one.known(line) > line.counts[one.whole]


def _remark(line: Line, one: PartSum, header: str) -> Remark:
    whole, parts = line.counts[one.whole], {part: line.counts[part] for part in one.parts if part in line.counts}
    known = one.known(line)
    for part in parts:
        if lost := shrunk(line, part, whole - known):
            return lost
    words = " + ".join(f"{_WORDS[part]} {spelled(count)}" for part, count in parts.items())
    message = (
        f"{words} = {spelled(known)}, tetapi “{header}” tertulis {spelled(whole)} (selisih {spelled(abs(known - whole))})."
        f"{_subset(parts, whole)}"
    )
    return Remark(line.number, one.whole, spelled(whole), "sum_mismatch", message, LOOK_UP, whole, known)


def _subset(parts: dict[str, int], whole: int) -> str:
    """“PU + BPU saja cocok”: which of the parts would make the whole."""
    filled = [part for part, count in parts.items() if count]
    for size in range(len(filled) - 1, 0, -1):
        for some in combinations(filled, size):
            if sum(parts[part] for part in some) == whole:
                left = " dan ".join(_WORDS[part] for part in parts if part not in some and parts[part])
                return f" Cocok bila {left} tidak ikut dihitung."
    return ""


def missing_part(line: Line, sums: Sequence[PartSum]) -> dict[str, int]:
    """Field -> the number that a blank part or a blank whole would have to be; 0 where the sum is right without it."""
    found: dict[str, int] = {}
    for one in sums:
        lacking = [part for part in one.parts if part not in line.counts]
        if one.whole in line.counts and len(lacking) == 1 and line.counts[one.whole] >= one.known(line):
            found.setdefault(lacking[0], line.counts[one.whole] - one.known(line))
        elif one.whole in line.counts and one.agrees(line):
            found.update(dict.fromkeys(lacking, 0))
        elif one.whole not in line.counts and not lacking:
            found.setdefault(one.whole, one.known(line))
    return found
