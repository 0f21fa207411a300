"""How far back and how deep a question about coverage reads: as far as a figure is still missing, and no further."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from desktop_app.analysis.month_figures import (
    OLDEST_MONTHS,
    Evidence,
    MonthFigure,
    add,
    evidence,
    figure_in,
    figure_of_month,
)
from desktop_app.analysis.month_sums import Sums
from desktop_app.domain.errors import UnknownBase
from desktop_app.domain.facts import RecapFact, WorkerBase
from desktop_app.domain.periods import months_between
from desktop_app.domain.regions import LENGTHS, NATION, Region, depth, is_within
from desktop_app.domain.segments import Numerator, Sector
from desktop_app.operations.coverage_facts import Known, Months
from desktop_app.store import figures, regions
from desktop_app.store.figures import Session

_REGENCY, _VILLAGE = 2, 4


class Reading:
    """Reads into `known` what a table of one month, sector and numerator needs."""

    def __init__(
        self, session: Session, known: Known, months: Months, period: date, sector: Sector, numerator: Numerator
    ) -> None:
        self._session, self._known, self._months = session, known, months
        self._period, self._sector, self._numerator = period, sector, numerator
        self._evidence: Evidence | None = None
        self._read_then = (0, 0)

    def read(self, region: str, shown: Sequence[str], name: str | None, bases: Sequence[WorkerBase]) -> WorkerBase:
        """Read the month asked for, then older ones for the regions that have no figure yet; the base they stand on."""
        self._known.read_region(self._session, self._months, region)
        self._known.read_month(self._session, self._months, shown, self._period)
        base = self._base(name, bases)
        silent = self._hopeful(self._silent(shown, base))
        for month in self._older() if silent else ():
            new = len(self._known.facts), len(self._known.listed)
            self._known.read_older(self._session, self._months, silent, month)
            before, base = base, self._base(name, bases)
            if base is not before:
                silent = self._hopeful(self._silent(shown, base))
            else:
                fresh = self._sort(base, new)
                silent = [code for code in silent if figure_of_month(fresh, code, month) is None]
            if not silent:
                break
        return base

    def below(
        self, region: str, layers: Sequence[Sequence[Region]], gone: Collection[str], base: WorkerBase
    ) -> dict[str, list[Region]]:
        """The regions under each region shown, and under those parts without a figure whose own parts may have one.

        `gone` do not stand in the month, but people may still be recorded there.
        """
        under = _by_parent([each for layer in layers for each in layer])
        if not layers:
            return under
        # Of the whole country no kecamatan are read: seven thousand, and 83 thousand villages below them.
        deepest = _REGENCY if region == NATION.code else _VILLAGE
        level = depth(layers[-1][0].code) if layers[-1] else deepest
        codes = [each.code for each in layers[-1] if each.code not in gone]
        self._known.read_month(self._session, self._months, gone, self._period)
        while level < deepest and (reporting := self._reporting_below(self._silent(codes, base, older=False))):
            level += 1
            found = regions.below(self._session, region, level)
            parts = [each for each in found if each.parent in reporting]
            under |= _by_parent(parts)
            codes = [each.code for each in parts]
            self._known.read_month(self._session, self._months, codes, self._period)
        return under

    def older(self, region: Region, rows: Sequence[Region], under: dict[str, list[Region]], base: WorkerBase) -> None:
        """Read what sums of months without a figure need: of the region every month, of `rows` as far back as it takes.

        The regions below each of them are put into `under`, as `below` gave it.
        """
        known = self.sorted(base)
        months = {month for month in self._months.all if figure_in(known, region.code, month) is None}
        if months:
            self._read_parts(region.code, {region.code: months}, under, base)
        # Of the whole country no kecamatan are read, see `below`.
        if not rows or depth(rows[0].code) >= (_REGENCY if region.code == NATION.code else _VILLAGE):
            return
        silent = self._told_below(self._lacking(rows, under, base), self._older())
        for month in self._older() if silent else ():
            known = self.sorted(base)
            lacking = {code for code in silent if _before(figure_of_month(known, code, self._period), month)}
            self._read_parts(region.code, {code: {month} for code in lacking}, under, base)
            sums = Sums(self.sorted(base), base, under)
            done = {row.code for row in rows if row.code in lacking and sums.then(row, month).figure is not None}
            silent = lacking - done
            if not silent:
                break

    def _lacking(self, rows: Sequence[Region], under: dict[str, list[Region]], base: WorkerBase) -> list[str]:
        """Those without a figure of the month asked for, their own or the sum of their parts."""
        sums = Sums(self.sorted(base), base, under)
        return [row.code for row in rows if sums.then(row, self._period).figure is None]

    def _read_parts(
        self, within: str, wanted: dict[str, set[date]], under: dict[str, list[Region]], base: WorkerBase
    ) -> None:
        """Read the regions below each of `wanted` in its months, and deeper below those without a figure there."""
        deepest = _REGENCY if within == NATION.code else _VILLAGE
        while wanted := {code: months for code, months in wanted.items() if months and depth(code) < deepest}:
            for level in {depth(code) + 1 for code in wanted if code not in under}:
                found = regions.below(self._session, within, level)
                under |= _by_parent([each for each in found if (each.parent or NATION.code) in wanted])
            codes = [part.code for code in wanted for part in under.get(code, ())]
            self._known.read_months(self._session, self._months, codes, set().union(*wanted.values()))
            wanted = self._deeper(wanted, under, base)

    def _deeper(
        self, wanted: dict[str, set[date]], under: dict[str, list[Region]], base: WorkerBase
    ) -> dict[str, set[date]]:
        """Parts without a figure in a month, where all such parts of a region may be the sum of what is below them."""
        known, gaps = self.sorted(base), []
        for code, months in wanted.items():
            for month in months:
                standing = [part.code for part in under.get(code, ()) if part.stands(month)]
                lacking = {part for part in standing if figure_in(known, part, month) is None}
                if lacking:
                    gaps.append((lacking, month))
        told = self._told_below({code for lacking, _ in gaps for code in lacking}, {month for _, month in gaps})
        found: dict[str, set[date]] = {}
        for lacking, month in gaps:
            for code in lacking if lacking <= told else ():
                found.setdefault(code, set()).add(month)
        return found

    def _told_below(self, silent: Collection[str], months: Collection[date]) -> set[str]:
        """Those of `silent` below which somebody has reported any of the months."""
        if not silent:
            return set()
        imports = {number for month in months for number in self._months.recaps.get(month, ())}
        known = figures.recap_regions(self._session, imports)
        known |= {area for month, sample, area in self._months.sheets.complete if month in months and not sample}
        above = {code[:length] for code in known for length in LENGTHS if length < len(code)}
        return above & set(silent)

    def sorted(self, base: WorkerBase) -> Evidence:
        """What was read so far, sorted; anew only when there is more of it, or on another base."""
        read = len(self._known.facts), len(self._known.listed)
        if self._evidence is None or self._evidence.base != base.name:
            self._evidence = self._sort(base, (0, 0))
        elif self._read_then != read:
            facts, listed = self._read_then
            add(self._evidence, self._known.facts[facts:], self._known.listed[listed:])
        self._read_then = read
        return self._evidence

    def _sort(self, base: WorkerBase, since: tuple[int, int]) -> Evidence:
        facts, listed = self._known.facts[since[0] :], self._known.listed[since[1] :]
        return evidence(facts, listed, base.name, self._sector, self._numerator)

    def _silent(self, codes: Iterable[str], base: WorkerBase, *, older: bool = True) -> list[str]:
        """Those without a figure of the month, nor (where `older` ones will do) of a month before it."""
        known, period = self.sorted(base), self._period
        return [
            code for code in codes
            if (figure := figure_of_month(known, code, period)) is None or (not older and figure.period < period)
        ]  # fmt: skip

    def _hopeful(self, silent: Sequence[str]) -> list[str]:
        """Those of `silent` of which an older month may have a figure: most of the others never reported."""
        months = self._older()
        if not silent or not months:
            return []
        imports = {number for month in months for number in self._months.recaps.get(month, ())}
        known = figures.recap_regions(self._session, imports, silent)
        lists = {area for month, sample, area in self._months.sheets.complete if month in months and not sample}
        return [code for code in silent if code in known or any(is_within(code, area) for area in lists)]

    def _older(self) -> list[date]:
        """Earlier months whose figures may stand for the one asked for, newest first."""
        known = sorted({*self._months.recaps, *self._months.counted}, reverse=True)
        return [month for month in known if 0 < months_between(month, self._period) <= OLDEST_MONTHS]

    def _reporting_below(self, silent: Sequence[str]) -> set[str]:
        """Those of `silent` below which somebody has reported the month."""
        if not silent:
            return set()
        known = figures.recap_regions(self._session, self._months.recaps.get(self._period, ()))
        lists = self._months.sheets.complete
        known |= {area for month, sample, area in lists if month == self._period and not sample}
        length = len(silent[0])
        return {code[:length] for code in known if len(code) > length} & set(silent)

    def _base(self, name: str | None, bases: Sequence[WorkerBase]) -> WorkerBase:
        """The base called `name`, else the one that the newest figures name, else the newest that has workers here."""
        if name is not None:
            return _named(name, bases)
        known = {base.name: base for base in bases}
        newest: RecapFact | None = None
        for fact in self._known.facts:
            if (
                fact.period <= self._period
                and fact.base_name in known
                and (newest is None or _comes_before(fact, newest))
            ):
                newest = fact
        if newest is None:
            return next((base for base in bases if base.workers), bases[0])
        return known[newest.base_name]


def _before(figure: MonthFigure | None, month: date) -> bool:
    """Whether a region's own figure is older than `month`, or there is none."""
    return figure is None or figure.period < month


def _comes_before(fact: RecapFact, other: RecapFact) -> bool:
    """A newer month first, in it the figure of the larger region."""
    return (fact.period, -len(fact.region)) > (other.period, -len(other.region))


def _named(name: str, bases: Sequence[WorkerBase]) -> WorkerBase:
    for base in bases:
        if base.name.casefold() == name.casefold():
            return base
    raise UnknownBase(name, [base.name for base in bases])


def _by_parent(parts: Iterable[Region]) -> dict[str, list[Region]]:
    found: dict[str, list[Region]] = {}
    for region in parts:
        found.setdefault(region.parent or NATION.code, []).append(region)
    return found
