"""Who has reported: regions by months, one state each."""

from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.chart_words import labels, level_name, place_name
from desktop_app.domain.indonesian import month_year, number
from desktop_app.domain.reporting import Reporting, ReportingCell, ReportingState


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """`state` of a region in a month; `detail` are the lines of the hover card: what came, when, in which file."""

    month: date
    state: ReportingState
    detail: tuple[str, ...] = ()
    import_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One region; `cells` stand in the order of the months."""

    code: str
    label: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixChart:
    """`complete` counts, month by month, the regions whose figures are there, in time or late."""

    title: str
    source: str
    months: tuple[date, ...]
    rows: tuple[MatrixRow, ...]
    complete: tuple[int, ...]


def matrix_chart(reporting: Reporting) -> MatrixChart:
    """`reporting` as a matrix: regions in the order of their codes, months from left to right."""
    names = labels([row.region for row in reporting.rows])
    rows = tuple(
        MatrixRow(
            code=row.region.code, label=names[row.region.code],
            cells=tuple(_cell(cell) for cell in row.cells),
        )
        for row in reporting.rows
    )  # fmt: skip
    return MatrixChart(
        title=_title(reporting), source=_source(reporting), months=reporting.months, rows=rows,
        complete=tuple(reporting.complete(month) for month in reporting.months),
    )  # fmt: skip


def _cell(cell: ReportingCell) -> MatrixCell:
    detail = (cell.words,) if cell.words else ()
    return MatrixCell(month=cell.month, state=cell.state, detail=detail, import_ids=cell.import_ids)


def _title(reporting: Reporting) -> str:
    """“Pelaporan menurut kabupaten/kota di Bali, April 2024 sampai Maret 2025”."""
    parts = [row.region for row in reporting.rows]
    by_level = (
        f"menurut {level_name(parts[0])} di {place_name(reporting.region)}" if parts else reporting.region.full_name
    )
    months = reporting.months
    span = f", {month_year(months[0])} sampai {month_year(months[-1])}" if months else ""
    return f"Pelaporan {by_level}{span}"


def _source(reporting: Reporting) -> str:
    due = f"Batas: tanggal {number(reporting.due_day)} bulan berikutnya."
    if not reporting.months or not reporting.rows:
        return due
    last = reporting.months[-1]
    of_whom = f"{number(len(reporting.rows))} {level_name(reporting.rows[0].region)}"
    late = any(row.cells[-1].state is ReportingState.TERLAMBAT for row in reporting.rows)
    said = f"{due} {month_year(last)}: {number(reporting.complete(last))} dari {of_whom} sudah lengkap"
    return f"{said}, termasuk yang terlambat." if late else f"{said}."
