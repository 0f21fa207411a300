"""What the words of a table of people mean, each looked up once: sexes, segments, states, programmes, yes and no."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from desktop_app.domain.people import benefit_bits
from desktop_app.domain.questions import Asks, Candidate, Question
from desktop_app.domain.segments import Benefit, Segment
from desktop_app.domain.sheets import SheetKind
from desktop_app.ingest.cells.values import is_yes, parse_segment, parse_sex, status_of
from desktop_app.ingest.grid import Cell, text_of
from desktop_app.ingest.tables import Layout, Tally

K = TypeVar("K")
V = TypeVar("V")

_SURE_BY_EMPLOYER = {"company", "npp", "lokasi"}
_SEGMENTS = (
    Candidate(Segment.PU, "PU (penerima upah)"), Candidate(Segment.BPU, "BPU (bukan penerima upah)"),
    Candidate(Segment.JAKON, "Jakon (jasa konstruksi)"), Candidate(Segment.PMI, "PMI (pekerja migran)"),
)  # fmt: skip
_STATES = (Candidate("aktif", "Aktif"), Candidate("nonaktif", "Tidak aktif"))


class Cache(dict[K, V], Generic[K, V]):
    """Cell or cells -> what `read` makes of them, made once. 1, 1.0 and True are one key, and mean one thing."""

    def __init__(self, read: Callable[[K], V]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: K) -> V:
        self[cell] = value = self._read(cell)
        return value


class CellWords:
    """Words of one table. Those that nobody knows are asked, and stand meanwhile for the table's own segment, for active."""

    def __init__(self, layout: Layout, tally: Tally) -> None:
        self._layout, self._tally = layout, tally
        said = (" ".join((*layout.titles, layout.grid.name)), " ".join(layout.shared), layout.file)
        stated = next((found for text in said if (found := parse_segment(text)) is not None), None)
        # Who is proposed as a vulnerable worker earns no wage from an employer.
        self._stated = stated or (Segment.BPU if layout.kind is SheetKind.RENTAN else None)
        self.sex: Cache[Cell, str] = Cache(parse_sex)
        self.yes: Cache[Cell, bool] = Cache(is_yes)
        self.programme: Cache[Cell, int] = Cache(_programme_bits)
        self.segment: Cache[Cell, Segment | None] = Cache(self._segment)
        self.state: Cache[Cell, bool | None] = Cache(self._state)
        self.assumed = False

    def unknown(self, field: str, cells: Sequence[Cell]) -> list[int]:
        """Indexes of cells whose word means nothing yet."""
        if field not in self._layout.mapping.at:
            return []
        known: Cache[Cell, Any] = self.segment if field == "segment" else self.state
        return [index for index, cell in enumerate(cells) if known[cell] is None and text_of(cell)]

    def segments(self, places: Sequence[int], cells: Sequence[Cell]) -> list[str]:
        """From the column, else the titles; else PU, which is certain where an employer is named."""
        own = list(map(self.segment.__getitem__, cells))
        if None in own:
            self._ask_all(places, cells, own, "segment", _SEGMENTS)
            if self._stated is None and not _SURE_BY_EMPLOYER & self._layout.mapping.at.keys():
                self.assumed = True
        rest = (self._stated or Segment.PU).value
        return [segment.value if segment else rest for segment in own]

    def states(self, places: Sequence[int], cells: Sequence[Cell]) -> list[bool | None]:
        """Active or not, as the column says it; None where it is blank or unknown."""
        own = list(map(self.state.__getitem__, cells))
        if None in own:
            self._ask_all(places, cells, own, "status", _STATES)
        return own

    def _ask_all(
        self, places: Sequence[int], cells: Sequence[Cell], own: Sequence[object], field: str,
        candidates: tuple[Candidate, ...],
    ) -> None:  # fmt: skip
        if field not in self._layout.mapping.at:
            return
        for place, cell, known in zip(places, cells, own, strict=True):
            if known is None and (text := text_of(cell)):
                self._tally.ask_value(self._question(place + 1, field, text, candidates))

    def _question(self, number: int, field: str, text: str, candidates: tuple[Candidate, ...]) -> Question:
        column = self._layout.mapping.header(field)
        message = f"“{text}” di kolom {column} belum dikenali."
        return Question(Asks.VALUE, value_key(field, text), field, text, column, 1, number, message, candidates)

    def _segment(self, cell: Cell) -> Segment | None:
        answer = self._answer("segment", cell)
        return Segment(answer) if answer in set(Segment) else parse_segment(text_of(cell))

    def _state(self, cell: Cell) -> bool | None:
        answer = self._answer("status", cell)
        return answer == "aktif" if answer else status_of(cell)

    def _answer(self, field: str, cell: Cell) -> str:
        return self._layout.answers.values.get(value_key(field, text_of(cell)), "")


def value_key(field: str, text: str) -> str:
    """The key of a question about a value: the same for all rows that say the same."""
    return f"{field}|{text.casefold()}"


def _programme_bits(cell: Cell) -> int:
    """“JKK, JKM” of a list with one text, or one row, per programme."""
    words = "".join(character if character.isalnum() else " " for character in text_of(cell).upper()).split()
    return benefit_bits(benefit for benefit in Benefit if benefit in words)
