"""Regions by their Kemendagri code: the key is the code, the name only a label."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache


class Level(StrEnum):
    """Kinds of region as written in the Kepmendagri table, and the whole country above them."""

    NEGARA = "negara"
    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"
    KOTA = "kota"
    KECAMATAN = "kecamatan"
    DESA = "desa"
    KELURAHAN = "kelurahan"


_KINDS = {level: level.value.capitalize() for level in (Level.PROVINSI, Level.KECAMATAN, Level.DESA, Level.KELURAHAN)}
"""What stands before a name; those of kabupaten and kota carry it themselves."""

_PREFIXES = ("Kabupaten ", "Kota Administrasi ", "Kota ")


@dataclass(frozen=True, slots=True)
class Region:
    """One region; `code` is dotted (`51`, `51.03`, `51.03.01`, `51.03.01.2001`), `name` the official one.

    `opened`: it exists since that day only (a new or split-off village); `closed`: it exists until the day before, and
    `heirs` are the codes that took its people over. `document` says by what it was opened or closed. All four are
    empty for regions that stand as in the shipped list.
    """

    code: str
    name: str
    level: Level
    opened: date | None = None
    closed: date | None = None
    heirs: tuple[str, ...] = ()
    document: str = ""

    def stands(self, day: date) -> bool:
        """Whether the region exists on `day`."""
        return (self.opened is None or self.opened <= day) and (self.closed is None or day < self.closed)

    @property
    def parent(self) -> str | None:
        return parent_code(self.code)

    @property
    def short_name(self) -> str:
        """Name without “Kabupaten” or “Kota”: for charts, where the place is clear from the company it keeps."""
        for prefix in _PREFIXES:
            if self.name.startswith(prefix):
                return self.name.removeprefix(prefix)
        return self.name

    @property
    def full_name(self) -> str:
        """Name with its kind: “Provinsi Bali”, “Kabupaten Badung”, “Kecamatan Kuta”, “Desa Selat”."""
        kind = _KINDS.get(self.level)
        return self.name if kind is None else f"{kind} {self.name}"


NATION = Region("0", "Indonesia", Level.NEGARA)
"""The whole country: no row of any table, but something to look at. All provinces lie within it."""


@lru_cache(maxsize=1 << 17)
def parent_code(code: str) -> str | None:
    """Code of the region above; None for a province and for the country."""
    head, dot, _ = code.rpartition(".")
    return head if dot else None


LENGTHS = (2, 5, 8, 13)
"""Characters of the code of a province, a kabupaten/kota, a kecamatan, a village."""


def depth(code: str) -> int:
    """0 country, 1 province, 2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan."""
    return 0 if code == NATION.code else code.count(".") + 1


def is_within(code: str, ancestor: str) -> bool:
    """True for `ancestor` itself and everything below it."""
    return ancestor in (code, NATION.code) or code.startswith(ancestor + ".")
