"""Numbers of letters: given to drafts, written down for letters on paper, kept for later."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.domain.indonesian import number
from desktop_app.domain.letterbook import NumberBook, NumberEntry
from desktop_app.domain.number_remarks import range_words
from desktop_app.domain.number_series import Series
from desktop_app.domain.records import LetterRecord
from desktop_app.domain.sheets import Tick
from desktop_app.operations.letters.books import series_of
from desktop_app.operations.letters.numbering import Numbered, give_number, letter_words, on_paper, reserve
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.number_choice import NumberChoice
from desktop_app.ui.number_told import tell_numbered
from desktop_app.ui.pages.form_fields import Field
from desktop_app.ui.pages.reference_form import Choice, beside, titled
from desktop_app.ui.step_dialog import StepDialog
from desktop_app.ui.widgets import label, row


class NumberDialog(StepDialog):
    """“Beri nomor” to one draft or many, in the order in which they were made. `stored` gives a `Numbered`."""

    def __init__(self, desk: Desk, parent: QWidget, letters: Sequence[LetterRecord]) -> None:
        letters = sorted(letters, key=lambda letter: letter.id)
        title = "Beri nomor" if len(letters) == 1 else f"Beri nomor untuk {number(len(letters))} surat"
        super().__init__(desk, parent, title, _letters_words(letters), title)
        self._ids, self._host = [letter.id for letter in letters], parent
        day = next((letter.letter_date for letter in letters if letter.letter_date), None) or date.today()
        self.choice = NumberChoice(desk, [letter.kind for letter in letters], len(letters), day)
        self.choice.changed.connect(self.check)
        self.body.addWidget(self.choice)

    def begin(self) -> None:
        super().begin()
        self.choice.ask()

    def problem(self) -> str:
        return self.choice.problem()

    def check(self) -> None:
        super().check()
        chosen, many = self.choice.number, len(self._ids)
        one = f"Beri nomor {number(chosen)}" if chosen and not self.problem() else "Beri nomor"
        self.set_act(one if many == 1 else f"Beri {number(many)} nomor")

    def prepare(self) -> None:
        chosen = self.choice
        self._wanted = (chosen.day, chosen.number if chosen.series else None, chosen.book)

    def store(self, workspace: Workspace, tick: Tick) -> Numbered:
        day, first, book = self._wanted
        return give_number(workspace, self._ids, day, first, book, tick)

    def told(self, result: object) -> tuple[str, str]:
        assert isinstance(result, Numbered)
        first, last = result.entries[0], result.entries[-1]
        many = len(result.entries)
        if many == 1:
            return f"Surat bernomor {first.text}", first.subject
        return f"{number(many)} surat bernomor", f"{first.text} sampai {last.text}"

    def tell(self, result: object) -> None:
        assert isinstance(result, Numbered)
        tell_numbered(self.desk, self._host, *self.told(result), result.files)


class PaperDialog(StepDialog):
    """“Catat nomor di luar Cakupan”: a letter that was written elsewhere. `stored` gives its `NumberEntry`."""

    def __init__(self, desk: Desk, parent: QWidget, book: str = "", first: int | None = None) -> None:
        said = "Untuk surat yang dibuat di luar Cakupan, supaya nomornya tidak diberikan lagi."
        super().__init__(desk, parent, "Catat nomor di luar Cakupan", said, "Catat nomor")
        self.choice = NumberChoice(desk, (), 1, date.today(), book)
        self._first = first
        self.subject = Field(self.look, "Hal", "Misalnya Surat tugas monitoring")
        self.addressee = Field(self.look, "Penerima", "Misalnya Camat Susut")
        self.body.addLayout(beside(self.subject, self.addressee))
        self.body.addWidget(self.choice)
        self.subject.changed.connect(self.check)
        self.choice.changed.connect(self.check)

    def begin(self) -> None:
        super().begin()
        self.choice.ask()

    def problem(self) -> str:
        return self.choice.problem() or ("" if self.subject.text else "Isi hal surat itu.")

    def check(self) -> None:
        super().check()
        if self._first is not None and self.choice.ready:
            first, self._first = self._first, None
            self.choice.number_edit.setText(str(first))

    def prepare(self) -> None:
        chosen = self.choice
        self._wanted = (chosen.book, chosen.day, chosen.number, self.subject.text, self.addressee.text)

    def store(self, workspace: Workspace, tick: Tick) -> NumberEntry:
        return on_paper(workspace, *self._wanted)

    def told(self, result: object) -> tuple[str, str]:
        assert isinstance(result, NumberEntry)
        return f"Nomor {number(result.number)} tercatat", f"{result.subject}, {result.text}"


class ReserveDialog(StepDialog):
    """“Cadangkan rentang”: numbers for letters to come. `stored` gives their entries."""

    def __init__(self, desk: Desk, parent: QWidget, books: Sequence[NumberBook], book: str, year: int) -> None:
        said = "Nomor cadangan dilewati ketika surat lain diberi nomor, dan dapat diambil kapan saja pada tahunnya."
        super().__init__(desk, parent, "Cadangkan rentang nomor", said, "Cadangkan")
        self._series: Series | None = None
        self._asked = 0
        self.book = Choice(*((one.name, one.key) for one in books), chosen=book)
        this_year = date.today().year
        years = sorted({year, this_year, this_year + 1})
        self.year = Choice(*((str(one), one) for one in years), chosen=year)
        self.first, self.last = Field(self.look, "Nomor pertama"), Field(self.look, "Nomor terakhir")
        self.reason = Field(self.look, "Keperluan", "Misalnya SE 100 pekerja rentan, 62 desa")
        self.state = label("", "detail", wrap=True)
        self._lay_out()
        for choice in (self.book, self.year):
            choice.currentIndexChanged.connect(lambda _: self.ask())
        for part in (self.first, self.last, self.reason):
            part.changed.connect(self.check)

    def begin(self) -> None:
        super().begin()
        self.ask()

    def ask(self) -> None:
        """Read the numbers of the book and year, and propose to begin behind them."""
        self._series, self._asked = None, self._asked + 1
        asked, book, year = self._asked, self.book.value, self.year.value
        self.desk.read(lambda workspace: series_of(workspace, book, year), lambda series: self._show(asked, series))
        self.check()

    def problem(self) -> str:
        if self._series is None:
            return "Nomor sedang dibaca."
        first, last = _whole(self.first.text), _whole(self.last.text)
        if first is None or last is None:
            return "Isi nomor pertama dan terakhir dengan angka."
        if last < first:
            return "Nomor terakhir lebih kecil daripada nomor pertama."
        used = sorted(one for one in self._series.entries if first <= one <= last)
        if used:
            return f"Nomor {number(used[0])} sudah terpakai atau dicadangkan."
        return "" if self.reason.text else "Isi keperluannya."

    def check(self) -> None:
        super().check()
        problem, first, last = self.problem(), _whole(self.first.text), _whole(self.last.text)
        many = last - first + 1 if first is not None and last is not None else 0
        self.state.setText(problem or f"{number(many)} nomor: {range_words(first or 0, last or 0)}.")
        self.set_act("Cadangkan" if problem else f"Cadangkan {number(many)} nomor")

    def prepare(self) -> None:
        first, last = _whole(self.first.text), _whole(self.last.text)
        self._wanted = (self.book.value, self.year.value, first or 0, last or 0, self.reason.text)

    def store(self, workspace: Workspace, tick: Tick) -> list[NumberEntry]:
        return reserve(workspace, *self._wanted)

    def told(self, result: object) -> tuple[str, str]:
        assert isinstance(result, list)
        return (
            f"{number(len(result))} nomor dicadangkan",
            f"{range_words(result[0].number, result[-1].number)}: {result[0].subject}",
        )

    def _show(self, asked: int, series: Series) -> None:
        if asked == self._asked:
            self._series = series
            if not self.last.text:
                self.first.set_text(str(series.next))
            self.check()

    def _lay_out(self) -> None:
        line = row(spacing=12)
        line.addWidget(titled("Buku nomor", self.book), 3)
        line.addWidget(titled("Tahun", self.year), 1)
        self.body.addLayout(line)
        self.body.addLayout(row(self.first, self.last, spacing=12))
        self.body.addWidget(self.reason)
        self.body.addWidget(self.state)


def _whole(text: str) -> int | None:
    plain = text.replace(".", "")
    return int(plain) if plain.isdecimal() else None


def _letters_words(letters: Sequence[LetterRecord]) -> str:
    if len(letters) == 1:
        return letter_words(letters[0])
    first, last = (one.addressee or letter_words(one) for one in (letters[0], letters[-1]))
    return f"Nomor berurutan menurut urutan surat dibuat, dari {first} sampai {last}."
