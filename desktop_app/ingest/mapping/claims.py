"""Which column claims which field by its header, as far as its values bear it out; the best claims win."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import median

from desktop_app.domain.sheets import PEOPLE_KINDS, SheetKind
from desktop_app.ingest.cells.numbers import number_style
from desktop_app.ingest.finding.areas import Header
from desktop_app.ingest.grid import Cell, text_of
from desktop_app.ingest.mapping.evidence import Look
from desktop_app.ingest.mapping.fields import PLACE_FIELDS, meaning_of
from desktop_app.ingest.mapping.vocabulary import is_used
from desktop_app.ingest.mapping.wording import canonical, plain_header

FOUND, REMEMBERED, CHOSEN = range(3)

_ALTERNATIVES = {
    "birth_date": ("birth", "birth_place"), "birth": ("birth_date", "birth_place"), "birth_place": ("birth", "birth_date"),
    "status": ("married", "employed"), "desa": ("sex", "code"), "kecamatan": ("code",), "kabupaten": ("code",),
    "provinsi": ("code",), "wilayah": ("code", "address"), "base_name": ("workers_total",), "nik": ("nip", "kpj", "identity"),
    "kpj": ("nik", "phone"), "npp": ("company_form",), "no": ("nik",), "name": ("nik",), "identity": ("nik",),
    "segment": ("programme",), "programme": ("segment",),
}  # fmt: skip
"""What a column may be instead, where its values do not fit its header at all."""
_MEANT = {"married": "marital", "employed": "", "company_form": "company"}
"""What a column with such values is; "" where it is of no use."""
_STRICT = {"name", "kpj", *PLACE_FIELDS} - {"code"}
_FIGURES = ("people_", "workers_", "share_")
"""Fields that a column does not get when none of its values fits."""
_ENOUGH = 3
_EMPTY = 0.95
"""A column without values stands back behind one that has some."""
_BARE_CODES = {"kode", "no kode", "code"}
"""Headers that speak of a code and not of what; only the values can tell."""
_CODE_FIT, _CODE_CONFIDENCE = 0.8, 0.65
_CODE_DIGITS, _CODE_DIGITS_OF_PEOPLE = 4, 6
"""What half of the region codes below such a header have at least: departments of a company have four as regencies do."""
_COUNTS_FROM = 150.0
"""A share is never that high and a number of people of a region rarely that low."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Column `place` (from 0) may be `field`; `rank` says who thinks so."""

    place: int
    field: str
    confidence: float
    rank: int = FOUND


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a table's columns, and the columns whose header says nothing."""

    claims: list[Claim]
    silent: set[int]


def header_claims(header: Header, looks: Mapping[int, Look], remembered: Mapping[str, str]) -> Claims:
    """What the headers claim, judged by the values below them."""
    claims: list[Claim] = []
    silent: set[int] = set()
    for place, look in looks.items():
        parts = header.labels.get(place, ())
        known = remembered.get(plain_header(parts)) if parts else None
        field, confidence = meaning_of(header.kind, parts) if parts else ("", 0.0)
        if known is not None:
            claims += [_remembered(place, known, look)] if known else []
        elif not field and (claim := _bare_code(header.kind, place, parts, look)):
            claims.append(claim)
        elif not field:
            silent.add(place)
        elif is_used(field) and (claim := judged(header.kind, Claim(place, field, confidence), look)):
            claims.append(claim)
    return Claims(claims, silent)


def settle(claims: Iterable[Claim]) -> dict[str, Claim]:
    """Field -> the claim that has it; no field and no column twice. Equal claims: the column further left."""
    settled: dict[str, Claim] = {}
    taken: set[int] = set()
    for claim in sorted(claims, key=lambda claim: (-claim.rank, -claim.confidence, claim.place)):
        if claim.field not in settled and claim.place not in taken:
            settled[claim.field] = claim
            taken.add(claim.place)
    return settled


def judged(kind: SheetKind, claim: Claim, look: Look) -> Claim | None:
    """The claim as the values bear it out, or another one that they speak for; None where they refuse it."""
    if not look.known:
        return replace(claim, confidence=claim.confidence * _EMPTY)
    claim = _by_size(kind, claim, look)
    fit = look.fit(claim.field)
    if fit is None:
        return claim
    if fit <= 0.4 and (other := _instead(claim, look)):
        return other if other.field else None
    strict = claim.field in _STRICT or claim.field.startswith(_FIGURES)
    if fit <= 0.15 and strict and len(look.known) >= _ENOUGH:
        return None
    return replace(claim, confidence=claim.confidence * (0.3 + 0.7 * fit))


def _bare_code(kind: SheetKind, place: int, parts: tuple[str, ...], look: Look) -> Claim | None:
    """A column headed just “Kode” is that of the regions where its values are clean region codes."""
    if canonical(plain_header(parts)) not in _BARE_CODES or (look.fit("code") or 0.0) < _CODE_FIT:
        return None
    shortest = _CODE_DIGITS_OF_PEOPLE if kind in PEOPLE_KINDS else _CODE_DIGITS
    long = sum(sum(map(str.isdigit, text_of(cell))) >= shortest for cell in look.known)
    return Claim(place, "code", _CODE_CONFIDENCE) if long * 2 >= len(look.known) else None


def _remembered(place: int, field: str, look: Look) -> Claim:
    fit = look.fit(field)
    return Claim(place, field, 1.0 if fit is None else 0.3 + 0.7 * fit, REMEMBERED)


def _instead(claim: Claim, look: Look) -> Claim | None:
    fits = [(look.fit(field) or 0.0, field) for field in _ALTERNATIVES.get(claim.field, ())]
    fit, field = max(fits, default=(0.0, ""))
    return Claim(claim.place, _MEANT.get(field, field), claim.confidence * 0.8 * fit) if fit >= 0.7 else None


def _by_size(kind: SheetKind, claim: Claim, look: Look) -> Claim:
    """Counts are no shares: “Target” over 5000 is people, “Peserta” over 39,41% is a share."""
    topic, _, measure = claim.field.partition("_")
    if topic not in ("share", "people", "target") or kind not in (SheetKind.REKAP, SheetKind.TARGET):
        return claim
    middle, percent = _size(look.known)
    if claim.field == "target" and middle > _COUNTS_FROM and not percent:
        return replace(claim, field="target_people")
    if topic == "share" and middle > _COUNTS_FROM and not percent:
        return replace(claim, field=f"people_{measure}", confidence=claim.confidence * 0.8)
    if topic == "people" and percent:
        return replace(claim, field=f"share_{measure}", confidence=claim.confidence * 0.8)
    return claim


def _size(cells: list[Cell]) -> tuple[float, bool]:
    """The middle of the numbers, and whether they are shares: written with “%”, or fractions of one throughout.

    1.563 among 758 is no share but a number that lost its thousands.
    """
    style = number_style(cells)
    numbers = []
    for cell in cells:
        try:
            number = style.parse(cell)
        except ValueError:
            continue
        if number is not None:
            numbers.append(number)
    if not numbers:
        return 0.0, False
    signs = sum(isinstance(cell, str) and "%" in cell for cell in cells)
    broken = sum(number != int(number) for number in numbers)
    return median(numbers), signs * 2 > len(cells) or (broken * 2 > len(numbers) and max(numbers) <= 1.0)
