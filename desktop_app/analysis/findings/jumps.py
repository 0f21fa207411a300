"""Jumps: a change from one month to the next that is far from what is usual for the region."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from desktop_app.analysis.findings.flows import resets
from desktop_app.analysis.findings.values import Finding, Known, finding
from desktop_app.domain.facts import ListedPeople, RecapFact
from desktop_app.domain.indonesian import MINUS, long_date, number
from desktop_app.domain.periods import months_between

LIMIT = 3.5
"""Robust scores above this are called jumps (Iglewicz and Hoaglin 1993, who use the same score)."""

MAD_TO_DEVIATION = 1.4826
"""Makes the median absolute deviation of normal data their standard deviation."""

FEWEST_CHANGES = 6
"""Fewer changes say nothing about what is usual."""

SMALLEST_PART, SMALLEST_PEOPLE = 0.01, 20
"""A jump differs from the usual by at least this part of the figure before it, and by as many people a month."""


@dataclass(frozen=True, slots=True)
class Jump:
    """From `before` people in `since` to `after` in `until`; `usual` people a month. `score`: None where all other

    changes are alike, so that any other stands out.
    """

    since: date
    until: date
    before: int
    after: int
    usual: float
    score: float | None


def jumps_of(series: Sequence[tuple[date, int]]) -> list[Jump]:
    """Jumps of people by month, oldest first, of one region on one base.

    Score: |x − median| / (1.4826 × MAD) of the changes per month. A jump straight back is part of the one before it.

    Source: docs/rumus.md, “Temuan”.
    """
    steps = list(pairwise(series))
    if len(steps) < FEWEST_CHANGES:
        return []
    changes = [(after - before) / months_between(since, until) for (since, before), (until, after) in steps]
    usual = median(changes)
    spread = MAD_TO_DEVIATION * median([abs(change - usual) for change in changes])
    found: list[Jump] = []
    for ((since, before), (until, after)), change in zip(steps, changes, strict=True):
        off = change - usual
        if not _stands_out(off, spread, before) or (found and _goes_back(found[-1], since, off)):
            continue
        found.append(Jump(since, until, before, after, usual, abs(off) / spread if spread else None))
    return found


def _stands_out(off: float, spread: float, before: int) -> bool:
    return abs(off) > LIMIT * spread and abs(off) >= max(SMALLEST_PART * before, SMALLEST_PEOPLE)


def _goes_back(last: Jump, since: date, off: float) -> bool:
    return last.until == since and (last.after - last.before > 0) != (off > 0)


def jumps(series: Sequence[RecapFact], known: Known) -> Iterator[Finding]:
    """Jumps of the people of one region, measure and base, by month."""
    counted = {fact.period: fact for fact in series if fact.people is not None}
    found = jumps_of([(period, fact.people or 0) for period, fact in counted.items()])
    begun_anew = {fact.period for fact in resets(series)} if found else set()
    for jump in found:
        if jump.until not in begun_anew:
            yield finding("jump", counted[jump.until], known, _sentence(jump))


def listed_jumps(lists: Sequence[ListedPeople], known: Known) -> Iterator[Finding]:
    """Jumps of the people of one region in lists that are complete; partial lists and samples are never set beside them."""
    counted = {one.period: one for one in lists if one.complete and not one.sample}
    for jump in jumps_of([(period, counted[period].people) for period in sorted(counted)]):
        region = counted[jump.until].region
        message = f"{known.region(region)}, {long_date(jump.until)}, daftar peserta: {_sentence(jump)}"
        yield Finding("jump", region, jump.until, message, f"Daftar peserta lengkap {long_date(jump.until)}")


def _sentence(jump: Jump) -> str:
    difference = jump.after - jump.before
    more = f"{number(abs(difference))} {'lebih banyak' if difference > 0 else 'lebih sedikit'}"
    score = f"skor {number(jump.score, 1)}, batas {number(LIMIT, 1)}" if jump.score is not None else "lainnya tetap"
    return (
        f"{number(jump.after)} orang, {more} daripada {long_date(jump.since)} ({number(jump.before)}); biasanya"
        f" {_signed(jump.usual)} orang per bulan ({score}). Periksa apakah berkas bulan itu lengkap dan definisinya sama."
    )


def _signed(change: float) -> str:
    rounded = round(change)
    return f"{'+' if rounded > 0 else MINUS if rounded < 0 else ''}{number(abs(rounded))}"
