"""Names of places as people write them: taken apart into kind and name, and cut where one cell names several levels.

Source of the traits: the Kepmendagri's own spellings (Klod beside Kelod, Belok/Sidan, Dauhwaru) and the habits of offices.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.domain.regions import Level
from desktop_app.ingest.regions.place_values import DISTRICT, PROVINCE, REGENCY, VILLAGE

_NOT_NAME = re.compile(r"[\W_]+")
_BLANK = {
    "",
    "tidakada",
    "tdkada",
    "kosong",
    "nihil",
    "na",
    "nan",
    "null",
    "none",
    "tidakdiketahui",
    "belumdiisi",
    "0",
    "xxx",
}
_END = r"(?:[.\s:_/-]+|$)"
_OFFICE = r"(?:pemerintah(?:an)?\s+)?"
_KINDS = tuple(
    (re.compile(f"{_OFFICE}(?:{words}){_END}"), depth, level)
    for words, depth, level in (
        (r"provinsi|propinsi|prov|prop", PROVINCE, None),
        (r"kab(?:upaten)?\.?\s?/\s?kota|kota\s?/\s?kab(?:upaten)?", REGENCY, None),
        (r"kabupaten|kab", REGENCY, Level.KABUPATEN),
        (r"kota administrasi|kota adm|kotamadya|kota madya|kodya|kodia|kota", REGENCY, Level.KOTA),
        (r"kecamatan|kec|distrik", DISTRICT, None),
        (r"(?:desa|ds)\.?\s?/\s?kel(?:urahan)?|kel(?:urahan)?\.?\s?/\s?(?:desa|ds)", VILLAGE, None),
        (r"kelurahan|kel", VILLAGE, Level.KELURAHAN),
        (r"(?:desa|ds)\.?\s+dinas|desa|ds", VILLAGE, Level.DESA),
    )
)
_ADAT = re.compile(r"(?:desa|ds)\.?\s+(?:adat|pakraman|pekraman)\b[.\s:]*(.*)")
_AFTER = re.compile(r"(.+?)[\s,(]+(kab|kabupaten|kota)[.)\s]*")
_HAMLET = re.compile(
    r"(?:br|bjr|banjar dinas|dusun|dsn|lingkungan|lingk|lingk?|jalan|jln|jl|gang|gg|rt|rw|no|blok)(?:[.\s:/]+|\d|$)"
)
_BANJAR = re.compile(r"banjar\s")
_ORDINAL = re.compile(r"\(?\d{1,4}\s?[.):\-–]+\s*(?=\D)|\d{1,4}\s+(?=\D)")
_POSTCODE = re.compile(r"[\s,]+\d{5}\.?$")
_LONGEST = 300
"""Characters of a cell that are looked at: the longest places with all their parents have half as many."""
_WORDS = {
    "dps": "denpasar", "sel": "selatan", "slt": "selatan", "utr": "utara", "ut": "utara", "tim": "timur", "tmr": "timur",
    "bar": "barat", "brt": "barat", "tgh": "tengah", "kp": "kampung", "kmp": "kampung", "tj": "tanjung",
}  # fmt: skip
"""Words that are always shortened the same way; “Kuta Sel.” is Kuta Selatan."""

_CUT = re.compile(
    r"[,;|\n()\[\]]+|\s+[-–—/>]+\s+|[.\s]+(?=(?:kecamatan|kec|kabupaten|kab|kodya|kotamadya|kota|provinsi|prov|kelurahan|kel|desa|ds)[.\s:])"
)
_FINE_CUT = re.compile(rf"{_CUT.pattern}|\s*[-–—/]\s*|[.]\s*")


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart. `keys` in the order in which they are looked up, the first is the whole text.

    `depth`, `level`: what its own words claim (“Kec.”: depth 3; “Kota”: depth 2 and a kota), None where they claim nothing.
    `adat`: a desa adat, which is no place of the Kepmendagri.
    """

    keys: tuple[str, ...]
    depth: int | None = None
    level: Level | None = None
    adat: bool = False

    @property
    def bare(self) -> str:
        """The key without the word for its kind."""
        return self.keys[min(1, len(self.keys) - 1)]


def canonical(text: str) -> str:
    """Letters and digits only, in one case, without accents; “Klod” is “Kelod”: the key under which a name is known."""
    plain = unicodedata.normalize("NFKD", text).casefold() if not text.isascii() else text.casefold()
    if not plain.isascii():
        plain = "".join(character for character in plain if not unicodedata.combining(character))
    return _NOT_NAME.sub("", plain).replace("klod", "kelod")


def undoubled(key: str) -> str:
    """`key` with doubled letters written once: where two words meet, one of them is often dropped (Tegallalang)."""
    return re.sub(r"([a-z])\1+", r"\1", key)


def is_blank_place(text: str) -> bool:
    """True for an empty cell and for what stands for one: “-”, “N/A”, “tidak ada”."""
    return canonical(text) in _BLANK


def plain_text(text: str) -> str:
    """Lower case, one kind of space, without a number in front (“1. Kuta”) and a postcode behind."""
    plain = " ".join(unicodedata.normalize("NFKC", " ".join(text.split())[:_LONGEST]).casefold().split()).strip(
        " .,;:*'\"`’‘“”"
    )
    return _POSTCODE.sub("", _ORDINAL.sub("", plain, count=1))


@lru_cache(maxsize=20_000)
def name_of(text: str) -> Name:
    """The whole text first, since “Kota Agung” and “Banjar” are names too, then without the word for its kind."""
    plain = plain_text(text)
    if found := _ADAT.match(plain):
        return Name(_keys(plain, found[1]), VILLAGE, Level.DESA, adat=True)
    for pattern, depth, level in _KINDS:
        if (found := pattern.match(plain)) and canonical(plain[found.end() :]):
            return Name(_keys(plain, plain[found.end() :]), depth, level)
    if found := _AFTER.fullmatch(plain):
        level = Level.KOTA if found[2] == "kota" else Level.KABUPATEN
        return Name(_keys(plain, found[1]), REGENCY, level)
    return Name(_keys(plain))


def is_hamlet(text: str) -> bool:
    """True for a banjar, a street or an RT: smaller than any place of the Kepmendagri."""
    return bool(_HAMLET.match(plain_text(text)))


def pieces_of(text: str) -> list[tuple[str, ...]]:
    """Ways to cut a cell that names several levels, the likeliest first; banjar, streets and numbers are left out."""
    ways: list[tuple[str, ...]] = []
    for cut in (_CUT, _FINE_CUT):
        parts = [part for part in cut.split(plain_text(text)) if part and not is_blank_place(part)]
        kept = tuple(part for part in parts if not is_hamlet(part) and not _is_number(part))
        ways += [kept, tuple(part for part in kept if not _BANJAR.match(part))]
    whole = plain_text(text)
    return [way for way in dict.fromkeys(ways) if way and way != (whole,)]


def _is_number(part: str) -> bool:
    return canonical(part).isdigit() or canonical(part) == "indonesia"


def _keys(*texts: str) -> tuple[str, ...]:
    written = [canonical(text) for text in texts]
    spelled = [canonical(" ".join(_WORDS.get(word, word) for word in re.split(r"[\s.]+", text))) for text in texts]
    return tuple(key for key in dict.fromkeys([*written, *spelled]) if key)
