"""A letter laid out: nothing is cut or lost, header rows come again, marks are on screen only."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.domain.paper import (
    PAGE_COUNT,
    PAGE_NUMBER,
    Align,
    Mark,
    PaperBlock,
    PaperCell,
    PaperDocument,
    PaperImage,
    PaperParagraph,
    PaperSection,
    PaperTable,
    Run,
)
from desktop_app.pictures.pages import PaperPages, write_pdf
from desktop_app.pictures.tokens import LIGHT

WORDS = "Pelindungan jaminan sosial ketenagakerjaan bagi pekerja rentan di setiap desa "


@pytest.fixture(autouse=True)
def running(qapp: QApplication) -> None:
    """Fonts need a running application."""


def paragraph(text: str, *, mark: Mark = Mark.NONE, **more: object) -> PaperParagraph:
    return PaperParagraph(runs=(Run(text=text, mark=mark),), **more)  # type: ignore[arg-type]


def cell(text: str, *, span: int = 1, down: int = 1) -> PaperCell:
    return PaperCell(paragraphs=(paragraph(text),), span=span, down=down)


def section(*blocks: PaperBlock, height: float = 842, **more: object) -> PaperSection:
    return PaperSection(
        width=595, height=height, top=57, right=57, bottom=71, left=85, blocks=blocks, **more  # type: ignore[arg-type]
    )  # fmt: skip


def pages(*blocks: PaperBlock, height: float = 842, **more: object) -> PaperPages:
    return PaperPages(PaperDocument(sections=(section(*blocks, height=height, **more),))).finish()


def plain(text: str) -> str:
    return " ".join(text.split())


def painted(found: PaperPages, page: int, *, marks: bool = True) -> QImage:
    image = QImage(found.size(page).toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    found.paint(painter, page, marks=marks)
    painter.end()
    return image


def colours(image: QImage) -> Counter[str]:
    return Counter(image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height()))


def ink_below(image: QImage, y: int) -> bool:
    return any(
        image.pixelColor(x, at).lightness() < 128 for at in range(y, image.height()) for x in range(image.width())
    )


def test_a_short_letter_has_one_page_of_its_paper() -> None:
    found = pages(paragraph("SURAT EDARAN", align=Align.CENTER), name="Surat")
    assert (found.count, found.done, found.name(0)) == (1, True, "Surat")
    assert found.size(0).width() == pytest.approx(595 * 96 / 72)


def test_an_empty_document_has_a_page() -> None:
    assert pages().count == 1


def test_every_word_stands_on_a_page_and_none_below_its_text() -> None:
    texts = [f"{at}. {WORDS * 4}" for at in range(40)]
    found = pages(*(paragraph(text, align=Align.JUSTIFY, after=6) for text in texts))
    assert found.count > 2
    assert plain(found.text()) == plain(" ".join(texts))
    bottom = round((842 - 71 + 1) * 96 / 72)
    assert not any(ink_below(painted(found, page), bottom) for page in range(found.count))


def test_later_pages_carry_their_number_in_the_name_and_the_foot() -> None:
    foot = (paragraph(f"- {PAGE_NUMBER} dari {PAGE_COUNT} -"),)
    letter = section(paragraph("satu"), paragraph("dua", page_break=True), name="Surat", foot=foot, first_foot=())
    annex = section(paragraph("tiga"), name="Lampiran I", foot=foot)
    found = PaperPages(PaperDocument(sections=(letter, annex))).finish()
    assert [found.name(page) for page in range(3)] == ["Surat", "Surat · 2", "Lampiran I"]
    assert [plain(found.text(page)) for page in range(3)] == ["satu", "- 2 dari 3 - dua", "- 3 dari 3 - tiga"]


def test_a_section_may_number_its_pages_anew() -> None:
    foot = (paragraph(PAGE_NUMBER),)
    found = PaperPages(
        PaperDocument(sections=(section(paragraph("a"), foot=foot), section(paragraph("b"), foot=foot, number_from=1)))
    ).finish()
    assert [plain(found.text(page)) for page in range(2)] == ["1 a", "1 b"]


def table(rows: int, *, whole_rows: bool = True) -> PaperTable:
    body = tuple((cell(str(at)), cell(f"Desa Contoh {at}")) for at in range(rows))
    head = (cell("No."), cell("Desa"))
    return PaperTable(widths=(60, 300), rows=(head, *body), header=1, whole_rows=whole_rows)


def test_header_rows_come_again_on_every_page_and_no_row_is_lost() -> None:
    found = pages(paragraph("LAMPIRAN I"), table(120))
    assert found.count == 3
    assert plain(found.text()).count("Desa Contoh") == 120
    rules = [[strip for _, strip in page.strips if not strip.text] for page in found._pages]
    assert [len(repeated) for repeated in rules] == [0, 1, 1]


def test_a_row_higher_than_a_page_is_cut_and_loses_nothing() -> None:
    words = " ".join(str(at) for at in range(2500))
    for whole_rows in (True, False):
        one = PaperTable(widths=(200, 200), rows=((cell(words), cell("x")),), whole_rows=whole_rows)
        found = pages(one)
        assert found.count > 1
        assert [word for word in found.text().split() if word != "x"] == words.split()


def test_merged_cells_keep_their_rows_together_and_all_words() -> None:
    rows = tuple(
        row
        for at in range(30)
        for row in (
            (cell(f"Kecamatan {at}", down=2), cell(f"a{at}"), cell("1")),
            (cell(f"b{at}"), cell("2")),
            (cell(f"Jumlah {at}", span=2), cell("3")),
        )
    )
    found = pages(PaperTable(widths=(120, 120, 60), rows=rows))
    words = found.text().split()
    assert found.count > 1
    assert all(words.count(f"a{at}") == words.count(f"b{at}") == 1 for at in range(30))
    for page in range(found.count):
        said = found.text(page).split()
        assert {word[1:] for word in said if word[0] == "a"} == {word[1:] for word in said if word[0] == "b"}


def test_what_is_kept_with_the_next_goes_with_it() -> None:
    filling = [paragraph("isi", line_exact=20) for _ in range(34)]
    signature = [paragraph(text, keep_next=True, line_exact=20) for text in ("BUPATI,", "ruang", "nama")]
    found = pages(*filling, *signature, paragraph("nip", line_exact=20))
    assert found.count == 2
    assert plain(found.text(1)) == "BUPATI, ruang nama nip"


def test_no_line_stands_alone_at_the_end_or_top_of_a_page() -> None:
    long = paragraph(WORDS * 4, line_exact=20)
    found = pages(*(paragraph("isi", line_exact=20) for _ in range(34)), long)
    lines = [len([one for one in found.text(page).splitlines() if one != "isi"]) for page in range(found.count)]
    assert 1 not in lines


def test_space_above_falls_away_at_the_top_of_a_page_that_filled_itself() -> None:
    found = pages(*(paragraph("isi", line_exact=71.4) for _ in range(10)), paragraph("lalu", before=50))
    [(y, _)] = found._pages[1].strips
    assert y == 0


def test_numbers_hang_and_tabs_lead_to_their_stops() -> None:
    hanging = paragraph(WORDS * 3, number="1.", left=40, first=-20)
    tabbed = paragraph("Nomor\t: 12", tabs=(85,))
    found = pages(hanging, tabbed)
    image = painted(found, 0)
    scale = 96 / 72

    def dark(x: float, y: float, width: float, height: float) -> bool:
        spots = ((a, b) for a in range(int(x), int(x + width)) for b in range(int(y), int(y + height)))
        return any(image.pixelColor(a, b).lightness() < 128 for a, b in spots)

    top = 57 * scale
    assert dark((85 + 20) * scale, top, 10 * scale, 14 * scale)
    assert not dark(85 * scale, top + 16 * scale, 39 * scale, 20 * scale)
    assert dark((85 + 40) * scale, top + 16 * scale, 20 * scale, 14 * scale)


def test_marks_are_on_screen_only() -> None:
    found = pages(paragraph("31 Maret 2025", mark=Mark.DATA), paragraph("Pergub", mark=Mark.CHECK))
    shown, printed = colours(painted(found, 0)), colours(painted(found, 0, marks=False))
    assert shown[LIGHT.acc_soft.upper()] > 100
    assert shown[LIGHT.warn_soft.upper()] > 100
    assert printed[LIGHT.acc_soft.upper()] == printed[LIGHT.warn_soft.upper()] == 0


def picture() -> bytes:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes, PySide for text
    return bytes(buffer.data().data())


def test_words_keep_off_an_emblem_at_the_left() -> None:
    emblem = PaperImage(data=picture(), width=60, height=60, left=True, wraps=True)
    beside = PaperParagraph(runs=(Run(text=WORDS * 6),), images=(emblem,))
    found = pages(beside)
    assert colours(painted(found, 0))["#123456"] > 5000
    assert plain(found.text()) == plain(WORDS * 6)


def test_pages_are_laid_out_little_by_little() -> None:
    found = PaperPages(PaperDocument(sections=(section(*(paragraph(WORDS * 9) for _ in range(90))),)))
    assert found.more(0) is False
    assert found.count == 1
    assert found.finish().done


def test_a_pdf_has_all_pages_the_note_and_the_paper(tmp_path: Path) -> None:
    upright = section(paragraph("satu"), paragraph("dua", page_break=True))
    across = PaperSection(width=935, height=609, top=57, right=57, bottom=71, left=57, blocks=(table(3),))
    target = tmp_path / "surat.pdf"
    write_pdf(PaperDocument(sections=(upright, across)), target, "Perkiraan tata letak, bukan hasil Word.")
    data = target.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") == 3
    assert b"/MediaBox [0 0 935" in data
    assert [one.name for one in tmp_path.iterdir()] == ["surat.pdf"]


def test_a_pdf_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="surat"):
        write_pdf(PaperDocument(sections=(section(paragraph("satu")),)), tmp_path / "tidak ada" / "surat.pdf")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.builds(
            paragraph,
            st.text(alphabet="ab \n\tÁ😀", max_size=400),
            before=st.floats(0, 40),
            after=st.floats(0, 40),
            line=st.floats(0.5, 3),
            keep_next=st.booleans(),
            page_break=st.booleans(),
            left=st.floats(0, 100),
            first=st.floats(-40, 40),
            number=st.sampled_from(["", "1.", "KESATU"]),
        ),
        max_size=25,
    )
)
def test_whatever_is_asked_for_no_word_is_lost(blocks: list[PaperParagraph]) -> None:
    found = pages(*blocks, height=300)
    said = "".join(found.text().split())
    assert said == "".join("".join((one.number + one.text).split()) for one in blocks)
