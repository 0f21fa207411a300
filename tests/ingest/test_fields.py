"""Headers as real sheets write them, and the fields that they mean."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.mapping.fields import CHOICES, KINDS, could_be, field_of, kind_by_words, plain

PEOPLE = {
    "no": "#|#*|№|No|No.|NO URUT|Nomor|Nomor Urut|no_urut",
    "nik": "NIK|N I K|N.I.K|N. I. K.|Nik|No. KTP|NO KTP|No.KTP|Nomor KTP|NIK/No.KTP|NIK / No. KTP|Nomor Identitas|NOMOR_IDENTITAS"
    "|No Identitas|NO_IDENTITAS|No Identitas Kependudukan|Nomor Induk Kependudukan|Nomor Induk Kependudukan (NIK)|NIK KTP|NIK e-KTP"
    "|NIK (16 digit)|NIK*|1. NIK|(2) NIK|NIK (2)|2 NIK|N\u200bI\u200bK|NIK Peserta|NIK calon peserta|NIK Tenaga Kerja|nomorIdentitas"
    "|Nomer KTP|NIK wajib diisi|NIK - 16 digit|nik_peserta|ＮＩＫ|Nomor Induk Kependukan|No. Identitas (KTP)|National ID"
    "|NIK Calon Penerima Bantuan Iuran|No NIK KTP|nomor_identitas_kependudukan|Nomor Induk Kependudukan Peserta",
    "no_kk": "No KK|No. KK|NO.KK|Nomor KK|noKK|No Kartu Keluarga|Nomor Kartu Keluarga|No. Kartu Keluarga (KK)|NOKK|NKK|no_kk|KK"
    "|Nomor Kartu Keluarga Peserta",
    "nip": "NIP|N I P|Nomor Induk Pegawai|Nomor Induk Karyawan|NRP",
    "name": "Nama|NAMA|N A M A|Nama Lengkap|NAMA_LENGKAP|namaLengkap|Nama Peserta|NAMA TK|Nama Tenaga Kerja|Nama sesuai KTP"
    "|Nama Lengkap (sesuai KTP)|Nama (Sesuai KTP/KK)|Nama Pekerja|Nama Karyawan|Name|Full Name|Employee Name|Nm Peserta|NAMALENGKAP"
    "|Nama Pekerja Rentan|Nama Calon Peserta|Nama Lengkp|Nama Lengkap Petani|Nama / Name|Nama Penerima Manfaat|nama_tk|3. Nama"
    "|Nama Lengkap Tanpa Gelar|Nama Nelayan",
    "name1": "NAMA_DEPAN|First Name", "name2": "NAMA_TENGAH", "name3": "NAMA_BELAKANG",
    "mother": "NAMA_IBU_KANDUNG|Nama Ibu|Nama Ibu Kandung|Nama Gadis Ibu Kandung|Ibu Kandung|Mother's Name",
    "father": "Nama Ayah|Nama Bapak|Nama Ayah Kandung",
    "spouse": "Nama Suami/Istri|NAMA_ISTRI|Nama Pasangan|Nama Suami / Isteri|NAMA_SUAMI_ISTRI",
    "child": "Nama Anak|Nama Anak 1|NAMA_ANAK_2|Nama Anak Ke-3",
    "head": "Nama Kepala Keluarga|Kepala Keluarga|Nama KK",
    "heir": "Nama Ahli Waris|Ahli Waris",
    "relative_nik": "NIK Ibu|NIK Suami/Istri|NIK Ahli Waris|No KTP Istri|NIK Kepala Keluarga|NIK_ANAK_1",
    "birth_place": "Tempat Lahir|TEMPAT_LAHIR|Tmp Lahir|Tpt Lahir|Kota Kelahiran|Place of Birth|Tempat Kelahiran",
    "birth_date": "Tanggal Lahir|TANGGAL_LAHIR|Tgl Lahir|TGL_LAHIR|Tgl. Lahir|Tgl Lhr|tanggalLahir|TGLLAHIR|Date of Birth|DOB|Birth Date"
    "|Tanggal Lahir (dd-mm-yyyy)|Tgl Lahir dd/mm/yyyy|Tanggal\nLahir|Tangal Lahir|Tanggal Lahir / Date of Birth|Tgl Lahir Peserta",
    "birth": "TTL|T.T.L|Tempat/Tgl Lahir|Tempat, Tanggal Lahir|Tmp & Tgl Lahir|Tempat dan Tanggal Lahir|Tempat Tgl. Lahir|Tpt/Tgl Lahir"
    "|Tempat & Tgl Lahir|Tempat/Tanggal Lahir",
    "sex": "JENIS_KELAMIN|Jenis Kelamin|JK|L/P|Jns Kel|Jns. Kelamin|J K|JK (L/P)|Jenis Kelamin (L/P)|Gender|Sex|Kelamin|jenisKelamin|L / P|Jenis Kelamn"
    "|Jenis Kelamin Peserta",
    "kpj": "KPJ|NO KPJ|No. KPJ|No_KPJ|Nomor_KPJ|Nomor KPJ BPJS|No. Peserta|Nomor Peserta|No Kartu Peserta|No BPJS Ketenagakerjaan|K P J"
    "|Nomor Kartu Peserta BPJS Ketenagakerjaan|NOMOR KPJ LAMA",
    "lokasi": "LOKASI_PEKERJAAN|Lokasi Kerja|Kode Lokasi Pekerjaan",
    "segment": "Segmen|Segmen Peserta|SEGMEN_KEPESERTAAN|Jenis Kepesertaan|PU/BPU|Segmentasi Peserta",
    "jht": "JHT|Program JHT|Iuran JHT|JHT Pemberi Kerja", "jkk": "JKK|iuran_jkk", "jkm": "JKM|JKm", "jp": "JP", "jkp": "JKP pemerintah",
    "programme": "NM_PRG|Program|Nama Program|Program yang diikuti",
    "npp": "NPP|No NPP|KODE PERUSAHAAN|Employer ID|N P P|NPP Perusahaan",
    "company": "Nama Perusahaan|NAMAPRS|Pemberi Kerja|Nama Badan Usaha|Nama Pemberi Kerja|Perusahaan|Company Name|Nama Perusahaan/Badan Usaha",
    "division": "Divisi|Kode Divisi",
    "status": "Status Kepesertaan|STATUS_KEPESERTAAN|Status|Status Aktif|Aktif/Nonaktif|Status Peserta",
    "start_date": "TGL_KEPESERTAAN|Tanggal Kepesertaan|TMT|Tgl Mulai Bekerja|TGL_AWAL_BEKERJA|Tanggal Masuk",
    "end_date": "TGL_NA|Tanggal Nonaktif|Tgl Non Aktif|tgl_berakhir|Tanggal Keluar|Tgl NA",
    "end_reason": "Sebab Nonaktif|Alasan Keluar|SEBAB NA",
    "blth": "BLTH|Bulan Iuran|Periode Iuran",
    "wage": "UPAH|Upah|Gaji|jumlah_upah|Penghasilan per Bulan|Upah (Rp)",
    "dues": "Total Iuran|total_iuran|Jumlah Iuran (Rp)|Iuran",
    "phone": "HP|No HP|No. HP/WA|no_handphone|Telepon|No. Telp|TELEPON_RUMAH|No WhatsApp|No. HP Peserta",
    "email": "EMAIL|E-mail|Alamat Email",
    "address": "Alamat|ALAMAT|Alamat Lengkap|Alamat (sesuai KTP)|Alamat Domisili|Alamat Tempat Tinggal|Address|Alamat Peserta",
    "job": "Pekerjaan|Jenis Pekerjaan|jenis_pekerjaan|Profesi|Jabatan",
    "fund": "Sumber Dana|SUMBER_DANA|Sumber Pendanaan|Sumber Dana (APBD/APBDes)",
    "welfare": "Desil|Desil atau sumber data miskin",
    "npwp": "NPWP|No. NPWP",
    "marital": "STATUS_KAWIN|Status Perkawinan|Status Nikah",
    "religion": "Agama", "education": "Pendidikan Terakhir",
    "identity": "JENIS_IDENTITAS|Tipe Identitas",
    "code": "Kode Wilayah|Kode Desa|Kode Kemendagri|KODE_WILAYAH",
    "provinsi": "Provinsi|PROPINSI|Prov.", "kabupaten": "Kab/Kota|Kabupaten/Kota|KOTA/KAB|Kab.|Kabupaten|KAB KOTA|Regency",
    "kecamatan": "Kecamatan|Kec.|KEC|Nama Kecamatan|Kecamtan|Kecamatan Domisili|Keca- matan",
    "desa": "Desa|Ds/Kel|Desa/Kel.|Kelurahan|Desa/Kelurahan|Kel/Desa|Desa / Kelurahan Domisili|Nama Desa|Kelurahan/Desa",
    "banjar": "Banjar|Br.|Dusun|Banjar/Dusun|Banjar / Lingkungan|daerah/banjar",
    "wilayah": "Wilayah|Domisili",
    "note": "Ket.|Ket|Keterangan|Catatan|Remarks",
    "": "GELAR|KODE_POS|RT/RW|GOLONGAN_DARAH|SURAT_MENYURAT_KE|MASA_LAKU_IDENTITAS|KODE_NEGARA|STATUS_PEGAWAI|TGL_AKHIR_KONTRAK|NO_PEGAWAI"
    "|Umur|masa_grace|Tanggal Lahir Istri|Jenis Kelamin Anak|Nama Bank|No Rekening|Status NIK|Nama Petugas|Desa Adat Mitra Kerja 3 Pilar"
    "|Alamat Perusahaan|No HP Ahli Waris|Nama Pemilik Rekening|Jumlah Anak|Kepala Desa|Hubungan Ahli Waris|Kode Desa BPS|Sudah peserta? (ya/tidak/KPJ)|I Made Contoh|JAYA|Badung",
}  # fmt: skip


def cases(words: dict[str, str]) -> list[tuple[str, str]]:
    return [(text, field) for field, texts in words.items() for text in texts.split("|")]


@pytest.mark.parametrize(("text", "field"), cases(PEOPLE))
def test_headers_of_people(text: str, field: str) -> None:
    assert field_of(SheetKind.PESERTA, [text])[0] == field


GROUPS = [
    (("Identitas", "NIK"), "nik"), (("DAFTAR PESERTA BPU", "NIK"), "nik"), (("Nomor", "KPJ"), "kpj"), (("KPJ", "Nomor"), "kpj"),
    (("KTP", "Nomor"), "nik"), (("Data Pribadi", "Nama Lengkap"), "name"), (("Tenaga Kerja", "Nama"), "name"), (("Peserta", "Nama"), "name"),
    (("Ahli Waris", "Nama"), "heir"), (("Ahli Waris", "NIK"), "relative_nik"), (("Ahli Waris", "Hubungan"), ""), (("Ibu Kandung", "Nama"), "mother"),
    (("Suami/Istri", "Nama"), "spouse"), (("Suami/Istri", "Tanggal Lahir"), ""), (("Anak 1", "Nama"), "child"), (("Anak I", "Tgl Lahir"), ""),
    (("Kelahiran", "Tempat"), "birth_place"), (("Kelahiran", "Tanggal"), "birth_date"), (("Lahir", "Tempat"), "birth_place"),
    (("Lahir", "Tanggal"), "birth_date"), (("Tanggal", "Lahir"), "birth_date"), (("Alamat", "Desa/Kel"), "desa"), (("Alamat", "Kecamatan"), "kecamatan"),
    (("Alamat", "RT/RW"), ""), (("Alamat", "Jalan"), "address"), (("Perusahaan", "Nama"), "company"), (("Perusahaan", "NPP"), "npp"),
    (("Pemberi Kerja", "Alamat"), ""), (("Program", "JKK"), "jkk"), (("Iuran", "JHT"), "jht"), (("JHT", "Pemberi Kerja"), "jht"),
    (("Program yang diikuti", "JKM"), "jkm"), (("Jenis Kelamin", "L/P"), "sex"), (("Nama Lengkap", "(sesuai KTP)"), "name"),
    (("Tempat, Tanggal Lahir",), "birth"), (("Kepala Keluarga", "Nama"), "head"), (("Kepala Keluarga", "No KK"), "no_kk"),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "field"), GROUPS)
def test_headers_of_people_in_levels(parts: tuple[str, ...], field: str) -> None:
    assert field_of(SheetKind.PESERTA, parts)[0] == field


COMPANIES = {
    "npp": "NPP|No. NPP|Kode Perusahaan", "division": "Divisi|Kode Divisi", "nib": "NIB|No. NIB|Nomor Induk Berusaha (NIB)",
    "npwp": "NPWP|NPWP Perusahaan", "company": "Nama Perusahaan|Nama Badan Usaha|Perusahaan|Nama Pemberi Kerja|Nama|Nama PK/BU",
    "address": "Alamat|Alamat Perusahaan", "kecamatan": "Kecamatan|Kec.", "desa": "Desa/Kel", "kabupaten": "Kab/Kota",
    "scale": "Skala|Skala Usaha|Skala Perusahaan",
    "actual": "Jml TK|Jumlah TK|Jumlah Tenaga Kerja|Jumlah Pekerja|TK Riil|Jumlah TK Sebenarnya|Jml Karyawan|TK seharusnya|Potensi TK"
    "|Jumlah Tenaga Kerja (orang)|TK WLKP|Jumlah tenaga kerja seluruhnya",
    "registered": "TK terdaftar|Jumlah TK Terdaftar|TK Aktif|Peserta|Jumlah Peserta Aktif|Tenaga Kerja Terdaftar BPJS|Jml TK yang didaftarkan"
    "|Pekerja Terdaftar|TK Terdaftar di BPJamsostek",
    "arrears_months": "Bulan tunggakan|Lama Tunggakan (bulan)|Umur Piutang|Jumlah Bulan Menunggak|Tunggakan (Bulan)|Jml Bln Tunggakan",
    "arrears": "Nilai tunggakan|Tunggakan (Rp)|Tunggakan|Piutang Iuran|Total Piutang (Rp)|Nominal Tunggakan|Jumlah tunggakan iuran",
    "category": "Kategori|Kategori (PWBD/PDS/Piutang)|Status Kepatuhan|Jenis Ketidakpatuhan|Kategori Kepatuhan",
    "programme": "Program|Program yang diikuti", "jht": "JHT|Program JHT", "follow_up": "Tindak lanjut|Rencana Tindak Lanjut",
    "note": "Ket|Keterangan", "business": "Bidang Usaha|Sektor Usaha|KBLI", "pkbu": "Jumlah PKBU",
    "": "Nama Pimpinan|PIC|TK belum terdaftar|Selisih TK",
}  # fmt: skip
COMPANY_GROUPS = [
    (("Jumlah Tenaga Kerja", "Riil"), "actual"), (("Jumlah TK", "Terdaftar"), "registered"), (("Tenaga Kerja", "Terdaftar"), "registered"),
    (("Tenaga Kerja", "Jumlah"), "actual"), (("Tunggakan", "Bulan"), "arrears_months"), (("Tunggakan", "Nilai (Rp)"), "arrears"),
    (("Tunggakan", "Rp"), "arrears"), (("Program", "JKK"), "jkk"), (("Perusahaan", "Nama"), "company"), (("Jumlah TK", "Selisih"), ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "field"), cases(COMPANIES))
def test_headers_of_companies(text: str, field: str) -> None:
    assert field_of(SheetKind.PERUSAHAAN, [text])[0] == field


@pytest.mark.parametrize(("parts", "field"), COMPANY_GROUPS)
def test_headers_of_companies_in_levels(parts: tuple[str, ...], field: str) -> None:
    assert field_of(SheetKind.PERUSAHAAN, parts)[0] == field


RECAP = [
    (("Peserta Aktif", "PU"), "people_pu"), (("Peserta Aktif", "Informal"), "people_informal"), (("Peserta Aktif", "Jumlah"), "people_total"),
    (("Peserta Aktif", "Bukan Penerima Upah"), "people_bpu"), (("Peserta Aktif", "Jasa Konstruksi"), "people_jakon"), (("Jml Peserta",), "people_total"),
    (("Peserta Aktif", "Laki-laki"), "people_jk_lk"), (("Peserta Aktif", "Perempuan"), "people_jk_pr"), (("Peserta Aktif", "PU", "Laki-laki"), ""),
    (("Laki-laki",), "people_jk_lk"), (("Jenis Kelamin", "Perempuan"), "people_jk_pr"), (("Jenis Kelamin", "L"), "people_jk_lk"),
    (("Penerima Upah (PU)",), "people_pu"), (("BPU",), "people_bpu"), (("Jumlah Peserta (BPU)",), "people_bpu"), (("PU + BPU + Jakon",), "people_total"),
    (("Penduduk bekerja", "Jumlah"), "workers_total"), (("Penduduk Bekerja",), "workers_total"), (("Penduduk yang Bekerja",), "workers_total"),
    (("Pekerja", "Formal"), "workers_formal"), (("Pekerja Informal",), "workers_informal"), (("Jumlah Penduduk",), ""),
    (("Angkatan Kerja",), "workforce"), (("Angkatan Kerja", "Bekerja"), "workers_total"), (("Angkatan Kerja", "Pengangguran"), "unemployed"),
    (("Angkatan Kerja", "Jumlah"), "workforce"), (("Bukan Angkatan Kerja",), ""), (("Pengangguran Terbuka",), "unemployed"), (("TPT (%)",), ""),
    (("TPAK",), ""), (("Persentase Bekerja terhadap Angkatan Kerja",), ""),
    (("Cakupan (%)",), "share_total"), (("%",), "share_total"), (("Formal", "%"), "share_formal"), (("Cakupan", "PU"), "share_pu"),
    (("Coverage",), "share_total"), (("Capaian UCJ (%)",), "share_total"), (("Persentase",), "share_total"),
    (("Target",), "target"), (("Target (%)",), "target"), (("Target Peserta",), "target_people"), (("Target (orang)",), "target_people"),
    (("Capaian terhadap Target (%)",), ""), (("Selisih",), "gap"), (("Belum Terlindungi",), "gap"), (("Gap Peserta",), "gap"), (("Selisih (%)",), ""),
    (("Jumlah pekerja rentan",), ""), (("Jumlah Perusahaan",), ""), (("PKBU",), ""), (("Iuran (Rp)",), ""), (("Penambahan Peserta",), ""),
    (("Peserta Nonaktif",), ""), (("Non ASN",), ""), (("Nama Lengkap Peserta",), ""), (("Kabupaten/Kota",), "kabupaten"), (("Wilayah", "Kecamatan"), "kecamatan"), (("Penyebut",), "base_name"),
    (("Ket.",), "note"), (("Kode Wilayah",), "code"), (("Tenaga Kerja Aktif",), "people_total"), (("Realisasi",), "people_total"),
    (("B P U",), "people_bpu"), (("Pesrta Aktif",), "people_total"), (("Penduduk Bekrja",), "workers_total"), (("P U",), "people_pu"), (("TK Informal (BPU)",), "workers_informal"),
    (("Peserta Aktif bulan lalu",), ""), (("Sasaran (%)",), "target"), (("Jasa Kons.",), "people_jakon"), (("PBPU",), "people_bpu"),
    (("Aktif", "Formal", "PU"), "people_pu"), (("Aktif", "Informal", "BPU"), "people_bpu"), (("Aktif", "Informal", "Jakon"), "people_jakon"),
    (("Aktif", "Informal", "Jumlah"), "people_informal"), (("BPU", "Jakon"), "people_jakon"), (("Peserta PU dan BPU", "BPU"), "people_bpu"),
    (("Peserta Formal (PU)",), "people_pu"), (("Peserta Informal (BPU)",), "people_bpu"), (("PU (Formal)",), "people_pu"),
    (("Informal (BPU + Jakon)",), "people_informal"), (("Cakupan Formal (PU)",), "share_pu"), (("Peserta Formal dan Informal", "Formal"), "people_formal"),
    (("PU", "L"), ""), (("BPU", "P"), ""), (("Laki-laki", "PU"), ""), (("Formal (PU)", "Perempuan"), ""), (("Peserta BPU (laki-laki)",), ""),
    (("Kecamatan/Desa",), "wilayah"), (("Kec/Kel",), "wilayah"), (("Kecamatan / Desa / Kelurahan",), "wilayah"), (("Kab/Kota/Kecamatan",), "wilayah"),
    (("Desa/Kelurahan",), "desa"), (("Wilayah", "Desa"), "desa"),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "field"), RECAP)
def test_headers_of_recaps(parts: tuple[str, ...], field: str) -> None:
    assert field_of(SheetKind.REKAP, parts)[0] == field


def test_what_stands_open_alone_is_people_in_a_recap_and_workers_in_a_base() -> None:
    assert field_of(SheetKind.REKAP, ["Jumlah"]) == ("people_total", 0.7)
    assert field_of(SheetKind.PENYEBUT, ["Jumlah"]) == ("workers_total", 0.7)
    assert field_of(SheetKind.PENYEBUT, ["Penduduk bekerja", "Laki-laki"])[0] == "workers_jk_lk"
    assert field_of(SheetKind.TARGET, ["Target UCJ (%)"])[0] == "target"


@pytest.mark.parametrize(
    ("text", "same"),
    [("NOMOR_IDENTITAS", "nomor identitas"), ("No. KPJ", "no kpj"), ("namaLengkap", "nama lengkap"), ("KOTA/KAB", "kota kab"),
     (" Cakupan\n(%) ", "cakupan %"), ("ＮＯ．ＫＫ", "no kk"), ("JKm", "jkm"), ("NIKPeserta", "nik peserta"), ("N\u200bI\u200bK", "nik")],
)  # fmt: skip
def test_headers_in_their_plainest_form(text: str, same: str) -> None:
    assert plain(text) == same


def kinds(header: str) -> list[SheetKind]:
    """The kinds that the columns of a header line could be."""
    found = []
    for kind in KINDS:
        best: dict[str, float] = {}
        for parts in header.split("|"):
            field, confidence = field_of(kind, parts.split("/"))
            best[field] = max(best.get(field, 0.0), confidence)
        best.pop("", None)
        if could_be(kind, best):
            found.append(kind)
    return found


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        (
            "No|NIK|NO KPJ|NAMA LENGKAP|TANGGAL LAHIR|STATUS KEPESERTAAN|JHT|JKK|UPAH|KODE PERUSAHAAN|NAMA PERUSAHAAN",
            SheetKind.PESERTA,
        ),
        ("NOMOR_IDENTITAS|KPJ|NAMA_LENGKAP|TGL_LAHIR|NPP|NAMAPRS|TGL_KEPESERTAAN|TGL_NA|NM_PRG", SheetKind.PESERTA),
        ("No|Nama|Tempat Lahir|Tgl Lahir|Alamat|Pekerjaan", SheetKind.PESERTA),
        ("No|NIK|Nama|Alamat|Pekerjaan|Sumber Dana", SheetKind.RENTAN),
        ("NIK|Nama|KPJ|Sebab Nonaktif", SheetKind.NONAKTIF),
        ("NIK|Nama|KPJ|Tgl Nonaktif|Sebab Nonaktif", SheetKind.PESERTA),
        ("NIK|NAMA_LENGKAP|TGL_LAHIR|TGL_NA|KODE_NA", SheetKind.PESERTA),
        ("no_ref|nik|no_pegawai|nama_tk|tgl_lahir|jumlah_upah|iuran_jkk|iuran_jkm|total_iuran", SheetKind.IURAN),
        (
            "No|NPP|Nama Perusahaan|Alamat|Kecamatan|Skala|Jml TK|TK terdaftar|Program|Bulan tunggakan|Nilai tunggakan|Kategori",
            SheetKind.PERUSAHAAN,
        ),
        ("No|NIB|Nama Perusahaan|Alamat", SheetKind.PERUSAHAAN),
        ("No|Kabupaten|Penduduk Bekerja|Peserta Aktif/PU|Peserta Aktif/BPU|%|Target|Selisih", SheetKind.REKAP),
        ("Kode Wilayah|Wilayah|Penduduk bekerja|Formal|Informal", SheetKind.PENYEBUT),
        ("Kabupaten|Angkatan Kerja/Bekerja|Angkatan Kerja/Pengangguran|Angkatan Kerja/Jumlah", SheetKind.REKAP),
        ("Wilayah|Tahun|Sektor|Target|Dokumen", SheetKind.TARGET),
        ("No|Kab/Kota|Target UCJ 2026 (%)", SheetKind.TARGET),
    ],
)
def test_the_first_kind_that_a_header_could_be(header: str, kind: SheetKind) -> None:
    assert kinds(header)[0] is kind


@pytest.mark.parametrize(
    "header",
    [
        "No|Uraian|Jumlah",
        "Petunjuk|NIK wajib diisi dengan 16 angka yang benar sesuai dokumen",
        "KODE|KABUPATEN/KOTA|KECAMATAN",
    ],
)
def test_headers_of_no_kind(header: str) -> None:
    assert kinds(header) == []


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (["DAFTAR PESERTA AKTIF", "per 31 Januari 2026"], SheetKind.PESERTA),
        (["DAFTAR PESERTA NON AKTIF"], SheetKind.NONAKTIF), (["Data TK Keluar"], SheetKind.NONAKTIF), (["nonaktif_jan"], SheetKind.NONAKTIF),
        (["Penonaktifan tenaga kerja bulan Maret"], SheetKind.NONAKTIF), (["Daftar peserta aktif dan nonaktif"], SheetKind.PESERTA),
        (["Data keluarga penerima"], SheetKind.PESERTA), (["Surat keluar nomor 12"], SheetKind.PESERTA),
        (["USULAN PEKERJA RENTAN DESA CONTOH"], SheetKind.RENTAN), (["Daftar calon peserta BPU"], SheetKind.RENTAN),
        (["RINCIAN IURAN BULAN JANUARI"], SheetKind.IURAN), (["Formulir 2a"], SheetKind.IURAN),
        (["Catatan: TGL_NA diisi bagi peserta nonaktif"], SheetKind.PESERTA),
    ],
)  # fmt: skip
def test_titles_tell_kinds_of_people_apart(titles: list[str], found: SheetKind) -> None:
    assert kind_by_words(titles, SheetKind.PESERTA) is found
    assert kind_by_words(titles, SheetKind.REKAP) is SheetKind.REKAP


@pytest.mark.parametrize(
    ("titles", "kind", "ended", "found"),
    [
        (["Daftar Tenaga Kerja"], SheetKind.NONAKTIF, 0.2, SheetKind.PESERTA), (["Daftar Tenaga Kerja"], SheetKind.PESERTA, 0.95, SheetKind.NONAKTIF),
        (["Daftar TK keluar"], SheetKind.PESERTA, 0.2, SheetKind.NONAKTIF), (["Daftar peserta aktif"], SheetKind.NONAKTIF, 1.0, SheetKind.PESERTA),
        (["Usulan pekerja rentan"], SheetKind.RENTAN, 0.0, SheetKind.RENTAN),
        (["DAFTAR PESERTA AKTIF"], SheetKind.RENTAN, None, SheetKind.PESERTA),
        (["DAFTAR PESERTA"], SheetKind.RENTAN, None, SheetKind.RENTAN),
        (["Daftar peserta aktif pekerja rentan"], SheetKind.RENTAN, None, SheetKind.RENTAN),
        (["Daftar peserta aktif", "Pekerja rentan.xlsx"], SheetKind.RENTAN, None, SheetKind.RENTAN),
        (["Daftar peserta tidak aktif"], SheetKind.RENTAN, None, SheetKind.NONAKTIF), ([], SheetKind.NONAKTIF, None, SheetKind.NONAKTIF),
    ],
)  # fmt: skip
def test_ends_in_nearly_all_rows_make_a_list_of_ended_people(
    titles: list[str], kind: SheetKind, ended: float | None, found: SheetKind
) -> None:
    assert kind_by_words(titles, kind, ended) is found


@pytest.mark.parametrize(
    ("titles", "kind", "found"),
    [
        (["REKAP KEPESERTAAN AKTIF BPJS KETENAGAKERJAAN MARET 2025", "Sheet1"], SheetKind.PENYEBUT, SheetKind.REKAP),
        (["Kabupaten Contoh", "Peserta aktif"], SheetKind.PENYEBUT, SheetKind.REKAP), (["Sheet1", "rekap maret"], SheetKind.PENYEBUT, SheetKind.REKAP),
        (["Penduduk bekerja", "Sheet1", "rekap kepesertaan"], SheetKind.PENYEBUT, SheetKind.PENYEBUT),
        (["Rekap penduduk bekerja"], SheetKind.PENYEBUT, SheetKind.PENYEBUT), (["Penyebut cakupan kepesertaan"], SheetKind.PENYEBUT, SheetKind.PENYEBUT),
        (["Sheet1"], SheetKind.PENYEBUT, SheetKind.PENYEBUT), (["Catatan: termasuk peserta"], SheetKind.PENYEBUT, SheetKind.PENYEBUT),
        (["JUMLAH PENDUDUK BEKERJA MENURUT KECAMATAN", "Tahun 2024 (Sakernas Agustus 2024)"], SheetKind.REKAP, SheetKind.PENYEBUT),
        (["Keadaan angkatan kerja"], SheetKind.REKAP, SheetKind.PENYEBUT), (["Sheet1"], SheetKind.REKAP, SheetKind.REKAP),
        (["Cakupan terhadap penduduk bekerja"], SheetKind.REKAP, SheetKind.REKAP), (["Sumber: Sakernas Agustus 2024"], SheetKind.REKAP, SheetKind.REKAP),
        (["Penyebut: Sakernas", "rekap cakupan"], SheetKind.REKAP, SheetKind.REKAP), (["Peserta aktif"], SheetKind.TARGET, SheetKind.TARGET),
    ],
)  # fmt: skip
def test_titles_tell_recaps_from_bases(titles: list[str], kind: SheetKind, found: SheetKind) -> None:
    assert kind_by_words(titles, kind) is found


@pytest.mark.parametrize(
    ("kind", "field"), [(SheetKind.REKAP, "people_formal"), (SheetKind.PENYEBUT, "workers_formal")]
)
def test_formal_alone_is_covered_people_only_in_a_recap(kind: SheetKind, field: str) -> None:
    assert field_of(kind, ["Formal"])[0] == field


def test_every_kind_offers_its_fields_once() -> None:
    for kind, choices in CHOICES.items():
        assert len(choices) == len(set(choices)), kind
    assert set(KINDS) | {SheetKind.LAIN} == set(CHOICES)


SIPP_OLD = """
NO_PEGAWAI NAMA_DEPAN NAMA_TENGAH NAMA_BELAKANG GELAR TELEPON_AREA_RUMAH TELEPON_RUMAH HP EMAIL TEMPAT_LAHIR TANGGAL_LAHIR
NAMA_IBU_KANDUNG JENIS_IDENTITAS NO_IDENTITAS MASA_LAKU_IDENTITAS JENIS_KELAMIN SURAT_MENYURAT_KE TANGGAL_KEPESERTAAN STATUS_KAWIN
GOLONGAN_DARAH NPWP KODE_NEGARA UPAH ALAMAT KODE_POS NAMA_SUAMI_ISTRI TGL_LAHIR_SUAMI_ISTRI NIK_SUAMI_ISTRI NAMA_ANAK_1 TGL_LAHIR_ANAK_1
NAMA_ANAK_2 TGL_LAHIR_ANAK_2 JENIS_KELAMIN_ANAK_2 NAMA_ANAK_3 NIK_ANAK_3 NAMA_AYAH LOKASI_PEKERJAAN TGL_AWAL_BEKERJA RAPEL NATIONALITY
"""


def test_the_old_official_form_gives_the_participants_own_fields_only() -> None:
    found: dict[str, list[str]] = {}
    for header in SIPP_OLD.split():
        found.setdefault(field_of(SheetKind.PESERTA, [header])[0], []).append(header)
    assert {field: headers for field, headers in found.items() if field in ("nik", "name", "name1", "name2", "name3", "birth_date", "sex", "mother")} == {
        "nik": ["NO_IDENTITAS"], "name1": ["NAMA_DEPAN"], "name2": ["NAMA_TENGAH"], "name3": ["NAMA_BELAKANG"],
        "birth_date": ["TANGGAL_LAHIR"], "sex": ["JENIS_KELAMIN"], "mother": ["NAMA_IBU_KANDUNG"],
    }  # fmt: skip
    assert found["child"] == ["NAMA_ANAK_1", "NAMA_ANAK_2", "NAMA_ANAK_3"]


DRESSES: list[Callable[[str], str]] = [
    str.upper, str.lower, str.title, lambda text: text.replace(" ", "_"), lambda text: text.replace(" ", "\n"), lambda text: f"  {text} : ",
    lambda text: text.replace(" ", ""), lambda text: f"3. {text}", lambda text: f"({text})", lambda text: f"{text} *", lambda text: f"{text} (wajib diisi)",
    lambda text: f"{text} (4)", lambda text: " ".join(text), lambda text: ".".join(text.split()), lambda text: text.replace(" ", "\u00a0"),
    lambda text: "\u200b".join(text), lambda text: f"{text}\n(sesuai KTP)", lambda text: text.replace(" ", " / "), lambda text: f"{text} peserta",
]  # fmt: skip
PLAIN = (
    "NIK",
    "No KTP",
    "Nomor Identitas",
    "Nama Lengkap",
    "Tanggal Lahir",
    "Jenis Kelamin",
    "No KPJ",
    "Kecamatan",
    "Alamat",
    "No KK",
    "Tempat Lahir",
)


@settings(max_examples=150, deadline=None)
@given(header=st.sampled_from(PLAIN), dress=st.sampled_from(DRESSES), over=st.sampled_from(DRESSES[:9]))
def test_any_dress_leaves_the_meaning(header: str, dress: Callable[[str], str], over: Callable[[str], str]) -> None:
    wanted = field_of(SheetKind.PESERTA, [header])[0]
    assert field_of(SheetKind.PESERTA, [dress(header)])[0] == wanted
    assert field_of(SheetKind.PESERTA, [over(dress(header))])[0] == wanted


@settings(max_examples=150, deadline=None)
@given(
    header=st.sampled_from(
        ("Nama Lengkap", "Tanggal Lahir", "Jenis Kelamin", "Kecamatan", "Kelurahan", "Nomor Identitas")
    ),
    data=st.data(),
)
def test_one_wrong_letter_leaves_the_meaning_with_less_confidence(header: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(header) - 1))
    typed = header[:place] + header[place + 1 :]
    field, confidence = field_of(SheetKind.PESERTA, [typed])
    assert field == field_of(SheetKind.PESERTA, [header])[0]
    assert confidence <= 1.0


@pytest.mark.parametrize("text", [
    "Anak Agung Gede Contoh", "Ibu Rumah Tangga", "Kab. Klungkung", "Kec. Kuta", "Desa Sakti", "Br. Kaja", "Kota Denpasar", "Petani",
    "Jl. Contoh", "I Wayan Contoh", "PT Karya Pekerja Contoh", "Koperasi Karyawan Contoh", "Kabupaten Badung", "Perusahaan Umum Daerah Contoh",
])  # fmt: skip
def test_what_stands_in_the_cells_of_data_is_no_header(text: str) -> None:
    assert [field_of(kind, [text])[0] for kind in KINDS] == [""] * len(KINDS)


@pytest.mark.parametrize("text", ["Aktif", "Kawin", "Kepala Keluarga", "Istri", "Anak"])
def test_words_that_are_values_as_well_prove_no_table(text: str) -> None:
    assert field_of(SheetKind.PESERTA, [text])[1] < 0.7
