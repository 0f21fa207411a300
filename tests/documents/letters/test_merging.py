"""Many letters in one file: each on pages of its own, lists begin anew, nothing is counted on."""

import re
from io import BytesIO

import pytest
from docx import Document

from desktop_app.documents.letters.content import LetterContent
from desktop_app.documents.letters.merging import merged
from desktop_app.documents.letters.package import read_package
from desktop_app.documents.letters.rendering import DOCUMENT
from desktop_app.domain.letters import LetterKind
from tests.documents.letters.contents import FORM, QUOTA, letter
from tests.documents.letters.test_rendering import TEMPLATES, across


def letters(count: int, kind: LetterKind) -> list[LetterContent]:
    return [letter(kind, date=f"{place + 1} Maret 2026", annexes=(QUOTA, FORM)) for place in range(count)]


@pytest.mark.parametrize("kind", [LetterKind.SE_BUPATI, LetterKind.IMBAUAN, LetterKind.INSTRUKSI])
def test_all_text_of_all_letters_is_there_in_order(kind: LetterKind) -> None:
    contents = letters(3, kind)
    document = Document(BytesIO(merged(TEMPLATES[kind], contents)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    places = [text.index(content.date) for content in contents]
    assert places == sorted(places)
    assert text.count("Butir pertama.") == 3
    assert across(document) == [False, False, True] * 3


def test_each_letter_has_lists_of_its_own_that_begin_at_one() -> None:
    parts = read_package(merged(TEMPLATES[LetterKind.SE_BUPATI], letters(3, LetterKind.SE_BUPATI)))
    body, numbering = parts[DOCUMENT].decode(), parts["word/numbering.xml"].decode()
    used = re.findall(r'<w:pStyle w:val="ButirSurat"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="(\d+)"/>', body)
    assert len(used) == 4
    assert len(set(used)) == 2
    for number in set(used):
        [entry] = re.findall(rf'<w:num w:numId="{number}">.*?</w:num>', numbering, re.DOTALL)
        assert '<w:startOverride w:val="1"/>' in entry
    known = re.findall(r'<w:num w:numId="(\d+)"', numbering)
    assert len(known) == len(set(known))


def test_pages_count_from_one_in_every_letter() -> None:
    body = read_package(merged(TEMPLATES[LetterKind.SE_BUPATI], letters(3, LetterKind.SE_BUPATI)))[DOCUMENT].decode()
    assert body.count('<w:pgNumType w:start="1"/>') == 3
    assert "data-goes-on" not in body


def test_pictures_have_numbers_of_their_own() -> None:
    body = read_package(merged(TEMPLATES[LetterKind.SE_BUPATI], letters(4, LetterKind.SE_BUPATI)))[DOCUMENT].decode()
    numbers = re.findall(r'<wp:docPr id="(\d+)"', body)
    assert len(numbers) >= 4
    assert len(numbers) == len(set(numbers))


def test_one_letter_alone_can_be_merged_and_none_cannot() -> None:
    assert Document(BytesIO(merged(TEMPLATES[LetterKind.TEGURAN], [letter(LetterKind.TEGURAN)])))
    with pytest.raises(ValueError, match="no letters"):
        merged(TEMPLATES[LetterKind.TEGURAN], [])
