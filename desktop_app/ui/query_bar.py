"""The one place for region, month, base, sector and target: the same bar on every page that shows figures."""

from dataclasses import dataclass

from desktop_app.domain.errors import NoFigures
from desktop_app.domain.indonesian import long_date, percent
from desktop_app.domain.regions import Region
from desktop_app.domain.segments import Sector
from desktop_app.operations.coverage import CoverageAnswer, CoverageQuery, coverage
from desktop_app.operations.offices import office_of, province_of
from desktop_app.operations.reference_data import region_path
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import Bar, Breadcrumb, FilterButton
from desktop_app.ui.words import SECTORS

FALLBACK_PROVINCE = "51"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a query shows; `answer` is None where no figure is stored for the region yet. `own`: the office's region."""

    query: CoverageQuery
    path: tuple[Region, ...]
    own: str
    answer: CoverageAnswer | None


def look_up(workspace: Workspace, query: CoverageQuery) -> Seen:
    """Answer the query together with the way to its region. UnknownBase, UnknownRegion."""
    office = office_of(workspace)
    own = office.region if office else FALLBACK_PROVINCE
    path = tuple(region_path(workspace, query.region or province_of(own)))
    try:
        answer: CoverageAnswer | None = coverage(workspace, query)
    except NoFigures:
        answer = None
    return Seen(query, path, own, answer)


class QueryBar(Bar):
    """Shows and changes the desk's view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._path = Breadcrumb(desk.look)
        self._period = FilterButton(desk.look, "Bulan data")
        self._base = FilterButton(desk.look, "Penyebut")
        self._sector = FilterButton(desk.look, "Sektor")
        self._target = FilterButton(desk.look, "Target")
        self.add(self._path)
        self.add_mark()
        self.add(self._period, self._base, self._sector, self._target)
        self.line.addStretch(1)
        self._path.picked.connect(lambda code: desk.change_view(region=code))
        self._period.picked.connect(lambda value: desk.change_view(period=value))
        self._base.picked.connect(lambda value: desk.change_view(base=value))
        self._sector.picked.connect(lambda value: desk.change_view(sector=value))
        self._target.picked.connect(lambda value: desk.change_view(target=value))

    def show_seen(self, seen: Seen) -> None:
        self._path.set_path(seen.path)
        filters = (self._period, self._base, self._sector, self._target)
        for one in filters:
            one.setVisible(seen.answer is not None)
        if seen.answer is None:
            return
        query, table, choices = seen.query, seen.answer.table, seen.answer.choices
        self._period.set_choices(
            [(long_date(day), day) for day in choices.periods], table.period, changed=query.period is not None
        )
        bases = [(base.name, base.name) for base in choices.bases]
        self._base.set_choices(bases, table.base.name, changed=query.base is not None)
        self._sector.set_choices(
            [(words, sector) for sector, words in SECTORS.items()],
            table.sector,
            changed=query.sector is not Sector.SEMUA,
        )
        chosen = table.whole.target or next((row.target for row in table.rows if row.target), None)
        rivals = [
            target
            for target in choices.targets
            if chosen is not None
            and (target.region, target.year, target.sector) == (chosen.region, chosen.year, chosen.sector)
        ]
        self._target.setVisible(chosen is not None)
        if chosen is not None:
            words = [(f"{t.year}, {percent(t.share)} – {t.document}", t.document) for t in rivals]
            self._target.set_choices(words, chosen.document, changed=query.target_document is not None)
            self._target.set_short(f"{chosen.year}, {percent(chosen.share)}")
