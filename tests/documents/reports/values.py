"""A compliance summary made by hand: Bali's published figures; companies, villages, employers and people are invented."""

from dataclasses import replace
from datetime import date, datetime

from desktop_app.analysis.compliance.values import (
    ArrearsClass,
    CompanyChange,
    CompanyDetail,
    CompanyRow,
    CompanySection,
    Compliance,
    Headline,
    PublicEmployer,
    PublicSection,
    SenderQuality,
    SourceFile,
    Span,
    StepRow,
    VillageFunnel,
    VulnerableSection,
)
from desktop_app.documents.reports.made import Made
from desktop_app.domain.office import Signatory
from desktop_app.domain.regions import Level, Region
from tests.documents.figures import (
    BALI,
    DENPASAR,
    FINDINGS,
    GIANYAR,
    IMPORT,
    OFFICE,
    SEKDA,
    SEPTEMBER,
    TREND,
    UCJ,
    bali_table,
)

MADE = Made(
    at=datetime(2025, 11, 24, 9, 5), by="Ni Made Contoh", version="0.1.0",
    filters=(("Wilayah", "Provinsi Bali"), ("Bulan data", "30 September 2025"), ("Segmen", "semua")),
)  # fmt: skip
SIGNING = replace(
    OFFICE,
    chief=Signatory(
        title="Kepala Dinas Tenaga Kerja", name="Ni Luh Contoh, S.Sos.", rank="Pembina Tingkat I",
        nip="197001011995032001",
    ),
)  # fmt: skip
LIST = SourceFile(
    file="Kepatuhan September.xlsx", sheet="Data", sender="BPJS Ketenagakerjaan Cabang Contoh", period=SEPTEMBER,
    import_id=7,
)  # fmt: skip
CLASSES = ("patuh", "PWBD", "PDS Program")
SUKAWATI = Region("51.04.01", "Sukawati", Level.KECAMATAN)
TOWN = Region("51.04.03", "Gianyar", Level.KECAMATAN)


def company_row(region: Region | None, counts: tuple[int, ...], **numbers: int | None) -> CompanyRow:
    return CompanyRow(
        region=region, companies=sum(counts), by_category=dict(zip(CLASSES, counts, strict=True)),
        actual=numbers.get("actual"), registered=numbers.get("registered"), arrears=numbers.get("arrears"),
    )  # fmt: skip


def detail(name: str, region: Region | None, category: str = "PWBD", months: int | None = None) -> CompanyDetail:
    return CompanyDetail(
        name=name, npp="00012345", region=region, category=category, actual=40, registered=25, arrears_months=months,
        arrears=12_500_000 if months else None, note="",
    )  # fmt: skip


def companies() -> CompanySection:
    rows = (
        company_row(GIANYAR, (12, 17, 4), actual=900, registered=640, arrears=64_000_000),
        company_row(DENPASAR, (20, 9, 2), actual=1_400, registered=1_210, arrears=None),
        company_row(None, (0, 1, 0)),
    )
    return CompanySection(
        period=SEPTEMBER, rows=rows,
        total=company_row(None, (32, 27, 6), actual=2_300, registered=1_850, arrears=64_000_000), categories=CLASSES,
        unclassed=0, arrears_unknown=2,
        arrears=(
            ArrearsClass(label="1–3 bulan", first=1, last=3, companies=5, amount=14_000_000),
            ArrearsClass(label="4–6 bulan", first=4, last=6, companies=3, amount=50_000_000),
            ArrearsClass(label="lebih dari 6 bulan", first=7, last=None, companies=0, amount=None),
        ),
        details=(
            detail("PT Contoh Sejahtera", GIANYAR, months=3), detail("UD Rekaan Jaya", DENPASAR, "PDS Program"),
            detail("CV Tanpa Tempat", None, ""),
        ),
        sources=(LIST,),
        change=CompanyChange(
            since=date(2025, 6, 30), companies=58, registered=(1_700, 1_850), told_registered=55,
            arrears=(90_000_000, 64_000_000), told_arrears=8, better=11, worse=3, written=20,
        ),
    )  # fmt: skip


def funnel(kecamatan: Region, code: str, name: str, accepted: int, *funds: tuple[str, int]) -> VillageFunnel:
    return VillageFunnel(
        kecamatan=kecamatan, village=Region(code, name, Level.DESA), listed=True, proposed=accepted + 9, waiting=6,
        repeated=3, accepted=accepted, already=min(accepted, 7), too_old=min(accepted, 5), funds=funds, period=SEPTEMBER,
    )  # fmt: skip


def villages() -> VulnerableSection:
    return VulnerableSection(
        period=SEPTEMBER, quota=100, ages=(18, 65), funds=(("APBDes", 90), ("CSR", 40)), unplaced=4, sources=(LIST,),
        villages=(
            funnel(SUKAWATI, "51.04.01.2001", "Batubulan", 110, ("APBDes", 70), ("CSR", 40)),
            funnel(SUKAWATI, "51.04.01.2002", "Ketewel", 20, ("APBDes", 20)),
            funnel(TOWN, "51.04.03.2002", "Petak", 0),
            VillageFunnel(kecamatan=TOWN, village=Region("51.04.03.1001", "Abianbase", Level.KELURAHAN), listed=False),
        ),
    )  # fmt: skip


def public() -> PublicSection:
    return PublicSection(
        period=SEPTEMBER, rule="Pemberi kerja dikenali dari namanya dalam daftar peserta.", sources=(LIST,),
        employers=(
            PublicEmployer(name="Dinas Contoh", village=False, people=120, benefits=(("JKK", 120), ("JKM", 120))),
            PublicEmployer(name="Badan Rekaan", village=False, people=3, benefits=(("JKK", 3),)),
            PublicEmployer(name="Pemerintah Desa Petak", village=True, people=14, benefits=(("JKK", 14), ("JKM", 14))),
        ),
    )  # fmt: skip


def compliance() -> Compliance:
    return Compliance(
        region=BALI, province=None, span=Span(first=date(2025, 7, 1), last=SEPTEMBER, title="Triwulan III 2025"),
        headlines=(
            Headline(
                label="Cakupan", value="52,33 %", fraction="961.790 peserta aktif dari 1.837.899 pekerja",
                source="penyebut UCJ 2025, 30 September 2025, Kanwil BPJS Ketenagakerjaan Banuspa", state="bad",
            ),
            Headline(
                label="Kurang menuju target", value="282.284 orang",
                fraction="961.790 dari 1.244.074 orang; target 67,69 % tahun 2025",
                source="Sekda Provinsi Bali, 4 Juni 2025; penyebut UCJ 2025, 30 September 2025", state="bad",
            ),
            Headline(
                label="Pekerja rentan dalam daftar", value="130 orang",
                fraction="1 dari 4 desa/kelurahan memenuhi kuota 100 orang", source="daftar sampai September 2025",
                state="bad",
            ),
        ),
        sentences=(
            "Cakupan Provinsi Bali 52,33 % pada 30 September 2025 (961.790 dari 1.837.899 pekerja, penyebut UCJ 2025).",
            "Sejak 31 Maret 2025 bertambah 26.711 orang, atau 1,45 poin.",
            "Kekurangan terbesar ada di Kabupaten Badung dan Kabupaten Buleleng; menuju target 67,69 % masih kurang 282.284 orang.",
            "Satu wilayah belum memiliki angka dan satu wilayah memakai angka bulan lain.",
            "Pekerja rentan: 130 orang di 2 dari 4 desa/kelurahan; 27 dari 65 perusahaan berkelas PWBD.",
        ),
        coverage=bali_table(), trend=TREND, findings=FINDINGS, companies=companies(),
        vulnerable=villages(), public=public(),
        steps=(StepRow(kind="Surat Imbauan Kepala Dinas", made=20, numbered=18, signed=15, sent=12, answered=4, void=1),),
        senders=(
            SenderQuality(
                sender="Kanwil BPJS Ketenagakerjaan Banuspa", imports=3, rows=36, stored=30, parked=4, refused=2,
                findings=2, late=1, newest=SEPTEMBER,
            ),
        ),
        imports=(IMPORT,), bases=(UCJ,), targets=(SEKDA,), absent={},
    )  # fmt: skip


def bare() -> Compliance:
    """An office that has coverage and nothing else."""
    said = {
        "companies": "Belum ada daftar perusahaan.", "vulnerable": "Belum ada daftar pekerja rentan.",
        "public": "Belum ada daftar peserta yang menyebut pemberi kerja pemerintah.",
        "steps": "Belum ada surat pada masa ini.", "senders": "Belum ada impor pada masa ini.",
    }  # fmt: skip
    return replace(compliance(), companies=None, vulnerable=None, public=None, steps=(), senders=(), absent=said)


def hollow() -> Compliance:
    """Sections that are there and hold nothing."""
    values = compliance()
    assert values.companies is not None
    assert values.vulnerable is not None
    assert values.public is not None
    return replace(
        values,
        headlines=(),
        sentences=(),
        companies=replace(
            values.companies, rows=(), categories=(), arrears=(), arrears_unknown=0, details=(), sources=(), change=None
        ),
        vulnerable=replace(values.vulnerable, villages=(), funds=(), sources=()),
        public=replace(values.public, employers=()),
        coverage=replace(values.coverage, rows=()),
        trend=replace(values.trend, series=(), targets=()),
        findings=(), imports=(), bases=(), targets=(),
    )  # fmt: skip
