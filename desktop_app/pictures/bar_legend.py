"""The legend of bars: what they show and nothing else."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop_app.analysis.charts import Bar
from desktop_app.pictures.painting import NO_DATA, REPORTED, SMALL, box, hatched_box, plain, width_of, write
from desktop_app.pictures.tokens import Tokens

LEGEND = 20.0
"""Height of one line."""


def entries(bars: Sequence[Bar], *, no_data: bool) -> tuple[str, ...]:
    """`no_data`: the hatch is explained here, because there is no room for its words beside it."""
    seen = {
        "Terlindungi": True,
        "Kurang": any(bar.gap is not None and bar.gap < 0 for bar in bars),
        "Lebih": any(bar.gap is not None and bar.gap > 0 for bar in bars),
        "Target": any(bar.target is not None for bar in bars),
        REPORTED: any(bar.reported for bar in bars),
        NO_DATA: no_data and any(bar.share is None and not bar.note for bar in bars),
    }
    return tuple(word for word, shown in seen.items() if shown)


def legend_width(words: Sequence[str]) -> float:
    return sum(_swatch_width(word) + 6 + width_of(word, plain(SMALL)) + 14 for word in words) - 14


def _swatch_width(word: str) -> float:
    return 3.0 if word == "Target" else 14.0


def legend_lines(words: Sequence[str], width: float) -> list[list[str]]:
    """The legend in as many lines as `width` asks for."""
    lines: list[list[str]] = [[]]
    for word in words:
        if lines[-1] and legend_width([*lines[-1], word]) > width:
            lines.append([])
        lines[-1].append(word)
    return lines


def paint_legend(painter: QPainter, start: QPointF, words: Sequence[str], tokens: Tokens) -> None:
    x = start.x()
    looks = {
        "Terlindungi": (tokens.bar, None),
        "Kurang": (tokens.gap_fill, tokens.gap),
        "Lebih": (tokens.over, None),
        "Target": (tokens.mark, None),
        REPORTED: (tokens.surf, tokens.bar),
    }
    for word in words:
        height = 14.0 if word == "Target" else 10.0
        width = 2.5 if word == "Target" else 14.0
        swatch = QRectF(x, round(start.y() - height / 2), width, height)
        if word == NO_DATA:
            hatched_box(painter, swatch, tokens)
        else:
            box(painter, swatch, *looks[word])
        write(painter, QPointF(x + _swatch_width(word) + 6, start.y()), word, plain(SMALL), tokens.t2)
        x += _swatch_width(word) + 6 + width_of(word, plain(SMALL)) + 14
