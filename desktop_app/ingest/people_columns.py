"""Columns of people held against each other: the NIK among other long numbers, the date and the name that it bears out."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from desktop_app.ingest.agreement import births_agree, names_agree
from desktop_app.ingest.claims import Claim, Claims
from desktop_app.ingest.evidence import Look
from desktop_app.ingest.shapes import woman_by_nik

_BY_VALUES = 0.6
_FAMILY = 0.55
_ENOUGH = 3
_MANY = 10


def weigh(found: Claims, looks: Mapping[int, Look]) -> list[Claim]:
    """The claims, with those for NIK, date of birth and name held against each other and against the NIK's own digits."""
    niks = [claim for claim in found.claims if claim.field == "nik"]
    numbered = {claim.place for claim in found.claims if claim.field == "no"}
    niks += [
        Claim(place, "nik", _BY_VALUES)
        for place in sorted(found.silent | numbered)
        if _is_full_of_nik(looks[place]) and all(claim.place != place for claim in niks)
    ]
    rest = [claim for claim in found.claims if claim.field != "nik"]
    births = [looks[claim.place] for claim in rest if claim.field in ("birth_date", "birth")]
    niks = _weighed(niks, looks, births)
    best = max(niks, key=lambda claim: (claim.rank, claim.confidence, -claim.place), default=None)
    if best is None:
        return rest
    nik = looks[best.place]
    rest = _preferring(rest, ("birth_date", "birth"), lambda claim: births_agree(nik, looks[claim.place]))
    rest = _preferring(rest, ("name",), lambda claim: names_agree(nik, looks[claim.place]))
    return [*niks, *rest, *_families(niks, best, looks)]


def _families(niks: list[Claim], best: Claim, looks: Mapping[int, Look]) -> list[Claim]:
    """A second column of such numbers, shared by several rows, is that of the family cards."""
    own = looks[best.place].distinct()
    return [
        Claim(claim.place, "no_kk", _FAMILY)
        for claim in niks
        if claim is not best and _is_full_of_nik(looks[claim.place]) and looks[claim.place].distinct() < own
    ]


def _is_full_of_nik(look: Look) -> bool:
    return len(look.known) >= min(_ENOUGH, max(look.filled, 1)) and (look.fit("nik") or 0.0) >= 0.8


def _weighed(niks: list[Claim], looks: Mapping[int, Look], births: list[Look]) -> list[Claim]:
    """Lower where a column of NIK repeats itself, knows no women or disagrees with the dates, while another does not."""
    agreed = {
        claim.place: max((births_agree(looks[claim.place], birth) or 0.0 for birth in births), default=0.0)
        for claim in niks
    }
    told = {claim.place: any(_tells(looks[claim.place], birth) for birth in births) for claim in niks}
    if len(niks) < 2:
        return [
            replace(claim, confidence=claim.confidence * 0.6)
            if told[claim.place] and agreed[claim.place] < 0.1
            else claim
            for claim in niks
        ]
    distinct = {claim.place: looks[claim.place].distinct() for claim in niks}
    women = {claim.place: _knows_women(looks[claim.place]) for claim in niks}
    weighed = []
    for claim in niks:
        factor = 1.0
        if distinct[claim.place] < max(distinct.values()) - 0.05:
            factor *= 0.75
        if not women[claim.place] and any(women.values()) and looks[claim.place].filled >= _MANY:
            factor *= 0.85
        if max(agreed.values()) >= 0.5 and agreed[claim.place] < 0.2:
            factor *= 0.7
        weighed.append(replace(claim, confidence=claim.confidence * factor))
    return weighed


def _tells(nik: Look, birth: Look) -> bool:
    """True when enough rows have both, so that a disagreement says something."""
    return births_agree(nik, birth, enough=_MANY) is not None


def _knows_women(look: Look) -> bool:
    return any(woman_by_nik(cell) for cell in look.known)


def _preferring(claims: list[Claim], fields: tuple[str, ...], agree: Callable[[Claim], float | None]) -> list[Claim]:
    """Where several columns claim a field, those that the NIK contradicts stand back behind one that it bears out."""
    rivals = [claim for claim in claims if claim.field in fields]
    if len(rivals) < 2:
        return claims
    agreed = {claim: agree(claim) or 0.0 for claim in rivals}
    best = max(agreed.values())
    if best < 0.5:
        return claims
    return [
        replace(claim, confidence=claim.confidence * 0.7) if agreed.get(claim, best) < best - 0.25 else claim
        for claim in claims
    ]
