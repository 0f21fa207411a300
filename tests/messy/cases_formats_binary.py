"""Traps of binary workbooks: .xlsb, .xls of Excel 5, and .xls of Excel 97.

The last were made by LibreOffice (`python -m tests.messy.cases_formats_binary`) and lie in `files/`; their truth is made
from the same people.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.messy.book import Book, Page
from tests.messy.laying import lay, people_case
from tests.messy.people import some_people
from tests.messy.raw_biff5 import write_biff5
from tests.messy.raw_binary import write_xlsb
from tests.messy.truth import Case, RowTruth
from tests.messy.writing import write_xlsx

TRAP = "format_biner"
FILES = Path(__file__).parent / "files"
Rows = tuple[RowTruth, ...]


def _plain(seed: str) -> tuple[Book, Rows]:
    """A title, a merged cell, real dates."""
    page = Page(name="Peserta")
    page.line(1, "DAFTAR PESERTA AKTIF")
    page.merge(1, 1, 1, 8)
    return Book([page]), lay(page, some_people(seed, 8), row=3, put={"lahir": lambda p, n: p.birth})


def _numeric(seed: str) -> tuple[Book, Rows]:
    """NIK as numbers that are exact."""
    page = Page(name="Peserta")
    rows = lay(page, some_people(seed, 6), put={"nik": lambda p, n: int(p.nik)}, clean=False)
    for row in range(2, 8):
        page.formats[row, 2] = "0"
    return Book([page]), tuple(replace(row, warn=("nik_numeric",)) for row in rows)


def _hidden(seed: str) -> tuple[Book, Rows]:
    """Rows hidden by a filter."""
    page = Page(name="Peserta", hidden_rows={4, 6})
    rows = lay(page, some_people(seed, 7))
    return Book([page]), tuple(
        replace(row, warn=("hidden_row",), clean=False) if row.row in (4, 6) else row for row in rows
    )


CONTENTS: dict[str, Callable[[str], tuple[Book, Rows]]] = {"polos": _plain, "angka": _numeric, "tersembunyi": _hidden}


def xlsb() -> Iterator[Case]:
    """.xlsb under its own name and under others."""
    for content, make in CONTENTS.items():
        for suffix in ("xlsb", "xlsx") if content == "polos" else ("xlsb",):
            book, rows = make(f"xlsb_{content}")
            yield people_case(
                TRAP, f"xlsb_{content}_{suffix}", book.pages[0], rows, file=f"daftar.{suffix}", write=_xlsb(book)
            )


def _xlsb(book: Book) -> Callable[[Path], None]:
    return lambda path: write_xlsb(book, path)


def xls() -> Iterator[Case]:
    """.xls of Excel 97 (BIFF8) and of Excel 5 (BIFF5), under their own name and under others."""
    for content, make in CONTENTS.items():
        for version in ("xls97", "xls5"):
            book, rows = make(f"{version}_{content}")
            write = _copy(FILES / f"xls97_{content}.xls") if version == "xls97" else _biff5(book)
            for file in ("daftar.xls", "daftar.xlsx", "daftar") if content == "polos" else ("daftar.xls",):
                name = f"{version}_{content}_{Path(file).suffix[1:]}"
                yield people_case(TRAP, name, book.pages[0], rows, file=file, write=write)


def _biff5(book: Book) -> Callable[[Path], None]:
    return lambda path: write_biff5(book, path)


def _copy(source: Path) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        shutil.copyfile(source, path)

    return write


def make_files() -> None:
    """Let LibreOffice turn the same pages into .xls."""
    with TemporaryDirectory() as place:
        for content, make in CONTENTS.items():
            path = Path(place) / f"xls97_{content}.xlsx"
            write_xlsx(make(path.stem)[0], path)
            words = ["soffice", "--headless", "--convert-to", "xls:MS Excel 97", "--outdir", str(FILES), str(path)]
            subprocess.run(words, check=True)


TRAPS = (xlsb, xls)

if __name__ == "__main__":
    make_files()
