"""The letters written so far, and in words the figures that each of them was made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.indonesian import long_date, number, percent
from desktop_app.domain.records import LetterRecord
from desktop_app.domain.regions import Region
from desktop_app.operations.offices import list_letters
from desktop_app.operations.reference_data import region_path
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.files import open_file, open_folder
from desktop_app.ui.look import Look
from desktop_app.ui.table import Column, Table
from desktop_app.ui.widgets import Button, Card, State, label
from desktop_app.ui.words import moment

TWO_LINES = 42
NO_FIGURES = "Surat ini tidak memuat angka cakupan: angkanya belum ada ketika surat dibuat."


@dataclass(frozen=True, slots=True)
class Written:
    """A letter with the region's name; `there`: its file is still where it was written."""

    record: LetterRecord
    region: str
    there: bool

    @property
    def path(self) -> Path:
        return Path(self.record.path)

    @property
    def subject(self) -> str:
        return sentence(self.record.subject, self.region)


def written_letters(workspace: Workspace) -> list[Written]:
    """Newest first."""
    return [
        Written(record, _name(region_path(workspace, record.region)), Path(record.path).is_file())
        for record in list_letters(workspace)
    ]


def _name(path: list[Region]) -> str:
    return path[-1].full_name if path else "–"


def sentence(subject: str, region: str) -> str:
    """A heading in capitals as a sentence: “Pelindungan … di Kabupaten Gianyar”."""
    plain = " ".join(subject.split())
    if not plain.isupper():
        return plain
    return plain.capitalize().replace(region.lower(), region)


def figure_words(figures: Mapping[str, Any]) -> tuple[str, ...]:
    """The frozen figures of a letter: what they say, then base, target and source."""
    share, month = figures.get("cakupan"), figures.get("bulan")
    if share is None or month is None:
        return (NO_FIGURES,)
    day = long_date(date.fromisoformat(month))
    active, workers = figures.get("peserta"), figures.get("penyebut")
    if active is None or workers is None:
        state = f"Per {day}: {percent(share)}, dilaporkan tanpa pembilang"
    else:
        state = f"Per {day}: {number(active)} peserta aktif dari {number(workers)} pekerja, {percent(share)}"
    beside = [f"Penyebut {figures['nama_penyebut']}", _target_words(figures)]
    if figures.get("sumber"):
        beside.append(f"Sumber: {figures['sumber']}")
    return state, " · ".join(filter(None, beside))


def _target_words(figures: Mapping[str, Any]) -> str:
    if figures.get("target") is None:
        return ""
    words = f"Target {figures.get('tahun_target') or ''} {percent(figures['target'])}".replace("  ", " ")
    return f"{words} ({figures['dokumen_target']})" if figures.get("dokumen_target") else words


class LetterList(QWidget):
    """`new_wanted`: the user wants to write another one."""

    new_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        self.table: Table[Written] = Table(look, _COLUMNS, row_height=TWO_LINES)
        self.table.stretch(0)
        self.table.setAccessibleName("Surat yang sudah dibuat")
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self._open)
        card = Card("Surat yang sudah dibuat")
        card.fill()
        card.body.addWidget(self.table)
        self._count = label("", "hint")
        card.add_foot().addWidget(self._count)
        column.addWidget(card, 1)
        column.addWidget(self._made_detail(look))
        self._chosen: Written | None = None

    def show_letters(self, letters: list[Written], wanted: Path | None = None) -> None:
        """`wanted` is selected; else the one that was, else the newest."""
        self.table.set_rows(letters)
        self._count.setText(f"{number(len(letters))} surat · klik dua kali untuk membuka")
        paths = [letter.path for letter in letters]
        before = self._chosen.path if self._chosen else None
        path = next((one for one in (wanted, before) if one in paths), paths[0] if paths else None)
        self.table.choose(lambda letter: letter.path == path)
        self._show(next((letter for letter in letters if letter.path == path), None))

    def _made_detail(self, look: Look) -> Card:
        card = Card("Angka dalam surat ini", "dibekukan ketika surat dibuat")
        self.open_button = Button(look, "Buka di Word", "external-link", small=True)
        self.folder_button = Button(look, "Buka folder", "folder-open", small=True)
        self.open_button.clicked.connect(lambda: self._open(self._chosen))
        self.folder_button.clicked.connect(self._open_folder)
        card.add_action(self.open_button)
        card.add_action(self.folder_button)
        self.figure, self.beside = label("", wrap=True), label("", "source", wrap=True)
        self.place = label("", "source", wrap=True)
        for words in (self.figure, self.beside, self.place):
            card.body.addWidget(words)
        card.body.setSpacing(4)
        return card

    def _show(self, letter: Written | None) -> None:
        self._chosen = letter
        words = figure_words(letter.record.figures) if letter else ("",)
        self.figure.setText(words[0])
        self.beside.setText(words[1] if len(words) > 1 else "")
        self.beside.setVisible(len(words) > 1)
        there = letter is not None and letter.there
        self.place.setText(_place_words(letter) if letter else "")
        self.open_button.setEnabled(there)
        self.folder_button.setEnabled(letter is not None and letter.path.parent.is_dir())
        self.open_button.setToolTip("" if there else "Berkas ini sudah dipindahkan atau dihapus.")

    def _open(self, letter: Written | None) -> None:
        if letter is not None and letter.there:
            open_file(letter.path)

    def _open_folder(self) -> None:
        if self._chosen is not None:
            open_folder(self._chosen.path)


def _place_words(letter: Written) -> str:
    if letter.there:
        return f"Berkas: {letter.path}"
    return (
        f"Berkas “{letter.path.name}” tidak ada lagi di folder “{letter.path.parent.name}”. Buat surat baru bila perlu."
    )


_COLUMNS: tuple[Column[Written], ...] = (
    Column(
        "Perihal", lambda letter: letter.subject, width=380, detail=lambda letter: letter.record.kind,
        tip=lambda letter: letter.subject,
    ),
    Column("Wilayah", lambda letter: letter.region, width=140),
    Column(
        "Dibuat", lambda letter: moment(letter.record.made_at), key=lambda letter: letter.record.made_at, width=115
    ),
    Column("Oleh", lambda letter: letter.record.made_by, width=80),
    Column("Keadaan", lambda letter: "Draf", state=lambda letter: State.DRAFT, width=80),
    Column(
        "Berkas", lambda letter: letter.path.name if letter.there else "tidak ada lagi", width=260,
        quiet=lambda letter: not letter.there, tip=lambda letter: letter.record.path,
    ),
)  # fmt: skip
