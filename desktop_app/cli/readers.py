"""What may stand behind an option, read into values; what cannot be read is told in Indonesian."""

import argparse
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.periods import parse_period

Word = TypeVar("Word", bound=StrEnum)

LEVELS = {1: "provinsi", 2: "kabupaten", 3: "kecamatan", 4: "desa"}
"""Words by depth."""


def one_of(words: type[Word]) -> Callable[[str], Word]:
    def read(text: str) -> Word:
        known = {word.casefold(): word for word in words}
        try:
            return known[text.casefold()]
        except KeyError:
            raise argparse.ArgumentTypeError(f"“{text}” tidak ada; pilihannya {', '.join(words)}") from None

    return read


def file_of(*suffixes: str) -> Callable[[str], Path]:
    def read(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower() not in suffixes:
            raise argparse.ArgumentTypeError(f"nama berkas “{text}” harus berakhir dengan {' atau '.join(suffixes)}")
        return path

    return read


def period(text: str) -> date:
    try:
        return parse_period(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” bukan bulan; tulis misalnya 2025-03") from None


def positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” bukan bilangan mulai dari 1")
    return int(text)


def level(text: str) -> int:
    """A depth by its number or its word."""
    words = {**{word: depth for depth, word in LEVELS.items()}, "kota": 2, "kelurahan": 4}
    found = words.get(text.casefold(), int(text) if text.isdecimal() else 0)
    if found not in LEVELS:
        raise argparse.ArgumentTypeError(f"“{text}” tidak ada; pilihannya {', '.join(LEVELS.values())}")
    return found


def part(text: str) -> tuple[str, int]:
    """“51.04.01=1200” -> (“51.04.01”, 1200)."""
    code, sign, people = text.partition("=")
    if not sign or not people.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” tidak dapat dibaca; tulis KODE=ORANG, misalnya 51.04.01=1200")
    return code.strip(), int(people)
