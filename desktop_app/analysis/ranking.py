"""Ranks of regions by their coverage."""

from collections.abc import Mapping


def ranks(shares: Mapping[str, float | None]) -> dict[str, int]:
    """Region code -> rank, 1 for the highest share; equal shares have the same rank, and the next one is skipped.

    {"a": 0.5, "b": 0.5, "c": 0.4} -> a 1, b 1, c 3. A region without a share (None) has no rank and takes none away.

    Source: docs/rumus.md, “Peringkat”.
    """
    known = {code: share for code, share in shares.items() if share is not None}
    first: dict[float, int] = {}
    for place, share in enumerate(sorted(known.values(), reverse=True), start=1):
        first.setdefault(share, place)
    return {code: first[share] for code, share in known.items()}
