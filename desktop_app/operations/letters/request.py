"""What a letter is asked for with, and what comes back: the same for window and terminal."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.domain.letters import (
    Addressee,
    AddresseeKind,
    LegalBasis,
    LetterKind,
    LetterStyle,
    PointText,
    Split,
)
from desktop_app.domain.paper import PaperDocument
from desktop_app.domain.regions import Region

QUOTA = 100
MONTHLY = 16_800
"""Rupiah: JKK 10,000 + JKM 6,800 in the lowest bracket of BPU (PP 44/2015), where the office keeps no such rates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRequest:
    """A letter of `region` (the office's own when empty).

    `subject` is the key of a subject in resources/letters; `kind` None: the first that the subject has. `period`, `base`:
    of the figures; None: the newest. `monthly` 0: as the stored rates of the budget `year` say. `deadline` of the answer.
    `split`: one letter to all, or one for each addressee; `addressees`: keys of those who get one, None for all.
    `points`: None as the subject has them, else in this order with these texts. `bases`: keys of the legal bases in this
    order, None as proposed. `copies`: the tembusan, None as usual. `details`: what a kind needs besides (Undangan: hari,
    pukul, tempat_acara, acara; Teguran: surat_sebelumnya; Nota Dinas: kepada, melalui; Imbauan to desa adat: penerima).
    `letter_date`: the day on the letter; None leaves it blank. `target`: another place for the file of one letter, or
    the folder of many.
    """

    kind: LetterKind | None = None
    subject: str = "rentan-desa"
    style: LetterStyle = LetterStyle.NARATIF
    region: str = ""
    period: date | None = None
    base: str | None = None
    year: int | None = None
    quota: int = QUOTA
    monthly: int = 0
    months: int = 12
    deadline: date | None = None
    split: Split = Split.SATU
    addressees: tuple[str, ...] | None = None
    bases: tuple[str, ...] | None = None
    points: tuple[PointText, ...] | None = None
    copies: tuple[str, ...] | None = None
    details: tuple[tuple[str, str], ...] = ()
    letter_date: date | None = None
    target: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectChoice:
    """A subject as the wizard offers it. `splits` and `kinds` that fit; `addressee` says whom it speaks to."""

    key: str
    title: str
    kinds: tuple[LetterKind, ...]
    splits: tuple[Split, ...]
    addressee: AddresseeKind
    details: tuple[tuple[str, str, str], ...] = ()
    """(key, label, example) of what the clerk fills in for the kind that is chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisChoice:
    """A legal basis for this letter. `used`: it stands in it. `warning`: replaced, not yet or no longer in force; or ""."""

    basis: LegalBasis
    used: bool
    warning: str = ""
    replaced_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWord:
    """A placeholder that points may use: its name, what it is, and what it says now ("" where there is no figure)."""

    name: str
    title: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPlan:
    """A letter that is being made: `request` with every blank filled in, what else could be chosen, and its pages.

    `points` are all points of the subject, used or not, in order, with their texts (placeholders in them); `resolved` the
    sentence of each `key` as the letter will say it. `number_example` shows `number_pattern`
    of `book` with the next number.
    `pages` is read back from the finished .docx of the first letter; None where the office's template cannot be filled:
    `trouble` then says why, paragraph by paragraph. `notes`: what the office's template leaves out. `figures` are those that would be
    frozen with the letter (`operations.letters.frozen.figure_list` puts them in words).
    """

    request: LetterRequest
    kind: LetterKind
    region: Region
    kinds: tuple[tuple[LetterKind, str], ...]
    subjects: tuple[SubjectChoice, ...]
    regions: tuple[Region, ...]
    periods: tuple[date, ...]
    worker_bases: tuple[str, ...]
    period: date | None
    worker_base: str | None
    bases: tuple[BasisChoice, ...]
    points: tuple[PointText, ...]
    resolved: dict[str, str]
    words: tuple[FigureWord, ...]
    addressees: tuple[Addressee, ...]
    recipients: tuple[str, ...]
    copies: tuple[str, ...]
    number_example: str
    number_pattern: str = ""
    book: str
    figures: dict[str, Any]
    pages: PaperDocument | None
    trouble: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    village_cost: int | None = None
    total_cost: int | None = None
    villages: int = 0
    village_kinds: str = ""

    @property
    def letters(self) -> int:
        """How many letters will be made."""
        if self.request.split is Split.SATU:
            return 1
        chosen = self.request.addressees
        return len(self.addressees) if chosen is None else sum(one.key in chosen for one in self.addressees)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLetters:
    """What was written. One letter: `paths` has it. Many: `folder` holds them, `merged` all in one for printing, `index`

    the list of them as .xlsx. `ids` are the letters' numbers in the store.
    """

    ids: tuple[int, ...]
    paths: tuple[Path, ...]
    folder: Path
    merged: Path | None = None
    index: Path | None = None

    @property
    def path(self) -> Path:
        return self.paths[0]
