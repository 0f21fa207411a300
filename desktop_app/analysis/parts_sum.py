"""The sum of the regions below a region, as far as they are known."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.indonesian import long_date, number
from desktop_app.domain.regions import Region, depth

_KINDS = {1: "provinsi", 2: "kabupaten/kota", 3: "kecamatan", 4: "desa/kelurahan"}
_FEW = 5


@dataclass(frozen=True, slots=True)
class ClosedPart:
    """A region that no longer stands, and the people of a month who are still recorded there; `heirs` by name."""

    region: Region
    people: int
    heirs: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """“Gunaksa (ditutup 1 November 2025): 104 orang, perlu dialihkan ke Gunaksa Lama dan Gunaksa Baru”."""
        closed = f" (ditutup {long_date(self.region.closed)})" if self.region.closed else ""
        heirs = " dan ".join(filter(None, (", ".join(self.heirs[:-1]), *self.heirs[-1:])))
        return f"{self.region.name}{closed}: {number(self.people)} orang, perlu dialihkan ke {heirs or 'penggantinya'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsSum:
    """`people` of the `counted` of all `of` regions directly below that have a figure of `period`.

    `workers` of those that have a base, None where one of the counted lacks it; `missing` have no figure of the month.
    `closed` are regions that did not stand any more but hold people, who are in `people`. `listed` of the counted are
    counted from a list of people. `definition`: how all of them are counted; empty where they differ.
    """

    kind: str
    people: int
    workers: int | None
    counted: int
    of: int
    missing: tuple[Region, ...]
    definition: str
    period: date | None = None
    closed: tuple[ClosedPart, ...] = ()
    listed: int = 0

    @property
    def complete(self) -> bool:
        return self.counted == self.of > 0

    @property
    def words(self) -> str:
        """“7 dari 9 kabupaten/kota”, “9 kabupaten/kota”."""
        return f"{number(self.of)} {self.kind}" if self.complete else how_many(self.counted, self.of, self.kind)

    @property
    def missing_words(self) -> str:
        """“Bangli, Karangasem, dan 3 lainnya”."""
        names = [region.short_name for region in self.missing[:_FEW]]
        rest = len(self.missing) - len(names)
        return ", ".join(names) + (f", dan {number(rest)} lainnya" if rest else "")

    @property
    def summed_definition(self) -> str:
        """How a figure is counted that is this sum: “Orang menurut NIK; jumlah dari 9 kabupaten/kota”."""
        if not self.definition:
            return f"Jumlah dari {self.words} yang pembilangnya tidak sama"
        return f"{self.definition}; jumlah dari {self.words}"


def how_many(known: int, of: int, kind: str) -> str:
    """“7 dari 9 kabupaten/kota”."""
    return f"{number(known)} dari {number(of)} {kind}"


def kind_of(code: str) -> str:
    """What regions of this code's depth are called: “kabupaten/kota”."""
    return _KINDS.get(depth(code), "wilayah")
