"""Filling a Word template: plain placeholders, nothing that could run."""

import re
from collections.abc import Mapping
from pathlib import Path

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

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
    document = _opened(template)
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


def _opened(template: Path) -> DocxTemplate:
    document = DocxTemplate(str(template))
    try:
        document.init_docx()
    except (PackageNotFoundError, ValueError, KeyError) as error:
        raise BadTemplate(template.name, "berkas itu tidak ada atau bukan dokumen Word (.docx).") from error
    return document


def _printable(value: object) -> object:
    """Text without control characters, which a Word file cannot hold; tuples and mappings of text likewise."""
    if isinstance(value, str):
        return _NOT_IN_XML.sub(" ", value)
    if isinstance(value, Mapping):
        return {name: _printable(part) for name, part in value.items()}
    return tuple(_printable(part) for part in value) if isinstance(value, (tuple, list)) else value
