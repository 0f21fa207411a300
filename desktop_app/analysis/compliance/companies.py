"""Companies of a month: by class and place, arrears by age, and what became of them since an earlier list."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from desktop_app.analysis.compliance.arrears import USUAL_CLASSES, AgeClass, arrears_by_age
from desktop_app.analysis.compliance.values import CompanyChange, CompanyDetail, CompanyRow, CompanySection, SourceFile
from desktop_app.domain.compliance import Category, company_key
from desktop_app.domain.regions import Region, depth, is_within
from desktop_app.domain.sheets import CompanyFact

_KECAMATAN = 3
_BAD_FIRST = (
    Category.PWBD, Category.PDS_PROGRAM_PIUTANG, Category.PIUTANG, Category.PDS_TK, Category.PDS_PROGRAM,
    Category.PDS_UPAH, Category.PATUH,
)  # fmt: skip


def category_of(fact: CompanyFact) -> str:
    """As the list gives it, else by the row's own figures; empty where neither tells."""
    return fact.category or fact.by_rules


def company_section(
    facts: Sequence[CompanyFact],
    region: Region,
    places: Mapping[str, Region],
    *,
    period: date,
    classes: Sequence[AgeClass] = USUAL_CLASSES,
    sources: Sequence[SourceFile] = (),
    change: CompanyChange | None = None,
) -> CompanySection:
    """Companies of `region` by its parts.

    Args:
        facts: each company as the newest list of `period` has it; all lie in the region or name no place.
        places: the regions within `region`, by code.

    Every row counts, a company's divisions each for itself. The rows add up to the total, and so do the categories and
    those without one.
    """
    level = depth(region.code) + 1 if depth(region.code) < _KECAMATAN else _KECAMATAN
    groups: dict[str, list[CompanyFact]] = {}
    for fact in facts:
        groups.setdefault(part_code(fact.region, level), []).append(fact)
    rows = [_row(places.get(code), groups[code]) for code in sorted(groups, key=lambda code: (not code, code))]
    arrears, unknown = arrears_by_age(facts, classes)
    counted = Counter(category_of(fact) for fact in facts)
    return CompanySection(
        period=period, rows=tuple(rows), total=_row(None, facts), categories=_in_order(counted), unclassed=counted[""],
        arrears=arrears, arrears_unknown=unknown, details=_details(facts, places), sources=tuple(sources),
        silent=_silent(region, places, groups, level),
        by_rules=sum(not fact.category and bool(fact.by_rules) for fact in facts), change=change,
    )  # fmt: skip


def _silent(region: Region, places: Mapping[str, Region], named: Collection[str], level: int) -> tuple[Region, ...]:
    parts = [one for code, one in sorted(places.items()) if depth(code) == level and code != region.code]
    return tuple(one for one in parts if one.code not in named and one.closed is None)


def part_code(code: str | None, level: int) -> str:
    """The region of depth `level` that `code` lies in; empty for a larger one and for none."""
    parts = (code or "").split(".")
    return ".".join(parts[:level]) if len(parts) >= level else ""


def in_region(fact: CompanyFact, region: str, areas: Collection[str]) -> bool:
    """Whether a company belongs to the region: by its own place, else by what its list speaks for."""
    if fact.region:
        return is_within(fact.region, region)
    return bool(areas) and all(is_within(area, region) for area in areas)


def _row(region: Region | None, facts: Sequence[CompanyFact]) -> CompanyRow:
    counted = Counter(category_of(fact) for fact in facts)
    return CompanyRow(
        region=region, companies=len(facts), by_category={name: counted[name] for name in _in_order(counted)},
        actual=summed([fact.actual for fact in facts]), registered=summed([fact.registered for fact in facts]),
        arrears=summed([fact.arrears for fact in facts]),
    )  # fmt: skip


def _in_order(counted: Mapping[str, int]) -> tuple[str, ...]:
    """The known categories as they stand in law, then others by their words."""
    known = [category.value for category in Category if category.value in counted]
    return (*known, *sorted(name for name in counted if name and name not in known))


def summed(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _details(facts: Sequence[CompanyFact], places: Mapping[str, Region]) -> tuple[CompanyDetail, ...]:
    order = {category.value: place for place, category in enumerate(_BAD_FIRST)}
    ordered = sorted(facts, key=lambda f: (order.get(category_of(f), len(order)), -(f.arrears or 0), f.name, f.npp))
    return tuple(
        CompanyDetail(
            name=f.name, npp=f.npp, region=places.get(f.region or ""), category=category_of(f), actual=f.actual,
            registered=f.registered, arrears_months=f.arrears_months, arrears=f.arrears, note=f.note,
        )
        for f in ordered
    )  # fmt: skip


def company_change(
    before: Sequence[CompanyFact], after: Sequence[CompanyFact], since: date, written: Collection[str] = ()
) -> CompanyChange | None:
    """The companies that stand once in both lists, then and now; None where there are none.

    Args:
        written: “NPP/division” or plain names of companies that had a letter, as `Addressee.key`.

    Better: fewer months or rupiah owed, or more of the real workers registered, and nothing worse.
    """
    then, now = _single(before), _single(after)
    both = sorted(then.keys() & now.keys())
    if not both:
        return None
    pairs = [(then[key], now[key]) for key in both]
    registered = [
        (a.registered, b.registered) for a, b in pairs if a.registered is not None and b.registered is not None
    ]
    arrears = [(a.arrears, b.arrears) for a, b in pairs if a.arrears is not None and b.arrears is not None]
    moves = Counter(_move(a, b) for a, b in pairs)
    return CompanyChange(
        since=since, companies=len(both), registered=_pair(registered), told_registered=len(registered),
        arrears=_pair(arrears), told_arrears=len(arrears), better=moves[1], worse=moves[-1],
        written=sum(_addressed(key, now[key], written) for key in both),
    )  # fmt: skip


def _single(facts: Sequence[CompanyFact]) -> dict[tuple[str, str], CompanyFact]:
    """Companies with one row; of two rows nobody knows which one became which."""
    rows = Counter(company_key(fact) for fact in facts)
    return {key: fact for fact in facts if rows[key := company_key(fact)] == 1}


def _pair(values: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    return (sum(a for a, _ in values), sum(b for _, b in values)) if values else None


def _move(before: CompanyFact, after: CompanyFact) -> int:
    steps = (
        _less(before.arrears, after.arrears), _less(before.arrears_months, after.arrears_months),
        _less(_missing(before), _missing(after)),
    )  # fmt: skip
    if min(steps) < 0:
        return -1
    return max(steps)


def _missing(fact: CompanyFact) -> int | None:
    if fact.actual is None or fact.registered is None:
        return None
    return max(fact.actual - fact.registered, 0)


def _less(before: int | None, after: int | None) -> int:
    """1 where it became less, -1 where it became more, 0 where it stayed or is not told."""
    if before is None or after is None:
        return 0
    return (before > after) - (before < after)


def _addressed(key: tuple[str, str], fact: CompanyFact, written: Collection[str]) -> bool:
    npp, division = key
    return bool({f"{npp}/{division}", f"{npp}/{fact.division}", npp or fact.name, fact.name} & set(written))
