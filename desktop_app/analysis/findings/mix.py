"""Segment shares that do not fit the total: which part of the workers would have to be formal, and which part is."""

from collections.abc import Iterable, Iterator
from itertools import product

from desktop_app.analysis.digits import as_printed, decimals, rounding
from desktop_app.analysis.findings.values import SECTORS, Finding, Group, Known, finding, fraction
from desktop_app.analysis.numerators import base_key
from desktop_app.domain.indonesian import percent
from desktop_app.domain.regions import depth
from desktop_app.domain.segments import Measure, Sector

FORMAL_CLAIM = 0.30
"""“About 70 % of workers are informal”, as newspapers print it for Bali and for Indonesia. Source: docs/rumus.md."""

_MEASURES = frozenset({Measure.TOTAL, Measure.FORMAL, Measure.INFORMAL})
Shares = tuple[float, float, float]


def implied_formal_part(total: float, formal: float, informal: float) -> tuple[float, float, float] | None:
    """Part of workers that is formal so that formal and informal shares give the total: lowest, middle, highest.

    total = f × formal + (1 − f) × informal, for f; the ends come from the rounding of the three printed shares.
    0.3941, 0.59, 0.22 -> about 0.47. None where formal and informal are too close to tell.
    """
    ends = [(share - rounding(share), share + rounding(share)) for share in (total, formal, informal)]
    if abs(formal - informal) <= rounding(formal) + rounding(informal):
        return None
    parts = [(whole - below) / (above - below) for whole, above, below in product(*ends)]
    return min(parts), (total - informal) / (formal - informal), max(parts)


def share_mix(groups: Iterable[Group], known: Known) -> Iterator[Finding]:
    """Total, formal and informal shares against the formal part of the workers.

    Serious where the base itself contradicts it. Where it agrees or is not stored, a remark for the country and its
    provinces, of whom a part is claimed in print: once for a region and base, at its newest month.
    """
    told: set[tuple[str, str]] = set()
    whole = (group for group in groups if group.keys() >= _MEASURES)
    for group in sorted(whole, key=_newest, reverse=True):
        shares = _shares(group, known)
        implied = implied_formal_part(*shares) if shares is not None else None
        if shares is None or implied is None:
            continue
        fact, base = group[Measure.TOTAL], _formal_part(group, known)
        if base is not None and not implied[0] <= base[0] / base[1] <= implied[2]:
            yield finding("share_mix", fact, known, _contradiction(shares, implied[1], base))
            continue
        key = (fact.region, base_key(fact.base_name))
        if depth(fact.region) <= 1 and key not in told and not implied[0] <= known.formal_claim <= implied[2]:
            told.add(key)
            said = _against_claim(shares, implied[1], base, known.formal_claim)
            yield finding("share_mix", fact, known, said, serious=False)


def _newest(group: Group) -> tuple[object, ...]:
    fact = next(iter(group.values()))
    return fact.period, fact.region, base_key(fact.base_name)


def _shares(group: Group, known: Known) -> Shares | None:
    found = [_share(group, measure, known) for measure in (Measure.TOTAL, Measure.FORMAL, Measure.INFORMAL)]
    total, formal, informal = found
    return None if total is None or formal is None or informal is None else (total, formal, informal)


def _share(group: Group, measure: Measure, known: Known) -> float | None:
    """As printed, else computed."""
    fact = group.get(measure)
    if fact is None or fact.share is not None:
        return fact.share if fact is not None else None
    workers = known.workers(fact)
    return fact.people / workers if fact.people is not None and workers else None


def _only_if(shares: Shares, formal_part: float) -> str:
    total, formal, informal = (_words(share) for share in shares)
    return (
        f"cakupan formal {formal} dan informal {informal} memberi {total} hanya bila {percent(formal_part, 0)} pekerja"
        " bekerja di sektor formal"
    )


def _words(share: float) -> str:
    """As printed; a computed share, which has no end of decimals, with two."""
    return as_printed(share) if decimals(share) <= 2 else percent(share)


def _contradiction(shares: Shares, formal_part: float, base: tuple[int, int]) -> str:
    return (
        f"{_only_if(shares, formal_part)}, sedangkan menurut penyebutnya {percent(base[0] / base[1])}"
        f" ({fraction(*base)}). Periksa penyebut formal, atau minta ketiga pembilangnya kepada pengirim."
    )


def _against_claim(shares: Shares, formal_part: float, base: tuple[int, int] | None, claim: float) -> str:
    _, formal, informal = shares
    would = percent(claim * formal + (1 - claim) * informal)
    printed = f"{percent(claim, 0)} formal dan {percent(1 - claim, 0)} informal"
    said = f"{_only_if(shares, formal_part)}, bukan {percent(claim, 0)}: {printed}, seperti sering ditulis, memberi {would}."
    if base is None:
        return f"{said} Impor penyebut formal dan informalnya untuk memastikan."
    agreed = f"{percent(base[0] / base[1])} ({fraction(*base)})"
    return f"{said} Penyebutnya sendiri mencatat {agreed}, sehingga ketiga angka itu cocok; kutip bagian formal dari penyebut."


def _formal_part(group: Group, known: Known) -> tuple[int, int] | None:
    """Formal workers and all workers of the group's base: as printed, else as stored."""
    printed = {sector: fact.workers for measure, fact in group.items() if (sector := SECTORS.get(measure))}
    total = group[Measure.TOTAL]
    base = known.named(total.base_name)
    stored = {sector: base.workers.get((total.region, sector)) for sector in Sector} if base is not None else {}
    for workers in (printed, stored):
        formal, informal, everyone = (workers.get(s) for s in (Sector.FORMAL, Sector.INFORMAL, Sector.SEMUA))
        if formal and not everyone and informal:
            everyone = formal + informal
        if formal and everyone:
            return formal, everyone
    return None
