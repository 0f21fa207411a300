"""Lists as drafting rules end them."""

from collections.abc import Sequence


def listed(lines: Sequence[str]) -> tuple[str, ...]:
    """“…;”, “…; dan”, “….”; a single line ends in a full stop."""
    plain = [line.rstrip(" .;,") for line in lines]
    if len(plain) < 2:
        return tuple(f"{line}." for line in plain)
    *first, second_last, last = plain
    return (*(f"{line};" for line in first), f"{second_last}; dan", f"{last}.")


def joined(parts: Sequence[str], last: str = "dan") -> str:
    """“A”, “A dan B”, “A, B, dan C”."""
    if len(parts) < 3:
        return f" {last} ".join(parts)
    return f"{', '.join(parts[:-1])}, {last} {parts[-1]}"
