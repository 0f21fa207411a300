"""Who sends a letter, and how it names itself, its villages and its partners."""

from dataclasses import dataclass

from desktop_app.documents.letters.facts import LetterFacts
from desktop_app.documents.letters.marks import PLAIN, Marks
from desktop_app.documents.terbilang import counted
from desktop_app.domain.office import head_kind, head_of_region
from desktop_app.domain.regions import Level, Region, depth

_BALI = "51"
_KECAMATAN = 3


@dataclass(frozen=True, slots=True)
class Sender:
    """Names and seat of an office stand only in letters of its own region."""

    facts: LetterFacts
    marks: Marks = PLAIN

    @property
    def region(self) -> Region:
        return self.facts.region

    @property
    def at_home(self) -> bool:
        return self.facts.office.region == self.region.code

    @property
    def head_kind(self) -> str:
        return head_kind(self.region)

    @property
    def head(self) -> str:
        """“Bupati Gianyar”, “Wali Kota Denpasar”: the post, whoever holds it."""
        return head_of_region(self.region)

    @property
    def government(self) -> str:
        """“Pemerintah Kabupaten Gianyar”."""
        return f"Pemerintah {self.region.full_name}"

    @property
    def agency(self) -> str:
        """“Dinas Tenaga Kerja Kabupaten Gianyar”, or its task where the office is another region's."""
        agency = " ".join(self.facts.office.agency.split())
        if not self.at_home or not agency:
            return f"perangkat daerah yang membidangi ketenagakerjaan di {self.region.full_name}"
        return agency if self.region.short_name in agency else f"{agency} {self.region.full_name}"

    @property
    def agency_head(self) -> str:
        return f"Kepala {self.agency}"

    @property
    def number_code(self) -> str:
        return (self.at_home and self.facts.office.number_code.strip()) or "DISNAKER"

    @property
    def seat(self) -> str:
        return (self.at_home and self.facts.office.seat.strip()) or self.marks.dots

    @property
    def address(self) -> str:
        return " ".join(self.facts.office.address.split()) if self.at_home else ""

    @property
    def branch(self) -> str:
        """“BPJS Ketenagakerjaan Kantor Cabang Bali Gianyar”."""
        branch = self.facts.office.branch.strip() if self.at_home else ""
        if branch.startswith("BPJS"):
            return branch
        return f"BPJS Ketenagakerjaan {branch or 'kantor cabang setempat'}"

    @property
    def village_head(self) -> str:
        """Balinese villages are led by a perbekel."""
        return "Perbekel" if self.facts.province.code == _BALI else "Kepala Desa"

    @property
    def desa(self) -> int:
        return sum(village.level is Level.DESA for _, village in self.facts.villages)

    @property
    def kelurahan(self) -> int:
        return sum(village.level is Level.KELURAHAN for _, village in self.facts.villages)

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

    @property
    def meeting(self) -> str:
        """Where a village decides: “musyawarah desa atau musyawarah kelurahan”."""
        kinds = [("musyawarah desa", self.desa), ("musyawarah kelurahan", self.kelurahan)]
        return " atau ".join(name for name, villages in kinds if villages) or "musyawarah desa"

    @property
    def addressed_place(self) -> Region:
        """The kecamatan or village a letter of its own speaks to, else the whole region. A company lies somewhere, but is not it."""
        addressee = self.facts.addressee
        places = (place for pair in self.facts.villages for place in pair)
        return next((place for place in places if addressee and place.code == addressee.key), self.region)

    @property
    def to_company(self) -> bool:
        return self.facts.addressee is not None and self.addressed_place == self.region

    @property
    def company(self) -> str:
        """Name of the company that is written to, as its list has it; empty for everybody else."""
        companies = self.facts.companies
        return companies[0].name if self.to_company and companies else ""

    @property
    def camat(self) -> str:
        """Who else hears of it: the camat of a village, every camat, or nobody where the camat is written to."""
        if self.to_kecamatan:
            return ""
        if self.to_village:
            return next(f"Camat {above.name}" for above, one in self.facts.villages if one == self.addressed_place)
        return f"Camat se-{self.region.full_name}"

    @property
    def to_kecamatan(self) -> bool:
        return self.facts.addressee is not None and depth(self.addressed_place.code) == _KECAMATAN

    @property
    def to_village(self) -> bool:
        return self.facts.addressee is not None and depth(self.addressed_place.code) > _KECAMATAN
