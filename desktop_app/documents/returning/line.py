"""One row of a sheet's XML: its cells found by column, from the right, because what is added stands there."""

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.returning.names import address_of, letters

_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_MOST_TEXT = 32_767
"""Characters of the longest text that a cell may hold."""


class Line:
    """The row `number` of Excel."""

    def __init__(self, row: etree._Element, number: int) -> None:
        self._row, self._number = row, number
        self._space = row.tag.removesuffix("row")
        self._cell = f"{self._space}c"
        # A hint about the row's width is no longer true.
        row.attrib.pop("spans", None)

    def style_at(self, column: int) -> int:
        """The style of a cell, or of the nearest one before it; the row's own where there is none."""
        found, _ = self._from_right(column)
        return int((self._row if found is None else found).get("s", "0"))

    def cell(self, column: int) -> etree._Element:
        """The cell of a column, made in its place where the row has none."""
        found, place = self._from_right(column)
        if found is not None and place == column:
            return found
        new = self._row.makeelement(self._cell, {"r": f"{letters(column)}{self._number}"})
        if found is None:
            self._row.insert(0, new)
        else:
            found.addnext(new)
        return new

    def write(self, column: int, text: str, style: int) -> None:
        """Put a text into a cell, whatever was there."""
        cell = self.cell(column)
        for inner in list(cell):
            cell.remove(inner)
        cell.attrib.pop("t", None)
        cell.set("s", str(style))
        if text:
            cell.set("t", "inlineStr")
            inline = etree.SubElement(etree.SubElement(cell, f"{self._space}is"), f"{self._space}t")
            inline.text = text[:_MOST_TEXT]
            inline.set(_PRESERVE, "preserve")

    def _from_right(self, column: int) -> tuple[etree._Element | None, int]:
        """The last cell that stands no further right than `column`, and its column."""
        for cell in reversed(self._row):
            if cell.tag != self._cell:
                continue
            place = address_of(cell.get("r", ""))
            if place is None:
                self._name_all()
                return self._from_right(column)
            if place[1] <= column:
                return cell, place[1]
        return None, 0

    def _name_all(self) -> None:
        """A cell without an address follows the one before it, which would no longer be true."""
        column = 0
        for cell in self._row:
            if cell.tag == self._cell:
                place = address_of(cell.get("r", ""))
                column = place[1] if place else column + 1
                cell.set("r", f"{letters(column)}{self._number}")
