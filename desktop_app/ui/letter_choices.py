"""The left half of a new letter: the form, the way to each of its parts, and what stands in the way of writing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.filters import Bar
from desktop_app.ui.letter_form import LetterForm
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import ElidedLabel, Switch, label

_ABOVE = 12
"""Room that stays above a part when it is gone to."""
_TOLD = 3


class LetterChoices(QWidget):
    def __init__(self, look: Look, form: LetterForm) -> None:
        super().__init__()
        self._form = form
        self._parts = form.parts
        self.jumps = Switch(look, tuple(name for name, _ in self._parts), self.go_to)
        self.trouble, self.notes = label("", "error", wrap=True), ElidedLabel("", "hint", Qt.TextElideMode.ElideRight)
        bar = Bar()
        bar.add(self.jumps)
        bar.line.addStretch(1)
        form.setObjectName("scrolled")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(form)
        self._area.verticalScrollBar().valueChanged.connect(lambda _: self._follow())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._area, 1)
        for line in (self.trouble, self.notes):
            line.setContentsMargins(20, 6, 20, 6)
            line.hide()
            column.addWidget(line)

    def begin(self) -> None:
        self._area.verticalScrollBar().setValue(0)
        self.show_trouble((), ())

    def set_tight(self, tight: bool) -> None:
        self.jumps.set_tight(tight)

    def go_to(self, place: int) -> None:
        """Bring a part of the form into sight, and the keyboard to it."""
        part = self._parts[place][1]
        self._area.verticalScrollBar().setValue(self._top(part))
        self.jumps.choose(place)
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        if part.focusPolicy() == Qt.FocusPolicy.NoFocus:
            part.focusNextPrevChild(True)

    def show_trouble(self, trouble: Sequence[str], notes: Sequence[str]) -> None:
        """What must be mended before a letter can be written, and what the office's template leaves out."""
        told = list(trouble[:_TOLD])
        if len(trouble) > _TOLD:
            told.append(f"dan {len(trouble) - _TOLD} hal lain, lihat pratinjau.")
        self.trouble.setText("\n".join(told))
        self.trouble.setVisible(bool(told))
        self.notes.set_text(" ".join(notes))
        self.notes.setVisible(bool(notes) and not told)

    def _follow(self) -> None:
        """The switch names the part that is in sight."""
        bar = self._area.verticalScrollBar()
        tops = [self._top(part) for _, part in self._parts]
        here = max((place for place, top in enumerate(tops) if top <= bar.value() + 2 * _ABOVE), default=0)
        self.jumps.choose(len(tops) - 1 if bar.value() == bar.maximum() > 0 else here)

    def _top(self, part: QWidget) -> int:
        return max(part.mapTo(self._form, part.rect().topLeft()).y() - _ABOVE, 0)
