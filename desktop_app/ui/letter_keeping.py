"""The draft of the letter that is being made: kept in a place of its own, and gone once the letter is written."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.operations.letters.drafts import KeptDraft, draft_path, forget_draft, put_aside
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.ui.desk import Desk


class DraftKeeper(QObject):
    """`changed`: a draft was kept or is gone. `touched`: something changed that is not kept yet."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._path: Path | None = None
        self.touched = False

    def begin(self, draft: KeptDraft | None) -> None:
        """A new letter, or a draft that is taken up again."""
        self._path, self.touched = draft.path if draft else None, False

    def keep(self, request: LetterRequest, title: str, *told: str) -> None:
        """In the draft's own place. `told` is said afterwards."""
        path = self._path = self._path or draft_path(self._desk.workspace)
        self.touched = False
        self._desk.watch(
            lambda workspace, tick: put_aside(workspace, request, title, path), partial(self._kept, told)
        )  # fmt: skip

    def forget(self) -> None:
        """The letter was written."""
        path, self._path, self.touched = self._path, None, False
        if path is not None:
            self._desk.watch(lambda workspace, tick: forget_draft(path), lambda _: self.changed.emit())

    def _kept(self, told: tuple[str, ...], _: Path) -> None:
        if told:
            self._desk.tell(*told)
        self.changed.emit()
