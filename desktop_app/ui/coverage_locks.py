"""Locked months: locking with the name of the report, opening again with a reason, and what was corrected since."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.domain.indonesian import MINUS, month_year, number, percent, short_date
from desktop_app.domain.locks import Correction, LockedFigure, MonthLock
from desktop_app.domain.regions import Region
from desktop_app.operations.locks import corrections, locks
from desktop_app.operations.offices import region_named
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.coverage_columns import NONE
from desktop_app.ui.desk import Desk
from desktop_app.ui.lock_dialogs import UnlockDialog
from desktop_app.ui.table import HEADER, Column, Table
from desktop_app.ui.widgets import Button, Card, ElidedLabel, State

_ROWS, TWO_LINES, STACKED_BELOW = 3, 38, 900


@dataclass(frozen=True, slots=True)
class Locked:
    """A lock with the figures that are others now."""

    lock: MonthLock
    region: Region
    corrections: tuple[Correction, ...]


def locked_months(workspace: Workspace, region: str, named: dict[str, Region]) -> list[Locked]:
    """The locks that concern `region`, newest month first; opened ones are history and are not compared."""
    return [
        Locked(
            lock,
            named.get(lock.region) or region_named(workspace, lock.region),
            tuple(corrections(workspace, lock)) if lock.closed else (),
        )
        for lock in locks(workspace, region)
    ]


def place_of(one: Locked) -> str:
    return one.region.full_name


def _state_words(one: Locked) -> str:
    if not one.lock.closed:
        return "Dibuka"
    return f"{number(len(one.corrections))} koreksi" if one.corrections else "Terkunci"


def _state(one: Locked) -> State:
    if not one.lock.closed:
        return State.UNDONE
    return State.CHECK if one.corrections else State.LOCKED


_REPORT, _SEGMENT = 3, 1
"""Columns that are copied, and on screen stand as the second line of another."""

LOCK_COLUMNS: tuple[Column[Locked], ...] = (
    Column("Bulan, laporan", lambda o: month_year(o.lock.period), lambda o: o.lock.period, width=164,
           detail=lambda o: o.lock.document,
           tip=lambda o: f"{o.lock.document}\nDikunci {short_date(o.lock.locked_at.date())} oleh {o.lock.locked_by}"),
    Column("Wilayah", place_of, width=150, tip=place_of),
    Column("Keadaan", _state_words, state=_state, width=108, tip=lambda o: _opened(o.lock)),
    Column("Laporan", lambda o: o.lock.document),
)  # fmt: skip


def _opened(lock: MonthLock) -> str:
    """“Dibuka 3 Jan 2026 oleh Wayan: laporan diperbaiki”; empty while it is locked."""
    day = f" {short_date(lock.opened_at.date())}" if lock.opened_at else ""
    return f"Dibuka{day} oleh {lock.opened_by}: {lock.reason}" if not lock.closed else ""


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


def _sector(one: Correction) -> str:
    return one.sector.value.capitalize()


CORRECTION_COLUMNS: tuple[Column[Correction], ...] = (
    Column("Wilayah, segmen", lambda c: c.region.short_name, width=120, detail=_sector, tip=lambda c: c.region.full_name),
    Column("Segmen", _sector),
    Column("Dilaporkan", lambda c: _figure(c.reported), right=True, width=152, tip=lambda c: f"Penyebut {c.base}"),
    Column("Kini", lambda c: _figure(c.now), right=True, width=152, tip=lambda c: f"Penyebut {c.base}"),
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
        self.locks: Table[Locked] = Table(look, LOCK_COLUMNS, row_height=TWO_LINES)
        self.corrections: Table[Correction] = Table(look, CORRECTION_COLUMNS, row_height=TWO_LINES)
        self.locks.setAccessibleName("Bulan terkunci")
        self.corrections.setAccessibleName("Koreksi setelah dikunci")
        self.locks.chosen.connect(self._show_corrections)
        self.unlock_button = Button(look, "Buka kunci…", "lock", small=True)
        self.unlock_button.clicked.connect(self._unlock)
        self._locks_card.add_action(self.unlock_button)
        self._none = ElidedLabel(role="hint")
        self._said = ElidedLabel(role="hint")
        for card, table, words, widest, copied in (
            (self._locks_card, self.locks, self._none, 1, _REPORT),
            (self._corrections_card, self.corrections, self._said, len(CORRECTION_COLUMNS) - 1, _SEGMENT),
        ):
            card.fill()
            table.setFixedHeight(HEADER + _ROWS * TWO_LINES)
            table.stretch(widest)
            table.setColumnHidden(copied, True)
            card.body.addWidget(table)
            card.add_foot().addWidget(words)
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(12)
        self.line.addWidget(self._locks_card, 2)
        self.line.addWidget(self._corrections_card, 3)

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
            self._said.set_text(_opened(one.lock))
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
