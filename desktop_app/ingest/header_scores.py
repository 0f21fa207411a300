"""How much of a header some texts are: the fields they mean, the kind of table that these fit; stretches of a sheet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest import fields
from desktop_app.ingest.areas import WIDEST, Header
from desktop_app.ingest.grid import Row, at, is_blank
from desktop_app.ingest.header_rows import Merges

_WORDS = """
nik nama no nomor tgl tanggal lahir ktp kpj npp nib npwp kabupaten kab kota kecamatan kec desa kelurahan kel wilayah
daerah provinsi prov peserta jumlah jml penduduk pekerja tenaga kerja tk target cakupan coverage persen persentase %
pu bpu ppu pbpu jakon formal informal alamat upah iuran program segmen status penyebut kode kelamin jk l/p pekerjaan
perusahaan tunggakan kategori keterangan ket sektor tahun dokumen kepesertaan total identitas name date birth number
kk nokk namalengkap jeniskelamin tanggallahir
"""
_HEADER_WORDS = frozenset(_WORDS.split())
_SPLIT = re.compile(r"[^\w%/]+|_")


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive rows of a sheet, the first of them in `first` (from 0), with the sheet's merged ranges."""

    first: int
    rows: Sequence[Row]
    merges: Merges

    @property
    def end(self) -> int:
        return self.first + len(self.rows)

    def row(self, place: int) -> Row:
        """Empty outside the window."""
        return self.rows[place - self.first] if self.first <= place < self.end else ()

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)


def table_kinds() -> tuple[SheetKind, ...]:
    """The kinds that headers can tell, in the order that decides where two fit equally."""
    known: tuple[SheetKind, ...] = getattr(
        fields, "KINDS", (SheetKind.PESERTA, SheetKind.REKAP, SheetKind.PENYEBUT, SheetKind.TARGET)
    )
    return tuple(kind for kind in known if kind is not SheetKind.LAIN)


@lru_cache(maxsize=20_000)
def field(kind: SheetKind, parts: tuple[str, ...]) -> tuple[str, float]:
    return fields.field_of(kind, parts)


def score(kind: SheetKind, labels: dict[int, tuple[str, ...]]) -> float:
    """How much of a header these labels are, for a table of `kind`; 0 where they are none."""
    best: dict[str, float] = {}
    for parts in labels.values():
        name, confidence = field(kind, parts)
        if name:
            best[name] = max(best.get(name, 0.0), confidence)
    return sum(best.values()) if len(best) >= 2 and fields.could_be(kind, best) else 0.0


def has_header_words(row: Row, wanted: int = 2) -> bool:
    """True when that many cells hold a word that headers are made of; quick, for the rows of a long sheet."""
    seen = 0
    for cell in row:
        if cell and isinstance(cell, str) and len(cell) < 120 and not _HEADER_WORDS.isdisjoint(_words(cell)):
            seen += 1
            if seen == wanted:
                return True
    return False


def _words(text: str) -> list[str]:
    return _SPLIT.split(text.casefold())


@dataclass(frozen=True, slots=True)
class Found:
    """A header with how well it fits."""

    header: Header
    score: float

    @property
    def columns(self) -> range:
        """All columns, where the list has no header."""
        if not self.header.labels:
            return range(WIDEST)
        return range(min(self.header.labels), max(self.header.labels) + 1)

    def meets(self, other: "Found") -> bool:
        """True when the two share a row and a column."""
        rows = set(self.header.rows) & set(other.header.rows)
        mine, its = self.columns, other.columns
        return bool(rows) and mine.start < its.stop and its.start < mine.stop


def columns_with_text(window: Window) -> list[range]:
    """The runs of columns between columns that are blank in the whole window."""
    used = {column for row in window.rows for column, cell in enumerate(row) if not is_blank(cell)}
    bands: list[range] = []
    for column in sorted(used):
        if bands and bands[-1].stop == column:
            bands[-1] = range(bands[-1].start, column + 1)
        else:
            bands.append(range(column, column + 1))
    return bands


def is_column_blank(window: Window, column: int, rows: range) -> bool:
    return all(is_blank(at(window.row(place), column)) for place in rows)
