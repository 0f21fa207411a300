"""What is known of a messy sheet: the object that `check --json` owes, reduced to the keys that a case is sure of."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Pins = Mapping[str, object]
"""Key of the answer -> the value it must have; a `frozenset` means “any one of these”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTruth:
    """One kept row. `warn`: codes that must stand there; `doubtful`: some code must, `clean`: none may."""

    sheet: str
    row: int
    pins: Pins
    warn: tuple[str, ...] = ()
    doubtful: bool = False
    clean: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedTruth:
    """One row that is not counted; `state` "parked" or "refused", None where the text leaves it open."""

    sheet: str
    row: int
    state: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableTruth:
    """One entry of `sheets`; None is not compared. `columns`: letter -> field, only the named letters are compared."""

    name: str
    kind: str | None = None
    header_rows: tuple[int, ...] | None = None
    period: str | None = None
    first_row: int | None = None
    last_row: int | None = None
    columns: Pins = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTruth:
    """One entry of `recap.values`, found by region (and sheet)."""

    region: str
    pins: Pins
    sheet: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class CheckTruth:
    """One entry of `recap.checks`; `mentions` must stand somewhere in its texts."""

    row: int
    code: str
    pins: Pins = field(default_factory=dict)
    mentions: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """Everything a case is sure of; None and empty are not compared.

    `rows`, `rejected`, `figures`: complete lists, what stands beside them is invented, what lacks is lost. `checks`:
    complete for the codes of recaps when `only_checks`. `said`: parts of one of the messages. `open` "either": refused
    or read in part, and then a message says so; "sound": the same, or read whole.
    """

    open: str = "ok"
    storable: bool | None = None
    rows: tuple[RowTruth, ...] | None = None
    rejected: tuple[RejectedTruth, ...] | None = None
    persons: Pins = field(default_factory=dict)
    by_period: Mapping[str, Pins] = field(default_factory=dict)
    figures: tuple[FigureTruth, ...] | None = None
    checks: tuple[CheckTruth, ...] = ()
    only_checks: bool = False
    companies: Pins = field(default_factory=dict)
    tables: tuple[TableTruth, ...] = ()
    counts: Pins = field(default_factory=dict)
    asked: Pins = field(default_factory=dict)
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One messy sheet: `trap` groups cases, `file` is the name it comes under, `write` puts it there.

    `apart`: it may take a process down, so the program is asked as it is, with its worker.
    """

    trap: str
    name: str
    file: str
    write: Callable[[Path], None]
    truth: Truth
    options: tuple[str, ...] = ("--period", "2025-03")
    apart: bool = False


def persons_of(rows: Iterable[RowTruth]) -> Pins:
    """`persons` of the rows, as the issue defines it: distinct NIK, in all and inside each group.

    A grouping is left out where a row does not pin what it needs.
    """
    rows = list(rows)
    active = [row for row in rows if row.pins.get("active", True)]
    answer: dict[str, object] = {"distinct": _distinct(rows), "distinct_active": _distinct(active)}
    for key, parts in _GROUPS.items():
        if rows and all(part in row.pins and row.pins[part] is not None for row in rows for part in parts):
            answer[key] = _grouped(active, parts)
    return answer


_GROUPS: Mapping[str, Sequence[str]] = {
    "by_regency_active": ("regency",),
    "by_segment_active": ("segment",),
    "by_regency_segment_active": ("regency", "segment"),
}


def _distinct(rows: Iterable[RowTruth]) -> int:
    return len({row.pins["nik"] for row in rows})


def _grouped(rows: Iterable[RowTruth], parts: Sequence[str]) -> dict[str, int]:
    groups: defaultdict[str, set[object]] = defaultdict(set)
    for row in rows:
        groups["|".join(str(row.pins[part]) for part in parts)].add(row.pins["nik"])
    return {key: len(people) for key, people in groups.items()}
