"""The agenda of a number book: who has which number, what is missing, and the same as a workbook."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app import VERSION
from desktop_app.documents.agenda import AgendaSheet
from desktop_app.documents.agenda import write_agenda as write_sheet
from desktop_app.domain.letterbook import AgendaRow, NumberBook
from desktop_app.domain.letters import LetterKind, Paper, kind_title
from desktop_app.domain.number_series import Series
from desktop_app.domain.office import Office, head_kind
from desktop_app.operations.letters.books import book_named
from desktop_app.operations.offices import office_of, region_named
from desktop_app.operations.workspace import Workspace, now, present_user
from desktop_app.operations.written_files import file_name, room_for
from desktop_app.store import letterbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """A book in a year: `rows` by number; `years` that have numbers, newest first, with this one and the present one."""

    book: NumberBook
    year: int
    rows: tuple[AgendaRow, ...]
    years: tuple[int, ...]

    @property
    def series(self) -> Series:
        return Series(book=self.book, year=self.year, entries={row.entry.number: row.entry for row in self.rows})

    @property
    def gaps(self) -> list[tuple[int, int]]:
        return self.series.gaps


def read_agenda(workspace: Workspace, book: str, year: int | None = None) -> Agenda:
    """Of the present year where none is named. UnknownBook."""
    found, present = book_named(workspace, book), now().year
    wanted = year or present
    with workspace.sessions() as session:
        rows = letterbook.agenda(session, found.key, wanted)
        years = sorted({present, wanted, *letterbook.years(session, found.key)}, reverse=True)
    return Agenda(book=found, year=wanted, rows=tuple(rows), years=tuple(years))


def agenda(workspace: Workspace, book: str, year: int) -> list[AgendaRow]:
    """By number. UnknownBook."""
    return list(read_agenda(workspace, book, year).rows)


def gaps(workspace: Workspace, book: str, year: int) -> list[tuple[int, int]]:
    """Numbers below the highest that nobody has; none for a book that others keep. UnknownBook."""
    return read_agenda(workspace, book, year).gaps


def kind_titles(workspace: Workspace) -> dict[str, str]:
    """Key of a kind of letter -> its title, with the office's own head of region."""
    office = office_of(workspace)
    head = head_kind(region_named(workspace, office.region)) if office else "Bupati"
    return {kind.value: kind_title(kind, head) for kind in LetterKind}


def agenda_path(workspace: Workspace, book: NumberBook, year: int) -> Path:
    """Where the workbook goes unless the clerk chooses another place."""
    return workspace.reports / file_name(f"Agenda {book.name} {year}", ".xlsx")


def write_agenda(workspace: Workspace, book: str, year: int, path: Path | None = None) -> Path:
    """The agenda as .xlsx. UnknownBook; FileInUse, UnusableTarget, DiskFull: a file that was there did not change."""
    found, office = read_agenda(workspace, book, year), office_of(workspace)
    target = path or agenda_path(workspace, found.book, year)
    with room_for(target):
        write_sheet(_sheet(workspace, found, office), target)
    return target


def _sheet(workspace: Workspace, found: Agenda, office: Office | None) -> AgendaSheet:
    return AgendaSheet(
        agency=office.agency if office else "", book=found.book, year=found.year, rows=found.rows,
        gaps=tuple(found.gaps), kinds=kind_titles(workspace), paper=office.layout.paper if office else Paper.A4,
        made_at=now(), made_by=(office.clerk if office else "") or present_user(), version=VERSION,
    )  # fmt: skip
