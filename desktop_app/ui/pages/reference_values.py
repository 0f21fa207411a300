"""The values of one base: typed in place, pasted from Excel, checked against each other, kept together."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.domain.errors import AppError
from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.segments import Sector
from desktop_app.operations.edit_reference import save_base
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.notes import Note
from desktop_app.ui.pages.reference_base_work import BaseLine, BaseWork
from desktop_app.ui.pages.reference_keeping import keep
from desktop_app.ui.pages.reference_numbers import NotANumber, people_of
from desktop_app.ui.pages.reference_parts import ListCard, allow
from desktop_app.ui.pages.reference_paste import Pasted, pasted
from desktop_app.ui.pages.reference_reading import Places
from desktop_app.ui.pages.reference_sums import sum_checks
from desktop_app.ui.pages.reference_tables import COLUMN_SECTORS, VALUE_COLUMNS
from desktop_app.ui.pages.reference_value_table import SumLines, ValuesTable
from desktop_app.ui.widgets import Button
from desktop_app.ui.words import count

_NAMED = 3
"""Rows that were not pasted, as far as the note names them."""


class ValuesCard(ListCard[BaseLine]):
    """`changed`: something was typed or taken back, or is to be kept now."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        self.grid = ValuesTable(desk.look)
        super().__init__(desk.look, "Nilai", VALUE_COLUMNS, "wilayah", table=self.grid)
        self._desk, self._look = desk, desk.look
        self.work: BaseWork | None = None
        self._places, self._province = Places(), ""
        self.note = Note(desk.look)
        self.body.insertWidget(0, self.note)
        self.checks = SumLines(desk.look)
        self.body.addWidget(self.checks)
        self.drop = Button(desk.look, "Batal", small=True)
        self.save = Button(desk.look, "Simpan", kind="primary", small=True)
        self.add_acts(self.drop, self.save)
        self.drop.clicked.connect(self.forget)
        self.save.clicked.connect(self.keep)
        self.grid.values.edited.connect(lambda line, place, text: self.type(line, COLUMN_SECTORS[place], text))
        self.grid.pasted.connect(self.paste)
        self.grid.emptied.connect(self._empty_cell)

    def show_work(self, work: BaseWork, places: Places, province: str) -> None:
        """Show this base; the place in the table stays where it is the same as before."""
        same = self.work is work
        index = self.grid.currentIndex()
        self.work, self._places, self._province = work, places, province
        if not same:
            self.note.clear()
        base = work.base
        self.title.setText(base.name)
        self.aside.setText(f"per {long_date(base.as_of)}")
        self.source.set_text(_source(work))
        if same and self.grid.state() == QAbstractItemView.State.EditingState:
            # Other rows would take the cell away that is being typed in; they come with the next reading.
            self.grid.values.refresh()
        else:
            self.show_rows(work.lines(places, province))
            self.grid.setCurrentIndex(self.grid.values.index(index.row(), index.column()) if same else QModelIndex())
        self._show_state()

    def type(self, line: BaseLine, sector: Sector, text: str) -> None:
        """A value was typed; what is no number of people is refused and said."""
        try:
            workers = people_of(text)
        except NotANumber:
            step = "Tulis bilangan bulat, misalnya 1.027.000, atau kosongkan bila angkanya belum ada."
            self.note.say(f"{line.region}: “{text}” bukan jumlah orang. Nilai lama tetap.", step, "warn")
            return
        if workers == 0:
            step = "Kosongkan selnya bila angkanya belum ada. Nilai lama tetap."
            self.note.say(f"{line.region}: penyebut tidak boleh nol.", step, "warn")
            return
        self.note.clear()
        line.work.put(line.code, sector, workers)
        self._changed()

    def paste(self, text: str) -> None:
        """Take over what was copied in Excel, from the present cell on."""
        if self.work is None or not text.strip():
            return
        index = self.grid.currentIndex()
        sector = COLUMN_SECTORS.get(index.column(), Sector.SEMUA)
        found = pasted(text, list(self.grid.values.rows), max(index.row(), 0), sector)
        for (code, each), workers in found.values.items():
            self.work.put(code, each, workers)
        self._say_pasted(found)
        self._changed()

    def forget(self) -> None:
        """Let go of what was typed."""
        if self.work is not None:
            self.work.typed.clear()
            self.note.clear()
            self._changed()

    def keep(self) -> None:
        """Write what was typed."""
        work = self.work
        if work is None or not work.typed:
            return
        allow(self.save, "Sedang disimpan.")
        edit = work.edit()
        # What was typed goes when the page has read the base anew: until then the old numbers would flash up.
        message = f"{count(len(edit.values), 'nilai')} tersimpan"
        keep(
            self._desk, lambda workspace: save_base(workspace, edit), message, done=self.note.clear, refuse=self._refuse
        )

    def _refuse(self, error: AppError) -> None:
        self.note.say_error(error)
        self._show_state()

    def _empty_cell(self) -> None:
        index = self.grid.currentIndex()
        sector = COLUMN_SECTORS.get(index.column())
        if self.work is not None and sector is not None:
            self.work.put(self.grid.values.row(index.row()).code, sector, None)
            self._changed()

    def _say_pasted(self, found: Pasted) -> None:
        title = f"{count(len(found.values), 'nilai')} ditempel, belum disimpan."
        if not found.refused:
            self.note.say(title, "", "info")
            return
        few = "; ".join(found.refused[:_NAMED])
        more = f"; dan {number(len(found.refused) - _NAMED)} lainnya" if len(found.refused) > _NAMED else ""
        self.note.say(f"{title} {count(len(found.refused), 'baris')} dilewati.", f"{few}{more}.", "warn")

    def _changed(self) -> None:
        self.grid.values.refresh()
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        """What is not kept yet in the foot, and below the values whether they fit together."""
        work = self.work
        if work is None:
            return
        typed = count(len(work.typed), "nilai" if work.new else "perubahan")
        for part in (self.drop, self.save):
            part.setVisible(bool(work.typed))
        self.save.setText(f"Simpan {typed}")
        allow(self.save, "")
        self.drop.setToolTip("Kembali ke nilai yang tersimpan")
        self.checks.show_checks(sum_checks(work.values(), self._places, self._province))


def _source(work: BaseWork) -> str:
    if work.new:
        return "Isi angkanya, atau tempel dari Excel dengan Ctrl+V."
    return f"Sumber: {work.base.document}" if work.base.document else "Dokumen tidak tertulis di lembar"
