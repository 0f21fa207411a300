"""Traps of what is hidden: rows by a filter are data, sheets are left out and named, months have sheets of their own."""

from collections.abc import Iterator, Sequence

from tests.messy.book import Book, Page
from tests.messy.laying import BASIC, lay, people_case, people_truth
from tests.messy.people import Person, some_people
from tests.messy.truth import Case, RowTruth, TableTruth, persons_of
from tests.messy.writing import book_writer, ods_writer, text_writer, xml2003_text

TRAP = "tersembunyi"
MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember")  # fmt: skip


def _marked(rows: Sequence[RowTruth], hidden: set[int]) -> tuple[RowTruth, ...]:
    return tuple(
        RowTruth(sheet=one.sheet, row=one.row, pins=one.pins, warn=("hidden_row",) * (one.row in hidden),
                 clean=one.row not in hidden)
        for one in rows
    )  # fmt: skip


def hidden_rows() -> Iterator[Case]:
    """Rows that a filter hides: kept with `hidden_row`; with `--visible-rows-only` left out, and that was asked."""
    for name, hidden in (("satu", {4}), ("beberapa", {3, 5, 6}), ("terakhir", {9}), ("semua", set(range(2, 10)))):
        page = Page(hidden_rows=hidden)
        rows = _marked(lay(page, some_people(f"baris_{name}", 8)), hidden)
        asked = {"asked_optional": False, "asked_hidden": False}
        yield people_case(TRAP, f"baris_{name}", page, rows, asked=asked)
        if name != "semua":
            options = ("--period", "2025-03", "--visible-rows-only")
            seen = tuple(one for one in rows if one.row not in hidden)
            case = people_case(
                TRAP, f"baris_{name}_hanya_terlihat", page, seen, options=options, asked={"asked_hidden": True},
                counts={"read": frozenset({9, 9 - len(hidden)})},
            )  # fmt: skip
            yield case


def hidden_rows_elsewhere() -> Iterator[Case]:
    """Hidden rows in XML 2003; hidden title rows and a hidden total do not matter."""
    page = Page(name="Peserta", hidden_rows={4})
    rows = _marked(lay(page, some_people("baris_xml", 5), row=2), {4})
    yield people_case(
        TRAP, "baris_xml2003", page, rows, file="daftar.xls", write=text_writer(xml2003_text(Book([page])))
    )
    page = Page(hidden_rows={1, 2, 9})
    page.line(1, "DAFTAR PESERTA")
    page.line(2, "Dicetak oleh cabang")
    rows = lay(page, some_people("baris_judul", 5), row=3)
    page.line(9, "JUMLAH", None, 5)
    yield people_case(TRAP, "baris_judul_dan_jumlah", page, rows)


def hidden_columns() -> Iterator[Case]:
    """A hidden column is data: the NIK in it counts."""
    for name, columns in (("nik", {2}), ("desa", {7}), ("nomor", {1})):
        page = Page(hidden_columns=columns)
        rows = lay(page, some_people(f"kolom_{name}", 5), clean=False)
        yield people_case(TRAP, f"kolom_{name}", page, rows)


def hidden_sheets() -> Iterator[Case]:
    """A hidden sheet is left out and named; with `--with-hidden-sheets` it counts, and that was asked."""
    for word in ("xlsx", "ods"):
        shown, hidden = Page(name="Maret"), Page(name="Arsip Lama", hidden=True)
        rows = lay(shown, some_people("lembar_terlihat", 5))
        more = lay(hidden, some_people("lembar_tersembunyi", 4, serial=9401))
        book = Book([shown, hidden])
        write = book_writer(book) if word == "xlsx" else ods_writer(book)
        truth = people_truth(rows, asked={"asked_optional": False}, said=("Arsip Lama",))
        yield Case(trap=TRAP, name=f"lembar_{word}", file=f"daftar.{word}", write=write, truth=truth)
        with_it = people_truth((*rows, *more), asked={"asked_optional": True})
        options = ("--period", "2025-03", "--with-hidden-sheets")
        yield Case(
            trap=TRAP,
            name=f"lembar_{word}_disertakan",
            file=f"daftar.{word}",
            write=write,
            truth=with_it,
            options=options,
        )


def months() -> Iterator[Case]:
    """A sheet per month; the year stands in the name, in a title, or only in the name of the file."""
    for name, file, sheets, title in (
        ("nama", "daftar.xlsx", "{month} 2024", None), ("nama_pendek", "daftar.xlsx", "{short} 24", None),
        ("judul", "daftar.xlsx", "{month}", "DATA PESERTA BULAN {MONTH} TAHUN 2024"),
        ("judul_tahun", "daftar.xlsx", "{month}", "DATA PESERTA TAHUN 2024"),
        ("berkas", "Peserta Aktif 2024.xlsx", "{month}", None), ("angka", "daftar.xlsx", "2024-{number}", None),
        ("angka_titik", "daftar.xlsx", "{number}.2024", None),
    ):  # fmt: skip
        yield _months(name, file, sheets, title)


def _months(name: str, file: str, sheets: str, title: str | None) -> Case:
    people = some_people(f"bulan_{name}", 7)
    pages: list[Page] = []
    rows: list[RowTruth] = []
    tables, periods = [], {}
    for number, members in ((10, people[:4]), (11, people[1:6]), (12, people[2:])):
        words = {"month": MONTHS[number - 1], "short": MONTHS[number - 1][:3], "number": f"{number:02}"}
        words["MONTH"] = words["month"].upper()
        page = Page(name=sheets.format(**words))
        page.line(1, title.format(**words) if title else "DAFTAR PESERTA AKTIF")
        here = lay(page, members, row=3)
        period = f"2024-{number:02}"
        tables.append(TableTruth(name=page.name, kind="peserta", period=period, header_rows=(3,)))
        periods[period] = persons_of(here)
        pages.append(page)
        rows += here
    truth = people_truth(rows, tables=tuple(tables), by_period=periods)
    return Case(trap=TRAP, name=f"bulan_{name}", file=file, write=book_writer(Book(pages)), truth=truth, options=())


def one_month() -> Iterator[Case]:
    """The month of one sheet: “per 31 Maret 2025”, “Periode: 03/2025”, a title, the name of the file."""
    for number, (file, title) in enumerate((
        ("daftar.xlsx", "DATA PESERTA AKTIF PER 31 MARET 2025"), ("daftar.xlsx", "Periode : Maret 2025"),
        ("daftar.xlsx", "BULAN DATA: 03/2025"), ("daftar.xlsx", "Posisi 31-03-2025"), ("daftar.xlsx", "Keadaan s.d. 31 Mar 2025"),
        ("Peserta Aktif Maret 2025.xlsx", "DAFTAR PESERTA"), ("peserta_2025-03.xlsx", "DAFTAR PESERTA"),
        ("Data 202503.xlsx", "DAFTAR PESERTA"), ("daftar.xlsx", "REALISASI KEPESERTAAN S/D MARET 2025"),
    )):  # fmt: skip
        page = Page()
        page.line(1, title)
        rows = lay(page, some_people(f"satu_bulan{number}", 4), row=3)
        table = TableTruth(name="Data", kind="peserta", period="2025-03", header_rows=(3,))
        yield people_case(
            TRAP,
            f"satu_bulan_{number}",
            page,
            rows,
            file=file,
            options=(),
            tables=(table,),
            by_period={"2025-03": persons_of(rows)},
        )


def other_sheets() -> Iterator[Case]:
    """Instructions, empty sheets and lists of codes beside the people are no people; empty sheets are no trouble."""
    people: list[Person] = some_people("lembar_lain", 5)
    page, notes, empty = Page(name="Data"), Page(name="Petunjuk Pengisian"), Page(name="Sheet3")
    rows = lay(page, people)
    notes.lines(1, [["PETUNJUK PENGISIAN"], ["1. Isi NIK 16 digit"], ["2. Tanggal lahir dd-mm-yyyy"]])
    codes = Page(name="Lokasi Pekerjaan")
    codes.lines(1, [["KODE", "LOKASI"], ["A001", "KAB. BADUNG"], ["A002", "KAB. GIANYAR"]])
    for name, pages in (("petunjuk", [notes, page]), ("kosong", [empty, page]), ("kode", [page, codes])):
        yield Case(
            trap=TRAP,
            name=f"lembar_{name}",
            file="daftar.xlsx",
            write=book_writer(Book(pages)),
            truth=people_truth(rows),
        )


def duplicated_people_across_sheets() -> Iterator[Case]:
    """Sheets per desa with people of their own; one person on two sheets counts once."""
    pages: list[Page] = []
    rows: list[RowTruth] = []
    people = some_people("per_desa", 9, within="51.04")
    for number, part in enumerate((people[:3], people[3:6], [people[0], *people[6:]]), 1):
        page = Page(name=f"Desa {number}")
        rows += lay(page, part, BASIC, row=2, clean=False)
        page.line(1, "DAFTAR PESERTA")
        pages.append(page)
    yield Case(
        trap=TRAP, name="lembar_per_desa", file="daftar.xlsx", write=book_writer(Book(pages)), truth=people_truth(rows)
    )


TRAPS = (
    hidden_rows, hidden_rows_elsewhere, hidden_columns, hidden_sheets, months, one_month, other_sheets,
    duplicated_people_across_sheets,
)  # fmt: skip
