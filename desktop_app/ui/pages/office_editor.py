"""The office and its signatories as fields; what is wrong is said below the field."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.domain.agencies import agency_code, town_of
from desktop_app.domain.office import Office, head_of_region
from desktop_app.domain.regions import Region
from desktop_app.ui.look import Look
from desktop_app.ui.pages.form_fields import Field, pair
from desktop_app.ui.pages.signatory_editor import SignatoryEditor
from desktop_app.ui.region_choice import RegionChoice
from desktop_app.ui.widgets import Card, rule

ONE_COLUMN_BELOW = 900


class OfficeEditor(QWidget):
    """Shows an office and gives it back as filled in. `changed`: some field is another."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.region = RegionChoice()
        self.agency = Field(look, "Nama dinas, seperti pada kop surat", "Misalnya Dinas Tenaga Kerja")
        self.number_code = Field(look, "Kode pada nomor surat", "Misalnya DISNAKER", "500.15.14/…/KODE/2026")
        self.seat = Field(look, "Tempat surat ditetapkan", "Misalnya Gianyar")
        self.address = Field(look, "Alamat dinas pada kop surat", "Jalan, nomor, kota, kode pos")
        self.secretariat_address = Field(look, "Alamat Sekretariat Daerah", "Untuk surat Sekretaris Daerah")
        self.branch = Field(look, "Cabang BPJS Ketenagakerjaan", "Misalnya Kantor Cabang Bali Gianyar")
        self.clerk = Field(look, "Nama petugas", "Misalnya Ni Made Contoh", "Tertulis sebagai pembuat ringkasan.")
        self.head = SignatoryEditor(
            look, "Kepala daerah", "Misalnya Bupati Gianyar", "Misalnya I Made Contoh", of_head=True
        )
        self.secretary = SignatoryEditor(
            look, "Sekretaris daerah", "Misalnya Sekretaris Daerah", "Misalnya I Wayan Contoh, S.Sos."
        )
        self.chief = SignatoryEditor(look, "Kepala dinas", "Misalnya Kepala Dinas", "Misalnya Ni Luh Contoh, S.Sos.")
        self._shown = Office(region="", agency="")
        self._loading, self._agency = False, ""
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
        for who in self._people():
            who.changed.connect(self._tell)

    def show_office(self, office: Office) -> None:
        self._loading, self._shown = True, office
        self.region.choose(office.region)
        self._region = self.region.region
        for each, text in zip(self._fields(), _texts(office), strict=True):
            each.set_text(text)
        for editor, who in zip(self._people(), (office.head, office.secretary, office.chief), strict=True):
            editor.show_signatory(who)
        self._loading = False
        self._tell()

    def office(self) -> Office:
        """The office as filled in; `problem` says whether it can be kept. What is not edited here stays as it was shown."""
        region = self.region.region
        return replace(
            self._shown,
            region=region.code if region is not None else "",
            agency=self.agency.text,
            number_code=self.number_code.text,
            seat=self.seat.text,
            address=self.address.text,
            secretariat_address=self.secretariat_address.text,
            branch=self.branch.text,
            clerk=self.clerk.text,
            head=self.head.signatory(),
            secretary=self.secretary.signatory(),
            chief=self.chief.signatory(),
        )

    @property
    def problem(self) -> str:
        """Why the office cannot be kept as it is; “” when it can."""
        if self.region.region is None:
            return "Pilih provinsi dan kabupaten/kota."
        return agency_problem(self.agency.text) or self.secretary.problem or self.chief.problem

    def set_narrow(self, narrow: bool) -> None:
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)

    def _fields(self) -> tuple[Field, ...]:
        """In the order of `_texts`."""
        return (
            self.agency, self.number_code, self.seat, self.address, self.secretariat_address, self.branch, self.clerk,
        )  # fmt: skip

    def _people(self) -> tuple[SignatoryEditor, ...]:
        return self.head, self.secretary, self.chief

    def _office_card(self) -> Card:
        card = Card("Kantor")
        card.body.setSpacing(12)
        for part in (self.region, self.agency, self.address, self.secretariat_address):
            card.body.addWidget(part)
        card.body.addLayout(pair(self.seat, self.number_code))
        card.body.addLayout(pair(self.branch, self.clerk))
        card.body.addStretch(1)
        return card

    def _signatory_card(self) -> Card:
        card = Card("Penanda tangan")
        card.body.setSpacing(12)
        for place, who in enumerate(self._people()):
            if place:
                card.body.addWidget(rule())
            card.body.addWidget(who)
        card.body.addStretch(1)
        return card

    def _region_changed(self) -> None:
        """Carry the proposals of the region along: title of its head, town; what was written by hand stays."""
        before, self._region = self._region, self.region.region
        if self._region is not None and not self._loading:
            _exchange(self.head.title, head_of_region(before) if before else "", head_of_region(self._region))
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
            self.changed.emit()


def agency_problem(text: str) -> str:
    return "" if text else "Isi nama dinas seperti pada kop surat."


def _texts(office: Office) -> tuple[str, ...]:
    """In the order of `OfficeEditor._fields`."""
    return (
        office.agency, office.number_code, office.seat, office.address, office.secretariat_address, office.branch,
        office.clerk,
    )  # fmt: skip


def _exchange(line: Field, before: str, after: str) -> None:
    if line.text in ("", before):
        line.set_text(after)
