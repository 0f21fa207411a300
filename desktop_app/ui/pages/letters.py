"""The page Surat: letters written so far, the agenda of numbers, the templates, and a new letter with its pages beside."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from desktop_app.domain.office import Office
from desktop_app.operations.letters.drafts import KeptDraft, kept_drafts
from desktop_app.operations.letters.overview import Written, letters_overview
from desktop_app.operations.letters.request import LetterRequest, WrittenLetters
from desktop_app.operations.offices import office_of
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.agenda_view import AgendaView
from desktop_app.ui.desk import Desk
from desktop_app.ui.letter_acts import LetterActs
from desktop_app.ui.letter_list import LetterList
from desktop_app.ui.letter_writing import LetterWriting
from desktop_app.ui.page import Page
from desktop_app.ui.template_watch import TemplateWatch
from desktop_app.ui.templates_view import TemplatesView
from desktop_app.ui.widgets import Button, EmptyState, State, Switch, Tag

VIEWS = ("Daftar surat", "Agenda nomor", "Templat")
LIST, AGENDA, TEMPLATES, NEW, NONE_YET, NO_OFFICE = range(6)


class LettersPage(Page):
    name = "Surat"
    icon = "mail"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._state = Tag(self.look, State.DRAFT, "Draf, belum bernomor")
        self.header.insertWidget(1, self._state)
        self.views = Switch(self.look, VIEWS, self.show_view)
        self.template_button = Button(self.look, "Sunting templat", "external-link")
        self.new_button = Button(self.look, "Buat surat", "plus", kind="primary")
        self.close_button = Button(self.look, "Tutup", "x")
        self.add_action(self.views, self.template_button, self.new_button, self.close_button)
        self.list, self.agenda, self.templates = LetterList(self.look), AgendaView(desk), TemplatesView(desk)
        self.writing = LetterWriting(desk)
        self.acts = LetterActs(desk, self)
        self.stack = QStackedWidget()
        for part in (
            self.list, self.agenda, self.templates, self.writing, self._made_none_yet(), self._made_no_office(),
        ):  # fmt: skip
            self.stack.addWidget(part)
        self.add_content(self.stack)
        self._written: WrittenLetters | None = None
        self._drafts: list[KeptDraft] = []
        self._saved = TemplateWatch(desk, self)
        self._connect()
        self._show(NONE_YET)

    def refresh(self) -> None:
        self._saved.look()
        self.desk.read(_overview, self._show_overview)
        self.refresh_part()

    def refresh_part(self) -> None:
        """What is in sight; of the list, the overview is all."""
        part = self.stack.currentIndex()
        if part == NEW:
            self.writing.ask()
        elif part == AGENDA:
            self.agenda.refresh()
        elif part == TEMPLATES:
            self.templates.refresh()

    def show_view(self, place: int) -> None:
        """The list, the agenda, or the templates."""
        self._show(place if place != LIST or self.list.table.values.rows else NONE_YET)
        self.refresh()

    def begin(self, request: LetterRequest | None = None) -> None:
        """Open the form for a new letter, or for one that was put aside."""
        self.writing.begin(request)
        self._show(NEW)

    def leave(self) -> None:
        """Back to the list; what was chosen is put aside and can be taken up again."""
        if self.stack.currentIndex() == NEW:
            self.writing.put_aside()
            self.show_view(LIST)

    def _connect(self) -> None:
        self.new_button.clicked.connect(lambda: self.begin())
        self.close_button.clicked.connect(self.leave)
        self.template_button.clicked.connect(self.writing.edit_template)
        self.writing.left.connect(self.leave)
        self.writing.written.connect(self._show_written)
        self.writing.office_missing.connect(lambda: self._show(NO_OFFICE))
        self.list.number_wanted.connect(self.acts.give_numbers)
        self.list.mark_wanted.connect(self.acts.mark)
        self.list.void_wanted.connect(self.acts.void)
        self.list.pdf_wanted.connect(self.acts.make_pdf)
        self.list.again_wanted.connect(self.acts.make_again)
        self.list.draft_wanted.connect(lambda draft: self.begin(draft.request))
        self.list.draft_dropped.connect(self.acts.drop_draft)
        self.list.redate_wanted.connect(self.acts.redate)
        self.agenda.letter_wanted.connect(self._show_letter)
        self.acts.changed.connect(self.refresh)
        self._saved.saved.connect(self.refresh_part)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape), self, self.leave, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )

    def _made_none_yet(self) -> EmptyState:
        new = Button(self.look, "Buat surat", "plus", kind="primary")
        new.clicked.connect(lambda: self.begin())
        figures = Button(self.look, "Impor lembar", "file-input")
        figures.clicked.connect(lambda: self.desk.page_wanted.emit("Impor"))
        text = "Buat Surat Edaran, imbauan, atau teguran pertama dari angka yang tersimpan. Nomor dapat diisi kemudian."
        return EmptyState(self.look, "mail", "Belum ada surat", text, new, figures)

    def _made_no_office(self) -> EmptyState:
        settings = Button(self.look, "Buka Pengaturan", "settings", kind="primary")
        settings.clicked.connect(lambda: self.desk.page_wanted.emit("Pengaturan"))
        text = "Kop, penanda tangan, dan tembusan surat diambil dari data kantor. Isi sekali di Pengaturan."
        return EmptyState(self.look, "building-2", "Data kantor belum diisi", text, settings)

    def _show(self, part: int) -> None:
        self.stack.setCurrentIndex(part)
        new = part == NEW
        self.title.setText("Surat baru" if new else self.name)
        self._state.setVisible(new)
        for button in (self.close_button, self.template_button):
            button.setVisible(new)
        self.views.setVisible(not new and part != NO_OFFICE)
        self.new_button.setVisible(part in (LIST, AGENDA, TEMPLATES))
        if part in (LIST, AGENDA, TEMPLATES):
            self.views.choose(part)
        elif part == NONE_YET:
            self.views.choose(LIST)

    def _show_overview(self, state: "_Overview") -> None:
        office, letters, drafts = state
        self.list.show_letters(letters, self._written.path if self._written else None)
        self._drafts = drafts
        self.list.show_drafts(drafts)
        self._written = None
        part = self.stack.currentIndex()
        if office is None and not letters:
            self._show(NO_OFFICE)
        elif part in (LIST, NONE_YET, NO_OFFICE):
            self._show(LIST if letters or drafts else NONE_YET)

    def _show_letter(self, number: int) -> None:
        """The letter that has a number of the agenda, in the list."""
        self.show_view(LIST)
        self.list.choose(number)

    def _show_written(self, written: WrittenLetters) -> None:
        self._written = written
        self._show(LIST)
        self.refresh()
        self.acts.tell(written)


_Overview = tuple[Office | None, list[Written], list[KeptDraft]]


def _overview(workspace: Workspace) -> _Overview:
    return office_of(workspace), letters_overview(workspace), kept_drafts(workspace)
