"""The dialog that divides a target among the regions below its own: proposed, mended by hand, kept with its decree."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.analysis.apportion import Method
from desktop_app.domain.errors import AppError
from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import long_date, number, percent
from desktop_app.operations.apportion_target import Apportionment, ApportionRequest, propose, store_apportionment
from desktop_app.operations.import_sheet import undo_imports
from desktop_app.ui.apportion_choices import ApportionChoices
from desktop_app.ui.apportion_table import PART_COLUMNS, PartLine
from desktop_app.ui.closing import destroy_when_closed
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.form_fields import Field
from desktop_app.ui.pages.notes import Note
from desktop_app.ui.pages.reference_numbers import NotANumber, people_of
from desktop_app.ui.pages.reference_parts import ListCard, allow
from desktop_app.ui.table_editing import EditableTable
from desktop_app.ui.widgets import Button, ElidedLabel, Icon, frame, label, row
from desktop_app.ui.words import count

SIZE, LARGEST = (860, 452), (980, 640)
"""At 150 % on a small screen, and where there is room."""


class ApportionDialog(QDialog):
    """`target` is what is divided first; `targets` and `bases` can be chosen instead. `name_of` names a region's code.

    `page_base` as in `ApportionChoices`.
    """

    def __init__(
        self, desk: Desk, parent: QWidget, target: Target, targets: Sequence[Target], bases: Sequence[str],
        name_of: Callable[[str], str], page_base: str | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.desk, self.look = desk, desk.look
        self._asked = 0
        self.found: Apportionment | None = None
        self.people: dict[str, int | None] = {}
        self.setWindowTitle("Bagi target ke wilayah di bawahnya")
        self.setModal(True)
        self.resize(_size(parent.window()))
        destroy_when_closed(desk, self)
        self.choices = ApportionChoices(target, targets, bases, name_of, page_base)
        self.grid: EditableTable[PartLine] = EditableTable(self.look, PART_COLUMNS)
        self.list: ListCard[PartLine] = ListCard(self.look, "Bagian", PART_COLUMNS, "wilayah", table=self.grid)
        self.note, self.whole = Note(self.look), ElidedLabel(role="detail", mode=Qt.TextElideMode.ElideRight)
        self.decree = Field(self.look, "Nomor SK", "Misalnya 123/HK/2026")
        self._sign, self._sum = Icon(self.look, "circle-check", "ok", 13), label("", "detail")
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        self.open()
        self.ask()

    @property
    def by_hand(self) -> bool:
        return self.choices.method.value is Method.HAND

    def request(self) -> ApportionRequest | None:
        """What to divide and how; by hand with the parts as they are now."""
        filled = {code: people for code, people in self.people.items() if people is not None}
        return self.choices.request(filled if self.by_hand else {})

    def ask(self) -> None:
        """Divide anew, by hand from the parts that were proposed last; an answer to an older question is dropped."""
        request = self.request()
        self._asked += 1
        if request is not None:
            allow(self.save, "Pembagian sedang dihitung.")
            self.desk.read(
                partial(propose, request=request), partial(self._show, self._asked), partial(self._refuse, self._asked)
            )

    def problem(self) -> str:
        """Why the parts cannot be kept as they are; “” when they can."""
        found = self.found
        if found is None:
            return "Belum ada pembagian yang dapat disimpan."
        empty = sum(people is None for people in self.people.values())
        if empty:
            return f"{count(empty, 'wilayah')} belum diisi."
        if self.remaining:
            return self._difference()
        if self._over():
            return f"{count(self._over(), 'bagian')} melebihi jumlah pekerjanya."
        return "" if self.decree.text else "Isi nomor SK yang menetapkan pembagian ini."

    def _over(self) -> int:
        """Parts of more people than the region has workers."""
        parts = self.found.parts if self.found else ()
        return sum((self.people[part.region.code] or 0) > part.workers for part in parts if part.workers is not None)

    @property
    def remaining(self) -> int:
        """People of the whole that are in no part; below zero the parts are too large."""
        return (self.found.whole if self.found else 0) - sum(people or 0 for people in self.people.values())

    def keep(self) -> None:
        """Store the parts as targets of their regions."""
        request, decree = self.request(), self.decree.text
        if request is None or self.found is None or self.problem():
            return
        request = replace(request, base=self.found.base)
        allow(self.save, "Sedang disimpan.")
        self.desk.write(
            lambda workspace, tick: store_apportionment(workspace, request, decree), self._kept, self._refuse_keeping
        )

    def _kept(self, import_id: int) -> None:
        message = f"{count(len(self.people), 'target')} tersimpan"
        detail = f"Pembagian target {self.choices.words}"
        self.accept()
        self.desk.tell(message, detail, partial(_take_back, self.desk, import_id))

    def _refuse_keeping(self, error: AppError) -> None:
        self.note.say_error(error)
        self._say_state()

    def _show(self, question: int, found: Apportionment) -> None:
        if question != self._asked:
            return
        self.note.clear()
        self.found = found
        self.choices.show_base(found.base)
        self.whole.set_text(_whole_words(found))
        self.people = {part.region.code: part.people for part in found.parts}
        self.list.show_rows([PartLine(part, self.people, self) for part in found.parts])
        if found.warnings:
            self.note.say(" ".join(found.warnings), "", "warn")
        self._say_state()

    def _refuse(self, question: int, error: AppError) -> None:
        if question != self._asked:
            return
        self.found, self.people = None, {}
        self.whole.set_text("")
        self.list.show_rows([])
        self.note.say(str(error), error.hint, "warn")
        self._say_state()

    def _type(self, line: PartLine, place: int, text: str) -> None:
        """A part was typed by hand."""
        try:
            self.people[line.code] = people_of(text)
        except NotANumber:
            self.note.say(
                f"{line.name}: “{text}” bukan jumlah orang. Nilai lama tetap.", "Tulis bilangan bulat.", "warn"
            )
            return
        self.note.clear()
        self.grid.values.refresh()
        self._say_state()

    def _say_state(self) -> None:
        """The sum line, and whether the parts can be kept."""
        problem, found = self.problem(), self.found
        self.save.setText(f"Simpan {count(len(self.people), 'target')}" if self.people else "Simpan")
        allow(self.save, problem)
        self._why.setText("" if self.remaining else problem)
        self._sign.setVisible(found is not None)
        if found is None:
            self._sum.setText("")
            return
        given = sum(people or 0 for people in self.people.values())
        equal = not self.remaining
        fits = equal and not self._over()
        self._sign.set_icon(*("circle-check", "ok") if fits else ("triangle-alert", "warn"))
        end = "sama dengan target" if equal else self._difference()
        self._sum.setText(
            f"Jumlah {number(len(self.people))} bagian {number(given)} dari {number(found.whole)} orang, {end}"
        )

    def _difference(self) -> str:
        left = self.remaining
        return f"{number(abs(left))} orang {'belum dibagi' if left > 0 else 'terlalu banyak'}."

    def _connect(self) -> None:
        self.choices.changed.connect(self.ask)
        self.choices.target_changed.connect(lambda: self.people.clear())
        self.decree.changed.connect(self._say_state)
        self.grid.values.edited.connect(self._type)
        self.save.clicked.connect(self.keep)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(16, 12, 16, 12)
        body.setSpacing(8)
        body.addWidget(self.choices)
        body.addWidget(self.whole)
        body.addWidget(self.note)
        self.grid.stretch(0)
        self.grid.setAccessibleName("Bagian target per wilayah")
        self.list.show_in_foot(row(self._sign, self._sum, 1, spacing=6))
        body.addWidget(self.list, 1)
        outer.addLayout(body, 1)
        outer.addWidget(self._made_foot())

    def _made_foot(self) -> QWidget:
        foot = frame("card-foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(8)
        self.cancel = Button(self.look, "Batal")
        self.save = Button(self.look, "Simpan", kind="primary")
        self._why = label("", "hint", wrap=True)
        for button in (self.cancel, self.save):
            button.setAutoDefault(False)
        self.decree.setFixedWidth(240)
        line.addWidget(self.decree)
        line.addWidget(self._why, 1)
        line.addWidget(self.cancel)
        line.addWidget(self.save)
        return foot


def _whole_words(found: Apportionment) -> str:
    """“73,86 % = 1.236.539 dari 1.837.899 pekerja · Penyebut UCJ 2025 per 31 Desember 2025 · aktif 31 Maret 2026”."""
    workers = f" dari {number(found.workers)} pekerja" if found.workers else ""
    words = f"{percent(found.target.share)} = {number(found.whole)}{workers}"
    base = f"Penyebut {found.base} per {long_date(found.as_of)}"
    counted = any(part.active is not None for part in found.parts)
    return f"{words} · {base}" + (f" · aktif {long_date(found.period)}" if counted else "")


def _take_back(desk: Desk, import_id: int) -> None:
    desk.write(
        lambda workspace, tick: undo_imports(workspace, [import_id]),
        lambda _: desk.tell("Pembagian diurungkan", "Target kembali seperti sebelumnya."),
    )


def _size(window: QWidget) -> QSize:
    """As much of the window as is of use."""
    room = window.size() - QSize(40, 40)
    return room.boundedTo(QSize(*LARGEST)).expandedTo(QSize(*SIZE))
