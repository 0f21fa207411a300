"""Parts of the page Impor that paint themselves: steps, count tiles, the place to drop a file."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.domain.sheets import Counts, ProblemState
from desktop_app.pictures.fonts import font
from desktop_app.ui.filters import Bar
from desktop_app.ui.look import Look
from desktop_app.ui.pages.sheet_words import parts_of
from desktop_app.ui.widgets import ElidedLabel, label

STEPS = ("Berkas", "Tabel", "Kolom", "Tempat dan nilai", "Pratinjau", "Simpan")
_DISC, _GAP, _RULE = 20, 8, 24
_TILE = 64
_ROOMY = 124

_TILES: tuple[tuple[str, str, str, ProblemState | None], ...] = (
    ("Baru", "plus", "t2", None),
    ("Diperbarui", "refresh-cw", "t2", None),
    ("Sama", "check", "t2", None),
    ("Perlu dicek", "triangle-alert", "warn", ProblemState.PARKED),
    ("Ditolak", "circle-x", "bad", ProblemState.REFUSED),
    ("Bukan data", "minus", "t2", None),
    ("Baris terbaca", "table", "t2", None),
)
_READ = len(_TILES) - 1


class Steps(QWidget):
    """Where the clerk is: done steps are ticked, the present one is filled, later ones are outlined.

    Without room for all names only the present step has its own.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._present = look, 0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        self.set_step(0)

    def set_step(self, present: int) -> None:
        """`present` from 0; one more than there are steps: all are done."""
        self._present = present
        name = STEPS[present] if present < len(STEPS) else "selesai"
        self.setAccessibleName(f"Langkah: {name}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._wide(STEPS), 28)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(STEPS[self._present : self._present + 1]), 28)

    def _wide(self, names: Sequence[str]) -> int:
        words = sum(QFontMetrics(font(13, QFont.Weight.DemiBold)).horizontalAdvance(step) for step in names)
        return words + len(names) * _GAP + len(STEPS) * _DISC + (len(STEPS) - 1) * (_RULE + 2 * _GAP) + 4

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roomy, left = self.width() >= self.sizeHint().width(), 0.0
        for place, step in enumerate(STEPS):
            if place:
                painter.setPen(QPen(self._look.colour("line2"), 1))
                painter.drawLine(int(left + _GAP), self.height() // 2, int(left + _GAP + _RULE), self.height() // 2)
                left += _RULE + 2 * _GAP
            self._paint_disc(painter, left, place)
            left += _DISC
            if roomy or place == self._present:
                left += _GAP + self._paint_name(painter, left + _GAP, place, step)

    def _paint_name(self, painter: QPainter, left: float, place: int, step: str) -> int:
        """Its width."""
        present = place == self._present
        painter.setFont(font(13, QFont.Weight.DemiBold if present else QFont.Weight.Medium))
        painter.setPen(self._look.colour("t1" if present else "t2" if place < self._present else "t3"))
        wide = painter.fontMetrics().horizontalAdvance(step)
        painter.drawText(QRectF(left, 0, wide + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, step)
        return wide

    def _paint_disc(self, painter: QPainter, left: float, place: int) -> None:
        look, disc = self._look, QRectF(left + 0.5, (self.height() - _DISC) / 2 + 0.5, _DISC - 1, _DISC - 1)
        done, present = place < self._present, place == self._present
        painter.setPen(QPen(look.colour("ok_line" if done else "acc" if present else "line2"), 1))
        painter.setBrush(look.colour("ok_soft" if done else "acc" if present else "surf"))
        painter.drawEllipse(disc)
        if done:
            look.icon("check", "ok", 12).paint(painter, round(left + 4), round(disc.top() + 3.5), 12, 12)
            return
        painter.setFont(font(11, QFont.Weight.DemiBold))
        painter.setPen(look.colour("onacc" if present else "t3"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(place + 1))


class StepBar(Bar):
    """The steps, and at the right what is being imported."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.steps = Steps(look)
        self._what = ElidedLabel(role="detail", mode=Qt.TextElideMode.ElideRight)
        self._what.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.line.addWidget(self.steps)
        self.line.addSpacing(16)
        self.line.addWidget(self._what, 1)

    def set_step(self, present: int, what: str = "") -> None:
        self.steps.set_step(present)
        self._what.set_text(what)


class CountTile(QAbstractButton):
    """One count. A tile with a state, or the sum, can be pressed: it filters the rows below."""

    def __init__(self, look: Look, place: int) -> None:
        super().__init__()
        self.name, self._icon, self._colour, self.state = _TILES[place]
        self._look, self._count, self._sum = look, 0, place == _READ
        self.chosen = self.stale = False
        self.setFixedHeight(_TILE)
        self.setMinimumWidth(84)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    @property
    def filters(self) -> bool:
        return self._sum or (self.state is not None and self._count > 0)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.name}: {number(count)}")
        filters = self.filters
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if filters else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if filters else Qt.CursorShape.ArrowCursor)
        hint = "semua baris bermasalah" if self._sum else "baris ini saja di tabel di bawah"
        self.setToolTip(f"Tampilkan {hint}." if filters else "")
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        self.chosen = chosen
        self.update()

    def set_stale(self, stale: bool) -> None:
        """The count is of before the last change."""
        self.stale = stale
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(130, _TILE)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        waits = self.state is ProblemState.PARKED and self._count > 0
        marked = self.hasFocus() or self.chosen
        edge = "acc" if marked else "warn_line" if waits else "line"
        ground = "warn_soft" if waits else "hover" if self.underMouse() and self.filters else "surf"
        thick = 2 if marked else 1
        painter.setPen(QPen(look.colour(edge), thick))
        painter.setBrush(look.colour(ground if not self._sum or ground != "surf" else "sub"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2), 8, 8)
        roomy = self.width() >= _ROOMY
        left = 13.0 if roomy else 9.0
        colour = self._colour if self._count or self.state is None else "t2"
        if roomy:
            look.icon(self._icon, colour, 14).paint(painter, round(left), 11, 14, 14)
        painter.setFont(font(12))
        painter.setPen(look.colour(colour))
        words = QRectF(left + (20 if roomy else 0), 9, self.width() - left - (20 if roomy else 0) - 4, 18)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.name)
        painter.setFont(font(22, QFont.Weight.DemiBold))
        painter.setPen(QColor(look.colour("dis" if self.stale else "warn" if waits else "t1")))
        painter.drawText(QRectF(left, 28, self.width() - left, 30), Qt.AlignmentFlag.AlignVCenter, number(self._count))


class CountTiles(QWidget):
    """Six parts and their sum: no row disappears. `picked`: a state to show, None for all rows with a remark."""

    picked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._tiles = [CountTile(look, place) for place in range(len(_TILES))]
        for place, tile in enumerate(self._tiles):
            if place:
                sign = label("=" if place == _READ else "+", "secondary")
                sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
                sign.setMinimumWidth(16)
                sign.setMaximumWidth(26)
                line.addWidget(sign, 1)
            line.addWidget(tile, 6)
            tile.clicked.connect(lambda _=False, tile=tile: self._press(tile))

    def set_counts(self, counts: Counts) -> None:
        for tile, count in zip(self._tiles, (*parts_of(counts), counts.read), strict=True):
            tile.set_count(count)

    def set_stale(self, stale: bool) -> None:
        for tile in self._tiles:
            tile.set_stale(stale)

    def choose(self, state: ProblemState | None) -> None:
        for tile in self._tiles:
            tile.set_chosen(state is not None and tile.state is state)

    def tile(self, name: str) -> CountTile:
        return next(tile for tile in self._tiles if tile.name == name)

    def _press(self, tile: CountTile) -> None:
        if tile.filters:
            state = None if tile.chosen else tile.state
            self.choose(state)
            self.picked.emit(state)


def dropped_file(data: QMimeData) -> str:
    """The first local file that is dragged; “” where there is none."""
    return next((url.toLocalFile() for url in data.urls() if url.isLocalFile()), "")


def file_filter() -> str:
    """What the file dialog offers."""
    endings: Sequence[str] = ("xlsx", "xlsm", "xls", "xlsb", "ods", "csv")
    return f"Lembar ({' '.join(f'*.{ending}' for ending in endings)});;Semua berkas (*)"
