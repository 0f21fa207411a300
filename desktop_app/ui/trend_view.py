"""Coverage over time: the line, the way still to go, and the points with their sources."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from desktop_app.analysis.charts import trend_chart
from desktop_app.analysis.trend import TrendPoint, pace, people_per_month_needed
from desktop_app.domain.indonesian import long_date, month_year, number, percent, points, short_date
from desktop_app.domain.segments import Sector
from desktop_app.operations.coverage import CoverageAnswer
from desktop_app.pictures.trend import TrendView
from desktop_app.ui.coverage_table import NONE
from desktop_app.ui.look import Look
from desktop_app.ui.table import Column, Table
from desktop_app.ui.widgets import Card, State, Tag, clear, label, row, rule

CHART_HEIGHT, POINTS_HEIGHT, WAY_WIDTH = 320, 180, 264
QWIDGETSIZE_MAX = 16777215
"""Qt's own "no limit", which PySide does not name."""
Row = tuple[str, TrendPoint]


def share_words(point: TrendPoint) -> str:
    """A share that came without its numerator stands in brackets, as in the chart."""
    text = number(point.share * 100, 2)
    return text if point.people is not None else f"({text})"


COLUMNS: tuple[Column[Row], ...] = (
    Column("Bulan data", lambda r: short_date(r[1].period), lambda r: r[1].period, width=110),
    Column("Cakupan, %", lambda r: share_words(r[1]), lambda r: r[1].share, right=True, strong=True, width=96),
    Column(
        "Peserta aktif",
        lambda r: number(r[1].people) if r[1].people is not None else "tanpa pembilang",
        lambda r: r[1].people,
        right=True,
        width=120,
        quiet=lambda r: r[1].people is None,
    ),
    Column(
        "Pekerja",
        lambda r: number(r[1].workers) if r[1].workers is not None else NONE,
        lambda r: r[1].workers,
        right=True,
        width=96,
        quiet=lambda r: r[1].workers is None,
    ),
    Column("Penyebut", lambda r: r[0], width=200),
    Column("Sumber", lambda r: r[1].source, width=240),
)


class TrendPart(QScrollArea):
    """Side by side where there is room, else one below the other."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setObjectName("scrolled")
        self.setWidget(content)
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setSpacing(12)
        self.chart_card = Card("Perkembangan cakupan")
        self.chart_card.fill()
        self.chart = TrendView(look.tokens)
        self.chart_card.body.addWidget(self.chart)
        self._way = Card("Menuju target")
        self._points_card = Card()
        self._points_card.fill()
        self.points: Table[Row] = Table(look, COLUMNS)
        self.points.setMinimumHeight(POINTS_HEIGHT)
        self._points_card.body.addWidget(self.points)
        self.chart_card.setMinimumHeight(CHART_HEIGHT)
        look.changed.connect(lambda: self.chart.set_tokens(look.tokens))

    def arrange(self, *, compact: bool) -> None:
        for card in (self.chart_card, self._way, self._points_card):
            self._grid.removeWidget(card)
        # One below the other, the chart is as high as the smallest window shows.
        self.chart_card.setMaximumHeight(CHART_HEIGHT if compact else QWIDGETSIZE_MAX)
        self._way.setMinimumWidth(WAY_WIDTH)
        self._way.setMaximumWidth(QWIDGETSIZE_MAX if compact else WAY_WIDTH)
        self._grid.addWidget(self.chart_card, 0, 0)
        self._grid.addWidget(self._way, *((1, 0) if compact else (0, 1)))
        self._grid.addWidget(self._points_card, 2, 0, 1, 1 if compact else 2)
        self._grid.setRowStretch(0, CHART_HEIGHT)
        self._grid.setRowStretch(2, POINTS_HEIGHT)

    def show_answer(self, answer: CoverageAnswer) -> None:
        chart = trend_chart(answer.trend)
        self.chart_card.title.setText(chart.title)
        self.chart.set_chart(chart)
        rows = [(series.base, point) for series in answer.trend.series for point in series.points]
        self.points.set_rows(sorted(rows, key=lambda r: r[1].period))
        self._show_way(answer)

    def _show_way(self, answer: CoverageAnswer) -> None:
        """What is missing to the target, the pace that needs, and the pace there is."""
        clear(self._way.body)
        whole = answer.table.whole
        target = whole.target
        self._way.title.setText(f"Menuju target {target.year}" if target else "Menuju target")
        if target is None:
            sector = answer.table.sector
            whose = "wilayah ini" if sector is Sector.SEMUA else f"sektor {sector.value} di wilayah ini"
            self._say(f"Belum ada target untuk {whose}.")
            return
        if whole.gap_people is None or whole.period is None:
            if whole.gap is not None:
                self._figure("Selisih", points(whole.gap), "poin", f"dari target {percent(target.share)}")
            self._say("Angka bulan ini dilaporkan tanpa pembilang, sehingga jumlah orang belum dapat dihitung.")
            return
        self._figure(
            "Masih kurang", number(max(whole.gap_people, 0)), "orang",
            f"{points(whole.gap or 0)} poin dari target {percent(target.share)}",
        )  # fmt: skip
        needed = people_per_month_needed(whole.gap_people, whole.period, target.due)
        if needed is not None:
            self._figure("Laju yang perlu", number(needed), "orang per bulan", f"sampai {month_year(target.due)}")
        self._show_pace(answer, needed)
        self._way.body.addWidget(label(f"Penyebut {whole.base} · {long_date(whole.period)}", "source", wrap=True))
        self._way.body.addStretch(1)

    def _show_pace(self, answer: CoverageAnswer, needed: float | None) -> None:
        series = next((one for one in answer.trend.series if one.base == answer.table.base.name), None)
        counted = [point for point in series.points if point.people is not None] if series else []
        now = pace(counted[-2], counted[-1]) if len(counted) > 1 else None
        if now is None:
            self._say("Laju sekarang belum dapat dihitung: perlu dua bulan dengan jumlah peserta pada penyebut ini.")
            return
        span = f"{month_year(counted[-2].period)}–{month_year(counted[-1].period)}"
        self._figure("Laju sekarang", number(now), "orang per bulan", f"rata-rata {span}")
        if needed is not None and now < needed:
            self._way.body.addLayout(row(Tag(self._look, State.OFF_PACE), 1))

    def _figure(self, name: str, value: str, unit: str, detail: str) -> None:
        body = self._way.body
        body.addWidget(label(name, "detail"))
        body.addLayout(row(label(value, "figure-small"), label(unit, "unit"), 1, spacing=6))
        body.addWidget(label(detail, "detail", wrap=True))
        body.addWidget(rule())

    def _say(self, text: str) -> None:
        self._way.body.addWidget(label(text, "secondary", wrap=True))
        self._way.body.addStretch(1)
