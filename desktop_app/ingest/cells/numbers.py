"""Numbers of sheets: counts and rupiah (`number_styles`), shares (`shares`), and digits that were exchanged."""

from desktop_app.ingest.cells.number_styles import NOTHING, NumberStyle, number_style, undressed
from desktop_app.ingest.cells.shares import ShareStyle, share_style

__all__ = [
    "NOTHING", "NumberStyle", "ShareStyle", "number_style", "share_style", "swapped_digits", "undressed",
]  # fmt: skip


def swapped_digits(number: int) -> list[int]:
    """Every number that two neighbouring digits, exchanged, make of `number`."""
    text = str(number)
    swaps = (text[:i] + text[i + 1] + text[i] + text[i + 2 :] for i in range(len(text) - 1))
    return [int(swap) for swap in swaps if swap != text and swap[0] != "0"]
