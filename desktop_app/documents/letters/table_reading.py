"""Reading a table of a shipped TOML file: every key is asked for, and what is wrong is named with file and entry."""

from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

_E = TypeVar("_E", bound=Enum)
_REQUIRED: Any = object()


class WrongText(ValueError):
    """A shipped text file is not as it must be: a bug of ours, which a test finds."""


class Table:
    """`values` of the entry called `where` (“rentan-desa.toml: letters 1: points 3”)."""

    def __init__(self, values: dict[str, Any], where: str) -> None:
        self._values, self.where = dict(values), where

    def done(self) -> None:
        """WrongText: the entry has a key that nobody asked for."""
        if self._values:
            raise WrongText(f"{self.where}: unknown key {', '.join(sorted(self._values))}")

    def text(self, key: str, default: str = _REQUIRED) -> str:
        return str(self._taken(key, str, default))

    def flag(self, key: str, default: bool = _REQUIRED) -> bool:
        return bool(self._taken(key, bool, default))

    def number(self, key: str, default: int | None = None) -> int | None:
        value = self._values.pop(key, default)
        if value is not None and type(value) is not int:
            raise WrongText(f"{self.where}: {key} is no whole number")
        return value

    def day(self, key: str) -> date | None:
        value = self._values.pop(key, None)
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            raise WrongText(f"{self.where}: {key} is no day")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where it is left out."""
        return tuple(self._text_of(key, value) for value in self._taken(key, list, []))

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        return tuple((first, second) for first, second in self._rows(key, 2))

    def triples(self, key: str) -> tuple[tuple[str, str, str], ...]:
        return tuple((first, second, third) for first, second, third in self._rows(key, 3))

    def tables(self, key: str) -> list["Table"]:
        entries = self._taken(key, list, [])
        return [Table(entry, f"{self.where}: {key} {place}") for place, entry in enumerate(entries, start=1)]

    def one_of(self, key: str, kind: type[_E]) -> _E:
        return self._member(key, self.text(key), kind)

    def some_of(self, key: str, kind: type[_E]) -> tuple[_E, ...]:
        found = tuple(self._member(key, value, kind) for value in self.texts(key))
        if not found:
            raise WrongText(f"{self.where}: {key} is empty")
        return found

    def _member(self, key: str, value: str, kind: type[_E]) -> _E:
        try:
            return kind(value)
        except ValueError as error:
            raise WrongText(f"{self.where}: {key} “{value}” is not known") from error

    def _rows(self, key: str, width: int) -> list[list[str]]:
        rows = self._taken(key, list, [])
        for row in rows:
            if not isinstance(row, list) or len(row) != width:
                raise WrongText(f"{self.where}: {key} needs rows of {width} texts")
        return [[self._text_of(key, value) for value in row] for row in rows]

    def _text_of(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            raise WrongText(f"{self.where}: {key} holds something that is no text")
        return value

    def _taken(self, key: str, kind: type, default: Any) -> Any:
        value = self._values.pop(key, default)
        if value is _REQUIRED:
            raise WrongText(f"{self.where}: {key} is missing")
        if not isinstance(value, kind):
            raise WrongText(f"{self.where}: {key} is no {kind.__name__}")
        return value
