"""The view Ejaan: how sheets write a region, and what that is read as."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.indonesian import short_date
from desktop_app.domain.reference import Subject
from desktop_app.operations.edit_reference import remove_alias, save_alias
from desktop_app.operations.reference_data import Spelling
from desktop_app.ui.desk import Desk
from desktop_app.ui.messages import ask
from desktop_app.ui.pages.form_fields import Field
from desktop_app.ui.pages.reference_form import FormDialog, document_field
from desktop_app.ui.pages.reference_import import ImportForm, WriteButton
from desktop_app.ui.pages.reference_keeping import Work, keep
from desktop_app.ui.pages.reference_parts import ListCard, ReferenceView, allow
from desktop_app.ui.pages.reference_reading import Shown
from desktop_app.ui.pages.reference_region_field import RegionField
from desktop_app.ui.pages.reference_tables import SPELLING_COLUMNS, SpellingLine
from desktop_app.ui.widgets import Button

CODE, ORIGIN = 2, 3
_CHOOSE = "Pilih satu ejaan lebih dulu."
_HINT = "Ejaan yang dikenali selain nama resmi. Nama yang dipakai beberapa wilayah selalu ditanyakan."


class SpellingsView(ReferenceView):
    adds, adds_short = "Tambah ejaan", "Tambah"
    brings = "Impor ejaan"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form: SpellingForm | None = None
        self.bringing: ImportForm | None = None
        self.list: ListCard[SpellingLine] = ListCard(self.look, "Ejaan", SPELLING_COLUMNS, "ejaan")
        self.table = self.list.table
        self.list.source.set_text(_HINT)
        self.change = Button(self.look, "Ubah …", "pencil", small=True)
        self.drop = Button(self.look, "Hapus …", "trash-2", kind="danger", small=True)
        self.export = WriteButton(desk, Subject.ALIAS)
        self.list.add_acts(self.export, self.change, self.drop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.list)
        self.table.chosen.connect(lambda _: self._allow())
        self.table.opened.connect(lambda _: self.edit())
        self.change.clicked.connect(self.edit)
        self.drop.clicked.connect(self.remove)
        self._allow()

    @property
    def chosen(self) -> Spelling | None:
        rows = self.table.chosen_rows()
        return rows[0].spelling if len(rows) == 1 else None

    def show_data(self, shown: Shown) -> None:
        before = self.chosen
        origins = _origins(shown)
        self.list.show_rows(
            [
                SpellingLine(one, shown.places.name(one.region.code), origins.get(one.alias, ""))
                for one in shown.spellings
            ]
        )
        if before is not None:
            self.table.choose(lambda line: line.spelling.alias == before.alias)
        self._allow()

    def set_narrow(self, narrow: bool) -> None:
        self.list.set_narrow(narrow)
        for place in (0, 1):
            self.table.setColumnWidth(place, SPELLING_COLUMNS[place].width - (20 if narrow else 0))

    def add(self) -> None:
        self.form = SpellingForm(self.desk, self, None)
        self.form.begin()

    def bring(self) -> None:
        self.bringing = ImportForm(self.desk, self, Subject.ALIAS)
        self.bringing.choose_file()

    def edit(self) -> None:
        """Mend the chosen spelling."""
        if self.chosen is not None:
            self.form = SpellingForm(self.desk, self, self.chosen)
            self.form.begin()

    def remove(self) -> None:
        """Let the chosen spelling be forgotten, after asking."""
        one = self.chosen
        if one is None:
            return
        text = (
            f"“{one.alias}” tidak lagi dibaca sebagai {one.region.full_name}; lembar berikutnya yang menulisnya akan "
            "ditanyakan. Yang sudah diimpor tidak berubah. Penghapusan dapat diurungkan."
        )
        if ask(self.look, self, f"Hapus ejaan “{one.alias}”?", text, "Hapus ejaan", dangerous=True):
            keep(self.desk, partial(remove_alias, alias=one.alias), f"Ejaan “{one.alias}” dihapus")

    def _allow(self) -> None:
        for button in (self.change, self.drop):
            allow(button, "" if self.chosen else _CHOOSE)


class SpellingForm(FormDialog):
    """A new spelling, or with `spelling` one that shall mean another region or be written otherwise."""

    def __init__(self, desk: Desk, parent: QWidget, spelling: Spelling | None) -> None:
        intro = "Lembar yang menulis ejaan ini dibaca sebagai wilayah yang dipilih. Yang sudah diimpor tidak berubah."
        title = "Ubah ejaan" if spelling else "Tambah ejaan"
        super().__init__(desk, parent, title, intro, "Simpan ejaan")
        self._spelling = spelling
        self.alias = Field(self.look, "Tertulis di lembar", "Misalnya Kab. Badung Bali")
        self.region = RegionField(desk, "Dibaca sebagai")
        self.document = document_field(self.look, title="Dokumen atau alasan")
        for part in (self.alias, self.region, self.document):
            self.body.addWidget(part)
            part.changed.connect(self.check)
        if spelling is not None:
            self.alias.set_text(spelling.alias)
            self.region.choose_code(spelling.region.code)

    def problem(self) -> str:
        if not self.alias.text:
            return "Isi ejaan seperti yang tertulis di lembar."
        return "" if self.region.region else "Pilih wilayah yang dimaksud."

    def work(self) -> Work:
        region, alias, document, before = self.region.region, self.alias.text, self.document.text, self._spelling
        assert region is not None, "kept with a problem"
        code, old = region.code, before.alias if before else ""
        return lambda workspace: save_alias(workspace, alias, code, document, instead_of=old)

    def message(self) -> str:
        region = self.region.region
        return f"“{self.alias.text}” dibaca sebagai {region.full_name if region else ''}"


def _origins(shown: Shown) -> dict[str, str]:
    """Spelling -> document, day and name of the change by hand that it stands by."""
    found: dict[str, str] = {}
    for change in shown.changes:
        if change.subject is not Subject.ALIAS or change.undone_at is not None:
            continue
        words = ", ".join(part for part in (change.document, change.by, short_date(change.at.date())) if part)
        for alias in (change.after or {}).get("entries", {}):
            found.setdefault(alias, words)
    return found
