"""Lists in which many traps stand at once, in every format."""

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.messy.book import Book
from tests.messy.laying import people_case
from tests.messy.mixing import Mixer
from tests.messy.raw import Style, write_raw
from tests.messy.raw_binary import write_xlsb
from tests.messy.truth import Case, TableTruth
from tests.messy.writing import csv_text, html_text, write_ods, write_xlsx, xml2003_text

TRAP = "campuran"
COUNT = 60
Write = Callable[[Book, Path], None]


def _text(delimiter: str, encoding: str) -> Write:
    return lambda book, path: _save(path, csv_text(book.pages[0].grid(), delimiter), encoding)


def _save(path: Path, text: str, encoding: str = "utf-8") -> None:
    path.write_bytes(text.encode(encoding))


FORMATS: tuple[tuple[str, bool, str, Write], ...] = (
    ("daftar.xlsx", True, "Data", write_xlsx),
    ("daftar.csv", False, "", _text(";", "utf-8")),
    ("daftar.ods", True, "Data", write_ods),
    ("daftar.xlsx", True, "Data", lambda book, path: write_raw(book, path, Style(strings="inline", prefix="x"))),
    ("daftar.xls", False, "*", lambda book, path: _save(path, html_text(book.pages[0]))),
    ("daftar.xls", True, "Data", lambda book, path: _save(path, xml2003_text(book))),
    ("daftar.xlsx", True, "Data", lambda book, path: write_raw(book, path, Style(strict=True))),
    ("daftar.xlsb", True, "Data", write_xlsb),
    ("daftar.csv", False, "", _text(",", "utf-8-sig")),
    ("daftar.xls", False, "", _text("\t", "utf-16")),
    ("daftar.xlsx", True, "Data", write_xlsx),
)
"""File, whether cells keep their type, name of the sheet, writer."""


def mixed(first: int = 0, count: int = COUNT) -> Iterator[Case]:
    """`count` lists from seed `first` on."""
    for number in range(first, first + count):
        file, typed, name, write = FORMATS[number % len(FORMATS)]
        made = Mixer(f"campur{number}", typed=typed, name=name).mix()
        tables = (TableTruth(name=name, kind="peserta", header_rows=made.header),) if name != "*" else ()
        yield people_case(
            TRAP, f"campuran_{number}", made.page, made.rows, made.rejected, file=file, write=writer(write, Book([made.page])),
            counts={"parked": len(made.rejected), "refused": 0},
            tables=tables,
        )  # fmt: skip


def writer(write: Write, book: Book) -> Callable[[Path], None]:
    return lambda path: write(book, path)


TRAPS = (mixed,)
