"""“Mengapa berubah?”: from one month's people to another's, step by step."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from desktop_app.analysis.change import Change, ChangeKind, ChangePart
from desktop_app.analysis.chart_words import signed
from desktop_app.domain.indonesian import NBSP, long_date, month_year, number, percent, points, short_date
from desktop_app.domain.regions import Region

_FLAT = 0.6
"""Where the lowest level is at least this part of the highest, the axis does not start at 0: the steps would be slivers."""
_FOOT = 0.3
"""What is left of the totals then, as a part of the whole way up and down."""


class StepKind(StrEnum):
    """How a step is drawn: totals stand on the axis, the others hang between two levels."""

    TOTAL = "total"
    PLUS = "plus"
    MINUS = "minus"
    ZERO = "zero"
    OPEN = "open"
    """Not explained: outlined with a dashed edge, up or down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From the level `start` to `end`, in people. `value` is signed, of totals the count; `second` the points or share.

    `detail` are the lines of the hover card.
    """

    key: str
    label: str
    kind: StepKind
    start: int
    end: int
    value: str
    second: str = ""
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterfallChart:
    """Steps from left to right; the axis goes from `bottom` to `top` people, and totals have a broken foot above 0.

    `total` is the change in words (“+28.487 orang”).
    """

    title: str
    source: str
    total: str
    steps: tuple[Step, ...]
    bottom: int
    top: int

    @property
    def cut(self) -> bool:
        return self.bottom > 0


def waterfall_chart(change: Change, region: Region | None = None, origin: str = "") -> WaterfallChart:
    """The parts of `change` between its two totals.

    Args:
        region: whose change it is, for the title of a picture that leaves the window.
        origin: who says so, for the source line: “BPJS Ketenagakerjaan”.
    """
    levels = list(accumulate((part.people for part in change.parts), initial=change.before))
    steps = (
        _total(change, change.before, first=True),
        *(_step(part, start) for part, start in zip(change.parts, levels, strict=False)),
        _total(change, change.after, first=False),
    )
    bottom, top = _axis([*levels, change.after])
    unit = f"{signed(change.people)} orang"
    if change.hundredths is not None:
        unit += f", {points(change.hundredths / 10_000)}{NBSP}poin"
    return WaterfallChart(
        title=_title(change, region), source=_source(change, origin), total=unit, steps=steps, bottom=bottom, top=top
    )


def _total(change: Change, people: int, *, first: bool) -> Step:
    day, share = (change.since, change.before_share) if first else (change.until, change.after_share)
    base = change.base_before if first else change.base_after
    lines = [f"{number(people)} orang" + (f" = {percent(share)}" if share is not None else "")]
    lines += [f"Penyebut: {base}"] if base else []
    return Step(
        key=day.isoformat(), label=_short(change, first=first), kind=StepKind.TOTAL, start=0, end=people,
        value=number(people), second=percent(share) if share is not None else "", detail=tuple(lines),
    )  # fmt: skip


def _short(change: Change, *, first: bool) -> str:
    """“30 Jun”, or with the year where the two months lie in different years: “Des 2024”."""
    day, month, year = short_date(change.since if first else change.until).split(" ")
    return f"{day} {month}" if change.since.year == change.until.year else f"{month} {year}"


def _step(part: ChangePart, start: int) -> Step:
    second = f"{points(part.points)}{NBSP}poin" if part.points is not None else ""
    unit = f"{signed(part.people)} orang" + (f", {second}" if second else "")
    return Step(
        key=part.kind.value, label=part.kind.value.capitalize(), kind=_kind(part), start=start,
        end=start + part.people, value=signed(part.people), second=second, detail=(unit, part.detail),
    )  # fmt: skip


def _kind(part: ChangePart) -> StepKind:
    if part.kind is ChangeKind.OPEN:
        return StepKind.OPEN
    return StepKind.PLUS if part.people > 0 else StepKind.MINUS if part.people < 0 else StepKind.ZERO


def _axis(levels: Sequence[int]) -> tuple[int, int]:
    """Ends in people: from 0, or with the totals cut short where they would dwarf the steps."""
    low, high = max(min(levels), 0), max(*levels, 1)
    if low == high or low < _FLAT * high:
        return 0, high
    return max(int(low - _FOOT * (high - low)), 1), high


def _title(change: Change, region: Region | None) -> str:
    """“Mengapa berubah? Provinsi Bali, Juni sampai Desember 2025, orang”."""
    whose = f"{region.full_name}, " if region is not None else ""
    since = month_year(change.since)
    if change.since.year == change.until.year:
        since = since.rsplit(" ", 1)[0]
    return f"Mengapa berubah? {whose}{since} sampai {month_year(change.until)}, orang"


def _source(change: Change, origin: str) -> str:
    one = change.base_before == change.base_after
    bases = change.base_after if one else f"{change.base_before} lalu {change.base_after}"
    data = f"Data: {long_date(change.since)} dan {long_date(change.until)}"
    return f"Penyebut: {bases}. {data}{', ' if origin else ''}{origin.rstrip('.')}."
