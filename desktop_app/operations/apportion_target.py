"""A region's target apportioned to the regions below it, and kept as a version with its decree."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import ceil

from desktop_app.analysis.apportion import ApportionmentRefused, apportion

# The terminal takes it from here.
from desktop_app.analysis.apportion import Method as Method
from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.analysis.target_choice import chosen_target
from desktop_app.domain.errors import MissingWords, NoFigures
from desktop_app.domain.facts import Target
from desktop_app.domain.indonesian import number, percent
from desktop_app.domain.periods import month_end
from desktop_app.domain.regions import Region, depth
from desktop_app.domain.segments import Sector
from desktop_app.operations.coverage import CoverageAnswer, CoverageQuery, coverage
from desktop_app.operations.edit_reference import TargetEdit, save_targets
from desktop_app.operations.offices import region_or_own
from desktop_app.operations.workspace import Workspace

_NAMED = 3
_BY_WORKERS = (Method.BASE, Method.GAP)
_LEVEL_WORDS = {1: "provinsi", 2: "kabupaten/kota", 3: "kecamatan", 4: "desa/kelurahan"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ApportionRequest:
    """Which target of `region` (code or name) to divide, and how.

    `base`: on which the target becomes people. When None, the first that has the workers of all parts: `page_base`, that
    of the newest figures, the one that most figures of the parts name, the newest. `level`: depth of the parts, one below when None. `by_hand`: code -> people, for `Method.HAND`; what is not in it is not filled in yet.
    """

    region: str
    year: int
    method: Method = Method.BASE
    sector: Sector = Sector.SEMUA
    base: str | None = None
    level: int | None = None
    target_document: str | None = None
    by_hand: Mapping[str, int] = field(default_factory=dict)
    page_base: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApportionedPart:
    """One region's part of the target, in people; None by hand where nothing is filled in. `share` of its workers."""

    region: Region
    workers: int | None
    active: int | None
    people: int | None

    @property
    def share(self) -> float | None:
        return self.people / self.workers if self.people is not None and self.workers else None

    @property
    def over(self) -> bool:
        """More people than the region has workers: such a part is not stored."""
        return self.people is not None and self.workers is not None and self.people > self.workers


@dataclass(frozen=True, slots=True, kw_only=True)
class Apportionment:
    """`whole` people of `target` on `base`, divided into `parts`. `remaining` people are in no part yet (by hand);
    below zero the parts are too large. `words` say of what and how it was divided.

    `workers` of the region on the base, which speaks of the day `as_of`; active people are those of `period`.
    `warnings` say what to know before it is stored: parts that are too large, parts of the year that stand already.
    """

    region: Region
    target: Target
    base: str
    method: Method
    whole: int
    parts: tuple[ApportionedPart, ...]
    words: str
    workers: int | None
    as_of: date
    period: date
    warnings: tuple[str, ...] = ()

    @property
    def remaining(self) -> int:
        return self.whole - sum(part.people or 0 for part in self.parts)


def propose(workspace: Workspace, request: ApportionRequest) -> Apportionment:
    """Divide the target; nothing is stored.

    Raises:
        ApportionmentRefused: there is no such target, no base for it, or a part lacks what the method needs.
        UnknownRegion, UnknownBase, NoFigures.
    """
    answer = _answer(workspace, request)
    target = _target(answer, request)
    try:
        whole = _people(answer.table, target)
        parts = _parts(answer, request, whole)
    except ApportionmentRefused as refused:
        if not _lacks_figures(answer, request.method):
            raise
        raise ApportionmentRefused(f"{refused} {possible_bases(workspace, request)}") from None
    return Apportionment(
        region=answer.region, target=target, base=answer.table.base.name, method=request.method, whole=whole,
        parts=parts, words=_words(answer, target, whole, request.method), workers=answer.table.whole.workers,
        as_of=answer.table.base.as_of, period=answer.table.period, warnings=_warnings(parts, answer, request),
    )  # fmt: skip


def store_apportionment(workspace: Workspace, request: ApportionRequest, decree: str) -> int:
    """Keep the parts as targets of their regions, as the next version; the number of the import that holds them.

    Raises:
        MissingWords: no decree number. ApportionmentRefused: also where parts by hand do not sum to the whole.
    """
    if not decree.strip():
        raise MissingWords("nomor surat keputusan")
    found = propose(workspace, request)
    names = {part.region.code: part.region.full_name for part in found.parts}
    apportion(found.whole, {part.region.code: part.people for part in found.parts}, Method.HAND, names)
    _refuse_over(found.parts)
    edits = [
        TargetEdit(
            region=part.region.code, sector=request.sector, year=request.year, people=part.people,
            share=part.share if part.share is not None else found.target.share, base=found.base, document=decree.strip(),
            split_of=found.words,
        )
        for part in found.parts
    ]  # fmt: skip
    title = f"Pembagian target {request.year} {found.region.full_name}"
    return save_targets(workspace, edits, title)


def _refuse_over(parts: Sequence[ApportionedPart]) -> None:
    for part in parts:
        if part.over:
            told = f"{number(part.people or 0)} orang lebih banyak daripada {number(part.workers or 0)} pekerjanya"
            raise ApportionmentRefused(f"Bagian {part.region.full_name}, {told}.")


def _warnings(parts: Sequence[ApportionedPart], answer: CoverageAnswer, request: ApportionRequest) -> tuple[str, ...]:
    return tuple(each for each in (_too_large(parts), _divided_before(parts, answer, request)) if each)


def _too_large(parts: Sequence[ApportionedPart]) -> str:
    over = [part for part in parts if part.over]
    if not over:
        return ""
    named = [f"{part.region.full_name} {number(part.people or 0)} dari {number(part.workers or 0)}" for part in over]
    more = f", dan {number(len(named) - _NAMED)} lainnya" if len(named) > _NAMED else ""
    return (
        f"{number(len(over))} bagian melebihi jumlah pekerjanya ({', '.join(named[:_NAMED])}{more}) dan belum dapat"
        " disimpan. Pilih cara pembagian lain, atau isi dengan tangan."
    )


def _divided_before(parts: Sequence[ApportionedPart], answer: CoverageAnswer, request: ApportionRequest) -> str:
    """Which decrees gave these regions parts of the same year and sector before."""
    codes = {part.region.code for part in parts}
    before = [
        target for target in answer.choices.targets
        if target.split_of and target.region in codes and (target.year, target.sector) == (request.year, request.sector)
    ]  # fmt: skip
    if not before:
        return ""
    decrees = ", ".join(dict.fromkeys(target.document for target in before))
    regions = number(len({target.region for target in before}))
    return f"{regions} wilayah sudah mempunyai bagian target {request.year} ({decrees}). Pembagian ini menjadi versi yang baru."


def _lacks_figures(answer: CoverageAnswer, method: Method) -> bool:
    """Whether a base, or people where the method asks for them, is missing for the region or a part."""
    table = answer.table
    if not table.whole.workers or (method in _BY_WORKERS and any(not row.workers for row in _standing(answer))):
        return True
    return method is Method.GAP and any(row.active is None for row in _standing(answer))


def possible_bases(workspace: Workspace, request: ApportionRequest) -> str:
    """The levels at which the method would work and the bases for it, in a sentence."""
    found: list[str] = []
    for level in levels_for(region_or_own(workspace, request.region)):
        answer = _figures(workspace, replace(request, base=None, level=level))
        if request.method is Method.GAP and any(row.active is None for row in _standing(answer)):
            continue
        bases = _full_bases(answer, request.sector, parts=request.method in _BY_WORKERS)
        if bases:
            found.append(f"{_LEVEL_WORDS[level]} dengan penyebut {' atau '.join(bases[:_NAMED])}")
    if not found:
        return (
            "Belum ada tingkat dan penyebut yang lengkap untuk cara ini; pilih cara “sama rata” atau isi dengan tangan."
        )
    return f"Yang dapat dibagi dengan cara ini: {'; '.join(found)}."


def _full_bases(answer: CoverageAnswer, sector: Sector, *, parts: bool = True) -> list[str]:
    """Bases that have the workers of the region and, where asked, of all its parts; newest first."""
    places = [(region.code, sector) for region in (answer.region, *(answer.children if parts else ()))]
    return [base.name for base in answer.choices.bases if all(base.workers.get(place) for place in places)]


def _standing(answer: CoverageAnswer) -> list[RegionCoverage]:
    """Rows of parts that stand: to others nothing is apportioned."""
    codes = {region.code for region in answer.children}
    return [row for row in answer.table.rows if row.region.code in codes]


def _answer(workspace: Workspace, request: ApportionRequest) -> CoverageAnswer:
    answer = _figures(workspace, request)
    if request.base is not None:
        return answer
    base = _base_of_all(answer, request)
    return answer if base in (None, answer.table.base.name) else _figures(workspace, replace(request, base=base))


def _base_of_all(answer: CoverageAnswer, request: ApportionRequest) -> str | None:
    """The first base that has the workers of the region and of all parts; None where there is none."""
    named = Counter(row.fact.base_name for row in answer.table.rows if row.fact is not None)
    first = (request.page_base, answer.table.base.name, *(name for name, _ in named.most_common()))
    full = _full_bases(answer, request.sector)
    return next((name for name in (*first, *full) if name in full), None)


def _figures(workspace: Workspace, request: ApportionRequest) -> CoverageAnswer:
    """The newest figures; where no month is known yet, those of the target's year, in which nobody is counted."""
    query = CoverageQuery(region=request.region, base=request.base, sector=request.sector, level=request.level)
    try:
        return coverage(workspace, query)
    except NoFigures:
        return coverage(workspace, replace(query, period=month_end(request.year, 12)))


def _target(answer: CoverageAnswer, request: ApportionRequest) -> Target:
    found = chosen_target(
        answer.choices.targets, answer.region.code, request.sector, request.year, request.target_document
    )
    if found is None or found.year != request.year:
        place, sector = answer.region.full_name, request.sector.value
        raise ApportionmentRefused(f"{place} belum mempunyai target {request.year} untuk sektor {sector}.")
    return found


def _people(table: CoverageTable, target: Target) -> int:
    if target.people is not None and target.base == table.base.name:
        return target.people
    if not table.whole.workers:
        raise ApportionmentRefused(f"Penyebut {table.base.name} belum memuat {table.whole.region.full_name}.")
    return ceil(round(target.share * table.whole.workers, 10))


def _parts(answer: CoverageAnswer, request: ApportionRequest, whole: int) -> tuple[ApportionedPart, ...]:
    rows = {row.region.code: row for row in _standing(answer)}
    shares = _divided(rows, request, whole)
    return tuple(
        ApportionedPart(region=row.region, workers=row.workers, active=row.active, people=shares.get(code))
        for code, row in rows.items()
    )


def _divided(rows: Mapping[str, RegionCoverage], request: ApportionRequest, whole: int) -> Mapping[str, int]:
    if request.method is Method.HAND:
        return request.by_hand
    if request.method is Method.GAP:
        return _with_active(rows, whole)
    weights = {code: row.workers if request.method is Method.BASE else 1 for code, row in rows.items()}
    return apportion(whole, weights, request.method, _names(rows))


def _with_active(rows: Mapping[str, RegionCoverage], whole: int) -> dict[str, int]:
    """Who is covered stays; what is missing is divided by those who are not."""
    uncovered = {
        code: row.workers - row.active if row.workers is not None and row.active is not None else None
        for code, row in rows.items()
    }
    active = sum(row.active or 0 for row in rows.values())
    if None not in uncovered.values() and active >= whole:
        raise ApportionmentRefused(f"Target {number(whole)} orang sudah tercapai: {number(active)} peserta aktif.")
    parts = apportion(max(whole - active, 0), uncovered, Method.GAP, _names(rows))
    return {code: (rows[code].active or 0) + people for code, people in parts.items()}


def _names(rows: Mapping[str, RegionCoverage]) -> dict[str, str]:
    return {code: row.region.full_name for code, row in rows.items()}


def _words(answer: CoverageAnswer, target: Target, whole: int, method: Method) -> str:
    """“Pembagian menurut penyebut dari target 2025 Provinsi Bali, 67,28 % atau 1.236.539 orang, penyebut UCJ 2025”."""
    how = method.value if method is Method.EQUAL else f"menurut {method.value}"
    how = "diisi tangan" if method is Method.HAND else how
    whose = (
        answer.region.full_name if target.region == answer.region.code else "provinsi untuk " + answer.region.full_name
    )
    goal = f"{percent(target.share)} atau {number(whole)} orang, penyebut {answer.table.base.name}"
    return f"Pembagian {how} dari target {target.year} {whose}, {goal}"


def levels_for(region: Region) -> tuple[int, ...]:
    """Depths to which a target of `region` can be apportioned."""
    return tuple(range(depth(region.code) + 1, 5))
