"""The reports and pictures in the workspace: name, kind, time, size, and the ways to them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.domain.indonesian import number
from desktop_app.operations.reports import ReportFile
from desktop_app.ui.files import open_file, open_folder
from desktop_app.ui.look import Look
from desktop_app.ui.table import Column, Table
from desktop_app.ui.widgets import Button, Card, EmptyState, label
from desktop_app.ui.words import moment, size

_KINDS = {
    "": "Folder paket",
    ".xlsx": "Buku kerja Excel",
    ".pdf": "Dokumen PDF",
    ".png": "Gambar PNG",
    ".svg": "Gambar SVG",
}
_LOWEST = 120


class ReportFilesCard(Card):
    """Files newest first; double click or Enter opens one."""

    def __init__(self, look: Look) -> None:
        super().__init__("Berkas yang sudah dibuat")
        self.table: Table[ReportFile] = Table(look, _COLUMNS)
        self.table.stretch(0)
        self.table.setMinimumHeight(_LOWEST)
        self.table.setAccessibleName("Berkas yang sudah dibuat")
        self.table.opened.connect(lambda file: open_file(file.path))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        self.open_button = Button(look, "Buka berkas", "external-link", small=True)
        self.folder_button = Button(look, "Buka folder", "folder-open", small=True)
        self.open_button.clicked.connect(lambda: self._with_chosen(open_file))
        self.folder_button.clicked.connect(lambda: self._with_chosen(open_folder))
        self.add_action(self.open_button)
        self.add_action(self.folder_button)
        text = "Ringkasan dan gambar yang Anda buat muncul di sini."
        self._none = EmptyState(look, "file-chart-column", "Belum ada berkas", text)
        self.fill()
        self.body.addWidget(self._none)
        self.body.addWidget(self.table, 1)
        self._count = label("", "hint")
        foot = self.add_foot()
        foot.addWidget(self._count)
        below = foot.parentWidget()
        assert below is not None
        self._foot = below

    def show_files(self, files: Sequence[ReportFile]) -> None:
        chosen = {file.path for file in self.table.chosen_rows()}
        self.table.set_rows(files)
        self.table.choose(lambda file: file.path in chosen)
        self.table.setVisible(bool(files))
        self._none.setVisible(not files)
        self._count.setText(f"{number(len(files))} berkas · klik dua kali untuk membuka")
        for part in (self._foot, self.open_button, self.folder_button):
            part.setVisible(bool(files))
        self._follow()

    def _follow(self) -> None:
        """The buttons are for the file that is chosen."""
        for button in (self.open_button, self.folder_button):
            button.setEnabled(bool(self.table.chosen_rows()))
            button.setToolTip("" if button.isEnabled() else "Pilih satu berkas lebih dulu.")

    def _with_chosen(self, act: Callable[[Path], None]) -> None:
        for file in self.table.chosen_rows()[:1]:
            act(file.path)


_COLUMNS: tuple[Column[ReportFile], ...] = (
    Column("Nama berkas", lambda file: file.path.name, width=420, tip=lambda file: str(file.path)),
    Column("Jenis", lambda file: _KINDS.get(file.path.suffix.lower(), ""), width=140),
    Column("Dibuat", lambda file: moment(file.made_at), key=lambda file: file.made_at, width=150),
    Column("Ukuran", lambda file: size(file.size), key=lambda file: file.size, right=True, width=90),
)
