"""Traps of kinds: each is recognised by its words, and a list of one kind is not taken for another."""

from collections.abc import Iterator, Sequence

from tests.messy.book import Book, Cell, Page
from tests.messy.counting import lay_recap, regencies
from tests.messy.laying import lay
from tests.messy.people import Person, some_people
from tests.messy.truth import Case, RowTruth, TableTruth, Truth, persons_of
from tests.messy.writing import book_writer

TRAP = "jenis"
SIPP_NEW = (
    "NO_PEGAWAI", "NAMA_LENGKAP", "GELAR", "TELEPON_AREA_RUMAH", "TELEPON_RUMAH", "TELEPON_AREA_KANTOR", "TELEPON_KANTOR",
    "TELEPON_EXT_KANTOR", "HP", "EMAIL", "TEMPAT_LAHIR", "TANGGAL_LAHIR", "NAMA_IBU_KANDUNG", "JENIS_IDENTITAS",
    "NOMOR_IDENTITAS", "MASA_LAKU_IDENTITAS", "JENIS_KELAMIN", "SURAT_MENYURAT_KE", "TANGGAL_KEPESERTAAN", "STATUS_KAWIN",
    "GOLONGAN_DARAH", "NPWP", "KODE_NEGARA", "UPAH", "ALAMAT", "KODE_POS", "LOKASI_PEKERJAAN", "STATUS_PEGAWAI",
    "TGL_AWAL_BEKERJA", "TGL_AKHIR_KONTRAK",
)  # fmt: skip
IURAN = (
    "no_ref", "nik", "no_pegawai", "nama_tk", "tgl_lahir", "tgl_kepesertaan", "jumlah_upah", "jumlah_rapel", "iuran_jkk", "iuran_jkm",
    "iuran_jht_pk", "iuran_jht_tk", "iuran_jp_pk", "iuran_jp_tk", "total_iuran",
)  # fmt: skip


def _case(name: str, pages: Sequence[Page], truth: Truth, file: str = "berkas.xlsx") -> Case:
    return Case(trap=TRAP, name=name, file=file, write=book_writer(Book(list(pages))), truth=truth)


def _kind(name: str, page: Page, kind: str, **more: object) -> Case:
    return _case(name, [page], Truth(tables=(TableTruth(name=page.name, kind=kind),), **more))  # type: ignore[arg-type]


def _sipp(page: Page, people: Sequence[Person], headers: Sequence[str], extra: dict[str, Cell]) -> tuple[RowTruth, ...]:
    page.line(1, *headers)
    rows = []
    for row, person in enumerate(people, 2):
        first, middle, last = person.name.rsplit(" ", 2)
        cells: dict[str, Cell] = {
            "NO_PEGAWAI": f"P{row:04}", "NAMA_LENGKAP": person.name, "NAMA_DEPAN": first, "NAMA_TENGAH": middle, "NAMA_BELAKANG": last,
            "TEMPAT_LAHIR": "Denpasar", "TANGGAL_LAHIR": f"{person.birth:%d-%m-%Y}", "NAMA_IBU_KANDUNG": "Ni Nengah Rekaan",
            "JENIS_IDENTITAS": "KTP", "NOMOR_IDENTITAS": person.nik, "MASA_LAKU_IDENTITAS": "31-12-2999", "JENIS_KELAMIN": person.sex,
            "SURAT_MENYURAT_KE": "E", "STATUS_KAWIN": "T" if row % 2 else "Y", "GOLONGAN_DARAH": "O", "KODE_NEGARA": "ID", "UPAH": 2_900_000,
            "ALAMAT": "Jl. Contoh Rekaan", "KODE_POS": "80000", "LOKASI_PEKERJAAN": "A0101", "STATUS_PEGAWAI": "PKWTT", "TGL_AWAL_BEKERJA": "01-03-2025",
            "HP": "081200000000", **extra,
        }  # fmt: skip
        page.line(row, *(cells.get(header) for header in headers))
        pins = {
            "nik": person.nik,
            "name": person.name,
            "birth": person.birth.isoformat(),
            "active": True,
            "desa": None,
            "kecamatan": None,
        }
        rows.append(RowTruth(sheet=page.name, row=row, pins=pins))
    return tuple(rows)


def sipp() -> Iterator[Case]:
    """The form of SIPP, new (30 columns) and old (three name parts, spouse and children), with its own place codes."""
    page, notes, places = Page(name="data_tk_baru"), Page(name="Petunjuk Pengisian"), Page(name="Lokasi Pekerjaan")
    notes.lines(
        1,
        [
            ["NAMA KOLOM", "KETERANGAN"],
            ["NO_PEGAWAI", "Nomor pegawai, teks"],
            ["NAMA_LENGKAP", "Wajib diisi"],
            ["NOMOR_IDENTITAS", "NIK 16 digit"],
        ],
    )
    places.lines(1, [["KODE LOKASI", "NAMA LOKASI"], ["A0101", "KAB. GIANYAR"], ["A0102", "KAB. BADUNG"]])
    people = some_people("sipp_baru", 8)
    rows = _sipp(page, people, SIPP_NEW, {})
    truth = Truth(
        rows=rows,
        rejected=(),
        tables=(TableTruth(name="data_tk_baru", kind="peserta", header_rows=(1,)),),
        persons=persons_of(rows),
    )
    yield _case("sipp_baru", [notes, page, places], truth, "Data TK Baru.xlsx")
    old = list(SIPP_NEW)
    old[1:2] = ["NAMA_DEPAN", "NAMA_TENGAH", "NAMA_BELAKANG"]
    family = [("NAMA_PASANGAN", "Ni Luh Pasangan Rekaan"), ("TGL_LAHIR_PASANGAN", "01-02-1980")]
    family += [
        (f"{part}_ANAK{number}", value)
        for number in range(1, 4)
        for part, value in (
            ("NAMA", f"Anak Rekaan {number}"),
            ("TGL_LAHIR", f"0{number}-05-2015"),
            ("JENIS_KELAMIN", "P"),
        )
    ]
    old += [name for name, _ in family] + ["RAPEL", "NATIONALITY"]
    page = Page(name="data_tk_baru")
    rows = _sipp(page, some_people("sipp_lama", 8), old, dict(family))
    truth = Truth(
        rows=rows, rejected=(), tables=(TableTruth(name="data_tk_baru", kind="peserta"),), persons=persons_of(rows)
    )
    yield _case("sipp_lama", [page], truth, "Data TK.xlsx")
    page = Page(name="data_tk_baru")
    blank = [*SIPP_NEW[:5], " ", *SIPP_NEW[5:]]
    rows = _sipp(page, some_people("sipp_kolom_kosong", 6), blank, {})
    yield _case("sipp_kolom_kosong", [page], Truth(rows=rows, rejected=(), persons=persons_of(rows)))


def contributions() -> Iterator[Case]:
    """Contribution detail by BLTH is its own kind."""
    page = Page()
    page.line(1, "RINCIAN IURAN TENAGA KERJA BLTH 03-2025")
    page.line(3, *IURAN)
    for row, person in enumerate(some_people("iuran", 6), 4):
        page.line(
            row,
            row - 3,
            person.nik,
            f"P{row}",
            person.name,
            f"{person.birth:%d-%m-%Y}",
            "01-01-2020",
            2_900_000,
            0,
            6960,
            8700,
            107_300,
            58_000,
            58_000,
            29_000,
            267_960,
        )
    page.line(11, None, None, None, "TOTAL", None, None, 17_400_000)
    yield _kind("rincian_iuran", page, "rincian_iuran", rejected=())
    page = Page()
    page.line(
        1,
        "BLTH",
        "KPJ",
        "NIK",
        "NAMA TENAGA KERJA",
        "UPAH",
        "IURAN JKK",
        "IURAN JKM",
        "IURAN JHT",
        "IURAN JP",
        "TOTAL IURAN",
    )
    for row, person in enumerate(some_people("iuran_blth", 6), 2):
        page.line(row, "03-2025", person.kpj, person.nik, person.name, 2_900_000, 6960, 8700, 165_300, 87_000, 267_960)
    yield _kind("rincian_iuran_blth", page, "rincian_iuran", rejected=())


def vulnerable() -> Iterator[Case]:
    """A village's list of vulnerable workers, proposed or paid by somebody."""
    for number, title in enumerate(
        (
            "DAFTAR USULAN PEKERJA RENTAN DESA CONTOH TAHUN 2025",
            "DATA PEKERJA RENTAN PENERIMA BANTUAN IURAN",
            "DAFTAR PEKERJA RENTAN",
        )
    ):
        page = Page()
        page.line(1, title)
        fields = ("no", "nik", "nama", "lahir", "alamat", "kabupaten", "kecamatan", "desa")
        people = some_people(f"rentan{number}", 7, within="51.04")
        lay(
            page,
            people,
            fields,
            row=3,
            headers={"alamat": "Pekerjaan"},
            put={"alamat": lambda p, n: ("Petani", "Nelayan", "Buruh")[n % 3]},
        )
        page.line(3, "Sumber Dana", column=9)
        for row in range(4, 11):
            page.line(row, "APBDes", column=9)
        yield _kind(f"rentan_{number}", page, "pekerja_rentan", rejected=())


def bases_and_targets() -> Iterator[Case]:
    """Bases and targets per region, told from recaps of participants."""
    for name, title in (
        ("ucj", "PENYEBUT UCJ TAHUN 2025"),
        ("sakernas", "PENDUDUK BEKERJA HASIL SAKERNAS AGUSTUS 2024"),
    ):
        page = Page()
        page.line(1, title)
        lay_recap(page, regencies(name), ("no", "wilayah", "penduduk_bekerja"), row=3)
        yield _kind(f"penyebut_{name}", page, "penyebut", rows=(), rejected=())
    for number, title in enumerate(("TARGET CAKUPAN JAMSOSTEK TAHUN 2025", "TARGET UCJ KABUPATEN/KOTA 2026")):
        page = Page()
        page.line(1, title)
        lay_recap(page, regencies(f"target{number}"), ("no", "wilayah", "target_pct"), row=3, total="")
        yield _kind(f"target_{number}", page, "target", rows=(), rejected=())


def mixed_workbook() -> Iterator[Case]:
    """People, a recap and instructions in one workbook; a recap below the people on one sheet."""
    people, recap, notes = Page(name="Peserta"), Page(name="Rekap"), Page(name="Catatan")
    rows = lay(people, some_people("buku_campur", 6))
    figures = lay_recap(recap, regencies("buku_campur"), row=2)
    notes.lines(1, [["Catatan untuk pembaca"], ["Data belum final"]])
    tables = (TableTruth(name="Peserta", kind="peserta"), TableTruth(name="Rekap", kind="rekap"))
    truth = Truth(rows=rows, rejected=(), persons=persons_of(rows), figures=figures, tables=tables)
    yield _case("buku_campur", [notes, people, recap], truth)
    page = Page(name="Gabungan")
    rows = lay(page, some_people("lembar_campur", 6), row=2)
    figures = lay_recap(page, regencies("lembar_campur"), row=12)
    page.line(11, "REKAPITULASI")
    both = (TableTruth(name="Gabungan", kind="peserta"), TableTruth(name="Gabungan", kind="rekap"))
    yield _case(
        "lembar_campur", [page], Truth(rows=rows, rejected=(), persons=persons_of(rows), figures=figures, tables=both)
    )
    page = Page(name="Gabungan")
    rows = lay(page, some_people("campur_kanan", 12), row=2)
    figures = lay_recap(page, regencies("campur_kanan"), ("wilayah", "pu", "bpu", "total"), row=2, column=11)
    yield _case(
        "campur_kanan", [page], Truth(rows=rows, rejected=(), persons=persons_of(rows), figures=figures, tables=both)
    )


def chosen() -> Iterator[Case]:
    """`--kind` and `--period` say it where the sheet does not."""
    page = Page()
    rows = lay(page, some_people("pilih_jenis", 5), ("no", "nik", "nama", "lahir", "kabupaten", "kecamatan", "desa"))
    tables = (TableTruth(name="Data", kind="peserta", period="2024-11"),)
    truth = Truth(rows=rows, rejected=(), tables=tables, by_period={"2024-11": persons_of(rows)}, storable=True)
    yield Case(
        trap=TRAP, name="pilih_jenis_dan_bulan", file="data.xlsx", write=book_writer(Book([page])), truth=truth,
        options=("--kind", "peserta", "--period", "2024-11"),
    )  # fmt: skip


def no_table() -> Iterator[Case]:
    """A file that can be read and holds no list: open is “ok”, no rows, a message, exit code 1."""
    letter, empty, header = Page(), Page(), Page()
    letter.lines(1, [["SURAT PENGANTAR"], ["Bersama ini kami sampaikan data peserta."], ["Terima kasih."]])
    header.line(1, "No", "NIK", "Nama", "Tanggal Lahir")
    stock = Page()
    stock.lines(
        1,
        [
            ["No", "Nama Barang", "Jumlah", "Satuan"],
            [1, "Kertas", 5, "rim"],
            [2, "Tinta", 3, "botol"],
            [3, "Map", 20, "buah"],
        ],
    )
    for name, page in (("surat", letter), ("kosong", empty), ("hanya_judul", header), ("barang", stock)):
        yield _case(f"tanpa_tabel_{name}", [page], Truth(rows=(), rejected=(), storable=False, figures=(), said=("",)))


TRAPS = (sipp, contributions, vulnerable, bases_and_targets, mixed_workbook, chosen, no_table)
