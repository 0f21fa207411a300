"""What happens to letters with numbers: marked as signed, sent or answered; void with a reason; another date."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.letterbook import NumberBook, NumberEntry
from desktop_app.domain.letters import LetterState
from desktop_app.domain.number_series import holder
from desktop_app.domain.records import LetterRecord
from desktop_app.domain.sheets import Tick
from desktop_app.operations.letters.letter_steps import MARKS, mark, possible, redate, void, void_number
from desktop_app.operations.letters.numbering import Numbered, letter_words
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.number_told import tell_numbered
from desktop_app.ui.pages.form_fields import Field
from desktop_app.ui.pages.reference_form import Choice, DayField, titled
from desktop_app.ui.step_dialog import StepDialog
from desktop_app.ui.widgets import row

_DAYS = {
    LetterState.DITANDATANGANI: "Tanggal ditandatangani",
    LetterState.TERKIRIM: "Tanggal dikirim",
    LetterState.DIJAWAB: "Tanggal jawaban diterima",
}
_NOTES = {
    LetterState.DITANDATANGANI: "Misalnya ditandatangani secara elektronik",
    LetterState.TERKIRIM: "Misalnya diterima Perbekel Selat",
    LetterState.DIJAWAB: "Misalnya surat jawaban nomor 12/DS/2026",
}


class MarkDialog(StepDialog):
    """“Tandai”: what these letters came to, when, and a note. `state` is proposed; `stored` gives how many."""

    def __init__(
        self, desk: Desk, parent: QWidget, letters: Sequence[LetterRecord], state: LetterState | None = None
    ) -> None:
        what = letter_words(letters[0]) if len(letters) == 1 else f"{number(len(letters))} surat yang dipilih"
        super().__init__(desk, parent, "Tandai surat", what, "Tandai")
        self._ids = [letter.id for letter in letters]
        marks = [one for one in possible([letter.state for letter in letters]) if one in MARKS]
        self.state = Choice(*((one.value.capitalize(), one) for one in marks), chosen=state)
        self.day = DayField(self.look, "Tanggal", date.today())
        self.remark = Field(self.look, "Catatan (boleh kosong)")
        line = row(spacing=12)
        line.addWidget(titled("Keadaan", self.state), 1)
        line.addWidget(self.day, 1)
        self.body.addLayout(line)
        self.body.addWidget(self.remark)
        self.state.currentIndexChanged.connect(lambda _: self.check())
        self.day.input.dateChanged.connect(lambda _: self.check())

    def problem(self) -> str:
        if self.state.value is None:
            return "Surat yang dipilih tidak dapat ditandai bersama."
        day = self.day.value
        return "Tanggal itu belum tiba." if day and day > date.today() else ""

    def check(self) -> None:
        super().check()
        state = self.state.value
        if state is not None:
            self.remark.edit.setPlaceholderText(_NOTES[state])
            self.day.input.setAccessibleName(_DAYS[state])
            many = "" if len(self._ids) == 1 else f" {number(len(self._ids))} surat"
            self.set_act(f"Tandai{many} {state}")

    def prepare(self) -> None:
        self._wanted = (self.state.value, self.remark.text, self.day.input.value)

    def store(self, workspace: Workspace, tick: Tick) -> int:
        return mark(workspace, self._ids, *self._wanted)

    def told(self, result: object) -> tuple[str, str]:
        state, remark, day = self._wanted
        return f"{number(len(self._ids))} surat {state}", ", ".join(filter(None, (long_date(day), remark)))


class VoidDialog(StepDialog):
    """“Batalkan”: why. `name` says what, `act` does it with the reason."""

    def __init__(self, desk: Desk, parent: QWidget, name: str, act: Callable[[Workspace, str], object]) -> None:
        said = f"{name}. Nomornya tetap tercatat dengan alasannya dan tidak diberikan lagi kepada surat lain."
        super().__init__(desk, parent, "Batalkan surat", said, "Batalkan surat")
        self.save.set_kind("danger")
        self.cancel.setText("Tutup")
        self._do = act
        self.reason = Field(self.look, "Alasan", "Misalnya alamat keliru, diganti surat nomor 15")
        self.body.addWidget(self.reason)
        self.reason.changed.connect(self.check)

    def problem(self) -> str:
        return "" if self.reason.text else "Isi alasan pembatalan."

    def prepare(self) -> None:
        self._why = self.reason.text

    def store(self, workspace: Workspace, tick: Tick) -> object:
        return self._do(workspace, self._why)

    def told(self, result: object) -> tuple[str, str]:
        return "Surat dibatalkan", self._why


class RedateDialog(StepDialog):
    """“Ubah tanggal surat” of a letter with a number that is not signed yet. `stored` gives a `Numbered`."""

    def __init__(self, desk: Desk, parent: QWidget, letter: LetterRecord) -> None:
        said = f"{letter_words(letter)}. Nomor urutnya tetap; tanggal dan bulan pada nomor ditulis ulang."
        super().__init__(desk, parent, "Ubah tanggal surat", said, "Ubah tanggal")
        self._letter, self._host = letter, parent
        self.day = DayField(self.look, "Tanggal surat", letter.letter_date)
        self.body.addWidget(self.day)
        self.day.input.dateChanged.connect(lambda _: self.check())

    def problem(self) -> str:
        day, present = self.day.value, self._letter.letter_date
        if present is not None and day is not None and day.year != present.year:
            return f"Nomor surat ini berasal dari tahun {present.year}; tanggalnya harus pada tahun itu."
        return "Tanggalnya masih sama." if day == present else ""

    def prepare(self) -> None:
        self._day = self.day.input.value

    def store(self, workspace: Workspace, tick: Tick) -> Numbered:
        return redate(workspace, self._letter.id, self._day, tick)

    def told(self, result: object) -> tuple[str, str]:
        assert isinstance(result, Numbered)
        return f"Tanggal surat menjadi {long_date(self._day)}", result.entries[0].text

    def tell(self, result: object) -> None:
        assert isinstance(result, Numbered)
        tell_numbered(self.desk, self._host, *self.told(result), result.files)


def void_letter(desk: Desk, parent: QWidget, letter: LetterRecord) -> VoidDialog:
    """The dialog for a letter, open."""
    dialog = VoidDialog(desk, parent, f"Surat {letter_words(letter)}", lambda place, why: void(place, letter.id, why))
    dialog.begin()
    return dialog


def void_entry(desk: Desk, parent: QWidget, book: NumberBook, entry: NumberEntry) -> VoidDialog:
    """The dialog for a number of the agenda, open."""
    name = f"Nomor {number(entry.number)}: {holder(entry)}"
    dialog = VoidDialog(
        desk, parent, name, lambda place, why: void_number(place, book.key, entry.year, entry.number, why)
    )
    dialog.begin()
    return dialog
