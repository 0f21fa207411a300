"""Cell styles made from those that a workbook has: the same look with a colour, as text, or with wrapped lines."""

from copy import deepcopy
from enum import Enum

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents import colours
from desktop_app.documents.returning.names import local, tag
from desktop_app.documents.returning.package import Package, parsed, serialised

_TEXT_FORMAT = "49"
_PLAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_LEAST = (
    f'<styleSheet xmlns="{_PLAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
).encode()


class Tone(Enum):
    """How a cell stands out."""

    PLAIN = ""
    NOTE = colours.WARN_SOFT
    BAD = colours.BAD_SOFT
    HEADER = colours.HEADER


class Styles:
    """The styles part of a workbook. A made style is the number that cells carry in `s`."""

    def __init__(self, package: Package, workbook: str) -> None:
        self._package = package
        self._name = next(iter(package.related(workbook, "styles").values()), "")
        if not self._name or self._name not in package:
            self._name = _started(package, workbook)
        self._root = package.xml(self._name)
        self._formats = self._group("cellXfs")
        self._made: dict[tuple[int, Tone, bool, bool], int] = {}
        self._fills: dict[Tone, str] = {}
        self._bold: str = ""

    def coloured(self, base: int, tone: Tone, *, as_text: bool = False) -> int:
        """The style `base` on a fill; `as_text`: what is typed there stays text."""
        return self._style(base, tone, as_text, False)

    def words(self, base: int, tone: Tone) -> int:
        """The style `base` for a sentence: no number format, lines wrapped, left."""
        return self._style(base, tone, False, True)

    def header(self, base: int) -> int:
        """The style of the header beside it; one of our own where that has none."""
        return base or self._style(0, Tone.HEADER, False, True)

    def save(self) -> None:
        if self._made:
            self._formats.set("count", str(len(self._formats)))
            self._package.change(self._name, serialised(self._root))

    def _style(self, base: int, tone: Tone, as_text: bool, words: bool) -> int:
        key = (base, tone, as_text, words)
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def _make(self, base: int, tone: Tone, as_text: bool, words: bool) -> int:
        made = deepcopy(self._formats[base if base < len(self._formats) else 0])
        if tone is not Tone.PLAIN:
            made.set("fillId", self._fill(tone))
            made.set("applyFill", "1")
        if as_text or words:
            made.set("numFmtId", _TEXT_FORMAT if as_text else "0")
            made.set("applyNumberFormat", "1")
        if words:
            self._wrap(made)
        if tone is Tone.HEADER:
            made.set("fontId", self._bold_font())
            made.set("applyFont", "1")
        self._formats.append(made)
        return len(self._formats) - 1

    def _wrap(self, made: etree._Element) -> None:
        alignment = next((child for child in made if local(child) == "alignment"), None)
        if alignment is None:
            alignment = etree.Element(tag(self._root, "alignment"), vertical="top")
            made.insert(0, alignment)
        for name in ("textRotation", "shrinkToFit", "indent"):
            alignment.attrib.pop(name, None)
        alignment.set("horizontal", "left")
        alignment.set("wrapText", "1")
        made.set("applyAlignment", "1")

    def _fill(self, tone: Tone) -> str:
        if tone not in self._fills:
            fill = etree.Element(tag(self._root, "fill"))
            pattern = etree.SubElement(fill, tag(self._root, "patternFill"), patternType="solid")
            etree.SubElement(pattern, tag(self._root, "fgColor"), rgb=f"FF{tone.value}")
            etree.SubElement(pattern, tag(self._root, "bgColor"), indexed="64")
            self._keep_reserved()
            self._fills[tone] = self._added("fills", fill)
        return self._fills[tone]

    def _keep_reserved(self) -> None:
        """Excel takes the first two fills for “none” and “gray125”, whatever they say."""
        fills = self._group("fills")
        for kind in ("none", "gray125")[len(fills) :]:
            etree.SubElement(etree.SubElement(fills, tag(fills, "fill")), tag(fills, "patternFill"), patternType=kind)

    def _bold_font(self) -> str:
        if not self._bold:
            fonts = self._group("fonts")
            font = deepcopy(fonts[0]) if len(fonts) else etree.Element(tag(self._root, "font"))
            font.insert(0, etree.Element(tag(self._root, "b")))
            self._bold = self._added("fonts", font)
        return self._bold

    def _added(self, group: str, element: etree._Element) -> str:
        """The number of a new entry of a group."""
        entries = self._group(group)
        entries.append(element)
        entries.set("count", str(len(entries)))
        return str(len(entries) - 1)

    def _group(self, name: str) -> etree._Element:
        found = next((child for child in self._root if local(child) == name), None)
        if found is None:
            # A part without it is legal; its order among the others matters, so it is taken from the least one.
            template = parsed(_LEAST)
            order = [local(child) for child in template]
            found = etree.Element(tag(self._root, name))
            for child in next(child for child in template if local(child) == name):
                found.append(child)
            before = set(order[: order.index(name)]) | {"numFmts"}
            place = max((index for index, child in enumerate(self._root) if local(child) in before), default=-1)
            self._root.insert(place + 1, found)
        return found


def _started(package: Package, workbook: str) -> str:
    """A workbook without styles gets the least that there can be."""
    name = "xl/styles.xml" if "xl/styles.xml" not in package else package.free_name("xl/styles{}.xml")
    package.change(name, _LEAST)
    package.add_type(name, _TYPE)
    package.relate(workbook, "styles", name)
    return name
