"""A finished document as pages show it: what was read back from a .docx, ready to be laid out and painted.

Lengths are points (1/72 inch). Only what a letter needs is kept; what could not be kept is said in `PaperDocument.unshown`.
"""

from dataclasses import dataclass
from enum import StrEnum

DATA, CHECK, END = "\ue000", "\ue001", "\ue002"
"""Invisible marks around words of a preview: from data, and to be confirmed. They never reach a file that is kept."""


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Mark(StrEnum):
    """What the screen shows behind a run; nothing of it is in the file."""

    NONE = ""
    DATA = "data"
    CHECK = "periksa"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text of one look; “\\n” is a line break, “\\t” a tab."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float = 12
    font: str = "Arial"
    colour: str = ""
    mark: Mark = Mark.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperImage:
    """A picture; `data` as the file has it (PNG, JPEG …), `width` and `height` on paper. `left`: stands at the left edge

    of the text beside the paragraphs that follow (an emblem); else it stands in the line, aligned as its paragraph.
    """

    data: bytes
    width: float
    height: float
    left: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperParagraph:
    """`number` hangs in front (“1.”, “a.”), at `left` + `first` (negative: hanging). `line` is the factor of spacing.

    `rule`: a line over the whole width below it, in points of thickness. `name`: the style, for whoever looks for it.
    """

    runs: tuple[Run, ...] = ()
    images: tuple[PaperImage, ...] = ()
    align: Align = Align.LEFT
    number: str = ""
    left: float = 0
    right: float = 0
    first: float = 0
    before: float = 0
    after: float = 0
    line: float = 1
    tabs: tuple[float, ...] = ()
    keep_next: bool = False
    page_break: bool = False
    rule: float = 0
    name: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCell:
    """`span`: columns that it covers; `fill`: background as “RRGGBB” or empty."""

    paragraphs: tuple[PaperParagraph, ...]
    span: int = 1
    fill: str = ""
    down: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTable:
    """`widths` of the columns in points; the first `header` rows repeat on every page; `border` False: invisible."""

    widths: tuple[float, ...]
    rows: tuple[tuple[PaperCell, ...], ...]
    header: int = 0
    border: bool = True
    align: Align = Align.LEFT


PaperBlock = PaperParagraph | PaperTable


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSection:
    """Pages of one size, with the foot and head that stand on each of them."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    blocks: tuple[PaperBlock, ...]
    head: tuple[PaperParagraph, ...] = ()
    foot: tuple[PaperParagraph, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDocument:
    """`unshown`: what the document holds and this cannot show, each as a short Indonesian phrase (“kotak teks”)."""

    sections: tuple[PaperSection, ...]
    unshown: tuple[str, ...] = ()
