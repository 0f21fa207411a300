"""The people behind a figure of participants sheets: as many as the figure says, each with the row they come from."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import long_date, number, short_date
from desktop_app.domain.records import ListedPerson
from desktop_app.domain.sheets import Tick
from desktop_app.operations.export_people import export_people
from desktop_app.operations.people import listed_rows
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.files import tell_written
from desktop_app.ui.origin import WantedPeople
from desktop_app.ui.table import Column, Table
from desktop_app.ui.widgets import Button, Card, ElidedLabel, State, Tag, label, row

PAGE = 500
SEXES = {"L": "Laki-laki", "P": "Perempuan"}


def _birth(person: ListedPerson) -> str:
    return short_date(person.birth_date) if person.birth_date else "tidak diisi"


COLUMNS: tuple[Column[ListedPerson], ...] = (
    Column("NIK", lambda p: p.nik, width=142),
    Column("Nama", lambda p: p.name, width=210),
    Column("Lahir", _birth, lambda p: p.birth_date or date.min, width=96, quiet=lambda p: p.birth_date is None),
    Column("Jenis kelamin", lambda p: SEXES.get(p.sex, "tidak diisi"), width=100, quiet=lambda p: p.sex not in SEXES),
    Column("Segmen", lambda p: ", ".join(segment.value for segment in p.segments), width=70),
    Column("Perusahaan", lambda p: p.company or "tidak diisi", width=150, quiet=lambda p: not p.company),
    Column("Baris asal", lambda p: "; ".join(p.sources), middle=True, tip=lambda p: "\n".join(p.sources)),
)


class PeopleWindow(QDialog):
    """Page by page. `page_shown`: the page asked for is there."""

    page_shown = Signal()

    def __init__(self, desk: Desk, parent: QWidget, wanted: WantedPeople) -> None:
        super().__init__(parent)
        self.desk, self.wanted, self._first = desk, wanted, 0
        place = wanted.region.full_name
        self.setWindowTitle(f"{number(wanted.people)} {wanted.words} di {place}")
        self.resize(1060, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        card = Card(f"{number(wanted.people)} {wanted.words}", f"{place}, {long_date(wanted.period)}")
        card.fill()
        if wanted.sample:
            card.add_action(Tag(desk.look, State.SAMPLE))
        self.table: Table[ListedPerson] = Table(desk.look, COLUMNS)
        self.table.setAccessibleName(self.windowTitle())
        self.table.stretch(len(COLUMNS) - 1)
        card.body.addWidget(self.table)
        self._where = ElidedLabel(role="hint")
        self._back = Button(desk.look, "", "chevron-left", kind="bare", name="Halaman sebelumnya")
        self.on = Button(desk.look, "", "chevron-right", kind="bare", name="Halaman berikutnya")
        self._back.clicked.connect(lambda: self.show_from(self._first - PAGE))
        self.on.clicked.connect(lambda: self.show_from(self._first + PAGE))
        self.export = Button(desk.look, "Ekspor Excel", "file-spreadsheet", small=True)
        self.export.clicked.connect(self.write)
        note = label("Setiap orang dihitung sekali menurut NIK. NIK disamarkan.", "hint")
        card.add_foot().addLayout(row(note, 1, self.export, self._where, self._back, self.on))
        column.addWidget(card)
        self.show_from(0)

    def write(self) -> None:
        """All of them into an Excel file of the workspace."""
        wanted = self.wanted
        self.export.setEnabled(False)
        self.export.setText("Menulis …")

        def write(workspace: Workspace, tick: Tick) -> Path:
            return export_people(
                workspace, wanted.region.code, wanted.period, tick=tick, sample=wanted.sample, only=wanted.only
            )

        job = self.desk.write(write, lambda path: tell_written(self.desk, path))
        job.finished.connect(self._written)

    def _written(self) -> None:
        self.export.setEnabled(True)
        self.export.setText("Ekspor Excel")

    def show_from(self, first: int) -> None:
        """Ask for the page that begins with person `first`."""
        self._first = first
        self._back.setEnabled(False)
        self.on.setEnabled(False)
        wanted = self.wanted

        def read(workspace: Workspace) -> list[ListedPerson]:
            return listed_rows(
                workspace, wanted.region.code, wanted.period, first, PAGE, sample=wanted.sample, only=wanted.only
            )

        self.desk.read(read, self._show)

    def _show(self, rows: list[ListedPerson]) -> None:
        self.table.set_rows(rows)
        last = self._first + len(rows)
        total = self.wanted.people
        self._where.set_text(
            f"{number(self._first + 1)}–{number(last)} dari {number(total)}" if rows else "tidak ada orang"
        )
        self._back.setEnabled(self._first > 0)
        self.on.setEnabled(last < total)
        self.page_shown.emit()
