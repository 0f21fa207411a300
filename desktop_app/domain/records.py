"""What a workspace keeps about itself: backups, letters that were written, what was done and by whom."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desktop_app.domain.letters import LetterState
from desktop_app.domain.segments import Segment


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the database that was opened and checked; `size` in bytes."""

    path: Path
    made_at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """Something that was done in the workspace: `what` in a word or two, `detail` names the thing."""

    at: datetime
    by: str
    what: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRecord:
    """A letter that was written, with the figures it was made from as they were then.

    `kind` is a key of `domain.letters.LetterKind`, `topic` of a subject; `subject` is the title in the letter. `book`,
    `number`, `number_text`: None and empty while it has none. `batch` joins letters that were written together, empty for
    a single one. `reason`: why it is void. `file_hash`: SHA-256 of the file as it was written.
    """

    id: int
    kind: str
    subject: str
    region: str
    path: str
    figures: dict[str, Any]
    made_at: datetime
    made_by: str
    topic: str = ""
    addressee: str = ""
    addressee_key: str = ""
    state: LetterState = LetterState.DRAF
    book: str = ""
    number: int | None = None
    number_text: str = ""
    letter_date: date | None = None
    reason: str = ""
    batch: str = ""
    file_hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterEvent:
    """A step of a letter: the state it came to, when, by whom, and a note (“diterima Perbekel Selat”)."""

    at: datetime
    by: str
    state: LetterState
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """One person of the people counted in a region and month. `nik` is masked; `sources` say file, sheet and row."""

    nik: str
    name: str
    birth_date: date | None
    sex: str
    segments: tuple[Segment, ...]
    region: str
    company: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListChanges:
    """What a newer list of people says otherwise than the older ones: distinct people who came, went, moved to another

    region, or are enrolled otherwise (segment, programmes, active or not).
    """

    joined: int = 0
    left: int = 0
    moved: int = 0
    changed: int = 0
