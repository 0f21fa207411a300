"""Writing a letter: kind, subject, style and facts become finished text."""

from collections.abc import Sequence
from typing import Any

from desktop_app.documents.letters import bodies
from desktop_app.documents.letters.content import (
    CONTENT_OF,
    Circular,
    Instruction,
    LetterContent,
    OfficialLetter,
    ServiceNote,
)
from desktop_app.documents.letters.draft import Draft
from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.headings import date_of, letterhead, number_of, signature
from desktop_app.documents.letters.marks import Marks
from desktop_app.documents.letters.points import FilledPoint
from desktop_app.documents.letters.recipients import closed_list, copies_of, place_of, recipients_of
from desktop_app.documents.terbilang import counted
from desktop_app.domain.letters import SIGNER_OF, LetterKind, LetterStyle, PointText

SAMPLE = "KONSEP DARI DATA CONTOH, BUKAN NASKAH DINAS"


def compose(
    kind: LetterKind,
    subject_key: str,
    style: LetterStyle,
    facts: LetterFacts,
    points: Sequence[PointText] | None = None,
    *,
    recipients: Sequence[str] | None = None,
    copies: Sequence[str] | None = None,
    marks: bool = False,
) -> LetterContent:
    """The finished text of a letter.

    Args:
        style: a subject without structured text, and every kind that is no Surat Edaran, is written narratively.
        points: the clerk's, in this order, with placeholders; None as the subject has them.
        recipients, copies: instead of the usual ones, as they are to stand there.
        marks: words from data and words to be confirmed are marked for the preview (`domain.paper`).

    Raises:
        UnknownSubject, UnfitKind, UnknownPlaceholder: of a point in use, with its title and the name.
    """
    draft = Draft.of(kind, subject_key, facts, points, Marks(marks))
    values = _common(draft, copies)
    return CONTENT_OF[kind](**values, **_own(draft, style, recipients))


def drafted(kind: LetterKind, subject_key: str, facts: LetterFacts, points: Sequence[PointText] | None = None) -> Draft:
    """What the window shows beside a letter: `offered` points, `points` as resolved, `words`; errors as `compose`."""
    return Draft.of(kind, subject_key, facts, points)


def resolved(points: Sequence[FilledPoint]) -> dict[str, str]:
    """Key -> the point as the letter says it, its details on lines of their own."""
    return {point.key: "\n".join((point.text, *point.details)) for point in points}


def _common(draft: Draft, copies: Sequence[str] | None) -> dict[str, Any]:
    facts, signer = draft.sender.facts, SIGNER_OF[draft.kind]
    others = copies_of(draft.text, signer, draft.sender, draft.words) if copies is None else copies
    return {
        "mark": SAMPLE if facts.office.sample else "",
        "letterhead": letterhead(signer, draft.sender),
        "number": number_of(facts, draft.marks),
        "place": draft.sender.seat,
        "date": date_of(facts, draft.marks),
        "signature": signature(signer, draft.sender),
        "copies": closed_list(others),
        "footnote": facts.office.layout.tte if draft.sender.at_home else "",
        "annexes": draft.annexes,
        "figures": draft.figures,
    }


def _own(draft: Draft, style: LetterStyle, recipients: Sequence[str] | None) -> dict[str, Any]:
    """What only this kind of letter has."""
    form = CONTENT_OF[draft.kind]
    if form is ServiceNote:
        return _service_note(draft)
    to = (
        recipients_of(draft.subject, draft.text, draft.sender, draft.words) if recipients is None else tuple(recipients)
    )
    matter = draft.filled(draft.text.matter)
    if form is Circular:
        body = bodies.circular_body(draft, style)
        return {"blocks": body, "recipients": to, "recipient_place": place_of(draft.sender), "title": matter.upper()}
    if form is Instruction:
        return {
            "blocks": bodies.instruction_body(draft), "recipients": to, "title": matter.upper(),
            "form": f"INSTRUKSI {draft.sender.head.upper()}", "opening": bodies.instruction_opening(draft),
        }  # fmt: skip
    assert form is OfficialLetter
    letter = {"blocks": bodies.narrative_body(draft), "recipients": to, "recipient_place": place_of(draft.sender)}
    return letter | _reference(draft, matter)


def _reference(draft: Draft, matter: str) -> dict[str, Any]:
    attached = len(draft.annexes)
    return {
        "character": draft.text.character,
        "attachment": f"{counted(attached)} berkas" if attached else "-",
        "matter": matter,
    }


def _service_note(draft: Draft) -> dict[str, Any]:
    """Through the Sekda, unless the clerk names another or, with “-”, nobody."""
    sender, details = draft.sender, draft.sender.facts.details
    through = details.get("melalui", "").strip() or f"Sekretaris Daerah {sender.region.full_name}"
    note = {
        "blocks": bodies.narrative_body(draft),
        "to": details.get("kepada", "").strip() or sender.head,
        "through": "" if through == "-" else through,
        "sender": sender.agency_head,
    }
    return note | _reference(draft, draft.filled(draft.text.matter))
