"""Public employers by their names: offices of a region (non-ASN), and village governments.

Lists of participants do not say who is a public employer: the name is all there is, so the rule is written out and
stands under every table that is made by it. Wage earners of BPJS Ketenagakerjaan at a public office are non-ASN: ASN are
insured elsewhere (domain notes 1.1).
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from enum import StrEnum

from desktop_app.analysis.compliance.values import PublicEmployer, PublicSection, SourceFile
from desktop_app.domain.compliance_rows import EmployerRow
from desktop_app.domain.people import benefits_of
from desktop_app.domain.segments import Benefit


class PublicKind(StrEnum):
    """The value is the word on screen."""

    PERANGKAT_DAERAH = "perangkat daerah"
    PEMERINTAH_DESA = "pemerintah desa"


RULE = (
    "Pemberi kerja dikenali dari namanya dalam daftar peserta. Perangkat daerah: nama yang diawali Dinas, Badan (bukan"
    " badan usaha atau badan kredit), Sekretariat, Inspektorat, Kecamatan atau Kantor Camat, Kelurahan atau Kantor Lurah,"
    " Bagian, Satpol PP, RSUD, Puskesmas, UPT, UPTD, BLUD, BPBD, BKAD atau Bappeda, dengan atau tanpa “Pemerintah"
    " Kabupaten/Kota/Provinsi …” di depannya; nama “Pemerintah Kabupaten/Kota/Provinsi …” saja juga. Pemerintah desa:"
    " Pemerintah Desa, Kantor Desa, Kantor Perbekel, Perbekel, BPD Desa, atau “Desa” diikuti nama desa yang dikenal. Bukan:"
    " LPD, BUMDes, desa adat, koperasi, yayasan, bank, dan nama dengan PT, CV, UD, Toko, atau Warung."
)

_PRIVATE = re.compile(
    r"\b(?:pt|cv|ud|pd|fa|tbk|koperasi|kop|ksp|ksu|yayasan|bank|lpd|bumdes\w*|badan usaha|badan kredit|toko|warung|hotel"
    r"|villa|restoran|desa adat|desa pa[k]?raman|desa wisata|primkoppol|persero)\b"
)
_ABOVE = re.compile(
    r"^(?:(?:non asn|tenaga kontrak|pegawai kontrak|pegawai|honorer|thl|kantor)\s+)*"
    r"(?:(?:pemerintah|pemda|pemkab|pemkot|pemprov)\s+(?:(?:daerah\s+)?(?:kabupaten|kab|kota|provinsi|prov)\s+)?"
    r"(?P<where>.*))?"
)
_OFFICE = re.compile(
    r"(?:dinas|badan|sekretariat|setda|setwan|inspektorat|kecamatan|camat|kelurahan|lurah|bagian|satpol pp"
    r"|satuan polisi pamong praja|rsud|rumah sakit umum daerah|puskesmas|upt|uptd|blud|bpbd|bkad|bappeda)\b"
)
_REGION_ALONE = re.compile(r"^(?:pemkab|pemkot|pemprov|pemda|pemerintah (?:daerah|kabupaten|kab|kota|provinsi|prov))\b")
_VILLAGE = re.compile(
    r"^(?:(?:non asn|perangkat|aparatur|aparat)\s+)*(?:pemerintah(?:an)? desa|pemdes|kantor desa|kantor perbekel"
    r"|kantor kepala desa|perbekel|kepala desa|perangkat desa|badan permusyawaratan desa|bpd desa)\b"
)
_NAMED = re.compile(r"^(?:desa|bpd)\s+(?P<name>.+)$")


def public_kind(name: str, villages: Collection[str] = ()) -> PublicKind | None:
    """What an employer called `name` is, by `RULE`; None for everybody else.

    Args:
        villages: names of the villages of the region, in small letters: “Desa Selat” is one, “Desa Wisata Resort” none.
    """
    plain = " ".join(re.sub(r"[\W_]+", " ", name.casefold()).split())
    if not plain or _PRIVATE.search(plain):
        return None
    named = _NAMED.match(plain)
    if _VILLAGE.match(plain) or (named is not None and named["name"] in villages):
        return PublicKind.PEMERINTAH_DESA
    if _OFFICE.match(_below(plain)) or _REGION_ALONE.match(plain):
        return PublicKind.PERANGKAT_DAERAH
    return None


def _below(plain: str) -> str:
    """“pemkab klungkung dinas kesehatan” -> “dinas kesehatan”: what stands behind the name of the region."""
    above = _ABOVE.match(plain)
    where = above["where"] if above else None
    if above is None or where is None:
        return plain[above.end() :] if above else plain
    office = _OFFICE.search(where)
    return where[office.start() :] if office else where


def employer_name(name: str) -> str:
    """The name under which an employer's spellings are joined: plain white space, capitals as in the first."""
    return " ".join(name.split())


def public_section(
    rows: Iterable[EmployerRow], period: date, villages: Collection[str] = (), sources: Sequence[SourceFile] = ()
) -> PublicSection | None:
    """The public employers among those of `rows`, the larger first; None where there are none.

    Each person counts once at an employer. A person who works for two counts at both: the rows are people of each
    employer, and do not add up to distinct people.
    """
    people: dict[str, dict[int, int]] = {}
    names: dict[str, str] = {}
    for company, nik, bits in rows:
        key = employer_name(company).casefold()
        if public_kind(names.setdefault(key, employer_name(company)), villages) is None:
            continue
        mine = people.setdefault(key, {})
        mine[nik] = mine.get(nik, 0) | bits
    if not people:
        return None
    employers = [_employer(names[key], mine, villages) for key, mine in people.items()]
    ordered = sorted(employers, key=lambda one: (one.village, -one.people, one.name))
    return PublicSection(period=period, employers=tuple(ordered), rule=RULE, sources=tuple(sources))


def _employer(name: str, people: dict[int, int], villages: Collection[str]) -> PublicEmployer:
    counted = Counter(benefit for bits in people.values() for benefit in benefits_of(bits))
    return PublicEmployer(
        name=name, village=public_kind(name, villages) is PublicKind.PEMERINTAH_DESA, people=len(people),
        benefits=tuple((benefit.value, counted[benefit]) for benefit in Benefit if counted[benefit]),
    )  # fmt: skip
