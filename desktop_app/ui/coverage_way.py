"""“Menuju target”: what is missing, the pace it needs, the pace there is, and when that would arrive."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.analysis.charts.ahead import next_target
from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.analysis.numerators import base_key
from desktop_app.analysis.pace import Arriving, Pace, toward_target
from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import NBSP, month_year, number, percent, points, short_date
from desktop_app.domain.segments import Sector
from desktop_app.operations.coverage import CoverageAnswer
from desktop_app.ui import origin_pace
from desktop_app.ui.look import Look
from desktop_app.ui.origin import Origin
from desktop_app.ui.widgets import Button, Card, State, Tag, clear, label, row, rule


@dataclass(frozen=True, slots=True)
class Way:
    """The way of one region to the target that is due next."""

    figure: RegionCoverage
    pace: Pace


def way_of(answer: CoverageAnswer) -> Way | None:
    """None without a target or a figure. A target of which no whole month is left gives way to the next one."""
    whole = answer.table.whole
    if whole.period is None or whole.shown_share is None:
        return None
    target = whole.target
    if target is None or target.due <= whole.period:
        target = next_target(answer.trend.targets, whole.period) or target
    if target is None:
        return None
    figure = replace(whole, target=target, target_is_province=target.region != whole.region.code)
    base, series = answer.table.base.name, answer.trend.series
    own = next((one for one in series if base_key(one.base) == base_key(base)), None)
    pace = toward_target(target, whole.period, figure.gap_people, figure.shown_share, own)
    return Way(figure, pace)


def until_its_month(answer: CoverageAnswer) -> CoverageAnswer:
    """The trend up to the month that is shown: what came later was not known then."""
    last = answer.table.period
    series = [replace(one, points=tuple(p for p in one.points if p.period <= last)) for one in answer.trend.series]
    return replace(answer, trend=replace(answer.trend, series=tuple(one for one in series if one.points)))


def span_words(first: date, last: date) -> str:
    """“Maret–Desember 2025”, over two years “Des 2024–Sep 2025”."""
    if first.year == last.year:
        return f"{month_year(first).split()[0]}–{month_year(last)}"
    return "–".join(short_date(day).split(maxsplit=1)[1] for day in (first, last))


class WayCard(Card):
    """`explained(Origin)`: take one of its figures apart. `apportion_wanted(Target)`: divide it."""

    explained = Signal(object)
    apportion_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__("Menuju target")
        self._look = look
        self.fill()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.buttons: dict[str, Button] = {}
        self.apportion: Button | None = None
        self._dense = False
        self._answer: CoverageAnswer | None = None

    def set_dense(self, dense: bool) -> None:
        """Less air, where the window is low."""
        if dense != self._dense:
            self._dense = dense
            if self._answer is not None:
                self.show_answer(self._answer)

    def show_answer(self, answer: CoverageAnswer) -> None:
        self._answer = answer
        clear(self.body)
        self.buttons, self.apportion = {}, None
        way = way_of(answer)
        year = way.pace.target.year if way else answer.table.whole.target.year if answer.table.whole.target else ""
        self.title.setText(f"Menuju target {year}".strip())
        if way is None:
            self._say_why_not(answer)
            return
        self._show_standing(way)
        self._show_missing(way)
        self._show_needed(way)
        self._show_current(way)
        self._show_end(way, answer)
        self.body.addStretch(1)

    def _show_standing(self, way: Way) -> None:
        """On which base and of which month: the chart beside may hold others."""
        day = f" · {short_date(way.pace.since)}".replace(" ", NBSP)
        said = label(f"Penyebut {way.figure.base}{day}", "detail", wrap=True)
        said.setContentsMargins(16, 3 if self._dense else 8, 16, 0)
        self.body.addWidget(said)

    def _show_missing(self, way: Way) -> None:
        pace, aim = way.pace, f"dari target {percent(way.pace.target.share)}"
        explain = partial(origin_pace.explain_missing, way.figure, pace)
        gap = f"{number((pace.missing_share or 0) * 100, 2)} poin {aim}"
        if pace.missing is None:
            self._block("Masih kurang", number((pace.missing_share or 0) * 100, 2), "poin", aim, explain)
        elif pace.missing <= 0:
            over = f"{number(-pace.missing)} orang di atas target {percent(pace.target.share)}"
            self._block("Masih kurang", "0", "orang", over, explain)
        else:
            self._block("Masih kurang", number(pace.missing), "orang", gap, explain)

    def _show_needed(self, way: Way) -> None:
        pace = way.pace
        explain = partial(origin_pace.explain_needed, way.figure, pace)
        until = f"{number(pace.months_left)} bulan, sampai {month_year(pace.target.due)}"
        if pace.months_left <= 0 and (pace.missing is None or pace.missing > 0):
            self._line(f"Laju yang perlu: tidak ada bulan tersisa sampai {month_year(pace.target.due)}.")
        elif pace.needed is not None:
            self._block("Laju yang perlu", number(pace.needed), "orang per bulan", until, explain)
        elif pace.needed_share is not None:
            self._block("Laju yang perlu", number(pace.needed_share * 100, 2), "poin per bulan", until, explain)

    def _show_current(self, way: Way) -> None:
        pace = way.pace
        if pace.first is None or pace.last is None:
            self._line("Laju sekarang belum dapat dihitung: perlu dua bulan dengan angka pada penyebut yang sama.")
            return
        span = f"Rata-rata {span_words(pace.first.period, pace.last.period)}"
        explain = partial(origin_pace.explain_current, way.figure, pace)
        if pace.current is not None:
            self._block("Laju sekarang", number(pace.current), "orang per bulan", span, explain)
        elif pace.current_share is not None:
            self._block("Laju sekarang", points(pace.current_share), "poin per bulan", span, explain)
        if pace.source_change:
            self._line(pace.source_change)

    def _show_end(self, way: Way, answer: CoverageAnswer) -> None:
        end = QVBoxLayout()
        end.setContentsMargins(16, 4 if self._dense else 10, 8, 6 if self._dense else 12)
        end.setSpacing(4 if self._dense else 8)
        pace = way.pace
        state = State.OFF_PACE if pace.off_pace else State.REACHED if pace.arrival.state is Arriving.ALREADY else None
        if pace.arrival.state is not Arriving.UNKNOWN:
            button = self._why("Kapan tercapai", partial(origin_pace.explain_arrival, way.figure, pace))
            said = label(pace.sentence, wrap=True)
            if state is not None:
                end.addLayout(row(Tag(self._look, state), 1, button))
                end.addWidget(said)
            else:
                end.addLayout(row(said, button, spacing=4))
        self.body.addLayout(end)
        self._offer_apportion(answer, pace.target, end)

    def _offer_apportion(self, answer: CoverageAnswer, target: Target, end: QVBoxLayout) -> None:
        """Dividing goes to the level that the page shows."""
        parts = {1: "provinsi", 2: "kabupaten/kota", 3: "kecamatan", 4: "desa/kelurahan"}.get(answer.level)
        if parts is None or not answer.table.rows:
            return
        self.apportion = Button(self._look, f"Bagi ke {parts}", small=True)
        self.apportion.clicked.connect(lambda: self.apportion_wanted.emit(target))
        end.addLayout(row(self.apportion, 1))

    def _say_why_not(self, answer: CoverageAnswer) -> None:
        sector = answer.table.sector
        whose = "wilayah ini" if sector is Sector.SEMUA else f"sektor {sector.value} di wilayah ini"
        words = f"Belum ada target untuk {whose}." if answer.table.whole.shown_share is not None else (
            f"Belum ada angka untuk {whose}, sehingga jalan ke target belum dapat dihitung."
        )  # fmt: skip
        said = label(words, "secondary", wrap=True)
        said.setContentsMargins(16, 12, 16, 12)
        self.body.addWidget(said)
        self.body.addStretch(1)

    def _block(self, name: str, value: str, unit: str, detail: str, explain: Callable[[], Origin]) -> None:
        part, lines = QWidget(), QVBoxLayout()
        part.setLayout(lines)
        lines.setContentsMargins(16, 1 if self._dense else 5, 8, 3 if self._dense else 7)
        lines.setSpacing(0)
        lines.addLayout(row(label(name, "detail"), 1, self._why(name, explain)))
        lines.addLayout(row(label(value, "figure-small"), label(unit, "secondary"), 1, spacing=5))
        lines.addWidget(label(detail, "detail", wrap=True))
        self.body.addWidget(part)
        self.body.addWidget(rule())

    def _line(self, words: str) -> None:
        said = label(words, "secondary", wrap=True)
        said.setContentsMargins(16, 8, 16, 8)
        self.body.addWidget(said)
        self.body.addWidget(rule())

    def _why(self, name: str, explain: Callable[[], Origin]) -> Button:
        button = Button(self._look, "", "info", kind="mini", name=f"Dari mana? {name}")
        button.clicked.connect(lambda: self.explained.emit(explain()))
        self.buttons[name] = button
        return button
