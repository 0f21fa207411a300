"""The values that a template is filled with, under the names that the office sees in Word."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from markupsafe import Markup

from desktop_app.documents.letters.content import (
    CONTENT_OF,
    PLACEHOLDERS,
    Annex,
    Block,
    LetterContent,
    Letterhead,
    Signature,
)
from desktop_app.documents.letters.printable import printable
from desktop_app.documents.letters.table_xml import TableStyles, table_xml

_DEFAULT_STYLES = TableStyles()


def as_values(content: LetterContent, styles: TableStyles = _DEFAULT_STYLES) -> dict[str, object]:
    """Every placeholder of the letter's template with its value: text, lists of text, or what the loops walk over.

    `styles`: what the template calls the styles of tables. All is text, but for tables, which are XML already.
    """
    values = {placeholder: reader(getattr(content, field)) for field, placeholder, reader in _READERS[type(content)]}
    values["lampiran"] = [_annex(annex, styles) for annex in content.annexes]
    return values


def _readers(kind: type[LetterContent]) -> tuple[tuple[str, str, Callable[[Any], object]], ...]:
    """Field, its placeholder, and what makes its value."""
    special: dict[str, Callable[[Any], object]] = {
        "letterhead": _letterhead, "signature": _signature, "blocks": _blocks, "figures": _figures,
    }  # fmt: skip
    names = [one.name for one in fields(kind) if one.name != "annexes"]
    return tuple((name, PLACEHOLDERS[name][0], special.get(name, _texts)) for name in names)


def _texts(value: object) -> object:
    if isinstance(value, str):
        return printable(value)
    return [_texts(part) for part in value] if isinstance(value, Sequence) else value


def _figures(value: Mapping[str, object]) -> dict[str, object]:
    return {name: _texts(part) for name, part in value.items()}


def _letterhead(head: Letterhead) -> dict[str, object]:
    return {"baris": _texts(head.lines), "alamat": printable(head.address), "aksara": printable(head.aksara)}


def _signature(signs: Signature) -> dict[str, object]:
    return {
        "jabatan": _texts(signs.titles), "nama": printable(signs.name), "pangkat": printable(signs.rank),
        "nip": printable(signs.nip),
    }  # fmt: skip


def _blocks(blocks: Sequence[Block]) -> list[dict[str, str]]:
    return [
        {"jenis": block.kind.value, "teks": printable(block.text), "label": printable(block.label)} for block in blocks
    ]


def _annex(annex: Annex, styles: TableStyles) -> dict[str, object]:
    return {
        "label": printable(annex.label), "judul": printable(annex.title), "pengantar": _texts(annex.intro),
        "tabel": Markup(table_xml(annex, styles)) if annex.columns else "", "ada_tabel": bool(annex.columns),
        "catatan": _texts(annex.notes), "mendatar": annex.landscape, "ditandatangani": annex.signed,
    }  # fmt: skip


_READERS = {kind: _readers(kind) for kind in CONTENT_OF.values()}
