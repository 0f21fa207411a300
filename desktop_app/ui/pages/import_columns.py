"""The step “Kolom”: what every column is read as, how sure that is, and the drop-down that changes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.domain.nik import shown_value
from desktop_app.domain.sheets import Column as SheetColumn
from desktop_app.domain.sheets import SheetKind
from desktop_app.operations.import_sheet import field_choices
from desktop_app.operations.sender_memory import KnownLayout
from desktop_app.ui.filters import FilterButton
from desktop_app.ui.look import Look
from desktop_app.ui.pages.import_flow import Work
from desktop_app.ui.pages.import_sheet_view import SheetView
from desktop_app.ui.pages.notes import Note
from desktop_app.ui.pages.sheet_words import DOUBTFUL_BELOW, KINDS, confidence_words, field_words, header_words
from desktop_app.ui.table import Column
from desktop_app.ui.table_editing import EditableTable
from desktop_app.ui.widgets import Card, State, Tag, clear, label

SIDE = 292
UNUSED = "Tidak dipakai"
_NARROW, _WIDE, _LOW = 960, 1100, 520
_READ_AS, _NOTE = 2, 5


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """One column as it is to be read. `chosen`: the clerk said so; `twin`: letter of a chosen column with the same field."""

    column: SheetColumn
    field: str
    kind: SheetKind
    chosen: bool = False
    new: bool = False
    twin: str = ""

    @property
    def doubtful(self) -> bool:
        return bool(self.twin) or (bool(self.field) and not self.chosen and self.column.confidence < DOUBTFUL_BELOW)

    @property
    def note(self) -> str:
        if self.twin:
            return f"Kolom {self.twin} yang dipakai untuk isian ini"
        if self.chosen:
            return "Pilihan Anda"
        return self.column.decision or ("Judul baru di lembar ini" if self.new else "")


def column_lines(work: Work, key: str) -> list[ColumnLine]:
    """The columns of a table with what was chosen for them."""
    chosen, layout, kind = work.answer(key).columns, work.layouts.get(key), work.kind(key)
    new = set(layout.new) if layout else set()
    taken = {field: letter for letter, field in chosen.items() if field}
    lines = []
    for column in work.tables[key].columns:
        field = chosen.get(column.letter, column.field)
        twin = taken.get(field, column.letter)
        lines.append(
            ColumnLine(
                column, field, kind, column.letter in chosen, column.header in new,
                twin if twin != column.letter else "",
            )
        )  # fmt: skip
    return lines


def choices_for(line: ColumnLine) -> list[tuple[str, str]]:
    """What the drop-down of a column offers: nothing, then the fields of its kind by their names."""
    fields = {*field_choices(line.kind), *([line.field] if line.field else [])}
    return [("", UNUSED), *sorted(((each, field_words(each)) for each in fields), key=lambda pair: pair[1])]


def _examples(line: ColumnLine) -> str:
    return ", ".join(map(shown_value, line.column.examples))


def _sureness(line: ColumnLine) -> tuple[str, State] | None:
    if line.twin:
        return "Ragu", State.CHECK
    if line.chosen:
        return "Dipilih", State.SAFE
    return confidence_words(line.column.confidence) if line.field else None


_COLUMNS: tuple[Column[ColumnLine], ...] = (
    Column("Kol.", lambda r: r.column.letter, width=46, quiet=lambda _: True),
    Column("Judul di lembar", lambda r: r.column.header or "–", width=140, tip=lambda r: r.column.header),
    Column(
        "Dibaca sebagai",
        lambda r: field_words(r.field) if r.field else UNUSED,
        width=190,
        quiet=lambda r: r.doubtful,
        choices=choices_for,
    ),
    Column(
        "Keyakinan",
        lambda r: (_sureness(r) or ("–",))[0],
        width=128,
        state=lambda r: found[1] if (found := _sureness(r)) else None,
        meter=lambda r: 1.0 if r.chosen else r.column.confidence,
        quiet=lambda _: True,
    ),
    Column("Contoh isi", _examples, width=136, tip=_examples, quiet=lambda _: True),
    Column("Catatan", lambda r: r.note, tip=lambda r: r.note, quiet=lambda _: True),
)


class ColumnsStep(QWidget):
    """`changed`: something else is wanted now."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._work: Work | None = None
        self._key = self._from = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(12)
        self.note = Note(look)
        column.addWidget(self.note)
        column.addWidget(self._made_sheet())
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._made_list(), 1)
        line.addWidget(self._made_side())
        column.addLayout(line, 1)

    def show_work(self, work: Work, remembered_from: str = "") -> None:
        """`remembered_from`: the month of this sender's last sheet, where there is one."""
        self._work, self._from = work, remembered_from
        keys = [key for key in work.tables if work.answer(key).use]
        lead = next(
            (key for key in keys if any(line.doubtful for line in column_lines(work, key))), keys[0] if keys else ""
        )
        self.show_table(self._key if self._key in keys else lead)

    def show_table(self, key: object) -> None:
        work = self._work
        if work is None or not isinstance(key, str) or key not in work.tables:
            return
        self._key = key
        table = work.tables[key]
        self.sheet.show_table(table)
        self._head_tag.set_state(State.NOTE, header_words(table))
        self._sheet_card.aside.setText(f"Data di baris {number(table.first_row)}–{number(table.last_row)}")
        names = [(each.sheet or "Tabel", each.key) for each in work.tables.values() if work.answer(each.key).use]
        self._tables.set_choices(names, key)
        self._tables.setVisible(len(names) > 1)
        self._kinds.set_choices([(words, kind) for kind, words in KINDS.items()], work.kind(key))
        self._say_memory(work.layouts.get(key))
        self._show_lines()

    def choose_column(self, letter: str) -> None:
        self.table.choose(lambda line: line.column.letter == letter)
        line = next((line for line in self.table.values.rows if line.column.letter == letter), None)
        if line is not None:
            self._show_side(line)

    def focus_first(self) -> None:
        self.table.setFocus()

    def _made_sheet(self) -> Card:
        self._sheet_card = Card("Lembar asal", " ")
        self._sheet_card.fill()
        self._head_tag = Tag(self.look, State.NOTE)
        assert self._sheet_card.head is not None
        self._sheet_card.head.insertWidget(1, self._head_tag)
        self.sheet = SheetView(self.look)
        self.sheet.pressed.connect(self.choose_column)
        self._sheet_card.body.addWidget(self.sheet)
        return self._sheet_card

    def _made_list(self) -> Card:
        self._card = Card("Isi setiap kolom", " ")
        self._card.fill()
        self._tables, self._kinds = FilterButton(self.look, "Tabel"), FilterButton(self.look, "Jenis")
        self._tables.picked.connect(self.show_table)
        self._kinds.picked.connect(self._choose_kind)
        self._card.add_action(self._tables)
        self._card.add_action(self._kinds)
        self.table: EditableTable[ColumnLine] = EditableTable(self.look, _COLUMNS, sortable=False)
        self.table.setAccessibleName("Isi setiap kolom")
        self.table.chosen.connect(self._show_side)
        self.table.values.edited.connect(self._choose_field)
        self._card.body.addWidget(self.table)
        return self._card

    def _made_side(self) -> Card:
        self._side = Card("Kolom", " ")
        self._side.setFixedWidth(SIDE)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._side.body.addLayout(self._lines)
        self._side.body.addStretch(1)
        return self._side

    def _show_lines(self) -> None:
        assert self._work is not None
        lines = column_lines(self._work, self._key)
        self.table.set_rows(lines)
        known, doubtful = sum(bool(line.field) for line in lines), sum(line.doubtful for line in lines)
        more = f", {number(doubtful)} perlu dilihat" if doubtful else ""
        self._card.aside.setText(f"{number(known)} dari {number(len(lines))} dikenali{more}")
        first = next((line for line in lines if line.doubtful), None) or next(
            (line for line in lines if line.note), None
        )
        first = first or (lines[0] if lines else None)
        if first is not None:
            self.choose_column(first.column.letter)

    def _say_memory(self, layout: KnownLayout | None) -> None:
        """That this form is known from before, or how it differs from what is known."""
        since = f"berkas {self._from} pengirim ini" if self._from else "berkas pengirim ini yang lalu"
        if layout is None:
            self.note.clear()
        elif layout.exact:
            self.note.say(f"Kolom diingat dari {since}.")
        else:
            new = f"Baru: {_quoted(layout.new)}." if layout.new else ""
            gone = f"Tidak ada lagi: {_quoted(layout.missing)}." if layout.missing else ""
            self.note.say(f"Judul kolom berbeda dari {since}.", f"{new} {gone}".strip(), "warn")

    def _choose_field(self, line: ColumnLine, place: int, field: str) -> None:
        if self._work is None or place != _READ_AS:
            return
        columns = dict(self._work.answer(self._key).columns)
        columns.pop(line.column.letter, None)
        if field != line.column.field:
            columns[line.column.letter] = field
        self._work.answer_table(self._key, columns=columns)
        self._show_lines()
        self.choose_column(line.column.letter)
        self.changed.emit()

    def _choose_kind(self, kind: object) -> None:
        if self._work is not None and isinstance(kind, SheetKind):
            same = kind is self._work.tables[self._key].kind
            self._work.answer_table(self._key, kind=None if same else kind.value)
            self.show_table(self._key)
            self.changed.emit()

    def _show_side(self, line: ColumnLine) -> None:
        """One column in words: what stands in it, and what was decided for all of its cells."""
        self.sheet.choose(line.column.letter)
        self._side.title.setText(f"Kolom {line.column.letter}")
        self._side.aside.setText(
            self._side.fontMetrics().elidedText(line.column.header, Qt.TextElideMode.ElideRight, 170)
        )
        clear(self._lines)
        parts = [("Dibaca sebagai", field_words(line.field) if line.field else UNUSED)]
        parts += [("Keputusan", line.note)] if line.note else []
        parts += [("Contoh isi", "\n".join(map(shown_value, line.column.examples)) or "kosong")]
        for title, text in parts:
            self._lines.addWidget(label(title, "label"))
            self._lines.addWidget(label(text, "", wrap=True))
        if line.doubtful:
            self._lines.addWidget(
                label("Cakupan ragu. Pilih isinya di daftar, atau “Tidak dipakai”.", "hint", wrap=True)
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= _NARROW
        self._side.setVisible(roomy)
        # What it says of a column stands in the side card too.
        self.table.setColumnHidden(_NOTE, roomy and self.width() < _WIDE)
        self._sheet_card.setVisible(self.height() >= _LOW)


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
