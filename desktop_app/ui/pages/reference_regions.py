"""The view Wilayah: search through all regions, and the chosen one in full."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from desktop_app.domain.indonesian import number
from desktop_app.domain.reference import Subject
from desktop_app.domain.regions import Level
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.reference_import import ImportForm, WriteButton
from desktop_app.ui.pages.reference_parts import ReferenceView
from desktop_app.ui.pages.reference_reading import FOUND, Place, Shown, find_places
from desktop_app.ui.pages.reference_region_details import RegionDetails
from desktop_app.ui.pages.reference_tables import LEVELS, PLACE_COLUMNS
from desktop_app.ui.table import Table
from desktop_app.ui.widgets import Card, ElidedLabel, Icon, label, row

PAUSE_MILLISECONDS = 150
DETAIL_WIDTH, NARROW_DETAIL = 340, 312
STATE, WITHIN = 2, 3
_WRITTEN = "“Tulis ke Excel” memuat wilayah yang bertanggal saja."


class RegionsView(ReferenceView):
    """`region_wanted`: look at the coverage of this code."""

    brings = "Impor wilayah"
    region_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asked = 0
        self._aliases: dict[str, list[str]] = {}
        self.bringing: ImportForm | None = None
        self.words = QLineEdit()
        self.words.setPlaceholderText("Cari nama atau kode, misalnya Selat atau 51.04")
        self.words.setAccessibleName("Cari wilayah")
        self.table: Table[Place] = Table(self.look, PLACE_COLUMNS)
        self.table.setAccessibleName("Wilayah")
        self.counts, self.state = label("", "detail", wrap=True), label("", "hint")
        self.details = RegionDetails(desk, lambda code: self._aliases.get(code, []))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MILLISECONDS)
        self.export = WriteButton(desk, Subject.REGION)
        self._lay_out()
        self._timer.timeout.connect(self.search)
        self.words.textEdited.connect(lambda _: self._timer.start())
        self.words.returnPressed.connect(self.search)
        self.table.chosen.connect(lambda place: self.details.look_at(place.region.code))
        self.table.opened.connect(lambda place: self.region_wanted.emit(place.region.code))
        self.details.region_wanted.connect(self.region_wanted)
        self.set_narrow(False)

    def show_data(self, shown: Shown) -> None:
        counts = shown.data.regions
        parts = [f"{number(counts.get(level, 0))} {word}" for level, word in LEVELS.items()]
        whole = sum(counts.get(level, 0) for level in LEVELS if level is not Level.NEGARA)
        self.counts.setText(f"{number(whole)} wilayah: {', '.join(parts)}.")
        self._aliases = {}
        for spelling in shown.spellings:
            self._aliases.setdefault(spelling.region.code, []).append(spelling.alias)
        self.search()

    def bring(self) -> None:
        self.bringing = ImportForm(self.desk, self, Subject.REGION)
        self.bringing.choose_file()

    def set_narrow(self, narrow: bool) -> None:
        self.details.setFixedWidth(NARROW_DETAIL if narrow else DETAIL_WIDTH)
        self.table.setColumnHidden(WITHIN, narrow)
        self.table.setColumnWidth(0, 180 if narrow else PLACE_COLUMNS[0].width)
        self.counts.setVisible(not narrow)

    def search(self) -> None:
        """Look for what is typed; the provinces where nothing is."""
        self._timer.stop()
        self._asked += 1
        text = self.words.text()
        self.desk.read(partial(find_places, text=text), partial(self.show_places, self._asked, text))

    def show_places(self, question: int, text: str, places: Sequence[Place]) -> None:
        """The answer to question number `question`; that to an older one is dropped."""
        if question != self._asked:
            return
        before = [place.region.code for place in self.table.chosen_rows()]
        self.table.set_rows(places)
        if not places:
            self.state.setText("Tidak ditemukan. Coba sebagian nama, atau kode wilayah.")
        elif not text.strip():
            self.state.setText("Semua provinsi")
        else:
            more = " pertama" if len(places) >= FOUND else ""
            self.state.setText(f"{number(len(places))} wilayah{more}")
        self.table.choose(lambda place: place.region.code in before)
        chosen = self.table.chosen_rows()
        self.details.look_at(chosen[0].region.code if chosen else "")

    def _lay_out(self) -> None:
        card = Card("Wilayah", "Kepmendagri 300.2.2-2430/2025")
        card.fill()
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(8)
        search = row(Icon(self.look, "search", "t3"))
        search.addWidget(self.words, 1)
        head.addLayout(search)
        head.addWidget(self.counts)
        card.body.addLayout(head)
        card.body.addWidget(self.table, 1)
        card.add_action(self.state)
        foot = card.add_foot()
        foot.addWidget(ElidedLabel(_WRITTEN, "source", Qt.TextElideMode.ElideRight), 1)
        foot.addWidget(self.export)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(card, 1)
        line.addWidget(self.details)
