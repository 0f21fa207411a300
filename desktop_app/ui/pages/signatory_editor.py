"""One signatory as fields: mark, post and name, rank and NIP where he has them, and in whose name he signs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.office import Signatory
from desktop_app.ui.look import Look
from desktop_app.ui.pages.form_fields import Field, nip_problem, pair
from desktop_app.ui.widgets import field, label

MARKS = ("", "Plt.", "Plh.", "Pj.")
_NO_MARK = "–"


class SignatoryEditor(QWidget):
    """`of_head`: signs without rank and NIP, and in nobody's name. `changed`: some field is another."""

    changed = Signal()

    def __init__(self, look: Look, heading: str, post: str, name: str, *, of_head: bool = False) -> None:
        super().__init__()
        self._of_head = of_head
        self.mark = QComboBox()
        self.mark.addItems([_NO_MARK, *MARKS[1:]])
        self.mark.setFixedWidth(76)
        self.mark.setToolTip("Plt. pelaksana tugas, Plh. pelaksana harian, Pj. penjabat")
        self.title = Field(look, "Jabatan", post)
        self.name = Field(look, "Nama dan gelar", name)
        self.rank = Field(look, "Pangkat", "Misalnya Pembina Tingkat I")
        self.nip = Field(look, "NIP", "18 angka", "18 angka, atau kosongkan.")
        self.behalf = Field(look, "Atas nama (a.n.)", "Misalnya Bupati Gianyar", "Kosongkan bila atas nama sendiri.")
        self.under = Field(look, "Untuk beliau (u.b.)", "Misalnya Asisten Administrasi Umum", "Jarang diperlukan.")
        self._lay_out(heading)
        for each in self._fields():
            each.changed.connect(self._tell)
        self.mark.currentIndexChanged.connect(self.changed)

    @property
    def problem(self) -> str:
        return "" if self._of_head else nip_problem(self.nip.text)

    def show_signatory(self, who: Signatory) -> None:
        self.mark.setCurrentIndex(MARKS.index(who.mark) if who.mark in MARKS else 0)
        texts = (who.title, who.name, who.rank, who.nip, who.behalf, who.under)
        for each, text in zip(self._fields(), texts, strict=True):
            each.set_text(text)

    def signatory(self) -> Signatory:
        mark, title, name = MARKS[self.mark.currentIndex()], self.title.text, self.name.text
        if self._of_head:
            return Signatory(mark=mark, title=title, name=name)
        return Signatory(
            mark=mark, title=title, name=name, rank=self.rank.text, nip=self.nip.text.replace(" ", ""),
            behalf=self.behalf.text, under=self.under.text,
        )  # fmt: skip

    def _fields(self) -> tuple[Field, ...]:
        return self.title, self.name, self.rank, self.nip, self.behalf, self.under

    def _lay_out(self, heading: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(heading, "strong"))
        post = QHBoxLayout()
        post.setSpacing(8)
        mark = field("Tanda", self.mark)
        mark.addStretch(1)
        post.addLayout(mark)
        post.addWidget(self.title, 1)
        names = QWidget()
        names.setLayout(post)
        post.setContentsMargins(0, 0, 0, 0)
        column.addLayout(pair(names, self.name))
        if self._of_head:
            column.addWidget(label("Kepala daerah menandatangani tanpa NIP dan pangkat.", "hint", wrap=True))
        else:
            column.addLayout(pair(self.rank, self.nip))
            column.addLayout(pair(self.behalf, self.under))

    def _tell(self) -> None:
        if not self._of_head:
            self.nip.show_problem(nip_problem(self.nip.text))
        self.changed.emit()
