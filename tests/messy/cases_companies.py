"""Traps of company sheets: NPP that lack or repeat, amounts in rupiah, categories in other words."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.messy.book import Book, Cell, Page
from tests.messy.laying import title_block
from tests.messy.truth import Case, TableTruth, Truth
from tests.messy.writing import book_writer, csv_text, text_writer

TRAP = "perusahaan"
CATEGORIES = ("PATUH", "PWBD", "PDS TK", "PDS UPAH", "PDS PROGRAM", "PIUTANG", "PDS PROGRAM DAN PIUTANG")
Form = Callable[[int], Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """An invented employer; `npp` is blank where it never registered."""

    name: str
    npp: str
    kecamatan: str
    actual: int
    registered: int
    months: int
    arrears: int
    category: str


HEADERS: Mapping[str, tuple[str, ...]] = {
    "no": ("No", "NO."), "npp": ("NPP", "No. NPP", "Nomor Pendaftaran Perusahaan"), "nama": ("Nama Perusahaan", "NAMA BADAN USAHA", "Nama PKBU"),
    "alamat": ("Alamat", "ALAMAT PERUSAHAAN"), "kecamatan": ("Kecamatan", "KEC."), "skala": ("Skala", "Skala Usaha"),
    "actual": ("Jml TK", "Jumlah Tenaga Kerja", "Jml Tenaga Kerja Sebenarnya", "JUMLAH TK RIIL"),
    "registered": ("TK Terdaftar", "Jumlah TK Terdaftar", "TK TERDAFTAR"), "program": ("Program", "Program yang Diikuti"),
    "months": ("Bulan Tunggakan", "Bln Tunggakan", "Jml Bulan Menunggak"), "arrears": ("Nilai Tunggakan", "Jumlah Tunggakan (Rp)", "Nominal Tunggakan"),
    "category": ("Kategori", "Kategori Kepatuhan", "KATEGORI"),
}  # fmt: skip
USUAL = tuple(HEADERS)


def companies(seed: str, count: int = 14) -> list[Company]:
    """`count` employers of Gianyar; every category occurs, some never registered, some owe."""
    rng = random.Random(seed)
    return [_company(rng, number, CATEGORIES[number % len(CATEGORIES)]) for number in range(count)]


def _company(rng: random.Random, number: int, category: str) -> Company:
    owes, actual = "PIUTANG" in category, rng.randrange(12, 400)
    registered = 0 if category == "PWBD" else (actual - 5 if category == "PDS TK" else actual)
    return Company(
        name=f"{rng.choice(['PT', 'CV', 'UD', 'Koperasi'])} Contoh Rekaan {number + 1}", npp="" if category == "PWBD" else f"0{rng.randrange(10**6):06}{number % 10}",
        kecamatan=rng.choice(["Ubud", "Sukawati", "Gianyar"]), actual=actual, registered=registered, category=category,
        months=rng.randrange(2, 14) if owes else 0, arrears=rng.randrange(1_500_001, 90_000_000) if owes else 0,
    )  # fmt: skip


def lay_companies(
    page: Page, rows: Sequence[Company], columns: Sequence[str] = USUAL, *, row: int = 1, money: Form = int, said: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> int:  # fmt: skip
    """Header in `row`, companies below; the row after the last."""
    page.line(row, *((headers or {}).get(name, HEADERS[name][0]) for name in columns))
    for number, company in enumerate(rows, 1):
        cells: dict[str, Cell] = {
            "no": number, "npp": company.npp or None, "nama": company.name, "alamat": f"Jl. Contoh No. {number}",
            "kecamatan": company.kecamatan, "skala": "Kecil", "actual": company.actual, "registered": company.registered,
            "program": None if company.category == "PWBD" else "JKK, JKM, JHT", "months": company.months or None,
            "arrears": money(company.arrears) if company.arrears else None, "category": (said or {}).get(company.category, company.category),
        }  # fmt: skip
        page.line(row + number, *(cells[name] for name in columns))
    return row + len(rows) + 1


def truth_of(rows: Sequence[Company], columns: Sequence[str] = USUAL) -> dict[str, object]:
    sums = {
        key: sum(getattr(company, key) for company in rows) for key in ("actual", "registered", "arrears") if key in columns
    }  # fmt: skip
    pins: dict[str, object] = {
        "distinct_npp": len({company.npp for company in rows if company.npp}),
        "without_npp": sum(not company.npp for company in rows),
        "sums": sums,
    }
    if "category" in columns:
        pins["by_category"] = dict(Counter(company.category for company in rows))
    return pins


def _case(
    name: str,
    page: Page,
    rows: Sequence[Company],
    columns: Sequence[str] = USUAL,
    file: str = "perusahaan.xlsx",
    more: Mapping[str, object] | None = None,
) -> Case:
    write = text_writer(csv_text(page.grid())) if file.endswith(".csv") else book_writer(Book([page]))
    truth = Truth(
        rows=(), rejected=(), companies={**truth_of(rows, columns), **(more or {})}, counts={"read": page.filled, "parked": 0, "refused": 0},
        tables=(TableTruth(name=page.name, kind="perusahaan"),),
    )  # fmt: skip
    return Case(trap=TRAP, name=name, file=file, write=write, truth=truth)


def usual() -> Iterator[Case]:
    """Title blocks, header words, columns in any order, with and without a total."""
    for number in range(8):
        rng = random.Random(f"perusahaan{number}")
        page, rows = Page(), companies(f"perusahaan{number}")
        columns = list(USUAL[1:])
        rng.shuffle(columns)
        columns = ["no", *columns]
        row = title_block(rng, page, title="DAFTAR KEPATUHAN PERUSAHAAN KABUPATEN GIANYAR MARET 2025")
        after = lay_companies(
            page, rows, columns, row=row, headers={name: rng.choice(HEADERS[name]) for name in columns}
        )
        if number % 2:
            sums: dict[str, Cell] = {
                "nama": "JUMLAH",
                "actual": sum(c.actual for c in rows),
                "registered": sum(c.registered for c in rows),
                "arrears": sum(c.arrears for c in rows),
            }
            page.line(after, *(sums.get(name) for name in columns))
        yield _case(f"perusahaan_{number}", page, rows, columns)


def money() -> Iterator[Case]:
    """Rupiah in every dress."""
    forms: dict[str, Form] = {
        "rp": lambda v: f"Rp {v:,},-".replace(",", ".").replace(".-", ",-"), "rp_titik": lambda v: f"Rp. {v:,}".replace(",", "."), "rp_rapat": lambda v: f"Rp{v:,}".replace(",", "."),
        "desimal": lambda v: f"{v:,}".replace(",", ".") + ",00", "polos": str, "koma": lambda v: f"{v:,}", "pecahan": float, "idr": lambda v: f"IDR {v:,}".replace(",", "."),
        "koma_desimal": lambda v: f"{v:,}.00", "rp_desimal": lambda v: f"Rp {v:,}".replace(",", ".") + ",00",
    }  # fmt: skip
    for name, form in forms.items():
        page, rows = Page(), companies(f"uang{name}")
        lay_companies(page, rows, money=form)
        yield _case(f"uang_{name}", page, rows)
    page, rows = Page(name=""), companies("uang_csv")
    lay_companies(page, rows, money=forms["rp"])
    yield _case("uang_csv", page, rows, file="perusahaan.csv")


def categories() -> Iterator[Case]:
    """The categories in other spellings; what is none of them keeps its own text."""
    for number, said in enumerate((
        {"PDS TK": "PDS-TK", "PDS UPAH": "PDS Upah", "PDS PROGRAM": "PDS Program", "PDS PROGRAM DAN PIUTANG": "PDS Program dan Piutang", "PATUH": "Patuh"},
        {"PDS TK": "pds tk", "PIUTANG": "Piutang", "PATUH": "patuh", "PWBD": "pwbd", "PDS PROGRAM DAN PIUTANG": "PDS PROGRAM & PIUTANG"},
        {"PDS TK": "PDS TENAGA KERJA", "PWBD": "Perusahaan Wajib Belum Daftar", "PIUTANG": "Piutang Iuran", "PDS UPAH": "PDS - UPAH"},
    )):  # fmt: skip
        page, rows = Page(), companies(f"kategori{number}")
        lay_companies(page, rows, said=said)
        yield _case(f"kategori_{number}", page, rows)
    page, rows = Page(), companies("kategori_sendiri", 7)
    lay_companies(page, rows, said={"PATUH": "Dalam Pembinaan"})
    own = {("Dalam Pembinaan" if key == "PATUH" else key): 1 for key in CATEGORIES}
    yield _case("kategori_sendiri", page, rows, more={"by_category": own})


def divisions() -> Iterator[Case]:
    """One NPP in several divisions is one employer; NPP with leading zeros stay text."""
    page = Page()
    page.line(1, "No", "NPP", "Divisi", "Nama Perusahaan", "Jml TK", "TK Terdaftar", "Kategori")
    rows = [("01234567", "000"), ("01234567", "001"), ("01234567", "002"), ("7654321A", "000"), ("00000017", "000")]
    for number, (npp, division) in enumerate(rows, 1):
        page.line(number + 1, number, npp, division, f"PT Contoh Rekaan {npp}", 20, 15, "PDS TK")
    pins = {
        "distinct_npp": 3,
        "without_npp": 0,
        "by_category": {"PDS TK": 5},
        "sums": {"actual": 100, "registered": 75},
    }
    yield _case("divisi", page, [], (), more=pins)


def without_npp() -> Iterator[Case]:
    """Employers that never registered: no NPP, or a dash in its place; NIB and NPWP beside it are no NPP."""
    for number, mark in enumerate((None, "-", "belum ada", "0")):
        page = Page()
        page.line(1, "No", "NIB", "NPWP", "NPP", "Nama Perusahaan", "Kecamatan", "Jml TK", "TK Terdaftar", "Kategori")
        for row in range(2, 10):
            known = row % 2 == 0
            page.line(row, row - 1, f"812000000{row:04}", f"01.234.567.{row}-901.000", f"AA0000{row:02}" if known else mark,
                      f"CV Contoh Rekaan {row}", "Ubud", 30, 30 if known else 0, "PATUH" if known else "PWBD")  # fmt: skip
        pins = {
            "distinct_npp": 4,
            "without_npp": 4,
            "by_category": {"PATUH": 4, "PWBD": 4},
            "sums": {"actual": 240, "registered": 120},
        }
        yield _case(f"tanpa_npp_{number}", page, [], (), more=pins)


def two_level_header() -> Iterator[Case]:
    """“Tenaga Kerja” merged over real and registered, “Tunggakan” over months and amount."""
    page, rows = Page(), companies("perusahaan_dua_tingkat")
    page.line(1, "DATA PERUSAHAAN MARET 2025")
    page.line(3, "No", "NPP", "Nama Perusahaan", "Tenaga Kerja", None, "Tunggakan", None, "Kategori")
    page.line(4, "Sebenarnya", "Terdaftar", "Bulan", "Nilai (Rp)", column=4)
    for area in ((3, 4, 3, 5), (3, 6, 3, 7), (3, 1, 4, 1), (3, 2, 4, 2), (3, 3, 4, 3), (3, 8, 4, 8)):
        page.merge(*area)
    for number, company in enumerate(rows, 1):
        page.line(
            4 + number,
            number,
            company.npp or None,
            company.name,
            company.actual,
            company.registered,
            company.months or None,
            company.arrears or None,
            company.category,
        )
    yield _case("perusahaan_dua_tingkat", page, rows)


TRAPS = (usual, money, categories, divisions, without_npp, two_level_header)
