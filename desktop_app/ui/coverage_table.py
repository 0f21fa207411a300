"""The table of regions with the whole pinned below it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.domain.indonesian import number, percent, points, short_date
from desktop_app.domain.regions import Level
from desktop_app.ui.look import Look
from desktop_app.ui.table import DENSE_ROW, HEADER, Column, Table
from desktop_app.ui.widgets import Card, State, label, row

NONE = "–"


def table_name(figure: RegionCoverage) -> str:
    """“Badung”, “Kota Denpasar”, “Sukawati”: short, but a city says so; the whole carries its kind."""
    region = figure.region
    return region.short_name if region.level is Level.KABUPATEN else region.name


def whole_name(figure: RegionCoverage) -> str:
    return figure.region.full_name if figure.region.level is Level.PROVINSI else table_name(figure)


def workers_words(figure: RegionCoverage) -> str:
    return number(figure.workers) if figure.workers is not None else "belum ada"


def target_words(figure: RegionCoverage) -> str:
    return number(figure.target.share * 100, 2) if figure.target else NONE


def target_tip(figure: RegionCoverage) -> str:
    if figure.target is None:
        return ""
    return f"{'Target provinsi' if figure.target_is_province else 'Target'}: {figure.target.document}"


def bar_of(figure: RegionCoverage) -> tuple[float | None, float | None]:
    return figure.shown_share, figure.target.share if figure.target else None


def active_words(figure: RegionCoverage) -> str:
    if figure.active is not None:
        return number(figure.active)
    return NONE if figure.reported is not None else "belum ada"


def share_words(figure: RegionCoverage) -> str:
    """A share that came without its numerator stands in brackets, as in the charts."""
    if figure.shown_share is None:
        return NONE
    text = number(figure.shown_share * 100, 2)
    return text if figure.share is not None else f"({text})"


def gap_words(figure: RegionCoverage) -> str:
    if figure.gap is None:
        return NONE
    return f"▲ {points(figure.gap)}" if figure.gap >= 0 else points(figure.gap)


def missing_words(figure: RegionCoverage) -> str:
    if figure.gap_people is None:
        return NONE
    return number(figure.gap_people) if figure.gap_people > 0 else "tercapai"


def source_words(figure: RegionCoverage) -> str:
    """Where the figure comes from, in a word or two; an older one says its month, a place without one who is listed."""
    if figure.shown_share is None:
        if figure.elsewhere:
            return "Penyebut lain"
        return f"{number(listed_people(figure))} terdaftar" if listed_people(figure) else "Belum lapor"
    if figure.stale and figure.period is not None:
        return short_date(figure.period)
    if figure.share is None:
        return "Dilaporkan"
    if figure.summed_children:
        return f"Jumlah {figure.summed_children} wilayah"
    return "Daftar peserta" if figure.counted else "Rekap"


def source_state(figure: RegionCoverage) -> State | None:
    silent = figure.shown_share is None and not figure.elsewhere and not listed_people(figure)
    return State.UNREPORTED if silent else None


def listed_people(figure: RegionCoverage) -> int:
    """People who stand in participants sheets for this region, whether they enter the figure or not."""
    return figure.listed.people if figure.listed is not None else 0


def tip(figure: RegionCoverage) -> str:
    people = f"{number(listed_people(figure))} orang terdaftar di lembar peserta" if listed_people(figure) else ""
    if figure.listed is not None and figure.listed.sample:
        people += " (data contoh, tidak masuk ke angka cakupan)"
    parts = [figure.note, figure.elsewhere, people]
    return "\n".join(part for part in parts if part)


def _lacks(value: object) -> bool:
    return value is None


COLUMNS: tuple[Column[RegionCoverage], ...] = (
    Column("Wilayah", table_name, lambda r: r.region.code, width=100),
    Column(
        "Peserta aktif", active_words, lambda r: r.active, right=True, width=96, quiet=lambda r: _lacks(r.active), tip=tip
    ),
    Column(
        "Penyebut", workers_words, lambda r: r.workers, right=True, width=84, quiet=lambda r: _lacks(r.workers), tip=tip
    ),
    Column(
        "Cakupan, %", share_words, lambda r: r.shown_share, right=True, strong=True, width=128, bar=bar_of,
        hollow=lambda r: r.share is None,
        quiet=lambda r: _lacks(r.shown_share), tip=tip,
    ),
    Column("Target, %", target_words, lambda r: r.target.share if r.target else None, right=True, width=80, tip=target_tip),
    Column("Selisih, poin", gap_words, lambda r: r.gap, right=True, width=96, quiet=lambda r: _lacks(r.gap)),
    Column(
        "Kurang, orang", missing_words, lambda r: r.gap_people, right=True, width=106, quiet=lambda r: _lacks(r.gap_people)
    ),
    Column("Sumber", source_words, state=source_state, width=112, tip=tip),
)  # fmt: skip
GAP = 5
WHOLE_COLUMNS = tuple(
    replace(column, text=text, strong=True)
    for column, text in zip(COLUMNS, (whole_name, *(one.text for one in COLUMNS[1:])), strict=True)
)
"""The total row is heavier and names a province as such."""


class CoverageTableCard(Card):
    """`selected` and `opened` carry region codes."""

    selected = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.fill()
        self.rows: Table[RegionCoverage] = Table(look, COLUMNS, row_height=DENSE_ROW)
        self.whole: Table[RegionCoverage] = Table(look, WHOLE_COLUMNS, row_height=DENSE_ROW, sortable=False)
        self.whole.setObjectName("total")
        self.whole.horizontalHeader().hide()
        self.whole.setFixedHeight(DENSE_ROW + 1)
        self.whole.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for table in (self.rows, self.whole):
            table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            table.chosen.connect(lambda figure: self.selected.emit(figure.region.code))
            table.opened.connect(lambda figure: self.opened.emit(figure.region.code))
        self.rows.stretch(0)
        self.rows.sortByColumn(GAP, Qt.SortOrder.AscendingOrder)
        self.whole.horizontalHeader().setStretchLastSection(False)
        self.rows.setMinimumHeight(HEADER + 3 * DENSE_ROW)
        self.rows.horizontalHeader().sectionResized.connect(
            lambda place, _, size: self.whole.setColumnWidth(place, size)
        )
        tables = QVBoxLayout()
        tables.setSpacing(0)
        tables.addWidget(self.rows, 1)
        tables.addWidget(self.whole)
        self.body.addLayout(tables)
        self._hint, self._sums = label("", "hint"), label("", "hint")
        self.add_foot().addLayout(row(self._hint, 1, self._sums))
        self.setFocusProxy(self.rows)

    def show_table(self, table: CoverageTable, parts: str) -> None:
        """`parts` is what the rows are: “kabupaten/kota”."""
        self.rows.set_rows(table.rows)
        self.whole.set_rows([table.whole])
        total = len(table.rows)
        self._hint.setText(f"{total} {parts} · pilih baris untuk melihat asal angkanya")
        known = f"{table.reporting} dari {total} melapor"
        if table.sum_active is not None and table.sum_workers:
            share = percent(table.sum_active / table.sum_workers)
            known += (
                f"; {table.counted} dapat dijumlahkan: {number(table.sum_active)} dari"
                f" {number(table.sum_workers)} pekerja = {share}"
            )
        self._sums.setText(known)

    def select(self, code: str | None) -> None:
        for table in (self.rows, self.whole):
            table.choose(lambda figure: figure.region.code == code)
