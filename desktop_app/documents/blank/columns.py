"""The columns of each blank template: title, what may be entered, how it is explained. Sources: domain notes 4.6, 8.1–8.3."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from desktop_app.domain.compliance import Category
from desktop_app.domain.segments import Benefit, Segment
from desktop_app.domain.templates import BlankTemplate, TemplateKind


class Entry(Enum):
    """What a column takes."""

    NUMBERED = auto()
    TEXT = auto()
    DIGITS = auto()
    DAY = auto()
    COUNT = auto()
    RUPIAH = auto()
    CHOICE = auto()
    REGENCY = auto()
    DISTRICT = auto()
    VILLAGE = auto()
    CODE = auto()
    SUM = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateColumn:
    """`lengths`: numbers of digits that an identifier may have; `choices` stand in a drop-down. `help` explains the column."""

    title: str
    entry: Entry
    width: float
    help: str
    needed: bool = False
    lengths: tuple[int, ...] = ()
    choices: tuple[str, ...] = ()


_YES_NO = ("Y", "T")
_NO = TemplateColumn(title="No", entry=Entry.NUMBERED, width=6, help="Nomor urut.")
_NIK = TemplateColumn(
    title="NIK", entry=Entry.DIGITS, width=20, needed=True, lengths=(16,),
    help="16 angka seperti pada KTP, tanpa spasi dan titik. Kolomnya sudah berformat teks, jadi angka terakhir tidak hilang.",
)  # fmt: skip
_NAME = TemplateColumn(title="Nama lengkap", entry=Entry.TEXT, width=30, needed=True, help="Seperti pada KTP.")
_BIRTH = TemplateColumn(
    title="Tanggal lahir", entry=Entry.DAY, width=14, help="Tanggal-bulan-tahun, misalnya 31-12-1990."
)
_SEX = TemplateColumn(
    title="Jenis kelamin", entry=Entry.CHOICE, width=10, choices=("L", "P"), help="L (laki-laki) atau P (perempuan)."
)
_KPJ = TemplateColumn(
    title="No KPJ",
    entry=Entry.DIGITS,
    width=15,
    lengths=(11,),
    help="11 angka pada kartu peserta; kosongkan bila belum ada.",
)
_PLACES = (
    TemplateColumn(title="Kabupaten/Kota", entry=Entry.REGENCY, width=22, needed=True, help="Pilih dari daftar."),
    TemplateColumn(title="Kecamatan", entry=Entry.DISTRICT, width=20, needed=True, help="Pilih dari daftar."),
    TemplateColumn(
        title="Desa/Kelurahan", entry=Entry.VILLAGE, width=22, needed=True,
        help="Pilih dari daftar; isinya mengikuti kecamatan di sebelahnya.",
    ),
    TemplateColumn(title="Kode wilayah", entry=Entry.CODE, width=15, help="Terisi sendiri setelah wilayah dipilih."),
)  # fmt: skip
_BENEFITS = tuple(
    TemplateColumn(
        title=benefit.value, entry=Entry.CHOICE, width=6, choices=_YES_NO, help=f"Y bila ikut program {benefit.value}, T bila tidak."
    )
    for benefit in Benefit
)  # fmt: skip
_STATUS = TemplateColumn(
    title="Status", entry=Entry.CHOICE, width=13, choices=("Aktif", "Tidak aktif"), help="Kosong dibaca sebagai aktif."
)
_NOTE = TemplateColumn(title="Keterangan", entry=Entry.TEXT, width=26, help="Bila perlu.")
_NPP = TemplateColumn(
    title="NPP", entry=Entry.TEXT, width=13, help="Nomor pendaftaran perusahaan; kosongkan bila belum terdaftar."
)
_COMPANY = TemplateColumn(
    title="Nama perusahaan", entry=Entry.TEXT, width=30, needed=True, help="Nama badan usaha atau pemberi kerja."
)
_JOB = TemplateColumn(
    title="Jenis pekerjaan", entry=Entry.TEXT, width=20, help="Misalnya petani, nelayan, pedagang, tukang."
)
_PHONE = TemplateColumn(
    title="No HP", entry=Entry.TEXT, width=16, help="Kolomnya berformat teks, jadi nol di depan tetap ada."
)
_HAMLET = TemplateColumn(title="Banjar/Dusun", entry=Entry.TEXT, width=18, help="Banjar, dusun, atau lingkungan.")
_INCOME = TemplateColumn(
    title="Penghasilan per bulan (Rp)", entry=Entry.RUPIAH, width=16, help="Angka saja, tanpa “Rp” dan titik."
)

_PU = (
    _NO, _NIK, _KPJ, _NAME, _BIRTH, _SEX, _NPP, replace(_COMPANY, needed=False), *_PLACES,
    TemplateColumn(
        title="Segmen", entry=Entry.CHOICE, width=10, choices=(Segment.PU, Segment.JAKON),
        help="PU, atau JAKON untuk pekerja jasa konstruksi. Kosong dibaca sebagai PU.",
    ),
    *_BENEFITS, _STATUS, _NOTE,
)  # fmt: skip
_BPU = (
    _NO, _NIK, _KPJ, _NAME, _BIRTH, _SEX, *_PLACES, _HAMLET, _PHONE, _JOB,
    *(column for column in _BENEFITS if column.title in (Benefit.JKK, Benefit.JKM, Benefit.JHT)), _STATUS, _NOTE,
)  # fmt: skip
_RENTAN = (
    _NO, _NIK, _NAME, _BIRTH, _SEX, *_PLACES, _HAMLET, _PHONE, _JOB, _INCOME,
    TemplateColumn(
        title="Desil", entry=Entry.CHOICE, width=8, choices=tuple(map(str, range(1, 11))),
        help="Desil kesejahteraan 1–10 menurut data pemerintah; kosongkan bila tidak diketahui.",
    ),
    TemplateColumn(
        title="Sumber dana", entry=Entry.CHOICE, width=20,
        choices=("APBD Provinsi", "APBD Kabupaten/Kota", "APBDes", "CSR", "Donatur", "Mandiri"),
        help="Siapa yang membayar atau diusulkan membayar iurannya.",
    ),
    _NOTE,
)  # fmt: skip
_PERUSAHAAN = (
    _NO, _NPP,
    TemplateColumn(title="Divisi", entry=Entry.TEXT, width=8, help="Kode divisi di SIPP, misalnya 000."),
    TemplateColumn(title="NIB", entry=Entry.DIGITS, width=16, lengths=(13,), help="13 angka; kosongkan bila belum ada."),
    TemplateColumn(
        title="NPWP", entry=Entry.DIGITS, width=19, lengths=(15, 16), help="15 atau 16 angka, tanpa titik dan garis."
    ),
    _COMPANY,
    TemplateColumn(title="Alamat perusahaan", entry=Entry.TEXT, width=30, help="Jalan dan nomor."),
    *(replace(column, needed=False) for column in _PLACES),
    TemplateColumn(
        title="Skala usaha", entry=Entry.CHOICE, width=12, choices=("Mikro", "Kecil", "Menengah", "Besar"),
        help="Skala menurut perizinan usahanya.",
    ),
    TemplateColumn(title="Jumlah TK", entry=Entry.COUNT, width=10, help="Semua pekerja yang sebenarnya bekerja."),
    TemplateColumn(title="TK terdaftar", entry=Entry.COUNT, width=11, help="Pekerja yang terdaftar di BPJS Ketenagakerjaan."),
    *_BENEFITS,
    TemplateColumn(title="Bulan tunggakan", entry=Entry.COUNT, width=11, help="Berapa bulan iuran belum dibayar; 0 bila tidak ada."),
    TemplateColumn(title="Nilai tunggakan (Rp)", entry=Entry.RUPIAH, width=16, help="Angka saja, tanpa “Rp” dan titik."),
    TemplateColumn(
        title="Kategori", entry=Entry.CHOICE, width=17, choices=tuple(Category),
        help="PWBD: wajib tetapi belum daftar. PDS: baru daftar sebagian (TK, upah, atau program). Kosongkan bila ragu.",
    ),
    _NOTE,
)  # fmt: skip
_FIGURES = (
    TemplateColumn(title="Penduduk bekerja", entry=Entry.COUNT, width=12, help="Jumlah penduduk yang bekerja, bila diketahui."),
    TemplateColumn(title="Peserta PU", entry=Entry.COUNT, width=11, help="Peserta aktif penerima upah."),
    TemplateColumn(title="Peserta BPU", entry=Entry.COUNT, width=11, help="Peserta aktif bukan penerima upah."),
    TemplateColumn(title="Peserta Jakon", entry=Entry.COUNT, width=11, help="Peserta aktif jasa konstruksi."),
    TemplateColumn(title="Jumlah peserta", entry=Entry.SUM, width=12, help="Terisi sendiri dari ketiga kolom di sebelahnya."),
    replace(_NOTE, width=30),
)  # fmt: skip
_CODE_FIRST = replace(_PLACES[3], help="Kode wilayah; jangan diubah.")
_RECAP_PLACES = tuple(replace(column, needed=False, help="Sudah terisi; jangan diubah.") for column in _PLACES[:3])

_COLUMNS = {
    TemplateKind.PESERTA_PU: _PU,
    TemplateKind.PESERTA_BPU: _BPU,
    TemplateKind.RENTAN: _RENTAN,
    TemplateKind.PERUSAHAAN: _PERUSAHAAN,
    TemplateKind.REKAP_KECAMATAN: (_NO, _CODE_FIRST, *_RECAP_PLACES[:2], *_FIGURES),
    TemplateKind.REKAP_DESA: (_NO, _CODE_FIRST, *_RECAP_PLACES, *_FIGURES),
}
RECAPS = frozenset({TemplateKind.REKAP_KECAMATAN, TemplateKind.REKAP_DESA})
TITLES = {
    TemplateKind.PESERTA_PU: ("Peserta PU", "DAFTAR PESERTA PENERIMA UPAH (PU)"),
    TemplateKind.PESERTA_BPU: ("Peserta BPU", "DAFTAR PESERTA BUKAN PENERIMA UPAH (BPU)"),
    TemplateKind.RENTAN: ("Pekerja Rentan", "DAFTAR PEKERJA RENTAN (BPU)"),
    TemplateKind.PERUSAHAAN: ("Perusahaan", "DAFTAR PERUSAHAAN"),
    TemplateKind.REKAP_KECAMATAN: ("Rekap Kecamatan", "REKAP PESERTA AKTIF PER KECAMATAN"),
    TemplateKind.REKAP_DESA: ("Rekap Desa", "REKAP PESERTA AKTIF PER DESA/KELURAHAN"),
}
"""Name of the sheet, and its title."""


def columns_of(template: BlankTemplate) -> tuple[TemplateColumn, ...]:
    """A sheet of one kabupaten says it in its title and has no column for it."""
    columns = _COLUMNS[template.kind]
    return columns if template.several_regencies else tuple(c for c in columns if c.entry is not Entry.REGENCY)
