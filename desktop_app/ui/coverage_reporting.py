"""The view Pelaporan: which regions have reported which months, what came when, and the months that are locked."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop_app.analysis.chart_words import level_name
from desktop_app.analysis.charts import MatrixChart, matrix_chart
from desktop_app.analysis.coverage import CoverageTable
from desktop_app.analysis.parts_sum import how_many
from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.indonesian import long_date, month_year, number, percent, short_date
from desktop_app.domain.regions import Region
from desktop_app.domain.reporting import Reporting, ReportingCell, ReportingState
from desktop_app.operations.import_sheet import list_imports
from desktop_app.operations.reporting import reporting
from desktop_app.operations.workspace import Workspace
from desktop_app.pictures.matrix import MatrixView
from desktop_app.ui.coverage_locks import Locked, LocksPart, locked_months
from desktop_app.ui.desk import Desk
from desktop_app.ui.exports import Exporter, Picture, PictureButtons, Shown, rows_text
from desktop_app.ui.lock_dialogs import LockDialog
from desktop_app.ui.origin import Item, Origin, Section, Words
from desktop_app.ui.origin_figures import list_item
from desktop_app.ui.query_bar import Seen
from desktop_app.ui.widgets import Button, Card, ElidedLabel

COMPACT_HEIGHT = 300
_FEW = 5
_STATES = {
    ReportingState.LENGKAP: ("circle-check", "ok", "Lengkap"),
    ReportingState.TERLAMBAT: ("clock", "warn", "Terlambat"),
    ReportingState.SEBAGIAN: ("triangle-alert", "warn", "Sebagian"),
    ReportingState.BELUM: ("circle-dashed", "t2", "Belum lapor"),
}


@dataclass(frozen=True, slots=True)
class Reported:
    """What the view shows: who has reported, the imports behind it, and the locks."""

    seen: Seen
    table: Reporting
    records: dict[int, ImportRecord]
    locks: list[Locked]


def look_through(workspace: Workspace, seen: Seen) -> Reported:
    code, answer = seen.path[-1].code, seen.answer
    level = answer.level if answer is not None and answer.table.rows else None
    until = answer.table.period if answer is not None else None
    table = reporting(workspace, code, level=level, until=until)
    records = {record.id: record for record in list_imports(workspace)}
    named = {region.code: region for region in (*seen.path, *(row.region for row in table.rows))}
    return Reported(seen, table, records, locked_months(workspace, code, named))


class ReportingPart(QScrollArea):
    """`explained(Origin)`: a cell was chosen."""

    explained = Signal(object)

    def __init__(self, desk: Desk, exporter: Exporter) -> None:
        super().__init__()
        self.desk = desk
        self._seen: Seen | None = None
        self.found: Reported | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card = Card("Pelaporan menurut wilayah dan bulan")
        self.card.fill()
        self.view = MatrixView(desk.look.tokens)
        self.card.body.addWidget(self.view)
        self.lock_button = Button(desk.look, "Kunci bulan…", "lock", small=True)
        self.lock_button.clicked.connect(self._lock)
        self.card.add_action(self.lock_button)
        self._buttons = PictureButtons(desk.look, self.card, exporter)
        self.locks = LocksPart(desk)
        self._unlocked = ElidedLabel(role="hint", mode=Qt.TextElideMode.ElideRight)
        self.card.add_foot().addWidget(self._unlocked)
        content = QWidget()
        content.setObjectName("scrolled")
        self.setWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.card, 1)
        column.addWidget(self.locks)
        self.view.cell_selected.connect(self.explain)
        self.view.cell_opened.connect(self.explain)
        desk.look.changed.connect(lambda: self.view.set_tokens(desk.look.tokens))
        self.setFocusProxy(self.view)

    def arrange(self, *, compact: bool) -> None:
        self.card.setMinimumHeight(COMPACT_HEIGHT)

    def show_seen(self, seen: Seen) -> None:
        """Ask who has reported; the answer comes later."""
        self._seen = seen

        def show(found: Reported) -> None:
            if found.seen is self._seen:
                self._show(found)

        self.desk.read(lambda workspace: look_through(workspace, seen), show)

    def _show(self, found: Reported) -> None:
        self.found = found
        chart = self._chart(found)
        self.card.title.setText("Pelaporan menurut wilayah dan bulan")
        self.card.title.setToolTip(chart.title)
        others = tuple(row.code for row in chart.rows) != tuple(self.view.codes())
        self.view.set_chart(chart)
        if others:
            self.view.verticalScrollBar().setValue(0)
        self._buttons.set_picture(Picture("Pelaporan", chart))
        answer = found.seen.answer
        self.lock_button.setEnabled(answer is not None and found.seen.lock is None)
        month = month_year(answer.table.period) if answer is not None else ""
        self.lock_button.setText(f"Kunci {month}…" if month else "Kunci bulan…")
        self.lock_button.setToolTip(
            f"{month} sudah terkunci." if found.seen.lock else "" if answer else "Belum ada angka yang dapat dikunci."
        )
        self.locks.setVisible(bool(found.locks))
        locked = f"{number(len(found.locks))} bulan terkunci" if found.locks else "Belum ada bulan yang dikunci"
        self._unlocked.set_text(f"{locked} · kunci sebuah bulan setelah laporannya dikirim, supaya koreksinya tercatat")
        self.locks.show_locks(found.locks)

    def _chart(self, found: Reported) -> MatrixChart:
        return matrix_chart(found.table)

    def shown(self) -> Shown:
        if self.found is None:
            return Shown()
        return Shown((Picture("Pelaporan", self._chart(self.found)),), self._text)

    def _text(self) -> str:
        if self.found is None:
            return ""
        table = self.found.table
        head = ["Wilayah", *(month_year(month) for month in table.months)]
        return rows_text([head, *([row.region.name, *(cell.state.value for cell in row.cells)] for row in table.rows)])

    def explain(self, code: str, month: str) -> None:
        """What came of a region for a month (“2025-03-31”)."""
        if self.found is None:
            return
        for row in self.found.table.rows:
            for cell in row.cells:
                if row.region.code == code and cell.month.isoformat() == month:
                    self.explained.emit(explain_cell(row.region, cell, self.found))

    def _lock(self) -> None:
        answer = self._seen.answer if self._seen is not None else None
        if answer is not None:
            table = answer.table
            facts = lock_facts(table, self.found.table if self.found is not None else None)
            LockDialog(self.desk, self, answer.region, table.period, table.base.name, facts).open()


def lock_facts(table: CoverageTable, reported: Reporting | None) -> tuple[Item, ...]:
    """What a lock of the month would keep: the whole's figure with its month, and which parts have not reported it."""
    figure, month = table.whole, month_year(table.period)
    place = figure.region.full_name
    if figure.active is None or figure.period is None:
        told = Item("triangle-alert", "warn", f"{place} belum mempunyai angka sampai {month}.")
    else:
        share = (
            f" dari {number(figure.workers or 0)} pekerja, {percent(figure.share)}" if figure.share is not None else ""
        )
        said = f"{place}: {number(figure.active)} peserta aktif{share or ', tanpa penyebut ini'}"
        day = month_year(figure.period)
        told = (
            Item(
                "triangle-alert", "warn", f"{said}, tetapi itu angka {day}; angka {month} belum ada dan tidak dikunci."
            )
            if figure.stale
            else Item("circle-check", "ok", f"{said}, {day}.")
        )
    return (told, *(_reported_fact(reported, table) if reported is not None else ()))


def _reported_fact(reported: Reporting, table: CoverageTable) -> tuple[Item, ...]:
    if table.period not in reported.months or not reported.rows:
        return ()
    place, month = reported.months.index(table.period), month_year(table.period)
    missing = [row.region for row in reported.rows if row.cells[place].state is ReportingState.BELUM]
    partial = sum(row.cells[place].state is ReportingState.SEBAGIAN for row in reported.rows)
    known = how_many(len(reported.rows) - len(missing), len(reported.rows), level_name(reported.rows[0].region))
    said = f"{known} melapor {month}" + (f", {number(partial)} di antaranya baru sebagian" if partial else "")
    if not missing:
        return (Item("triangle-alert" if partial else "circle-check", "warn" if partial else "ok", f"{said}."),)
    names = ", ".join(region.short_name for region in missing[:_FEW])
    rest = f", dan {number(len(missing) - _FEW)} lainnya" if len(missing) > _FEW else ""
    return (Item("triangle-alert", "warn", f"{said}; belum: {names}{rest}. Angkanya tidak ikut dikunci."),)


def explain_cell(region: Region, cell: ReportingCell, found: Reported) -> Origin:
    """What came of a region for a month, when, and in which files."""
    icon, colour, word = _STATES[cell.state]
    came = f"Tercatat {long_date(cell.when)}" if cell.when is not None else "Belum ada yang tercatat"
    files = tuple(list_item(found.records[number_]) for number_ in cell.import_ids if number_ in found.records)
    sections = [Section("Keadaan", (Item(icon, colour, word, came), Words(cell.words, "detail")))]
    if files:
        sections.append(Section("Berkas", files, number(len(files))))
    locked = [one for one in found.locks if one.lock.period == cell.month and one.lock.closed]
    if locked:
        lock = locked[0].lock
        words = f"Terkunci {short_date(lock.locked_at.date())} oleh {lock.locked_by}"
        sections.append(Section("Kunci", (Item("lock", "t2", words, lock.document),)))
    return Origin(
        title="Apa yang sudah dilaporkan?", label=region.full_name, figure=month_year(cell.month),
        sections=tuple(sections),
    )  # fmt: skip
