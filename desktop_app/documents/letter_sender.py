"""Who sends a letter to the villages, and how it names itself, its villages and its partners."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.documents.terbilang import counted
from desktop_app.domain.office import Office, head_kind, head_of_region
from desktop_app.domain.regions import Level, Region

BLANK = "." * 18
"""Dots for what the office writes in by hand."""

_BALI = "51"


@dataclass(frozen=True, slots=True)
class Sender:
    """The head of `region` as the sender; `office` prepares the letter, `villages` (kecamatan, village) receive it.

    Names and seat of an office stand only in letters of its own region.
    """

    office: Office
    region: Region
    province: Region
    villages: Sequence[tuple[Region, Region]]

    @property
    def at_home(self) -> bool:
        return self.office.region == self.region.code

    @property
    def head_kind(self) -> str:
        return head_kind(self.region)

    @property
    def head(self) -> str:
        """“Bupati Gianyar”, “Wali Kota Denpasar”; an acting head as the office wrote it (“Pj. Bupati Gianyar”)."""
        own = self.office.head.title.strip() if self.at_home else ""
        return own or head_of_region(self.region)

    @property
    def head_name(self) -> str:
        return (self.at_home and self.office.head.name.strip()) or "(nama lengkap)"

    @property
    def agency(self) -> str:
        """“Dinas Tenaga Kerja Kabupaten Gianyar”, or its task where the office is another region's."""
        if not self.at_home or not self.office.agency.strip():
            return f"perangkat daerah yang membidangi ketenagakerjaan di {self.region.full_name}"
        agency = self.office.agency.strip()
        return agency if self.region.short_name in agency else f"{agency} {self.region.full_name}"

    @property
    def number_code(self) -> str:
        return (self.at_home and self.office.number_code.strip()) or "DISNAKER"

    @property
    def seat(self) -> str:
        return (self.at_home and self.office.seat.strip()) or BLANK

    @property
    def branch(self) -> str:
        """“BPJS Ketenagakerjaan Kantor Cabang Bali Gianyar”."""
        branch = self.office.branch.strip() if self.at_home else ""
        if branch.startswith("BPJS"):
            return branch
        return f"BPJS Ketenagakerjaan {branch or 'kantor cabang setempat'}"

    @property
    def village_head(self) -> str:
        """Balinese villages are led by a perbekel."""
        return "Perbekel" if self.province.code == _BALI else "Kepala Desa"

    @property
    def desa(self) -> int:
        return sum(village.level is Level.DESA for _, village in self.villages)

    @property
    def kelurahan(self) -> int:
        return sum(village.level is Level.KELURAHAN for _, village in self.villages)

    @property
    def village_heads(self) -> str:
        """“Perbekel dan Lurah”, or one of them where the other kind of village is not there."""
        kinds = [self.village_head] * bool(self.desa) + ["Lurah"] * bool(self.kelurahan)
        return " dan ".join(kinds) or self.village_head

    def kinds(self, joint: str) -> str:
        """“desa dan kelurahan” with “ dan ”, “desa/kelurahan” with “/”; one word where only one kind is there."""
        return joint.join(["desa"] * bool(self.desa) + ["kelurahan"] * bool(self.kelurahan)) or "desa"

    @property
    def villages_counted(self) -> str:
        """“64 (enam puluh empat) desa dan 6 (enam) kelurahan”."""
        parts = [f"{counted(self.desa)} desa"] * bool(self.desa)
        parts += [f"{counted(self.kelurahan)} kelurahan"] * bool(self.kelurahan)
        return " dan ".join(parts)
