"""Tells when a Word template of the office was saved: Word writes a new file beside the old one and renames it."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_PAUSE_MILLISECONDS = 400
"""Word saves in several steps."""


class TemplateWatch(QObject):
    """`changed`: a template came, went, or was saved."""

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._tell)
        self._seen = self._stamps()
        for told in (self._watcher.directoryChanged, self._watcher.fileChanged):
            told.connect(lambda _: self._pause.start())
        self._follow()

    def look_again(self) -> None:
        """Where the system does not tell (a folder in the network): look whether something is another now."""
        self._tell()

    def _tell(self) -> None:
        before, self._seen = self._seen, self._stamps()
        self._follow()
        if self._seen != before:
            self.changed.emit()

    def _follow(self) -> None:
        """A file that was replaced is another one for the watcher."""
        known = {*self._watcher.files(), *self._watcher.directories()}
        wanted = [str(path) for path in (self._folder, *self._paths()) if path.exists() and str(path) not in known]
        if wanted:
            self._watcher.addPaths(wanted)

    def _paths(self) -> list[Path]:
        return sorted(path for path in self._folder.glob("*.docx") if not path.name.startswith("~$"))

    def _stamps(self) -> dict[Path, tuple[int, int]]:
        found = {}
        for path in self._paths():
            try:
                found[path] = (path.stat().st_mtime_ns, path.stat().st_size)
            except OSError:
                continue
        return found
