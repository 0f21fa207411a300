"""Changes by hand on the page Data Acuan: written off the GUI thread, told, and taken back."""

from collections.abc import Callable, Sequence
from functools import partial

from desktop_app.domain.errors import AppError
from desktop_app.domain.reference import ReferenceChange
from desktop_app.operations.edit_reference import undo_change
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk

Kept = ReferenceChange | None | Sequence[ReferenceChange | None]
Work = Callable[[Workspace], Kept]


def keep(
    desk: Desk,
    work: Work,
    message: str,
    *,
    done: Callable[[], None] | None = None,
    refuse: Callable[[AppError], None] | None = None,
) -> None:
    """Write, and say so with an undo; without `refuse` an error is shown as a dialog."""

    def finish(kept: Kept) -> None:
        if done is not None:
            done()
        changes = _written(kept)
        if not changes:
            desk.tell("Tidak ada yang berubah", "Isinya sama dengan yang tersimpan.")
        else:
            desk.tell(message, changes[-1].title, partial(take_back, desk, [change.id for change in changes]))

    desk.write(lambda workspace, tick: work(workspace), finish, refuse)


def take_back(desk: Desk, change_ids: Sequence[int], refuse: Callable[[AppError], None] | None = None) -> None:
    """Undo these changes, the last one first."""

    def undo(workspace: Workspace) -> None:
        for change_id in reversed(change_ids):
            undo_change(workspace, change_id)

    desk.write(
        lambda workspace, tick: undo(workspace),
        lambda _: desk.tell("Perubahan diurungkan", "Data Acuan kembali seperti sebelumnya."),
        refuse,
    )


def _written(kept: Kept) -> list[ReferenceChange]:
    several = [kept] if kept is None or isinstance(kept, ReferenceChange) else kept
    return [change for change in several if change is not None]
