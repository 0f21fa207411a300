"""What stands under “Tentang laporan ini”: the rules that a summary was made by, and what was asked for."""

from desktop_app.analysis.compliance.values import Span
from desktop_app.analysis.coverage import CoverageTable
from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.regions import Region
from desktop_app.operations.compliance.asked import OLDEST
from desktop_app.operations.compliance.request import ComplianceRequest
from desktop_app.operations.compliance.sections import Sections

_COVERAGE = (
    "Cakupan = peserta aktif dibagi pekerja menurut penyebut yang disebut; orang dihitung satu kali menurut NIK. Angka yang"
    " belum ada tidak dihitung nol, dan angka bulan lain diberi tanggalnya serta tidak masuk jumlah."
)
_COMPANIES = (
    "Perusahaan dihitung per baris daftar terbaru; kategorinya yang tertulis dalam daftar, dan bila kosong menurut angka"
    " baris itu sendiri (PP 86/2013; Perpres 109/2013 pasal 6 ayat (3))."
)
_STEPS = "Surat dihitung menurut tanggal surat, atau hari pembuatannya bila belum bertanggal; surat yang terkirim juga bernomor."


def rules_of(asked: ComplianceRequest, table: CoverageTable, read: Sections) -> tuple[tuple[str, str], ...]:
    """(word, meaning) of the rules of the sections that are there."""
    rules = [("Cakupan", _COVERAGE)]
    if table.whole.definition:
        rules.append(("Pembilang", table.whole.definition))
    if read.companies:
        classes = "; ".join(one.label for one in asked.classes)
        rules += [("Perusahaan", _COMPANIES), ("Umur tunggakan", f"{classes}; kelasnya dapat diatur kantor.")]
    if read.vulnerable:
        rules.append(("Pekerja rentan", _vulnerable(asked)))
    if read.public:
        rules.append(("Non-ASN dan perangkat desa", read.public.rule))
    if read.steps:
        rules.append(("Langkah", _STEPS))
    return (*rules, ("Daftar lama", f"Daftar yang lebih dari {OLDEST} bulan sebelum akhir laporan tidak dipakai."))


def _vulnerable(asked: ComplianceRequest) -> str:
    youngest, oldest = asked.ages
    return (
        f"Daftar terbaru tiap desa, dengan kuota {number(asked.quota)} orang per desa dan umur {youngest}–{oldest}"
        " tahun pada bulan daftar. Diusulkan = diterima + menunggu atau ditolak + berulang; seseorang diterima satu kali, di"
        " daftar terbaru yang menyebutnya. “Sudah aktif” menurut daftar peserta terbaru."
    )


def filters_of(
    asked: ComplianceRequest, table: CoverageTable, region: Region, span: Span
) -> tuple[tuple[str, str], ...]:
    """Label and value of what was asked for."""
    target = table.whole.target
    return (
        ("Wilayah", f"{region.full_name} ({region.code})"),
        ("Waktu laporan", f"{span.title} ({long_date(span.first)}–{long_date(span.last)})"),
        ("Bulan angka cakupan", long_date(table.period)),
        ("Penyebut", f"{table.base.name} ({table.base.document})" if table.base.document else table.base.name),
        ("Sektor", asked.sector.value),
        ("Target", f"{target.document}, tahun {target.year}" if target else "belum ada"),
    )
