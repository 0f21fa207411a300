"""Traps of birth dates: every form of the catalogue, the order of day and month per column, dates that cannot be."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from tests.messy.book import Cell, Page
from tests.messy.laying import lay, people_case
from tests.messy.people import Person, reborn, some_people
from tests.messy.truth import Case
from tests.messy.writing import csv_text, text_writer

TRAP = "tanggal"
FIELDS = ("no", "nik", "nama", "lahir", "kelamin", "kabupaten", "segmen")
LONG = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agst", "Sept", "Okt", "Nop", "Des")
OLD = (
    "Januari",
    "Pebruari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "Nopember",
    "Desember",
)
ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
Form = Callable[[date], Cell]


def _of(name: str, form: Form, people: list[Person]) -> Case:
    page = Page()
    rows = lay(page, people, FIELDS, put={"lahir": lambda p, n: form(p.birth)})
    return people_case(TRAP, name, page, rows)


FORMS: dict[str, Form] = {
    "garis": lambda d: f"{d:%d-%m-%Y}", "miring": lambda d: f"{d:%d/%m/%Y}", "titik": lambda d: f"{d:%d.%m.%Y}",
    "spasi": lambda d: f"{d:%d %m %Y}", "tanpa_nol": lambda d: f"{d.day}/{d.month}/{d.year}",
    "iso": lambda d: f"{d:%Y-%m-%d}", "iso_miring": lambda d: f"{d:%Y/%m/%d}", "iso_jam": lambda d: f"{d:%Y-%m-%d} 00:00:00",
    "iso_t": lambda d: f"{d:%Y-%m-%d}T00:00:00", "jam": lambda d: f"{d:%d/%m/%Y} 00:00", "panjang": lambda d: f"{d.day} {LONG[d.month - 1]} {d.year}",
    "panjang_besar": lambda d: f"{d.day} {LONG[d.month - 1].upper()} {d.year}", "lama": lambda d: f"{d.day} {OLD[d.month - 1]} {d.year}",
    "pendek": lambda d: f"{d.day} {SHORT[d.month - 1]} {d.year}", "pendek_garis": lambda d: f"{d.day:02}-{SHORT[d.month - 1]}-{d.year}",
    "inggris": lambda d: f"{d.day:02}-{ENGLISH[d.month - 1]}-{d.year}", "inggris_dua": lambda d: f"{d.day:02}-{ENGLISH[d.month - 1]}-{d:%y}",
    "dua_angka": lambda d: f"{d:%d/%m/%y}", "dua_angka_garis": lambda d: f"{d:%d-%m-%y}", "tanggal_excel": lambda d: d,
    "tanggal_jam_excel": lambda d: datetime(d.year, d.month, d.day), "serial": lambda d: (d - date(1899, 12, 30)).days,
    "serial_teks": lambda d: str((d - date(1899, 12, 30)).days), "delapan_angka": lambda d: f"{d:%Y%m%d}",
    "delapan_angka_hari": lambda d: f"{d:%d%m%Y}", "nbsp": lambda d: f"\u00a0{d:%d-%m-%Y}\u00a0", "petik": lambda d: f"'{d:%d-%m-%Y}",
    "tanggal_kata": lambda d: f"Tgl. {d.day} {LONG[d.month - 1]} {d.year}", "hari": lambda d: f"{HARI[d.weekday()]}, {d.day} {LONG[d.month - 1]} {d.year}",
}  # fmt: skip


def forms() -> Iterator[Case]:
    """One form for the whole column."""
    for name, form in FORMS.items():
        yield _of(f"tanggal_{name}", form, some_people(f"tanggal_{name}", 12))


def american() -> Iterator[Case]:
    """Month before day: seen from days over 12, or, where there are none, from the NIK."""
    yield _of("bulan_dulu", lambda d: f"{d:%m/%d/%Y}", some_people("bulan_dulu", 12))
    low = [reborn(p, p.birth.replace(day=1 + i % 12)) for i, p in enumerate(some_people("bulan_dulu_nik", 12))]
    yield _of("bulan_dulu_saksi_nik", lambda d: f"{d:%m/%d/%Y}", low)
    yield _of("hari_dulu_saksi_nik", lambda d: f"{d:%d/%m/%Y}", low)
    yield _of("bulan_dulu_dua_angka", lambda d: f"{d:%m/%d/%y}", some_people("bulan_dulu_dua", 12))
    one_odd = [replace(p, birth=p.birth) for p in low]
    page = Page()
    rows = list(lay(page, one_odd, FIELDS, put={"lahir": lambda p, n: f"{p.birth:%d/%m/%Y}"}))
    wrong = next(i for i, p in enumerate(one_odd) if p.birth.day != p.birth.month)
    page.cells[wrong + 2, 4] = f"{one_odd[wrong].birth:%m/%d/%Y}"
    odd = one_odd[wrong].birth
    swapped = odd.replace(day=odd.month, month=odd.day).isoformat()
    pins = {**rows[wrong].pins, "birth": swapped}
    rows[wrong] = replace(rows[wrong], pins=pins, clean=False, doubtful=True)
    yield people_case(TRAP, "satu_baris_bertukar", page, rows)


def mixed() -> Iterator[Case]:
    """Several forms in one column, all of them day before month."""
    forms = [FORMS[name] for name in ("garis", "panjang", "iso", "tanggal_excel", "pendek", "titik", "lama", "serial")]
    page = Page()
    rows = lay(page, some_people("tanggal_campur", 16), FIELDS, put={"lahir": lambda p, n: forms[n % 8](p.birth)})
    yield people_case(TRAP, "tanggal_campur", page, rows)


def centuries() -> Iterator[Case]:
    """Two digits of a year: nobody is born in the future, workers are not children."""
    for name, years in (
        ("sembilan_puluhan", range(1985, 1997)),
        ("dua_ribuan", range(1999, 2008)),
        ("lima_puluhan", range(1952, 1964)),
    ):
        people = [
            reborn(p, date(year, 6, 15)) for p, year in zip(some_people(f"abad_{name}", len(years)), years, strict=True)
        ]
        yield _of(f"abad_{name}", lambda d: f"{d:%d-%m-%y}", people)


def impossible() -> Iterator[Case]:
    """Dates that cannot be are left empty and flagged; the person stays."""
    for number, value in enumerate((
        "31-02-1990", "00-00-0000", "30/02/1985", "32-01-1990", "15-13-1990", "1990", "tidak tahu", "31-06-1975", "29-02-1990",
        "01-01-0001", "12-12-2190", "??-05-1980", "2.5.19988",
    )):  # fmt: skip
        people = some_people(f"mustahil{number}", 7)
        page = Page()
        rows = list(lay(page, people, FIELDS))
        page.cells[4, 4] = value
        rows[2] = replace(rows[2], pins={**rows[2].pins, "birth": None}, doubtful=True, clean=False)
        yield people_case(TRAP, f"mustahil_{number}", page, rows)


def from_text() -> Iterator[Case]:
    """The same in a csv, where everything is text."""
    for name in ("miring", "iso", "pendek_garis", "dua_angka", "panjang"):
        page = Page(name="")
        rows = lay(page, some_people(f"csv_{name}", 12), FIELDS, put={"lahir": partial(_formed, FORMS[name])})
        write = text_writer(csv_text(page.grid()))
        yield people_case(TRAP, f"csv_tanggal_{name}", page, rows, file="daftar.csv", write=write)


def _formed(form: Form, person: Person, number: int) -> Cell:
    return form(person.birth)


TRAPS = (forms, american, mixed, centuries, impossible, from_text)
