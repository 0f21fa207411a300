"""Whether a row may be a header at all: a quick look at its words, before its fields are asked for."""

import re
from functools import lru_cache

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.cells.values import MONTHS
from desktop_app.ingest.finding.header_rows import is_period_cell
from desktop_app.ingest.grid import Cell, Row, text_of
from desktop_app.ingest.mapping.fields import field_of
from desktop_app.ingest.mapping.figure_synonyms import BASE, COMPANIES, RECAP, TARGET
from desktop_app.ingest.mapping.synonyms import COMMON, PEOPLE, PLACES

_LONGEST = 120
_MORE_WORDS = """
peserta jumlah jml penduduk pekerja tenaga kerja bekerja tk target cakupan coverage persen persentase % pu bpu ppu pbpu
jakon formal informal angkatan total aktif laki perempuan l/p nokk namalengkap jeniskelamin tanggallahir
"""
_SPLIT = re.compile(r"[^\w%/]+|_")


def _known_words() -> frozenset[str]:
    """All words of the synonyms, without the names of fields before the “=”."""
    lines = "\n".join((COMMON, PEOPLE, PLACES, COMPANIES, RECAP, BASE, TARGET, _MORE_WORDS)).splitlines()
    words = (word for line in lines for word in re.findall(r"[a-z/%]+", line.split("=")[-1]))
    return frozenset(words) | MONTHS.keys()


_HEADER_WORDS = _known_words()
_TELLING_KINDS = (SheetKind.PESERTA, SheetKind.PERUSAHAAN, SheetKind.REKAP)
"""Kinds whose fields are those of all others, too."""


def has_header_words(row: Row, wanted: int = 2) -> bool:
    """True when that many cells hold a word that headers are made of; quick, for the rows of a long sheet."""
    seen = 0
    for cell in row:
        if cell and isinstance(cell, str) and len(cell) <= _LONGEST and _has_word(cell):
            seen += 1
            if seen == wanted:
                return True
    return False


def hints(row: Row, *, close: bool) -> int:
    """How many cells hold such a word; with a `close` look, or mean a field in another spelling."""
    return sum(is_period_cell(cell) or (_is_short(cell) and _hints(str(cell), close)) for cell in row)


def _is_short(cell: Cell) -> bool:
    return isinstance(cell, str) and 0 < len(cell) <= _LONGEST


def _hints(text: str, close: bool) -> bool:
    return _has_word(text) or (close and _means_something(text))


def _has_word(cell: str) -> bool:
    words = _SPLIT.split(text_of(cell).casefold())
    return not _HEADER_WORDS.isdisjoint(words) or (len(words) > 1 and "".join(words) in _HEADER_WORDS)


@lru_cache(maxsize=4_096)
def _means_something(cell: str) -> bool:
    return any(field_of(kind, (text_of(cell),))[0] for kind in _TELLING_KINDS)
