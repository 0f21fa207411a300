"""A change of coverage that coincides with another denominator."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.analysis.digits import as_printed, decimals
from desktop_app.analysis.findings.values import Finding, Known, finding, fraction
from desktop_app.analysis.numerators import base_key
from desktop_app.domain.facts import RecapFact
from desktop_app.domain.indonesian import long_date, percent, points

SMALLEST_CHANGE = 0.01
"""One point: less would pass for a change of the month."""


def base_changed(series: Sequence[RecapFact], known: Known) -> Iterator[Finding]:
    """Neighbouring months of one region and sector, by month, whose shares stand on different bases.

    A remark: both may be right, but the difference is no growth and no fall. Where a month has a figure on the base of
    the month before, the two are compared on that one, and nothing is said.
    """
    if len({fact.base_name for fact in series}) < 2:
        return
    months: dict[object, list[RecapFact]] = {}
    for fact in series:
        if _share(fact, known) is not None:
            months.setdefault(fact.period, []).append(fact)
    by_month = list(months.values())
    for earlier, later in pairwise(by_month):
        if {base_key(fact.base_name) for fact in earlier}.isdisjoint(base_key(fact.base_name) for fact in later):
            yield from _compared(earlier[-1], later[-1], known)


def _compared(before: RecapFact, after: RecapFact, known: Known) -> Iterator[Finding]:
    old, new = _share(before, known), _share(after, known)
    if old is None or new is None or abs(new - old) < SMALLEST_CHANGE:
        return
    said = (
        f"{_words(old)} pada {long_date(before.period)} menjadi {_words(new)} ({points(new - old)} poin), tetapi"
        f" penyebutnya berbeda: {_named(before)}, lalu {_named(after)}. Perubahan itu bukan"
        f" {'kenaikan' if new > old else 'penurunan'} cakupan semata."
    )
    advice = _restated(before, after, known) or "Samakan penyebutnya sebelum membandingkan."
    yield finding("base_changed", after, known, f"{said} {advice}", serious=False)


def _share(fact: RecapFact, known: Known) -> float | None:
    workers = known.stored(fact) or fact.workers
    return fact.people / workers if fact.people is not None and workers else fact.share


def _words(share: float) -> str:
    return as_printed(share) if decimals(share) <= 2 else percent(share)


def _named(fact: RecapFact) -> str:
    return fact.base_name or "tidak disebut"


def _restated(before: RecapFact, after: RecapFact, known: Known) -> str:
    """The earlier people on the later base, where that is known: two points that may be compared."""
    workers = known.workers(after)
    if before.people is None or not workers:
        return ""
    return f"Pada penyebut {_named(after)}, {long_date(before.period)} adalah {percent(before.people / workers)} ({fraction(before.people, workers)})."
