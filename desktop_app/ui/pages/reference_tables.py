"""The tables of the page Data Acuan: their rows and columns."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import number, short_date
from desktop_app.domain.regions import Level
from desktop_app.domain.segments import Sector
from desktop_app.operations.reference_data import Spelling
from desktop_app.ui.pages.reference_base_work import BaseLine, BaseWork
from desktop_app.ui.pages.reference_reading import Place
from desktop_app.ui.table import Column
from desktop_app.ui.words import SECTORS, count

MISSING = "–"
LEVELS = {
    Level.PROVINSI: "provinsi", Level.KABUPATEN: "kabupaten", Level.KOTA: "kota", Level.KECAMATAN: "kecamatan",
    Level.DESA: "desa", Level.KELURAHAN: "kelurahan",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target with the name of its region; `rivals` are other documents' shares for the same region, sector and year."""

    region: str
    target: Target
    rivals: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class SpellingLine:
    """A spelling, and by which document and whom it was added here; both empty for one that came with Cakupan."""

    spelling: Spelling
    within: str
    origin: str


def people(value: int | None) -> str:
    return MISSING if value is None else number(value)


def _regions(work: BaseWork) -> int:
    return len({code for code, _ in work.values()})


def base_detail(work: BaseWork) -> str:
    """What stands below the name of a base: what is not kept yet, else its document."""
    if work.new:
        return "Belum disimpan"
    return f"{count(len(work.typed), 'perubahan')} belum disimpan" if work.typed else work.base.document


BASE_COLUMNS: tuple[Column[BaseWork], ...] = (
    Column("Penyebut", lambda one: one.base.name, detail=base_detail, tip=lambda one: one.base.document),
    Column("Per", lambda one: short_date(one.base.as_of), key=lambda one: one.base.as_of, width=104),
    Column("Wilayah", lambda one: number(_regions(one)), right=True, width=76, key=_regions),
)

COLUMN_SECTORS = {1: Sector.SEMUA, 2: Sector.FORMAL, 3: Sector.INFORMAL}
"""Columns of `VALUE_COLUMNS` that hold numbers."""


def _value_column(title: str, sector: Sector, width: int) -> Column[BaseLine]:
    return Column(
        title, lambda one: people(one.value(sector)), key=lambda one: one.value(sector), right=True, width=width,
        quiet=lambda one: one.value(sector) is None, tip=_was(sector),
        edit=lambda one: "" if one.value(sector) is None else number(one.value(sector) or 0),
    )  # fmt: skip


def _was(sector: Sector) -> Callable[[BaseLine], str]:
    def tip(one: BaseLine) -> str:
        return f"Belum disimpan; sebelumnya {people(one.was(sector))}" if one.typed(sector) else ""

    return tip


VALUE_COLUMNS: tuple[Column[BaseLine], ...] = (
    Column("Wilayah", lambda one: one.region, width=200, tip=lambda one: f"{one.region} · {one.code}"),
    _value_column("Jumlah, orang", Sector.SEMUA, 104),
    _value_column("Formal, orang", Sector.FORMAL, 104),
    _value_column("Informal, orang", Sector.INFORMAL, 110),
    Column("Catatan", lambda one: one.note, width=72, tip=lambda one: one.note),
)


def target_origin(target: Target) -> str:
    """Version, what it is a part of, and its note."""
    version = f"versi {target.version}" if target.version > 1 else ""
    return " · ".join(part for part in (version, target.split_of, target.note) if part)


def _rivals(line: TargetLine) -> str:
    return ", ".join(f"{number(one.share * 100, 2)}" for one in line.rivals) or MISSING


TARGET_COLUMNS: tuple[Column[TargetLine], ...] = (
    Column("Wilayah", lambda one: one.region, strong=True, width=160, tip=lambda one: one.region),
    Column("Sektor", lambda one: SECTORS[one.target.sector], width=80),
    Column("Tahun", lambda one: str(one.target.year), right=True, width=60),
    Column("Target, %", lambda one: number(one.target.share * 100, 2), key=lambda one: one.target.share, right=True,
           width=84),
    Column("Target, orang", lambda one: people(one.target.people), key=lambda one: one.target.people, right=True, width=104,
           quiet=lambda one: one.target.people is None,
           tip=lambda one: f"Pada penyebut {one.target.base}" if one.target.base else ""),
    Column("Dokumen", lambda one: one.target.document, width=320, detail=lambda one: target_origin(one.target),
           tip=lambda one: "\n".join(part for part in (one.target.document, target_origin(one.target)) if part)),
    Column("Dokumen lain, %", _rivals, width=124, quiet=lambda one: not one.rivals, right=True,
           tip=lambda one: "\n".join(f"{number(each.share * 100, 2)} %: {each.document}" for each in one.rivals)),
)  # fmt: skip

PLACE_COLUMNS: tuple[Column[Place], ...] = (
    Column("Wilayah", lambda one: one.region.full_name, strong=True, width=230, tip=lambda one: one.path),
    Column("Kode", lambda one: one.region.code, width=112),
    Column("Masa", lambda one: standing_words(one), width=156, quiet=lambda one: one.region.closed is None),
    Column("Di dalam", lambda one: one.within, tip=lambda one: one.within),
)


def standing_words(place: Place) -> str:
    """“ditutup 1 Jan 2026”, “sejak 1 Jan 2026”; empty for regions that stand as in the shipped list."""
    region = place.region
    if region.closed is not None:
        return f"ditutup {short_date(region.closed)}"
    return f"sejak {short_date(region.opened)}" if region.opened is not None else ""


SPELLING_COLUMNS: tuple[Column[SpellingLine], ...] = (
    Column("Tertulis di lembar", lambda one: one.spelling.alias, strong=True, width=230),
    Column("Dibaca sebagai", lambda one: one.spelling.region.full_name, width=230, tip=lambda one: one.within),
    Column("Kode", lambda one: one.spelling.region.code, width=112),
    Column("Asal", lambda one: one.origin or "bawaan Cakupan", quiet=lambda one: not one.origin,
           tip=lambda one: one.origin),
)  # fmt: skip
