"""Figures for letters and summaries: Bali's and Gianyar's published ones; most of the others are invented for these tests."""

from datetime import date, datetime

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.analysis.findings import Finding
from desktop_app.analysis.trend import Trend, TrendPoint, TrendSeries
from desktop_app.domain.facts import ImportRecord, Origin, RecapFact, Target, WorkerBase
from desktop_app.domain.office import Office, Signatory
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.segments import Measure, Sector
from desktop_app.domain.sheets import Counts, SheetKind

BALI = Region("51", "Bali", Level.PROVINSI)
GIANYAR = Region("51.04", "Kabupaten Gianyar", Level.KABUPATEN)
DENPASAR = Region("51.71", "Kota Denpasar", Level.KOTA)
SEPTEMBER = date(2025, 9, 30)
OFFICE = Office(
    region="51.04", agency="Dinas Tenaga Kerja", seat="Gianyar", address="Jalan Contoh Nomor 1, Gianyar",
    branch="Kantor Cabang Bali Gianyar", clerk="Ni Made Contoh",
    head=Signatory(title="Bupati Gianyar", name="I Made Contoh"),
    chief=Signatory(title="Kepala Dinas Tenaga Kerja", name="Ni Luh Contoh, S.Sos.", rank="Pembina Tingkat I"),
)  # fmt: skip
"""Invented people."""

SEKDA = Target(
    region="51", sector=Sector.SEMUA, year=2025, share=0.6769, document="Sekda Provinsi Bali, 4 Juni 2025", note=""
)
WORKERS = {
    "51": 1_837_899, "51.01": 109_417, "51.02": 210_500, "51.03": 245_911, "51.04": 198_628, "51.05": 92_000,
    "51.06": 99_700, "51.07": 178_400, "51.08": 301_200, "51.71": 322_900,
}  # fmt: skip
NAMES = {
    "51.01": "Kabupaten Jembrana", "51.02": "Kabupaten Tabanan", "51.03": "Kabupaten Badung",
    "51.04": "Kabupaten Gianyar", "51.05": "Kabupaten Klungkung", "51.06": "Kabupaten Bangli",
    "51.07": "Kabupaten Karangasem", "51.08": "Kabupaten Buleleng", "51.71": "Kota Denpasar",
}  # fmt: skip
UCJ = WorkerBase(
    name="UCJ 2025",
    document="Paparan UCJ Provinsi Bali 2025",
    as_of=date(2025, 1, 31),
    workers={(code, Sector.SEMUA): workers for code, workers in WORKERS.items()},
    notes={},
)


def region(code: str) -> Region:
    return Region(code, NAMES[code], Level.KOTA if code == "51.71" else Level.KABUPATEN)


def fact(code: str, people: int | None, share: float | None = None, period: date = SEPTEMBER) -> RecapFact:
    origin = Origin(
        import_id=3, file="Rekap 2025.xlsx", sheet="Rekap", cell="D7", sender="Kanwil BPJS Ketenagakerjaan Banuspa",
        imported_at=datetime(2025, 11, 3, 7, 58), imported_by="ni.made",
    )  # fmt: skip
    return RecapFact(
        region=code, measure=Measure.TOTAL, period=period, people=people, workers=WORKERS[code], share=share,
        base_name="UCJ 2025", note="", origin=origin,
    )  # fmt: skip


def figure(code: str, active: int, period: date = SEPTEMBER) -> RegionCoverage:
    """A counted figure against the province's target; older than September it is stale."""
    return RegionCoverage(
        region=BALI if code == "51" else region(code), base="UCJ 2025", workers=WORKERS[code], active=active,
        period=period, stale=period < SEPTEMBER, target=SEKDA, target_is_province=code != "51",
        fact=fact(code, active, period=period),
    )  # fmt: skip


def missing(code: str) -> RegionCoverage:
    return RegionCoverage(
        region=region(code), base="UCJ 2025", workers=WORKERS[code], target=SEKDA, target_is_province=True
    )


def reported(code: str, share: float) -> RegionCoverage:
    return RegionCoverage(
        region=region(code), base="UCJ 2025", workers=WORKERS[code], reported=share, period=SEPTEMBER,
        target=SEKDA, target_is_province=True, fact=fact(code, None, share),
    )  # fmt: skip


FINDINGS = (
    Finding(
        "pecahan", "51", date(2025, 3, 31),
        "935.079 dari 1.873.899 tercetak 50,88 %, padahal hasilnya 49,90 %; dengan 1.837.899 hasilnya 50,88 %.",
        "Rekap 2025.xlsx, lembar Rekap, sel E7",
    ),
    Finding(
        "tanpa-pembilang", "51.03", SEPTEMBER, "58,68 % dilaporkan tanpa pembilang, sehingga tidak masuk jumlah.",
        "Rekap 2025.xlsx, lembar Rekap, sel F9",
    ),
)  # fmt: skip


def _point(day: date, people: int, workers: int) -> TrendPoint:
    return TrendPoint(
        period=day, share=people / workers, people=people, workers=workers, reported=False, source="Rekap 2025.xlsx"
    )


TREND = Trend(
    region=BALI,
    sector=Sector.SEMUA,
    series=(
        TrendSeries(
            base="BPS bekerja Agustus 2022",
            points=(_point(date(2023, 6, 30), 980_000, 2_607_070), _point(date(2023, 12, 31), 1_027_446, 2_607_070)),
        ),
        TrendSeries(
            base="UCJ 2025",
            points=(
                _point(date(2025, 3, 31), 935_079, 1_837_899),
                TrendPoint(
                    period=date(2025, 6, 30), share=0.5233, people=None, workers=None, reported=True, source="Siaran"
                ),
                _point(SEPTEMBER, 961_790, 1_837_899),
            ),
        ),
    ),
    targets=(SEKDA,),
)
IMPORT = ImportRecord(
    id=3, file="Rekap 2025.xlsx", sha256="9f2c41d07ab3" + "0" * 52, sheet="Rekap", kind=SheetKind.REKAP,
    period=SEPTEMBER, sender="Kanwil BPJS Ketenagakerjaan Banuspa", complete=True, sample=False,
    counts=Counts(new=12, not_data=6), imported_at=datetime(2025, 11, 3, 7, 58), imported_by="ni.made",
    state="tersimpan",
)  # fmt: skip


def some_villages() -> list[tuple[Region, Region]]:
    """Three villages and one kelurahan in two kecamatan of Gianyar."""
    sukawati = Region("51.04.01", "Sukawati", Level.KECAMATAN)
    town = Region("51.04.03", "Gianyar", Level.KECAMATAN)
    return [
        (sukawati, Region("51.04.01.2001", "Batubulan", Level.DESA)),
        (sukawati, Region("51.04.01.2002", "Ketewel", Level.DESA)),
        (town, Region("51.04.03.1001", "Abianbase", Level.KELURAHAN)),
        (town, Region("51.04.03.2002", "Petak", Level.DESA)),
    ]


def bali_table() -> CoverageTable:
    """Bali in September 2025: six regencies with figures of that month, one older, one reported, one without data."""
    rows = (
        figure("51.01", 70_017), figure("51.02", 98_200), reported("51.03", 0.5868), figure("51.04", 130_300),
        figure("51.05", 31_627, date(2024, 12, 31)), figure("51.06", 35_413), missing("51.07"),
        figure("51.08", 121_900), figure("51.71", 240_500),
    )  # fmt: skip
    return CoverageTable(period=SEPTEMBER, base=UCJ, sector=Sector.SEMUA, whole=figure("51", 961_790), rows=rows)
