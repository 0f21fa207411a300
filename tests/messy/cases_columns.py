"""Traps of columns: other words, other orders, and values that look like a NIK or a name and are none."""

import random
from collections.abc import Iterator

from tests.messy.book import Page
from tests.messy.laying import BASIC, FIELDS, Put, lay, people_case, random_headers
from tests.messy.people import MOTHERS, some_people
from tests.messy.truth import Case, RowTruth, TableTruth

TRAP = "kolom"
KK: Put = lambda person, number: f"{person.nik[:6]}0101{10 + number % 9:02}{number:04}"  # noqa: E731
NIP: Put = lambda person, number: f"{person.birth:%Y%m%d}199503{(person.sex == 'P' and 2) or 1}{number:03}"  # noqa: E731


def synonyms() -> Iterator[Case]:
    """Each field under each of its names."""
    fields = ("no", "nik", "nama", "kpj", "lahir", "kelamin", "kabupaten", "kecamatan", "desa", "segmen", "status")
    for number in range(len(FIELDS["nik"].headers)):
        headers = {name: FIELDS[name].headers[number % len(FIELDS[name].headers)] for name in fields}
        page = Page()
        rows = lay(page, some_people(f"sinonim{number}", 4), fields, headers=headers)
        table = TableTruth(name="Data", kind="peserta", header_rows=(1,), columns={"B": "nik"})
        yield people_case(TRAP, f"sinonim_{number}", page, rows, tables=(table,))


def orders() -> Iterator[Case]:
    """Any order of many columns, with columns that nobody needs between them."""
    for number in range(12):
        rng = random.Random(f"urutan{number}")
        fields = [*BASIC[1:], "kpj", "kelamin", "ibu", "alamat", "hp", "upah", "tempat", "npp", "perusahaan", "status"]
        rng.shuffle(fields)
        page = Page()
        rows = lay(page, some_people(f"urutan{number}", 6), fields, headers=random_headers(rng, fields))
        yield people_case(TRAP, f"urutan_{number}", page, rows)


def family_cards() -> Iterator[Case]:
    """A column of sixteen digits that is the family card stands beside the NIK, or before it."""
    for number, header in enumerate(("No. KK", "NO KK", "Nomor Kartu Keluarga", "noKK", "No. Kartu Keluarga", "NKK")):
        for before in (True, False):
            fields = ["no", "kk", "nik", *BASIC[2:]] if before else [*BASIC, "kk"]
            page = Page()
            rows = lay(
                page,
                some_people(f"kk{number}{before}", 5),
                _known(fields, "kk"),
                headers={"alamat": header},
                put={"alamat": KK},
            )
            yield people_case(TRAP, f"kk_{number}_{'sebelum' if before else 'sesudah'}", page, rows)


def _known(fields: list[str], name: str) -> list[str]:
    """The column `name` is written in the place of an address, which pins nothing."""
    return ["alamat" if field == name else field for field in fields]


def civil_servants() -> Iterator[Case]:
    """NIP (18 digits), employee numbers under "NIK", bank accounts and NPWP of sixteen digits are not the NIK."""
    others: tuple[tuple[str, str, Put, str], ...] = (
        ("nip", "NIP", NIP, "NIK"), ("nip_garis", "NIP/NRP", NIP, "No. KTP"),
        ("karyawan", "NIK", lambda p, n: f"K-{n:05}", "No. KTP"), ("karyawan_angka", "NIK Karyawan", lambda p, n: 10200 + n, "NIK KTP"),
        ("rekening", "No. Rekening", lambda p, n: f"0021{n:012}", "NIK"), ("npwp", "NPWP", lambda p, n: f"09{n:014}", "NIK"),
        ("bpjs_kesehatan", "No. BPJS Kesehatan", lambda p, n: f"0001{n:09}", "NIK"),
    )  # fmt: skip
    for name, header, put, own in others:
        page = Page()
        fields = ["no", "alamat", "nik", *BASIC[2:]]
        rows = lay(
            page, some_people(f"bukan_{name}", 6), fields, headers={"alamat": header, "nik": own}, put={"alamat": put}
        )
        yield people_case(
            TRAP, f"bukan_nik_{name}", page, rows, tables=(TableTruth(name="Data", columns={"C": "nik"}),)
        )


def other_names() -> Iterator[Case]:
    """The name of a mother, husband, heir, village head or employer is not the name."""
    for number, header in enumerate((
        "Nama Ibu Kandung", "Nama Ibu", "Nama Suami/Istri", "Nama Ahli Waris", "Nama Kepala Keluarga", "Nama Perusahaan",
        "Nama Pemberi Kerja", "Nama Kelian Banjar",
    )):  # fmt: skip
        page = Page()
        fields = ["no", "ibu", "nik", "nama", *BASIC[3:]]
        put: dict[str, Put] = {"ibu": lambda p, n: MOTHERS[n % 4]}
        rows = lay(page, some_people(f"nama_lain{number}", 5), fields, headers={"ibu": header}, put=put)
        yield people_case(TRAP, f"nama_lain_{number}", page, rows)


def births_with_place() -> Iterator[Case]:
    """Place and date of birth in one cell, in the forms offices use."""
    for number, form in enumerate((
        "Denpasar, {0.day} {1} {0.year}", "Denpasar, {0:%d-%m-%Y}", "DENPASAR/{0:%d-%m-%Y}", "Denpasar {0:%d/%m/%Y}",
        "Br. Contoh, Denpasar, {0:%d-%m-%Y}", "Denpasar,{0:%d.%m.%Y}", "Karang Asem , {0:%d %m %Y}",
    )):  # fmt: skip
        put: dict[str, Put] = {"ttl": lambda p, n, form=form: form.format(p.birth, MONTHS[p.birth.month - 1])}  # type: ignore[misc]
        page = Page()
        fields = ("no", "nama", "nik", "ttl", "kabupaten", "kecamatan", "desa", "segmen")
        rows = lay(
            page, some_people(f"ttl{number}", 6), fields, put=put, headers={"ttl": FIELDS["ttl"].headers[number % 4]}
        )
        yield people_case(TRAP, f"ttl_{number}", page, rows)


MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def name_parts() -> Iterator[Case]:
    """The older form of SIPP: a name in three columns."""
    page = Page()
    people = some_people("tiga_nama", 6)
    header = (
        "NO_PEGAWAI",
        "NAMA_DEPAN",
        "NAMA_TENGAH",
        "NAMA_BELAKANG",
        "TANGGAL_LAHIR",
        "NOMOR_IDENTITAS",
        "JENIS_KELAMIN",
    )
    page.line(1, *header)
    rows: list[RowTruth] = []
    for row, person in enumerate(people, 2):
        first, middle, last = person.name.rsplit(" ", 2)
        page.line(row, f"P{row:03}", first, middle, last, f"{person.birth:%d-%m-%Y}", person.nik, person.sex)
        rows += lay(Page(), [person], ("nik", "nama", "lahir"), row=row, header=False)
    yield people_case(TRAP, "nama_tiga_bagian", page, rows)


def vague_headers() -> Iterator[Case]:
    """Where a header says little or nothing, the values tell."""
    for number, header in enumerate(("Nomor", "Identitas", "No. ID", "KTP", "ID")):
        page = Page()
        rows = lay(page, some_people(f"samar{number}", 8), headers={"nik": header})
        yield people_case(TRAP, f"judul_samar_{number}", page, rows)
    page = Page()
    rows = lay(page, some_people("samar_tanpa", 8), headers={"nik": " "})
    yield people_case(TRAP, "judul_nik_kosong", page, rows)


TRAPS = (synonyms, orders, family_cards, civil_servants, other_names, births_with_place, name_parts, vague_headers)
