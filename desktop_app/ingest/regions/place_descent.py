"""Down from province to village by name: at each step the places of that name that lie in one of those above."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.domain.regions import depth, is_within, parent_code
from desktop_app.ingest.regions.place_index import PlaceIndex, related
from desktop_app.ingest.regions.place_names import Name, is_blank_place, name_of, pieces_of
from desktop_app.ingest.regions.place_values import (
    DISTRICT,
    FIELD_OF_LEVEL,
    LEVEL_OF_FIELD,
    PROVINCE,
    REGENCY,
    VILLAGE,
    PlaceText,
    answer_key,
)

_ALL = (PROVINCE, REGENCY, DISTRICT, VILLAGE)
_FIELDS = ("provinsi", "kabupaten", "kecamatan", "desa", "wilayah")
_MOST_WAYS = 6
"""Ways to cut a cell that are tried; a sentence with twenty commas is no place."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One name that a row gives, the field it stands in and the levels it may have there.

    `inside`: it must lie below the places named before it, as the first of “Dalung, Kuta Utara, Badung”.
    """

    field: str
    text: str
    name: Name
    levels: tuple[int, ...]
    inside: bool = False

    @property
    def level(self) -> int:
        return self.levels[-1]


@dataclass(frozen=True, slots=True)
class Step:
    """A claim, the places it may mean and the key under which it is asked."""

    claim: Claim
    codes: tuple[str, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Descent:
    """How far the names led. `scope`: where the next must lie (None: anywhere); `found`: what the row names, empty before the first.

    `fault`: the claim that nothing fits, with the key of its question; None where all of them fit.
    """

    scope: tuple[str, ...] | None
    found: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    fault: Step | None = None
    bound: bool = field(default=False)

    @property
    def region(self) -> str | None:
        return self.found[0] if self.fault is None and len(self.found) == 1 else None


class Descender:
    """Finds places by name. `answers`: key -> code, as the clerk or an earlier sheet of the sender said it."""

    def __init__(self, index: PlaceIndex, answers: Mapping[str, str]) -> None:
        self._index, self._answers = index, answers

    def descend(self, place: PlaceText, within: str | None, *, bound: bool = False) -> Descent:
        """`within`: where the names are looked for first; `bound`: nowhere else (a code says so)."""
        state = Descent((within,) if within else None, bound=bound)
        for claim in claims_of(place):
            state = self._step(state, claim)
            if state.fault:
                break
        return state

    def _step(self, state: Descent, claim: Claim) -> Descent:
        key = answer_key(claim.field, claim.text, state.scope[0] if state.scope and len(state.scope) == 1 else "")
        if (said := self._answers.get(key)) and said in self._index:
            return replace(
                state, scope=(said,), found=(said,), steps=(*state.steps, Step(claim, (said,), key)), bound=True
            )
        if claim.name.adat:
            return replace(state, fault=Step(claim, (), key))
        if near := self._near(claim, state.scope, state.found):
            return _gone_on(state, Step(claim, near, key))
        if (cut := self._cut(state, claim, key)) is not None:
            return cut
        if state.found != state.scope and state.found and (near := self._near(claim, state.found)):
            # The row itself names the parent; what the sheet is about only helps where it fits.
            return _gone_on(replace(state, scope=state.found), Step(claim, near, key))
        if not state.found and not state.bound and (near := self._wider(claim, state.scope)):
            return _gone_on(replace(state, scope=None), Step(claim, near, key))
        return replace(state, fault=Step(claim, (), key))

    def _near(self, claim: Claim, scope: tuple[str, ...] | None, found: tuple[str, ...] = ()) -> tuple[str, ...]:
        fits = is_within if claim.inside and found else related
        for tier in self.tiers(claim, scope):
            near = [code for code in tier if scope is None or any(fits(code, up) for up in scope)]
            if claim.inside and found:
                near = [code for code in near if code not in found]
            if near:
                return tuple(dict.fromkeys(near))
        return ()

    def tiers(self, claim: Claim, scope: Sequence[str] | None) -> Iterator[list[str]]:
        """Codes by how exactly they are meant: the whole text in its own column, then what its own words claim."""
        levels, claimed = _levels(claim, scope), claim.name.depth
        if claimed is not None:
            if claimed not in levels:
                yield from self._index.find(Name(claim.name.keys[:1]), levels, scope)
            levels = (claimed,)
        yield from self._index.find(claim.name, levels, scope)
        if claim.field == "kabupaten" and claimed is None:
            # “BALI” as the last line of a list of regencies is the province.
            yield from self._index.find(claim.name, (PROVINCE,), scope)

    def _wider(self, claim: Claim, scope: tuple[str, ...] | None) -> tuple[str, ...]:
        """A sheet about one regency may hold people of another, one about a kecamatan those of its neighbours."""
        if not scope:
            return ()
        level = claim.name.depth or claim.level
        above = parent_code(scope[0])
        while above:
            if depth(above) >= level - 1 and (near := self._near(claim, (above,))):
                return near
            above = parent_code(above)
        return self._near(claim, None) if level <= REGENCY else ()

    def _cut(self, state: Descent, claim: Claim, key: str) -> Descent | None:
        """The cell read as several levels; None where no way of cutting it fits. Where it stays open, the whole cell is asked."""
        reached: dict[tuple[str, ...], Descent] = {}
        for parts in pieces_of(claim.text)[:_MOST_WAYS]:
            for order in dict.fromkeys((parts, parts[::-1])):
                if after := self._through(state, _claims_of_parts(claim, order)):
                    reached.setdefault(after.found, after)
            if reached:
                break
        codes = tuple(dict.fromkeys(code for found in reached for code in found))
        if not codes:
            return None
        after = next(iter(reached.values()))
        scope = after.scope if len(reached) == 1 else codes
        return replace(after, scope=scope, found=codes, steps=(*state.steps, Step(claim, codes, key)))

    def _through(self, state: Descent, claims: Sequence[Claim]) -> Descent | None:
        for claim in claims:
            near = self._near(claim, state.scope, state.found)
            if not near and not state.found and not state.bound:
                near = self._wider(claim, state.scope)
                state = replace(state, scope=None)
            if not near:
                return None
            state = _gone_on(state, Step(claim, near, ""))
        return state


def claims_of(place: PlaceText) -> list[Claim]:
    """The names of a row, from province to village; blanks are left out."""
    claims = []
    for name in _FIELDS:
        text = getattr(place, name)
        if text and not is_blank_place(text):
            levels = (LEVEL_OF_FIELD[name],) if name in LEVEL_OF_FIELD else (PROVINCE, REGENCY)
            claims.append(Claim(name, text, name_of(text), levels))
    return claims


def _levels(claim: Claim, scope: Sequence[str] | None) -> tuple[int, ...]:
    """A place of any level inside a regency: “Mengwi” on a sheet about Badung may be the kecamatan or the desa."""
    if claim.field == "wilayah" and not claim.inside and scope and all(depth(code) >= REGENCY for code in scope):
        return _ALL
    return claim.levels


def _claims_of_parts(claim: Claim, parts: Sequence[str]) -> list[Claim]:
    """Parts of a cell as claims, from the largest place to the smallest. The first without a kind is what the column is about."""
    kinded: list[Claim] = []
    bare: list[Claim] = []
    for part in parts:
        name = name_of(part)
        field = FIELD_OF_LEVEL.get(name.depth or 0, claim.field)
        (bare if name.depth is None else kinded).append(Claim(field, part, name, (name.depth or claim.level,)))
    kinded.sort(key=lambda part: part.level)
    own = LEVEL_OF_FIELD.get(claim.field, VILLAGE)
    if kinded and (not bare or kinded[-1].level >= own or parts[0] == kinded[-1].text):
        above = tuple(level for level in _ALL if level < kinded[-1].level)
        return [*_constraints(bare[::-1], above), *kinded]
    above = tuple(level for level in _ALL if level < own)
    levels = (own,) if claim.field in LEVEL_OF_FIELD else _ALL
    main = replace(bare[0], field=claim.field, levels=levels, inside=len(parts) > 1)
    return [*_constraints(bare[:0:-1], above), *kinded, main]


def _constraints(bare: Sequence[Claim], above: tuple[int, ...]) -> list[Claim]:
    return [replace(claim, levels=above) for claim in bare] if above else []


def _gone_on(state: Descent, step: Step) -> Descent:
    return replace(
        state, scope=_narrowed(state.scope, step.codes), found=_narrowed(state.found or None, step.codes),
        steps=(*state.steps, step),
    )  # fmt: skip


def _narrowed(above: tuple[str, ...] | None, near: tuple[str, ...]) -> tuple[str, ...]:
    """`near`, or the places of `above` that lie in it: the smaller of the two, each once."""
    if above is None:
        return near
    kept: dict[str, None] = {}
    for code in near:
        if any(is_within(code, up) for up in above):
            kept[code] = None
        else:
            kept.update((up, None) for up in above if is_within(up, code))
    return tuple(kept)
