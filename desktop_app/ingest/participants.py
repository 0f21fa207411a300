"""Reads lists of people: one row is a person, or a person and one programme."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, lru_cache

from desktop_app.domain.segments import Benefit, Segment
from desktop_app.domain.sheets import Participant, Problem, ProblemState
from desktop_app.ingest.fields import BENEFIT_FIELDS
from desktop_app.ingest.grid import Cell, Row, at, is_blank, text_of
from desktop_app.ingest.nik_cells import BadNik, plain_number, read_nik
from desktop_app.ingest.tables import Layout, PlaceReader, Progress, Tally, before_data, is_note, is_total
from desktop_app.ingest.values import is_yes, month_comes_first, parse_date, parse_segment, parse_sex, says_inactive

_NAMES = ("name", "name1", "name2", "name3")
_FULL_ROW = 3
"""Filled cells of a row that is certainly no signature or remark below the table."""


def read_participants(layout: Layout, progress: Progress) -> Tally:
    """Every row of the table as a participant, a problem, or no data."""
    tally = Tally(layout.grid.name)
    reader = _Reader(layout, tally)
    for place, row in layout.rows(progress):
        before = before_data(place, row, layout)
        if before is None:
            continue
        if before or reader.is_no_person(place, row):
            tally.not_data += 1
        else:
            reader.read(place, row)
    reader.conclude()
    return tally


def _last_full_row(layout: Layout) -> int:
    """Place of the last row with enough in it to be a person; below it stand signatures and remarks."""
    wanted = [place for name, place in layout.mapping.at.items() if name not in ("no", "note")]
    last = layout.header.first_row
    for place, row in enumerate(layout.grid.rows()):
        if sum(not is_blank(at(row, column)) for column in wanted) >= min(_FULL_ROW, len(wanted)) and not is_total(row):
            last = place
    return last


class _Reader:
    @cached_property
    def _last_full_row(self) -> int:
        return _last_full_row(self._layout)

    def __init__(self, layout: Layout, tally: Tally) -> None:
        self._layout, self._tally = layout, tally
        self._place_reader = PlaceReader(layout)
        self._dates = {name: _date_parser(layout.column(name)) for name in ("birth_date", "end_date")}
        self._benefits = [
            (Benefit(name.upper()), at_) for name in BENEFIT_FIELDS if (at_ := layout.mapping.at.get(name)) is not None
        ]
        self._names = [at_ for name in _NAMES if (at_ := layout.mapping.at.get(name)) is not None]
        self._sex: Callable[[Cell], str] = lru_cache(1000)(parse_sex)
        self._segment: Callable[[str], Segment | None] = lru_cache(1000)(parse_segment)
        self._yes: Callable[[Cell], bool] = lru_cache(1000)(is_yes)
        self._ended: Callable[[Cell], bool] = lru_cache(1000)(says_inactive)
        self._stated = parse_segment(" ".join((*layout.titles, layout.grid.name)))
        self._assumed = False
        self._lost_codes = False

    def is_no_person(self, place: int, row: Row) -> bool:
        """True for totals, remarks, signatures below the list, and prepared rows that hold a number only."""
        if not is_blank(self._layout.cell(row, "nik")):
            return False
        if is_total(row) or is_note(row):
            return True
        filled = [column for column, cell in enumerate(row) if not is_blank(cell)]
        if filled == [self._layout.mapping.at.get("no")]:
            return True
        few = len(filled) < _FULL_ROW and is_blank(self._layout.cell(row, "no"))
        return few and place > self._last_full_row

    def read(self, place: int, row: Row) -> None:
        number = place + 1
        layout, tally = self._layout, self._tally
        name = " ".join(text for column in self._names if (text := text_of(at(row, column))))
        nik = read_nik(layout.cell(row, "nik"))
        if isinstance(nik, BadNik) and nik.code == "nik_blank" and not name:
            tally.refuse(number, self._nobody(number, row))
            return
        problems = []
        if isinstance(nik, BadNik):
            problems.append(self._bad_nik(number, row, nik))
        region, open_place = self._region(place, row)
        if open_place is not None:
            problems.append(open_place)
        birth_date = self._date(number, row, "birth_date")
        if problems or isinstance(nik, BadNik):
            tally.park(number, problems)
            return
        tally.keep(number, [
            Participant(
                number, nik, name, birth_date, self._sex(layout.cell(row, "sex")),
                plain_number(layout.cell(row, "kpj")), self._segment_of(row), region, self._benefits_of(row),
                plain_number(layout.cell(row, "npp")), text_of(layout.cell(row, "company")), self._is_active(row),
            )
        ])  # fmt: skip

    def _nobody(self, number: int, row: Row) -> Problem:
        first = next((text_of(cell) for cell in row if not is_blank(cell)), "")
        return self._tally.problem(
            number, self._layout.mapping.header("nik"), first, "no_person", "Baris ini tidak memuat NIK maupun nama.",
            "Hapus baris ini, atau lengkapi NIK dan namanya.", ProblemState.REFUSED,
        )  # fmt: skip

    def _bad_nik(self, number: int, row: Row, bad: BadNik) -> Problem:
        value = text_of(self._layout.cell(row, "nik"))
        message, step = bad.message, bad.step
        if "paspor" in (kind := text_of(self._layout.cell(row, "identity")).casefold()) or "passport" in kind:
            message, step = (
                "Identitasnya paspor, bukan KTP.",
                "Minta NIK atau tandai sebagai warga negara asing di catatan Anda.",
            )
        return self._tally.problem(
            number, self._layout.mapping.header("nik"), value, bad.code, message, step, ProblemState.PARKED
        )

    def _region(self, place: int, row: Row) -> tuple[str | None, Problem | None]:
        """The person's region; None where the row says nothing, a problem where it cannot be told."""
        said = self._place_reader.text(place, row)
        code = text_of(self._layout.cell(row, "lokasi"))
        if code:
            listed = (self._layout.lookup or {}).get(code.casefold())
            if listed is None:
                return None, self._unlisted(place + 1, code)
            said = listed
        if not said:
            return None, None
        answer = self._place_reader.resolve(said)
        if answer.region is not None:
            return answer.region, None
        return None, self._place_reader.problem(self._tally, place + 1, answer)

    def _unlisted(self, number: int, code: str) -> Problem | None:
        """A location code stands for nothing without its list; with no list at all it is said once."""
        column = self._layout.mapping.header("lokasi")
        if self._layout.lookup is None:
            self._lost_codes = True
            return None
        return self._tally.problem(
            number, column, code, "location_unknown", f"Kode lokasi “{code}” tidak ada di lembar Lokasi Pekerjaan.",
            "Perbaiki kode lokasi, atau tambahkan kode itu ke lembar Lokasi Pekerjaan.", ProblemState.PARKED,
        )  # fmt: skip

    def _date(self, number: int, row: Row, name: str) -> date | None:
        cell = self._layout.cell(row, name)
        try:
            return self._dates[name](cell)
        except ValueError:
            value = text_of(cell)
            self._tally.note(
                number, self._layout.mapping.header(name), value, "date_impossible",
                f"Tanggal “{value}” tidak mungkin; dikosongkan.", "Periksa tanggal pada KTP, lalu perbaiki di lembar.",
            )  # fmt: skip
            return None

    def _segment_of(self, row: Row) -> Segment:
        """From the column, else the titles; else PU, which is certain where an employer is named."""
        found = self._segment(text_of(self._layout.cell(row, "segment"))) or self._stated
        if found is None and not {"company", "npp", "lokasi"} & self._layout.mapping.at.keys():
            self._assumed = True
        return found or Segment.PU

    def _benefits_of(self, row: Row) -> frozenset[Benefit]:
        found = {benefit for benefit, column in self._benefits if self._yes(at(row, column))}
        programme = text_of(self._layout.cell(row, "programme")).upper()
        if programme:
            found |= {benefit for benefit in Benefit if benefit in programme.replace(",", " ").split()}
        return frozenset(found)

    def _is_active(self, row: Row) -> bool:
        """Inactive by its status, or by an end date that has come by the month of the sheet."""
        if self._ended(self._layout.cell(row, "status")):
            return False
        end = self._layout.cell(row, "end_date")
        if is_blank(end) or text_of(end) == "-":
            return True
        try:
            ended = self._dates["end_date"](end)
        except ValueError:
            return False
        return ended is not None and self._layout.period is not None and ended > self._layout.period

    def conclude(self) -> None:
        """What is said once for the whole table."""
        header = self._layout.header.rows[0] + 1
        if self._assumed:
            self._tally.note(
                header, "Segmen", "", "segment_assumed", "Segmen tidak tertulis; semua orang dicatat sebagai PU.",
                "Tulis segmen (PU, BPU, atau Jakon) di judul lembar bila bukan PU.",
            )  # fmt: skip
        if self._lost_codes:
            self._tally.note(
                header, self._layout.mapping.header("lokasi"), "", "location_list_missing",
                "Daftar kode lokasi tidak ada di berkas ini; wilayah orang-orang ini belum diketahui.",
                "Minta berkas lengkap dengan lembar Lokasi Pekerjaan.",
            )  # fmt: skip


def _date_parser(cells: list[Cell]) -> Callable[[Cell], date | None]:
    month_first = month_comes_first(cells[:5000])

    @lru_cache(50_000)
    def parse(cell: Cell) -> date | None:
        return parse_date(cell, month_first)

    return parse
