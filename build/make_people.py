"""Makes lists of invented participants over real villages of Klungkung and Karangasem: `python -m build.make_people 5000`.

Nobody in them exists. Names are put together from name parts; NIK have the right structure, with serials from 9001 on,
which no office reaches for one birth date. The same seed and number of rows give the same files. Two layouts: the
workbook of SIPP (three sheets, header in row 1) and a personnel list “peserta aktif” (header in row 4).
"""

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from build.workbooks import one_page_wide, save, widths
from desktop_app.domain.regions import Region, depth, is_within
from desktop_app.operations.reference import shipped_regions
from desktop_app.resources import resource

REGENCIES = ("51.05", "51.07")
SIPP_FILE = "DATA CONTOH SIPP Klungkung Karangasem Januari 2026.xlsx"
LIST_FILE = "DATA CONTOH peserta aktif Klungkung Karangasem Januari 2026.xlsx"

SIPP_HEADER = (
    "NO_PEGAWAI", "NAMA_LENGKAP", "GELAR", "TELEPON_AREA_RUMAH", "TELEPON_RUMAH", "TELEPON_AREA_KANTOR",
    "TELEPON_KANTOR", "TELEPON_EXT_KANTOR", "HP", "EMAIL", "TEMPAT_LAHIR", "TANGGAL_LAHIR", "NAMA_IBU_KANDUNG",
    "JENIS_IDENTITAS", "NOMOR_IDENTITAS", "MASA_LAKU_IDENTITAS", "JENIS_KELAMIN", "SURAT_MENYURAT_KE",
    "TANGGAL_KEPESERTAAN", "STATUS_KAWIN", "GOLONGAN_DARAH", "NPWP", "KODE_NEGARA", "UPAH", "ALAMAT", "KODE_POS",
    "LOKASI_PEKERJAAN", "STATUS_PEGAWAI", "TGL_AWAL_BEKERJA", "TGL_AKHIR_KONTRAK",
)  # fmt: skip
LIST_HEADER = (
    "NO", "NIK", "NO KPJ", "NAMA LENGKAP", "TEMPAT LAHIR", "TANGGAL LAHIR", "JENIS KELAMIN", "STATUS PERKAWINAN",
    "ALAMAT", "KELURAHAN", "KECAMATAN", "KOTA/KAB", "PROVINSI", "KODE POS", "NO HP", "EMAIL", "NAMA IBU KANDUNG",
    "TGL MULAI BEKERJA", "UPAH", "STATUS KEPESERTAAN", "JHT", "JKK", "JKM", "JP", "KODE PERUSAHAAN", "NAMA PERUSAHAAN",
    "NPWP",
)  # fmt: skip

_MEN = ("I Wayan", "I Putu", "I Gede", "I Made", "I Kadek", "I Nengah", "I Nyoman", "I Komang", "I Ketut")
_WOMEN = ("Ni Wayan", "Ni Putu", "Ni Luh", "Ni Made", "Ni Kadek", "Ni Nengah", "Ni Nyoman", "Ni Komang", "Ni Ketut")
_FIRST = ("Ari", "Budi", "Cipta", "Darma", "Eka", "Guna", "Jaya", "Karya", "Laksmi", "Mega", "Purna", "Rai", "Sari",
          "Surya", "Tirta", "Utama", "Widi", "Yasa")  # fmt: skip
_LAST = ("Artana", "Astiti", "Darmika", "Gunarsa", "Kertiasa", "Lestari", "Mahayani", "Natarina", "Parwata", "Ratnadi",
         "Sadnyani", "Sukarta", "Sumerta", "Suryani", "Wartini", "Widiana", "Wirasta", "Yudarta")  # fmt: skip
_COMPANIES = (("CT000101", "PT Contoh Segara Rekaan"), ("CT000102", "CV Contoh Tenun Rekaan"),
              ("CT000103", "Koperasi Contoh Rekaan"), ("CT000104", "UD Contoh Garam Rekaan"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """An invented participant."""

    nik: str
    kpj: str
    name: str
    born: date
    sex: str
    mother: str
    village: Region
    since: date
    wage: int


class People:
    """Draws invented people, always the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._serials: Counter[str] = Counter()
        self._regions = {region.code: region for region in shipped_regions()}
        self.villages = [r for r in self._regions.values() if depth(r.code) == 4 and _in_sample(r.code)]

    def named(self, code: str) -> Region:
        return self._regions[code]

    def draw(self, number: int) -> Person:
        pick = self._random
        village = pick.choice(self.villages)
        sex = pick.choice("LP")
        born = date(1962, 1, 1) + timedelta(days=pick.randrange(45 * 365))
        name = f"{pick.choice(_MEN if sex == 'L' else _WOMEN)} {pick.choice(_FIRST)} {pick.choice(_LAST)}"
        mother = f"{pick.choice(_WOMEN)} {pick.choice(_LAST)}"
        return Person(
            nik=self._nik(village, born, sex), kpj=f"{number:011d}", name=name, born=born, sex=sex, mother=mother,
            village=village, since=date(pick.randint(max(2015, born.year + 18), 2025), pick.randint(1, 12), 1),
            wage=pick.randrange(2_800, 6_000) * 1000,
        )  # fmt: skip

    def _nik(self, village: Region, born: date, sex: str) -> str:
        day = born.day + (40 if sex == "P" else 0)
        start = f"{village.code[:8].replace('.', '')}{day:02d}{born:%m%y}"
        self._serials[start] += 1
        return f"{start}{9000 + self._serials[start]:04d}"


def _in_sample(code: str) -> bool:
    return any(is_within(code, regency) for regency in REGENCIES)


def make_sipp(people: People, rows: int, path: Path) -> None:
    """The official workbook of SIPP, with a few of the troubles that such files bring."""
    book = Workbook()
    guide = book.worksheets[0]
    guide.title = "Petunjuk Pengisian"
    for line in (
        "DATA CONTOH: semua orang di berkas ini rekaan, tidak ada yang sungguh ada.",
        "Bulan data: 31 Januari 2026",
        "Isi lembar data_tk_baru mulai baris kedua; jangan mengubah judul kolom.",
        "JENIS_KELAMIN: L atau P. STATUS_KAWIN: Y atau T. Tanggal: hh-bb-tttt.",
        "LOKASI_PEKERJAAN: kode dari lembar Lokasi Pekerjaan. Kode di berkas contoh ini rekaan.",
    ):
        guide.append([line])
    widths(guide, (110,))
    codes = {village.code: f"{9001 + place}" for place, village in enumerate(people.villages)}
    _sipp_rows(book.create_sheet("data_tk_baru"), people, rows, codes)
    places = book.create_sheet("Lokasi Pekerjaan")
    places.append(["KODE", "KABUPATEN/KOTA", "KECAMATAN", "DESA/KELURAHAN"])
    for village in people.villages:
        district, regency = people.named(village.code[:8]), people.named(village.code[:5])
        places.append([codes[village.code], regency.name.upper(), district.name.upper(), village.name.upper()])
    widths(places, (10, 26, 22, 26))
    save(book, path)


def _sipp_rows(sheet: Worksheet, people: People, rows: int, codes: dict[str, str]) -> None:
    sheet.append(SIPP_HEADER)
    for number in range(1, rows + 1):
        person = people.draw(number)
        sheet.append([
            f"P{number:05d}", person.name.upper(), None, None, None, None, None, None, None, None,
            people.named(person.village.code[:5]).short_name.upper(), _born(person, number, rows), person.mother.upper(),
            "KTP", _nik_cell(person, number, rows), None, person.sex, "S", None, "Y" if number % 3 else "T", None, None,
            "ID", person.wage, person.village.name, None, codes[person.village.code], "PKWTT", f"{person.since:%d-%m-%Y}",
            None,
        ])  # fmt: skip
    widths(sheet, [14, 30, *[8] * 8, 16, 16, 24, 14, 20, *[12] * 15])
    sheet.freeze_panes = "C2"


def make_list(people: People, rows: int, first: int, path: Path) -> None:
    """A personnel list “peserta aktif”: title, info with the month, an empty row, header in row 4."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Peserta Aktif"
    sheet.append(["DAFTAR PESERTA AKTIF BPJS KETENAGAKERJAAN (DATA CONTOH, SEMUA ORANG REKAAN)"])
    sheet.append(["per 31 Januari 2026"])
    sheet.append([])
    sheet.append(LIST_HEADER)
    for number in range(1, rows + 1):
        person = people.draw(first + number)
        npp, company = _COMPANIES[number % len(_COMPANIES)]
        lost = number == rows // 2 + 7
        sheet.append([
            number, _nik_cell(person, number, rows), person.kpj, person.name, _birthplace(people, person),
            f"{person.born:%d-%m-%Y}", person.sex, "Kawin" if number % 3 else "Belum kawin", f"Banjar Contoh {number % 9 + 1}",
            "Selat" if lost else person.village.name, None if lost else people.named(person.village.code[:8]).name,
            None if lost else people.named(person.village.code[:5]).name, "Bali", None, None, None, person.mother,
            f"{person.since:%d-%m-%Y}", person.wage, "NON AKTIF" if number % 40 == 0 else "AKTIF", "Y", "Y", "Y",
            "Y" if number % 2 else "T", npp, company, None,
        ])  # fmt: skip
    widths(sheet, [6, 20, 14, 30, 16, 14, 8, 14, 20, 20, 18, 24, 10, *[10] * 3, 24, 14, 12, 14, *[6] * 4, 14, 28, 10])
    sheet.freeze_panes = "E5"
    one_page_wide(sheet)
    save(book, path)


def _birthplace(people: People, person: Person) -> str:
    return people.named(person.village.code[:5]).short_name


def _born(person: Person, number: int, rows: int) -> str:
    """One date that cannot be; the rest as SIPP wants them."""
    return "31-02-1990" if number == rows // 3 else f"{person.born:%d-%m-%Y}"


def _nik_cell(person: Person, number: int, rows: int) -> str | int | None:
    """Text, but for a handful: damaged by Excel (last digit 0), intact as a number, too short, or missing."""
    trouble = {rows // 10 * tenth: tenth for tenth in range(1, 7)}.get(number)
    if trouble in (1, 2, 3):
        return int(person.nik[:15] + "0")
    if trouble == 4:
        return person.nik[:15]
    if trouble == 5:
        return None
    if trouble == 6 and not person.nik.endswith("0"):
        return int(person.nik)
    return person.nik


def make_people(rows: int, folder: Path, seed: int = 5107) -> list[Path]:
    """Write both workbooks into `folder`; about half of the rows each."""
    people = People(seed)
    paths = [folder / SIPP_FILE, folder / LIST_FILE]
    folder.mkdir(parents=True, exist_ok=True)
    make_sipp(people, rows // 2, paths[0])
    make_list(people, rows - rows // 2, rows // 2, paths[1])
    return paths


def main(words: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, help="rows in both workbooks together")
    parser.add_argument("--out", type=Path, default=resource("samples"), help="folder to write into")
    parser.add_argument("--seed", type=int, default=5107)
    arguments = parser.parse_args(words)
    for path in make_people(arguments.rows, arguments.out, arguments.seed):
        print(path)


if __name__ == "__main__":
    main()
