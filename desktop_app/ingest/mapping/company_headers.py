"""What a header means in a table of companies: identity, workers real and registered, arrears, category."""

import re
from collections.abc import Sequence

from desktop_app.ingest.mapping.figure_synonyms import COMPANIES, SHARED
from desktop_app.ingest.mapping.synonyms import COMMON, PEOPLE, PLACES, UNUSED
from desktop_app.ingest.mapping.vocabulary import Vocabulary
from desktop_app.ingest.mapping.wording import canonical, place_rule, plain, without_brackets

_SAID = 0.85
_LONGEST_RULED = 9

VOCABULARY = Vocabulary(COMMON, COMPANIES, "\n".join(
    line for line in PEOPLE.replace("\n    ", " ").splitlines() if line.partition(" = ")[0] in SHARED
), PLACES)  # fmt: skip

_WORKERS = r"\b(?:tk|pekerja|karyawan|pegawai|peserta|buruh|workers?|employees?)\b"
_OTHER = re.compile(r"\b(?:belum|selisih|gap|kurang|asing|tka|laki|perempuan|pria|wanita|iuran|target)\b")
_REGISTERED = re.compile(
    r"\b(?:terdaftar|aktif|peserta|bpjs\w*|didaftarkan|terlindungi|dilaporkan|tercatat|registered|kepesertaan)\b"
)
_RULES = tuple((field, re.compile(pattern)) for field, pattern in (
    ("category", r"\b(?:kategori|klasifikasi|jenis|status)\b.*\b(?:kepatuhan|ketidakpatuhan|pelanggaran|pwbd|pds|piutang)\b"),
    ("arrears_months", r"^(?=.*\b(?:tunggakan|menunggak|piutang|nunggak)\b).*\b(?:bulan|lama|umur|usia|periode)\b"),
    ("arrears", r"^(?!.*\b(?:tgl|kategori|status|no|denda)\b).*\b(?:tunggakan|menunggak|piutang)\b"),
    ("nib", r"\bnib\b|\binduk berusaha\b"),
    ("npwp", r"\bnpwp\b"),
    ("npp", r"^(?!.*\bnama\b).*\bnpp\b"),
    ("division", r"\bdivisi\b"),
    (UNUSED, r"\b(?:pimpinan|direktur|pic|pemilik|petugas|kontak|pembina)\b"),
    ("nik", r"\bnik\b|\bno (?:e )?ktp\b|\binduk kependudukan\b"),
    ("kpj", r"\bkpj\b"),
    ("company", r"^nama\b.*\b(?:perusahaan|usaha|pemberi kerja|pt|instansi)\b"),
    ("address", r"^alamat\b"),
    ("scale", r"^skala\b|\bskala (?:usaha|perusahaan)\b"),
    ("follow_up", r"\btindak lanjut\b"),
    ("business", r"^(?:bidang|sektor|jenis) usaha\b|\bkbli\b"),
    ("phone", r"\b(?:hp|telp|telepon|wa)\b"),
    ("email", r"\be ?mail\b"),
    ("programme", r"^program\b"),
    ("code", r"^kode\b.*\b(?:wilayah|kabupaten|kecamatan|desa|kelurahan|kemendagri)\b"),
    ("kecamatan", place_rule("kecamatan")), ("desa", place_rule("desa|kelurahan|kel")), ("kabupaten", place_rule("kabupaten|kota")),
))  # fmt: skip
_BENEFIT = re.compile(r"^(?:program |ikut |kepesertaan )?(jht|jkk|jkm|jp|jkp)\b|^program.*\b(jht|jkk|jkm|jp|jkp)$")


def company_meaning(parts: Sequence[str]) -> tuple[str, float]:
    """Field and confidence of the header cells over a column; `UNUSED` where it is known and of no use."""
    texts = [text for part in parts if (text := plain(without_brackets(part)) or plain(part))]
    whole = " ".join(texts)
    for text, most in ((" ".join(map(plain, parts)), 1.0), (whole, 0.95), (" ".join(reversed(texts)), 0.9)):
        field, confidence = VOCABULARY.exact(text)
        if field:
            return field, min(most, confidence)
    return _ruled(canonical(whole)) or _spoken(texts)


def _ruled(text: str) -> tuple[str, float] | None:
    if len(text.split()) > _LONGEST_RULED or not VOCABULARY.shares_a_word(text):
        return None
    if workers := _workers(text):
        return workers
    if benefit := _BENEFIT.search(text):
        return benefit[1] or benefit[2], _SAID
    return next(((field, _SAID) for field, pattern in _RULES if pattern.search(text)), None)


def _workers(text: str) -> tuple[str, float] | None:
    """“Jumlah TK terdaftar” is registered, “Jumlah tenaga kerja / Riil” actual; wages and those who lack are neither."""
    if not re.search(_WORKERS, text) or re.search(
        r"\b(?:nama|tgl|kategori|status|program|upah|no|jenis|kode|pt|cv|ud|koperasi|yayasan)\b", text
    ):
        return None
    if _OTHER.search(text):
        return UNUSED, _SAID
    return ("registered" if _REGISTERED.search(text) else "actual"), _SAID


def _spoken(texts: list[str]) -> tuple[str, float]:
    if not texts:
        return "", 0.0
    field, confidence = VOCABULARY.meaning(texts[-1])
    return (field, min(0.9, confidence) if len(texts) > 1 else confidence) if field else ("", 0.0)
