"""The tables of the page Data Acuan: their rows and columns."""

from dataclasses import dataclass

from desktop_app.domain.facts import Target, WorkerBase
from desktop_app.domain.indonesian import number, short_date
from desktop_app.domain.regions import Level, Region, is_within
from desktop_app.domain.segments import Sector
from desktop_app.operations.reference_data import Spelling
from desktop_app.ui.table import Column
from desktop_app.ui.words import SECTORS

MISSING = "–"
LEVELS = {
    Level.PROVINSI: "provinsi", Level.KABUPATEN: "kabupaten", Level.KOTA: "kota", Level.KECAMATAN: "kecamatan",
    Level.DESA: "desa", Level.KELURAHAN: "kelurahan",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class BaseLine:
    """One region of a base; None where the base has no number for it."""

    region: str
    total: int | None
    formal: int | None
    informal: int | None
    note: str


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target with the name of its region."""

    region: str
    target: Target


@dataclass(frozen=True, slots=True)
class Place:
    """A region found, and the regions above it from the province down."""

    region: Region
    above: tuple[Region, ...]

    @property
    def within(self) -> str:
        return ", ".join(region.full_name for region in reversed(self.above)) or "Indonesia"

    @property
    def path(self) -> str:
        return " › ".join(region.full_name for region in (*self.above, self.region))


def base_lines(base: WorkerBase, names: dict[str, str], province: str) -> list[BaseLine]:
    """The values of a base region by region, by code, the office's own province first; notes of sectors once each."""
    codes = sorted({code for code, _ in base.workers}, key=lambda code: (not is_within(code, province), code))
    return [_base_line(base, code, names.get(code, code)) for code in codes]


def _base_line(base: WorkerBase, code: str, name: str) -> BaseLine:
    notes = dict.fromkeys(note for sector in Sector if (note := base.notes.get((code, sector))))
    total, formal, informal = (base.workers.get((code, s)) for s in (Sector.SEMUA, Sector.FORMAL, Sector.INFORMAL))
    return BaseLine(name, total, formal, informal, "; ".join(notes))


def _people(value: int | None) -> str:
    return MISSING if value is None else number(value)


BASE_COLUMNS: tuple[Column[WorkerBase], ...] = (
    Column("Penyebut", lambda one: one.name, detail=lambda one: one.document, tip=lambda one: one.document),
    Column("Per", lambda one: short_date(one.as_of), key=lambda one: one.as_of, width=104),
    Column("Wilayah", lambda one: number(len({code for code, _ in one.workers})), right=True, width=76,
           key=lambda one: len({code for code, _ in one.workers})),
)  # fmt: skip

VALUE_COLUMNS: tuple[Column[BaseLine], ...] = (
    Column("Wilayah", lambda one: one.region, width=168, tip=lambda one: one.region),
    Column("Jumlah, orang", lambda one: _people(one.total), key=lambda one: one.total, right=True, width=104,
           quiet=lambda one: one.total is None),
    Column("Formal, orang", lambda one: _people(one.formal), key=lambda one: one.formal, right=True, width=104,
           quiet=lambda one: one.formal is None),
    Column("Informal, orang", lambda one: _people(one.informal), key=lambda one: one.informal, right=True, width=110,
           quiet=lambda one: one.informal is None),
    Column("Catatan", lambda one: one.note, tip=lambda one: one.note),
)  # fmt: skip

TARGET_COLUMNS: tuple[Column[TargetLine], ...] = (
    Column("Wilayah", lambda one: one.region, strong=True, width=150),
    Column("Sektor", lambda one: SECTORS[one.target.sector], width=80),
    Column("Tahun", lambda one: str(one.target.year), right=True, width=60),
    Column("Target, %", lambda one: number(one.target.share * 100, 2), key=lambda one: one.target.share, right=True,
           width=96),
    Column("Dokumen", lambda one: one.target.document, width=320, tip=lambda one: one.target.document),
    Column("Catatan", lambda one: one.target.note, tip=lambda one: one.target.note),
)  # fmt: skip

PLACE_COLUMNS: tuple[Column[Place], ...] = (
    Column("Wilayah", lambda one: one.region.full_name, strong=True, width=300),
    Column("Kode", lambda one: one.region.code, width=130),
    Column("Di dalam", lambda one: one.within, tip=lambda one: one.within),
)

SPELLING_COLUMNS: tuple[Column[Spelling], ...] = (
    Column("Tertulis di lembar", lambda one: one.alias, strong=True, width=300),
    Column("Dibaca sebagai", lambda one: one.region.full_name, width=300),
    Column("Kode", lambda one: one.region.code),
)
