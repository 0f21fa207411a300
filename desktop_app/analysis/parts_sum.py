"""The sum of the regions below a region, as far as they are known."""

from dataclasses import dataclass

from desktop_app.domain.indonesian import number
from desktop_app.domain.regions import Region, depth

_KINDS = {1: "provinsi", 2: "kabupaten/kota", 3: "kecamatan", 4: "desa/kelurahan"}
_FEW = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsSum:
    """`people` of the `counted` of all `of` regions directly below that have a figure of the month.

    `workers` of those that have a base, None where one of the counted lacks it; `missing` have no figure of the month.
    `definition`: how all of them are counted; empty where they differ.
    """

    kind: str
    people: int
    workers: int | None
    counted: int
    of: int
    missing: tuple[Region, ...]
    definition: str

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


def how_many(known: int, of: int, kind: str) -> str:
    """“7 dari 9 kabupaten/kota”."""
    return f"{number(known)} dari {number(of)} {kind}"


def kind_of(code: str) -> str:
    """What regions of this code's depth are called: “kabupaten/kota”."""
    return _KINDS.get(depth(code), "wilayah")
