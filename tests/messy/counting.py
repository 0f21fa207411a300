"""Lays recaps onto a page: regions with counts that agree with each other until a case breaks them."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.messy.book import Cell, Page
from tests.messy.people import villages
from tests.messy.truth import FigureTruth

HEADERS: Mapping[str, tuple[str, ...]] = {
    "no": ("No", "NO."),
    "wilayah": ("Kabupaten/Kota", "KAB/KOTA", "Kabupaten / Kota", "Wilayah"),
    "penduduk_bekerja": ("Penduduk Bekerja", "Jumlah Penduduk Bekerja", "PENDUDUK YANG BEKERJA"),
    "angkatan_kerja": ("Angkatan Kerja", "Jumlah Angkatan Kerja"),
    "pengangguran": ("Pengangguran", "Pengangguran Terbuka", "Penganggur"),
    "formal": ("Formal", "Pekerja Formal", "Sektor Formal"),
    "informal": ("Informal", "Pekerja Informal", "Sektor Informal"),
    "pu": ("PU", "Peserta PU", "Penerima Upah"),
    "bpu": ("BPU", "Peserta BPU", "Bukan Penerima Upah"),
    "jakon": ("Jakon", "Jasa Konstruksi", "Peserta Jakon"),
    "total": ("Jumlah Peserta", "Total Peserta", "Jumlah"),
    "coverage_pct": ("Cakupan (%)", "%", "Persentase", "Coverage (%)"),
    "target_pct": ("Target (%)", "Target"),
    "jk_lk": ("Laki-laki", "L"),
    "jk_pr": ("Perempuan", "P"),
}
USUAL = ("no", "wilayah", "penduduk_bekerja", "pu", "bpu", "jakon", "total", "coverage_pct")
SHARES = frozenset({"coverage_pct", "target_pct"})
Write = Callable[[float], Cell]


@dataclass(slots=True)
class Line:
    """One region of a recap with its figures; shares in percent."""

    region: str
    name: str
    values: dict[str, float] = field(default_factory=dict)


def regencies(seed: str) -> list[Line]:
    """The nine regencies of Bali with figures that agree."""
    names = dict.fromkeys((place.regency_code, place.regency) for place in villages())
    return [Line(code, name, _figures(random.Random(seed + code))) for code, name in names]


def kecamatans(seed: str, regency: str) -> list[Line]:
    names = dict.fromkeys((place.kecamatan_code, place.kecamatan) for place in villages(regency))
    return [Line(code, name, _figures(random.Random(seed + code))) for code, name in names]


def _figures(rng: random.Random) -> dict[str, float]:
    """Counts over 1.000 whose parts make their whole, and the shares that follow."""
    working = rng.randrange(60_001, 400_000)
    pu, bpu, jakon = rng.randrange(10_001, 25_000), rng.randrange(5_001, 15_000), rng.randrange(1_001, 5_000)
    idle = rng.randrange(1_001, 9_000)
    total = pu + bpu + jakon
    formal = rng.randrange(20_001, 30_000)
    men = rng.randrange(5_001, total - 5_000)
    return {
        "penduduk_bekerja": working, "angkatan_kerja": working + idle, "pengangguran": idle, "formal": formal,
        "informal": working - formal, "pu": pu, "bpu": bpu, "jakon": jakon, "total": total,
        "coverage_pct": round(total / working * 100, 2), "target_pct": 60 + rng.randrange(900) / 100,
        "jk_lk": men, "jk_pr": total - men,
    }  # fmt: skip


def lay_recap(
    page: Page,
    lines: Sequence[Line],
    columns: Sequence[str] = USUAL,
    *,
    row: int = 1,
    column: int = 1,
    headers: Mapping[str, str] | None = None,
    count: Write = int,
    share: Write = lambda value: value,
    total: str = "JUMLAH",
    header: bool = True,
) -> tuple[FigureTruth, ...]:
    """Header in `row`, a line per region, and the sum in a row called `total` ("" for none)."""
    if header:
        page.line(row, *((headers or {}).get(name, HEADERS[name][0]) for name in columns), column=column)
    truths = []
    for number, line in enumerate(lines, 1):
        cells = [_cell(name, line, number, count, share) for name in columns]
        page.line(row + number, *cells, column=column)
        pins = {name: line.values[name] for name in columns if name in line.values}
        truths.append(FigureTruth(region=line.region, pins=_floats(pins), sheet=page.name, row=row + number))
    if total:
        page.line(row + len(lines) + 1, *_sum(lines, columns, count, share, total), column=column)
    return tuple(truths)


def _floats(pins: Mapping[str, float]) -> dict[str, object]:
    return {name: float(value) if name in SHARES else value for name, value in pins.items()}


def _cell(name: str, line: Line, number: int, count: Write, share: Write) -> Cell:
    if name == "no":
        return number
    if name == "wilayah":
        return line.name
    if name not in line.values:
        return None
    return share(line.values[name]) if name in SHARES else count(line.values[name])


def _sum(lines: Sequence[Line], columns: Sequence[str], count: Write, share: Write, total: str) -> list[Cell]:
    sums = {
        name: sum(line.values.get(name, 0) for line in lines)
        for name in columns
        if name in HEADERS and name not in SHARES and name not in ("no", "wilayah")
    }
    cells: list[Cell] = []
    for name in columns:
        if name == "wilayah":
            cells.append(total)
        elif name in sums:
            cells.append(count(sums[name]))
        elif name == "coverage_pct" and sums.get("penduduk_bekerja") and "total" in sums:
            cells.append(share(round(sums["total"] / sums["penduduk_bekerja"] * 100, 2)))
        else:
            cells.append(None)
    return cells
