"""Throws damaged workbooks of every format at the reader for a while: `python -m build.fuzz_reader SECONDS [SEED]`.

Each is read or refused in words, within 20 seconds and 600 MB. The reader works in a process of its own, so that an
abort is seen as well. What went wrong is printed with the number that makes the same file again, and kept in the
folder for temporary files.
"""

import io
import multiprocessing
import random
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

import psutil

from desktop_app.domain.errors import SheetError
from desktop_app.ingest.files.ole_guard import container_of
from desktop_app.ingest.formats import open_file
from tests.ingest import workbooks
from tests.ingest.workbooks import Sheet

_MIB = 1 << 20
_MOST_SECONDS, _MOST_MEMORY = 20, 600 * _MIB
_WORDS = (
    b"1048576", b"16384", b"4294967295", b"-1", b"", b"\0", b'"', b"<", b"<!DOCTYPE x>", b"]]>", b"&amp;", b"&x;",
    b"\xff\xff\xff\xff", b"\xfe\xff\xff\xff", b"\0\0\0\x80", b"XFD1048576", b"1e308", b"NaN", b"\n", b";", b"<row>", b"</c>",
)  # fmt: skip


def seeds() -> list[bytes]:
    """A small sound workbook of every format."""
    rows: list[list[workbooks.Value]] = [["NIK", "Nama", "Lahir", "Upah"]]
    rows += [[f"51030101019090{n:02d}", f"Nama {n}", date(1990, 1, 1 + n), 1000.5 * n, True] for n in range(12)]
    sheet = Sheet("Data", rows, [(0, 1, 0, 2)], frozenset([3]), frozenset([2]))
    sheets = (sheet, Sheet("Lain", [["x"]], hidden=True))
    written = [
        write(*sheets) for write in (
            workbooks.xlsx, workbooks.xlsb, workbooks.xls, workbooks.ods, workbooks.flat_ods, workbooks.xml_2003,
            workbooks.biff,
        )
    ]  # fmt: skip
    parts = workbooks.xlsx_parts(
        ("S", workbooks.sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"><v>45000</v></c></row>'))
    )
    styled = {
        "xl/sharedStrings.xml": workbooks.strings_xml("<t>a</t>"),
        "xl/styles.xml": workbooks.styles_xml("dd/mm/yy"),
    }
    texts = [[str(cell) for cell in row] for row in rows]
    lines = "\r\n".join(";".join(f'"{cell}"' for cell in row) for row in texts)
    return [
        *written,
        workbooks.zipped({**parts, **styled}),
        workbooks.html(*texts),
        lines.encode(),
        lines.encode("utf-16"),
    ]


def damaged(number: int, sound: list[bytes]) -> bytes:
    """The same file for the same number."""
    chance = random.Random(number)
    data = chance.choice(sound)
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _parts_damaged(data, chance)
    if data.startswith(b"\x09\x08") and chance.random() < 0.7:
        return container_of(_bytes_damaged(data, chance), chance.choice(("Workbook", "Book")))
    return _bytes_damaged(data, chance)


def _parts_damaged(data: bytes, chance: random.Random) -> bytes:
    """A part changed inside, so that the check sums of the package are right."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    for name in chance.sample(sorted(parts), min(len(parts), chance.randint(1, 2))):
        if chance.random() < 0.08:
            del parts[name]
        else:
            content = parts[name]
            parts[name] = _bytes_damaged(content if isinstance(content, bytes) else content.encode(), chance)
    return workbooks.zipped(parts)


def _bytes_damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        chance.choice(_DAMAGES)(changed, chance)
    return bytes(changed)


def _place(data: bytearray, chance: random.Random) -> int:
    return chance.randrange(len(data)) if data else 0


def _flip(data: bytearray, chance: random.Random) -> None:
    if data:
        data[_place(data, chance)] = chance.randrange(256)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[_place(data, chance) :]


def _remove(data: bytearray, chance: random.Random) -> None:
    start = _place(data, chance)
    del data[start : start + chance.randint(1, 60)]


def _repeat(data: bytearray, chance: random.Random) -> None:
    start = _place(data, chance)
    data[start:start] = data[start : start + chance.randint(1, 200)] * chance.randint(1, 4)


def _insert(data: bytearray, chance: random.Random) -> None:
    start = _place(data, chance)
    data[start:start] = chance.choice(_WORDS)


def _overwrite(data: bytearray, chance: random.Random) -> None:
    start, word = _place(data, chance), chance.choice(_WORDS)
    data[start : start + len(word)] = word


_DAMAGES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _flip, _flip, _flip, _cut, _remove, _repeat, _insert, _overwrite, _overwrite,
)  # fmt: skip


def read_or_refuse(path: Path) -> str:
    """What went wrong; "" where the file was read or refused."""
    try:
        for grid in open_file(path).grids:
            count = sum(1 for _ in grid.rows())
            if count > grid.height:
                return f"{count} rows, height {grid.height}"
    except SheetError as refusal:
        return "" if path.name in str(refusal) and refusal.hint else f"says too little: {refusal}"
    except BaseException:
        return traceback.format_exc()
    return ""


def _serve(connection: Connection, folder: str) -> None:
    sound = seeds()
    path = Path(folder) / "rusak.xlsx"
    while (number := connection.recv()) is not None:
        path.write_bytes(damaged(number, sound))
        connection.send(read_or_refuse(path))


class Reader:
    """The process that reads; it is started again when it dies."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._folder), daemon=True)
        self._process.start()
        theirs.close()

    def read(self, number: int) -> str:
        """What went wrong with this file; "" where nothing did."""
        self._ours.send(number)
        end = time.monotonic() + _MOST_SECONDS
        while not self._ours.poll(0.2):
            if psutil.Process(self._process.pid).memory_info().rss > _MOST_MEMORY:
                return self._ended("more than 600 MB")
            if time.monotonic() > end:
                return self._ended("more than 20 seconds")
        try:
            return str(self._ours.recv())
        except EOFError:
            return self._ended("the process died")

    def _ended(self, why: str) -> str:
        self._process.kill()
        self._process.join()
        self._start()
        return why


def main() -> int:
    seconds, first = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 40)
    folder = tempfile.mkdtemp(prefix="fuzz")
    reader, end, number, failed = Reader(folder), time.monotonic() + seconds, first, 0
    while time.monotonic() < end:
        if trouble := reader.read(number):
            failed += 1
            kept = Path(folder) / f"{number}.bin"
            kept.write_bytes(damaged(number, seeds()))
            print(f"--- {number} ({kept}): {trouble}")
        number += 1
    print(f"{number - first} files from {first} on, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
