"""What is late: who has not reported the months of a span that are due."""

from datetime import date

from desktop_app.analysis.compliance.said import Said, listed
from desktop_app.analysis.compliance.values import Span
from desktop_app.analysis.reporting import due
from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.regions import Region
from desktop_app.domain.reporting import Reporting, ReportingState

_CAME = (ReportingState.LENGKAP, ReportingState.TERLAMBAT)

_NAMED_LATE = 5


def late_said(reporting: Reporting | None, span: Span, today: date) -> Said:
    """Who owes months of the span that were due before today."""
    due_months = [
        month for month in (reporting.months if reporting else ())
        if span.first <= month <= span.last and due(month) < today
    ]  # fmt: skip
    if reporting is None or not due_months:
        return Said(why=f"Keterlambatan belum dapat disebut: laporan {span.title} belum jatuh tempo.")
    owed = {region: [m for m in months if m in due_months] for region, months in owed_months(reporting, today).items()}
    owing = sorted(((r, len(months)) for r, months in owed.items() if months), key=lambda one: (-one[1], one[0].code))
    when = f"{span.title} (jatuh tempo {long_date(due(due_months[-1]))}, dilihat {long_date(today)})"
    if not owing:
        return Said(sentence=f"Tidak ada laporan {when} yang terlambat dari {number(len(reporting.rows))} wilayah.")
    named = [
        f"{region.full_name} ({number(n)} bulan)" if len(due_months) > 1 else region.full_name for region, n in owing
    ]
    words = listed(
        [*named[:_NAMED_LATE], *([f"{number(len(named) - _NAMED_LATE)} lainnya"] if len(named) > _NAMED_LATE else [])]
    )
    return Said(
        sentence=f"Belum melapor untuk {when}: {number(len(owing))} dari {number(len(reporting.rows))} wilayah, yaitu {words}."
    )


def owed_months(reporting: Reporting, today: date) -> dict[Region, tuple[date, ...]]:
    """Months that are due, of which nothing has come: of each region those since the first that any of them reported.

    Where none ever reported, nobody waits for one.
    """
    began = min((c.month for row in reporting.rows for c in row.cells if c.state in _CAME), default=date.max)
    return {
        row.region: tuple(
            cell.month for cell in row.cells
            if cell.state is ReportingState.BELUM and began <= cell.month and due(cell.month) < today
        )
        for row in reporting.rows
    }  # fmt: skip
