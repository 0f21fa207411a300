"""Nothing to show: what is missing, and where to go from here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.query_bar import Seen
from desktop_app.ui.widgets import Button, EmptyState


class CoverageEmpty(QWidget):
    """`up_wanted`: to the region above."""

    up_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.to_import = Button(desk.look, "Impor lembar", "plus", kind="primary")
        self.to_import.clicked.connect(lambda: desk.page_wanted.emit("Impor"))
        self.up = Button(desk.look, "", "arrow-up")
        self.up.clicked.connect(self.up_wanted)
        column = QVBoxLayout(self)
        column.addWidget(
            EmptyState(
                desk.look, "map", "Belum ada angka untuk wilayah ini",
                "Impor rekap atau daftar peserta, lalu penyebutnya. Cakupan dihitung dari keduanya.",
                self.to_import, self.up,
            )
        )  # fmt: skip

    def show_seen(self, seen: Seen) -> None:
        above = seen.path[-2] if len(seen.path) > 2 else None
        self.up.setVisible(above is not None)
        self.up.setText(f"Kembali ke {above.full_name}" if above else "")
