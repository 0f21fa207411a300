"""Workbooks of Office Open XML written part by part, in every way the standard allows and openpyxl does not choose."""

import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from tests.messy.book import Book, Cell, Page, letter

_LOOSE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How the parts are written.

    `strings`: shared, inline, formula (`t="str"`), rich (runs), phonetic (runs with a reading that is not text).
    `refs`: cells and rows carry their address. `prefix`: of the main namespace. `dimension`: what the sheet claims.
    """

    strict: bool = False
    prefix: str = ""
    refs: bool = True
    strings: str = "shared"
    encoding: str = "UTF-8"
    absolute: bool = False
    dimension: str = ""
    iso_dates: bool = False
    odd_names: bool = False
    tail: str = ""


def write_raw(book: Book, path: Path, style: Style) -> None:
    parts = _Parts(book, style)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.all().items():
            made.writestr(name, text.encode(style.encoding.replace("UTF-16", "utf-16")))


class _Parts:
    """The parts of one workbook; shared strings are collected while the sheets are written."""

    def __init__(self, book: Book, style: Style) -> None:
        self._book, self._style = book, style
        self._shared: list[str] = []
        self._p = f"{style.prefix}:" if style.prefix else ""
        self._main = (_STRICT + "spreadsheetml/main") if style.strict else (_LOOSE + "spreadsheetml/2006/main")
        self._rel = (
            (_STRICT + "officeDocument/relationships")
            if style.strict
            else (_LOOSE + "officeDocument/2006/relationships")
        )

    def all(self) -> dict[str, str]:
        """Part name -> XML."""
        sheets = {f"xl/{self._sheet(i)}": self._sheet_part(page) for i, page in enumerate(self._book.pages, 1)}
        return {
            "[Content_Types].xml": self._types(),
            "_rels/.rels": self._relations({"rId1": ("officeDocument", f"{self._base('')}xl/workbook.xml")}),
            "xl/workbook.xml": self._workbook(),
            "xl/_rels/workbook.xml.rels": self._workbook_relations(),
            "xl/styles.xml": self._styles(),
            **sheets,
            "xl/sharedStrings.xml": self._strings_part(),
        }

    def _sheet(self, number: int) -> str:
        return f"lembar/isi{number}.xml" if self._style.odd_names else f"worksheets/sheet{number}.xml"

    def _base(self, folder: str) -> str:
        return f"/{folder}" if self._style.absolute else ""

    def _xml(self, name: str, inside: str, more: str = "") -> str:
        colon = f":{self._style.prefix}" if self._style.prefix else ""
        head = f'<?xml version="1.0" encoding="{self._style.encoding}" standalone="yes"?>'
        return (
            f'{head}<{self._p}{name} xmlns{colon}="{self._main}" xmlns:r="{self._rel}"{more}>{inside}</{self._p}{name}>'
        )

    def _types(self) -> str:
        kinds = {"xl/workbook.xml": "sheet.main", "xl/styles.xml": "styles", "xl/sharedStrings.xml": "sharedStrings"}
        kinds |= {f"xl/{self._sheet(i)}": "worksheet" for i in range(1, len(self._book.pages) + 1)}
        lines = "".join(
            f'<Override PartName="/{name}" ContentType="{_MAIN_TYPE}{kind}+xml"/>' for name, kind in kinds.items()
        )
        return (
            f'<?xml version="1.0" encoding="{self._style.encoding}"?><Types xmlns="{_PACKAGE}content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
        )

    def _relations(self, targets: dict[str, tuple[str, str]]) -> str:
        lines = "".join(
            f'<Relationship Id="{key}" Type="{self._rel}/{kind}" Target="{target}"/>'
            for key, (kind, target) in targets.items()
        )
        head = f'<?xml version="1.0" encoding="{self._style.encoding}"?>'
        return f'{head}<Relationships xmlns="{_PACKAGE}relationships">{lines}</Relationships>'

    def _workbook_relations(self) -> str:
        base = self._base("xl/")
        targets = {f"rId{i}": ("worksheet", f"{base}{self._sheet(i)}") for i in range(1, len(self._book.pages) + 1)}
        targets["rId98"] = ("styles", f"{base}styles.xml")
        targets["rId99"] = ("sharedStrings", f"{base}sharedStrings.xml")
        return self._relations(targets)

    def _workbook(self) -> str:
        p = self._p
        era = f'<{p}workbookPr date1904="1"/>' if self._book.date1904 else ""
        sheets = "".join(
            f'<{p}sheet name="{escape(page.name)}" sheetId="{i}" r:id="rId{i}"{" state=" + chr(34) + "hidden" + chr(34) if page.hidden else ""}/>'
            for i, page in enumerate(self._book.pages, 1)
        )
        return self._xml("workbook", f"{era}<{p}sheets>{sheets}</{p}sheets>")

    def _styles(self) -> str:
        p = self._p
        return self._xml(
            "styleSheet",
            f"<{p}fonts><{p}font/></{p}fonts><{p}fills><{p}fill/></{p}fills><{p}borders><{p}border/></{p}borders>"
            f"<{p}cellStyleXfs><{p}xf/></{p}cellStyleXfs>"
            f'<{p}cellXfs><{p}xf numFmtId="0"/><{p}xf numFmtId="14" applyNumberFormat="1"/></{p}cellXfs>',
        )

    def _sheet_part(self, page: Page) -> str:
        p, style = self._p, self._style
        claim = f'<{p}dimension ref="{style.dimension}"/>' if style.dimension else ""
        rows = "".join(self._row(page, row) for row in sorted({row for row, _ in page.cells}))
        spans = "".join(
            f'<{p}mergeCell ref="{letter(left)}{top}:{letter(right)}{end}"/>' for top, left, end, right in page.merged
        )
        merged = f"<{p}mergeCells>{spans}</{p}mergeCells>" if spans else ""
        return self._xml("worksheet", f"{claim}<{p}sheetData>{rows}{style.tail}</{p}sheetData>{merged}")

    def _row(self, page: Page, row: int) -> str:
        p = self._p
        last = max(column for r, column in page.cells if r == row)
        cells = "".join(self._cell(row, column, page.cells.get((row, column))) for column in range(1, last + 1))
        address = f' r="{row}"' if self._style.refs else ""
        hidden = ' hidden="1"' if row in page.hidden_rows else ""
        return f"<{p}row{address}{hidden}>{cells}</{p}row>"

    def _cell(self, row: int, column: int, value: Cell) -> str:
        p = self._p
        address = f' r="{letter(column)}{row}"' if self._style.refs else ""
        if value is None:
            return "" if self._style.refs else f"<{p}c/>"
        if isinstance(value, bool):
            return f'<{p}c{address} t="b"><{p}v>{int(value)}</{p}v></{p}c>'
        if isinstance(value, date):
            return self._date(address, value)
        if isinstance(value, (int, float)):
            return f"<{p}c{address}><{p}v>{value!r}</{p}v></{p}c>"
        return self._string(address, value)

    def _date(self, address: str, value: date) -> str:
        p = self._p
        if self._style.iso_dates:
            return f'<{p}c{address} t="d" s="1"><{p}v>{value:%Y-%m-%d}</{p}v></{p}c>'
        serial = value.toordinal() - date(1899, 12, 30).toordinal() - (1462 if self._book.date1904 else 0)
        return f'<{p}c{address} s="1"><{p}v>{serial}</{p}v></{p}c>'

    def _string(self, address: str, value: str) -> str:
        p, text = self._p, escape(value)
        if self._style.strings == "formula":
            return f'<{p}c{address} t="str"><{p}f>CONCATENATE("",1)</{p}f><{p}v>{text}</{p}v></{p}c>'
        if self._style.strings == "inline":
            return f'<{p}c{address} t="inlineStr"><{p}is><{p}t xml:space="preserve">{text}</{p}t></{p}is></{p}c>'
        self._shared.append(value)
        return f'<{p}c{address} t="s"><{p}v>{len(self._shared) - 1}</{p}v></{p}c>'

    def _strings_part(self) -> str:
        p = self._p
        return self._xml("sst", "".join(f"<{p}si>{self._item(text)}</{p}si>" for text in self._shared))

    def _item(self, value: str) -> str:
        p, text = self._p, escape(value)
        if self._style.strings not in ("rich", "phonetic") or len(value) < 2:
            return f'<{p}t xml:space="preserve">{text}</{p}t>'
        half = len(value) // 2
        runs = "".join(
            f'<{p}r><{p}rPr><{p}b/></{p}rPr><{p}t xml:space="preserve">{escape(part)}</{p}t></{p}r>'
            for part in (value[:half], value[half:])
        )
        if self._style.strings == "phonetic":
            runs += f'<{p}rPh sb="0" eb="1"><{p}t>SALAH</{p}t></{p}rPh><{p}phoneticPr fontId="0"/>'
        return runs
