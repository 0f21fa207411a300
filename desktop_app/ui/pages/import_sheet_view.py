"""A small picture of a sheet: letters of its columns, the lines above the table, the header that was found, examples below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from desktop_app.domain.nik import shown_value
from desktop_app.domain.sheets import Table
from desktop_app.pictures.fonts import font
from desktop_app.ui.look import Look

ROW, GUTTER = 22, 38
NARROWEST, WIDEST = 44, 190
_PADDING = 8
_TITLES, _EXAMPLES = 2, 3
_HINT = "Contoh isi setiap kolom; tidak selalu dari baris yang sama."
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class _Picture(QWidget):
    """`pressed`: the letter of a column that was clicked."""

    pressed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._table: Table | None = None
        self._widths: list[int] = []
        self._chosen = ""
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(_HINT)
        look.changed.connect(self.update)

    def show_table(self, table: Table) -> None:
        self._table = table
        metrics = QFontMetrics(font(12, QFont.Weight.DemiBold))
        texts = [(column.header, *map(shown_value, column.examples)) for column in table.columns]
        widest = [max((metrics.horizontalAdvance(text) for text in column), default=0) for column in texts]
        self._widths = [min(max(width + 2 * _PADDING + 2, NARROWEST), WIDEST) for width in widest]
        self.setAccessibleName(f"Lembar asal, judul kolom: {', '.join(column.header for column in table.columns)}")
        self.setFixedHeight(ROW * len(self._rows()))
        self.setMinimumWidth(GUTTER + sum(self._widths))
        self.updateGeometry()
        self.update()

    def choose(self, letter: str) -> None:
        self._chosen = letter
        self.update()

    def span(self, letter: str) -> tuple[int, int]:
        """Left edge and width of a column, in pixels."""
        place = self._place(letter)
        return GUTTER + sum(self._widths[:place]), self._widths[place] if place < len(self._widths) else 0

    def sizeHint(self) -> QSize:
        return QSize(GUTTER + sum(self._widths), self.height())

    def _place(self, letter: str) -> int:
        columns = self._table.columns if self._table else ()
        return next((place for place, column in enumerate(columns) if column.letter == letter), len(columns))

    def _rows(self) -> list[tuple[str, str, Sequence[str]]]:
        """Name at the left, kind (letters, title, header, example) and texts, from the top down."""
        table = self._table
        if table is None:
            return []
        rows: list[tuple[str, str, Sequence[str]]] = [("", "letters", [column.letter for column in table.columns])]
        rows += [("", "title", [title]) for title in table.titles[:_TITLES]]
        name = str(table.header_rows[-1]) if table.header_rows else ""
        rows.append((name, "header", [column.header for column in table.columns]))
        shown = max((len(column.examples) for column in table.columns), default=0)
        for place in range(min(shown, _EXAMPLES)):
            texts = [column.examples[place] if place < len(column.examples) else "" for column in table.columns]
            rows.append(("…", "example", [shown_value(text) for text in texts]))
        return rows

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._look.tokens
        painter.fillRect(self.rect(), QColor(tokens.surf))
        for number, (name, kind, texts) in enumerate(self._rows()):
            box = QRectF(0, number * ROW, self.width(), ROW)
            self._paint_row(painter, box, name, kind, texts)
            painter.setPen(QPen(QColor(tokens.acc_line if kind == "header" else tokens.grid), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _paint_row(self, painter: QPainter, box: QRectF, name: str, kind: str, texts: Sequence[str]) -> None:
        tokens, header = self._look.tokens, kind == "header"
        ground = {"letters": tokens.sub, "header": tokens.acc_soft}.get(kind, tokens.surf)
        painter.fillRect(box, QColor(ground))
        gutter = QRectF(0, box.top(), GUTTER, box.height())
        painter.fillRect(gutter, QColor(tokens.acc_soft if header else tokens.sub))
        painter.setFont(font(12, QFont.Weight.DemiBold if header else QFont.Weight.Normal))
        painter.setPen(QColor(tokens.acc if header else tokens.t3))
        painter.drawText(gutter, Qt.AlignmentFlag.AlignCenter, name)
        if kind == "title":
            painter.setPen(QColor(tokens.t2))
            painter.drawText(box.adjusted(GUTTER + _PADDING, 0, 0, 0), _MIDDLE, texts[0])
            return
        self._paint_cells(painter, box, kind, texts)

    def _paint_cells(self, painter: QPainter, box: QRectF, kind: str, texts: Sequence[str]) -> None:
        tokens, left, chosen = self._look.tokens, float(GUTTER), self._place(self._chosen)
        letters = kind == "letters"
        for place, (width, text) in enumerate(zip(self._widths, texts, strict=True)):
            cell = QRectF(left, box.top(), width, box.height())
            if place == chosen and kind != "header":
                painter.fillRect(cell, QColor(tokens.acc_soft if letters else tokens.sel))
            painter.setPen(QPen(QColor(tokens.grid), 1))
            painter.drawLine(cell.topLeft(), cell.bottomLeft())
            weight = QFont.Weight.DemiBold if kind == "header" or (letters and place == chosen) else QFont.Weight.Normal
            painter.setFont(font(12, weight))
            painter.setPen(QColor(tokens.t3 if letters and place != chosen else tokens.t1))
            inner = cell.adjusted(_PADDING, 0, -_PADDING + 2, 0)
            short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter if letters else _MIDDLE, short)
            left += width

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = float(GUTTER)
        for width, column in zip(self._widths, self._table.columns if self._table else (), strict=True):
            if left <= event.position().x() < left + width:
                self.pressed.emit(column.letter)
            left += width


class SheetView(QScrollArea):
    """The picture, which scrolls sideways. `pressed`: the letter of a column that was clicked."""

    pressed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.picture = _Picture(look)
        self.picture.pressed.connect(self.pressed)
        self.setWidget(self.picture)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_table(self, table: Table) -> None:
        self.picture.show_table(table)
        self.setFixedHeight(self.picture.height() + 10)

    def choose(self, letter: str) -> None:
        """Mark a column and bring it into sight."""
        self.picture.choose(letter)
        left, width = self.picture.span(letter)
        self.ensureVisible(left + width // 2, 0, width, 0)
