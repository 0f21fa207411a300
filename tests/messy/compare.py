"""Truth against the answer of `check --json --show-nik`; every difference is one line that a person can read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tests.messy.truth import CheckTruth, FigureTruth, Pins, RowTruth, TableTruth, Truth

CODES = frozenset({
    "pct_mismatch", "pct_over_100", "sum_mismatch", "total_mismatch", "value_missing", "numerator_equals_denominator",
    "thousands_lost", "unlike_units",
})  # fmt: skip
UNEXPECTED = "tidak terduga"
"""A fault of the program is no refusal."""
PARTS = ("new", "changed", "same", "parked", "refused", "not_data")
Answer = Mapping[str, Any]


def differences(truth: Truth, answer: Answer, exit_code: int) -> list[str]:
    """Empty where the answer tells the truth."""
    if truth.open in ("either", "sound"):
        return _either(truth, answer, exit_code)
    found = [*_pinned("", {"open": truth.open}, answer)]
    if truth.open == "refuse":
        reason = str(answer.get("reason") or "kosong")
        found += [f"reason: {reason}"] if reason == "kosong" or UNEXPECTED in reason else []
        return found + ([] if exit_code == 1 else [f"exit: {exit_code}, mestinya 1"])
    if found:
        return [f"{found[0]} ({answer.get('reason')})"]
    return [line for part in _parts(truth, answer, exit_code) for line in part]


def _either(truth: Truth, answer: Answer, exit_code: int) -> list[str]:
    """A damaged file: refused with a reason, or read in part with a message; what is read was there.

    "sound": it may also be read whole, and then nothing need be said.
    """
    if answer.get("open") == "refuse":
        return differences(replace(truth, open="refuse"), answer, exit_code)
    real = {(row.row, row.pins["nik"]) for row in truth.rows or ()}
    if truth.open == "sound" and not answer.get("messages"):
        return differences(replace(truth, open="ok"), answer, exit_code)
    invented = [row for row in answer.get("rows", []) if (row.get("row"), row.get("nik")) not in real]
    return [f"dikarang: {row}" for row in invented] + (
        [] if answer.get("messages") else ["messages: tidak menyebut kerusakan"]
    )


def _parts(truth: Truth, answer: Answer, exit_code: int) -> Iterator[Iterator[str] | list[str]]:
    yield _exit(truth, exit_code)
    yield _counts(truth.counts, answer.get("counts", {}))
    if truth.rows is not None:
        yield _rows(truth.rows, answer.get("rows", []))
    if truth.rejected is not None:
        yield _rejected(truth, answer.get("rejected", []))
    yield _pinned("persons.", truth.persons, answer.get("persons", {}))
    for period, pins in truth.by_period.items():
        yield _pinned(f"by_period.{period}.", pins, answer.get("by_period", {}).get(period, {}))
    recap = answer.get("recap", {})
    if truth.figures is not None:
        yield _figures(truth.figures, recap.get("values", []))
    yield _checks(truth.checks, recap.get("checks", []), truth.only_checks)
    yield _pinned("companies.", truth.companies, answer.get("companies", {}))
    yield _tables(truth.tables, answer.get("sheets", []))
    yield _pinned("", truth.asked, answer)
    said = " | ".join(answer.get("messages", []))
    yield [
        f"messages: “{part}” tidak disebut: {said[:300]}"
        for part in truth.said
        if part.casefold() not in said.casefold()
    ]


def _exit(truth: Truth, exit_code: int) -> Iterator[str]:
    if truth.storable is not None and (exit_code == 0) is not truth.storable:
        yield f"exit: {exit_code}, mestinya {'0' if truth.storable else '1'}"


def _counts(pins: Pins, counts: Answer) -> Iterator[str]:
    missing = [part for part in (*PARTS, "read") if part not in counts]
    if missing:
        yield f"counts: tanpa {', '.join(missing)}"
        return
    if sum(counts[part] for part in PARTS) != counts["read"]:
        yield f"counts: jumlah {sum(counts[part] for part in PARTS)} bukan read {counts['read']}: {dict(counts)}"
    yield from _pinned("counts.", pins, counts)


def _pinned(where: str, pins: Pins, found: Answer) -> Iterator[str]:
    for key, expected in pins.items():
        value = found.get(key, "(tidak ada)")
        if not _equal(expected, value):
            yield f"{where}{key}: {value!r}, mestinya {expected!r}"


def _equal(expected: object, value: object) -> bool:
    if isinstance(expected, frozenset):
        return any(_equal(one, value) for one in expected)
    if isinstance(expected, float) and isinstance(value, (int, float)) and not isinstance(value, bool):
        return abs(expected - value) < 0.006
    if isinstance(expected, Mapping) and isinstance(value, Mapping):
        return dict(expected) == {key: count for key, count in value.items() if count or key in expected}
    return expected == value


def _rows(truths: Sequence[RowTruth], rows: Sequence[Answer]) -> Iterator[str]:
    left = list(rows)
    for truth in truths:
        at = _find(left, truth)
        if at is None:
            yield f"hilang: {truth.sheet}!{truth.row} {truth.pins.get('nik')}"
        else:
            yield from _row(truth, left.pop(at))
    for row in left:
        yield f"dikarang: {row.get('sheet')}!{row.get('row')} {row.get('nik')} {row.get('name')}"


def _find(rows: Sequence[Answer], truth: RowTruth) -> int | None:
    """By sheet, row and NIK; else by sheet and row alone (then the NIK is the difference). The sheet “*” is any."""
    here = [i for i, row in enumerate(rows) if row.get("row") == truth.row and truth.sheet in ("*", row.get("sheet"))]
    exact = [i for i in here if rows[i].get("nik") == truth.pins.get("nik")]
    return next(iter(exact or here), None)


def _row(truth: RowTruth, row: Answer) -> Iterator[str]:
    where = f"{truth.sheet}!{truth.row}"
    yield from _pinned(f"{where} ", truth.pins, row)
    warn = row.get("warn", [])
    for code in truth.warn:
        if code not in warn:
            yield f"{where} warn: tanpa {code}: {warn}"
    if truth.clean and warn:
        yield f"{where} warn: {warn}, mestinya kosong"
    if truth.doubtful and not warn:
        yield f"{where} warn: kosong, mestinya ada"


def _rejected(truth: Truth, entries: Sequence[Answer]) -> Iterator[str]:
    found = {(entry.get("sheet"), entry.get("row")): entry for entry in entries}
    for one in truth.rejected or ():
        key = next((key for key in found if one.row == key[1] and one.sheet in ("*", key[0])), ("", 0))
        entry = found.pop(key, None)
        if entry is None:
            yield f"tidak ditolak: {one.sheet}!{one.row}"
        elif one.state and entry.get("state") != one.state:
            yield f"{one.sheet}!{one.row} state: {entry.get('state')!r}, mestinya {one.state!r}"
        elif not entry.get("reason") or not entry.get("next"):
            yield f"{one.sheet}!{one.row}: tanpa alasan atau langkah"
    for (sheet, row), entry in found.items():
        yield f"ditolak tanpa sebab: {sheet}!{row} {entry.get('code')}: {entry.get('reason')}"


def _figures(truths: Sequence[FigureTruth], values: Sequence[Answer]) -> Iterator[str]:
    """What stands in `values` for the province beside the expected ones is left open: a total may be read as it."""
    left = list(values)
    for truth in truths:
        here = [i for i, value in enumerate(left) if _is_of(truth, value)]
        if not here:
            yield f"rekap: tanpa {truth.region} {truth.sheet or ''} baris {truth.row}"
        else:
            yield from _pinned(f"rekap {truth.region} {truth.sheet or ''} ", truth.pins, left.pop(here[0]))
    for value in left:
        if value.get("region") != "51":
            yield f"rekap dikarang: {value.get('region')} {value.get('sheet')}!{value.get('row')}"


def _is_of(truth: FigureTruth, value: Answer) -> bool:
    return (
        value.get("region") == truth.region
        and truth.sheet in (None, value.get("sheet"))
        and truth.row in (None, value.get("row"))
    )


def _checks(truths: Sequence[CheckTruth], checks: Sequence[Answer], only: bool) -> Iterator[str]:
    left = [check for check in checks if check.get("code") in CODES]
    for truth in truths:
        here = [i for i, check in enumerate(left) if (check.get("row"), check.get("code")) == (truth.row, truth.code)]
        if not here:
            yield f"checks: tanpa {truth.code} baris {truth.row}: {[(c.get('row'), c.get('code')) for c in checks]}"
        else:
            check = left.pop(here[0])
            yield from _pinned(f"checks {truth.code} baris {truth.row} ", truth.pins, check)
            if truth.mentions not in str(check):
                yield f"checks {truth.code} baris {truth.row}: “{truth.mentions}” tidak disebut: {check}"
    if only:
        for check in left:
            yield f"checks tanpa sebab: {check.get('code')} baris {check.get('row')}: {check.get('found')} / {check.get('expected')}"


def _tables(truths: Sequence[TableTruth], tables: Sequence[Answer]) -> Iterator[str]:
    left = list(tables)
    for truth in truths:
        best = min(
            (i for i, table in enumerate(left) if table.get("name") == truth.name),
            key=lambda i: len(list(_table(truth, left[i]))),
            default=None,
        )
        if best is None:
            yield f"sheets: tanpa {truth.name!r} ({truth.kind}): {[(t.get('name'), t.get('kind')) for t in tables]}"
        else:
            yield from _table(truth, left.pop(best))


def _table(truth: TableTruth, table: Answer) -> Iterator[str]:
    pins: dict[str, object] = {
        key: value
        for key, value in (
            ("kind", truth.kind), ("period", truth.period), ("first_row", truth.first_row), ("last_row", truth.last_row),
            ("header_rows", list(truth.header_rows) if truth.header_rows else None),
        )
        if value is not None
    }  # fmt: skip
    yield from _pinned(f"sheets {truth.name!r} ", pins, table)
    yield from _pinned(f"sheets {truth.name!r} kolom ", truth.columns, table.get("columns", {}))
