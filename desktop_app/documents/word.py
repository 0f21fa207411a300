"""Filling a Word template: plain placeholders, nothing that could run."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.files import replacing
from desktop_app.domain.errors import AppError

_NOT_IN_XML = re.compile("[\x00-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")


class BadTemplate(AppError):
    """The Word template cannot be filled; no letter was written."""

    hint = "Periksa isian {{ … }} di templat itu, atau pakai kembali templat bawaan Cakupan."

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"Templat “{file}” tidak dapat diisi: {why}")


def fill_template(template: Path, values: Mapping[str, object], target: Path) -> None:
    """Write `template` filled with `values` (finished text, or tuples of it for repeated lines) to `target`.

    Templates travel between offices, hence Jinja's sandbox; a placeholder without a value is an error.

    Raises:
        BadTemplate: the template names what `values` lacks, or is no Word document.
        FileInUse: the target cannot be written; it was not changed.
    """
    document = _opened(template, template.name)
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        document.render({name: _printable(value) for name, value in values.items()}, environment, autoescape=True)
    except TemplateError as error:
        raise BadTemplate(template.name, str(error.message)) from error
    with replacing(target) as beside:
        document.save(beside)


def placeholders(template: Path) -> set[str]:
    """Names that the template asks for."""
    names: set[str] = DocxTemplate(template).get_undeclared_template_variables(SandboxedEnvironment())
    return names


def _opened(template: Path | BytesIO, name: str) -> DocxTemplate:
    document = DocxTemplate(str(template) if isinstance(template, Path) else template)
    try:
        document.init_docx()
    except (PackageNotFoundError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise BadTemplate(name, "berkas itu tidak ada atau bukan dokumen Word (.docx).") from error
    return document


def _printable(value: object) -> object:
    """Text without control characters, which a Word file cannot hold; tuples and mappings of text likewise."""
    if isinstance(value, str):
        return _NOT_IN_XML.sub(" ", value)
    if isinstance(value, Mapping):
        return {name: _printable(part) for name, part in value.items()}
    return tuple(_printable(part) for part in value) if isinstance(value, (tuple, list)) else value


_TAGGED = re.compile(r"\{\{|\{%")
_STORIES = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml|docProps/core\.xml")
_DOCUMENT = "word/document.xml"
_TRACES = re.compile(r' (?:w:rsid\w*|w14:paraId|w14:textId)="[^"]*"|<w:proofErr\b[^>]*/>|<w:lastRenderedPageBreak/>')
"""What Word notes for itself; a paragraph that is written many times must not carry one identity."""
_BRACES = re.compile(r"\{_\{|\}_\}|\{_%|%_\}")
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)


def patched_parts(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """The parts of a template that hold placeholders, their XML mended so that Jinja can read it (docxtpl's own way).

    The body always; headers, footers, notes and properties where they hold any. BadTemplate: one of them is damaged.
    """
    mender = DocxTemplate("")
    found = {}
    for part in filter(_STORIES.fullmatch, parts):
        text = mender.xml_to_string(_parsed(parts[part], name))
        if part == _DOCUMENT or "{" in text:
            patched = mender.patch_xml(_TRACES.sub("", text) if part == _DOCUMENT else text)
            if part == _DOCUMENT or _TAGGED.search(patched):
                found[part] = _BRACES.sub(_literal, patched)
    return found


def with_breaks(xml: str) -> str:
    """Line breaks and tabs in texts as Word's own, the way docxtpl writes them."""
    return _PARAGRAPH.sub(_with_breaks, xml)


def with_even_tables(xml: str) -> str:
    """Tables whose number of cells depends on data, with as many columns: docxtpl's mending."""
    mender = DocxTemplate("")
    return str(mender.xml_to_string(mender.fix_tables(xml)))


def rendered_by_docxtpl(data: bytes, name: str, values: Mapping[str, object], environment: Environment) -> bytes:
    """The whole template filled by docxtpl itself: what our own way is measured against.

    BadTemplate: it is no Word document, or names what `values` lacks.
    """
    document = _opened(BytesIO(data), name)
    try:
        document.render(dict(values), environment, autoescape=True)
    except TemplateError as error:
        raise BadTemplate(name, str(error.message)) from error
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _parsed(data: bytes, name: str) -> Any:
    try:
        return parse_xml(data)
    except etree.XMLSyntaxError as error:
        raise BadTemplate(name, "isi berkas itu rusak.") from error


def _literal(found: re.Match[str]) -> str:
    """`{_{` is how docxtpl lets a template say `{{` itself; texts from data are not touched."""
    return "{{ '" + found[0].replace("_", "") + "' }}"


def _with_breaks(paragraph: re.Match[str]) -> str:
    text = paragraph[0]
    return str(DocxTemplate("").resolve_listing(text)) if "\n" in text or "\t" in text else text
