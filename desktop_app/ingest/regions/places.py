"""Places by code, or by name within their parent. A bare name that could mean two places means none of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from desktop_app.domain.regions import Region, depth, is_within
from desktop_app.ingest.grid import Cell
from desktop_app.ingest.regions.place_address import place_in_address
from desktop_app.ingest.regions.place_codes import BPS, CodeBook, CodeOption, CodeStyle, code_and_name
from desktop_app.ingest.regions.place_columns import field_of, style_of
from desktop_app.ingest.regions.place_descent import Descender, Descent
from desktop_app.ingest.regions.place_index import PlaceIndex, Villages, related
from desktop_app.ingest.regions.place_questions import Questioner
from desktop_app.ingest.regions.place_titles import mentioned
from desktop_app.ingest.regions.place_values import PlaceAnswer, PlaceText, answer_key

__all__ = ["PlaceAnswer", "PlaceText", "Places", "place_in_address"]

_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})
_KEPT = 50_000
"""Answers that are remembered; a column of addresses has as many as there are rows."""
_DIGIT = re.compile(r"\d\d")
_NAME_FIELDS = ("wilayah", "desa", "kecamatan", "kabupaten", "provinsi")


class Places:
    """All regions, findable by code and by name. Building it takes a moment; asking is quick, and quicker the second time.

    Args:
        regions: all regions, or those above the villages where `villages` brings the rest, province by province.
        aliases: other spellings -> code.
        bps: BPS codes (4 and 7 digits) -> code; without them four digits alone stay open.
        home: code of the office's province, whose places are proposed first.
    """

    def __init__(
        self, regions: Iterable[Region], aliases: Mapping[str, str], bps: Mapping[str, str] = _NO_ANSWERS,
        *, home: str = "", villages: Villages | None = None,
    ) -> None:  # fmt: skip
        self._index = PlaceIndex(regions, aliases, villages)
        self._book = CodeBook(self._index, bps)
        self._questions = Questioner(self._index, home)
        self._answers = _NO_ANSWERS
        self._descender = Descender(self._index, _NO_ANSWERS)
        self._known: dict[tuple[PlaceText, str | None], PlaceAnswer] = {}

    def region(self, code: str) -> Region | None:
        return self._index.region(code)

    def resolve(
        self, place: PlaceText, within: str | None = None, answers: Mapping[str, str] = _NO_ANSWERS,
        on: date | None = None,
    ) -> PlaceAnswer:  # fmt: skip
        """The region that a row speaks of.

        Args:
            within: code of the region that the whole sheet is about; a row that names another regency still has its way.
            answers: `PlaceAnswer.key` -> code, as said before; not to be changed between calls.
            on: end of the row's month: a region that no longer stands then is asked about, not taken.
        """
        if answers is not self._answers:
            self._answers, self._descender, self._known = answers, Descender(self._index, answers), {}
            self._questions.start_again()
        key = (place, within)
        answer = self._known.get(key)
        if answer is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            answer = self._known[key] = self._resolve(place, within)
        return answer if on is None else self._standing(answer, place, on)

    def _standing(self, answer: PlaceAnswer, place: PlaceText, on: date) -> PlaceAnswer:
        """The answer for a month that ends with `on`: regions are closed and split, and new ones take old names."""
        if answer.region is None:
            left = [code for code in answer.same_name if (one := self._index.region(code)) and one.stands(on)]
            return PlaceAnswer(left[0]) if len(left) == 1 else answer
        region = self._index.region(answer.region)
        if region is None or region.closed is None or on < region.closed:
            return answer
        asked = self._questions.closed(_with_code(place, self._book), region)
        said = self._answers.get(asked.key, "")
        return PlaceAnswer(said) if said and said in self._index else asked

    def mentioned(self, text: str) -> str | None:
        """The one province or regency that a title names with its kind (“Kabupaten Klungkung”, “Provinsi Bali”)."""
        return mentioned(self._index, text)

    def code_style(self, cells: Sequence[Cell], names: Sequence[PlaceText] = ()) -> CodeStyle:
        """How a column of codes is written, all its cells judged together; `names` of the same rows, where there are any."""
        return style_of(self._book, self._index, cells, names)

    def field_of(self, names: Iterable[str], within: str | None = None) -> str:
        """“kabupaten”, “kecamatan” or “desa” where all names of a column are such places, else “”."""
        return field_of(self._index, names, within)

    def _resolve(self, place: PlaceText, within: str | None) -> PlaceAnswer:
        place = _with_code(place, self._book)
        if place.code and (said := self._answers.get(answer_key("code", place.code))) and said in self._index:
            return PlaceAnswer(said)
        options = self._book.options(place.code) if place.code else None
        if options is None:
            return self._by_name(place, within)
        return self._by_code(place, options, within)

    def _by_name(self, place: PlaceText, within: str | None) -> PlaceAnswer:
        descent = self._descender.descend(place, within)
        if descent.region is not None:
            return PlaceAnswer(descent.region)
        if place.code and not descent.found and not descent.fault:
            return self._questions.unknown_code(place)
        return self._questions.of_descent(descent, self._descender, place)

    def _by_code(self, place: PlaceText, options: Sequence[CodeOption], within: str | None) -> PlaceAnswer:
        """A code stands, and the names beside it may lead further down; names of another place contradict it."""
        named = replace(place, code="")
        free = self._descender.descend(named, within)
        if not free.found and not free.fault:
            return self._code_alone(place, options)
        if free.region is not None and _ends_with(free.region, place.code):
            return PlaceAnswer(free.region)
        if not options:
            return self._questions.unknown_code(place, free)
        fitting = [(option, self._descender.descend(named, option.region, bound=True)) for option in options]
        fitting = [
            (option, names)
            for option, names in fitting
            if (names.found and not names.fault) or _is_deeper(option, names)
        ]
        if len(fitting) == 1:
            return self._completed(place, *fitting[0])
        if fitting:
            return self._questions.open_code(place.code, [option for option, _ in fitting])
        return self._despite(place, options, free)

    def _code_alone(self, place: PlaceText, options: Sequence[CodeOption]) -> PlaceAnswer:
        if not options:
            return self._questions.unknown_code(place)
        if len(options) == 1 and options[0].exact:
            return PlaceAnswer(options[0].region)
        return self._questions.open_code(place.code, options)

    def _completed(self, place: PlaceText, option: CodeOption, names: Descent) -> PlaceAnswer:
        """The smaller of the code's place and the names'."""
        region = option.region
        if names.fault:
            if option.exact and names.fault.claim.level <= depth(region):
                return self._despite(place, [option], names)
            return self._questions.of_descent(names, self._descender, place)
        if (option.exact or option.system != BPS) and region in names.found:
            return PlaceAnswer(region)
        deeper = [code for code in names.found if is_within(code, region) and code != region]
        if len(deeper) == 1:
            return PlaceAnswer(deeper[0])
        if deeper:
            return self._questions.of_descent(names, self._descender, place)
        return PlaceAnswer(region) if option.exact else self._questions.open_code(place.code, [option])

    def _despite(self, place: PlaceText, options: Sequence[CodeOption], names: Descent) -> PlaceAnswer:
        """A slip in the name beside a code that is certain is no contradiction: the code decides, not the likeness."""
        if (
            len(options) == 1
            and options[0].exact
            and self._questions.is_slip_of(names, options[0].region, self._descender)
        ):
            return PlaceAnswer(options[0].region)
        return self._questions.contradicting_code(place.code, options, names)


def _with_code(place: PlaceText, book: CodeBook) -> PlaceText:
    """A code written beside a name in its cell, moved to where codes belong."""
    if place.code:
        code, name = code_and_name(place.code, short=True) or ("", place.code if place.code.upper().isupper() else "")
        # “KD-01” is an office's own number and no name.
        name = "" if not code and any(letter.isdigit() for letter in name) else name
        return replace(place, code=code, wilayah=name) if name and not place.wilayah else place
    for field in _NAME_FIELDS:
        text = getattr(place, field)
        if text and _DIGIT.search(text) and (parts := code_and_name(text)) and book.options(parts[0]):
            return replace(place, **{"code": parts[0], field: parts[1]})
    return place


def _ends_with(region: str, code: str) -> bool:
    """True for the village's own number beside its name: “2001” of 51.03.01.2001."""
    return code.isdigit() and code == region.rpartition(".")[2] and depth(region) > 1


def _is_deeper(option: CodeOption, names: Descent) -> bool:
    """True where the names go on below the code's place and only there become unclear."""
    return bool(names.fault and names.found and any(related(code, option.region) for code in names.found))
