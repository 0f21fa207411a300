"""Traps of Office Open XML and OpenDocument: the same list in every way these formats allow."""

from collections.abc import Iterator
from datetime import date

from tests.messy.book import Book, Page
from tests.messy.laying import BASIC, lay, people_case
from tests.messy.people import some_people
from tests.messy.raw import Style, write_raw
from tests.messy.truth import Case, RowTruth
from tests.messy.writing import book_writer, ods_writer

TRAP = "format"


def _list(seed: str, *, row: int = 1, dates: bool = False, count: int = 6) -> tuple[Page, tuple[RowTruth, ...]]:
    page = Page()
    put = {"lahir": lambda p, n: p.birth} if dates else {}
    return page, lay(page, some_people(seed, count), row=row, put=put)


def _raw(name: str, style: Style, *, dates: bool = False, date1904: bool = False, row: int = 1, file: str = "") -> Case:
    page, rows = _list(name, dates=dates, row=row)
    book = Book([page], date1904=date1904)
    return people_case(TRAP, name, page, rows, file=file, write=lambda path: write_raw(book, path, style))


def plain() -> Iterator[Case]:
    """A clean list, under every name that a zip of this kind comes with, and under wrong ones."""
    for name, file in (
        ("xlsx", "daftar.xlsx"), ("xlsm", "daftar.xlsm"), ("xlsx_tanpa_akhiran", "daftar"), ("xlsx_sebagai_xls", "daftar.xls"),
        ("xlsx_sebagai_csv", "daftar.csv"), ("xlsx_huruf_besar", "DAFTAR.XLSX"), ("xlsx_titik_ganda", "daftar.xlsx.xls"),
        ("xlsx_sebagai_ods", "daftar.ods"),
    ):  # fmt: skip
        page, rows = _list(name)
        yield people_case(TRAP, name, page, rows, file=file)


def strict() -> Iterator[Case]:
    """Strict OOXML: other namespaces, dates as ISO text."""
    yield _raw("strict", Style(strict=True))
    yield _raw("strict_tanggal_iso", Style(strict=True, iso_dates=True), dates=True)


def prefixes() -> Iterator[Case]:
    """Every element with a namespace prefix."""
    yield _raw("awalan_x", Style(prefix="x"))
    yield _raw("awalan_strict", Style(prefix="ss", strict=True, strings="inline"))


def references() -> Iterator[Case]:
    """Cells and rows without their address: position alone counts."""
    yield _raw("tanpa_alamat", Style(refs=False))
    yield _raw("tanpa_alamat_inline", Style(refs=False, strings="inline"))


def strings() -> Iterator[Case]:
    """Inline strings, strings of formulas, rich text; phonetic runs are not text."""
    for kind in ("inline", "formula", "rich", "phonetic"):
        yield _raw(f"teks_{kind}", Style(strings=kind), row=2)


def encodings() -> Iterator[Case]:
    """Parts in UTF-16, as some report servers write them."""
    yield _raw("bagian_utf16", Style(encoding="UTF-16"))


def targets() -> Iterator[Case]:
    """Absolute targets in the relationships, parts under other names than usual."""
    yield _raw("target_absolut", Style(absolute=True))
    yield _raw("nama_bagian_lain", Style(odd_names=True))
    yield _raw("nama_bagian_lain_absolut", Style(odd_names=True, absolute=True))


def eras() -> Iterator[Case]:
    """Dates as numbers, counted from 1900 or from 1904."""
    yield _raw("tanggal_1900", Style(), dates=True)
    yield _raw("tanggal_1904", Style(), dates=True, date1904=True)


def dimensions() -> Iterator[Case]:
    """The dimension that a sheet claims is wrong: too small, one cell, far too large."""
    for name, claim in (("ukuran_kecil", "A1:C3"), ("ukuran_a1", "A1"), ("ukuran_besar", "A1:XFD1048576")):
        yield _raw(name, Style(dimension=claim))


def ghosts() -> Iterator[Case]:
    """Ghost rows: formatted, empty, up to the last row of the sheet; and one blank text far away."""
    page, rows = _list("hantu_baris")
    book = Book([page])
    tail = '<row r="900000"/><row r="1048576" ht="15"><c r="B1048576" s="0"/></row>'
    yield people_case(TRAP, "hantu_baris", page, rows, write=lambda path: write_raw(book, path, Style(tail=tail)))
    blank = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve"> </t></is></c></row>'
    far, more = _list("hantu_spasi")
    other = Book([far])
    yield people_case(TRAP, "hantu_spasi", far, more, write=lambda path: write_raw(other, path, Style(tail=blank)))


def ods() -> Iterator[Case]:
    """OpenDocument: repeated empty rows, covered cells, real dates, filtered rows, a wrong extension."""
    for name, file, dates in (
        ("ods", "daftar.ods", False), ("ods_tanggal", "daftar.ods", True), ("ods_sebagai_xlsx", "daftar.xlsx", False)
    ):  # fmt: skip
        page, rows = _list(name, row=4, dates=dates)
        page.line(1, "DAFTAR PESERTA")
        page.merge(1, 1, 1, 8)
        yield people_case(TRAP, name, page, rows, file=file, write=ods_writer(Book([page])))


def ods_filtered() -> Iterator[Case]:
    """Rows that a filter hides in OpenDocument are data with a remark."""
    page, rows = _list("ods_tersaring")
    page.hidden_rows = {3, 5}
    marked = tuple(
        RowTruth(sheet=r.sheet, row=r.row, pins=r.pins, warn=("hidden_row",) if r.row in page.hidden_rows else (),
                 clean=r.row not in page.hidden_rows)
        for r in rows
    )  # fmt: skip
    book = Book([page])
    yield people_case(TRAP, "ods_tersaring", page, marked, file="daftar.ods", write=ods_writer(book))


def odd_cells() -> Iterator[Case]:
    """Booleans, error texts and very long texts in columns that nobody reads do no harm."""
    page = Page()
    people = some_people("sel_aneh", 5)
    rows = lay(page, people)
    page.line(1, "Cek", "Rumus", "Catatan", column=len(BASIC) + 1)
    for row in range(2, 7):
        page.line(row, row % 2 == 0, "#N/A", "x" * 3000, column=len(BASIC) + 1)
    yield people_case(TRAP, "sel_aneh", page, rows)
    named = Page(name="Data & Peserta (1)")
    more = lay(named, some_people("nama_lembar", 3))
    yield people_case(TRAP, "nama_lembar", named, more)


def real_dates() -> Iterator[Case]:
    """Real dates written by openpyxl, with other formats on them."""
    for form in ("dd/mm/yyyy", "yyyy-mm-dd", "[$-421]dd mmmm yyyy", "d-mmm-yy", "General"):
        page, rows = _list(f"format_{form}", dates=True)
        for row in range(2, 8):
            page.formats[row, 4] = form
            if form == "General":
                born = page.cells[row, 4]
                assert isinstance(born, date)
                page.cells[row, 4] = (born - date(1899, 12, 30)).days
        name = "tanggal_" + "".join(c for c in form if c.isalnum())
        yield people_case(TRAP, name, page, rows, write=book_writer(Book([page])))


TRAPS = (
    plain, strict, prefixes, references, strings, encodings, targets, eras, dimensions, ghosts, ods, ods_filtered,
    odd_cells, real_dates,
)  # fmt: skip
