"""Tells the rows of a company sheet apart: companies, totals, headings between them, remarks and signatures below."""

import re
from functools import cached_property

from desktop_app.domain.compliance import Category, category_given
from desktop_app.domain.sheets import silent
from desktop_app.ingest.company.company_figures import FIGURES
from desktop_app.ingest.finding.header_rows import is_number_row
from desktop_app.ingest.grid import Cell, Row, at, is_blank, text_of
from desktop_app.ingest.tables import Layout, Progress, is_note, total_label

_FULL_ROW = 3
"""Filled cells of a row that is certainly no signature or remark."""

_SHORT = 5
"""Characters of “(3)” and “3=1+2”, as in a row of column numbers; nearly every company's name is longer."""

_HEADING = re.compile(
    r"(?:kecamatan|kec|kabupaten|kab|kota|desa|kelurahan|kel|wilayah|sektor|bidang|skala|kelompok|kategori)\b.*",
    re.IGNORECASE,
)
_NPP = re.compile(r"\W*[A-Z]{0,3}[ \-]?\d{5,10}(?:[\s\-/.(]+\d{1,3}\)?)?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:rp\W*)?\d", re.IGNORECASE)
_LETTERED = re.compile(r"(?:[a-z]|[ivxl]+)[.)]?", re.IGNORECASE)
_CARRIED = re.compile(r"(?:jumlah |jml |total )?(?:di)?pindah", re.IGNORECASE)
_PLAIN_TOTAL = re.compile(
    r"(?:sub ?-?|grand ?-?)?(?:jumlah|jml|total)"
    r"(?:\W+(?:total|umum|semua\w*|seluruh\w*|keseluruhan|kec|kab|kota|desa|kel|kecamatan|kabupaten|kelurahan|perusahaan"
    r"|badan usaha|tenaga kerja|tk|pekerja|tunggakan|piutang|halaman|sementara|akhir|sektor|bidang|skala|per)\b.*|\W*)",
    re.IGNORECASE,
)


class CompanyRows:
    """Judges single rows of one table; `place` counts from 0."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        fields = layout.mapping.at
        self._number, self._company = fields.get("no"), fields.get("company")
        self._wanted = sorted(place for name, place in fields.items() if name not in ("no", "note"))

    def total_label(self, row: Row) -> str:
        """“JUMLAH”, “Sub Total Kec. Kuta” …; empty for a company, also for one called “Total Bangun Persada”."""
        label = total_label(row)
        if not label or _has_digits(self._layout.cell(row, "npp")) or self._is_numbered(row):
            return ""
        return label if _PLAIN_TOTAL.fullmatch(label) or label != text_of(self._layout.cell(row, "company")) else ""

    def is_no_data(self, place: int, row: Row) -> bool:
        """Column numbers, carried-forward lines, headings inside the list, remarks and signatures, prepared blank rows."""
        filled = [column for column, cell in enumerate(row) if not is_blank(cell)]
        if filled == [self._number] or self._is_number_row(row):
            return True
        first = text_of(row[filled[0]])
        if _CARRIED.match(first):
            return True
        if len(filled) >= _FULL_ROW or self.total_label(row):
            return False
        return self._is_remark(place, row, filled) or self._is_heading(row, filled) or self._names_a_category(row)

    def _is_number_row(self, row: Row) -> bool:
        return len(text_of(self._layout.cell(row, "company"))) <= _SHORT and is_number_row(row)

    def _is_remark(self, place: int, row: Row, filled: list[int]) -> bool:
        """Below the last full row, whatever nothing shows to be a company; above it only what says “Sumber: …”."""
        if place > self._last_full_row:
            return not self._is_numbered(row) and not self._is_company(row)
        return is_note(row) and (filled[0] != self._company or ":" in text_of(row[filled[0]]))

    def _is_heading(self, row: Row, filled: list[int]) -> bool:
        """“KECAMATAN KUTA” or “A. HOTEL” over the companies that follow."""
        if self._is_numbered(row):
            return False
        texts = [text_of(row[column]) for column in filled]
        if filled[0] == self._number and len(texts) == 2:
            return bool(_LETTERED.fullmatch(texts[0])) and not _has_digits(row[filled[1]])
        alone = len(texts) == 1 and not _has_digits(self._layout.cell(row, "npp"))
        return alone and (filled[0] != self._company or bool(_HEADING.fullmatch(texts[0])))

    def _is_company(self, row: Row) -> bool:
        """An NPP, or a name with a figure or a category: no signature has these."""
        if _NPP.fullmatch(text_of(self._layout.cell(row, "npp"))):
            return True
        named = not is_blank(self._layout.cell(row, "company"))
        return (
            named
            and not self._names_a_category(row)
            and (
                any(_NUMBER.match(text_of(self._layout.cell(row, name))) for name in FIGURES)
                or category_given(text_of(self._layout.cell(row, "category"))) in set(Category)
            )
        )

    def _names_a_category(self, row: Row) -> bool:
        """A line of a small summary: “PWBD: 17”."""
        named = category_given(text_of(self._layout.cell(row, "company"))) in set(Category)
        return named and not _has_digits(self._layout.cell(row, "npp"))

    def _is_numbered(self, row: Row) -> bool:
        return self._number is not None and text_of(at(row, self._number)).rstrip(".) ").isdigit()

    @cached_property
    def _last_full_row(self) -> int:
        last = self._layout.header.first_row
        enough = min(_FULL_ROW, len(self._wanted))
        for place, row in self._layout.rows(Progress(silent, 0, 0)):
            if sum(not is_blank(at(row, column)) for column in self._wanted) >= enough and not self.total_label(row):
                last = place
        return last


def _has_digits(cell: Cell) -> bool:
    return any(character.isdigit() for character in text_of(cell))
