"""How the office's letters are laid out: paper, margins, font, emblem, Aksara Bali, footnote and tembusan."""

from dataclasses import replace

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QDoubleSpinBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.domain.letters import LetterLayout, Paper
from desktop_app.domain.office import Office
from desktop_app.ui.look import Look
from desktop_app.ui.pages.form_fields import Field, pair
from desktop_app.ui.pages.image_choice import ImageChoice
from desktop_app.ui.pages.page_sketch import PageSketch
from desktop_app.ui.widgets import Button, Card, field, label

FONTS = ("Arial", "Bookman Old Style", "Calibri", "Cambria", "Tahoma", "Times New Roman")
TTE = (
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh Balai"
    " Sertifikasi Elektronik (BSrE)."
)
"""Usual wording; not confirmed by a rule at hand, so the hint asks to compare it with the office's own."""
_PAPERS = {Paper.A4: "A4 (210 × 297 mm)", Paper.F4: "F4 (215 × 330 mm)"}


class LayoutEditor(QWidget):
    """Shows the layout of an office and puts it into one. `image_wanted`: a file for “emblem”, “garuda” or

    “aksara_image”, as a Path.
    """

    changed = Signal()
    image_wanted = Signal(str, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.paper, self.typeface = QComboBox(), QComboBox()
        for paper, words in _PAPERS.items():
            self.paper.addItem(words, paper)
        self.typeface.setEditable(True)
        self.typeface.addItems(FONTS)
        self.type_size = _amount(9, 14, 0.5, " pt")
        self.top, self.right, self.bottom, self.left = (_amount(0.5, 5, 0.1, " cm") for _ in range(4))
        self.emblem = ImageChoice(look, "Lambang daerah", "Di kiri kop dinas dan Sekretariat Daerah.")
        self.garuda = ImageChoice(look, "Lambang negara", "Di atas kop surat kepala daerah.")
        self.aksara_image = ImageChoice(look, "Aksara Bali sebagai gambar", "Baris kedua kop, bila dipakai.")
        self.aksara = Field(look, "Aksara Bali sebagai teks", "", "Memerlukan fon Aksara Bali di komputer ini.")
        self.has_tte, self.tte = QCheckBox("Cantumkan catatan tanda tangan elektronik (TTE)"), QPlainTextEdit()
        self.copies = QPlainTextEdit()
        self.usual = Button(look, "Kembalikan ukuran bawaan", "rotate-ccw", small=True)
        self.sketch = PageSketch(look)
        self._shown, self._loading = LetterLayout(), False
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(16)
        for card in (self._page_card(), self._head_card()):
            self._columns.addWidget(card, 1)
        self._connect()

    def show_office(self, office: Office) -> None:
        self._loading, self._shown = True, office.layout
        layout = office.layout
        self.paper.setCurrentIndex(self.paper.findData(layout.paper))
        self.typeface.setCurrentText(layout.font)
        for box, value in zip(self._amounts(), _amounts_of(layout), strict=True):
            box.setValue(value)
        self.aksara.set_text(layout.aksara)
        self.has_tte.setChecked(bool(layout.tte))
        self.tte.setPlainText(layout.tte or TTE)
        self.copies.setPlainText("\n".join(office.copies))
        self._loading = False
        self._show_images()

    def show_image(self, name: str, file: str) -> None:
        """Another image for “emblem”, “garuda” or “aksara_image”; “” takes it out."""
        self._shown = replace(self._shown, **{name: file})  # type: ignore[arg-type]
        self._show_images()

    def _show_images(self) -> None:
        for choice, name in self._images():
            choice.show_name(name)
        self._tell()

    def with_layout(self, office: Office) -> Office:
        """`office` with what is filled in here."""
        copies = tuple(line.strip() for line in self.copies.toPlainText().splitlines() if line.strip())
        return replace(office, layout=self._layout(), copies=copies)

    def set_narrow(self, narrow: bool) -> None:
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )  # fmt: skip

    def _layout(self) -> LetterLayout:
        size, top, right, bottom, left = (round(box.value(), 2) for box in self._amounts())
        paper = Paper(self.paper.currentData() or Paper.A4)
        return replace(
            self._shown, paper=paper, font=self.typeface.currentText().strip() or "Arial", size=size, top=top,
            right=right, bottom=bottom, left=left, aksara=self.aksara.text,
            tte=" ".join(self.tte.toPlainText().split()) if self.has_tte.isChecked() else "",
        )  # fmt: skip

    def _amounts(self) -> tuple[QDoubleSpinBox, ...]:
        """In the order of `_amounts_of`."""
        return self.type_size, self.top, self.right, self.bottom, self.left

    def _images(self) -> tuple[tuple[ImageChoice, str], ...]:
        shown = self._shown
        return (self.emblem, shown.emblem), (self.garuda, shown.garuda), (self.aksara_image, shown.aksara_image)

    def _page_card(self) -> Card:
        card = Card("Kertas, tepi, dan huruf")
        card.add_action(self.usual)
        card.body.setSpacing(12)
        inputs = QVBoxLayout()
        inputs.setSpacing(12)
        inputs.addLayout(field("Kertas", self.paper))
        inputs.addLayout(pair(_titled("Huruf", self.typeface), _titled("Ukuran", self.type_size)))
        inputs.addLayout(pair(_titled("Tepi atas", self.top), _titled("Tepi bawah", self.bottom)))
        inputs.addLayout(pair(_titled("Tepi kiri", self.left), _titled("Tepi kanan", self.right)))
        inputs.addStretch(1)
        beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        beside.setSpacing(16)
        beside.addLayout(inputs, 1)
        beside.addWidget(self.sketch)
        card.body.addLayout(beside)
        hint = "Periksa tata naskah dinas daerah Anda. Ukuran ini dipakai semua surat berikutnya; templat Word tetap milik kantor."
        card.body.addWidget(label(hint, "hint", wrap=True))
        self.copies.setPlaceholderText("Satu penerima tembusan per baris. Kosong: mengikuti jenis surat.")
        self.copies.setFixedHeight(88)
        card.body.addLayout(field("Tembusan setiap surat", self.copies))
        card.body.addStretch(1)
        return card

    def _head_card(self) -> Card:
        card = Card("Kop dan kaki surat")
        card.body.setSpacing(12)
        for choice, _ in self._images()[:2]:
            card.body.addWidget(choice)
        hint = "Cakupan tidak menyertakan lambang resmi. Sebelum gambar dipilih, kop memuat lingkaran kosong."
        card.body.addWidget(label(hint, "hint", wrap=True))
        card.body.addWidget(self.aksara)
        card.body.addWidget(self.aksara_image)
        card.body.addWidget(self.has_tte)
        self.tte.setFixedHeight(62)
        self.tte.setAccessibleName("Catatan tanda tangan elektronik")
        card.body.addWidget(self.tte)
        card.body.addWidget(label("Samakan kalimat ini dengan yang dipakai kantor Anda.", "hint", wrap=True))
        card.body.addStretch(1)
        return card

    def _connect(self) -> None:
        for box in self._amounts():
            box.valueChanged.connect(self._tell)
        self.paper.currentIndexChanged.connect(self._tell)
        self.typeface.currentTextChanged.connect(self._tell)
        self.aksara.changed.connect(self._tell)
        for text in (self.tte, self.copies):
            text.textChanged.connect(self._tell)
        self.has_tte.toggled.connect(self._tell)
        self.usual.clicked.connect(self._take_usual)
        for name, choice in (("emblem", self.emblem), ("garuda", self.garuda), ("aksara_image", self.aksara_image)):
            choice.chosen.connect(lambda path, name=name: self.image_wanted.emit(name, path))
            choice.taken_out.connect(lambda name=name: self.show_image(name, ""))

    def _take_usual(self) -> None:
        """Paper, margins and font as they are shipped; images and words stay."""
        usual = LetterLayout()
        self.paper.setCurrentIndex(self.paper.findData(usual.paper))
        self.typeface.setCurrentText(usual.font)
        for box, value in zip(self._amounts(), _amounts_of(usual), strict=True):
            box.setValue(value)

    def _tell(self) -> None:
        if self._loading:
            return
        self.tte.setEnabled(self.has_tte.isChecked())
        self.sketch.show_layout(self._layout())
        self.changed.emit()


def _amounts_of(layout: LetterLayout) -> tuple[float, ...]:
    return layout.size, layout.top, layout.right, layout.bottom, layout.left


def _amount(lowest: float, highest: float, step: float, suffix: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setLocale(QLocale(QLocale.Language.Indonesian))
    box.setRange(lowest, highest)
    box.setSingleStep(step)
    box.setDecimals(1)
    box.setSuffix(suffix)
    box.lineEdit().setTextMargins(9, 0, 9, 0)
    return box


def _titled(title: str, widget: QWidget) -> QWidget:
    holder = QWidget()
    column = field(title, widget)
    column.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(column)
    return holder
