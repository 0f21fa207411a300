"""“Mengapa berubah?”: from one month's people to another's, step by step, each step with what it rests on."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from desktop_app.analysis.change import Change, ChangeKind, ChangePart
from desktop_app.analysis.charts import WaterfallChart, waterfall_chart
from desktop_app.domain.errors import AppError
from desktop_app.domain.indonesian import MINUS, NBSP, long_date, month_year, number, percent, points
from desktop_app.domain.regions import Region
from desktop_app.operations.coverage import CoverageQuery
from desktop_app.operations.explain_change import explain_change
from desktop_app.pictures.waterfall import WaterfallView
from desktop_app.ui.desk import Desk
from desktop_app.ui.exports import Picture
from desktop_app.ui.origin import Item, Origin, Pair, Section, Words
from desktop_app.ui.query_bar import Seen
from desktop_app.ui.widgets import Button, Card, label

HEIGHT = 196


class ChangeCard(Card):
    """`explained(Origin)`: take a step apart. The month it begins with can be chosen in the head."""

    explained = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__("Mengapa berubah?")
        self.desk = desk
        self.fill()
        self.set_head_height(36)
        self.elide_title()
        self._query: CoverageQuery | None = None
        self._since: date | None = None
        self._region: Region | None = None
        self.change: Change | None = None
        self.view = WaterfallView(desk.look.tokens)
        self.view.selected.connect(self._explain)
        self.view.opened.connect(self._explain)
        self._said = label("", "secondary", wrap=True)
        self._said.setContentsMargins(16, 12, 16, 12)
        self._since_button = Button(desk.look, "", "calendar", kind="bare", name="Pilih bulan awal")
        self._menu = QMenu(self._since_button)
        self._since_button.clicked.connect(
            lambda: self._menu.popup(self._since_button.mapToGlobal(self._since_button.rect().bottomLeft()))
        )
        self.add_action(self._since_button)
        self._pages = QStackedLayout()
        holder = QWidget()
        holder.setLayout(self._pages)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._said)
        self.body.addWidget(holder)
        self.setMinimumHeight(HEIGHT)
        desk.look.changed.connect(lambda: self.view.set_tokens(desk.look.tokens))

    def show_seen(self, seen: Seen) -> None:
        """Ask why the figure changed; the answer comes later."""
        answer = seen.answer
        if answer is None:
            return
        query = replace(seen.query, region=answer.region.code, period=answer.table.period, restated=False)
        if self._query is not None and (query.region, query.period) != (self._query.region, self._query.period):
            self._since = None
        self._query, self._region = query, answer.region
        self._fill_menu([day for day in answer.choices.periods if day < answer.table.period])
        self._ask()

    def _ask(self) -> None:
        query, since = self._query, self._since
        if query is None:
            return

        def show(change: Change | None) -> None:
            if (query, since) == (self._query, self._since):
                self._show(change)

        self.desk.read(lambda workspace: explain_change(workspace, query, since), show, self._refuse)

    def _refuse(self, error: AppError) -> None:
        self._show(None)
        self._said.setText(str(error))

    def _fill_menu(self, days: list[date]) -> None:
        self._menu.clear()
        self._menu.addAction("Bulan terdekat sebelumnya").triggered.connect(partial(self._begin, None))
        for day in days:
            self._menu.addAction(long_date(day)).triggered.connect(partial(self._begin, day))
        self._since_button.setVisible(len(days) > 1)

    def _begin(self, day: date | None, _: bool = False) -> None:
        self._since = day
        self._ask()

    def _show(self, change: Change | None) -> None:
        self.change = change
        self._pages.setCurrentIndex(0 if change is not None else 1)
        if change is None:
            self.set_title("Mengapa berubah?")
            self.aside.setText("")
            self._said.setText(
                "Perlu jumlah peserta dari dua bulan. Impor rekap atau daftar peserta bulan lain, lalu perubahannya diurai di sini."
            )
            return
        chart = self._chart(change)
        self.view.set_chart(chart)
        self.set_title(f"Mengapa berubah? {span_words(change)}")
        self.aside.setText(chart.total.split(",")[0])
        self.aside.setToolTip(chart.total)

    def _chart(self, change: Change) -> WaterfallChart:
        return waterfall_chart(change, self._region)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return self._since_button, self.view

    @property
    def picture(self) -> Picture | None:
        return Picture("Mengapa berubah", self._chart(self.change)) if self.change is not None else None

    def _explain(self, key: str) -> None:
        if self.change is not None and self._region is not None:
            self.explained.emit(explain_step(self.change, key, self._region))


def span_words(change: Change) -> str:
    """“Juni sampai Desember 2025”."""
    since = month_year(change.since)
    if change.since.year == change.until.year:
        since = since.rsplit(" ", 1)[0]
    return f"{since} sampai {month_year(change.until)}"


_MEANINGS = {
    ChangeKind.JOINED: "Orang yang pada bulan akhir ada dan pada bulan awal tidak ada di daftar mana pun.",
    ChangeKind.LAPSED: "Orang yang pada bulan awal ada dan pada bulan akhir tidak ada lagi di daftar mana pun.",
    ChangeKind.MOVED: "Orang yang pindah masuk dikurangi yang pindah keluar: dari atau ke wilayah atau sektor lain.",
    ChangeKind.CORRECTED: "Perbaikan data untuk bulan yang sudah dilaporkan.",
    ChangeKind.BASE: "Perubahan penyebut mengubah persentase, bukan jumlah orang.",
    ChangeKind.OPEN: "Selisih yang tidak dapat dijelaskan dari daftar peserta.",
}


def explain_step(change: Change, key: str, region: Region) -> Origin:
    """A step of the waterfall: a part by its kind, or one of the totals by its date."""
    part = next((part for part in change.parts if part.kind.value == key), None)
    what = part.kind.value.capitalize() if part is not None else "Peserta aktif"
    label_ = f"{what}, {region.full_name}, {long_date(change.since)} sampai {long_date(change.until)}"
    if part is None:
        return _explain_total(change, key, region)
    sum_lines = (
        Pair(long_date(change.since), number(change.before)),
        *(Pair(one.kind.value.capitalize(), _signed(one.people), strong=one is part) for one in change.parts),
        Pair(long_date(change.until), number(change.after), strong=True),
    )
    lines = (Words(_MEANINGS[part.kind], "detail"), Item("info", "acc", part.detail))
    return Origin(
        label=label_, figure=_signed(part.people), unit="orang",
        sections=(Section("Asal", lines), *_points_section(change, part), Section("Bagian-bagiannya", sum_lines)),
    )  # fmt: skip


def _points_section(change: Change, part: ChangePart) -> tuple[Section, ...]:
    if part.points is None:
        return ()
    lines = (
        Words(f"{points(part.points)}{NBSP}poin dari perubahan {points(change.points or 0)}{NBSP}poin.", "detail"),
    )
    return (Section("Pengaruh pada cakupan", lines),)


def _explain_total(change: Change, key: str, region: Region) -> Origin:
    first = key == change.since.isoformat()
    day, people = (change.since, change.before) if first else (change.until, change.after)
    share, base = (change.before_share, change.base_before) if first else (change.after_share, change.base_after)
    lines = (Pair("Penyebut", base), *((Pair("Cakupan", percent(share)),) if share is not None else ()))
    return Origin(
        label=f"Peserta aktif {region.full_name}, {long_date(day)}", figure=number(people), unit="orang",
        sections=(Section("Cakupan", lines),),
    )  # fmt: skip


def _signed(value: int) -> str:
    return f"{'+' if value > 0 else MINUS if value < 0 else ''}{number(abs(value))}"
