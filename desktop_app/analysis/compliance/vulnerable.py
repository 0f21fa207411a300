"""The funnel of vulnerable workers, village by village: proposed, waiting, repeated, accepted, and what stands against it.

Sources: domain notes 4.2 (conditions), 4.4 (funnel).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from desktop_app.analysis.compliance.values import SourceFile, VillageFunnel, VulnerableSection
from desktop_app.domain.compliance_rows import SentImport, VulnerableRow
from desktop_app.domain.regions import NATION, Region, is_within

QUOTA = 100
"""People per village (domain notes 4.2, finding 5: “1 desa 100 pekerja rentan”)."""

AGES = (18, 65)
"""Youngest and oldest: rules differ between 64 and 65 (domain notes 4.2), so it is a parameter."""

NOT_NAMED = "tidak disebut"


def vulnerable_section(
    villages: Sequence[tuple[Region | None, Region]],
    rows: Sequence[VulnerableRow],
    lists: Sequence[SentImport],
    active: Collection[int],
    participants: date | None,
    *,
    covered: Collection[str] = (NATION.code,),
    quota: int = QUOTA,
    ages: tuple[int, int] = AGES,
) -> VulnerableSection:
    """The funnel of all `villages` (kecamatan and village).

    Args:
        rows: of `lists`, the lists of vulnerable workers that count.
        active: NIK of those of them who are active participants in the month `participants` (None: no list says).
        covered: regions that the lists of that month speak of; of villages elsewhere nobody knows who is active.

    Of each village only its newest month counts. A person counts once: in the newest list that has them, there in the
    first of their rows. proposed = accepted + waiting + repeated for every village, and the accepted of all villages are
    distinct people.
    """
    sorting = SortedRows({village.code for _, village in villages}, rows, lists)
    areas = covered if participants is not None else ()
    funnels = tuple(
        _funnel(kecamatan, village, sorting, active if lies_within(village.code, areas) else None, ages)
        for kecamatan, village in villages
    )
    funds = Counter[str]()
    for one in funnels:
        funds.update(dict(one.funds))
    used = [one for one in lists if one.record.id in sorting.used]
    return VulnerableSection(
        period=max((p for one in used if (p := one.record.period)), default=None), villages=funnels, quota=quota,
        ages=ages, funds=tuple(funds.most_common()), unplaced=len(sorting.unplaced),
        waiting_unplaced=sorting.waiting[""], participants=participants, sources=sources_of(used),
    )  # fmt: skip


def lies_within(code: str, areas: Collection[str]) -> bool:
    return any(is_within(code, area) for area in areas)


def sources_of(lists: Iterable[SentImport]) -> tuple[SourceFile, ...]:
    return tuple(
        SourceFile(file=r.file, sheet=r.sheet, sender=r.sender, period=r.period, import_id=r.id)
        for r in (one.record for one in lists)
    )


def newest_months(
    codes: Collection[str], rows: Iterable[VulnerableRow], lists: Iterable[SentImport]
) -> dict[str, date]:
    """Village -> the newest month of a list that names it, in its rows or as all that the list speaks for."""
    found: dict[str, date] = {}
    named = [(row.region, row.period) for row in rows]
    named += [(_only(one.areas), one.record.period) for one in lists if one.record.period is not None]
    for code, period in named:
        if code in codes and code is not None and period is not None:
            found[code] = max(found.get(code, period), period)
    return found


class SortedRows:
    """Rows sorted by village: `accepted` and `repeated` rows, `waiting` numbers; what has no village is apart.

    `months`: the newest of each village that is listed; `used`: the lists that count for any of them, or for none.
    """

    def __init__(self, codes: Collection[str], rows: Sequence[VulnerableRow], lists: Sequence[SentImport]) -> None:
        self.months = newest_months(codes, rows, lists)
        mine = [row for row in rows if row.region in codes and row.period == self.months.get(row.region or "")]
        placed = {row.import_id for row in rows if row.region in codes}
        placed |= {one.record.id for one in lists if _only(one.areas) in codes}
        alone = {one.record.id: code for one in lists if (code := self._only_village(one))}
        loose = {one.record.id for one in lists} - placed
        self.used = {row.import_id for row in mine} | alone.keys() | loose
        self.unplaced = [row for row in rows if row.region not in codes and row.import_id in self.used]
        self.accepted: dict[str, list[VulnerableRow]] = {}
        self.repeated = Counter[str]()
        self._sort_people(mine)
        self.waiting = Counter[str]()
        self._sort_waiting([one for one in lists if one.record.id in self.used], alone)

    def _only_village(self, one: SentImport) -> str:
        """The village that the list speaks for and for no other, where it is the village's newest."""
        code = _only(one.areas) or ""
        return code if code in self.months and self.months[code] == one.record.period else ""

    def _sort_people(self, rows: Sequence[VulnerableRow]) -> None:
        seen: set[int] = set()
        for row in sorted(rows, key=lambda row: (-row.period.toordinal(), -row.import_id, row.row)):
            assert row.region is not None
            if row.nik in seen:
                self.repeated[row.region] += 1
            else:
                seen.add(row.nik)
                self.accepted.setdefault(row.region, []).append(row)

    def _sort_waiting(self, lists: Iterable[SentImport], alone: Mapping[int, str]) -> None:
        """Rows that wait or were refused are kept without their village: only lists of one village tell it."""
        for one in lists:
            self.waiting[alone.get(one.record.id, "")] += one.record.counts.parked + one.record.counts.refused


def _only(areas: Collection[str]) -> str | None:
    return next(iter(areas)) if len(areas) == 1 else None


def _funnel(
    kecamatan: Region | None,
    village: Region,
    sorting: SortedRows,
    active: Collection[int] | None,
    ages: tuple[int, int],
) -> VillageFunnel:
    code = village.code
    if code not in sorting.months:
        return VillageFunnel(kecamatan=kecamatan, village=village, listed=False)
    people = sorting.accepted.get(code, [])
    waiting, repeated = sorting.waiting[code], sorting.repeated[code]
    years = [age_on(row.birth_date, row.period) for row in people if row.birth_date is not None]
    return VillageFunnel(
        kecamatan=kecamatan, village=village, listed=True, proposed=len(people) + waiting + repeated, waiting=waiting,
        repeated=repeated, accepted=len(people), already=None if active is None else sum(row.nik in active for row in people),
        too_old=sum(age > ages[1] for age in years), too_young=sum(age < ages[0] for age in years),
        no_birth_date=len(people) - len(years), funds=_funds(people), ended=sum(not row.active for row in people),
        period=sorting.months[code],
    )  # fmt: skip


def age_on(born: date, day: date) -> int:
    """Whole years; who is born on 29 February has a birthday on 1 March of other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _funds(people: Iterable[VulnerableRow]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(fund_words(row.fund) for row in people).most_common())


def fund_words(fund: str) -> str:
    """Who pays, with plain white space and in one spelling of capitals: “APBDes” is “apbdes” too."""
    words = " ".join(fund.split())
    return _KNOWN.get(words.casefold(), words) if words else NOT_NAMED


_KNOWN = {
    name.casefold(): name
    for name in ("APBDes", "APBD", "APBD Kabupaten", "APBD Provinsi", "Dana Desa", "CSR", "SERTAKAN", "Mandiri")
}
