"""The dialog in which something happens to letters or numbers: it stays open until that is stored."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import AppError
from desktop_app.domain.indonesian import number
from desktop_app.domain.sheets import Tick
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.reference_form import FormDialog
from desktop_app.ui.pages.reference_parts import allow


class StepDialog(FormDialog):
    """Subclasses fill `body` and say what is wrong (`problem`), what to store (`store`) and what to tell (`told`).

    `stored`: it was stored, with what `store` gave back.
    """

    stored = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, title: str, intro: str, act: str) -> None:
        super().__init__(desk, parent, title, intro, act)
        self._act = act

    def store(self, workspace: Workspace, tick: Tick) -> object:
        """What to do, off the GUI thread: with values that `prepare` took from the fields."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Take the values from the fields, in the GUI thread."""

    def told(self, result: object) -> tuple[str, str]:
        """The short message afterwards, and its detail."""
        raise NotImplementedError

    def tell(self, result: object) -> None:
        """Say that it was stored."""
        self.desk.tell(*self.told(result))

    def set_act(self, words: str) -> None:
        """Another name of the button that does it (“Beri 3 nomor”)."""
        self._act = words
        self.save.setText(words)

    def submit(self) -> None:
        if self.problem():
            return
        self.prepare()
        allow(self.save, "Sedang disimpan.")
        self.note.clear()
        job = self.desk.write(self.store, self._kept, self._refuse_storing)
        job.progress.connect(self._show_progress)

    def _show_progress(self, done: int, total: int) -> None:
        if total > 1 and self.isVisible():
            self.save.setText(f"Menulis {number(done)} dari {number(total)}")

    def _kept(self, result: object) -> None:
        self.accept()
        self.tell(result)
        self.stored.emit(result)

    def _refuse_storing(self, error: AppError) -> None:
        self.save.setText(self._act)
        self._refuse(error)
