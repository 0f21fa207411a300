"""Letters: kinds, who signs them on which letterhead, states, legal bases, and how they are laid out.

Sources: domain notes 7.2–7.7 (layout, letterheads, elements, which paper for which purpose).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Signer(StrEnum):
    """Who signs; the value is the key in requests and templates."""

    KEPALA_DAERAH = "kepala-daerah"
    SEKDA = "sekda"
    KEPALA_DINAS = "kepala-dinas"


class LetterKind(StrEnum):
    """The value names the Word template and stands in the store."""

    SE_BUPATI = "se-bupati"
    SE_SEKDA = "se-sekda"
    SE_KADIS = "se-kepala-dinas"
    INSTRUKSI = "instruksi"
    IMBAUAN = "imbauan"
    IMBAUAN_BUPATI = "imbauan-bupati"
    TEGURAN = "teguran"
    UNDANGAN = "undangan"
    NOTA_DINAS = "nota-dinas"


SIGNER_OF = {
    LetterKind.SE_BUPATI: Signer.KEPALA_DAERAH,
    LetterKind.SE_SEKDA: Signer.SEKDA,
    LetterKind.SE_KADIS: Signer.KEPALA_DINAS,
    LetterKind.INSTRUKSI: Signer.KEPALA_DAERAH,
    LetterKind.IMBAUAN: Signer.KEPALA_DINAS,
    LetterKind.IMBAUAN_BUPATI: Signer.KEPALA_DAERAH,
    LetterKind.TEGURAN: Signer.KEPALA_DINAS,
    LetterKind.UNDANGAN: Signer.KEPALA_DINAS,
    LetterKind.NOTA_DINAS: Signer.KEPALA_DINAS,
}
"""Kind -> whose letterhead it has and who signs it."""


def kind_title(kind: LetterKind, head: str = "Bupati") -> str:
    """“Surat Edaran Bupati”; `head` is “Bupati”, “Wali Kota” or “Gubernur”."""
    return {
        LetterKind.SE_BUPATI: f"Surat Edaran {head}",
        LetterKind.SE_SEKDA: "Surat Edaran Sekretaris Daerah",
        LetterKind.SE_KADIS: "Surat Edaran Kepala Dinas",
        LetterKind.INSTRUKSI: f"Instruksi {head}",
        LetterKind.IMBAUAN: "Surat Imbauan Kepala Dinas",
        LetterKind.IMBAUAN_BUPATI: f"Surat Imbauan {head}",
        LetterKind.TEGURAN: "Surat Teguran",
        LetterKind.UNDANGAN: "Surat Undangan/Panggilan",
        LetterKind.NOTA_DINAS: "Nota Dinas",
    }[kind]


class LetterStyle(StrEnum):
    """How the body is built (domain notes 7.4); the value is what the screen says."""

    NARATIF = "uraian bernomor"
    TERSTRUKTUR = "berjudul bagian"


class LetterState(StrEnum):
    """The value is what the screen says. DRAF has no number; BATAL keeps number and reason."""

    DRAF = "draf"
    BERNOMOR = "bernomor"
    DITANDATANGANI = "ditandatangani"
    TERKIRIM = "terkirim"
    DIJAWAB = "dijawab"
    BATAL = "batal"


NEXT_STATES = {
    LetterState.DRAF: (LetterState.BERNOMOR, LetterState.BATAL),
    LetterState.BERNOMOR: (LetterState.DITANDATANGANI, LetterState.BATAL),
    LetterState.DITANDATANGANI: (LetterState.TERKIRIM, LetterState.BATAL),
    LetterState.TERKIRIM: (LetterState.DIJAWAB, LetterState.BATAL),
    LetterState.DIJAWAB: (),
    LetterState.BATAL: (),
}
"""State -> the ones that can follow it."""


class Split(StrEnum):
    """How many letters are made; the value is the key in requests."""

    SATU = "satu"
    PER_KECAMATAN = "kecamatan"
    PER_DESA = "desa"
    PER_PERUSAHAAN = "perusahaan"


class AddresseeKind(StrEnum):
    """To whom a subject speaks."""

    DESA = "desa"
    CAMAT = "camat"
    PERUSAHAAN = "perusahaan"
    PERANGKAT_DAERAH = "perangkat daerah"
    DESA_ADAT = "desa adat"
    ASN = "asn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """One who receives a letter of his own: a kecamatan, village or company.

    `key` is a region code, or “NPP/division” (or the plain name) of a company; `name` as the letter calls it (“Perbekel
    Selat”, “PT Contoh Sejahtera”), `place` what stands behind “di” (“Kecamatan Susut”).
    """

    key: str
    name: str
    place: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """A rule that letters cite.

    `short` is for lists (“UU 40/2004 Sistem Jaminan Sosial Nasional”), `cited` the whole phrase in a letter. `since`/`until`: days in force; None where not known / still in
    force. `replaced_by`: key of the rule that took its place. `check`: the domain notes could not confirm it, which the
    screen marks “periksa”. `seen` says where it was seen, and what must be looked at. `subjects`: which subjects it
    fits (empty: all), `region`: code of the province or regency that made it; empty for a national one.
    """

    key: str
    short: str
    cited: str
    year: int
    since: date | None = None
    until: date | None = None
    replaced_by: str = ""
    check: bool = False
    seen: str = ""
    subjects: tuple[str, ...] = ()
    region: str = ""
    rank: int = 0

    def in_force(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class PointText:
    """One point of a letter as the clerk sees and edits it.

    `key` is “a” to “j” of the common points, or “lain-1” for one of the clerk's own; `text` may hold placeholders
    (`{{ kuota }}`) that are filled when the letter is made; `details` are its sub-points. `used`: it stands in the letter.
    `alternatives` are other texts to choose from, (what it is, text), where the rules leave the wording to the office.
    """

    key: str
    title: str
    text: str
    details: tuple[str, ...] = ()
    used: bool = True
    alternatives: tuple[tuple[str, str], ...] = ()


class Paper(StrEnum):
    A4 = "A4"
    F4 = "F4"


PAPER_CM = {Paper.A4: (21.0, 29.7), Paper.F4: (21.5, 33.0)}
"""Width and height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLayout:
    """Paper, margins (cm), font, emblem and marks of the office's letters. Images are names of files in `templat/`.

    `emblem` stands on letters of Dinas and Setda, `garuda` on those of a head of region; where empty, a neutral circle
    holds the place. `aksara` is the second line of the letterhead in Aksara Bali as text, `aksara_image` as an image.
    `tte`: the footnote on electronic signatures; empty: none.
    """

    paper: Paper = Paper.A4
    top: float = 2.0
    right: float = 2.0
    bottom: float = 2.5
    left: float = 3.0
    font: str = "Arial"
    size: float = 12
    emblem: str = ""
    garuda: str = ""
    aksara: str = ""
    aksara_image: str = ""
    tte: str = ""
