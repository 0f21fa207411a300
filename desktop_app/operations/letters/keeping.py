"""Keeping letters in the store: one transaction, in which their files take their place."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_app.documents.letters.content import (
    Circular,
    Instruction,
    LetterContent,
    OfficialLetter,
    ServiceNote,
    as_stored,
)
from desktop_app.domain.letters import Addressee
from desktop_app.operations.letters.draft import Draft
from desktop_app.operations.letters.frozen import frozen
from desktop_app.operations.letters.stored import request_values
from desktop_app.operations.letters.templates import ReadyTemplate
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.store import audit, letters

PRINTED = "gabungan"
"""In the frozen figures of the first letter of several: SHA-256 of the file for printing that holds all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A letter as it is written: `path` is where it will lie, `hash` the SHA-256 of its file."""

    addressee: Addressee | None
    content: LetterContent
    path: Path
    hash: str


@contextmanager
def keep(
    workspace: Workspace, draft: Draft, template: ReadyTemplate, made: Sequence[Made], printed: str = ""
) -> Iterator[list[int]]:  # fmt: skip
    """Store the letters; their numbers in the store. What fails inside the block takes all of it back.

    `printed`: SHA-256 of the file that holds all of them.
    """
    by, at = present_user(), now()
    batch = f"{at:%Y%m%d%H%M%S}-{made[0].hash[:8]}" if len(made) > 1 else ""
    with workspace.sessions.begin() as session:
        letters.keep_template(session, template.hash, template.name, template.data)
        rows = [_new(draft, template, one, batch) for one in made]
        ids = letters.add_letters(session, rows, by, at)
        what, detail = ("buat surat", made[0].path.name) if not batch else _many(made)
        audit.record(session, what, detail, by, at)
        if printed:
            letters.note_figure(session, ids[0], PRINTED, printed)
        yield ids


def _many(made: Sequence[Made]) -> tuple[str, str]:
    return "buat surat", f"{len(made)} surat di “{made[0].path.parent.name}”"


def _new(draft: Draft, template: ReadyTemplate, made: Made, batch: str) -> letters.NewLetter:
    asked, facts = draft.asked, draft.facts_of(made.addressee)
    alone = made.addressee is None
    figures = frozen(facts, draft.figures.imports, parts=alone, base=draft.figures.base, spoken=draft.spoken)
    return letters.NewLetter(
        kind=draft.kind.value, topic=draft.subject.key, subject=subject_of(made.content), region=draft.facts.region.code,
        path=str(made.path), figures=figures, addressee=made.addressee.name if made.addressee else "",
        addressee_key=made.addressee.key if made.addressee else "", letter_date=asked.letter_date, batch=batch,
        file_hash=made.hash, request=request_values(asked), content=as_stored(made.content), template=template.hash,
    )  # fmt: skip


def subject_of(content: LetterContent) -> str:
    """What the letter is about, in its own words: TENTANG or Hal."""
    if isinstance(content, Circular | Instruction):
        return content.title
    return content.matter if isinstance(content, OfficialLetter | ServiceNote) else ""
