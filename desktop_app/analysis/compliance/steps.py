"""Steps that the office took: its letters of a span, by kind and by how far they came."""

from collections.abc import Iterable
from datetime import date

from desktop_app.analysis.compliance.values import Span, StepRow
from desktop_app.domain.letters import LetterKind, LetterState, kind_title
from desktop_app.domain.records import LetterRecord
from desktop_app.domain.regions import is_within

_WAY = (
    LetterState.DRAF, LetterState.BERNOMOR, LetterState.DITANDATANGANI, LetterState.TERKIRIM, LetterState.DIJAWAB,
)  # fmt: skip


def letters_of_span(letters: Iterable[LetterRecord], region: str, span: Span) -> tuple[LetterRecord, ...]:
    """Letters about the region or a part of it, of a day in the span: the day on the letter, else that of making it."""
    found = [one for one in letters if is_within(one.region, region) and span.first <= day_of(one) <= span.last]
    return tuple(sorted(found, key=lambda one: (day_of(one), one.id)))


def day_of(letter: LetterRecord) -> date:
    return letter.letter_date or letter.made_at.date()


def step_rows(letters: Iterable[LetterRecord], head: str = "Bupati") -> tuple[StepRow, ...]:
    """One row per kind, in the order of `LetterKind`; `head` as in `kind_title`."""
    groups: dict[str, list[LetterRecord]] = {}
    for one in letters:
        groups.setdefault(one.kind, []).append(one)
    order = {kind.value: place for place, kind in enumerate(LetterKind)}
    return tuple(_row(kind, groups[kind], head) for kind in sorted(groups, key=lambda key: (order.get(key, 99), key)))


def _row(kind: str, letters: list[LetterRecord], head: str) -> StepRow:
    reached = [_WAY.index(one.state) if one.state in _WAY else -1 for one in letters]
    numbered, signed, sent, answered = (sum(place >= step for place in reached) for step in (1, 2, 3, 4))
    return StepRow(
        kind=title_of(kind, head), made=len(letters), numbered=numbered, signed=signed, sent=sent, answered=answered,
        void=sum(one.state is LetterState.BATAL for one in letters),
    )  # fmt: skip


def title_of(kind: str, head: str) -> str:
    """The title of a kind; its own word where letters of an older edition have another."""
    return kind_title(LetterKind(kind), head) if kind in set(LetterKind) else kind.replace("_", " ").capitalize()
