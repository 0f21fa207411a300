"""Recaps and company lists in which many traps stand at once, and workbooks of several tables."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from tests.messy.book import Book, Page
from tests.messy.cases_mixed import FORMATS, writer
from tests.messy.mixing import Mixer
from tests.messy.mixing_counts import mix_companies, mix_recap
from tests.messy.truth import Case, CheckTruth, FigureTruth, RejectedTruth, RowTruth, TableTruth, Truth, persons_of
from tests.messy.writing import book_writer

COUNT = 33


def recaps(first: int = 0, count: int = COUNT) -> Iterator[Case]:
    """`count` recaps from seed `first` on, in every format."""
    for number in range(first, first + count):
        file, _, name, write = FORMATS[number % len(FORMATS)]
        made = mix_recap(f"rekap_campur{number}", name)
        figures = (
            made.figures
            if name != "*"
            else tuple(FigureTruth(region=f.region, pins=f.pins, row=f.row) for f in made.figures)
        )
        truth = Truth(
            rows=(), rejected=(), figures=figures, checks=tuple(made.checks), only_checks=made.only, counts={"read": made.page.filled},
            tables=() if name == "*" else (TableTruth(name=name, kind="rekap", period="2025-03"),),
        )  # fmt: skip
        book = Book([made.page])
        yield Case(
            trap="campuran_rekap", name=f"campuran_rekap_{number}", file=file, write=writer(write, book), truth=truth
        )


def employers(first: int = 0, count: int = COUNT) -> Iterator[Case]:
    """`count` company lists from seed `first` on, in every format."""
    for number in range(first, first + count):
        file, _, name, write = FORMATS[number % len(FORMATS)]
        made = mix_companies(f"perusahaan_campur{number}", name)
        truth = Truth(
            rows=(), rejected=(), companies=made.truth, counts={"read": made.page.filled},
            tables=() if name == "*" else (TableTruth(name=name, kind="perusahaan"),),
        )  # fmt: skip
        write_it = writer(write, Book([made.page]))
        yield Case(
            trap="campuran_perusahaan", name=f"campuran_perusahaan_{number}", file=file, write=write_it, truth=truth
        )


def workbooks(first: int = 0, count: int = COUNT) -> Iterator[Case]:
    """Workbooks of several sheets: people, recaps and companies, some of them below each other on one sheet."""
    for number in range(first, first + count):
        yield _workbook(number, Random(f"buku{number}"))


def _workbook(number: int, rng: Random) -> Case:
    pages: list[Page] = []
    rows: list[RowTruth] = []
    rejected: list[RejectedTruth] = []
    figures: list[FigureTruth] = []
    checks: list[CheckTruth] = []
    for place in range(rng.randrange(2, 5)):
        name = f"Lembar {place + 1}"
        if rng.random() < 0.6:
            made = Mixer(f"buku{number}.{place}", typed=True, name=name).mix()
            rows, rejected = [*rows, *made.rows], [*rejected, *made.rejected]
            pages.append(made.page)
            if rng.random() < 0.25:
                more = Mixer(f"buku{number}.{place}.lagi", typed=True, name=name).mix()
                shift = _put_below(made.page, more.page)
                rows += [replace(row, row=row.row + shift) for row in more.rows]
                rejected += [replace(row, row=row.row + shift) for row in more.rejected]
            elif rng.random() < 0.3:
                below = mix_recap(f"buku{number}.{place}.bawah", name)
                shift = _put_below(made.page, below.page)
                figures += [replace(figure, row=(figure.row or 0) + shift) for figure in below.figures]
        else:
            recap = mix_recap(f"buku{number}.{place}", name)
            figures += recap.figures
            checks += recap.checks
            pages.append(recap.page)
    truth = Truth(
        rows=tuple(rows), rejected=tuple(rejected), figures=tuple(figures), checks=tuple(checks), persons=persons_of(rows),
        counts={"read": sum(page.filled for page in pages)},
    )  # fmt: skip
    return Case(
        trap="campuran_buku",
        name=f"campuran_buku_{number}",
        file="buku.xlsx",
        write=book_writer(Book(pages)),
        truth=truth,
    )


def _put_below(page: Page, other: Page) -> int:
    """Put the cells of `other` two rows below what stands on `page`; how far its rows moved."""
    shift = page.last_row + 2
    page.cells |= {(row + shift, column): value for (row, column), value in other.cells.items()}
    page.merged += [(top + shift, left, end + shift, right) for top, left, end, right in other.merged]
    page.hidden_rows |= {row + shift for row in other.hidden_rows}
    return shift


TRAPS = (recaps, employers, workbooks)
