"""What stands around the map in “mode rapat”: the head with base and date, and the foot with all regions."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop_app.analysis.charts import BarChart
from desktop_app.domain.indonesian import long_date, number
from desktop_app.operations.coverage import CoverageAnswer
from desktop_app.pictures.fonts import font
from desktop_app.ui.look import Look
from desktop_app.ui.meeting_strip import RegionStrip
from desktop_app.ui.meeting_words import whole_words
from desktop_app.ui.widgets import Button, ElidedLabel, label, row
from desktop_app.ui.words import level_words

_TITLE, _WORDS, _SMALL = 26, 18, 16
_BOLD = QFont.Weight.DemiBold
KEYS = "← → pilih wilayah · Enter rincian · Backspace ke atas · Esc tutup"


class MeetingHead(QFrame):
    """Which region, its figure as a whole, base and date."""

    closing = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("header")
        self._title, self._whole = label(), ElidedLabel(role="secondary")
        self._standing = label(role="secondary")
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 8, 12, 8)
        line.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._whole)
        line.addLayout(words, 1)
        line.addWidget(self._standing)
        line.addWidget(mouse_button(look, "x", "Tutup mode rapat (Esc)", self.closing.emit))

    def show_answer(self, answer: CoverageAnswer) -> None:
        table, parts = answer.table, level_words(answer.children)
        self._title.setText(f"Cakupan {answer.region.full_name}{f' menurut {parts}' if parts else ''}")
        self._whole.set_text(whole_words(table))
        self._standing.setText(f"Penyebut {table.base.name}\n{long_date(table.period)}")

    def set_scale(self, scale: float) -> None:
        self._title.setFont(font(round(_TITLE * scale), _BOLD))
        for words in (self._whole, self._standing):
            words.setFont(font(round(_WORDS * scale)))


class MeetingFoot(QFrame):
    """The strip, “4 dari 9”, and a line for the keys or for what went wrong."""

    stepped = Signal(int)
    drilled = Signal()
    risen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.strip = RegionStrip(look)
        self.place, self.note = label(), ElidedLabel(role="secondary", mode=Qt.TextElideMode.ElideRight)
        self._down = mouse_button(look, "arrow-down", "Rincian wilayah ini (Enter)", self.drilled.emit)
        self._up = mouse_button(look, "arrow-up", "Wilayah di atasnya (Backspace)", self.risen.emit)
        back = mouse_button(look, "chevron-left", "Wilayah sebelumnya (←)", lambda: self.stepped.emit(-1))
        on = mouse_button(look, "chevron-right", "Wilayah berikutnya (→)", lambda: self.stepped.emit(1))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 6)
        column.setSpacing(6)
        column.addWidget(self.strip)
        column.addLayout(row(back, self.place, on, self.note, self._down, self._up))

    def show_regions(self, values: BarChart, *, has_above: bool) -> None:
        self.strip.set_chart(values)
        self._up.setEnabled(has_above)
        self.note.set_text(KEYS)

    def show_place(self, code: str, place: int, count: int, *, has_parts: bool) -> None:
        """`place` from 0."""
        self.strip.select(code)
        self.place.setText(f"{number(place + 1)} dari {number(count)}")
        self._down.setEnabled(has_parts)

    def set_scale(self, scale: float) -> None:
        self.strip.set_text_size(round(_SMALL * scale))
        self.place.setFont(font(round(_WORDS * scale), _BOLD))
        self.note.setFont(font(round(_SMALL * scale)))


def mouse_button(look: Look, icon: str, name: str, act: Callable[[], object]) -> Button:
    """For the mouse: the keyboard has keys of its own here, which a focused button would take."""
    made = Button(look, "", icon, kind="bare", name=name)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.clicked.connect(lambda: act())
    return made
