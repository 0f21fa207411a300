"""Breakdowns, changes, reporting, locks and apportionments as plain objects for machines and as lines for people."""

from collections.abc import Sequence
from datetime import date, datetime

from desktop_app.domain.breakdowns import Breakdown
from desktop_app.domain.indonesian import NBSP, long_date, month_year, number, percent, points, short_date
from desktop_app.domain.locks import Correction, LockedFigure, MonthLock
from desktop_app.domain.regions import Region
from desktop_app.domain.reporting import Reporting, ReportingState
from desktop_app.operations.apportion_target import Apportionment
from desktop_app.operations.breakdowns import TITLES, part_label, parts_in_order
from desktop_app.operations.explain_change import Change

Answer = dict[str, object]
_MARKS = {
    ReportingState.LENGKAP: "L", ReportingState.TERLAMBAT: "T", ReportingState.SEBAGIAN: "S", ReportingState.BELUM: "-",
}  # fmt: skip


def breakdown_object(region: Region, period: date, found: Sequence[Breakdown]) -> Answer:
    """Parts by dimension, "" being what the sheets leave open."""
    return {
        "region": region.code, "name": region.full_name, "period": period.isoformat(),
        "dimensions": {one.dimension.value: {"whole": one.whole, "parts": one.parts} for one in found},
    }  # fmt: skip


def breakdown_lines(region: Region, period: date, found: Sequence[Breakdown]) -> list[str]:
    sample = " [data contoh]" if any(one.sample for one in found) else ""
    lines = [f"Rincian daftar peserta {region.full_name}, {long_date(period)}{sample}"]
    for one in found:
        lines.append(f"Menurut {TITLES[one.dimension]}: {number(one.whole)}")
        lines += [
            f"  {part_label(one.dimension, part)}: {number(one.parts[part])}"
            f" ({percent(one.parts[part] / one.whole) if one.whole else ''})"
            for part in parts_in_order(one)
        ]
    return lines


def change_object(change: Change) -> Answer:
    """Shares in percent, points in percentage points; the parts sum to the change."""
    return {
        "region": change.region, "sector": change.sector, "since": change.since.isoformat(),
        "until": change.until.isoformat(), "before": change.before, "after": change.after, "change": change.people,
        "before_pct": _pct(change.before_share), "after_pct": _pct(change.after_share),
        "base_before": change.base_before, "base_after": change.base_after,
        "points": None if change.hundredths is None else change.hundredths / 100,
        "parts": [
            {
                "kind": part.kind, "people": part.people, "detail": part.detail,
                "points": None if part.hundredths is None else part.hundredths / 100,
            }
            for part in change.parts
        ],
    }  # fmt: skip


def _pct(share: float | None) -> float | None:
    return None if share is None else round(share * 100, 2)


def change_lines(region: Region, change: Change) -> list[str]:
    lines = [
        f"Perubahan {region.full_name}, {long_date(change.since)} sampai {long_date(change.until)}",
        f"  {_end(change.since, change.before, change.before_share, change.base_before)}",
    ]
    for part in change.parts:
        shown = "" if part.points is None else f", {points(part.points)}{NBSP}poin"
        lines.append(f"  {part.kind.value.capitalize()}: {_signed(part.people)} orang{shown}. {part.detail}")
    return [*lines, f"  {_end(change.until, change.after, change.after_share, change.base_after)}"]


def _end(month: date, people: int, share: float | None, base: str) -> str:
    shown = "" if share is None else f" = {percent(share)} pada penyebut {base}"
    return f"{month_year(month)}: {number(people)}{shown}"


def _signed(value: int) -> str:
    return f"+{number(value)}" if value > 0 else number(value)


def reporting_object(found: Reporting) -> Answer:
    return {
        "region": found.region.code, "due_day": found.due_day,
        "months": [
            {"month": f"{month:%Y-%m}", "complete": found.complete(month), "of": len(found.rows)}
            for month in found.months
        ],
        "rows": [
            {
                "region": row.region.code, "name": row.region.full_name,
                "cells": [
                    {
                        "month": f"{cell.month:%Y-%m}", "state": cell.state, "words": cell.words,
                        "when": cell.when.isoformat() if cell.when else None, "imports": list(cell.import_ids),
                    }
                    for cell in row.cells
                ],
            }
            for row in found.rows
        ],
    }  # fmt: skip


def reporting_lines(found: Reporting) -> list[str]:
    """A letter for each month, oldest first."""
    lines = [
        f"Pelaporan {found.region.full_name}, {month_year(found.months[0])} sampai {month_year(found.months[-1])}"
        f" (jatuh tempo tanggal {found.due_day} bulan berikutnya)",
    ]
    lines += [
        f"  {row.region.full_name:<28} {' '.join(_MARKS[cell.state] for cell in row.cells)}" for row in found.rows
    ]
    last = found.months[-1]
    return [
        *lines,
        "L lengkap, T terlambat, S sebagian, - belum.",
        f"{month_year(last)}: {number(found.complete(last))} dari {number(len(found.rows))} wilayah lengkap.",
    ]


def lock_object(lock: MonthLock) -> Answer:
    return {
        "number": lock.id, "region": lock.region, "period": lock.period.isoformat(), "document": lock.document,
        "locked_at": lock.locked_at.isoformat(), "locked_by": lock.locked_by, "opened_at": _iso(lock.opened_at),
        "opened_by": lock.opened_by or None, "reason": lock.reason or None, "figures": len(lock.figures),
    }  # fmt: skip


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def lock_line(lock: MonthLock, name: str) -> str:
    """`name` of its region."""
    line = (
        f"{lock.id}: {name} ({lock.region}), {month_year(lock.period)}, dikunci {short_date(lock.locked_at.date())}"
        f" oleh {lock.locked_by}, laporan “{lock.document}”"
    )
    if lock.opened_at is None:
        return line
    return f"{line}; dibuka {short_date(lock.opened_at.date())} oleh {lock.opened_by}: {lock.reason}"


def correction_object(one: Correction) -> Answer:
    return {
        "region": one.region.code, "name": one.region.full_name, "sector": one.sector, "base": one.base,
        "reported": _figure_object(one.reported), "now": _figure_object(one.now), "people": one.people,
        "causes": list(one.causes),
    }  # fmt: skip


def _figure_object(figure: LockedFigure | None) -> Answer | None:
    if figure is None:
        return None
    return {
        "active": figure.active, "workers": figure.workers, "reported_pct": _pct(figure.reported),
        "source": figure.source,
    }  # fmt: skip


def correction_line(one: Correction) -> str:
    more = f" ({_signed(one.people)} orang)" if one.people else ""
    return (
        f"  {one.region.full_name}, sektor {one.sector}, penyebut {one.base}:"
        f" dilaporkan {_figure_words(one.reported)}, kini {_figure_words(one.now)}{more}"
    )


def _figure_words(figure: LockedFigure | None) -> str:
    if figure is None:
        return "belum ada"
    if figure.active is not None:
        return f"{number(figure.active)} dari {number(figure.workers)}" if figure.workers else number(figure.active)
    return percent(figure.reported) if figure.reported is not None else "belum ada"


def apportionment_object(found: Apportionment) -> Answer:
    return {
        "region": found.region.code, "year": found.target.year, "document": found.target.document, "base": found.base,
        "method": found.method, "whole": found.whole, "remaining": found.remaining, "words": found.words,
        "warnings": list(found.warnings),
        "parts": [
            {
                "region": part.region.code, "name": part.region.full_name, "people": part.people,
                "workers": part.workers, "active": part.active, "pct": _pct(part.share),
                "over": part.over,
            }
            for part in found.parts
        ],
    }  # fmt: skip


def apportionment_lines(found: Apportionment) -> list[str]:
    lines = [f"{found.words}: {number(found.whole)} orang"]
    for part in found.parts:
        people = "belum diisi" if part.people is None else f"{number(part.people)} orang"
        share = "" if part.share is None else f", {percent(part.share)} dari {number(part.workers or 0)}"
        lines.append(f"  {part.region.full_name:<28} {people}{share}")
    if found.remaining:
        lines.append(f"Belum terbagi: {number(found.remaining)} orang.")
    return [*lines, *(f"Perhatian: {words}" for words in found.warnings)]
