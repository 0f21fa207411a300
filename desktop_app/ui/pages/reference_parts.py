"""What the views of the page Data Acuan are made of: a list with a filter, and what each view can do."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.ui.desk import Desk
from desktop_app.ui.look import Look
from desktop_app.ui.pages.reference_reading import Shown
from desktop_app.ui.table import ROW, Column, Table
from desktop_app.ui.widgets import Button, Card, ElidedLabel, EmptyState, label
from desktop_app.ui.words import count

T = TypeVar("T")

FILTER_WIDTH, NARROW_FILTER = 180, 140
NARROW_BELOW = 1000


class ListCard(Card, Generic[T]):
    """A table with a filter in its head and a line below: how many rows, where they come from, what can be done."""

    def __init__(
        self, look: Look, title: str, columns: Sequence[Column[T]], thing: str, *, row_height: int = ROW,
        table: Table[T] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(title)
        self.table: Table[T] = table if table is not None else Table(look, columns, row_height=row_height)
        self.table.setAccessibleName(title)
        self._thing, self._all = thing, 0
        self._count = label("", "hint")
        self.source = ElidedLabel(role="source", mode=Qt.TextElideMode.ElideRight)
        self.words = QLineEdit()
        self.words.setPlaceholderText(f"Saring {thing}")
        self.words.setAccessibleName(f"Saring {thing}")
        self.words.setProperty("small", True)
        self.words.setFixedWidth(FILTER_WIDTH)
        self.words.textChanged.connect(self._filter)
        self.add_action(self.words)
        self.fill()
        self.body.addWidget(self.table, 1)
        self.foot: QHBoxLayout = self.add_foot()
        self.foot.addWidget(self._count)
        self.foot.addSpacing(12)
        self.foot.addWidget(self.source, 1)

    def show_rows(self, rows: Sequence[T]) -> None:
        self._all = len(rows)
        self.table.set_rows(rows)
        self._show_count()

    def add_acts(self, *buttons: Button) -> None:
        """What can be done with the chosen row, at the right of the foot."""
        for button in buttons:
            self.foot.addWidget(button)

    def show_in_foot(self, line: QHBoxLayout) -> None:
        """A line of one's own in place of the count and the source."""
        self._count.hide()
        self.source.hide()
        self.foot.insertLayout(0, line, 1)

    def set_narrow(self, narrow: bool) -> None:
        self.words.setFixedWidth(NARROW_FILTER if narrow else FILTER_WIDTH)

    def _filter(self, words: str) -> None:
        self.table.values.filter(words)
        self._show_count()

    def _show_count(self) -> None:
        shown = len(self.table.values.rows)
        whole = count(self._all, self._thing)
        self._count.setText(whole if shown == self._all else f"{number(shown)} dari {whole}")


class ReferenceView(QWidget):
    """One of the page's views.

    `adds` and `brings` name what its two buttons in the page's header do (“” for none), with `adds_short` and
    `brings_short` where there is little room; `filled`: there is something to show, else the page shows `empty`.
    `state_changed`: whether something is unsaved, or whether it is filled, is other than before.
    """

    adds, adds_short = "", "Tambah"
    brings, brings_short = "", "Impor"
    state_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.look = desk, desk.look
        self.filled = True
        self.empty: EmptyState | None = None

    @property
    def unsaved(self) -> bool:
        return False

    def show_data(self, shown: Shown) -> None:
        """Show what is stored now."""

    def add(self) -> None:
        """What the button `adds` does."""

    def bring(self) -> None:
        """What the button `brings` does."""

    def set_narrow(self, narrow: bool) -> None:
        """Little room: at 150 % the page is about 850 wide."""


def allow(button: Button, why_not: str) -> None:
    """Enable the button, or say in its tooltip why it cannot be used now."""
    button.setEnabled(not why_not)
    button.setToolTip(why_not)
