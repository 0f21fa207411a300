"""“Dari mana angka ini?”: a figure taken apart into fraction, source cell, base, target and checks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.analysis.findings import Finding
from desktop_app.domain.indonesian import NBSP, long_date, number, percent, points, short_date
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, Icon, clear, frame, label, row, rule

WIDTH = 316


class OriginPanel(QFrame):
    """At the right of the page. `closed`: Esc or the cross; the page gives the focus back.

    `people_wanted(figure)`: show the people who are listed for it.
    """

    closed = Signal()
    people_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("side-panel")
        self.setFixedWidth(WIDTH)
        self._look, self._text = look, ""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 8)
        self._title = label("", "card-title")
        close = Button(look, "", "x", kind="bare", name="Tutup")
        close.clicked.connect(self.closed)
        head.addLayout(row(self._title, 1, close))
        outer.addLayout(head)
        outer.addWidget(rule())
        content = QWidget()
        content.setObjectName("scrolled")
        self._body = QVBoxLayout(content)
        self._body.setContentsMargins(16, 12, 16, 12)
        self._body.setSpacing(6)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        outer.addWidget(area, 1)
        foot = frame("card-foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(16, 10, 16, 10)
        copy = Button(look, "Salin", "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        self.people_button = Button(look, "", "table", kind="primary")
        self.people_button.clicked.connect(lambda: self.people_wanted.emit(self._figure))
        self._figure: RegionCoverage | None = None
        line.addWidget(self.people_button)
        line.addWidget(copy)
        line.addStretch(1)
        outer.addWidget(foot)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def show_figure(self, figure: RegionCoverage, table: CoverageTable) -> None:
        """Take one region's figure apart."""
        self._begin("Dari mana angka ini?")
        self._figure = figure
        self.people_button.setVisible(figure.listed is not None)
        self.people_button.setText(f"Buka {number(figure.listed.people)} orang" if figure.listed else "")
        day = figure.period or table.period
        self._add(f"Cakupan {figure.region.full_name}, {long_date(day)}", "label")
        if figure.shown_share is None:
            self._add("Belum ada data", "figure-small")
        else:
            self._add(percent(figure.shown_share), "figure")
        self._fraction(figure)
        self._numerator(figure)
        self._source(figure)
        self._references(figure, table)
        self._remarks(figure, table)
        self._body.addStretch(1)
        self.show()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """The findings of what the page shows, each with its place."""
        self._begin("Temuan")
        self.people_button.hide()
        for finding in findings:
            self._item("triangle-alert", "warn", finding.message, finding.place)
        if not findings:
            self._item("circle-check", "ok", "Tidak ada temuan.", "Angka yang tersimpan saling cocok.")
        self._body.addStretch(1)
        self.show()

    def _begin(self, title: str) -> None:
        clear(self._body)
        self._title.setText(title)
        self._text = title

    def _add(self, text: str, role: str) -> None:
        self._text += f"\n{text}"
        self._body.addWidget(label(text, role, wrap=True))

    def _section(self, title: str) -> None:
        self._body.addSpacing(6)
        self._add(title, "label")
        self._body.addWidget(rule())

    def _pair(self, name: str, value: str, *, strong: bool = False) -> None:
        self._text += f"\n{name}\t{value}"
        role = "strong" if strong else ""
        self._body.addLayout(row(label(name, role), 1, label(value, role)))

    def _item(self, icon: str, colour: str, text: str, detail: str = "") -> None:
        self._text += f"\n{text}" + (f"\n{detail}" if detail else "")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(text, wrap=True))
        if detail:
            words.addWidget(label(detail, "hint", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Icon(self._look, icon, colour), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self._body.addLayout(line)

    def _fraction(self, figure: RegionCoverage) -> None:
        if figure.share is None:
            return
        box = frame("box")
        grid = QGridLayout(box)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        fraction = ((figure.active, "peserta aktif"), (figure.workers, f"pekerja, penyebut {figure.base}"))
        for place, (value, words) in enumerate(fraction):
            amount = label(number(value or 0), "strong")
            grid.addWidget(amount, 2 * place, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(words, "detail", wrap=True), 2 * place, 1)
            self._text += f"\n{number(value or 0)} {words}"
        grid.addWidget(rule(), 1, 0)
        self._body.addWidget(box)

    def _numerator(self, figure: RegionCoverage) -> None:
        if figure.share is None and figure.reported is not None:
            self._item("info", "acc", "Dilaporkan, tanpa pembilang.", "Tidak masuk ke jumlah mana pun.")
        listed = figure.listed
        if listed is None:
            return
        self._section("Terdaftar di lembar peserta")
        for segment, people in listed.by_segment.items():
            self._pair(segment.value, number(people))
        self._pair("Orang, NIK unik", number(listed.people), strong=True)
        if listed.waiting:
            self._pair("Menunggu, belum dihitung", f"+ {number(listed.waiting)}")
        if listed.sample:
            self._item("sparkles", "acc", "Data contoh.", "Orang rekaan; tidak masuk ke angka cakupan.")

    def _source(self, figure: RegionCoverage) -> None:
        if figure.fact is None:
            return
        origin = figure.fact.origin
        self._section("Baris asal")
        day = short_date(origin.imported_at.date())
        self._item(
            "file-spreadsheet", "acc", origin.file,
            f"Lembar “{origin.sheet}”, sel {origin.cell}\nDiimpor {day} oleh {origin.imported_by}\n"
            f"Pengirim: {origin.sender or 'tidak tertulis'}",
        )  # fmt: skip

    def _references(self, figure: RegionCoverage, table: CoverageTable) -> None:
        self._section("Penyebut dan target")
        workers = f"{number(figure.workers)} pekerja" if figure.workers else "belum ada untuk wilayah ini"
        self._item("scroll-text", "t2", f"{figure.base}: {workers}", table.base.document)
        target = figure.target
        if target is None:
            self._item("target", "t2", "Belum ada target.")
            return
        whose = "Target provinsi" if figure.target_is_province else "Target"
        people = f" atau {number(figure.target_people)} orang" if figure.target_people else ""
        self._item("target", "t2", f"{whose} {target.year}: {percent(target.share)}{people}", target.document)
        if figure.gap is not None:
            self._pair("Selisih", f"{points(figure.gap)}{NBSP}poin", strong=True)
        if figure.gap_people is not None and figure.gap_people > 0:
            self._pair("Masih kurang", f"{number(figure.gap_people)} orang", strong=True)

    def _remarks(self, figure: RegionCoverage, table: CoverageTable) -> None:
        remarks = [figure.note] if figure.note else []
        if figure.stale and figure.period is not None:
            remarks.append(f"Angka bulan {long_date(figure.period)}; untuk {long_date(table.period)} belum ada.")
        if figure.summed_children:
            remarks.append(f"Jumlah {figure.summed_children} wilayah di bawahnya.")
        if figure.elsewhere:
            remarks.append(f"Yang diketahui pada penyebut lain: {figure.elsewhere}.")
        if not remarks:
            return
        self._section("Catatan")
        for remark in remarks:
            self._item("info", "acc", remark)
