"""Places of rows that mix levels: a province at the end of its regencies, villages below a line with their kecamatan."""

from collections.abc import Iterable
from dataclasses import fields

from desktop_app.domain.regions import depth, is_within
from desktop_app.ingest.figures.figure_lines import Line
from desktop_app.ingest.figures.total_labels import without_label
from desktop_app.ingest.finding.group_rows import place_heading
from desktop_app.ingest.regions.places import PlaceAnswer, PlaceText
from desktop_app.ingest.tables import Layout, PlaceReader, Tally

_REGENCY, _DISTRICT = 2, 3
_CLOSED = "region_closed"
_UNKNOWN = ("region_unknown", "region_ambiguous")


class RowPlaces:
    """Resolves row after row, from the top; what a row cannot say for itself, the rows around it may."""

    def __init__(self, layout: Layout) -> None:
        self._layout, self._reader = layout, PlaceReader(layout)
        self._last: str | None = None
        self._words: dict[str, str] = {}

    def resolve(self, line: Line) -> None:
        """Set the line's place and what it says of it."""
        said = self._reader.text(line.number - 1, line.row)
        texts = _texts(said)
        if line.label:
            words = [rest for text in texts if (rest := without_label(text))]
            line.said = words[-1] if words else ""
            if words:
                line.answer = self._total(words[-1], said)
            return
        line.said = texts[-1] if texts else said.code
        if not said and (heading := place_heading(line.row)):
            self._last = self._reader.resolve(heading).region or self._layout.within
            return
        line.answer = self._reader.resolve(said)
        alone = len(set(texts)) == 1 and not said.code
        if alone and (line.answer.code in _UNKNOWN or self._is_other_level(line)):
            line.answer = self._below_last(texts[0]) or line.answer
        if line.region:
            self._last = line.region
            self._words.setdefault(line.region, line.said.casefold())

    def _is_other_level(self, line: Line) -> bool:
        """“Kuta” below “Kec. Kuta”: the region is given already, in other words, so that this is a village in it."""
        return self._words.get(line.region or "", line.said.casefold()) != line.said.casefold()

    def _total(self, words: str, said: PlaceText) -> PlaceAnswer:
        """The region that “Jumlah Kab. Badung” or a total in the column of its kecamatan speaks of."""
        if words in _texts(said) and (answer := self._reader.resolve(_unlabelled(said))).region:
            return answer
        return self._upper(words) or self._district(words) or PlaceAnswer(None)

    def _upper(self, text: str) -> PlaceAnswer | None:
        """A province or regency, wherever its name stands."""
        answer = self._reader.resolve(PlaceText(wilayah=text))
        return answer if answer.region and depth(answer.region) <= _REGENCY else None

    def _below_last(self, text: str) -> PlaceAnswer | None:
        """A village of the kecamatan, or a new kecamatan of the regency, that the rows above are about; only if one fits."""
        village, district = self._village(text), self._district(text)
        if district and district.region in self._words:
            district = None
        return None if village and district else village or district

    def _village(self, text: str) -> PlaceAnswer | None:
        chain = (self._last or "").split(".")
        return self._in(PlaceText(desa=text), ".".join(chain[:_DISTRICT])) if len(chain) >= _DISTRICT else None

    def _district(self, text: str) -> PlaceAnswer | None:
        chain = (self._last or self._layout.within or "").split(".")
        return self._in(PlaceText(kecamatan=text), ".".join(chain[:_REGENCY])) if len(chain) >= _REGENCY else None

    def _in(self, said: PlaceText, within: str) -> PlaceAnswer | None:
        answer = self._layout.places.resolve(said, within, on=self._layout.month_end)
        # One that is closed by then is still the place that the row means: its question is put.
        found = answer.code == _CLOSED or (answer.region and is_within(answer.region, within))
        return answer if found else None

    def above_the_others(self, lines: Iterable[Line]) -> None:
        """Read a province or regency in a column of lower places, where the other rows lie in it."""
        lines = list(lines)
        regions = {line.region for line in lines if line.region}
        for line in lines:
            if line.is_data and line.said and line.answer.code in _UNKNOWN and (answer := self._upper(line.said)):
                upper = answer.region or ""
                if any(region != upper and is_within(region, upper) for region in regions):
                    line.answer = answer

    def park(self, tally: Tally, line: Line) -> None:
        """The row waits for a word about its place."""
        tally.park(line.number, [self._reader.problem(tally, line.number, line.answer)])

    def twice(self, tally: Tally, line: Line, first: int) -> None:
        """The row waits: another one has given its region."""
        tally.park(line.number, [self._reader.twice(tally, line.number, line.region or "", first)])


def _texts(said: PlaceText) -> list[str]:
    """Its words from the widest to the narrowest place."""
    names = ("wilayah", "provinsi", "kabupaten", "kecamatan", "desa")
    return [text for name in names if (text := getattr(said, name))]


def _unlabelled(said: PlaceText) -> PlaceText:
    return PlaceText(**{item.name: without_label(getattr(said, item.name)) for item in fields(said)})
