"""The file of a letter gets its number and date once the book has given them."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.errors import AppError
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.letters.batches import refresh_batches
from desktop_app.operations.letters.remake import Renumbered, renumbered
from desktop_app.operations.workspace import Workspace
from desktop_app.store import letter_states


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwritten:
    """A letter whose number stands in the book but not in its file, and why (“… masih terbuka di Word”)."""

    letter_id: int
    why: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFiles:
    """`unwritten` can be tried again; `edited`: drafts that the clerk changed in Word, and where their number stands now."""

    unwritten: tuple[Unwritten, ...] = ()
    edited: tuple[Renumbered, ...] = ()

    @property
    def words(self) -> str:
        """What the clerk must know of the files; “” where all of them bear their number."""
        said = [f"{self.unwritten[0].why} {self.unwritten[0].hint}"] if self.unwritten else []
        if len(self.unwritten) > 1:
            said.append(f"Begitu pula {len(self.unwritten) - 1} berkas lain.")
        if self.edited:
            said.append(self.edited[0].words)
        if len(self.edited) > 1:
            said.append(f"Begitu pula {len(self.edited) - 1} konsep lain yang pernah disunting.")
        return " ".join(said)


def write_numbers(workspace: Workspace, ids: Sequence[int], tick: Tick = silent) -> NumberFiles:
    """Write the numbers of these letters into their files; what could not be written can be tried again.

    The numbers stay given whatever happens to the files: a number is never given back because Word had a file open.
    """
    unwritten, edited = [], []
    for place, letter_id in enumerate(ids, start=1):
        try:
            written = renumbered(workspace, letter_id)
            if written.edited is not None:
                edited.append(written)
        except AppError as error:
            unwritten.append(Unwritten(letter_id=letter_id, why=str(error), hint=error.hint))
        tick(place, len(ids))
    # Letters of one batch also stand together in a file for printing and in a list.
    try:
        refresh_batches(workspace, ids)
    except AppError as error:
        unwritten.append(Unwritten(letter_id=ids[0], why=str(error), hint=error.hint))
    return NumberFiles(unwritten=tuple(unwritten), edited=tuple(edited))


def unfinished(workspace: Workspace) -> list[int]:
    """Letters whose number is given but not in their file: it was open, or the work was stopped before."""
    with workspace.sessions() as session:
        return letter_states.without_number(session)
