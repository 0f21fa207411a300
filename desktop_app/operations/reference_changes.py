"""The log of changes by hand: what was changed, by whom, and taking a change back."""

from desktop_app.domain.reference import ReferenceChange, Subject
from desktop_app.operations.workspace import Workspace


def changes(workspace: Workspace, subject: Subject | None = None) -> list[ReferenceChange]:
    """Newest first, with before and after in words (`details`); those taken back too (`undone_at`)."""
    raise NotImplementedError


def undo_change(workspace: Workspace, change_id: int) -> ReferenceChange:
    """Put back what was before.

    Raises:
        UnknownChange: there is none, or it was taken back; LaterChange: what it changed was changed again since.
    """
    raise NotImplementedError
