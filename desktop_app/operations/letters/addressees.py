"""Who receives a letter of his own, and which part of the facts is his. Nothing is read again for it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from desktop_app.documents.letters.company_words import finding
from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.filling import placeholders_in
from desktop_app.documents.letters.letter_texts import LetterText
from desktop_app.documents.letters.marks import PLAIN
from desktop_app.domain.compliance import company_key
from desktop_app.domain.letters import Addressee, Split
from desktop_app.domain.regions import LENGTHS, Level, Region, is_within
from desktop_app.domain.sheets import CompanyFact

_BALI = "51"
_CAUSES = {"lampiran_terlambat", "lampiran_perusahaan"}
Thing = TypeVar("Thing")


def names_a_cause(text: LetterText) -> bool:
    """Whether the letter goes to those whom an annex lists for what they have not done: a Teguran, a Panggilan."""
    return any(name in _CAUSES for line in text.to for name in placeholders_in(line))


def addressees(facts: LetterFacts, split: Split, *, with_cause: bool = False) -> tuple[Addressee, ...]:
    """Those who get a letter of their own, in the order of their codes or of the list; none for one letter to all.

    `with_cause`: only companies with a finding, and only kecamatan and villages that are late.
    """
    if split is Split.PER_KECAMATAN:
        kecamatan = {above.code: above for above, _ in facts.villages if not with_cause or _is_late(facts, above)}
        return tuple(_camat(one) for one in kecamatan.values())
    if split is Split.PER_DESA:
        villages = (pair for pair in facts.villages if not with_cause or _is_late(facts, pair[1]))
        return tuple(_village_head(facts, above, village) for above, village in villages)
    if split is Split.PER_PERUSAHAAN:
        listed = [fact for fact in facts.companies if not with_cause or finding(fact, PLAIN)]
        companies = {key_of(fact): fact for fact in reversed(listed)}
        return tuple(_company(facts, key, fact) for key, fact in reversed(companies.items()))
    return ()


def _is_late(facts: LetterFacts, place: Region) -> bool:
    return any(is_within(one.region.code, place.code) for one in facts.late)


def key_of(fact: CompanyFact) -> str:
    """“NPP/division” of a company, or its plain name where it has no NPP."""
    npp, name = company_key(fact)
    return f"{npp}/{name}".rstrip("/") if npp else name


class Portions:
    """The part of `facts` that belongs to each addressee; sorted once, since there may be thousands of them."""

    def __init__(self, facts: LetterFacts) -> None:
        self._facts = facts
        self._companies: dict[str, list[CompanyFact]] = {}
        for fact in facts.companies:
            self._companies.setdefault(key_of(fact), []).append(fact)
        self._villages = _by_region((village.code, (above, village)) for above, village in facts.villages)
        self._parts = _by_region((code, (code, figure)) for code, figure in facts.parts.items())
        self._listed = _by_region((code, (code, people)) for code, people in facts.listed.items())
        self._late = _by_region((one.region.code, one) for one in facts.late)
        self._within = _by_region((fact.region, fact) for fact in facts.companies if fact.region)

    def of(self, addressee: Addressee) -> LetterFacts:
        """The facts of a letter of his own."""
        if addressee.region and addressee.key == addressee.region:
            return self._of_region(addressee)
        return replace(self._facts, addressee=addressee, companies=tuple(self._companies.get(addressee.key, ())))

    def _of_region(self, addressee: Addressee) -> LetterFacts:
        code = addressee.region
        return replace(
            self._facts, addressee=addressee, addressee_coverage=self._facts.parts.get(code),
            villages=tuple(self._villages.get(code, ())), parts=dict(self._parts.get(code, ())),
            listed=dict(self._listed.get(code, ())), companies=tuple(self._within.get(code, ())),
            late=tuple(self._late.get(code, ())),
        )  # fmt: skip


def facts_for(facts: LetterFacts, addressee: Addressee) -> LetterFacts:
    """The part of `facts` that belongs to one addressee."""
    return Portions(facts).of(addressee)


def _by_region(things: Iterable[tuple[str, Thing]]) -> dict[str, list[Thing]]:
    """Things by the code of their region and of every region above it."""
    found: dict[str, list[Thing]] = {}
    for code, thing in things:
        for length in LENGTHS:
            if length <= len(code):
                found.setdefault(code[:length], []).append(thing)
    return found


def _camat(kecamatan: Region) -> Addressee:
    return Addressee(
        key=kecamatan.code, name=f"Camat {kecamatan.short_name}", place=kecamatan.short_name, region=kecamatan.code
    )  # fmt: skip


def _village_head(facts: LetterFacts, kecamatan: Region, village: Region) -> Addressee:
    desa = "Perbekel" if facts.province.code == _BALI else "Kepala Desa"
    title = "Lurah" if village.level is Level.KELURAHAN else desa
    return Addressee(
        key=village.code, name=f"{title} {village.name}", place=kecamatan.full_name, region=village.code
    )  # fmt: skip


def _company(facts: LetterFacts, key: str, fact: CompanyFact) -> Addressee:
    """Without a region: the letter speaks to the company, not to the kecamatan where it lies."""
    return Addressee(key=key, name=fact.name, place=fact.address or facts.region.short_name)
