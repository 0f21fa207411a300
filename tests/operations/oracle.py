"""A plain reckoning of what the stored rows say, one row after the other: what operations answer is held against it.

Nothing of the store's queries, summaries or of `analysis` is used here. It is slow, and meant to be obvious; the rules are
those of docs/rumus.md.
"""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

PEOPLE, RECAP, BASE, UNDONE = "peserta", "rekap", "penyebut", "diurungkan"
EVERYBODY = frozenset({"PU", "BPU", "JAKON"})
OF_SECTOR = {"semua": EVERYBODY | {"PMI"}, "formal": frozenset({"PU", "JAKON"}), "informal": frozenset({"BPU"})}
OWN_MEASURE = {"semua": "total", "formal": "formal", "informal": "informal"}
BENEFITS = ("JKK", "JKM", "JHT", "JP", "JKP")

WAYS = {
    ("semua", True): ["total", "formal+informal", "pu+bpu+jakon", "pu+bpu"],
    ("formal", True): ["formal", "pu+jakon", "pu"],
    ("informal", True): ["informal", "bpu"],
    ("semua", False): ["total-jakon", "formal+informal-jakon", "pu+bpu"],
    ("formal", False): ["formal-jakon", "pu"],
    ("informal", False): ["informal", "bpu"],
}
"""(sector, with Jakon) -> sums of measures, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A row of `sheet_import`."""

    id: int
    sha256: str
    kind: str
    period: date | None
    sender: str
    complete: bool
    parts: frozenset[str]
    areas: frozenset[str]
    replaces: frozenset[int]
    sample: bool
    parked: int
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A row of `participation` that counts."""

    sheet: int
    row: int
    nik: int
    born: date | None
    sex: str
    company: int | None
    region: str
    segment: str
    benefits: frozenset[str]
    fund: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A row of `recap_figure` that counts."""

    id: int
    sheet: int
    region: str
    measure: str
    people: int | None
    workers: int | None
    share: float | None
    base: str
    period: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What is known of a region in `period`; `reported`: a share whose numerator or base is not known."""

    period: date
    people: int | None = None
    workers: int | None = None
    reported: float | None = None
    listed: bool = False
    summed: bool = False
    segments: frozenset[str] = frozenset()

    @property
    def share(self) -> float | None:
        return self.people / self.workers if self.people is not None and self.workers else None


@dataclass(slots=True)
class Oracle:
    """All stored rows. `regions` are the codes of the tree, by code."""

    regions: list[str]
    sheets: dict[int, Sheet]
    people: dict[tuple[date, bool], list[Person]] = field(default_factory=dict)
    printed: list[Printed] = field(default_factory=list)
    bases: dict[str, dict[tuple[str, str], int]] = field(default_factory=dict)

    # Who counts.

    def at(self, region: str, month: date, sample: bool = False) -> list[Person]:
        return [one for one in self.people.get((month, sample), []) if within(one.region, region)]

    def niks(self, region: str, month: date, segments: frozenset[str], sample: bool = False) -> set[int]:
        return {one.nik for one in self.at(region, month, sample) if one.segment in segments}

    def memberships(self, region: str, month: date, segments: frozenset[str]) -> int:
        """Persons in a segment at a company."""
        return len({(p.nik, p.segment, p.company) for p in self.at(region, month) if p.segment in segments})

    def complete_for(self, region: str, month: date) -> frozenset[str]:
        """Segments of which a list was declared complete for all of the region."""
        found: frozenset[str] = frozenset()
        for sheet in self._lists(month):
            if sheet.complete and any(within(region, area) for area in sheet.areas):
                found |= sheet.parts
        return found

    def _lists(self, month: date, sample: bool = False) -> list[Sheet]:
        return [s for s in self.sheets.values() if s.kind == PEOPLE and s.period == month and s.sample == sample]

    def months(self, sample: bool = False) -> list[date]:
        """Months with lists."""
        known = {s.period for s in self.sheets.values() if s.kind == PEOPLE and s.sample == sample and s.period}
        return sorted(known)

    # By what parts.

    def parts(self, region: str, month: date, sample: bool) -> dict[str, dict[str, int]]:
        """Dimension -> part -> people, everyone once; of “kepesertaan” memberships."""
        everywhere = self.people.get((month, sample), [])
        employed = defaultdict(set)
        for row in everywhere:
            if row.segment != "BPU" and row.company is not None:
                employed[row.company].add(row.nik)
        found: dict[str, Counter[str]] = defaultdict(Counter)
        here = self.at(region, month, sample)
        for nik in {row.nik for row in here}:
            mine = [row for row in here if row.nik == nik]
            everything = [row for row in everywhere if row.nik == nik]
            sexes = [row.sex for row in everything if row.sex]
            births = [row.born for row in everything if row.born]
            jobs = [row for row in mine if row.segment != "BPU"]
            sizes = [len(employed[row.company]) for row in jobs if row.company is not None]
            size = "-" if not jobs else size_of(max(sizes)) if sizes else ""
            benefits = {benefit for row in mine for benefit in row.benefits}
            found["segmen"]["+".join(s for s in ("PU", "BPU", "JAKON", "PMI") if s in {r.segment for r in mine})] += 1
            found["program"]["+".join(benefit for benefit in BENEFITS if benefit in benefits)] += 1
            found["kelamin"][sexes[-1] if sexes else ""] += 1
            found["umur"][age_of(births[-1], month) if births else ""] += 1
            found["ukuran"][size] += 1
            found["pendanaan"]["+".join(sorted({row.fund for row in mine if row.fund}))] += 1
            for segment, _ in {(row.segment, row.company) for row in mine}:
                found["kepesertaan"][segment] += 1
        return {dimension: dict(counts) for dimension, counts in found.items()}

    # Who came and went.

    def flow(self, region: str, segments: frozenset[str], since: date, until: date) -> dict[str, int]:
        """People of some segments in two months of lists: came from nowhere or from elsewhere, left likewise."""
        old, new = self.niks(region, since, segments), self.niks(region, until, segments)
        anyone_then, anyone_now = ({p.nik for p in self.at("0", month)} for month in (since, until))
        return {
            "masuk": len([nik for nik in new - old if nik not in anyone_then]),
            "keluar": -len([nik for nik in old - new if nik not in anyone_now]),
            "pindah": len([nik for nik in new - old if nik in anyone_then])
            - len([nik for nik in old - new if nik in anyone_now]),
        }

    # Coverage.

    def figure(self, region: str, asked: date, base: str, sector: str, jakon: bool, memberships: bool) -> Figure | None:
        """The region's own figure of the month, else the sum of all that lies below; else those of the month before."""
        for month in sorted({asked} | set(self.known_months()), reverse=True):
            if 0 <= months_from(month, asked) <= 12:
                then = self.then(region, month, base, sector, jakon, memberships)
                if then is not None:
                    return then
        return None

    def then(self, region: str, month: date, base: str, sector: str, jakon: bool, memberships: bool) -> Figure | None:
        """The figure of that very month."""
        own = self._own(region, month, base, sector, jakon, memberships)
        return own or self._summed(region, month, base, sector, jakon, memberships)

    def known_months(self) -> list[date]:
        """Months with recaps or lists, oldest first."""
        return sorted({one.period for one in self.printed} | set(self.months()))

    def _own(self, region: str, month: date, base: str, sector: str, jakon: bool, memberships: bool) -> Figure | None:
        workers = self.bases.get(base, {}).get((region, sector))
        wanted = self._countable(region, month, sector, jakon)
        if wanted is not None and self._anything_said(region, month):
            everyone = wanted or OF_SECTOR["semua"]
            people = len(self.niks(region, month, everyone))
            if memberships:
                people = self.memberships(region, month, everyone)
            return Figure(period=month, people=people, workers=workers, listed=True, segments=wanted)
        facts = self._facts(region, month)
        by_measure = best_counts(facts, base)
        share = self._own_share(facts, base, sector) if jakon or sector == "informal" else None
        for way in WAYS[sector, jakon]:
            count = reckoned(way, by_measure)
            if count is not None:
                only = by_measure.get(way)
                if not workers and only and way == OWN_MEASURE[sector] and same_name(only.base, base):
                    workers = only.workers
                beside = share.share if share is not None and share is only else None
                return Figure(period=month, people=count, workers=workers, reported=None if workers else beside)
        return None if share is None else Figure(period=month, workers=workers, reported=share.share)

    def _countable(self, region: str, month: date, sector: str, jakon: bool) -> frozenset[str] | None:
        """Segments that are counted (none named: everybody); None where the lists are not complete for the sector."""
        complete = self.complete_for(region, month)
        if sector == "semua" and jakon:
            return frozenset() if complete >= EVERYBODY else None
        wanted = EVERYBODY if sector == "semua" else OF_SECTOR[sector]
        if not jakon or (sector == "formal" and "JAKON" not in complete):
            wanted = wanted - {"JAKON"}
        return frozenset(wanted) if wanted <= complete else None

    def _anything_said(self, region: str, month: date) -> bool:
        """Nobody in a complete list is 0, unless people of a larger region are placed in none of its parts.

        Where rows of the region wait for their NIK, the 0 is shown with them beside it.
        """
        waiting = [sheet for sheet in self._lists(month) if sheet.parked and sheet.areas]
        if self.at(region, month) or any(within(shared(sheet.areas), region) for sheet in waiting):
            return True
        for larger in ["0", *self.regions]:
            if within(region, larger) and region != larger:
                placed = {one.nik for part in self.below(larger) for one in self.at(part, month)}
                if {one.nik for one in self.at(larger, month)} - placed:
                    return False
        return True

    def _facts(self, region: str, month: date) -> list[Printed]:
        """In import order; of two of one measure on one base the later counts."""
        found: dict[tuple[str, str], Printed] = {}
        for one in self.printed:
            if one.region == region and one.period == month:
                found[one.measure, plain(one.base)] = one
        return sorted(found.values(), key=lambda one: one.id)

    def _own_share(self, facts: list[Printed], base: str, sector: str) -> Printed | None:
        shares = [
            f for f in facts if f.measure == OWN_MEASURE[sector] and same_name(f.base, base) and f.share is not None
        ]
        return shares[-1] if shares else None

    def _summed(
        self, region: str, asked: date, base: str, sector: str, jakon: bool, memberships: bool
    ) -> Figure | None:
        parts = [
            self._own(one, asked, base, sector, jakon, memberships)
            or self._summed(one, asked, base, sector, jakon, memberships)
            for one in self.below(region)
        ]  # fmt: skip
        known = [part for part in parts if part is not None and part.people is not None]
        if not parts or len(known) < len(parts):
            return None
        workers = self.bases.get(base, {}).get((region, sector))
        if not workers and all(part.workers for part in known):
            workers = sum(part.workers or 0 for part in known)
        return Figure(period=asked, people=sum(p.people or 0 for p in known), workers=workers, summed=True)

    def below(self, region: str) -> list[str]:
        depth = 1 if region == "0" else region.count(".") + 2
        return [one for one in self.regions if within(one, region) and one.count(".") + 1 == depth]

    def at_level(self, region: str, level: int) -> list[str]:
        return [one for one in self.regions if within(one, region) and one.count(".") + 1 == level]

    # Who has reported.

    def reported(self, region: str, month: date) -> str:
        """“lengkap”: everybody counted by a recap or by complete lists; “sebagian”: something; else “belum”."""
        facts = [one for one in self.printed if one.region == region and one.period == month]
        counts = {one.measure for one in facts if one.people is not None}
        whole = "total" in counts or counts >= {"formal", "informal"} or counts >= {"pu", "bpu"}
        if whole or self.complete_for(region, month) >= EVERYBODY:
            return "lengkap"
        near = any(within(region, a) or within(a, region) for s in self._lists(month) for a in s.areas)
        below = any(within(one.region, region) and one.period == month for one in self.printed)
        return "sebagian" if below or near else "belum"


def read(session: Session, regions: list[str]) -> Oracle:
    """Everything that is stored and counts."""
    run = session.connection().exec_driver_sql
    every = [
        Sheet(
            id=row[0], sha256=row[1], kind=row[2], period=day(row[3]), sender=row[4], complete=bool(row[5]),
            parts=frozenset(json.loads(row[6])), areas=frozenset(json.loads(row[7])),
            replaces=frozenset(json.loads(row[8])), sample=bool(row[9]), parked=json.loads(row[10])["parked"],
            day=date.fromisoformat(row[11][:10]),
        )
        for row in run(
            "select id, sha256, kind, period, sender, complete, parts, areas, replaces, sample, counts, imported_at"
            f" from sheet_import where state != '{UNDONE}' order by id"
        )
    ]  # fmt: skip
    found = Oracle(regions, {sheet.id: sheet for sheet in standing(every)})
    for row in run(
        "select import_id, row, nik, birth_date, sex, company_id, region, segment, benefits, fund from participation"
        " where active and region is not null order by import_id, row"
    ):
        sheet = found.sheets.get(row[0])
        if sheet is not None and sheet.kind == PEOPLE and sheet.period is not None:
            benefits = frozenset(name for place, name in enumerate(BENEFITS) if row[8] & 2**place)
            person = Person(
                sheet=row[0], row=row[1], nik=row[2], born=day(row[3]), sex=row[4], company=row[5], region=row[6],
                segment=row[7], benefits=benefits, fund=row[9],
            )  # fmt: skip
            found.people.setdefault((sheet.period, sheet.sample), []).append(person)
    for number, sheet_id, region, measure, people, workers, share, base, period in run(
        "select id, import_id, region, measure, people, workers, share, base_name, period from recap_figure order by id"
    ):
        sheet = found.sheets.get(sheet_id)
        month = day(period) or (sheet.period if sheet else None)
        if sheet is not None and month is not None:
            found.printed.append(
                Printed(
                    id=number, sheet=sheet_id, region=region, measure=measure, people=people, workers=workers, share=share,
                    base=base, period=month,
                )
            )  # fmt: skip
    for sheet_id, name, region, sector, people in run(
        "select b.import_id, b.name, v.region, v.sector, v.workers from base_value v join worker_base b on b.id = v.base_id"
        " order by b.id"
    ):
        if sheet_id in found.sheets:
            values = found.bases.setdefault(name, {})
            values.pop((region, sector), None)
            if people is not None:
                values[region, sector] = people
    return found


def standing(sheets: list[Sheet]) -> list[Sheet]:
    """Those of the imports not undone that none of the later ones took the place of."""
    left: list[Sheet] = []
    for newer in sheets:
        left = [older for older in left if not _takes_place(newer, older)] + [newer]
    return left


def _takes_place(newer: Sheet, older: Sheet) -> bool:
    if older.id in newer.replaces:
        return True
    kin = (newer.sender, newer.kind, newer.period) == (older.sender, older.kind, older.period)
    if not (newer.complete and newer.sender and kin and newer.sha256 != older.sha256 and older.areas):
        return False
    reached = all(any(within(area, mine) for mine in newer.areas) for area in older.areas)
    return older.parts <= newer.parts and reached


def best_counts(facts: list[Printed], base: str) -> dict[str, Printed]:
    """Of several counts of a measure the one that names the base, else the latest."""
    counts = [fact for fact in facts if fact.people is not None]
    found = {fact.measure: fact for fact in counts}
    return found | {fact.measure: fact for fact in counts if same_name(fact.base, base)}


def reckoned(way: str, counts: dict[str, Printed]) -> int | None:
    """“formal+informal-jakon” of the counts; None where one is missing, or where the sum is below zero."""
    plus, _, minus = way.partition("-")
    total = 0
    for sign, names in ((1, plus), (-1, minus)):
        for name in filter(None, names.split("+")):
            if name not in counts:
                return None
            total += sign * (counts[name].people or 0)
    return total if total >= 0 else None


def within(region: str, larger: str) -> bool:
    return larger in ("0", region) or region.startswith(larger + ".")


def shared(areas: frozenset[str]) -> str:
    """The smallest region that holds them all."""
    words = min(areas).split(".")
    larger = [".".join(words[:count]) for count in range(len(words), 0, -1)]
    return next((one for one in larger if all(within(area, one) for area in areas)), "0")


def months_from(earlier: date, later: date) -> int:
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def age_of(born: date, on: date) -> str:
    age = on.year - born.year
    if (born.month, born.day) > (on.month, on.day):
        age -= 1
    for band, below in (("<15", 15), ("15-24", 25), ("25-34", 35), ("35-44", 45), ("45-54", 55), ("55-64", 65)):
        if age < below:
            return band
    return "65+"


def size_of(people: int) -> str:
    for band, below in (("mikro", 5), ("kecil", 20), ("sedang", 100)):
        if people < below:
            return band
    return "besar"


def plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def same_name(one: str, other: str) -> bool:
    return plain(one) == plain(other)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
