"""Places of people: the smallest region that a row says for certain; what stays open is asked once per distinct value."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.regions import is_within
from desktop_app.domain.sheets import ProblemState
from desktop_app.ingest.finding.group_rows import Group
from desktop_app.ingest.grid import Cell, text_of
from desktop_app.ingest.mapping.locations import find_location
from desktop_app.ingest.people.cell_words import Cache
from desktop_app.ingest.regions.place_address import place_in_address
from desktop_app.ingest.regions.places import PlaceAnswer, PlaceText
from desktop_app.ingest.tables import Layout, PlaceReader, Tally

_FIELDS = ("code", "provinsi", "kabupaten", "kecamatan", "desa", "wilayah")
_INNER = ("desa", "kecamatan", "wilayah", "kabupaten", "code", "provinsi")
"""From the innermost on: what is left out first to find the smallest region that is certain."""

_LEAST_DEPTH = 2
"""A title speaks for rows without a place of their own where it names a regency or something smaller."""


class PeoplePlaces:
    """Regions of many rows. A person whose village is open stays in the district that is certain, with a doubt."""

    def __init__(self, layout: Layout, tally: Tally) -> None:
        self._layout, self._tally = layout, tally
        self._reader = PlaceReader(layout)
        self.fields = [name for name in (*_FIELDS, "lokasi") if name in layout.mapping.at]
        if not self.fields and "address" in layout.mapping.at:
            self.fields = ["address"]
        self._known = Cache(self._told)
        self._open: dict[tuple[Cell, ...], PlaceAnswer] = {}
        self._rows: dict[str, int] = {}
        self.lost_codes = False

    def regions(
        self, places: Sequence[int], columns: Sequence[Sequence[Cell]], groups: Sequence[Group] = ()
    ) -> tuple[list[str | None], dict[int, str]]:
        """The region of each row (`columns`: cells of `fields`, filled down), and index -> code of a doubt.

        `groups`: what headings between the rows say of them.
        """
        if not columns:
            whole = self._whole()
            return [group.region or whole for group in groups] or [whole] * len(places), {}
        keys = list(zip(*columns, strict=True))
        regions = list(map(self._known.__getitem__, keys))
        if groups:
            regions = [self._in_group(key, said, group) for key, said, group in zip(keys, regions, groups, strict=True)]
        doubts = {}
        for index, key in enumerate(keys) if self._open else ():
            if (answer := self._open.get(key)) is not None and not (
                groups and _is_inside(regions[index], groups[index])
            ):
                doubts[index] = answer.code
                self._ask(places[index] + 1, answer)
        return regions, doubts

    def _in_group(self, key: tuple[Cell, ...], said: str | None, group: Group) -> str | None:
        """A row's own place, looked for in the region of the heading over it; the heading's where it says none."""
        if not group.region or (said and not is_within(said, group.region) and not is_within(group.region, said)):
            return said
        place = self._said(dict(zip(self.fields, key, strict=True)))
        layout = self._layout
        found = layout.places.resolve(place, group.region, layout.answers.places, layout.month_end) if place else None
        inner = found.region if found else None
        return inner if inner and is_within(inner, group.region) else group.region

    def _whole(self) -> str | None:
        within = self._layout.within
        return within if within is not None and within.count(".") + 1 >= _LEAST_DEPTH else None

    def _told(self, key: tuple[Cell, ...]) -> str | None:
        cells = dict(zip(self.fields, key, strict=True))
        if (unlisted := self._unlisted(cells)) is not None:
            if (said := self._layout.answers.places.get(unlisted.key)) is None:
                self._open[key] = unlisted
            return said
        said_place = self._said(cells)
        if not said_place:
            return None
        answer = self._reader.resolve(said_place)
        if answer.region is not None:
            return answer.region
        self._open[key] = answer
        return self._certain(said_place)

    def _unlisted(self, cells: dict[str, Cell]) -> PlaceAnswer | None:
        """A code of a work place that the workbook's own list of them does not have."""
        code, lookup = text_of(cells.get("lokasi", "")), self._layout.lookup
        if (
            not code
            or lookup is None
            or code.casefold() in lookup
            or any(text_of(cells[name]) for name in cells if name != "lokasi")
        ):
            return None
        message = f"Kode lokasi “{code}” tidak ada di lembar Lokasi Pekerjaan."
        return PlaceAnswer(None, "lokasi", code, "location_unknown", message, key=f"lokasi|{code.casefold()}")

    def _said(self, cells: dict[str, Cell]) -> PlaceText:
        if self.fields == ["address"]:
            return place_in_address(text_of(cells["address"]))
        lokasi = text_of(cells.pop("lokasi", ""))
        code = self._reader.code_text(cells.pop("code", ""))
        said = PlaceText(code=code, **{name: text_of(cell) for name, cell in cells.items()})
        if said or not lokasi:
            return said
        if self._layout.lookup is None:
            self.lost_codes = True
            return said
        return find_location(self._layout.lookup, lokasi) or said

    def _certain(self, said: PlaceText) -> str | None:
        """The region that is left when the parts that are open are left out; a contradiction leaves none."""
        for name in _INNER:
            if getattr(said, name):
                said = replace(said, **{name: ""})
                if not said:
                    return None
                region = self._reader.resolve(said).region
                if region is not None:
                    return region
        return None

    def _ask(self, number: int, answer: PlaceAnswer) -> None:
        """Said once per distinct value; its rows are counted in the question."""
        layout, key = self._layout, f"{answer.code}|{answer.key}"
        column = layout.mapping.header(answer.field or (self.fields[0] if self.fields else "wilayah"))
        if answer.value:
            self._tally.ask(number, column, answer)
        if key not in self._rows:
            self._rows[key] = number
            problem = self._reader.problem_of(self._tally, number, answer, ProblemState.NOTE)
            self._tally.problems.append(problem)


def _is_inside(region: str | None, group: Group) -> bool:
    """True where the heading over a row told which of several places its words mean."""
    return bool(region and group.region and region != group.region and is_within(region, group.region))
