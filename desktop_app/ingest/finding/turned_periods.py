"""Tables with indicators below each other and years or months side by side: the newest is read, of the title's region."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.ingest.finding.areas import line_of
from desktop_app.ingest.finding.header_scores import Window
from desktop_app.ingest.finding.period_columns import period_of_label
from desktop_app.ingest.grid import at, is_blank, text_of

_FEWEST = 2
_REGION = re.compile(
    r"\b(?P<kind>desa|kelurahan|kecamatan|kec|kabupaten|kab|kota|provinsi|prov)\b\.?\s+(?P<name>[^\W\d_]+(?:[ -][^\W\d_]+){0,4})",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s+(?:tahun|thn|bulan|per|periode|posisi|sampai|kabupaten|kab|kota|kecamatan|kec|provinsi|prov|dan|menurut|januari|februari|maret"
    r"|april|mei|juni|juli|agustus|september|oktober|november|desember)\b.*",
    re.IGNORECASE,
)
_KINDS = ("desa", "kelurahan", "kecamatan", "kec", "kabupaten", "kab", "kota", "provinsi", "prov")


@dataclass(frozen=True, slots=True)
class Across:
    """The columns of a turned table, from 0: its labels, its row of headers, its regions; or one month of one region."""

    labels: int
    header: int
    columns: Sequence[int]
    region: str = ""
    stated: date | None = None


def newest_across(window: Window, sheet: str, column: int, header: int, indicators: Iterable[int]) -> Across | None:
    """The newest month or year with a figure; None where fewer than two stand side by side, or no title names a region."""
    titles = [line for place in range(window.first, header) if (line := line_of(window.row(place)))]
    region = region_named([*titles, sheet])
    row, places = window.row(header), list(indicators)
    dated = {
        place: period
        for place in range(column + 1, len(row))
        if (text := text_of(row[place])) and (period := period_of_label((text,), titles))
    }
    filled = [place for place in dated if any(not is_blank(at(window.row(line), place)) for line in places)]
    if len(dated) < _FEWEST or not filled or not region:
        return None
    newest = max(filled, key=dated.__getitem__)
    return Across(column, header, [newest], region, dated[newest])


def region_named(lines: Iterable[str]) -> str:
    """The smallest region that the lines name with its kind: “Kecamatan Ubud”; empty where they name none."""
    found = [
        (_KINDS.index(hit["kind"].casefold()), f"{hit['kind']} {_END.sub('', hit['name'])}")
        for line in lines
        for hit in _REGION.finditer(line)
    ]
    return min(found, default=(0, ""), key=lambda one: one[0])[1]
