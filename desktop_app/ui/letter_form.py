"""The left half of a new letter: kind, subject, legal bases, recipients, figures, number and points, in one column."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.domain.letters import LetterKind, LetterStyle, PointText
from desktop_app.operations.letters.request import LetterPlan, LetterRequest, SubjectChoice
from desktop_app.ui.day_input import DayInput
from desktop_app.ui.letter_bases import LetterBases
from desktop_app.ui.letter_details import LetterDetails
from desktop_app.ui.letter_figures import LetterFigures
from desktop_app.ui.letter_inputs import Choice
from desktop_app.ui.letter_points import LetterPoints
from desktop_app.ui.letter_recipients import LetterRecipients
from desktop_app.ui.look import Look
from desktop_app.ui.point_editor import PointEditor
from desktop_app.ui.widgets import Button, field, frame, label, row

_DAYS_TO_ANSWER = 30
"""Proposed time for the answer, when a deadline is set."""
_COPIES_HEIGHT = 96


class LetterForm(QWidget):
    """`changed`: `request` is another one. `origin_wanted`: where a region's figure comes from. `book_wanted`: edit the

    number book with that key.
    """

    changed = Signal()
    origin_wanted = Signal(str)
    book_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._asked = LetterRequest()
        self._plan: LetterPlan | None = None
        self.kind, self.style_choice, self.subject = Choice(), Choice(), Choice()
        self.details, self.bases = LetterDetails(), LetterBases(look)
        self.recipients, self.figures, self.points = LetterRecipients(look), LetterFigures(look), LetterPoints(look)
        self.has_deadline, self.deadline = _dated(look, "Batas waktu jawaban", _DAYS_TO_ANSWER)
        self.has_date, self.letter_date = _dated(look, "Tanggal surat", 0)
        self.pattern, self.example = label("", "strong"), label("", "hint", wrap=True)
        self.change_pattern = Button(look, "Ubah", kind="link", name="Ubah pola nomor")
        self.copies = QPlainTextEdit()
        self._copies_shown: tuple[str, ...] = ()
        self._place()
        self._connect()

    @property
    def request(self) -> LetterRequest:
        figures, asked = self.figures, self._asked
        return replace(
            asked, region=figures.chosen_region, period=figures.chosen_period, base=figures.chosen_base,
            year=figures.year.value(), quota=figures.quota.value(), monthly=figures.chosen_monthly,
            months=figures.months.value(), details=self.details.values,
            deadline=self.deadline.value if self.has_deadline.isChecked() else None,
            letter_date=self.letter_date.value if self.has_date.isChecked() else None,
            split=self.recipients.split, addressees=self.recipients.addressees,
        )  # fmt: skip

    def begin(self, request: LetterRequest | None = None) -> None:
        """A new letter, or one that was put aside."""
        self._asked = request or LetterRequest()
        self._plan = None
        asked = self._asked
        self.figures.begin(asked)
        self.recipients.begin(asked)
        self.details.begin(asked.details)
        for box, day, value in (
            (self.has_deadline, self.deadline, asked.deadline), (self.has_date, self.letter_date, asked.letter_date),
        ):  # fmt: skip
            was = box.blockSignals(True)
            box.setChecked(value is not None)
            day.setEnabled(value is not None)
            box.blockSignals(was)
            if value is not None:
                day.show_day(value)

    def show_plan(self, plan: LetterPlan) -> None:
        self._plan = plan
        subject = subject_of(plan)
        self.kind.offer([(words, kind) for kind, words in plan.kinds], plan.kind)
        self.style_choice.offer([(style.value.capitalize(), style) for style in LetterStyle], plan.request.style)
        self.subject.offer([(one.title, one.key) for one in plan.subjects], plan.request.subject)
        self.details.show_fields(subject.details if subject else ())
        self.bases.show_choices(plan.bases)
        self.bases.setVisible(bool(plan.bases))
        self.recipients.show_plan(plan, subject.splits if subject else ())
        self.figures.show_plan(plan)
        self.points.show_points(plan.points)
        self.points.usual.setVisible(self._asked.points is not None)
        self._show_number(plan)
        self._show_copies(plan.copies)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(12)
        kinds = row(spacing=12)
        kinds.addLayout(field("Jenis surat", self.kind), 1)
        kinds.addLayout(field("Gaya", self.style_choice), 1)
        column.addLayout(kinds)
        column.addLayout(field("Perihal", self.subject))
        for part in (self.details, self.bases, self.recipients, self.figures):
            column.addWidget(part)
        for box, day in ((self.has_deadline, self.deadline), (self.has_date, self.letter_date)):
            column.addLayout(row(box, 1, day, spacing=12))
        column.addLayout(self._number_field())
        column.addWidget(self.points)
        self.copies.setFixedHeight(_COPIES_HEIGHT)
        column.addLayout(field("Tembusan", self.copies, "Satu penerima per baris."))
        column.addStretch(1)

    def _number_field(self) -> QVBoxLayout:
        box = frame("choice")
        line = row(self.pattern, 1, self.change_pattern)
        line.setContentsMargins(12, 5, 12, 5)
        box.setLayout(line)
        column = field("Pola nomor", box)
        column.addWidget(self.example)
        return column

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _: self._ask(kind=LetterKind(self.kind.currentData()), bases=None))
        self.style_choice.activated.connect(lambda _: self._ask(style=LetterStyle(self.style_choice.currentData())))
        self.subject.activated.connect(lambda _: self._pick_subject(self.subject.currentData()))
        self.bases.changed.connect(lambda: self._ask(bases=self.bases.taken))
        self.points.changed.connect(lambda: self._ask(points=self.points.points))
        self.points.usual.clicked.connect(lambda: self._ask(points=None))
        self.points.edit_wanted.connect(self.edit_point)
        for part in (self.details, self.recipients, self.figures):
            part.changed.connect(self.changed)
        self.figures.origin_wanted.connect(self.origin_wanted)
        self.copies.textChanged.connect(self._type_copies)
        self.change_pattern.clicked.connect(lambda: self.book_wanted.emit(self._plan.book if self._plan else ""))
        for box, day in ((self.has_deadline, self.deadline), (self.has_date, self.letter_date)):
            box.toggled.connect(day.setEnabled)
            box.toggled.connect(lambda _: self.changed.emit())
            day.dateChanged.connect(lambda _: self.changed.emit())

    def edit_point(self, point: PointText) -> None:
        words = self._plan.words if self._plan else ()
        editor = PointEditor(self._look, self, point, words)
        if editor.exec():
            self.points.put(editor.point)

    def _ask(self, **changes: object) -> None:
        self._asked = replace(self._asked, **changes)  # type: ignore[arg-type]
        self.changed.emit()

    def _pick_subject(self, subject: str) -> None:
        """Another subject has its own kinds, points, bases and recipients."""
        self.recipients.begin()
        self._ask(subject=subject, kind=None, points=None, bases=None, copies=None)

    def _show_number(self, plan: LetterPlan) -> None:
        self.pattern.setText(plan.number_pattern)
        self.example.setText(f"Contoh: {plan.number_example}. Nomor dikosongkan pada draf.")

    def _show_copies(self, copies: Sequence[str]) -> None:
        if tuple(copies) != self._copies_now():
            was = self.copies.blockSignals(True)
            self.copies.setPlainText("\n".join(copies))
            self.copies.blockSignals(was)

    def _copies_now(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.copies.toPlainText().splitlines() if line.strip())

    def _type_copies(self) -> None:
        self._ask(copies=self._copies_now())


def subject_of(plan: LetterPlan) -> SubjectChoice | None:
    return next((one for one in plan.subjects if one.key == plan.request.subject), None)


def kind_words(plan: LetterPlan) -> str:
    """“Surat Edaran Bupati”."""
    return next((words for kind, words in plan.kinds if kind is plan.kind), "Surat")


def _dated(look: Look, words: str, ahead: int) -> tuple[QCheckBox, DayInput]:
    box, day = QCheckBox(words), DayInput(look, date.today() + timedelta(days=ahead))
    day.setMinimumWidth(150)
    day.setEnabled(False)
    day.setAccessibleName(words)
    day.setToolTip("Tanpa tanggal, tempatnya dikosongkan untuk diisi tangan.")
    return box, day
