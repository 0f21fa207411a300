"""Who has reported: the state of each region and month, from recaps and lists."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from desktop_app.domain.indonesian import long_date, month_year, number
from desktop_app.domain.periods import end_of_month, month_end
from desktop_app.domain.regions import LENGTHS, Region, is_within
from desktop_app.domain.reporting import (
    ReportedFigure,
    ReportedList,
    Reporting,
    ReportingCell,
    ReportingRow,
    ReportingState,
)
from desktop_app.domain.segments import Segment

DUE_DAY = 10
"""Figures of a month are due on this day of the month after: the habit of the branches' letters, no rule of law."""

_EVERYBODY = frozenset({Segment.PU, Segment.BPU, Segment.JAKON})


def due(month: date) -> date:
    """The last day on which figures of `month` are in time."""
    return (month + timedelta(days=1)).replace(day=DUE_DAY)


def last_months(until: date, count: int) -> tuple[date, ...]:
    """`count` month ends up to the month of `until`, oldest first."""
    first = until.year * 12 + until.month - count
    return tuple(month_end(*_month_of(first + place)) for place in range(count))


def _month_of(months: int) -> tuple[int, int]:
    """Months since the year 0 -> year and month: 24303 -> (2025, 4)."""
    return months // 12, months % 12 + 1


def reporting_table(
    region: Region,
    parts: Sequence[Region],
    months: Sequence[date],
    figures: Iterable[ReportedFigure],
    lists: Iterable[ReportedList],
    began: date | None,
) -> Reporting:
    """The state of each of `parts` in each of `months`.

    Args:
        began: the day of the first import of this workspace. Months that were due before it cannot be late: they were
            brought in afterwards. None where nothing was imported.

    Source: docs/rumus.md, “Pelaporan”.
    """
    codes = {part.code for part in parts}
    by_place: dict[tuple[str, date], list[ReportedFigure]] = {}
    for figure in figures:
        for code in {figure.region[:length] for length in LENGTHS} & codes:
            by_place.setdefault((code, end_of_month(figure.period)), []).append(figure)
    by_month: dict[date, list[ReportedList]] = {}
    for each in lists:
        by_month.setdefault(end_of_month(each.period), []).append(each)
    rows = (
        ReportingRow(
            region=part,
            cells=tuple(_cell(part, m, by_place.get((part.code, m), []), by_month.get(m, []), began) for m in months),
        )
        for part in parts
    )
    return Reporting(region=region, months=tuple(months), rows=tuple(rows), due_day=DUE_DAY)


def _cell(
    part: Region, month: date, figures: Sequence[ReportedFigure], lists: Sequence[ReportedList], began: date | None
) -> ReportingCell:
    own = [figure for figure in figures if figure.region == part.code]
    near = [each for each in lists if _touches(each, part.code)]
    whole = [figure for figure in own if figure.whole]
    complete = [each for each in near if each.complete and each.scope.reaches(part.code)]
    if whole or {part for each in complete for part in each.scope.parts} >= _EVERYBODY:
        return _there(month, whole, complete, began)
    if figures or near:
        return _partly(month, own, near, complete, figures)
    words = f"Belum ada angka {month_year(month)}; ditunggu {long_date(due(month))}."
    return ReportingCell(month=month, state=ReportingState.BELUM, when=None, words=words)


def _touches(one: ReportedList, code: str) -> bool:
    """Its regions hold `code`, or lie within it."""
    return one.scope.reaches(code) or any(is_within(area, code) for area in one.scope.areas)


def _there(
    month: date, whole: Sequence[ReportedFigure], complete: Sequence[ReportedList], began: date | None
) -> ReportingCell:
    """Whole since the first recap, or since the list that made the segments complete."""
    when = min([figure.imported_at.date() for figure in whole] + [_last_day(complete)] * bool(complete))
    late = when > due(month) and began is not None and began <= due(month)
    state = ReportingState.TERLAMBAT if late else ReportingState.LENGKAP
    words = f"{_files([*whole, *complete])}, diimpor {long_date(when)}"
    words += f", lewat dari {long_date(due(month))}." if late else "."
    return ReportingCell(month=month, state=state, when=when, words=words, import_ids=_ids([*whole, *complete]))


def _last_day(lists: Sequence[ReportedList]) -> date:
    """The day on which the last of these lists came; the first day there is where there are none."""
    return max((each.imported_at.date() for each in lists), default=date.min)


def _partly(
    month: date, own: Sequence[ReportedFigure], near: Sequence[ReportedList], complete: Sequence[ReportedList],
    figures: Sequence[ReportedFigure],
) -> ReportingCell:  # fmt: skip
    came: list[ReportedFigure | ReportedList] = [*figures, *near]
    if complete:
        known = {segment for each in complete for segment in each.scope.parts}
        lacking = ", ".join(segment for segment in _EVERYBODY_IN_ORDER if segment not in known)
        why = f"daftar belum lengkap: {lacking} belum ada"
    elif near:
        why = "daftar belum dinyatakan lengkap untuk wilayah ini"
    elif not own:
        why = f"baru {number(len({figure.region for figure in figures}))} wilayah di bawahnya"
    else:
        why = "bagian atau persentase saja, tanpa jumlah orang seluruhnya"
    return ReportingCell(
        month=month, state=ReportingState.SEBAGIAN, when=max(each.imported_at.date() for each in came),
        words=f"{_files(came)}: {why}.", import_ids=_ids(came),
    )  # fmt: skip


_EVERYBODY_IN_ORDER = tuple(segment.value for segment in Segment if segment in _EVERYBODY)


def _files(came: Sequence[ReportedFigure | ReportedList]) -> str:
    return ", ".join(dict.fromkeys(each.file for each in came))


def _ids(came: Sequence[ReportedFigure | ReportedList]) -> tuple[int, ...]:
    return tuple(sorted({each.import_id for each in came}))
