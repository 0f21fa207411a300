"""Checks a row of a recap against itself: its percentages, and parts against their whole."""

from collections.abc import Callable, Iterator

from desktop_app.domain.indonesian import number as spelled
from desktop_app.domain.indonesian import percent
from desktop_app.ingest.cells.numbers import swapped_digits
from desktop_app.ingest.figures.figure_lines import Line, PrintedShare, Remark
from desktop_app.ingest.figures.share_pairs import SharePair

LOOK_UP = "Cocokkan dengan dokumen asli, lalu perbaiki angka yang salah."
_SMALLEST_TELLING = 100
"""A smaller number of people equals its base because a village has reached everybody."""
_SURE = 1_000
_VILLAGE = 4


def check_share(line: Line, pair: SharePair) -> Iterator[Remark]:
    """Say when a printed percentage is not its own fraction, and which two digits, exchanged, would make it so."""
    share, fraction = line.shares.get(pair.share), pair.fraction(line)
    if share is None or fraction is None or share.agrees(*fraction):
        return
    people, workers = fraction
    printed = percent(share.value, max(share.decimals, 2)) if share.decimals <= 4 else percent(share.value)
    computed = percent(people / workers, min(max(share.decimals, 2), 4))
    message = f"Tercetak {printed}, tetapi {spelled(people)} dari {spelled(workers)} adalah {computed}."
    yield Remark(
        line.number, pair.share, printed, "pct_mismatch", message + _swap(people, workers, share), LOOK_UP,
        round(share.value * 100, 6), round(people / workers * 100, 2),
    )  # fmt: skip


def _swap(people: int, workers: int, share: PrintedShare) -> str:
    """The exchange of two neighbouring digits that would explain it, in the denominator before the numerator."""
    for other in swapped_digits(workers):
        if share.agrees(people, other):
            return f" Bila dua angka penyebut tertukar ({spelled(other)}), hasilnya {percent(people / other)}."
    for other in swapped_digits(people):
        if share.agrees(other, workers):
            return f" Bila dua angka pembilang tertukar ({spelled(other)}), hasilnya {percent(other / workers)}."
    return ""


def check_over_100(line: Line, measure: str, pair: SharePair | None) -> Iterator[Remark]:
    """More people than workers, else a printed share above 100 percent; more than a target is no trouble."""
    if pair is not None and not pair.is_coverage:
        return
    fraction = pair.fraction(line) if pair else _plain_fraction(line, measure)
    share = line.shares.get(f"share_{measure}")
    step = "Pastikan kedua angka dari wilayah, bulan dan definisi yang sama."
    if fraction and fraction[0] > fraction[1]:
        people, workers = fraction
        message = (
            f"{spelled(people)} dari {spelled(workers)} adalah {percent(people / workers)}, lebih dari 100 persen."
        )
        field = f"people_{measure}" if f"people_{measure}" in line.counts else f"share_{measure}"
        found = round(people / workers * 100, 2)
        yield Remark(line.number, field, spelled(people), "pct_over_100", message, step, found, 100.0)
    elif share is not None and share.value > 1:
        printed = percent(share.value)
        message = f"Tercetak {printed}, lebih dari 100 persen."
        found = round(share.value * 100, 6)
        yield Remark(line.number, f"share_{measure}", printed, "pct_over_100", message, step, found, 100.0)


def _plain_fraction(line: Line, measure: str) -> tuple[int, int] | None:
    people, workers = line.counts.get(f"people_{measure}"), line.counts.get(f"workers_{measure}")
    return (people, workers) if people is not None and workers else None


def check_equal(line: Line, header: Callable[[str], str]) -> Iterator[Remark]:
    """The covered people are, to the last digit, a number of workers."""
    for field, people in line.counts.items():
        if not field.startswith("people_") or people < _SMALLEST_TELLING:
            continue
        own = f"workers_{field.removeprefix('people_')}"
        base = _equal_base(line, field, own, people)
        if base:
            message = f"Angka peserta {spelled(people)} sama persis dengan kolom “{header(base)}”."
            step = "Periksa apakah penyebut tersalin ke kolom peserta; isi jumlah peserta yang sebenarnya."
            yield Remark(
                line.number, field, spelled(people), "numerator_equals_denominator", message, step, people, None
            )


def _equal_base(line: Line, field: str, own: str, people: int) -> str:
    share = line.shares.get(f"share_{field.removeprefix('people_')}")
    if line.counts.get(own) == people:
        full = share is not None and share.agrees(1, 1)
        small = people < _SURE and (full or line.depth >= _VILLAGE)
        return "" if small else own
    if people < _SURE:
        return ""
    others = (name for name in line.counts if name.startswith("workers_") or name == "workforce")
    return next((name for name in others if line.counts[name] == people), "")
