"""Numbers copied in Excel and pasted into the values of a base: rows of region and number, or only numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.segments import Sector
from desktop_app.ui.pages.reference_base_work import SECTORS_OF_BASE, BaseLine
from desktop_app.ui.pages.reference_numbers import NotANumber, people_of

_TITLES = {"jumlah": Sector.SEMUA, "total": Sector.SEMUA, "formal": Sector.FORMAL, "informal": Sector.INFORMAL}


@dataclass(frozen=True, slots=True)
class Pasted:
    """`values`: (region code, sector) -> people, None to take one out. `refused`: rows that were left, and why."""

    values: dict[tuple[str, Sector], int | None]
    refused: tuple[str, ...]


def pasted(text: str, lines: Sequence[BaseLine], first: int, sector: Sector) -> Pasted:
    """What `text` says for the rows shown, from row `first` and column `sector` on.

    Rows that begin with a region go where that region is; rows of numbers alone go from `first` downwards.
    """
    rows = [[cell.strip() for cell in row.split("\t")] for row in text.replace("\r\n", "\n").rstrip("\n").split("\n")]
    columns = _titled(rows[0]) if rows else None
    if columns is not None:
        return _by_region(rows[1:], lines, columns)
    start = SECTORS_OF_BASE.index(sector)
    after = {place + 1: each for place, each in enumerate(SECTORS_OF_BASE[start:])}
    if any(not _is_number(row[0]) for row in rows):
        return _by_region(rows, lines, after)
    return _downwards(rows, lines[first:], {place - 1: each for place, each in after.items()})


def _titled(row: Sequence[str]) -> dict[int, Sector] | None:
    """Columns of a row of titles, as this page copies it itself; None where it is none."""
    words = [cell.split(",")[0].casefold() for cell in row]
    found = {place: _TITLES[word] for place, word in enumerate(words) if place and word in _TITLES}
    return found or None


def _by_region(rows: Sequence[Sequence[str]], lines: Sequence[BaseLine], columns: Mapping[int, Sector]) -> Pasted:
    codes = _codes_by_name(lines)
    values: dict[tuple[str, Sector], int | None] = {}
    refused = []
    for row in rows:
        found = codes.get(row[0].casefold(), ())
        if not any(row):
            continue
        if len(found) != 1:
            why = "dapat berarti lebih dari satu wilayah" if found else "tidak ada di daftar ini"
            refused.append(f"“{row[0]}” {why}")
        elif (wrong := _put(values, found[0], row, columns)) is not None:
            refused.append(f"“{row[0]}”: “{wrong}” bukan bilangan bulat")
    return Pasted(values, tuple(refused))


def _downwards(rows: Sequence[Sequence[str]], lines: Sequence[BaseLine], columns: Mapping[int, Sector]) -> Pasted:
    values: dict[tuple[str, Sector], int | None] = {}
    refused = []
    for row, line in zip(rows, lines, strict=False):
        if (wrong := _put(values, line.code, row, columns)) is not None:
            refused.append(f"{line.region}: “{wrong}” bukan bilangan bulat")
    left = len(rows) - len(lines)
    if left > 0:
        refused.append(f"{left} baris terakhir tidak mempunyai wilayah lagi")
    return Pasted(values, tuple(refused))


def _put(
    values: dict[tuple[str, Sector], int | None], code: str, row: Sequence[str], columns: Mapping[int, Sector]
) -> str | None:
    """Add the row's values, all or none; the first text that is no number, or None."""
    read: dict[tuple[str, Sector], int | None] = {}
    for place, sector in columns.items():
        if place < len(row):
            try:
                read[code, sector] = people_of(row[place])
            except NotANumber:
                return row[place]
    values.update(read)
    return None


def _is_number(text: str) -> bool:
    try:
        people_of(text)
    except NotANumber:
        return False
    return True


def _codes_by_name(lines: Sequence[BaseLine]) -> dict[str, tuple[str, ...]]:
    """Codes by the names that a sheet may call a region by: code, whole name, without what stands above, without its kind."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        whole = line.region.split(",")[0]
        bare = whole.split(" ", 1)[1] if " " in whole else whole
        for name in {line.code, line.region.casefold(), whole.casefold(), bare.casefold()}:
            found[name] = (*found.get(name, ()), line.code)
    return found
