"""The page Beranda: first what is to be done, then the headline figures, the regions and the last imports."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.analysis.charts import bar_chart
from desktop_app.domain.errors import AppError
from desktop_app.domain.facts import ImportState
from desktop_app.domain.indonesian import number
from desktop_app.operations.home import Home, ImportedWorkbook, home
from desktop_app.operations.workspace import Workspace
from desktop_app.pictures.bars import BarsView
from desktop_app.ui.desk import Desk
from desktop_app.ui.exports import Exporter, Picture, PictureButtons
from desktop_app.ui.headline import gap_headline, share_headline
from desktop_app.ui.page import Page
from desktop_app.ui.pages.sheet_words import KINDS
from desktop_app.ui.query_bar import QueryBar, Seen, look_up
from desktop_app.ui.widgets import Button, Card, ElidedLabel, EmptyState, Icon, State, Tag, clear, rule
from desktop_app.ui.words import level_words, weekday_date
from desktop_app.ui.worklist import Work, worklist

COMPACT_BELOW = 944
CHART_HEIGHT = 314
"""Nine regions with head, axis and source."""
SEARCH = "Cari wilayah, surat, berkas      Ctrl+K"
WORK_HEIGHT, IMPORT_HEIGHT = 52, 50


class HomePage(Page):
    name = "Beranda"
    icon = "house"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.search = Button(self.look, SEARCH, "search", kind="search")
        self.search.clicked.connect(lambda: desk.search_wanted.emit())
        bring = Button(self.look, "Impor lembar", "plus", kind="primary")
        bring.clicked.connect(lambda: desk.page_wanted.emit("Impor"))
        self.add_action(self.search, bring)
        self.bar = QueryBar(desk)
        self.add_bar(self.bar)
        self._work, self._figures = Card("Perlu dikerjakan"), Card()
        self._chart_card, self._imports = Card("Cakupan terhadap target"), Card("Impor terakhir")
        for card in (self._work, self._figures, self._chart_card, self._imports):
            card.fill()
        self.bars = BarsView(self.look.tokens)
        self._no_chart = self._made_empty()
        self._chart_card.body.addWidget(self.bars)
        self._chart_card.body.addWidget(self._no_chart)
        self._no_chart.hide()
        self._exporter = Exporter(desk, self)
        self._picture = PictureButtons(self.look, self._chart_card, self._exporter)
        for card, words, page in (
            (self._chart_card, "Buka Cakupan", "Cakupan"),
            (self._imports, "Semua impor", "Impor"),
        ):
            go = Button(self.look, words, kind="link")
            go.clicked.connect(lambda _=False, page=page: desk.page_wanted.emit(page))
            card.add_action(go)
        self.bars.opened.connect(self._open_region)
        self.bars.selected.connect(self._open_region)
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(20, 14, 20, 14)
        self._grid.setSpacing(16)
        self.add_content(content, scrolls=True)
        self._compact: bool | None = None
        self._arrange(compact=False)
        self.look.changed.connect(lambda: self.bars.set_tokens(self.look.tokens))

    def _made_empty(self) -> EmptyState:
        bring = Button(self.look, "Impor lembar", "plus")
        bring.clicked.connect(lambda: self.desk.page_wanted.emit("Impor"))
        sentence = "Impor lembar penyebut, target, dan rekap. Grafik muncul begitu ketiganya ada."
        return EmptyState(self.look, "chart-column", "Belum ada angka cakupan", sentence, bring)

    def refresh(self) -> None:
        self.subtitle.setText(weekday_date(date.today()))
        query = self.desk.view.query()

        def ask(workspace: Workspace) -> tuple[Seen, Home]:
            return look_up(workspace, query), home(workspace, base=query.base)

        self.desk.read(ask, self._show, self._refuse)

    def _show(self, found: tuple[Seen, Home]) -> None:
        seen, state = found
        if seen.query != self.desk.view.query():
            return
        self.bar.show_seen(seen)
        self._show_figures(seen)
        self._show_chart(seen)
        self._show_work(worklist(state, seen))
        self._show_imports(state.workbooks)

    def _refuse(self, error: AppError) -> None:
        """What the view asks for is gone (a base that was undone): go back to what there is."""
        self.desk.change_view(base=None, period=None, target=None)

    def _show_work(self, works: list[Work]) -> None:
        clear(self._work.body)
        opened = sum(work.open for work in works)
        self._work.aside.setText(f"{opened} pekerjaan terbuka" if opened else "tidak ada yang menunggu")
        first = True
        for place, work in enumerate(works):
            if place:
                self._work.body.addWidget(rule())
            self._work.body.addWidget(self._work_row(work, primary=first and work.open))
            first = first and not work.open
        self._work.body.addStretch(1)

    def _work_row(self, work: Work, *, primary: bool) -> QWidget:
        line_widget = QWidget()
        line_widget.setFixedHeight(WORK_HEIGHT)
        line = QHBoxLayout(line_widget)
        line.setContentsMargins(16, 0, 12, 0)
        line.setSpacing(12)
        line.addWidget(Icon(self.look, work.icon, work.tint, 18, box=36, tint=work.tint))
        line.addLayout(two_lines(work.title, work.detail), 1)
        line.addWidget(Tag(self.look, work.state, work.tag))
        go = Button(self.look, work.act, kind="primary" if primary else "normal", small=True)
        go.setMinimumWidth(92)
        go.clicked.connect(lambda: self._do(work))
        line.addWidget(go)
        return line_widget

    def _do(self, work: Work) -> None:
        self.desk.page_wanted.emit(work.page)
        if work.region:
            self.desk.origin_wanted.emit(work.region)
        elif work.import_id is not None:
            self.desk.import_wanted.emit(work.import_id)

    def _show_figures(self, seen: Seen) -> None:
        clear(self._figures.body)
        if seen.answer is None:
            self._figures.body.addWidget(
                EmptyState(
                    self.look, "target", "Angka utama muncul di sini", "Cakupan kantor Anda, selisihnya, dan provinsi."
                )
            )
            return
        table = seen.answer.table
        own = next((figure for figure in table.rows if figure.region.code == seen.own), table.whole)
        shown = [share_headline(self.desk, own, table), gap_headline(self.desk, own)]
        if own is not table.whole:
            shown.append(share_headline(self.desk, table.whole, table))
        for place, headline in enumerate(one for one in shown if one is not None):
            if place:
                self._figures.body.addWidget(rule())
            self._figures.body.addWidget(headline, 1)

    def _show_chart(self, seen: Seen) -> None:
        self.bars.setVisible(seen.answer is not None)
        self._no_chart.setVisible(seen.answer is None)
        for button in (self._picture.copy_button, self._picture.save_button):
            button.setVisible(seen.answer is not None)
        if seen.answer is None:
            return
        target = next((figure.target for figure in seen.answer.table.rows if figure.target), None)
        against = f" terhadap target {target.year}" if target else ""
        self._chart_card.title.setText(f"Cakupan menurut {level_words(seen.answer.children)}{against}")
        chart = bar_chart(seen.answer.table)
        self.bars.set_chart(chart)
        self._exporter.place = seen.answer.region.full_name
        self._picture.set_picture(Picture("Grafik cakupan", chart))
        self.bars.select(seen.own)

    def _show_imports(self, workbooks: tuple[ImportedWorkbook, ...]) -> None:
        clear(self._imports.body)
        for place, workbook in enumerate(workbooks):
            if place:
                self._imports.body.addWidget(rule())
            self._imports.body.addWidget(self._import_row(workbook))
        if not workbooks:
            self._imports.body.addWidget(
                EmptyState(self.look, "file-spreadsheet", "Belum ada impor", "Berkas yang diimpor tercatat di sini.")
            )
        self._imports.body.addStretch(1)

    def _import_row(self, workbook: ImportedWorkbook) -> QWidget:
        line_widget = QWidget()
        line_widget.setFixedHeight(IMPORT_HEIGHT)
        line = QHBoxLayout(line_widget)
        line.setContentsMargins(16, 0, 12, 0)
        line.setSpacing(10)
        line.addWidget(Icon(self.look, "file-spreadsheet", "t3"))
        line.addLayout(two_lines(workbook.file, workbook_detail(workbook)), 1)
        line.addWidget(Tag(self.look, *workbook_state(workbook)))
        return line_widget

    def _open_region(self, code: str) -> None:
        self.desk.page_wanted.emit("Cakupan")
        self.desk.origin_wanted.emit(code)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(compact=self.width() < COMPACT_BELOW)

    def _arrange(self, *, compact: bool) -> None:
        """Two columns, or one below each other where the window is narrow."""
        if compact == self._compact:
            return
        self._compact = compact
        cards = (self._work, self._figures, self._chart_card, self._imports)
        for card in cards:
            self._grid.removeWidget(card)
        for place, card in enumerate(cards):
            self._grid.addWidget(card, place if compact else place // 2, 0 if compact else place % 2)
        self._grid.setColumnStretch(0, 704)
        self._grid.setColumnStretch(1, 0 if compact else 398)
        for place in range(4):
            self._grid.setRowStretch(place, 0 if compact else (306, CHART_HEIGHT, 0, 0)[place])
        self._chart_card.setMinimumHeight(CHART_HEIGHT)
        self._work.setMinimumHeight(0)


def workbook_detail(workbook: ImportedWorkbook) -> str:
    """“2.503 baris · daftar peserta”, “126 baris · rekap · 7 lembar”."""
    kinds = dict.fromkeys(KINDS[table.kind].lower() for table in workbook.tables)
    parts = [f"{number(workbook.counts.read)} baris", *kinds]
    if len(workbook.tables) > 1:
        parts.append(f"{len(workbook.tables)} lembar")
    return " · ".join(parts)


def workbook_state(workbook: ImportedWorkbook) -> tuple[State, str]:
    """The state of an import as a tag, with its words."""
    states = {table.state for table in workbook.tables}
    if ImportState.STORED not in states:
        return (State.REPLACED if ImportState.REPLACED in states else State.UNDONE), ""
    if workbook.counts.parked:
        return State.CHECK, f"{number(workbook.counts.parked)} menunggu"
    if workbook.findings:
        return State.CHECK, f"{number(workbook.findings)} temuan"
    return State.STORED, ""


def two_lines(first: str, second: str) -> QVBoxLayout:
    """A name and a quieter line below it, each shortened where there is no room."""
    lines = QVBoxLayout()
    lines.setSpacing(1)
    lines.addStretch(1)
    lines.addWidget(ElidedLabel(first, "strong"))
    lines.addWidget(ElidedLabel(second, "detail", Qt.TextElideMode.ElideRight))
    lines.addStretch(1)
    return lines
