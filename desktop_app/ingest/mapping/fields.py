"""Which field a header means in each kind of table, and which fields make a table of that kind."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from desktop_app.domain.sheets import PEOPLE_KINDS, SheetKind
from desktop_app.ingest.mapping.choices import BENEFIT_FIELDS, CHOICES, PLACE_FIELDS, PRIVATE_FIELDS
from desktop_app.ingest.mapping.company_headers import company_meaning
from desktop_app.ingest.mapping.figure_synonyms import BASE, RECAP, TARGET
from desktop_app.ingest.mapping.kind_words import kind_by_words
from desktop_app.ingest.mapping.measures import TOPIC_OPEN, figure_meaning
from desktop_app.ingest.mapping.people_headers import people_meaning
from desktop_app.ingest.mapping.synonyms import COMMON, PLACES, UNUSED
from desktop_app.ingest.mapping.vocabulary import Vocabulary, is_used
from desktop_app.ingest.mapping.wording import plain, without_brackets

__all__ = [
    "BENEFIT_FIELDS", "CHOICES", "KINDS", "PLACE_FIELDS", "PRIVATE_FIELDS", "could_be", "field_of", "kind_by_words",
    "meaning_of", "plain",
]  # fmt: skip

KINDS: tuple[SheetKind, ...] = (
    SheetKind.NONAKTIF, SheetKind.IURAN, SheetKind.RENTAN, SheetKind.PESERTA, SheetKind.PERUSAHAAN, SheetKind.REKAP,
    SheetKind.PENYEBUT, SheetKind.TARGET,
)  # fmt: skip
"""Kinds that a header can be recognised as; where two fit alike, the first. LAIN is what fits none of them."""

_FIGURE_WORDS = {
    SheetKind.REKAP: Vocabulary(COMMON, RECAP, PLACES),
    SheetKind.PENYEBUT: Vocabulary(COMMON, BASE, PLACES),
    SheetKind.TARGET: Vocabulary(COMMON, TARGET, PLACES),
}


def field_of(kind: SheetKind, parts: Iterable[str]) -> tuple[str, float]:
    """The field that a header means in a table of `kind`, with a confidence; ("", 0) where it means none.

    `parts` are the header's cells from top to bottom (“Peserta aktif”, “Formal”).
    """
    field, confidence = meaning_of(kind, tuple(parts))
    return (field, confidence) if is_used(field) else ("", 0.0)


@lru_cache(maxsize=1 << 14)
def meaning_of(kind: SheetKind, parts: tuple[str, ...]) -> tuple[str, float]:
    """As `field_of`, but `UNUSED` for a column that is known and of no use: its values are not asked either."""
    parts = tuple(part for part in parts if part.strip())
    if not parts:
        return "", 0.0
    if kind in PEOPLE_KINDS or kind is SheetKind.LAIN:
        return _dues_or_flags(kind, people_meaning(parts), parts)
    if kind is SheetKind.PERUSAHAAN:
        return company_meaning(parts)
    return _region_meaning(kind, parts)


def _dues_or_flags(kind: SheetKind, found: tuple[str, float], parts: tuple[str, ...]) -> tuple[str, float]:
    """In a contribution detail “JKK” alone may be a flag; “Iuran JKK” is not."""
    flag = kind is SheetKind.IURAN and found[0] in BENEFIT_FIELDS
    return (found[0], min(found[1], 0.65)) if flag and "iuran" not in plain(" ".join(parts)) else found


def _region_meaning(kind: SheetKind, parts: tuple[str, ...]) -> tuple[str, float]:
    words = _FIGURE_WORDS[kind]
    bare = tuple(plain(without_brackets(part)) for part in parts)
    whole = " ".join(map(plain, parts))
    for text, most in ((whole, 1.0), (" ".join(filter(None, bare)), 0.95)):
        field, confidence = words.exact(text)
        if field:
            return field, min(most, confidence)
    found = figure_meaning(kind, parts)
    if found[0] or len(parts) > 1:
        return found if found[0] else _place_below(words, bare[-1])
    field, confidence = words.meaning(whole)
    return (field, confidence) if field in (*PLACE_FIELDS, "note", UNUSED) else ("", 0.0)


def _place_below(words: Vocabulary, last: str) -> tuple[str, float]:
    """“Wilayah / Kecamatan”: the lowest cell says which place it is."""
    field, confidence = words.exact(last)
    return (field, min(0.9, confidence)) if field in PLACE_FIELDS else ("", 0.0)


def could_be(kind: SheetKind, fields: Mapping[str, float]) -> bool:
    """True when these fields, with their confidence, are enough for a table of `kind`.

    Every official form has a column for the end; where it is one of dates, each row says itself whether it ended.
    """
    found = {field for field, confidence in fields.items() if confidence > TOPIC_OPEN}
    placed = bool(found & set(PLACE_FIELDS))
    people = any(field.startswith(("people_", "share_")) for field in found)
    match kind:
        case SheetKind.PESERTA:
            return _is_person(found)
        case SheetKind.NONAKTIF:
            return _is_person(found) and "end_reason" in found and "end_date" not in found
        case SheetKind.IURAN:
            return (
                _is_person(found)
                and len(found & set(BENEFIT_FIELDS)) >= 2
                and bool(found & {"dues", "wage", "ref", "blth"})
            )
        case SheetKind.RENTAN:
            return _is_person(found) and bool(found & {"fund", "welfare"}) and not found & {"kpj", "npp", "status"}
        case SheetKind.PERUSAHAAN:
            return _is_company(found)
        case SheetKind.REKAP:
            return placed and (people or bool(found & {"workforce", "unemployed"}))
        case SheetKind.PENYEBUT:
            return placed and not people and any(field.startswith("workers_") for field in found)
        case SheetKind.TARGET:
            return placed and not people and bool(found & {"target", "target_people"})
        case _:
            return False


def _is_person(found: set[str]) -> bool:
    """A NIK, or a name beside something that only people have."""
    named = bool(found & {"name", "name1"})
    return "nik" in found or (
        named and bool(found & {"kpj", "birth_date", "birth", "sex", "no_kk", "mother", "identity"})
    )


def _is_company(found: set[str]) -> bool:
    if found & {"nik", "kpj", "birth_date", "birth", "sex", "no_kk", "mother"}:
        return False
    told = {"npp", "nib", "actual", "registered", "arrears", "arrears_months", "category", "scale", "business", "pkbu"}
    return bool(found & {"company", "npp", "nib"}) and bool(
        found & (told - ({"npp"} if "company" not in found else set()))
    )
