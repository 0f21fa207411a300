"""Invented people over real villages: NIK of the right structure with serials from 9001 on, which no office reaches."""

import csv
import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from desktop_app.resources import resource

_MEN = ("I Wayan", "I Made", "I Nyoman", "I Ketut", "I Gede", "I Putu")
_WOMEN = ("Ni Wayan", "Ni Made", "Ni Nyoman", "Ni Ketut", "Ni Luh", "Ni Putu")
_FIRST = ("Ari", "Budi", "Cipta", "Darma", "Eka", "Guna", "Jaya", "Karya", "Mega", "Purna", "Rai", "Tirta", "Widi")
_LAST = ("Artana", "Darmika", "Gunarsa", "Kertiasa", "Lestari", "Parwata", "Ratnadi", "Sukarta", "Wartini", "Yudarta")
MOTHERS = ("Ni Nengah Rekaan", "Ni Wayan Contoh", "Ni Made Umpama", "Ni Ketut Misal")


@dataclass(frozen=True, slots=True)
class Place:
    """A village with its parents; `kind` desa or kelurahan."""

    code: str
    name: str
    kind: str
    kecamatan: str
    kecamatan_code: str
    regency: str
    regency_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An invented participant; `sex` L or P."""

    nik: str
    name: str
    birth: date
    sex: str
    kpj: str
    place: Place
    segment: str = "PU"
    active: bool = True
    npp: str = "CT000101"
    company: str = "PT Contoh Rekaan"


@cache
def villages(prefix: str = "51") -> tuple[Place, ...]:
    """The villages of Bali inside `prefix`, by code."""
    with resource("regions", "regions.csv").open(encoding="utf-8", newline="") as lines:
        names = {row["code"]: (row["level"], row["name"]) for row in csv.DictReader(lines)}
    return tuple(
        Place(
            code, name, kind, names[code[:8]][1], code[:8], names[code[:5]][1], code[:5]
        )
        for code, (kind, name) in names.items()
        if kind in ("desa", "kelurahan") and code.startswith(prefix)
    )  # fmt: skip


def village(code: str) -> Place:
    return next(place for place in villages(code[:5]) if place.code == code)


def nik_of(place: Place, birth: date, sex: str, serial: int) -> str:
    day = birth.day + (40 if sex == "P" else 0)
    return f"{place.kecamatan_code.replace('.', '')}{day:02}{birth:%m%y}{serial:04}"


def person(rng: random.Random, place: Place, serial: int) -> Person:
    """Somebody of `place`, born 1966 to 2004; a serial that ends in 0 is moved on by one."""
    sex = rng.choice("LP")
    birth = date(1966, 1, 1) + timedelta(days=rng.randrange(365 * 38))
    name = f"{rng.choice(_MEN if sex == 'L' else _WOMEN)} {rng.choice(_FIRST)} {rng.choice(_LAST)}"
    serial += serial % 10 == 0
    kpj = f"{rng.randrange(10**10):011}"
    return Person(nik=nik_of(place, birth, sex, serial), name=name, birth=birth, sex=sex, kpj=kpj, place=place)


def some_people(
    seed: str, count: int, *, within: str = "51", segment: str = "PU", serial: int = 9001, born: date | None = None
) -> list[Person]:
    """`count` different people of villages inside `within`; the same seed gives the same people.

    `born` moves everybody to that birth date (the NIK follows).
    """
    rng = random.Random(seed)
    found = []
    for index in range(count):
        one = replace(person(rng, rng.choice(villages(within)), serial + index * 2), segment=segment)
        found.append(reborn(one, born) if born else one)
    return found


def reborn(one: Person, birth: date) -> Person:
    """The same person with another birth date, in the NIK too."""
    return replace(one, birth=birth, nik=nik_of(one.place, birth, one.sex, int(one.nik[12:])))
