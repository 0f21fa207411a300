"""Pictures of what a page shows: to the clipboard, or as PNG and SVG files; and the menu “Ekspor” of the present view."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop_app.domain.errors import AppError, FileInUse
from desktop_app.operations.written_files import file_name, room_for
from desktop_app.pictures import drawing
from desktop_app.pictures.drawing import Chart
from desktop_app.ui.desk import Desk
from desktop_app.ui.files import ask_again, tell_written
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, Card, MenuButton

FILTERS = {".png": "Gambar PNG (*.png)", ".svg": "Gambar SVG (*.svg)"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart of a view: how it is called (“Peta cakupan”), and its values."""

    name: str
    values: Chart


@dataclass(frozen=True, slots=True)
class Shown:
    """What can be taken out of the present view: its pictures, and its table as text with tabs."""

    pictures: tuple[Picture, ...] = ()
    table: Callable[[], str] | None = None


class Exporter:
    """Copies and saves pictures; `place` names what is looked at (“Provinsi Bali”) and goes into file names."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self.desk, self._parent, self.place = desk, parent, ""

    def copy(self, picture: Picture) -> None:
        QGuiApplication.clipboard().setImage(drawing.image(picture.values))
        self.desk.tell("Gambar disalin", "Tempel di Word, PowerPoint, atau WhatsApp.")

    def copy_table(self, table: Callable[[], str]) -> None:
        QGuiApplication.clipboard().setText(table())
        self.desk.tell("Tabel disalin", "Tempel di Excel.")

    def save(self, picture: Picture, suffix: str) -> None:
        """Ask where to, then draw off the GUI thread."""
        proposed = self.desk.workspace.pictures / file_name(f"{picture.name} {self.place}".strip(), suffix)
        proposed.parent.mkdir(parents=True, exist_ok=True)
        chosen, _ = QFileDialog.getSaveFileName(self._parent, "Simpan gambar", str(proposed), FILTERS[suffix])
        if chosen:
            self._write(picture, Path(chosen).with_suffix(suffix))

    def _write(self, picture: Picture, path: Path) -> None:
        def refuse(error: AppError) -> None:
            if isinstance(error, FileInUse):
                ask_again(self.desk.look, self._parent, error, path, lambda other: self._write(picture, other or path))
            else:
                self.desk.failed.emit(error)

        self.desk.watch(lambda workspace, tick: _drawn(picture, path), partial(tell_written, self.desk), refuse)


def _drawn(picture: Picture, path: Path) -> Path:
    with room_for(path):
        drawing.draw(picture.values, path)
    return path


class ExportButton(MenuButton):
    """“Ekspor”: the pictures and the table of the present view. `about_to_show`: the menu wants to know what there is."""

    about_to_show = Signal()

    def __init__(self, look: Look, exporter: Exporter) -> None:
        super().__init__(look, "Ekspor", "download")
        self.exporter = exporter
        self.opened_menu.aboutToShow.connect(self.about_to_show)

    def set_shown(self, shown: Shown) -> None:
        menu = self.opened_menu
        menu.clear()
        for picture in shown.pictures:
            if len(shown.pictures) > 1:
                menu.addAction(picture.name).setEnabled(False)
            add_picture_actions(menu, self.exporter, picture)
            menu.addSeparator()
        if shown.table is not None:
            menu.addAction("Salin tabel ke Excel").triggered.connect(partial(self._copy_table, shown.table))
        if not menu.actions():
            menu.addAction("Belum ada yang dapat diekspor").setEnabled(False)

    def _copy_table(self, table: Callable[[], str], _: bool = False) -> None:
        self.exporter.copy_table(table)


def add_picture_actions(menu: QMenu, exporter: Exporter, picture: Picture) -> None:
    menu.addAction("Salin gambar").triggered.connect(lambda: exporter.copy(picture))
    menu.addAction("Simpan PNG (2×)…").triggered.connect(lambda: exporter.save(picture, ".png"))
    menu.addAction("Simpan SVG…").triggered.connect(lambda: exporter.save(picture, ".svg"))


class PictureButtons:
    """“Salin” and “simpan” in the head of a chart's card."""

    def __init__(self, look: Look, card: Card, exporter: Exporter, *, copies: bool = True) -> None:
        self._exporter = exporter
        self.copy_button = Button(look, "", "copy", kind="bare", name="Salin gambar")
        self.save_button = Button(look, "", "download", kind="bare", name="Simpan gambar")
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self._open)
        if copies:
            card.add_action(self.copy_button)
        card.add_action(self.save_button)
        self._picture: Picture | None = None

    def set_picture(self, picture: Picture) -> None:
        self._picture = picture

    def _copy(self) -> None:
        if self._picture is not None:
            self._exporter.copy(self._picture)

    def _open(self) -> None:
        if self._picture is not None:
            menu = QMenu(self.save_button)
            add_picture_actions(menu, self._exporter, self._picture)
            menu.exec(self.save_button.mapToGlobal(self.save_button.rect().bottomLeft()))


def rows_text(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells as text for Excel."""
    return "\n".join("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row) for row in rows)
