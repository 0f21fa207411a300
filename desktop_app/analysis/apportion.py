"""A target of people apportioned to the parts of a region: whole people that sum exactly."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from desktop_app.domain.errors import AppError
from desktop_app.domain.indonesian import number


class Method(StrEnum):
    """By what a target is apportioned; the value is what the screen and the terminal say."""

    BASE = "penyebut"
    """Proportional to the workers of each part."""
    GAP = "belum terlindungi"
    """Proportional to the workers that are not covered yet. The whole is what is still missing, and the target of a
    part is its active people and its share of the whole."""
    EQUAL = "sama rata"
    HAND = "diisi tangan"


class ApportionmentRefused(AppError):
    """A whole cannot be apportioned like this; the sentence says why, with the numbers."""

    hint = "Lengkapi angkanya, atau pilih cara pembagian yang lain."


_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def apportion(
    whole: int, weights: Mapping[str, int | None], method: Method, names: Mapping[str, str] = _NO_NAMES
) -> dict[str, int]:
    """Divide `whole` people among the regions of `weights`: code -> people, by code; the parts sum to `whole`.

    Each part is its proportional share rounded down; the people left go one by one to the largest remainders, of equal
    ones to the lower code. So a part never gets less than one with a smaller weight.

    Args:
        weights: code -> workers (BASE), workers not covered (GAP; below zero counts as none), anything (EQUAL), or
            the part itself (HAND). A weight of 0 gets 0. None is not known, which is not 0.
        names: code -> name, for the sentence of a refusal.

    Raises:
        ApportionmentRefused: no region; a weight is not known; all weights are 0; parts by hand do not sum to `whole`.
        ValueError: `whole` or a weight that cannot be negative is; the caller has a bug.

    Source: docs/rumus.md, “Pembagian target”.
    """
    if whole < 0:
        raise ValueError("a target of people cannot be negative")
    if not weights:
        raise ApportionmentRefused("Tidak ada wilayah di bawahnya untuk dibagi.")
    if method is Method.EQUAL:
        return _largest_remainders(whole, dict.fromkeys(weights, 1))
    known = _known(weights, method, names)
    if method is Method.HAND:
        return _by_hand(whole, known)
    if not any(known.values()):
        raise ApportionmentRefused(_NOTHING[method])
    return _largest_remainders(whole, known)


_NOTHING = {
    Method.BASE: "Penyebut semua wilayah adalah 0, sehingga target tidak dapat dibagi menurut penyebut.",
    Method.GAP: "Tidak ada pekerja yang belum terlindungi, sehingga target tidak dapat dibagi menurut itu.",
}
_LACKING = {
    Method.BASE: "belum punya penyebut",
    Method.GAP: "belum punya penyebut atau peserta aktif",
    Method.HAND: "belum diisi",
}


def _known(weights: Mapping[str, int | None], method: Method, names: Mapping[str, str]) -> dict[str, int]:
    lacking = [names.get(code, code) for code, weight in sorted(weights.items()) if weight is None]
    if lacking:
        raise ApportionmentRefused(f"{number(len(lacking))} wilayah {_LACKING[method]}: {_listed(lacking)}.")
    known = {code: weight for code, weight in weights.items() if weight is not None}
    if method is Method.GAP:
        return {code: max(weight, 0) for code, weight in known.items()}
    if min(known.values()) < 0:
        raise ValueError("head counts cannot be negative")
    return known


def _listed(names: list[str], most: int = 5) -> str:
    more = f" dan {number(len(names) - most)} lainnya" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _by_hand(whole: int, parts: Mapping[str, int]) -> dict[str, int]:
    difference = sum(parts.values()) - whole
    if difference:
        more = "lebih banyak" if difference > 0 else "lebih sedikit"
        raise ApportionmentRefused(
            f"Jumlah bagian {number(sum(parts.values()))} orang, {number(abs(difference))} {more}"
            f" daripada target {number(whole)} orang."
        )
    return {code: parts[code] for code in sorted(parts)}


def _largest_remainders(whole: int, weights: Mapping[str, int]) -> dict[str, int]:
    total = sum(weights.values())
    parts = {code: whole * weights[code] // total for code in sorted(weights)}
    for code in _by_remainder(whole, weights, total)[: whole - sum(parts.values())]:
        parts[code] += 1
    return parts


def _by_remainder(whole: int, weights: Mapping[str, int], total: int) -> list[str]:
    """Codes with the largest remainder first; integers, so that no rounding of a machine decides."""
    codes: Iterable[str] = weights
    return sorted(codes, key=lambda code: (-(whole * weights[code] % total), code))
