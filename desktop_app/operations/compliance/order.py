"""What a report is ordered with: which one, of what, for whom, as which files."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from desktop_app.analysis.compliance.spans import SpanKind as SpanKind


class ReportKind(StrEnum):
    """The value is the word of the terminal."""

    RINGKASAN = "ringkasan"
    PAKET = "paket"
    KARTU_SKOR = "kartu-skor"
    NON_ASN = "non-asn"
    PARITRANA = "paritrana"
    BELUM_DESA = "belum-desa"
    BELUM_PERUSAHAAN = "belum-perusahaan"


TITLES = {
    ReportKind.RINGKASAN: "Ringkasan kepatuhan dan cakupan",
    ReportKind.PAKET: "Paket bulanan",
    ReportKind.KARTU_SKOR: "Kartu skor desa",
    ReportKind.NON_ASN: "Laporan non-ASN triwulanan",
    ReportKind.PARITRANA: "Berkas Paritrana",
    ReportKind.BELUM_DESA: "Siapa belum, per desa",
    ReportKind.BELUM_PERUSAHAAN: "Siapa belum, per perusahaan",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOrder:
    """`region`: code or name, the office's own when empty (of a scorecard: a kecamatan, or a regency for all of its).

    `day` lies in the month, quarter or year that is meant; None: the newest. `span` is that of a summary. `suffixes`:
    “.xlsx”, “.pdf” or both. `leaves_office`: counts of few people are covered. `open_for` and `purpose`: the village
    that gets its own list with whole NIK, and what for. `target`: the file (or folder of a package) to write.
    """

    kind: ReportKind
    region: str = ""
    day: date | None = None
    span: SpanKind = SpanKind.BULAN
    base: str | None = None
    target_document: str | None = None
    suffixes: tuple[str, ...] = (".xlsx",)
    leaves_office: bool = True
    open_for: str = ""
    purpose: str = ""
    target: Path | None = None
