"""What the page Surat shows while a letter is being made: the choices, the figure, and the letter in paragraphs.

The paragraphs follow the shipped Word template; the Word file decides where the two differ.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.domain.indonesian import long_date, number, percent_in_letter, rupiah
from desktop_app.domain.regions import Level, Region
from desktop_app.operations.offices import children_of, province_of, required_office
from desktop_app.operations.workspace import Workspace
from desktop_app.operations.write_letter import LetterDraft, LetterRequest, draft_letter, priced

ANNEX_ROWS = 24
"""Rows of the annex that the preview shows: one page."""


class Shape(StrEnum):
    """How a paragraph stands on the page."""

    LETTERHEAD = "kop"
    PLAIN = "biasa"
    INDENTED = "menjorok"
    CENTRED = "tengah"
    BODY = "isi"
    LEGAL = "dasar"
    POINT = "butir"
    SUB_POINT = "sub butir"
    SIGNATURE = "tanda tangan"
    COPIES = "tembusan"
    COPY = "butir tembusan"
    ANNEX_HEAD = "kepala lampiran"
    ANNEX_TITLE = "judul lampiran"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`number` hangs in front; `before` and `after` in points. `data` and `check` are words that `text` holds.

    `data` come from what is stored or was chosen; `check` is what the office still has to fill in or confirm.
    """

    shape: Shape
    text: str
    number: str = ""
    before: float = 0
    after: float = 0
    data: tuple[str, ...] = ()
    check: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPreview:
    """The letter, and the beginning of its annex: six cells for a village, three for a sum, one for a remark."""

    mark: str
    letter: tuple[Paragraph, ...]
    annex_head: tuple[Paragraph, ...]
    annex_columns: tuple[str, ...]
    annex: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPlan:
    """A letter that is being made. `regions` can be chosen; `period` and `base` are those in use, None without figures.

    `villages` receive it and are called `village_kinds` (“desa/kelurahan”).
    """

    request: LetterRequest
    regions: tuple[Region, ...]
    periods: tuple[date, ...]
    bases: tuple[str, ...]
    period: date | None
    base: str | None
    draft: LetterDraft
    villages: int
    village_kinds: str
    preview: LetterPreview

    @property
    def village_cost(self) -> int:
        """Rupiah for one village."""
        return self.request.quota * self.request.monthly * self.request.months

    @property
    def total_cost(self) -> int:
        """Rupiah for all villages."""
        return self.village_cost * self.villages


def plan_letter(workspace: Workspace, request: LetterRequest) -> LetterPlan:
    """What `request` would make, and what else could be chosen. NoOffice, UnknownRegion, UnknownBase."""
    office = required_office(workspace)
    request = priced(workspace, request)
    province = province_of(request.region or office.region)
    regions = [one for one in children_of(workspace, province) if one.level in (Level.KABUPATEN, Level.KOTA)]
    if not request.region and office.region == province and regions:
        request = replace(request, region=regions[0].code)
    draft = draft_letter(workspace, request)
    answer = draft.answer
    return LetterPlan(
        request=request,
        regions=tuple(regions),
        periods=answer.choices.periods if answer else (),
        bases=tuple(base.name for base in answer.choices.bases) if answer else (),
        period=answer.table.period if answer else None,
        base=answer.table.base.name if answer else None,
        draft=draft,
        villages=_villages(draft),
        village_kinds=draft.letter.village_label.lower(),
        preview=preview(draft, request),
    )


def preview(draft: LetterDraft, request: LetterRequest) -> LetterPreview:
    """The draft in paragraphs and the first rows of its annex."""
    letter = draft.letter
    return LetterPreview(
        mark=letter.mark,
        letter=(*_heading(draft), *_body(draft, request), *_end(draft)),
        annex_head=_annex_head(draft),
        annex_columns=("No.", "Kecamatan", letter.village_label, "Jenis", "Kuota (orang)", letter.cost_label),
        annex=_annex(draft),
    )


def _annex(draft: LetterDraft) -> tuple[tuple[str, ...], ...]:
    letter = draft.letter
    rows: list[tuple[str, ...]] = []
    for group in letter.groups:
        rows += [(row.no, row.kecamatan, row.village, row.kind, row.people, row.cost) for row in group.rows]
        rows.append((f"Jumlah Kecamatan {group.kecamatan}", group.people, group.cost))
    hidden = sum(len(row) == 6 for row in rows[ANNEX_ROWS:])
    remark = [(f"… {number(hidden)} {letter.village_label.lower()} lain ada di berkas Word …",)] if hidden else []
    total = (letter.total_label, letter.total_people, letter.total_cost)
    return (*(rows[:ANNEX_ROWS] if hidden else rows), *remark, total)


def _villages(draft: LetterDraft) -> int:
    return sum(len(group.rows) for group in draft.letter.groups)


def _heading(draft: LetterDraft) -> tuple[Paragraph, ...]:
    letter = draft.letter
    return (
        Paragraph(Shape.LETTERHEAD, letter.head),
        Paragraph(Shape.LETTERHEAD, letter.province, after=14),
        Paragraph(Shape.PLAIN, f"Yth. {letter.recipients}"),
        Paragraph(Shape.PLAIN, "di –"),
        Paragraph(Shape.INDENTED, "Tempat", after=16),
        Paragraph(Shape.CENTRED, "SURAT EDARAN"),
        Paragraph(Shape.CENTRED, f"NOMOR {letter.number}", after=6, check=(letter.number,)),
        Paragraph(Shape.CENTRED, "TENTANG", after=6),
        Paragraph(Shape.CENTRED, letter.title, after=14),
    )


def _body(draft: LetterDraft, request: LetterRequest) -> tuple[Paragraph, ...]:
    letter = draft.letter
    village = request.quota * request.monthly * request.months
    money = (rupiah(request.monthly), rupiah(village), rupiah(village * _villages(draft)))
    deadline = (long_date(request.deadline),) if request.deadline else ()
    blank = () if request.deadline else (_dots(letter.list_due),)
    number_of = iter(range(1, 20))

    def point(text: str, data: tuple[str, ...] = (), check: tuple[str, ...] = ()) -> Paragraph:
        return Paragraph(Shape.POINT, text, f"{next(number_of)}.", 3, 3, data, check)

    return (
        Paragraph(Shape.BODY, letter.opening, after=6),
        *_lettered(Shape.LEGAL, letter.legal_bases),
        Paragraph(Shape.BODY, letter.transition, before=6, after=6),
        point(letter.coverage, _figures(draft.coverage)),
        point(letter.quota, (number(request.quota),)),
        point(letter.cost, money),
        point("Calon peserta memenuhi ketentuan sebagai berikut:"),
        *_lettered(Shape.SUB_POINT, letter.criteria),
        point(letter.list_due, deadline, blank),
        point(letter.camat),
        point("Keterangan lebih lanjut dapat diminta mengenai:"),
        *_lettered(Shape.SUB_POINT, letter.contacts),
        point(letter.benefits),
        point(letter.evaluation),
        Paragraph(Shape.BODY, letter.closing, before=8, after=6),
    )


def _end(draft: LetterDraft) -> tuple[Paragraph, ...]:
    letter = draft.letter
    unknown = tuple(filter(None, (_dots(letter.place),)))
    nameless = (letter.head_name,) if letter.head_name.startswith("(") else ()
    copies = (Paragraph(Shape.COPY, copy, f"{place}.") for place, copy in enumerate(letter.copies, start=1))
    return (
        Paragraph(Shape.SIGNATURE, f"Ditetapkan di {letter.place}", before=8, check=unknown),
        Paragraph(Shape.SIGNATURE, "pada tanggal"),
        Paragraph(Shape.SIGNATURE, f"{letter.head},", before=10),
        Paragraph(Shape.SIGNATURE, letter.head_name, before=56, check=nameless),
        Paragraph(Shape.COPIES, "Tembusan:", before=14),
        *copies,
    )


def _annex_head(draft: LetterDraft) -> tuple[Paragraph, ...]:
    letter = draft.letter
    lines = ("LAMPIRAN I", f"SURAT EDARAN {letter.head}", f"NOMOR {letter.number}", "TENTANG", letter.title)
    return (
        *(Paragraph(Shape.ANNEX_HEAD, line) for line in lines),
        Paragraph(Shape.ANNEX_TITLE, letter.annex_title, before=14, after=8),
    )


def _lettered(shape: Shape, texts: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """a., b., c. …"""
    return tuple(Paragraph(shape, text, f"{chr(ord('a') + place)}.", after=2) for place, text in enumerate(texts))


def _figures(own: RegionCoverage | None) -> tuple[str, ...]:
    """The figures of the coverage point as the letter writes them."""
    if own is None or own.shown_share is None or own.period is None:
        return ()
    people = [number(value) for value in (own.active, own.workers, own.gap_people) if value is not None]
    target = [percent_in_letter(own.target.share)] if own.target else []
    return (long_date(own.period), *people, percent_in_letter(own.shown_share), own.base, *target)


def _dots(text: str) -> str:
    """The run of dots in `text` that the office fills in; empty where there is none."""
    found = re.search(r"\.{4,}", text)
    return found.group() if found else ""
