"""Sections of a letter: paper, margins, and what stands at the head and foot of their pages."""

from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.letters.reading_images import Images
from desktop_app.documents.letters.reading_numbers import Numbering
from desktop_app.documents.letters.reading_package import Package, R, W, number, points, switched, value
from desktop_app.documents.letters.reading_paragraphs import ParagraphReader
from desktop_app.documents.letters.reading_runs import RunReader
from desktop_app.documents.letters.reading_styles import Styles
from desktop_app.domain.paper import PaperBlock, PaperParagraph, PaperSection

_A4 = (595.3, 841.9)
_SMALLEST, _LARGEST = 72.0, 3000.0
Paragraphs = tuple[PaperParagraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A section without its blocks. `continues`: it goes on below the one before, on the same page."""

    width: float
    height: float
    margins: tuple[float, float, float, float]
    edges: tuple[float, float]
    head: Paragraphs
    foot: Paragraphs
    first_head: Paragraphs | None
    first_foot: Paragraphs | None
    number_from: int | None
    continues: bool

    @staticmethod
    def text_place(properties: etree._Element | None) -> tuple[float, float, float]:
        """Where the text begins, how wide it is, how wide the paper is; points."""
        width, _ = _size(properties)
        _, right, _, left = _margins(properties)
        return left, max(width - left - right, _SMALLEST), width

    def same_paper(self, other: PaperSection) -> bool:
        margins = (other.top, other.right, other.bottom, other.left)
        return (self.width, self.height) == (other.width, other.height) and self.margins == margins

    def section(self, blocks: list[PaperBlock]) -> PaperSection:
        top, right, bottom, left = self.margins
        return PaperSection(
            width=self.width, height=self.height, top=top, right=right, bottom=bottom, left=left, blocks=tuple(blocks),
            head=self.head, foot=self.foot, first_head=self.first_head, first_foot=self.first_foot,
            head_from=self.edges[0], foot_from=self.edges[1], number_from=self.number_from,
        )  # fmt: skip


class SectionReader:
    """Reads sections in order: heads and feet that one does not name are those of the section before."""

    def __init__(
        self, package: Package, styles: Styles, unshown: dict[str, None], settings: etree._Element | None
    ) -> None:
        self._package, self._styles, self._unshown = package, styles, unshown
        self._links = package.links(package.main)
        self._kept: dict[tuple[str, float], Paragraphs] = {}
        self._named: dict[str, str] = {}
        if switched(settings, "evenAndOddHeaders"):
            unshown["kepala dan kaki halaman genap"] = None

    def page(self, properties: etree._Element | None) -> Page:
        place = Page.text_place(properties)
        for name in ("header", "footer"):
            for one in () if properties is None else properties.iterchildren(f"{W}{name}Reference"):
                self._named[f"{name}-{one.get(f'{W}type', 'default')}"] = self._links.get(one.get(f"{R}id", ""), "")
        self._say(properties)
        first = bool(switched(properties, "titlePg"))
        start = value(properties, "pgNumType", "start")
        width, height = _size(properties)
        head_from, foot_from = (_margin(properties, name, 708) for name in ("header", "footer"))
        return Page(
            width=width,
            height=height,
            margins=_margins(properties),
            edges=(head_from, foot_from),
            head=self._lines("header-default", place),
            foot=self._lines("footer-default", place),
            first_head=self._lines("header-first", place) if first else None,
            first_foot=self._lines("footer-first", place) if first else None,
            number_from=None if start is None else int(number(start, 1)),
            continues=value(properties, "type") == "continuous",
        )

    def _lines(self, name: str, place: tuple[float, float, float]) -> Paragraphs:
        part = self._named.get(name, "")
        if (part, place[1]) not in self._kept:
            self._kept[part, place[1]] = self._read(part, place) if part else ()
        return self._kept[part, place[1]]

    def _read(self, part: str, place: tuple[float, float, float]) -> Paragraphs:
        root = self._package.xml(part)
        if root is None:
            return ()
        images = Images(self._package, part)
        images.set_page(*place)
        paragraphs = ParagraphReader(self._styles, Numbering(self._package, self._styles))
        runs = RunReader(self._styles, images, self._unshown)
        if next(root.iter(f"{W}tbl"), None) is not None:
            self._unshown["tabel di kepala atau kaki halaman (isinya tampil tanpa garis)"] = None
        return tuple(one for paragraph in root.iter(f"{W}p") for one in paragraphs.read(paragraph, runs)[0])

    def _say(self, properties: etree._Element | None) -> None:
        if number(value(properties, "cols", "num"), 1) > 1:
            self._unshown["teks dalam beberapa kolom"] = None
        if properties is not None and properties.find(f"{W}pgBorders") is not None:
            self._unshown["bingkai halaman"] = None


def _size(properties: etree._Element | None) -> tuple[float, float]:
    sizes = (points(value(properties, "pgSz", name), usual) for name, usual in zip(("w", "h"), _A4, strict=True))
    width, height = (min(max(size, _SMALLEST), _LARGEST) for size in sizes)
    return width, height


def _margins(properties: etree._Element | None) -> tuple[float, float, float, float]:
    """Above, right, below, left; never so wide that no text has room."""
    width, height = _size(properties)
    top, right, bottom, left = (_margin(properties, name, 1440) for name in ("top", "right", "bottom", "left"))
    left += _margin(properties, "gutter", 0)
    across = min(1.0, (width - _SMALLEST / 2) / max(left + right, 1))
    down = min(1.0, (height - _SMALLEST / 2) / max(top + bottom, 1))
    return top * down, right * across, bottom * down, left * across


def _margin(properties: etree._Element | None, name: str, usual: float) -> float:
    return abs(points(value(properties, "pgMar", name), usual / 20))
