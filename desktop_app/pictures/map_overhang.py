"""Where words find room in a region when a little of them may reach over the sea, never over a neighbour."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF

from desktop_app.pictures.boundaries import Scan, layer, scans

_LEAST_INSIDE = 0.8
"""So much of the words lies on the region itself."""
_STEPS = 40
_TRIED = 8
Span = tuple[float, float]


def rooms_over_sea(
    layer_name: str, code: str, others: Sequence[str], widths: tuple[float, float], line: float
) -> list[QPointF]:
    """Middles for two lines of `widths`, each `line` high (units of the plane), the best first.

    Parts of `others` beside their largest one are not looked at here.
    """
    beside = [scan for other in others for scan in scans(layer_name, other)]
    found = sorted(_rooms(layer_name, code, beside, widths, line), key=lambda room: room[0])
    return [spot for _, spot in found[:_TRIED]]


def _rooms(
    layer_name: str, code: str, beside: Sequence[Scan], widths: tuple[float, float], line: float
) -> Iterator[tuple[float, QPointF]]:
    box, own = layer(layer_name).boxes[code], scans(layer_name, code)
    for middle in own:
        tops = (middle.y - line, middle.y)
        rows = [_rows(own, top, line) for top in tops]
        taken = [[span for scan in _rows(beside, top, line) for span in scan.inside] for top in tops]
        if not all(rows):
            continue
        for step in range(_STEPS + 1):
            x = box.left() + box.width() * step / _STEPS
            spans = [(x - width / 2, x + width / 2) for width in widths]
            if any(_meet(span, other) for span, there in zip(spans, taken, strict=True) for other in there):
                continue
            inside = min(_inside(span, row) for span, row in zip(spans, rows, strict=True))
            if inside >= _LEAST_INSIDE:
                spot = QPointF(x, middle.y)
                away = abs(x - box.center().x()) + abs(middle.y - box.center().y())
                yield away + (1 - inside) * 10 * line, spot


def _rows(found: Sequence[Scan], top: float, line: float) -> list[Scan]:
    return [scan for scan in found if top <= scan.y <= top + line]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _inside(span: Span, rows: Sequence[Scan]) -> float:
    """How much of the span lies on the region, on the average of these horizontals."""
    covered = sum(max(0.0, min(span[1], right) - max(span[0], left)) for row in rows for left, right in row.inside)
    return covered / (span[1] - span[0]) / len(rows)
