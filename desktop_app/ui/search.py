"""Ctrl+K: one field that finds regions, files and letters, and goes there."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import short_date
from desktop_app.domain.records import LetterRecord
from desktop_app.domain.regions import Region, depth, is_within, parent_code
from desktop_app.operations.import_sheet import list_imports
from desktop_app.operations.offices import list_letters, office_of, province_of
from desktop_app.operations.reference_data import region_path, search_regions
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.table import Column, Table
from desktop_app.ui.widgets import label

SIZE, ROW_HEIGHT = (560, 400), 42
FEW = 12
PAUSE_MILLISECONDS = 120
VILLAGE = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its name, what it is, the page that shows it, the region to look at there (or ""), the import."""

    name: str
    kind: str
    page: str
    region: str = ""
    import_id: int | None = None


def find(workspace: Workspace, text: str) -> list[Hit]:
    """Regions, imported files and letters whose names hold `text`."""
    wanted = text.casefold().strip()
    if not wanted:
        return []
    hits = [_region_hit(workspace, region) for region in _near_first(workspace, search_regions(workspace, text, FEW))]
    files = {record.file: record for record in reversed(list_imports(workspace))}
    hits += [
        Hit(record.file, f"Berkas, diimpor {short_date(record.imported_at.date())}", "Impor", import_id=record.id)
        for record in files.values()
        if wanted in record.file.casefold()
    ]
    hits += [
        Hit(_letter_name(letter), f"Surat, {short_date(letter.made_at.date())}", "Surat")
        for letter in list_letters(workspace)
        if wanted in f"{letter.subject} {letter.addressee} {letter.number_text}".casefold()
    ]
    return hits[: 2 * FEW]


def _letter_name(letter: LetterRecord) -> str:
    """Number, addressee and subject, as far as there are."""
    return " · ".join(part for part in (letter.number_text, letter.addressee, letter.subject) if part)


def _near_first(workspace: Workspace, found: list[Region]) -> list[Region]:
    """Those of the office's own province before all others, else as they were."""
    office = office_of(workspace)
    own = province_of(office.region) if office else ""
    return sorted(found, key=lambda region: not is_within(region.code, own))


def _region_hit(workspace: Workspace, region: Region) -> Hit:
    above = ", ".join(step.short_name for step in reversed(region_path(workspace, region.code)[:-1]))
    # A village has no parts of its own: its kecamatan shows it among its neighbours.
    shown = region.code if depth(region.code) < VILLAGE else parent_code(region.code) or region.code
    return Hit(region.full_name, f"Wilayah{', ' + above if above else ''}", "Cakupan", shown)


COLUMNS: tuple[Column[Hit], ...] = (Column("Hasil", lambda hit: hit.name, detail=lambda hit: hit.kind),)


class SearchDialog(QDialog):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.desk = desk
        self.setObjectName("search")
        self.setFixedSize(*SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Cari wilayah, surat, berkas")
        self.field.setAccessibleName("Cari")
        column.addWidget(self.field)
        self.list: Table[Hit] = Table(desk.look, COLUMNS, row_height=ROW_HEIGHT, sortable=False)
        self.list.horizontalHeader().hide()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = label("Tidak ditemukan. Coba sebagian nama, atau kode wilayah.", "hint")
        self._none.hide()
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        self.field.textEdited.connect(lambda _: self._timer.start(PAUSE_MILLISECONDS))
        self.list.clicked.connect(lambda index: self._go(index.row()))

    def open_below(self, window: QWidget) -> None:
        self.move(window.mapToGlobal(QPoint((window.width() - SIZE[0]) // 2, 64)))
        self.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list while the field keeps the focus; Enter goes to the marked line."""
        last = len(self.list.values.rows) - 1
        moves: dict[int, Callable[[int], int]] = {
            Qt.Key.Key_Down: lambda place: min(place + 1, last),
            Qt.Key.Key_Up: lambda place: max(place - 1, 0),
        }
        if event.key() in moves and last >= 0:
            self.list.selectRow(moves[event.key()](self.list.currentIndex().row()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.list.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        text = self.field.text()
        self.desk.read(lambda workspace: find(workspace, text), self._show)

    def _show(self, hits: list[Hit]) -> None:
        self.list.set_rows(hits)
        self._none.setVisible(not hits and bool(self.field.text().strip()))
        if hits:
            self.list.selectRow(0)

    def _go(self, place: int) -> None:
        if place < 0:
            return
        hit = self.list.values.row(place)
        self.close()
        if hit.region:
            self.desk.change_view(region=hit.region)
        self.desk.page_wanted.emit(hit.page)
        if hit.import_id is not None:
            self.desk.import_wanted.emit(hit.import_id)
