"""Whether the values of a base fit together: parts against the region above, formal and informal against the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.indonesian import number
from desktop_app.domain.regions import is_within
from desktop_app.domain.segments import Sector
from desktop_app.ui.pages.reference_reading import Places
from desktop_app.ui.words import level_words

Cell = tuple[str, Sector]
_WHOLE = {Sector.SEMUA: "", Sector.FORMAL: " formal", Sector.INFORMAL: " informal"}


@dataclass(frozen=True, slots=True)
class SumCheck:
    """One check in words; `ok` False where the numbers differ, None where some are missing, so that they cannot agree yet."""

    region: str
    words: str
    ok: bool | None


def sum_checks(values: Mapping[Cell, int], places: Places, province: str) -> list[SumCheck]:
    """Checks of all values: those of the office's province first, then by code."""
    checks = [*_parts_checks(values, places), *_sector_checks(values, places)]
    return sorted(
        checks, key=lambda check: (check.ok is not False, not is_within(check.region, province), check.region)
    )


def _parts_checks(values: Mapping[Cell, int], places: Places) -> list[SumCheck]:
    found = []
    for (code, sector), whole in values.items():
        parts = [part for part in places.parts.get(code, ()) if (part, sector) in values]
        if parts:
            found.append(_parts_check(code, sector, whole, [values[part, sector] for part in parts], places))
    return found


def _parts_check(code: str, sector: Sector, whole: int, parts: Sequence[int], places: Places) -> SumCheck:
    """“Jumlah 9 kabupaten/kota 1.837.899 orang, sama dengan Provinsi Bali”."""
    all_parts = places.parts[code]
    level = level_words([places.regions[all_parts[0]]])
    many = (
        number(len(all_parts))
        if len(parts) == len(all_parts)
        else f"{number(len(parts))} dari {number(len(all_parts))}"
    )
    total, name = sum(parts), places.name(code)
    start = f"Jumlah{_WHOLE[sector]} {many} {level} {number(total)} orang"
    if total == whole:
        return SumCheck(code, f"{start}, sama dengan {name}", ok=len(parts) == len(all_parts))
    words = f"{start}, {_apart(total - whole)} daripada {name} ({number(whole)})"
    missing = len(parts) < len(all_parts) and total < whole
    return SumCheck(code, words, ok=None if missing else False)


def _sector_checks(values: Mapping[Cell, int], places: Places) -> list[SumCheck]:
    found = []
    for code in dict.fromkeys(code for code, _ in values):
        whole, formal, informal = (
            values.get((code, sector)) for sector in (Sector.SEMUA, Sector.FORMAL, Sector.INFORMAL)
        )
        if whole is None or formal is None or informal is None or formal + informal == whole:
            continue
        words = (
            f"{places.name(code)}: formal + informal {number(formal + informal)} orang, "
            f"{_apart(formal + informal - whole)} daripada jumlahnya ({number(whole)})"
        )
        found.append(SumCheck(code, words, ok=False))
    return found


def _apart(difference: int) -> str:
    return f"{number(abs(difference))} {'lebih banyak' if difference > 0 else 'lebih sedikit'}"
