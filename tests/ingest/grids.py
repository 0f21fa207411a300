"""Small sheets in sight of the test, without a file."""

from collections.abc import Sequence

from desktop_app.ingest.grid import Cell, Grid, Merged, Row

NIK = "510304550690"
"""Ward and birth date of invented people; their serials begin at 9001."""


def grid_of(*rows: Sequence[Cell | None], name: str = "Sheet1", merged: Sequence[str] = ()) -> Grid:
    """A sheet of these rows; None and short rows are blank. `merged`: “A1:C1”."""
    width = max(map(len, rows), default=0)
    cells: list[Row] = [["" if cell is None else cell for cell in row] + [""] * (width - len(row)) for row in rows]
    return Grid(name, cells.__iter__, len(cells), tuple(map(_merged, merged)))


def person(number: int) -> tuple[Cell, ...]:
    """No, NIK, name."""
    return number, f"{NIK}{9000 + number}", f"Ni Contoh {number}"


def _merged(text: str) -> Merged:
    (left, top), (right, bottom) = (_place(part) for part in text.split(":"))
    return Merged(top, left, bottom, right)


def _place(text: str) -> tuple[int, int]:
    letters = text.rstrip("0123456789")
    column = 0
    for character in letters:
        column = column * 26 + ord(character) - ord("A") + 1
    return column - 1, int(text[len(letters) :]) - 1
