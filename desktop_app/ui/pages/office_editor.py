"""The office and its signatories as fields; what is wrong is said below the field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop_app.domain.agencies import agency_code, town_of
from desktop_app.domain.office import Office, Signatory, head_of_region
from desktop_app.domain.regions import Region
from desktop_app.ui.look import Look
from desktop_app.ui.region_choice import RegionChoice
from desktop_app.ui.widgets import Card, Icon, field, label, restyle

ONE_COLUMN_BELOW = 900
NIP_DIGITS = 18


class Field(QWidget):
    """A line to fill in, with its label above and below it a hint or what is wrong."""

    changed = Signal()

    def __init__(self, look: Look, title: str, example: str = "", hint: str = "") -> None:
        super().__init__()
        self.edit, self._hint, self._problem = (
            QLineEdit(),
            label(hint, "hint", wrap=True),
            label("", "error", wrap=True),
        )
        self.edit.setPlaceholderText(example)
        column = field(title, self.edit)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint)
        self._sign = Icon(look, "circle-alert", "bad", 13)
        wrong = QHBoxLayout()
        wrong.setSpacing(6)
        wrong.addWidget(self._sign)
        wrong.addWidget(self._problem, 1)
        column.addLayout(wrong)
        self.setLayout(column)
        self.show_problem("")
        self.edit.textChanged.connect(self.changed)

    @property
    def text(self) -> str:
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        self.edit.setText(text)
        self.edit.setCursorPosition(0)

    def show_problem(self, sentence: str) -> None:
        """Mark the field as wrong and say why; “” for a good one."""
        self._problem.setText(sentence)
        for part in (self._problem, self._sign):
            part.setVisible(bool(sentence))
        self._hint.setVisible(bool(self._hint.text()) and not sentence)
        restyle(self.edit, "wrong", bool(sentence))


class OfficeEditor(QWidget):
    """Shows an office and gives it back as filled in. `changed`: some field is another."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.region = RegionChoice()
        self.agency = Field(look, "Nama dinas, seperti pada kop surat", "Misalnya Dinas Tenaga Kerja")
        self.number_code = Field(look, "Kode pada nomor surat", "Misalnya DISNAKER", "500.15.14/…/KODE/2026")
        self.seat = Field(look, "Tempat surat ditetapkan", "Misalnya Gianyar")
        self.address = Field(look, "Alamat pada kop surat", "Jalan, nomor, kota, kode pos")
        self.branch = Field(look, "Cabang BPJS Ketenagakerjaan", "Misalnya Kantor Cabang Bali Gianyar")
        self.clerk = Field(look, "Nama petugas", "Misalnya Ni Made Contoh", "Tertulis sebagai pembuat ringkasan.")
        self.head_title = Field(look, "Jabatan", "Misalnya Bupati Gianyar")
        self.head_name = Field(look, "Nama dan gelar", "Misalnya I Made Contoh")
        self.chief_title = Field(look, "Jabatan", "Misalnya Kepala Dinas")
        self.chief_name = Field(look, "Nama dan gelar", "Misalnya Ni Luh Contoh, S.Sos.")
        self.chief_rank = Field(look, "Pangkat", "Misalnya Pembina Tingkat I")
        self.chief_nip = Field(look, "NIP", "18 angka", "18 angka, atau kosongkan.")
        self._sample, self._loading, self._agency = False, False, ""
        self._region: Region | None = None
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(16)
        self._columns.addWidget(self._office_card(), 1)
        self._columns.addWidget(self._signatory_card(), 1)
        self.region.changed.connect(self._region_changed)
        self.agency.changed.connect(self._agency_changed)
        for each in self._fields():
            each.changed.connect(self._tell)

    def show_office(self, office: Office) -> None:
        self._loading, self._sample = True, office.sample
        self.region.choose(office.region)
        self._region = self.region.region
        for each, text in zip(self._fields(), _texts(office), strict=True):
            each.set_text(text)
        self._loading = False
        self._tell()

    def office(self) -> Office:
        """The office as filled in; `problem` says whether it can be kept."""
        region = self.region.region
        return Office(
            region=region.code if region is not None else "",
            agency=self.agency.text,
            number_code=self.number_code.text,
            seat=self.seat.text,
            address=self.address.text,
            branch=self.branch.text,
            clerk=self.clerk.text,
            head=Signatory(title=self.head_title.text, name=self.head_name.text),
            chief=Signatory(
                title=self.chief_title.text,
                name=self.chief_name.text,
                rank=self.chief_rank.text,
                nip=self.chief_nip.text.replace(" ", ""),
            ),
            sample=self._sample,
        )

    @property
    def problem(self) -> str:
        """Why the office cannot be kept as it is; “” when it can."""
        if self.region.region is None:
            return "Pilih provinsi dan kabupaten/kota."
        return agency_problem(self.agency.text) or nip_problem(self.chief_nip.text)

    def set_narrow(self, narrow: bool) -> None:
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)

    def _fields(self) -> tuple[Field, ...]:
        """In the order of `_texts`."""
        return (
            self.agency, self.number_code, self.seat, self.address, self.branch, self.clerk, self.head_title,
            self.head_name, self.chief_title, self.chief_name, self.chief_rank, self.chief_nip,
        )  # fmt: skip

    def _office_card(self) -> Card:
        card = Card("Kantor")
        card.body.setSpacing(12)
        for part in (self.region, self.agency, self.address):
            card.body.addWidget(part)
        card.body.addLayout(_pair(self.seat, self.number_code))
        card.body.addLayout(_pair(self.branch, self.clerk))
        card.body.addStretch(1)
        return card

    def _signatory_card(self) -> Card:
        card = Card("Penanda tangan")
        card.body.setSpacing(12)
        card.body.addWidget(label("Kepala daerah", "strong"))
        card.body.addLayout(_pair(self.head_title, self.head_name))
        card.body.addWidget(label("Kepala daerah menandatangani tanpa NIP dan pangkat.", "hint", wrap=True))
        card.body.addSpacing(8)
        card.body.addWidget(label("Kepala dinas", "strong"))
        card.body.addLayout(_pair(self.chief_title, self.chief_name))
        card.body.addLayout(_pair(self.chief_rank, self.chief_nip))
        card.body.addStretch(1)
        return card

    def _region_changed(self) -> None:
        """Carry the proposals of the region along: title of its head, town; what was written by hand stays."""
        before, self._region = self._region, self.region.region
        if self._region is not None and not self._loading:
            _exchange(self.head_title, head_of_region(before) if before else "", head_of_region(self._region))
            _exchange(self.seat, town_of(before), town_of(self._region))
        self._tell()

    def _agency_changed(self) -> None:
        """Carry the proposed code along with the name; one written by hand stays."""
        before, self._agency = self._agency, self.agency.text
        if not self._loading:
            _exchange(self.number_code, agency_code(before), agency_code(self._agency))

    def _tell(self) -> None:
        if not self._loading:
            # An office that nobody has begun to fill in is not yet wrong.
            self.agency.show_problem(agency_problem(self.agency.text) if self.region.region is not None else "")
            self.chief_nip.show_problem(nip_problem(self.chief_nip.text))
            self.changed.emit()


def agency_problem(text: str) -> str:
    return "" if text else "Isi nama dinas seperti pada kop surat."


def nip_problem(text: str) -> str:
    """A NIP is 18 digits; an office may leave it out."""
    bare = text.replace(" ", "")
    if not bare or (len(bare) == NIP_DIGITS and bare.isascii() and bare.isdigit()):
        return ""
    if bare.isascii() and bare.isdigit():
        return f"NIP terdiri dari 18 angka; yang tertulis {len(bare)} angka."
    return "NIP hanya berisi angka, 18 angka tanpa tanda baca."


def _texts(office: Office) -> tuple[str, ...]:
    """In the order of `OfficeEditor._fields`."""
    head, chief = office.head, office.chief
    return (
        office.agency, office.number_code, office.seat, office.address, office.branch, office.clerk, head.title,
        head.name, chief.title, chief.name, chief.rank, chief.nip,
    )  # fmt: skip


def _exchange(line: Field, before: str, after: str) -> None:
    if line.text in ("", before):
        line.set_text(after)


def _pair(left: Field, right: Field) -> QGridLayout:
    """Two fields of the same width, side by side and level at the top."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    for place, part in enumerate((left, right)):
        grid.addWidget(part, 0, place, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(place, 1)
    return grid
