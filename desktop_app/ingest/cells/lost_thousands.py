"""Numbers whose thousands separator was taken for a decimal point: 1.563 people and 758 people in one column."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.indonesian import number as spelled
from desktop_app.ingest.cells.numbers import NumberStyle
from desktop_app.ingest.figures.figure_lines import Line, Remark

STEP = "Cocokkan dengan dokumen asli; tulis bilangannya tanpa titik, atau jadikan selnya teks."
_DUST = 1e-6
_GROWTH = 999
"""2.000 that became 2 is 999 times 2 too small."""


def with_totals(style: NumberStyle, values: Sequence[float], totals: Sequence[float]) -> NumberStyle:
    """The style of a column of head counts, with its total rows as witness of lost thousands.

    Where most fractions show three digits the column speaks for itself; 2.5 alone may be 2,500 or a slip. Then a total decides.
    """
    fractions, whole = (
        [value for value in values if not _is_whole(value)],
        [value for value in values if _is_whole(value)],
    )
    fits = all(_decimals(value) <= 3 and 1 <= value < 1000 for value in fractions) and max(whole, default=0) < 1000
    if fractions and fits and any(_says_so(total, fractions, whole) for total in totals):
        return replace(style, thousands_lost=True)
    return style


def _says_so(total: float, fractions: Sequence[float], whole: Sequence[float]) -> bool:
    """Whether the total adds up the numbers a thousand times larger, perhaps with some of the whole ones (2 was 2.000)."""
    rest = round(total) - round(sum(fractions) * 1000) - round(sum(whole))
    return _is_whole(total) and rest >= 0 and rest % _GROWTH == 0 and rest // _GROWTH <= sum(whole)


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) <= _DUST


def _decimals(value: float) -> int:
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])


def restored_remark(line: Line, field: str, written: float, whole: int) -> Remark:
    """1.563 was read as 1,563."""
    text = f"{written:.3f}".rstrip("0").replace(".", ",")
    message = (
        f"Tersimpan sebagai {text}; sepertinya {spelled(whole)} yang titik ribuannya terbaca sebagai desimal."
        f" Dipakai {spelled(whole)}."
    )
    return Remark(line.number, field, text, "thousands_lost", message, STEP, written, whole)


def shrunk(line: Line, field: str, lacking: int) -> Remark | None:
    """A remark where a sum lacks exactly what the number would gain if it had lost its last three zeros: 2 was 2.000."""
    count = line.counts[field]
    if not count or line.raw[field] >= 1000 or lacking != count * _GROWTH:
        return None
    message = (
        f"Tertulis {spelled(count)}; jumlahnya baru cocok bila {spelled(count * 1000)}. Titik ribuannya mungkin hilang."
    )
    return Remark(line.number, field, spelled(count), "thousands_lost", message, STEP, count, count * 1000)
