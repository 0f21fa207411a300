"""Letters from a template: opened and prepared once, then filled for each letter.

The fast way fills the prepared XML of the parts that hold placeholders and packs it beside the other parts, which are
compressed already. Templates with what only docxtpl can do (cells in loops, pictures in loops, footnotes)
are rendered by docxtpl, one by one. Both give the same letter; the same content always gives the same bytes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment, StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from desktop_app.documents.letters.content import LetterContent
from desktop_app.documents.letters.filters import FILTERS
from desktop_app.documents.letters.package import NotAPackage, read_package, write_package
from desktop_app.documents.letters.sections import without_last_page
from desktop_app.documents.letters.values import as_values
from desktop_app.documents.letters.zipping import Package
from desktop_app.documents.word import BadTemplate, patched_parts, rendered_by_docxtpl

DOCUMENT = "word/document.xml"
_CELLS_IN_LOOP = "{%tc"
_IN_LOOP = re.compile(r"\{%\s*(for\b|endfor\b)|<wp:docPr\b")


def environment() -> Environment:
    """Jinja's sandbox: a placeholder without a value is an error, and text from data never becomes markup."""
    made = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    made.filters.update(FILTERS)
    return made


@dataclass(frozen=True, slots=True)
class _Prepared:
    """`parts`: those with placeholders, compiled; `package`: all others, compressed."""

    parts: dict[str, Template]
    package: Package


class LetterTemplate:
    """A template in memory. BadTemplate: `data` is no Word document, or its placeholders cannot be read."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self.name = data, name
        try:
            self._parts = read_package(data)
        except NotAPackage as error:
            raise BadTemplate(name, "berkas itu bukan dokumen Word (.docx).") from error
        if DOCUMENT not in self._parts:
            raise BadTemplate(name, "berkas itu bukan dokumen Word (.docx).")
        self._sources = patched_parts(data, name)
        self.slow = self._only_docxtpl()
        self._prepared = None if self.slow else self._prepare()

    @property
    def parts(self) -> Mapping[str, bytes]:
        """All parts as they are in the template."""
        return self._parts

    def render(self, content: LetterContent) -> bytes:
        """The letter as a .docx. BadTemplate: the template names what a letter does not have."""
        if self._prepared is None:
            return self._rendered_slowly(content)
        filled = {name: text.encode() for name, text in self.filled(content).items()}
        return self._prepared.package.with_parts(filled)

    def filled(self, content: LetterContent) -> dict[str, str]:
        """The parts that hold placeholders, filled."""
        if self._prepared is None:
            parts = read_package(self._rendered_slowly(content))
            return {name: parts[name].decode() for name in self._sources}
        values = as_values(content)
        try:
            texts = {name: part.render(values) for name, part in self._prepared.parts.items()}
        except TemplateError as error:
            raise BadTemplate(self.name, str(error.message)) from error
        texts[DOCUMENT] = without_last_page(texts[DOCUMENT])
        return texts

    def _prepare(self) -> _Prepared:
        made = environment()
        try:
            parts = {name: made.from_string(source) for name, source in self._sources.items()}
        except TemplateError as error:
            raise BadTemplate(self.name, str(error.message)) from error
        rest = {name: data for name, data in self._parts.items() if name not in parts}
        return _Prepared(parts, Package(rest))

    def _only_docxtpl(self) -> bool:
        """What the fast way cannot do as docxtpl does it."""
        if _CELLS_IN_LOOP in re.sub("<[^>]*>", "", self._parts[DOCUMENT].decode("utf-8", "replace")):
            return True
        if any(b"{{" in data or b"{%" in data for name, data in self._parts.items() if _is_note(name)):
            return True
        return any(_picture_in_loop(source) for source in self._sources.values())

    def _rendered_slowly(self, content: LetterContent) -> bytes:
        parts = read_package(rendered_by_docxtpl(self._data, self.name, as_values(content), environment()))
        parts[DOCUMENT] = without_last_page(parts[DOCUMENT].decode()).encode()
        return write_package(parts)


def _is_note(name: str) -> bool:
    return name in ("word/footnotes.xml", "word/endnotes.xml")


def _picture_in_loop(source: str) -> bool:
    """A picture that is written more than once needs numbers of its own."""
    depth = 0
    for found in _IN_LOOP.finditer(source):
        if found[1] is None and depth:
            return True
        depth += {"for": 1, "endfor": -1}.get(found[1] or "", 0)
    return False
