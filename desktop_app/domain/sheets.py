"""What a sheet turns into: its tables, their rows as values, and the trouble found on the way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop_app.domain.questions import Question
from desktop_app.domain.segments import Benefit, Measure, Sector, Segment

Tick = Callable[[int, int], None]
"""`tick(done, total)`: called every few hundred rows by long work; raises `Cancelled` when the user stopped it."""


def silent(done: int, total: int) -> None:
    """The tick of work that nobody watches."""


class SheetKind(StrEnum):
    """What one row of a table is. The last three are recognised and named; LAIN is a table that is none of the others."""

    PESERTA = "peserta"
    REKAP = "rekap"
    PERUSAHAAN = "perusahaan"
    RENTAN = "pekerja_rentan"
    PENYEBUT = "penyebut"
    TARGET = "target"
    NONAKTIF = "nonaktif"
    IURAN = "rincian_iuran"
    LAIN = "lain"


PEOPLE_KINDS = frozenset({SheetKind.PESERTA, SheetKind.RENTAN, SheetKind.NONAKTIF, SheetKind.IURAN})
"""Kinds whose rows are people. Only those of PESERTA are counted as active participants."""


class ProblemState(StrEnum):
    """What became of the row: it waits, it was refused, or it was stored with a remark."""

    PARKED = "menunggu"
    REFUSED = "ditolak"
    NOTE = "catatan"


@dataclass(frozen=True, slots=True)
class Problem:
    """Trouble in one cell, in the words of the person who must mend it.

    `row` is Excel's row number, `column` the header as the sheet prints it, `value` what stands there (a NIK is masked
    before it is shown), `message` what is wrong, `step` what to do next. `cell` is the address ("C212"; empty where a
    whole row or table is meant). `found` and `expected` are the numbers of a check (shares in percent: 39.41).
    """

    sheet: str
    row: int
    column: str
    value: str
    code: str
    message: str
    step: str
    state: ProblemState
    cell: str = ""
    found: float | None = None
    expected: float | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """How one column of a table was understood; `field` is empty where it was left alone.

    `decision` says in words what was decided for all its cells (“hari lebih dulu: 03/04/1990 = 3 April 1990”).
    """

    letter: str
    header: str
    field: str
    confidence: float
    examples: tuple[str, ...] = ()
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """One row of a table of people. `nik` is sixteen digits; rows without a valid one are problems instead.

    `warn`: codes of doubts about the row that is kept all the same (`nik_numeric`, `hidden_row`, `sex_differs` …).
    `fund`: who pays, as written (“APBD Kabupaten”); empty where the sheet does not say.
    """

    row: int
    nik: str
    name: str
    birth_date: date | None = None
    sex: str = ""
    kpj: str = ""
    segment: Segment = Segment.PU
    region: str | None = None
    benefits: frozenset[Benefit] = frozenset()
    npp: str = ""
    company: str = ""
    active: bool = True
    warn: tuple[str, ...] = ()
    fund: str = ""


@dataclass(frozen=True, slots=True)
class RecapFigure:
    """One number of a recap: people of `measure` in `region`, as somebody else counted or reported them.

    Any of the three may be missing: `people` (count), `workers` (the base as printed there), `share` (0.3941 = 39.41 %).
    `base_name` is the base that the recap says it used, `note` its own remark (“diturunkan …”), `cell` where it stands.
    `period`: the row's own month (its end), where the recap has a column of years or months; else its table's counts.
    """

    row: int
    cell: str
    region: str
    measure: Measure
    people: int | None
    workers: int | None
    share: float | None
    base_name: str = ""
    note: str = ""
    period: date | None = None


@dataclass(frozen=True, slots=True)
class BaseValue:
    """Workers of one region and sector in a base."""

    row: int
    region: str
    sector: Sector
    workers: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class TargetValue:
    """A target for one region, sector and year, with the document that set it. `share` 0.6728 = 67.28 %."""

    row: int
    region: str
    sector: Sector
    year: int
    share: float
    document: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyFact:
    """One row of a company sheet: what it says of an employer in its month. None where it says nothing.

    `actual` are the workers it really has, `registered` those enrolled; `arrears` in rupiah, `arrears_months` in months.
    `category` is the one given (`domain.compliance.Category` where it is one of these, else its own text, may be blank),
    `by_rules` the one that the rules give, blank where the row does not tell enough.
    """

    row: int
    name: str
    npp: str = ""
    division: str = ""
    nib: str = ""
    npwp: str = ""
    address: str = ""
    region: str | None = None
    scale: str = ""
    actual: int | None = None
    registered: int | None = None
    benefits: frozenset[Benefit] | None = None
    arrears_months: int | None = None
    arrears: int | None = None
    category: str = ""
    by_rules: str = ""
    note: str = ""
    warn: tuple[str, ...] = ()


SheetRow = Participant | RecapFigure | BaseValue | TargetValue | CompanyFact


@dataclass(frozen=True, slots=True)
class RegionValues:
    """Every figure that one row of a recap, base or target table gives for a region, as the report for machines names it.

    `values`: penduduk_bekerja, angkatan_kerja, pengangguran, formal, informal, pu, bpu, jakon, total, jk_lk, jk_pr (people);
    coverage_pct, target_pct (39.41). What is unknown is not in it.
    """

    row: int
    region: str
    values: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of a workbook, read.

    Rows are Excel's numbers from 1. `data_rows` counts the rows that carry data (a recap row may give several
    figures); `not_data` counts the non-empty rows that are titles, headers, totals and notes; `parked` and `refused`
    count rows. data_rows + parked + refused + not_data = rows read.
    """

    sheet: str
    kind: SheetKind
    header_rows: tuple[int, ...]
    first_row: int
    last_row: int
    columns: tuple[Column, ...]
    period: date | None
    titles: tuple[str, ...] = ()
    sender: str = ""
    sample: bool = False
    base_name: str = ""
    document: str = ""
    rows: tuple[SheetRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    region_values: tuple[RegionValues, ...] = ()
    questions: tuple[Question, ...] = ()
    fingerprint: str = ""
    key: str = ""
    remembered: bool = False
    new_headers: tuple[str, ...] = ()
    missing_headers: tuple[str, ...] = ()
    data_rows: int = 0
    parked: int = 0
    refused: int = 0
    not_data: int = 0

    @property
    def read(self) -> int:
        return self.data_rows + self.parked + self.refused + self.not_data


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookReading:
    """A workbook, read: its tables, and the sheets that hold none (name -> why, in one sentence)."""

    file: str
    sha256: str
    size: int
    tables: tuple[Table, ...]
    skipped: dict[str, str] = field(default_factory=dict)
    hidden_sheets: tuple[str, ...] = ()
    hidden_rows: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of an import; the six parts add up to `read` (no row disappears)."""

    new: int = 0
    changed: int = 0
    same: int = 0
    parked: int = 0
    refused: int = 0
    not_data: int = 0

    @property
    def stored(self) -> int:
        return self.new + self.changed + self.same

    @property
    def read(self) -> int:
        return self.stored + self.parked + self.refused + self.not_data

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.new + other.new, self.changed + other.changed, self.same + other.same,
            self.parked + other.parked, self.refused + other.refused, self.not_data + other.not_data,
        )  # fmt: skip
