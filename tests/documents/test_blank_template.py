"""Blank templates: what may be entered, the lists behind it, the stamp; and nothing in them that was invented."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents.blank_template import FIRST_ROW, HEADER_ROW, write_blank
from desktop_app.domain.regions import Level, Region
from desktop_app.domain.templates import BlankTemplate, TemplateKind, TemplatePlace

KLUNGKUNG = Region("51.05", "Kabupaten Klungkung", Level.KABUPATEN)
PLACES = (
    TemplatePlace("51.05.01.2007", "Kabupaten Klungkung", "Nusa Penida", "Suana"),
    TemplatePlace("51.05.01.2008", "Kabupaten Klungkung", "Nusa Penida", "Batununggul"),
    TemplatePlace("51.05.02.2001", "Kabupaten Klungkung", "Banjarangkan", "Negari"),
)
ELSEWHERE = TemplatePlace("51.08.01.2001", "Kabupaten Buleleng", "Gerokgak", "Sumberklampok")


def written(kind: TemplateKind, folder: Path, places: tuple[TemplatePlace, ...] = PLACES) -> Workbook:
    template = BlankTemplate(kind=kind, region=KLUNGKUNG, places=places, made_on=date(2026, 11, 24))
    write_blank(template, folder / "templat.xlsx")
    return load_workbook(folder / "templat.xlsx")


def data(book: Workbook) -> Worksheet:
    sheet = book.worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def letters(sheet: Worksheet) -> dict[str, str]:
    return {str(cell.value): cell.column_letter for cell in sheet[HEADER_ROW] if cell.value}


def check_on(sheet: Worksheet, title: str, row: int = FIRST_ROW) -> DataValidation:
    cell = f"{letters(sheet)[title]}{row}"
    [found] = [each for each in sheet.data_validations.dataValidation if cell in each.sqref]
    assert isinstance(found, DataValidation)
    return found


@pytest.mark.parametrize("kind", TemplateKind)
def test_every_kind_is_whole_and_stamped(kind: TemplateKind, tmp_path: Path) -> None:
    book = written(kind, tmp_path)
    assert book.sheetnames[1:] == ["Petunjuk", "Daftar"]
    assert [(each.name, each.value) for each in book.custom_doc_props.props] == [  # type: ignore[attr-defined]
        ("Templat Cakupan", f"1 {kind} 51.05 2026-11-24")
    ]
    assert book["Petunjuk"]["A2"].value == "Templat Cakupan 1, 24 November 2026"
    sheet = data(book)
    assert sheet["A2"].value == "Kabupaten Klungkung"
    assert sheet.freeze_panes is not None
    assert sheet.print_title_rows == "$7:$7"
    assert book.active is sheet
    explained = [str(row[1]) for row in book["Petunjuk"].iter_rows(min_row=9, values_only=True)]
    assert all(
        any(text.startswith((f"{title}:", f"{title} (wajib):")) for text in explained) for title in letters(sheet)
    )


@pytest.mark.parametrize("kind", [kind for kind in TemplateKind if not kind.startswith("rekap")])
def test_lists_are_empty_but_for_the_codes_to_come(kind: TemplateKind, tmp_path: Path) -> None:
    sheet = data(written(kind, tmp_path))
    code = letters(sheet)["Kode wilayah"]
    filled = {cell.column_letter for row in sheet.iter_rows(min_row=FIRST_ROW) for cell in row if cell.value}
    assert filled == {code}


def test_numbers_of_persons_are_text_of_sixteen_digits(tmp_path: Path) -> None:
    sheet = data(written(TemplateKind.PESERTA_PU, tmp_path))
    at = letters(sheet)
    for title in ("NIK", "No KPJ", "NPP"):
        assert sheet.column_dimensions[at[title]].number_format == "@"
    check = check_on(sheet, "NIK", 5000)
    cell = f"${at['NIK']}8"
    assert check.formula1 == f"AND(ISTEXT({cell}),OR(LEN({cell})=16),ISNUMBER(VALUE({cell})))"
    assert "16 angka" in str(check.error)
    assert check.showErrorMessage
    day = check_on(sheet, "Tanggal lahir")
    assert (day.type, day.formula1, day.formula2) == ("date", "DATE(1930,1,1)", "TODAY()")


@pytest.mark.parametrize(
    ("kind", "title", "choices"),
    [
        (TemplateKind.PESERTA_PU, "Jenis kelamin", '"L,P"'),
        (TemplateKind.PESERTA_PU, "Segmen", '"PU,JAKON"'),
        (TemplateKind.PESERTA_PU, "JP", '"Y,T"'),
        (TemplateKind.PESERTA_BPU, "Status", '"Aktif,Tidak aktif"'),
        (TemplateKind.RENTAN, "Desil", '"1,2,3,4,5,6,7,8,9,10"'),
        (TemplateKind.PERUSAHAAN, "Skala usaha", '"Mikro,Kecil,Menengah,Besar"'),
    ],
)
def test_choices_drop_down(kind: TemplateKind, title: str, choices: str, tmp_path: Path) -> None:
    check = check_on(data(written(kind, tmp_path)), title)
    assert (check.type, check.formula1) == ("list", choices)
    assert len(str(check.error)) <= 255
    assert len(choices) <= 257


def test_villages_follow_their_kecamatan(tmp_path: Path) -> None:
    book = written(TemplateKind.RENTAN, tmp_path)
    sheet, at = data(book), letters(data(book))
    kecamatan = f"${at['Kecamatan']}8"
    assert check_on(sheet, "Kecamatan").formula1 == "=Daftar!$I$3:$I$4"
    assert check_on(sheet, "Desa/Kelurahan").formula1 == (
        f"=OFFSET(Daftar!$C$3,MATCH({kecamatan},Daftar!$E$3:$E$5,0)-1,0,COUNTIF(Daftar!$E$3:$E$5,{kecamatan}),1)"
    )
    village = f"${at['Desa/Kelurahan']}8"
    assert sheet[f"{at['Kode wilayah']}8"].value == (
        f'=IF({village}="","",IFERROR(INDEX(Daftar!$D$3:$D$5,MATCH({kecamatan}&"|"&{village},Daftar!$F$3:$F$5,0)),""))'
    )
    assert [cell.value for cell in book["Daftar"][3]][:6] == [
        "Kabupaten Klungkung", "Nusa Penida", "Suana", "51.05.01.2007", "Nusa Penida", "Nusa Penida|Suana",
    ]  # fmt: skip
    assert "Kabupaten/Kota" not in at


def test_over_several_regencies_the_kabupaten_comes_first(tmp_path: Path) -> None:
    sheet = data(written(TemplateKind.RENTAN, tmp_path, (*PLACES, ELSEWHERE)))
    regency = f"${letters(sheet)['Kabupaten/Kota']}8"
    assert check_on(sheet, "Kabupaten/Kota").formula1 == "=Daftar!$K$3:$K$4"
    assert f"MATCH({regency},Daftar!$H$3:$H$5,0)" in str(check_on(sheet, "Kecamatan").formula1)


def test_months_can_be_chosen_around_the_day_it_was_made(tmp_path: Path) -> None:
    book = written(TemplateKind.PESERTA_BPU, tmp_path)
    months = [cell.value for cell in book["Daftar"]["M"] if cell.value][1:]
    assert (len(months), months[0], months[11], months[-1]) == (24, "Desember 2025", "November 2026", "November 2027")


def test_a_recap_lists_its_regions_with_sums(tmp_path: Path) -> None:
    sheet = data(written(TemplateKind.REKAP_DESA, tmp_path))
    rows = [[cell.value for cell in row][:4] for row in sheet.iter_rows(min_row=FIRST_ROW, max_row=FIRST_ROW + 3)]
    assert rows == [
        [1, "51.05.01.2007", "Nusa Penida", "Suana"], [2, "51.05.01.2008", "Nusa Penida", "Batununggul"],
        [3, "51.05.02.2001", "Banjarangkan", "Negari"], ["JUMLAH", None, None, None],
    ]  # fmt: skip
    total = letters(sheet)["Jumlah peserta"]
    assert sheet[f"{total}8"].value == '=IF(COUNT(F8:H8)=0,"",SUM(F8:H8))'
    assert sheet[f"{total}11"].value == f'=IF(COUNT({total}8:{total}10)=0,"",SUM({total}8:{total}10))'
