"""Reads a workbook: its tables as values of the domain, and the sheets without one with the reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from desktop_app.domain.errors import WrongKind
from desktop_app.domain.indonesian import month_year
from desktop_app.domain.people import Keeper
from desktop_app.domain.questions import Answers, SenderMemory, TableAnswer
from desktop_app.domain.returned import is_added
from desktop_app.domain.sheets import PEOPLE_KINDS, Problem, ProblemState, SheetKind, Table, Tick, WorkbookReading
from desktop_app.ingest.company.companies import read_companies
from desktop_app.ingest.figures.bases import read_base
from desktop_app.ingest.figures.others import read_other
from desktop_app.ingest.figures.recaps import read_recap
from desktop_app.ingest.figures.targets import read_targets
from desktop_app.ingest.finding.areas import Area
from desktop_app.ingest.finding.headers import SEARCHED_ROWS, find_tables
from desktop_app.ingest.finding.surroundings import Surroundings, lines_of, spaced
from desktop_app.ingest.finding.titles import base_name_in, document_in, says_sample, sender_in
from desktop_app.ingest.finding.turned_back import in_sheet, turned_back
from desktop_app.ingest.formats import OpenedFile, open_file
from desktop_app.ingest.grid import Grid, is_empty, letter
from desktop_app.ingest.mapping.columns import drift, fingerprint, map_columns, nearest
from desktop_app.ingest.mapping.fields import kind_by_words
from desktop_app.ingest.mapping.locations import read_locations
from desktop_app.ingest.people.collector import Collector
from desktop_app.ingest.people.ended import ended_share
from desktop_app.ingest.people.month_column import by_month
from desktop_app.ingest.people.participants import read_people
from desktop_app.ingest.regions.places import Places, PlaceText
from desktop_app.ingest.regions.region_levels import with_levels
from desktop_app.ingest.tables import Layout, Progress, Tally

KIND_WORDS = {
    SheetKind.PESERTA: "daftar peserta", SheetKind.REKAP: "rekap", SheetKind.PERUSAHAAN: "daftar perusahaan",
    SheetKind.RENTAN: "daftar pekerja rentan", SheetKind.PENYEBUT: "penyebut", SheetKind.TARGET: "target",
    SheetKind.NONAKTIF: "daftar nonaktif", SheetKind.IURAN: "rincian iuran", SheetKind.LAIN: "tabel lain",
}  # fmt: skip
_READERS: dict[SheetKind, Callable[[Layout, Progress], Tally]] = {
    SheetKind.REKAP: read_recap,
    SheetKind.PENYEBUT: read_base,
    SheetKind.TARGET: read_targets,
    SheetKind.PERUSAHAAN: read_companies,
    SheetKind.LAIN: read_other,
}
_HIDDEN = "Lembar ini tersembunyi di Excel, jadi tidak dibaca."
_EMPTY = "Lembar ini kosong."
_LOCATIONS = "Daftar kode lokasi; dipakai untuk membaca wilayah di lembar lain."
_NO_HEADER = "Tidak ada baris judul kolom yang dikenali di lembar ini."
_UNMET = "Tidak ada tabel atau lembar dengan nama ini di berkas."
_NOT_CHOSEN = "Tabel ini tidak dipilih."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """How to read; what is left open is found.

    `kind`: only tables of this kind. `period` (a month end): the month where tables do not say theirs, and instead of it
    where all say the same; a workbook with several months keeps them. `tables`: only these, by key (`sheet!A5`) or name of
    their sheet. `memory(sender)`: what earlier sheets of the sender taught.
    """

    kind: SheetKind | None = None
    period: date | None = None
    sender: str = ""
    tables: tuple[str, ...] = ()
    answers: Answers = field(default_factory=Answers)
    memory: Callable[[str], SenderMemory] = lambda sender: SenderMemory()


def read_workbook(
    path: Path, places: Places, tick: Tick, options: ReadingOptions | None = None, keeper: Keeper | None = None
) -> WorkbookReading:
    """Read every table of a workbook; people go to `keeper` in batches, or into the tables' rows without one.

    Raises:
        MissingFile, UnreadableFile, NotAWorkbook, EmptyWorkbook, LockedWorkbook: the file as a whole.
        WrongKind: there are tables, but none of the kind asked for.
        Cancelled: `tick` raised it.
    """
    collector = Collector()
    reading = _Reading(open_file(path), path.stem, places, options or ReadingOptions(), keeper or collector).read(tick)
    return reading if keeper else collector.filled(reading)


def table_key(grid: Grid, area: Area) -> str:
    """`sheet!A5`: the sheet and the first cell of a table's header, by which it is named in answers."""
    return f"{grid.name}!{letter(area.left)}{area.header.top + 1}"


@dataclass(slots=True)
class _Found:
    """A table in sight, and what was said about it."""

    grid: Grid
    area: Area
    answer: TableAnswer


class _Reading:
    def __init__(self, file: OpenedFile, stem: str, places: Places, options: ReadingOptions, keeper: Keeper) -> None:
        self._file, self._stem, self._places, self._options, self._keeper = file, stem, places, options, keeper
        self._found: list[_Found] = []
        self._skipped: dict[str, str] = {}
        self._hidden: list[str] = []
        self._texts: list[str] = []
        self._others: list[SheetKind] = []
        self._keys: set[str] = set()
        self._lookup: dict[str, PlaceText] | None = None

    def read(self, tick: Tick) -> WorkbookReading:
        self._survey()
        around = Surroundings(self._stem, tuple(self._texts), self._places, self._lookup)
        pairs = [(found, layout) for found in self._found for layout in by_month(self._layout(around, found))]
        self._found, layouts = [found for found, _ in pairs], [layout for _, layout in pairs]
        months = {layout.period for layout in layouts if layout.period}
        total = sum(layout.grid.height for layout in layouts)
        tables: list[Table] = []
        before = 0
        for place, layout in enumerate(layouts):
            dated = self._dated(layout, self._found[place].answer, several=len(months) > 1)
            table = self._read(place, dated, around, Progress(tick, before, total), layout.period)
            found = self._found[place]
            placed = in_sheet(table, found.area.turned) if found.area.turned else table
            tables.append(replace(placed, key=table_key(found.grid, found.area)))
            before += layout.grid.height
        tick(total, total)
        hidden_rows = sum(len(grid.hidden_rows) for grid in {id(f.grid): f.grid for f in self._found}.values())
        return WorkbookReading(
            file=self._file.file, sha256=self._file.sha256, size=self._file.size, tables=tuple(tables),
            skipped=self._skipped, hidden_sheets=tuple(self._hidden), hidden_rows=hidden_rows,
        )  # fmt: skip

    def _survey(self) -> None:
        """Tell the sheets apart: those with tables, lists of codes, and texts."""
        for grid in self._file.grids:
            if grid.hidden:
                self._hidden.append(grid.name)
                if not self._options.answers.with_hidden_sheets:
                    self._skipped[grid.name] = _HIDDEN
                    continue
            if locations := read_locations(grid):
                self._lookup = {**(self._lookup or {}), **locations}
                self._skipped[grid.name] = _LOCATIONS
            elif not self._add_tables(grid):
                self._add_text(grid)
        self._say_unmet()
        if not self._found and self._others and self._options.kind:
            raise WrongKind(self._file.file, KIND_WORDS[self._options.kind], _listed(self._others))

    def _say_unmet(self) -> None:
        """Tables that were asked for and are not there."""
        known = {grid.name for grid in self._file.grids} | self._keys
        for name in dict.fromkeys([*self._options.tables, *self._options.answers.tables]):
            if name not in known:
                self._skipped[name] = _UNMET

    def _add_tables(self, grid: Grid) -> bool:
        """Whether the sheet has tables at all."""
        areas = find_tables(grid)
        for area in areas:
            self._add(grid, area)
        return bool(areas)

    def _add(self, grid: Grid, area: Area) -> None:
        key = table_key(grid, area)
        self._keys.add(key)
        answer = self._options.answers.tables.get(key, TableAnswer())
        if answer.kind:
            area = replace(area, header=replace(area.header, kind=SheetKind(answer.kind)))
        kind, wanted = area.header.kind, self._options.tables
        if not answer.use or (wanted and key not in wanted and grid.name not in wanted):
            self._skipped.setdefault(grid.name, _NOT_CHOSEN)
        elif self._options.kind and kind is not self._options.kind and not answer.kind:
            self._try_kind(grid, area, answer)
        else:
            self._found.append(_Found(grid, area, answer))

    def _try_kind(self, grid: Grid, area: Area, answer: TableAnswer) -> None:
        """The clerk named a kind: a table that could be it is read as it, another one is passed over."""
        wanted = self._options.kind
        assert wanted is not None
        again = next((one for one in find_tables(grid, wanted) if one.header.rows == area.header.rows), None)
        if again is not None:
            self._found.append(_Found(grid, again, answer))
            return
        self._others.append(area.header.kind)
        self._skipped[grid.name] = f"Lembar ini berisi {KIND_WORDS[area.header.kind]}, bukan {KIND_WORDS[wanted]}."

    def _add_text(self, grid: Grid) -> None:
        self._texts += lines_of(grid.head(SEARCHED_ROWS))
        self._skipped[grid.name] = _EMPTY if all(is_empty(row) for row in grid.rows()) else _NO_HEADER

    def _layout(self, around: Surroundings, found: _Found) -> Layout:
        area = found.area
        layout = around.layout(found.grid, area)
        free = not found.answer.kind and not self._options.kind
        kind = self._kind(layout) if free else layout.kind
        header = replace(area.header, kind=kind)
        memory = self._options.memory(self._options.sender or sender_in(layout.lines) or around.sender)
        answers = self._options.answers
        answers = replace(
            answers, places={**memory.places, **answers.places}, values={**memory.values, **answers.values}
        )
        remembered = nearest(memory.columns, header)
        added = frozenset(column for column, parts in header.labels.items() if any(map(is_added, parts)))
        chosen = {**found.answer.columns, **{letter(column): "" for column in added}}
        mapping = map_columns(
            layout.grid, header, area=area, chosen=chosen, remembered=remembered,
            level_of=lambda names: self._places.field_of(names, layout.within),
        )  # fmt: skip
        return with_levels(
            replace(
                layout, header=header, mapping=mapping, answers=answers, file=spaced(self._stem), remembered=remembered
            )
        )

    def _kind(self, layout: Layout) -> SheetKind:
        """The kind by what stands around the table and, for lists of people, by how many of them have ended."""
        ended = ended_share(layout)
        # The name of a file says least: “keluar.xlsx” may hold everybody who works there.
        names = () if ended is not None and ended < 1 else (spaced(self._stem),)
        kind = kind_by_words((*layout.titles, layout.grid.name, *names), layout.kind, ended)
        counted = any(field.startswith("people_") for field in layout.mapping.at)
        return layout.kind if kind is SheetKind.PENYEBUT and layout.kind is SheetKind.REKAP and counted else kind

    def _dated(self, layout: Layout, answer: TableAnswer, *, several: bool) -> Layout:
        if layout.kind is SheetKind.TARGET:
            return layout
        chosen = layout.period if several and layout.period else self._options.period or layout.period
        return replace(layout, period=answer.period or chosen)

    def _read(self, place: int, layout: Layout, around: Surroundings, progress: Progress, stated: date | None) -> Table:
        if layout.kind in PEOPLE_KINDS:
            tally = read_people(layout, progress, self._keeper, place)
        else:
            tally, found = _READERS[layout.kind](layout, progress), self._found[place]
            if found.area.turned:
                tally = turned_back(tally, found.area.turned, found.grid)
            self._keeper.problems(place, tally.problems)
        if stated and layout.period != stated:
            self._keeper.problems(place, [_other_month(layout, stated)])
        return _table(layout, tally, around)


def _listed(kinds: Sequence[SheetKind]) -> str:
    return ", ".join(dict.fromkeys(KIND_WORDS[kind] for kind in kinds))


def _other_month(layout: Layout, stated: date) -> Problem:
    said, chosen = month_year(stated), month_year(layout.period or stated)
    return Problem(
        layout.grid.name, 1, "", said, "period_differs",
        f"Lembar ini menyebut {said}, tetapi dicatat sebagai {chosen} sesuai pilihan Anda.",
        "Pastikan bulan data yang Anda pilih benar.", ProblemState.NOTE,
    )  # fmt: skip


def _table(layout: Layout, tally: Tally, around: Surroundings) -> Table:
    header = layout.header
    base = base_name_in(layout.titles)
    new, missing = drift(layout.remembered, header) if layout.remembered else ([], [])
    return Table(
        sheet=layout.grid.name, kind=layout.kind, header_rows=tuple(row + 1 for row in header.rows),
        first_row=header.first_row + 1, last_row=max(tally.last_row, header.first_row + 1),
        columns=tuple(replace(c, decision=tally.decisions.get(c.field, c.decision)) for c in layout.mapping.columns), period=layout.period, titles=layout.titles,
        sender=sender_in(layout.lines) or around.sender,
        sample=around.sample or says_sample((*layout.titles, layout.grid.name)),
        base_name=base or (layout.grid.name if layout.kind is SheetKind.PENYEBUT else ""),
        document=document_in(layout.lines), rows=tuple(tally.rows), problems=tuple(tally.problems),
        region_values=tuple(tally.region_values), questions=tuple(tally.questions.values()),
        fingerprint=fingerprint(header), remembered=bool(layout.remembered), new_headers=tuple(new),
        missing_headers=tuple(missing), data_rows=tally.data_rows, parked=tally.parked, refused=tally.refused,
        not_data=tally.not_data,
    )  # fmt: skip
