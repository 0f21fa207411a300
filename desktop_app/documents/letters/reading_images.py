"""Pictures of a letter, in the line or anchored beside the text."""

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.letters.reading_package import WP, A, Package, R, points
from desktop_app.domain.paper import PaperImage

_EMU = 12700
"""Of a point."""
_SHOWN = {".png", ".jpg", ".jpeg", ".gif", ".bmp"}
_LARGEST = 20 << 20
_FURTHEST = 3000.0
"""Points: no paper is larger."""
_PART = {
    "chart": "grafik Word", "wordprocessingShape": "kotak teks atau bentuk", "diagram": "SmartArt",
    "wordprocessingGroup": "gambar berkelompok", "wordprocessingCanvas": "kanvas gambar",
}  # fmt: skip
_SHAPE = "kotak teks atau bentuk"


class Images:
    """Pictures of one part of the file (body, head or foot). `width` is that of the text on its pages."""

    def __init__(self, package: Package, part: str) -> None:
        self._package, self._links = package, package.links(part)
        self._kept: dict[str, bytes] = {}
        self.left, self.width, self.paper = 0.0, 450.0, 595.0

    def set_page(self, left: float, width: float, paper: float) -> None:
        """Points: where the text begins, how wide it is, how wide the paper is."""
        self.left, self.width, self.paper = left, width, paper

    def read(self, drawing: etree._Element, unshown: dict[str, None]) -> PaperImage | None:
        """A w:drawing or w:pict as a picture; None where it is something else, which then stands in `unshown`."""
        blip = next(drawing.iter(f"{A}blip"), None)
        if blip is None:
            return self._old_picture(drawing, unshown)
        for kind in ("wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas"):
            if any(kind in (data.get("uri") or "") for data in drawing.iter(f"{A}graphicData")):
                unshown[_PART[kind]] = None
        data = self._data(blip.get(f"{R}embed", ""), unshown)
        inline, anchor = drawing.find(f"{WP}inline"), drawing.find(f"{WP}anchor")
        place = inline if inline is not None else anchor
        if not data or place is None:
            return None
        width, height = _extent(place.find(f"{WP}extent"))
        if place is inline:
            return PaperImage(data=data, width=width, height=height)
        return self._anchored(place, data, width, height)

    def _anchored(self, anchor: etree._Element, data: bytes, width: float, height: float) -> PaperImage:
        across, down = anchor.find(f"{WP}positionH"), anchor.find(f"{WP}positionV")
        wraps = any(anchor.find(f"{WP}{kind}") is not None for kind in ("wrapSquare", "wrapTight", "wrapThrough"))
        return PaperImage(
            data=data, width=width, height=height, left=True, wraps=wraps,
            x=self._across(across, width), y=_offset(down),
        )  # fmt: skip

    def _across(self, place: etree._Element | None, width: float) -> float:
        """From the edge of the text."""
        if place is None:
            return 0
        page = place.get("relativeFrom") == "page"
        start, room = (-self.left, self.paper) if page else (0.0, self.width)
        said = place.findtext(f"{WP}align")
        if said is None:
            return start + _offset(place)
        return start + {"center": (room - width) / 2, "right": room - width, "outside": room - width}.get(said, 0)

    def _old_picture(self, drawing: etree._Element, unshown: dict[str, None]) -> PaperImage | None:
        """VML, as older Words wrote it: size in a style, picture by its id."""
        found = next(drawing.iter("{urn:schemas-microsoft-com:vml}imagedata"), None)
        if found is None or found.getparent() is None:
            unshown[_kind(drawing)] = None
            return None
        data = self._data(found.get(f"{R}id", ""), unshown)
        shape = found.getparent()
        style = dict(
            part.strip().split(":", 1)
            for part in (shape.get("style", "") if shape is not None else "").split(";")
            if ":" in part
        )
        width, height = points(style.get("width", "72pt")), points(style.get("height", "72pt"))
        return PaperImage(data=data, width=min(width, _FURTHEST), height=min(height, _FURTHEST)) if data else None

    def _data(self, link: str, unshown: dict[str, None]) -> bytes:
        name = self._links.get(link, "")
        if name not in self._kept:
            shown = any(name.lower().endswith(suffix) for suffix in _SHOWN)
            data = self._package.bytes(name) if shown else b""
            self._kept[name] = data if len(data) <= _LARGEST else b""
        if not self._kept[name]:
            unshown["gambar yang tertaut atau bukan PNG/JPEG"] = None
        return self._kept[name]


def _extent(extent: etree._Element | None) -> tuple[float, float]:
    if extent is None:
        return 72, 72
    width, height = (_emu(extent.get(name)) for name in ("cx", "cy"))
    return max(width, 1), max(height, 1)


def _offset(place: etree._Element | None) -> float:
    return 0 if place is None else _emu(place.findtext(f"{WP}posOffset"))


def _emu(text: str | None) -> float:
    try:
        found = int(text or "0") / _EMU
    except ValueError:
        return 0
    return max(min(found, _FURTHEST), -_FURTHEST)


def _kind(drawing: etree._Element) -> str:
    """What a drawing without a picture is, in words."""
    for data in drawing.iter(f"{A}graphicData"):
        for kind, words in _PART.items():
            if kind in (data.get("uri") or ""):
                return words
    return _SHAPE
