"""What sheets call the columns of companies, recaps, bases and targets: after each field the headers that mean it, in any spelling.

How spellings are made alike: `wording`. A word after “~” may mean the field and may mean anything else.
"""

SHARED = (
    "npp", "division", "company", "address", "programme", "start_date", "end_date", "blth", "phone", "email", "dues", "no_kk", "kpj",
    "birth_date", "birth", "sex", "mother", "jht", "jkk", "jkm", "jp", "jkp",
)  # fmt: skip
"""Fields whose headers are those of a list of people."""

COMPANIES = """
unused = pimpinan; nama pimpinan; direktur; pic; nama pic; kontak person; contact person; pembina; petugas; ar;
    nama ar; kode pos; tk belum terdaftar; selisih; selisih tk; belum terdaftar; tgl kunjungan; kantor cabang;
    kode kantor; no telp pimpinan; nama pemilik
nib = nib; no nib; no induk berusaha; no induk usaha; nib oss; no induk berusaha nib
npwp = npwp; no npwp; no pokok wajib pajak; npwp perusahaan; npwp badan usaha; npwp badan
company = ~nama; perusahaan badan usaha; nama perusahaan pemberi kerja; pkbu; nama pkbu;
    nama pemilik usaha perusahaan; nama toko; nama hotel; perusahaan nama
address = alamat perusahaan; alamat badan usaha; alamat usaha; alamat kantor; alamat pemberi kerja; company address
scale = skala; skala usaha; skala perusahaan; ukuran usaha; kelas usaha; skala badan usaha; size; kategori skala;
    skala bu
actual = jumlah tk; tk; jumlah tenaga kerja; jumlah pekerja; jumlah karyawan; tk riil; tk real; tk sebenarnya;
    tk seharusnya; jumlah tk sebenarnya; potensi tk; tk wlkp; total tk; total tenaga kerja; total pekerja;
    total karyawan; karyawan; pekerja; jumlah tk wlkp; jumlah pegawai; riil; tk nyata; workers; employees;
    number of workers; tk ada
registered = tk terdaftar; jumlah tk terdaftar; tk aktif; jumlah tk aktif; peserta; jumlah peserta; peserta aktif;
    terdaftar; jumlah peserta aktif; tk terdaftar bpjs; pekerja terdaftar; karyawan terdaftar; registered;
    tk didaftarkan; tk bpjs; jumlah terdaftar; tk peserta; jumlah tk peserta; peserta terdaftar
arrears_months = bulan tunggakan; jumlah bulan tunggakan; lama tunggakan; umur tunggakan; bulan menunggak;
    lama menunggak; tunggakan bulan; jumlah bulan; umur piutang; bulan piutang; usia piutang; usia tunggakan; aging;
    periode tunggakan; jumlah bulan piutang
arrears = tunggakan; nilai tunggakan; jumlah tunggakan; nominal tunggakan; tunggakan iuran; total tunggakan;
    piutang; nilai piutang; piutang iuran; jumlah piutang; total piutang; nominal piutang; nilai tunggakan rp;
    arrears; besar tunggakan; saldo piutang
category = kategori; kategori kepatuhan; status kepatuhan; jenis ketidakpatuhan; kepatuhan; klasifikasi;
    kategori ketidakpatuhan; jenis pelanggaran; ketidakpatuhan; kategori perusahaan; pwbd pds piutang; category;
    kelompok kepatuhan; pwbd pds; jenis kepatuhan
pkbu = jumlah pkbu; jumlah perusahaan; jumlah badan usaha; jumlah pemberi kerja
follow_up = tindak lanjut; rencana tindak lanjut; rtl; hasil kunjungan; hasil tindak lanjut; upaya
business = bidang usaha; sektor usaha; ~jenis usaha; kbli; sektor; lapangan usaha; kode kbli; nama kbli; bidang
programme = kepesertaan program; program terdaftar; program aktif
status = status; status kepesertaan; status perusahaan; status aktif; status keaktifan
phone = telepon perusahaan; telp perusahaan
wage = upah dilaporkan; upah; total upah; jumlah upah; upah sebenarnya; umk; upah rata rata
nik = nik; no nik; nik ktp; ~ktp; e ktp; ktp el; no identitas; identitas no; no ktp; nik peserta; no ktp nik;
    nik no ktp; nik e ktp; no induk kependudukan; no induk kependudukan nik; nik tenaga kerja; no identitas nik;
    no identitas kependudukan; no identitas ktp; ~id no; id card; id card no; no id card; national id;
    national id no; identity no; id kependudukan; no kartu identitas; no kartu tanda penduduk; kartu tanda penduduk;
    no induk penduduk; ktp nik; identitas nik; no e ktp; id number; nik calon peserta; nik penduduk; nik16; nik 16;
    no penduduk; nik pekerja; no kependudukan
"""

RECAP = """
segment = segmen; segmen peserta; segmen kepesertaan; segmentasi; jenis kepesertaan; jenis peserta; sektor; jenis sektor; sektor peserta
base_name = penyebut; nama penyebut; basis; dasar penyebut
year = tahun
wilayah = ~nama; uraian wilayah; nama kab kota provinsi; kecamatan desa; kecamatan desa kelurahan; kecamatan kelurahan; kecamatan kelurahan desa;
    kecamatan desa kel; kecamatan kel desa; kecamatan kel; nama kecamatan desa; nama kecamatan desa kelurahan; desa kecamatan;
    kabupaten kecamatan; kabupaten kota kecamatan; kab kota kecamatan; kabupaten kecamatan desa; kabupaten kota kecamatan desa
"""

BASE = """
year = tahun
wilayah = kecamatan desa; kecamatan desa kelurahan; kecamatan kelurahan; kecamatan kelurahan desa;
    kecamatan desa kel; kecamatan kel desa; kecamatan kel; nama kecamatan desa; nama kecamatan desa kelurahan; desa kecamatan;
    kabupaten kecamatan; kabupaten kota kecamatan; kab kota kecamatan; kabupaten kecamatan desa; kabupaten kota kecamatan desa
"""

TARGET = """
year = tahun; tahun target; target tahun; year
target = target; target cakupan; target ucj; target %; target cakupan %; target ucj %; target persen;
    target coverage; persentase target; % target; target capaian; target kepesertaan %; target kepesertaan
sector = sektor; sector; jenis pekerja; kelompok pekerja
document = dokumen; dasar; dasar hukum; sumber; dokumen sumber; dokumen dasar; nomor dokumen; sumber dokumen;
    perbup; regulasi
wilayah = kecamatan desa; kecamatan desa kelurahan; kecamatan kelurahan; kecamatan kelurahan desa;
    kecamatan desa kel; kecamatan kel desa; kecamatan kel; nama kecamatan desa; nama kecamatan desa kelurahan; desa kecamatan;
    kabupaten kecamatan; kabupaten kota kecamatan; kab kota kecamatan; kabupaten kecamatan desa; kabupaten kota kecamatan desa
"""
