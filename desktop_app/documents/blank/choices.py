"""The sheet “Daftar” behind the drop-downs, and the formulas that point at it. They work in Excel and LibreOffice alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.documents import excel
from desktop_app.domain.indonesian import MONTHS
from desktop_app.domain.templates import BlankTemplate, TemplatePlace

SHEET = "Daftar"
_TOP = 3
"""The first row below the titles."""
_BEFORE, _AFTER = 11, 12
"""Months that can be chosen before and after the one in which the template was made."""
_TITLES = ("Kabupaten/Kota", "Kecamatan", "Desa/Kelurahan", "Kode", "Kunci kecamatan", "Kunci desa", "", "Kabupaten/Kota",
           "Kecamatan", "", "Kabupaten/Kota", "", "Pilihan bulan")  # fmt: skip
_WIDTHS = (24, 22, 24, 15, 34, 44, 3, 24, 22, 3, 24, 3, 18)


@dataclass(frozen=True, slots=True)
class Choices:
    """Ranges of the sheet “Daftar”, and the formulas of a row that depend on its other cells."""

    places: int
    districts: int
    regencies: int
    months: int
    by_regency: bool

    def months_list(self) -> str:
        return f"={_range('M', self.months)}"

    def regency_list(self) -> str:
        return f"={_range('K', self.regencies)}"

    def district_list(self, regency: str) -> str:
        """All kecamatan, or those of the kabupaten that stands in the cell `regency`."""
        if not self.by_regency:
            return f"={_range('I', self.districts)}"
        return _dependent("I", _range("H", self.districts), regency)

    def village_list(self, regency: str, district: str) -> str:
        """The villages of the kecamatan that stands beside."""
        return _dependent("C", _range("E", self.places), self._key(regency, district))

    def code(self, regency: str, district: str, village: str) -> str:
        """The code of the village that was chosen; empty until there is one."""
        found = f"MATCH({self._key(regency, district, village)},{_range('F', self.places)},0)"
        return f'=IF({village}="","",IFERROR(INDEX({_range("D", self.places)},{found}),""))'

    def _key(self, regency: str, *cells: str) -> str:
        return '&"|"&'.join([*([regency] if self.by_regency else []), *cells])


def fill_choices(sheet: Worksheet, template: BlankTemplate) -> Choices:
    """Write the lists; the villages of a kecamatan stand together, in the order of their codes."""
    by_regency = template.several_regencies
    excel.set_widths(sheet, *_WIDTHS)
    excel.put(sheet, 1, 1, "Isi pilihan di lembar data. Jangan diubah.", excel.SUBTITLE)
    for column, title in enumerate(_TITLES, start=1):
        if title:
            excel.put(sheet, _TOP - 1, column, title, excel.HEAD)
    districts = list(dict.fromkeys((place.kabupaten, place.kecamatan) for place in template.places))
    regencies = list(dict.fromkeys(regency for regency, _ in districts))
    months = _months(template.made_on)
    _column(sheet, 1, [place.kabupaten for place in template.places])
    _column(sheet, 2, [place.kecamatan for place in template.places])
    _column(sheet, 3, [place.desa for place in template.places])
    _column(sheet, 4, [place.code for place in template.places])
    _column(sheet, 5, [_joined(place, by_regency) for place in template.places])
    _column(sheet, 6, [f"{_joined(place, by_regency)}|{place.desa}" for place in template.places])
    _column(sheet, 8, [regency for regency, _ in districts])
    _column(sheet, 9, [district for _, district in districts])
    _column(sheet, 11, regencies)
    _column(sheet, 13, months)
    sheet.freeze_panes = f"A{_TOP}"
    return Choices(len(template.places), len(districts), len(regencies), len(months), by_regency)


def _joined(place: TemplatePlace, by_regency: bool) -> str:
    return f"{place.kabupaten}|{place.kecamatan}" if by_regency else place.kecamatan


def _column(sheet: Worksheet, column: int, values: Sequence[str]) -> None:
    for row, value in enumerate(values, start=_TOP):
        cell = sheet.cell(row, column, value)
        cell.number_format = "@"


def _months(made_on: date) -> list[str]:
    first = made_on.year * 12 + made_on.month - 1 - _BEFORE
    return [f"{MONTHS[month % 12]} {month // 12}" for month in range(first, first + _BEFORE + 1 + _AFTER)]


def _range(letter: str, count: int) -> str:
    return f"{SHEET}!${letter}${_TOP}:${letter}${_TOP + max(count, 1) - 1}"


def _dependent(letter: str, keys: str, key: str) -> str:
    """The part of a column whose keys, which stand together, are `key`."""
    return f"=OFFSET({SHEET}!${letter}${_TOP},MATCH({key},{keys},0)-1,0,COUNTIF({keys},{key}),1)"
