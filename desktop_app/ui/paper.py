"""Pages of paper on a grey ground: one page at a time, small pictures of all beside it, zoom above."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import NBSP, number
from desktop_app.pictures.fonts import font
from desktop_app.pictures.tokens import LIGHT
from desktop_app.ui.filters import Bar
from desktop_app.ui.letter_pages import PAGE, LetterPages
from desktop_app.ui.look import Look
from desktop_app.ui.widgets import Button, clear, frame, label, row

_MARGIN = 12
_THUMB = QSize(56, 79)
_ROOM_FOR_THUMBS = 560
_LEGIBLE, _SMALLEST, _LARGEST, _STEP = 0.45, 0.3, 2.0, 1.15


class PaperView(QWidget):
    """Shows `LetterPages`: fitted to the height of the window until the user zooms."""

    def __init__(self, look: Look, caption: str) -> None:
        super().__init__()
        self._look, self._page = look, 0
        self._pages: LetterPages | None = None
        self._zoom: float | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._made_bar())
        desk = frame("paper-desk")
        column.addWidget(desk, 1)
        line = QHBoxLayout(desk)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._thumbs = _Thumbs(look)
        self._thumbs.picked.connect(self.show_page)
        line.addWidget(self._thumbs)
        self._sheet = _Sheet(look)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(self._sheet)
        self._area.setAccessibleName("Pratinjau surat")
        line.addWidget(self._area, 1)
        foot = frame("footer")
        foot.setMinimumHeight(30)
        words = label(caption, "source", wrap=True)
        words.setContentsMargins(20, 6, 20, 6)
        holder = QVBoxLayout(foot)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(words)
        column.addWidget(foot)

    @property
    def count(self) -> int:
        """Pages that can be turned to."""
        return self._pages.count if self._pages else 0

    @property
    def zoom(self) -> float:
        return self._sheet.zoom

    def text(self) -> str:
        """The words on the pages."""
        return self._pages.text() if self._pages else ""

    def show_pages(self, pages: LetterPages) -> None:
        """Exchange what is shown; the page in sight stays in sight."""
        self._pages = pages
        self._thumbs.show_pages(pages)
        self._area.setAccessibleDescription(pages.text())
        self.show_page(min(self._page, pages.count - 1))

    def show_page(self, page: int) -> None:
        if self._pages is None:
            return
        self._page = max(0, min(page, self._pages.count - 1))
        self._sheet.show_page(self._pages, self._page)
        self._thumbs.choose(self._page)
        self._where.setText(f"Halaman {self._page + 1} dari {self._pages.count}")
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page + 1 < self._pages.count)
        self._area.verticalScrollBar().setValue(0)
        self._fit()

    def _made_bar(self) -> Bar:
        bar = Bar()
        look = self._look
        self._back = Button(look, "", "chevron-left", kind="bare", name="Halaman sebelumnya")
        self._on = Button(look, "", "chevron-right", kind="bare", name="Halaman berikutnya")
        self._where, self._percent = label("", "strong"), label("", "secondary")
        smaller = Button(look, "", "zoom-out", kind="bare", name="Perkecil")
        larger = Button(look, "", "zoom-in", kind="bare", name="Perbesar")
        whole = Button(look, "", "maximize", kind="bare", name="Pas halaman")
        self._back.clicked.connect(lambda: self.show_page(self._page - 1))
        self._on.clicked.connect(lambda: self.show_page(self._page + 1))
        smaller.clicked.connect(lambda: self._change_zoom(1 / _STEP))
        larger.clicked.connect(lambda: self._change_zoom(_STEP))
        whole.clicked.connect(self._fit_again)
        bar.line.setContentsMargins(12, 0, 20, 0)
        bar.add(self._back, self._where, self._on)
        bar.add_mark()
        bar.add(smaller, self._percent, larger, whole)
        bar.line.addStretch(1)
        self._legend = QWidget()
        legend = row(
            _Swatch(LIGHT.acc_soft, LIGHT.acc_line),
            label("dari data", "detail"),
            _Swatch(LIGHT.warn_soft, LIGHT.warn_line),
            label("periksa", "detail"),
        )
        legend.setContentsMargins(0, 0, 0, 0)
        self._legend.setLayout(legend)
        bar.add(self._legend)
        return bar

    def _change_zoom(self, factor: float) -> None:
        self._zoom = min(max(self._sheet.zoom * factor, _SMALLEST), _LARGEST)
        self._fit()

    def _fit_again(self) -> None:
        self._zoom = None
        self._fit()

    def _fit(self) -> None:
        room = self._area.size()
        by_height = (room.height() - 2 * _MARGIN) / PAGE.height()
        by_width = (room.width() - 2 * _MARGIN - 10) / PAGE.width()
        # In a low window a whole page could not be read: then it fills the width and scrolls.
        fitted = min(max(by_height, _LEGIBLE), by_width)
        zoom = self._zoom if self._zoom is not None else min(max(fitted, _SMALLEST), _LARGEST)
        self._sheet.set_zoom(zoom)
        self._percent.setText(f"{number(zoom * 100)}{NBSP}%")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._thumbs.setVisible(self.width() >= _ROOM_FOR_THUMBS)
        self._legend.setVisible(self.width() >= 520)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._change_zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            super().wheelEvent(event)


class _Sheet(QWidget):
    """One page with the grey ground around it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._page, self.zoom = look, 0, _LEGIBLE
        self._pages: LetterPages | None = None
        look.changed.connect(self.update)

    def show_page(self, pages: LetterPages, page: int) -> None:
        self._pages, self._page = pages, page
        self.update()

    def set_zoom(self, zoom: float) -> None:
        self.zoom = zoom
        self.resize(int(PAGE.width() * zoom) + 2 * _MARGIN, int(PAGE.height() * zoom) + 2 * _MARGIN)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("desk"))
        if self._pages is None:
            return
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.save()
        painter.translate(_MARGIN, _MARGIN)
        painter.scale(self.zoom, self.zoom)
        self._pages.paint(painter, self._page)
        painter.restore()
        painter.setPen(QPen(self._look.colour("line2"), 1))
        edge = QRectF(_MARGIN, _MARGIN, PAGE.width() * self.zoom, PAGE.height() * self.zoom)
        painter.drawRect(edge.adjusted(-0.5, -0.5, 0.5, 0.5))


class _Thumbs(QWidget):
    """All pages, small; `picked` tells which one was clicked."""

    picked = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 0, 12)
        self._column.setSpacing(8)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._buttons: list[_Thumb] = []

    def show_pages(self, pages: LetterPages) -> None:
        clear(self._column)
        self._buttons = [_Thumb(self._look, pages, page) for page in range(pages.count)]
        for page, button in enumerate(self._buttons):
            button.clicked.connect(lambda _=False, page=page: self.picked.emit(page))
            self._column.addWidget(button)

    def choose(self, page: int) -> None:
        if page < len(self._buttons):
            self._buttons[page].setChecked(True)


class _Thumb(QAbstractButton):
    """A small picture of a page with its name."""

    def __init__(self, look: Look, pages: LetterPages, page: int) -> None:
        super().__init__()
        self._look, self._pages, self._page = look, pages, page
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(pages.name(page))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(72, _THUMB.height() + 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = (self.width() - _THUMB.width()) / 2
        painter.save()
        painter.translate(left, 2)
        scale = _THUMB.width() / PAGE.width()
        painter.scale(scale, scale)
        self._pages.paint(painter, self._page)
        painter.restore()
        chosen = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(self._look.colour("acc" if chosen else "line2"), 2 if chosen else 1))
        painter.drawRect(QRectF(left, 2, _THUMB.width(), _THUMB.height()))
        painter.setFont(font(11, QFont.Weight.Medium if self.isChecked() else QFont.Weight.Normal))
        painter.setPen(self._look.colour("t1" if self.isChecked() else "t2"))
        words = QRectF(0, _THUMB.height() + 4, self.width(), 18)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._pages.name(self._page))


class _Swatch(QWidget):
    """A small square in a colour of the paper, which is the same in both themes."""

    def __init__(self, ground: str, edge: str) -> None:
        super().__init__()
        self._ground, self._edge = ground, edge
        self.setFixedSize(14, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._edge), 1))
        painter.setBrush(QColor(self._ground))
        painter.drawRect(0, 0, 13, 11)
