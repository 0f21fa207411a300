"""What the lines around a table say: base, document, sender, and whether the people are invented."""

import re
from collections.abc import Iterable, Sequence

_BASE = re.compile(r"\b(?:nama\s+)?penyebut\b\s*[:=]\s*[“\"']?(?P<name>[^”\"';()]+)", re.IGNORECASE)
_DOCUMENT = re.compile(r"^(?:dokumen|dasar(?: hukum)?)\s*[:=]\s*(?P<name>.+)$", re.IGNORECASE)
_SOURCE = re.compile(r"^\(?\*?\s*sumber(?: data)?\s*[:=]\s*(?P<name>.+?)\)?$", re.IGNORECASE)
_SENDER = re.compile(r"^(?:nama )?(?:pengirim|dari|instansi)\s*[:=]\s*(?P<name>.+)$", re.IGNORECASE)
_UCJ = re.compile(r"\bUCJ\s+(20\d{2})\b", re.IGNORECASE)
_SAKERNAS = re.compile(r"\bSakernas\s+(?:Agustus\s+)?(20\d{2})\b", re.IGNORECASE)
_SAMPLE = re.compile(r"\bdata contoh\b", re.IGNORECASE)

_BPJS = r"BPJS\s+Ketenagakerjaan|BPJamsostek|BPJS\s+TK"
_END_OF_NAME = (
    r"(?=\s+(?:rekap\w*|daftar|data|laporan|per|bulan|periode|posisi|tahun|peserta|tanggal|jumlah)\b|[,;:()]|$)"
)
_BRANCH = re.compile(
    rf"\b(?P<name>(?:(?:{_BPJS})\b)?\s*(?:Kantor\s+(?:Cabang|Wilayah|Pusat)|Kanwil|KCP|Kacab)\b[^,;:()]*?){_END_OF_NAME}",
    re.IGNORECASE,
)
_BPJS_ALONE = re.compile(rf"\W*(?:{_BPJS})\W*", re.IGNORECASE)
_GOVERNMENT = re.compile(
    rf"^\W*(?P<name>Pemerintah\s+(?:Provinsi|Kabupaten|Kab\.?|Kota|Kecamatan|Kelurahan|Desa)\b[^,;:()]*?){_END_OF_NAME}",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    rf"^\W*(?P<name>(?:Dinas|Badan|Sekretariat|Kantor|UPTD?|Kecamatan|Kelurahan|Desa|Perbekel|Lurah)\b[^,;:()]*?){_END_OF_NAME}",
    re.IGNORECASE,
)
_VILLAGE = re.compile(
    rf"^\W*(?P<name>(?:Kantor\s+)?(?:Perbekel|Kepala\s+Desa|Lurah)\s+[^,;:()]*?|Desa\s+Dinas\s+[^,;:()]*?"
    rf"|Dinas\s+[^,;:()]*?\bKabupaten\s+[^,;:()]*?){_END_OF_NAME}",
    re.IGNORECASE,
)


def base_name_in(lines: Iterable[str]) -> str:
    """Name of the base that the lines give (“Penyebut: UCJ 2025”), or that follows from what they speak of."""
    lines = list(lines)
    if name := _first(_BASE, lines):
        return name
    for line in lines:
        if found := _UCJ.search(line):
            return f"UCJ {found[1]}"
    for line in lines:
        if found := _SAKERNAS.search(line):
            return f"BPS bekerja Agustus {found[1]}"
    return ""


def document_in(lines: Iterable[str]) -> str:
    """The document that the figures come from: “Dokumen: …”, else “Sumber: …”."""
    lines = list(lines)
    return _first(_DOCUMENT, lines) or _first(_SOURCE, lines)


def sender_in(lines: Iterable[str]) -> str:
    """Who sent the sheet: “Pengirim: …”, else the branch, the office or the village that a letterhead names."""
    lines = list(lines)
    return _first(_SENDER, lines) or _branch(lines) or _government(lines) or _first(_VILLAGE, lines)


def _branch(lines: Sequence[str]) -> str:
    """A branch; the name of the institution may stand in the line above it."""
    name = _first(_BRANCH, lines)
    if name.casefold().startswith("kantor") and any(_BPJS_ALONE.fullmatch(line) for line in lines):
        above = next(line for line in lines if _BPJS_ALONE.fullmatch(line))
        return f"{' '.join(above.split())} {name}"
    return name


def _government(lines: Sequence[str]) -> str:
    """“Pemerintah Kabupaten Gianyar” with the office or village in the lines below it, the smallest first."""
    for place, line in enumerate(lines):
        if found := _GOVERNMENT.match(line):
            names = [_clean(found["name"])]
            for below in lines[place + 1 :]:
                office = _OFFICE.match(below)
                if not office:
                    break
                names.insert(0, _clean(office["name"]))
            return ", ".join(names)
    return ""


def _first(pattern: re.Pattern[str], lines: Iterable[str]) -> str:
    found = (pattern.search(line) for line in lines)
    return next((_clean(hit["name"]) for hit in found if hit), "")


def _clean(name: str) -> str:
    return " ".join(name.split()).strip(" .")


def says_sample(lines: Iterable[str]) -> bool:
    """True where the lines say “data contoh”: the people are invented and enter no figure."""
    return any(_SAMPLE.search(line) for line in lines)
