"""Traps of broken and hostile files: refused with a reason, or read in part and said so; never invented, never a crash."""

import io
import random
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.messy.book import Book, Page
from tests.messy.laying import lay
from tests.messy.people import some_people
from tests.messy.raw import Style, write_raw
from tests.messy.raw_biff5 import compound
from tests.messy.truth import Case, RowTruth, Truth
from tests.messy.writing import write_ods, write_xlsx

TRAP = "rusak"
Spoil = Callable[[bytes], bytes]


def _sound(count: int = 40) -> tuple[Book, tuple[RowTruth, ...]]:
    page = Page()
    rows = lay(page, some_people("rusak", count))
    return Book([page]), rows


def _case(
    name: str, write: Callable[[Path], None], file: str = "berkas.xlsx", *, open: str = "refuse",
    rows: tuple[RowTruth, ...] | None = None, apart: bool = False,
) -> Case:  # fmt: skip
    return Case(trap=TRAP, name=name, file=file, write=write, truth=Truth(open=open, rows=rows), apart=apart)


def _bytes(data: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(data)

    return write


def no_sheet_at_all() -> Iterator[Case]:
    """Nothing, noise, pictures, letters."""
    noise = random.Random("derau").randbytes(5000)
    word = io.BytesIO()
    with zipfile.ZipFile(word, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", "<document/>")
    for name, data in (
        ("kosong", b""), ("derau", noise), ("gambar", b"\x89PNG\r\n\x1a\n" + noise), ("pdf", b"%PDF-1.4\n" + noise), ("nol", bytes(4096)),
        ("zip_kosong", b"PK\x05\x06" + bytes(18)), ("word", word.getvalue()), ("ole_derau", bytes.fromhex("d0cf11e0a1b11ae1") + noise),
        ("pk_derau", b"PK\x03\x04" + noise),
    ):  # fmt: skip
        yield _case(f"bukan_lembar_{name}", _bytes(data))
    yield _case("bukan_lembar_derau_csv", _bytes(noise), "berkas.csv", open="either", rows=())
    yield _case("tidak_ada", lambda path: None)


def locked() -> Iterator[Case]:
    """Workbooks that open only with a password: an encrypted package, and a BIFF stream that says so at its start."""
    noise = random.Random("sandi").randbytes(6000)
    package = compound({"EncryptionInfo": b"\x04\x00\x04\x00" + noise[:4200], "EncryptedPackage": noise})
    for name, file in (("xlsx", "berkas.xlsx"), ("xlsb", "berkas.xlsb"), ("tanpa_akhiran", "berkas")):
        yield _case(f"sandi_{name}", _bytes(package), file)
    begin = struct.pack("<HHHHHH8x", 0x0809, 16, 0x0600, 0x0005, 0x0DBB, 0x07CC)
    locked_book = begin + struct.pack("<HHH", 0x002F, 54, 1) + noise[:52] + noise
    yield _case("sandi_xls", _bytes(compound({"Workbook": locked_book})), "berkas.xls")


def truncated() -> Iterator[Case]:
    """A workbook cut off: its directory is gone."""
    for part in (0.3, 0.6, 0.95):
        book, rows = _sound()
        yield _case(f"terpotong_{int(part * 100)}", _cut(book, part), open="either", rows=rows)

    def ods(path: Path) -> None:
        write_ods(_sound()[0], path)
        path.write_bytes(path.read_bytes()[:-200])

    yield _case("terpotong_ods", ods, "berkas.ods", open="either", rows=_sound()[1])


def _cut(book: Book, part: float) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        write_xlsx(book, path)
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * part)])

    return write


def _rewritten(change: Callable[[str, bytes], bytes | None], style: Style | None = None) -> Callable[[Path], None]:
    """The sound workbook, each part passed through `change`; None leaves it out."""

    def write(path: Path) -> None:
        write_raw(_sound()[0], path, style or Style())
        with zipfile.ZipFile(path) as old:
            parts = {name: old.read(name) for name in old.namelist()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
            for name, data in parts.items():
                changed = change(name, data)
                if changed is not None:
                    made.writestr(name, changed)

    return write


SHEET = "xl/worksheets/sheet1.xml"


def _in_sheet(change: Spoil) -> Callable[[str, bytes], bytes | None]:
    return lambda name, data: change(data) if name == SHEET else data


def broken_parts() -> Iterator[Case]:
    """Parts that lack, XML that ends or nests without end, indices of strings that are not there."""
    rows = _sound()[1]
    changes: dict[str, Callable[[str, bytes], bytes | None]] = {
        "tanpa_lembar": lambda name, data: None if name == SHEET else data,
        "tanpa_buku": lambda name, data: None if name == "xl/workbook.xml" else data,
        "xml_terpotong": _in_sheet(lambda data: data[: len(data) // 2]),
        "xml_dalam": _in_sheet(lambda data: data.replace(b"<sheetData>", b"<sheetData>" + b"<x>" * 50_000)),
        "teks_tak_ada": _in_sheet(lambda data: data.replace(b"<v>5</v>", b"<v>99999999</v>")),
        "bukan_xml": _in_sheet(lambda data: b"ini bukan XML"),
        "bagian_kosong": _in_sheet(lambda data: b""),
    }
    for name, change in changes.items():
        allowed = "sound" if name == "xml_dalam" else "either"
        yield _case(f"bagian_{name}", _rewritten(change), open=allowed, rows=rows, apart=name == "xml_dalam")
    yield Case(
        trap=TRAP, name="bagian_tanpa_gaya", file="berkas.xlsx", truth=Truth(rows=rows, rejected=()),
        write=_rewritten(lambda name, data: None if name == "xl/styles.xml" else data),
    )  # fmt: skip


def entities() -> Iterator[Case]:
    """Entities that grow without end, and entities that point at other files: never followed."""
    rows = _sound()[1]
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<!DOCTYPE worksheet [<!ENTITY e0 "ha">{lines}]>'.encode()
    outside = b'<!DOCTYPE worksheet [<!ENTITY luar SYSTEM "file:///etc/hostname">]>'
    for name, doctype, use in (("bom", laughs, b"&e9;"), ("luar", outside, b"&luar;")):

        def change(data: bytes, doctype: bytes = doctype, use: bytes = use) -> bytes:
            head, body = data.split(b"?>", 1)
            return (
                head
                + b"?>"
                + doctype
                + body.replace(
                    b"</sheetData>", b'<row><c t="inlineStr"><is><t>' + use + b"</t></is></c></row></sheetData>"
                )
            )

        yield _case(f"entitas_{name}", _rewritten(_in_sheet(change)), open="either", rows=rows)


def bombs() -> Iterator[Case]:
    """A part that unpacks to hundreds of megabytes; names that climb out of the folder; entries that occur twice."""
    rows = _sound()[1]

    def bomb(path: Path) -> None:
        write_raw(_sound()[0], path, Style())
        with (
            zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as made,
            made.open("xl/media/besar.xml", "w", force_zip64=True) as part,
        ):
            for _ in range(400):
                part.write(bytes(1 << 20))

    def sheet_bomb(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
            _rewritten(lambda name, data: None if name == SHEET else data)(path.with_suffix(".bagian"))
            with zipfile.ZipFile(path.with_suffix(".bagian")) as old:
                for name in old.namelist():
                    made.writestr(name, old.read(name))
            with made.open(SHEET, "w", force_zip64=True) as part:
                part.write(
                    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>'
                )
                for _ in range(700):
                    part.write(b" " * (1 << 20))
                part.write(b"</t></is></c></row></sheetData></worksheet>")
        path.with_suffix(".bagian").unlink()

    def climbing(path: Path) -> None:
        write_raw(_sound()[0], path, Style())
        with zipfile.ZipFile(path, "a") as made:
            made.writestr("../../../../tmp/cakupan-keluar.txt", "keluar")

    yield _case("bom_zip_lampiran", bomb, open="sound", rows=rows, apart=True)
    yield _case("bom_zip_lembar", sheet_bomb, open="either", rows=(), apart=True)
    yield _case("zip_memanjat", climbing, open="sound", rows=rows)
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    book, _ = _sound()
    yield _case("sel_jauh", lambda path: write_raw(book, path, Style(tail=far)), open="sound", rows=rows, apart=True)


TRAPS = (no_sheet_at_all, locked, truncated, broken_parts, entities, bombs)
