"""How a share was printed, and which slip of the typist's fingers would explain it."""

from collections.abc import Iterable
from itertools import combinations

from desktop_app.domain.indonesian import NBSP, number

_FLOAT_DUST = 1e-9


def decimals(share: float) -> int:
    """Decimals with which `share` was printed as a percentage: 0.59 -> 0, 0.5088 -> 2; at most four."""
    value = share * 100
    return next((places for places in range(4) if abs(round(value, places) - value) < _FLOAT_DUST), 4)


def rounding(share: float) -> float:
    """Half a unit of the last printed decimal, as a share: 0.5088 -> 0.00005."""
    return 10.0 ** -decimals(share) / 200 + _FLOAT_DUST


def as_printed(share: float) -> str:
    """0.59 -> “59 %”, 0.5088 -> “50,88 %”, 0.368 -> “36,80 %”: with as many decimals as elsewhere, where there are any."""
    places = decimals(share)
    return f"{number(share * 100, max(places, 2) if places else 0)}{NBSP}%"


def agrees(people: int, workers: int, share: float) -> bool:
    """Whether people / workers is the printed share, within its rounding. `workers` must not be 0."""
    return abs(people / workers - share) <= rounding(share)


def with_two_digits_swapped(value: int) -> tuple[list[int], list[int]]:
    """Other numbers of as many digits that arise when two digits change places: neighbours, and any others."""
    digits = str(value)
    near: set[int] = set()
    far: set[int] = set()
    for left, right in combinations(range(len(digits)), 2):
        swapped = list(digits)
        swapped[left], swapped[right] = swapped[right], swapped[left]
        if digits[left] != digits[right] and swapped[0] != "0":
            (near if right == left + 1 else far).add(int("".join(swapped)))
    return sorted(near), sorted(far - near)


def swap_that_fits(people: int, workers: int, share: float, known: Iterable[int]) -> tuple[str, int] | None:
    """The one swap of two digits that makes the printed share true: (“penyebut” or “pembilang”, the number it gives).

    A number among `known` (bases of the region) is preferred, then a swap of neighbours; None where nothing fits
    or several fit equally well.
    """
    bases = set(known)
    of_workers, of_people = with_two_digits_swapped(workers), with_two_digits_swapped(people)
    for nearness in (0, 1):
        fitting = [("penyebut", n) for n in of_workers[nearness] if agrees(people, n, share)]
        fitting += [("pembilang", n) for n in of_people[nearness] if agrees(n, workers, share)]
        stored = [(what, n) for what, n in fitting if what == "penyebut" and n in bases]
        best = stored or fitting
        if best:
            return best[0] if len(best) == 1 else None
    return None
