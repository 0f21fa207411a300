"""Word's own numbered lists, bound to the styles of a letter."""

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

DIKTUM_WIDTH = 3.75
"""Room for “KESATU :” … (cm)."""

DASAR, BUTIR, JUDUL, TEMBUSAN, PENERIMA, DIKTUM = range(1, 7)
"""Lists: a., b. of the legal bases; 1., a.; 1., a., 1); copies; recipients; points below KESATU …."""

Level = tuple[str, str, str, float]
_LISTS: dict[int, list[Level]] = {
    DASAR: [("lowerLetter", "DasarSurat", "%1.", 0.75)],
    BUTIR: [("decimal", "ButirSurat", "%1.", 0.75), ("lowerLetter", "SubButirSurat", "%2.", 1.5)],
    JUDUL: [
        ("decimal", "JudulBagian", "%1.", 0.75),
        ("lowerLetter", "HurufSurat", "%2.", 1.5),
        ("decimal", "SubHurufSurat", "%3)", 2.25),
    ],
    TEMBUSAN: [("decimal", "TembusanSurat", "%1.", 0.75)],
    PENERIMA: [("decimal", "PenerimaSurat", "%1.", 0.75)],
    DIKTUM: [("none", "Diktum", "", DIKTUM_WIDTH), ("lowerLetter", "SubButirSurat", "%2.", DIKTUM_WIDTH + 0.75)],
}
"""Format, style, text and left edge (cm) of each level. KESATU … has no number of Word's own: the level is there so that
a., b. below it begin anew."""


def number_lists(document: WordDocument, *, instruction: bool) -> None:
    """Word's own lists; in an instruction a., b. stand below KESATU …, elsewhere below 1., 2.."""
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    strangers = {BUTIR: "SubButirSurat"} if instruction else {DIKTUM: "SubButirSurat"}
    for key, levels in _LISTS.items():
        inner = "".join(_level(place, level, strangers.get(key)) for place, level in enumerate(levels))
        kind = "multilevel" if len(levels) > 1 else "singleLevel"
        inner = f'<w:multiLevelType w:val="{kind}"/>{inner}'
        numbering.append(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">{inner}</w:abstractNum>'))
    for key in _LISTS:
        link = f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
        numbering.append(parse_xml(link))


def _level(place: int, level: Level, stranger: str | None) -> str:
    kind, style, text, left = level
    owner = "" if style == stranger else f'<w:pStyle w:val="{style}"/>'
    suffix = '<w:suff w:val="nothing"/>' if kind == "none" else ""
    hanging = DIKTUM_WIDTH if kind == "none" else 0.75
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{owner}{suffix}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{Cm(left).twips}" w:hanging="{Cm(hanging).twips}"/></w:pPr></w:lvl>'
    )
