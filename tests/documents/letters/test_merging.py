"""Many letters in one file: each on pages of its own, lists begin anew, nothing is counted on."""

import re
from io import BytesIO

import pytest
from docx import Document

from desktop_app.documents.letters.content import Block, BlockKind, LetterContent
from desktop_app.documents.letters.merging import merged
from desktop_app.documents.letters.package import read_package, write_package
from desktop_app.documents.letters.printable import printable
from desktop_app.documents.letters.rendering import LetterTemplate
from desktop_app.documents.letters.word_xml import DOCUMENT
from desktop_app.domain.letters import LetterKind
from tests.documents.letters.contents import FORM, HOSTILE, QUOTA, letter
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


def changed(kind: LetterKind, **parts: tuple[str, str]) -> LetterTemplate:
    """A shipped template, in its parts (`document`, `styles` …) the first text replaced by the second."""
    data = dict(TEMPLATES[kind].parts)
    for name, (old, new) in parts.items():
        text = data[f"word/{name}.xml"].decode()
        assert old in text
        data[f"word/{name}.xml"] = text.replace(old, new).encode()
    return LetterTemplate(write_package(data), "kantor.docx")


def section_texts(data: bytes) -> list[str]:
    """Text in the feet of the first page of every section."""
    return ["".join(p.text for p in one.first_page_footer.paragraphs) for one in Document(BytesIO(data)).sections]


def test_every_letter_keeps_the_feet_of_its_own_pages() -> None:
    contents = [letter(footnote=text) for text in ("Satu", "Dua & <tiga>", "Satu")]
    data = merged(TEMPLATES[LetterKind.SE_BUPATI], contents)
    assert section_texts(data) == ["Satu", "Dua & <tiga>", "Satu"]
    parts = read_package(data)
    assert len([name for name in parts if "surat" in name and name.startswith("word/footer")]) == 2
    assert parts["[Content_Types].xml"].count(b"footer-surat") == 2


def test_feet_that_are_the_same_for_all_are_there_once() -> None:
    parts = read_package(merged(TEMPLATES[LetterKind.SE_BUPATI], letters(5, LetterKind.SE_BUPATI)))
    assert parts.keys() == TEMPLATES[LetterKind.SE_BUPATI].parts.keys()


def test_a_first_page_without_a_foot_does_not_get_that_of_the_letter_before() -> None:
    reference = re.search(
        r'<w:footerReference w:type="default"[^>]*/>', TEMPLATES[LetterKind.SE_BUPATI].parts[DOCUMENT].decode()
    )
    assert reference is not None
    without = changed(LetterKind.SE_BUPATI, document=(reference[0], ""))
    across = '<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="16838"'
    template = LetterTemplate(
        write_package(
            {**without.parts, DOCUMENT: without.parts[DOCUMENT].decode().replace(
                across, across.replace('<w:type w:val="nextPage"/>', reference[0] + '<w:type w:val="nextPage"/>')
            ).encode()}
        ),
        "kantor.docx",
    )  # fmt: skip
    document = Document(BytesIO(merged(template, [letter(annexes=(QUOTA, FORM), footnote="Kaki")] * 2)))
    feet = ["".join(p.text for p in one.footer.paragraphs) for one in document.sections]
    assert [bool(foot) for foot in feet] == [False, False, True] * 2


def test_pages_are_closed_by_the_last_paragraph_of_a_letter_and_nothing_is_added() -> None:
    content = letter()
    alone = Document(BytesIO(TEMPLATES[LetterKind.SE_BUPATI].render(content)))
    both = Document(BytesIO(merged(TEMPLATES[LetterKind.SE_BUPATI], [content, content])))
    assert [p.text for p in both.paragraphs] == [p.text for p in alone.paragraphs] * 2


def test_a_table_at_the_end_is_followed_by_a_line_that_is_hardly_seen() -> None:
    content = letter(annexes=(QUOTA,))
    alone = Document(BytesIO(TEMPLATES[LetterKind.SE_BUPATI].render(content)))
    both = Document(BytesIO(merged(TEMPLATES[LetterKind.SE_BUPATI], [content, content])))
    assert len(both.paragraphs) == 2 * len(alone.paragraphs) + 1
    assert len(both.sections) == 4


def test_lists_begin_where_the_template_says_and_keep_the_indent_of_their_style() -> None:
    template = changed(
        LetterKind.SE_BUPATI,
        numbering=(
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="ButirSurat"/>',
            '<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:pStyle w:val="ButirSurat"/>',
        ),
    )
    styles = re.sub(
        r'(<w:style [^>]*w:styleId="ButirSurat".*?</w:numPr>)', r'\1<w:ind w:left="999" w:hanging="9"/>',
        template.parts["word/styles.xml"].decode(), count=1, flags=re.DOTALL,
    )  # fmt: skip
    template = LetterTemplate(write_package({**template.parts, "word/styles.xml": styles.encode()}), "kantor.docx")
    parts = read_package(merged(template, [letter(), letter()]))
    points = re.findall(
        r'<w:pPr><w:pStyle w:val="ButirSurat"/><w:numPr>.*?</w:pPr>', parts[DOCUMENT].decode(), re.DOTALL
    )
    assert len(points) == 2
    assert all('<w:ind w:left="999" w:hanging="9"/>' in point for point in points)
    assert '<w:startOverride w:val="4"/>' in parts["word/numbering.xml"].decode()


def test_lists_that_paragraphs_name_themselves_begin_anew_too() -> None:
    paragraph = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    )
    template = changed(LetterKind.SE_BUPATI, document=("<w:body>", f"<w:body>{paragraph}"))
    body = read_package(merged(template, [letter(), letter()]))[DOCUMENT].decode()
    numbers = re.findall(r'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="(\d+)"/>', body)
    assert numbers[0] == "2"
    assert int(numbers[1]) > 2
    point = re.search(r'"ButirSurat"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="(\d+)"/>', body)
    assert point is not None


def test_a_letter_begins_on_a_new_page_even_where_the_template_goes_on() -> None:
    template = changed(LetterKind.SE_BUPATI, document=('<w:type w:val="nextPage"/>', '<w:type w:val="continuous"/>'))
    body = read_package(merged(template, [letter(), letter()]))[DOCUMENT].decode()
    assert "continuous" not in body


def test_hostile_text_stays_text_in_all_letters() -> None:
    contents = [letter(blocks=(Block(kind=BlockKind.BUTIR, text=text),)) for text in HOSTILE]
    document = Document(BytesIO(merged(TEMPLATES[LetterKind.SE_BUPATI], contents)))
    points = [p.text for p in document.paragraphs if p.style and p.style.name == "Butir Surat"]
    assert points == [printable(text) for text in HOSTILE]


def test_the_same_letters_are_the_same_file() -> None:
    contents = letters(3, LetterKind.TEGURAN)
    assert merged(TEMPLATES[LetterKind.TEGURAN], contents) == merged(TEMPLATES[LetterKind.TEGURAN], iter(contents))
