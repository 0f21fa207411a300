"""Compliance of employers: the categories that lists use, what a row's own figures say, and sums over companies.

Sources: domain notes 5.1 (categories), PP 86/2013 (duty to register with all workers and true wages), Perpres 109/2013
art. 6(3) (programmes by scale).
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.segments import Benefit
from desktop_app.domain.sheets import CompanyFact

ARREARS_FROM = 1
"""Months of unpaid contributions from which a company is in arrears; sources differ from 1 to 4, so it is a parameter."""

_LEAST = frozenset({Benefit.JKK, Benefit.JKM})
_SMALL = _LEAST | {Benefit.JHT}
_MOST = _SMALL | {Benefit.JP}
REQUIRED = {"mikro": _LEAST, "kecil": _SMALL, "menengah": _MOST, "besar": _MOST}
"""Scale -> programmes that an employer owes its workers (Perpres 109/2013 art. 6(3))."""


class Category(StrEnum):
    """What a list says of an employer: PDS = “perusahaan daftar sebagian”, it declares only part of what it must."""

    PATUH = "PATUH"
    PWBD = "PWBD"
    PDS_TK = "PDS TK"
    PDS_UPAH = "PDS UPAH"
    PDS_PROGRAM = "PDS PROGRAM"
    PIUTANG = "PIUTANG"
    PDS_PROGRAM_PIUTANG = "PDS PROGRAM DAN PIUTANG"


_FILLER = re.compile(
    r"\b(?:perusahaan|badan usaha|pemberi kerja|kategori|status|dan|dengan|serta|juga|ada|memiliki|iuran|sudah"
    r"|\d+(?: bulan| bln)?)\b"
)
_PART = r"(?:p ?d ?s(?: (?:ter|men)?daftar sebagian)?|(?:ter|men)?daftar sebagian(?: p ?d ?s)?)"
_CLAIMS = (
    (Category.PWBD, re.compile(r"\b(?:(?:wajib )?belum (?:ter|men)?daftar|p ?wbd|wajib (?:ter|men)?daftar belum (?:ter|men)?daftar)\b")),
    (Category.PDS_PROGRAM, re.compile(rf"\b{_PART} ?(?:program|prog)\b")),
    (Category.PDS_TK, re.compile(rf"\b{_PART} ?(?:tk|tenaga kerja|naker|pekerja|karyawan)\b")),
    (Category.PDS_UPAH, re.compile(rf"\b{_PART} ?(?:upah|gaji)\b")),
    (Category.PIUTANG, re.compile(r"\b(?:piutang|menunggak|nunggak|penunggak|tunggakan)\b")),
    (Category.PATUH, re.compile(r"\bpatuh\b")),
)  # fmt: skip
_BOTH = frozenset({Category.PDS_PROGRAM, Category.PIUTANG})
_NOTHING = {"", "nihil", "n a", "na", "tidak ada"}


def category_given(text: str) -> str:
    """The category that a cell names, however it is spelled; its own words where it names none, or more than one can hold."""
    rest = " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())
    if rest in _NOTHING:
        return ""
    rest = " ".join(_FILLER.sub(" ", rest).split())
    claimed = set()
    for category, pattern in _CLAIMS:
        rest, hits = pattern.subn(" ", rest)
        if hits:
            claimed.add(category)
    if claimed and not rest.strip():
        if claimed == _BOTH:
            return Category.PDS_PROGRAM_PIUTANG
        if len(claimed) == 1:
            return claimed.pop()
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a row's own figures show: True, False, or None where it does not tell. Wages are never told."""

    unregistered: bool | None
    workers: bool | None
    programmes: bool | None
    arrears: bool | None


def evidence_of(fact: CompanyFact, *, npp_told: bool = True, arrears_from: int = ARREARS_FROM) -> Evidence:
    """`npp_told`: a blank NPP means that there is none (False where the sheet has no such column, or it is unreadable)."""
    return Evidence(
        _unregistered(fact, npp_told), _workers_missing(fact), _programmes_missing(fact), _in_arrears(fact, arrears_from)
    )  # fmt: skip


def category_by_rules(fact: CompanyFact, *, npp_told: bool = True, arrears_from: int = ARREARS_FROM) -> str:
    """The category that the row's figures give; blank where they do not tell enough.

    Where several hold, workers left out come before programmes and arrears: they have no protection at all. PDS UPAH is
    never given: no list carries the real wages beside the reported ones.
    """
    shown = evidence_of(fact, npp_told=npp_told, arrears_from=arrears_from)
    if shown.unregistered:
        return Category.PWBD
    if shown.unregistered is None and not fact.registered:
        return ""
    if shown.workers:
        return Category.PDS_TK
    if shown.programmes:
        return Category.PDS_PROGRAM_PIUTANG if shown.arrears else Category.PDS_PROGRAM
    if shown.arrears:
        return Category.PIUTANG
    enough = (shown.unregistered, shown.workers, shown.programmes, shown.arrears) == (False,) * 4
    return Category.PATUH if enough else ""


def contradicts(given: str, fact: CompanyFact, *, npp_told: bool = True, arrears_from: int = ARREARS_FROM) -> bool:
    """True when the row's own figures speak against the category it is given.

    A category can name one failing only: “PIUTANG” for a company that also leaves out workers is no contradiction.
    """
    rules = category_by_rules(fact, npp_told=npp_told, arrears_from=arrears_from)
    if given not in set(Category) or given == rules:
        return False
    if Category.PWBD in (given, rules):
        return bool(fact.npp) or rules == Category.PWBD
    shown = evidence_of(fact, npp_told=npp_told, arrears_from=arrears_from)
    if given == Category.PDS_UPAH:
        return False
    if given == Category.PATUH:
        return bool(rules)
    claimed = {
        Category.PDS_TK: (shown.workers,),
        Category.PDS_PROGRAM: (shown.programmes, None if shown.arrears is None else not shown.arrears),
        Category.PIUTANG: (shown.arrears, None if shown.programmes is None else not shown.programmes),
        Category.PDS_PROGRAM_PIUTANG: (shown.programmes, shown.arrears),
    }[Category(given)]
    return False in claimed or (bool(rules) and claimed[0] is None)


def _unregistered(fact: CompanyFact, npp_told: bool) -> bool | None:
    """An employer without NPP is not registered (PWBD); one without NPP but with registered workers has lost its NPP."""
    if fact.npp:
        return False
    return None if not npp_told or fact.registered else True


def _workers_missing(fact: CompanyFact) -> bool | None:
    """PP 86/2013 art. 3: all workers; “300 of 400” is PDS TK."""
    if fact.actual is None or fact.registered is None:
        return None
    return fact.registered < fact.actual


def _programmes_missing(fact: CompanyFact) -> bool | None:
    """Perpres 109/2013 art. 6(3). Of an unknown scale, only what even the smallest owes is certainly missing."""
    if fact.benefits is None:
        return None
    if not REQUIRED.get(fact.scale, _LEAST) <= fact.benefits:
        return True
    return False if REQUIRED.get(fact.scale, _MOST) <= fact.benefits else None


def _in_arrears(fact: CompanyFact, arrears_from: int) -> bool | None:
    """Months decide where they are told, else any unpaid rupiah."""
    months, amount = fact.arrears_months, fact.arrears
    if months:
        return months >= arrears_from
    if months is None and amount is None:
        return None
    return bool(amount)


@dataclass(frozen=True, slots=True)
class CompanySums:
    """Companies in figures: `by_category` has every `Category`, then other words as given; rows without any are in none.

    `actual` and `registered` are workers, `arrears` rupiah; None where no row tells.
    """

    distinct_npp: int
    without_npp: int
    by_category: dict[str, int]
    actual: int | None
    registered: int | None
    arrears: int | None


def company_sums(facts: Iterable[CompanyFact]) -> CompanySums:
    """Every row counts, a company's divisions each for itself; an NPP counts once. Category as given, else by the rules."""
    facts = list(facts)
    counted = Counter(category for fact in facts if (category := fact.category or fact.by_rules))
    by_category = {category.value: counted.pop(category, 0) for category in Category}
    return CompanySums(
        distinct_npp=len({fact.npp for fact in facts if fact.npp}),
        without_npp=sum(not fact.npp for fact in facts),
        by_category=by_category | dict(counted),
        actual=_sum(fact.actual for fact in facts),
        registered=_sum(fact.registered for fact in facts),
        arrears=_sum(fact.arrears for fact in facts),
    )


def _sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def company_key(fact: CompanyFact) -> tuple[str, str]:
    """What makes two rows speak of the same company: NPP and division, or its plain name where it has no NPP.

    The main division is written “000” or left out.
    """
    if fact.npp:
        return fact.npp, fact.division.lstrip("0")
    return "", re.sub(r"[\W_]+", "", fact.name.casefold())
