"""Headers in their plainest form, so that one synonym stands for all its spellings."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_NUMBER_SIGN = re.compile(r"^\W*#\W*$")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_BRACKETS = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
_NUMBERING = re.compile(r"^\s*(?:\(?\d{1,2}[.):]+\s*|\d{1,2}\s+(?=\D)|\(?(?:[A-Ha-h]|[ivxIVX]{1,4})[.)]\s+)")
_DRESS = re.compile(
    r"\b(?:\*?wajib(?: di ?isi)?|harus di ?isi|mandatory|required|optional|opsional|\d+ ?(?:digit|angka)"
    r"|(?:dd|hh|tgl) (?:mm|bb|bln) (?:y{2,4}|t{2,4}|thn)|y{4} mm dd|t{4} bb hh|d m y|format teks?|format text"
    r"|sesuai(?: dengan)?(?: data)?(?: (?:e ?ktp|ktp(?: el)?|kk|kartu keluarga|identitas|dukcapil))*"
    r"|(?:di )?ketik|huruf kapital|tanpa gelar|rp|rupiah|orang|jiwa)\b"
)
_OWNER = re.compile(
    r" (?:calon peserta|calon|peserta(?: bpu| pu| aktif)?|tk|tenaga kerja|pekerja(?: rentan)?|pegawai|karyawan|ybs"
    r"|penerima manfaat|penerima|yang bersangkutan|warga|anggota|e ?ktp|domisili|tempat tinggal|saat ini|asal)$"
)
_SHORT = {
    "nomor": "no", "nomer": "no", "nmr": "no", "number": "no", "num": "no", "nr": "no",
    "tanggal": "tgl", "tg": "tgl", "tggl": "tgl", "nm": "nama", "jns": "jenis", "kd": "kode",
    "kab": "kabupaten", "prov": "provinsi", "propinsi": "provinsi", "prop": "provinsi", "kec": "kecamatan",
    "lhr": "lahir", "lhir": "lahir", "tmp": "tempat", "tmpt": "tempat", "tpt": "tempat", "tempt": "tempat",
    "prsh": "perusahaan", "prs": "perusahaan", "perush": "perusahaan", "prshn": "perusahaan",
    "jml": "jumlah", "jlh": "jumlah", "jmlh": "jumlah", "sts": "status", "stts": "status", "nmpeserta": "nama peserta",
    "pst": "peserta", "naker": "tk", "pek": "pekerjaan", "alm": "alamat", "almt": "alamat", "bln": "bulan", "thn": "tahun",
}  # fmt: skip


_ABOUT_PLACES = (
    r"(?:nama|domisili|asal|tempat|tinggal|alamat|lokasi|kerja|usaha|kantor|perusahaan|peserta|calon|penerima|warga|pekerja|tk|rumah"
    r"|sesuai|ktp|kk|wilayah|dinas|saat|ini|sekarang|lahir|name)"
)
_LONG = {"no": "nomor", "tgl": "tanggal", "tk": "tenaga kerja", "jenis": "jns", "kabupaten": "kab", "kecamatan": "kec"}


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """A header in its plainest form: “NOMOR_IDENTITAS ” and “Nomor Identitas” become “nomor identitas”."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    text = _NUMBER_SIGN.sub("no", text)
    letters = unicodedata.normalize("NFKD", _CAMEL.sub(" ", text)).casefold()
    bare = "".join(character for character in letters if not unicodedata.combining(character))
    return " ".join(re.sub(r"[^a-z0-9%]+", " ", bare).split())


def plain_header(parts: Sequence[str]) -> str:
    """The cells over a column, from top to bottom, as one plain text: by it a sender's columns are remembered."""
    return " ".join(filter(None, map(plain, parts)))


@lru_cache(maxsize=1 << 14)
def canonical(plain_text: str) -> str:
    """A plain text with its abbreviations made alike: “nomor ktp” and “nmr ktp” become “no ktp”."""
    words = " ".join(_SHORT.get(word, word) for word in plain_text.split())
    return words.replace("tenaga kerja", "tk")


def written_out(plain_text: str) -> str:
    """The other way round: “no ktp” becomes “nomor ktp”, so that “NOMORKTP” is known as well."""
    return " ".join(_LONG.get(word, word) for word in plain_text.split())


def compact(plain_text: str) -> str:
    """Without its spaces: “n i k” and “nik”, “nama lengkap” and “namalengkap” are the same."""
    return plain_text.replace(" ", "")


def without_brackets(text: str) -> str:
    """A header without “(16 digit)”, and without the “1.” or “(3)” that numbers it."""
    return _NUMBERING.sub("", _BRACKETS.sub(" ", _NUMBERING.sub("", text)))


def without_dress(plain_text: str) -> str:
    """A plain header without what only helps to fill it in (“wajib diisi”, “dd mm yyyy”) and its number."""
    return re.sub(r"^\d{1,2} | \d{1,2}$", "", " ".join(_DRESS.sub(" ", plain_text).split()))


def without_owner(plain_text: str) -> str:
    """“jenis kelamin peserta” -> “jenis kelamin”: of whom the column speaks is clear in a list of people."""
    return _OWNER.sub("", plain_text)


def place_rule(words: str) -> str:
    """A pattern for headers that name a kind of place; “kecamatan domisili” is one, “kecamatan kuta” is a place itself."""
    return rf"^(?:{_ABOUT_PLACES} )*(?:{words})(?: (?:{words}|{_ABOUT_PLACES}))*$"
