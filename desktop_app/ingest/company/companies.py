"""Reads company sheets: one row is an employer, or one of its divisions, in the month of the sheet."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import lru_cache

from desktop_app.domain.compliance import Category, category_by_rules, category_given
from desktop_app.domain.segments import Benefit
from desktop_app.domain.sheets import CompanyFact, Problem, ProblemState
from desktop_app.ingest.cells.numbers import NOTHING
from desktop_app.ingest.cells.values import is_yes
from desktop_app.ingest.company.company_cells import (
    NO_NPP,
    BadCell,
    Npp,
    read_division,
    read_nib,
    read_npp,
    read_npwp,
    read_programmes,
    read_scale,
)
from desktop_app.ingest.company.company_checks import CompanyChecks
from desktop_app.ingest.company.company_figures import CompanyFigures, Figures, RowRemarks
from desktop_app.ingest.company.company_rows import CompanyRows
from desktop_app.ingest.grid import Cell, Row, at, is_blank, text_of
from desktop_app.ingest.mapping.fields import BENEFIT_FIELDS
from desktop_app.ingest.people.fill_down import FillDown
from desktop_app.ingest.regions.places import PlaceText
from desktop_app.ingest.tables import Layout, PlaceReader, Progress, Tally, before_data

_TEXTS = ("npp", "division", "nib", "npwp", "company", "address", "scale", "category", "programme", "status", "note")


def read_companies(layout: Layout, progress: Progress) -> Tally:
    """Every row of the table as a company, a problem, or no data; totals are held against the rows above them."""
    tally = Tally(layout.grid.name)
    rows, reader = CompanyRows(layout), _Reader(layout, tally)
    for place, row in layout.rows(progress):
        before = before_data(place, row, layout)
        if before is None:
            continue
        if before or rows.is_no_data(place, row):
            tally.not_data += 1
        elif label := rows.total_label(row):
            reader.read_total(place, row, label)
        else:
            reader.read(place, row)
    return tally


class _Reader:
    def __init__(self, layout: Layout, tally: Tally) -> None:
        self._layout, self._tally = layout, tally
        self._places = PlaceReader(layout)
        self._figures = CompanyFigures(layout, tally)
        at_ = layout.mapping.at
        self._columns = {name: at_[name] for name in _TEXTS if name in at_}
        self._fill = FillDown(layout.grid.merged, layout.header.first_row, self._columns.values())
        self._benefits = [(Benefit(name.upper()), at_[name]) for name in BENEFIT_FIELDS if name in at_]
        self._category = lru_cache(1000)(category_given)
        self._scale = lru_cache(1000)(read_scale)
        self._programmes = lru_cache(1000)(read_programmes)
        self._checks = CompanyChecks()

    def read(self, place: int, row: Row) -> None:
        remarks = RowRemarks(self._layout, self._tally, place + 1)
        cells = {name: self._fill.cell(place, column, at(row, column)) for name, column in self._columns.items()}
        said = _told(self._places.text(place, row))
        name, npp = _text(cells, "company"), self._npp(remarks, cells)
        figures = self._figures.read(remarks, row)
        if not name and not npp.npp:
            self._read_nameless(remarks, row, figures)
            return
        self._figures.add(figures)
        answer = self._places.resolve(said) if said else None
        if answer is not None and answer.region is None and answer.code != "region_blank":
            self._tally.park(place + 1, [self._places.problem(self._tally, place + 1, answer)])
            return
        fact = CompanyFact(
            row=place + 1, name=name, npp=npp.npp, division=read_division(cells.get("division", "")) or npp.division,
            nib=self._digits(remarks, "nib", cells), npwp=self._digits(remarks, "npwp", cells),
            address=_text(cells, "address"), region=answer.region if answer else None,
            scale=self._scale(_text(cells, "scale")), actual=figures["actual"], registered=figures["registered"],
            benefits=self._benefits_of(remarks, row, cells), arrears_months=figures["arrears_months"],
            arrears=figures["arrears"], category=self._given(cells), note=text_of(cells.get("note", "")),
        )  # fmt: skip
        self._keep(remarks, fact, npp_told="npp" in cells and "npp_unreadable" not in remarks.codes)

    def _keep(self, remarks: RowRemarks, fact: CompanyFact, npp_told: bool) -> None:
        fact = replace(fact, by_rules=category_by_rules(fact, npp_told=npp_told))
        self._checks.check(remarks, fact, npp_told)
        hidden = ("hidden_row",) if fact.row - 1 in self._layout.grid.hidden_rows else ()
        warn = (*hidden, *remarks.codes)
        self._tally.keep(fact.row, [replace(fact, warn=warn) if warn else fact])

    def read_total(self, place: int, row: Row, label: str) -> None:
        remarks = RowRemarks(self._layout, self._tally, place + 1)
        self._figures.check_total(remarks, label, self._figures.read(remarks, row))
        self._tally.not_data += 1

    def _read_nameless(self, remarks: RowRemarks, row: Row, figures: Figures) -> None:
        """A total that has lost its label, or a row that nobody can tell the company of."""
        if self._figures.is_sum(figures):
            self._figures.check_total(remarks, "Jumlah", figures)
            self._tally.not_data += 1
            return
        first = next((text_of(cell) for cell in row if not is_blank(cell)), "")
        self._tally.refuse(remarks.row, self._nobody(remarks.row, first))

    def _nobody(self, number: int, value: str) -> Problem:
        return self._tally.problem(
            number, self._layout.mapping.header("company"), value, "no_company",
            "Baris ini tidak memuat nama perusahaan maupun NPP.",
            "Hapus baris ini, atau lengkapi nama perusahaan atau NPP-nya.", ProblemState.REFUSED,
            self._layout.address(number, "company"),
        )  # fmt: skip

    def _npp(self, remarks: RowRemarks, cells: dict[str, Cell]) -> Npp:
        npp = read_npp(cells.get("npp", ""))
        if isinstance(npp, BadCell):
            remarks.say("npp", text_of(cells["npp"]), npp.code, npp.message, npp.step)
            return NO_NPP
        if npp.shortened:
            remarks.say(
                "npp", npp.npp, "npp_numeric", f"NPP {npp.npp} bertipe angka; nol di depannya mungkin hilang.",
                "Cocokkan NPP dengan sertifikat kepesertaan, lalu tulis sebagai teks.",
            )  # fmt: skip
        return npp

    def _digits(self, remarks: RowRemarks, name: str, cells: dict[str, Cell]) -> str:
        """NIB or NPWP; one that is damaged is said and left empty."""
        cell = cells.get(name, "")
        found = "" if cell == "" else _DIGITS[name](cell)
        if isinstance(found, str):
            return found
        remarks.say(name, text_of(cell), found.code, found.message, found.step)
        return ""

    def _given(self, cells: dict[str, Cell]) -> str:
        """The category of its column; where there is none, a status or remark that is nothing but a category."""
        if "category" in cells:
            return self._category(text_of(cells["category"]))
        found = (self._category(text_of(cells[name])) for name in ("status", "note") if name in cells)
        return next((category for category in found if category in set(Category)), "")

    def _benefits_of(self, remarks: RowRemarks, row: Row, cells: dict[str, Cell]) -> frozenset[Benefit] | None:
        """From a column per programme, or from one text; None where neither says anything."""
        marks = [(benefit, cell) for benefit, column in self._benefits if not is_blank(cell := at(row, column))]
        if marks:
            return frozenset(benefit for benefit, cell in marks if is_yes(cell))
        text = text_of(cells.get("programme", ""))
        try:
            return self._programmes(text)
        except ValueError:
            remarks.say(
                "programme", text, "programme_unreadable", f"Program “{text}” belum dikenali; dikosongkan.",
                "Tulis nama programnya, misalnya JKK, JKM, JHT.",
            )  # fmt: skip
            return None


_DIGITS: dict[str, Callable[[Cell], str | BadCell]] = {"nib": read_nib, "npwp": read_npwp}


def _text(cells: dict[str, Cell], name: str) -> str:
    text = text_of(cells.get(name, ""))
    return "" if text.casefold() in NOTHING else text


@lru_cache(10_000)
def _told(said: PlaceText) -> PlaceText:
    """Without the “-” and “nihil” that stand where no place is known."""
    blank = {item.name: "" for item in fields(said) if getattr(said, item.name).casefold() in NOTHING}
    return replace(said, **blank)
