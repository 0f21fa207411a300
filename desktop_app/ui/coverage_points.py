"""The points of the trend as a table: month, share, people, workers and base, each with its marker of the chart."""

from PySide6.QtCore import Signal

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.analysis.pace import Growth, growth_on_year, year_to_date
from desktop_app.analysis.trend import Trend
from desktop_app.domain.indonesian import number, points, short_date
from desktop_app.operations.coverage import CoverageAnswer
from desktop_app.ui.coverage_columns import NONE
from desktop_app.ui.look import Look
from desktop_app.ui.origin_pace import PointRow, explain_growth
from desktop_app.ui.table import DENSE_ROW, HEADER, Column, Table
from desktop_app.ui.widgets import Button, Card, clear, label, row

MARKERS = ("○", "□", "●", "■", "◇", "◆")
"""The shapes of the chart, base by base."""
_ROWS = 5


def share_words(row: PointRow) -> str:
    """A share that came without its numerator stands in brackets, as in the chart."""
    text = number(row.point.share * 100, 2)
    return text if row.point.people is not None else f"({text})"


COLUMNS: tuple[Column[PointRow], ...] = (
    Column("", lambda r: r.marker, width=34),
    Column("Bulan data", lambda r: short_date(r.point.period), lambda r: r.point.period, width=96),
    Column("Cakupan, %", share_words, lambda r: r.point.share, right=True, strong=True, width=92),
    Column(
        "Peserta aktif",
        lambda r: number(r.point.people) if r.point.people is not None else NONE,
        lambda r: r.point.people,
        right=True,
        width=98,
        quiet=lambda r: r.point.people is None,
        tip=lambda r: "Dilaporkan tanpa pembilang." if r.point.people is None else r.point.source,
    ),
    Column(
        "Pekerja",
        lambda r: number(r.point.workers) if r.point.workers is not None else NONE,
        lambda r: r.point.workers,
        right=True,
        width=88,
        quiet=lambda r: r.point.workers is None,
    ),
    Column("Penyebut", lambda r: r.base, width=110, tip=lambda r: f"{r.base}\nSumber: {r.point.source}"),
)


class PointsCard(Card):
    """`opened(PointRow)`: Enter, double click, or a click: take the point apart. `chosen`: it is looked at.

    Below the points how much the share grew; `explained(Origin)`: take that apart.
    """

    opened = Signal(object)
    chosen = Signal(object)
    explained = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.fill()
        self.rows: Table[PointRow] = Table(look, COLUMNS, row_height=DENSE_ROW)
        self.rows.setAccessibleName("Titik perkembangan")
        self.rows.opened.connect(self.opened)
        self.rows.chosen.connect(self.chosen)
        self.rows.setMinimumHeight(HEADER + _ROWS * DENSE_ROW)
        self.body.addWidget(self.rows)
        self._foot = row(spacing=4)
        self.add_foot().addLayout(self._foot)
        self.buttons: dict[str, Button] = {}
        self.setFocusProxy(self.rows)

    def show_answer(self, answer: CoverageAnswer) -> None:
        self.rows.set_rows(point_rows(answer.trend))
        clear(self._foot)
        table, series = answer.table, answer.trend.series
        for name, growth in (
            ("Sejak awal tahun", year_to_date(series, table.base.name, table.period)),
            ("Setahun terakhir", growth_on_year(series, table.base.name, table.period)),
        ):
            self._add_growth(name, growth, table.whole)
        self._foot.addStretch(1)

    def _add_growth(self, name: str, growth: Growth, figure: RegionCoverage) -> None:
        known = growth.points is not None
        value = label(
            f"{points(growth.points)} poin" if growth.points is not None else NONE, "figure-line" if known else "hint"
        )
        value.setToolTip(growth.reason)
        button = Button(self._look, "", "info", kind="mini", name=f"Dari mana? {name}")
        button.clicked.connect(lambda: self.explained.emit(explain_growth(name, growth, figure)))
        self.buttons[name] = button
        for widget in (label(name, "hint"), value, button):
            self._foot.addWidget(widget)
        self._foot.addSpacing(12)

    def choose(self, period: str) -> None:
        self.rows.choose(lambda row: row.point.period.isoformat() == period)


def point_rows(trend: Trend) -> list[PointRow]:
    rows = [
        PointRow(series.base, MARKERS[place % len(MARKERS)], point)
        for place, series in enumerate(trend.series)
        for point in series.points
    ]
    return sorted(rows, key=lambda row: row.point.period)
