"""Whole numbers of company sheets: workers, months, rupiah; how a column writes them is decided once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop_app.domain.indonesian import number as spelled
from desktop_app.ingest.cells.numbers import NumberStyle, number_style
from desktop_app.ingest.grid import Cell, Row, text_of
from desktop_app.ingest.tables import Layout, Tally

FIGURES = ("actual", "registered", "arrears_months", "arrears")
_SUMMED = ("actual", "registered", "arrears")
_LARGEST = 10**15
Figures = dict[str, int | None]
"""By name of `FIGURES`; None where nothing is known."""

_IN_WORDS = re.compile(r"\([a-z\s]+\)", re.IGNORECASE)
_MONTHS = re.compile(r"(?<=\d)\s*(?:bulan|bln|bl)\.?$", re.IGNORECASE)
_RUPIAH = re.compile(r"^(?:rp|idr)\.?\s*|\s*(?:rupiah|rp)\.?$|[.,]?\s*-+$", re.IGNORECASE)
_SCALES = {"ribu": 10**3, "rb": 10**3, "ribuan": 10**3, "juta": 10**6, "jt": 10**6, "jutaan": 10**6,
           "miliar": 10**9, "milyar": 10**9}  # fmt: skip
_SCALED = re.compile(rf"(.*\d)\s*({'|'.join(_SCALES)})\.?", re.IGNORECASE)
_WORD = "|".join(_SCALES)
_SCALED_HEADER = re.compile(
    rf"\b(?:rp|rupiah|dalam)\b.*?\b(?P<after>{_WORD})\b|\b(?P<before>{_WORD})\W+(?:rp|rupiah)\b"
    r"|[x×]\s*(?:rp\.?\s*)?1(?P<zeros>(?:[.,]?000)+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WholeStyle:
    """How a column writes whole numbers; `factor` 1,000,000 where its header says “Rp juta”."""

    numbers: NumberStyle
    factor: int = 1

    def parse(self, cell: Cell) -> float | None:
        """The number of a cell; None where none is known. ValueError for anything else."""
        factor = 1
        if isinstance(cell, str):
            cell, factor = _undressed(cell)
        value = self.numbers.parse(cell)
        if value is None:
            return None
        value *= factor if factor > 1 else self.factor
        if not abs(value) < _LARGEST:
            raise ValueError(cell)
        return value


def whole_style(cells: Iterable[Cell], header: str = "") -> WholeStyle:
    """The style of a column, decided from all its cells and, for rupiah, its header."""
    texts = (_undressed(cell)[0] for cell in cells if isinstance(cell, str))
    return WholeStyle(number_style(texts), _factor(header))


def _factor(header: str) -> int:
    """What one unit of a column is in rupiah: 1,000,000 under “Tunggakan (Rp juta)”, 1,000 under “(x Rp1.000)”."""
    found = _SCALED_HEADER.search(header)
    if found is None:
        return 1
    if found["zeros"]:
        return int("1" + re.sub(r"\D", "", found["zeros"]))
    return int(_SCALES[(found["after"] or found["before"]).casefold()])


def _undressed(cell: str) -> tuple[str, int]:
    """A number without “Rp”, “,-”, “bulan” or its name in words, and what “juta” behind it stands for."""
    text = _MONTHS.sub("", _IN_WORDS.sub("", text_of(cell)).strip())
    if any(character.isdigit() for character in text):
        text = _RUPIAH.sub("", _RUPIAH.sub("", text).strip()).strip()
    if found := _SCALED.fullmatch(text):
        return found[1], _SCALES[found[2].casefold()]
    return text, 1


@dataclass(frozen=True, slots=True)
class RowRemarks:
    """Collects what is doubtful about one row; `codes` go with the company, the sentences to the clerk."""

    layout: Layout
    tally: Tally
    row: int
    codes: list[str] = field(default_factory=list)

    def say(
        self, name: str, value: str, code: str, message: str, step: str,
        found: float | None = None, expected: float | None = None,
    ) -> None:  # fmt: skip
        """`name`: the field whose cell is meant."""
        if code not in self.codes:
            self.codes.append(code)
        header, cell = self.layout.mapping.header(name), self.layout.address(self.row, name)
        self.tally.note(self.row, header, value, code, message, step, cell, found, expected)


class CompanyFigures:
    """Reads the number columns of a table and adds its rows up, so that printed totals can be held against them."""

    def __init__(self, layout: Layout, tally: Tally) -> None:
        self._layout, self._tally = layout, tally
        self._styles = {
            name: whole_style(layout.column(name), layout.mapping.header(name) if name == "arrears" else "")
            for name in FIGURES if name in layout.mapping.at
        }  # fmt: skip
        self._rows = 0
        self._all: dict[str, int] = {}
        self._since_total: dict[str, int] = {}
        self._say_factor()

    def read(self, remarks: RowRemarks, row: Row) -> Figures:
        """The figures of a row; what cannot be read, or cannot be, is said and left open."""
        found: Figures = dict.fromkeys(FIGURES)
        for name, style in self._styles.items():
            cell = self._layout.cell(row, name)
            if cell == "":
                continue
            try:
                value = style.parse(cell)
            except ValueError:
                self._say(remarks, name, cell, "number_unreadable", "tidak dapat dibaca sebagai angka")
                continue
            if value is not None and value < 0:
                self._say(remarks, name, cell, "number_negative", "kurang dari nol")
            elif value is not None and name != "arrears" and abs(value - round(value)) > 1e-6:
                self._say_broken(remarks, name, cell)
            elif value is not None:
                found[name] = round(value)
        return found

    def add(self, figures: Figures) -> None:
        """Count a row of data."""
        self._rows += 1
        for name in _SUMMED:
            if (value := figures[name]) is not None:
                self._all[name] = self._all.get(name, 0) + value
                self._since_total[name] = self._since_total.get(name, 0) + value

    def is_sum(self, figures: Figures) -> bool:
        """True for a row without a name whose figures are the sums of the rows above: a total without its label."""
        printed = {name: value for name in _SUMMED if (value := figures[name])}
        return self._rows > 1 and bool(printed) and all(value in self._sums(name) for name, value in printed.items())

    def check_total(self, remarks: RowRemarks, label: str, figures: Figures) -> None:
        """Say which figures of a totals row are the sum neither of all rows nor of those since the last total."""
        part = label.casefold().startswith("sub")
        for name in _SUMMED:
            printed, sums = figures[name], self._sums(name)
            if printed is not None and sums and printed not in sums:
                expected = sums[-1] if part else sums[0]
                remarks.say(
                    name, spelled(printed), "total_mismatch",
                    f"{label} tertulis {spelled(printed)}, tetapi jumlah barisnya {spelled(expected)}"
                    f" (selisih {spelled(abs(printed - expected))}).",
                    "Periksa baris yang kurang atau terhitung dua kali di lembar asli.", printed, expected,
                )  # fmt: skip
        self._since_total = {}

    def _sums(self, name: str) -> list[int]:
        return [sums[name] for sums in (self._all, self._since_total) if name in sums]

    def _say(self, remarks: RowRemarks, name: str, cell: Cell, code: str, what: str) -> None:
        value = text_of(cell)
        remarks.say(name, value, code, f"“{value}” {what}; dikosongkan.", _STEPS[name])

    def _say_broken(self, remarks: RowRemarks, name: str, cell: Cell) -> None:
        """1.563 in a cell typed as a number was 1,563 before a spreadsheet took the point for a decimal one."""
        if name != "arrears_months" and isinstance(cell, float) and len(str(cell).partition(".")[2]) == 3:
            what = f"bukan bilangan bulat; mungkin maksudnya {spelled(round(cell * 1000))}"
            self._say(remarks, name, cell, "thousands_lost", what)
        else:
            self._say(remarks, name, cell, "not_whole", "bukan bilangan bulat")

    def _say_factor(self) -> None:
        """A header that counts in thousands or millions is said once, since every amount is multiplied."""
        style = self._styles.get("arrears")
        if style is not None and style.factor > 1:
            header = self._layout.mapping.header("arrears")
            self._tally.note(
                self._layout.header.rows[-1] + 1, header, header, "arrears_scaled",
                f"Nilai di kolom ini dikalikan {spelled(style.factor)} menjadi rupiah penuh.",
                "Pastikan satuan di judul kolom memang berlaku untuk semua baris.",
            )  # fmt: skip


_STEPS = {
    "actual": "Tulis jumlah tenaga kerja seperti 1.025, atau kosongkan selnya.",
    "registered": "Tulis jumlah tenaga kerja seperti 1.025, atau kosongkan selnya.",
    "arrears_months": "Tulis jumlah bulan seperti 3, atau kosongkan selnya.",
    "arrears": "Tulis nilai rupiah seperti 16.800.000, atau kosongkan selnya.",
}
