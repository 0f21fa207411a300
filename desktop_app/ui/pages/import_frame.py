"""The frame of the page Impor: file and actions above, steps, a note, one view at a time, the buttons of the way below."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFrame,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.import_list import ImportList
from desktop_app.ui.pages.import_parts import StepBar, dropped_file
from desktop_app.ui.pages.notes import Note
from desktop_app.ui.pages.template_button import TemplateButton
from desktop_app.ui.widgets import Button, ElidedLabel, Icon, label, row

ROOMY = 1000
"""Width from which there is room to name the key beside the button."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ImportFrame(Page):
    """Buttons and views without what they do. Enter is the button that goes on, Esc goes a step back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._make_header()
        self.bar = StepBar(self.look)
        self.add_bar(self.bar)
        self.note = Note(self.look)
        self.list = ImportList(desk)

    @property
    def view(self) -> QWidget | None:
        return self._stack.currentWidget()

    def say(self, title: str, detail: str = "", state: str = "info") -> None:
        """Something about the whole import, above its steps. `state`: info, warn or bad."""
        self.note.say(title, detail, state)
        self._note_box.setVisible(True)

    def say_act(self, words: str, icon: str, reason: str, foot: str) -> None:
        """Name the button that goes on; `reason`: why it cannot."""
        self.save.setText(words)
        self.save.set_icon(icon)
        # An arrow stands behind the words.
        onward = icon == "arrow-right"
        self.save.setLayoutDirection(Qt.LayoutDirection.RightToLeft if onward else Qt.LayoutDirection.LeftToRight)
        self.save.setEnabled(not reason)
        self.save.setToolTip(reason)
        self._foot.set_text(reason or foot)

    def _make_header(self) -> None:
        self._file = QWidget()
        self._file_name, self._file_size = ElidedLabel(role="strong"), label("", "hint")
        self._file.setLayout(row(Icon(self.look, "file-spreadsheet", "t2"), self._file_name, self._file_size, 1))
        self._file.layout().setContentsMargins(12, 0, 12, 0)  # type: ignore[union-attr]
        self._file_name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.subtitle.hide()
        self.header.insertWidget(1, self._file, 100)
        self._choose = Button(self.look, "Pilih berkas", "file-input", kind="primary")
        self.cancel = Button(self.look, "Batalkan impor", "x")
        self.template = TemplateButton(self.desk)
        self.add_action(self.template, self._choose, self.cancel)
        # The file first: the keyboard must not begin on what is seldom wanted.
        QWidget.setTabOrder(self._choose, self.template)

    def _make_content(self, views: Iterable[QWidget]) -> None:
        self._stack = QStackedWidget()
        for view in views:
            self._stack.addWidget(view)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._note_box = QWidget()
        self._note_box.setLayout(row(self.note))
        self._note_box.layout().setContentsMargins(20, 12, 20, 0)  # type: ignore[union-attr]
        column.addWidget(self._note_box)
        column.addWidget(self._stack, 1)
        self.add_content(content)

    def _make_footer(self) -> None:
        line = self.add_footer()
        footer = line.parentWidget()
        assert isinstance(footer, QFrame)
        self._footer = footer
        self.back = Button(self.look, "Kembali", "arrow-left")
        self._foot = ElidedLabel(role="detail", mode=Qt.TextElideMode.ElideRight)
        self.later = Button(self.look, "Simpan draf")
        self.save = Button(self.look, "Simpan", "save", kind="primary")
        line.addWidget(self.back)
        line.addSpacing(8)
        line.addWidget(self._foot, 1)
        self._key = label("Enter", "key")
        line.addWidget(self.later)
        line.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.save)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A button that has the keyboard keeps Enter for itself: it must never save what it was to cancel."""
        focus = QApplication.focusWidget()
        if event.key() in _ENTER and isinstance(focus, QAbstractButton) and _presses(focus):
            focus.click()
        elif event.key() in _ENTER and self.save.isVisible():
            self.save.click()
        elif event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self.back.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self.list.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.list.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.list.set_over(False)
        if path := dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self.accept_file(path)


def _presses(button: QAbstractButton) -> bool:
    """Whether it does something when pressed, rather than being one of several answers."""
    return not isinstance(button, QRadioButton | QCheckBox)
