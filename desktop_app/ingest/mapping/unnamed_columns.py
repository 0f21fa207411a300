"""Columns without a telling header whose values say what they are: a date that agrees with the NIK, L and P, streets."""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from desktop_app.ingest.cells.shapes import is_phone
from desktop_app.ingest.grid import Cell, text_of
from desktop_app.ingest.mapping.agreement import births_agree, names_agree, sexes_agree
from desktop_app.ingest.mapping.claims import Claim
from desktop_app.ingest.mapping.evidence import Look

_ENOUGH = 3
_PLACES_BY_NAME = 0.6
_BIRTHS = ("birth_date", "birth")

_KIND_OF_PLACE = tuple((field, re.compile(pattern)) for field, pattern in (
    ("kecamatan", r"^kec(?:amatan)?\b"), ("kabupaten", r"^(?:kab(?:upaten)?|kota)\b"), ("provinsi", r"^prov(?:insi)?\b"),
    ("desa", r"^(?:ds|desa|kel|kelurahan)\b"), ("banjar", r"^(?:br|banjar|dusun|lingk?(?:ungan)?)\b"),
))  # fmt: skip
_STREET = re.compile(r"^(?:jl|jln|jalan|gg|gang|perum|br|banjar|dusun)\b")


LevelOf = Callable[[Iterable[str]], str]
"""Names of a column -> “kabupaten”, “kecamatan”, “desa” where they are such places, else ""."""


def by_values(
    settled: Mapping[str, Claim], silent: set[int], looks: Mapping[int, Look], level_of: LevelOf | None = None
) -> list[Claim]:
    """Claims of columns without a telling header for the fields that nobody has yet; all of them doubtful."""
    free = silent - {claim.place for claim in settled.values()}
    nik = looks[settled["nik"].place] if "nik" in settled else None
    found: dict[str, Claim] = {}
    for field, judge in _JUDGES:
        if field == "name" and level_of:
            free -= _add_places(found, settled, free, looks, level_of)
        if (
            field in settled
            or field in found
            or (field in _BIRTHS and any(each in settled or each in found for each in _BIRTHS))
        ):
            continue
        offers = [
            (score, -place)
            for place in free
            if len(looks[place].known) >= _ENOUGH and (score := judge(looks[place], nik))
        ]
        if offers:
            score, place = max(offers)
            found[field] = Claim(-place, field, score)
            free -= {-place}
    return list(found.values())


def _add_places(
    found: dict[str, Claim], settled: Mapping[str, Claim], free: set[int], looks: Mapping[int, Look], level_of: LevelOf
) -> set[int]:
    """Columns whose names are those of places; the columns that were taken."""
    taken = set()
    for place in sorted(free):
        texts = [text_of(cell) for cell in looks[place].known if isinstance(cell, str)]
        field = level_of(texts) if len(texts) >= _ENOUGH else ""
        if field and field not in settled and field not in found:
            found[field] = Claim(place, field, _PLACES_BY_NAME)
            taken.add(place)
    return taken


def _birth_date(look: Look, nik: Look | None) -> float:
    if (look.fit("birth_date") or 0.0) < 0.8:
        return 0.0
    agreed = births_agree(nik, look) if nik else None
    return 0.0 if agreed is None or agreed < 0.6 else 0.75


def _birth(look: Look, nik: Look | None) -> float:
    return 0.65 if (look.fit("birth") or 0.0) >= 0.8 else 0.0


def _sex(look: Look, nik: Look | None) -> float:
    if (look.fit("sex") or 0.0) < 0.95:
        return 0.0
    agreed = sexes_agree(nik, look) if nik else None
    if agreed is not None:
        return 0.7 if agreed >= 0.8 else 0.0
    return 0.5


def _kpj(look: Look, nik: Look | None) -> float:
    phones = sum(map(is_phone, look.known)) / len(look.known)
    return 0.55 if (look.fit("kpj") or 0.0) >= 0.9 and phones < 0.5 and look.distinct() >= 0.5 else 0.0


def _words(field: str, confidence: float) -> Callable[[Look, Look | None], float]:
    return lambda look, nik: confidence if (look.fit(field) or 0.0) >= 0.9 else 0.0


def _name(look: Look, nik: Look | None) -> float:
    """Several words without digits, mostly different; better where “I …” and “Ni …” agree with the NIK."""
    texts = [text_of(cell) for cell in look.known]
    words = sum(len(text.split()) for text in texts) / len(texts)
    company = look.fit("company_form") or 0.0
    if (look.fit("name") or 0.0) < 0.9 or words < 1.5 or look.distinct() < 0.5 or company > 0.3:
        return 0.0
    agreed = names_agree(nik, look) if nik else None
    return 0.5 + 0.05 * (0.5 if agreed is None else agreed) + 0.01 * look.distinct()


def _place(field: str) -> Callable[[Look, Look | None], float]:
    pattern = dict(_KIND_OF_PLACE)[field]
    return lambda look, nik: 0.55 if _share(look.known, pattern) >= 0.8 else 0.0


def _address(look: Look, nik: Look | None) -> float:
    return 0.5 if _share(look.known, _STREET) >= 0.6 else 0.0


def _number(look: Look, nik: Look | None) -> float:
    """1, 2, 3 … down the rows."""
    numbers = [text_of(cell).rstrip(".)") for cell in look.known]
    if not all(number.isdigit() and len(number) < 8 for number in numbers):
        return 0.0
    steps = [int(after) - int(before) for before, after in pairwise(numbers)]
    return 0.5 if steps and sum(step == 1 for step in steps) >= 0.8 * len(steps) else 0.0


def _share(cells: list[Cell], pattern: re.Pattern[str]) -> float:
    return sum(bool(pattern.search(text_of(cell).casefold())) for cell in cells) / len(cells)


_JUDGES: tuple[tuple[str, Callable[[Look, Look | None], float]], ...] = (
    ("birth_date", _birth_date), ("birth", _birth), ("no", _number), ("kpj", _kpj), ("phone", _words("phone", 0.5)), ("sex", _sex),
    ("segment", _words("segment", 0.6)), ("status", _words("status", 0.55)), ("programme", _words("programme", 0.55)),
    *((field, _place(field)) for field, _ in _KIND_OF_PLACE), ("address", _address), ("company", _words("company_form", 0.55)),
    ("name", _name),
)  # fmt: skip
