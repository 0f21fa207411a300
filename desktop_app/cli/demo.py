"""The whole job without a window: samples in, figures, pictures, letter and summary out."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop_app.cli.answers import coverage_lines, coverage_object, report_lines
from desktop_app.domain.indonesian import number, percent
from desktop_app.domain.segments import Sector
from desktop_app.operations.coverage import CoverageQuery, coverage
from desktop_app.operations.demo import fill_demo, sample_sheets
from desktop_app.operations.draw_charts import Draw, draw_bars, draw_map, draw_trend
from desktop_app.operations.letters.draft import one_of_each_kind
from desktop_app.operations.letters.write import make_letters
from desktop_app.operations.machine_report import import_summary
from desktop_app.operations.workspace import Workspace, open_workspace
from desktop_app.operations.write_summary import SummaryRequest, make_summary

PROVINCE = "51"
_SHOWN = (
    (date(2023, 12, 31), "BPS bekerja Agustus 2022", Sector.SEMUA),
    (date(2023, 12, 31), "BPS bekerja Agustus 2022", Sector.FORMAL),
    (date(2023, 12, 31), "BPS bekerja Agustus 2022", Sector.INFORMAL),
    (date(2025, 3, 31), "UCJ 2025", Sector.SEMUA),
)


def run_demo(folder: Path, draw: Draw) -> tuple[dict[str, object], list[str]]:
    """Do the main job on the samples and write its results into `folder`; what was made, for machines and people."""
    workspace = open_workspace(folder / "ruang-kerja")
    try:
        reports = fill_demo(workspace)
        lines = [line for report in reports for line in report_lines(report)]
        known = sorted({path.name for path in sample_sheets()} - {report.file for report in reports})
        lines += [f"{name}: sudah pernah diimpor, tidak ada yang berubah" for name in known]
        figures: list[dict[str, object]] = []
        lines += ["", "Angka utama Provinsi Bali, dihitung dari lembar contoh:"]
        for period, base, sector in _SHOWN:
            answer = coverage(workspace, CoverageQuery(region=PROVINCE, period=period, base=base, sector=sector))
            whole = answer.table.whole
            figures.append(coverage_object(answer))
            if whole.share is not None and whole.active is not None and whole.workers is not None:
                lines.append(
                    f"  {period:%d-%m-%Y} {sector:<8} {number(whole.active)} dari {number(whole.workers)}"
                    f" = {percent(whole.share)} ({base})"
                )
        newest = coverage(workspace, CoverageQuery(region=PROVINCE))
        lines += ["", *coverage_lines(newest), ""]
        made = [
            draw_bars(newest, draw, folder / "grafik-cakupan.png"),
            draw_trend(newest, draw, folder / "grafik-perkembangan.png"),
            draw_map(newest, draw, folder / "peta-cakupan.png"),
            draw_map(newest, draw, folder / "peta-cakupan.svg"),
            *_letters(workspace, folder),
            make_summary(workspace, SummaryRequest(target=folder / "ringkasan-bali.xlsx")),
        ]
        lines += [f"Dibuat: {path}" for path in made]
        return {
            "imports": [import_summary(report) for report in reports],
            "already": known,
            "figures": figures,
            "made": [str(path) for path in made],
        }, lines
    finally:
        workspace.close()


def _letters(workspace: Workspace, folder: Path) -> list[Path]:
    """A letter of every kind, on the first subject that has it."""
    return [
        make_letters(workspace, replace(request, target=folder / "surat" / f"{kind}.docx")).path
        for kind, request in one_of_each_kind().items()
    ]
