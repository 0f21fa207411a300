"""Who has not reported: parts of a region whose months are missing although others of their kind have come."""

from datetime import date

from desktop_app.analysis.reporting import due
from desktop_app.documents.letters.facts import LateSender
from desktop_app.domain.regions import LENGTHS, depth
from desktop_app.domain.reporting import Reporting, ReportingRow, ReportingState
from desktop_app.operations.reporting import reporting
from desktop_app.operations.workspace import Workspace, now

_REGENCY, _VILLAGE = 2, 4
_CAME = (ReportingState.LENGKAP, ReportingState.TERLAMBAT)


def late_senders(workspace: Workspace, region: str) -> tuple[LateSender, ...]:
    """Parts of `region`, of every level at which anything was ever reported, with the months that they owe.

    A month is owed from the first that any part of that level in the same kabupaten/kota reported, once it is due. Where
    none of them ever reported, nobody waits for one: they are not late.
    """
    found: list[LateSender] = []
    for level in range(depth(region) + 1, _VILLAGE + 1):
        found += _late(reporting(workspace, region, level), now().date())
    return tuple(found)


def _late(table: Reporting, today: date) -> list[LateSender]:
    began: dict[str, date] = {}
    for row in table.rows:
        months = [cell.month for cell in row.cells if cell.state in _CAME]
        place = _together(row)
        began[place] = min([*months, began.get(place, date.max)])
    late = [LateSender(region=row.region, months=_owed(row, began[_together(row)], today)) for row in table.rows]
    return [one for one in late if one.months]


def _together(row: ReportingRow) -> str:
    """The region whose parts send alike: the kabupaten/kota of a kecamatan or village, else the province."""
    code = row.region.code
    return code[: LENGTHS[1]] if depth(code) > _REGENCY else code[: LENGTHS[0]]


def _owed(row: ReportingRow, began: date, today: date) -> tuple[date, ...]:
    return tuple(
        cell.month
        for cell in row.cells
        if cell.state is ReportingState.BELUM and began <= cell.month and due(cell.month) < today
    )
