"""Traps of finding tables: what stands above, between, beside and below the people."""

import random
from collections.abc import Iterator

from tests.messy.book import Page
from tests.messy.laying import BASIC, header_of, lay, people_case, random_headers, row_truth, title_block
from tests.messy.people import some_people
from tests.messy.truth import Case, RowTruth

TRAP = "tabel"


def title_blocks() -> Iterator[Case]:
    """Letterheads, titles, notes and blank rows above; the columns shuffled, the headers in other words."""
    for number in range(12):
        rng = random.Random(f"judul{number}")
        page = Page()
        row = title_block(rng, page)
        fields = list(BASIC[1:])
        rng.shuffle(fields)
        fields = [*(["no"] if rng.random() < 0.7 else []), *fields]
        rows = lay(page, some_people(f"judul{number}", 8), fields, row=row, headers=random_headers(rng, fields))
        yield people_case(TRAP, f"judul_{number}", page, rows)


def number_rows() -> Iterator[Case]:
    """A row "(1) (2) (3)" or "1 2 3" under the header is no person."""
    for word, form in (("kurung", "({})"), ("titik", "{}."), ("angka", None), ("huruf", "abc")):
        page = Page()
        lay(page, [], row=3)
        page.line(1, "DAFTAR PESERTA AKTIF")
        marks = [
            number if form is None else (chr(96 + number) if form == "abc" else form.format(number))
            for number in range(1, 9)
        ]
        page.line(4, *marks)
        rows = lay(page, some_people(f"nomor_{word}", 5), row=5, header=False)
        yield people_case(TRAP, f"nomor_kolom_{word}", page, rows)


def two_levels() -> Iterator[Case]:
    """Two header rows: groups merged over their columns, single headers merged down."""
    for shift in (0, 2):
        page = Page()
        top = 3 + shift
        page.line(1, "DATA PESERTA")
        page.line(top, "No", "Identitas", None, None, "Domisili", None, None, "Segmen", column=1 + shift)
        page.line(top + 1, "NIK", "Nama Lengkap", "Tanggal Lahir", "Kabupaten", "Kecamatan", "Desa", column=2 + shift)
        page.merge(top, 2 + shift, top, 4 + shift)
        page.merge(top, 5 + shift, top, 7 + shift)
        page.merge(top, 1 + shift, top + 1, 1 + shift)
        page.merge(top, 8 + shift, top + 1, 8 + shift)
        rows = lay(page, some_people(f"dua_tingkat{shift}", 6), row=top + 2, column=1 + shift, header=False)
        yield people_case(TRAP, f"judul_dua_tingkat_{shift}", page, rows)


def three_levels() -> Iterator[Case]:
    """Three header rows, with a number row under them."""
    page = Page()
    page.line(2, "No", "Data Peserta", None, None, None, None, None, "Segmen")
    page.line(3, None, "Identitas", None, None, "Domisili")
    page.line(4, None, "N I K", "Nama", "Tgl. Lahir", "Kab/Kota", "Kecamatan", "Desa/Kel")
    for area in ((2, 2, 2, 7), (3, 2, 3, 4), (3, 5, 3, 7), (2, 1, 4, 1), (2, 8, 4, 8)):
        page.merge(*area)
    page.line(5, *range(1, 9))
    rows = lay(page, some_people("tiga_tingkat", 6), row=6, header=False)
    yield people_case(TRAP, "judul_tiga_tingkat", page, rows)


def gaps() -> Iterator[Case]:
    """Blank rows between the header and the people and among them; blank columns before and inside the table."""
    page = Page()
    people = some_people("celah_baris", 9)
    rows = lay(page, people[:3], row=4)
    rows += lay(page, people[3:6], row=9, header=False)
    rows += lay(page, people[6:], row=13, header=False)
    yield people_case(TRAP, "celah_baris", page, rows)
    page = Page()
    left, right = BASIC[:4], BASIC[4:]
    people = some_people("celah_kolom", 6)
    lay(page, people, left, row=5, column=3)
    lay(page, people, right, row=5, column=8)
    rows = tuple(row_truth(page.name, 6 + i, person, clean=True) for i, person in enumerate(people))
    yield people_case(TRAP, "celah_kolom", page, rows)
    page = Page()
    lay(page, [], row=2)
    rows = lay(page, some_people("celah_judul", 5), row=5, header=False)
    yield people_case(TRAP, "celah_di_bawah_judul", page, rows)


def not_at_a1() -> Iterator[Case]:
    """The table begins far from A1."""
    for number, (row, column) in enumerate(((7, 3), (30, 5), (2, 27), (120, 12))):
        page = Page()
        rows = lay(page, some_people(f"jauh{number}", 5), row=row, column=column)
        yield people_case(TRAP, f"jauh_dari_a1_{number}", page, rows)


def stacked() -> Iterator[Case]:
    """Several tables of people below each other, each with its own title, header and order of columns."""
    page = Page()
    first, second = some_people("bertumpuk1", 5), some_people("bertumpuk2", 4, serial=9201, segment="BPU")
    page.line(1, "A. PESERTA PENERIMA UPAH")
    rows = lay(page, first, row=3)
    page.line(10, "B. PESERTA BUKAN PENERIMA UPAH")
    rows += lay(page, second, ("no", "nama", "nik", "lahir", "segmen", "desa", "kecamatan", "kabupaten"), row=12)
    yield people_case(TRAP, "bertumpuk_lain_kolom", page, rows)
    page = Page()
    rows = lay(page, first, row=2)
    rows += lay(page, second, row=9)
    yield people_case(TRAP, "bertumpuk_sama_kolom", page, rows)


def beside() -> Iterator[Case]:
    """Two tables beside each other with one blank column between them: both are read, with the same row numbers."""
    page = Page()
    rows = lay(page, some_people("kiri", 5), row=3)
    rows += lay(page, some_people("kanan", 5, serial=9301), row=3, column=len(BASIC) + 2)
    yield people_case(TRAP, "berdampingan", page, rows, counts={"read": frozenset({6, 12})})


def repeated_headers() -> Iterator[Case]:
    """The header again on each printed page, with page numbers and titles between."""
    for extra in (False, True):
        page = Page()
        rows: tuple[RowTruth, ...] = ()
        people, row = some_people(f"halaman{extra}", 12), 2
        page.line(1, "DAFTAR PESERTA")
        for sheet in range(3):
            rows += lay(page, people[sheet * 4 : sheet * 4 + 4], row=row)
            row += 5
            if extra:
                page.line(row, f"Halaman {sheet + 1} dari 3")
                page.line(row + 1, "DAFTAR PESERTA")
                row += 2
        yield people_case(TRAP, f"judul_berulang_{int(extra)}", page, rows)


def carried_forward() -> Iterator[Case]:
    """“Jumlah dipindahkan” at the foot and “Jumlah pindahan” at the head of each page."""
    page = Page()
    fields = ("no", "nik", "nama", "upah", "kabupaten", "kecamatan", "desa", "segmen")
    people = some_people("pindahan", 9)
    rows, row = lay(page, people[:3], fields, row=1), 5
    for part in (3, 6):
        page.line(row, None, "Jumlah dipindahkan", None, 7_506_000)
        page.line(row + 1, None, "Jumlah pindahan", None, 7_506_000)
        rows += lay(page, people[part : part + 3], fields, row=row + 2, header=False)
        row += 5
    page.line(row, None, "JUMLAH", None, 22_500_000)
    yield people_case(TRAP, "jumlah_pindahan", page, rows)


def feet() -> Iterator[Case]:
    """Totals, signature blocks and footnotes below the people are not people."""
    foot = (
        ("JUMLAH", None, None, 5), ("Total Peserta : 5 orang",), ("TOTAL", None, None, None, None, None, None, 5),
        (None, "Jumlah Keseluruhan", "5"), ("Sub Total", 5), ("Grand Total", None, 5),
    )  # fmt: skip
    for number, total in enumerate(foot):
        page = Page()
        rows = lay(page, some_people(f"kaki{number}", 5), row=3)
        page.line(9, *total)
        page.line(11, "Denpasar, 31 Maret 2025", column=6)
        page.line(12, "Kepala Bidang Kepesertaan,", column=6)
        page.line(16, "I Wayan Contoh Rekaan, S.E.", column=6)
        page.line(17, "NIP. 19700101 199503 1 001", column=6)
        page.line(19, "*) Data per 31 Maret 2025")
        page.line(20, "Catatan: NIK yang belum padan ditandai merah.")
        yield people_case(TRAP, f"kaki_{number}", page, rows)


def total_after_gap() -> Iterator[Case]:
    """A total after one empty row, and a signature with a NIP of 18 digits in the column of the NIK."""
    page = Page()
    fields = ("no", "nik", "nama", "upah", "lahir", "segmen")
    people = some_people("total_jarak", 5)
    page.line(1, "DAFTAR IURAN")
    rows = lay(page, people, fields, row=3)
    page.line(10, None, None, "TOTAL", 12_515_000)
    page.line(13, None, "Mengetahui,")
    page.line(16, None, "197001011995031001")
    yield people_case(TRAP, "total_setelah_baris_kosong", page, rows)


def group_rows() -> Iterator[Case]:
    """Rows that only name a group (a kecamatan, "A. Formal") between people, and subtotals at their ends."""
    page = Page()
    fields = ("no", "nik", "nama", "lahir", "kabupaten", "kecamatan", "desa", "segmen")
    rows, row = lay(page, [], fields, row=2), 3
    for kecamatan in ("51.04.05", "51.04.01"):
        people = some_people(f"kelompok{kecamatan}", 4, within=kecamatan)
        page.line(row, f"KECAMATAN {people[0].place.kecamatan.upper()}")
        page.merge(row, 1, row, 8)
        rows += lay(page, people, fields, row=row + 1, header=False)
        page.line(row + 5, None, None, f"Jumlah Kec. {people[0].place.kecamatan}", 4)
        row += 6
    yield people_case(TRAP, "baris_kelompok", page, rows)


def headers_with_dust() -> Iterator[Case]:
    """Line breaks, double spaces, no-break spaces, stars and colons inside headers."""
    dust = ("{}\n", " {} ", "{}*", "{} :", "\u00a0{}\u00a0", "{} (wajib)", "\u200b{}")
    for number, form in enumerate(dust):
        page = Page()
        headers = {name: form.format(header_of(name)) for name in BASIC}
        rows = lay(page, some_people(f"debu{number}", 5), headers=headers)
        yield people_case(TRAP, f"judul_berdebu_{number}", page, rows)


TRAPS = (
    title_blocks, number_rows, two_levels, three_levels, gaps, not_at_a1, stacked, beside, repeated_headers,
    carried_forward, feet, total_after_gap, group_rows, headers_with_dust,
)  # fmt: skip
