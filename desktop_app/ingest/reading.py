"""Reads a workbook: its tables as values of the domain, and the sheets without one with the reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop_app.domain.errors import NoTable, WrongKind
from desktop_app.domain.indonesian import month_year
from desktop_app.domain.sheets import Problem, ProblemState, SheetKind, Table, Tick, WorkbookReading
from desktop_app.ingest.bases import read_base
from desktop_app.ingest.formats import OpenedFile, open_file
from desktop_app.ingest.grid import Grid, is_empty
from desktop_app.ingest.headers import SEARCHED_ROWS, Header, find_header
from desktop_app.ingest.locations import read_locations
from desktop_app.ingest.participants import read_participants
from desktop_app.ingest.places import Places, PlaceText
from desktop_app.ingest.recaps import read_recap
from desktop_app.ingest.surroundings import Surroundings, lines_of
from desktop_app.ingest.tables import Layout, Progress, Tally
from desktop_app.ingest.targets import read_targets
from desktop_app.ingest.titles import base_name_in, document_in, says_sample, sender_in

KIND_WORDS = {
    SheetKind.PESERTA: "daftar peserta",
    SheetKind.REKAP: "rekap",
    SheetKind.PENYEBUT: "penyebut",
    SheetKind.TARGET: "target",
}
_READERS: dict[SheetKind, Callable[[Layout, Progress], Tally]] = {
    SheetKind.PESERTA: read_participants,
    SheetKind.REKAP: read_recap,
    SheetKind.PENYEBUT: read_base,
    SheetKind.TARGET: read_targets,
}
_HIDDEN = "Lembar ini tersembunyi di Excel, jadi tidak dibaca."
_EMPTY = "Lembar ini kosong."
_LOCATIONS = "Daftar kode lokasi; dipakai untuk membaca wilayah di lembar lain."
_NO_HEADER = "Tidak ada baris judul kolom yang dikenali di lembar ini."


def read_workbook(
    path: Path, places: Places, tick: Tick, *, kind: SheetKind | None = None, period: date | None = None
) -> WorkbookReading:
    """Read every visible table of a workbook.

    `kind`: only tables of this kind. `period` (a month end): the month where sheets do not say theirs, and instead of
    it where all say the same; a workbook with several months keeps them. A target has no month.

    Raises:
        MissingFile, UnreadableFile, NotAWorkbook, EmptyWorkbook, LockedWorkbook: the file as a whole.
        NoTable: no sheet holds a table.
        WrongKind: there are tables, but none of `kind`.
        Cancelled: `tick` raised it.
    """
    file = open_file(path)
    survey = _survey(file, kind)
    around = Surroundings(path.stem, tuple(survey.texts), places, survey.lookup)
    layouts = [around.layout(grid, header) for grid, header in survey.found]
    stated = {layout.period for layout in layouts if layout.period}
    total = sum(layout.grid.height for layout in layouts)
    tables: list[Table] = []
    before = 0
    for layout in layouts:
        chosen = layout.period if len(stated) > 1 and layout.period else period or layout.period
        dated = layout if layout.kind is SheetKind.TARGET else replace(layout, period=chosen)
        tally = _READERS[layout.kind](dated, Progress(tick, before, total))
        if layout.period and dated.period != layout.period:
            tally.problems.insert(0, _other_month(layout, dated.period or layout.period))
        tables.append(_table(dated, tally, around))
        before += layout.grid.height
    tick(total, total)
    return WorkbookReading(
        file=file.file, sha256=file.sha256, size=file.size, tables=tuple(tables), skipped=survey.skipped
    )


@dataclass(slots=True)
class _Survey:
    """The sheets of a workbook, told apart."""

    found: list[tuple[Grid, Header]]
    skipped: dict[str, str]
    texts: list[str]
    lookup: dict[str, PlaceText] | None = None


def _survey(file: OpenedFile, kind: SheetKind | None) -> _Survey:
    survey = _Survey([], {}, [])
    others: list[SheetKind] = []
    for grid in file.grids:
        if grid.hidden:
            survey.skipped[grid.name] = _HIDDEN
        elif locations := read_locations(grid):
            survey.lookup = {**(survey.lookup or {}), **locations}
            survey.skipped[grid.name] = _LOCATIONS
        elif header := find_header(grid, kind):
            survey.found.append((grid, header))
        elif kind and (header := find_header(grid)):
            others.append(header.kind)
            survey.skipped[grid.name] = f"Lembar ini berisi {KIND_WORDS[header.kind]}, bukan {KIND_WORDS[kind]}."
        else:
            survey.texts += lines_of(grid.head(SEARCHED_ROWS))
            survey.skipped[grid.name] = _EMPTY if all(is_empty(row) for row in grid.rows()) else _NO_HEADER
    if not survey.found and kind and others:
        raise WrongKind(file.file, KIND_WORDS[kind], _listed(others))
    if not survey.found:
        raise NoTable(file.file)
    return survey


def _listed(kinds: Sequence[SheetKind]) -> str:
    return ", ".join(dict.fromkeys(KIND_WORDS[kind] for kind in kinds))


def _other_month(layout: Layout, chosen: date) -> Problem:
    stated = month_year(layout.period or chosen)
    return Problem(
        layout.grid.name, 1, "", stated, "period_differs",
        f"Lembar ini menyebut {stated}, tetapi dicatat sebagai {month_year(chosen)} sesuai pilihan Anda.",
        "Pastikan bulan data yang Anda pilih benar.", ProblemState.NOTE,
    )  # fmt: skip


def _table(layout: Layout, tally: Tally, around: Surroundings) -> Table:
    header_rows = tuple(row + 1 for row in layout.header.rows)
    base = base_name_in(layout.titles)
    return Table(
        sheet=layout.grid.name, kind=layout.kind, header_rows=header_rows, first_row=layout.header.first_row + 1,
        last_row=max(tally.last_row, layout.header.first_row + 1), columns=layout.mapping.columns,
        period=layout.period, titles=layout.titles, sender=sender_in(layout.lines) or around.sender,
        sample=around.sample or says_sample((*layout.titles, layout.grid.name)),
        base_name=base or (layout.grid.name if layout.kind is SheetKind.PENYEBUT else ""),
        document=document_in(layout.lines), rows=tuple(tally.rows), problems=tuple(tally.problems),
        data_rows=tally.data_rows, parked=tally.parked, refused=tally.refused, not_data=tally.not_data,
    )  # fmt: skip
