"""Numbers in the files of letters: written when they are given, and later where a file could not be written then."""

import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.errors import FileInUse
from desktop_app.domain.letters import Split
from desktop_app.domain.records import LetterRecord
from desktop_app.operations.letters import number_files
from desktop_app.operations.letters.letter_steps import redate
from desktop_app.operations.letters.number_files import NumberFiles, unfinished, write_numbers
from desktop_app.operations.letters.numbering import give_number
from desktop_app.operations.letters.remake import Renumbered, renumbered
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.letters.write import make_letters
from desktop_app.operations.offices import list_letters
from desktop_app.operations.workspace import Workspace

DAY = date(2026, 3, 12)


def letter(workspace: Workspace, wanted: int) -> LetterRecord:
    return next(one for one in list_letters(workspace) if one.id == wanted)


def text_of(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return re.sub("<[^>]+>", "", package.read("word/document.xml").decode("utf-8"))


def test_the_file_bears_the_number_and_another_date_later(filled: Workspace) -> None:
    [one] = make_letters(filled, LetterRequest()).ids
    entry = give_number(filled, one, DAY).entries[0]
    written = text_of(Path(letter(filled, one).path))
    assert entry.text in written
    assert "12 Maret 2026" in written
    redate(filled, one, date(2026, 4, 1))
    assert "1 April 2026" in text_of(Path(letter(filled, one).path))
    assert unfinished(filled) == []


def test_a_file_that_was_open_gets_its_number_later(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = make_letters(filled, LetterRequest(split=Split.PER_KECAMATAN)).ids
    blocked = ids[1]

    def refuse(workspace: Workspace, wanted: int) -> Renumbered:
        if wanted == blocked:
            raise FileInUse("surat.docx")
        return renumbered(workspace, wanted)

    monkeypatch.setattr(number_files, "renumbered", refuse)
    done = give_number(filled, ids, DAY)
    assert [one.letter_id for one in done.files.unwritten] == [blocked]
    assert done.files.words.startswith("“surat.docx” tidak dapat ditulis")
    assert unfinished(filled) == [blocked]
    monkeypatch.undo()
    assert write_numbers(filled, unfinished(filled)) == NumberFiles()
    assert unfinished(filled) == []
    assert done.entries[1].text in text_of(Path(letter(filled, blocked).path))
