"""Many letters at once: a folder with a file for each, all of them in one file for printing, and a list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.documents.letters.content import LetterContent
from desktop_app.documents.letters.merging import merged
from desktop_app.domain.letters import Addressee
from desktop_app.domain.sheets import Tick
from desktop_app.operations.letters.batch_files import INDEX, MERGED, Names, index_of
from desktop_app.operations.letters.draft import Draft, receivers
from desktop_app.operations.letters.in_place import beside, hash_of, in_place
from desktop_app.operations.letters.keeping import Made, keep
from desktop_app.operations.letters.request import WrittenLetters
from desktop_app.operations.letters.templates import ReadyTemplate, free_path
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.written_files import file_name, room_for

_WAYS = 3
"""Each letter is a file, a part of the file for printing and a line of the list: the tick counts all three."""


@dataclass(frozen=True, slots=True)
class _Progress:
    """Counts letters from `done` on towards `total`."""

    tick: Tick
    total: int
    done: int = 0

    def after(self, letters: int) -> "_Progress":
        return _Progress(self.tick, self.total, self.done + letters)

    def __call__(self, done: int, _: int = 0) -> None:
        self.tick(self.done + done, self.total)


def write_many(workspace: Workspace, draft: Draft, template: ReadyTemplate, tick: Tick) -> WrittenLetters:
    """As `make_letters`, for letters to each of the chosen addressees. NobodyChosen."""
    wanted, target = receivers(draft), _folder(workspace, draft)
    progress = _Progress(tick, _WAYS * len(wanted))
    progress(0)
    with room_for(target), beside(target) as place:
        folder = place / "surat"
        folder.mkdir()
        made = list(_each(folder, target, draft, template, wanted, progress))
        contents = _told([one.content for one in made], progress.after(len(made)))
        together = merged(template.opened(), contents)
        (folder / MERGED).write_bytes(together)
        (folder / INDEX).write_bytes(index_of(draft, made, progress.after(2 * len(made))))
        with in_place(workspace, folder, target), keep(workspace, draft, template, made, hash_of(together)) as kept:
            ids = tuple(kept)
    paths = tuple(one.path for one in made)
    return WrittenLetters(ids=ids, paths=paths, folder=target, merged=target / MERGED, index=target / INDEX)


def _each(
    folder: Path, target: Path, draft: Draft, template: ReadyTemplate, wanted: Sequence[Addressee], progress: _Progress
) -> Iterator[Made]:  # fmt: skip
    """Each letter as a file in `folder`, which will be `target`."""
    filled, names = template.opened(), Names(draft.facts, len(wanted))
    for place, addressee in enumerate(wanted, start=1):
        content = draft.content(addressee)
        data, name = filled.render(content), names.name(place, addressee)
        (folder / name).write_bytes(data)
        yield Made(addressee=addressee, content=content, path=target / name, hash=hash_of(data))
        progress(place)


def _told(contents: Iterable[LetterContent], progress: _Progress) -> Iterator[LetterContent]:
    for place, content in enumerate(contents, start=1):
        yield content
        progress(place)


def _folder(workspace: Workspace, draft: Draft) -> Path:
    """A folder that is not there yet, or an empty one."""
    asked = draft.request.target
    if asked is None:
        return free_path(workspace.letters / file_name(draft.file_title, f" per {draft.request.split.value}"))
    asked = asked.with_suffix("") if asked.suffix.lower() == ".docx" else asked
    empty = asked.is_dir() and not any(asked.iterdir())
    return asked if empty else free_path(asked)
