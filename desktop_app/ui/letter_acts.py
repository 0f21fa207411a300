"""What is done with letters that were written: numbers, signatures, the end, PDF, the file made again."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.domain.letters import LetterState
from desktop_app.operations.letters.drafts import KeptDraft, forget_draft
from desktop_app.operations.letters.letter_steps import void
from desktop_app.operations.letters.numbering import letter_words
from desktop_app.operations.letters.overview import Written
from desktop_app.operations.letters.pdf import Exactness, to_pdfs
from desktop_app.operations.letters.remake import Remade, remade
from desktop_app.operations.letters.request import WrittenLetters
from desktop_app.operations.workspace import Workspace
from desktop_app.pictures.pages import write_pdf
from desktop_app.ui.desk import Desk
from desktop_app.ui.files import open_file, open_folder, tell_written
from desktop_app.ui.letter_step_dialogs import MarkDialog, RedateDialog, VoidDialog
from desktop_app.ui.messages import ask
from desktop_app.ui.number_dialogs import NumberDialog
from desktop_app.ui.step_dialog import StepDialog

_APPROXIMATE = "Perkiraan tata letak: Word atau LibreOffice tidak ditemukan di komputer ini."


class LetterActs(QObject):
    """`changed`: the list must be read again."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self._parent = desk, parent
        self.dialog: StepDialog | None = None

    def give_numbers(self, letters: Sequence[Written]) -> None:
        if letters:
            self._open(NumberDialog(self.desk, self._parent, [one.record for one in letters]))

    def mark(self, letters: Sequence[Written], state: LetterState) -> None:
        if letters:
            self._open(MarkDialog(self.desk, self._parent, [one.record for one in letters], state))

    def redate(self, letters: Sequence[Written]) -> None:
        if letters:
            self._open(RedateDialog(self.desk, self._parent, letters[0].record))

    def void(self, letters: Sequence[Written]) -> None:
        if not letters:
            return
        record = letters[0].record

        def act(workspace: Workspace, why: str) -> object:
            return void(workspace, record.id, why)

        self._open(VoidDialog(self.desk, self._parent, letter_words(record), act))

    def make_pdf(self, letters: Sequence[Written]) -> None:
        """Beside the Word files, under their names."""
        paths = [one.path for one in letters]
        self.desk.tell(f"Membuat {number(len(paths))} PDF", "Anda dapat terus bekerja.")
        self.desk.watch(lambda workspace, tick: to_pdfs(paths, write_pdf, tick), partial(self._tell_pdf, paths))

    def make_again(self, letter: Written | None) -> None:
        """Where it was, if its file is gone; else at a place that is asked for."""
        if letter is None:
            return
        target = letter.path
        if letter.there:
            proposed = str(letter.path.with_stem(f"{letter.path.stem} (dibuat ulang)"))
            chosen, _ = QFileDialog.getSaveFileName(self._parent, "Buat ulang surat", proposed, "Dokumen Word (*.docx)")
            if not chosen:
                return
            target = Path(chosen).with_suffix(".docx")
        number_of = letter.record.id
        self.desk.write(lambda workspace, tick: remade(workspace, number_of, target), self._tell_again)

    def drop_draft(self, draft: KeptDraft) -> None:
        text = "Pilihan dan suntingan butir di draf ini hilang. Surat yang sudah dibuat tidak berubah."
        if ask(self.desk.look, self._parent, f"Hapus draf {draft.title}?", text, "Hapus draf", dangerous=True):
            self.desk.write(
                lambda workspace, tick: forget_draft(workspace, draft.request), lambda _: self.changed.emit()
            )  # fmt: skip

    def tell(self, written: WrittenLetters) -> None:
        """What was written, with the ways to it."""
        if written.merged is None:
            tell_written(self.desk, written.path)
            return
        merged, index = written.merged, written.index or written.merged
        acts = (
            ("Buka semua untuk dicetak", lambda: open_file(merged)), ("Buka folder", lambda: open_folder(index)),
        )  # fmt: skip
        self.desk.offer(f"{number(len(written.paths))} surat dibuat", f"Di folder “{written.folder.name}”", *acts)

    def _open(self, dialog: StepDialog) -> None:
        self.dialog = dialog
        dialog.stored.connect(lambda _: self.changed.emit())
        dialog.begin()

    def _tell_pdf(self, paths: Sequence[Path], exactness: Exactness) -> None:
        first = paths[0].with_suffix(".pdf")
        title = first.name if len(paths) == 1 else f"{number(len(paths))} PDF dibuat"
        said = (
            _APPROXIMATE
            if exactness is Exactness.PERKIRAAN
            else f"Oleh {exactness.value}, di folder “{first.parent.name}”"
        )
        acts = (("Buka PDF", lambda: open_file(first)), ("Buka folder", lambda: open_folder(first)))
        self.desk.offer(title, said, *acts)

    def _tell_again(self, made: Remade) -> None:
        tell_written(self.desk, made.path)
        if not made.same:
            said = "Naskahnya sama, tetapi berkasnya dibuat oleh versi Cakupan yang lain."
            self.desk.tell("Berkas tidak sama persis dengan yang dulu", said)
