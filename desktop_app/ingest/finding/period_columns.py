"""Columns that say the same of several years or months: the newest one that is filled is read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.periods import month_end
from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.cells.values import MONTHS
from desktop_app.ingest.finding.areas import Header, line_of
from desktop_app.ingest.finding.header_scores import Found, Window, field, score
from desktop_app.ingest.finding.title_periods import period_of_name, period_of_parts
from desktop_app.ingest.grid import at, is_blank
from desktop_app.ingest.mapping.fields import PLACE_FIELDS

_KINDS = (SheetKind.REKAP, SheetKind.PENYEBUT)
_YEAR = re.compile(r"(?<!\d)20\d{2}(?!\d)")
_TARGET = re.compile(r"\btarget\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+|%")
_LOOKED_ROWS = 60
_LINES_ABOVE = 12
_OPEN = 0.7
"""A field that is no surer than this has yet to be told what is counted (`fields.could_be`)."""


@dataclass(frozen=True, slots=True)
class _Dated:
    column: int
    period: date


def with_newest(found: Found, window: Window) -> Found:
    """The header with its older columns named, and the month of the newest; as it is where none repeat."""
    header = found.header
    if header.kind not in _KINDS:
        return found
    series: dict[tuple[str, ...], list[_Dated]] = {}
    years = _lines_above(window, header.top)
    for column, parts in header.labels.items():
        if period := period_of_label(parts, years):
            series.setdefault(_without_period(parts), []).append(_Dated(column, period))
    repeated = [dated for dated in series.values() if len({one.period for one in dated}) >= 2]
    if not repeated:
        return found
    filled = [[one for one in dated if _is_filled(window, header, one.column)] or dated for dated in repeated]
    newest = max(one.period for dated in filled for one in dated)
    older = {one.column for dated in repeated for one in dated if one.period != newest}
    return replace(found, header=replace(header, older=frozenset(older), stated=newest))


def _lines_above(window: Window, top: int) -> list[str]:
    return [line_of(window.row(place)) for place in range(max(window.first, top - _LINES_ABOVE), top)]


def period_of_label(parts: Sequence[str], years: Sequence[str]) -> date | None:
    """“Des 2023”, “2023” (its December), or “Jan” in a year that a group's title or the titles give."""
    whole = " ".join(parts)
    for text in dict.fromkeys((parts[-1], whole)):
        if period := period_of_name(text) or period_of_parts([text], [whole, *years]):
            return period
        said = set(_YEAR.findall(text))
        if said:
            return month_end(int(said.pop()), 12) if len(said) == 1 else None
    return None


def _without_period(parts: Sequence[str]) -> tuple[str, ...]:
    words = _WORD.findall(" ".join(parts).casefold())
    return tuple(word for word in words if word not in MONTHS and word not in ("tahun", "thn", "bulan"))


def _is_filled(window: Window, header: Header, column: int) -> bool:
    rows = range(header.first_row, min(header.first_row + _LOOKED_ROWS, window.end))
    return any(not is_blank(at(window.row(row), column)) for row in rows)


def told_by_title(window: Window, header: Header, kinds: Sequence[SheetKind]) -> Found | None:
    """A table of places and figures whose title alone says what is counted: “Jumlah peserta aktif, 2021-2023”."""
    open_ = [column for column, parts in header.labels.items() if _is_open(parts)]
    if not open_ or not any(field(SheetKind.REKAP, parts)[0] in PLACE_FIELDS for parts in header.labels.values()):
        return None
    for line in reversed(_lines_above(window, header.top)):
        if (
            SheetKind.TARGET in kinds
            and _TARGET.search(line)
            and all(map(_is_year, (header.labels[one] for one in open_)))
        ):
            return _targets(header, open_)
        labels = {**header.labels, **{column: (line, *header.labels[column]) for column in open_}}
        best = max(
            ((score(kind, labels), -order) for order, kind in enumerate(kinds) if kind in _KINDS), default=(0.0, 0)
        )
        if best[0]:
            return Found(Header(kinds[-best[1]], header.rows, labels), best[0] / 2)
    return None


def _targets(header: Header, years: Sequence[int]) -> Found:
    """A column per year under “Target UCJ kabupaten/kota”: the word goes to each of them, the title's own years do not."""
    labels = {**header.labels, **{column: ("Target", *header.labels[column]) for column in years}}
    return Found(Header(SheetKind.TARGET, header.rows, labels), score(SheetKind.TARGET, labels) / 2)


def _is_year(parts: Sequence[str]) -> bool:
    return not _without_period(parts) and bool(_YEAR.search(" ".join(parts)))


def _is_open(parts: tuple[str, ...]) -> bool:
    text = " ".join(parts)
    if not _without_period(parts):
        return bool(_YEAR.search(text) or text.casefold() in MONTHS)
    name, confidence = field(SheetKind.REKAP, parts)
    return bool(name) and name not in PLACE_FIELDS and confidence <= _OPEN
