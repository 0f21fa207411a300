"""A base with the values typed for it that are not kept yet."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.facts import WorkerBase
from desktop_app.domain.regions import is_within
from desktop_app.domain.segments import Sector
from desktop_app.operations.edit_reference import BaseEdit
from desktop_app.ui.pages.reference_reading import Places

Cell = tuple[str, Sector]
SECTORS_OF_BASE = (Sector.SEMUA, Sector.FORMAL, Sector.INFORMAL)


@dataclass(slots=True)
class BaseWork:
    """`base` as it is kept; a `new` one is not kept at all. `typed`: what differs; `extra`: regions shown without a value."""

    base: WorkerBase
    new: bool = False
    typed: dict[Cell, int | None] = field(default_factory=dict)
    extra: tuple[str, ...] = ()

    def value(self, code: str, sector: Sector) -> int | None:
        return self.typed.get((code, sector), self._kept(code, sector))

    def put(self, code: str, sector: Sector, workers: int | None) -> None:
        """Type a value; the one that is kept already takes the typed one away."""
        if workers == self._kept(code, sector):
            self.typed.pop((code, sector), None)
        else:
            self.typed[code, sector] = workers

    def follow(self, base: WorkerBase) -> None:
        """The kept base is another now; what was typed stays, but for what it already says."""
        self.base, self.new = base, False
        for (code, sector), workers in list(self.typed.items()):
            self.put(code, sector, workers)

    def values(self) -> dict[Cell, int]:
        """All values as they would be kept."""
        cells = dict.fromkeys((*self.base.workers, *self.typed))
        return {cell: workers for cell in cells if (workers := self.value(*cell)) is not None}

    def lines(self, places: Places, province: str) -> "list[BaseLine]":
        """Region by region, by code, the office's own province first, with its neighbours that have no value yet."""
        codes = {code for code, _ in (*self.base.workers, *self.typed)}
        codes |= set(self.extra) | _neighbours(codes, places, province)
        return [self._line(code, places) for code in sorted(codes, key=lambda one: (not is_within(one, province), one))]

    def edit(self) -> BaseEdit:
        base = self.base
        return BaseEdit(name=base.name, document=base.document, as_of=base.as_of, values=dict(self.typed))

    def described(self, name: str, document: str, as_of: date) -> BaseEdit:
        """The whole base under another name, document or date."""
        return BaseEdit(
            name=name, document=document, as_of=as_of, values=dict(self.base.workers), notes=self.base.notes
        )

    def _line(self, code: str, places: Places) -> "BaseLine":
        notes = dict.fromkeys(note for sector in SECTORS_OF_BASE if (note := self.base.notes.get((code, sector))))
        return BaseLine(code, places.name(code), "; ".join(notes), self)

    def _kept(self, code: str, sector: Sector) -> int | None:
        return self.base.workers.get((code, sector))


@dataclass(frozen=True, slots=True)
class BaseLine:
    """One region of a base; its values are those of `work`, as typed or else as kept, None where there is no number."""

    code: str
    region: str
    note: str
    work: BaseWork

    def value(self, sector: Sector) -> int | None:
        return self.work.value(self.code, sector)

    def was(self, sector: Sector) -> int | None:
        """The kept value of one that was typed."""
        return self.work.base.workers.get((self.code, sector))

    def typed(self, sector: Sector) -> bool:
        return (self.code, sector) in self.work.typed

    @property
    def total(self) -> int | None:
        return self.value(Sector.SEMUA)

    @property
    def formal(self) -> int | None:
        return self.value(Sector.FORMAL)

    @property
    def informal(self) -> int | None:
        return self.value(Sector.INFORMAL)


def new_base(name: str, document: str, as_of: date, codes: Iterable[str], like: WorkerBase | None) -> BaseWork:
    """A base that is not kept yet: empty for `codes`, or with the values of `like`."""
    base = WorkerBase(name=name, document=document, as_of=as_of, workers={}, notes={})
    return BaseWork(base, new=True, typed=dict(like.workers) if like else {}, extra=tuple(codes))


def _neighbours(codes: set[str], places: Places, province: str) -> set[str]:
    """Regions of the office's province that have the same one above them as some of `codes`."""
    if not province:
        return set()
    above = {places.regions[code].parent or "" for code in codes if code in places.regions}
    return {part for one in above if is_within(one, province) for part in places.parts.get(one, ())}
