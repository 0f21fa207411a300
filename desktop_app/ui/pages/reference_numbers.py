"""Shares and amounts as they are typed in a form."""

import re

_DECIMAL = re.compile(r"\d{1,3}(?:[.,]\d+)?")
_RUPIAH = re.compile(r"(?:rp\.?)?\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:-|00))?")


def share_of(text: str, least: float = 0.0) -> float | None | bool:
    """“67,28” or “67,28 %” -> 0.6728; None for nothing, False for what is no share above `least` up to 1."""
    plain = text.replace("%", "").strip()
    if not plain:
        return None
    if not _DECIMAL.fullmatch(plain):
        return False
    share = round(float(plain.replace(",", ".")) / 100, 10)
    return share if least < share <= 1 else False


def rupiah_of(text: str) -> int | None | bool:
    """“Rp16.800”, “16.800”, “16800” -> 16800; None for nothing, False for what is no amount."""
    plain = text.strip().casefold()
    if not plain:
        return None
    found = _RUPIAH.fullmatch(plain)
    return int(found[1].replace(".", "")) if found else False
