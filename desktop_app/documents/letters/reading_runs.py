"""The words of a paragraph: runs with their look, breaks, page numbers, pictures, and marks of the preview."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.letters.reading_images import Images
from desktop_app.documents.letters.reading_looks import Look, merged
from desktop_app.documents.letters.reading_package import MC, W
from desktop_app.documents.letters.reading_styles import Styles
from desktop_app.domain.paper import CHECK, DATA, END, PAGE_COUNT, PAGE_NUMBER, Mark, PaperImage, Run

PAGE_BREAK = "\f"
_HOLDERS = {
    f"{W}{name}" for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "ins", "moveTo", "customXml", "dir", "bdo")
}
_UNSHOWN = {
    "footnoteReference": "catatan kaki", "endnoteReference": "catatan akhir", "object": "objek sematan",
    "commentReference": "komentar", "ruby": "teks ruby", "del": "perubahan terlacak (tampil setelah diterima)",
    "ins": "perubahan terlacak (tampil setelah diterima)", "moveFrom": "perubahan terlacak (tampil setelah diterima)",
}  # fmt: skip
_FIELDS = {"PAGE": PAGE_NUMBER, "NUMPAGES": PAGE_COUNT, "SECTIONPAGES": PAGE_COUNT}
_SILENT_FIELDS = {"HYPERLINK", "REF", "PAGEREF", "SEQ", "STYLEREF", "TC", "XE", ""}
"""Fields whose kept text is what the reader wants; others may change when Word opens the letter, and are said."""
_SYMBOLS = {"F0FC": "✓", "F0FE": "☑", "F0A8": "☐", "F06F": "☐", "F0B7": "•", "F0A7": "▪", "F0E0": "→", "F0D8": "➢"}
_SIMPLE = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}


@dataclass(slots=True)
class Field:
    """A field being read: its order to Word, and whether its kept result has begun."""

    order: str = ""
    result: bool = False
    said: bool = False


@dataclass(slots=True)
class Words:
    """What the runs of a paragraph came to."""

    runs: list[Run] = field(default_factory=list)
    images: list[PaperImage] = field(default_factory=list)


class RunReader:
    """Reads runs; what it meets and cannot show goes into `unshown`."""

    def __init__(self, styles: Styles, images: Images, unshown: dict[str, None]) -> None:
        self._styles, self._images, self._unshown = styles, images, unshown
        self._fields: list[Field] = []
        self._mark = Mark.NONE

    def words(self, paragraph: etree._Element, letters: Look) -> Words:
        """The runs of `paragraph`, whose letters look like `letters` unless they say otherwise."""
        words = Words()
        self._mark = Mark.NONE
        for run in self._runs(paragraph):
            look = self._look(run, letters)
            if not look.get("hidden"):
                for text in self._texts(run, words):
                    self._add(words, text, look)
        return words

    def _runs(self, parent: etree._Element) -> Iterator[etree._Element]:
        for child in parent:
            if child.tag == f"{W}r":
                yield child
            elif child.tag == f"{W}fldSimple":
                yield from self._simple_field(child)
            elif child.tag in _HOLDERS:
                self._say(child)
                yield from self._runs(child)
            elif child.tag == f"{MC}AlternateContent":
                yield from self._runs(chosen(child))
            else:
                self._say(child)

    def _simple_field(self, child: etree._Element) -> Iterator[etree._Element]:
        """Its runs stand for the field's text, which a page number replaces."""
        one = Field(order=child.get(f"{W}instr", ""), result=True)
        self._fields.append(one)
        yield from self._runs(child)
        self._fields.pop()

    def _look(self, run: etree._Element, letters: Look) -> Look:
        properties = run.find(f"{W}rPr")
        if properties is None:
            return letters
        style = properties.find(f"{W}rStyle")
        named = {} if style is None else self._styles.looks(style.get(f"{W}val", ""))[1]
        return merged(letters, named, self._styles.letter_look(properties))

    def _texts(self, run: etree._Element, words: Words) -> Iterator[str]:
        for child in run:
            if not isinstance(child.tag, str):
                continue
            name = child.tag.removeprefix(W)
            if name == "fldChar":
                self._turn(child.get(f"{W}fldCharType", ""))
            elif name == "instrText":
                if self._fields:
                    self._fields[-1].order += child.text or ""
            elif self._fields and not self._fields[-1].result:
                continue
            elif token := self._token():
                yield token
            elif not self._fields or not self._fields[-1].said:
                yield from self._text(child, name, words)

    def _text(self, child: etree._Element, name: str, words: Words) -> Iterator[str]:
        if name == "t":
            yield (child.text or "").replace("\n", " ").replace("\t", " ")
        elif name in _SIMPLE:
            yield _SIMPLE[name]
        elif name == "br":
            yield PAGE_BREAK if child.get(f"{W}type") == "page" else "\n"
        elif name == "sym":
            yield _SYMBOLS.get(child.get(f"{W}char", "").upper(), "□")
        elif name in ("drawing", "pict"):
            self._picture(child, words)
        elif child.tag == f"{MC}AlternateContent":
            for inner in chosen(child):
                yield from self._text(inner, inner.tag.removeprefix(W), words)
        else:
            self._say(child)

    def _picture(self, child: etree._Element, words: Words) -> None:
        image = self._images.read(child, self._unshown)
        if image is not None:
            words.images.append(image)

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _token(self) -> str:
        """The sign for a page number, once in place of the field's kept text."""
        if not self._fields:
            return ""
        one = self._fields[-1]
        name = (one.order.split() or [""])[0].upper()
        if name in _FIELDS and not one.said:
            one.said = True
            return _FIELDS[name]
        if name not in _FIELDS and name not in _SILENT_FIELDS:
            self._unshown["isian otomatis Word (tampil dengan nilai terakhirnya)"] = None
        return ""

    def _add(self, words: Words, text: str, look: Look) -> None:
        """Add `text`, cut where marks begin and end."""
        part = ""
        for sign in text:
            if sign in (DATA, CHECK, END):
                self._put(words, part, look)
                part = ""
                self._mark = {DATA: Mark.DATA, CHECK: Mark.CHECK, END: Mark.NONE}[sign]
            else:
                part += sign
        self._put(words, part, look)

    def _put(self, words: Words, text: str, look: Look) -> None:
        if not text:
            return
        made = run_of(text, look, self._mark)
        if words.runs and replace(words.runs[-1], text="") == replace(made, text=""):
            words.runs[-1] = replace(made, text=words.runs[-1].text + text)
        else:
            words.runs.append(made)

    def _say(self, child: etree._Element) -> None:
        if not isinstance(child.tag, str):
            return
        if child.tag.endswith("}oMath") or child.tag.endswith("}oMathPara"):
            self._unshown["rumus"] = None
        elif (said := _UNSHOWN.get(child.tag.removeprefix(W))) is not None:
            self._unshown[said] = None


def run_of(text: str, look: Look, mark: Mark = Mark.NONE) -> Run:
    """A run that looks so."""
    return Run(
        text=text.upper() if look.get("caps") else text,
        bold=bool(look.get("bold")),
        italic=bool(look.get("italic")),
        underline=bool(look.get("underline")),
        size=look.get("size", 10.0),
        font=look.get("font", "Arial"),
        colour=look.get("colour", ""),
        fill=look.get("fill", ""),
        strike=bool(look.get("strike")),
        raised=look.get("raised", 0),
        mark=mark,
    )


def chosen(alternative: etree._Element) -> etree._Element:
    """The part of an alternative that holds a picture; else the one that newer Words would take."""
    choices = [child for child in alternative if isinstance(child.tag, str)]
    pictures = (child for child in choices if next(child.iter("{*}blip", "{*}imagedata"), None) is not None)
    return next(pictures, choices[0] if choices else alternative)
