"""What becomes of a dialog that is closed: without this it would stay, unseen, until the window is closed."""

from PySide6.QtWidgets import QDialog

from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk


def destroy_when_closed(desk: Desk, dialog: QDialog) -> None:
    """Destroy the dialog after it was closed and everything that it had asked or written was answered.

    Jobs of one kind end in the order in which they were begun, so an empty one of each kind comes after all others.
    """

    def wait_for_readers(_: object) -> None:
        desk.read(_nothing, lambda _: dialog.deleteLater())

    dialog.finished.connect(lambda _: desk.watch(lambda workspace, tick: None, wait_for_readers))


def _nothing(workspace: Workspace) -> None:
    """An empty job."""
