"""Traps of people: the same person several times, status and end dates, segments and where they are said."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tests.messy.book import Book, Page
from tests.messy.laying import BASIC, Put, lay, people_case, people_truth
from tests.messy.people import Person, some_people
from tests.messy.truth import Case, RowTruth, TableTruth
from tests.messy.writing import book_writer, csv_text, text_writer

TRAP = "orang"
JOBS = ("no", "nik", "nama", "lahir", "npp", "perusahaan", "segmen", "kabupaten", "status")


def two_employers() -> Iterator[Case]:
    """One person at two employers: two rows, one person."""
    people = some_people("dua_majikan", 5, within="51.03")
    second = [replace(person, npp="CT000202", company="CV Contoh Lain") for person in people[:2]]
    page = Page()
    rows = lay(page, [*people, *second], JOBS, clean=False)
    yield people_case(TRAP, "dua_pemberi_kerja", page, rows)


def two_segments() -> Iterator[Case]:
    """PU and BPU and Jakon at once: counted in each segment, once in all."""
    people = some_people("dua_segmen", 6, within="51.04")
    again = [replace(person, segment="BPU") for person in people[:3]] + [replace(people[0], segment="JAKON")]
    page = Page()
    rows = lay(page, [*people, *again], JOBS, clean=False)
    yield people_case(TRAP, "dua_segmen", page, rows)
    first, second = Page(name="PU"), Page(name="BPU")
    one = lay(first, people, JOBS, clean=False)
    two = lay(second, again[:3], JOBS, clean=False)
    truth = people_truth((*one, *two))
    yield Case(
        trap=TRAP,
        name="dua_segmen_dua_lembar",
        file="daftar.xlsx",
        write=book_writer(Book([first, second])),
        truth=truth,
    )


def same_row_twice() -> Iterator[Case]:
    """The very same row two and three times: all rows stay, the person counts once."""
    people = some_people("dua_kali", 5)
    page = Page()
    rows = lay(page, [*people, people[1], people[3], people[3]], clean=False)
    yield people_case(TRAP, "baris_sama", page, rows)


def row_per_programme() -> Iterator[Case]:
    """One row per programme (JKK, JKM, JHT): each person stands there three times."""
    people = some_people("per_program", 4, within="51.05")
    programmes = ("JKK", "JKM", "JHT")
    page = Page()
    put: dict[str, Put] = {"alamat": lambda p, n: programmes[(n - 1) % 3]}
    fields = ("nik", "kpj", "nama", "lahir", "npp", "perusahaan", "alamat", "kabupaten", "segmen")
    each = [person for person in people for _ in programmes]
    rows = lay(page, each, fields, put=put, headers={"alamat": "NM_PRG"}, clean=False)
    yield people_case(TRAP, "baris_per_program", page, rows)


def conflicting() -> Iterator[Case]:
    """One NIK with two names: both rows are kept and flagged or at least kept, and it is one person."""
    people = some_people("bertentangan", 5)
    other = replace(people[2], name="I Wayan Nama Berbeda")
    page = Page()
    rows = lay(page, [*people, other], clean=False)
    yield people_case(TRAP, "nik_sama_nama_lain", page, rows)


def twin_rows() -> Iterator[Case]:
    """Two people of the same name and birth date with different NIK are two people."""
    people = some_people("senama", 4)
    twin = replace(people[0], nik=people[0].nik[:12] + "9777")
    page = Page()
    rows = lay(page, [*people, twin], clean=False)
    yield people_case(TRAP, "nama_sama_nik_lain", page, rows)


def _some_inactive(seed: str) -> list[Person]:
    return [
        replace(person, active=number % 3 != 1) for number, person in enumerate(some_people(seed, 9, within="51.08"))
    ]


def status_words() -> Iterator[Case]:
    """Active or not, in the words of a status column."""
    words = (
        ("Aktif", "Non Aktif"), ("AKTIF", "NON AKTIF"), ("Aktif", "Tidak Aktif"), ("aktif", "nonaktif"), ("A", "N"), ("Y", "T"),
        ("Aktif", "Keluar"), ("Active", "Inactive"), ("1", "0"), ("Aktif", "NA"), ("AKTIF", "BERHENTI"), ("Aktif", "Non-Aktif"),
        ("Ya", "Tidak"),
    )  # fmt: skip
    for number, (yes, no) in enumerate(words):
        page = Page()
        put: dict[str, Put] = {"status": lambda p, n, yes=yes, no=no: yes if p.active else no}  # type: ignore[misc]
        header = "Aktif" if yes in ("Y", "Ya", "1") else "Status Kepesertaan"
        rows = lay(page, _some_inactive(f"status{number}"), JOBS, put=put, headers={"status": header}, clean=False)
        yield people_case(TRAP, f"status_{number}", page, rows)


def end_dates() -> Iterator[Case]:
    """Without a status, a filled end date says that the membership ended; a status column wins over it."""
    fields = ("no", "nik", "nama", "lahir", "segmen", "kabupaten", "akhir")
    for number, header in enumerate(("TGL_NA", "Tgl Non Aktif", "TANGGAL_NONAKTIF", "Tgl NA")):
        page = Page()
        rows = lay(page, _some_inactive(f"akhir{number}"), fields, headers={"akhir": header}, clean=False)
        yield people_case(TRAP, f"tanggal_akhir_{number}", page, rows)
    page = Page()
    put: dict[str, Put] = {"akhir": lambda p, n: "31-01-2025" if n % 2 else None}
    status = lay(page, _some_inactive("akhir_status"), (*fields, "status"), put=put, clean=False)
    people = _some_inactive("akhir_status")
    rows = tuple(replace(row, pins={**row.pins, "active": p.active}) for row, p in zip(status, people, strict=True))
    yield people_case(TRAP, "tanggal_akhir_dan_status", page, rows)
    page = Page()
    put = {"akhir": lambda p, n: "-" if p.active else "31-01-2025"}
    rows = lay(page, _some_inactive("akhir_setrip"), fields, put=put, clean=False)
    yield people_case(TRAP, "tanggal_akhir_setrip", page, rows)


def segment_words() -> Iterator[Case]:
    """Segments in words, in any case."""
    words = (
        ("PU", "BPU", "JAKON"), ("Penerima Upah", "Bukan Penerima Upah", "Jasa Konstruksi"), ("pu", "bpu", "Jakon"),
        ("PENERIMA UPAH (PU)", "BUKAN PENERIMA UPAH (BPU)", "JASA KONSTRUKSI (JAKON)"), ("PPU", "PBPU", "JAKON"),
        ("P.U.", "B.P.U.", "Jasa konstruksi"),
    )  # fmt: skip
    for number, said in enumerate(words):
        people = [
            replace(p, segment=("PU", "BPU", "JAKON")[i % 3]) for i, p in enumerate(some_people(f"segmen{number}", 9))
        ]
        page = Page()
        put: dict[str, Put] = {"segmen": lambda p, n, said=said: said[("PU", "BPU", "JAKON").index(p.segment)]}  # type: ignore[misc]
        rows = lay(page, people, put=put)
        yield people_case(TRAP, f"segmen_{number}", page, rows)


def segment_of_title() -> Iterator[Case]:
    """The segment stands only in the title or the name of the sheet."""
    fields = [name for name in BASIC if name != "segmen"]
    for number, (file, sheet, title, segment) in enumerate((
        ("daftar.xlsx", "Data", "DATA PESERTA BPU BULAN MARET 2025", "BPU"),
        ("daftar.xlsx", "Data", "DAFTAR PESERTA BUKAN PENERIMA UPAH (BPU)", "BPU"),
        ("daftar.xlsx", "Data", "DAFTAR TENAGA KERJA JASA KONSTRUKSI", "JAKON"),
        ("daftar.xlsx", "Data", "DATA PESERTA PENERIMA UPAH", "PU"), ("daftar.xlsx", "BPU", "DAFTAR PESERTA", "BPU"),
("daftar.xlsx", "Jakon", "DAFTAR PESERTA", "JAKON"),
    )):  # fmt: skip
        page = Page(name=sheet)
        page.line(1, title)
        rows = [
            _in_segment(row, segment)
            for row in lay(page, some_people(f"segmen_judul{number}", 5), fields, row=3, clean=False)
        ]
        yield people_case(TRAP, f"segmen_judul_{number}", page, rows, file=file)


def _in_segment(row: RowTruth, segment: str) -> RowTruth:
    return replace(row, pins={**row.pins, "segment": segment})


def deactivations() -> Iterator[Case]:
    """A list of people who leave: kind `nonaktif`, nobody in it is active."""
    for number, title in enumerate((
        "DAFTAR TENAGA KERJA NON AKTIF", "LAPORAN PENONAKTIFAN PESERTA BULAN MARET 2025", "DAFTAR PESERTA KELUAR",
        "DATA NON AKTIF TENAGA KERJA",
    )):  # fmt: skip
        page = Page()
        page.line(1, title)
        put: dict[str, Put] = {"akhir": lambda p, n: f"{n:02}-03-2025", "alamat": lambda p, n: "Mengundurkan diri"}
        fields = ("no", "nik", "kpj", "nama", "lahir", "segmen", "akhir", "alamat")
        headers = {"akhir": "Tanggal Non Aktif", "alamat": "Sebab Non Aktif"}
        rows = _all_inactive(
            lay(page, some_people(f"nonaktif{number}", 6), fields, row=3, put=put, headers=headers, clean=False)
        )
        table = TableTruth(name="Data", kind="nonaktif", header_rows=(3,))
        yield people_case(TRAP, f"nonaktif_{number}", page, rows, tables=(table,))


def _all_inactive(rows: Sequence[RowTruth]) -> list[RowTruth]:
    return [replace(row, pins={**row.pins, "active": False}) for row in rows]


def odd_names() -> Iterator[Case]:
    """Names with commas, titles, apostrophes, digits, one letter, all capitals and letters of other scripts stay as they are."""
    names = ("I G.A. Contoh, S.Pd., M.Si.", "Ni Luh Contoh (Alm)", "D'Contoh", "I", "JUMLAH", "Sub Rekaan", "Total Contoh", "Śri Contoh",
             "Ni Made Rekaan 2", "-Contoh-", "NAMA", "Catatan Contoh")  # fmt: skip
    people = [replace(p, name=name) for p, name in zip(some_people("nama_aneh", len(names)), names, strict=True)]
    page = Page()
    rows = lay(page, people)
    yield people_case(TRAP, "nama_aneh", page, rows)
    page = Page(name="")
    rows = lay(page, people)
    yield people_case(
        TRAP, "nama_aneh_csv", page, rows, file="daftar.csv", write=text_writer(csv_text(page.grid(), ","))
    )


TRAPS = (
    two_employers, two_segments, same_row_twice, row_per_programme, conflicting, twin_rows, status_words, end_dates,
    segment_words, segment_of_title, deactivations, odd_names,
)  # fmt: skip
