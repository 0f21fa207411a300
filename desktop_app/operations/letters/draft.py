"""A letter on its way: the request with its blanks filled in, what it is written from, and the text of each letter."""

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.documents.letters.content import LetterContent
from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.legal_library import ProposedBasis, proposed_bases
from desktop_app.documents.letters.subjects import Subject, subject, subjects
from desktop_app.documents.letters.writing import compose, drafted
from desktop_app.domain.errors import AppError
from desktop_app.domain.letterbook import NumberBook, blank_number
from desktop_app.domain.letterbook_errors import NoBook
from desktop_app.domain.letters import Addressee, LetterKind, PointText, kind_title
from desktop_app.domain.office import head_kind
from desktop_app.domain.paper import CHECK, END
from desktop_app.operations.letters.addressees import Portions, addressees, names_a_cause
from desktop_app.operations.letters.basis_choices import used_bases
from desktop_app.operations.letters.books import book_for
from desktop_app.operations.letters.figures import LetterFigures, letter_figures, priced
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.letters.spoken import groups_spoken
from desktop_app.operations.workspace import Workspace


class UnfitSplit(AppError):
    title = "Pembagian surat tidak sesuai"
    hint = "Pilih satu surat untuk semua, atau pembagian lain yang ditawarkan."

    def __init__(self, subject: str, kind: str) -> None:
        super().__init__(f"Perihal “{subject}” tidak dapat dibuat terpisah seperti itu sebagai {kind}.")


class NobodyChosen(AppError):
    title = "Belum ada penerima"
    hint = "Pilih sekurangnya satu penerima; untuk surat per perusahaan, impor daftar perusahaan lebih dulu."

    def __init__(self, region: str) -> None:
        super().__init__(f"Tidak ada penerima yang dipilih di {region}.")


@dataclass(frozen=True, slots=True)
class Draft:
    """`asked` with its kind filled in, `request` with the monthly amount besides; `facts` of the letter to all, with its legal bases.

    `everyone` could get a letter of their own, `chosen` do; both empty for one letter to all. `proposed`: the legal bases
    that the subject proposes. `book`: where the letter takes its number, None where no book has its kind. `offered`: the points, used or not.
    """

    asked: LetterRequest
    request: LetterRequest
    kind: LetterKind
    subject: Subject
    figures: LetterFigures
    facts: LetterFacts
    everyone: tuple[Addressee, ...]
    chosen: tuple[Addressee, ...]
    portions: Portions
    proposed: tuple[ProposedBasis, ...]
    book: NumberBook | None
    offered: tuple[PointText, ...]

    @property
    def title(self) -> str:
        """“Surat Edaran Bupati”."""
        return kind_title(self.kind, head_kind(self.facts.region))

    @property
    def file_title(self) -> str:
        """What files and folders of these letters are called: kind, subject, region."""
        return f"{self.title} {self.subject.title} {self.facts.region.name}"

    @property
    def spoken(self) -> tuple[str, ...]:
        """Groups of figures that the letter speaks of."""
        return groups_spoken(self.subject.letter(self.kind), self.request.style, self.offered)

    def facts_of(self, addressee: Addressee | None) -> LetterFacts:
        return self.facts if addressee is None else self.portions.of(addressee)

    def content(self, addressee: Addressee | None, *, marks: bool = False) -> LetterContent:
        """The finished text of the letter to `addressee`; None: the one to all."""
        asked = self.request
        content = compose(
            self.kind, self.subject.key, asked.style, self.facts_of(addressee), asked.points, copies=asked.copies,
            marks=marks,
        )  # fmt: skip
        blank = marks and CHECK not in content.number
        return replace(content, number=f"{CHECK}{content.number}{END}") if blank else content


def draft_letters(workspace: Workspace, request: LetterRequest) -> Draft:
    """What `request` asks for, before any of it is a file.

    Raises:
        NoOffice, UnknownRegion, UnknownBase, UnknownSubject, UnfitKind, UnfitSplit.
    """
    topic = subject(request.subject)
    kind = request.kind or topic.kinds[0]
    text = topic.letter(kind)
    if request.split not in text.splits:
        raise UnfitSplit(topic.title, kind_title(kind))
    asked = replace(request, kind=kind)
    request = priced(workspace, asked)
    figures = letter_figures(workspace, request)
    day = request.letter_date or figures.facts.today
    book = _book(workspace, kind)
    number = blank_number(book, day.year, request.letter_date) if book else ""
    facts = replace(figures.facts, number=number)
    proposed = proposed_bases(topic.key, facts.region, facts.province, facts.year, day, kind)
    facts = replace(facts, legal_bases=used_bases(request.bases, proposed))
    offered = drafted(kind, topic.key, facts, request.points).offered
    everyone = addressees(facts, request.split, with_cause=names_a_cause(text))
    return Draft(
        asked=asked, request=request, kind=kind, subject=topic, figures=figures, facts=facts, everyone=everyone,
        chosen=_chosen(request, everyone), portions=Portions(facts), proposed=proposed, book=book, offered=offered,
    )  # fmt: skip


def _book(workspace: Workspace, kind: LetterKind) -> NumberBook | None:
    try:
        return book_for(workspace, kind)
    except NoBook:
        return None


def _chosen(request: LetterRequest, everyone: tuple[Addressee, ...]) -> tuple[Addressee, ...]:
    if request.addressees is None:
        return everyone
    return tuple(one for one in everyone if one.key in request.addressees)


def receivers(draft: Draft) -> tuple[Addressee, ...]:
    """Who gets a letter of his own. NobodyChosen."""
    if not draft.chosen:
        raise NobodyChosen(draft.facts.region.full_name)
    return draft.chosen


def day_of(draft: Draft) -> date:
    return draft.request.letter_date or draft.facts.today


def one_of_each_kind() -> dict[LetterKind, LetterRequest]:
    """A request for every kind of letter, on the first subject that has it."""
    return {
        kind: LetterRequest(kind=kind, subject=next(topic.key for topic in subjects() if kind in topic.kinds))
        for kind in LetterKind
    }
