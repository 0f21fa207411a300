"""The other views of the page Pengaturan: workspace and backups, what was done, theme and about."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app import VERSION
from desktop_app.domain.records import AuditEvent, Backup
from desktop_app.operations.settings import Settings, Theme
from desktop_app.ui.look import Look
from desktop_app.ui.table import Column, Table
from desktop_app.ui.widgets import Button, Card, ElidedLabel, Icon, State, Switch, label, row, rule
from desktop_app.ui.words import count, moment, size

THEMES = {Theme.SISTEM: "Ikuti sistem", Theme.TERANG: "Terang", Theme.GELAP: "Gelap"}

BACKUP_COLUMNS: tuple[Column[Backup], ...] = (
    Column("Dibuat", lambda one: moment(one.made_at), key=lambda one: one.made_at, strong=True, width=190),
    Column("Ukuran", lambda one: size(one.size), key=lambda one: one.size, right=True, width=100),
    Column("Keadaan", lambda one: "Teruji", state=lambda one: State.SAFE, width=120,
           tip=lambda one: "Sesudah dibuat, cadangan ini dibuka dan diperiksa."),
    Column("Berkas", lambda one: one.path.name),
)  # fmt: skip

EVENT_COLUMNS: tuple[Column[AuditEvent], ...] = (
    Column("Waktu", lambda one: moment(one.at), key=lambda one: one.at, width=140),
    Column("Kegiatan", lambda one: one.what[:1].upper() + one.what[1:], strong=True, width=150),
    Column("Rincian", lambda one: one.detail, tip=lambda one: one.detail),
    Column("Oleh", lambda one: one.by, width=120),
)

ABOUT = (
    ("Program", f"Cakupan {VERSION}. Bekerja tanpa internet; semua data tetap di komputer ini."),
    ("Wilayah", "Kode dan nama wilayah: Kepmendagri 300.2.2-2430/2025, diolah oleh Cahya DSN."),
    ("Peta", "Batas wilayah: Badan Informasi Geospasial, diolah oleh Cahya DSN."),
    ("Pekerja", "Angkatan kerja: Badan Pusat Statistik, Sakernas Agustus."),
    ("Huruf dan gambar", "Huruf Inter (SIL Open Font License 1.1), gambar Lucide (ISC)."),
    ("Lisensi komponen", "Qt for Python dan psycopg (LGPL 3), docxtpl dan num2words (LGPL 2.1), SQLAlchemy, Alembic, "
     "pyqtgraph, openpyxl, python-docx, python-calamine, RapidFuzz, platformdirs (MIT), numpy dan lxml (BSD)."),
)  # fmt: skip


class WorkspaceView(QWidget):
    """Where the workspace lies, and its backups. The signals say what the user wants."""

    backup_wanted = Signal()
    restore_wanted = Signal(object)
    other_wanted = Signal()

    def __init__(self, look: Look, folder: Path, backups: Path) -> None:
        super().__init__()
        self.make = Button(look, "Cadangkan sekarang", "save", kind="primary")
        self.restore = Button(look, "Pulihkan…", "undo-2", kind="danger")
        self.table: Table[Backup] = Table(look, BACKUP_COLUMNS)
        self._empty = label("Belum ada cadangan. Buat yang pertama sekarang.", "secondary")
        self._total = label("", "hint")
        column = _column(self)
        column.addWidget(self._place_card(look, folder))
        column.addWidget(self._backup_card(look, backups), 1)
        self.make.clicked.connect(self.backup_wanted)
        self.restore.clicked.connect(self._want_restore)
        self.table.selectionModel().selectionChanged.connect(self._offer_restore)
        self._offer_restore()

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Newest first."""
        self.table.set_rows(backups)
        self.table.setVisible(bool(backups))
        self._empty.setVisible(not backups)
        self._total.setText(
            f"{count(len(backups), 'cadangan')} · {size(sum(one.size for one in backups))}" if backups else ""
        )
        self._offer_restore()

    def _place_card(self, look: Look, folder: Path) -> Card:
        card = Card("Ruang kerja")
        show, other = Button(look, "Buka folder", "external-link"), Button(look, "Buka ruang kerja lain", "log-out")
        show.clicked.connect(lambda: open_folder(folder))
        other.clicked.connect(self.other_wanted)
        card.body.addLayout(row(Icon(look, "folder"), ElidedLabel(str(folder)), show, other))
        return card

    def _backup_card(self, look: Look, backups: Path) -> Card:
        card = Card("Cadangan", "Dibuat setiap kali dibuka dan sebelum setiap impor")
        card.fill()
        assert card.head is not None
        self._empty.setContentsMargins(16, 16, 16, 16)
        card.body.addWidget(self._empty)
        card.body.addWidget(self.table, 1)
        show = Button(look, "Buka folder cadangan", "external-link")
        show.clicked.connect(lambda: open_folder(backups))
        foot = card.add_foot()
        for part in (self._total, 1, show, self.restore, self.make):
            foot.addStretch(part) if isinstance(part, int) else foot.addWidget(part)
        return card

    def _want_restore(self) -> None:
        [chosen] = self.table.chosen_rows()
        self.restore_wanted.emit(chosen)

    def _offer_restore(self) -> None:
        one = len(self.table.chosen_rows()) == 1
        self.restore.setEnabled(one)
        self.restore.setToolTip("" if one else "Pilih satu cadangan di daftar.")


class EventsView(QWidget):
    """What was done in this workspace, newest first."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.table: Table[AuditEvent] = Table(look, EVENT_COLUMNS)
        self.table.stretch(2)
        self._count = label("", "hint")
        words = QLineEdit()
        words.setPlaceholderText("Saring kegiatan")
        words.setAccessibleName("Saring kegiatan")
        words.setFixedWidth(240)
        words.setProperty("small", True)
        words.textChanged.connect(self._filter)
        card = Card("Catatan kegiatan", "Hanya bertambah, tidak dapat diubah")
        card.add_action(words)
        card.fill()
        card.body.addWidget(self.table, 1)
        card.add_foot().addWidget(self._count)
        _column(self).addWidget(card)

    def show_events(self, events: Sequence[AuditEvent]) -> None:
        self.table.set_rows(events)
        self._show_count()

    def _filter(self, words: str) -> None:
        self.table.values.filter(words)
        self._show_count()

    def _show_count(self) -> None:
        self._count.setText(count(len(self.table.values.rows), "kegiatan terakhir"))


class ProgramView(QWidget):
    """The theme, and what this program is made of. `settings_changed`: the settings with another theme."""

    settings_changed = Signal(object)

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        shown = Card("Tampilan")
        self.themes = Switch(look, tuple(THEMES.values()), self._choose)
        self.themes.choose(list(THEMES).index(settings.theme))
        shown.body.addLayout(row(label("Tema"), self.themes, 1, spacing=16))
        about = Card("Tentang Cakupan")
        for place, (title, text) in enumerate(ABOUT):
            if place:
                about.body.addWidget(rule())
            name = label(title, "label")
            name.setFixedWidth(130)
            line = row(name, spacing=12)
            line.addWidget(label(text, wrap=True), 1)
            about.body.addLayout(line)
        column = _column(self)
        column.addWidget(shown)
        column.addWidget(about)
        column.addStretch(1)

    def _choose(self, place: int) -> None:
        self._settings = replace(self._settings, theme=list(THEMES)[place])
        self.settings_changed.emit(self._settings)


def open_folder(folder: Path) -> None:
    """Show `folder` in the file manager; made where nothing has been kept there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _column(view: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(view)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(16)
    return column
