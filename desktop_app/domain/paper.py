"""A finished document as pages show it: what was read back from a .docx, ready to be laid out and painted.

Lengths are points (1/72 inch). Only what a letter needs is kept; what could not be kept is said in `PaperDocument.unshown`.
"""

from dataclasses import dataclass
from enum import StrEnum

DATA, CHECK, END = "\ue000", "\ue001", "\ue002"
"""Invisible marks around words of a preview: from data, and to be confirmed. They never reach a file that is kept."""

PAGE_NUMBER, PAGE_COUNT = "\ue003", "\ue004"
"""Stand in the text of a head or foot for the number of the page and for how many there are."""


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
    """Text of one look; “\\n” is a line break, “\\t” a tab.

    `colour` and `fill` (what it stands on) as “RRGGBB” or empty; `raised`: 1 above the line, -1 below it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float = 12
    font: str = "Arial"
    colour: str = ""
    mark: Mark = Mark.NONE
    fill: str = ""
    strike: bool = False
    raised: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperImage:
    """A picture; `data` as the file has it (PNG, JPEG …), `width` and `height` on paper. `left`: stands at the left edge

    of the text beside the paragraphs that follow (an emblem), or wherever `x` and `y` say, from the edge of the text and
    the top of its paragraph; text keeps off it if it `wraps`. Else it stands in the line, aligned as its paragraph.
    """

    data: bytes
    width: float
    height: float
    left: bool = False
    x: float = 0
    y: float = 0
    wraps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperParagraph:
    """`number` hangs in front (“1.”, “a.”), at `left` + `first` (negative: hanging). `line` is the factor of spacing.

    `line_exact` and `line_least`: lines of exactly or at least so many points. `rule`: a line over the whole width
    below it, in points of thickness, `rule_gap` below the text (`double`: two lines); `rule_above` likewise above it.
    `tab_sides` say for each of `tabs` which side of the text stands there. `number_run`: the look of the number; the
    text begins at a stop unless `number_tab` is False. `contextual`: no space to a paragraph of the same style.
    `whole`: not broken over pages. `name`: the style, for whoever looks for it.
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
    line_exact: float = 0
    line_least: float = 0
    rule_gap: float = 1
    rule_above: float = 0
    double: bool = False
    tab_sides: tuple[Align, ...] = ()
    number_run: Run | None = None
    number_tab: bool = True
    contextual: bool = False
    whole: bool = False
    fill: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCell:
    """`span`: columns that it covers, `down` rows (those below leave it out); `fill`: background as “RRGGBB” or empty.

    `edges`: whether there is a line above, right, below, left; None: as the table has it. `middle`, `low`: where text
    stands that is lower than the cell; else at its top.
    """

    paragraphs: tuple[PaperParagraph, ...]
    span: int = 1
    fill: str = ""
    down: int = 1
    edges: tuple[bool, bool, bool, bool] | None = None
    middle: bool = False
    low: bool = False

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTable:
    """`widths` of the columns in points; the first `header` rows repeat on every page; `border` False: invisible.

    `indent`: how far its left edge stands from that of the text. `padding` of a cell above, right, below, left.
    `heights`: least height of each row (empty: none has one). `whole_rows`: no row is broken over pages.
    """

    widths: tuple[float, ...]
    rows: tuple[tuple[PaperCell, ...], ...]
    header: int = 0
    border: bool = True
    align: Align = Align.LEFT
    indent: float = 0
    padding: tuple[float, float, float, float] = (0, 5.4, 0, 5.4)
    heights: tuple[float, ...] = ()
    whole_rows: bool = False
    page_break: bool = False


PaperBlock = PaperParagraph | PaperTable


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSection:
    """Pages of one size, with the foot and head that stand on each of them.

    `first_head` and `first_foot` stand on its first page instead, unless None. `head_from`, `foot_from`: their distance
    from the edge of the paper. `number_from`: the number of its first page; None: one more than the page before.
    """

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
    first_head: tuple[PaperParagraph, ...] | None = None
    first_foot: tuple[PaperParagraph, ...] | None = None
    head_from: float = 35.4
    foot_from: float = 35.4
    number_from: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDocument:
    """`unshown`: what the document holds and this cannot show, each as a short Indonesian phrase (“kotak teks”)."""

    sections: tuple[PaperSection, ...]
    unshown: tuple[str, ...] = ()
