"""Rows inside a list of people that speak for the rows below them: “KECAMATAN UBUD”, “PT Contoh (NPP …)”, “B. BPU”."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.regions import depth, is_within
from desktop_app.ingest.cells.values import parse_segment
from desktop_app.ingest.grid import Row, text_of
from desktop_app.ingest.mapping.wording import plain
from desktop_app.ingest.regions.places import PlaceText
from desktop_app.ingest.tables import Layout, is_total

_MOST_CELLS = 2
_LONGEST = 100
_NUMBERING = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]?", re.IGNORECASE)
_NUMBERED = re.compile(r"^\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s*(?=\S)", re.IGNORECASE)
_COUNTED = re.compile(r"\s*[([:]?\s*\d+\s*(?:orang|org|peserta|jiwa|tk|pekerja)\s*[)\]]?\s*$", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:(?P<kabupaten>kabupaten|kab|kota)|(?P<kecamatan>kecamatan|kec)|(?P<desa>desa|kelurahan|kel|ds))\b[\s.:]*(?=\w)",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"\s*[,;|/()]\s*|\s+[-–]\s+|\s+(?=(?:kabupaten|kab\.|kota|kecamatan|kec\.|provinsi|prov\.)\s*\w)", re.IGNORECASE
)
_PASSED = re.compile(r"(?:provinsi|prov)\b.*|lanjutan", re.IGNORECASE)
"""Parts of a heading that say no more than the others do."""
_COMPANY = re.compile(
    r"(?:(?:nama )?perusahaan\s*:\s*)?(?P<name>(?:pt|cv|ud|pd|koperasi|yayasan|bumdes)\b\.?\s+\S.*)", re.IGNORECASE
)
_NPP = re.compile(r"\W*\b(?:npp|no\.? ?npp)\b\W*(?P<npp>[a-z0-9]{6,12})\W*", re.IGNORECASE)
_SEGMENT_WORDS = frozenset(
    [
        "segmen",
        "peserta",
        "kepesertaan",
        "program",
        "tenaga",
        "kerja",
        "tk",
        "pekerja",
        "bukan",
        "penerima",
        "upah",
        "pu",
        "bpu",
        "ppu",
        "pbpu",
        "jasa",
        "konstruksi",
        "jakon",
        "mandiri",
    ]
)
_DEPTHS = {"kabupaten": 2, "kecamatan": 3, "desa": 4}


@dataclass(frozen=True, slots=True)
class Group:
    """What a heading says of the rows below it; a field it does not speak of stays as it was."""

    region: str | None = None
    npp: str = ""
    company: str = ""
    segment: str = ""


class GroupRows:
    """The headings of one table, in the order of its rows. Each names its kind, or is a kecamatan or desa of the sheet's region."""

    def __init__(self, layout: Layout, names: Sequence[int]) -> None:
        self._layout, self._names = layout, set(names)
        self._places: list[int] = []
        self._groups: list[Group] = []

    def __bool__(self) -> bool:
        return bool(self._groups)

    def read(self, place: int, row: Row) -> bool:
        """True for a heading, which is remembered; quick for rows that hold more."""
        if place < self._layout.header.first_row or len(row) - row.count("") > _MOST_CELLS:
            return False
        filled = [(column, text) for column, cell in enumerate(row) if (text := text_of(cell))]
        if not filled or not _is_heading(filled) or is_total(row):
            return False
        column, text = filled[-1]
        named = column in self._names and len(filled) == _MOST_CELLS
        group = self._group(_COUNTED.sub("", _NUMBERED.sub("", text)), column, named)
        if group is None:
            return False
        self._places.append(place)
        self._groups.append(group)
        return True

    def of(self, places: Sequence[int]) -> list[Group]:
        """The group of each row, `places` from 0 and rising."""
        return [self._groups[index - 1] if (index := bisect_right(self._places, place)) else _NONE for place in places]

    def _group(self, text: str, column: int, named: bool) -> Group | None:
        """`named`: a number and a name, which may be a person without a NIK."""
        last = self._groups[-1] if self._groups else _NONE
        if said := _said_place(text):
            return replace(last, region=self._region(said, last.region))
        if parse_segment(text) and _SEGMENT_WORDS.issuperset(plain(text).split()):
            return replace(last, segment=text)
        if not named and (found := _COMPANY.fullmatch(text)):
            npp = _NPP.search(text)
            return replace(last, npp=npp["npp"] if npp else "", company=_NPP.sub("", found["name"]).strip(" -–(),;:"))
        region = None if column in self._names else self._bare(text, last.region)
        return replace(last, region=region) if region else None

    def _region(self, said: PlaceText, last: str | None) -> str | None:
        """The region of a heading; what is not known there stands for none, so that its rows are not in the one before."""
        fields = [name for name in _DEPTHS if getattr(said, name)]
        above = ".".join((last or "").split(".")[: _DEPTHS[fields[0]] - 1]) or self._layout.within
        for within in dict.fromkeys((above, self._layout.within)):
            answer = self._layout.places.resolve(said, within, self._layout.answers.places)
            if answer.region and depth(answer.region) == _DEPTHS[fields[-1]]:
                return answer.region
        return above if above and depth(above) < _DEPTHS[fields[0]] else None

    def _bare(self, text: str, last: str | None) -> str | None:
        """A name without its kind: a kecamatan of the sheet's regency, or a desa of the kecamatan that it is in already."""
        within = self._layout.within
        tried = [("desa", last)] if last and depth(last) == _DEPTHS["kecamatan"] else []
        tried += [("kecamatan", within)] if within and depth(within) == _DEPTHS["kabupaten"] else []
        for field, above in tried:
            if above and field not in self._layout.mapping.at:
                answer = self._layout.places.resolve(PlaceText(**{field: text}), above)
                if answer.region and answer.region != above and is_within(answer.region, above):
                    return answer.region
        return None


_NONE = Group()


def _is_heading(filled: Sequence[tuple[int, str]]) -> bool:
    """One text, which a number or a letter may stand before."""
    texts = [text for _, text in filled]
    return len(texts[-1]) <= _LONGEST and (len(set(texts)) == 1 or bool(_NUMBERING.fullmatch(texts[0])))


def place_heading(row: Row) -> PlaceText | None:
    """“KECAMATAN UBUD” alone in a row, in any column; None for any other row."""
    if len(row) - row.count("") > _MOST_CELLS:
        return None
    filled = [(column, text) for column, cell in enumerate(row) if (text := text_of(cell))]
    if not filled or not _is_heading(filled):
        return None
    return _said_place(_COUNTED.sub("", _NUMBERED.sub("", filled[-1][1])))


def _said_place(text: str) -> PlaceText | None:
    """“Kec. Ubud, Kab. Gianyar”: the places of a text in which every part is one and names its kind."""
    said: dict[str, str] = {}
    for part in filter(None, _PARTED.split(text)):
        found = _PLACE.match(part)
        if found and found.lastgroup:
            said.setdefault(found.lastgroup, part)
        elif not _PASSED.fullmatch(part):
            return None
    return PlaceText(**said) if said else None
