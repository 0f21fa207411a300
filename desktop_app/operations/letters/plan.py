"""A letter that is being made: every choice the wizard shows, and the pages of the finished .docx read back."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.documents.letters.content import Circular, Instruction, LetterContent, OfficialLetter, ServiceNote
from desktop_app.documents.letters.reading import read_paper
from desktop_app.documents.letters.reading_package import UnreadableLetter
from desktop_app.documents.letters.sender import Sender
from desktop_app.documents.letters.subjects import Subject, subject, subjects
from desktop_app.documents.letters.writing import drafted, resolved
from desktop_app.documents.word import BadTemplate
from desktop_app.domain.letterbook import example
from desktop_app.domain.letters import Addressee, AddresseeKind, LetterKind, LetterStyle, PointText, Split, kind_title
from desktop_app.domain.office import Office, head_kind
from desktop_app.domain.paper import PaperDocument
from desktop_app.domain.regions import Level, Region
from desktop_app.operations.letters.basis_choices import basis_choices
from desktop_app.operations.letters.books import series_of
from desktop_app.operations.letters.draft import Draft, day_of, draft_letters
from desktop_app.operations.letters.frozen import frozen
from desktop_app.operations.letters.request import FigureWord, LetterPlan, LetterRequest, SubjectChoice
from desktop_app.operations.letters.templates import TemplateRefused, ready_template
from desktop_app.operations.offices import children_of, province_of, region_named, required_office
from desktop_app.operations.workspace import Workspace

_TO_VILLAGES = (AddresseeKind.DESA, AddresseeKind.CAMAT)


def plan_letter(workspace: Workspace, request: LetterRequest, pages: bool = True) -> LetterPlan:
    """What `request` would make, and what else could be chosen.

    A kind, split or style that the subject does not have is replaced by its first: whoever changes the subject need not
    change all else. `pages` False leaves out the preview, which is most of the work.

    Raises:
        NoOffice, UnknownRegion, UnknownBase, UnknownSubject; UnknownPlaceholder: of a point that the clerk wrote.
    """
    office = required_office(workspace)
    draft = draft_letters(workspace, fitted(request))
    facts, figures = draft.facts, draft.figures
    first = draft.chosen[0] if draft.chosen else None
    plain = draft.content(first)
    shown, trouble, notes = _pages(workspace, office, draft, first) if pages else (None, (), ())
    cost = facts.quota * facts.monthly * facts.months if draft.subject.addressee in _TO_VILLAGES else None
    return LetterPlan(
        request=replace(draft.request, region=facts.region.code),
        kind=draft.kind,
        region=facts.region,
        kinds=tuple((kind, kind_title(kind, head_kind(facts.region))) for kind in draft.subject.kinds),
        subjects=tuple(_choice(one, draft.kind) for one in subjects()),
        regions=_regions(workspace, office, facts.region),
        periods=figures.periods,
        worker_bases=figures.worker_bases,
        period=figures.period,
        worker_base=figures.base,
        bases=basis_choices(facts.legal_bases, draft.proposed),
        points=_points(draft),
        resolved=_resolved(draft, first),
        words=_words(draft, first),
        addressees=draft.everyone,
        recipients=recipients_in(plain),
        copies=plain.copies,
        number_example=_number_example(workspace, draft),
        number_pattern=draft.book.pattern if draft.book else "",
        book=draft.book.name if draft.book else "",
        figures=frozen(
            draft.facts_of(first), figures.imports, parts=first is None, base=figures.base, spoken=draft.spoken
        ),
        pages=shown,
        trouble=trouble,
        notes=notes,
        village_cost=cost,
        total_cost=None if cost is None else cost * len(facts.villages),
        villages=len(facts.villages),
        village_kinds=Sender(facts).kinds("/"),
    )


def fitted(request: LetterRequest) -> LetterRequest:
    """The request with a kind, split and style that its subject has. UnknownSubject."""
    topic = subject(request.subject)
    kind = request.kind if request.kind in topic.kinds else topic.kinds[0]
    text = topic.letter(kind)
    return replace(
        request, kind=kind, split=request.split if request.split in text.splits else Split.SATU,
        style=request.style if text.structured else LetterStyle.NARATIF,
    )  # fmt: skip


def recipients_in(content: LetterContent) -> tuple[str, ...]:
    if isinstance(content, Circular | Instruction | OfficialLetter):
        return content.recipients
    return (content.to,) if isinstance(content, ServiceNote) else ()


def _pages(
    workspace: Workspace, office: Office, draft: Draft, addressee: Addressee | None
) -> tuple[PaperDocument | None, tuple[str, ...], tuple[str, ...]]:
    """The finished letter read back, why there is none, and what the office's template leaves out."""
    try:
        template = ready_template(workspace, office, draft.kind)
        pages = read_paper(template.opened().render(draft.content(addressee, marks=True)))
    except TemplateRefused as error:
        return None, tuple(problem.sentence for problem in error.problems), ()
    except (BadTemplate, UnreadableLetter) as error:
        return None, (str(error),), ()
    return pages, (), tuple(problem.sentence for problem in template.notes)


def _choice(one: Subject, kind: LetterKind) -> SubjectChoice:
    """The subject with what the clerk fills in for this kind, or for its first where it does not have this one."""
    text = one.letter(kind if kind in one.kinds else one.kinds[0])
    return SubjectChoice(
        key=one.key, title=one.title, kinds=one.kinds, splits=text.splits, addressee=one.addressee, details=text.details
    )  # fmt: skip


def _regions(workspace: Workspace, office: Office, chosen: Region) -> tuple[Region, ...]:
    """Regencies of the office's province; the province too where the office is its own."""
    province = province_of(office.region)
    places = [one for one in children_of(workspace, province) if one.level in (Level.KABUPATEN, Level.KOTA)]
    if office.region == province:
        places.insert(0, region_named(workspace, province))
    return tuple(places if chosen in places else [chosen, *places])


def _points(draft: Draft) -> tuple[PointText, ...]:
    """Those of the request in its order, then the subject's others, which do not stand in the letter."""
    known = {point.key for point in draft.offered}
    if draft.request.points is None:
        return draft.offered
    offered = drafted(draft.kind, draft.subject.key, draft.facts).offered
    return (*draft.offered, *(replace(point, used=False) for point in offered if point.key not in known))


def _resolved(draft: Draft, addressee: Addressee | None) -> dict[str, str]:
    """Key of a point -> what the letter will say; of a point that is left out, what it would say. Points that fall away

    for want of a figure are not in it. Those in use are filled without the others, which would count as annexes.
    """
    facts, points = draft.facts_of(addressee), _points(draft)
    every = drafted(draft.kind, draft.subject.key, facts, _all_used(points))
    used = drafted(draft.kind, draft.subject.key, facts, points)
    return resolved(every.points) | resolved(used.points)


def _all_used(points: Sequence[PointText]) -> tuple[PointText, ...]:
    return tuple(replace(point, used=True) for point in points)


def _words(draft: Draft, addressee: Addressee | None) -> tuple[FigureWord, ...]:
    words = drafted(draft.kind, draft.subject.key, draft.facts_of(addressee), draft.request.points).words
    return tuple(FigureWord(name=word.name, title=word.title, value=word.text or "") for word in words.values())


def _number_example(workspace: Workspace, draft: Draft) -> str:
    """The book's pattern with its next number."""
    if draft.book is None:
        return ""
    day = day_of(draft)
    return example(draft.book, day, series_of(workspace, draft.book.key, day.year).next)
