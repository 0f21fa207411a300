"""Which of several columns of long numbers is the NIK: the dates, sexes and names beside it bear witness."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop_app.ingest.cells.shapes import woman_by_nik
from desktop_app.ingest.mapping.agreement import births_agree, names_agree, sexes_agree
from desktop_app.ingest.mapping.claims import Claim, Claims
from desktop_app.ingest.mapping.evidence import Look

_BY_VALUES = 0.6
_ENOUGH = 3
_MANY = 10
_CLEARLY = 0.25
"""So much more often must one column agree than another."""

_REPEATED, _NO_WOMEN, _DOUBTED = 0.75, 0.85, 0.6


@dataclass(frozen=True, slots=True)
class _Witness:
    """Columns that a NIK agrees with: the share of rows that a true NIK reaches, the factor for one that stays behind."""

    agree: Callable[[Look | None, Look], float | None]
    looks: Sequence[Look]
    true: float
    factor: float

    def share(self, nik: Look) -> float:
        return max((self.agree(nik, look) or 0.0 for look in self.looks), default=0.0)


def nik_claims(found: Claims, looks: Mapping[int, Look]) -> list[Claim]:
    """The claims for the NIK, also by values alone; lower for those that the other columns contradict."""
    niks = [claim for claim in found.claims if claim.field == "nik"]
    claimed = {claim.place for claim in niks}
    open_places = found.silent | {claim.place for claim in found.claims if claim.field == "no"}
    niks += [Claim(place, "nik", _BY_VALUES) for place in sorted(open_places - claimed) if is_full_of_nik(looks[place])]
    if len(niks) == 1:
        return [_doubted(niks[0], looks, _declared(found, looks, "birth_date", "birth"))]
    return _weighed(niks, looks, _witnesses(found, looks)) if niks else []


def is_full_of_nik(look: Look) -> bool:
    return len(look.known) >= min(_ENOUGH, max(look.filled, 1)) and (look.fit("nik") or 0.0) >= 0.8


def _declared(found: Claims, looks: Mapping[int, Look], *fields: str) -> list[Look]:
    return [looks[claim.place] for claim in found.claims if claim.field in fields]


def _doubted(claim: Claim, looks: Mapping[int, Look], births: Sequence[Look]) -> Claim:
    """The only candidate keeps its field, with a doubt where enough dates say otherwise."""
    shares = [births_agree(looks[claim.place], birth, enough=_MANY) for birth in births]
    told = [share for share in shares if share is not None]
    return replace(claim, confidence=claim.confidence * _DOUBTED) if told and max(told) < 0.1 else claim


def _witnesses(found: Claims, looks: Mapping[int, Look]) -> tuple[_Witness, ...]:
    silent = [looks[place] for place in sorted(found.silent)]

    def like(field: str, least: float) -> list[Look]:
        return [look for look in silent if (look.fit(field) or 0.0) >= least]

    births = [*_declared(found, looks, "birth_date", "birth"), *like("birth_date", 0.8), *like("birth", 0.8)]
    sexes = [*_declared(found, looks, "sex"), *like("sex", 0.95)]
    names = [*_declared(found, looks, "name"), *like("name", 0.9)]
    return (
        _Witness(births_agree, births, 0.5, 0.7), _Witness(sexes_agree, sexes, 0.8, 0.75),
        _Witness(names_agree, names, 0.8, 0.8),
    )  # fmt: skip


def _weighed(niks: list[Claim], looks: Mapping[int, Look], witnesses: Sequence[_Witness]) -> list[Claim]:
    """Lower where a column repeats itself, knows no women or is contradicted, while another is not."""
    factors = dict.fromkeys((claim.place for claim in niks), 1.0)
    distinct = {place: looks[place].distinct() for place in factors}
    women = {place: any(map(woman_by_nik, looks[place].known)) for place in factors}
    shares = [(witness, {place: witness.share(looks[place]) for place in factors}) for witness in witnesses]
    for place in factors:
        if distinct[place] < max(distinct.values()) - 0.05:
            factors[place] *= _REPEATED
        if not women[place] and any(women.values()) and looks[place].filled >= _MANY:
            factors[place] *= _NO_WOMEN
        for witness, share in shares:
            best = max(share.values())
            if best >= witness.true and share[place] < best - _CLEARLY:
                factors[place] *= witness.factor
    return [replace(claim, confidence=claim.confidence * factors[claim.place]) for claim in niks]
