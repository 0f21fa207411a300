"""The quarterly report of non-ASN workers and village apparatus, due on the 10th after the quarter.

Source: domain notes 10 (report to Mendagri “quarterly by the 10th”); who is a public employer: `public_employers`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.compliance.public_employers import RULE, PublicKind, employer_name, public_kind
from desktop_app.analysis.compliance.values import SourceFile, Span
from desktop_app.analysis.reporting import due
from desktop_app.domain.compliance_rows import EmployerRow
from desktop_app.domain.people import BIT
from desktop_app.domain.regions import Region
from desktop_app.domain.segments import Benefit


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicRow:
    """People of one employer: distinct by NIK. `before`, `joined`, `left` are None where no earlier list is known.

    `before + joined - left = people`. `benefits`: programme -> people.
    """

    name: str
    kind: PublicKind
    people: int
    before: int | None
    joined: int | None
    left: int | None
    benefits: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterlyPublic:
    """People at public employers in `period`, the newest month of the quarter with lists, against `before`.

    `rows`: offices of the region, then village governments. `offices`, `villages`: distinct people of each kind, which may
    be fewer than the rows' sum: somebody may work for two. `due`: the day by which the report must be there.
    """

    region: Region
    span: Span
    due: date
    late: bool
    period: date
    before: date | None
    rows: tuple[PublicRow, ...]
    offices: PublicRow
    villages: PublicRow
    without: tuple[Region, ...]
    rule: str
    sources: tuple[SourceFile, ...]
    absent: dict[str, str]


People = Mapping[int, int]
"""NIK -> benefits as a bit set."""


def quarterly_public(
    region: Region,
    span: Span,
    period: date,
    now: Iterable[EmployerRow],
    before: Iterable[EmployerRow] | None,
    before_period: date | None,
    *,
    today: date,
    villages: Sequence[Region] = (),
    sources: Sequence[SourceFile] = (),
) -> QuarterlyPublic:
    """Set the employers of `period` against those of `before_period`; None where there is no earlier list."""
    names = frozenset(village.name.casefold() for village in villages)
    here, spelled = _by_employer(now, names)
    then, older = _by_employer(before or (), names)
    known = before is not None
    keys = sorted({*here, *then}, key=lambda key: (public_kind(key, names) is PublicKind.PEMERINTAH_DESA, key))
    rows = [
        _row({**older, **spelled}[key], _kind(key, names), here.get(key, {}), then.get(key, {}) if known else None)
        for key in keys
    ]
    last = due(span.last)
    return QuarterlyPublic(
        region=region, span=span, due=last, late=today > last, period=period, before=before_period, rows=tuple(rows),
        offices=_all(PublicKind.PERANGKAT_DAERAH, here, then if known else None, names),
        villages=_all(PublicKind.PEMERINTAH_DESA, here, then if known else None, names),
        without=_without(villages, here), rule=RULE, sources=tuple(sources),
        absent={} if known else {"before": "Daftar peserta triwulan sebelumnya belum ada; perubahan tidak dihitung."},
    )  # fmt: skip


def _kind(key: str, names: Collection[str]) -> PublicKind:
    kind = public_kind(key, names)
    assert kind is not None
    return kind


def _by_employer(
    rows: Iterable[EmployerRow], names: Collection[str]
) -> tuple[dict[str, dict[int, int]], dict[str, str]]:
    """People of each public employer, and how it is spelled."""
    people: dict[str, dict[int, int]] = {}
    spelled: dict[str, str] = {}
    for company, nik, bits in rows:
        name = employer_name(company)
        key = name.casefold()
        if public_kind(key, names) is None:
            continue
        spelled.setdefault(key, name)
        mine = people.setdefault(key, {})
        mine[nik] = mine.get(nik, 0) | bits
    return people, spelled


def _row(name: str, kind: PublicKind, now: People, before: People | None) -> PublicRow:
    return PublicRow(
        name=name, kind=kind, people=len(now), before=None if before is None else len(before),
        joined=None if before is None else len(now.keys() - before.keys()),
        left=None if before is None else len(before.keys() - now.keys()),
        benefits=tuple((b.value, count) for b in Benefit if (count := sum(bool(bits & BIT[b]) for bits in now.values()))),
    )  # fmt: skip


def _all(
    kind: PublicKind, now: Mapping[str, People], before: Mapping[str, People] | None, names: Collection[str]
) -> PublicRow:
    """Distinct people of all employers of a kind."""
    return _row(kind.value, kind, _joined(kind, now, names), None if before is None else _joined(kind, before, names))


def _joined(kind: PublicKind, employers: Mapping[str, People], names: Collection[str]) -> People:
    found: dict[int, int] = {}
    for key, people in employers.items():
        if public_kind(key, names) is kind:
            for nik, bits in people.items():
                found[nik] = found.get(nik, 0) | bits
    return found


def _without(villages: Sequence[Region], employers: Collection[str]) -> tuple[Region, ...]:
    """Villages (desa) whose name stands in no employer's: nobody knows of their apparatus. Names alone can hide twins."""
    return tuple(
        one for one in villages
        if one.code.rpartition(".")[2].startswith("2") and not any(one.name.casefold() in key for key in employers)
    )  # fmt: skip
