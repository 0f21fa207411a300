"""Reads tables of people, some thousand rows at a time, column by column: one row is a person, or a person and one programme.

A row whose NIK is sound takes the quick way; every other row is looked at for itself.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import compress

import numpy as np

from desktop_app.domain.people import BIT, Keeper
from desktop_app.domain.segments import Benefit
from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.cells.date_styles import date_style
from desktop_app.ingest.cells.dates import split_birth
from desktop_app.ingest.cells.identifiers import KPJ_DIGITS, plain_number, read_kpj
from desktop_app.ingest.cells.nik_cells import BLANK
from desktop_app.ingest.cells.nik_columns import Integers, NikColumn, hint_columns, read_niks
from desktop_app.ingest.cells.numbers import NOTHING
from desktop_app.ingest.finding.group_rows import GroupRows
from desktop_app.ingest.grid import Cell, Row, at, text_of
from desktop_app.ingest.mapping.fields import BENEFIT_FIELDS
from desktop_app.ingest.people.cell_words import Cache, CellWords
from desktop_app.ingest.people.fill_down import FillDown
from desktop_app.ingest.people.odd_rows import OddRow, OddRows, joined
from desktop_app.ingest.people.people_places import PeoplePlaces
from desktop_app.ingest.tables import Layout, Progress, Tally

AT_ONCE = 8_000
_SAMPLE = 2_000
"""Rows by which a column decides how it writes its dates."""

_NAMES = ("name", "name1", "name2", "name3")
_OWN = {"no", "nik", "no_kk", "kpj", *_NAMES}
"""Fields that never stand for the row above."""

_GROUPED = {"npp", "company", "segment"}
"""Fields that a heading between the rows may give."""

_IMPOSSIBLE = "Periksa tanggal pada KTP, lalu perbaiki di lembar."
_NO_SEGMENT = "Tulis segmen (PU, BPU, atau Jakon) di judul lembar bila bukan PU."
_NO_CODES = "Minta berkas lengkap dengan lembar Lokasi Pekerjaan."


def read_people(layout: Layout, progress: Progress, keeper: Keeper, table: int) -> Tally:
    """Every row of the table as a person, a problem, or no data. People go to `keeper`, as do their problems."""
    tally = Tally(layout.grid.name)
    reader = _Reader(layout, tally, keeper, table)
    done = 0
    for places, rows in layout.batches(AT_ONCE):
        progress.tick(progress.before + done, progress.total)
        done += len(rows)
        reader.read(places, rows)
        keeper.problems(table, tally.drained())
    reader.conclude()
    keeper.problems(table, tally.drained())
    return tally


class _Reader:
    def __init__(self, layout: Layout, tally: Tally, keeper: Keeper, table: int) -> None:
        self._layout, self._tally, self._keeper, self._table = layout, tally, keeper, table
        fields = layout.mapping.at
        self._odd = OddRows(layout, tally)
        self._places = PeoplePlaces(layout, tally)
        self._words = CellWords(layout, tally)
        shared = [column for name, column in fields.items() if name not in _OWN]
        self._fill = FillDown(layout.grid.merged, layout.header.first_row, shared, layout.header.labels)
        self._names = [fields[name] for name in _NAMES if name in fields]
        self._groups = GroupRows(layout, self._names)
        self._benefits = [(BIT[Benefit(name.upper())], fields[name]) for name in BENEFIT_FIELDS if name in fields]
        sample = layout.sample(_SAMPLE)
        self._births = date_style(list(map(self._birth_cell, sample)), [layout.cell(row, "nik") for row in sample])
        self._ends = date_style([layout.cell(row, "end_date") for row in sample])
        tally.decisions = {"birth_date": self._births.words, "end_date": self._ends.words}
        self._iso: Cache[date | None, str | None] = Cache(lambda day: day.isoformat() if day else None)
        self._company = Cache(self._company_of)
        self._kpj_of = Cache(read_kpj)
        self._fund: Cache[Cell, str] = Cache(_fund_of)

    def _birth_cell(self, row: Row) -> Cell:
        """The birth date; out of “Denpasar, 31 Desember 1990” where the two share a column."""
        fields = self._layout.mapping.at
        if "birth_date" in fields or "birth" not in fields:
            return self._layout.cell(row, "birth_date")
        return split_birth(self._layout.cell(row, "birth"))[1]

    def _birth_cells(self, rows: list[Row]) -> list[Cell]:
        column = self._layout.mapping.at.get("birth_date")
        return list(map(self._birth_cell, rows) if column is None else self._cells(rows, column))

    def read(self, places: Sequence[int], rows: list[Row]) -> None:
        niks = read_niks(self._cells(rows, self._layout.mapping.at.get("nik")))
        sound = (niks.values > 0) & (np.asarray(places) >= self._layout.header.first_row)
        filled = {
            column: self._fill.cells(places[0], column, self._cells(rows, column)) for column in self._shared_columns()
        }
        numeric: Iterable[int] = niks.numeric
        if not sound.all():
            chosen = sound.tolist()
            self._read_odd(places, rows, niks, chosen)
            places, rows = list(compress(places, chosen)), list(compress(rows, chosen))
            filled = {column: list(compress(cells, chosen)) for column, cells in filled.items()}
            numeric = np.searchsorted(np.flatnonzero(sound), sorted(niks.numeric)).tolist()
        elif places:
            self._odd.seen_full_row(places[-1])
        if places:
            self._keep(places, rows, niks.values[sound], numeric, filled)

    def _shared_columns(self) -> list[int]:
        """Columns that are read and may be filled from above."""
        fields = self._layout.mapping.at
        names = ("segment", "status", "end_date", "npp", "company", "programme", "sex", "fund", *self._places.fields)
        return [fields[name] for name in names if name in fields]

    def _read_odd(self, places: Sequence[int], rows: list[Row], niks: NikColumn, sound: list[bool]) -> None:
        for index, fine in enumerate(sound):
            if fine:
                self._odd.seen_full_row(places[index])
            elif self._groups.read(places[index], rows[index]):
                self._tally.not_data += 1
            else:
                name = joined(rows[index], self._names)
                self._odd.read(OddRow(places[index], rows[index], niks.bad.get(index, BLANK), name))

    def _keep(
        self, places: Sequence[int], rows: list[Row], niks: Integers, numeric: Iterable[int],
        filled: dict[int, Sequence[Cell]],
    ) -> None:  # fmt: skip
        fields, tally = self._layout.mapping.at, self._tally
        blanks: list[Cell] = [""] * len(rows)
        groups = self._groups.of(places) if self._groups else []

        def cells(name: str) -> Sequence[Cell]:
            column = fields.get(name)
            own = blanks if column is None else filled.get(column) or self._cells(rows, column)
            if groups and name in _GROUPED:
                return [cell or getattr(group, name) for cell, group in zip(own, groups, strict=True)]
            return own

        warns: dict[int, list[str]] = {}
        births = self._dates(places, self._birth_cells(rows), warns)
        sexes = list(map(self._words.sex.__getitem__, cells("sex")))
        kpj = self._kpj(cells("kpj"), warns)
        regions, doubts = self._places.regions(places, [cells(name) for name in self._places.fields], groups)
        segments = self._words.segments(places, cells("segment"))
        active = self._active(places, cells("status"), cells("end_date"), warns)
        if self._births.swapped:
            for index, row in enumerate(rows):
                if self._births.exchanged(self._birth_cell(row)):
                    warns.setdefault(index, []).append("date_swapped")
        for name in ("segment", "status"):
            for index in self._words.unknown(name, cells(name)):
                warns.setdefault(index, []).append(f"{name}_unknown")
        for index in numeric:
            warns.setdefault(index, []).append("nik_numeric")
        for index, codes in hint_columns(niks, births, sexes).items():
            warns.setdefault(index, []).extend(codes)
        for index, code in doubts.items():
            warns.setdefault(index, []).append(code)
        self._warn_hidden(places, warns)
        said: list[str] = [""] * len(rows)
        for index, codes_of in warns.items():
            said[index] = " ".join(codes_of)
        self._keeper.people(
            self._table,
            zip(
                [place + 1 for place in places], niks.tolist(), self._texts(rows), kpj,
                map(self._iso.__getitem__, births), sexes, segments, regions, self._benefits_of(rows, cells("programme")),
                self._companies(cells("npp"), cells("company")), active, said,
                map(self._fund.__getitem__, cells("fund")), strict=True,
            ),
        )  # fmt: skip
        tally.data_rows += len(rows)
        tally.last_row = places[-1] + 1

    def _cells(self, rows: list[Row], column: int | None) -> Sequence[Cell]:
        if column is None:
            return [""] * len(rows)
        try:
            return [row[column] for row in rows]
        except IndexError:
            return [at(row, column) for row in rows]

    def _texts(self, rows: list[Row]) -> list[str]:
        """Names: nearly all are one plain text."""
        if len(self._names) != 1:
            return [joined(row, self._names) for row in rows]
        return [
            " ".join(cell.split()) if type(cell) is str and cell.isprintable() else text_of(cell)
            for cell in self._cells(rows, self._names[0])
        ]

    def _kpj(self, cells: Sequence[Cell], warns: dict[int, list[str]]) -> list[str]:
        """Eleven digits are a KPJ as they stand; any other cell is looked at for itself."""
        found = [
            cell if type(cell) is str and len(cell) == KPJ_DIGITS and cell.isdigit() and cell.isascii() else ""
            for cell in cells
        ]
        for index, cell in enumerate(cells) if "" in found else ():
            if not found[index] and cell != "":
                found[index], doubt = self._kpj_of[cell]
                if doubt:
                    warns.setdefault(index, []).append(doubt)
        return found

    def _dates(self, places: Sequence[int], cells: list[Cell], warns: dict[int, list[str]]) -> list[date | None]:
        """Birth dates; 00-00-0000 is none, and said to be none."""
        days, bad = self._births.parse_column(cells)
        if None in days:
            zeros = {
                index: cell for index, (day, cell) in enumerate(zip(days, cells, strict=True))
                if day is None and type(cell) is str and "0" in cell
            }  # fmt: skip
            bad = {**zeros, **bad}
        self._note_dates(places, bad, "birth_date", warns)
        return days

    def _note_dates(
        self, places: Sequence[int], bad: dict[int, str], name: str, warns: dict[int, list[str]]
    ) -> None:  # fmt: skip
        for index, value in bad.items():
            warns.setdefault(index, []).append("date_impossible")
            number = places[index] + 1
            field = name if name in self._layout.mapping.at else "birth"
            self._tally.note(
                number, self._layout.mapping.header(field), value, "date_impossible",
                f"Tanggal “{value}” tidak mungkin; dikosongkan.", _IMPOSSIBLE, self._layout.address(number, field),
            )  # fmt: skip

    def _benefits_of(self, rows: list[Row], programmes: Sequence[Cell]) -> list[int]:
        bits = list(map(self._words.programme.__getitem__, programmes))
        for bit, column in self._benefits:
            yes = map(self._words.yes.__getitem__, self._cells(rows, column))
            bits = [old | bit if said else old for old, said in zip(bits, yes, strict=True)]
        return bits

    def _companies(self, npps: Sequence[Cell], names: Sequence[Cell]) -> list[int]:
        return list(map(self._company.__getitem__, zip(npps, names, strict=True)))

    def _company_of(self, words: tuple[Cell, Cell]) -> int:
        npp, name = plain_number(words[0]), text_of(words[1])
        return self._keeper.company(npp, name) if npp or name else 0

    def _active(
        self, places: Sequence[int], states: Sequence[Cell], ends: Sequence[Cell], warns: dict[int, list[str]]
    ) -> list[int]:
        """By the status; else inactive where an end date is filled that has come by the month of the sheet."""
        if self._layout.kind is SheetKind.NONAKTIF:
            return [0] * len(places)
        if "status" not in self._layout.mapping.at and "end_date" not in self._layout.mapping.at:
            return [1] * len(places)
        said = self._words.states(places, states)
        ended = self._ended(places, ends, warns)
        return [int(state if state is not None else not end) for state, end in zip(said, ended, strict=True)]

    def _ended(self, places: Sequence[int], cells: Sequence[Cell], warns: dict[int, list[str]]) -> list[bool]:
        """An end that cannot be read is an end all the same; 31-12-9999 and “-” are none."""
        days, bad = self._ends.parse_column(list(cells))
        self._note_dates(places, bad, "end_date", warns)
        period = self._layout.period
        return [
            index in bad or (day is not None and (period is None or day <= period)) for index, day in enumerate(days)
        ]

    def _warn_hidden(self, places: Sequence[int], warns: dict[int, list[str]]) -> None:
        for index, place in enumerate(places) if (hidden := self._layout.grid.hidden_rows) else ():
            if place in hidden:
                warns.setdefault(index, []).append("hidden_row")

    def conclude(self) -> None:
        """What is said once for the whole table."""
        self._odd.conclude()
        header, mapping = (self._layout.header.rows or (0,))[0] + 1, self._layout.mapping
        if self._words.assumed and self._tally.data_rows:
            self._tally.note(
                header, "Segmen", "", "segment_assumed", "Segmen tidak tertulis; orang tanpa segmen dicatat sebagai PU.",
                _NO_SEGMENT,
            )  # fmt: skip
        if self._places.lost_codes:
            self._tally.note(
                header, mapping.header("lokasi"), "", "location_list_missing",
                "Daftar kode lokasi tidak ada di berkas ini; wilayah orang-orang ini belum diketahui.", _NO_CODES,
            )  # fmt: skip


def _fund_of(cell: Cell) -> str:
    """Who pays, as written; “-” and its like say nothing."""
    text = text_of(cell)
    return "" if text.casefold() in NOTHING else text
