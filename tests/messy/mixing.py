"""Puts many traps into one list at once: every part is drawn by a seed, and the truth is written down as it is laid."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tests.messy.book import Cell, Page
from tests.messy.cases_dates import FORMS
from tests.messy.cases_nik import dressed
from tests.messy.laying import FIELDS, places_of, title_block
from tests.messy.people import MOTHERS, Person, some_people
from tests.messy.truth import RejectedTruth, RowTruth

OTHER: Mapping[str, tuple[tuple[str, ...], Callable[[Person, int], Cell]]] = {
    "kk": (("No. KK", "NO KK", "Nomor Kartu Keluarga"), lambda p, n: f"{p.nik[:6]}010115{n:04}"),
    "nip": (("NIP", "NIP/NRP"), lambda p, n: f"{p.birth:%Y%m%d}1995031{n:03}"),
    "email": (("Email", "E-MAIL"), lambda p, n: f"contoh{n}@contoh.test"),
    "keterangan": (("Keterangan", "Ket.", "KET"), lambda p, n: ("", "baru", "lengkap", "sudah dicek")[n % 4] or None),
    "pekerjaan": (("Pekerjaan", "Jenis Pekerjaan"), lambda p, n: ("Petani", "Nelayan", "Pedagang")[n % 3]),
    "kosong": ((" ",), lambda p, n: None),
    "mulai": (("Tgl Kepesertaan", "TMT", "TGL_KEPESERTAAN"), lambda p, n: f"01-{n % 12 + 1:02}-2020"),
    "kawin": (("Status Kawin", "STATUS PERKAWINAN"), lambda p, n: "TK"[n % 2]),
}  # fmt: skip
STATUS = (("Aktif", "Non Aktif"), ("AKTIF", "TIDAK AKTIF"), ("Aktif", "Nonaktif"))
SEGMENTS = {
    "PU": ("PU", "Penerima Upah", "PENERIMA UPAH (PU)"), "BPU": ("BPU", "Bukan Penerima Upah", "BUKAN PENERIMA UPAH (BPU)"),
    "JAKON": ("JAKON", "Jasa Konstruksi", "JASA KONSTRUKSI (JAKON)"),
}  # fmt: skip
CASES: Sequence[Callable[[str], str]] = (str, str.upper, str.lower, str.title)
DAMAGED: Sequence[Callable[[Person], Cell]] = (
    lambda p: p.nik[:15], lambda p: p.nik + "7", lambda p: "5,1E+15", lambda p: None, lambda p: p.nik[:12] + "XXXX", lambda p: "-",
)  # fmt: skip
DATES = tuple(name for name in FORMS if name not in ("serial_teks", "delapan_angka", "delapan_angka_hari", "spasi"))
TYPED = frozenset({"tanggal_excel", "tanggal_jam_excel", "serial"})


@dataclass(slots=True)
class Mixed:
    """A page and what is true of it; `header` is left open where its words stand in several rows."""

    page: Page
    header: tuple[int, ...] | None = None
    rows: list[RowTruth] = field(default_factory=list)
    rejected: list[RejectedTruth] = field(default_factory=list)


class Mixer:
    """Draws the parts of one list; a draw that does not fit the format (`typed`, `named`) is not made."""

    def __init__(self, seed: str, *, typed: bool, name: str) -> None:
        self._rng = random.Random(seed)
        self._seed, self._typed = seed, typed
        self._mixed = Mixed(Page(name=name))
        self._fields = self._draw_fields()
        self._date = self._rng.choice([name for name in DATES if typed or name not in TYPED])
        self._status = self._rng.choice(STATUS)
        self._segment = self._rng.randrange(3)
        self._case = self._rng.choice(CASES)
        self._column = self._rng.choice([1, 1, 1, 2, 4])
        self._ditto = self._rng.choice(["", "", "sda", '"', "idem"])
        self._hides = typed and self._rng.random() < 0.3
        self._two_level = name != "" and self._rng.random() < 0.2
        self._merges = name != "" and not self._ditto and self._rng.random() < 0.4

    def mix(self) -> Mixed:
        """Titles, header, people in pages, feet."""
        rng, page = self._rng, self._mixed.page
        people = self._draw_people()
        row = title_block(rng, page, width=min(6, len(self._fields)), title=rng.choice(_TITLES))
        headers = [self._header(name) for name in self._fields]
        per_page = rng.choice([len(people), len(people), 6, 9])
        row = self._put_header(row, headers, first=True)
        for start in range(0, len(people), per_page):
            if start:
                row = self._put_header(self._page_break(row), headers, first=False)
            row = self._put_people(row, people[start : start + per_page], start)
        self._feet(row, len(people))
        return self._mixed

    def _draw_fields(self) -> list[str]:
        rng = self._rng
        fields = ["nik", "nama", rng.choice(["lahir", "lahir", "ttl", "kelamin"])]
        fields += rng.choice(
            [["kabupaten", "kecamatan", "desa"], ["kabupaten", "kecamatan", "desa"], ["kode"], ["kabupaten"]]
        )
        fields += rng.sample(["kpj", "ibu", "alamat", "hp", "upah", "npp", "perusahaan", *OTHER], rng.randrange(1, 7))
        fields += ["segmen"] * (rng.random() < 0.8) + ["status"] * (rng.random() < 0.4)
        rng.shuffle(fields)
        return ["no"] * (rng.random() < 0.7) + fields

    def _draw_people(self) -> list[Person]:
        """Sorted by village, so that marks for “as above” can stand; some twice, some not active."""
        rng = self._rng
        within = rng.choice(["51", "51.04", "51.07.01", "51.71"])
        people = some_people(self._seed, rng.randrange(5, 28), within=within)
        if "segmen" in self._fields:
            people = [replace(p, segment=rng.choice(["PU", "PU", "BPU", "JAKON"])) for p in people]
        if "status" in self._fields:
            people = [replace(p, active=rng.random() < 0.8) for p in people]
        if rng.random() < 0.3:
            people.append(replace(people[0], npp="CT000202", company="CV Contoh Lain"))
        return sorted(people, key=lambda p: p.place.code)

    def _header(self, name: str) -> str:
        words = OTHER[name][0] if name in OTHER else FIELDS[name].headers
        text = self._rng.choice(words)
        if not text.strip():
            return text
        return (
            self._case(text) if self._rng.random() < 0.8 else f"{text}{self._rng.choice(['', ' ', chr(10), '*', ' :'])}"
        )

    def _put_header(self, row: int, headers: Sequence[str], *, first: bool) -> int:
        if first and self._two_level:
            self._put_groups(row)
            row += 1
        elif first:
            self._mixed.header = (row,)
        self._mixed.page.line(row, *headers, column=self._column)
        if first and self._rng.random() < 0.25:
            self._mixed.header = None
            row += 1
            self._mixed.page.line(row, *(f"({n})" for n in range(1, len(headers) + 1)), column=self._column)
        return row + 1

    def _put_groups(self, row: int) -> None:
        """A row of groups above the header: runs of two to four columns under one merged word."""
        page, rng = self._mixed.page, self._rng
        at = self._column + 1
        while at < self._column + len(self._fields) - 1:
            width = min(rng.randrange(2, 5), self._column + len(self._fields) - at)
            if rng.random() < 0.6:
                page.line(row, rng.choice(["Data Peserta", "Identitas", "Rincian", "Keterangan Peserta"]), column=at)
                page.merge(row, at, row, at + width - 1)
            at += width
        if not any(place[0] == row for place in page.cells):
            page.line(row, "Data Peserta", column=self._column + 1)
            page.merge(row, self._column + 1, row, self._column + 2)

    def _page_break(self, row: int) -> int:
        kind = self._rng.randrange(4)
        if kind == 1:
            self._mixed.page.line(row, f"Halaman {row // 10}", column=self._column)
            return row + 1
        return row + 1 if kind == 2 else row

    def _put_people(self, row: int, people: Sequence[Person], before: int) -> int:
        above: Person | None = None
        first = row
        for number, person in enumerate(people, before + 1):
            row += self._rng.random() < 0.04
            self._put(row, person, number, above)
            above = person
            row += 1
        if self._merges:
            self._merge_equal(first, row - 1)
        return row

    def _merge_equal(self, first: int, last: int) -> None:
        """Merge the cells of a place over the rows that say the same, where no blank row lies between."""
        page = self._mixed.page
        for name in ("kabupaten", "kecamatan"):
            if name in self._fields:
                column = self._column + self._fields.index(name)
                top = first
                for row in range(first + 1, last + 2):
                    if page.cells.get((row, column)) != page.cells.get((top, column)) or row > last:
                        if row - top > 1 and page.cells.get((top, column)):
                            page.merge(top, column, row - 1, column)
                            for covered in range(top + 1, row):
                                del page.cells[covered, column]
                        top = row

    def _put(self, row: int, person: Person, number: int, above: Person | None) -> None:
        rng, page = self._rng, self._mixed.page
        nik, numeric, damaged = self._nik(person)
        cells = [nik if name == "nik" else self._cell(name, person, number, above) for name in self._fields]
        page.line(row, *cells, column=self._column)
        if damaged:
            self._mixed.rejected.append(RejectedTruth(sheet=page.name, row=row, state="parked"))
            return
        hidden = self._hides and rng.random() < 0.15
        if hidden:
            page.hidden_rows.add(row)
        warn = ("nik_numeric",) * numeric + ("hidden_row",) * hidden
        self._mixed.rows.append(RowTruth(sheet=page.name, row=row, pins=self._pins(person), warn=warn))

    def _nik(self, person: Person) -> tuple[Cell, bool, bool]:
        """The cell, whether it is a number, whether it is damaged."""
        draw = self._rng.random()
        if draw < 0.04:
            return self._rng.choice(DAMAGED)(person), False, True
        if draw < 0.12 and self._typed:
            return int(person.nik), True, False
        return (self._rng.choice(dressed(person.nik)[:24]), False, False) if draw < 0.3 else (person.nik, False, False)

    def _cell(self, name: str, person: Person, number: int, above: Person | None) -> Cell:
        if name in OTHER:
            return OTHER[name][1](person, number)
        if name in ("kabupaten", "kecamatan", "desa") and self._ditto and above and _same(name, person, above):
            return self._ditto
        if name == "lahir":
            return FORMS[self._date](person.birth)
        if name == "status":
            return self._status[not person.active]
        if name == "segmen":
            return SEGMENTS[person.segment][self._segment]
        if name == "ibu":
            return MOTHERS[number % len(MOTHERS)]
        return FIELDS[name].put(person, number)

    def _pins(self, person: Person) -> dict[str, object]:
        pins: dict[str, object] = {"active": True}
        for name in self._fields:
            if name not in OTHER:
                pins |= FIELDS[name].pins(person)
        return pins | (places_of(person) if "kode" in self._fields else {})

    def _feet(self, row: int, count: int) -> None:
        rng, page = self._rng, self._mixed.page
        row += rng.randrange(2)
        if rng.random() < 0.5:
            page.line(
                row,
                rng.choice(["JUMLAH", "Total", "TOTAL PESERTA", "Jumlah Peserta"]),
                None,
                count,
                column=self._column,
            )
            row += 1
        if rng.random() < 0.4:
            page.lines(
                row + 1,
                [
                    ["Gianyar, 31 Maret 2025"],
                    ["Kepala Cabang,"],
                    [None],
                    ["I Made Contoh Rekaan"],
                    ["NIP. 197001011995031001"],
                ],
                column=self._column + 2,
            )
        elif rng.random() < 0.4:
            page.line(
                row + 1,
                rng.choice(["*) data sementara", "Catatan: NIK merah belum padan", "Sumber: SIPP, diolah"]),
                column=self._column,
            )


_TITLES = (
    "DAFTAR PESERTA AKTIF", "DATA PESERTA JAMSOSTEK BULAN MARET 2025", "Daftar Tenaga Kerja per 31 Maret 2025", "DATA TENAGA KERJA",
    "LAMPIRAN DATA KEPESERTAAN",
)  # fmt: skip


def _same(name: str, person: Person, above: Person) -> bool:
    """The cell above says the same, and so does all that stands over it."""
    mine, other = person.place, above.place
    return {
        "kabupaten": mine.regency_code == other.regency_code, "kecamatan": mine.kecamatan_code == other.kecamatan_code,
        "desa": mine.code == other.code,
    }[name]  # fmt: skip
