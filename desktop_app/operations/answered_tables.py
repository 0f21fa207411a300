"""What is said to a sender about each table: from stored imports or from a draft, placed on the rows of the file."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from desktop_app.domain.returned import AnsweredTable
from desktop_app.domain.sheets import PEOPLE_KINDS, Problem
from desktop_app.ingest.grid import Grid, Row, at, is_blank, letter, text_of
from desktop_app.operations.drafts import Draft
from desktop_app.operations.workspace import Workspace
from desktop_app.store import imports, returned
from desktop_app.store.incoming import PERSON

_IDENTIFIERS = frozenset({"nik", "no_kk", "kpj", "npp", "nib", "npwp", "code"})
_HEADER_ROWS = 8
"""Rows above the data in which its header is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A table and what became of its rows. `columns`: letter -> (header, field); `first_row` is Excel's."""

    sheet: str
    first_row: int
    columns: Mapping[str, tuple[str, str]]
    accepted: Set[int]
    problems: tuple[Problem, ...]

    @property
    def last_row(self) -> int:
        return max([self.first_row, *self.accepted, *(problem.row for problem in self.problems)])


def judged_imports(workspace: Workspace, import_ids: Iterable[int]) -> list[Judged]:
    with workspace.sessions() as session:
        return [
            Judged(
                sheet=layout.sheet, first_row=int("".join(filter(str.isdigit, layout.place))), columns=layout.columns,
                accepted=returned.stored_rows(session, each), problems=tuple(imports.problems_of(session, each)),
            )
            for each in import_ids
            for layout in [returned.layout_of(session, each)]
        ]  # fmt: skip


def judged_draft(draft: Draft) -> list[Judged]:
    found = []
    for place, table in enumerate(draft.reading().tables):
        if table.kind in PEOPLE_KINDS:
            rows = draft.query(f"SELECT row FROM {PERSON.name} WHERE tab = ?", (place,))
            accepted = {row for (row,) in rows}
        else:
            accepted = {row.row for row in table.rows}
        columns = {column.letter: (column.header, column.field) for column in table.columns}
        found.append(
            Judged(
                sheet=table.sheet, first_row=table.first_row, columns=columns, accepted=accepted,
                problems=tuple(draft.problems(place)),
            )
        )  # fmt: skip
    return found


def answered_tables(judged: Sequence[Judged], grids: Mapping[str, Grid]) -> list[AnsweredTable]:
    """Each table with the place of its two new columns: the nearest ones at its right where nothing stands."""
    found: list[tuple[Judged, AnsweredTable]] = []
    for table in judged:
        if table.sheet in grids:
            found.append((table, _answered(table, grids[table.sheet], found)))
    return [answered for _, answered in found]


def _answered(table: Judged, grid: Grid, others: Sequence[tuple[Judged, AnsweredTable]]) -> AnsweredTable:
    header, right = _header(table, grid), max(map(_place, table.columns), default=0) + 1
    column = _free_columns(table, grid, header, right, others) if header else 0
    far = column > right + 1 and bool(table.columns)
    return AnsweredTable(
        sheet=table.sheet, header=header or (0, 0), right=right, column=column, accepted=table.accepted,
        problems=table.problems, label=f"kolom {min(table.columns, key=_place)}–{letter(right - 1)}" if far else "",
        identifiers=frozenset(_place(name) + 1 for name, (_, field) in table.columns.items() if field in _IDENTIFIERS),
    )  # fmt: skip


def _header(table: Judged, grid: Grid) -> tuple[int, int] | None:
    """First and last row of the header; None where the sheet does not show it: the table was turned to be read."""
    last = table.first_row - 1
    first = max(last - _HEADER_ROWS, 0)
    said = {_place(name): set(header.split(" / ")) for name, (header, _) in table.columns.items() if header}
    if not said:
        return last, last
    rows = islice(grid.rows(), first, last)
    own = {number for number, row in enumerate(rows, start=first + 1) if _says(row, said)}
    if not own:
        return None
    top = max(own)
    while top - 1 in own:
        top -= 1
    return top, last


def _says(row: Row, said: Mapping[int, set[str]]) -> bool:
    return any(text_of(at(row, column)) in words for column, words in said.items())


def _free_columns(
    table: Judged, grid: Grid, header: tuple[int, int], right: int, others: Iterable[tuple[Judged, AnsweredTable]]
) -> int:
    """The first of two columns (from 1) that are blank beside the table, nor taken for another one's answers."""
    first, last = max(header[0], 1), table.last_row
    taken: set[int] = set()
    for row in islice(grid.rows(), first - 1, last):
        if len(row) > right:
            taken.update(column for column in range(right, len(row)) if not is_blank(row[column]))
    for merged in grid.merged:
        if merged.top < last and merged.bottom >= first - 1:
            taken.update(range(merged.left, merged.right + 1))
    for other, answered in others:
        if other.sheet == table.sheet and answered.header[0] <= last and other.last_row >= first:
            taken.update({answered.column - 1, answered.column})
    column = right
    while {column, column + 1} & taken:
        column += 1
    return column + 1


def _place(name: str) -> int:
    """A -> 0, AA -> 26."""
    place = 0
    for character in name:
        place = place * 26 + ord(character) - ord("A") + 1
    return place - 1
