"""Commands for letter numbers: given, written down, kept for later, void; and the agenda of a book."""

from argparse import Namespace
from collections.abc import Callable

from desktop_app.domain.indonesian import long_date, short_date
from desktop_app.domain.letterbook import AgendaRow, NumberEntry
from desktop_app.domain.number_remarks import range_words
from desktop_app.operations.draw_charts import Draw
from desktop_app.operations.letters.agenda import Agenda, read_agenda, write_agenda
from desktop_app.operations.letters.books import book_named
from desktop_app.operations.letters.letter_steps import mark, void_number
from desktop_app.operations.letters.number_files import NumberFiles, unfinished, write_numbers
from desktop_app.operations.letters.numbering import give_number, on_paper, release, reserve
from desktop_app.operations.workspace import Workspace, now

Words = tuple[dict[str, object], list[str]]


def run_number(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    """Run one action of “number”."""
    return _ACTIONS[given.action](workspace, given)


def run_agenda(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    """List the numbers of a book in a year, and write them as a workbook where `--out` says so."""
    found = read_agenda(workspace, given.book, given.year)
    answer = _agenda_object(found)
    lines = [f"{found.book.name}, {found.year}, pola {found.book.pattern}", *map(_line, found.rows)]
    missing = ", ".join(range_words(first, last) for first, last in found.gaps)
    lines.append(f"Celah: {missing or 'tidak ada'}. Nomor berikutnya {found.series.next}.")
    if given.out is not None:
        path = write_agenda(workspace, found.book.key, found.year, given.out)
        answer["file"] = str(path)
        lines.append(f"Agenda: {path}")
    return answer, lines


def _give(workspace: Workspace, given: Namespace) -> Words:
    book = book_named(workspace, given.book).key if given.book else ""
    done = give_number(workspace, given.letter, given.day or now().date(), given.number, book)
    answer: dict[str, object] = {"numbers": [_object(one) for one in done.entries], **_files_object(done.files)}
    said = [f"Surat {one.letter_id}: {one.text}" for one in done.entries]
    return answer, [*said, *filter(None, [done.files.words])]


def _files(workspace: Workspace, given: Namespace) -> Words:
    letters = unfinished(workspace)
    files = write_numbers(workspace, letters) if letters else NumberFiles()
    done = len(letters) - len(files.unwritten)
    answer: dict[str, object] = {"written": done, **_files_object(files)}
    return answer, [f"{done} berkas memuat nomornya.", *filter(None, [files.words])]


def _files_object(files: NumberFiles) -> dict[str, object]:
    left = [{"letter": one.letter_id, "reason": one.why, "next": one.hint} for one in files.unwritten]
    return {"unwritten": left, "edited": [{"file": str(one.path), "edited": str(one.edited)} for one in files.edited]}


def _paper(workspace: Workspace, given: Namespace) -> Words:
    book = book_named(workspace, given.book).key
    entry = on_paper(workspace, book, given.day or now().date(), given.number, given.subject, given.to)
    return {"number": _object(entry)}, [f"Tercatat: {entry.text}, {entry.subject}"]


def _reserve(workspace: Workspace, given: Namespace) -> Words:
    book, year = book_named(workspace, given.book), given.year or now().year
    entries = reserve(workspace, book.key, year, given.first, given.last, given.note)
    numbers = [entry.number for entry in entries]
    said = f"Dicadangkan pada {book.name} {year}: {range_words(given.first, given.last)} ({given.note})"
    return {"book": book.key, "year": year, "reserved": numbers}, [said]


def _release(workspace: Workspace, given: Namespace) -> Words:
    book, year = book_named(workspace, given.book), given.year or now().year
    numbers = release(workspace, book.key, year, given.first, given.last)
    said = f"Cadangan dilepas pada {book.name} {year}: {', '.join(map(str, numbers))}"
    return {"book": book.key, "year": year, "released": numbers}, [said]


def _void(workspace: Workspace, given: Namespace) -> Words:
    book, year = book_named(workspace, given.book), given.year or now().year
    entry = void_number(workspace, book.key, year, given.number, given.reason)
    return {"number": _object(entry)}, [f"Dibatalkan: {entry.text} ({entry.reason})"]


def _mark(workspace: Workspace, given: Namespace) -> Words:
    done = mark(workspace, given.letter, given.state, given.note, given.day)
    day = long_date(given.day or now().date())
    return {"letters": given.letter, "state": given.state.value}, [f"{done} surat {given.state}, {day}."]


def _agenda_object(found: Agenda) -> dict[str, object]:
    return {
        "book": found.book.key, "name": found.book.name, "year": found.year, "next": found.series.next,
        "gaps": [list(span) for span in found.gaps],
        "rows": [{**_object(row.entry), "state": row.state.value if row.state else None} for row in found.rows],
    }  # fmt: skip


def _object(entry: NumberEntry) -> dict[str, object]:
    return {
        "book": entry.book, "year": entry.year, "number": entry.number, "text": entry.text, "use": entry.use.value,
        "day": entry.day.isoformat() if entry.day else None, "subject": entry.subject, "addressee": entry.addressee,
        "letter": entry.letter_id, "void": entry.void, "reason": entry.reason,
    }  # fmt: skip


def _line(row: AgendaRow) -> str:
    entry = row.entry
    day = short_date(entry.day) if entry.day else "–"
    state = "batal" if entry.void else row.state.value if row.state else entry.use.value
    whom = f" kepada {entry.addressee}" if entry.addressee else ""
    reason = f" ({entry.reason})" if entry.reason else ""
    return f"{entry.number:>6}  {entry.text or '–':<30} {day:<12} {state}{reason}: {entry.subject}{whom}"


_ACTIONS: dict[str, Callable[[Workspace, Namespace], Words]] = {
    "give": _give, "paper": _paper, "reserve": _reserve, "release": _release, "void": _void, "mark": _mark,
    "files": _files,
}  # fmt: skip
COMMANDS: dict[str, Callable[[Workspace, Namespace, Draw], Words]] = {"number": run_number, "agenda": run_agenda}
