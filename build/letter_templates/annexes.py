"""Annexes: each on pages of its own, with its own head, table and, where it asks for it, signature."""

from collections.abc import Sequence

from docx.document import Document as WordDocument

from build.letter_templates.page import end_of_annex, end_of_first_section
from build.letter_templates.parts import line, loop, signature, tag


def annexes(document: WordDocument, head: Sequence[str], *, signed: bool = False) -> None:
    """Every annex on pages of its own, upright or across, with `head` at its right half; `signed`: where it asks for it."""
    end_of_first_section(document)
    tag(document, "for l in lampiran")
    tag(document, "if l.mendatar")
    _annex_head(document, "Kepala Lampiran Mendatar", head)
    tag(document, "else")
    _annex_head(document, "Kepala Lampiran", head)
    tag(document, "endif")
    line(document, "Judul Lampiran", "{{ l.judul }}")
    loop(document, "teks", "l.pengantar", "Pengantar Lampiran")
    tag(document, "if l.ada_tabel")
    line(document, "Isi Tabel", "{{p l.tabel }}")
    tag(document, "endif")
    loop(document, "teks", "l.catatan", "Catatan")
    if signed:
        _signed_annex(document)
    tag(document, "if l.mendatar")
    end_of_annex(document, across=True)
    tag(document, "else")
    end_of_annex(document, across=False)
    tag(document, "endif")
    tag(document, "endfor")


def _signed_annex(document: WordDocument) -> None:
    tag(document, "if l.ditandatangani is defined and l.ditandatangani")
    signature(document, room=48)
    tag(document, "endif")


def _annex_head(document: WordDocument, style: str, head: Sequence[str]) -> None:
    for text in ("{{ l.label }}", *head):
        line(document, style, text)
