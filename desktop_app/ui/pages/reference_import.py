"""Spellings, regions and rates from a file: chosen, taken over as a whole or not at all, and what is wrong with it said."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.domain.reference import Subject
from desktop_app.operations.edit_reference import ReferenceImport, ReferenceProblem, import_reference
from desktop_app.operations.export_reference import write_reference
from desktop_app.ui.closing import destroy_when_closed
from desktop_app.ui.desk import Desk
from desktop_app.ui.files import tell_written
from desktop_app.ui.pages.import_parts import file_filter
from desktop_app.ui.pages.reference_keeping import take_back
from desktop_app.ui.table import Column, Table
from desktop_app.ui.widgets import Button, Card, label, row
from desktop_app.ui.words import count

SIZE = (820, 420)
COLUMNS_OF = {
    Subject.ALIAS: "alias, kode, dokumen",
    Subject.REGION: "kode, nama, tingkat, berdiri, ditutup, penerus, dokumen",
    Subject.RATE: "jenis, lapisan, rupiah, persen, mulai, sampai, dokumen, catatan",
}

PROBLEM_COLUMNS: tuple[Column[ReferenceProblem], ...] = (
    Column("Baris", lambda one: number(one.row), key=lambda one: one.row, right=True, width=60),
    Column("Kolom", lambda one: one.column, width=90),
    Column("Isi", lambda one: one.value or "kosong", width=150, quiet=lambda one: not one.value),
    Column("Yang perlu diperbaiki", lambda one: one.message, detail=lambda one: one.step, tip=lambda one: one.message),
)


FILES = {
    Subject.ALIAS: "Ejaan wilayah.xlsx",
    Subject.REGION: "Perubahan wilayah.xlsx",
    Subject.RATE: "Tarif iuran.xlsx",
}


class WriteButton(Button):
    """Writes what stands as a workbook that can be mended in Excel and imported again."""

    def __init__(self, desk: Desk, subject: Subject) -> None:
        super().__init__(desk.look, "Tulis ke Excel", "file-spreadsheet", small=True)
        self.setToolTip("Buku kerja dengan kolom yang dibaca lagi oleh tombol Impor")
        self._desk, self._subject = desk, subject
        self.clicked.connect(self.write)

    def write(self) -> None:
        desk, subject = self._desk, self._subject
        path = desk.workspace.templates / FILES[subject]
        desk.watch(lambda workspace, tick: write_reference(workspace, subject, path), partial(tell_written, desk))


class ImportForm:
    """One file for one subject. `window` lists what is wrong with it, where something is."""

    def __init__(self, desk: Desk, parent: QWidget, subject: Subject) -> None:
        self._desk, self._parent, self._subject = desk, parent, subject
        self.window: ProblemsWindow | None = None

    def choose_file(self) -> None:
        """Let the user pick a file with the system's own dialog."""
        title = f"Impor {self._subject.value}: berkas dengan kolom {COLUMNS_OF[self._subject]}"
        path, _ = QFileDialog.getOpenFileName(self._parent, title, "", file_filter())
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """Take the file over; it is refused as a whole where a row cannot be."""
        subject = self._subject
        self._desk.write(lambda workspace, tick: import_reference(workspace, path, subject), self._show)

    def _show(self, found: ReferenceImport) -> None:
        if found.problems:
            self.window = ProblemsWindow(self._desk, self._parent, found)
            self.window.open()
        elif found.change is None:
            self._desk.tell("Tidak ada yang berubah", f"Isi “{found.file}” sama dengan yang tersimpan.")
        else:
            change_id = found.change.id
            message = f"{count(found.new + found.changed, self._subject.value)} dari “{found.file}” tersimpan"
            detail = f"{number(found.new)} baru · {number(found.changed)} berubah · {number(found.same)} sama dengan sebelumnya"
            self._desk.tell(message, detail, lambda: take_back(self._desk, [change_id]))


class ProblemsWindow(QDialog):
    """Why a file was not taken over, row by row."""

    def __init__(self, desk: Desk, parent: QWidget, found: ReferenceImport) -> None:
        super().__init__(parent)
        self.setWindowTitle("Berkas tidak diimpor")
        self.setModal(True)
        self.resize(*SIZE)
        destroy_when_closed(desk, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        card = Card(f"{count(len(found.problems), 'sel')} perlu diperbaiki", found.file)
        card.fill()
        self.table: Table[ReferenceProblem] = Table(desk.look, PROBLEM_COLUMNS, row_height=42)
        self.table.set_rows(found.problems)
        card.body.addWidget(self.table)
        close = Button(desk.look, "Tutup", kind="primary")
        close.clicked.connect(self.accept)
        words = label("Tidak ada yang disimpan. Perbaiki di berkas itu, lalu impor lagi.", "hint")
        card.add_foot().addLayout(row(words, 1, close))
        column.addWidget(card)
