"""Checks a recap against itself: percentages against their own fraction, totals against the rows above them."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.indonesian import number as spelled
from desktop_app.domain.indonesian import percent
from desktop_app.domain.regions import is_within
from desktop_app.ingest.figures import PrintedShare
from desktop_app.ingest.numbers import swapped_digits

_LOOK_UP = "Cocokkan dengan dokumen asli, lalu perbaiki angka yang salah."


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on the figure in the column of `field`."""

    field: str
    value: str
    code: str
    message: str
    step: str


def check_share(measure: str, people: int, workers: int, share: PrintedShare) -> Remark | None:
    """Say when a printed percentage is not people / workers, and which two digits, exchanged, would make it so."""
    if not workers or share.agrees(people, workers):
        return None
    printed = percent(share.value)
    message = (
        f"Tercetak {printed}, tetapi {spelled(people)} dari {spelled(workers)} adalah {percent(people / workers)}."
        f"{_swap(people, workers, share)}"
    )
    return Remark(f"share_{measure}", printed, "pct_mismatch", message, _LOOK_UP)


def _swap(people: int, workers: int, share: PrintedShare) -> str:
    for other in swapped_digits(workers):
        if share.agrees(people, other):
            return f" Bila dua angka penyebut tertukar ({spelled(other)}), hasilnya {percent(people / other)}."
    for other in swapped_digits(people):
        if share.agrees(other, workers):
            return f" Bila dua angka pembilang tertukar ({spelled(other)}), hasilnya {percent(other / workers)}."
    return ""


@dataclass(frozen=True, slots=True)
class SummedRow:
    """A row's whole numbers by field; `region` is None where its place stayed open."""

    region: str | None
    values: dict[str, int]


def check_total(label: str, printed: dict[str, int], rows: Sequence[SummedRow]) -> list[Remark]:
    """Say which printed totals are not the sum of the rows, of all or of those that hold no other row's region."""
    remarks = []
    lowest = _lowest(rows)
    for field, total in printed.items():
        given = [row.values[field] for row in rows if field in row.values]
        low = [row.values[field] for row in lowest if field in row.values]
        if not given or total in (sum(given), sum(low)):
            continue
        found = sum(low or given)
        message = (
            f"{label} tertulis {spelled(total)}, tetapi jumlah barisnya {spelled(found)}"
            f" (selisih {spelled(abs(total - found))})."
        )
        step = "Periksa baris yang kurang atau terhitung dua kali di lembar asli."
        remarks.append(Remark(field, spelled(total), "total_mismatch", message, step))
    return remarks


def _lowest(rows: Sequence[SummedRow]) -> list[SummedRow]:
    """Rows without those whose region holds another row's: “Provinsi Bali” above its regencies."""
    regions = {row.region for row in rows if row.region}
    above = {outer for outer in regions for inner in regions if inner != outer and is_within(inner, outer)}
    return [row for row in rows if row.region not in above]
