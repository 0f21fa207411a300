"""The card that saves the chart, the trend and the map of what is looked at as picture files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.operations.coverage import CoverageAnswer
from desktop_app.operations.draw_charts import Draw, draw_bars, draw_map, draw_trend
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, Card, Icon, label, row, rule

Drawing = Callable[[CoverageAnswer, Draw, Path], Path]

PICTURES: tuple[tuple[str, str, str, str, Drawing], ...] = (
    ("chart-column", "Grafik cakupan", "tiap wilayah dan targetnya", "Grafik Cakupan", draw_bars),
    ("trending-up", "Perkembangan", "menurut bulan, tiap penyebut sendiri", "Perkembangan Cakupan", draw_trend),
    ("map", "Peta", "lima kelas, arsir berarti belum ada data", "Peta Cakupan", draw_map),
)
"""Icon, name, what it shows, beginning of the file name, and what draws it."""


class PictureCard(Card):
    """`wanted(title, drawing, suffix)`: save this picture; PNG for letters and slides, SVG for large prints."""

    wanted = Signal(str, object, str)

    def __init__(self, look: Look) -> None:
        super().__init__("Gambar", "untuk surat dan paparan")
        self._look = look
        self.fill()
        for place, picture in enumerate(PICTURES):
            if place:
                self.body.addWidget(rule())
            self.body.addLayout(self._made_row(*picture))
        self.body.addStretch(1)

    def _made_row(self, icon: str, name: str, what: str, title: str, drawing: Drawing) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(label(name, "strong"))
        texts.addWidget(label(what, "hint", wrap=True))
        line = row(Icon(self._look, icon, "acc", 18, box=36, tint="acc"), spacing=10)
        line.addLayout(texts, 1)
        line.setContentsMargins(16, 12, 12, 12)
        for suffix in (".png", ".svg"):
            words = suffix[1:].upper()
            button = Button(self._look, words, small=True, name=f"Simpan {name} sebagai {words}")
            button.clicked.connect(partial(self._want, title, drawing, suffix))
            line.addWidget(button)
        return line

    def _want(self, title: str, drawing: Drawing, suffix: str, _: bool = False) -> None:
        self.wanted.emit(title, drawing, suffix)
