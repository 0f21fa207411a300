"""Writing letters: one as a file, many as a folder with all of them in one file for printing and a list.

All or nothing: files are written beside their place and stored in one transaction, in which they take their place.
Nothing that lies there is overwritten without a way back.
"""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from desktop_app.documents.letters.content import LetterContent
from desktop_app.documents.letters.merging import merged
from desktop_app.domain.letters import Addressee, Split
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.letters.batch_files import INDEX, MERGED, Names, index_of
from desktop_app.operations.letters.draft import Draft, draft_letters, letters_of
from desktop_app.operations.letters.keeping import Made, keep
from desktop_app.operations.letters.request import LetterRequest, WrittenLetters
from desktop_app.operations.letters.templates import ReadyTemplate, free_path, ready_template
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.written_files import file_name, room_for
from desktop_app.store.letters import is_kept


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter whose text is finished."""

    addressee: Addressee | None
    content: LetterContent


def make_letters(workspace: Workspace, request: LetterRequest, tick: Tick = silent) -> WrittenLetters:
    """Write the letters of `request` and keep them with what they were made from.

    Raises:
        NoOffice, UnknownRegion, UnknownBase, UnknownSubject, UnfitKind, UnfitSplit, NobodyChosen: the request is wrong.
        TemplateRefused, BadTemplate: the office's template cannot be filled.
        FileInUse, UnusableTarget, DiskFull; Cancelled. In all cases nothing was written and nothing stored.
    """
    draft = draft_letters(workspace, request)
    template = ready_template(workspace, draft.facts.office, draft.kind)
    if draft.request.split is Split.SATU:
        return _one(workspace, draft, template, tick)
    return _many(workspace, draft, template, tick)


def _one(workspace: Workspace, draft: Draft, template: ReadyTemplate, tick: Tick) -> WrittenLetters:
    tick(0, 3)
    content = draft.content(None)
    data = template.opened().render(content)
    tick(1, 3)
    target = _file(workspace, draft)
    with room_for(target), tempfile.TemporaryDirectory(prefix="~", dir=_made(target.parent)) as beside:
        written = Path(beside) / target.name
        written.write_bytes(data)
        tick(2, 3)
        made = Made(addressee=None, content=content, path=target, hash=_hash(data))
        with _in_place(workspace, written, target), keep(workspace, draft, template, [made]) as kept:
            ids = tuple(kept)
    tick(3, 3)
    return WrittenLetters(ids=ids, paths=(target,), folder=target.parent)


def _many(workspace: Workspace, draft: Draft, template: ReadyTemplate, tick: Tick) -> WrittenLetters:
    """A folder of letters. `tick` counts a letter twice: as a file of its own and in the one for printing."""
    wanted = letters_of(draft)
    total = 2 * len(wanted) + 1
    tick(0, total)
    target = _folder(workspace, draft)
    with room_for(target), tempfile.TemporaryDirectory(prefix="~", dir=_made(target.parent)) as beside:
        folder = Path(beside) / "surat"
        folder.mkdir()
        letters = [_Letter(one, draft.content(one)) for one in wanted]
        made = _write_each(folder, target, draft, template, letters, tick, total)
        contents = _told((one.content for one in letters), len(wanted), tick, total)
        together = merged(template.opened(), contents)
        (folder / MERGED).write_bytes(together)
        (folder / INDEX).write_bytes(index_of(draft, made))
        tick(total, total)
        with _in_place(workspace, folder, target), keep(workspace, draft, template, made, _hash(together)) as kept:
            ids = tuple(kept)
    return WrittenLetters(
        ids=ids, paths=tuple(one.path for one in made), folder=target, merged=target / MERGED,
        index=target / INDEX,
    )  # fmt: skip


def _write_each(
    folder: Path,
    target: Path,
    draft: Draft,
    template: ReadyTemplate,
    letters: Sequence[_Letter],
    tick: Tick,
    total: int,
) -> list[Made]:
    """Each letter as a file in `folder`, which will be `target`."""
    filled, names = template.opened(), Names(draft.facts, len(letters))
    made = []
    for place, letter in enumerate(letters, start=1):
        data = filled.render(letter.content)
        assert letter.addressee is not None
        name = names.name(place, letter.addressee)
        (folder / name).write_bytes(data)
        made.append(Made(addressee=letter.addressee, content=letter.content, path=target / name, hash=_hash(data)))
        tick(place, total)
    return made


def title_of(draft: Draft) -> str:
    """What files and folders of these letters are called: kind, subject, region."""
    return f"{draft.title} {draft.subject.title} {draft.facts.region.name}"


def _file(workspace: Workspace, draft: Draft) -> Path:
    """The file that was asked for, else a new one in the folder that was asked for."""
    asked = draft.request.target or workspace.letters
    return asked if asked.suffix.lower() == ".docx" else free_path(asked / file_name(title_of(draft), ".docx"))


def _folder(workspace: Workspace, draft: Draft) -> Path:
    """A folder that is not there yet, or an empty one."""
    if draft.request.target is None:
        return free_path(workspace.letters / file_name(title_of(draft), f" per {draft.request.split.value}"))
    asked = draft.request.target
    asked = asked.with_suffix("") if asked.suffix.lower() == ".docx" else asked
    empty = asked.is_dir() and not any(asked.iterdir())
    return asked if empty else free_path(asked)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def _in_place(workspace: Workspace, written: Path, target: Path) -> Iterator[None]:
    """Bring what was written to its place; when the block fails, it goes again and what lay there comes back.

    A file that lay there, which the clerk chose to replace, stays beside it unless it can be made again as it was.
    """
    before = _aside(target)
    try:
        written.rename(target)
        yield
    except BaseException:
        shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)
        if before is not None:
            before.rename(target)
        raise
    if before is not None and _can_be_made_again(workspace, before):
        before.unlink()


def _aside(target: Path) -> Path | None:
    if target.is_dir():
        target.rmdir()
        return None
    if not target.exists():
        return None
    kept = free_path(target.with_stem(f"{target.stem} (sebelumnya)"))
    target.rename(kept)
    return kept


def _can_be_made_again(workspace: Workspace, path: Path) -> bool:
    with workspace.sessions() as session:
        return is_kept(session, _hash(path.read_bytes()))


def _told(contents: Iterator[LetterContent], count: int, tick: Tick, total: int) -> Iterator[LetterContent]:
    for place, content in enumerate(contents, start=1):
        yield content
        tick(count + place, total)


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()
