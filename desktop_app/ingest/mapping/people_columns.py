"""Columns of people held against each other: the NIK among other long numbers, the date and the name that it bears out."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from desktop_app.ingest.mapping.agreement import births_agree, names_agree
from desktop_app.ingest.mapping.claims import Claim, Claims
from desktop_app.ingest.mapping.evidence import Look
from desktop_app.ingest.mapping.nik_choice import is_full_of_nik, nik_claims

_FAMILY = 0.55


def weigh(found: Claims, looks: Mapping[int, Look]) -> list[Claim]:
    """The claims, with those for NIK, date of birth and name held against each other and against the NIK's own digits."""
    niks = nik_claims(found, looks)
    rest = [claim for claim in found.claims if claim.field != "nik"]
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
        if claim is not best and is_full_of_nik(looks[claim.place]) and looks[claim.place].distinct() < own
    ]


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
