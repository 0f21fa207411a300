"""A request as plain values that the database can hold, and back."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.domain.letters import LetterKind, LetterStyle, PointText, Split
from desktop_app.operations.letters.request import LetterRequest

_DAYS = ("period", "deadline", "letter_date")


def request_values(request: LetterRequest) -> dict[str, Any]:
    """Without the place of the file, which is another one when the letter is made again."""
    values = asdict(request)
    del values["target"]
    for name in _DAYS:
        values[name] = values[name].isoformat() if values[name] else None
    return values


def request_of(values: dict[str, Any]) -> LetterRequest:
    """What `request_values` kept; what a newer version added has its default. An older letter's is empty: the defaults."""
    known: dict[str, Any] = {name: values[name] for name in LetterRequest.__dataclass_fields__ if name in values}
    known |= {name: date.fromisoformat(known[name]) for name in _DAYS if known.get(name)}
    readers: dict[str, Any] = {
        "kind": LetterKind, "style": LetterStyle, "split": Split, "points": _points, "target": Path,
        "details": lambda pairs: tuple((key, text) for key, text in pairs), "addressees": tuple, "bases": tuple,
        "copies": tuple,
    }  # fmt: skip
    return LetterRequest(
        **{
            name: readers[name](value) if name in readers and value is not None else value
            for name, value in known.items()
        }
    )


def _points(values: list[dict[str, Any]]) -> tuple[PointText, ...]:
    return tuple(PointText(**{name: _frozen(value) for name, value in one.items()}) for one in values)


def _frozen(value: Any) -> Any:
    """JSON has lists where values have tuples."""
    return tuple(_frozen(part) for part in value) if isinstance(value, list | tuple) else value
