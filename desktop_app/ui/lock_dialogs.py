"""Locking a month with the name of its report, and opening it again with a reason."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.domain.indonesian import long_date, month_year, number
from desktop_app.domain.locks import MonthLock
from desktop_app.domain.regions import Region
from desktop_app.operations.locks import lock_month, unlock_month
from desktop_app.ui.desk import Desk
from desktop_app.ui.look import Look
from desktop_app.ui.origin import Item
from desktop_app.ui.widgets import Button, Icon, field, frame, label, restyle, row


class LockDialog(QDialog):
    """“Kunci bulan…”: the report's name, and what will be locked; `facts` say what the figures are and what is missing."""

    def __init__(
        self, desk: Desk, parent: QWidget, region: Region, period: date, base: str, facts: Sequence[Item] = ()
    ) -> None:
        super().__init__(parent)
        self.desk, self._region, self._period, self._base = desk, region, period, base
        said = (
            f"Angka {region.full_name} dan semua wilayah di bawahnya untuk {long_date(period)} disimpan sebagaimana"
            f" dilaporkan, pada penyebut {base}. Impor ke bulan itu tetap dapat dilakukan; angka yang berubah karenanya"
            " tercatat sebagai koreksi."
        )
        self.document = QLineEdit()
        self.document.setPlaceholderText(f"Laporan {month_year(period)}, nomor surat")
        self.act = _dialog(self, desk.look, f"Kunci {month_year(period)}", said, "Nama laporan", self.document,
                           f"Kunci {month_year(period)}", self.store, facts)  # fmt: skip

    def store(self) -> None:
        document, region, period, base = self.document.text(), self._region.code, self._period, self._base
        if not _filled(self.document):
            return

        def done(lock: MonthLock) -> None:
            figures = number(len(lock.figures))
            self.desk.tell(f"{month_year(lock.period)} terkunci", f"{figures} angka disimpan, {lock.document}")
            self.accept()

        self.desk.write(
            lambda workspace, tick: lock_month(workspace, region, period, document, base), done, self._refuse
        )

    def _refuse(self, error: AppError) -> None:
        self.desk.failed.emit(error)


class UnlockDialog(QDialog):
    """“Buka kunci…”: why."""

    def __init__(self, desk: Desk, parent: QWidget, lock: MonthLock, place: str) -> None:
        super().__init__(parent)
        self.desk, self._lock = desk, lock
        month = month_year(lock.period)
        said = (
            f"{place}, {month}, terkunci oleh {lock.locked_by} ({lock.document}). Setelah dibuka, angkanya"
            " tidak lagi dibandingkan dengan yang dilaporkan; riwayat kuncinya tetap tersimpan."
        )
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Laporan diperbaiki, surat nomor …")
        self.act = _dialog(
            self, desk.look, f"Buka kunci {month}", said, "Alasan", self.reason, "Buka kunci", self.store
        )

    def store(self) -> None:
        lock, reason = self._lock, self.reason.text()
        if not _filled(self.reason):
            return

        def done(_: None) -> None:
            self.desk.tell(f"Kunci {month_year(lock.period)} dibuka", reason)
            self.accept()

        self.desk.write(lambda workspace, tick: unlock_month(workspace, lock.id, reason), done)


def _dialog(
    dialog: QDialog, look: Look, title: str, said: str, name: str, line: QLineEdit, act: str, store: Callable[[], None],
    facts: Sequence[Item] = (),
) -> Button:  # fmt: skip
    """One sentence, facts, one field, two buttons; gives the button that does it, which waits until the field is filled."""
    dialog.setWindowTitle(title)
    dialog.setModal(True)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    body = QVBoxLayout()
    body.setContentsMargins(20, 18, 20, 16)
    body.setSpacing(12)
    body.addWidget(label(title, "card-title"))
    body.addWidget(label(said, "secondary", wrap=True))
    for fact in facts:
        words = label(fact.text, wrap=True)
        icon = Icon(look, fact.icon, fact.colour)
        told = row(spacing=8)
        told.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(words, 1)
        body.addLayout(told)
    body.addLayout(field(name, line))
    outer.addLayout(body)
    foot = frame("card-foot")
    buttons = QHBoxLayout(foot)
    buttons.setContentsMargins(16, 10, 16, 10)
    cancel, go = Button(look, "Batal"), Button(look, act, kind="primary")
    cancel.clicked.connect(dialog.reject)
    go.clicked.connect(store)
    go.setDefault(True)
    go.setEnabled(False)
    line.textChanged.connect(lambda words: go.setEnabled(bool(words.strip())))
    buttons.addLayout(row(1, cancel, go))
    outer.addWidget(foot)
    dialog.setFixedWidth(460)
    line.setFocus()
    return go


def _filled(line: QLineEdit) -> bool:
    """Whether something is written; an empty line is marked and takes the focus."""
    wrong = not line.text().strip()
    restyle(line, "wrong", wrong)
    if wrong:
        line.setFocus()
    return not wrong
