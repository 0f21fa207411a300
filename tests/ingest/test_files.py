"""What cannot be read is refused before it can do harm: one sentence that names the file, and a next step."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from desktop_app.domain.errors import (
    DamagedWorkbook,
    EmptyWorkbook,
    LockedWorkbook,
    MissingFile,
    NotAWorkbook,
    SheetError,
    TooLargeWorkbook,
    UnsafeWorkbook,
    ZippedFile,
)
from desktop_app.ingest.files import limits
from desktop_app.ingest.files.ole_guard import container_of
from desktop_app.ingest.formats import open_file
from tests.ingest.workbooks import Sheet, biff, biff_record, ods_of, sheet_xml, xls, xlsx, xlsx_parts, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROW = '<row r="1"><c r="A1"><v>7</v></c></row>'
SOUND = xlsx(Sheet("Data", [["NIK"], ["0051"]]))
LOCKED_RECORDS = biff(Sheet("S", [["a"]])).replace(biff_record(0x22, b"\0\0"), biff_record(0x2F, b"\0\0"), 1)


def parts(**changed: str | bytes) -> bytes:
    """A sound workbook with some parts replaced, named without “xl/” and “.xml”, “__” for “/”."""
    named = {f"xl/{name.replace('__', '/')}.xml": content for name, content in changed.items()}
    return zipped({**xlsx_parts(("Data", sheet_xml(ROW))), **named})


def bomb(size: int) -> bytes:
    return parts(worksheets__sheet1=sheet_xml("<row>" + " " * size + "</row>"))


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPE = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{ENTITIES}]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">'


def with_doctype(doctype: str) -> str:
    return doctype + sheet_xml(ROW).partition("?>")[2]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyWorkbook),
        (b" \r\n \n", EmptyWorkbook),
        (b"Yth. Bapak", NotAWorkbook),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), NotAWorkbook),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", NotAWorkbook),
        (bytes(range(256)) * 40, NotAWorkbook),
        (b"\x09\x04\x06\x00" + bytes(40), NotAWorkbook),
        (b"PK\x03\x04 but no package", DamagedWorkbook),
        (SOUND[: len(SOUND) // 2], DamagedWorkbook),
        (SOUND[:-10], DamagedWorkbook),
        (OLE + bytes(100), DamagedWorkbook),
        (OLE + bytes(600), DamagedWorkbook),
        (xls(Sheet("S", [["a"]]))[:5000], DamagedWorkbook),
        (container_of(b"", "EncryptedPackage"), LockedWorkbook),
        (container_of(LOCKED_RECORDS), LockedWorkbook),
        (container_of(b"", "WordDocument"), NotAWorkbook),
        (container_of(biff(Sheet("S", [["a"]]))[:-6]), DamagedWorkbook),
        (zipped({"word/document.xml": "<w/>"}), NotAWorkbook),
        (zipped({"Rekap Badung.xlsx": SOUND}), ZippedFile),
        (zipped({"catatan.txt": "x"}), NotAWorkbook),
        (zipped({"xl/worksheets/sheet1.xml": sheet_xml(ROW)}), NotAWorkbook),
        (parts(workbook="<workbook"), DamagedWorkbook),
        (parts(worksheets__sheet1="<a>" * 100_000), DamagedWorkbook),
        (parts(worksheets__sheet1=with_doctype(DOCTYPE)), UnsafeWorkbook),
        (parts(worksheets__sheet1=with_doctype(OUTSIDE)), UnsafeWorkbook),
        (parts(worksheets__sheet1=with_doctype(DOCTYPE).encode("utf-16")), UnsafeWorkbook),
        (parts(sharedStrings=DOCTYPE + "<sst/>"), UnsafeWorkbook),
        (parts(workbook=DOCTYPE + "<workbook/>"), UnsafeWorkbook),
        (ods_of(DOCTYPE), UnsafeWorkbook),
        (parts(worksheets__sheet1=sheet_xml('<row r="1"><c r="A1" <c ')), DamagedWorkbook),
        (parts(worksheets__sheet1=sheet_xml('<row r="1"><c r="A1"><v>7</v></row>')), DamagedWorkbook),
        (parts(worksheets__sheet1=sheet_xml(ROW).removesuffix("</sheetData></worksheet>")), DamagedWorkbook),
        (parts(worksheets__sheet1=""), DamagedWorkbook),
        (parts(workbook="<workbook/>"), EmptyWorkbook),
        (bomb(limits.CALM_BYTES + 1), UnsafeWorkbook),
        (zipped({**xlsx_parts(("Data", sheet_xml(ROW))), "../../evil.xml": "x"}), UnsafeWorkbook),
        (zipped({**xlsx_parts(("Data", sheet_xml(ROW))), "C:\\evil.xml": "x"}), UnsafeWorkbook),
    ],
)  # fmt: skip
def test_refused(tmp_path: Path, content: bytes, error: type[SheetError]) -> None:
    assert type(refusal(tmp_path, content)) is error


def refusal(tmp_path: Path, content: bytes) -> SheetError:
    path = tmp_path / "kiriman.xlsx"
    path.write_bytes(content)
    with pytest.raises(SheetError, match=r"kiriman\.xlsx") as refused:
        [list(grid.rows()) for grid in open_file(path).grids]
    assert refused.value.hint.endswith(".")
    assert str(refused.value).endswith(".")
    return refused.value


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        open_file(tmp_path / "tidak ada.xlsx")
    with pytest.raises(NotAWorkbook, match="folder"):
        open_file(tmp_path)


def test_a_file_larger_than_any_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 100)
    assert type(refusal(tmp_path, SOUND)) is TooLargeWorkbook


def test_more_rows_than_anyone_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TOTAL_ROWS", 3)
    monkeypatch.setattr(limits, "RECORDS", 3)
    assert type(refusal(tmp_path, xlsx(Sheet("A", [["a"]] * 2), Sheet("B", [["a"]] * 2)))) is TooLargeWorkbook
    assert type(refusal(tmp_path, b"a;b\n" * 4)) is TooLargeWorkbook


def test_a_part_that_is_written_twice(tmp_path: Path) -> None:
    target = io.BytesIO(SOUND)
    with zipfile.ZipFile(target, "a") as package:
        package.writestr("XL/worksheets/sheet1.xml", sheet_xml(ROW))
    assert type(refusal(tmp_path, target.getvalue())) is DamagedWorkbook


def central(data: bytes, name: str) -> int:
    """Where the directory speaks of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        place = package.start_dir
    while not data[place + 46 :].startswith(name.encode()):
        place = data.index(b"PK\x01\x02", place + 4)
    return place


def test_a_part_that_goes_on_after_its_end(tmp_path: Path) -> None:
    whole = sheet_xml(ROW).encode()
    data = bytearray(parts(worksheets__sheet1=whole))
    place = central(bytes(data), "xl/worksheets/sheet1.xml")
    struct.pack_into("<I", data, place + 24, 50)
    struct.pack_into("<I", data, place + 16, zlib.crc32(whole[:50]))
    assert type(refusal(tmp_path, bytes(data))) is UnsafeWorkbook


def test_parts_that_lie_over_one_another(tmp_path: Path) -> None:
    data = bytearray(parts())
    first, second = (central(bytes(data), f"xl/{name}.xml") for name in ("workbook", "worksheets/sheet1"))
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    assert type(refusal(tmp_path, bytes(data))) is UnsafeWorkbook


def test_a_locked_member_and_an_unknown_packing(tmp_path: Path) -> None:
    for offset, value, error in ((8, 1, LockedWorkbook), (10, 99, DamagedWorkbook), (6, 99, DamagedWorkbook)):
        data = bytearray(parts())
        data[central(bytes(data), "xl/worksheets/sheet1.xml") + offset] = value
        assert type(refusal(tmp_path, bytes(data))) is error


def test_a_picture_may_pack_well(tmp_path: Path) -> None:
    path = tmp_path / "gambar.xlsx"
    path.write_bytes(
        zipped({**xlsx_parts(("Data", sheet_xml(ROW))), "xl/media/image1.bmp": bytes(limits.CALM_BYTES + 1)})
    )
    assert open_file(path).grids[0].height == 1


def test_a_container_whose_table_of_sectors_runs_in_circles(tmp_path: Path) -> None:
    data = bytearray(xls(Sheet("S", [["a" * 200] * 20] * 20)))
    tables = 4096 * (1 + struct.unpack_from("<I", data, 76)[0])
    struct.pack_into("<I", data, tables + 4, 1)
    path = tmp_path / "lingkar.xls"
    path.write_bytes(bytes(data))
    with pytest.raises(DamagedWorkbook):
        open_file(path)
