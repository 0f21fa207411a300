"""The office whose workplace this is: region, letterhead, signatories."""

from dataclasses import dataclass

from desktop_app.domain.regions import Level, Region


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


def head_kind(region: Region) -> str:
    """“Bupati”, “Wali Kota”, “Gubernur”."""
    return {Level.PROVINSI: "Gubernur", Level.KOTA: "Wali Kota"}.get(region.level, "Bupati")


def head_of_region(region: Region) -> str:
    """“Bupati Gianyar”, “Wali Kota Denpasar”, “Gubernur Bali”."""
    return f"{head_kind(region)} {region.short_name}"
