"""“Ekspor”: the pictures of what a page shows, as files."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu

from desktop_app.operations.coverage import CoverageAnswer
from desktop_app.operations.write_letter import file_name
from desktop_app.pictures.drawing import draw
from desktop_app.ui.desk import Desk
from desktop_app.ui.files import tell_written
from desktop_app.ui.picture_card import PICTURES, Drawing
from desktop_app.ui.widgets import Button

FILTERS = ("Gambar PNG (*.png)", "Gambar SVG (*.svg)")


class ExportButton(Button):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "Ekspor", "download")
        self.desk = desk
        self._answer: CoverageAnswer | None = None
        menu = QMenu(self)
        for _, name, _, title, drawing in PICTURES:
            menu.addAction(f"{name}, gambar").triggered.connect(partial(self._save, title, drawing))
        menu.addSeparator()
        menu.addAction("Ringkasan Excel, di Laporan").triggered.connect(lambda: desk.page_wanted.emit("Laporan"))
        self.setMenu(menu)

    def set_answer(self, answer: CoverageAnswer) -> None:
        self._answer = answer

    def _save(self, title: str, drawing: Drawing, _: bool = False) -> None:
        """Ask for name and kind, then draw off the GUI thread."""
        answer = self._answer
        if answer is None:
            return
        proposed = self.desk.workspace.pictures / file_name(f"{title} {answer.region.full_name}", ".png")
        proposed.parent.mkdir(parents=True, exist_ok=True)
        chosen, kind = QFileDialog.getSaveFileName(self, "Simpan gambar", str(proposed), ";;".join(FILTERS))
        if chosen:
            path = Path(chosen).with_suffix(".svg" if kind == FILTERS[1] else ".png")
            self.desk.watch(lambda workspace, tick: drawing(answer, draw, path), self._tell)

    def _tell(self, path: Path) -> None:
        tell_written(self.desk, path)
