"""What a header means in a list of people, where no synonym says it: relatives, groups over columns, telling words."""

import re
from functools import lru_cache

from desktop_app.ingest.mapping.synonyms import COMMON, PEOPLE, PLACES, UNUSED
from desktop_app.ingest.mapping.vocabulary import Vocabulary
from desktop_app.ingest.mapping.wording import canonical, place_rule, plain, without_brackets

TELLING = 0.8
"""Confidence of a header that holds a telling word among others: “NIK calon penerima bantuan”."""

VOCABULARY = Vocabulary(COMMON, PEOPLE, PLACES)

_RELATIVES = (
    ("heir", re.compile(r"\b(?:ahli waris|waris|heir|beneficiary)\b")),
    ("head", re.compile(r"\b(?:kepala keluarga|kepala kk|kep kel(?:uarga)?|krt|kepala rumah tangga|kepala kel)\b")),
    ("mother", re.compile(r"\b(?:ibu(?! rumah)|mother|mothers|mama)\b")),
    ("father", re.compile(r"\b(?:ayah|bapak|father|fathers)\b")),
    ("spouse", re.compile(r"\b(?:suami|istri|isteri|pasangan|spouse|husband|wife)\b")),
    ("child", re.compile(r"\b(?:anak(?! agung)|child|children)\b")),
    (UNUSED, re.compile(
        r"\b(?:wali|orang ?tua|ortu|darurat|pimpinan|direktur|pic|pendamping|petugas|rekening|penanggung ?jawab|saksi|mandor"
        r"|ketua|koordinator|perisai|pembina|pelapor|perbekel|kelian|kepala (?:desa|lingkungan|dusun)|operator|verifikator)\b"
    )),
)  # fmt: skip
_OF_THE_RELATIVE = re.compile(
    r"\b(?:lahir|ttl|jk|kelamin|alamat|hp|telp|telepon|pekerjaan|tgl|agama|status|jumlah|no|hubungan|hub)\b"
)
_NIK = re.compile(r"\b(?:nik|ktp|identitas|induk kependudukan)\b")
_KK = re.compile(r"\b(?:no kk|kartu keluarga|nkk|no kartu keluarga)\b")
_EMPLOYER = re.compile(r"\b(?:perusahaan|badan usaha|pemberi kerja|employer|company)\b")
_PAYER = re.compile(r"^(?:iuran |nominal |nilai )*(jht|jkk|jkm|jp|jkp)\b|\b(jht|jkk|jkm|jp|jkp)$")

_RULES = tuple((field, re.compile(pattern)) for field, pattern in (
    (UNUSED, r"^(?:status|validasi|valid|cek|ket|keterangan|hasil|verifikasi|padan|jenis|panjang|digit|jumlah|umur|usia)\b.*\b(?:nik|ktp|kk|lahir)\b"
             r"|\bkaryawan\b.*\bnik\b|\bnik (?:karyawan|pegawai)\b|\bmasa (?:laku|berlaku|grace|kerja)\b"),
    ("no_kk", _KK.pattern),
    ("nip", r"\b(?:nip|nrp|induk pegawai|induk karyawan)\b"),
    ("nik", r"\bnik\b|\bno (?:e )?ktp\b|\bno identitas\b|\binduk kependudukan\b|\bnational id\b"),
    ("npwp", r"\bnpwp\b"),
    ("kpj", r"^(?!.*\b(?:tgl|status|jumlah|jenis|sudah|punya|ada)\b).*\bkpj\b"),
    ("npp", r"^(?!.*\bnama\b).*\bnpp\b"),
    ("birth", r"\b(?:tempat|kota|tmp)\b.*\b(?:tgl|bulan)\b.*\blahir\b|\btempat\b.*\blahir\b.*\btgl\b|\btgl\b.*\btempat\b.*\blahir\b|\bttl\b"),
    ("birth_date", r"\btgl\b.*\b(?:lahir|kelahiran)\b|\bbirth ?date\b|\bdate of birth\b"),
    ("birth_place", r"\b(?:tempat|kota)\b.*\b(?:lahir|kelahiran)\b"),
    ("sex", r"\bkelamin\b|\bgender\b"),
    ("end_reason", r"^(?:sebab|alasan)\b.*\b(?:na|non ?aktif|keluar|berhenti|phk)\b"),
    ("end_date", r"\btgl\b.*\b(?:na|non ?aktif|tidak aktif|berakhir|keluar|berhenti|phk|resign|selesai|akhir)\b"),
    ("start_date", r"\b(?:tgl|tmt)\b.*\b(?:kepesertaan|mulai|masuk|daftar|pendaftaran|awal|aktif|bergabung|efektif)\b"),
    ("phone", r"\b(?:hp|telp|telepon|handphone|wa|whatsapp|phone)\b"),
    ("email", r"\be ?mail\b"),
    (UNUSED, r"^kode\b(?=.*\bbps\b).*\b(?:desa|kelurahan|kel)\b"),
    ("code", r"^kode\b.*\b(?:wilayah|kabupaten|kecamatan|desa|kel|kelurahan|provinsi|kemendagri|daerah)\b"),
    ("welfare", r"\b(?:desil|dtks|dtsen|p3ke|miskin)\b"),
    ("fund", r"\b(?:sumber|asal)\b.*\b(?:dana|biaya|pembiayaan|anggaran|pendanaan)\b"),
    ("status", r"^status\b.*\b(?:kepesertaan|peserta|aktif|keaktifan|bpjs)\b|\bkeaktifan\b"),
    ("segment", r"\bsegmen\w*\b"),
    ("blth", r"\bblth\b|\b(?:bulan|periode)\b.*\biuran\b"),
    ("dues", r"^(?!.*\b(?:tgl|bulan|periode|kode|status)\b)(?:total|jumlah|nominal|besar\w*)?\b.*\biuran\b"),
    ("wage", r"^(?!.*\b(?:tgl|status|rapel)\b).*\b(?:upah|gaji|penghasilan|salary|wage)\b"),
    ("lokasi", r"\blokasi (?:pe)?kerja(?:an)?\b"),
    ("address", r"^alamat\b|\baddress$"),
    ("job", r"^(?:jenis |nama |uraian |bidang |status )?(?:pekerjaan|profesi)(?: \w+){0,2}$"),
    ("company", r"^nama (?:perusahaan|badan usaha|pemberi kerja)\b|^nama (?:pt|cv|instansi|toko|hotel|koperasi)\b"),
    ("kecamatan", place_rule("kecamatan|distrik")),
    ("desa", place_rule("desa|kelurahan|kel|ds")),
    ("banjar", place_rule("banjar|dusun|lingkungan|br")),
    ("kabupaten", place_rule("kabupaten|kota|kodya")),
    ("provinsi", place_rule("provinsi")),
    ("name", r"^nama\b(?!.*\b(?:perusahaan|usaha|bank|program|jalan|kegiatan|pekerjaan|lokasi|wadah|kelompok|banjar|sekolah|mitra"
             r"|dinas|opd|instansi|unit|cabang|kantor|barang|jabatan|proyek|alias|panggilan|daerah|wilayah|kota|pemberi|group|grup"
             r"|jenis|paket|lembaga|organisasi|penyebut|subak|pura|adat|file|lembar)\b)|^(?!.*\b(?:user|file|bank)\b).*\bname$"),
))  # fmt: skip
_LONGEST_RULED = 8
"""Words of a header in which a telling word is looked for; more words are a sentence."""


@lru_cache(maxsize=1 << 13)
def people_meaning(parts: tuple[str, ...]) -> tuple[str, float]:
    """Field and confidence of the header cells over a column; `UNUSED` where it is known and of no use."""
    texts = [text for part in parts if (text := plain(without_brackets(part)) or plain(part))]
    whole = " ".join(texts)
    for text, most in ((" ".join(map(plain, parts)), 1.0), (whole, 0.95), (" ".join(reversed(texts)), 0.9)):
        field, confidence = VOCABULARY.exact(text)
        if field:
            return field, min(most, confidence)
    if len(texts) > 1 and (payer := _PAYER.search(canonical(texts[0]))):
        return payer[1] or payer[2], TELLING
    return _relative(canonical(whole)) or _last(texts) or _ruled(canonical(whole))


def _relative(text: str) -> tuple[str, float] | None:
    """“Ahli waris / Nama” is no participant's name, “NIK suami” no participant's NIK."""
    kin = next((field for field, pattern in _RELATIVES if pattern.search(text)), "")
    if not kin or _PAYER.search(text):
        return None
    if _KK.search(text):
        return "no_kk", TELLING
    if _NIK.search(text) and not text.startswith(("nama ", "jenis ")):
        return "relative_nik", 0.9
    if kin == UNUSED or _OF_THE_RELATIVE.search(text):
        return UNUSED, 0.9
    return kin, 0.9


def _last(texts: list[str]) -> tuple[str, float] | None:
    """The lowest cell says what the column is, unless the group over it is about somebody else."""
    if not texts:
        return None
    field, confidence = VOCABULARY.meaning(texts[-1])
    if len(texts) > 1 and _EMPLOYER.search(" ".join(texts[:-1])):
        field = {"name": "company", "no": "npp", "address": UNUSED, "phone": UNUSED}.get(field, field)
    if len(texts) > 1 and field in ("no", "note"):
        return None
    if field == "no" and texts[-1] not in ("no", "nomor"):
        return None
    return (field, confidence if len(texts) == 1 else min(0.9, confidence)) if field else None


def _ruled(text: str) -> tuple[str, float]:
    if len(text.split()) > _LONGEST_RULED or not VOCABULARY.shares_a_word(text):
        return "", 0.0
    if payer := _PAYER.search(text):
        return payer[1] or payer[2], TELLING
    return next(((field, TELLING) for field, pattern in _RULES if pattern.search(text)), ("", 0.0))
