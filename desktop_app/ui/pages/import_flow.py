"""The way of one workbook through its steps: where to stop, what comes next, whether the counts still hold. No window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from typing import Any

from desktop_app.domain.facts import ImportRecord
from desktop_app.domain.questions import Asks, Question, TableAnswer
from desktop_app.domain.sheets import SheetKind, Table
from desktop_app.operations.half_done import FileState
from desktop_app.operations.import_sheet import ImportReport, ImportRequest
from desktop_app.operations.sender_memory import KnownLayout


class Step(IntEnum):
    """The steps in their order."""

    FILE = 0
    TABLES = 1
    COLUMNS = 2
    QUESTIONS = 3
    PREVIEW = 4
    SAVE = 5


@dataclass(slots=True)
class Work:
    """One workbook under way.

    `checked` is how it was read for `report`, `wanted` what the clerk has said by now. `layouts`: what is remembered of its
    tables, `records` what is stored. `passed` are steps the clerk has gone on from, `left` keys of questions that are left open on purpose, `asked`
    and `tables` everything that came up so far, so that an answer can be changed after its question is gone. `file`: what
    became of the workbook since a draft was read that is gone on with.
    """

    checked: ImportRequest
    wanted: ImportRequest
    report: ImportReport
    layouts: Mapping[str, KnownLayout] = field(default_factory=dict)
    records: Sequence[ImportRecord] = ()
    passed: set[Step] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    asked: dict[str, Question] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    file: FileState = FileState.SAME

    def __post_init__(self) -> None:
        self.take(self.report)

    def take(self, report: ImportReport) -> None:
        """A newer report of the same workbook."""
        self.report = report
        self.tables |= {each.key: each.table for each in report.tables}
        self.asked |= questions_of(report)

    @property
    def must_check(self) -> bool:
        """The counts do not belong to what is wanted any more: the workbook has to be read again."""
        return _reading(self.wanted) != _reading(self.checked) or self._other_memory()

    def _other_memory(self) -> bool:
        """The sender is another one, and one of the two has taught something."""
        now, then = self.wanted.sender, self.checked.sender
        return now != then and any(record.sender in (now, then) for record in self.records if record.sender)

    def has(self, step: Step) -> bool:
        """Whether there is something to see at a step."""
        if step is Step.TABLES:
            return len(self.tables) > 1 or self._hides or bool(self.report.without_period)
        if step is Step.QUESTIONS:
            return bool(self.asked)
        return True

    def stops_at(self, step: Step) -> bool:
        """Whether the clerk has to look at a step on the way."""
        if not self.has(step) or step is Step.FILE:
            return False
        if step is Step.QUESTIONS:
            return bool(self.open_questions())
        if step is Step.TABLES:
            undecided = self._hides or not self._all_known
            return bool(self.open_months()) or (undecided and step not in self.passed)
        return step is Step.PREVIEW or (not self._all_known and step not in self.passed)

    def landing(self) -> Step:
        """The first step that needs the clerk. Of a workbook that is stored already there is nothing to ask."""
        if self.report.already:
            return Step.PREVIEW
        return next(step for step in Step if self.stops_at(step))

    def after(self, step: Step) -> Step:
        return next(later for later in Step if later > step and self.has(later))

    def before(self, step: Step) -> Step:
        return next(earlier for earlier in reversed(Step) if earlier < step and self.has(earlier))

    def open_questions(self) -> list[Question]:
        """Questions of the present report that are neither answered nor left open."""
        answers = self.wanted.answers
        return [
            question
            for key, question in questions_of(self.report).items()
            if key not in self.left and key not in answers.places and key not in answers.values
        ]

    def open_months(self) -> list[str]:
        """Keys of tables without a month."""
        return [key for key, table in self.tables.items() if self.answer(key).use and self._lacks_month(key, table)]

    def answer(self, key: str) -> TableAnswer:
        return self.wanted.answers.tables.get(key, TableAnswer())

    def month(self, key: str) -> date | None:
        return self.answer(key).period or self.wanted.period or self.tables[key].period

    def kind(self, key: str) -> SheetKind:
        chosen = self.answer(key).kind
        return SheetKind(chosen) if chosen else self.tables[key].kind

    def say(self, **changes: Any) -> None:
        """Change fields of the request."""
        self.wanted = replace(self.wanted, **changes)

    def answer_with(self, **changes: Any) -> None:
        """Change fields of the answers."""
        self.say(answers=replace(self.wanted.answers, **changes))

    def answer_table(self, key: str, **changes: Any) -> None:
        """Change what is said of one table; an answer that says nothing is taken out.

        Another kind or month has other predecessors: which it replaces is asked again.
        """
        if changes.keys() & {"kind", "period"}:
            self.say(replaces=())
        tables = dict(self.wanted.answers.tables)
        tables[key] = replace(self.answer(key), **changes)
        if tables[key] == TableAnswer():
            del tables[key]
        self.answer_with(tables=tables)

    def answer_question(self, question: Question, value: str | None) -> None:
        """Give a question its answer; None takes it back."""
        name = "places" if question.asks is Asks.PLACE else "values"
        kept = {key: said for key, said in getattr(self.wanted.answers, name).items() if key != question.key}
        self.left.discard(question.key)
        self.answer_with(**{name: kept if value is None else {**kept, question.key: value}})

    def answer_to(self, question: Question) -> str | None:
        answers = self.wanted.answers
        return (answers.places if question.asks is Asks.PLACE else answers.values).get(question.key)

    @property
    def _hides(self) -> bool:
        answers = self.wanted.answers
        return bool(self.report.hidden_sheets or self.report.hidden_rows or answers.visible_rows_only)

    @property
    def _all_known(self) -> bool:
        return all((layout := self.layouts.get(each.key)) and layout.exact for each in self.report.tables)

    def _lacks_month(self, key: str, table: Table) -> bool:
        return self.month(key) is None and self.kind(key) not in (SheetKind.TARGET, SheetKind.LAIN)


def questions_of(report: ImportReport) -> dict[str, Question]:
    """The questions of all tables by key, each once, with the rows of all of them."""
    found: dict[str, Question] = {}
    for question in report.questions:
        before = found.get(question.key)
        found[question.key] = replace(before, rows=before.rows + question.rows) if before else question
    return found


def _reading(request: ImportRequest) -> tuple[object, ...]:
    """What of a request decides how the workbook is read."""
    return request.kind, request.period, request.tables, request.answers
