"""The office whose workplace this is: region, letterhead, signatories."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """`title` as in the letter (“Bupati Gianyar”, “Kepala Dinas”); `nip` and `rank` stay empty for a head of region."""

    title: str = ""
    name: str = ""
    rank: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """`region` is the code of the kabupaten/kota (or of the province); `agency` the dinas as on its letterhead.

    `number_code` stands in letter numbers (“DISNAKER”), `seat` is the town where letters are signed, `head` signs
    for the region (Bupati/Wali Kota), `chief` for the dinas.
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
