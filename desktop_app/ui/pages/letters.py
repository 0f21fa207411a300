"""The page Surat: the letters written so far, and a new one made with its preview beside the choices."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError, FileInUse, NoOffice
from desktop_app.domain.office import Office
from desktop_app.operations.letter_preview import LetterPlan, plan_letter
from desktop_app.operations.offices import office_of
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.write_letter import LetterRequest, WrittenLetter, file_name, make_letter
from desktop_app.ui.desk import Desk
from desktop_app.ui.files import ask_again, tell_written
from desktop_app.ui.letter_choices import LetterChoices
from desktop_app.ui.letter_list import LetterList, Written, written_letters
from desktop_app.ui.letter_pages import LetterPages
from desktop_app.ui.page import Page
from desktop_app.ui.paper import PaperView
from desktop_app.ui.widgets import Button, EmptyState, State, Tag, frame, row

CHOICES_WIDTH, NARROW_CHOICES, NARROW_BELOW = 498, 412, 1000
PAUSE_MILLISECONDS = 150
"""Time without another change after which the preview is made anew."""
CAPTION = "Pratinjau; berkas Word menentukan. Lampiran II, formulir daftar calon peserta, hanya ada di berkas Word."
LIST, NEW, NONE_YET, NO_OFFICE = range(4)


class LettersPage(Page):
    name = "Surat"
    icon = "mail"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asked = 0
        self.plan: LetterPlan | None = None
        self._wanted: Path | None = None
        self._state = Tag(self.look, State.DRAFT, "Draf, belum bernomor")
        self.header.insertWidget(1, self._state)
        self.new_button = Button(self.look, "Buat surat", "plus", kind="primary")
        self.new_button.clicked.connect(self.begin)
        self.close_button = Button(self.look, "Tutup", "x")
        self.close_button.clicked.connect(self.leave)
        self.add_action(self.new_button, self.close_button)
        self.list = LetterList(self.look)
        self.stack = QStackedWidget()
        for part in (self.list, self._made_form(), self._made_none_yet(), self._made_no_office()):
            self.stack.addWidget(part)
        self.add_content(self.stack)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._ask)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape), self, self.leave, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self._show(NONE_YET)

    def refresh(self) -> None:
        self.desk.read(_overview, self._show_overview)
        if self.stack.currentIndex() == NEW:
            self._ask()

    def begin(self) -> None:
        """Open the form for a new letter."""
        self.plan = None
        self.write_button.setEnabled(False)
        self.choices.begin()
        self._show(NEW)
        self.choices.region.setFocus()
        self._ask()

    def leave(self) -> None:
        """Back to the list; nothing was written."""
        if self.stack.currentIndex() == NEW:
            self._pause.stop()
            self._show(LIST if self.list.table.values.rows else NONE_YET)

    def write(self, target: Path | None = None) -> None:
        """Write the letter as chosen now."""
        request = replace(self.choices.request, target=target)
        self.write_button.setEnabled(False)
        self.write_button.setText("Menulis …")
        self.desk.write(
            lambda workspace, tick: make_letter(workspace, request, tick), self._show_written,
            partial(self._refuse_writing, request),
        )  # fmt: skip

    def _made_form(self) -> QWidget:
        form = QWidget()
        line = QHBoxLayout(form)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._left = frame("form")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 1, 0)
        left.setSpacing(0)
        self.choices = LetterChoices(self.look)
        self.choices.setObjectName("scrolled")
        self.choices.changed.connect(lambda: self._pause.start())
        self.choices.origin_wanted.connect(self._show_origin)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.choices)
        left.addWidget(area, 1)
        left.addWidget(self._made_footer())
        self.paper = PaperView(self.look, CAPTION)
        line.addWidget(self._left)
        line.addWidget(self.paper, 1)
        return form

    def _made_footer(self) -> QFrame:
        footer = frame("footer")
        footer.setFixedHeight(52)
        back = Button(self.look, "Kembali", "arrow-left")
        back.clicked.connect(self.leave)
        self.write_button = Button(self.look, "Buat surat Word", "file-text", kind="primary")
        self.write_button.clicked.connect(lambda: self.write())
        line = row(back, 1, self.write_button)
        line.setContentsMargins(20, 0, 20, 0)
        footer.setLayout(line)
        return footer

    def _made_none_yet(self) -> EmptyState:
        new = Button(self.look, "Buat surat", "plus", kind="primary")
        new.clicked.connect(self.begin)
        figures = Button(self.look, "Impor lembar", "file-input")
        figures.clicked.connect(lambda: self.desk.page_wanted.emit("Impor"))
        text = "Buat Surat Edaran pertama dari angka cakupan bulan ini. Nomor dapat diisi kemudian."
        return EmptyState(self.look, "mail", "Belum ada surat", text, new, figures)

    def _made_no_office(self) -> EmptyState:
        settings = Button(self.look, "Buka Pengaturan", "settings", kind="primary")
        settings.clicked.connect(lambda: self.desk.page_wanted.emit("Pengaturan"))
        text = "Kop, penanda tangan, dan tembusan surat diambil dari data kantor. Isi sekali di Pengaturan."
        return EmptyState(self.look, "building-2", "Data kantor belum diisi", text, settings)

    def _show(self, part: int) -> None:
        self.stack.setCurrentIndex(part)
        writing = part == NEW
        self.title.setText("Surat baru" if writing else self.name)
        self._state.setVisible(writing)
        self.close_button.setVisible(writing)
        self.new_button.setVisible(part == LIST)

    def _show_overview(self, state: tuple[Office | None, list[Written]]) -> None:
        office, letters = state
        self.list.show_letters(letters, self._wanted)
        self._wanted = None
        if office is None and not letters:
            self._show(NO_OFFICE)
        elif self.stack.currentIndex() != NEW:
            self._show(LIST if letters else NONE_YET)

    def _ask(self) -> None:
        """Make the preview of what is chosen now; an answer to an older question is dropped."""
        self._asked += 1
        question = self._asked
        request = self.choices.request
        self.desk.read(
            lambda workspace: plan_letter(workspace, request),
            lambda plan: self.take_plan(question, plan), lambda error: self._refuse_plan(question, error),
        )  # fmt: skip

    def take_plan(self, question: int, plan: LetterPlan) -> None:
        """Show the answer to the question of that number, if it is the last one."""
        if question != self._asked:
            return
        self.plan = plan
        self.choices.show_plan(plan)
        self.paper.show_pages(LetterPages(plan.preview))
        self.write_button.setEnabled(True)

    def _refuse_plan(self, question: int, error: AppError) -> None:
        if question != self._asked:
            return
        if isinstance(error, NoOffice):
            self._show(NO_OFFICE)
        else:
            self.desk.failed.emit(error)

    def _show_written(self, written: WrittenLetter) -> None:
        self._reset_button()
        self._wanted = written.path
        self._show(LIST)
        self.refresh()
        tell_written(self.desk, written.path)

    def _refuse_writing(self, request: LetterRequest, error: AppError) -> None:
        self._reset_button()
        if not isinstance(error, FileInUse):
            self.desk.failed.emit(error)
            return
        region = self.plan.draft.region.name if self.plan else ""
        name = file_name(f"SE {request.quota} Pekerja Rentan {region}", ".docx")
        proposed = request.target or self.desk.workspace.letters / name
        ask_again(self.look, self, error, proposed, lambda target: self.write(target or request.target))

    def _reset_button(self) -> None:
        self.write_button.setText("Buat surat Word")
        self.write_button.setEnabled(self.plan is not None)

    def _show_origin(self, region: str) -> None:
        self.desk.page_wanted.emit("Cakupan")
        self.desk.origin_wanted.emit(region)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(NARROW_CHOICES if self.width() < NARROW_BELOW else CHOICES_WIDTH)


def _overview(workspace: Workspace) -> tuple[Office | None, list[Written]]:
    return office_of(workspace), written_letters(workspace)
