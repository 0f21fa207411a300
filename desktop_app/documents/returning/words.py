"""What a row's two added cells say, and what the comment on a bad cell says."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.documents.returning.names import address_of
from desktop_app.documents.returning.styles import Tone
from desktop_app.domain.returned import AnsweredTable
from desktop_app.domain.sheets import Problem, ProblemState

_TURNED = tuple((re.compile(pattern), words) for pattern, words in (
    (r"^Minta (.+?) asli kepada pengirim", r"Tulis \1 yang asli"),
    (r"^Tanyakan (.+?) kepada pengirim, lalu isi selnya", r"Isi \1 di sel ini"),
    (r"^Minta NIK, atau tandai .*", "Tulis NIK, atau beri keterangan bahwa orang ini warga negara asing."),
    (r"^Minta ", "Kirim "), (r"\blalu impor lagi\b", "lalu kirim kembali"),
))  # fmt: skip
_OURS = frozenset({"period_differs"})
"""What the clerk decided: nothing for the sender to mend."""

ACCEPTED, NOTED, WAITS, REFUSED, REMARK = "Diterima", "Diterima, catatan", "Menunggu", "Ditolak", "Catatan"
_GRAVEST = (ProblemState.REFUSED, ProblemState.PARKED, ProblemState.NOTE)


@dataclass(frozen=True, slots=True)
class Said:
    """The words for one row."""

    status: str
    reason: str
    tone: Tone


FINE = Said(ACCEPTED, "", Tone.PLAIN)


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell to colour; `text` becomes its comment."""

    text: str
    tone: Tone


class TableWords:
    """The words for one table, looked up row by row."""

    def __init__(self, table: AnsweredTable) -> None:
        self.table = table
        self._rows: dict[int, list[Problem]] = defaultdict(list)
        whole: list[Problem] = []
        for problem in (each for each in table.problems if each.code not in _OURS):
            inside = problem.row > table.header[1]
            (self._rows[problem.row] if inside else whole).append(problem)
        self.whole = _reasons(whole)
        """What is said of the table as a whole."""

    def said(self, row: int) -> Said | None:
        """None for a row that is no data."""
        problems = self._rows.get(row)
        accepted = row in self.table.accepted
        if not problems:
            return FINE if accepted else None
        state = _gravest(problems)
        status = {ProblemState.REFUSED: REFUSED, ProblemState.PARKED: WAITS}.get(state, NOTED if accepted else REMARK)
        return Said(status, _reasons(problems), _tone(state))

    def bad_cells(self) -> dict[int, dict[int, BadCell]]:
        """Row -> column -> cell, of all cells that a problem names."""
        named: dict[tuple[int, int], list[Problem]] = defaultdict(list)
        for problems in self._rows.values():
            for problem in problems:
                place = address_of(problem.cell)
                if place is not None:
                    named[place].append(problem)
        found: dict[int, dict[int, BadCell]] = defaultdict(dict)
        for (row, column), problems in named.items():
            found[row][column] = BadCell(_reasons(problems, columns=False), _tone(_gravest(problems)))
        return found

    @property
    def last_row(self) -> int:
        return max(max(self.table.accepted, default=0), max(self._rows, default=0), self.table.header[1])

    @property
    def any_bad(self) -> bool:
        return bool(self._rows)


def _gravest(problems: Sequence[Problem]) -> ProblemState:
    states = {problem.state for problem in problems}
    return next(state for state in _GRAVEST if state in states)


def _tone(state: ProblemState) -> Tone:
    return Tone.NOTE if state is ProblemState.NOTE else Tone.BAD


def _reasons(problems: Iterable[Problem], *, columns: bool = True) -> str:
    """Each reason on a line of its own, with its column and the next step; said once."""
    lines = dict.fromkeys(_reason(problem, columns) for problem in problems)
    return "\n".join(lines)


def _reason(problem: Problem, columns: bool) -> str:
    named = problem.message.casefold().startswith(problem.column.casefold())
    where = f"{problem.column}: " if columns and problem.column and not named else ""
    return f"{where}{problem.message} {for_sender(problem.step)}".strip()


def for_sender(step: str) -> str:
    """A next step as the sender is told it: who receives a sheet asks, who sent it answers."""
    for pattern, words in _TURNED:
        step = pattern.sub(words, step)
    return step
