"""What a header means in a recap, base or target table: which number of a region stands there."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.mapping.wording import plain, without_brackets

TOPIC_OPEN = 0.7
"""Confidence of “Formal” or “Jumlah” alone: what is counted there, only the other columns tell."""
_SAID = 0.9

_UNRELATED = re.compile(
    r"\b(?:iuran|(?<!penerima )upah|rp|rupiah|rentan|perusahaan|badan usaha|pkbu|pemberi kerja|non asn|pmi|cpmi|klaim|manfaat|tpak|tpt|peringkat"
    r"|rank|penambahan|akuisisi|mutasi|non ?aktif|tidak aktif|keluar|pertumbuhan|growth|kenaikan|usia|bukan angkatan|perisai|aparatur"
    r"|npp|kode|nama|kk|keluarga|pt|cv|ud|koperasi|bulan lalu|tahun lalu|sebelumnya|awal tahun)\b"
)
_GAP = re.compile(
    r"\b(?:selisih|gap|kekurangan|kurang|deviasi|sisa|belum (?:terlindungi|terdaftar|menjadi|jadi|peserta|ter ?cover\w*))\b"
)
_TARGET = re.compile(r"\b(?:target|sasaran)\b")
_ATTAINED = re.compile(r"\b(?:capaian|realisasi|pencapaian|terhadap|thd|persentase capaian)\b")
_COUNTED = re.compile(r"\b(?:orang|jiwa|peserta|tk|tenaga kerja|pekerja|jumlah|jml|kepesertaan)\b")
_SHARE = re.compile(
    r"%|\b(?:cakupan|coverage|capaian|persen|persentase|prosentase|ucj|rasio|share|tingkat kepesertaan)\b"
)
_BASIS = re.compile(r"\b(?:penyebut|basis)\b")
_PEOPLE = re.compile(
    r"\b(?:peserta|terlindungi|terdaftar|kepesertaan|tk aktif|tenaga kerja aktif|pekerja aktif|aktif|realisasi|tercover|ter cover"
    r"|participants?|members?)\b"
)
_WORKERS = re.compile(r"\b(?:bekerja|pekerja|tenaga kerja|tk|penyebut|potensi|workers|employed)\b")
_FORCE = re.compile(r"\bangkatan kerja\b|\blabou?r force\b|\bworkforce\b")
_JOBLESS = re.compile(r"\b(?:pengangguran|penganggur|menganggur|unemployed)\b")
_EMPLOYED = re.compile(r"\b(?:bekerja|employed)\b")
_POPULATION = re.compile(r"\bpenduduk\b(?!.*\bbekerja\b)")
_MEN = re.compile(r"\b(?:laki(?: laki)?|pria|lk|male)\b")
_WOMEN = re.compile(r"\b(?:perempuan|wanita|pr|female|pr\.)\b")
_SEXES = {"l": "laki laki", "p": "perempuan"}
_TOTAL = re.compile(r"\b(?:jumlah|jml|jlh|total|semua|seluruhnya|seluruh)\b")
_MEASURES = (
    ("informal", re.compile(r"\b(?:informal|in formal|non formal)\b")), ("formal", re.compile(r"\bformal\b")),
    ("bpu", re.compile(r"\bp?bpu\b|\bbukan (?:penerima upah|pu)\b")),
    ("jakon", re.compile(r"\bjakon\b|\bjasa kons\w*\b|\bjasa kontr?\w*\b|\bkonstruksi\b")),
    ("pu", re.compile(r"\bp?pu\b|\bpenerima upah\b")), ("jk_lk", _MEN), ("jk_pr", _WOMEN),
)  # fmt: skip
_REMARK = re.compile(r"[(\[]([^)\]]*)[)\]]?")
_TELLING = re.compile(
    r"^(?:%|persen|orang|jiwa|peserta|tk|p?b?pu|jakon|formal|informal|laki laki|perempuan|penerima upah|bukan penerima upah)$"
)
_APART = re.compile(r"\b(?:[a-z] )+[a-z]\b")
_KNOWN_WORDS = (
    "peserta", "penduduk", "bekerja", "pekerja", "cakupan", "informal", "formal", "persentase", "prosentase", "target", "jumlah",
    "angkatan", "pengangguran", "perempuan", "tenaga", "penerima", "konstruksi", "terlindungi", "terdaftar", "kepesertaan", "selisih",
    "perusahaan", "penyebut", "coverage", "capaian", "realisasi", "potensi", "persen",
)  # fmt: skip
_SHORTEST_TYPO = 6
_SECTORS, _SEGMENTS = {"formal", "informal"}, {"pu", "bpu", "jakon"}
_BOTH = {"jk_lk", "jk_pr"}


def figure_meaning(kind: SheetKind, parts: Sequence[str]) -> tuple[str, float]:
    """“Peserta aktif / Formal” -> people_formal, “Penduduk bekerja / Jumlah” -> workers_total, “Cakupan %” -> share_total."""
    texts = [text for part in parts if (text := _text(part))]
    texts = [*texts[:-1], _SEXES.get(texts[-1], texts[-1])] if texts else []
    whole = " ".join(texts)
    if not whole or _UNRELATED.search(whole):
        return "", 0.0
    if _GAP.search(whole):
        return ("", 0.0) if _SHARE.search(whole) else ("gap", _SAID)
    if _TARGET.search(whole):
        return _target(whole)
    if _FORCE.search(whole) or _JOBLESS.search(whole):
        return _labour_force(texts, whole)
    if _POPULATION.search(whole):
        return "", 0.0
    return _counted(kind, texts, whole)


def segment_by_sex(kind: SheetKind, parts: Sequence[str]) -> tuple[str, str] | None:
    """“PU / L” -> people_pu and jk_lk: the segment, and which half of it a column counts. None for any other header."""
    last = plain(parts[-1]) if len(parts) > 1 else ""
    sexes, field = _said(_SEXES.get(last, last)), figure_meaning(kind, parts[:-1])[0]
    if len(sexes & _BOTH) != 1 or len(sexes) > 1 or _SHARE.search(last) or _UNRELATED.search(last):
        return None
    segments = {f"people_{segment}" for segment in _SEGMENTS}
    return (field, sexes.pop()) if field in segments else None


def _text(part: str) -> str:
    """A header cell without its remarks in brackets, but with those that say what is counted: “(%)”, “(orang)”, “(PU)”."""
    bare = _mended(plain(without_brackets(part)))
    if not bare:
        return plain(part)
    remarks = " ".join(plain(hit[1]) for hit in _REMARK.finditer(part))
    return f"{bare} {remarks}" if _TELLING.search(remarks) else bare


def _mended(text: str) -> str:
    """Letters that stand apart joined (“B P U”), one wrong letter in a telling word put right."""
    joined = _APART.sub(lambda hit: hit[0].replace(" ", ""), text)
    return " ".join(map(_word, joined.split()))


@lru_cache(maxsize=4096)
def _word(word: str) -> str:
    if len(word) < _SHORTEST_TYPO or word in _KNOWN_WORDS:
        return word
    found = extractOne(word, _KNOWN_WORDS, scorer=OSA.distance, score_cutoff=1)
    return str(found[0]) if found else word


def _target(text: str) -> tuple[str, float]:
    if _ATTAINED.search(text):
        return "", 0.0
    if "%" in text or _SHARE.search(text):
        return "target", _SAID
    return ("target_people", _SAID) if _COUNTED.search(text) else ("target", 0.8)


def _labour_force(texts: list[str], whole: str) -> tuple[str, float]:
    """Angkatan kerja over Bekerja, Pengangguran, Jumlah: the lowest cell decides, percentages of it are no figure of ours."""
    if "%" in whole or _SHARE.search(whole) or _MEN.search(whole) or _WOMEN.search(whole):
        return "", 0.0
    last = texts[-1]
    if _JOBLESS.search(last):
        return "unemployed", _SAID
    if _EMPLOYED.search(last) and not _FORCE.search(last):
        return "workers_total", _SAID
    if _FORCE.search(last) or (_TOTAL.search(last) and _FORCE.search(whole)):
        return "workforce", _SAID
    return ("unemployed", _SAID) if _JOBLESS.search(whole) else ("", 0.0)


def _counted(kind: SheetKind, texts: Sequence[str], text: str) -> tuple[str, float]:
    topics = (("workers", _BASIS), ("share", _SHARE), ("people", _PEOPLE), ("workers", _WORKERS))
    topic = next((name for name, pattern in topics if pattern.search(text)), "")
    said = _meant(texts, workers=topic == "workers")
    measure = _measure(said, total=bool(_TOTAL.search(text)))
    if measure is None:
        return "", 0.0
    if said & _SEGMENTS and not topic:
        topic = "people"
    if topic:
        return f"{topic}_{measure or 'total'}", _SAID
    if measure or _TOTAL.search(text):
        return f"{'workers' if kind is SheetKind.PENYEBUT else 'people'}_{measure or 'total'}", TOPIC_OPEN
    return "", 0.0


def _said(text: str) -> set[str]:
    """The sectors, segments and sexes that a header speaks of; “bukan penerima upah” is not also “penerima upah”."""
    found = set()
    for name, pattern in _MEASURES:
        if pattern.search(text):
            found.add(name)
            text = pattern.sub(" ", text)
    return found


def _meant(texts: Sequence[str], *, workers: bool) -> set[str]:
    """What is counted below all the cells over a column: “Formal / PU” is PU, “PU / L” stays a mixture.

    The innermost segment or sector wins. “Formal (PU)” are the people in PU; of workers it is the sector, which has a base.
    """
    levels = [said for text in texts if (said := _said(text))]
    everything = set().union(*levels)
    if not levels or everything & _BOTH:
        return everything
    inner = levels[-1]
    if workers and inner & _SECTORS:
        return inner - _SEGMENTS
    segments = next((said & _SEGMENTS for said in reversed(levels) if said & _SEGMENTS), set())
    return segments if len(segments) == 1 and not inner >= _SECTORS else inner


def _measure(said: set[str], *, total: bool) -> str | None:
    """The one measure among those said, "" for all of them together, None where some are mixed."""
    if said in (_SECTORS, _SEGMENTS, _BOTH) or (total and said == {"pu", "bpu"}):
        return ""
    return None if len(said) > 1 else next(iter(said), "")
