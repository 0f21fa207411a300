"""The one place for region, month, base, segment, level and target: the same bar on every page that shows figures."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from desktop_app.domain.errors import NoFigures
from desktop_app.domain.indonesian import long_date, month_year, short_date
from desktop_app.domain.locks import MonthLock
from desktop_app.domain.regions import NATION, Region, depth
from desktop_app.operations.coverage import CoverageAnswer, CoverageQuery, coverage
from desktop_app.operations.locks import lock_of
from desktop_app.operations.offices import office_of, province_of
from desktop_app.operations.reference_data import region_path
from desktop_app.operations.workspace import Workspace
from desktop_app.ui.breadcrumb import Breadcrumb
from desktop_app.ui.desk import Desk
from desktop_app.ui.filter_choices import base_choices, level_choices, sector_groups, sector_words, target_choices
from desktop_app.ui.filters import Bar, FilterButton
from desktop_app.ui.tabbing import tab_before
from desktop_app.ui.widgets import Button
from desktop_app.ui.words import LEVELS

FALLBACK_PROVINCE = "51"
AS_SOURCE = "Sesuai sumber"
_NARROW_MARGIN, _MARGIN, _SPACING = 12, 20, 8
_BARE_LOCK, _BARE_RESTATE, _BRIEF_VALUES, _BRIEF_PATH, _SHORT_NAME, _STEPS = range(6, 12)
"""Of giving way: first, one by one, the names of the filters, those first whose values explain themselves; then the
words of the lock and of the button at the right, longer values, the upper steps of the path, the kind of the region."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a query shows; `answer` is None where no figure is stored for the region yet. `own`: the office's region.

    `path` leads from the country to the region; `lock` holds the figures of the month that is shown.
    """

    query: CoverageQuery
    path: tuple[Region, ...]
    own: str
    answer: CoverageAnswer | None
    lock: MonthLock | None = None


def look_up(workspace: Workspace, query: CoverageQuery) -> Seen:
    """Answer the query together with the way to its region. UnknownBase, UnknownRegion."""
    office = office_of(workspace)
    own = office.region if office else FALLBACK_PROVINCE
    code = query.region or province_of(own)
    path = (NATION, *(region_path(workspace, code) if code != NATION.code else ()))
    try:
        answer = coverage(workspace, query)
    except NoFigures:
        return Seen(query, path, own, None)
    return Seen(query, path, own, answer, lock_of(workspace, answer.region.code, answer.table.period))


class BarStyle(Enum):
    """Which filters mean something where the bar stands; the others are left out, so that none promises what it does not do."""

    FULL = "full"
    TREND = "trend"
    """The month is the last one shown, and the base may be that of each source."""
    REPORTING = "reporting"


class QueryBar(Bar):
    """Shows and changes the desk's view. It never wraps: names give way first, values and the region stay.

    `restate_wanted`: the whole series on one base (True), or each point on its own again. `lock_wanted`: the lock's mark.
    """

    restate_wanted = Signal(bool)
    lock_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._style, self._restated, self._step = desk, BarStyle.FULL, False, -1
        self._seen: Seen | None = None
        self.path = Breadcrumb(desk.look)
        self.period = FilterButton(desk.look, "Bulan data")
        self.lock = Button(desk.look, "Terkunci", "lock", kind="light", small=True)
        self.base = FilterButton(desk.look, "Penyebut")
        self.sector = FilterButton(desk.look, "Segmen")
        self.level = FilterButton(desk.look, "Tingkat")
        self.target = FilterButton(desk.look, "Target")
        self.restate = Button(desk.look, "Samakan penyebut", "scale", kind="light", small=True)
        self._filters = (self.period, self.base, self.sector, self.level, self.target)
        self.add(self.path)
        self.add_mark()
        self.add(self.period, self.lock, self.base, self.sector, self.level, self.target)
        self.line.addStretch(1)
        self.add(self.restate)
        for one in self._filters:
            # The name of a base may be long; the others are short and stay whole.
            one.set_yielding(one is self.base)
        self.lock.hide()
        self.restate.hide()
        self._connect()

    def _connect(self) -> None:
        change = self._desk.change_view
        self.path.picked.connect(lambda code: change(region=code))
        self.period.picked.connect(lambda value: change(period=value))
        self.base.picked.connect(self._pick_base)
        self.sector.picked.connect(lambda changes: change(**changes))
        self.level.picked.connect(lambda value: change(level=value))
        self.target.picked.connect(lambda value: change(target=value))
        self.restate.clicked.connect(lambda: self.restate_wanted.emit(not self._restated))
        self.lock.clicked.connect(self.lock_wanted)

    def set_style(self, style: BarStyle, *, restated: bool = False) -> None:
        """Another view of the page: other filters mean something."""
        self._style, self._restated = style, restated
        if self._seen is not None:
            self.show_seen(self._seen)

    def show_seen(self, seen: Seen) -> None:
        self._seen = seen
        self.path.set_path(seen.path)
        for one in self._filters:
            one.setVisible(seen.answer is not None)
        self.lock.hide()
        self.restate.setVisible(seen.answer is not None and self._style is BarStyle.TREND)
        if seen.answer is not None:
            self._show_filters(seen, seen.answer)
        self._fit(again=True)

    def _show_filters(self, seen: Seen, answer: CoverageAnswer) -> None:
        query, table, trend = seen.query, answer.table, self._style is BarStyle.TREND
        days = [(long_date(day), day) for day in answer.choices.periods]
        self.period.set_choices(days, table.period, changed=query.period is not None)
        self.period.set_name("Bulan data" if self._style is BarStyle.FULL else "Sampai")
        self.period.set_short(long_date(table.period), short_date(table.period))
        self._show_base(query, answer)
        numerator = query.numerator
        words, changed = sector_words(query.sector, numerator)
        self.sector.set_groups(sector_groups(query.sector, numerator), words, changed=changed)
        levels = level_choices(answer)
        self.level.set_choices(levels, answer.level, changed=query.level is not None)
        if not levels:
            self.level.set_short(LEVELS.get(depth(answer.region.code), "–"))
        self.level.setVisible(not trend)
        choices, chosen, words = target_choices(answer, both_years=trend)
        self.target.set_choices(choices, chosen, changed=query.target_document is not None)
        self.target.set_short(words or "Tanpa target")
        for one in (self.base, self.sector, self.target):
            one.setVisible(self._style is not BarStyle.REPORTING)
        self._name_restate()
        self._show_lock(seen.lock)

    def _show_base(self, query: CoverageQuery, answer: CoverageAnswer) -> None:
        choices, name = base_choices(answer), answer.table.base.name
        if self._style is BarStyle.TREND:
            chosen = name if self._restated else None
            self.base.set_choices([(AS_SOURCE, None), *choices], chosen, changed=self._restated)
        else:
            self.base.set_choices(choices, name, changed=query.base is not None)

    def _show_lock(self, lock: MonthLock | None) -> None:
        self.lock.setVisible(lock is not None)
        if lock is not None:
            words = f"{month_year(lock.period)} terkunci: {lock.document}"
            self.lock.setAccessibleName(words)
            self.lock.setToolTip(words)

    def _pick_base(self, name: object) -> None:
        if self._style is BarStyle.TREND:
            self.restate_wanted.emit(name is not None)
        if name is not None or self._style is not BarStyle.TREND:
            self._desk.change_view(base=name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *, again: bool = False) -> None:
        """Give way step by step until everything has its room."""
        if again:
            self._step = -1
        for step in range(_STEPS):
            self._give_way(step)
            if self._needed() <= self.width():
                break
        tab_before(self.period, *self.path.steps)

    def _give_way(self, step: int) -> None:
        if step == self._step:
            return
        self._step = step
        margin = _NARROW_MARGIN if step else _MARGIN
        self.line.setContentsMargins(margin, 0, margin, 0)
        for place, one in enumerate((self.level, self.sector, self.target, self.period, self.base), start=1):
            one.set_bare(step >= place)
            one.set_brief(step >= _BRIEF_VALUES)
        self.lock.setText("" if step >= _BARE_LOCK else "Terkunci")
        self._name_restate()
        self.path.set_brief(step >= _BRIEF_PATH)
        self.path.set_short(step >= _SHORT_NAME)

    def _name_restate(self) -> None:
        words, bare = "Sesuai sumber lagi" if self._restated else "Samakan penyebut", self._step >= _BARE_RESTATE
        self.restate.setText("" if bare else words)
        self.restate.setToolTip(words if bare else "")
        self.restate.setAccessibleName(words)

    def _needed(self) -> int:
        """Width that all that is shown asks for."""
        margin = _NARROW_MARGIN if self._step else _MARGIN
        shown = [item.widget() for n in range(self.line.count()) if (item := self.line.itemAt(n)) is not None]
        widths = [
            one.sizeHint().width() if one.maximumWidth() > 1 else 1 for one in shown if one and not one.isHidden()
        ]
        return sum(widths) + _SPACING * len(widths) + 2 * margin
