"""All findings about the figures that are shown."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from desktop_app.analysis.findings.bases import base_changed
from desktop_app.analysis.findings.figures import (
    base_differs,
    numerator_equals_denominator,
    pct_mismatch,
    pct_over_100,
)
from desktop_app.analysis.findings.flows import flow_words, stock_flow
from desktop_app.analysis.findings.jumps import jumps, listed_jumps
from desktop_app.analysis.findings.mix import FORMAL_CLAIM, share_mix
from desktop_app.analysis.findings.shown import Table, of_table
from desktop_app.analysis.findings.sources import source_changed
from desktop_app.analysis.findings.sums import sum_mismatch, unlike_units
from desktop_app.analysis.findings.values import SECTORS, Finding, Group, Known
from desktop_app.analysis.numerators import base_key, current
from desktop_app.analysis.trend import TrendSeries
from desktop_app.domain.facts import ListedPeople, RecapFact, WorkerBase

_NO_NAMES: Mapping[str, str] = MappingProxyType({})
_NO_COMPANIES: Mapping[tuple[str, date], int] = MappingProxyType({})
_FACT_RULES = (pct_mismatch, pct_over_100, numerator_equals_denominator, base_differs)
_GROUP_RULES = (sum_mismatch, unlike_units)
_SERIES_RULES = (stock_flow, jumps)


def findings(
    facts: Sequence[RecapFact],
    bases: Sequence[WorkerBase],
    *,
    names: Mapping[str, str] = _NO_NAMES,
    listed: Iterable[ListedPeople] = (),
    companies: Mapping[tuple[str, date], int] = _NO_COMPANIES,
    formal_claim: float = FORMAL_CLAIM,
    table: Table | None = None,
    history: Iterable[TrendSeries] = (),
) -> list[Finding]:
    """Everything about `facts` (in import order) that a person should look at, by month, region and code.

    Of two facts with the same region, measure, month and base only the later one is looked at. The work grows with
    the facts (about 6 µs each): give those of the regions that are shown, with all their months.

    Args:
        names: region code -> name as a sentence says it; without, “Wilayah 51.04”.
        listed: people in lists, whose jumps are looked for as well; only complete lists that are no samples count.
        companies: (region code, month) -> companies, to recognise a total that adds them to people.
        formal_claim: part of workers (0.30) that is said in print to be formal; compared where shares by sector are.
        table: what is shown, whose shares and base are looked at too, also where lists or sums stand behind them.
        history: the lines of the table's region, whose neighbouring months may come from different sources.

    Source: docs/rumus.md, “Temuan”.
    """
    counting = current(facts)
    by_name = {base_key(base.name): base for base in bases}
    numbers = frozenset(workers for base in bases for workers in base.workers.values())
    known = Known(by_name, numbers, names, companies, formal_claim)
    groups = _groups(counting)
    found = [finding for rule in _FACT_RULES for fact in counting for finding in rule(fact, known)]
    found += [finding for rule in _GROUP_RULES for group in groups for finding in rule(group, known)]
    found += share_mix(groups, known)
    found += _over_time(counting, known)
    for lists in _by_region(listed).values():
        found += listed_jumps(lists, known)
    if table is not None:
        found += [*of_table(table, found, known), *source_changed(table.whole.region, history)]
    return sorted(found, key=lambda one: (one.period, one.region, one.code, one.place, one.message))


def _groups(facts: Iterable[RecapFact]) -> list[Group]:
    groups: dict[tuple[object, ...], Group] = {}
    for fact in facts:
        groups.setdefault((fact.region, fact.period, base_key(fact.base_name)), {})[fact.measure] = fact
    return list(groups.values())


def _over_time(facts: Iterable[RecapFact], known: Known) -> list[Finding]:
    """Rules that look at the months of a region: by base, by measure whatever the base, and all together."""
    on_base: dict[tuple[object, ...], list[RecapFact]] = {}
    of_measure: dict[tuple[object, ...], list[RecapFact]] = {}
    of_region: dict[str, list[RecapFact]] = {}
    for fact in sorted(facts, key=lambda fact: fact.period):
        on_base.setdefault((fact.region, fact.measure, base_key(fact.base_name)), []).append(fact)
        of_measure.setdefault((fact.region, fact.measure), []).append(fact)
        of_region.setdefault(fact.region, []).append(fact)
    long = [series for series in on_base.values() if len(series) > 1]
    found = [finding for rule in _SERIES_RULES for series in long for finding in rule(series, known)]
    for (_, measure), series in of_measure.items():
        if measure in SECTORS and len(series) > 1:
            found += base_changed(series, known)
    return found + [finding for series in of_region.values() for finding in flow_words(series, known)]


def _by_region(listed: Iterable[ListedPeople]) -> dict[str, list[ListedPeople]]:
    found: dict[str, list[ListedPeople]] = {}
    for people in listed:
        found.setdefault(people.region, []).append(people)
    return found
