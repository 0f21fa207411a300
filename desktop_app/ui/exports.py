"""“Ekspor”: the pictures and the summary of what a page shows, as files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu

from desktop_app.operations.coverage import CoverageAnswer
from desktop_app.operations.draw_charts import Draw, draw_bars, draw_map, draw_trend
from desktop_app.operations.write_letter import file_name
from desktop_app.operations.write_summary import SummaryRequest, make_summary
from desktop_app.pictures.drawing import draw
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets import Button

PICTURES: tuple[tuple[str, str, Callable[[CoverageAnswer, Draw, Path], Path]], ...] = (
    ("Grafik", "Grafik Cakupan", draw_bars),
    ("Peta", "Peta Cakupan", draw_map),
    ("Perkembangan", "Perkembangan Cakupan", draw_trend),
)


class ExportButton(Button):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "Ekspor", "download")
        self.desk = desk
        self._answer: CoverageAnswer | None = None
        menu = QMenu(self)
        for words, title, drawing in PICTURES:
            action = menu.addAction(f"{words}, gambar PNG atau SVG")
            action.triggered.connect(lambda _=False, title=title, drawing=drawing: self._save(title, drawing))
        menu.addSeparator()
        menu.addAction("Ringkasan Excel").triggered.connect(self._summarise)
        self.setMenu(menu)

    def set_answer(self, answer: CoverageAnswer) -> None:
        self._answer = answer

    def _save(self, title: str, drawing: Callable[[CoverageAnswer, Draw, Path], Path]) -> None:
        if self._answer is None:
            return
        folder = self.desk.workspace.pictures
        folder.mkdir(parents=True, exist_ok=True)
        proposed = folder / file_name(f"{title} {self._answer.region.full_name}", ".png")
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Simpan gambar", str(proposed), "Gambar PNG (*.png);;Gambar SVG (*.svg)"
        )
        if chosen:
            path = drawing(self._answer, draw, Path(chosen))
            self.desk.tell(f"{path.name} tersimpan", str(path.parent))

    def _summarise(self) -> None:
        request = SummaryRequest(query=self.desk.view.query())
        self.desk.write(lambda workspace, tick: make_summary(workspace, request, tick), self._show_summary)

    def _show_summary(self, path: Path) -> None:
        self.desk.tell(f"{path.name} tersimpan", str(path.parent))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
