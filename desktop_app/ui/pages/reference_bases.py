"""The view Penyebut: the bases at the left; the values of the chosen one at the right."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu

from desktop_app.domain.facts import WorkerBase
from desktop_app.domain.indonesian import long_date
from desktop_app.domain.reference import ReferenceChange
from desktop_app.operations.edit_reference import BaseEdit, remove_base
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.messages import ask
from desktop_app.ui.pages.reference_base_form import AboutBaseForm, NewBaseForm
from desktop_app.ui.pages.reference_base_work import BaseWork
from desktop_app.ui.pages.reference_keeping import keep
from desktop_app.ui.pages.reference_parts import ReferenceView
from desktop_app.ui.pages.reference_reading import Places, Shown
from desktop_app.ui.pages.reference_tables import BASE_COLUMNS, VALUE_COLUMNS
from desktop_app.ui.pages.reference_values import ValuesCard
from desktop_app.ui.table import Table
from desktop_app.ui.widgets import Button, Card, EmptyState
from desktop_app.ui.words import count

TWO_LINES = 42
LIST_WIDTH, NARROW_LIST, NARROW_REGION = 380, 220, 164
NO_BASE = "Penyebut adalah jumlah pekerja per wilayah, misalnya dari BPS atau UCJ. Tanpa penyebut tidak ada persentase."


class BasesView(ReferenceView):
    adds, adds_short = "Tambah penyebut", "Tambah"
    brings = "Impor lembar penyebut"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._works: dict[str, BaseWork] = {}
        self._places, self._province, self._office = Places(), "", ""
        self.form: NewBaseForm | AboutBaseForm | None = None
        self.list = Card("Penyebut")
        self.list.fill()
        self.bases: Table[BaseWork] = Table(self.look, BASE_COLUMNS, row_height=TWO_LINES)
        self.bases.setAccessibleName("Penyebut")
        self.bases.stretch(0)
        self.list.body.addWidget(self.bases)
        self.values = ValuesCard(desk)
        self._add_menu()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self.list)
        line.addWidget(self.values, 1)
        self.bases.chosen.connect(self._show)
        self.values.changed.connect(self._show_state)
        self.set_narrow(False)
        self.empty = self._made_empty()

    @property
    def unsaved(self) -> bool:
        return any(work.typed or work.new for work in self._works.values())

    def show_data(self, shown: Shown) -> None:
        """What was typed stays with its base; the chosen base stays chosen, else the newest is."""
        self._places, self._province, self._office = shown.places, shown.province, shown.office
        kept = {base.name: base for base in shown.data.bases if base.workers}
        works = {name: work for name, work in self._works.items() if work.new and name not in kept}
        for name, base in kept.items():
            work = works[name] = self._works.get(name) or BaseWork(base)
            work.follow(base)
        self._show_works(works, next((one.base.name for one in self.bases.chosen_rows()), ""))

    def set_narrow(self, narrow: bool) -> None:
        """Names of bases only, where there is little room: date and document stand with the values."""
        self.list.setFixedWidth(NARROW_LIST if narrow else LIST_WIDTH)
        self.values.set_narrow(narrow)
        self.values.grid.setColumnWidth(0, NARROW_REGION if narrow else VALUE_COLUMNS[0].width)
        for place in range(1, len(BASE_COLUMNS)):
            self.bases.setColumnHidden(place, narrow)

    def add(self) -> None:
        self.form = NewBaseForm(self.desk, self, [work.base for work in self._works.values()], self._office)
        self.form.made.connect(self.begin)
        self.form.begin()

    def bring(self) -> None:
        self.desk.page_wanted.emit("Impor")

    def begin(self, work: BaseWork, places: Places) -> None:
        """A new base to be filled in; it is kept with its first values."""
        self._places = Places(self._places.regions | places.regions, self._places.parts | places.parts)
        self._show_works({work.base.name: work, **self._works}, work.base.name)
        self.values.grid.setFocus()
        self.values.grid.setCurrentIndex(self.values.grid.values.index(0, 1))

    def _show_works(self, works: dict[str, BaseWork], chosen: str) -> None:
        self._works = works
        self.list.aside.setText(count(len(works), "penyebut"))
        self.bases.set_rows(list(works.values()))
        work = works.get(chosen) or next(iter(works.values()), None)
        if work is not None:
            self.bases.choose(lambda one: one is work)
            self._show(work)
        self.filled = bool(works)
        self.state_changed.emit()

    def _show(self, work: BaseWork) -> None:
        self.values.show_work(work, self._places, self._province)

    def _show_state(self) -> None:
        """A new base from which all values were taken away is gone; the others say how much is not kept."""
        self.bases.values.refresh()
        self.state_changed.emit()

    def _add_menu(self) -> None:
        more = Button(self.look, "", "ellipsis", kind="bare", name="Lainnya untuk penyebut ini")
        menu = QMenu(more)
        menu.addAction("Ubah nama, tanggal, dan dokumen …", self.describe)
        menu.addAction("Salin nilai ke Excel", self.copy)
        menu.addAction("Tempel dari Excel", lambda: self.values.paste(QApplication.clipboard().text()))
        menu.addSeparator()
        menu.addAction("Hapus penyebut …", self.remove)
        more.setMenu(menu)
        self.values.add_action(more)

    def describe(self) -> None:
        """Another name, date or document for the chosen base."""
        work = self.values.work
        if work is not None:
            self.form = AboutBaseForm(self.desk, self, work, tuple(self._works))
            self.form.described.connect(self._rename)
            self.form.begin()

    def copy(self) -> None:
        QApplication.clipboard().setText(self.values.grid.as_text())
        self.desk.tell("Nilai tersalin", "Tempel di Excel dengan Ctrl+V.")

    def remove(self) -> None:
        """Take the chosen base out, after asking."""
        work = self.values.work
        if work is None:
            return
        if work.new:
            self._show_works({name: one for name, one in self._works.items() if one is not work}, "")
            return
        base = work.base
        text = (
            f"{count(len(base.workers), 'nilai')} per {long_date(base.as_of)} tidak lagi dipakai. Cakupan yang memakai "
            "penyebut ini dihitung dengan penyebut lain. Penghapusan dapat diurungkan."
        )
        if ask(self.look, self, f"Hapus penyebut “{base.name}”?", text, "Hapus penyebut", dangerous=True):
            keep(self.desk, partial(_remove, base), f"Penyebut “{base.name}” dihapus")

    def _rename(self, before: str, edit: BaseEdit) -> None:
        """What is typed and chosen goes on under the new name, which the page reads in a moment."""
        work = self._works.get(before)
        if work is None:
            return
        work.base = replace(work.base, name=edit.name, document=edit.document, as_of=edit.as_of)
        if self.desk.view.base == before:
            self.desk.change_view(base=edit.name)
        self._show_works({one.base.name: one for one in self._works.values()}, edit.name)

    def _made_empty(self) -> EmptyState:
        bring = Button(self.look, self.brings, "file-input", kind="primary")
        bring.clicked.connect(self.bring)
        add = Button(self.look, self.adds, "plus")
        add.clicked.connect(self.add)
        return EmptyState(self.look, "scale", "Belum ada penyebut", NO_BASE, bring, add)


def _remove(base: WorkerBase, workspace: Workspace) -> ReferenceChange | None:
    return remove_base(workspace, base.name)
