"""What a report holds, what it is made of, and the buttons that make it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from desktop_app.analysis.compliance.spans import SpanKind, span_of
from desktop_app.domain.indonesian import long_date, month_year
from desktop_app.domain.regions import Region
from desktop_app.operations.compliance.order import TITLES, ReportKind, ReportOrder
from desktop_app.ui.letter_inputs import Choice
from desktop_app.ui.look import Look
from desktop_app.ui.query_bar import Seen
from desktop_app.ui.widgets import Button, Card, Icon, clear, field, label, row

CONTENTS: dict[ReportKind, tuple[tuple[str, str], ...]] = {
    ReportKind.RINGKASAN: (
        ("Halaman pimpinan", "tiga angka, satu grafik, satu peta, dan lima kalimat dari data"),
        ("Cakupan", "setiap wilayah terhadap target, kekurangan dalam orang"),
        ("Perusahaan", "menurut golongan dan kecamatan, umur tunggakan, langkah dan hasil"),
        ("Pekerja rentan", "dari usulan sampai diterima, menurut desa dan sumber dana; desa yang masih nol"),
        ("Non-ASN dan perangkat desa", "menurut pemberi kerja di daftar peserta"),
        ("Temuan dan mutu data", "per pengirim"),
        ("Lampiran dan sumber", "semua tabel, berkas asal, penyebut, target, rumus"),
    ),
    ReportKind.PAKET: (
        ("Ringkasan", "Excel dan PDF"),
        ("Grafik", "cakupan, perkembangan, peta"),
        ("Surat yang belum dikirim", "Word dan PDF, bila ada"),
        ("Daftar isi", "berkas, pelapor yang terlambat, dan catatan"),
    ),
    ReportKind.KARTU_SKOR: (
        ("Satu halaman per kecamatan", "peserta, kekurangan, kuota dan yang terdaftar, sumber dana, peringkat desa"),
    ),
    ReportKind.NON_ASN: (
        ("Perangkat daerah", "orang menurut pemberi kerja dan program, dibanding triwulan sebelumnya"),
        ("Pemerintah desa", "perangkat desa menurut desa; desa tanpa seorang pun"),
        ("Jatuh tempo", "tanggal 10 sesudah triwulan berakhir"),
    ),
    ReportKind.PARITRANA: (
        ("Regulasi, anggaran, kinerja, inovasi", "yang sudah dibuktikan data, dengan angka dan sumbernya"),
        ("Bukti yang belum ada", "dan berkas yang Anda taruh di folder paritrana"),
    ),
    ReportKind.BELUM_DESA: (
        ("Calon peserta yang belum aktif", "menurut daftar pekerja rentan dan daftar peserta terbaru"),
        ("NIK disamarkan", "kecuali daftar itu dikirim kepada desanya sendiri, dengan tujuan yang dicatat"),
    ),
    ReportKind.BELUM_PERUSAHAAN: (
        ("Perusahaan dengan pekerja yang belum didaftarkan", "pekerja sebenarnya dan terdaftar"),
        ("Orang yang bulan lalu ada, bulan ini tidak", "NIK selalu disamarkan"),
    ),
}
_FEW = "Sembunyikan jumlah di bawah 5 orang (untuk luar kantor)"
_WITH_PDF = frozenset(ReportKind) - {ReportKind.PAKET}


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen: kecamatan and villages of the office's region, and the newest month."""

    seen: Seen
    kecamatan: tuple[Region, ...]
    villages: tuple[tuple[Region, Region], ...]
    home: Region | None


class ReportPanel(Card):
    """`wanted`: a `ReportOrder` to be made. `folder_wanted`: the folder for evidence of Paritrana."""

    wanted = Signal(object)
    folder_wanted = Signal()
    stopped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(TITLES[ReportKind.RINGKASAN])
        self.elide_title()
        self._look, self._kind = look, ReportKind.RINGKASAN
        self._offered: Offered | None = None
        self._contents = QVBoxLayout()
        self._contents.setSpacing(6)
        self.span, self.place, self.village = Choice(), Choice(), Choice()
        self.span.offer([(kind.value.capitalize(), kind) for kind in SpanKind], SpanKind.BULAN)
        self.few = QCheckBox(_FEW)
        self.few.setChecked(True)
        self.purpose = QLineEdit()
        self.purpose.setPlaceholderText("Misalnya validasi daftar oleh Perbekel")
        self._about = label("", "hint", wrap=True)
        self.excel = Button(look, "Buat Excel", "file-spreadsheet", kind="primary")
        self.pdf = Button(look, "Buat PDF", "file-text")
        self.package = Button(look, "Buat paket", "folder", kind="primary")
        self.evidence = Button(look, "Buka folder bukti", "folder-open")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.stop = Button(look, "Hentikan", "circle-stop", small=True)
        self._lay_out()
        self._connect()
        self.set_busy(False)

    @property
    def order(self) -> ReportOrder:
        """What is chosen, without the kind of file."""
        seen = self._offered.seen if self._offered else None
        answer = seen.answer if seen else None
        kind = self._kind
        region = self.place.currentData() or (answer.region.code if answer else "")
        return ReportOrder(
            kind=kind, region=str(region or ""), day=answer.table.period if answer and kind in _DATED else None,
            span=SpanKind(self.span.currentData() or SpanKind.BULAN), base=answer.table.base.name if answer else None,
            target_document=seen.query.target_document if seen else None, leaves_office=self.few.isChecked(),
            open_for=str(self.village.currentData() or "") if kind is ReportKind.BELUM_DESA else "",
            purpose=self.purpose.text().strip(),
        )  # fmt: skip

    def show_kind(self, kind: ReportKind) -> None:
        self._kind = kind
        self.set_title(TITLES[kind])
        clear(self._contents)
        for title, what in CONTENTS[kind]:
            line = row(Icon(self._look, "check", "acc", 14), label(title, "strong"), spacing=8)
            line.addWidget(label(what, "detail", wrap=True), 1)
            self._contents.addLayout(line)
        self._show_choices()

    def show_offered(self, offered: Offered) -> None:
        self._offered = offered
        self._show_choices()

    def set_busy(self, busy: bool, words: str = "") -> None:
        for part in (self.progress, self.stop):
            part.setVisible(busy)
        self.progress.setRange(0, 0)
        for button in (self.excel, self.pdf, self.package):
            button.setEnabled(not busy)
        if not busy:
            self._allow()

    def show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _lay_out(self) -> None:
        self.body.setSpacing(12)
        self.body.addLayout(self._contents)
        choices = QHBoxLayout()
        choices.setSpacing(12)
        self._fields: dict[str, QWidget] = {}
        for name, title, widget in (
            ("span", "Rentang", self.span), ("place", "Wilayah", self.place), ("village", "NIK lengkap untuk", self.village),
            ("purpose", "Tujuan, dicatat", self.purpose),
        ):  # fmt: skip
            holder = QWidget()
            column = field(title, widget)
            column.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(column)
            self._fields[name] = holder
            choices.addWidget(holder, 1)
        self.body.addLayout(choices)
        self.body.addWidget(self.few)
        self.body.addWidget(self._about)
        self.body.addStretch(1)
        foot = self.add_foot()
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.stop)
        foot.addStretch(1)
        for button in (self.evidence, self.pdf, self.excel, self.package):
            foot.addWidget(button)

    def _connect(self) -> None:
        self.excel.clicked.connect(lambda: self._want(".xlsx"))
        self.pdf.clicked.connect(lambda: self._want(".pdf"))
        self.package.clicked.connect(lambda: self._want(".xlsx"))
        self.evidence.clicked.connect(self.folder_wanted)
        self.stop.clicked.connect(self.stopped)
        self.span.activated.connect(lambda _: self._tell_about())
        self.village.activated.connect(lambda _: self._show_purpose())
        self.purpose.textChanged.connect(lambda _: self._allow())

    def _want(self, suffix: str) -> None:
        self.wanted.emit(replace(self.order, suffixes=(suffix,)))

    def _show_choices(self) -> None:
        kind, offered = self._kind, self._offered
        package = kind is ReportKind.PAKET
        self._fields["span"].setVisible(kind in (ReportKind.RINGKASAN, ReportKind.PAKET))
        self._fields["place"].setVisible(kind is ReportKind.KARTU_SKOR)
        self._fields["village"].setVisible(kind is ReportKind.BELUM_DESA)
        self.few.setVisible(kind not in (ReportKind.BELUM_DESA, ReportKind.BELUM_PERUSAHAAN))
        self.evidence.setVisible(kind is ReportKind.PARITRANA)
        self.excel.setVisible(not package)
        self.pdf.setVisible(kind in _WITH_PDF)
        self.package.setVisible(package)
        if offered is not None:
            self._offer(kind, offered)
        self._show_purpose()
        self._tell_about()
        self._allow()

    def _offer(self, kind: ReportKind, offered: Offered) -> None:
        if kind is ReportKind.KARTU_SKOR:
            home = [(f"Semua kecamatan di {offered.home.full_name}", offered.home.code)] if offered.home else []
            chosen = self.place.currentData() or (home[0][1] if home else None)
            self.place.offer([*home, *((one.full_name, one.code) for one in offered.kecamatan)], chosen)
        else:
            self.place.offer([], None)
        villages = [("Tidak ada, semua NIK disamarkan", "")]
        villages += [
            (f"{village.full_name}, {kecamatan.name}", village.code) for kecamatan, village in offered.villages
        ]
        self.village.offer(villages, self.village.currentData() or "")

    def _show_purpose(self) -> None:
        whole = self._kind is ReportKind.BELUM_DESA and bool(self.village.currentData())
        self._fields["purpose"].setVisible(whole)
        self._allow()

    def _tell_about(self) -> None:
        answer = self._offered.seen.answer if self._offered else None
        if answer is None:
            self._about.setText("Belum ada angka cakupan untuk wilayah ini.")
            return
        table = answer.table
        words = f"{answer.region.full_name}, penyebut {table.base.name}, data {long_date(table.period)}."
        if self._kind in (ReportKind.RINGKASAN, ReportKind.PAKET):
            span = span_of(SpanKind(self.span.currentData() or SpanKind.BULAN), table.period)
            words = f"{span.title}: {words}"
        elif self._kind is ReportKind.BELUM_DESA:
            words = f"Daftar terbaru sampai {month_year(table.period)}, wilayah {answer.region.full_name}."
        self._about.setText(words)

    def _allow(self) -> None:
        """Figures are needed for all; a purpose where whole NIK are asked for."""
        why = ""
        if self._offered is None or self._offered.seen.answer is None:
            why = "Impor rekap dan penyebut lebih dulu."
        elif self._kind is ReportKind.BELUM_DESA and self.village.currentData() and not self.purpose.text().strip():
            why = "Isi tujuan pengiriman NIK lengkap."
        for button in (self.excel, self.pdf, self.package):
            button.setEnabled(not why and self.progress.isHidden())
            button.setToolTip(why)


_DATED = (
    ReportKind.RINGKASAN,
    ReportKind.PAKET,
    ReportKind.KARTU_SKOR,
    ReportKind.BELUM_DESA,
    ReportKind.BELUM_PERUSAHAAN,
)
