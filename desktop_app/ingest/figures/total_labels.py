"""The words by which rows say that they add up or average others."""

import re

_WORD = r"(?:sub ?-?(?:total|jumlah)|grand ?-?total|jumlah|jml|jlh|total|j\s?u\s?m\s?l\s?a\s?h|t\s?o\s?t\s?a\s?l|∑|Σ)"
_AVERAGE = re.compile(r"\s*(?:rata ?-? ?rata|rerata|rata2|average|avg|mean)\b", re.IGNORECASE)
_TOTAL = re.compile(rf"\s*{_WORD}(?:\b|(?<=[∑Σ]))", re.IGNORECASE)
_AT_END = re.compile(rf"(?<=\S)\s+{_WORD}\s*[.:]?\s*$", re.IGNORECASE)
_FILLERS = re.compile(
    r"^(?:[\s.:()\-–]+|(?:keseluruhan|seluruhnya|seluruh|semua|umum|akhir|i{1,3}|iv|[a-e]|\d+)(?=\W|$))+", re.I
)


def is_average(text: str) -> bool:
    """“Rata-rata”: a row that is neither data nor a sum."""
    return bool(_AVERAGE.match(text))


def says_total(text: str) -> bool:
    """“JUMLAH”, “J U M L A H”, “Jml. Kec. Kuta”, “Badung Total”."""
    return bool(_TOTAL.match(text) or _AT_END.search(text))


def without_label(text: str) -> str:
    """“Jumlah Kab. Badung” -> “Kab. Badung”; “JUMLAH” -> “”; other texts as they are."""
    rest = _AT_END.sub("", _TOTAL.sub("", text, count=1)) if says_total(text) else text
    return _FILLERS.sub("", rest).strip(" .:()-–") if rest != text else text.strip()
