"""What a finding is, and what the rules know beside the figures that they look at."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.numerators import base_key
from desktop_app.domain.facts import RecapFact, WorkerBase
from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.segments import Measure, Sector

SECTORS = {Measure.TOTAL: Sector.SEMUA, Measure.FORMAL: Sector.FORMAL, Measure.INFORMAL: Sector.INFORMAL}
WORDS = {
    Measure.TOTAL: "jumlah", Measure.FORMAL: "formal", Measure.INFORMAL: "informal",
    Measure.PU: "PU", Measure.BPU: "BPU", Measure.JAKON: "Jakon",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` is one of docs/rumus.md's list, `place` file, sheet and cell.

    `message`: full Indonesian sentences with region, month, numbers and what to do next. Not `serious`: nothing is
    wrong with the figures, but who reads them should know.
    """

    code: str
    region: str
    period: date
    message: str
    place: str
    serious: bool = True


Group = dict[Measure, RecapFact]
"""Facts of one region, month and base, by measure."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the rules may look up.

    `by_name`: stored bases; `numbers`: all numbers of workers in them, of whatever region; `names`: region code ->
    name; `companies`: (region code, month) -> companies; `formal_claim`: part of workers that is said to be formal
    where nothing better is known.
    """

    by_name: Mapping[str, WorkerBase]
    numbers: Set[int]
    names: Mapping[str, str]
    companies: Mapping[tuple[str, date], int]
    formal_claim: float

    def named(self, name: str) -> WorkerBase | None:
        return self.by_name.get(base_key(name))

    def giving(self, region: str, workers: int) -> list[str]:
        """Names of the bases that give the region this number of workers, in order."""
        # Nearly no figure is a number of workers of anywhere: the bases are searched for those that are.
        if workers not in self.numbers:
            return []
        return sorted(base.name for base in self.by_name.values() if workers in _workers_of(base, region))

    def workers_of(self, region: str) -> set[int]:
        """All numbers of workers that bases give the region."""
        return set().union(*(_workers_of(base, region) for base in self.by_name.values()))

    def stored(self, fact: RecapFact) -> int | None:
        """Workers of the fact's region and sector in the stored base that it names."""
        sector = SECTORS.get(fact.measure)
        base = self.named(fact.base_name) if sector is not None else None
        return base.workers.get((fact.region, sector)) if base is not None and sector is not None else None

    def workers(self, fact: RecapFact) -> int | None:
        """Workers as printed, else as stored."""
        return fact.workers or self.stored(fact)

    def region(self, code: str) -> str:
        return self.names.get(code) or f"Wilayah {code}"


def _workers_of(base: WorkerBase, region: str) -> set[int]:
    return {base.workers[region, sector] for sector in Sector if (region, sector) in base.workers}


def fraction(people: int, workers: int) -> str:
    return f"{number(people)} dari {number(workers)}"


def place(fact: RecapFact) -> str:
    origin = fact.origin
    return f"{origin.file}, lembar {origin.sheet}, sel {origin.cell}"


def finding(code: str, fact: RecapFact, known: Known, said: str, *, serious: bool = True) -> Finding:
    """“Kabupaten Gianyar, 30 September 2025, jumlah: …”."""
    message = f"{known.region(fact.region)}, {long_date(fact.period)}, {WORDS[fact.measure]}: {said}"
    return Finding(code, fact.region, fact.period, message, place(fact), serious)
