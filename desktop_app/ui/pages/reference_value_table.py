"""The table of a base's values, and the lines below it that say whether they fit together."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPolygonF
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication, QFrame, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.ui.look import Look
from desktop_app.ui.pages.reference_base_work import BaseLine
from desktop_app.ui.pages.reference_sums import SumCheck
from desktop_app.ui.pages.reference_tables import COLUMN_SECTORS, VALUE_COLUMNS
from desktop_app.ui.table import ROW
from desktop_app.ui.table_editing import EditableTable, EditDelegate, Index
from desktop_app.ui.widgets import ElidedLabel, Icon, clear, label, row
from desktop_app.ui.words import count

_MARK = 8
_SHOWN, _IN_TIP = 2, 20
_SIGNS = {True: ("circle-check", "ok"), False: ("triangle-alert", "warn"), None: ("info", "t3")}


class ValueDelegate(EditDelegate):
    """A corner marks a value that is typed and not kept."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        sector, line = COLUMN_SECTORS.get(index.column()), index.model().row(index.row())  # type: ignore[attr-defined]
        if sector is None or not isinstance(line, BaseLine) or not line.typed(sector):
            return
        box = QRectF(option.rect)
        corner = (box.topRight(), box.topRight() - QPointF(_MARK, 0), box.topRight() + QPointF(0, _MARK))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("warn"))
        painter.drawPolygon(QPolygonF(list(corner)))
        painter.restore()


class ValuesTable(EditableTable[BaseLine]):
    """`pasted`: the clipboard's text is wanted here; `emptied`: the present cell's value is to be taken out."""

    pasted = Signal(str)
    emptied = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, VALUE_COLUMNS)
        self.setItemDelegate(ValueDelegate(look, self, ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete:
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on to the cell below, as in Excel."""
        super().closeEditor(editor, hint)
        below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and below.isValid():
            self.setCurrentIndex(below)


class SumLines(QFrame):
    """The checks that matter most in words; the others are counted. Hidden where there is nothing to check."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("card-foot")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(16, 6, 16, 6)
        self._lines.setSpacing(3)

    def show_checks(self, checks: Sequence[SumCheck]) -> None:
        clear(self._lines)
        self.setVisible(bool(checks))
        for check in checks[:_SHOWN]:
            words = ElidedLabel(check.words, "detail", Qt.TextElideMode.ElideRight)
            self._lines.addLayout(row(Icon(self._look, *_SIGNS[check.ok], 13), words, spacing=6))
        rest = checks[_SHOWN:]
        if rest:
            wrong = sum(check.ok is False for check in rest)
            end = f"{number(wrong)} tidak cocok" if wrong else "tidak ada yang berselisih"
            more = label(f"dan {count(len(rest), 'pemeriksaan')} lain, {end}", "hint")
            more.setToolTip("\n".join(check.words for check in rest[:_IN_TIP]))
            self._lines.addWidget(more)
