"""What a number counts, by the words beside it: people, companies, villages, money or percent. They do not add up."""

import re
from enum import StrEnum


class Unit(StrEnum):
    """The value is what a sentence says; OPEN: the words do not tell."""

    OPEN = ""
    PEOPLE = "orang"
    COMPANIES = "perusahaan"
    VILLAGES = "desa"
    MONEY = "rupiah"
    PERCENT = "persen"


_WORDS = (
    (Unit.PERCENT, re.compile(r"%|\b(?:persen|persentase|prosentase|cakupan|coverage|capaian|ucj)\b", re.I)),
    (Unit.MONEY, re.compile(r"\b(?:rp|rupiah|iuran|nilai|nominal|tunggakan|anggaran|upah|manfaat|santunan)\b", re.I)),
    (Unit.PEOPLE, re.compile(
        r"\b(?:peserta|tenaga kerja|tk|pekerja|orang|jiwa|penduduk|karyawan|pegawai|penerima|laki|perempuan|p?bpu|pu)\b",
        re.I)),
    (Unit.COMPANIES, re.compile(r"\b(?:perusahaan|badan usaha|bu|pemberi kerja|pkbu|umkm|usaha|proyek)\b", re.I)),
    (Unit.VILLAGES, re.compile(r"\b(?:desa|kelurahan|banjar|kecamatan|lingkungan)\b", re.I)),
)  # fmt: skip


def unit_of(words: str) -> Unit:
    """“Jumlah Tenaga Kerja” counts people, “Badan Usaha” companies; “tenaga kerja perusahaan” people."""
    return next((unit for unit, pattern in _WORDS if pattern.search(words)), Unit.OPEN)
