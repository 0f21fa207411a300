"""Letters from a template: opened and prepared once, then filled for each letter.

The parts that hold placeholders are mended and compiled once; a letter fills them and packs them beside the other
parts, which are compressed already. No letter goes through a tree of XML, except where a template repeats cells of a
table: docxtpl then counts the columns. The same content always gives the same bytes.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import count
from xml.parsers.expat import ExpatError, ParserCreate

from jinja2 import Template, TemplateError, TemplateSyntaxError
from markupsafe import Markup, escape

from desktop_app.documents.letters.content import LetterContent
from desktop_app.documents.letters.package import NotAPackage, read_package
from desktop_app.documents.letters.sandbox import environment, why
from desktop_app.documents.letters.sections import without_last_page
from desktop_app.documents.letters.soundness import always_whole
from desktop_app.documents.letters.table_xml import TableStyles, table_styles
from desktop_app.documents.letters.values import as_values
from desktop_app.documents.letters.word_xml import DOCUMENT, STYLES
from desktop_app.documents.letters.zipping import Package
from desktop_app.documents.word import BadTemplate, patched_parts, with_breaks, with_even_tables

CORE = "docProps/core.xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CELLS = re.compile(r"\{[{%]tc\s|\{%\s*(?:colspan|hm)\b")
"""Tags that make the number of a row's cells depend on data; docxtpl's mending has replaced them in `patched_parts`."""
_PICTURE = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*"')
_LONG = re.compile(r">([^<]{256,})<")
_LONGEST = 255
"""Characters of a property of the file (title …) that Word keeps."""
_NO_WORD = "berkas itu bukan dokumen Word (.docx)."
_MISUSED = (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError)
"""What an expression of a template can end in; nothing of ours is called besides filters."""


class LetterTemplate:
    """A template in memory. BadTemplate: `data` is no Word document, or its placeholders cannot be read.

    `slow`: tables of each letter are mended by docxtpl, which takes many times as long.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._parts = read_package(data)
        except NotAPackage as error:
            raise BadTemplate(name, _NO_WORD) from error
        if DOCUMENT not in self._parts:
            raise BadTemplate(name, _NO_WORD)
        sources = patched_parts(self._parts, name)
        self.slow = bool(_CELLS.search(_tags(self._parts[DOCUMENT])))
        self._styles = self._table_styles()
        self._whole = {part for part, source in sources.items() if always_whole(source)}
        self._filled = {part: self._compiled(source) for part, source in sources.items()}
        self._package = Package({part: data for part, data in self._parts.items() if part not in sources})

    @property
    def parts(self) -> Mapping[str, bytes]:
        """All parts as they are in the template."""
        return self._parts

    def render(self, content: LetterContent) -> bytes:
        """The letter as a .docx. BadTemplate: the template names what a letter does not have."""
        return self._package.with_parts({name: text.encode() for name, text in self.filled(content).items()})

    def filled(self, content: LetterContent) -> dict[str, str]:
        """The parts that hold placeholders, filled. BadTemplate: as in `render`."""
        values = as_values(content, self._styles)
        try:
            texts = {name: part.render(values) for name, part in self._filled.items()}
        except _MISUSED as error:
            raise BadTemplate(self.name, why(error)) from error
        return {name: DECLARATION + self._finished(name, text) for name, text in texts.items()}

    def _finished(self, name: str, text: str) -> str:
        """A filled part as Word wants it."""
        if name == CORE:
            return _LONG.sub(_cut, text)
        if "\n" in text or "\t" in text:
            text = with_breaks(text)
        if name not in self._whole:
            self._check(text)
        if name != DOCUMENT:
            return text
        return numbered_pictures(without_last_page(with_even_tables(text) if self.slow else text), count(1001))

    def _check(self, text: str) -> None:
        """Tags in the wrong places can tear paragraphs apart: Word would not open such a letter."""
        try:
            ParserCreate().Parse(text, True)
        except ExpatError as error:
            raise BadTemplate(self.name, "sebuah isian atau perulangan memotong paragraf atau tabel.") from error

    def _compiled(self, source: str) -> Template:
        made = environment()
        try:
            return made.from_string(source)
        except TemplateSyntaxError as error:
            raise BadTemplate(self.name, why(error, _near(source))) from error
        except TemplateError as error:
            raise BadTemplate(self.name, why(error)) from error

    def _table_styles(self) -> TableStyles:
        return table_styles(self._parts.get(STYLES, b"").decode(errors="replace"))


def numbered_pictures(xml: str, numbers: Iterator[int]) -> str:
    """Every picture with a number of its own, also those in loops."""
    if "<wp:docPr" not in xml:
        return xml
    return _PICTURE.sub(lambda found: f'{found[1]}{next(numbers)}"', xml)


def _cut(found: re.Match[str]) -> str:
    return f">{escape(Markup(found[1]).unescape()[:_LONGEST])}<"


def _tags(document: bytes) -> str:
    """The document's text without its XML, in which a tag may be cut to pieces."""
    return re.sub(r"<[^>]*>", "", document.decode(errors="replace"))


def _near(source: str) -> str:
    """Text of the first paragraph up to which Jinja cannot read the source."""
    lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", source).split("\n")
    try:
        environment().parse("\n".join(lines))
    except TemplateSyntaxError as error:
        return re.sub(r"<[^>]+>", "", lines[error.lineno - 1]).strip()[:60]
    return ""
