"""Reports that leave the office: counts of few people are covered, and so are those that would give them away."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.analysis.compliance.hidden import Hidden, Shown
from desktop_app.analysis.compliance.suppression import WORDS, ShownTable, suppressed
from desktop_app.analysis.coverage import CoverageTable
from desktop_app.documents.reports.coverage_parts import coverage_section
from desktop_app.documents.reports.tables import NO, Guard, Row, Section, Table, Value

MOST_WITH_SUMS = 1_000
"""Rows whose sums are printed too: to prove that many more rows and their sums give nothing away would take long."""

WITHHELD = "Jumlah kolom yang memuat angka tertutup tidak ditampilkan."
_HIDDEN = tuple(mark.value for mark in Hidden)


def outside(sections: Sequence[Section]) -> tuple[Section, ...]:
    return tuple(replace(one, tables=tuple(guarded(table) for table in one.tables)) for one in sections)


def guarded(table: Table) -> Table:
    """The table as others may read it. What is covered is a sign instead of a number, so that nothing adds it up."""
    rows = [list(row) for row in table.rows]
    total = list(table.total_row()) if table.total and table.rows else []
    for guard in table.guards:
        _cover(rows, total, guard, table)
    if not any(value in _HIDDEN for row in (*rows, total) for value in row):
        return table
    covered = replace(
        table,
        rows=tuple(tuple(row) for row in rows),
        fixed_total=tuple(total),
        notes=(*table.notes, *_notes(total, len(rows))),
    )
    return replace(covered, after=tuple(_after(row, table) for row in table.after))


def _notes(total: Sequence[Value], rows: int) -> Iterator[str]:
    yield WORDS
    if rows > MOST_WITH_SUMS and Hidden.BESIDE.value in total:
        yield WITHHELD


def _cover(rows: list[list[Value]], total: list[Value], guard: Guard, table: Table) -> None:
    """Rows that enter the sum, then, by themselves, those that do not."""
    summed = [row for row in rows if table.summed is None or row[table.summed] != NO]
    others = [row for row in rows if table.summed is not None and row[table.summed] == NO]
    with_sums = bool(total) and len(summed) <= MOST_WITH_SUMS
    found = _cover_rows(summed, guard, column_sums=with_sums)
    for row in others:
        _cover_rows([row], guard, column_sums=False)
    if total and with_sums and found is not None:
        _cover_total(total, found, guard)
    elif total and any(row[column] in _HIDDEN for row in summed for column in _counted(guard)):
        _withhold(total, guard)


def _cover_rows(rows: list[list[Value]], guard: Guard, *, column_sums: bool) -> ShownTable | None:
    """Puts the signs into the rows; many rows without sums below them are looked at one by one."""
    if not rows:
        return None
    if not column_sums and len(rows) > 1:
        for row in rows:
            _cover_rows([row], guard, column_sums=False)
        return None
    cells = [[value if isinstance(value := row[column], int) else None for column in guard.columns] for row in rows]
    found = suppressed(cells, row_sums=guard.sum is not None, column_sums=column_sums)
    sums: Sequence[Shown] = found.rows or [None] * len(rows)
    for row, shown, row_sum in zip(rows, found.cells, sums, strict=True):
        _sign(
            row, [*zip(guard.columns, shown, strict=True), *([(guard.sum, row_sum)] if guard.sum is not None else [])]
        )
        if any(row[column] in _HIDDEN for column in _counted(guard)):
            _withhold_columns(row, guard.derived)
    return found


def _counted(guard: Guard) -> tuple[int, ...]:
    return guard.columns if guard.sum is None else (*guard.columns, guard.sum)


def _sign(row: list[Value], shown: Sequence[tuple[int, Shown]]) -> None:
    for column, value in shown:
        if isinstance(value, Hidden):
            row[column] = value.value


def _cover_total(total: list[Value], found: ShownTable, guard: Guard) -> None:
    _sign(total, list(zip(guard.columns, found.columns, strict=True)))
    if guard.sum is not None:
        _sign(total, [(guard.sum, found.total)])
    if any(total[column] in _HIDDEN for column in _counted(guard)):
        _withhold_columns(total, guard.derived)


def _withhold(total: list[Value], guard: Guard) -> None:
    _withhold_columns(total, (*_counted(guard), *guard.derived))


def _withhold_columns(row: list[Value], columns: Sequence[int]) -> None:
    for column in columns:
        if row[column] not in (None, ""):
            row[column] = Hidden.BESIDE.value


def _after(row: Row, table: Table) -> Row:
    """A row below the total stands by itself: the whole, which is not the sum of what is printed."""
    values = list(row)
    for guard in table.guards:
        _cover_rows([values], guard, column_sums=False)
    return tuple(values)


def charted(table: CoverageTable) -> CoverageTable:
    """The coverage as charts may show it outside: what the table covers is not there."""
    covered = guarded(coverage_section(table).tables[0])
    pairs = zip(table.rows, covered.rows, strict=True)
    return replace(table, rows=tuple(row for row, shown in pairs if shown[1] not in _HIDDEN))
