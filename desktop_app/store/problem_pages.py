"""Problems of a draft, page by page: chosen by table, state, reason and words, in the order of the screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.sheets import Problem, ProblemState
from desktop_app.store.drafts import Draft

_FIELDS = "sheet, row, column, value, code, message, step, state, cell, found, expected"
_ORDERS = {"row": "tab, row", "sheet": "sheet", "column": "column", "value": "value", "message": "message"}


@dataclass(frozen=True, slots=True)
class ProblemChoice:
    """Which problems, and in which order: of one table, state or reason (a code) where given, with all `words` in them.

    `order`: row (the sheet from its top down), sheet, column, value or message.
    """

    table: int | None = None
    state: ProblemState | None = None
    code: str = ""
    words: str = ""
    order: str = "row"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason among the problems of a draft: its code, the first sentence that says it, how many there are."""

    code: str
    message: str
    count: int


def count_chosen(draft: Draft, choice: ProblemChoice) -> int:
    where, values = _where(choice)
    return int(draft.query(f"SELECT count(*) FROM problem{where}", values)[0][0])


def chosen_page(draft: Draft, choice: ProblemChoice, offset: int, limit: int) -> list[Problem]:
    """`limit` problems from place `offset` on."""
    where, values = _where(choice)
    way = " DESC" if choice.descending else ""
    order = ", ".join(f"{each}{way}" for each in _ORDERS[choice.order].split(", "))
    query = f"SELECT {_FIELDS} FROM problem{where} ORDER BY {order}, place LIMIT ? OFFSET ?"
    return [_problem(row) for row in draft.query(query, (*values, limit, offset))]


def reasons(draft: Draft, table: int | None) -> list[Reason]:
    """The different reasons, the most frequent first."""
    where, values = _where(ProblemChoice(table=table))
    # With min(place) SQLite takes the message from that very row.
    query = f"SELECT code, message, count(*), min(place) FROM problem{where} GROUP BY code ORDER BY 3 DESC, 4"
    return [Reason(code, message, count) for code, message, count, _ in draft.query(query, values)]


def _where(choice: ProblemChoice) -> tuple[str, Sequence[object]]:
    parts: list[tuple[str, object]] = []
    if choice.table is not None:
        parts.append(("tab = ?", choice.table))
    if choice.state is not None:
        parts.append(("state = ?", choice.state.value))
    if choice.code:
        parts.append(("code = ?", choice.code))
    for word in choice.words.casefold().split():
        parts.append(
            ("instr(lower(sheet || ' ' || row || ' ' || column || ' ' || value || ' ' || message), ?) > 0", word)
        )
    conditions = " AND ".join(condition for condition, _ in parts)
    return (f" WHERE {conditions}" if parts else ""), [value for _, value in parts]


def _problem(row: tuple[object, ...]) -> Problem:
    values = list(row)
    values[7] = ProblemState(str(values[7]))
    return Problem(*values)  # type: ignore[arg-type]
