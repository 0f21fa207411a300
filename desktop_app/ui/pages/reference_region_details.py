"""One region in full: where it lies, what it is called by, since when and until when it stands."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.regions import NATION, Region, depth
from desktop_app.operations.edit_reference import reopen_region
from desktop_app.ui.desk import Desk
from desktop_app.ui.messages import ask
from desktop_app.ui.pages.reference_form import FormDialog
from desktop_app.ui.pages.reference_keeping import keep
from desktop_app.ui.pages.reference_parts import allow
from desktop_app.ui.pages.reference_region_facts import VILLAGE, RegionFacts, region_facts
from desktop_app.ui.pages.reference_region_forms import AddRegionForm, CloseRegionForm, RenameRegionForm
from desktop_app.ui.pages.reference_split_form import SplitRegionForm
from desktop_app.ui.pages.reference_tables import LEVELS
from desktop_app.ui.widgets import Button, Card, State, Tag, clear, label
from desktop_app.ui.words import level_words

_ABOVE_LABEL = 8
_NAMED = 12
"""Spellings that are shown; the view Ejaan has them all."""


class RegionDetails(Card):
    """`region_wanted`: look at its coverage. `spellings` gives the spellings that are read as a code."""

    region_wanted = Signal(str)

    def __init__(self, desk: Desk, spellings: Callable[[str], list[str]]) -> None:
        super().__init__("Rincian")
        self._desk, self._spellings = desk, spellings
        self._asked = 0
        self.facts: RegionFacts | None = None
        self.form: FormDialog | None = None
        self.fill()
        self.closed = Tag(desk.look, State.REPLACED, "Ditutup")
        self.add_action(self.closed)
        self._lines = self._made_lines()
        self.go = Button(desk.look, "Lihat cakupan", "map", small=True)
        self.acts = Button(desk.look, "Ubah wilayah", "pencil", small=True)
        self._menu = QMenu(self.acts)
        self.acts.setMenu(self._menu)
        foot = self.add_foot()
        foot.addWidget(self.go)
        foot.addStretch(1)
        foot.addWidget(self.acts)
        self.go.clicked.connect(self._go)
        self.show_facts(None)

    def look_at(self, code: str) -> None:
        """Read and show the region of this code; “” for none."""
        self._asked += 1
        if code:
            self._desk.read(partial(region_facts, code=code), partial(self._show_answer, self._asked))
        else:
            self.show_facts(None)

    def _show_answer(self, question: int, facts: RegionFacts | None) -> None:
        if question == self._asked:
            self.show_facts(facts)

    def show_facts(self, facts: RegionFacts | None) -> None:
        self.facts = facts
        clear(self._lines)
        self.closed.setVisible(facts is not None and facts.place.region.closed is not None)
        for button in (self.go, self.acts):
            allow(button, "" if facts else "Pilih satu wilayah lebih dulu.")
        if facts is None:
            self._lines.addWidget(
                label("Pilih satu wilayah untuk melihat jalur, ejaan, dan masa berlakunya.", "hint", wrap=True)
            )
        else:
            for text, role in paragraphs(facts, self._spellings(facts.place.region.code)):
                self._lines.addSpacing(_ABOVE_LABEL if role == "label" else 0)
                self._lines.addWidget(label(text, role, wrap=True))
            self._fill_menu(facts)
        self._lines.addStretch(1)

    def _go(self) -> None:
        if self.facts is not None:
            self.region_wanted.emit(self.facts.place.region.code)

    def _fill_menu(self, facts: RegionFacts) -> None:
        region = facts.place.region
        self._menu.clear()
        if depth(region.code) < VILLAGE:
            self._menu.addAction(f"Tambah {_below(region)} …", partial(self._open, AddRegionForm))
        self._menu.addAction("Ganti nama …", partial(self._open, RenameRegionForm))
        if region.closed is not None:
            self._menu.addAction("Buka kembali …", self.reopen)
        else:
            self._menu.addAction(f"Pecah {LEVELS[region.level]} …", partial(self._open, SplitRegionForm))
            self._menu.addAction(f"Tutup {LEVELS[region.level]} …", partial(self._open, CloseRegionForm))

    def _open(self, form: Callable[[Desk, QWidget, RegionFacts], FormDialog]) -> None:
        if self.facts is not None:
            self.form = form(self._desk, self, self.facts)
            self.form.begin()

    def reopen(self) -> None:
        """The region was not closed after all; asks first."""
        if self.facts is None:
            return
        region = self.facts.place.region
        text = "Wilayah ini kembali berlaku tanpa tanggal akhir dan tanpa penerus. Hal ini dapat diurungkan."
        if ask(self._desk.look, self, f"Buka kembali {region.full_name}?", text, "Buka kembali"):
            keep(self._desk, partial(reopen_region, code=region.code), f"{region.full_name} dibuka kembali")

    def _made_lines(self) -> QVBoxLayout:
        inner = QWidget()
        inner.setObjectName("scrolled")
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(16, 12, 16, 12)
        lines.setSpacing(2)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self.body.addWidget(area, 1)
        return lines


def paragraphs(facts: RegionFacts, spellings: list[str]) -> list[tuple[str, str]]:
    """Text and role of each line about a region."""
    region, place = facts.place.region, facts.place
    lines = [(region.full_name, "card-title"), (place.path if place.above else NATION.name, "detail")]
    lines += [("Kode", "label"), (f"{region.code} · {LEVELS[region.level]}", "")]
    if facts.parts:
        lines += [("Di dalamnya", "label"), (f"{number(len(facts.parts))} {level_words(facts.parts)}", "")]
    lines += [("Masa berlaku", "label"), (_standing(region), "")]
    if region.heirs:
        heirs = ", ".join(f"{name} ({code})" for code, name in facts.heirs.items())
        lines += [("Penerus", "label"), (heirs, "")]
    if region.document:
        lines += [("Dokumen", "label"), (region.document, "")]
    named = ", ".join(f"“{alias}”" for alias in spellings[:_NAMED])
    more = f", dan {number(len(spellings) - _NAMED)} lainnya" if len(spellings) > _NAMED else ""
    return [*lines, ("Ejaan lain", "label"), (f"{named}{more}" if named else "tidak ada", "" if named else "hint")]


def _standing(region: Region) -> str:
    since = f"sejak {long_date(region.opened)}" if region.opened else "seperti daftar Kepmendagri"
    return f"{since}, ditutup {long_date(region.closed)}" if region.closed else since


def _below(region: Region) -> str:
    return ("provinsi", "kabupaten/kota", "kecamatan", "desa/kelurahan")[depth(region.code)]
