"""The first form: whose office this is, who signs, and where its workspace will lie."""

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QFileDialog, QLabel, QLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.agencies import AGENCIES, agency_code, town_of
from desktop_app.domain.office import Office, Signatory, head_of_region
from desktop_app.domain.regions import Region
from desktop_app.operations.offices import province_of
from desktop_app.operations.workspace import is_workspace
from desktop_app.ui.letterhead import Letterhead, lines_of_agency, lines_of_head
from desktop_app.ui.look import Look
from desktop_app.ui.region_choice import RegionChoice, known_regions
from desktop_app.ui.widgets import Button, ElidedLabel, Icon, field, frame, label, row

CHIEF = "Kepala Dinas"
CHIEF_HINT = "NIP dan pangkat dapat dilengkapi di Pengaturan sebelum surat pertama dibuat."
HEAD_HINT = "Kepala daerah menandatangani tanpa NIP dan pangkat."


@dataclass(frozen=True, slots=True)
class Post:
    """What the person who signs is: `title` as in the letter, `of_head` for a head of region."""

    title: str
    of_head: bool


def posts(region: Region | None) -> list[Post]:
    """Who may sign: chiefs of the dinas, and the head of the region once it is known."""
    chiefs = [Post(f"{mark}{CHIEF}", False) for mark in ("", "Plt. ", "Plh. ")]
    if region is None:
        return chiefs
    return chiefs + [Post(f"{mark}{head_of_region(region)}", True) for mark in ("", "Pj. ", "Plt. ")]


class OfficeForm(QWidget):
    """`changed`: a field is another; `submitted`: Enter was pressed in one."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, look: Look, documents: Path) -> None:
        super().__init__()
        self._parent, self._proposed = documents, ""
        self.folder = documents
        self.region = RegionChoice()
        self.agency, self.post, self.signatory = QLineEdit(), QComboBox(), QLineEdit()
        self.agency.setPlaceholderText("Misalnya Dinas Tenaga Kerja")
        self.signatory.setPlaceholderText("Misalnya I Made Contoh, S.H., M.Si.")
        completer = QCompleter(sorted(set(AGENCIES.values())), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.agency.setCompleter(completer)
        self._letterhead = Letterhead()
        self._place = ElidedLabel()
        self._change_place = Button(look, "Ubah", kind="link", name="Ubah folder ruang kerja")
        self._signs_hint, self._taken = label("", "hint"), label("", "hint")
        self._lay_out(look)
        self._connect()
        self._region_changed()

    @property
    def missing(self) -> str:
        """What is still to be filled in, as a sentence; empty when the office is complete."""
        if self.region.region is None:
            return "Pilih provinsi dan kabupaten/kota."
        if not self.agency.text().strip():
            return "Isi nama dinas."
        return "" if self.signatory.text().strip() else "Isi nama penanda tangan."

    def office(self) -> Office:
        """The office as filled in; the other names are completed in Pengaturan or with the first letter."""
        region, post = self.region.region, self._post()
        assert region is not None, "asked for an office while `missing`"
        signs = Signatory(title=post.title, name=self.signatory.text().strip())
        agency = self.agency.text().strip()
        return Office(
            region=region.code,
            agency=agency,
            number_code=agency_code(agency),
            seat=town_of(region),
            head=signs if post.of_head else Signatory(title=head_of_region(region)),
            chief=Signatory(title=CHIEF) if post.of_head else signs,
        )

    def _lay_out(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.region)
        column.addLayout(field("Nama dinas, seperti pada kop surat", self.agency))
        signs = row(spacing=12)
        signs.addLayout(field("Jabatan penanda tangan", self.post), 1)
        signs.addLayout(field("Nama dan gelar", self.signatory), 2)
        column.addLayout(_with_hint(signs, self._signs_hint))
        column.addLayout(field("Tampil pada kop surat", self._letterhead))
        place = field("Ruang kerja: satu folder untuk data, surat, dan cadangan", self._place_box(look))
        column.addLayout(_with_hint(place, self._taken))

    def _place_box(self, look: Look) -> QWidget:
        box = frame("choice")
        box.setFixedHeight(32)
        line = row(Icon(look, "folder"), self._place, self._change_place)
        line.setContentsMargins(10, 0, 8, 0)
        box.setLayout(line)
        return box

    def _connect(self) -> None:
        self.region.changed.connect(self._region_changed)
        self.agency.textChanged.connect(self._show)
        self.post.currentIndexChanged.connect(self._show)
        self.signatory.textChanged.connect(self._show)
        self._change_place.clicked.connect(self._choose_place)
        for edit in (self.agency, self.signatory):
            edit.returnPressed.connect(self.submitted)

    def _region_changed(self) -> None:
        region = self.region.region
        self._offer_agency(AGENCIES.get(region.code, "") if region is not None else "")
        self._offer_posts(posts(region))
        self.refresh_place()
        self._show()

    def _offer_agency(self, name: str) -> None:
        """Propose the name of the dinas where nobody wrote another."""
        if self.agency.text().strip() in ("", self._proposed):
            self.agency.setText(name)
        self._proposed = name

    def _offer_posts(self, offered: list[Post]) -> None:
        place = max(self.post.currentIndex(), 0)
        was = self.post.blockSignals(True)
        self.post.clear()
        for post in offered:
            self.post.addItem(post.title, post)
        self.post.setCurrentIndex(min(place, len(offered) - 1))
        self.post.blockSignals(was)

    def _post(self) -> Post:
        post = self.post.currentData()
        assert isinstance(post, Post)
        return post

    def _choose_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Tempat ruang kerja baru", str(self._parent))
        if chosen:
            self._parent = Path(chosen)
            self.refresh_place()

    def refresh_place(self) -> None:
        """Propose a folder below the chosen one that is no workspace yet."""
        region = self.region.region
        name = f"Cakupan {region.short_name}" if region is not None else "Cakupan"
        self.folder = free_folder(self._parent, name)
        self._place.set_text(f"{self._parent.name or self._parent}{os.sep}{self.folder.name}")
        self._place.setToolTip(str(self.folder))
        self._taken.setText(f"Ruang kerja “{name}” sudah ada di sini. Yang baru diberi nama “{self.folder.name}”.")
        self._taken.setVisible(self.folder.name != name)

    def _show(self) -> None:
        region, of_head = self.region.region, self._post().of_head
        self._signs_hint.setText(HEAD_HINT if of_head else CHIEF_HINT)
        if region is not None and of_head:
            self._letterhead.show_lines(lines_of_head(region, known_regions()[province_of(region.code)]))
        else:
            self._letterhead.show_lines(lines_of_agency(region, self.agency.text()))
        self.changed.emit()


def _with_hint(inputs: QLayout, hint: QLabel) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(5)
    column.addLayout(inputs)
    column.addWidget(hint)
    return column


def free_folder(parent: Path, name: str) -> Path:
    """`name` below `parent`, with a number behind it where that is a workspace already."""
    folder, number = parent / name, 2
    while is_workspace(folder):
        folder, number = parent / f"{name} {number}", number + 1
    return folder
