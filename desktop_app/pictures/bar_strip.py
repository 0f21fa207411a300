"""One bar with what belongs to it: covered, missing or beyond, the target's mark, the words for no data."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.analysis.charts import Bar
from desktop_app.pictures.painting import BODY, NO_DATA, box, hatched_box, plain, width_of, write
from desktop_app.pictures.tokens import Tokens

MARK_OUT = 4.0
SWATCH = 24.0
X = Callable[[float], float]
"""Where a share stands."""


def paint_strip(painter: QPainter, x: X, strip: QRectF, end: float, bar: Bar, tokens: Tokens) -> None:
    """`strip` starts at the axis and has the thickness of the bar; words for no data end before `end`."""
    if bar.share is None:
        _paint_no_data(painter, x, strip, end, bar, tokens)
    else:
        _paint_bar(painter, x, strip, bar, bar.share, tokens)
    if bar.target is not None:
        mark = QRectF(x(bar.target) - 1.25, strip.top() - MARK_OUT, 2.5, strip.height() + 2 * MARK_OUT)
        painter.fillRect(mark, QColor(tokens.mark))


def _paint_no_data(painter: QPainter, x: X, strip: QRectF, end: float, bar: Bar, tokens: Tokens) -> None:
    """A hatched swatch and the words, before or after the target's mark; where neither fits the legend has them.

    Where a note says why there is no share, as without a base, nothing is hatched: that means no data.
    """
    swatch = QRectF(strip.left(), strip.top(), 0 if bar.note else SWATCH, strip.height())
    if not bar.note:
        hatched_box(painter, swatch, tokens)
    words = bar.note or NO_DATA
    width = width_of(words, plain(BODY))
    mark = end if bar.target is None else x(bar.target)
    starts = [swatch.right() + 8, max(swatch.right(), mark) + 8]
    fitting = [left for left, limit in zip(starts, (mark - 6, end), strict=True) if left + width <= limit]
    if fitting:
        write(painter, QPointF(fitting[0], strip.center().y()), words, plain(BODY), tokens.t2, halo=tokens.surf)


def _paint_bar(painter: QPainter, x: X, strip: QRectF, bar: Bar, share: float, tokens: Tokens) -> None:
    """Covered, then what is missing to the target; or covered up to the target, then what lies beyond."""
    target = share if bar.target is None else bar.target
    end = x(share)
    if share < target:
        box(
            painter,
            QRectF(strip.left(), strip.top(), x(target) - strip.left(), strip.height()),
            tokens.gap_fill,
            tokens.gap,
        )
    covered = QRectF(strip.left(), strip.top(), end - strip.left(), strip.height())
    if bar.reported:
        box(painter, covered, tokens.surf, tokens.bar, 1.5)
        return
    box(painter, covered, tokens.bar)
    if share > target:
        box(painter, QRectF(x(target), strip.top(), end - x(target), strip.height()), tokens.over)
