"""The values that a template is filled with, under the names that the office sees in Word."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from markupsafe import Markup, escape

from desktop_app.documents.letters.content import (
    PLACEHOLDERS,
    Annex,
    Block,
    LetterContent,
    Letterhead,
    Signature,
)
from desktop_app.documents.letters.table_xml import table_xml

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")
BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')


def as_values(content: LetterContent) -> dict[str, object]:
    """Every placeholder of the letter's template with its value: text, lists of text, or what the loops walk over."""
    values = {one.name: getattr(content, one.name) for one in fields(content)}
    readers: dict[str, Any] = {
        "letterhead": _letterhead, "signature": _signature, "blocks": _each(_block), "annexes": _each(_annex),
        "figures": _figures,
    }  # fmt: skip
    return {PLACEHOLDERS[name][0]: readers.get(name, _texts)(value) for name, value in values.items()}


def text(value: str) -> str:
    """Text as Word may hold it: without control characters; a line break or tab becomes Word's own."""
    clean = _NOT_IN_XML.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n"))
    if "\n" not in clean and "\t" not in clean:
        return clean
    lines = (TAB.join(escape(part) for part in line.split("\t")) for line in clean.split("\n"))
    return BREAK.join(lines)


def _texts(value: object) -> object:
    if isinstance(value, str):
        return text(value)
    if isinstance(value, Sequence):
        return [_texts(part) for part in value]
    return value


def _figures(value: Mapping[str, object]) -> dict[str, object]:
    return {name: _texts(part) for name, part in value.items()}


def _each(reader: Any) -> Any:
    return lambda parts: [reader(part) for part in parts]


def _letterhead(head: Letterhead) -> dict[str, object]:
    return {"baris": _texts(head.lines), "alamat": text(head.address), "aksara": text(head.aksara)}


def _signature(signs: Signature) -> dict[str, object]:
    return {
        "jabatan": _texts(signs.titles), "nama": text(signs.name), "pangkat": text(signs.rank), "nip": text(signs.nip)
    }  # fmt: skip


def _block(block: Block) -> dict[str, object]:
    return {"jenis": block.kind.value, "teks": text(block.text), "label": text(block.label)}


def _annex(annex: Annex) -> dict[str, object]:
    return {
        "label": text(annex.label), "judul": text(annex.title), "pengantar": _texts(annex.intro),
        "tabel": Markup(table_xml(annex)) if annex.columns else "", "ada_tabel": bool(annex.columns),
        "catatan": _texts(annex.notes), "mendatar": annex.landscape,
    }  # fmt: skip
