"""Columns of a table: what each means by its header and by its values, with a confidence and examples."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_app.domain.nik import masked
from desktop_app.domain.sheets import Column, SheetKind
from desktop_app.ingest.fields import PLACE_FIELDS, field_of
from desktop_app.ingest.grid import Cell, Grid, is_blank, letter, text_of
from desktop_app.ingest.headers import Header
from desktop_app.ingest.nik_cells import looks_like_nik
from desktop_app.ingest.numbers import NOTHING, number_style
from desktop_app.ingest.values import parse_date, parse_sex

_SAMPLED_ROWS = 300
_SAMPLED_VALUES = 50
_EXAMPLES = 3
_BY_VALUES_ALONE = 0.6


@dataclass(frozen=True, slots=True)
class Mapping:
    """The columns of a table; `at` leads from a field to its column (from 0)."""

    columns: tuple[Column, ...]
    at: dict[str, int]

    def header(self, field: str) -> str:
        """The header of a field's column as the sheet prints it; the field's own name where it has none."""
        place = self.at.get(field)
        name = letter(place) if place is not None else ""
        return next((column.header for column in self.columns if column.letter == name), "") or field


def map_columns(grid: Grid, header: Header) -> Mapping:
    """Give every column its field, no field twice: the column that fits best has it."""
    values = _sampled(grid, header)
    claims = []
    for place, parts in header.labels.items():
        field, confidence = _by_values(*field_of(header.kind, parts), values.get(place, []))
        if field:
            claims.append((confidence, -place, field))
    at_: dict[str, int] = {}
    sure: dict[int, float] = {}
    for confidence, place, field in sorted(claims, reverse=True):
        if field not in at_:
            at_[field], sure[-place] = -place, confidence
    if header.kind is SheetKind.PESERTA and "nik" not in at_:
        _find_nik(values, at_, sure)
    fields = {place: field for field, place in at_.items()}
    places = sorted({*header.labels, *fields})
    columns = tuple(
        Column(
            letter(place), " / ".join(header.labels.get(place, ())), fields.get(place, ""),
            round(sure.get(place, 0.0), 2), _examples(values.get(place, [])),
        )
        for place in places
    )  # fmt: skip
    return Mapping(columns, at_)


def _sampled(grid: Grid, header: Header) -> dict[int, list[Cell]]:
    """The first values of each column below the header."""
    found: dict[int, list[Cell]] = {}
    for row in grid.head(header.first_row + _SAMPLED_ROWS)[header.first_row :]:
        for place, cell in enumerate(row):
            if not is_blank(cell) and len(kept := found.setdefault(place, [])) < _SAMPLED_VALUES:
                kept.append(cell)
    return found


def _by_values(field: str, confidence: float, values: list[Cell]) -> tuple[str, float]:
    """Lower the confidence where the values do not look like the field; “Penyebut” may be a name or a number."""
    if field == "base_name" and values and _fit(_is_number, values) > 0.5:
        field = "workers_total"
    check = _check(field)
    known = [value for value in values if text_of(value).casefold() not in NOTHING]
    if check is None or not known:
        return field, confidence
    return field, confidence * (0.3 + 0.7 * _fit(check, known))


def _fit(check: Callable[[Cell], bool], values: list[Cell]) -> float:
    return sum(check(value) for value in values) / len(values)


def _check(field: str) -> Callable[[Cell], bool] | None:
    if field.startswith(("people_", "workers_", "share_")) or field == "target":
        return _is_number
    if field in PLACE_FIELDS and field != "code":
        return _has_letters
    return _CHECKS.get(field)


def _is_number(value: Cell) -> bool:
    try:
        return number_style([value]).parse(value) is not None
    except ValueError:
        return False


def _is_date(value: Cell) -> bool:
    try:
        return parse_date(value) is not None
    except ValueError:
        return False


def _has_letters(value: Cell) -> bool:
    return any(character.isalpha() for character in text_of(value))


def _is_year(value: Cell) -> bool:
    return bool(re.fullmatch(r"20\d{2}", text_of(value)))


_CHECKS: dict[str, Callable[[Cell], bool]] = {
    "nik": looks_like_nik,
    "name": _has_letters,
    "birth_date": _is_date,
    "sex": lambda value: bool(parse_sex(value)),
    "year": _is_year,
}


def _find_nik(values: dict[int, list[Cell]], at_: dict[str, int], sure: dict[int, float]) -> None:
    """A column full of NIK is the NIK, whatever its header says."""
    for place, cells in values.items():
        if place not in sure and len(cells) >= 3 and _fit(looks_like_nik, cells) >= 0.8:
            at_["nik"], sure[place] = place, _BY_VALUES_ALONE
            return


def _examples(values: list[Cell]) -> tuple[str, ...]:
    return tuple(_distinct(masked(text_of(value)) if _is_private(value) else text_of(value) for value in values))


def _is_private(value: Cell) -> bool:
    return looks_like_nik(value) or sum(character.isdigit() for character in text_of(value)) >= 14


def _distinct(texts: Iterator[str]) -> list[str]:
    found: list[str] = []
    for text in texts:
        if text not in found:
            found.append(text)
        if len(found) == _EXAMPLES:
            break
    return found
