"""All regions, findable by code and by name; the villages of a province are indexed when they are first asked for."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from desktop_app.domain.regions import Level, Region, depth, is_within, parent_code
from desktop_app.ingest.regions.place_names import Name, canonical, undoubled
from desktop_app.ingest.regions.place_values import REGENCY, VILLAGE

Villages = Callable[[str], Iterable[Region]]
"""Loads the desa and kelurahan of a province, by its code."""

_Named = dict[str, list[str]]


class PlaceIndex:
    """`regions` may hold all of the country, or all but the villages where `villages` brings them."""

    def __init__(self, regions: Iterable[Region], aliases: Mapping[str, str], villages: Villages | None = None) -> None:
        self._regions = {region.code: region for region in regions}
        self._codes = sorted(self._regions)
        self._villages = villages
        self._aliases: dict[str, list[tuple[str, str]]] = {}
        for alias, code in aliases.items():
            self._aliases.setdefault(code[:2] if depth(code) == VILLAGE else "", []).append((alias, code))
        upper = [code for code in self._codes if len(code) < 10]
        self._named: dict[tuple[int, str], _Named] = {(level, ""): {} for level in range(1, VILLAGE)}
        for code in upper:
            self._add(self._named[depth(code), ""], code)
        self._add_aliases("")
        self.provinces = [code for code in upper if len(code) == 2]
        self._single: dict[tuple[int, str], _Named] = {}

    def region(self, code: str) -> Region | None:
        found = self._regions.get(code)
        if found is None and self._villages is not None and depth(code) == VILLAGE and code[:2] in self._regions:
            self._ready(code[:2])
            found = self._regions.get(code)
        return found

    def __contains__(self, code: str, /) -> bool:
        return self.region(code) is not None

    def full_name(self, code: str) -> str:
        region = self.region(code)
        return region.full_name if region else code

    def label(self, code: str) -> str:
        """“Desa Selat (Kecamatan Klungkung, Kabupaten Klungkung)”."""
        parents, above = [], parent_code(code)
        while above and depth(above) >= REGENCY:
            parents.append(self.full_name(above))
            above = parent_code(above)
        name = self.full_name(code)
        return f"{name} ({', '.join(parents)})" if parents else name

    def find(self, name: Name, levels: Sequence[int], scope: Iterable[str] | None) -> Iterator[list[str]]:
        """Codes by how exactly they are called `name`, best first; villages only of the provinces of `scope` (None: all)."""
        provinces = self.provinces if scope is None else sorted({code[:2] for code in scope})
        for place, key in enumerate(name.keys):
            if codes := self._of_kind(self._called(key, levels, provinces), name, rest=place > 0):
                yield codes
        if codes := self._of_kind(self._once_doubled(name.bare, levels, provinces), name, rest=True):
            yield codes

    def below(self, up: str, level: int) -> list[str]:
        """Codes of a level within `up`, itself included where it has that level."""
        if level == VILLAGE:
            self._ready(up[:2])
        codes = self._codes[bisect_left(self._codes, up) : bisect_left(self._codes, up + "/")]
        return [code for code in codes if depth(code) == level]

    def _called(self, key: str, levels: Sequence[int], provinces: Sequence[str]) -> list[str]:
        return [code for level in levels for place in self._places(level, provinces) for code in place.get(key, ())]

    def _places(self, level: int, provinces: Sequence[str]) -> list[_Named]:
        return [self._ready(code) for code in provinces] if level == VILLAGE else [self._named[level, ""]]

    def _ready(self, province: str) -> _Named:
        """The names of the villages of a province."""
        named = self._named.get((VILLAGE, province))
        if named is None:
            self._load(province)
            named = self._named[VILLAGE, province] = {}
            codes = self._codes[bisect_left(self._codes, province) : bisect_left(self._codes, province + "/")]
            for code in codes:
                if len(code) > 10:
                    self._add(named, code)
            self._add_aliases(province)
        return named

    def _load(self, province: str) -> None:
        if self._villages is not None:
            self._regions.update((region.code, region) for region in self._villages(province))
            self._codes = sorted(self._regions)

    def _add(self, named: _Named, code: str) -> None:
        region = self._regions[code]
        keys = (
            {canonical(region.name), canonical(region.short_name)}
            if depth(code) == REGENCY
            else {canonical(region.name)}
        )
        for key in keys:
            named.setdefault(key, []).append(code)

    def _add_aliases(self, province: str) -> None:
        for alias, code in self._aliases.get(province, ()):
            if code in self._regions:
                codes = self._named[depth(code), province].setdefault(canonical(alias), [])
                if code not in codes:
                    codes.append(code)

    def _of_kind(self, codes: list[str], name: Name, *, rest: bool) -> list[str]:
        """Those of the kind that is written. “Kota Badung” is nowhere; “Desa” is said of a kelurahan too, so it rules out none."""
        if name.level is None or not rest or not codes:
            return codes
        kind = [code for code in codes if depth(code) < REGENCY or self._regions[code].level is name.level]
        if name.level in (Level.KABUPATEN, Level.KOTA):
            return kind
        return kind if kind and name.level is Level.KELURAHAN else codes

    def _once_doubled(self, key: str, levels: Sequence[int], provinces: Sequence[str]) -> list[str]:
        """Places whose doubled letter is written once: “Tegalalang”. A letter too many is a slip, and asked."""
        found = []
        for level in levels:
            for province in provinces if level == VILLAGE else ("",):
                for name in self._doubled(level, province).get(undoubled(key), ()):
                    if len(name) > len(key):
                        found += self._named[level, province][name]
        return found

    def _doubled(self, level: int, province: str) -> _Named:
        """Key with doubled letters written once -> the keys as they are, only those that have some."""
        single = self._single.get((level, province))
        if single is None:
            self._places(level, [province])
            single = self._single[level, province] = {}
            for key in self._named[level, province]:
                if (once := undoubled(key)) != key:
                    single.setdefault(once, []).append(key)
        return single


def related(code: str, other: str) -> bool:
    return is_within(code, other) or is_within(other, code)
