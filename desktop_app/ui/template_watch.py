"""Notices that the office saved a template in Word, so that it is checked before anybody presses a button."""

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desktop_app.ui.desk import Desk

_REST_MILLISECONDS = 600
"""Word writes beside and renames: a moment of rest, then the file is whole."""


class TemplateWatch(QObject):
    """`saved`: something in the folder of templates is another."""

    saved = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._watch = QFileSystemWatcher(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MILLISECONDS)
        self._rest.timeout.connect(self._tell)
        self._watch.directoryChanged.connect(lambda _: self._rest.start())
        self._watch.fileChanged.connect(lambda _: self._rest.start())

    def look(self) -> None:
        """Watch the folder and the templates in it, as they are now."""
        folder = self._desk.workspace.templates
        if not folder.is_dir():
            return
        wanted = {str(folder), *(str(path) for path in folder.glob("*.docx") if not path.name.startswith("~"))}
        new = sorted(wanted - {*self._watch.directories(), *self._watch.files()})
        if new:
            self._watch.addPaths(new)

    def _tell(self) -> None:
        self.look()
        self.saved.emit()
