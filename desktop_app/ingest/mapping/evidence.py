"""What the values of a column look like: how many of them fit a field, seen in a sample of the table's rows."""

from collections.abc import Callable, Sequence

from desktop_app.ingest.cells import shapes
from desktop_app.ingest.cells.numbers import NOTHING
from desktop_app.ingest.cells.values import parse_segment, parse_sex
from desktop_app.ingest.grid import Cell, is_blank, text_of
from desktop_app.ingest.people.fill_down import is_ditto

JUDGED = 120
"""Values of a column that are looked at one by one."""


class Look:
    """One column of the sample; `cells` stand row beside row with those of the other columns."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.cells = cells
        filled = [cell for cell in cells if not is_blank(cell)]
        self.filled = len(filled)
        self.known = [cell for cell in filled if text_of(cell).casefold() not in NOTHING and not is_ditto(cell)][
            :JUDGED
        ]
        self._fits: dict[str, float] = {}

    def fit(self, field: str) -> float | None:
        """How many of the values look like `field`, from 0 to 1; None where nothing can be said."""
        check = check_of(field)
        if check is None or not self.known:
            return None
        if field not in self._fits:
            self._fits[field] = sum(map(check, self.known)) / len(self.known)
        return self._fits[field]

    def distinct(self) -> float:
        """Different values among those that are known: 1.0 where none is said twice."""
        texts = [text_of(cell) for cell in self.cells if not is_blank(cell)]
        return len(set(texts)) / len(texts) if texts else 0.0


def check_of(field: str) -> Callable[[Cell], float] | None:
    """How well one value fits a field, from 0 to 1; None where any value may stand there."""
    if field.startswith(("people_", "workers_", "share_")):
        return shapes.is_number
    return _CHECKS.get(field)


_NUMBERS = "wage dues actual registered arrears target target_people workforce unemployed gap rapel pkbu"
_CHECKED: tuple[tuple[Callable[[Cell], float], str], ...] = (
    (shapes.near_nik, "nik no_kk relative_nik"),
    (shapes.is_civil_servant, "nip"),
    (shapes.near_kpj, "kpj"),
    (shapes.is_phone, "phone"),
    (shapes.is_name, "name name1 mother"),
    (shapes.is_place, "birth_place provinsi kabupaten kecamatan desa"),
    (shapes.is_place_not_street, "wilayah"),
    (shapes.has_letters, "banjar address company base_name"),
    (shapes.is_birth, "birth"),
    (shapes.is_date, "birth_date start_date end_date"),
    (shapes.is_code, "code"),
    (shapes.is_year, "year"),
    (shapes.is_count, "no"),
    (shapes.is_flag, "jht jkk jkm jp jkp"),
    (shapes.is_number, _NUMBERS),
    (lambda cell: bool(parse_sex(cell)), "sex"),
    (lambda cell: parse_segment(text_of(cell)) is not None, "segment"),
    (lambda cell: "@" in text_of(cell), "email"),
    (shapes.says(shapes.STATUS), "status"),
    (shapes.says(shapes.MARITAL), "married"),
    (shapes.says(shapes.EMPLOYED), "employed"),
    (shapes.says(shapes.COMPANY), "company_form"),
    (shapes.says(shapes.BENEFIT), "programme"),
    (shapes.says(shapes.IDENTITY), "identity"),
)
_CHECKS = {field: check for check, fields in _CHECKED for field in fields.split()}
