"""Small pictures of all pages with their names; painted one after the other, so that hundreds of them stop nobody."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.pictures.fonts import font
from desktop_app.pictures.pages import PaperPages
from desktop_app.ui.look import Look

_HEIGHT, _WIDEST = 79, 79
_ITEM = QSize(100, _HEIGHT + 28)
WIDTH = _ITEM.width() + 16
_KEPT = 400
Index = QModelIndex | QPersistentModelIndex


class PageNames(QAbstractListModel):
    """The names of the pages that are laid out so far."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: PaperPages | None = None
        self._count = 0

    def show_pages(self, pages: PaperPages) -> None:
        self.beginResetModel()
        self.pages, self._count = pages, pages.count
        self.endResetModel()

    def grow(self) -> None:
        """More pages were laid out."""
        if self.pages is not None and self.pages.count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, self.pages.count - 1)
            self._count = self.pages.count
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.pages is None or not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.pages.name(index.row())
        return None


class PaperThumbs(QListView):
    """`picked`: the page that was clicked or reached with the arrow keys."""

    picked = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.names = PageNames()
        self._painter = _Thumb(look, self)
        self.setModel(self.names)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Daftar halaman")
        # The grey ground lies behind; a rule of its own keeps it in both themes.
        self.setObjectName("paper-desk")
        self.setViewportMargins(0, 8, 0, 4)
        self.selectionModel().currentChanged.connect(self._tell)
        look.changed.connect(self.viewport().update)

    def show_pages(self, pages: PaperPages) -> None:
        self._painter.forget()
        self.names.show_pages(pages)

    def choose(self, page: int) -> None:
        index = self.names.index(page, 0)
        if index.isValid() and index.row() != self.currentIndex().row():
            self.setCurrentIndex(index)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(index.row())


class _Thumb(QStyledItemDelegate):
    """Paints a page small, from a picture that is made when there is time."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._made: dict[int, QPixmap] = {}
        self._wanted: list[int] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._make_one)

    def forget(self) -> None:
        """Other pages are shown."""
        self._made.clear()
        self._wanted.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return _ITEM

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pages = self._pages()
        if pages is None or index.row() >= pages.count:
            return
        area, state = QRectF(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_page(painter, self._place(area, pages, index.row()), index.row(), chosen=chosen)
        painter.setFont(font(11, QFont.Weight.Medium if chosen else QFont.Weight.Normal))
        painter.setPen(self._look.colour("t1" if chosen else "t2"))
        words = QRectF(area.left(), area.top() + _HEIGHT + 8, area.width(), 16)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, pages.name(index.row()))

    def _place(self, area: QRectF, pages: PaperPages, page: int) -> QRectF:
        size = pages.size(page)
        scale = min(_HEIGHT / size.height(), _WIDEST / size.width())
        width, height = size.width() * scale, size.height() * scale
        return QRectF(area.center().x() - width / 2, area.top() + 4 + (_HEIGHT - height) / 2, width, height)

    def _paint_page(self, painter: QPainter, place: QRectF, page: int, *, chosen: bool) -> None:
        picture = self._made.get(page)
        if picture is None:
            painter.fillRect(place, Qt.GlobalColor.white)
            self._want(page)
        else:
            painter.drawPixmap(place, picture, QRectF(picture.rect()))
        painter.setPen(QPen(self._look.colour("acc" if chosen else "line2"), 2 if chosen else 1))
        painter.drawRect(place)

    def _want(self, page: int) -> None:
        if page not in self._wanted:
            self._wanted.append(page)
            self._timer.start()

    def _make_one(self) -> None:
        pages = self._pages()
        if not self._wanted or pages is None:
            self._timer.stop()
            return
        page = self._wanted.pop()
        if page < pages.count:
            if len(self._made) >= _KEPT:
                self._made.clear()
            self._made[page] = self._picture(pages, page)
            self._view.viewport().update()

    def _picture(self, pages: PaperPages, page: int) -> QPixmap:
        ratio = self._view.devicePixelRatioF()
        size = pages.size(page)
        scale = min(_HEIGHT / size.height(), _WIDEST / size.width()) * ratio
        made = QPixmap(round(size.width() * scale), round(size.height() * scale))
        made.fill(Qt.GlobalColor.white)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        pages.paint(painter, page)
        painter.end()
        return made

    def _pages(self) -> PaperPages | None:
        model = self._view.model()
        return model.pages if isinstance(model, PageNames) else None
