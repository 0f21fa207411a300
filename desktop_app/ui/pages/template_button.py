"""The button that writes blank sheets for villages and companies, one kind at a time, for the office's own region."""

from functools import partial

from PySide6.QtWidgets import QMenu

from desktop_app.domain.templates import TemplateKind
from desktop_app.operations.write_template import write_template
from desktop_app.ui.desk import Desk
from desktop_app.ui.files import tell_written
from desktop_app.ui.widgets import Button

WORDS = {
    TemplateKind.PESERTA_PU: "Daftar peserta PU", TemplateKind.PESERTA_BPU: "Daftar peserta BPU",
    TemplateKind.RENTAN: "Daftar pekerja rentan", TemplateKind.PERUSAHAAN: "Daftar perusahaan",
    TemplateKind.REKAP_KECAMATAN: "Rekap per kecamatan", TemplateKind.REKAP_DESA: "Rekap per desa/kelurahan",
}  # fmt: skip


class TemplateButton(Button):
    """Opens a menu of kinds; the workbook lands in the workspace's folder “templat”."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "Templat kosong", "file-text")
        self.setToolTip("Lembar kosong untuk desa, perusahaan, dan cabang, siap diisi dan dibaca lagi di sini")
        self._desk = desk
        self._menu = QMenu(self)
        for kind, words in WORDS.items():
            self._menu.addAction(words, partial(self.write, kind))
        self.setMenu(self._menu)

    def write(self, kind: TemplateKind, _: bool = False) -> None:
        """Write a blank sheet of this kind, and say where it is."""
        self._desk.write(
            lambda workspace, tick: write_template(workspace, kind), partial(tell_written, self._desk),
            self._desk.failed.emit,
        )  # fmt: skip
