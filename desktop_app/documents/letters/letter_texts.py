"""The texts of a subject as values: its letters for the kinds that they fit, and their points."""

from dataclasses import dataclass

from desktop_app.domain.errors import AppError
from desktop_app.domain.letters import AddresseeKind, LetterKind, PointText, Split

LEAD = "disampaikan hal-hal sebagai berikut:"


class UnknownSubject(AppError):
    title = "Perihal tidak dikenal"
    hint = "Pilih salah satu perihal itu."

    def __init__(self, key: str, known: list[str]) -> None:
        super().__init__(f"Tidak ada perihal “{key}”; yang ada: {', '.join(known)}.")


class UnfitKind(AppError):
    """There is no text of the subject for this kind of letter."""

    title = "Jenis surat tidak sesuai"
    hint = "Pilih jenis surat lain untuk perihal ini."

    def __init__(self, subject: str, kind: str) -> None:
        super().__init__(f"Perihal “{subject}” tidak memiliki naskah untuk jenis “{kind}”.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point as it ships. `without`: its text where `text` names a figure that is not there; empty: the point falls away,

    as do details that name such a figure. `needs`: words that must have something to say for the point to be offered.
    `only`: subjects in which it is used unless the clerk decides otherwise; empty: all.
    """

    key: str
    title: str
    text: str
    without: str = ""
    details: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    alternatives: tuple[tuple[str, str], ...] = ()
    used: bool = True
    only: tuple[str, ...] = ()

    def as_text(self, subject: str) -> PointText:
        used = self.used and (not self.only or subject in self.only)
        return PointText(
            key=self.key, title=self.title, text=self.text, details=self.details, used=used,
            alternatives=self.alternatives,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """The sentences of one letter; all may hold placeholders.

    `matter` is its title or Hal. Narrative: `statement` ends in “berdasarkan:” and stands before the legal bases; `purpose`
    (“untuk …”) and `lead` open the points. Structured: `background`, `aims`, `scope` are paragraphs of their sections,
    and the points are lettered. Instruksi: `purpose` opens it. `details`: (key, label, example) of what the clerk fills in.
    `to`: recipients; `own_to` those of a letter of its own where it is not simply the addressee. `bases`: keys of the
    legal bases it proposes, where it proposes fewer than its subject.
    """

    kinds: tuple[LetterKind, ...]
    splits: tuple[Split, ...]
    matter: str
    to: tuple[str, ...]
    own_to: tuple[str, ...] = ()
    statement: str = ""
    purpose: str = ""
    lead: str = LEAD
    opening: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    closing: str = ""
    copies: tuple[str, ...] = ()
    character: str = "Penting"
    details: tuple[tuple[str, str, str], ...] = ()
    bases: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()

    @property
    def structured(self) -> bool:
        """Whether it has what the structured style needs."""
        return bool(self.background and self.aims and self.scope)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """`addressee`: whom it speaks to. `letters` in the order in which kinds are offered."""

    key: str
    title: str
    addressee: AddresseeKind
    letters: tuple[LetterText, ...]

    @property
    def kinds(self) -> tuple[LetterKind, ...]:
        return tuple(dict.fromkeys(kind for letter in self.letters for kind in letter.kinds))

    @property
    def splits(self) -> tuple[Split, ...]:
        return tuple(split for split in Split if any(split in letter.splits for letter in self.letters))

    def letter(self, kind: LetterKind) -> LetterText:
        """UnfitKind: the subject has no text for it."""
        for letter in self.letters:
            if kind in letter.kinds:
                return letter
        raise UnfitKind(self.title, kind.value)

    def points(self, kind: LetterKind) -> tuple[PointText, ...]:
        """As the clerk sees and edits them."""
        return tuple(point.as_text(self.key) for point in self.letter(kind).points)
