"""The reports that can be made, one below the other; one is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.operations.compliance.order import TITLES, ReportKind
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Card, ElidedLabel, Icon

PICTURES, LOCKED = "gambar", "sandi"
ENTRIES: tuple[tuple[str, str, str, str], ...] = (
    (ReportKind.RINGKASAN, "file-chart-column", TITLES[ReportKind.RINGKASAN], "satu halaman pimpinan dan tabelnya"),
    (ReportKind.PAKET, "folder", TITLES[ReportKind.PAKET], "ringkasan, grafik, surat, dan daftar isi"),
    (ReportKind.KARTU_SKOR, "map", TITLES[ReportKind.KARTU_SKOR], "satu halaman untuk rapat camat"),
    (ReportKind.NON_ASN, "landmark", TITLES[ReportKind.NON_ASN], "jatuh tempo tanggal 10"),
    (ReportKind.PARITRANA, "sparkles", TITLES[ReportKind.PARITRANA], "regulasi, anggaran, kinerja, inovasi"),
    (ReportKind.BELUM_DESA, "users", TITLES[ReportKind.BELUM_DESA], "calon peserta yang belum aktif"),
    (ReportKind.BELUM_PERUSAHAAN, "building-2", TITLES[ReportKind.BELUM_PERUSAHAAN], "pekerja yang belum didaftarkan"),
    (PICTURES, "image", "Gambar", "grafik, perkembangan, peta"),
    (LOCKED, "lock", "Berkas bersandi", "pertukaran dengan kantor lain"),
)
"""Key, icon, title and what it is."""


class ReportMenu(Card):
    """`chosen`: the key of the entry."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__("Laporan")
        self.fill()
        self.buttons: dict[str, _Entry] = {}
        group = QButtonGroup(self)
        for key, icon, title, what in ENTRIES:
            entry = _Entry(look, icon, title, what)
            entry.clicked.connect(lambda _=False, key=key: self.chosen.emit(str(key)))
            group.addButton(entry)
            self.buttons[key] = entry
            self.body.addWidget(entry)
        self.body.addStretch(1)

    def choose(self, key: str) -> None:
        self.buttons[key].setChecked(True)


class _Entry(QPushButton):
    """Icon, title and a line below; the chosen one is a surface with the accent's bar."""

    def __init__(self, look: Look, icon: str, title: str, what: str) -> None:
        super().__init__()
        self.setObjectName("entry")
        self.setCheckable(True)
        self.setAccessibleName(f"{title}: {what}")
        self.setToolTip(f"{title}: {what}")
        self.setMinimumHeight(46)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for words, role in ((title, "strong"), (what, "hint")):
            text = ElidedLabel(words, role, Qt.TextElideMode.ElideRight)
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            texts.addWidget(text)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 4, 8, 4)
        line.setSpacing(10)
        line.addWidget(Icon(look, icon, "t2", 18))
        line.addLayout(texts, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        group = self.group()
        buttons = group.buttons()
        other: QWidget = buttons[(buttons.index(self) + by) % len(buttons)]
        other.setFocus()
