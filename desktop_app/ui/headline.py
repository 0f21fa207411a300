"""A headline figure: never without numerator, denominator, base, date and source, and one click to where it is from."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.domain.indonesian import NBSP, long_date, month_year, number, percent, points
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets import Button, ElidedLabel, label, row


class Headline(QWidget):
    """`figure` and its `unit`, with `lines` below: the first in detail, the rest as source; `wraps` where there is room."""

    def __init__(
        self, desk: Desk, name: str, figure: str, unit: str, lines: tuple[str, ...], region: str, *, wraps: bool = False
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 5, 16, 5)
        column.setSpacing(1)
        origin = Button(desk.look, "Dari mana?", "info", kind="link", name=f"Dari mana angka ini: {name}")
        origin.clicked.connect(lambda: show_origin(desk, region))
        column.addLayout(row(label(name, "label"), 1, origin))
        column.addLayout(row(label(figure, "figure"), label(unit, "unit"), 1, spacing=5))
        for place, line in enumerate(lines):
            role = "source" if place else "detail"
            short = ElidedLabel(line, role, Qt.TextElideMode.ElideRight)
            column.addWidget(label(line, role, wrap=True) if wraps else short)
        column.addStretch(1)


def show_origin(desk: Desk, region: str) -> None:
    desk.page_wanted.emit("Cakupan")
    desk.origin_wanted.emit(region)


def share_headline(desk: Desk, figure: RegionCoverage, table: CoverageTable, *, wraps: bool = False) -> Headline:
    name = f"Cakupan {figure.region.full_name}"
    made = partial(Headline, desk, name, region=figure.region.code, wraps=wraps)
    where = _where(figure, table)
    if figure.share is not None:
        fraction = f"{number(figure.active or 0)} peserta aktif dari {number(figure.workers or 0)} pekerja"
        return made(number(figure.share * 100, 2), "%", (fraction, where))
    if figure.reported is not None:
        return made(number(figure.reported * 100, 2), "%", ("Dilaporkan, tanpa pembilang", where))
    beside = f"Diketahui: {figure.elsewhere}" if figure.elsewhere else f"Penyebut {figure.base}"
    if figure.active is not None:
        people = f"{number(figure.active)} peserta aktif; isi penyebutnya di Data Acuan"
        return made("–", "tanpa penyebut", (people, beside))
    return made("–", "belum ada data", ("Impor rekap bulan ini untuk mengisinya.", beside))


def gap_headline(desk: Desk, figure: RegionCoverage, *, wraps: bool = False) -> Headline | None:
    """What is missing to the target, in people where they can be counted; None without a target or a figure."""
    target = figure.target
    if target is None or figure.gap is None:
        return None
    name = f"{figure.region.short_name} menuju target {target.year}, {percent(target.share)}"
    made = partial(Headline, desk, name, region=figure.region.code, wraps=wraps)
    whose = "Target provinsi" if figure.target_is_province else "Target"
    sources = f"{whose}: {target.document} · penyebut {figure.base}"
    if figure.gap_people is None:
        line = "Jumlah orang belum dapat dihitung: pembilangnya tidak dilaporkan"
        return made(points(figure.gap), "poin", (line, sources))
    if figure.gap_people <= 0:
        line = f"Tercapai, {points(figure.gap)}{NBSP}poin terhadap target"
        return made(number(-figure.gap_people), "orang lebih", (line, sources))
    line = f"Masih kurang sampai {month_year(target.due)} · {points(figure.gap)}{NBSP}poin"
    return made(number(figure.gap_people), "orang", (line, sources))


def _where(figure: RegionCoverage, table: CoverageTable) -> str:
    sender = figure.fact.origin.sender if figure.fact else ""
    parts = (f"Penyebut {figure.base}", long_date(figure.period or table.period), sender)
    return " · ".join(part for part in parts if part)
