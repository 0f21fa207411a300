"""Letters made again from what was kept: the same file as then, or the same letter with its number."""

from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from desktop_app.documents.files import replacing
from desktop_app.documents.letters.content import LetterContent, as_stored, content_of
from desktop_app.documents.letters.rendering import LetterTemplate
from desktop_app.documents.letters.stamping import Change, stamped
from desktop_app.domain.errors import AppError
from desktop_app.domain.indonesian import long_date
from desktop_app.domain.letterbook_errors import UnknownLetter
from desktop_app.domain.letters import LetterKind
from desktop_app.domain.records import LetterRecord
from desktop_app.operations.letters.templates import free_path
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.written_files import room_for
from desktop_app.store import letters


class NotKept(AppError):
    """The letter is of before its text was kept, or of a version that kept it otherwise."""

    title = "Surat tidak dapat dibuat ulang"
    hint = "Buka berkasnya, atau buat surat baru dengan angka terbaru. Tidak ada yang berubah."

    def __init__(self, subject: str) -> None:
        super().__init__(f"Naskah surat “{' '.join(subject.split())}” tidak tersimpan di ruang kerja ini.")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLetter:
    """A letter as it is kept: what the list shows, its text, and the template it was filled into."""

    record: LetterRecord
    content: LetterContent
    template: LetterTemplate


@dataclass(frozen=True, slots=True, kw_only=True)
class Remade:
    """`same`: the file equals the one that was written, byte for byte; else another version made it from the same text."""

    path: Path
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Renumbered:
    """`path` bears the number. `edited`: the clerk's own draft where one was found; `words` say what became of it.

    Where its text still had the place for the number, `edited` is `path`: the number stands in it and every edit stays.
    Else it was left as it is, and the numbered letter without the edits stands beside it.
    """

    path: Path
    edited: Path | None = None
    words: str = ""


def remake(workspace: Workspace, letter_id: int, target: Path) -> Path:
    """Write the letter again as it was made then. UnknownLetter, NotKept; FileInUse, UnusableTarget, DiskFull."""
    return remade(workspace, letter_id, target).path


def remade(workspace: Workspace, letter_id: int, target: Path) -> Remade:
    """As `remake`, and whether it is the same file."""
    kept = kept_letter(workspace, letter_id)
    data = kept.template.render(kept.content)
    _write(target, data)
    return Remade(path=target, same=sha256(data).hexdigest() == kept.record.file_hash)


def renumbered(workspace: Workspace, letter_id: int) -> Renumbered:
    """Write the letter's number and date, as the store has them, into its file.

    UnknownLetter, NotKept; FileInUse, UnusableTarget, DiskFull: nothing changed.
    """
    kept = kept_letter(workspace, letter_id)
    after = _with_number(kept.content, kept.record)
    data, old = kept.template.render(after), Path(kept.record.path)
    if not _edited(old, kept.record.file_hash):
        written = Renumbered(path=old)
        _write(old, data)
    else:
        written = _into_edited(old, kept.content, after) or _beside(old, data)
    with workspace.sessions.begin() as session:
        letters.rewrite_letter(session, letter_id, as_stored(after), sha256(data).hexdigest(), str(written.path))
    return written


def _into_edited(path: Path, before: LetterContent, after: LetterContent) -> Renumbered | None:
    """The number in the clerk's own draft; None where its place is no longer to be found there."""
    near = ("pada tanggal", before.place, "tanggal :", "tanggal:")
    changes = (Change(before.number, after.number), Change(before.date, after.date, near))
    result = stamped(path.read_bytes(), changes)
    if result is None or not result.counts[0]:
        return None
    _write(path, result.data)
    undated = before.date != after.date and not result.counts[1]
    date = f" Tanggalnya belum: tulis {after.date} di Word." if undated else ""
    words = f"Konsep “{path.name}” pernah disunting; nomornya ditulis di sana dan suntingan Anda tetap.{date}"
    return Renumbered(path=path, edited=path, words=words)


def _beside(old: Path, data: bytes) -> Renumbered:
    path = free_path(old.with_stem(f"{old.stem} (bernomor)"))
    _write(path, data)
    words = (
        f"Konsep “{old.name}” pernah disunting dan tempat nomornya tidak ditemukan lagi, sehingga tidak diubah. Surat"
        f" bernomor tanpa suntingan itu ada di “{path.name}”; pindahkan suntingan Anda ke sana."
    )
    return Renumbered(path=path, edited=old, words=words)


def kept_letter(workspace: Workspace, letter_id: int) -> KeptLetter:
    """What the letter was made from. UnknownLetter, NotKept."""
    with workspace.sessions() as session:
        record, source = letters.letter(session, letter_id), letters.source_of(session, letter_id)
    if record is None or source is None:
        raise UnknownLetter(letter_id)
    if not source.content or source.template is None:
        raise NotKept(record.subject)
    try:
        content = content_of(LetterKind(source.kind), source.content)
    except (KeyError, TypeError, ValueError) as error:
        raise NotKept(record.subject) from error
    return KeptLetter(record=record, content=content, template=_opened(source.template, f"{record.kind}.docx"))


@lru_cache(maxsize=4)
def _opened(data: bytes, name: str) -> LetterTemplate:
    """Opened once for all letters of a batch."""
    return LetterTemplate(data, name)


def _with_number(content: LetterContent, record: LetterRecord) -> LetterContent:
    day = long_date(record.letter_date) if record.letter_date else content.date
    return replace(content, number=record.number_text or content.number, date=day)


def _edited(path: Path, file_hash: str) -> bool:
    """Whether the file is there and is no longer the one that was written."""
    return path.is_file() and sha256(path.read_bytes()).hexdigest() != file_hash


def _write(path: Path, data: bytes) -> None:
    with room_for(path), replacing(path) as beside:
        beside.write_bytes(data)
