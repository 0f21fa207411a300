"""What a worksheet can hold."""

from desktop_app.domain.errors import AppError
from desktop_app.domain.indonesian import number

MOST_ROWS = 1_048_576


class TooManyRows(AppError):
    """A table does not fit into one sheet of Excel."""

    title = "Terlalu banyak baris"
    hint = "Pilih wilayah atau masa yang lebih sempit, lalu buat lagi. Berkas lama tidak berubah."

    def __init__(self, sheet: str, rows: int) -> None:
        super().__init__(
            f"Lembar “{sheet}” memerlukan {number(rows)} baris, sedangkan Excel hanya memuat {number(MOST_ROWS)}."
        )


def check_rows(rows: int, sheet: str, most: int = MOST_ROWS) -> None:
    """Raises TooManyRows."""
    if rows > most:
        raise TooManyRows(sheet, rows)
