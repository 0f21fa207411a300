"""A letter while it is being written: its texts, words, points and annexes."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.documents.letters.annexes import annex_words, annexes_of, mentioned
from desktop_app.documents.letters.content import CONTENT_OF, Annex, OfficialLetter
from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.figure_words import figure_words
from desktop_app.documents.letters.filling import filled, missing
from desktop_app.documents.letters.letter_texts import LetterText, Subject
from desktop_app.documents.letters.marks import PLAIN, Marks, unmarked
from desktop_app.documents.letters.points import FilledPoint, check_points, filled_points, fitting, spoken
from desktop_app.documents.letters.sender import Sender
from desktop_app.documents.letters.subjects import subject
from desktop_app.documents.letters.words import Word
from desktop_app.domain.letters import SIGNER_OF, LetterKind, PointText, Signer, kind_title
from desktop_app.domain.office import head_kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`offered`: the points as the clerk sees them; `points` those in use, filled in."""

    kind: LetterKind
    subject: Subject
    text: LetterText
    sender: Sender
    words: dict[str, Word]
    offered: tuple[PointText, ...]
    points: tuple[FilledPoint, ...]
    annexes: tuple[Annex, ...]

    @classmethod
    def of(
        cls,
        kind: LetterKind,
        subject_key: str,
        facts: LetterFacts,
        points: Sequence[PointText] | None = None,
        marks: Marks = PLAIN,
    ) -> "Draft":
        """UnknownSubject, UnfitKind, UnknownPlaceholder."""
        about, sender = subject(subject_key), Sender(facts, marks)
        text = about.letter(kind)
        words = figure_words(facts, marks)
        words |= _paper_words(about, facts, words, marks)
        # Which annexes there are follows from what the points say, and what they say names the annexes.
        names = words | annex_words({}, unmade="Lampiran")
        offered = fitting(about.key, text, points, names)
        check_points(offered, names)
        to = text.to if facts.addressee is None else ()
        annexes = annexes_of(mentioned((*to, *text.opening, *spoken(text, offered, names), text.closing)), sender)
        words |= annex_words(annexes)
        return cls(
            kind=kind, subject=about, text=text, sender=sender, words=words, offered=offered,
            points=filled_points(text, offered, words, marks), annexes=tuple(annexes.values()),
        )  # fmt: skip

    @property
    def marks(self) -> Marks:
        return self.sender.marks

    def filled(self, text: str) -> str:
        return filled(text, self.words, text, self.marks)

    def said(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Those of the texts whose figures are there, filled in."""
        return tuple(self.filled(text) for text in texts if not missing(text, self.words))

    @property
    def figures(self) -> dict[str, str | int | float | None]:
        """What is raw in the words, for templates."""
        return {word.name: word.raw for word in self.words.values() if word.raw is not None}


def _paper_words(about: Subject, facts: LetterFacts, words: dict[str, Word], marks: Marks) -> dict[str, Word]:
    """What a Nota Dinas calls the draft that it carries upward; `details` may name its kind under `naskah`."""
    upward = [kind for kind in about.kinds if SIGNER_OF[kind] is not Signer.KEPALA_DINAS]
    region, chosen = facts.region, facts.details.get("naskah", "").strip().casefold()
    titles = {kind: kind_title(kind, head_kind(region)) for kind in about.kinds}
    named = (kind for kind, title in titles.items() if chosen in (kind.value, title.casefold()))
    kind = next(named, (*upward, *about.kinds)[0])
    paper = titles[kind]
    if kind in (LetterKind.SE_BUPATI, LetterKind.INSTRUKSI, LetterKind.IMBAUAN_BUPATI):
        paper = f"{paper} {region.short_name}"
    matter = filled(about.letter(kind).matter, words, about.title, marks)
    joint = "hal" if CONTENT_OF[kind] is OfficialLetter else "tentang"
    return {
        "tentang": Word(name="tentang", title="“tentang” atau “hal” di depan judul naskah", text=joint),
        "naskah": Word(name="naskah", title="Naskah yang diajukan", text=paper, raw=paper),
        "perihal": Word(name="perihal", title="Judul naskah yang diajukan", text=matter, raw=unmarked(matter)),
    }
