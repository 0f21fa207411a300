"""A number and a date find their place in a letter that was edited in Word."""

from io import BytesIO

import pytest
from docx import Document

from desktop_app.documents.letters.stamping import Change, stamped

GAP = "\u00a0" * 14
BLANK = f"500.15.14/{GAP}/DISNAKER/2026"
NUMBER = "500.15.14/42/DISNAKER/2026"
DOTS = "." * 18


def word(*paragraphs: str | tuple[str, ...]) -> bytes:
    """Each paragraph, or the runs of one."""
    document = Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for run in (runs,) if isinstance(runs, str) else runs:
            paragraph.add_run(run)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (f"NOMOR {BLANK}", f"NOMOR {NUMBER}"),
        (f"NOMOR {BLANK.replace(GAP, '   ')} TAHUN", f"NOMOR {NUMBER} TAHUN"),
        (f"NOMOR {BLANK.replace(GAP, '........')}", f"NOMOR {NUMBER}"),
        (f"NOMOR {BLANK.replace(GAP, '')}", f"NOMOR {NUMBER}"),
        (("NOMOR ", "500.15.14/", GAP[:3], GAP[3:], "/DIS", "NAKER/2026 dan"), f"NOMOR {NUMBER} dan"),
        ("NOMOR 7 TAHUN 2026", None),
    ],
)
def test_the_number(written: str | tuple[str, ...], said: str | None) -> None:
    result = stamped(word("Kop", written, "Penutup"), (Change(BLANK, NUMBER),))
    assert result is not None
    assert result.counts == (0 if said is None else 1,)
    assert texts(result.data) == ["Kop", said or written, "Penutup"]


def test_in_the_letter_and_in_every_annex() -> None:
    result = stamped(word(f"NOMOR {BLANK}", "isi", f"NOMOR {BLANK}"), (Change(BLANK, NUMBER),))
    assert result is not None
    assert (result.counts, texts(result.data)) == ((2,), [f"NOMOR {NUMBER}", "isi", f"NOMOR {NUMBER}"])


def test_dots_of_the_date_are_told_from_other_dots() -> None:
    letter = word(f"paling lambat tanggal {DOTS}", f"pada tanggal {DOTS}")
    result = stamped(letter, (Change(DOTS, "4 Mei 2026", ("pada tanggal", "Semarapura")),))
    assert result is not None
    assert texts(result.data) == [f"paling lambat tanggal {DOTS}", "pada tanggal 4 Mei 2026"]


def test_dots_that_nothing_tells_apart_stay() -> None:
    letter = word(f"satu {DOTS}", f"dua {DOTS}")
    result = stamped(letter, (Change(DOTS, "4 Mei 2026", ("pada tanggal",)),))
    assert result is not None
    assert (result.counts, texts(result.data)) == ((0,), [f"satu {DOTS}", f"dua {DOTS}"])


def test_what_is_no_word_document() -> None:
    assert stamped(b"bukan Word", (Change("a", "b"),)) is None
