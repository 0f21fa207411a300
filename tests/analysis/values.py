"""Short ways to say a fact, a base, a list; figures in the tests are published ones unless a test calls them invented."""

from datetime import date, datetime

from desktop_app.domain.facts import ListedPeople, Origin, RecapFact, Target, WorkerBase
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.segments import Measure, Sector, Segment

BALI = Region("51", "Bali", Level.PROVINSI)
JEMBRANA = Region("51.01", "Kabupaten Jembrana", Level.KABUPATEN)
BADUNG = Region("51.03", "Kabupaten Badung", Level.KABUPATEN)
GIANYAR = Region("51.04", "Kabupaten Gianyar", Level.KABUPATEN)
KARANGASEM = Region("51.07", "Kabupaten Karangasem", Level.KABUPATEN)

END_2023 = date(2023, 12, 31)
END_2024 = date(2024, 12, 31)
MARCH = date(2025, 3, 31)
SEPTEMBER = date(2025, 9, 30)


def origin(cell: str = "D7", file: str = "Rekap.xlsx", sender: str = "Kanwil Banuspa") -> Origin:
    return Origin(
        import_id=1, file=file, sheet="Rekap", cell=cell, sender=sender,
        imported_at=datetime(2025, 11, 3, 7, 58), imported_by="petugas",
    )  # fmt: skip


def fact(
    code: str,
    period: date,
    people: int | None = None,
    *,
    share: float | None = None,
    workers: int | None = None,
    measure: Measure = Measure.TOTAL,
    base: str = "UCJ 2025",
    note: str = "",
    cell: str = "D7",
    file: str = "Rekap.xlsx",
    sender: str = "Kanwil Banuspa",
) -> RecapFact:
    return RecapFact(
        region=code, measure=measure, period=period, people=people, workers=workers, share=share, base_name=base,
        note=note, origin=origin(cell, file, sender),
    )  # fmt: skip


def listed(
    code: str,
    period: date,
    people: int,
    by_segment: dict[Segment, int] | None = None,
    *,
    complete: frozenset[Segment] = frozenset({Segment.PU, Segment.BPU, Segment.JAKON}),
    sample: bool = False,
    waiting: int = 0,
    together: dict[frozenset[Segment], int] | None = None,
    memberships: dict[Segment, int] | None = None,
) -> ListedPeople:
    """Without `together`, nobody is in two segments."""
    parts = together or {frozenset({segment}): count for segment, count in (by_segment or {}).items()}
    return ListedPeople(
        region=code, period=period, people=people, by_segment=by_segment or {}, waiting=waiting,
        complete=len(complete) == 3, sample=sample, complete_segments=complete, together=parts,
        memberships=memberships or {},
    )  # fmt: skip


def base(name: str, workers: dict[str, int] | dict[tuple[str, Sector], int]) -> WorkerBase:
    keyed = {key if isinstance(key, tuple) else (key, Sector.SEMUA): value for key, value in workers.items()}
    return WorkerBase(name=name, document=f"Dokumen {name}", as_of=END_2024, workers=keyed, notes={})


def target(code: str, year: int, share: float, document: str = "Kanwil", sector: Sector = Sector.SEMUA) -> Target:
    return Target(region=code, sector=sector, year=year, share=share, document=document, note="")


UCJ = base("UCJ 2025", {"51": 1_837_899, "51.04": 198_628})
BPS_2022 = base(
    "BPS bekerja Agustus 2022",
    {("51", Sector.SEMUA): 2_607_070, ("51", Sector.FORMAL): 1_214_028, ("51", Sector.INFORMAL): 1_393_042},
)
TARGETS = [
    target("51", 2025, 0.6728, "BPJS Kanwil"), target("51", 2025, 0.6769, "Sekda"), target("51", 2026, 0.7386, "BPJS"),
]  # fmt: skip
