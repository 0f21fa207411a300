"""Number books of an office: two to begin with, others of its own, each kind of letter in one of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.letterbook import NumberBook
from desktop_app.domain.letterbook_errors import BadBook, BookInUse, NoBook, UnknownBook
from desktop_app.domain.letters import LetterKind
from desktop_app.domain.office import Office
from desktop_app.operations.letters.books import (
    book_for,
    book_named,
    list_books,
    ready_books,
    remove_book,
    save_book,
)
from desktop_app.operations.letters.numbering import on_paper
from desktop_app.operations.offices import save_office
from desktop_app.operations.workspace import Workspace

NEW = NumberBook(key="", name=" Agenda  Bupati ", pattern="{nomor} TAHUN {tahun}", code="", kinds=("se-bupati",))


def test_an_office_begins_with_two_books(workspace: Workspace) -> None:
    assert [(book.key, book.code) for book in list_books(workspace)] == [("dinas", ""), ("setda", "SETDA")]
    assert list_books(workspace) == list_books(workspace)
    assert book_for(workspace, LetterKind.NOTA_DINAS).key == "dinas"
    assert book_for(workspace, LetterKind.INSTRUKSI).keeper == "Bagian Umum Setda"


def test_the_code_is_that_of_the_office_until_the_book_has_its_own(workspace: Workspace) -> None:
    assert book_named(workspace, "dinas").code == "DISNAKER"
    save_office(workspace, Office(region="51.04", agency="Dinas Tenaga Kerja", number_code="NAKER"))
    assert book_named(workspace, "Buku Nomor Dinas").code == "NAKER"
    save_book(workspace, replace(list_books(workspace)[0], code="HI"))
    assert [book.code for book in ready_books(workspace)] == ["HI", "SETDA"]


def test_a_book_of_ones_own_takes_its_kinds_from_the_others(workspace: Workspace) -> None:
    kept = save_book(workspace, NEW)
    assert (kept.key, kept.name) == ("agenda-bupati", "Agenda Bupati")
    assert save_book(workspace, replace(NEW, name="Agenda-Bupati!", kinds=())).key == "agenda-bupati-2"
    assert book_for(workspace, LetterKind.SE_BUPATI).key == "agenda-bupati"
    assert "se-bupati" not in book_named(workspace, "setda").kinds
    save_book(workspace, replace(kept, kinds=()))
    with pytest.raises(NoBook, match="Belum ada buku nomor untuk Surat Edaran Bupati"):
        book_for(workspace, LetterKind.SE_BUPATI)


@pytest.mark.parametrize(
    ("book", "why"),
    [
        (replace(NEW, name=" "), "Nama buku nomor belum diisi"),
        (replace(NEW, pattern="{tahun}"), "Pola harus memuat {nomor}"),
        (replace(NEW, name="buku nomor DINAS"), "sudah ada"),
        (replace(NEW, first=0), "Nomor pertama harus antara 1"),
    ],
)
def test_a_book_that_cannot_be_is_refused(workspace: Workspace, book: NumberBook, why: str) -> None:
    with pytest.raises(BadBook, match=why):
        save_book(workspace, book)
    assert len(list_books(workspace)) == 2


def test_a_book_with_numbers_stays(workspace: Workspace) -> None:
    on_paper(workspace, "dinas", date(2026, 3, 12), None, "Surat tugas")
    refused: list[tuple[Callable[[], None], type[Exception]]] = [
        (lambda: remove_book(workspace, "dinas"), BookInUse),
        (lambda: remove_book(workspace, "lain"), UnknownBook),
    ]
    for act, error in refused:
        with pytest.raises(error):
            act()
    remove_book(workspace, "setda")
    assert [book.key for book in list_books(workspace)] == ["dinas"]
    with pytest.raises(BookInUse):
        remove_book(workspace, "dinas")


def test_the_last_book_stays(workspace: Workspace) -> None:
    list_books(workspace)
    remove_book(workspace, "setda")
    with pytest.raises(BadBook):
        remove_book(workspace, "dinas")
