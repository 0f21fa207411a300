"""“Pemeriksaan”: a region's figure held against everything else that is known of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop_app.analysis.digits import agrees, as_printed
from desktop_app.analysis.numerators import base_key
from desktop_app.analysis.parts_sum import ClosedPart, PartsSum, how_many
from desktop_app.analysis.shown_points import shown_hundredths
from desktop_app.domain.facts import ListedPeople, RecapFact, Target
from desktop_app.domain.indonesian import long_date, number, percent, points
from desktop_app.domain.segments import MEASURE_OF_SECTOR, Measure, Sector, Segment

_SUMS = (
    ("Formal + informal", (Measure.FORMAL, Measure.INFORMAL)),
    ("PU + BPU + Jakon", (Measure.PU, Measure.BPU, Measure.JAKON)),
)


_BY_NIK = "Orang menurut NIK"


@dataclass(frozen=True, slots=True)
class Check:
    """One line under “Pemeriksaan”: two numbers that agree (`ok`), or what a person should look at."""

    ok: bool
    message: str


class Figure(Protocol):
    """What is looked at of a `RegionCoverage`, which asks for its own checks."""

    @property
    def base(self) -> str: ...
    @property
    def sector(self) -> Sector: ...
    @property
    def workers(self) -> int | None: ...
    @property
    def active(self) -> int | None: ...
    @property
    def stale(self) -> bool: ...
    @property
    def counted(self) -> bool: ...
    @property
    def summed_children(self) -> int: ...
    @property
    def fact(self) -> RecapFact | None: ...
    @property
    def facts(self) -> tuple[RecapFact, ...]: ...
    @property
    def listed(self) -> ListedPeople | None: ...
    @property
    def waiting(self) -> int: ...
    @property
    def recap(self) -> RecapFact | None: ...
    @property
    def recap_active(self) -> int | None: ...
    @property
    def difference(self) -> int | None: ...
    @property
    def parts(self) -> PartsSum | None: ...
    @property
    def summed(self) -> PartsSum | None: ...
    @property
    def closed(self) -> tuple[ClosedPart, ...]: ...
    @property
    def definition(self) -> str: ...
    @property
    def shown_share(self) -> float | None: ...
    @property
    def target(self) -> Target | None: ...
    @property
    def gap(self) -> float | None: ...


def checks_of(row: Figure) -> Iterator[Check]:
    """Everything that can be held against the figure of `row`; what cannot be compared is left out."""
    yield from _recap(row)
    yield from _printed_share(row)
    yield from _parts(row)
    yield from _segments(row)
    yield from _base(row)
    yield from _gap(row)
    yield from (Check(False, f"{one.words}.") for one in row.closed)
    yield from _waiting(row)


def _recap(row: Figure) -> Iterator[Check]:
    if row.recap is None or row.recap_active is None or row.difference is None:
        return
    origin = row.recap.origin
    said = f"Rekap mencatat {number(row.recap_active)} ({origin.file}, sel {origin.cell})"
    yield Check(not row.difference, f"{said}, {_compared(row.difference)} daftar peserta yang dipakai.")


def _compared(more: int) -> str:
    """12 -> “12 lebih banyak daripada”."""
    if not more:
        return "sama dengan"
    return f"{number(abs(more))} {'lebih banyak' if more > 0 else 'lebih sedikit'} daripada"


def _printed_share(row: Figure) -> Iterator[Check]:
    fact = row.fact
    if fact is None or fact.share is None or fact.people is None:
        return
    named = base_key(fact.base_name) == base_key(row.base)
    workers = fact.workers or (row.workers if named else None)
    if not workers:
        return
    computed = f"{number(fact.people)} dari {number(workers)} adalah {percent(fact.people / workers)}"
    if agrees(fact.people, workers, fact.share):
        yield Check(True, f"Persentase tercetak {as_printed(fact.share)} cocok: {computed}.")
    else:
        yield Check(False, f"Tercetak {as_printed(fact.share)}, tetapi {computed}.")


def _parts(row: Figure) -> Iterator[Check]:
    parts = row.parts
    if row.summed is not None:
        yield from _summed(row, row.summed)
        if not row.stale:
            return
    if parts is None or row.active is None or not parts.counted:
        return
    whole = f"Jumlah {parts.words} adalah {number(parts.people)} orang"
    if not parts.complete:
        yield Check(False, f"{whole}; belum ada angka bulan ini: {parts.missing_words}.")
    elif not row.stale:
        yield Check(parts.people == row.active, f"{whole}, {_compared(parts.people - row.active)} angka wilayah ini.")


def _summed(row: Figure, parts: PartsSum) -> Iterator[Check]:
    """People who are listed in two of the regions are counted in each of them; the list of all tells how many."""
    day = f", {long_date(parts.period)}" if row.stale and parts.period else ""
    yield Check(True, f"Angka ini jumlah {parts.words}{day}.")
    if 0 < parts.listed < parts.of:
        known = how_many(parts.listed, parts.of, parts.kind)
        yield Check(True, f"{known} punya daftar peserta; orang yang terdaftar di dua wilayah belum dapat dihitung.")
    listed, active = row.listed, row.active
    # Memberships and a sector are not what the list of all counts.
    alike = parts.definition.startswith(_BY_NIK) and row.sector is Sector.SEMUA and not row.stale
    if not alike or parts.listed < parts.of or listed is None or listed.sample or active is None:
        return
    if 0 < listed.people < active:
        twice = number(active - listed.people)
        yield Check(False, f"Menurut NIK ada {number(listed.people)} orang; {twice} terhitung di dua wilayah.")


def _segments(row: Figure) -> Iterator[Check]:
    if row.counted and row.listed is not None:
        twice = sum(people for segments, people in row.listed.together.items() if len(segments) > 1)
        listed = ", ".join(f"{_name(s)} {number(n)}" for s, n in sorted(row.listed.by_segment.items()))
        if twice:
            yield Check(True, f"{number(twice)} orang ada di lebih dari satu segmen dan dihitung sekali ({listed}).")
        return
    yield from _recap_sums(row.facts)


def _name(segment: Segment) -> str:
    return "Jakon" if segment is Segment.JAKON else segment.value


def _recap_sums(facts: Sequence[RecapFact]) -> Iterator[Check]:
    known = {fact.measure: fact.people for fact in facts if fact.people is not None}
    total = known.get(Measure.TOTAL)
    for words, parts in _SUMS:
        if total is not None and all(part in known for part in parts):
            found = sum(known[part] for part in parts)
            yield Check(found == total, f"{words} = {number(found)}, {_compared(found - total)} jumlah tercetak.")


def _base(row: Figure) -> Iterator[Check]:
    fact = row.fact or row.recap
    if fact is None or not fact.workers or not row.workers or fact.measure is not MEASURE_OF_SECTOR[row.sector]:
        return
    if base_key(fact.base_name) != base_key(row.base):
        return
    same = fact.workers == row.workers
    said = f"Penyebut tercetak {number(fact.workers)}"
    yield Check(same, f"{said} sama dengan yang tersimpan." if same else f"{said}, tersimpan {number(row.workers)}.")


def _gap(row: Figure) -> Iterator[Check]:
    """A gap that the shown shares do not give: it is rounded once, from what stands behind them."""
    if row.gap is None or row.target is None or row.shown_share is None:
        return
    shown = shown_hundredths(0, row.shown_share) - shown_hundredths(0, row.target.share)
    if shown_hundredths(0, row.gap) != shown:
        exact = f"{number(row.shown_share * 100, 4)} − {number(row.target.share * 100, 4)}"
        yield Check(True, f"Selisih {points(row.gap)} poin dihitung sebelum dibulatkan: {exact}.")


def _waiting(row: Figure) -> Iterator[Check]:
    if row.waiting:
        yield Check(False, f"+ {number(row.waiting)} baris menunggu dan belum dihitung.")
