"""Headers by which a sender's sheet is known again next month, whatever the order of its columns."""

import hashlib
from collections.abc import Mapping

from desktop_app.ingest.finding.areas import Header
from desktop_app.ingest.mapping.wording import plain_header

_LENGTH = 16
_ALIKE = 0.6
"""Share of the headers that two sheets must have in common to be the same form, changed a little."""


def fingerprint(header: Header) -> str:
    """Sixteen hex digits; the same for any order of the columns, any case and spacing. Empty for a list without a header."""
    names = sorted(filter(None, map(plain_header, header.labels.values())))
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:_LENGTH] if names else ""


def drift(remembered: Mapping[str, str], header: Header) -> tuple[list[str], list[str]]:
    """Headers that are new since the remembered sheet (as printed), and those of it that are missing (plain)."""
    printed = {plain_header(parts): " / ".join(parts) for parts in header.labels.values()}
    new = [text for name, text in printed.items() if name and name not in remembered]
    return new, [name for name in remembered if name not in printed]


def nearest(memory: Mapping[str, Mapping[str, str]], header: Header) -> Mapping[str, str]:
    """What is remembered of this very header, else of the one most like it; empty where none is alike.

    `memory`: fingerprint -> plain header -> field.
    """
    if (exact := memory.get(fingerprint(header))) is not None:
        return exact
    names = {plain_header(parts) for parts in header.labels.values()} - {""}
    scored = [
        (len(names & known.keys()) / len(names | known.keys()), known)
        for known in memory.values()
        if names | known.keys()
    ]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, {}))
    return best[1] if best[0] >= _ALIKE else {}
