"""Looks a header up among the synonyms of a kind of table, whatever its spelling: abbreviations, spaces, one wrong letter."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from desktop_app.ingest.mapping.synonyms import UNUSED
from desktop_app.ingest.mapping.wording import canonical, compact, without_dress, without_owner, written_out

SURE, DRESSED, LOOSE, TYPO = 1.0, 0.95, 0.65, 0.75
_SHORTEST_TYPO = 7
_LONGEST = 48
_LONG_TEXT = 16
_NOTHING = ("", 0.0)


class Vocabulary:
    """Headers of one kind of table: `meaning` tells the field of a plain header and how sure that is."""

    def __init__(self, *blocks: str, only: Iterable[str] = ()) -> None:
        """`blocks`: lines “field = header; header”; where a header stands twice, the first counts."""
        self._fields: dict[str, tuple[str, float]] = {}
        self._words: set[str] = set()
        for field, words in _entries(blocks):
            if not only or field in only:
                for word in words:
                    self._learn(field, word)
        self._by_length: dict[int, list[str]] = {}
        for key in self._fields:
            self._by_length.setdefault(len(key), []).append(key)
        self.meaning = lru_cache(maxsize=1 << 13)(self._meaning)

    def _learn(self, field: str, word: str) -> None:
        text = word.lstrip("~")
        self._words.update(text.split(), canonical(text).split())
        for key in map(compact, (text, canonical(text), written_out(text))):
            self._fields.setdefault(key, (field, LOOSE if word.startswith("~") else SURE))

    def _meaning(self, text: str) -> tuple[str, float]:
        """Field and confidence of a plain header; `UNUSED` where it is known and of no use, ("", 0) where it is not known."""
        if not text or len(text) > _LONGEST * 2:
            return _NOTHING
        for variant, confidence in (
            (text, SURE),
            (without_dress(text), DRESSED),
            (without_owner(text), 0.9),
            (text.removesuffix("peserta"), 0.9),
        ):
            field, known = self.exact(variant)
            if field:
                return field, min(confidence, known)
        doubled = self._doubled(text.split()) if self.shares_a_word(text) else None
        return doubled or self._typo(text)

    def exact(self, text: str) -> tuple[str, float]:
        found = self._fields.get(compact(text)) or self._fields.get(compact(canonical(text)))
        return found or _NOTHING

    def _doubled(self, words: list[str]) -> tuple[str, float] | None:
        """“nik no ktp”, “tanggal lahir date of birth”: the same said twice."""
        for place in range(1, len(words)):
            one, two = self.exact(" ".join(words[:place])), self.exact(" ".join(words[place:]))
            if one[0] and one[0] == two[0]:
                return one[0], min(0.9, max(one[1], two[1]))
        return None

    def _typo(self, text: str) -> tuple[str, float]:
        """One letter wrong, missing, too much or exchanged with its neighbour, two in a long text; never in a short word."""
        key = compact(canonical(text))
        if not _SHORTEST_TYPO <= len(key) <= _LONGEST:
            return _NOTHING
        most = 1 + (len(key) >= _LONG_TEXT)
        alike = chain.from_iterable(self._by_length.get(len(key) + more, ()) for more in range(-most, most + 1))
        found = extractOne(key, alike, scorer=OSA.distance, score_cutoff=most)
        return (self._fields[found[0]][0], TYPO) if found and _same_digits(key, found[0]) else _NOTHING

    def shares_a_word(self, text: str) -> bool:
        """False for what holds no word of any header: most of the texts that are asked for stand in rows of data."""
        return not self._words.isdisjoint(text.split())


def _entries(blocks: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    for block in blocks:
        for line in block.replace("\n    ", " ").strip().splitlines():
            field, _, words = line.partition(" = ")
            yield field, [word.strip() for word in words.split(";")]


def _same_digits(one: str, other: str) -> bool:
    return [c for c in one if c.isdigit()] == [c for c in other if c.isdigit()]


def is_used(field: str) -> bool:
    return bool(field) and field != UNUSED
