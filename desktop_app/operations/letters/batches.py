"""Letters that were written together: their file for printing and their list follow when they get numbers."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile

from desktop_app.documents.files import replacing
from desktop_app.documents.letters.content import LetterContent
from desktop_app.documents.letters.index import with_numbers
from desktop_app.documents.letters.merging import merged
from desktop_app.domain.records import LetterRecord
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.letters.batch_files import INDEX, MERGED
from desktop_app.operations.letters.keeping import PRINTED
from desktop_app.operations.letters.remake import kept_letter
from desktop_app.operations.letters.templates import free_path
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.written_files import room_for
from desktop_app.store import letter_states, letters


def refresh_batches(workspace: Workspace, ids: Sequence[int], tick: Tick = silent) -> tuple[Path, ...]:
    """Write the files of the batches of these letters anew, with the numbers of today; what was written.

    A file that was edited stays and the new one lies beside it; one that is gone stays gone. FileInUse, UnusableTarget,
    DiskFull: files before it are written.
    """
    with workspace.sessions() as session:
        found = letter_states.letters_of(session, ids)
        batches = sorted({record.batch for record in found.values() if record.batch})
        together = [letters.batch_of(session, batch) for batch in batches]
    return tuple(path for records in together for path in _refresh(workspace, records, tick))


def _refresh(workspace: Workspace, records: Sequence[LetterRecord], tick: Tick) -> Iterator[Path]:
    folder = Path(records[0].path).parent
    if (folder / MERGED).is_file():
        yield _print_again(workspace, records, folder / MERGED, tick)
    if (folder / INDEX).is_file():
        yield from _list_again(records, folder / INDEX)


def _print_again(workspace: Workspace, records: Sequence[LetterRecord], path: Path, tick: Tick) -> Path:
    template = kept_letter(workspace, records[0].id).template
    data = merged(template, _contents(workspace, records, tick))
    same = sha256(path.read_bytes()).hexdigest() == records[0].figures.get(PRINTED)
    target = path if same else free_path(path.with_stem(f"{path.stem} (bernomor)"))
    with room_for(target), replacing(target) as beside:
        beside.write_bytes(data)
    if same:
        with workspace.sessions.begin() as session:
            letters.note_figure(session, records[0].id, PRINTED, sha256(data).hexdigest())
    return target


def _contents(workspace: Workspace, records: Sequence[LetterRecord], tick: Tick) -> Iterator[LetterContent]:
    for place, record in enumerate(records, start=1):
        yield kept_letter(workspace, record.id).content
        tick(place, len(records))


def _list_again(records: Sequence[LetterRecord], path: Path) -> Iterator[Path]:
    told = {Path(record.path).name: (record.number_text, record.state.value) for record in records}
    try:
        data = with_numbers(path.read_bytes(), told)
    except (ValueError, KeyError, BadZipFile):
        return
    with room_for(path), replacing(path) as beside:
        beside.write_bytes(data)
    yield path
