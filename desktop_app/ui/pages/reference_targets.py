"""The view Target: every target with the document that set it; those of other documents stand side by side."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import percent
from desktop_app.domain.regions import depth
from desktop_app.domain.segments import Sector
from desktop_app.operations.edit_reference import remove_target
from desktop_app.ui.apportion_dialog import ApportionDialog
from desktop_app.ui.desk import Desk
from desktop_app.ui.messages import ask
from desktop_app.ui.pages.reference_keeping import keep
from desktop_app.ui.pages.reference_parts import ListCard, ReferenceView, allow
from desktop_app.ui.pages.reference_reading import Shown
from desktop_app.ui.pages.reference_tables import TARGET_COLUMNS, TargetLine
from desktop_app.ui.pages.reference_target_form import TargetForm
from desktop_app.ui.widgets import Button, EmptyState

TWO_LINES = 42
PEOPLE, DOCUMENT, RIVALS = 4, 5, 6
"""Columns that change where there is little room."""
VILLAGE = 4
NO_TARGET = (
    "Target dibaca dari lembar dengan wilayah, tahun, persentase, dan dokumen penetapannya, atau ditulis satu per satu."
)
_CHOOSE = "Pilih satu target lebih dulu."


class TargetsView(ReferenceView):
    adds, adds_short = "Tambah target", "Tambah"
    brings = "Impor lembar target"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: Shown | None = None
        self.form: TargetForm | None = None
        self.dialog: ApportionDialog | None = None
        self.list: ListCard[TargetLine] = ListCard(self.look, "Target", TARGET_COLUMNS, "target", row_height=TWO_LINES)
        self.table = self.list.table
        self.table.stretch(DOCUMENT)
        self.list.source.set_text("Target dokumen yang berbeda ditampilkan berdampingan.")
        self.split = Button(self.look, "Bagi ke wilayah di bawahnya …", "layers", small=True)
        self.change = Button(self.look, "Ubah …", "pencil", small=True)
        self.drop = Button(self.look, "Hapus …", "trash-2", kind="danger", small=True)
        self.list.add_acts(self.split, self.change, self.drop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.list)
        self.table.chosen.connect(lambda _: self._allow())
        self.table.opened.connect(lambda _: self.edit())
        self.split.clicked.connect(self.apportion)
        self.change.clicked.connect(self.edit)
        self.drop.clicked.connect(self.remove)
        self.empty = self._made_empty()
        self._allow()

    @property
    def chosen(self) -> TargetLine | None:
        rows = self.table.chosen_rows()
        return rows[0] if len(rows) == 1 else None

    def show_data(self, shown: Shown) -> None:
        before = self.chosen.target if self.chosen else None
        self._shown = shown
        self.list.show_rows(target_lines(shown))
        first = before or page_target(shown, date.today().year)
        if first is not None:
            self.table.choose(lambda line: _key(line.target) == _key(first))
        self.filled = bool(shown.data.targets)
        self._allow()
        self.state_changed.emit()

    def set_narrow(self, narrow: bool) -> None:
        self.list.set_narrow(narrow)
        self.table.setColumnHidden(PEOPLE, narrow)
        self.split.setText("Bagi …" if narrow else "Bagi ke wilayah di bawahnya …")

    def add(self) -> None:
        self._open(None)

    def bring(self) -> None:
        self.desk.page_wanted.emit("Impor")

    def edit(self) -> None:
        """Mend the chosen target."""
        if self.chosen is not None:
            self._open(self.chosen.target)

    def apportion(self) -> None:
        """Divide the chosen target among the regions below its own."""
        line, shown = self.chosen, self._shown
        if line is not None and shown is not None:
            self.dialog = ApportionDialog(
                self.desk, self, line.target, shown.data.targets, [base.name for base in shown.data.bases],
                shown.places.name, self.desk.view.base,
            )  # fmt: skip
            self.dialog.begin()

    def remove(self) -> None:
        """Take the chosen target out, after asking."""
        line = self.chosen
        if line is None:
            return
        target = line.target
        text = (
            f"{percent(target.share)} menurut {target.document or 'dokumen yang tidak tertulis'} tidak lagi dipakai. "
            "Penghapusan dapat diurungkan."
        )
        title = f"Hapus target {target.year} {line.region}?"
        if ask(self.look, self, title, text, "Hapus target", dangerous=True):
            keep(self.desk, partial(remove_target, target=target), f"Target {target.year} {line.region} dihapus")

    def _open(self, target: Target | None) -> None:
        if self._shown is not None:
            self.form = TargetForm(self.desk, self, self._shown, target)
            self.form.begin()

    def _allow(self) -> None:
        line = self.chosen
        for button in (self.change, self.drop):
            allow(button, "" if line else _CHOOSE)
        below = "" if line is None or depth(line.target.region) < VILLAGE else "Tidak ada wilayah di bawah desa."
        allow(self.split, below if line else _CHOOSE)

    def _made_empty(self) -> EmptyState:
        bring = Button(self.look, self.brings, "file-input", kind="primary")
        bring.clicked.connect(self.bring)
        add = Button(self.look, self.adds, "plus")
        add.clicked.connect(self.add)
        return EmptyState(self.look, "target", "Belum ada target", NO_TARGET, bring, add)


def target_lines(shown: Shown) -> list[TargetLine]:
    """Newest year first, those for the same region and sector together; each with what other documents say."""
    found = sorted(shown.data.targets, key=lambda one: (-one.year, one.region, one.sector, one.document))
    return [
        TargetLine(
            shown.places.name(target.region), target,
            tuple(one for one in found if one is not target and _aim(one) == _aim(target)),
        )
        for target in found
    ]  # fmt: skip


def page_target(shown: Shown, year: int) -> Target | None:
    """What is looked at first: the target of the office's region, else of its province, whose year is not over.

    The nearest year of them, in total before by sector, the one that was kept last. None where there is none.
    """
    places = [code for code in (shown.office, shown.province) if code]
    found = [one for one in shown.data.targets if one.region in places and one.year >= year]
    return min(
        found,
        key=lambda one: (places.index(one.region), one.year, one.sector is not Sector.SEMUA, -(one.import_id or 0)),
        default=None,
    )


def _aim(target: Target) -> tuple[object, ...]:
    return target.region, target.sector, target.year


def _key(target: Target) -> tuple[object, ...]:
    return *_aim(target), target.document
