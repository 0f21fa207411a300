"""Values, counts and white space of OpenDocument cells (ODF 1.3, 19.385 and 20.4)."""

import re
from datetime import time, timedelta
from math import isfinite

from desktop_app.ingest.files.references import exact, whole
from desktop_app.ingest.files.serials import iso
from desktop_app.ingest.files.xml_guard import attribute
from desktop_app.ingest.grid import Cell

_DURATION = re.compile(r"(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?")
_NUMBERS = ("float", "percentage", "currency")
_DAY = timedelta(days=1)


def white(name: str, attributes: dict[str, str]) -> str:
    if name == "s":
        return " " * min(count(attributes, "c"), 1000)
    return "\t" if name == "tab" else "\n"


def count(attributes: dict[str, str], name: str) -> int:
    return whole(attribute(attributes, name)) or 1


def is_hidden(attributes: dict[str, str]) -> bool:
    return attribute(attributes, "visibility") in ("collapse", "filter")


def value_of(attributes: dict[str, str], paragraphs: list[str]) -> Cell:
    if not attributes:
        return "\n".join(paragraphs)
    kind = attribute(attributes, "value-type")
    if kind in _NUMBERS:
        return _number(attribute(attributes, "value") or "", paragraphs)
    if kind == "date":
        return iso(attribute(attributes, "date-value") or "")
    if kind == "time":
        return _time(attribute(attributes, "time-value") or "")
    if kind == "boolean":
        return attribute(attributes, "boolean-value") == "true"
    return attribute(attributes, "string-value") or "\n".join(paragraphs)


def _number(value: str, paragraphs: list[str]) -> Cell:
    try:
        number = float(value)
    except ValueError:
        return "\n".join(paragraphs)
    return exact(number, value) if isfinite(number) else "\n".join(paragraphs)


def _time(text: str) -> Cell:
    """“PT08H30M00S” as a time of day; more than a day as a length of time."""
    found = _DURATION.fullmatch(text)
    if not found:
        return text
    sign, days, hours, minutes, seconds = found.groups()
    try:
        length = timedelta(
            int(days or 0), float((seconds or "0").replace(",", ".")), 0, 0, int(minutes or 0), int(hours or 0)
        )
    except OverflowError:
        return text
    whole = -length if sign else length
    return time(0) if not whole else _clock(whole) if timedelta() < whole < _DAY else whole


def _clock(length: timedelta) -> time:
    minutes, seconds = divmod(length.seconds, 60)
    return time(minutes // 60, minutes % 60, seconds, length.microseconds)
