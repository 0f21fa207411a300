"""Ctrl+K: one field that finds regions, files and letters, and goes there."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import short_date
from desktop_app.domain.regions import Region, depth, parent_code
from desktop_app.operations.import_sheet import list_imports
from desktop_app.operations.offices import list_letters
from desktop_app.operations.reference_data import region_path, search_regions
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk

SIZE = (560, 380)
FEW = 12
PAUSE_MILLISECONDS = 120
VILLAGE = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its name, what it is, the page that shows it, and the region to look at there (or "")."""

    name: str
    kind: str
    page: str
    region: str = ""


def find(workspace: Workspace, text: str) -> list[Hit]:
    """Regions, imported files and letters whose names hold `text`."""
    wanted = text.casefold().strip()
    if not wanted:
        return []
    hits = [_region_hit(workspace, region) for region in search_regions(workspace, text, FEW)]
    files = {record.file: record for record in reversed(list_imports(workspace))}
    hits += [
        Hit(record.file, f"Berkas, diimpor {short_date(record.imported_at.date())}", "Impor")
        for record in files.values()
        if wanted in record.file.casefold()
    ]
    hits += [
        Hit(letter.subject, f"Surat, {short_date(letter.made_at.date())}", "Surat")
        for letter in list_letters(workspace)
        if wanted in letter.subject.casefold()
    ]
    return hits[: 2 * FEW]


def _region_hit(workspace: Workspace, region: Region) -> Hit:
    above = ", ".join(step.short_name for step in reversed(region_path(workspace, region.code)[:-1]))
    # A village has no parts of its own: its kecamatan shows it among its neighbours.
    shown = region.code if depth(region.code) < VILLAGE else parent_code(region.code) or region.code
    return Hit(region.full_name, f"Wilayah{', ' + above if above else ''}", "Cakupan", shown)


class SearchDialog(QDialog):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.desk = desk
        self.setFixedSize(*SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Cari wilayah, surat, berkas")
        self.field.setAccessibleName("Cari")
        column.addWidget(self.field)
        self.list = QListWidget()
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        column.addWidget(self.list, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        self.field.textEdited.connect(lambda _: self._timer.start(PAUSE_MILLISECONDS))
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)

    def open_below(self, window: QWidget) -> None:
        self.move(window.mapToGlobal(QPoint((window.width() - SIZE[0]) // 2, 64)))
        self.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list while the field keeps the focus; Enter goes to the marked line."""
        moves: dict[int, Callable[[int], int]] = {
            Qt.Key.Key_Down: lambda place: min(place + 1, self.list.count() - 1),
            Qt.Key.Key_Up: lambda place: max(place - 1, 0),
        }
        if event.key() in moves and self.list.count():
            self.list.setCurrentRow(moves[event.key()](self.list.currentRow()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.list.currentItem())
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        text = self.field.text()
        self.desk.read(lambda workspace: find(workspace, text), self._show)

    def _show(self, hits: list[Hit]) -> None:
        self.list.clear()
        for hit in hits:
            item = QListWidgetItem(f"{hit.name}\n{hit.kind}")
            item.setData(Qt.ItemDataRole.UserRole, hit)
            self.list.addItem(item)
        if not hits and self.field.text().strip():
            empty = QListWidgetItem("Tidak ditemukan. Coba sebagian nama, atau kode wilayah.")
            empty.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(empty)
        self.list.setCurrentRow(0)

    def _go(self, item: QListWidgetItem | None) -> None:
        hit = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if not isinstance(hit, Hit):
            return
        self.close()
        if hit.region:
            self.desk.change_view(region=hit.region)
        self.desk.page_wanted.emit(hit.page)
