"""The office's Word templates: edited in Word, checked, restored, exchanged with other offices."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.operations.letters.packs import ImportedPack, export_pack, import_pack
from desktop_app.operations.letters.template_words import TemplateWord, words_of
from desktop_app.operations.letters.templates import OfficeTemplate, edit_template, list_templates, restore_template
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.files import open_file, open_folder
from desktop_app.ui.messages import ask
from desktop_app.ui.table import Column, Table
from desktop_app.ui.widgets import Button, Card, State, label, row

_PACK = "Paket templat Cakupan (*.templat)"
_TROUBLES_HEIGHT = 140


class TemplatesView(QWidget):
    """Problems of the chosen template stand below it, paragraph by paragraph; beside them the words it may use."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, look = desk, desk.look
        self._chosen: OfficeTemplate | None = None
        self.table: Table[OfficeTemplate] = Table(look, _COLUMNS)
        self.table.stretch(0)
        self.table.setAccessibleName("Templat surat")
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _: self.edit())
        self.edit_button = Button(look, "Sunting templat", "external-link", small=True)
        self.restore_button = Button(look, "Pulihkan bawaan", "rotate-ccw", small=True)
        self.check_button = Button(look, "Periksa lagi", "refresh-cw", small=True)
        self.export_button = Button(look, "Ekspor paket", "download", small=True)
        self.import_button = Button(look, "Impor paket", "upload", small=True)
        self.troubles: Table[str] = Table(
            look, (Column("Yang perlu diperbaiki", lambda text: text, tip=lambda text: text),)
        )
        self.words: Table[TemplateWord] = Table(look, _WORDS)
        self._said = label("", "hint", wrap=True)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self.desk.read(_read, self._show_all)

    def edit(self) -> None:
        if self._chosen is not None:
            kind = self._chosen.kind
            self.desk.write(lambda workspace, tick: edit_template(workspace, kind), self._opened)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        card = Card("Templat surat", "milik kantor, dapat disunting di Word")
        card.fill()
        for button in (self.import_button, self.export_button):
            card.add_action(button)
        card.body.addWidget(self.table)
        foot = card.add_foot()
        foot.addWidget(self._said, 1)
        for button in (self.check_button, self.restore_button, self.edit_button):
            foot.addWidget(button)
        column.addWidget(card, 3)
        trouble, words = (
            Card("Pemeriksaan templat"),
            Card("Isian yang tersedia", "ditulis di templat di antara {{ dan }}"),
        )
        for part, inside in ((trouble, self.troubles), (words, self.words)):
            part.fill()
            part.body.addWidget(inside)
            inside.setMinimumHeight(_TROUBLES_HEIGHT)
        below = row(spacing=12)
        below.addWidget(trouble, 1)
        below.addWidget(words, 1)
        column.addLayout(below, 2)

    def _connect(self) -> None:
        self.edit_button.clicked.connect(self.edit)
        self.restore_button.clicked.connect(self._restore)
        self.check_button.clicked.connect(self.refresh)
        self.export_button.clicked.connect(self._export)
        self.import_button.clicked.connect(self._import)

    def _show_all(self, templates: Sequence[OfficeTemplate]) -> None:
        kind = self._chosen.kind if self._chosen else None
        self.table.set_rows(templates)
        own = sum(one.own for one in templates)
        self._said.setText(
            f"{number(own)} dari {number(len(templates))} templat disunting kantor · klik dua kali untuk menyunting"
        )
        self.table.choose(lambda one: one.kind is (kind or templates[0].kind))
        self._show(next((one for one in templates if one.kind is kind), templates[0]))

    def _show(self, template: OfficeTemplate) -> None:
        self._chosen = template
        sentences = [problem.sentence for problem in template.problems]
        self.troubles.set_rows(sentences or ["Tidak ada yang perlu diperbaiki."])
        self.words.set_rows(words_of(template.kind))
        self.restore_button.setEnabled(template.own)
        self.restore_button.setToolTip("" if template.own else "Yang dipakai sudah templat bawaan.")

    def _opened(self, path: Path) -> None:
        open_file(path)
        self.desk.tell("Templat dibuka di Word", "Simpan di Word, lalu tekan Periksa lagi.")
        self.refresh()

    def _restore(self) -> None:
        template = self._chosen
        if template is None:
            return
        text = "Templat kantor dipindahkan ke folder templat/lama, jadi dapat diambil kembali. Surat yang sudah dibuat tidak berubah."
        if ask(self.desk.look, self, f"Pulihkan templat {template.title}?", text, "Pulihkan"):
            self.desk.write(
                lambda workspace, tick: restore_template(workspace, template.kind), lambda _: self.refresh()
            )

    def _export(self) -> None:
        proposed = str(self.desk.workspace.folder / "Templat surat.templat")
        chosen, _ = QFileDialog.getSaveFileName(self, "Ekspor paket templat", proposed, _PACK)
        if chosen:
            path = Path(chosen).with_suffix(".templat")
            self.desk.write(lambda workspace, tick: export_pack(workspace, path), self._exported)

    def _exported(self, path: Path) -> None:
        self.desk.offer(path.name, "Paket templat tersimpan", ("Buka folder", lambda: open_folder(path)))

    def _import(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Impor paket templat", str(self.desk.workspace.folder), _PACK)
        if chosen:
            self.desk.write(lambda workspace, tick: import_pack(workspace, Path(chosen)), self._imported)

    def _imported(self, pack: ImportedPack) -> None:
        kept = f" {number(len(pack.kept))} templat lama ada di folder templat/lama." if pack.kept else ""
        self.desk.tell(f"{number(len(pack.kinds))} templat diimpor", f"Sudah diperiksa.{kept}")
        self.refresh()


def _read(workspace: Workspace) -> tuple[OfficeTemplate, ...]:
    return list_templates(workspace)


def _state(template: OfficeTemplate) -> State:
    if template.refusing:
        return State.REFUSED
    return State.CHECK if template.notes else State.SAFE


def _state_words(template: OfficeTemplate) -> str:
    if template.refusing:
        return f"{len(template.refusing)} harus diperbaiki"
    return f"{len(template.notes)} isian tidak dipakai" if template.notes else "Siap dipakai"


_COLUMNS: tuple[Column[OfficeTemplate], ...] = (
    Column("Jenis surat", lambda one: one.title, width=260),
    Column("Templat", lambda one: "Disunting kantor" if one.own else "Bawaan", width=150),
    Column("Pemeriksaan", _state_words, state=_state, width=190),
    Column("Berkas", lambda one: one.path.name, width=200, quiet=lambda one: not one.own),
)
_WORDS: tuple[Column[TemplateWord], ...] = (
    Column("Isian", lambda word: f"{{{{ {word.name} }}}}", width=190),
    Column("Arti", lambda word: word.title, tip=lambda word: word.title),
)
