"""Nothing to show: what is missing, and where to go from here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.ui.desk import Desk
from desktop_app.ui.query_bar import Seen
from desktop_app.ui.widgets import Button, EmptyState, label, row

_EMPTY, _ERROR = 1, 2


class CoverageEmpty(QWidget):
    """Before the first answer, without figures, or after an error. `up_wanted`: to the region above."""

    up_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.to_import = Button(desk.look, "Impor lembar", "plus", kind="primary")
        self.to_import.clicked.connect(lambda: desk.page_wanted.emit("Impor"))
        self.up = Button(desk.look, "", "arrow-up")
        self.up.clicked.connect(self.up_wanted)
        self._error = label("", "card-title", wrap=True)
        self._hint = label("", "secondary", wrap=True)
        self.again = Button(desk.look, "Coba lagi", "refresh-cw")
        self.again.clicked.connect(self.again_wanted)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(label("Membaca angka …", "secondary"))
        self._pages.addWidget(
            EmptyState(
                desk.look, "map", "Belum ada angka untuk wilayah ini",
                "Impor rekap atau daftar peserta, lalu penyebutnya. Cakupan dihitung dari keduanya.",
                self.to_import, self.up,
            )
        )  # fmt: skip
        self._pages.addWidget(self._made_error())
        loading = self._pages.widget(0)
        assert isinstance(loading, QLabel)
        loading.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _made_error(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setSpacing(10)
        column.addStretch(1)
        for words in (self._error, self._hint):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setMinimumWidth(420)
            column.addLayout(row(1, words, 1))
        column.addLayout(row(1, self.again, 1))
        column.addStretch(1)
        return part

    def show_error(self, error: AppError) -> None:
        """What is asked for cannot be shown: why, and what to do."""
        self._error.setText(str(error))
        self._hint.setText(error.hint)
        self._pages.setCurrentIndex(_ERROR)

    def show_seen(self, seen: Seen) -> None:
        self._pages.setCurrentIndex(_EMPTY)
        above = seen.path[-2] if len(seen.path) > 2 else None
        self.up.setVisible(above is not None)
        self.up.setText(f"Kembali ke {above.full_name}" if above else "")
