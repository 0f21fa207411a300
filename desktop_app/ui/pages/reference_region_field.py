"""A field in which any region can be looked for by name or code and chosen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop_app.domain.regions import Region
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.reference_reading import Place, find_places
from desktop_app.ui.widgets import field, label

PAUSE_MILLISECONDS = 150
FEW = 12


class RegionField(QWidget):
    """`region` is the chosen one, None while what is typed is none. `fits` keeps out regions that do not."""

    changed = Signal()

    def __init__(self, desk: Desk, title: str, *, fits: Callable[[Region], bool] = lambda region: True) -> None:
        super().__init__()
        self._desk, self._fits = desk, fits
        self._places: list[Place] = []
        self._asked = 0
        self.place: Place | None = None
        self.edit = QLineEdit()
        self.edit.setPlaceholderText("Ketik nama atau kode, lalu pilih")
        column = field(title, self.edit)
        column.setContentsMargins(0, 0, 0, 0)
        self._hint = label("", "hint", wrap=True)
        column.addWidget(self._hint)
        self.setLayout(column)
        self.setFocusProxy(self.edit)
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(FEW)
        self._completer.setWidget(self.edit)
        self._completer.activated.connect(self._take)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._ask)
        self.edit.textEdited.connect(self._typed)
        self.edit.editingFinished.connect(self._finish)
        self._say()

    @property
    def region(self) -> Region | None:
        return self.place.region if self.place else None

    def choose(self, place: Place | None) -> None:
        """Show this region as the chosen one."""
        self._timer.stop()
        self._asked += 1
        self.place = place
        self.edit.setText(place.region.full_name if place else "")
        self.edit.setCursorPosition(0)
        self._say()
        self.changed.emit()

    def choose_code(self, code: str) -> None:
        """Look the region of this code up, and choose it."""
        self._asked += 1
        self._desk.read(partial(find_places, text=code, limit=FEW), partial(self._choose_found, self._asked, code))

    def look_for(self, text: str) -> None:
        """As if `text` had been typed."""
        self.edit.setText(text)
        self._typed(text)

    def _choose_found(self, question: int, code: str, places: list[Place]) -> None:
        if question == self._asked:
            self.choose(next((place for place in places if place.region.code == code), None))

    def _typed(self, text: str) -> None:
        self.place = None
        self._say()
        self.changed.emit()
        if text.strip():
            self._timer.start()

    def _ask(self) -> None:
        self._asked += 1
        text = self.edit.text()
        self._desk.read(partial(find_places, text=text, limit=FEW), partial(self._show, self._asked))

    def _show(self, question: int, places: list[Place]) -> None:
        if question != self._asked:
            return
        self._places = [place for place in places if self._fits(place.region)]
        self._model.setStringList([_words(place) for place in self._places])
        self._hint.setText("" if self._places else "Tidak ditemukan. Coba sebagian nama, atau kode wilayah.")
        if self._places and self.edit.hasFocus():
            self._completer.complete()

    def _take(self, words: str) -> None:
        self.choose(next((place for place in self._places if _words(place) == words), None))

    def _finish(self) -> None:
        """The field is left: a code, or a whole name that only one region has, needs no choosing from the list."""
        text = self.edit.text().strip()
        if self.place is None and text:
            self._timer.stop()
            self._asked += 1
            self._desk.read(partial(find_places, text=text), partial(self._choose_exact, self._asked, text.casefold()))

    def _choose_exact(self, question: int, text: str, places: list[Place]) -> None:
        found = [
            place for place in places
            if self._fits(place.region) and text in (place.region.code, place.region.full_name.casefold())
        ]  # fmt: skip
        if question == self._asked and len(found) == 1:
            self.choose(found[0])

    def _say(self) -> None:
        self._hint.setText(f"{self.place.within} · {self.place.region.code}" if self.place else "")


def _words(place: Place) -> str:
    return f"{place.path} · {place.region.code}"
