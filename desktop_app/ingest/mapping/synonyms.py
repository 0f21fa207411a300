"""What sheets call the columns of places and people: after each field the headers that mean it, in any spelling.

How spellings are made alike: `wording`. A word after “~” may mean the field and may mean anything else.
`UNUSED` are columns that are known and of no use here: nothing is looked for in them.
"""

UNUSED = "unused"

PLACES = """
code = kode wilayah; kode wil; kode kemendagri; kode wilayah kemendagri; kode depdagri; kode dagri;
    kode administrasi; kode daerah; kode bps; kode wilayah bps; id wilayah; region code; kode prov; kode kab;
    kode kab kota; kode kota; kode kec; kode desa; kode kel; kode kelurahan; kode desa kelurahan; kode desa kel;
    ~kemendagri
provinsi = provinsi; nama provinsi; province
kabupaten = kabupaten; kabupaten kota; kab kota; kota kab; kota; kabko; kabkot; nama kabupaten; nama kabupaten kota;
    nama kab kota; provinsi kabupaten kota; provinsi kab kota; pemkab pemkot; kab kodya; kabupaten kodya;
    kab kotamadya; regency; city; regency city; dati ii; kota madya; nama kota; kab kt
kecamatan = kecamatan; nama kecamatan; district; sub district; distrik; kecamatan distrik
desa = desa; ds; kelurahan; ~kel; desa kelurahan; kelurahan desa; desa kel; kel desa; ds kel; kel ds; nama desa;
    nama kelurahan; nama desa kelurahan; nama desa kel; desa lurah; lurah desa; desa dinas; village; desa kampung;
    ~kampung; nagari; gampong; dsn kel
banjar = banjar; br; banjar dinas; banjar adat; dusun; lingkungan; lingk; br lingk; nama banjar; br dinas;
    dusun lingkungan; banjar lingkungan; dusun banjar; daerah banjar; br dusun; jorong; alamat banjar
adat = desa adat; desa pakraman; desa adat pakraman; nama desa adat
wilayah = wilayah; nama wilayah; daerah; nama daerah; wilayah kerja; pemerintah daerah; pemda; region;
    wilayah domisili; ~domisili; daerah domisili; ~lokasi; kabupaten kota provinsi; ~area
"""

COMMON = """
no = no; nomor; no urut; nourut; ~urut; no baris
note = keterangan; ket; catatan; remark; remarks; note; notes; keterangan lain; ket lain; keterangan tambahan; cat
unused = ttd; tanda tangan; paraf; foto; peringkat; ranking; rank
"""

PEOPLE = """
unused = gelar; sudah peserta; sudah jadi peserta; sudah terdaftar; sudah peserta ya tidak kpj; kode pos; pos; kode negara; negara; kewarganegaraan; wn; nationality; golongan darah; gol darah;
    gol; darah; surat menyurat ke; surat menyurat; masa laku identitas; masa berlaku identitas; masa berlaku; rt;
    rw; rt rw; umur; usia; age; status pegawai; status karyawan; status kerja; status hubungan kerja;
    status pekerjaan; status rumah; status hub keluarga; hubungan keluarga; shdk; hubungan;
    status hubungan dalam keluarga; no rekening; rekening; bank; nama bank; masa grace; grace; tgl akhir kontrak;
    tgl cetak; tgl input; tgl bayar; tgl kk; tahun; tahun lahir; nama kegiatan; tgl verifikasi;
    no bpjs kesehatan; bpjs kesehatan; no jkn; jkn; no kis; kis; no peserta jkn; alamat perusahaan; alamat kantor;
    telepon perusahaan; npwp perusahaan; jumlah anak; jumlah tanggungan; tanggungan; telepon area rumah;
    telepon area kantor; telepon ext kantor; kanal; channel; kantor cabang; kode kantor; cabang; kode cabang;
    nama kantor; nama kantor cabang; no virtual account; va; no va; kode iuran; kode bayar; id billing
nik = nik; no nik; nik ktp; ~ktp; e ktp; ktp el; no identitas; identitas no; no ktp; nik peserta; no ktp nik;
    nik no ktp; nik e ktp; no induk kependudukan; no induk kependudukan nik; nik tenaga kerja; no identitas nik;
    no identitas kependudukan; no identitas ktp; ~no id; ~id no; id card; id card no; no id card; national id;
    national id no; identity no; id kependudukan; no kartu identitas; no kartu tanda penduduk; kartu tanda penduduk;
    no induk penduduk; ktp nik; identitas nik; no e ktp; ~identitas; id number; nik calon peserta; nik penduduk;
    nik16; nik 16; no penduduk; nik pekerja; no kependudukan
identity = jenis identitas; tipe identitas; jenis id; id type; jenis kartu identitas; jenis tanda pengenal
no_kk = no kk; ~kk; no kartu keluarga; kartu keluarga; no k k; nkk; nomor induk keluarga; no induk kk;
    no kk keluarga; family card
nip = nip; no induk pegawai; nip nrp; nrp; nip lama; nip baru; nuptk; nipppk; ni pppk; no induk karyawan;
    nip nik karyawan; nrk
name = nama; nama lengkap; nama peserta; nama tk; nama tenaga kerja; nama pekerja; nama pegawai; nama karyawan;
    name; full name; employee name; nama sesuai ktp; nama penduduk; nama warga; nama calon peserta; nama penerima;
    nama anggota; nama orang; nama kpj; nama penerima manfaat; nama pekerja rentan; nama peserta bpu; fullname;
    participant name; worker name; nama ktp; nama individu; nama lengkap peserta; nama jelas; nama calon;
    member name; nama lgkp; nama lkp
name1 = nama depan; first name; nama depan tk; given name
name2 = nama tengah; middle name
name3 = nama belakang; last name; surname; family name; nama keluarga
mother = ibu kandung; nama ibu; nama ibu kandung; nama gadis ibu kandung; mother; mother name; mothers name; ~ibu;
    nama gadis ibu; nama lengkap ibu kandung; nama lengkap ibu
father = nama ayah; nama bapak; ~ayah; father; father name; nama ayah kandung; ayah kandung; ~bapak
spouse = nama suami istri; nama suami; nama istri; nama isteri; suami istri; nama pasangan; ~pasangan; ~suami;
    ~istri; spouse; nama suami isteri; spouse name
child = nama anak; ~anak; nama anak 1; nama anak 2; nama anak 3; nama anak ke 1; anak 1; anak 2; anak 3; child
head = ~kepala keluarga; nama kepala keluarga; nama kk; nama kep keluarga; kepala rumah tangga; nama krt;
    nama kepala kk
heir = ahli waris; nama ahli waris; nama waris; penerima waris
birth_place = tempat lahir; tempat kelahiran; kota lahir; kota kelahiran; place of birth; birth place; pob;
    lahir di; tpt lhr; kota tempat lahir
birth_date = tanggal lahir; tgl kelahiran; date of birth; birth date; dob; birthday; tgl lahir tk;
    tanggal bulan tahun lahir; tgl bln thn lahir; tgl bln lahir; tg lhr; tgllhr; ~lahir; tgl bulan tahun lahir; born
birth = ttl; tempat tanggal lahir; tempat dan tanggal lahir; tempat tgl lahir; tempat tgl bln thn lahir;
    tmp & tgl lahir; tempat lahir tanggal lahir; tempat lahir tgl lahir; tempat dan tgl lahir; t t l; ~kelahiran;
    tempat tgl kelahiran; place date of birth; place and date of birth; tempat lahir dan tanggal lahir;
    tgl dan tempat lahir; tgl tempat lahir; tempat & tanggal lahir; tptgl lahir; tempat tanggal bulan tahun lahir;
    temp tgl lahir; tem tgl lahir
sex = jenis kelamin; jk; j k; l p; lp; kelamin; sex; gender; jenis kel; jns klmn; jekel; jenkel; jk l p;
    jenis kelamin l p; laki perempuan; lk pr; l atau p; kelamin l p; p l; pria wanita; laki laki perempuan; jnskel;
    klmn; seks
kpj = kpj; no kpj; no kpj bpjs; kpj peserta; no kartu kpj; no kartu peserta; no peserta; no kartu peserta jamsostek;
    ~no kartu; ~kartu peserta; no bpjs tk; no bpjs ketenagakerjaan; no kartu bpjs tk; no kartu bpjs ketenagakerjaan;
    no bpjstk; no jamsostek; no kpj peserta; no kepesertaan; no peserta bpjs ketenagakerjaan; no peserta bpjs tk;
    no kpj bpjs ketenagakerjaan; bpjstk id; no bpjamsostek; kpj no; kode kpj; bpjs ketenagakerjaan;
    no kartu kepesertaan; no peserta jamsostek
lokasi = lokasi pekerjaan; kode lokasi pekerjaan; ~kode lokasi; lokasi kerja; kode lokasi kerja
segment = segmen; segmen peserta; segmen kepesertaan; segmentasi; jenis kepesertaan; jenis peserta; tipe peserta;
    segment; kategori peserta; kelompok peserta; kategori kepesertaan; pu bpu; pu bpu jakon; tipe kepesertaan;
    segmen pu bpu; segmen bpjs
jht = jht; program jht; jaminan hari tua; ikut jht; jht y t
jkk = jkk; program jkk; jaminan kecelakaan kerja; ikut jkk
jkm = jkm; program jkm; jaminan kematian; ikut jkm; jk m; jkem
jp = jp; program jp; jaminan pensiun; ikut jp
jkp = jkp; program jkp; jaminan kehilangan pekerjaan; ikut jkp
programme = nm prg; nama program; program; kode program; kd prg; prg; program bpjs; program yang diikuti;
    program diikuti; jenis program; program jaminan; nm program; nama prg; program peserta; program tk;
    program perlindungan
scheme = ~paket; skema; paket program; skema program; paket iuran; jenis paket; ~program paket; ~jenis bantuan
npp = npp; no npp; kode perusahaan; no pendaftaran perusahaan; no pokok perusahaan; npp perusahaan; kode npp;
    employer id; kode pemberi kerja; company code; employer code; no perusahaan; kode badan usaha; id perusahaan;
    npp pemberi kerja; kode prs; npp badan usaha; employer no; company id
company = nama perusahaan; namaprs; perusahaan; nama badan usaha; badan usaha; pemberi kerja; nama pemberi kerja;
    company; company name; employer; employer name; nama pt; nama pemberi kerja badan usaha;
    pemberi kerja badan usaha; nama tempat kerja; tempat kerja; tempat bekerja; nama perusahaan tempat bekerja;
    perusahaan tempat bekerja; nama instansi; ~instansi; nama perusahaan badan usaha; nama pkbu; pk bu; nama pk bu;
    ~nama usaha; nama perush
division = divisi; kode divisi; div; nama divisi; unit kerja; kode div; division; no divisi
status = status kepesertaan; status peserta; status; status aktif; ~aktif; keaktifan; status keaktifan; status bpjs;
    aktif nonaktif; status tk; aktif tidak; aktif tidak aktif; status aktif nonaktif; status kepesertaan bpjs;
    aktif non aktif
start_date = tanggal kepesertaan; tgl mulai; tanggal mulai kepesertaan; tgl mulai bekerja; tgl awal bekerja;
    tgl masuk; tgl masuk kerja; tgl mulai kerja; tmt; tgl daftar; tgl terdaftar; tgl pendaftaran; start date;
    ~mulai; tgl aktif; mulai kepesertaan; tmt kepesertaan; join date; tgl bergabung; hire date; mulai bekerja;
    awal kepesertaan; tgl registrasi; mulai perlindungan; tgl efektif; tgl awal kepesertaan;
    tgl efektif kepesertaan; tgl awal kerja; tgl jadi peserta; tgl menjadi peserta
end_date = tgl na; tanggal na; tgl non aktif; tanggal non aktif; tanggal nonaktif; tgl nonaktif; tgl berakhir;
    tanggal berakhir; tanggal keluar; tgl keluar; tgl tidak aktif; end date; tgl akhir; tgl berhenti;
    tgl akhir kepesertaan; ~berakhir; ~sampai; tgl penonaktifan; tgl nonaktif kepesertaan; tgl phk; tgl resign;
    tgl lapse; tgl berakhir kepesertaan; tgl berhenti bekerja; tgl keluar kerja; na date; tgl n a; tgl henti;
    tgl selesai; berakhir kepesertaan; ~sampai dengan; tgl expired
end_reason = sebab nonaktif; sebab na; sebab non aktif; alasan nonaktif; alasan keluar; sebab keluar;
    sebab berhenti; kode na; alasan berhenti; alasan non aktif; keterangan nonaktif; keterangan na; alasan na;
    sebab klaim; jenis na; keterangan keluar
blth = blth; bulan iuran; periode iuran; bulan tahun; ~periode; blth iuran; ~bulan; iuran bulan; bln thn;
    masa iuran; blth akhir; iuran terakhir; blth terakhir; ~periode kepesertaan; ~period; month; ~bulan data
wage = upah; gaji; jumlah upah; upah pokok; upah dilaporkan; wage; salary; gaji pokok; upah sebulan; upah per bulan;
    penghasilan; penghasilan per bulan; gaji per bulan; pendapatan; upah tk; total upah; upah terakhir;
    besaran upah; penghasilan bulan; nominal upah; upah rp; income; pendapatan per bulan; dasar upah
dues = iuran; total iuran; jumlah iuran; nominal iuran; iuran per bulan; besaran iuran; nilai iuran; iuran total;
    tot iuran; iuran dibayar; total iuran dibayar; jml iuran total
rapel = rapel; jumlah rapel; upah rapel; nominal rapel
ref = no ref; no referensi; noref; reference no; ref no; ~ref
phone = no hp; hp; telepon; no telepon; no telp; telp; no handphone; handphone; no wa; wa; whatsapp; no whatsapp;
    phone; mobile; phone no; mobile no; no ponsel; ponsel; telepon hp; no hp wa; hp wa; no telp hp; no tlp; tlp;
    no kontak; ~kontak; ~contact; no hp telp; ~telepon rumah; ~telepon kantor; nohp; no seluler; mobile phone
email = email; e mail; alamat email; surel; alamat e mail; email address
address = alamat; alamat lengkap; alamat rumah; alamat ktp; alamat domisili; alamat tempat tinggal; address;
    tempat tinggal; alamat sesuai ktp; alamat tinggal; alamat sekarang; ~jalan; home address; alamat jalan; almt
job = pekerjaan; jenis pekerjaan; profesi; jabatan; job; occupation; mata pencaharian; job title; ~posisi;
    bidang pekerjaan; ~jenis usaha; pekerjaan utama; kode pekerjaan; jenis profesi; nama pekerjaan; position;
    ~usaha; uraian pekerjaan
fund = sumber dana; sumber pendanaan; pendanaan; dibiayai oleh; sumber anggaran; asal dana; sumber biaya;
    sumber pembiayaan; ~dana; donatur; penanggung iuran; sponsor; pembiayaan; ~anggaran; fund; sumber dana iuran;
    yang membiayai; penyandang dana
welfare = desil; desil kesejahteraan; status dtks; dtks; p3ke; dtsen; status dtsen; status kemiskinan; id dtks;
    kelompok desil
npwp = npwp; no npwp; no pokok wajib pajak; npwp pribadi; npwp tk
marital = status kawin; status perkawinan; status pernikahan; status nikah; ~kawin; ~perkawinan; marital status;
    ~menikah; status keluarga; sts kawin
religion = agama; religion; ~kepercayaan
education = pendidikan; pendidikan terakhir; education; ijazah; tingkat pendidikan
"""
