"""Writing a Surat Edaran draft with the region's own figures, and keeping those figures with the letter."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.documents.letter import VulnerableWorkersLetter, vulnerable_workers_letter, write_letter
from desktop_app.domain.errors import NoFigures
from desktop_app.domain.letters import LetterKind
from desktop_app.domain.regions import Region
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.coverage import CoverageAnswer, CoverageQuery, coverage
from desktop_app.operations.edit_rates import monthly_contribution
from desktop_app.operations.offices import province_of, region_named, required_office, villages_of
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.operations.written_files import file_name as file_name
from desktop_app.operations.written_files import room_for
from desktop_app.resources import resource
from desktop_app.store import audit, letters

QUOTA = 100
MONTHLY = 16_800
"""Rupiah: JKK 10,000 + JKM 6,800 in the lowest bracket of BPU (PP 44/2015), where the office keeps no such rates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRequest:
    """An SE to all villages of `region` (the office's own when empty): `quota` people each, `monthly` rupiah a head.

    `monthly` 0: as the stored rates of the budget year say.
    """

    region: str = ""
    period: date | None = None
    base: str | None = None
    year: int | None = None
    quota: int = QUOTA
    monthly: int = 0
    months: int = 12
    deadline: date | None = None
    target: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDraft:
    """A letter as it would be written, with the figure in it (None where the region has none yet).

    `answer` is the coverage of the province that the figure was taken from; None where no figure is stored at all.
    """

    region: Region
    letter: VulnerableWorkersLetter
    coverage: RegionCoverage | None
    answer: CoverageAnswer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLetter:
    path: Path
    draft: LetterDraft


def draft_letter(workspace: Workspace, request: LetterRequest) -> LetterDraft:
    """The letter in words, before it is a file. NoOffice, UnknownRegion, UnknownBase."""
    office = required_office(workspace)
    request = priced(workspace, request)
    region = region_named(workspace, request.region or office.region)
    province = region_named(workspace, province_of(region.code))
    query = CoverageQuery(region=province.code, period=request.period, base=request.base)
    try:
        answer: CoverageAnswer | None = coverage(workspace, query)
    except NoFigures:
        answer = None
    rows = (answer.table.whole, *answer.table.rows) if answer else ()
    own = next((row for row in rows if row.region.code == region.code and row.shown_share is not None), None)
    letter = vulnerable_workers_letter(
        office, region, province, own, villages_of(workspace, region.code), request.quota,
        monthly=request.monthly, months=request.months, year=request.year or now().year, deadline=request.deadline,
    )  # fmt: skip
    return LetterDraft(region=region, letter=letter, coverage=own, answer=answer)


def priced(workspace: Workspace, request: LetterRequest) -> LetterRequest:
    """The request with the monthly amount that the rates of its budget year give, where it names none."""
    if request.monthly:
        return request
    return replace(request, monthly=monthly_contribution(workspace, request.year or now().year) or MONTHLY)


def make_letter(workspace: Workspace, request: LetterRequest, tick: Tick = silent) -> WrittenLetter:
    """Write the draft as a new .docx in the workspace (or to `request.target`) and record it.

    Raises:
        FileInUse: the file is open in Word; UnusableTarget, DiskFull; it was not changed.
    """
    draft = draft_letter(workspace, request)
    tick(1, 3)
    title = f"SE {request.quota} Pekerja Rentan {draft.region.name}"
    path = request.target or _free(workspace.letters / file_name(title, ".docx"))
    with room_for(path):
        write_letter(draft.letter, resource("templates", "se-100-pekerja-rentan.docx"), path)
    tick(2, 3)
    with workspace.sessions.begin() as session:
        new = letters.NewLetter(
            kind=LetterKind.SE_BUPATI.value, topic="rentan-desa", subject=draft.letter.title, region=draft.region.code,
            path=str(path), figures=_frozen(draft.coverage),
        )  # fmt: skip
        letters.add_letters(session, [new], present_user(), now())
        audit.record(session, "buat surat", path.name, present_user(), now())
    tick(3, 3)
    return WrittenLetter(path=path, draft=draft)


def _free(path: Path) -> Path:
    """`path`, or “… (2)” where it is taken: an earlier draft may have been edited in Word."""
    taken, number = path, 2
    while path.exists():
        path, number = taken.with_stem(f"{taken.stem} ({number})"), number + 1
    return path


def _frozen(figure: RegionCoverage | None) -> dict[str, object]:
    """The figures that the letter was made from, as they were, in plain values."""
    if figure is None:
        return {}
    return {
        "wilayah": figure.region.code,
        "peserta": figure.active,
        "penyebut": figure.workers,
        "nama_penyebut": figure.base,
        "cakupan": figure.shown_share,
        "bulan": figure.period.isoformat() if figure.period else None,
        "target": figure.target.share if figure.target else None,
        "tahun_target": figure.target.year if figure.target else None,
        "dokumen_target": figure.target.document if figure.target else "",
        "sumber": figure.fact.origin.file if figure.fact else "",
    }
