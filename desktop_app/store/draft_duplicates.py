"""The same NIK in several rows of a workbook, marked while the draft is written."""

import sqlite3
from collections.abc import Sequence
from itertools import groupby

from desktop_app.domain.duplicates import duplicate_codes
from desktop_app.domain.people import PersonTuple
from desktop_app.store.incoming import PERSON, REPEAT


def mark_duplicates(connection: sqlite3.Connection, months: Sequence[object]) -> None:
    """Write the codes of `domain.duplicates` into the rows whose NIK stands in the same month again.

    `months`: the month of each table.
    """
    twice = f"SELECT nik FROM {REPEAT.name}"
    rows = connection.execute(f"SELECT rowid, * FROM {PERSON.name} WHERE nik IN ({twice}) ORDER BY nik, tab, row")
    marks = []
    for _, same in groupby(rows, key=lambda row: row[3]):
        for _, together in groupby(sorted(same, key=lambda row: _order(months[row[1]])), lambda row: months[row[1]]):
            found = [(row[0], row[1], PersonTuple._make(row[2:])) for row in together]
            if len(found) > 1:
                codes = " ".join(duplicate_codes([(tab, person) for _, tab, person in found]))
                marks += [(f"{person.warn} {codes}".strip(), rowid) for rowid, _, person in found]
    connection.executemany(f"UPDATE {PERSON.name} SET warn = ? WHERE rowid = ?", marks)


def _order(month: object) -> str:
    return str(month)
