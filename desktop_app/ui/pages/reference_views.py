"""The views of the page Data Acuan: bases with their values, targets, regions, spellings."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.facts import WorkerBase
from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.regions import Level
from desktop_app.operations.reference_data import Spelling
from desktop_app.ui.look import Look
from desktop_app.ui.pages.reference_tables import (
    BASE_COLUMNS,
    LEVELS,
    PLACE_COLUMNS,
    SPELLING_COLUMNS,
    TARGET_COLUMNS,
    VALUE_COLUMNS,
    BaseLine,
    Place,
    TargetLine,
    base_lines,
)
from desktop_app.ui.table import Column, Table
from desktop_app.ui.widgets import Button, Card, ElidedLabel, Icon, label, row
from desktop_app.ui.words import count

T = TypeVar("T")

TWO_LINES = 42
LIST_WIDTH, NARROW_LIST, NARROW_BELOW = 400, 240, 1000
PAUSE_MILLISECONDS = 150


class ListCard(Card, Generic[T]):
    """A table with a filter in its head and a line below: how many rows, and where they come from."""

    def __init__(self, look: Look, title: str, columns: Sequence[Column[T]], thing: str) -> None:
        super().__init__(title)
        self.table: Table[T] = Table(look, columns)
        self._thing, self._all = thing, 0
        self._count, self.source = label("", "hint"), ElidedLabel(role="source")
        self.words = QLineEdit()
        self.words.setPlaceholderText(f"Saring {thing}")
        self.words.setAccessibleName(f"Saring {thing}")
        self.words.setProperty("small", True)
        self.words.setFixedWidth(180)
        self.words.textChanged.connect(self._filter)
        self.add_action(self.words)
        self.fill()
        self.body.addWidget(self.table, 1)
        foot = self.add_foot()
        foot.addWidget(self._count)
        foot.addSpacing(12)
        foot.addWidget(self.source, 1)

    def show_rows(self, rows: Sequence[T]) -> None:
        self._all = len(rows)
        self.table.set_rows(rows)
        self._show_count()

    def _filter(self, words: str) -> None:
        self.table.values.filter(words)
        self._show_count()

    def _show_count(self) -> None:
        shown = len(self.table.values.rows)
        whole = count(self._all, self._thing)
        self._count.setText(whole if shown == self._all else f"{number(shown)} dari {whole}")


class BasesView(QWidget):
    """The bases at the left; the values of the chosen one at the right."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._names: dict[str, str] = {}
        self._province = ""
        self.list = Card("Penyebut")
        self.list.fill()
        self.bases: Table[WorkerBase] = Table(look, BASE_COLUMNS, row_height=TWO_LINES)
        self.bases.stretch(0)
        self.list.body.addWidget(self.bases)
        self.values: ListCard[BaseLine] = ListCard(look, "Nilai", VALUE_COLUMNS, "wilayah")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self.list)
        line.addWidget(self.values, 1)
        self.bases.chosen.connect(self._show)
        self.set_narrow(False)

    def show_bases(self, bases: Sequence[WorkerBase], names: dict[str, str], province: str) -> None:
        """`names` of regions by code; `province` comes first. The chosen base stays chosen, else the newest is."""
        self._names, self._province = names, province
        chosen = next((one.name for one in self.bases.chosen_rows()), "")
        self.list.aside.setText(count(len(bases), "penyebut"))
        self.bases.set_rows(bases)
        wanted = next((base for base in bases if base.name == chosen), bases[0] if bases else None)
        if wanted is not None:
            self.bases.choose(lambda base: base is wanted)
            self._show(wanted)

    def set_narrow(self, narrow: bool) -> None:
        """Names of bases only, where there is little room: month and document stand with the values."""
        self.list.setFixedWidth(NARROW_LIST if narrow else LIST_WIDTH)
        self.values.words.setFixedWidth(140 if narrow else 180)
        for place in range(1, len(BASE_COLUMNS)):
            self.bases.setColumnHidden(place, narrow)

    def _show(self, base: WorkerBase) -> None:
        self.values.title.setText(base.name)
        self.values.aside.setText(f"per {long_date(base.as_of)}")
        self.values.source.set_text(f"Sumber: {base.document}" if base.document else "Dokumen tidak tertulis di lembar")
        self.values.show_rows(base_lines(base, self._names, self._province))


class TargetsView(ListCard[TargetLine]):
    """Every target with the document that set it; rival ones stand side by side."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Target", TARGET_COLUMNS, "target")
        self.source.set_text("Setiap target memuat dokumennya; yang berbeda ditampilkan berdampingan.")


class RegionsView(QWidget):
    """Search through all regions. `searched`: a text to look for; `region_wanted`: look at the coverage of this code."""

    searched = Signal(str)
    region_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.words = QLineEdit()
        self.words.setPlaceholderText("Cari nama atau kode, misalnya Selat atau 51.04")
        self.words.setAccessibleName("Cari wilayah")
        self.table: Table[Place] = Table(look, PLACE_COLUMNS)
        self._counts, self._state = label("", "detail", wrap=True), label("", "hint")
        self._path = ElidedLabel("Pilih satu wilayah untuk melihat jalurnya.", "detail")
        self._go = Button(look, "Lihat cakupan", "map", small=True)
        self._chosen: Place | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MILLISECONDS)
        self._lay_out(look)
        self._timer.timeout.connect(lambda: self.searched.emit(self.words.text()))
        self.words.textEdited.connect(lambda _: self._timer.start())
        self.words.returnPressed.connect(lambda: self.searched.emit(self.words.text()))
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda place: self.region_wanted.emit(place.region.code))
        self._go.clicked.connect(self._want)
        self._go.setEnabled(False)

    def show_counts(self, counts: dict[Level, int]) -> None:
        parts = [f"{number(counts.get(level, 0))} {word}" for level, word in LEVELS.items()]
        self._counts.setText(f"{number(sum(counts.values()))} wilayah: {', '.join(parts)}.")

    def show_places(self, places: Sequence[Place], text: str, limit: int) -> None:
        self.table.set_rows(places)
        self._chosen = None
        self._go.setEnabled(False)
        if not places:
            self._state.setText("Tidak ditemukan. Coba sebagian nama, atau kode wilayah.")
        elif not text.strip():
            self._state.setText("Semua provinsi")
        else:
            more = " pertama" if len(places) >= limit else ""
            self._state.setText(f"{number(len(places))} wilayah{more}")
        self._path.set_text("Pilih satu wilayah untuk melihat jalurnya." if places else "")

    def _lay_out(self, look: Look) -> None:
        card = Card("Wilayah", "Kepmendagri 300.2.2-2430/2025")
        card.fill()
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(8)
        search = row(Icon(look, "search", "t3"))
        search.addWidget(self.words, 1)
        head.addLayout(search)
        head.addWidget(self._counts)
        card.body.addLayout(head)
        card.body.addWidget(self.table, 1)
        card.add_action(self._state)
        foot = card.add_foot()
        foot.addWidget(self._path, 1)
        foot.addWidget(self._go)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)

    def _choose(self, place: Place) -> None:
        self._chosen = place
        self._path.set_text(f"{place.path} · {place.region.code}")
        self._go.setEnabled(True)

    def _want(self) -> None:
        if self._chosen is not None:
            self.region_wanted.emit(self._chosen.region.code)


class SpellingsView(ListCard[Spelling]):
    """How sheets write a region, and what that is read as."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Ejaan", SPELLING_COLUMNS, "ejaan")
        self.source.set_text(
            "Ejaan yang dikenali selain nama resmi. Nama yang dipakai beberapa wilayah selalu ditanyakan."
        )
