"""Codes of regions in every spelling, those of BPS and of the Kepmendagri told apart.

The Kepmendagri writes 51, 51.03, 51.03.01, 51.03.01.2001 (2, 4, 6 or 10 digits), BPS 51, 5103, 5103010, 5103010001 (2, 4, 7 or
10). With dots at the Kepmendagri's places a code is its own; digits alone may be either, and 315 of 514 regencies have the same
in both. Source: docs on the shipped data, `bps-codes.csv`.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from desktop_app.ingest.grid import Cell, text_of

KEMENDAGRI, BPS = "kemendagri", "bps"

_CUTS = (2, 4, 6)
_LENGTHS = (2, 4, 6, 10)
_LONGEST, _LONGEST_CELL = 40, 300
"""Characters of a code however it is spaced, and of a cell that holds a code and a name."""
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+")
_BETWEEN = re.compile(r"[\s.,/:_–—-]+")
_QUOTES = str.maketrans("", "", "'\"`’‘“”()[]*")
_ZEROS = re.compile(r"(\d{2,10})[.,]0+")
_BPS_GROUPS = {(2, 2, 3), (2, 2, 3, 3), (4, 3), (4, 3, 3), (7, 3)}

_CODE = r"\d{2}(?:[.\s/-]\d{1,2}){1,2}(?:[.\s/-]\d{4})?|\d{10}|\d{7}|\d{6}|\d{4}"
_LEADING = re.compile(rf"[(\[]?({_CODE})(?!\d)[)\]]?[\s:.–—-]*(\D.*|$)", re.DOTALL)
_PROVINCE = re.compile(r"(\d{2})[\s.:–—-]+(\D+)")
_TRAILING = re.compile(rf"(\D.*?)[\s:–—(\[-]+({_CODE})[)\]\s.]*", re.DOTALL)


class Known(Protocol):
    """Whatever knows which codes there are."""

    def __contains__(self, code: str, /) -> bool: ...


@dataclass(frozen=True, slots=True)
class CodeOption:
    """A region that a code may mean. `exact` is False where the code names something inside it that only a name can tell."""

    region: str
    system: str
    exact: bool = True


@dataclass(frozen=True, slots=True)
class CodeBook:
    """The codes there are: `known` regions, and BPS codes (4 and 7 digits) -> code of the region."""

    known: Known
    bps: Mapping[str, str]

    def options(self, text: str) -> list[CodeOption] | None:
        """What a code may mean; empty for a code that nothing has, None for a text that is no code at all."""
        if len(text) > _LONGEST:
            return None
        clean = " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).split()).strip(" .,-:")
        if zeros := _ZEROS.fullmatch(clean):
            clean = zeros[1]
        if _THOUSANDS.fullmatch(clean):
            clean = re.sub(r"\D", "", clean)
        groups = _BETWEEN.split(clean)
        if not all(group.isascii() and group.isdigit() for group in groups):
            return None
        return self._bare(groups[0]) if len(groups) == 1 else self._grouped(groups)

    def _grouped(self, groups: Sequence[str]) -> list[CodeOption]:
        lengths = tuple(len(group) for group in groups)
        if lengths in _BPS_GROUPS:
            return self._bps("".join(groups))
        if lengths == (2, 1):
            return self._shortened(groups[0], groups[1])
        if len(groups) > 2:
            groups = [group.zfill(2) for group in groups]
        cuts = [sum(map(len, groups[:count])) for count in range(1, len(groups))]
        digits = "".join(groups)
        code = dotted(digits)
        fits = len(digits) in _LENGTHS and all(cut in _CUTS for cut in cuts)
        if fits and code in self.known:
            return [CodeOption(code, KEMENDAGRI)]
        return self._shortened(groups[0], groups[1][0]) if lengths == (2, 2) and groups[1][1] == "0" else []

    def _shortened(self, province: str, digit: str) -> list[CodeOption]:
        """A number that lost its last digit: 51.3 was 51.30, or somebody wrote 51.3 for 51.03. Only a name can tell."""
        both = (f"{province}.0{digit}", f"{province}.{digit}0")
        return [CodeOption(code, KEMENDAGRI, exact=False) for code in both if code in self.known]

    def _bare(self, digits: str) -> list[CodeOption]:
        own = []
        if len(digits) in _LENGTHS and (code := dotted(digits)) in self.known:
            # Four digits are the Kepmendagri's only as far as the list of BPS is there to say that they are not BPS's.
            own = [CodeOption(code, KEMENDAGRI, exact=len(digits) != 4 or bool(self.bps))]
        theirs = self._bps(digits)
        if own and theirs and theirs[0].exact and theirs[0].region == own[0].region:
            return own
        if len(digits) == 10 and own:
            # Only where BPS really has such a kecamatan; its regency alone would make every village doubtful.
            theirs = [option for option in theirs if option.region.count(".") == 2]
        return own + theirs

    def _bps(self, digits: str) -> list[CodeOption]:
        if len(digits) in (4, 7) and digits in self.bps:
            return [CodeOption(self.bps[digits], BPS)]
        if len(digits) == 10 and digits[:7] in self.bps:
            return [CodeOption(self.bps[digits[:7]], BPS, exact=False)]
        if len(digits) in (7, 10) and not self._has_districts(digits[:4]):
            region = self.bps.get(digits[:4]) or dotted(digits[:4])
            return [CodeOption(region, BPS, exact=False)] if region in self.known else []
        if len(digits) == 2 and (region := self._bps_province(digits)):
            return [CodeOption(region, BPS)]
        return []

    def _has_districts(self, regency: str) -> bool:
        """True where the list has the kecamatan of a BPS regency: a code that is not among them is none of BPS's."""
        return any(f"{regency}0{tens}0" in self.bps for tens in range(1, 10))

    def _bps_province(self, digits: str) -> str:
        return next((region[:2] for code, region in self.bps.items() if code.startswith(digits)), "")


@dataclass(frozen=True, slots=True)
class CodeStyle:
    """How the codes of one column are written: `system` of its bare digits, “” where it stays open.

    `decimals`: its numbers have two digits behind the point, so that 35.1 is 35.10.
    """

    book: CodeBook
    system: str = ""
    decimals: bool = False

    def text(self, cell: Cell) -> str:
        """The cell as text; with the Kepmendagri's dots where the column tells what its digits mean."""
        if isinstance(cell, float) and not cell.is_integer():
            return f"{cell:.2f}" if self.decimals and round(cell, 2) == cell else f"{cell:.10g}"
        text = text_of(cell)
        if self.system:
            of_system = [
                option for option in self.book.options(text) or () if option.system == self.system and option.exact
            ]
            if len(of_system) == 1:
                return of_system[0].region
        return text


def dotted(digits: str) -> str:
    """“5103012001” -> “51.03.01.2001”."""
    cuts = [0, *(cut for cut in _CUTS if cut < len(digits)), len(digits)]
    return ".".join(digits[a:b] for a, b in pairwise(cuts))


def code_and_name(text: str, *, short: bool = False) -> tuple[str, str] | None:
    """“51.03 Badung” or “Badung (5103)” -> (code, name); None where the text holds no code.

    `short`: two digits may be a province's (“51 Bali”); beside other names they are only a number in front.
    """
    plain = text[:_LONGEST_CELL].strip()
    if (found := _LEADING.fullmatch(plain)) or (short and (found := _PROVINCE.fullmatch(plain))):
        return found[1], found[2].strip(" .,:–—-")
    if found := _TRAILING.fullmatch(plain):
        return found[2], found[1].strip(" .,:–—-")
    return None


def has_decimals(cells: Sequence[Cell]) -> bool:
    """True where some number of a column shows that it is written with two decimals (35.09)."""
    numbers = [cell for cell in cells if isinstance(cell, float) and not cell.is_integer()]
    return any(round(number * 10, 6) != int(round(number * 10, 6)) for number in numbers)
