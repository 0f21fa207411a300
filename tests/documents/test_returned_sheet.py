"""The returned sheet: every answer on its row, everything else of the sender's workbook as it was."""

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents.returned_sheet import answer_workbook, can_be_answered, has_macros
from desktop_app.documents.returning.words import for_sender
from desktop_app.domain.returned import REASON, STATUS, AnsweredTable, is_added
from desktop_app.domain.sheets import Problem, ProblemState
from desktop_app.ingest.returned_mark import mark_in

TOKEN = "0123456789abcdef" * 2
HEADER = ("NO", "NIK", "NAMA", "TGL LAHIR")
SHORT = "51050102029190"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def problem(
    row: int, state: ProblemState, cell: str = "", column: str = "NIK", message: str = "Perlu dicek."
) -> Problem:
    return Problem("Peserta", row, column, "", "kode", message, "Perbaiki di lembar.", state, cell)


def table(*problems: Problem, accepted: Sequence[int] = (), **other: object) -> AnsweredTable:
    given_ = {"sheet": "Peserta", "header": (3, 3), "right": 4, "column": 5, **other}
    return AnsweredTable(accepted=frozenset(accepted), problems=problems, **given_)  # type: ignore[arg-type]


def people(path: Path) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Peserta"
    for row in (
        ("DAFTAR PESERTA",), (), HEADER,
        (1, "5105014101909001", "Ni Wayan Rekaan", "01-01-1990"),
        (2, SHORT, "I Made Rekaan", "02-02-1991"),
        (3, "5105010202919003", "I Nyoman Rekaan", "31-02-1991"),
        ("JUMLAH", "=COUNTA(B4:B6)"),
    ):  # fmt: skip
        sheet.append(row)
    for cell in sheet[3]:
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="1B5FA8")
    sheet["C5"].comment = Comment("Sudah dicek", "Operator")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=4, max_row=6))
    sheet.add_chart(chart, "H10")
    rule = Rule("expression", formula=["A4>2"], dxf=DifferentialStyle(font=Font(bold=True)))
    sheet.conditional_formatting.add("A4:A6", rule)
    book.create_sheet("Catatan").append(["Mohon dibalas."])
    book.save(path)
    return path


def answered(source: Path, *tables: AnsweredTable) -> Worksheet:
    target = source.with_name("balasan.xlsx")
    answer_workbook(source, target, tables, TOKEN)
    sheet = load_workbook(target)["Peserta"]
    assert isinstance(sheet, Worksheet)
    return sheet


def words(sheet: Worksheet, row: int, column: int = 5) -> tuple[object, object]:
    return sheet.cell(row, column).value, sheet.cell(row, column + 1).value


def test_every_row_has_its_answer(tmp_path: Path) -> None:
    sheet = answered(
        people(tmp_path / "asal.xlsx"),
        table(
            problem(5, ProblemState.PARKED, "B5", message="NIK memuat 14 angka."),
            problem(6, ProblemState.NOTE, "D6", "TGL LAHIR", "Tanggal tidak mungkin."),
            problem(7, ProblemState.NOTE, "B7", message="Jumlah berbeda."),
            accepted=(4, 6),
        ),
    )
    assert words(sheet, 3) == (STATUS, REASON)
    assert words(sheet, 4) == ("Diterima", None)
    assert words(sheet, 5) == ("Menunggu", "NIK memuat 14 angka. Perbaiki di lembar.")
    assert words(sheet, 6) == ("Diterima, catatan", "TGL LAHIR: Tanggal tidak mungkin. Perbaiki di lembar.")
    assert words(sheet, 7) == ("Catatan", "NIK: Jumlah berbeda. Perbaiki di lembar.")
    assert words(sheet, 1) == (None, None)
    assert sheet["E3"].fill.fgColor.rgb == sheet["D3"].fill.fgColor.rgb == "001B5FA8"
    assert all(is_added(str(sheet.cell(3, column).value)) for column in (5, 6))


def test_the_gravest_state_counts_and_all_reasons_are_told(tmp_path: Path) -> None:
    both = table(problem(4, ProblemState.NOTE, "C4", "NAMA"), problem(4, ProblemState.REFUSED, "B4"))
    sheet = answered(people(tmp_path / "asal.xlsx"), both)
    assert words(sheet, 4) == (
        "Ditolak", "NAMA: Perlu dicek. Perbaiki di lembar.\nNIK: Perlu dicek. Perbaiki di lembar.",
    )  # fmt: skip


def test_bad_cells_are_coloured_commented_and_ready_for_sixteen_digits(tmp_path: Path) -> None:
    sheet = answered(
        people(tmp_path / "asal.xlsx"),
        table(
            problem(5, ProblemState.PARKED, "B5"), problem(5, ProblemState.NOTE, "C5", "NAMA"),
            problem(3, ProblemState.NOTE, column="Segmen", message="Segmen tidak tertulis."), identifiers=frozenset({2}),
        ),
    )  # fmt: skip
    assert sheet["B5"].fill.fgColor.rgb == "FFF6D8CF"
    assert sheet["B5"].number_format == "@"
    assert sheet["B5"].value == SHORT
    assert sheet["B5"].comment is not None
    assert sheet["B5"].comment.text == "Perlu dicek. Perbaiki di lembar."
    assert sheet["C5"].comment is not None
    assert sheet["C5"].comment.text == "Sudah dicek\nCakupan: Perlu dicek. Perbaiki di lembar."
    assert sheet["E3"].comment is not None
    assert sheet["E3"].comment.text.startswith("Segmen tidak tertulis.")
    assert sheet["B4"].fill.fgColor.rgb == "00000000"


def test_all_other_parts_stay_byte_for_byte(tmp_path: Path) -> None:
    source = people(tmp_path / "asal.xlsx")
    answered(source, table(problem(5, ProblemState.PARKED, "B5"), accepted=(4, 6)))
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(tmp_path / "balasan.xlsx") as after:
        assert after.namelist()[0] == "[Content_Types].xml"
        names = set(before.namelist())
        changed = {name for name in names if before.read(name) != after.read(name)}
    assert changed == {
        "[Content_Types].xml", "_rels/.rels", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/comments/comment1.xml",
        "xl/drawings/commentsDrawing1.vml",
    }  # fmt: skip


def test_the_sheet_keeps_its_formulas_chart_and_rules(tmp_path: Path) -> None:
    sheet = answered(people(tmp_path / "asal.xlsx"), table(problem(5, ProblemState.PARKED, "B5"), accepted=(4, 6)))
    assert sheet["B7"].value == "=COUNTA(B4:B6)"
    assert len(sheet._charts) == 1  # type: ignore[attr-defined]
    assert [str(each.sqref) for each in sheet.conditional_formatting] == ["A4:A6"]
    assert sheet.auto_filter.ref == "E3:F6"


def test_a_header_of_two_rows_is_joined_over_both(tmp_path: Path) -> None:
    sheet = answered(people(tmp_path / "asal.xlsx"), table(accepted=(4,), header=(2, 3)))
    assert "E2:E3" in [str(each) for each in sheet.merged_cells.ranges]
    assert sheet["E2"].value is None  # row 2 has no cells of its own in the file


def test_the_mark_is_found_again_after_the_sender_saved(tmp_path: Path) -> None:
    source = people(tmp_path / "asal.xlsx")
    assert mark_in(source) == ""
    answered(source, table(accepted=(4,)))
    book = load_workbook(tmp_path / "balasan.xlsx")
    book["Peserta"]["B5"] = "5105010202919002"
    book.save(tmp_path / "diperbaiki.xlsx")
    assert mark_in(tmp_path / "diperbaiki.xlsx") == TOKEN
    answer_workbook(tmp_path / "diperbaiki.xlsx", tmp_path / "lagi.xlsx", [], "f" * 32)
    assert mark_in(tmp_path / "lagi.xlsx") == "f" * 32


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"PK\x03\x04" + bytes(90), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"NIK;Nama\n"]
)
def test_a_file_without_a_mark_is_no_trouble(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "berkas").write_bytes(content)
    assert mark_in(tmp_path / "berkas") == ""
    assert not can_be_answered(tmp_path / "berkas")
    assert mark_in(tmp_path / "tidak ada") == ""


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (
            "docProps/custom.xml",
            f'<Properties><property pid="2" name="Cakupan"><vt:lpwstr>{TOKEN}</vt:lpwstr></property>',
        ),
        ("docprops\\Custom.xml", f"<p:property name='Cakupan' pid='9'>\n <v:lpwstr >{TOKEN}</v:lpwstr>"),
        ("meta.xml", f'<office:meta><meta:user-defined meta:name="Cakupan">{TOKEN}</meta:user-defined>'),
    ],
)
def test_the_mark_is_read_whatever_program_wrote_it(tmp_path: Path, part: str, text: str) -> None:
    with zipfile.ZipFile(tmp_path / "berkas", "w") as package:
        package.writestr(part, text)
    assert mark_in(tmp_path / "berkas") == TOKEN


def raw(path: Path, sheet: str) -> Path:
    """A package whose sheet is given as XML, without styles; `R` stands for the namespace of relationships."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/isi/buku.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/isi/satu.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{office}/officeDocument"'
        ' Target="/isi/buku.xml"/></Relationships>',
        "isi/buku.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{office}"><sheets><sheet name="Peserta" sheetId="1" r:id="b"/></sheets>'
        "</workbook>",
        "isi/_rels/buku.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="b" Type="{office}/worksheet"'
        ' Target="satu.xml"/></Relationships>',
        "isi/satu.xml": sheet,
    }
    with zipfile.ZipFile(path, "w") as package_:
        for name, text in parts.items():
            package_.writestr(name, text)
    return path


PREFIXED = (
    f'<x:worksheet xmlns:x="{MAIN}"><x:cols><x:col min="4" max="16384" width="3" hidden="1"/></x:cols><x:sheetData>'
    '<x:row><x:c t="inlineStr"><x:is><x:t>NIK</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>NAMA</x:t></x:is></x:c></x:row>'
    '<x:row spans="1:2"><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>'
    '<x:row r="7"><x:c r="B7"><x:v>3</x:v></x:c><x:c><x:v>4</x:v></x:c><x:c r="G7"><x:v>5</x:v></x:c></x:row>'
    "</x:sheetData></x:worksheet>"
)


def test_prefixes_missing_addresses_and_no_styles(tmp_path: Path) -> None:
    sheet = answered(
        raw(tmp_path / "asal.xlsx", PREFIXED),
        table(problem(7, ProblemState.PARKED, "B7"), accepted=(2,), header=(1, 1), right=2, column=4),
    )
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["NIK", "NAMA", None, STATUS, REASON, None, None]
    assert rows[1] == [1, 2, None, "Diterima", None, None, None]
    assert rows[6] == [None, 3, 4, "Menunggu", "NIK: Perlu dicek. Perbaiki di lembar.", None, 5]
    with zipfile.ZipFile(tmp_path / "balasan.xlsx") as package:
        text = package.read("isi/satu.xml").decode()
    assert text.count("xmlns:x=") == 1
    assert '<x:col min="6" max="16384" width="3" hidden="1"/>' in text
    assert "spans" not in text


def test_two_tables_side_by_side_name_their_columns(tmp_path: Path) -> None:
    source = people(tmp_path / "asal.xlsx")
    sheet = answered(source, table(accepted=(4,)), table(accepted=(5,), column=7, label="kolom A–D"))
    assert [sheet.cell(3, column).value for column in range(5, 9)] == [
        STATUS, REASON, f"{STATUS} kolom A–D", f"{REASON} kolom A–D",
    ]  # fmt: skip
    assert is_added(f"{STATUS} kolom A–D")


def test_a_table_that_shows_no_header_has_only_its_cells_coloured(tmp_path: Path) -> None:
    sheet = answered(
        people(tmp_path / "asal.xlsx"), table(problem(5, ProblemState.NOTE, "B5"), header=(0, 0), column=0)
    )
    assert sheet["B5"].fill.fgColor.rgb == "FFFBF0D9"
    assert sheet.max_column == 4


@pytest.mark.parametrize(
    ("for_clerk", "told"),
    [
        ("Minta nomor asli kepada pengirim.", "Tulis nomor yang asli."),
        ("Isi NIK orang ini, lalu impor lagi lembarnya.", "Isi NIK orang ini, lalu kirim kembali lembarnya."),
        ("Tanyakan angkanya kepada pengirim, lalu isi selnya.", "Isi angkanya di sel ini."),
        ("Minta NIB asli kepada pengirim, lalu tulis sebagai teks.", "Tulis NIB yang asli, lalu tulis sebagai teks."),
        (
            "Minta berkas lengkap dengan lembar Lokasi Pekerjaan.",
            "Kirim berkas lengkap dengan lembar Lokasi Pekerjaan.",
        ),
        ("Perbaiki tanggal pada KTP.", "Perbaiki tanggal pada KTP."),
    ],
)
def test_a_step_is_turned_towards_the_sender(for_clerk: str, told: str) -> None:
    assert for_sender(for_clerk) == told


def test_macros_are_kept_as_they_are(tmp_path: Path) -> None:
    source = people(tmp_path / "asal.xlsx")
    macro = tmp_path / "makro.xlsm"
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(macro, "w") as copy:
        for name in package.namelist():
            text = package.read(name).replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")
            text = text.replace(
                b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.macro", b"vnd.ms-excel.sheet.macro"
            )
            copy.writestr(name, text)
        copy.writestr("xl/vbaProject.bin", b"makro")
    assert has_macros(macro)
    assert not has_macros(source)
    answer_workbook(macro, tmp_path / "balasan.xlsm", [table(accepted=(4,))], TOKEN)
    with zipfile.ZipFile(tmp_path / "balasan.xlsm") as package:
        assert package.read("xl/vbaProject.bin") == b"makro"


values = st.one_of(st.none(), st.integers(-(10**9), 10**9), st.text("aB<&> 9", max_size=6), st.booleans())


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(st.lists(values, max_size=6), min_size=1, max_size=8), states=st.data())
def test_whatever_stands_there_stays_there(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[Any]], states: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("acak")
    book = Workbook()
    book.worksheets[0].title = "Peserta"
    for place, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            book.worksheets[0].cell(place, column, value)
    book.save(folder / "asal.xlsx")
    state = {row: states.draw(st.sampled_from([None, *ProblemState])) for row in range(3, len(rows) + 2)}
    found = [problem(row, kind, f"B{row}") for row, kind in state.items() if kind]
    accepted = [row for row, kind in state.items() if kind in (None, ProblemState.NOTE)]
    sheet = answered(folder / "asal.xlsx", table(*found, accepted=accepted, header=(2, 2), right=6, column=7))
    before = load_workbook(folder / "asal.xlsx").worksheets[0]
    for cells in before.iter_rows():
        assert [sheet[cell.coordinate].value for cell in cells] == [cell.value for cell in cells]
    written = {row for row in range(3, len(rows) + 2) if any(v is not None for v in rows[row - 2])}
    names = {None: "Diterima", "catatan": "Diterima, catatan", "menunggu": "Menunggu", "ditolak": "Ditolak"}
    assert all(sheet.cell(row, 7).value == names[state[row]] for row in written)
