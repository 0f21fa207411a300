"""The figure of a region for a month: the newest of that month or the twelve before, from a list or a recap."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from desktop_app.analysis.list_numerators import listed_count
from desktop_app.analysis.numerators import (
    REPORTED,
    USUAL,
    Count,
    base_key,
    current,
    of_sector,
    printed_share,
    recap_count,
    says_share,
)
from desktop_app.domain.facts import ListedPeople, RecapFact
from desktop_app.domain.indonesian import long_date, number, percent
from desktop_app.domain.periods import months_between
from desktop_app.domain.segments import MEASURE_OF_SECTOR, Numerator, Sector, Segment

OLDEST_MONTHS = 12
"""A figure stands for a month when it is of that month or of the twelve before."""


class MonthFigure(NamedTuple):
    """What is known of a region in `period`: people of a recap (`fact`) or a list (`listed`), or a printed share.

    `reported` is a share (0.5868) that the recap prints on the asked base and that cannot be computed from its people.
    `recap` is what a recap counts where the list is taken; `facts` are all recap figures of the month. `segments` are
    those that the list was counted for (everybody where empty).
    """

    period: date
    people: int | None = None
    reported: float | None = None
    fact: RecapFact | None = None
    listed: ListedPeople | None = None
    definition: str = ""
    recap: Count | None = None
    facts: tuple[RecapFact, ...] = ()
    segments: frozenset[Segment] = frozenset()

    @property
    def note(self) -> str:
        return self.fact.note if self.fact is not None else ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is stored, by region and month, for one base name, sector and numerator.

    `found` keeps the figures that were worked out, `own` those of that very month: a table asks for a region more than
    once.
    """

    facts: dict[str, dict[date, list[RecapFact]]]
    listed: dict[str, dict[date, list[ListedPeople]]]
    base: str
    sector: Sector
    numerator: Numerator
    found: dict[tuple[str, date], MonthFigure | None] = field(default_factory=dict, compare=False)
    own: dict[tuple[str, date], MonthFigure | None] = field(default_factory=dict, compare=False)


def evidence(
    facts: Iterable[RecapFact],
    listed: Iterable[ListedPeople],
    base: str,
    sector: Sector,
    numerator: Numerator = USUAL,
) -> Evidence:
    """Facts and lists sorted by region and month; superseded facts are left out."""
    found = Evidence({}, {}, base, sector, numerator)
    add(found, facts, listed)
    return found


def add(known: Evidence, facts: Iterable[RecapFact], listed: Iterable[ListedPeople]) -> None:
    """Facts and lists of regions in months of which `known` has none yet; what was worked out of them is forgotten."""
    new = set()
    for fact in current(facts):
        known.facts.setdefault(fact.region, {}).setdefault(fact.period, []).append(fact)
        new.add(fact.region)
    for people in listed:
        known.listed.setdefault(people.region, {}).setdefault(people.period, []).append(people)
        new.add(people.region)
    for done in (known.found, known.own):
        for key in [key for key in done if key[0] in new]:
            del done[key]


def figure_of_month(known: Evidence, code: str, asked: date) -> MonthFigure | None:
    """The newest figure of `code` in the month `asked` or the twelve before; None where there is none.

    In a month a complete list comes before a recap's people, and these before a bare share.

    Source: docs/rumus.md, “Angka sebuah bulan”.
    """
    key = (code, asked)
    if key not in known.found:
        known.found[key] = _newest(known, code, asked)
    return known.found[key]


def _newest(known: Evidence, code: str, asked: date) -> MonthFigure | None:
    for month in _months(known, code, asked):
        figure = figure_in(known, code, month)
        if figure is not None:
            return figure
    return None


def figure_in(known: Evidence, code: str, month: date) -> MonthFigure | None:
    """The figure of that very month."""
    key = (code, month)
    if key not in known.own:
        known.own[key] = _from_list(known, code, month) or _from_recap(known, code, month)
    return known.own[key]


def list_of_month(known: Evidence, code: str, asked: date) -> ListedPeople | None:
    """People of `code` in sheets of that very month, to stand beside the figure; real ones before samples."""
    return min(known.listed.get(code, {}).get(asked, []), key=lambda people: people.sample, default=None)


def known_elsewhere(known: Evidence, code: str, asked: date) -> str:
    """The newest that is known of `code` on another base, on none named, or by another numerator only, in words."""
    for month in _months(known, code, asked):
        words = next(_elsewhere_in(known, code, month), "")
        if words:
            return words
    return ""


def _elsewhere_in(known: Evidence, code: str, month: date) -> Iterator[str]:
    facts = known.facts.get(code, {}).get(month, [])
    for fact in of_sector(facts, known.sector):
        other = base_key(fact.base_name) != base_key(known.base)
        if (other or not says_share(known.sector, known.numerator)) and (words := _in_words(fact)):
            yield words
    count = recap_count(facts, known.sector, known.base)
    if count is not None and not known.numerator.jakon:
        yield f"{number(count.people)} peserta termasuk Jakon, {long_date(month)} ({count.fact.origin.file})"


def _months(known: Evidence, code: str, asked: date) -> Iterable[date]:
    facts, lists = known.facts.get(code), known.listed.get(code)
    if facts is None and (lists is None or (len(lists) == 1 and asked in lists)):
        return lists or ()
    months = {*(facts or ()), *(lists or ())}
    return sorted((m for m in months if 0 <= months_between(m, asked) <= OLDEST_MONTHS), reverse=True)


def _from_list(known: Evidence, code: str, month: date) -> MonthFigure | None:
    for listed in known.listed.get(code, {}).get(month, ()):
        counted = listed_count(listed, known.sector, known.numerator)
        if counted is not None:
            facts = known.facts.get(code, {}).get(month, ())
            return MonthFigure(
                period=month, people=counted.people, listed=listed, definition=counted.definition,
                recap=recap_count(facts, known.sector, known.base, known.numerator) if facts else None,
                facts=tuple(facts), segments=counted.segments,
            )  # fmt: skip
    return None


def _from_recap(known: Evidence, code: str, month: date) -> MonthFigure | None:
    facts = known.facts.get(code, {}).get(month, [])
    if not facts:
        return None
    count = recap_count(facts, known.sector, known.base, known.numerator)
    if count is not None:
        return MonthFigure(
            period=month, people=count.people, reported=_beside(count.fact, known), fact=count.fact,
            definition=count.definition, facts=tuple(facts),
        )  # fmt: skip
    says = says_share(known.sector, known.numerator)
    printed = printed_share(facts, known.sector, known.base) if says else None
    if printed is None:
        return None
    return MonthFigure(period=month, reported=printed.share, fact=printed, definition=REPORTED, facts=tuple(facts))


def _beside(fact: RecapFact, known: Evidence) -> float | None:
    """The share printed beside a count on this very base: it helps only where the base has no value for the region."""
    own = fact.measure is MEASURE_OF_SECTOR[known.sector] and base_key(fact.base_name) == base_key(known.base)
    return fact.share if own else None


def _in_words(fact: RecapFact) -> str:
    """“63,99 % pada penyebut UCJ 2024, 31 Desember 2024 (70.017 dari 109.417, Rekap.xlsx)”; empty without a share."""
    if fact.people is not None and fact.workers:
        share, parts = fact.people / fact.workers, f"{number(fact.people)} dari {number(fact.workers)}"
    elif fact.share is not None:
        share, parts = fact.share, "tanpa pembilang" if fact.people is None else f"{number(fact.people)} orang"
    else:
        return ""
    base = f"pada penyebut {fact.base_name}" if fact.base_name else "tanpa nama penyebut"
    return f"{percent(share)} {base}, {long_date(fact.period)} ({parts}, {fact.origin.file})"


def joined(*remarks: str) -> str:
    """Remarks that are not empty, in one line."""
    return "; ".join(remark for remark in remarks if remark)
