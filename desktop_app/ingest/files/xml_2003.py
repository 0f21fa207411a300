"""XML Spreadsheet 2003 (SpreadsheetML), often named .xls: one XML with typed cells, gaps (ss:Index) and merges."""

from collections.abc import Iterator
from math import isfinite

from desktop_app.domain.errors import NotAWorkbook, TooLargeWorkbook
from desktop_app.ingest.files import limits
from desktop_app.ingest.files.book import Spans
from desktop_app.ingest.files.references import exact, whole
from desktop_app.ingest.files.serials import iso
from desktop_app.ingest.files.sparse import Cells, filled_row
from desktop_app.ingest.files.xml_guard import Handler, attribute, local, walk_through
from desktop_app.ingest.grid import Cell, Grid, Merged, Row

_NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def looks_like_xml_2003(head: str) -> bool:
    return head.lstrip("\ufeff \t\r\n").startswith("<") and _NAMESPACE in head and "<html" not in head.lower()


def read_xml_2003(file: str, data: bytes) -> tuple[Grid, ...]:
    """Raises: NotAWorkbook: it holds no worksheet; DamagedWorkbook, UnsafeWorkbook, TooLargeWorkbook."""
    if len(data) > limits.MARKUP_BYTES:
        raise TooLargeWorkbook(file, f"lebih dari {limits.MARKUP_BYTES // limits.MIB} MB")
    book = _Book()
    walk_through(file, (data[place : place + limits.MIB] for place in range(0, len(data), limits.MIB)), book)
    if not book.sheets:
        raise NotAWorkbook(file)
    return tuple(sheet.grid() for sheet in book.sheets)


class _Sheet:
    def __init__(self, name: str) -> None:
        self.name, self.hidden = name, False
        self.rows: dict[int, Cells] = {}
        self.merged: list[Merged] = []
        self.hidden_rows = Spans()
        self.hidden_columns = Spans()
        self.row = self.column = self.columns = -1
        self.span = 0

    def start_row(self, attributes: dict[str, str]) -> None:
        self.row = _index(attributes, self.row + self.span + 1, limits.ROWS)
        self.span = min((whole(attribute(attributes, "Span")) or 0), limits.ROWS)
        self.column = -1
        if attribute(attributes, "Hidden") == "1":
            self.hidden_rows.add(self.row, self.row + self.span)

    def start_cell(self, attributes: dict[str, str]) -> int:
        """The column of the cell; those under its merge are passed over."""
        column = _index(attributes, self.column + 1, limits.COLUMNS)
        right, down = (
            (whole(attribute(attributes, "MergeAcross")) or 0),
            (whole(attribute(attributes, "MergeDown")) or 0),
        )
        self.column = min(column + right, limits.COLUMNS - 1)
        if right or down:
            self.merged.append(Merged(self.row, column, min(self.row + down, limits.ROWS - 1), self.column))
        return column

    def start_column(self, attributes: dict[str, str]) -> None:
        first = _index(attributes, self.columns + 1, limits.COLUMNS)
        self.columns = min(first + (whole(attribute(attributes, "Span")) or 0), limits.COLUMNS - 1)
        if attribute(attributes, "Hidden") == "1":
            self.hidden_columns.add(first, self.columns)

    def grid(self) -> Grid:
        height = max(self.rows, default=-1) + 1
        return Grid(
            self.name, lambda: self._rows(height), height, tuple(self.merged), self.hidden,
            self.hidden_rows.below(height), self.hidden_columns.below(limits.COLUMNS),
        )  # fmt: skip

    def _rows(self, height: int) -> Iterator[Row]:
        return (filled_row(self.rows.get(number, {})) for number in range(height))


class _Book(Handler):
    def __init__(self) -> None:
        self.sheets: list[_Sheet] = []
        self._column = 0
        self._kind = ""
        self._in_comment = False
        self._pieces: list[str] | None = None
        self._option: list[str] | None = None
        self._known: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "Worksheet":
                self.sheets.append(_Sheet(attribute(attributes, "Name") or ""))
            case "Row" if self.sheets:
                self.sheets[-1].start_row(attributes)
            case "Cell" if self.sheets:
                self._column = self.sheets[-1].start_cell(attributes)
            case "Data" if self.sheets and not self._in_comment:
                self._kind, self._pieces = attribute(attributes, "Type") or "String", []
            case "Column" if self.sheets:
                self.sheets[-1].start_column(attributes)
            case "Comment":
                self._in_comment = True
            case "Visible":
                self._option = []

    def end(self, name: str) -> None:
        match local(name):
            case "Comment":
                self._in_comment = False
            case "Data" if self._pieces is not None:
                self._end_data("".join(self._pieces))
                self._pieces = None
            case "Visible" if self._option is not None:
                if self.sheets:
                    self.sheets[-1].hidden = "".join(self._option).strip() in ("SheetHidden", "SheetVeryHidden")
                self._option = None

    def text(self, text: str) -> None:
        if self._pieces is not None:
            self._pieces.append(text)
        elif self._option is not None:
            self._option.append(text)

    def _end_data(self, text: str) -> None:
        sheet = self.sheets[-1]
        cell = _value(self._kind, text)
        if cell != "" and sheet.row >= 0:
            known = self._known.setdefault(cell, cell) if isinstance(cell, str) else cell
            sheet.rows.setdefault(sheet.row, {})[self._column] = known


def _value(kind: str, text: str) -> Cell:
    match kind:
        case "Number":
            return _number(text.strip())
        case "Boolean":
            return text.strip() == "1"
        case "DateTime":
            moment = text.strip()
            return iso(moment.removesuffix("T00:00:00.000").removesuffix("T00:00:00"))
    return text


def _number(text: str) -> Cell:
    try:
        number = float(text)
    except ValueError:
        return text
    return exact(number, text) if isfinite(number) else text


def _index(attributes: dict[str, str], following: int, ceiling: int) -> int:
    number = whole(attribute(attributes, "Index"))
    return min(number - 1 if number else following, ceiling - 1)
