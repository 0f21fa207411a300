"""Coverage as sections: every region against its target, and coverage over time, each base by itself."""

from collections.abc import Iterator

from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.analysis.trend import Trend, TrendPoint, TrendSeries
from desktop_app.documents.reports.tables import NO, NO_DATA, YES, Column, Guard, Kind, Row, Section, Table, Total
from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import long_date, number, short_date
from desktop_app.domain.segments import Sector

COLUMNS = (
    Column(title="Wilayah", kind=Kind.NAME, width=25),
    Column(title="Peserta aktif (orang)", kind=Kind.WHOLE, width=13, total=Total.SUM),
    Column(title="Penyebut (pekerja)", kind=Kind.WHOLE, width=13, total=Total.SUM),
    Column(title="Cakupan", kind=Kind.SHARE, width=14, total=Total.QUOTIENT, of=(1, 2)),
    Column(title="Target", kind=Kind.SHARE, width=11, missing="belum ada target"),
    Column(title="Selisih (poin)", kind=Kind.POINTS, width=10, missing="–"),
    Column(title="Kurang (orang)", kind=Kind.WHOLE, width=12, missing="–"),
    Column(title="Bulan data", kind=Kind.DAY, width=14, missing="–"),
    Column(title="Masuk jumlah", width=9),
    Column(title="Sumber", kind=Kind.NOTE, width=36),
    Column(title="Keterangan", kind=Kind.NOTE, width=38),
)
TREND_COLUMNS = (
    Column(title="Bulan data", kind=Kind.DAY, width=22),
    Column(title="Peserta aktif (orang)", kind=Kind.WHOLE, width=16, missing="tidak diketahui"),
    Column(title="Penyebut (pekerja)", kind=Kind.WHOLE, width=16, missing="tidak diketahui"),
    Column(title="Cakupan", kind=Kind.SHARE, width=12),
    Column(title="Sumber", kind=Kind.NOTE, width=48),
    Column(title="Keterangan", kind=Kind.NOTE, width=34),
)
TARGET_COLUMNS = (
    Column(title="Batas waktu", kind=Kind.DAY),
    Column(title="Tahun", kind=Kind.CODE),
    Column(title="Sektor"),
    Column(title="Target", kind=Kind.SHARE),
    Column(title="Dokumen", kind=Kind.NOTE),
    Column(title="Keterangan", kind=Kind.NOTE),
)


def coverage_section(table: CoverageTable) -> Section:
    return Section(
        sheet="Cakupan", title=f"Cakupan menurut wilayah terhadap target, {table.whole.region.full_name}",
        basis=basis_line(table), notes=(f"“{NO_DATA}” bukan nol. {sum_note(table)}",), picture="grafik",
        tables=(
            Table(
                title="", columns=COLUMNS, rows=tuple(_row(row) for row in table.rows),
                total=f"Jumlah {table.counted} dari {len(table.rows)} wilayah", summed=8, filtered=True, guards=(Guard(columns=(1,), derived=(3, 5, 6)),),
                after=(_row(table.whole, whole=True),), nothing="Wilayah ini tidak memiliki bagian.",
            ),
        ),
    )  # fmt: skip


def basis_line(table: CoverageTable) -> str:
    """Base with its own date and document, the month of the data, the sector, and who is counted, in one line."""
    sector = "" if table.sector is Sector.SEMUA else f", sektor {table.sector}"
    document = f", {table.base.document}" if table.base.document else ""
    base = f"{table.base.name} (per {long_date(table.base.as_of)}{document})"
    return f"Penyebut {base}; data {long_date(table.period)}{sector}"


def sum_note(table: CoverageTable) -> str:
    return (
        f"{table.reporting} dari {len(table.rows)} wilayah memiliki angka; yang masuk jumlah hanya wilayah dengan"
        f" pembilang dan penyebut pada {long_date(table.period)}."
    )


def source_of(row: RegionCoverage) -> str:
    """Where the figure stands: sender, file, sheet and cell; or what it was summed or counted from."""
    if row.fact is not None:
        origin = row.fact.origin
        place = f"{origin.file}, lembar {origin.sheet}, sel {origin.cell}"
        return f"{origin.sender}; {place}" if origin.sender else place
    if row.summed_children:
        return f"Jumlah dari {row.summed_children} wilayah di bawahnya"
    return "Dihitung dari lembar peserta" if row.counted else ""


def remarks(row: RegionCoverage) -> str:
    """What a reader must know beside the figure, in one line."""
    bare = row.share is None and row.reported is not None
    sample = " (data contoh)" if row.listed and row.listed.sample else ""
    parts = [
        "dilaporkan, tanpa pembilang" if bare else "",
        f"data {short_date(row.period)}" if row.stale and row.period else "",
        "target provinsi" if row.target is not None and row.target_is_province else "",
        f"terdaftar di lembar: {number(row.listed.people)} orang{sample}" if row.listed else "",
        f"+ {number(row.waiting)} menunggu" if row.waiting else "",
        row.elsewhere,
        row.note,
    ]
    return "; ".join(part for part in parts if part)


def _row(row: RegionCoverage, *, whole: bool = False) -> Row:
    summed = YES if row.share is not None and not row.stale else NO
    return (
        row.region.full_name,
        "tidak diketahui" if row.active is None and row.reported is not None else row.active,
        row.workers, row.shown_share, row.target.share if row.target else None,
        row.gap * 100 if row.gap is not None else None, missing_people(row), row.period,
        "–" if whole else summed, source_of(row), remarks(row),
    )  # fmt: skip


def missing_people(row: RegionCoverage) -> int | str | None:
    """People still missing, or that nobody is: nothing is less than none."""
    return "tercapai" if row.gap_people is not None and row.gap_people <= 0 else row.gap_people


def trend_section(trend: Trend) -> Section:
    sector = "" if trend.sector is Sector.SEMUA else f", sektor {trend.sector}"
    tables = (*(_series(series) for series in trend.series), _targets(trend.targets))
    return Section(
        sheet="Perkembangan", title=f"Perkembangan cakupan, {trend.region.full_name}{sector}",
        notes=(
            "Setiap penyebut berdiri sendiri: titik dengan penyebut berbeda tidak disambung dan tidak dibandingkan.",
        ),
        tables=tables if trend.series else (), absent="" if trend.series else "Belum ada angka menurut bulan.",
        picture="perkembangan",
    )  # fmt: skip


def _series(series: TrendSeries) -> Table:
    rows = tuple(_point(point) for point in series.points)
    return Table(
        title=f"Penyebut: {series.base}", columns=TREND_COLUMNS, rows=rows, guards=(Guard(columns=(1,), derived=(3,)),)
    )


def _point(point: TrendPoint) -> Row:
    said = "dilaporkan, tanpa pembilang" if point.reported else point.source_kind.value
    return (point.period, point.people, point.workers, point.share, point.source, said)


def _targets(targets: tuple[Target, ...]) -> Table:
    return Table(title="Target", columns=TARGET_COLUMNS, rows=tuple(_target_rows(targets)), nothing="Belum ada target.")


def _target_rows(targets: tuple[Target, ...]) -> Iterator[Row]:
    for target in targets:
        yield target.due, str(target.year), str(target.sector), target.share, target.document, target.note
