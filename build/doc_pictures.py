"""Makes the pictures of the README and of the user's guide from the sample data.

    .venv/bin/python -m build.doc_pictures [FOLDER]

Without FOLDER they go to docs/pictures. All people in them are invented.
"""

import argparse
import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from build.views import settle
from desktop_app.domain.breakdowns import Dimension
from desktop_app.operations.coverage import coverage
from desktop_app.operations.demo import fill_demo, sample_sheets
from desktop_app.operations.settings import Settings, Theme
from desktop_app.operations.workspace import open_workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.look import Look
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.meeting import MeetingWindow
from desktop_app.ui.pages.coverage import REGIONS, REPORTING, SEGMENTS, TREND, CoveragePage
from desktop_app.ui.pages.home import HomePage
from desktop_app.ui.pages.import_flow import Step
from desktop_app.ui.pages.imports import ImportPage
from desktop_app.ui.pages.letters import TEMPLATES, LettersPage
from desktop_app.ui.pages.reference import TARGETS, ReferencePage
from desktop_app.ui.pages.reports import ReportsPage
from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.start import StartWindow
from desktop_app.ui.widgets import Card

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
WIDE, NARROW = (1366, 768), (910, 600)
HIGH, LOW = 840, 480
"""Of the window in which nothing of the panel needs scrolling, and of one for charts with few bars."""
GUIDE_WIDTH = 680
"""Pixels at 100 %: the guide's window shows no picture wider."""
RATIO = 2
"""Pixels of a picture for each of these; desktop_app/ui/guide.py counts on it."""
COLOURS = 255
SAMPLE_CLERK = "Ni Made Contoh"

P = TypeVar("P", bound=QWidget)


class Camera:
    """The window on sample data, and a folder for pictures of its parts."""

    def __init__(self, application: QApplication, window: MainWindow, folder: Path) -> None:
        self._application, self.window, self._folder = application, window, folder

    def settle(self) -> None:
        settle(self._application, self.window.desk)

    def page(self, kind: type[P], name: str, size: tuple[int, int] = WIDE) -> P:
        """The page called `name`, in sight and filled."""
        self.window.resize(*size)
        self.window.show_page(name)
        self.settle()
        page = self.window.page
        assert isinstance(page, kind)
        return page

    def take(self, name: str, widget: QWidget, width: int = GUIDE_WIDTH) -> None:
        """Save `widget` as `name`, at most `width` pixels wide at 100 %."""
        self.settle()
        self.save(name, widget.grab().toImage(), RATIO * min(width, widget.width()))

    def save(self, name: str, image: QImage, width: int) -> None:
        """`width`: pixels of the file."""
        scaled = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(1)
        if not few_colours(scaled).save(str(self._folder / name), quality=0):
            raise OSError(f"{name} cannot be written")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR=str(RATIO), LOGNAME=SAMPLE_CLERK)
    with tempfile.TemporaryDirectory() as scratch:
        take_all(folder, Path(scratch))


def take_all(folder: Path, scratch: Path) -> None:
    application = QApplication([])
    look = Look(application, Theme.TERANG)
    desk = Desk(open_workspace(scratch / "Cakupan Contoh"), look)
    camera = Camera(application, MainWindow(desk, Settings(theme=look.theme)), folder)
    camera.window.show()
    take_start(camera, StartWindow(look, scratch / "Dokumen"))
    take_import(camera)
    desk.write(fill_demo, lambda reports: None)
    for take in (
        take_home,
        take_coverage,
        take_views,
        take_meeting,
        take_reference,
        take_letter,
        take_report,
        take_settings,
    ):
        take(camera)
    camera.window.close()


def take_start(camera: Camera, window: StartWindow) -> None:
    window.resize(1000, 780)
    window.show()
    camera.take("mulai.png", window)
    window.close()


def take_import(camera: Camera) -> None:
    page = camera.page(ImportPage, "Impor", (1040, 640))
    page.accept_file(str(sample_sheets()[-1]))
    until(camera, lambda: page.work is not None and not page.busy)
    for name, step in (("impor-kolom.png", Step.COLUMNS), ("impor-pratinjau.png", Step.PREVIEW)):
        page.show_step(step)
        camera.take(name, page)
    page.importing.let_go()
    page.leave()


def take_home(camera: Camera) -> None:
    page = camera.page(HomePage, "Beranda")
    camera.take("beranda.png", camera.window, WIDE[0] // RATIO)
    camera.take("perlu-dikerjakan.png", card(page, "Perlu dikerjakan"))


def take_coverage(camera: Camera) -> None:
    page = camera.page(CoveragePage, "Cakupan")
    camera.take("grafik-cakupan.png", page.regions.bars_card)
    camera.take("peta-cakupan.png", page.regions.map_card)
    page.open_origin("51.04")
    until(camera, page.panel.isVisible)
    camera.take("cakupan.png", camera.window, WIDE[0] // RATIO)
    camera.window.resize(WIDE[0], HIGH)
    camera.take("dari-mana.png", page.panel)
    page.dock.close()


def take_views(camera: Camera) -> None:
    """The other views of Cakupan, each on a month of which the samples have something to show."""
    page, change = camera.page(CoveragePage, "Cakupan"), camera.window.desk.change_view
    page.show_view(TREND)
    camera.take("perkembangan.png", camera.window, WIDE[0] // RATIO)
    change(period=date(2024, 5, 31))
    until(camera, lambda: page.trend.change.change is not None)
    camera.take("mengapa-berubah.png", page.trend.change)
    change(region="51.05", period=date(2026, 1, 31))
    page.show_view(SEGMENTS)
    camera.window.resize(WIDE[0], LOW)
    until(camera, lambda: page.segments.parts.chart is not None)
    page.segments.parts.show_dimension(Dimension.UMUR)
    camera.take("rincian-peserta.png", page.segments.parts)
    change(region="", period=None)
    camera.window.resize(*NARROW)
    page.show_view(REPORTING)
    camera.take("pelaporan.png", page.reporting.card)
    page.show_view(REGIONS)


def take_meeting(camera: Camera) -> None:
    desk = camera.window.desk
    shown = MeetingWindow(desk, coverage(desk.workspace, desk.view.query()))
    shown.resize(1100, 700)
    shown.show()
    shown.show_region("51.04")
    camera.take("mode-rapat.png", shown)
    shown.close()


def take_reference(camera: Camera) -> None:
    page = camera.page(ReferencePage, "Data Acuan", (1040, 560))
    camera.take("penyebut.png", page)
    page.show_view(TARGETS)
    page.targets.table.selectRow(0)
    page.targets.apportion()
    dialog = page.targets.dialog
    assert dialog is not None
    until(camera, lambda: dialog.found is not None)
    camera.take("bagi-target.png", dialog)
    dialog.reject()


def take_letter(camera: Camera) -> None:
    page = camera.page(LettersPage, "Surat", (NARROW[0], 640))
    page.begin()
    until(camera, page.writing.write_button.isEnabled)
    camera.take("surat.png", page)
    page.writing.paper.show_page(0)
    page.leave()
    page.show_view(TEMPLATES)
    until(camera, lambda: bool(page.templates.table.values.rows))
    camera.take("templat.png", page)


def take_report(camera: Camera) -> None:
    page = camera.page(ReportsPage, "Laporan", NARROW)
    until(camera, page.panel.excel.isEnabled)
    camera.take("laporan.png", page)


def take_settings(camera: Camera) -> None:
    page = camera.page(SettingsPage, "Pengaturan", NARROW)
    page.show_view(1)
    camera.settle()
    camera.take("tata-letak.png", page)
    page.show_view(2)
    backups = card(page, "Cadangan")
    camera.settle()
    whole = backups.grab()
    # The list is longer than its rows; its head and the buttons below say all.
    camera.save("cadangan.png", joined(whole.toImage(), 150 * RATIO, 52 * RATIO), RATIO * GUIDE_WIDTH)


def until(camera: Camera, ready: Callable[[], bool]) -> None:
    for _ in range(200):
        camera.settle()
        if ready():
            return
    raise TimeoutError("the page does not become ready")


def card(page: QWidget, title: str) -> Card:
    return next(each for each in page.findChildren(Card) if each.head and each.title.text() == title)


def joined(image: QImage, top: int, bottom: int) -> QImage:
    """The upper and the lower rows of pixels of a picture."""
    height, width = image.height(), image.width()
    low = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    kept = np.ascontiguousarray(np.concatenate([low[:top], low[height - bottom :]]))
    return QImage(kept.data, width, top + bottom, image.bytesPerLine(), image.format()).copy()


def few_colours(image: QImage) -> QImage:
    """The picture in its most frequent colours: a fourth of the size, and nobody sees the difference."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32)
    # Two shades of one step are one colour to the eye; their most frequent member stands for both.
    values, counts = np.unique(pixels, return_counts=True)
    order = values[np.argsort(-counts)]
    _, first = np.unique(order & np.uint32(0x00F8F8F8), return_index=True)
    table = [int(value) for value in order[np.sort(first)][:COLOURS]]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


if __name__ == "__main__":
    main()
