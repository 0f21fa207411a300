"""The legal bases of a letter, each to be taken or left; what is replaced or must be checked says so."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.operations.letters.request import BasisChoice
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, State, Tag, clear, frame, label, restyle, row

SHOWN, ROW_HEIGHT = 7, 29


class LetterBases(QWidget):
    """`changed`: the keys that are taken, in order, are others (`taken`)."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._choices: tuple[BasisChoice, ...] = ()
        self._all = False
        self.boxes: dict[str, QCheckBox] = {}
        self.count = label("", "detail")
        self._frame = frame("list")
        self._rows = QVBoxLayout(self._frame)
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._rows.setSpacing(0)
        self.more = Button(look, "", kind="link")
        self.more.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(row(label("Dasar hukum", "label"), 1, self.count))
        column.addWidget(self._frame)
        column.addWidget(self.more)

    @property
    def taken(self) -> tuple[str, ...]:
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def show_choices(self, choices: Sequence[BasisChoice]) -> None:
        if tuple(choices) == self._choices:
            return
        same = [one.basis.key for one in choices] == [one.basis.key for one in self._choices]
        self._choices = tuple(choices)
        if same:
            self._follow()
        else:
            self._fill()
        self._tell_count()

    def _follow(self) -> None:
        """The same rows: only what is taken may be another."""
        for choice in self._choices:
            box = self.boxes[choice.basis.key]
            was = box.blockSignals(True)
            box.setChecked(choice.used)
            box.blockSignals(was)

    def _fill(self) -> None:
        clear(self._rows)
        self.boxes = {}
        for place, choice in enumerate(self._choices):
            line = self._row(choice)
            line.setVisible(self._all or place < SHOWN)
            self._rows.addWidget(line)
        hidden = max(len(self._choices) - SHOWN, 0)
        self.more.setText(f"Tampilkan {hidden} dasar hukum lain")
        self.more.setVisible(bool(hidden) and not self._all)

    def _row(self, choice: BasisChoice) -> QWidget:
        line = frame("listed")
        line.setMinimumHeight(ROW_HEIGHT)
        inside = QHBoxLayout(line)
        inside.setContentsMargins(10, 0, 8, 0)
        box = QCheckBox(choice.basis.short)
        box.setToolTip(_tip(choice))
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        box.setChecked(choice.used)
        restyle(box, "quiet", bool(choice.warning) and not choice.used)
        box.toggled.connect(self._tell)
        self.boxes[choice.basis.key] = box
        inside.addWidget(box, 1)
        if choice.warning:
            inside.addWidget(Tag(self._look, State.REPLACED, choice.replaced_by or choice.warning))
        elif choice.basis.check:
            inside.addWidget(Tag(self._look, State.CHECK, "periksa"))
        return line

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _tell(self) -> None:
        self._tell_count()
        self.changed.emit()

    def _tell_count(self) -> None:
        taken = self.taken
        check = sum(one.basis.check and one.basis.key in taken for one in self._choices)
        words = f"{len(taken)} dari {len(self._choices)} dipakai"
        self.count.setText(f"{words}, {check} perlu diperiksa" if check else words)


def _tip(choice: BasisChoice) -> str:
    parts = (choice.basis.cited, choice.warning, choice.basis.seen)
    return "<p>" + "</p><p>".join(part for part in parts if part) + "</p>"
