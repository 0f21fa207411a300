"""Traps of the NIK: how it is dressed, and how it is damaged."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from tests.messy.book import Cell, Page
from tests.messy.laying import BASIC, Put, lay, people_case, row_truth
from tests.messy.people import Person, some_people
from tests.messy.truth import Case, RejectedTruth, RowTruth

TRAP = "nik"
NIK_COLUMN = 2
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def _grouped(nik: str, mark: str) -> str:
    return mark.join((nik[:4], nik[4:8], nik[8:12], nik[12:]))


def dressed(nik: str) -> Sequence[str]:
    return (
        f"'{nik}", f"’{nik}", f"`{nik}", f" {nik} ", f"{nik}\u00a0", f"\u00a0{nik[:6]}\u00a0{nik[6:]}", _grouped(nik, " "),
        _grouped(nik, "."), _grouped(nik, "-"), f"{nik}.0", f"{nik}.00", f"\u200b{nik}", f"{nik[:8]}\u200b{nik[8:]}", f"\ufeff{nik}",
        f"{nik[:10]}\u00ad{nik[10:]}", f"\u202a{nik}\u202c", nik.translate(WIDE), f"{nik}\n", f"{nik}\t", f"{nik},", f'"{nik}"',
        f"{nik[:6]}.{nik[6:12]}.{nik[12:]}", f"{nik[:6]}/{nik[6:12]}/{nik[12:]}", f"{nik[:2]}.{nik[2:4]}.{nik[4:6]}.{nik[6:]}",
        f"{nik[:9]}\u2009{nik[9:]}", f"={chr(34)}{nik}{chr(34)}",
    )  # fmt: skip


_COUNT = len(dressed("5103010101909001")) - 1


def _in_dress(dress: int, person: Person, number: int) -> Cell:
    return dressed(person.nik)[dress]


def dressed_alike() -> Iterator[Case]:
    """The whole column in one dress."""
    for number in range(_COUNT):
        page = Page()
        rows = lay(page, some_people(f"baju{number}", 4), put={"nik": partial(_in_dress, number)})
        yield people_case(TRAP, f"baju_{number}", page, rows)


def dressed_mixed() -> Iterator[Case]:
    """Every dress in one column."""
    page = Page()
    rows = lay(page, some_people("baju_campur", _COUNT), put={"nik": lambda p, n: dressed(p.nik)[n - 1]})
    yield people_case(TRAP, "baju_campur", page, rows)


def numeric() -> Iterator[Case]:
    """A number whose sixteen digits can be exact is kept with `nik_numeric`; whole column, or among texts."""
    page = Page()
    rows = lay(page, some_people("angka", 6), put={"nik": lambda p, n: int(p.nik)}, clean=False)
    yield people_case(TRAP, "angka_semua", page, tuple(replace(row, warn=("nik_numeric",)) for row in rows))
    page = Page()
    rows = lay(page, some_people("angka_campur", 6), put={"nik": lambda p, n: int(p.nik) if n % 2 else p.nik})
    marked = tuple(
        replace(row, warn=("nik_numeric",), clean=False) if row.row % 2 == 0 else row for row in rows
    )  # fmt: skip
    yield people_case(TRAP, "angka_campur", page, marked)
    page = Page()
    for row in range(2, 8):
        page.formats[row, NIK_COLUMN] = "0"
    rows = lay(page, some_people("angka_format", 6), put={"nik": lambda p, n: float(p.nik)}, clean=False)
    yield people_case(TRAP, "angka_berformat", page, tuple(replace(row, warn=("nik_numeric",)) for row in rows))


def _damaged(person: Person) -> Sequence[tuple[str, Cell]]:
    nik = person.nik
    return (
        ("angka_akhir_nol", int(nik[:15] + "0")), ("eksponen_koma", "5,1E+15"), ("eksponen_titik", "5.10304E+15"),
        ("eksponen_panjang", "5,10304550690E+15"), ("lima_belas", nik[:15]), ("tujuh_belas", nik + "1"), ("huruf_o", nik[:15] + "O"),
        ("huruf", nik[:10] + "XX" + nik[12:]), ("kosong", None), ("setrip", "-"), ("belum", "belum ada"), ("nol", "0"),
        ("angka_lima_belas", int(nik[:15])), ("angka_kecil", 5.1e15), ("nol_semua", "0" * 16), ("bulan_13", nik[:8] + "13" + nik[10:]),
        ("hari_00", nik[:6] + "00" + nik[8:]), ("paspor", "X0000000"), ("spasi_saja", "\u00a0 "), ("galat", "#N/A"),
    )  # fmt: skip


_KINDS = len(_damaged(some_people("hitung", 1)[0]))


def damaged() -> Iterator[Case]:
    """One damaged number among sound ones: parked with its reason, not counted, not lost."""
    for number in range(_KINDS):
        people = some_people(f"rusak{number}", 6)
        name, value = _damaged(people[3])[number]
        page = Page()
        rows = list(lay(page, people))
        page.cells[5, NIK_COLUMN] = value
        del rows[3]
        rejected = [RejectedTruth(sheet="Data", row=5, state="parked")]
        yield people_case(TRAP, f"rusak_{name}", page, rows, rejected, counts={"parked": 1, "refused": 0})


def all_damaged() -> Iterator[Case]:
    """A whole column that Excel rounded: everybody waits, nobody is counted, the file is sound."""
    people = some_people("rusak_semua", 8)
    page = Page()
    lay(page, people, put={"nik": lambda p, n: int(p.nik[:15] + "0")})
    rejected = [RejectedTruth(sheet="Data", row=row, state="parked") for row in range(2, 10)]
    yield people_case(TRAP, "rusak_semua", page, (), rejected, counts={"parked": 8, "refused": 0})
    page = Page()
    people = some_people("rusak_campur", _KINDS)
    lay(page, people, put={"nik": lambda p, n: _damaged(p)[n - 1][1]})
    rejected = [RejectedTruth(sheet="Data", row=row, state="parked") for row in range(2, 2 + _KINDS)]
    yield people_case(TRAP, "rusak_campur", page, (), rejected, counts={"parked": _KINDS, "refused": 0})


def real_zero() -> Iterator[Case]:
    """A text that ends in 0 is a sound number: real serials end in 0."""
    page = Page()
    people = [replace(person, nik=person.nik[:12] + "9010") for person in some_people("nol_asli", 5)]
    rows = lay(page, people)
    yield people_case(TRAP, "teks_akhir_nol", page, rows)


def witnesses() -> Iterator[Case]:
    """Birth date and sex that do not agree with the NIK are a remark; another place of issue is not even that."""
    people = some_people("saksi_tanggal", 8)
    page = Page()
    rows = list(lay(page, people, ("no", "nik", "nama", "lahir", "kelamin", "kabupaten", "segmen")))
    page.line(4, "05-05-1959", column=4)
    rows[2] = replace(rows[2], pins={**rows[2].pins, "birth": date(1959, 5, 5).isoformat()}, doubtful=True, clean=False)
    yield people_case(TRAP, "tanggal_lain", page, rows)
    people = some_people("saksi_kelamin", 8)
    page = Page()
    rows = list(lay(page, people, ("no", "nik", "nama", "lahir", "kelamin", "kabupaten", "segmen")))
    page.line(6, "L" if people[4].sex == "P" else "P", column=5)
    rows[4] = replace(rows[4], doubtful=True, clean=False)
    yield people_case(TRAP, "kelamin_lain", page, rows)
    moved = [
        replace(person, nik=prefix + person.nik[6:])
        for person, prefix in zip(some_people("saksi_tempat", 4, within="51.07"), ("350101", "110101", "517101", "327301"), strict=True)
    ]  # fmt: skip
    page = Page()
    rows = list(lay(page, moved))
    yield people_case(TRAP, "terbit_di_daerah_lain", page, rows)


def cards() -> Iterator[Case]:
    """KPJ with leading zeros, as text or as a number that lost them, never decides whether a person is kept."""
    puts: Sequence[tuple[str, Put]] = (("teks", lambda p, n: p.kpj), ("angka", lambda p, n: int(p.kpj)))
    for name, put in puts:
        page = Page()
        fields = ("no", "kpj", "nik", *BASIC[2:])
        rows = lay(
            page,
            some_people(f"kpj_{name}", 5),
            fields,
            put={"kpj": put},
            clean=False,
        )
        yield people_case(TRAP, f"kpj_{name}", page, rows)
    page = Page()
    people = some_people("tanpa_nik", 4)
    lay(page, people, ("no", "kpj", "nama", "lahir", "kabupaten", "segmen"))
    rejected = [RejectedTruth(sheet="Data", row=row, state="parked") for row in range(2, 6)]
    yield people_case(TRAP, "kpj_tanpa_nik", page, (), rejected, counts={"parked": 4, "refused": 0})


def footers_like_people() -> Iterator[Case]:
    """A row of a person without NIK stays a person; a row with only a number in front is no person."""
    people = some_people("baris_bernomor", 6)
    page = Page()
    rows: Sequence[RowTruth] = lay(page, people)
    for row in range(8, 13):
        page.line(row, row - 1)
    yield people_case(TRAP, "baris_bernomor_kosong", page, rows)
    page = Page()
    kept = list(lay(page, people))
    for row in (3, 6):
        page.cells.pop((row, NIK_COLUMN))
    kept = [row for row in kept if row.row not in (3, 6)]
    rejected = [RejectedTruth(sheet="Data", row=row, state="parked") for row in (3, 6)]
    yield people_case(TRAP, "orang_tanpa_nik", page, kept, rejected, counts={"parked": 2, "refused": 0})
    assert row_truth("Data", 1, people[0]).pins["nik"] == people[0].nik


TRAPS = (
    dressed_alike, dressed_mixed, numeric, damaged, all_damaged, real_zero, witnesses, cards, footers_like_people,
)  # fmt: skip
