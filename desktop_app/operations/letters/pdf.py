"""Letters as PDF: exactly as Word or LibreOffice prints them where one is installed, else from the pages of the preview."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import ClassVar

from desktop_app.documents.letters.reading import read_paper
from desktop_app.domain.errors import AppError, FileInUse, UnusableTarget
from desktop_app.domain.paper import PaperDocument
from desktop_app.domain.sheets import Tick, silent
from desktop_app.operations.letters.printers import Failed, Printer, installed_printers

NOTE = "Perkiraan tata letak, bukan hasil Word."
_AT_ONCE = 20
"""Files in one call: starting Word or LibreOffice takes longer than a letter."""
PrintPages = Callable[[PaperDocument, Path, str], None]
"""Writes the pages of a document to a PDF, with a note at the foot of each."""


class Exactness(StrEnum):
    """By what a PDF was made; the value is what the screen says."""

    WORD = "Word"
    LIBREOFFICE = "LibreOffice"
    PERKIRAAN = "perkiraan"


class MissingLetter(AppError):
    title: ClassVar[str] = "Berkas surat tidak ditemukan"
    hint: ClassVar[str] = (
        "Periksa folder surat, atau buat ulang berkasnya dari daftar surat. Tidak ada PDF yang dibuat."
    )

    def __init__(self, file: str) -> None:
        super().__init__(f"Berkas “{file}” tidak ada, sehingga PDF-nya tidak dapat dibuat.")


def to_pdf(docx: Path, pdf: Path, print_pages: PrintPages, tick: Tick = silent) -> Exactness:
    """Make `pdf` of one letter. MissingLetter, FileInUse, UnusableTarget, Cancelled; an older PDF then stays."""
    return _made([(docx, pdf)], print_pages, tick)


def to_pdfs(paths: Sequence[Path], print_pages: PrintPages, tick: Tick = silent) -> Exactness:
    """Make a PDF beside each letter, under its name; the least exact way that one of them took comes back."""
    return _made([(path, path.with_suffix(".pdf")) for path in paths], print_pages, tick)


def _made(pairs: Sequence[tuple[Path, Path]], print_pages: PrintPages, tick: Tick) -> Exactness:
    for docx, _ in pairs:
        if not docx.is_file():
            raise MissingLetter(docx.name)
    tick(0, len(pairs))
    left, used = _printed(pairs, tick)
    done = len(pairs) - len(left)
    for at, (docx, pdf) in enumerate(left):
        tick(done + at, len(pairs))
        _approximate(docx, pdf, print_pages)
        used = Exactness.PERKIRAAN
    tick(len(pairs), len(pairs))
    return used


def _printed(pairs: Sequence[tuple[Path, Path]], tick: Tick) -> tuple[list[tuple[Path, Path]], Exactness]:
    """Print what Word or LibreOffice can; returns what neither could. One that fails is not asked again."""
    done, used = 0, Exactness.WORD
    for printer in installed_printers():
        while done < len(pairs) and _by(printer, pairs[done : done + _AT_ONCE], partial(_told, tick, done, len(pairs))):
            done, used = min(done + _AT_ONCE, len(pairs)), Exactness(printer.name)
    return list(pairs[done:]), used


def _told(tick: Tick, before: int, total: int, done: int) -> None:
    tick(before + done, total)


def _by(printer: Printer, pairs: Sequence[tuple[Path, Path]], told: Callable[[int], None]) -> bool:
    try:
        printer.print(pairs, told)
    except Failed:
        return False
    except PermissionError as error:
        raise FileInUse(Path(error.filename2 or error.filename or "").name) from error
    except OSError as error:
        raise UnusableTarget(str(pairs[0][1].parent)) from error
    return True


def _approximate(docx: Path, pdf: Path, print_pages: PrintPages) -> None:
    try:
        document = read_paper(docx.read_bytes())
    except OSError as error:
        raise MissingLetter(docx.name) from error
    try:
        print_pages(document, pdf, NOTE)
    except PermissionError as error:
        raise FileInUse(pdf.name) from error
    except OSError as error:
        raise UnusableTarget(str(pdf)) from error
