"""The shipped Word templates ask for what their letters have, and a slip in a name is found."""

import re
import zipfile
from dataclasses import fields
from typing import Any

from build.make_templates import template
from desktop_app.documents.letters.check import check_template
from desktop_app.documents.letters.content import (
    CONTENT_OF,
    OPTIONAL,
    Annex,
    AnnexColumn,
    Block,
    BlockKind,
    Letterhead,
    Signature,
    placeholders_of,
)
from desktop_app.documents.letters.package import read_package, write_package
from desktop_app.documents.letters.template_shapes import Anything, ListOf, Record, Shape, shapes_of
from desktop_app.documents.letters.values import as_values
from desktop_app.documents.word import placeholders
from desktop_app.domain.letters import LetterKind
from tests.documents.letters.template_files import every_kind, path_of


@every_kind
def test_a_shipped_template_is_what_its_maker_makes(kind: LetterKind) -> None:
    shipped, made = read_package(path_of(kind).read_bytes()), read_package(template(kind.value))
    assert list(shipped) == list(made)
    differing = [name for name in shipped if not name.endswith(".png") and shipped[name] != made[name]]
    assert not differing


@every_kind
def test_a_shipped_template_asks_for_what_its_letter_has(kind: LetterKind) -> None:
    assert check_template(path_of(kind).read_bytes(), kind) == ()
    # A service note says when it was written, and not where.
    unseen = {"tempat"} if kind is LetterKind.NOTA_DINAS else set()
    assert placeholders(path_of(kind)) | unseen == set(placeholders_of(kind)) - OPTIONAL


BLOCK = Block(kind=BlockKind.BUTIR, text="Butir.")
ANNEX = Annex(label="LAMPIRAN", title="JUDUL", columns=(AnnexColumn(title="No.", width=1),), intro=("a",), notes=("b",))
OF_ALL: dict[str, Any] = {
    "letterhead": Letterhead(lines=("a",)), "blocks": (BLOCK,), "signature": Signature(titles=("a",), name="b"),
    "copies": ("a",), "annexes": (ANNEX,), "recipients": ("a",), "figures": {"kuota": 100},
}  # fmt: skip


@every_kind
def test_what_the_check_knows_is_what_a_letter_has(kind: LetterKind) -> None:
    content = CONTENT_OF[kind](**{one.name: OF_ALL.get(one.name, "a") for one in fields(CONTENT_OF[kind])})
    for name, value in as_values(content).items():
        assert agrees(shapes_of(kind)[name], value), name


def agrees(shape: Shape, value: object) -> bool:
    if isinstance(shape, ListOf):
        return isinstance(value, list) and agrees(shape.entry, value[0])
    if isinstance(shape, Record):
        # A letter may lack only what the templates ask for with “is defined”.
        names = set(shape.names) - {"ditandatangani"}
        return (
            isinstance(value, dict)
            and names <= set(value)
            and all(agrees(shape.names[key], value[key]) for key in value)
        )
    return isinstance(shape, Anything) or isinstance(value, str | bool)


@every_kind
def test_a_typo_in_any_name_is_found(kind: LetterKind) -> None:
    """Every name of every tag, one at a time, loses its last letter."""
    with zipfile.ZipFile(path_of(kind)) as package:
        parts = {
            name: package.read(name).decode()
            for name in package.namelist()
            if name.startswith("word/") and name.endswith(".xml")
        }
    slips = [(part, slip) for part, text in parts.items() for slip in _slips(text)]
    assert len(slips) > 20
    unseen = [
        slip for part, slip in slips if not check_template(_with(kind, part, parts[part].replace(*slip, 1)), kind)
    ]
    assert not unseen


def _slips(text: str) -> list[tuple[str, str]]:
    found = {}
    for tag in re.findall(r"\{\{.*?\}\}|\{%.*?%\}", text):
        for name in re.findall(r"[a-z_]{3,}(?:\.[a-z_]+)*", tag):
            if name not in ("for", "endfor", "elif", "else", "endif", "and", "not"):
                found[tag] = tag.replace(name, name[:-1], 1)
    return list(found.items())


def _with(kind: LetterKind, part: str, text: str) -> bytes:
    return write_package({**read_package(path_of(kind).read_bytes()), part: text.encode()})
