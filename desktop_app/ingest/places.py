"""Places by code, or by name within their parent. A bare name that could mean two places means none of them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from rapidfuzz import fuzz, process

from desktop_app.domain.regions import Level, Region, depth, is_within, parent_code

_PROVINCE, _REGENCY, _DISTRICT, _VILLAGE = 1, 2, 3, 4
_SHOWN = 5
_NEAR = 70
"""Candidates for a name that nobody has: how alike they must be, of 100."""

_NOT_NAME = re.compile(r"[^a-z0-9]+")
_CODE = re.compile(r"\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?")
_LEADING_CODE = re.compile(rf"({_CODE.pattern})(?:[ :–-]+|$)")
_DIGITS = {2: (2,), 4: (2, 4), 6: (2, 4, 6), 10: (2, 4, 6, 10)}
_KINDS = (
    (re.compile(r"(?:provinsi|propinsi|prov|prop)(?:[.\s:]+)"), _PROVINCE, None),
    (re.compile(r"(?:kabupaten|kab)(?:[.\s:]+)"), _REGENCY, Level.KABUPATEN),
    (re.compile(r"(?:kota administrasi|kota adm|kotamadya|kota madya|kodya|kota)(?:[.\s:]+)"), _REGENCY, Level.KOTA),
    (re.compile(r"(?:kecamatan|kec)(?:[.\s:]+)"), _DISTRICT, None),
    (re.compile(r"(?:kelurahan|kel)(?:[.\s:]+)"), _VILLAGE, Level.KELURAHAN),
    (re.compile(r"(?:desa|ds)(?:[.\s:]+)"), _VILLAGE, Level.DESA),
)
_AFTER = re.compile(r"(.+?)[\s,(]+(kab|kabupaten|kota)[.)\s]*")


@dataclass(frozen=True, slots=True)
class PlaceText:
    """What a row says about its place; `wilayah` is a column whose level only its words tell."""

    code: str = ""
    provinsi: str = ""
    kabupaten: str = ""
    kecamatan: str = ""
    desa: str = ""
    wilayah: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """A region's code, or why there is none: the field at fault, its text, a code and a sentence with candidates."""

    region: str | None
    field: str = ""
    value: str = ""
    code: str = ""
    message: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Name:
    """A name taken apart: its keys, and the level and kind that its own words claim."""

    keys: tuple[str, ...]
    depth: int | None
    level: Level | None


class Places:
    """All regions, findable by code and by name. Building it takes a moment; asking is quick."""

    def __init__(self, regions: list[Region], aliases: dict[str, str]) -> None:
        self._regions = {region.code: region for region in regions}
        self._named: tuple[dict[str, list[str]], ...] = ({}, {}, {}, {}, {})
        for region in regions:
            level = region.code.count(".") + 1
            named = self._named[level]
            named.setdefault(_key(region.name), []).append(region.code)
            if level == _REGENCY and (short := _key(region.short_name)) != _key(region.name):
                named.setdefault(short, []).append(region.code)
        for alias, code in aliases.items():
            if code in self._regions:
                codes = self._named[depth(code)].setdefault(_key(alias), [])
                if code not in codes:
                    codes.append(code)
        codes = sorted(self._regions)
        self._codes = [[code for code in codes if len(code) == length] for length in (0, 2, 5, 8, 13)]
        self._answers: dict[tuple[PlaceText, str | None], PlaceAnswer] = {}

    def region(self, code: str) -> Region | None:
        return self._regions.get(code)

    def resolve(self, place: PlaceText, within: str | None = None) -> PlaceAnswer:
        """The region that a row speaks of. `within`: code of the region that the whole sheet is about."""
        key = (place, within)
        answer = self._answers.get(key)
        if answer is None:
            answer = self._answers[key] = self._resolve(place, within)
        return answer

    def mentioned(self, text: str) -> str | None:
        """The one province or regency that a title names with its kind (“Kabupaten Klungkung”, “Provinsi Bali”)."""
        words = text.split()
        found: set[str] = set()
        for start, word in enumerate(words):
            if word.casefold().strip(".:,(") in ("provinsi", "prov", "kabupaten", "kab", "kota"):
                pieces = (" ".join(words[start : start + length]).strip(".,;:()") for length in (4, 3, 2))
                found.update(next((codes for piece in pieces if (codes := self._titled(piece))), []))
        deepest = [code for code in found if not any(other != code and is_within(other, code) for other in found)]
        return deepest[0] if len(deepest) == 1 else None

    def _titled(self, piece: str) -> list[str]:
        codes = self._matches(piece, (_PROVINCE, _REGENCY))
        return codes if len(codes) == 1 else []

    def _resolve(self, place: PlaceText, within: str | None) -> PlaceAnswer:
        for field in ("code", "wilayah", "desa", "kecamatan", "kabupaten", "provinsi"):
            text = getattr(place, field)
            found = _LEADING_CODE.match(text)
            if found and found[1] in self._regions and (field == "code" or "." in found[1]):
                return self._check_name(found[1], place, text[found.end() :], field)
        if place.code:
            return self._bare_code(place)
        return self._by_name(place, within)

    def _check_name(self, code: str, place: PlaceText, rest: str, field: str) -> PlaceAnswer:
        """A dotted code stands; a name beside it that belongs to another place is a contradiction."""
        name = rest.strip() or _deepest(place)
        if not name or self._is_called(code, name):
            return PlaceAnswer(code)
        message = f"Kode {code} adalah {self._full(code)}, tetapi nama yang tertulis “{name}”."
        return PlaceAnswer(None, field, code, "region_contradiction", message, (code,))

    def _bare_code(self, place: PlaceText) -> PlaceAnswer:
        """Digits without dots may be BPS codes; the name beside them decides."""
        digits = re.sub(r"\D", "", place.code)
        cuts = _DIGITS.get(len(digits), ())
        code = ".".join(digits[a:b] for a, b in zip((0, *cuts), cuts, strict=False))
        name = _deepest(place)
        if code in self._regions and name and self._is_called(code, name):
            return PlaceAnswer(code)
        if code in self._regions:
            message = f"Kode {place.code} tanpa titik dapat berarti kode BPS atau Kemendagri ({self._full(code)})."
            return PlaceAnswer(None, "code", place.code, "region_code_open", message, (code,))
        return PlaceAnswer(None, "code", place.code, "region_unknown", f"Kode wilayah “{place.code}” tidak ada.")

    def _by_name(self, place: PlaceText, within: str | None) -> PlaceAnswer:
        """Go down from province to village, keeping the places that lie in one of those above."""
        above: list[str] | None = [within] if within else None
        asked = (
            ("provinsi", (_PROVINCE,)), ("kabupaten", (_REGENCY,)), ("kecamatan", (_DISTRICT,)), ("desa", (_VILLAGE,)),
            ("wilayah", (_PROVINCE, _REGENCY)),
        )  # fmt: skip
        last = ("", "")
        for field, levels in asked:
            text = getattr(place, field)
            if not text:
                continue
            found = self._matches(text, levels, free=field in ("wilayah", "kabupaten"))
            near = [code for code in found if above is None or any(_related(code, up) for up in above)]
            if not near and not last[0] and levels[0] <= _REGENCY:
                near = found  # A sheet about one regency may hold people of another.
            if not near:
                return self._unknown(field, text, levels, above)
            above, last = near, (field, text)
        if above is None or not last[0]:
            return PlaceAnswer(None, "", "", "region_blank", "Wilayah kosong.")
        return PlaceAnswer(above[0]) if len(above) == 1 else self._ambiguous(*last, above)

    def _matches(self, text: str, levels: Sequence[int], *, free: bool = False) -> list[str]:
        """Codes of the places called `text`. `free`: its own words may claim another level (“Provinsi Bali”)."""
        name = _name(text)
        if name.depth is not None and (free or name.depth in levels):
            levels = (name.depth,)
        for key in name.keys:
            for level in levels:
                codes = self._named[level].get(key)
                if codes:
                    kind = [code for code in codes if self._regions[code].level is name.level]
                    return kind or codes
        return []

    def _is_called(self, code: str, name: str) -> bool:
        return any(code in self._named[depth(code)].get(key, ()) for key in _name(name).keys)

    def _ambiguous(self, field: str, text: str, codes: list[str]) -> PlaceAnswer:
        message = f"“{text}” dapat berarti {len(codes)} tempat: {self._listed(codes)}."
        return PlaceAnswer(None, field, text, "region_ambiguous", message, tuple(codes))

    def _unknown(self, field: str, text: str, levels: Sequence[int], above: list[str] | None) -> PlaceAnswer:
        codes = self._candidates(text, levels, above)
        where = f" di {self._full(above[0])}" if above and len(above) == 1 else ""
        message = f"Wilayah “{text}” tidak dikenali{where}."
        if codes:
            message += f" Yang mirip: {self._listed(codes)}."
        return PlaceAnswer(None, field, text, "region_unknown", message, tuple(codes))

    def _candidates(self, text: str, levels: Sequence[int], above: list[str] | None) -> list[str]:
        near = [code for level in levels for up in above or ("",) for code in self._below(up, level)]
        keys = [_key(self._regions[code].short_name) for code in near]
        wanted = _name(text).keys[-1]
        found = process.extract(wanted, keys, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_SHOWN)
        return [near[place] for *_, place in found]

    def _below(self, up: str, level: int) -> list[str]:
        """Codes of a level within `up`; of all the country for an empty `up`."""
        codes = self._codes[level]
        if not up:
            return codes
        return codes[bisect_left(codes, up) : bisect_left(codes, up + "/")]

    def _listed(self, codes: Iterable[str]) -> str:
        codes = list(codes)
        names = [self._full(code) for code in codes[:_SHOWN]]
        more = [f"dan {len(codes) - _SHOWN} lainnya"] if len(codes) > _SHOWN else []
        return "; ".join([*names, *more])

    def _full(self, code: str) -> str:
        """“Desa Selat (Kecamatan Klungkung, Kabupaten Klungkung)”."""
        parents = []
        above = parent_code(code)
        while above and depth(above) >= _REGENCY:
            parents.append(self._regions[above].full_name)
            above = parent_code(above)
        name = self._regions[code].full_name
        return f"{name} ({', '.join(parents)})" if parents else name


def _key(text: str) -> str:
    return _NOT_NAME.sub("", text.casefold())


def _name(text: str) -> _Name:
    """The whole text first, since “Kota Agung” and “Banjar” are names too, then without the word for its kind."""
    plain = text.casefold().strip()
    for pattern, level, kind in _KINDS:
        if (found := pattern.match(plain)) and (rest := _key(plain[found.end() :])):
            return _Name((_key(plain), rest), level, kind)
    if found := _AFTER.fullmatch(plain):
        kind = Level.KOTA if found[2] == "kota" else Level.KABUPATEN
        return _Name((_key(plain), _key(found[1])), _REGENCY, kind)
    return _Name((_key(plain),), None, None)


def _related(code: str, other: str) -> bool:
    return is_within(code, other) or is_within(other, code)


def _deepest(place: PlaceText) -> str:
    return place.wilayah or place.desa or place.kecamatan or place.kabupaten or place.provinsi
