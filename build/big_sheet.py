"""Writes a big sheet of invented participants as Excel would: `python -m build.big_sheet 1000000 --out FILE`.

The people are those of `build.make_people`. The package is written by hand: a million rows in half a minute and in
little memory, with every text a shared string, as Excel keeps them.
"""

import argparse
import random
import zipfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from xml.sax.saxutils import escape

from desktop_app.domain.regions import depth
from desktop_app.operations.reference import shipped_regions

HEADER = (
    "NO", "NIK", "NO KPJ", "NAMA LENGKAP", "TANGGAL LAHIR", "JENIS KELAMIN", "DESA", "KECAMATAN", "KAB/KOTA", "NPP",
    "NAMA PERUSAHAAN", "STATUS",
)  # fmt: skip
_TITLES: tuple[tuple[object, ...], ...] = (("DAFTAR PESERTA AKTIF (DATA CONTOH)",), ("per 31 Januari 2026",), ())
_NAMES = ("Ari", "Budi", "Cipta", "Darma", "Eka", "Guna", "Jaya", "Karya", "Laksmi", "Mega", "Purna", "Rai", "Sari")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
    "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>'
    '<sheet name="Peserta" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}


def people(count: int, seed: int = 20260131) -> Iterator[tuple[object, ...]]:
    """Rows under `HEADER`; every NIK once, with serials from 9001 on."""
    draw = random.Random(seed)
    regions = {region.code: region for region in shipped_regions()}
    villages = sorted(code for code in regions if depth(code) == 4 and code.startswith("51."))
    places = [
        (code.replace(".", "")[:6], regions[code].name, regions[code[:8]].name, regions[code[:5]].name)
        for code in villages
    ]  # fmt: skip
    for number in range(1, count + 1):
        day, month, year, serial = _birth_of(number)
        woman = number % 2 == 0
        district, village, kecamatan, regency = draw.choice(places)
        nik = f"{district}{day + 40 * woman:02d}{month:02d}{year % 100:02d}{serial:04d}"
        employer = draw.randrange(5000)
        yield (
            number, nik, f"{number:011d}", f"{'Ni' if woman else 'I'} {draw.choice(_NAMES)} {draw.choice(_NAMES)} {number}",
            f"{day:02d}-{month:02d}-{year}", "P" if woman else "L", village, kecamatan, regency, f"CT{employer:06d}",
            f"PT Contoh Rekaan {employer}", "AKTIF",
        )  # fmt: skip


def _birth_of(number: int) -> tuple[int, int, int, int]:
    number, day = divmod(number, 28)
    number, month = divmod(number, 12)
    number, year = divmod(number, 40)
    return day + 1, month + 1, 1965 + year, 9001 + number % 999


def write(path: Path, count: int) -> None:
    shared: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package, TemporaryFile() as sheet:
        for name, text in _PARTS.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}')
        _write_sheet(sheet, count, shared)
        sheet.seek(0)
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            while block := sheet.read(1 << 20):
                part.write(block)
        with package.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            part.write(f'<sst xmlns="{_MAIN}" uniqueCount="{len(shared)}">'.encode())
            for text in shared:
                part.write(f"<si><t>{escape(text)}</t></si>".encode())
            part.write(b"</sst>")


def _write_sheet(sheet: IO[bytes], count: int, shared: dict[str, int]) -> None:
    last = len(_TITLES) + 1 + count
    sheet.write(f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:L{last}"/><sheetData>'.encode())
    for number, row in enumerate(chain(_TITLES, [HEADER], people(count)), 1):
        sheet.write(_row(number, row, shared))
    sheet.write(b"</sheetData></worksheet>")


def _row(number: int, cells: tuple[object, ...], shared: dict[str, int]) -> bytes:
    parts = [
        f'<c r="{chr(65 + place)}{number}" t="s"><v>{shared.setdefault(cell, len(shared))}</v></c>'
        if isinstance(cell, str)
        else f'<c r="{chr(65 + place)}{number}"><v>{cell}</v></c>'
        for place, cell in enumerate(cells)
    ]
    return f'<row r="{number}">{"".join(parts)}</row>'.encode()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    write(arguments.out, arguments.count)


if __name__ == "__main__":
    main()
