"""The time that a summary speaks of: a month, quarter or year."""

from datetime import date, timedelta
from enum import StrEnum

from desktop_app.analysis.compliance.values import Span
from desktop_app.domain.indonesian import month_year
from desktop_app.domain.periods import month_end

_QUARTERS = ("I", "II", "III", "IV")


class SpanKind(StrEnum):
    """The value is the word on screen and in requests."""

    BULAN = "bulan"
    TRIWULAN = "triwulan"
    TAHUN = "tahun"


_MONTHS = {SpanKind.BULAN: 1, SpanKind.TRIWULAN: 3, SpanKind.TAHUN: 12}


def span_of(kind: SpanKind, day: date) -> Span:
    """The month, quarter or year that `day` lies in."""
    months = _MONTHS[kind]
    start = (day.month - 1) // months * months + 1
    return Span(
        first=date(day.year, start, 1), last=month_end(day.year, start + months - 1), title=_title(kind, day)
    )  # fmt: skip


def span_before(kind: SpanKind, span: Span) -> Span:
    return span_of(kind, span.first - timedelta(days=1))


def _title(kind: SpanKind, day: date) -> str:
    match kind:
        case SpanKind.BULAN:
            return month_year(day)
        case SpanKind.TRIWULAN:
            return f"Triwulan {_QUARTERS[(day.month - 1) // 3]} {day.year}"
        case SpanKind.TAHUN:
            return f"Tahun {day.year}"
