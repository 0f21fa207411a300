"""The pictures of a summary, for the report and the package alike."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.charts import Chart, bar_chart, map_chart, trend_chart
from desktop_app.analysis.compliance.values import Compliance
from desktop_app.documents.reports.outside import charted


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPicture:
    """`key` is how documents call it, `title` what it shows; `chart` None: nothing to draw, as `missing` says."""

    key: str
    title: str
    chart: Chart | None
    missing: str


def summary_pictures(found: Compliance, *, leaves_office: bool) -> Iterator[SummaryPicture]:
    """“grafik”, “perkembangan”, “peta”. Outside the office they do not show what the tables cover."""
    table = charted(found.coverage) if leaves_office else found.coverage
    drawn = map_chart(table)
    yield SummaryPicture(
        key="grafik", title="Cakupan menurut wilayah terhadap target", chart=bar_chart(table) if table.reporting else None,
        missing="Grafik wilayah tidak dibuat: belum ada wilayah bagian yang punya angka cakupan.",
    )  # fmt: skip
    yield SummaryPicture(
        key="perkembangan", title="Perkembangan cakupan menurut penyebut",
        chart=trend_chart(found.trend, base=table.base.name) if found.trend.series else None,
        missing="Grafik perkembangan tidak dibuat: belum ada angka menurut bulan.",
    )  # fmt: skip
    yield SummaryPicture(
        key="peta", title="Peta cakupan", chart=drawn if drawn.layer and table.rows else None,
        missing="Peta tidak dibuat: batas wilayahnya tidak tersedia.",
    )  # fmt: skip
