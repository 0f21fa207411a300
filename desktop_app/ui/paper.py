"""Pages of paper on a grey ground: one page at a time, small pictures of all beside it, zoom above."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import NBSP, number
from desktop_app.domain.paper import PaperDocument
from desktop_app.pictures.pages import PaperPages
from desktop_app.pictures.tokens import LIGHT
from desktop_app.ui.filters import Bar
from desktop_app.ui.look import Look
from desktop_app.ui.paper_sheet import MARGIN, PaperSheet, Swatch
from desktop_app.ui.paper_thumbs import PaperThumbs
from desktop_app.ui.widgets import Button, frame, label, row

CAPTION = "Dibaca kembali dari berkas Word yang jadi; pemenggalan di Word dapat sedikit berbeda."
_ROOM_FOR_THUMBS = 560
_LEGIBLE, _SMALLEST, _LARGEST, _STEP = 0.45, 0.3, 2.0, 1.15
_SLICE = 0.02
"""Seconds of laying out before the window gets its turn again."""


class PaperView(QWidget):
    """Shows a document: fitted to the height of the window until the user zooms. Long ones are laid out bit by bit."""

    def __init__(self, look: Look, caption: str = CAPTION) -> None:
        super().__init__()
        self._look, self._page = look, 0
        self._pages: PaperPages | None = None
        self._zoom: float | None = None
        self._rest = QTimer(self)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._lay_out_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._made_bar())
        column.addWidget(self._made_desk(), 1)
        column.addWidget(self._made_foot(caption))

    @property
    def count(self) -> int:
        """Pages that can be turned to so far."""
        return self._pages.count if self._pages else 0

    @property
    def done(self) -> bool:
        """All pages are laid out."""
        return self._pages is None or self._pages.done

    @property
    def zoom(self) -> float:
        return self._sheet.zoom

    def text(self) -> str:
        """The words on all pages."""
        return self._pages.finish().text() if self._pages else ""

    def show_document(self, document: PaperDocument) -> None:
        """Exchange what is shown; the page in sight stays in sight, if there still is one."""
        pages = PaperPages(document)
        pages.more(_SLICE)
        self._pages = pages
        wanted = self._page
        self._thumbs.show_pages(pages)
        self._show_unshown(document.unshown)
        self.show_page(wanted)
        # A page further on may still come; until then the last one that is there stands in.
        self._page = wanted
        if pages.done:
            self._settle()
        else:
            self._rest.start()

    def show_page(self, page: int) -> None:
        if self._pages is None or not self._pages.count:
            return
        self._page = max(0, min(page, self._pages.count - 1))
        self._sheet.show_page(self._pages, self._page)
        self._thumbs.choose(self._page)
        self._area.setAccessibleDescription(self._pages.text(self._page))
        self._tell_place()
        self._area.verticalScrollBar().setValue(0)
        self._fit()

    def _lay_out_more(self) -> None:
        if self._pages is None:
            self._rest.stop()
            return
        before = self._pages.count
        self._pages.more(_SLICE)
        self._thumbs.names.grow()
        if before <= self._page < self._pages.count:
            self.show_page(self._page)
        if self._pages.done:
            self._rest.stop()
            self._settle()
        self._tell_place()

    def _settle(self) -> None:
        """All pages are there: the one in sight is among them."""
        if self._pages is not None and self._page >= self._pages.count:
            self.show_page(self._pages.count - 1)
        self._tell_place()

    def _tell_place(self) -> None:
        if self._pages is None:
            return
        page = min(self._page, self._pages.count - 1)
        more = "" if self._pages.done else f"{NBSP}…"
        self._where.setText(f"Halaman {number(page + 1)} dari {number(self._pages.count)}{more}")
        self._back.setEnabled(page > 0)
        self._on.setEnabled(page + 1 < self._pages.count)

    def _show_unshown(self, unshown: tuple[str, ...]) -> None:
        self._unshown.setText(f"Tidak tampil di sini: {', '.join(unshown)}. Lihat di Word.")
        self._unshown.setVisible(bool(unshown))

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
            Swatch(LIGHT.acc_soft, LIGHT.acc_line),
            label("dari data", "detail"),
            Swatch(LIGHT.warn_soft, LIGHT.warn_line),
            label("periksa", "detail"),
        )
        legend.setContentsMargins(0, 0, 0, 0)
        self._legend.setLayout(legend)
        bar.add(self._legend)
        return bar

    def _made_desk(self) -> QFrame:
        desk = frame("paper-desk")
        line = QHBoxLayout(desk)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._thumbs = PaperThumbs(self._look)
        self._thumbs.picked.connect(self._take_page)
        line.addWidget(self._thumbs)
        self._sheet = PaperSheet(self._look)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(self._sheet)
        self._area.setAccessibleName("Pratinjau surat")
        line.addWidget(self._area, 1)
        return desk

    def _made_foot(self, caption: str) -> QFrame:
        foot = frame("footer")
        foot.setMinimumHeight(30)
        words = label(caption, "source", wrap=True)
        self._unshown = label("", "detail", wrap=True)
        self._unshown.hide()
        holder = QVBoxLayout(foot)
        holder.setContentsMargins(20, 6, 20, 6)
        holder.setSpacing(2)
        holder.addWidget(self._unshown)
        holder.addWidget(words)
        return foot

    def _take_page(self, page: int) -> None:
        if page != self._page:
            self.show_page(page)

    def _change_zoom(self, factor: float) -> None:
        self._zoom = min(max(self._sheet.zoom * factor, _SMALLEST), _LARGEST)
        self._fit()

    def _fit_again(self) -> None:
        self._zoom = None
        self._fit()

    def _fit(self) -> None:
        room, paper = self._area.size(), self._sheet.paper
        by_height = (room.height() - 2 * MARGIN) / paper.height()
        by_width = (room.width() - 2 * MARGIN - 10) / paper.width()
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turned = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if turned is None:
            super().keyPressEvent(event)
        else:
            self.show_page(self._page + turned)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._change_zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            super().wheelEvent(event)
