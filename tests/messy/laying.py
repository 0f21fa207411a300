"""Lays people onto a page as a table and says at once what is true of each row."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.messy.book import Book, Cell, Page
from tests.messy.people import MOTHERS, Person
from tests.messy.truth import Case, RejectedTruth, RowTruth, Truth, persons_of
from tests.messy.writing import book_writer

Put = Callable[[Person, int], Cell]
"""Person and running number from 1 -> what stands in the cell."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its usual header first, then synonyms; `put` writes the cell, `pins` what becomes known by it."""

    headers: tuple[str, ...]
    put: Put
    pins: Callable[[Person], dict[str, object]] = lambda person: {}


def dashed(day: date) -> str:
    return f"{day:%d-%m-%Y}"


def places_of(person: Person) -> dict[str, object]:
    place = person.place
    return {"regency": place.regency_code, "kecamatan": place.kecamatan_code, "desa": place.code}


FIELDS: Mapping[str, Field] = {
    "no": Field(("No", "NO.", "No. Urut", "NOMOR URUT", "#"), lambda p, n: n),
    "nik": Field(
        ("NIK", "No. KTP", "N I K", "Nomor Identitas", "NO_KTP", "Nomor Induk Kependudukan", "No. NIK", "NO KTP/NIK",
         "NOMOR_IDENTITAS", "No. Identitas (KTP)", "NIK KTP", "Nomor KTP"),
        lambda p, n: p.nik, lambda p: {"nik": p.nik},
    ),
    "nama": Field(
        ("Nama", "NAMA LENGKAP", "Nama Peserta", "NAMA_TK", "Nama Tenaga Kerja", "Nama Pekerja", "NAMA_LENGKAP",
         "Nama Lengkap Peserta"),
        lambda p, n: p.name, lambda p: {"name": p.name},
    ),
    "kpj": Field(("KPJ", "No. KPJ", "NO KPJ", "Nomor KPJ BPJS", "NO_KPJ", "Nomor_KPJ", "No. Peserta (KPJ)"), lambda p, n: p.kpj),
    "lahir": Field(
        ("Tanggal Lahir", "TGL_LAHIR", "Tgl. Lahir", "TGL LAHIR", "TANGGAL_LAHIR", "Tgl Lhr"),
        lambda p, n: dashed(p.birth), lambda p: {"birth": p.birth.isoformat()},
    ),
    "ttl": Field(
        ("TTL", "Tempat, Tanggal Lahir", "Tempat/Tgl Lahir", "TEMPAT TANGGAL LAHIR"),
        lambda p, n: f"Denpasar, {dashed(p.birth)}", lambda p: {"birth": p.birth.isoformat()},
    ),
    "tempat": Field(("Tempat Lahir", "TEMPAT_LAHIR"), lambda p, n: "Denpasar"),
    "kelamin": Field(("Jenis Kelamin", "L/P", "JK", "JENIS_KELAMIN", "Jns Kelamin"), lambda p, n: p.sex),
    "ibu": Field(("Nama Ibu Kandung", "NAMA_IBU_KANDUNG", "Nama Ibu"), lambda p, n: MOTHERS[n % len(MOTHERS)]),
    "alamat": Field(("Alamat", "ALAMAT", "Alamat Domisili"), lambda p, n: f"Jl. Contoh Rekaan No. {n}"),
    "hp": Field(("No HP", "HP", "NO_HANDPHONE", "Telepon"), lambda p, n: f"0812000{n:05}"),
    "upah": Field(("Upah", "UPAH", "Jumlah Upah"), lambda p, n: 2_500_000 + n * 1000),
    "kabupaten": Field(
        ("Kabupaten/Kota", "KAB/KOTA", "Kabupaten", "KOTA/KAB", "Kab./Kota"),
        lambda p, n: p.place.regency, lambda p: {"regency": p.place.regency_code},
    ),
    "kecamatan": Field(
        ("Kecamatan", "KECAMATAN", "Kec.", "KEC"),
        lambda p, n: p.place.kecamatan, lambda p: {"kecamatan": p.place.kecamatan_code},
    ),
    "desa": Field(
        ("Desa/Kelurahan", "DESA/KEL", "Desa", "KELURAHAN", "Kelurahan/Desa", "Nama Desa"),
        lambda p, n: p.place.name, lambda p: {"desa": p.place.code},
    ),
    "kode": Field(
        ("Kode Desa", "KODE_WILAYAH", "Kode Wilayah", "KODE DESA/KEL", "Kode Kemendagri"),
        lambda p, n: p.place.code, places_of,
    ),
    "segmen": Field(
        ("Segmen", "SEGMEN", "Segmen Kepesertaan", "Jenis Kepesertaan"),
        lambda p, n: p.segment, lambda p: {"segment": p.segment},
    ),
    "status": Field(
        ("Status", "STATUS KEPESERTAAN", "Status Peserta", "STATUS_AKTIF", "Status Aktif"),
        lambda p, n: "Aktif" if p.active else "Non Aktif", lambda p: {"active": p.active},
    ),
    "akhir": Field(
        ("TGL_NA", "Tgl Berakhir", "TGL_BERAKHIR", "Tanggal Non Aktif"),
        lambda p, n: None if p.active else "31-01-2025", lambda p: {"active": p.active},
    ),
    "npp": Field(("NPP", "KODE PERUSAHAAN (NPP)", "No. NPP"), lambda p, n: p.npp),
    "perusahaan": Field(("Nama Perusahaan", "NAMAPRS", "NAMA PERUSAHAAN", "Nama Badan Usaha"), lambda p, n: p.company),
}  # fmt: skip

BASIC = ("no", "nik", "nama", "lahir", "kabupaten", "kecamatan", "desa", "segmen")
"""A list in which everything is said and nothing is messy."""


def lay(
    page: Page,
    people: Sequence[Person],
    fields: Sequence[str] = BASIC,
    *,
    row: int = 1,
    column: int = 1,
    headers: Mapping[str, str] | None = None,
    put: Mapping[str, Put] | None = None,
    clean: bool = True,
    header: bool = True,
) -> tuple[RowTruth, ...]:
    """Header in `row`, people below. `headers` and `put` take the place of the usual words and cells."""
    if header:
        page.line(row, *(header_of(name, headers) for name in fields), column=column)
    first = row + 1 if header else row
    writers = [(put or {}).get(name, FIELDS[name].put) for name in fields]
    truths = []
    for number, person in enumerate(people, 1):
        at = first + number - 1
        page.line(at, *(write(person, number) for write in writers), column=column)
        truths.append(row_truth(page.name, at, person, fields, clean=clean))
    return tuple(truths)


def header_of(name: str, headers: Mapping[str, str] | None = None) -> str:
    return (headers or {}).get(name, FIELDS[name].headers[0])


def row_truth(sheet: str, row: int, person: Person, fields: Sequence[str] = BASIC, *, clean: bool = True) -> RowTruth:
    """What the columns tell of `person`; `active` is always known (true where no column speaks)."""
    pins: dict[str, object] = {"active": True}
    for name in fields:
        pins |= FIELDS[name].pins(person)
    return RowTruth(sheet=sheet, row=row, pins=pins, clean=clean)


def random_headers(rng: random.Random, fields: Sequence[str]) -> dict[str, str]:
    return {name: rng.choice(FIELDS[name].headers) for name in fields}


def title_block(rng: random.Random, page: Page, width: int = 8, title: str = "DAFTAR PESERTA") -> int:
    """A letterhead, titles and notes as offices print them; the row where the table may begin."""
    row = 1 + rng.randrange(2)
    if rng.random() < 0.6:
        for text in (
            "PEMERINTAH KABUPATEN CONTOH",
            "DINAS KETENAGAKERJAAN",
            "Jalan Contoh Rekaan Nomor 1, Telp. (0361) 000000",
        ):
            page.line(row, text)
            page.merge(row, 1, row, width)
            row += 1
        row += rng.randrange(2)
    page.line(row, title, column=1 + rng.randrange(3))
    row += 1
    if rng.random() < 0.5:
        page.line(
            row,
            rng.choice(["Dicetak: 02-04-2025 08.15", "Sumber: data cabang", "Halaman 1 dari 3"]),
            column=1 + rng.randrange(4),
        )
        row += 1
    return row + rng.randrange(3)


def people_truth(
    rows: Sequence[RowTruth], rejected: Sequence[RejectedTruth] = (), page: Page | None = None, **more: object
) -> Truth:
    """The truth of one people table; with `page` (the only one of the workbook) the rows must add up to its rows."""
    counts = dict(more.pop("counts", {}))  # type: ignore[call-overload]
    if page is not None:
        counts.setdefault("read", page.filled)
    if not rejected:
        counts |= {"parked": counts.get("parked", 0), "refused": counts.get("refused", 0)}
    return Truth(
        rows=tuple(rows), rejected=tuple(rejected), persons=persons_of(rows), counts=counts, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def people_case(
    trap: str,
    name: str,
    page: Page,
    rows: Sequence[RowTruth],
    rejected: Sequence[RejectedTruth] = (),
    *,
    file: str = "",
    write: Callable[[Path], None] | None = None,
    options: tuple[str, ...] = ("--period", "2025-03"),
    **more: object,
) -> Case:
    """A workbook of one page of people."""
    return Case(
        trap=trap, name=name, file=file or f"{name}.xlsx", write=write or book_writer(Book([page])), options=options,
        truth=people_truth(rows, rejected, page, **more),
    )  # fmt: skip
