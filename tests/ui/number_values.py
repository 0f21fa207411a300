"""Letters with and without numbers, for the windows of the number books; people and firms are invented."""

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.letters import LetterKind, LetterState
from desktop_app.domain.records import LetterRecord
from desktop_app.operations.letters.letter_steps import mark, void
from desktop_app.operations.letters.numbering import give_number, on_paper, reserve
from desktop_app.operations.offices import list_letters
from desktop_app.operations.workspace import Workspace, now
from desktop_app.store import letters

DAY = date(2025, 3, 12)


def drafts(workspace: Workspace, count: int = 1, kind: LetterKind = LetterKind.IMBAUAN) -> list[int]:
    """Their numbers in the store, in the order in which they were made."""
    new = [
        letters.NewLetter(
            kind=kind.value, subject="Imbauan pendaftaran", region="51.04", path=f"surat-{place}.docx", figures={},
            addressee=f"PT Contoh {place}",
        )
        for place in range(1, count + 1)
    ]  # fmt: skip
    with workspace.sessions.begin() as session:
        return letters.add_letters(session, new, "petugas", now())


def records(workspace: Workspace, ids: Sequence[int]) -> list[LetterRecord]:
    """The letters as they are now, newest first as the list has them."""
    return [one for one in list_letters(workspace) if one.id in set(ids)]


def fill_book(workspace: Workspace) -> list[int]:
    """1 sent, 2 with a number, 3 void, 4–5 nobody, 6 on paper, 7–9 reserved; the letters of 1 to 3."""
    ids = drafts(workspace, 3)
    give_number(workspace, ids, DAY)
    mark(workspace, ids[0], LetterState.DITANDATANGANI, "", DAY)
    mark(workspace, ids[0], LetterState.TERKIRIM, "", DAY)
    void(workspace, ids[2], "Salah alamat")
    on_paper(workspace, "dinas", DAY, 6, "Surat tugas", "Camat Susut")
    reserve(workspace, "dinas", 2025, 7, 9, "SE pekerja rentan")
    return ids
