"""Writing letters: one as a file, or one for each addressee.

All or nothing: files are written beside their place and stored in one transaction, in which they take their place.
Nothing that lies there is overwritten without a way back.
"""

from pathlib import Path

from desktop_app.domain.letters import Split
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.letters.draft import Draft, draft_letters
from desktop_app.operations.letters.in_place import beside, hash_of, in_place
from desktop_app.operations.letters.keeping import Made, keep
from desktop_app.operations.letters.request import LetterRequest, WrittenLetters
from desktop_app.operations.letters.templates import ReadyTemplate, free_path, ready_template
from desktop_app.operations.letters.write_many import write_many
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.written_files import file_name, room_for


def make_letters(workspace: Workspace, request: LetterRequest, tick: Tick = silent) -> WrittenLetters:
    """Write the letters of `request` and keep them with what they were made from.

    Raises:
        NoOffice, UnknownRegion, UnknownBase, UnknownSubject, UnfitKind, UnfitSplit, NobodyChosen, UnknownPlaceholder: the
            request is wrong.
        TemplateRefused, BadTemplate: the office's template cannot be filled.
        FileInUse, UnusableTarget, DiskFull; Cancelled. In all cases nothing was written and nothing stored.
    """
    draft = draft_letters(workspace, request)
    template = ready_template(workspace, draft.facts.office, draft.kind)
    if draft.request.split is Split.SATU:
        return _one(workspace, draft, template, tick)
    return write_many(workspace, draft, template, tick)


def _one(workspace: Workspace, draft: Draft, template: ReadyTemplate, tick: Tick) -> WrittenLetters:
    tick(0, 1)
    content = draft.content(None)
    data, target = template.opened().render(content), _file(workspace, draft)
    tick(1, 1)
    with room_for(target), beside(target) as folder:
        written = folder / target.name
        written.write_bytes(data)
        made = Made(addressee=None, content=content, path=target, hash=hash_of(data))
        with in_place(workspace, written, target), keep(workspace, draft, template, [made]) as kept:
            ids = tuple(kept)
    return WrittenLetters(ids=ids, paths=(target,), folder=target.parent)


def _file(workspace: Workspace, draft: Draft) -> Path:
    """The file that was asked for, else a new one in the folder that was asked for."""
    asked = draft.request.target or workspace.letters
    return asked if asked.suffix.lower() == ".docx" else free_path(asked / file_name(draft.file_title, ".docx"))
