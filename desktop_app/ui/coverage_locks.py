"""Locked months: locking with the name of the report, opening again with a reason, and what was corrected since."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.domain.indonesian import MINUS, month_year, number, percent, short_date
from desktop_app.domain.locks import Correction, LockedFigure, MonthLock
from desktop_app.domain.regions import Region
from desktop_app.operations.locks import corrections, locks
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.coverage_columns import NONE
from desktop_app.ui.desk import Desk
from desktop_app.ui.lock_dialogs import UnlockDialog
from desktop_app.ui.table import DENSE_ROW, HEADER, Column, Table
from desktop_app.ui.widgets import Button, Card, ElidedLabel, State

_ROWS, STACKED_BELOW = 3, 900


@dataclass(frozen=True, slots=True)
class Locked:
    """A lock with the figures that are others now."""

    lock: MonthLock
    region: Region | None
    corrections: tuple[Correction, ...]


def locked_months(workspace: Workspace, region: str, named: dict[str, Region]) -> list[Locked]:
    """The locks that concern `region`, newest month first; opened ones are history and are not compared."""
    return [
        Locked(lock, named.get(lock.region), tuple(corrections(workspace, lock)) if lock.closed else ())
        for lock in locks(workspace, region)
    ]


def place_of(one: Locked) -> str:
    return one.region.full_name if one.region else one.lock.region


def _state_words(one: Locked) -> str:
    if not one.lock.closed:
        return f"Dibuka {short_date(one.lock.opened_at.date())}" if one.lock.opened_at else "Dibuka"
    return f"{number(len(one.corrections))} koreksi" if one.corrections else "Terkunci"


def _state(one: Locked) -> State:
    if not one.lock.closed:
        return State.UNDONE
    return State.CHECK if one.corrections else State.LOCKED


LOCK_COLUMNS: tuple[Column[Locked], ...] = (
    Column("Bulan", lambda o: month_year(o.lock.period), lambda o: o.lock.period, width=130),
    Column("Wilayah", place_of, width=116, tip=place_of),
    Column("Keadaan", _state_words, state=_state, width=118,
           tip=lambda o: f"Dibuka oleh {o.lock.opened_by}: {o.lock.reason}" if o.lock.reason else ""),
    Column(
        "Laporan", lambda o: o.lock.document, width=150,
        tip=lambda o: f"{o.lock.document}\nDikunci {short_date(o.lock.locked_at.date())} oleh {o.lock.locked_by}",
    ),
)  # fmt: skip


def _figure(figure: LockedFigure | None) -> str:
    if figure is None:
        return NONE
    if figure.active is None:
        return f"({percent(figure.reported)})" if figure.reported is not None else NONE
    return f"{number(figure.active)} dari {number(figure.workers)}" if figure.workers else number(figure.active)


def _difference(one: Correction) -> str:
    if one.people is None:
        return NONE
    return f"{'+' if one.people > 0 else MINUS if one.people < 0 else ''}{number(abs(one.people))}"


def _causes(one: Correction) -> str:
    return "; ".join(one.causes) or "tidak diketahui"


CORRECTION_COLUMNS: tuple[Column[Correction], ...] = (
    Column("Wilayah", lambda c: c.region.short_name, width=96, tip=lambda c: c.region.full_name),
    Column("Segmen", lambda c: c.sector.value.capitalize(), width=66),
    Column("Dilaporkan", lambda c: _figure(c.reported), right=True, width=122, tip=lambda c: f"Penyebut {c.base}"),
    Column("Kini", lambda c: _figure(c.now), right=True, width=122, tip=lambda c: f"Penyebut {c.base}"),
    Column("Selisih, orang", _difference, lambda c: c.people, right=True, strong=True, width=96,
           quiet=lambda c: c.people is None),
    Column("Sebab", _causes, width=160, middle=True, tip=lambda c: "\n".join(c.causes)),
)  # fmt: skip


class LocksPart(QWidget):
    """Months that are locked, and beside them what was corrected since in the chosen one."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        look = desk.look
        self._locks_card, self._corrections_card = Card("Bulan terkunci"), Card("Koreksi setelah dikunci")
        self.locks: Table[Locked] = Table(look, LOCK_COLUMNS, row_height=DENSE_ROW)
        self.corrections: Table[Correction] = Table(look, CORRECTION_COLUMNS, row_height=DENSE_ROW)
        self.locks.setAccessibleName("Bulan terkunci")
        self.corrections.setAccessibleName("Koreksi setelah dikunci")
        self.locks.chosen.connect(self._show_corrections)
        self.unlock_button = Button(look, "Buka kunci…", "lock", small=True)
        self.unlock_button.clicked.connect(self._unlock)
        self._locks_card.add_action(self.unlock_button)
        self._none = ElidedLabel(role="hint")
        self._said = ElidedLabel(role="hint")
        for card, table, words in (
            (self._locks_card, self.locks, self._none),
            (self._corrections_card, self.corrections, self._said),
        ):
            card.fill()
            table.setFixedHeight(HEADER + _ROWS * DENSE_ROW)
            table.stretch(len(table.values.columns) - 1)
            card.body.addWidget(table)
            card.add_foot().addWidget(words)
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(12)
        self.line.addWidget(self._locks_card, 5)
        self.line.addWidget(self._corrections_card, 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < STACKED_BELOW
        self.line.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)

    def show_locks(self, found: list[Locked]) -> None:
        kept = self.chosen
        self.locks.set_rows(found)
        self._none.set_text(
            f"{number(len(found))} bulan"
            if found
            else "Belum ada bulan yang dikunci. Kunci sebuah bulan setelah laporannya dikirim."
        )
        wanted = kept.lock.id if kept else found[0].lock.id if found else None
        self.locks.choose(lambda one: one.lock.id == wanted)
        self._show_corrections(self.chosen)

    @property
    def chosen(self) -> Locked | None:
        return next(iter(self.locks.chosen_rows()), None)

    def _show_corrections(self, one: Locked | None) -> None:
        self.unlock_button.setEnabled(one is not None and one.lock.closed)
        self.unlock_button.setToolTip("" if self.unlock_button.isEnabled() else "Pilih bulan yang terkunci.")
        self.corrections.set_rows(one.corrections if one is not None else ())
        if one is None:
            self._said.set_text("Angka yang berubah setelah bulannya dikunci tercatat di sini.")
        elif not one.lock.closed:
            self._said.set_text(f"Kunci dibuka oleh {one.lock.opened_by}: {one.lock.reason}")
        else:
            day = short_date(one.lock.locked_at.date())
            many = (
                f"{number(len(one.corrections))} angka berubah" if one.corrections else "Tidak ada angka yang berubah"
            )
            self._said.set_text(f"{many} sejak dikunci {day} oleh {one.lock.locked_by}, {one.lock.document}")

    def _unlock(self) -> None:
        one = self.chosen
        if one is not None and one.lock.closed:
            UnlockDialog(self.desk, self, one.lock, place_of(one)).open()
