"""The people of a region divided in one way: by segment, programme, sex, age, company size, funding, or memberships."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop_app.analysis.charts import PartsChart, parts_chart
from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.analysis.parts_sum import how_many
from desktop_app.domain.breakdowns import Breakdown, Dimension, PeopleFilter, split_segments
from desktop_app.domain.indonesian import long_date, number, percent
from desktop_app.operations.people import count_listed
from desktop_app.operations.workspace import Workspace
from desktop_app.pictures.parts import PartsView
from desktop_app.ui.coverage_reading import lists_of, parts_of_people
from desktop_app.ui.desk import Desk
from desktop_app.ui.exports import Exporter, Picture, PictureButtons
from desktop_app.ui.filters import FilterButton
from desktop_app.ui.origin import Fraction, Item, Origin, Section, WantedPeople, Words
from desktop_app.ui.origin_figures import list_item
from desktop_app.ui.widgets import Card, EmptyState, State, Tag, label

DIMENSIONS = {
    Dimension.SEGMEN: "Segmen", Dimension.PROGRAM: "Program", Dimension.KELAMIN: "Jenis kelamin",
    Dimension.UMUR: "Umur", Dimension.UKURAN: "Ukuran perusahaan", Dimension.PENDANAAN: "Pendanaan",
    Dimension.KEPESERTAAN: "Kepesertaan",
}  # fmt: skip


class PartsCard(Card):
    """`explained(Origin)`: a part was chosen; `people_wanted(WantedPeople)`: its list, exactly as many as it says.

    `second`: it stands below another of the same people, and says less. `divided(figure, breakdowns)`: the people of a region were divided, for another card that shows them another way.
    """

    explained = Signal(object)
    people_wanted = Signal(object)
    divided = Signal(object, object)

    def __init__(
        self, desk: Desk, exporter: Exporter, first: Dimension = Dimension.SEGMEN, *, second: bool = False
    ) -> None:
        super().__init__("Peserta")
        self.desk = desk
        self.fill()
        self._figure: RegionCoverage | None = None
        self._found: dict[Dimension, Breakdown] = {}
        self._dimension, self._second = first, second
        self.chooser = FilterButton(desk.look, "menurut")
        self.chooser.picked.connect(self.show_dimension)
        self.view = PartsView(desk.look.tokens)
        self.view.selected.connect(partial(self._ask_part, opens=False))
        self.view.opened.connect(partial(self._ask_part, opens=True))
        self._sample = Tag(desk.look, State.SAMPLE)
        assert self.head is not None
        self.head.insertWidget(1, self.chooser)
        self._buttons = PictureButtons(desk.look, self, exporter)
        self._pages = QStackedLayout()
        holder = QWidget()
        holder.setLayout(self._pages)
        self._pages.addWidget(self.view)
        self._pages.addWidget(
            EmptyState(
                desk.look, "users", "Belum ada daftar peserta",
                "Rinciannya dihitung dari daftar bulan ini.",
            )
        )  # fmt: skip
        self.body.addWidget(holder, 1)
        self._foot = label("", "hint", wrap=True)
        foot = self.add_foot()
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._sample)
        desk.look.changed.connect(lambda: self.view.set_tokens(desk.look.tokens))
        self.setFocusProxy(self.chooser)

    def show_figure(self, figure: RegionCoverage) -> None:
        """Divide the people of another region or month; the answer comes later."""
        self._figure = figure

        def show(found: tuple[Breakdown, ...]) -> None:
            if figure is self._figure:
                self.show_divided(figure, found)
                self.divided.emit(figure, found)

        self.desk.read(lambda workspace: parts_of_people(workspace, figure), show)

    def show_dimension(self, dimension: object) -> None:
        assert isinstance(dimension, Dimension)
        self._dimension = dimension
        self._show_chart()

    def show_divided(self, figure: RegionCoverage, found: tuple[Breakdown, ...]) -> None:
        self._figure = figure
        self._found = {one.dimension: one for one in found if one.whole}
        self._show_chart()

    def _show_chart(self) -> None:
        kept = self._dimension if self._dimension in self._found else next(iter(self._found), self._dimension)
        choices = [(words, dimension) for dimension, words in DIMENSIONS.items() if dimension in self._found]
        self.chooser.set_choices(choices, kept)
        self.chooser.setVisible(bool(choices))
        chart, figure = self.chart, self._figure
        self._pages.setCurrentIndex(0 if chart is not None else 1)
        place = figure.region.full_name if figure is not None else ""
        self._sample.setVisible(chart is not None and self._found[kept].sample)
        for button in (self._buttons.copy_button, self._buttons.save_button):
            button.setVisible(chart is not None)
        if chart is None or figure is None:
            self._foot.setText(place)
            return
        self.view.set_chart(chart)
        self._buttons.set_picture(_picture(chart))
        once = (
            "tiap orang ada di satu bagian" if chart.unit == "orang" else "satu orang dapat punya beberapa kepesertaan"
        )
        waiting = f" · + {number(figure.waiting)} menunggu" if figure.waiting else ""
        day = long_date(self._found[kept].period)
        told = f"{place}, {day}: {number(chart.total)} {chart.unit} di daftar peserta"
        whole = f"{told}{_listed_parts(figure)} · {once}{waiting}{_otherwise(figure, chart)}"
        # The card above says the rest.
        self._foot.setText(f"{place}{_listed_parts(figure)} · {once}" if self._second else whole)

    @property
    def picture(self) -> Picture | None:
        return _picture(self.chart) if self.chart is not None else None

    @property
    def chart(self) -> PartsChart | None:
        found = self._found.get(self._dimension) or next(iter(self._found.values()), None)
        return parts_chart(found, self._figure.region) if found is not None and self._figure is not None else None

    def _ask_part(self, key: str, *, opens: bool) -> None:
        """Count its list, so that button and list say the same, then take it apart or open it."""
        chart, figure = self.chart, self._figure
        if chart is None or figure is None or figure.listed is None:
            return
        only, listed = filter_of(chart.dimension, key), figure.listed
        part = next(part for part in chart.parts if part.key == key)

        def read(workspace: Workspace) -> Origin:
            people = count_listed(workspace, figure.region.code, listed.period, sample=listed.sample, only=only)
            wanted = WantedPeople(
                region=figure.region, period=listed.period, sample=listed.sample, people=people, only=only,
                words=f"orang, {part.label}",
            )  # fmt: skip
            return explain_part(chart, key, wanted, tuple(map(list_item, lists_of(workspace, figure))))

        def show(origin: Origin) -> None:
            if opens:
                self.people_wanted.emit(origin.people)
            else:
                self.explained.emit(origin)

        self.desk.read(read, show)


def _picture(chart: PartsChart) -> Picture:
    return Picture(f"Peserta menurut {DIMENSIONS[chart.dimension].lower()}", chart)


def filter_of(dimension: Dimension, part: str) -> PeopleFilter:
    """Whose list a part is; of memberships the people who hold them."""
    if dimension is Dimension.KEPESERTAAN:
        return PeopleFilter(segments=split_segments(part))
    return PeopleFilter(dimension=dimension, part=part)


def explain_part(chart: PartsChart, key: str, wanted: WantedPeople, files: tuple[Item, ...]) -> Origin:
    part = next(part for part in chart.parts if part.key == key)
    name = DIMENSIONS[chart.dimension].lower()
    formula = Words(f"{number(part.people)} ÷ {number(chart.total)} {chart.unit} = {percent(part.share)}", "detail")
    said = [formula]
    if wanted.people != part.people:
        said.append(Words(f"{number(part.people)} kepesertaan itu milik {number(wanted.people)} orang.", "detail"))
    sections = (Section("Rumus", tuple(said)), Section("Baris asal", files))
    return Origin(
        label=f"{part.label}, menurut {name}, {wanted.region.full_name}, {long_date(wanted.period)}",
        figure=number(part.people), unit=chart.unit,
        fraction=Fraction((number(part.people), part.label), (number(chart.total), f"{chart.unit} seluruhnya")),
        sections=tuple(section for section in sections if section.lines), people=wanted,
    )  # fmt: skip


def _listed_parts(figure: RegionCoverage) -> str:
    """“ · 1 dari 9 kabupaten/kota punya daftar”: where the list is not of the whole region."""
    parts = figure.parts
    if parts is None or not 0 < parts.listed < parts.of:
        return ""
    return f" · {how_many(parts.listed, parts.of, parts.kind)} punya daftar"


def _otherwise(figure: RegionCoverage, chart: PartsChart) -> str:
    """Where the figure of coverage is not the list's: lists of some parts only, or a recap that counts more."""
    if chart.unit != "orang" or figure.active is None or figure.counted or figure.active == chart.total:
        return ""
    return f" · angka cakupan: {number(figure.active)} orang"
