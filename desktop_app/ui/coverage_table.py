"""The table of regions with the whole pinned below it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from desktop_app.analysis.chart_words import reporting_words, shown_rows
from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.domain.indonesian import number
from desktop_app.pictures.fonts import font
from desktop_app.ui.coverage_columns import COLUMNS, GAP, RANK, WHOLE_COLUMNS, whole_name
from desktop_app.ui.exports import rows_text
from desktop_app.ui.look import Look
from desktop_app.ui.table import CELL_FONT, DENSE_ROW, HEADER, Table
from desktop_app.ui.widgets import Card, ElidedLabel, label, row

RANK_FROM = 900
"""Width of the table from which the rank has room; the panel says it always."""
_AROUND = 22
"""Left and right of the words in a cell."""
FILTER_FROM = 20
"""Rows from which a field to look for a name is worth its room."""


class CoverageTableCard(Card):
    """`selected`, `opened` (Space), `drilled` (Enter, double click) and `hovered` carry region codes; hovered “” for none."""

    selected = Signal(str)
    opened = Signal(str)
    drilled = Signal(str)
    hovered = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.fill()
        self.rows: Table[RegionCoverage] = RegionTable(look, COLUMNS, row_height=DENSE_ROW)
        whole_columns = (replace(WHOLE_COLUMNS[0], text=self._whole_name), *WHOLE_COLUMNS[1:])
        self.whole: Table[RegionCoverage] = RegionTable(look, whole_columns, row_height=DENSE_ROW, sortable=False)
        self.rows.setAccessibleName("Tabel cakupan wilayah")
        self.whole.setAccessibleName("Cakupan seluruh wilayah")
        self.whole.setObjectName("total")
        self.whole.horizontalHeader().hide()
        self.whole.setFixedHeight(DENSE_ROW + 1)
        self.whole.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for table in (self.rows, self.whole):
            self._connect(table)
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
        self.search = QLineEdit()
        self.search.setProperty("small", True)
        self.search.setPlaceholderText("Cari wilayah")
        self.search.setAccessibleName("Cari wilayah di tabel")
        self.search.setFixedWidth(150)
        self.search.textChanged.connect(self._filter)
        self._hint, self._sums = ElidedLabel(role="hint", mode=Qt.TextElideMode.ElideRight), label("", "hint")
        foot = self.add_foot()
        foot.setContentsMargins(16, 4, 16, 4)
        foot.addLayout(row(self.search, self._hint, self._sums, spacing=12))
        self.setFocusProxy(self.rows)

    def _connect(self, table: Table[RegionCoverage]) -> None:
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.chosen.connect(lambda figure: self.selected.emit(figure.region.code))
        table.opened.connect(lambda figure: self.opened.emit(figure.region.code))
        table.pointed.connect(lambda figure: self.hovered.emit(figure.region.code if figure else ""))
        assert isinstance(table, RegionTable)
        table.drilled.connect(lambda figure: self.drilled.emit(figure.region.code))

    def show_table(self, table: CoverageTable, parts: str) -> None:
        """`parts` is what the rows are: “kabupaten/kota”."""
        # A village has no parts: it is the one row, as in the chart.
        self.rows.set_rows(shown_rows(table))
        self.whole.set_rows([table.whole] if table.rows else [])
        self.whole.setVisible(bool(table.rows))
        total = len(table.rows)
        self.search.setVisible(total >= FILTER_FROM)
        definition = next((row.definition for row in (table.whole, *table.rows) if row.definition), "")
        about = [definition, "pilih baris untuk asal angkanya" if total else "Tidak ada wilayah di bawahnya"]
        self._hint.set_text(" · ".join(part for part in about if part))
        known = reporting_words(table, parts)
        if table.sum_active is not None:
            known += f", jumlahnya {number(table.sum_active)} orang"
            known += f" ({number(table.counted)} wilayah)" if table.counted < table.reporting else ""
        self._sums.setText(known if total else "")

    def select(self, code: str | None) -> None:
        for table in (self.rows, self.whole):
            table.choose(lambda figure: figure.region.code == code)

    def hover(self, code: str | None) -> None:
        for table in (self.rows, self.whole):
            table.light((lambda figure: figure.region.code == code) if code else None)

    def as_text(self) -> str:
        """All rows that are shown and the whole, with their header, for Excel."""
        rows = (*self.rows.values.rows, *self.whole.values.rows)
        return rows_text([[column.title for column in COLUMNS], *([c.text(r) for c in COLUMNS] for r in rows)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for table in (self.rows, self.whole):
            table.setColumnHidden(RANK, self.width() < RANK_FROM)

    def _whole_name(self, figure: RegionCoverage) -> str:
        """“Kabupaten Klungkung”, in a narrow column “Kab. Klungkung”."""
        name = whole_name(figure)
        wide = QFontMetrics(font(CELL_FONT, QFont.Weight.DemiBold)).horizontalAdvance(name) + _AROUND
        return name if wide <= self.whole.columnWidth(0) else name.replace("Kabupaten ", "Kab. ", 1)

    def _filter(self, words: str) -> None:
        self.rows.values.filter(words)


class RegionTable(Table[RegionCoverage]):
    """Enter or a double click goes into a region, as in chart and map; Space takes its figure apart."""

    drilled = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signal = {
            Qt.Key.Key_Return: self.drilled, Qt.Key.Key_Enter: self.drilled, Qt.Key.Key_Space: self.opened,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if signal is None or not self.currentIndex().isValid():
            super().keyPressEvent(event)
        else:
            signal.emit(self.values.row(self.currentIndex().row()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.drilled.emit(self.values.row(index.row()))
