"""The office whose workplace this is: region, letterhead, signatories."""

from dataclasses import dataclass, field

from desktop_app.domain.letters import LetterLayout, Signer
from desktop_app.domain.regions import Level, Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """`title` as in the letter (“Bupati Gianyar”, “Kepala Dinas”); `nip` and `rank` stay empty for a head of region.

    `mark` stands before the title: “Plt.”, “Plh.”, “Pj.” or nothing. `behalf` is the post in whose name is signed, with
    “a.n.” (“a.n. Bupati Gianyar”); `under` the one between with “u.b.” (“u.b. Asisten Perekonomian”).
    """

    title: str = ""
    name: str = ""
    rank: str = ""
    nip: str = ""
    mark: str = ""
    behalf: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """`region` is the code of the kabupaten/kota (or of the province); `agency` the dinas as on its letterhead.

    `number_code` stands in letter numbers (“DISNAKER”), `seat` is the town where letters are signed, `head` signs
    for the region (Bupati/Wali Kota), `secretary` for the Sekretariat Daerah, `chief` for the dinas. `copies` are the
    tembusan of every letter, where the office names its own; empty: as the kind of letter has them.
    """

    region: str
    agency: str
    number_code: str = "DISNAKER"
    seat: str = ""
    address: str = ""
    branch: str = ""
    clerk: str = ""
    head: Signatory = Signatory()
    chief: Signatory = Signatory()
    sample: bool = False
    secretary: Signatory = Signatory()
    secretariat_address: str = ""
    copies: tuple[str, ...] = ()
    layout: LetterLayout = field(default_factory=LetterLayout)

    def signatory(self, signer: Signer) -> Signatory:
        return {Signer.KEPALA_DAERAH: self.head, Signer.SEKDA: self.secretary, Signer.KEPALA_DINAS: self.chief}[signer]


def head_kind(region: Region) -> str:
    """“Bupati”, “Wali Kota”, “Gubernur”."""
    return {Level.PROVINSI: "Gubernur", Level.KOTA: "Wali Kota"}.get(region.level, "Bupati")


def head_of_region(region: Region) -> str:
    """“Bupati Gianyar”, “Wali Kota Denpasar”, “Gubernur Bali”."""
    return f"{head_kind(region)} {region.short_name}"
