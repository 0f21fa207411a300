"""Fields of the four kinds of table and the headers by which sheets call them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from desktop_app.domain.sheets import SheetKind

PLACE_FIELDS = ("code", "provinsi", "kabupaten", "kecamatan", "desa", "wilayah")
BENEFIT_FIELDS = ("jht", "jkk", "jkm", "jp", "jkp")

_PLACES = {
    "code": "kode wilayah;kode kemendagri;kode kab;kode kabupaten;kode kabupaten kota;kode kab kota;kode desa;kode daerah",
    "provinsi": "provinsi;propinsi;prov;nama provinsi",
    "kabupaten": "kabupaten;kab;kabupaten kota;kab kota;kota kab;kota kabupaten;kota;nama kabupaten;nama kabupaten kota;"
    "provinsi kabupaten kota;provinsi kab kota;pemkab pemkot",
    "kecamatan": "kecamatan;kec;nama kecamatan",
    "desa": "desa;kelurahan;desa kelurahan;kelurahan desa;desa kel;kel desa;nama desa;nama desa kelurahan;desa lurah",
    "wilayah": "wilayah;nama wilayah;daerah;nama daerah;wilayah kerja;pemerintah daerah;pemda",
}  # fmt: skip
_COMMON = {"no": "no;nomor;no urut;nomor urut;nmr", "note": "keterangan;ket;catatan;remark"}
_PARTICIPANT = {
    "no": _COMMON["no"],
    "nik": "nik;no nik;nomor nik;nik ktp;nomor identitas;no identitas;no ktp;nomor ktp;nik peserta;no ktp nik;"
    "nomor induk kependudukan;nik tenaga kerja;nomor identitas nik",
    "identity": "jenis identitas",
    "name": "nama;nama lengkap;nama peserta;nama tk;nama tenaga kerja;nama pekerja;nama pegawai;nama karyawan",
    "name1": "nama depan", "name2": "nama tengah", "name3": "nama belakang",
    "birth_date": "tanggal lahir;tgl lahir;tgl lhr;tanggal lhr",
    "sex": "jenis kelamin;jk;l p;kelamin;jns kelamin;sex;gender",
    "kpj": "kpj;no kpj;nomor kpj;nomor kpj bpjs;kpj peserta;no kartu kpj;nomor kartu peserta;nomor peserta;no peserta",
    "lokasi": "lokasi pekerjaan;kode lokasi pekerjaan",
    "segment": "segmen;segmen peserta;segmen kepesertaan;segmentasi;jenis kepesertaan;jenis peserta",
    "jht": "jht;iuran jht;program jht", "jkk": "jkk;iuran jkk;program jkk", "jkm": "jkm;iuran jkm;program jkm",
    "jp": "jp;iuran jp;program jp", "jkp": "jkp;iuran jkp;program jkp",
    "programme": "nm prg;nama program;program;nm program",
    "npp": "npp;no npp;nomor npp;kode perusahaan;nomor pendaftaran perusahaan",
    "company": "nama perusahaan;namaprs;nama prs;perusahaan;nama badan usaha;pemberi kerja;nama pemberi kerja",
    "status": "status kepesertaan;status peserta;status;status aktif;aktif;keaktifan",
    "end_date": "tgl na;tanggal na;tgl non aktif;tanggal non aktif;tanggal nonaktif;tgl nonaktif;tgl berakhir;"
    "tanggal berakhir;tanggal keluar;tgl keluar",
    "address": "alamat;alamat lengkap",
    **_PLACES,
}  # fmt: skip
_RECAP = {**_COMMON, **_PLACES, "base_name": "penyebut;nama penyebut;basis;dasar penyebut"}
_BASE = {**_COMMON, **_PLACES}
_TARGET = {
    **_COMMON, **_PLACES,
    "year": "tahun;tahun target",
    "target": "target;target cakupan;target ucj;target %;target cakupan %;target ucj %;target persen",
    "sector": "sektor",
    "document": "dokumen;dasar;dasar hukum;sumber;dokumen sumber",
}  # fmt: skip


def _turned(words: dict[str, str]) -> dict[str, str]:
    return {word: field for field, synonyms in words.items() for word in synonyms.split(";")}


_SYNONYMS = {
    SheetKind.PESERTA: _turned(_PARTICIPANT),
    SheetKind.REKAP: _turned(_RECAP),
    SheetKind.PENYEBUT: _turned(_BASE),
    SheetKind.TARGET: _turned(_TARGET),
}

_UNRELATED = re.compile(
    r"\b(?:target|selisih|gap|kurang|sisa|iuran|upah|rp|rupiah|rentan|perusahaan|badan usaha|pkbu|angkatan)\b"
)
_SHARE = re.compile(r"%|\b(?:cakupan|coverage|capaian|persen|persentase|prosentase|ucj)\b")
_BASIS = re.compile(r"\b(?:penyebut|basis)\b")
_PEOPLE = re.compile(r"\b(?:peserta|terlindungi|terdaftar|kepesertaan|tk aktif|tenaga kerja aktif|aktif)\b")
_WORKERS = re.compile(r"\b(?:bekerja|pekerja|tenaga kerja|tk|penyebut|potensi|workers)\b")
_MEASURES = (
    ("informal", re.compile(r"\binformal\b")), ("formal", re.compile(r"\bformal\b")),
    ("bpu", re.compile(r"\bp?bpu\b|\bbukan penerima upah\b")), ("jakon", re.compile(r"\bjakon\b|\bjasa konstruksi\b")),
    ("pu", re.compile(r"\bp?pu\b|\bpenerima upah\b")),
)  # fmt: skip
_TOTAL = re.compile(r"\b(?:jumlah|jml|total|semua|seluruhnya)\b")

_TOPIC_OPEN = 0.7
"""Confidence of “Formal” or “Jumlah” alone: what is counted there, only the other columns tell."""


def plain(text: str) -> str:
    """A header in its plainest form: “NOMOR_IDENTITAS ” and “Nomor Identitas” become “nomor identitas”."""
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unicodedata.normalize("NFKC", text))
    return " ".join(re.sub(r"[^a-z0-9%]+", " ", split.casefold()).split())


def field_of(kind: SheetKind, parts: Iterable[str]) -> tuple[str, float]:
    """The field that a header means in a table of `kind`, with a confidence; ("", 0) where it means none.

    `parts` are the header's cells from top to bottom (“Peserta aktif”, “Formal”).
    """
    parts = [part for part in parts if part]
    whole = " ".join(plain(part) for part in parts)
    synonyms = _SYNONYMS[kind]
    for text, confidence in ((whole, 1.0), (_without_brackets(parts), 0.95)):
        if text in synonyms:
            return synonyms[text], confidence
    if kind is SheetKind.PESERTA and len(parts) > 1 and (last := plain(parts[-1])) in synonyms:
        return synonyms[last], 0.9
    if kind in (SheetKind.REKAP, SheetKind.PENYEBUT):
        return _figure(kind, whole)
    return "", 0.0


def _without_brackets(parts: list[str]) -> str:
    return " ".join(plain(re.sub(r"\([^)]*\)", " ", part)) for part in parts)


def _figure(kind: SheetKind, text: str) -> tuple[str, float]:
    """“Peserta aktif Formal” -> people_formal, “Penduduk bekerja Jumlah” -> workers_total, “Cakupan %” -> share_total."""
    if not text or _UNRELATED.search(text) or (" penduduk " in f" {text} " and "bekerja" not in text):
        return "", 0.0
    measure = next((name for name, pattern in _MEASURES if pattern.search(text)), "")
    topics = (("workers", _BASIS), ("share", _SHARE), ("people", _PEOPLE), ("workers", _WORKERS))
    topic = next((name for name, pattern in topics if pattern.search(text)), "")
    if measure in ("pu", "bpu", "jakon") and not topic:
        topic = "people"
    if topic:
        return f"{topic}_{measure or 'total'}", 0.9
    if measure or _TOTAL.search(text):
        return f"{'workers' if kind is SheetKind.PENYEBUT else 'people'}_{measure or 'total'}", _TOPIC_OPEN
    return "", 0.0


def could_be(kind: SheetKind, fields: Mapping[str, float]) -> bool:
    """True when these fields, with their confidence, are enough for a table of `kind`."""
    found = {field for field, confidence in fields.items() if confidence > _TOPIC_OPEN}
    placed = bool(found & set(PLACE_FIELDS))
    people = any(field.startswith(("people_", "share_")) for field in found)
    match kind:
        case SheetKind.PESERTA:
            return "nik" in found or {"kpj", "name"} <= found
        case SheetKind.REKAP:
            return placed and people
        case SheetKind.PENYEBUT:
            return placed and not people and any(field.startswith("workers_") for field in found)
        case SheetKind.TARGET:
            return placed and "target" in found and bool(found & {"year", "document"})
        case _:
            return False
