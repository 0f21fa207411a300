"""Who receives the letter: one letter for all of them, or one for each, all or those that are picked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.indonesian import number
from desktop_app.domain.letters import Addressee, Split
from desktop_app.operations.letters.request import LetterPlan, LetterRequest
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, Icon, clear, frame, label, row

_ONE = "Satu surat untuk semua"
_EACH = {
    Split.PER_KECAMATAN: "Satu surat per kecamatan",
    Split.PER_DESA: "Satu surat per desa",
    Split.PER_PERUSAHAAN: "Satu surat per perusahaan",
}
_KEY = Qt.ItemDataRole.UserRole
ALL = LetterRequest()
"""One letter to everybody."""


class LetterRecipients(QWidget):
    """`changed`: `split` or `addressees` (None: all) is another."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.split, self.addressees = Split.SATU, None  # type: Split, tuple[str, ...] | None
        self._offered: tuple[Addressee, ...] = ()
        self._splits: tuple[Split, ...] = ()
        self._names = label("", wrap=True)
        self.pick = Button(look, "Pilih penerima", small=True)
        self.pick.clicked.connect(self._pick)
        self._group = QButtonGroup(self)
        self._radios = QVBoxLayout()
        self._radios.setSpacing(4)
        box = frame("choice")
        line = QHBoxLayout(box)
        line.setContentsMargins(10, 6, 8, 6)
        line.addWidget(Icon(look, "users"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._names, 1)
        line.addWidget(self.pick, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label("Penerima", "label"))
        column.addWidget(box)
        column.addLayout(self._radios)

    def begin(self, asked: LetterRequest = ALL) -> None:
        self.split, self.addressees = asked.split, asked.addressees

    def show_plan(self, plan: LetterPlan, splits: Sequence[Split]) -> None:
        self.split, self.addressees, self._offered = plan.request.split, plan.request.addressees, plan.addressees
        self._names.setText(
            "\n".join(plan.recipients) if self.split is Split.SATU else self._chosen_words(plan.letters)
        )
        self.pick.setVisible(self.split is not Split.SATU and len(self._offered) > 1)
        if tuple(splits) != self._splits:
            self._splits = tuple(splits)
            self._fill()
        for button in self._group.buttons():
            split = Split(button.property("split"))
            button.setText(
                _EACH.get(split, _ONE)
                + (f", {number(plan.letters)} berkas" if split is self.split is not Split.SATU else "")
            )
            button.setChecked(split is self.split)

    def _chosen_words(self, letters: int) -> str:
        if not self._offered:
            return "Belum ada penerima menurut data. Impor daftarnya lebih dulu."
        shown = [one.name for one in self._offered if self.addressees is None or one.key in self.addressees][:3]
        rest = letters - len(shown)
        return ", ".join(shown) + (f", dan {number(rest)} lainnya" if rest > 0 else "")

    def _fill(self) -> None:
        clear(self._radios)
        for button in self._group.buttons():
            self._group.removeButton(button)
        for split in self._splits:
            button = QRadioButton(_EACH.get(split, _ONE))
            button.setProperty("split", split)
            button.clicked.connect(lambda _=False, split=split: self._choose(split))
            self._group.addButton(button)
            self._radios.addWidget(button)

    def _choose(self, split: Split) -> None:
        self.split, self.addressees = split, None
        self.changed.emit()

    def _pick(self) -> None:
        picker = AddresseePicker(self._look, self, self._offered, self.addressees)
        if picker.exec():
            self.addressees = picker.chosen
            self.changed.emit()


class AddresseePicker(QDialog):
    """`chosen` after `exec()`: keys in order, None for all."""

    def __init__(
        self, look: Look, parent: QWidget, offered: Sequence[Addressee], chosen: tuple[str, ...] | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Pilih penerima")
        self.resize(460, min(560, parent.window().height() - 40))
        self.search, self.list = QLineEdit(), QListWidget()
        self.search.setPlaceholderText("Cari nama, kecamatan, atau NPP")
        self.search.setClearButtonEnabled(True)
        self._count = label("", "hint")
        self.all = Button(look, "Pilih semua", small=True)
        self.none = Button(look, "Kosongkan", small=True)
        self.keep = Button(look, "Pakai pilihan ini", "check", kind="primary")
        back = Button(look, "Batal")
        for one in offered:
            item = QListWidgetItem(" · ".join(filter(None, (one.name, one.place))))
            item.setData(_KEY, one.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            taken = chosen is None or one.key in chosen
            item.setCheckState(Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for part in (self.search, row(self.all, self.none, 1, self._count), self.list, row(1, back, self.keep)):
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        self.search.textChanged.connect(self._filter)
        self.list.itemChanged.connect(self._show_count)
        self.all.clicked.connect(lambda: self._check(Qt.CheckState.Checked))
        self.none.clicked.connect(lambda: self._check(Qt.CheckState.Unchecked))
        back.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        self._show_count()

    @property
    def chosen(self) -> tuple[str, ...] | None:
        items = [self.list.item(place) for place in range(self.list.count())]
        keys = tuple(item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked)
        return None if len(keys) == len(items) else keys

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        for place in range(self.list.count()):
            item = self.list.item(place)
            item.setHidden(not all(word in item.text().casefold() for word in wanted))

    def _check(self, state: Qt.CheckState) -> None:
        """All that the search shows."""
        was = self.list.blockSignals(True)
        for place in range(self.list.count()):
            if not self.list.item(place).isHidden():
                self.list.item(place).setCheckState(state)
        self.list.blockSignals(was)
        self._show_count()

    def _show_count(self) -> None:
        chosen = self.chosen
        count = self.list.count() if chosen is None else len(chosen)
        self._count.setText(f"{number(count)} dari {number(self.list.count())} dipilih")
        self.keep.setEnabled(count > 0)
        self.keep.setToolTip("" if count else "Pilih paling sedikit satu penerima.")
