"""The shipped templates, opened and filled."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from desktop_app.documents.word import fill_template
from desktop_app.domain.letters import LetterKind
from desktop_app.resources import resource
from tests.documents.letters.template_values import values

every_kind = pytest.mark.parametrize("kind", list(LetterKind), ids=lambda kind: kind.value)


def path_of(kind: LetterKind) -> Path:
    return resource("templates", f"{kind.value}.docx")


def opened(kind: LetterKind) -> WordDocument:
    return Document(str(path_of(kind)))


def written(kind: LetterKind, folder: Path, **changed: Any) -> WordDocument:
    target = folder / "surat.docx"
    fill_template(path_of(kind), values(kind, **changed), target)
    return Document(str(target))


def lines(document: WordDocument) -> list[str]:
    """Text of all paragraphs, those of tables too, as they follow one another."""
    paragraphs = document.element.body.iter(qn("w:p"))
    texts = (
        "".join(
            piece.text or "\t"
            for piece in one.iter(qn("w:t"), qn("w:tab"))
            if piece.tag != qn("w:tab") or piece.getparent().tag == qn("w:r")
        )
        for one in paragraphs
    )
    return [text for text in texts if text]


def style_of(paragraph: Paragraph) -> str:
    assert paragraph.style is not None
    return str(paragraph.style.name)
