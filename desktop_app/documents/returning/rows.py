"""Changes single rows of a sheet while they pass: two cells at their end, and colours for the bad ones."""

from collections.abc import Sequence

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.returning.line import Line
from desktop_app.documents.returning.styles import Styles, Tone
from desktop_app.documents.returning.words import BadCell, TableWords
from desktop_app.domain.returned import REASON, STATUS


class RowEditor:
    """Says of every row of a sheet what `tables` say of it."""

    def __init__(self, tables: Sequence[TableWords], styles: Styles) -> None:
        self._styles = styles
        self._answered = [words for words in tables if words.table.column]
        self._bad: dict[int, dict[int, tuple[BadCell, bool]]] = {}
        for words in tables:
            identifiers = words.table.identifiers
            for row, cells in words.bad_cells().items():
                marked = {column: (cell, column in identifiers) for column, cell in cells.items()}
                self._bad.setdefault(row, {}).update(marked)

    def edit(self, row: etree._Element, number: int) -> None:
        """Change the row in place; one of no table stays as it is."""
        line = Line(row, number)
        for column, (cell, as_text) in self._bad.get(number, {}).items():
            found = line.cell(column)
            found.set("s", str(self._styles.coloured(int(found.get("s", "0")), cell.tone, as_text=as_text)))
        for words in self._answered:
            self._answer(line, number, words)

    def _answer(self, line: Line, number: int, words: TableWords) -> None:
        top, bottom = words.table.header
        if top <= number <= bottom:
            self._head(line, number, words)
        elif number > bottom and (said := words.said(number)) is not None:
            base = line.style_at(words.table.right)
            line.write(words.table.column, said.status, self._styles.words(base, said.tone))
            line.write(words.table.column + 1, said.reason, self._styles.words(base, Tone.PLAIN))

    def _head(self, line: Line, number: int, words: TableWords) -> None:
        """The titles stand in the header's first row, over all of them."""
        style = self._styles.header(line.style_at(words.table.right))
        for place, title in enumerate((STATUS, REASON)):
            text = f"{title} {words.table.label}".strip() if number == words.table.header[0] else ""
            line.write(words.table.column + place, text, style)
