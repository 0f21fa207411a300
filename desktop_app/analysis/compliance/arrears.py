"""Arrears by age. The classes differ between branches and years, so that they are a parameter.

Source: domain notes 5.1: Pekalongan 2016 has 1–2 (lancar), 4–6 (kurang lancar), 7–9 (macet) and over 9 months (tidak
tertagih); month 3, which it leaves open, is put with the next class here.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop_app.analysis.compliance.values import ArrearsClass
from desktop_app.domain.sheets import CompanyFact


class AgeClass(NamedTuple):
    """Arrears of `first` to `last` months; `last` None: and more."""

    first: int
    last: int | None
    word: str = ""

    @property
    def label(self) -> str:
        """“3–6 bulan (kurang lancar)”, “lebih dari 9 bulan”."""
        if self.last is None:
            months = f"lebih dari {self.first - 1} bulan"
        else:
            months = f"{self.first} bulan" if self.first == self.last else f"{self.first}–{self.last} bulan"
        return f"{months} ({self.word})" if self.word else months


USUAL_CLASSES = (
    AgeClass(1, 2, "lancar"), AgeClass(3, 6, "kurang lancar"), AgeClass(7, 9, "macet"), AgeClass(10, None, "di atas macet"),
)  # fmt: skip

_WRITTEN = re.compile(r"(\d+)\s*(?:([-–+])\s*(\d+)?)?\s*(.*)")


def classes_of(text: str) -> tuple[AgeClass, ...]:
    """“1-2 lancar; 3-6; 7+ macet” as classes. ValueError: it is none, or they are not in order without a gap."""
    found = [_WRITTEN.fullmatch(part.strip()) for part in text.split(";") if part.strip()]
    classes = [_class(*match.groups()) for match in found if match is not None]
    if not classes or len(classes) != len(found):
        raise ValueError(f"not classes of months: {text!r}")
    return checked(classes)


def _class(first: str, sign: str | None, last: str | None, word: str) -> AgeClass:
    end = int(last) if last else None if sign else int(first)
    return AgeClass(int(first), end, word.strip(" ()"))


def checked(classes: Sequence[AgeClass]) -> tuple[AgeClass, ...]:
    """ValueError: they do not begin at 1, leave months out, hold one twice, or end before the longest arrears."""
    expected: int | None = 1
    for one in classes:
        if one.first != expected or (one.last is not None and one.last < one.first):
            raise ValueError(f"classes of months have a gap or overlap at {one.first}")
        expected = None if one.last is None else one.last + 1
    if expected is not None:
        raise ValueError("the last class must be open to the end")
    return tuple(classes)


def arrears_by_age(facts: Iterable[CompanyFact], classes: Sequence[AgeClass]) -> tuple[tuple[ArrearsClass, ...], int]:
    """Companies and rupiah of each class, and how many companies are in arrears of an age that is not told."""
    owing = [fact for fact in facts if fact.arrears_months or fact.arrears]
    aged = [fact for fact in owing if fact.arrears_months]
    return tuple(_filled(one, aged) for one in classes), len(owing) - len(aged)


def _filled(one: AgeClass, facts: Sequence[CompanyFact]) -> ArrearsClass:
    mine = [fact for fact in facts if one.first <= (fact.arrears_months or 0) and _until(fact, one.last)]
    amounts = [fact.arrears for fact in mine if fact.arrears is not None]
    return ArrearsClass(
        label=one.label, first=one.first, last=one.last, companies=len(mine), amount=sum(amounts) if amounts else None
    )  # fmt: skip


def _until(fact: CompanyFact, last: int | None) -> bool:
    return last is None or (fact.arrears_months or 0) <= last
