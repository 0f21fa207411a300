"""The card that makes the Excel summary: what it will say, on which figures, and what needs a look first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from desktop_app.domain.indonesian import number
from desktop_app.domain.office import Office
from desktop_app.operations.coverage import CoverageAnswer
from desktop_app.ui.desk import Desk
from desktop_app.ui.headline import gap_headline, share_headline
from desktop_app.ui.widgets import Button, Card, Icon, State, Tag, clear, label, row, rule
from desktop_app.ui.words import level_words

_NO_OFFICE = "Isi data kantor di Pengaturan lebih dulu."


class SummaryCard(Card):
    """`wanted`: make the summary; `findings_wanted`: see what does not agree."""

    wanted = Signal()
    findings_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("Ringkasan cakupan dan kepatuhan", "buku kerja Excel")
        self._desk = desk
        self.fill()
        self._figures = row(spacing=0)
        self.body.addLayout(self._figures)
        self.body.addWidget(rule())
        self._sheets = QGridLayout()
        self._sheets.setContentsMargins(16, 10, 16, 12)
        self._sheets.setHorizontalSpacing(12)
        self._sheets.setVerticalSpacing(4)
        self._sheets.setColumnStretch(2, 1)
        self.body.addLayout(self._sheets)
        self.body.addStretch(1)
        self.make_button = Button(desk.look, "Buat ringkasan Excel", "file-spreadsheet", kind="primary")
        self.make_button.clicked.connect(self.wanted)
        self.findings = Tag(desk.look, State.SAFE)
        self._see = Button(desk.look, "Lihat temuan", kind="link")
        self._see.clicked.connect(self.findings_wanted)
        self._settings = Button(desk.look, "Buka Pengaturan", "settings", kind="link")
        self._settings.clicked.connect(lambda: desk.page_wanted.emit("Pengaturan"))
        foot = self.add_foot()
        for widget in (self.findings, self._see, self._settings):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.make_button)

    def show_answer(self, answer: CoverageAnswer, office: Office | None) -> None:
        clear(self._figures)
        whole, table = answer.table.whole, answer.table
        share = share_headline(self._desk, whole, table, wraps=True)
        for headline in (share, gap_headline(self._desk, whole, wraps=True)):
            if headline is not None:
                self._figures.addWidget(headline, 1)
        self._show_sheets(answer)
        count = len(answer.findings)
        self.findings.set_state(
            State.CHECK if count else State.SAFE, f"{number(count)} temuan" if count else "Tidak ada temuan"
        )
        self._see.setVisible(bool(count))
        self._settings.setVisible(office is None)
        self.make_button.setEnabled(office is not None)
        self.make_button.setToolTip("" if office is not None else _NO_OFFICE)

    def set_busy(self, busy: bool) -> None:
        self.make_button.setEnabled(not busy)
        self.make_button.setText("Menulis …" if busy else "Buat ringkasan Excel")

    def _show_sheets(self, answer: CoverageAnswer) -> None:
        clear(self._sheets)
        for place, (sheet, what) in enumerate(sheets_of(answer)):
            self._sheets.addWidget(Icon(self._desk.look, "table", "t3", 14), place, 0)
            self._sheets.addWidget(label(sheet, "strong"), place, 1)
            self._sheets.addWidget(label(what, "detail", wrap=True), place, 2)


def sheets_of(answer: CoverageAnswer) -> tuple[tuple[str, str], ...]:
    """The sheets of the workbook and what stands in each, for this query."""
    parts = f"{number(len(answer.table.rows))} {level_words(answer.children)}" if answer.children else "wilayah ini"
    points = sum(len(series.points) for series in answer.trend.series)
    return (
        ("Ringkasan", "halaman depan: angka utama, yang di bawah target, yang belum ada datanya"),
        ("Cakupan", f"{parts} dengan pembilang, penyebut, target, kekurangan, dan grafik"),
        (
            "Perkembangan",
            f"{number(points)} angka menurut bulan, tiap penyebut sendiri" if points else "belum ada angka",
        ),
        ("Temuan", f"{number(len(answer.findings))} angka yang perlu dicek" if answer.findings else "tidak ada temuan"),
        ("Tentang laporan ini", "berkas asal, tanggal, penyebut, target, dan versi"),
    )
