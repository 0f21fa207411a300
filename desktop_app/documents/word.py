"""Filling a Word template: plain placeholders, nothing that could run."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from docx.opc.exceptions import PackageNotFoundError
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
_HEADS = re.compile(r"word/(?:header|footer)\d*\.xml$")
_CORE = "docProps/core.xml"


def patched_parts(data: bytes, name: str) -> dict[str, str]:
    """The parts of a template that hold placeholders, their XML mended so that Jinja can read it (docxtpl's own way).

    The body always; headers, footers and properties where they hold any. BadTemplate: `data` is no Word document.
    """
    document = _opened(BytesIO(data), name)
    with zipfile.ZipFile(BytesIO(data)) as package:
        sources = {part: package.read(part) for part in package.namelist() if _may_be_filled(part)}
    found = {}
    for part, source in sources.items():
        text = etree.tostring(etree.fromstring(source), encoding="unicode")
        if part == "word/document.xml" or "{" in text:
            patched = document.patch_xml(text)
            if part == "word/document.xml" or _TAGGED.search(patched):
                found[part] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{patched}'
    return found


def rendered_by_docxtpl(data: bytes, name: str, values: Mapping[str, object], environment: Environment) -> bytes:
    """The whole template filled by docxtpl itself. BadTemplate: it names what `values` lacks."""
    document = _opened(BytesIO(data), name)
    try:
        document.render(dict(values), environment, autoescape=True)
    except TemplateError as error:
        raise BadTemplate(name, str(error.message)) from error
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _may_be_filled(part: str) -> bool:
    return part in ("word/document.xml", _CORE) or bool(_HEADS.match(part))
