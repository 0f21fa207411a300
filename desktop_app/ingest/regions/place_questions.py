"""What is said and proposed where a place stays open: sentences, and candidates with their parents, the best first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from desktop_app.domain.indonesian import long_date
from desktop_app.domain.questions import Candidate
from desktop_app.domain.regions import Region, depth, is_within, parent_code
from desktop_app.ingest.regions.place_codes import BPS, CodeOption
from desktop_app.ingest.regions.place_descent import Claim, Descender, Descent, Step
from desktop_app.ingest.regions.place_index import PlaceIndex, related
from desktop_app.ingest.regions.place_names import Name, canonical
from desktop_app.ingest.regions.place_values import (
    DISTRICT,
    PROVINCE,
    REGENCY,
    VILLAGE,
    PlaceAnswer,
    PlaceText,
    answer_key,
)

_MOST = 6
_NAMED = 5
"""Candidates that a sentence names; the list beside it holds `_MOST`."""
_NEAR = 70
"""How alike a name must be to be proposed, of 100."""
_SEARCHES = 20_000
"""Names that are compared with others at all: nobody answers more questions, and a hostile sheet has a million."""


class Questioner:
    """Words for what stays open. `home`: province (or smaller) of the office, whose places come first."""

    def __init__(self, index: PlaceIndex, home: str) -> None:
        self._index, self._home, self._searches = index, home, 0
        self._compared: dict[tuple[tuple[str, ...], int], tuple[list[str], list[str]]] = {}

    def start_again(self) -> None:
        """Another reading: compare names as willingly as at first."""
        self._searches = 0

    def of_descent(self, descent: Descent, descender: Descender, place: PlaceText) -> PlaceAnswer:
        """The question about names that led to no place or to several."""
        if descent.fault:
            return self._of_fault(descent, descent.fault, descender, place)
        if not descent.found:
            return PlaceAnswer(None, "", "", "region_blank", "Wilayah kosong.")
        return self._ambiguous(*_first_open(descent))

    def unknown_code(self, place: PlaceText, names: Descent | None = None) -> PlaceAnswer:
        found = names.found if names and not names.fault else ()
        message = f"Kode wilayah “{place.code}” tidak ada."
        if len(found) == 1:
            message = f"Kode wilayah “{place.code}” tidak ada; nama yang tertulis adalah {self._index.label(found[0])}."
        code = "region_contradiction" if found else "region_unknown"
        return self._code_answer(place.code, code, message, self._all(found, "nama sama"))

    def open_code(self, text: str, options: Sequence[CodeOption]) -> PlaceAnswer:
        """Digits that mean one place to BPS and another to the Kepmendagri, or that only a name can complete."""
        candidates = [
            Candidate(
                code, self._index.label(code), "menurut kode BPS" if option.system == BPS else "menurut kode Kemendagri"
            )
            for option in options
            for code in self._meant(option, text)
        ]
        if all(option.system == BPS for option in options):
            message = f"Kode “{text}” adalah kode BPS; tambahkan nama wilayahnya atau pilih tempatnya."
        elif len({option.region for option in options}) > 1:
            message = f"Kode “{text}” dapat berarti {self._listed([option.region for option in options])}."
        else:
            label = self._index.label(options[0].region)
            message = f"Kode “{text}” belum pasti: tanpa titik yang lengkap dapat berarti {label} atau tempat lain."
        return self._code_answer(text, "region_code_open", message, candidates)

    def contradicting_code(self, text: str, options: Sequence[CodeOption], names: Descent) -> PlaceAnswer:
        said = names.fault.claim.text if names.fault else names.steps[-1].claim.text
        codes = [option.region for option in options]
        message = f"Kode {text} adalah {self._listed(codes)}, tetapi nama yang tertulis “{said}”."
        found = () if names.fault else names.found
        candidates = [*self._all(codes, "kode yang tertulis"), *self._all(found, "nama yang tertulis")]
        return self._code_answer(text, "region_contradiction", message, candidates)

    def closed(self, place: PlaceText, region: Region) -> PlaceAnswer:
        """A region that is closed by then. One answer serves all rows that mean it, however they call it."""
        day = long_date(region.closed) if region.closed else ""
        message = f"{self._index.label(region.code)} sudah ditutup sejak {day}"
        message += f"; penerusnya {self._listed(region.heirs)}." if region.heirs else "; penerusnya belum tercatat."
        field, text = _said_of(place)
        candidates = [*self._all(region.heirs, "penerus"), *self._all([region.code], "tetap di wilayah yang ditutup")]
        key = answer_key("ditutup", region.code)
        return PlaceAnswer(None, field, text, "region_closed", message, _best(candidates), key)

    def is_slip_of(self, descent: Descent, code: str, descender: Descender) -> bool:
        """True where a name that no place of the province has is nearly that of `code` or of a place above it."""
        if not descent.fault or any(descender.tiers(descent.fault.claim, [code[:2]])):
            return False
        key = descent.fault.claim.name.bare
        above: str | None = code
        while above:
            region = self._index.region(above)
            if region and fuzz.ratio(key, canonical(region.short_name)) >= _NEAR:
                return True
            above = parent_code(above)
        return False

    def _code_answer(self, text: str, code: str, message: str, candidates: Iterable[Candidate]) -> PlaceAnswer:
        return PlaceAnswer(None, "code", text, code, message, _best(candidates), answer_key("code", text))

    def _meant(self, option: CodeOption, text: str) -> list[str]:
        """The region of the code; for BPS's longer codes the places inside it, which are few in a kecamatan."""
        if option.exact or option.system != BPS:
            return [option.region]
        digits = sum(character.isdigit() for character in text)
        level = VILLAGE if digits == 10 and depth(option.region) == DISTRICT else DISTRICT
        return self._index.below(option.region, level)

    def _ambiguous(self, step: Step, codes: Sequence[str]) -> PlaceAnswer:
        claim, codes = step.claim, self._sorted(codes)
        message = f"“{claim.text}” dapat berarti {len(codes)} tempat: {self._listed(codes)}."
        candidates = _best(self._all(codes, "nama sama"))
        return PlaceAnswer(
            None, claim.field, claim.text, "region_ambiguous", message, candidates, step.key, tuple(codes)
        )

    def _of_fault(self, descent: Descent, fault: Step, descender: Descender, place: PlaceText) -> PlaceAnswer:
        claim = fault.claim
        if not claim.name.adat and (elsewhere := self._elsewhere(descent, claim, descender)):
            return self._contradiction(descent, fault, elsewhere)
        scope = descent.scope or ((self._home,) if self._home else ())
        candidates = _best(
            [*self._same_name(claim, scope), *self._borne_out(self._alike(claim, scope), place, descender)]
        )
        where = f" di {self._index.label(descent.scope[0])}" if descent.scope and len(descent.scope) == 1 else ""
        message = f"Wilayah “{claim.text}” tidak dikenali{where}."
        if claim.name.adat:
            message = (
                f"“{claim.text}” adalah desa adat, yang tidak memiliki kode Kemendagri; pilih desa atau kelurahannya."
            )
        elif candidates:
            message += f" Yang mirip: {'; '.join(candidate.label for candidate in candidates[:_NAMED])}."
        return PlaceAnswer(None, claim.field, claim.text, "region_unknown", message, candidates, fault.key)

    def _elsewhere(self, descent: Descent, claim: Claim, descender: Descender) -> list[str]:
        """Places of this very name in the same province, outside of those that the row or the sheet names above."""
        if not descent.scope:
            return []
        provinces = sorted({code[:2] for code in descent.scope})
        near = [code for code in next(descender.tiers(claim, provinces), []) if code[:2] in provinces]
        return sorted(near, key=lambda code: (-_shared(code, descent.scope or ()), code))

    def _contradiction(self, descent: Descent, fault: Step, elsewhere: Sequence[str]) -> PlaceAnswer:
        claim, scope = fault.claim, descent.scope or ()
        message = f"“{claim.text}” tidak ada di {self._listed(scope)}; nama itu ada di tempat lain: {self._listed(elsewhere)}."
        candidates = _best(
            [
                *self._all(elsewhere[: _MOST - 1], "nama sama, di wilayah lain"),
                *self._all(scope[:1], "wilayah induk yang tertulis"),
            ]
        )
        return PlaceAnswer(None, claim.field, claim.text, "region_contradiction", message, candidates, fault.key)

    def _same_name(self, claim: Claim, scope: Sequence[str]) -> list[Candidate]:
        """Places of this name at another level, or the desa of a desa adat."""
        if not scope:
            return []
        levels = (VILLAGE,) if claim.name.adat else (PROVINCE, REGENCY, DISTRICT, VILLAGE)
        called = next(self._index.find(Name(claim.name.keys), levels, scope), [])
        return self._all([code for code in called if any(related(code, up) for up in scope)], "nama sama")

    def _alike(self, claim: Claim, scope: Sequence[str]) -> list[Candidate]:
        self._searches += 1
        if self._searches > _SEARCHES:
            return []
        codes, keys = self._named(tuple(scope), claim.name.depth or claim.level)
        found = process.extract(claim.name.bare, keys, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_MOST)
        return [Candidate(codes[at], self._index.label(codes[at]), f"mirip {score:.0f} %") for _, score, at in found]

    def _borne_out(self, alike: list[Candidate], place: PlaceText, descender: Descender) -> list[Candidate]:
        """Those first that hold the smaller place the row names too: “Kuta Utra” beside the desa Dalung."""
        rest = replace(place, provinsi="", kabupaten="", kecamatan="", wilayah="", code="")
        if not rest:
            return alike
        held = [
            replace(candidate, evidence=f"{candidate.evidence}, di dalamnya ada {self._index.full_name(inner)}")
            for candidate in alike
            if (inner := descender.descend(rest, candidate.value, bound=True).region) and inner != candidate.value
        ]
        return [*held, *alike]

    def _named(self, scope: tuple[str, ...], level: int) -> tuple[list[str], list[str]]:
        """Codes and keys of the names that are compared; villages only where the province is known."""
        compared = self._compared.get((scope, level))
        if compared is None:
            codes = [code for up in self._around(scope, level) for code in self._index.below(up, level)]
            names = [region.short_name for code in codes if (region := self._index.region(code))]
            compared = self._compared[scope, level] = codes, [canonical(name) for name in names]
        return compared

    def _around(self, scope: tuple[str, ...], level: int) -> Iterable[str]:
        """Where to look for a name like the one written: in `scope`, for a regency in its province."""
        if not scope or level == PROVINCE:
            return self._index.provinces if level < VILLAGE else ()
        return dict.fromkeys(code[:2] for code in scope) if level == REGENCY else scope

    def _sorted(self, codes: Iterable[str]) -> list[str]:
        return sorted(codes, key=lambda code: (not (self._home and is_within(code, self._home)), code))

    def _all(self, codes: Iterable[str], evidence: str) -> list[Candidate]:
        return [Candidate(code, self._index.label(code), evidence) for code in codes]

    def _listed(self, codes: Iterable[str]) -> str:
        codes = list(dict.fromkeys(codes))
        names = [self._index.label(code) for code in codes[:_NAMED]]
        more = [f"dan {len(codes) - _NAMED} lainnya"] if len(codes) > _NAMED else []
        return "; ".join([*names, *more])


def _said_of(place: PlaceText) -> tuple[str, str]:
    """The field that names the smallest place, and its text."""
    fields = ("desa", "kecamatan", "wilayah", "kabupaten", "provinsi")
    return next(((field, text) for field in fields if (text := getattr(place, field))), ("code", place.code))


def _first_open(descent: Descent) -> tuple[Step, list[str]]:
    """The largest place that stays open decides the others: asked for first, without what the names below rule out."""
    for step in descent.steps:
        left = [code for code in step.codes if any(related(code, found) for found in descent.found)]
        if len(left) > 1:
            return step, left
    return descent.steps[-1], list(descent.found)


def _shared(code: str, scope: Iterable[str]) -> int:
    """How many levels a place has in common with one of `scope`."""
    return max((sum(a == b for a, b in zip(code.split("."), up.split("."), strict=False)) for up in scope), default=0)


def _best(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The first of each region, at most six."""
    kept: dict[str, Candidate] = {}
    for candidate in candidates:
        kept.setdefault(candidate.value, candidate)
    return tuple(kept.values())[:_MOST]
