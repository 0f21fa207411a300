"""The step “Tempat dan nilai”: every distinct value that needs a word, asked once for all of its rows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.domain.questions import Candidate, Question
from desktop_app.domain.regions import Region
from desktop_app.operations.reference_data import region_path, search_regions
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.import_flow import Work
from desktop_app.ui.pages.import_question import QuestionCard
from desktop_app.ui.widgets import Button, clear, label, row

AT_ONCE = 40
"""Cards that are made at once; a button brings the next ones."""
_FOUND = 8


class QuestionsStep(QWidget):
    """`changed`: an answer is another. `finished`: no question is open any more."""

    changed = Signal()
    finished = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.cards: list[QuestionCard] = []
        self._work: Work | None = None
        self._shown = AT_ONCE
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        self._title, self._words = label("", "card-title"), label("", "hint", wrap=True)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(4)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column.addLayout(self._list)
        self._more = Button(desk.look, "", "chevron-down", kind="light")
        self._more.clicked.connect(self._show_more)
        column.addLayout(row(self._more, 1))
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def show_work(self, work: Work) -> None:
        self._work, self._shown = work, AT_ONCE
        self._fill()
        self._open_next()

    def focus_first(self) -> None:
        card = next((card for card in self.cards if card.is_open), None)
        if card is not None:
            card.focus_first()

    def _fill(self) -> None:
        work = self._work
        assert work is not None
        clear(self._list)
        questions = sorted(work.asked.values(), key=lambda question: -question.rows)
        self.cards = [self._made(question) for question in questions[: self._shown]]
        for card in self.cards:
            self._list.addWidget(card)
        later = len(questions) - len(self.cards)
        self._more.setVisible(later > 0)
        self._more.setText(f"Tampilkan {number(min(later, AT_ONCE))} pertanyaan lagi")
        self._say()

    def _made(self, question: Question) -> QuestionCard:
        card = QuestionCard(self.desk.look, question)
        card.answered.connect(self._answer)
        card.left.connect(self._leave)
        card.opened.connect(self._open)
        card.searched.connect(self._search)
        self._say_answer(card)
        return card

    def _say(self) -> None:
        work = self._work
        assert work is not None
        still = work.open_questions()
        rows = sum(question.rows for question in still)
        words = f"{number(len(still))} pertanyaan untuk {number(rows)} baris" if still else "Semua sudah dijawab"
        self._title.setText(words)
        self._words.setText(
            "Setiap jawaban berlaku untuk semua baris dengan isi yang sama, dan diingat untuk pengirim ini. "
            "Baris tanpa jawaban tidak hilang; tempat atau nilainya menunggu."
        )

    def _say_answer(self, card: QuestionCard) -> None:
        work = self._work
        assert work is not None
        card.say_answer(work.answer_to(card.question), left=card.question.key in work.left)

    def _answer(self, card: QuestionCard, value: str) -> None:
        assert self._work is not None
        self._work.answer_question(card.question, value)
        self._go_on(card)

    def _leave(self, card: QuestionCard) -> None:
        assert self._work is not None
        self._work.answer_question(card.question, None)
        self._work.left.add(card.question.key)
        self._go_on(card)

    def _go_on(self, card: QuestionCard) -> None:
        card.fold()
        self._say_answer(card)
        self._say()
        self.changed.emit()
        self._open_next()

    def _open_next(self) -> None:
        """The first question that is still open; without one this step is done."""
        work = self._work
        assert work is not None
        waiting = {question.key for question in work.open_questions()}
        card = next((card for card in self.cards if card.question.key in waiting), None)
        if card is not None:
            self._open(card)
            card.focus_first()
        elif not waiting:
            self.finished.emit()

    def _open(self, card: QuestionCard) -> None:
        for other in self.cards:
            if other is not card:
                other.fold()
        card.open()
        if self._work is not None and (value := self._work.answer_to(card.question)) is not None:
            card.choose(value)
        self._area.ensureWidgetVisible(card)

    def _show_more(self) -> None:
        self._shown += AT_ONCE
        self._fill()

    def _search(self, card: QuestionCard, text: str) -> None:
        if not text:
            card.show_found(card.question.candidates)
            return
        self.desk.read(lambda workspace: found_regions(workspace, text), card.show_found)


def found_regions(workspace: Workspace, text: str) -> Sequence[Candidate]:
    """Regions of this name as candidates, each with those above it."""
    return [_candidate(workspace, region) for region in search_regions(workspace, text, _FOUND)]


def _candidate(workspace: Workspace, region: Region) -> Candidate:
    above = [step.short_name for step in reversed(region_path(workspace, region.code)[:-1])]
    return Candidate(region.code, ", ".join([region.full_name, *above]), region.code)
