"""Regions by their Kemendagri code: the key is the code, the name only a label."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """Kinds of region as written in the Kepmendagri table."""

    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"
    KOTA = "kota"
    KECAMATAN = "kecamatan"
    DESA = "desa"
    KELURAHAN = "kelurahan"


_PREFIXES = ("Kabupaten ", "Kota Administrasi ", "Kota ")


@dataclass(frozen=True, slots=True)
class Region:
    """One region; `code` is dotted (`51`, `51.03`, `51.03.01`, `51.03.01.2001`), `name` the official one."""

    code: str
    name: str
    level: Level

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
        if self.level in (Level.KABUPATEN, Level.KOTA):
            return self.name
        return f"{self.level.value.capitalize()} {self.name}"


def parent_code(code: str) -> str | None:
    """Code of the region above; None for a province."""
    head, dot, _ = code.rpartition(".")
    return head if dot else None


def depth(code: str) -> int:
    """1 province, 2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan."""
    return code.count(".") + 1


def is_within(code: str, ancestor: str) -> bool:
    """True for `ancestor` itself and everything below it."""
    return code == ancestor or code.startswith(ancestor + ".")
