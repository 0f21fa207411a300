"""Traps of text: delimiters, encodings, record numbers, and HTML, tabs or XML 2003 dressed as .xls."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from tests.messy.book import Book, Page
from tests.messy.laying import lay, people_case
from tests.messy.people import Person, some_people
from tests.messy.truth import Case, RowTruth
from tests.messy.writing import csv_text, html_text, text_writer, xml2003_text

TRAP = "format_teks"
Rows = tuple[RowTruth, ...]


def _list(seed: str, *, row: int = 1, count: int = 6, name: str = "") -> tuple[Page, Rows]:
    page = Page(name=name)
    return page, lay(page, some_people(seed, count), row=row)


def _case(name: str, page: Page, rows: Rows, write: Callable[[Path], None], file: str = "daftar.csv") -> Case:
    return people_case(TRAP, name, page, rows, file=file, write=write)


def delimiters() -> Iterator[Case]:
    """Semicolon, comma, tab and bar; with and without the line `sep=`, which is a record of its own."""
    for word, delimiter in (("titik_koma", ";"), ("koma", ","), ("tab", "\t"), ("garis", "|")):
        page, rows = _list(f"csv_{word}")
        yield _case(f"csv_{word}", page, rows, text_writer(csv_text(page.grid(), delimiter)))
    for word, delimiter in (("titik_koma", ";"), ("koma", ","), ("tab", "\t")):
        page, rows = _list(f"csv_sep_{word}", row=2)
        text = f"sep={delimiter}\r\n{csv_text(page.grid()[1:], delimiter)}"
        yield Case(
            trap=TRAP, name=f"csv_sep_{word}", file="daftar.csv", write=text_writer(text),
            truth=people_case(TRAP, "", page, rows, counts={"read": frozenset({7, 8})}).truth,
        )  # fmt: skip


def encodings() -> Iterator[Case]:
    """UTF-8 with and without mark, UTF-16 both ways, Windows-1252 with letters outside ASCII."""
    for word, encoding in (
        ("utf8", "utf-8"), ("utf8_bom", "utf-8-sig"), ("utf16", "utf-16"), ("utf16_be", "utf-16-be"), ("cp1252", "cp1252"),
    ):  # fmt: skip
        page = Page(name="")
        people = [_named(person, f"{person.name} é’ü") for person in some_people(f"csv_{word}", 5)]
        rows = lay(page, people)
        mark = "\ufeff" if encoding == "utf-16-be" else ""
        yield _case(f"kode_{word}", page, rows, text_writer(mark + csv_text(page.grid()), encoding))


def _named(person: Person, name: str) -> Person:
    return replace(person, name=name)


def newlines() -> Iterator[Case]:
    """Lines that end in LF or CR alone, and no end behind the last line."""
    for word, newline in (("lf", "\n"), ("cr", "\r")):
        page, rows = _list(f"baris_{word}")
        text = csv_text(page.grid(), newline=newline)
        yield _case(f"baris_{word}", page, rows, text_writer(text))
    page, rows = _list("baris_tanpa_akhir")
    yield _case("baris_tanpa_akhir", page, rows, text_writer(csv_text(page.grid()).rstrip("\r\n")))


def record_numbers() -> Iterator[Case]:
    """The row of a csv is its record: blank lines count, line breaks inside quotes do not."""
    page, rows = _list("catatan_kosong", row=4)
    page.line(1, "DAFTAR PESERTA AKTIF")
    yield _case("catatan_kosong", page, rows, text_writer(csv_text(page.grid())))
    page = Page(name="")
    people = some_people("catatan_kutip", 6)
    fields = ("no", "nik", "nama", "alamat", "lahir", "kabupaten", "kecamatan", "desa", "segmen")
    rows = lay(page, people, fields, put={"alamat": lambda p, n: f"Jl. Contoh No. {n}\nBr. Rekaan; Gang {n}"})
    yield _case("catatan_kutip", page, rows, text_writer(csv_text(page.grid())))
    page = Page(name="")
    rows = lay(
        page, some_people("catatan_judul_kutip", 6), headers={"lahir": "Tanggal\nLahir", "desa": "Desa/\nKelurahan"}
    )
    yield _case("catatan_judul_kutip", page, rows, text_writer(csv_text(page.grid(), ",")))


def blank_lines() -> Iterator[Case]:
    """A truly empty line between records counts as a record, not as a row that was read."""
    page, rows = _list("catatan_baris_kosong", row=3)
    page.line(1, "DATA PESERTA")
    text = csv_text(page.grid()).replace(";;;;;;;\r\n", "\r\n", 1)
    yield _case("catatan_baris_kosong", page, rows, text_writer(text))


def excel_formulas() -> Iterator[Case]:
    """Numbers protected as `="5103…"` or by an apostrophe in a csv are the text inside."""
    for word, form in (("rumus", '="{}"'), ("petik", "'{}")):
        page = Page(name="")
        put = {"nik": lambda p, n, form=form: form.format(p.nik)}
        rows = lay(page, some_people(f"csv_{word}", 5), put=put)
        yield _case(f"csv_{word}", page, rows, text_writer(csv_text(page.grid())))


def ragged() -> Iterator[Case]:
    """A title of one field above, records that lack their last empty fields, and some with too many delimiters."""
    page, rows = _list("csv_bergerigi", row=3)
    lines = csv_text(page.grid()).split("\r\n")
    lines[0], lines[1] = "DATA PESERTA BULAN MARET 2025", "Cabang Contoh"
    lines[4] += ";;;"
    page.line(1, lines[0])
    page.line(2, lines[1])
    yield _case("csv_bergerigi", page, rows, text_writer("\r\n".join(lines)))


def wrong_names() -> Iterator[Case]:
    """Delimited text under the name of a workbook, or under none: judged by content."""
    for name, file, delimiter, encoding in (
        ("tab_sebagai_xls", "daftar.xls", "\t", "utf-8"), ("tab16_sebagai_xls", "daftar.xls", "\t", "utf-16"),
        ("csv_sebagai_xlsx", "daftar.xlsx", ";", "utf-8"), ("csv_sebagai_txt", "daftar.txt", ";", "utf-8-sig"),
        ("csv_tanpa_akhiran", "daftar", ",", "utf-8"),
    ):  # fmt: skip
        page, rows = _list(name)
        yield _case(name, page, rows, text_writer(csv_text(page.grid(), delimiter), encoding), file)


def html() -> Iterator[Case]:
    """An HTML table as .xls: no-break spaces, spans, entities, nested markup; the sheet's name is not pinned by the text."""
    for name, file, encoding, head in (
        ("html_xls", "daftar.xls", "utf-8", '<meta charset="utf-8">'),
        ("html_html", "daftar.html", "utf-8", ""),
        ("html_1252", "daftar.xls", "cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
        ("html_xlsx", "daftar.xlsx", "utf-8-sig", ""),
    ):  # fmt: skip
        page, rows = _list(name, row=3, name="*")
        page.line(1, "DAFTAR PESERTA AKTIF")
        page.merge(1, 1, 1, 8)
        yield _case(name, page, rows, text_writer(html_text(page, head), encoding), file)
    page, rows = _list("html_nbsp", name="*")
    text = html_text(page).replace("<td>51", "<td>&nbsp;<b>51").replace("</td>", "&#160;</td>")
    yield _case("html_nbsp", page, rows, text_writer(text), "daftar.xls")


def xml2003() -> Iterator[Case]:
    """XML Spreadsheet 2003 as .xls or .xml, with `ss:Index` jumps, merged titles, real dates, two sheets."""
    for name, file in (("xml2003_xls", "daftar.xls"), ("xml2003_xml", "daftar.xml")):
        page, rows = _list(name, row=4, name="Peserta")
        page.line(1, "DAFTAR PESERTA")
        page.merge(1, 1, 1, 8)
        yield _case(name, page, rows, text_writer(xml2003_text(Book([page]))), file)
    page = Page(name="Peserta")
    rows = lay(page, some_people("xml2003_tanggal", 6), put={"lahir": lambda p, n: p.birth}, row=2)
    yield _case("xml2003_tanggal", page, rows, text_writer(xml2003_text(Book([page]))), "daftar.xls")


TRAPS = (
    delimiters, encodings, newlines, record_numbers, blank_lines, excel_formulas, ragged, wrong_names, html, xml2003,
)  # fmt: skip
