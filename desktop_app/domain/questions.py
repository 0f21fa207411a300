"""What cannot be known from a workbook and is asked, and what was answered: values, without a window."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Asks(StrEnum):
    """What a question is about."""

    PLACE = "wilayah"
    VALUE = "isian"
    PERIOD = "bulan"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible answer: `value` is what is stored (a region's code, “BPU”), `label` its name with its parents,

    `evidence` why it may be meant (“namanya mirip 92 %”, “kecamatan yang sama di 12 baris lain”).
    """

    value: str
    label: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One distinct value that waits for a word, for all the rows that hold it.

    `key` is how the answer is given back (`Answers.places` or `Answers.values`), `field` the field it stands in, `text` what
    the cells say, `rows` how many rows wait for it, `first_row` the first of them (Excel's).
    """

    asks: Asks
    key: str
    field: str
    text: str
    column: str
    rows: int
    first_row: int
    message: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableAnswer:
    """How one table is to be read, as far as the clerk says it; None leaves it to the reader.

    `columns`: letter -> field, "" for a column that is not to be used; columns that are not named stay as they were found.
    """

    use: bool = True
    kind: str | None = None
    period: date | None = None
    columns: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Everything that was said about a workbook before it is read (again); each part may be empty.

    `tables`: `sheet!A5` (name of the sheet and first cell of the table's header) -> how to read it.
    `places`: key of a place's question -> code of the region. `values`: key of a value's question -> the value.
    `cells`: `sheet!C12` -> the text that stands there now, as the clerk mended it.
    """

    tables: dict[str, TableAnswer] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    visible_rows_only: bool = False
    with_hidden_sheets: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderMemory:
    """What earlier sheets of a sender taught: `columns`: fingerprint of a header -> plain header -> field;

    `places` and `values` as in `Answers`, which win where both speak.
    """

    columns: dict[str, dict[str, str]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
