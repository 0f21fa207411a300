"""CPU of exporting 100,000 people to .xlsx, beside XlsxWriter writing the same cells: `python -m build.bench_export`."""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from desktop_app.documents.people_export import SHEET, WIDTHS, record_of, write_people
from desktop_app.domain.records import ListedPerson
from desktop_app.domain.segments import Segment

PEOPLE = 100_000
MOST = 0.25
"""The export may take this part of XlsxWriter's CPU."""


def people(count: int) -> list[ListedPerson]:
    """Invented people, with NIK masked as lists have them."""
    segments = ((Segment.PU,), (Segment.BPU,), (Segment.PU, Segment.JAKON))
    return [
        ListedPerson(
            nik=f"5104••••••••{number % 10_000:04d}", name=f"Ni Made Contoh {number}", sex="LP"[number % 2],
            birth_date=date(1970, 1, 1) + timedelta(days=number % 12_000), segments=segments[number % 3],
            region=f"51.04.01.{2001 + number % 9}", company=f"PT Contoh Rekaan {number % 900}",
            sources=(f"Peserta September.xlsx, lembar Data, baris {number + 2}",),
        )
        for number in range(count)
    ]  # fmt: skip


def with_xlsxwriter(rows: list[ListedPerson], path: Path) -> None:
    """The same cells, formats, header, filter and frozen row."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet(SHEET)
    day, text = book.add_format({"num_format": "dd-mm-yyyy"}), book.add_format({"num_format": "@"})
    for column, (title, width) in enumerate(WIDTHS.items()):
        sheet.write_string(0, column, title)
        sheet.set_column(column, column, width)
    for number, person in enumerate(rows, start=1):
        for column, value in enumerate(record_of(person).values()):
            if isinstance(value, str):
                sheet.write_string(number, column, value, text if column in (0, 5) else None)
            else:
                sheet.write_datetime(number, column, value, day)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(WIDTHS) - 1)
    book.close()


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    rows = people(PEOPLE)
    with tempfile.TemporaryDirectory() as folder:
        ours = min(cpu(lambda: write_people(rows, Path(folder, "a.xlsx"))) for _ in range(3))
        theirs = min(cpu(lambda: with_xlsxwriter(rows, Path(folder, "b.xlsx"))) for _ in range(2))
    ratio = ours / theirs
    print(f"{PEOPLE:,} people: {ours:.2f} s CPU, XlsxWriter {theirs:.2f} s, ratio {ratio:.3f} (at most {MOST})")
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
