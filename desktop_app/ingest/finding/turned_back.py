"""What was read from a turned recap, said in the rows and cells of the sheet itself."""

import re
from dataclasses import replace

from desktop_app.domain.sheets import (
    BaseValue,
    Problem,
    ProblemState,
    RecapFigure,
    RegionValues,
    SheetRow,
    Table,
    TargetValue,
)
from desktop_app.ingest.finding.areas import Turned
from desktop_app.ingest.grid import Grid, is_empty
from desktop_app.ingest.tables import Tally, column_of

_ADDRESS = re.compile(r"([A-Z]+)(\d+)")


def turned_back(tally: Tally, turned: Turned, sheet: Grid) -> Tally:
    """The same tally: a row with data is now an indicator of the sheet, all its regions in one row."""
    tally.rows = [_row(row, turned) for row in tally.rows]
    tally.region_values = [RegionValues(_first(turned), each.region, each.values) for each in tally.region_values]
    tally.problems = [_problem(problem, turned) for problem in tally.problems]
    filled = [place for place, row in enumerate(sheet.rows()) if place in turned.span and not is_empty(row)]
    indicators = set(turned.rows[1:]).intersection(filled)
    tally.data_rows, tally.parked, tally.refused = len(indicators), 0, 0
    tally.not_data = len(filled) - len(indicators)
    tally.last_row = max(turned.rows) + 1
    return tally


def in_sheet(table: Table, turned: Turned) -> Table:
    """Its header and rows where the sheet has them; a column of the turned table is a row there, named by its number."""
    columns = tuple(
        replace(column, letter=str(turned.row_of(place))) if (place := column_of(column.letter)) < len(turned.rows) else column
        for column in table.columns
    )  # fmt: skip
    return replace(
        table,
        columns=columns,
        header_rows=(turned.rows[0] + 1,),
        first_row=_first(turned),
        last_row=max(turned.rows) + 1,
    )


def _row(row: SheetRow, turned: Turned) -> SheetRow:
    if isinstance(row, RecapFigure):
        address = _true(row.cell, turned)
        number = int("".join(filter(str.isdigit, address)) or _first(turned))
        return replace(row, row=number, cell=address)
    if isinstance(row, BaseValue | TargetValue):
        return replace(row, row=_first(turned))
    return row


def _first(turned: Turned) -> int:
    """The row of the first indicator."""
    return turned.row_of(min(1, len(turned.rows) - 1))


def _true(address: str, turned: Turned) -> str:
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return address
    row, column = int(found[2]) - 1, column_of(found[1])
    return turned.cell_of(row, column) if row < len(turned.columns) and column < len(turned.rows) else ""


def _problem(problem: Problem, turned: Turned) -> Problem:
    """A region that stays open is a remark here: its figures stand in rows that other regions share."""
    address = _true(problem.cell, turned)
    number = int("".join(filter(str.isdigit, address)) or _first(turned))
    return replace(problem, row=number, cell=address, state=ProblemState.NOTE)
