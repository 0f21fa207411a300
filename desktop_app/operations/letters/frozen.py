"""The figures that a letter was made from, as plain values that stay with it, and how they are called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.domain.indonesian import long_date, number, percent, rupiah
from desktop_app.domain.segments import Sector
from desktop_app.operations.letters.spoken import COMPANIES, COVERAGE, LATE, LISTED, MONEY, RECEIVER, VILLAGES
from desktop_app.store.letter_sources import UsedImport


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenFigure:
    """A figure in plain words, for the list of what a letter was made from."""

    key: str
    title: str
    value: str


@dataclass(frozen=True, slots=True)
class _Kept:
    title: str
    group: str


_FIGURES = {
    "peserta": _Kept("Peserta aktif", COVERAGE),
    "penyebut": _Kept("Jumlah pekerja (penyebut)", COVERAGE),
    "cakupan": _Kept("Cakupan", COVERAGE),
    "bulan": _Kept("Bulan data", COVERAGE),
    "nama_penyebut": _Kept("Penyebut", COVERAGE),
    "target": _Kept("Target", COVERAGE),
    "dokumen_target": _Kept("Dokumen target", COVERAGE),
    "penerima_peserta": _Kept("Peserta aktif di wilayah penerima", RECEIVER),
    "penerima_penyebut": _Kept("Jumlah pekerja di wilayah penerima", RECEIVER),
    "penerima_cakupan": _Kept("Cakupan wilayah penerima", RECEIVER),
    "penerima_bulan": _Kept("Bulan data wilayah penerima", RECEIVER),
    "desa": _Kept("Jumlah desa dan kelurahan", VILLAGES),
    "rentan": _Kept("Pekerja rentan dalam daftar", LISTED),
    "rentan_bulan": _Kept("Bulan daftar pekerja rentan", LISTED),
    "perusahaan": _Kept("Jumlah perusahaan dalam daftar", COMPANIES),
    "perusahaan_bulan": _Kept("Bulan daftar perusahaan", COMPANIES),
    "perusahaan_terdaftar": _Kept("Pekerja yang didaftarkan perusahaan", COMPANIES),
    "perusahaan_sebenarnya": _Kept("Pekerja perusahaan sebenarnya", COMPANIES),
    "perusahaan_tunggakan": _Kept("Tunggakan iuran", COMPANIES),
    "belum_lapor": _Kept("Wilayah yang belum melapor", LATE),
    "iuran": _Kept("Iuran per orang per bulan", MONEY),
}
"""What is held against the figures of today, in the order of the screen."""

_DAYS = frozenset({"bulan", "penerima_bulan", "perusahaan_bulan", "rentan_bulan"})
_SHARES = frozenset({"cakupan", "target", "penerima_cakupan"})
_MONEY = frozenset({"perusahaan_tunggakan", "iuran"})


def frozen(
    facts: LetterFacts, imports: Iterable[UsedImport] = (), *, parts: bool = True, base: str | None = None,
    spoken: Iterable[str] = (),
) -> dict[str, Any]:  # fmt: skip
    """The figures of `facts` in plain values: numbers, ISO days, text, and None for what is not known.

    `saringan` are the filters, `wilayah_bawah` the table of parts (left out of a letter to one addressee), `impor` the
    files with their hashes, `dipakai` the groups of figures that the letter speaks of.
    """
    own, theirs = facts.own, facts.addressee_coverage
    values: dict[str, Any] = {
        **_coverage(own),
        **{f"penerima_{name}": value for name, value in _short(theirs).items()},
        "desa": len(facts.villages),
        "kuota": facts.quota,
        "iuran": facts.monthly,
        "bulan_iuran": facts.months,
        "tahun": facts.year,
        "rentan": sum(facts.listed.values()) if facts.listed else None,
        "rentan_bulan": _day(facts.listed_period),
        **_companies(facts),
        "belum_lapor": len(facts.late),
        "saringan": _filters(facts, base),
        "dipakai": list(spoken),
    }
    if parts:
        values["wilayah_bawah"] = [_row(figure) for _, figure in sorted(facts.parts.items())]
    values["impor"] = [{"nomor": one.id, "berkas": one.file, "sha256": one.sha256} for one in imports]
    return values


def figure_list(values: Mapping[str, Any]) -> tuple[FrozenFigure, ...]:
    """The figures that the letter speaks of and that are known, in words."""
    return tuple(
        FrozenFigure(key=key, title=title, value=in_words(key, values[key]))
        for key, title in titles_of(values).items()
        if values.get(key) not in (None, "")
    )


def titles_of(values: Mapping[str, Any]) -> dict[str, str]:
    """Key -> title of the figures that a letter speaks of; of a letter that did not keep that, those of coverage."""
    groups = values.get("dipakai", [COVERAGE])
    return {key: one.title for key, one in _FIGURES.items() if one.group in groups and key in values}


def in_words(key: str, value: Any) -> str:
    """A frozen value as the screen says it; “belum ada” for one that is not known."""
    if value is None or value == "":
        return "belum ada"
    if key in _DAYS:
        return long_date(date.fromisoformat(str(value)))
    if key in _SHARES:
        return percent(float(value))
    if key in _MONEY:
        return rupiah(int(value))
    return number(value) if isinstance(value, int | float) else str(value)


def _coverage(own: RegionCoverage | None) -> dict[str, Any]:
    if own is None:
        return {}
    return {
        "wilayah": own.region.code,
        **_short(own),
        "nama_penyebut": own.base,
        "target": own.target.share if own.target else None,
        "tahun_target": own.target.year if own.target else None,
        "dokumen_target": own.target.document if own.target else "",
        "sumber": own.fact.origin.file if own.fact else "",
    }


def _short(own: RegionCoverage | None) -> dict[str, Any]:
    if own is None:
        return {}
    return {"peserta": own.active, "penyebut": own.workers, "cakupan": own.shown_share, "bulan": _day(own.period)}


def _row(figure: RegionCoverage) -> dict[str, Any]:
    return {"kode": figure.region.code, "nama_penyebut": figure.base, **_short(figure)}


def _companies(facts: LetterFacts) -> dict[str, Any]:
    """None where no list of companies is there."""
    if not facts.companies:
        return {}
    return {
        "perusahaan": len(facts.companies),
        "perusahaan_bulan": _day(facts.companies_period),
        "perusahaan_terdaftar": _sum(fact.registered for fact in facts.companies),
        "perusahaan_sebenarnya": _sum(fact.actual for fact in facts.companies),
        "perusahaan_tunggakan": _sum(fact.arrears for fact in facts.companies),
    }


def _filters(facts: LetterFacts, base: str | None) -> dict[str, Any]:
    return {
        "wilayah": facts.region.code,
        "penerima": facts.addressee.key if facts.addressee else "",
        "bulan": _day(facts.own.period) if facts.own else None,
        "penyebut": base or (facts.own.base if facts.own else None),
        "sektor": Sector.SEMUA.value,
    }


def _sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
