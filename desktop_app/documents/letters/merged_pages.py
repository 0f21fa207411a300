"""Heads and feet of pages of letters that stand in one file: where those of a letter differ, it has parts of its own."""

import re
from collections.abc import Mapping

from desktop_app.documents.letters.sections import SHAPE
from desktop_app.documents.letters.word_xml import CONTENT_TYPES, DOCUMENT, RELS, parse, rels_name

_STORY = re.compile(r"word/(header|footer)\d*\.xml")
_REFERENCE = re.compile(r'<w:(header|footer)Reference\b[^>]*\bw:type="(\w+)"[^>]*/>')
_REFERRED = re.compile(r'(<w:(?:header|footer)Reference\b[^>]*\br:id=")([^"]+)(")')
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_EMPTY = {
    "header": f"<w:hdr {_NAMES}><w:p/></w:hdr>",
    "footer": f"<w:ftr {_NAMES}><w:p/></w:ftr>",
}


class Pages:
    """Of one template: `parts` as it has them. The first letter keeps its parts; `added` are those of others."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._ids = _ids(parts.get(rels_name(DOCUMENT), b""))
        self._made: dict[tuple[str, str], str] = {}
        self.added: dict[str, bytes] = {}
        self._relations: list[str] = []
        self._types: list[str] = []

    def own(self, body: str, filled: Mapping[str, str]) -> str:
        """The body of a letter, its sections naming the heads and feet that belong to it."""
        ids = {self._ids[name]: self._part(name, filled[name]) for name in filled if name in self._ids}

        def renamed(found: re.Match[str]) -> str:
            return f"{found[1]}{ids.get(found[2], found[2])}{found[3]}"

        return self._complete(_REFERRED.sub(renamed, body))

    def changes(self) -> dict[str, bytes]:
        """Parts that are new, and the lists in which they stand."""
        if not self.added:
            return {}
        relations, types = rels_name(DOCUMENT), CONTENT_TYPES
        return {
            **self.added,
            relations: _with(self._parts[relations], "".join(self._relations), "</Relationships>"),
            types: _with(self._parts[types], "".join(self._types), "</Types>"),
        }

    def _complete(self, body: str) -> str:
        """A section without head or foot takes over those before it: in one file, those of another letter."""
        first = SHAPE.search(body)
        if first is None:
            return body
        there = {found.groups() for found in _REFERENCE.finditer(first[0])}
        wanted = {found.groups() for found in _REFERENCE.finditer(body)} - there
        more = "".join(
            f'<w:{story}Reference w:type="{when}" r:id="{self._part(story, _EMPTY[story])}"/>'
            for story, when in sorted(wanted)
        )
        start = body.index(">", first.start()) + 1
        return body[:start] + more + body[start:] if more else body

    def _part(self, name: str, text: str) -> str:
        """Id under which the document knows such a head or foot; a new part where there is none yet."""
        if (name, text) not in self._made:
            first = not any(made == name for made, _ in self._made)
            self._made[name, text] = self._ids[name] if first and name in self._ids else self._new(name, text)
        return self._made[name, text]

    def _new(self, name: str, text: str) -> str:
        story = "header" if "header" in name else "footer"
        number = len(self.added) + 1
        new, own_id = f"word/{story}-surat{number}.xml", f"rIdSurat{number}"
        self.added[new] = text.encode()
        if rels_name(name) in self._parts:
            self.added[rels_name(new)] = self._parts[rels_name(name)]
        self._relations.append(
            f'<Relationship Id="{own_id}" Type="{_RELATION}{story}" Target="{new.removeprefix("word/")}"/>'
        )
        self._types.append(f'<Override PartName="/{new}" ContentType="{_MAIN}{story}+xml"/>')
        return own_id


def _ids(relations: bytes) -> dict[str, str]:
    """Part of a head or foot -> its id in the document."""
    if not relations:
        return {}
    found = {
        f"word/{one.get('Target', '').removeprefix('/word/')}": one.get("Id")
        for one in parse(relations).iter(f"{RELS}Relationship")
    }
    return {name: key for name, key in found.items() if _STORY.fullmatch(name)}


def _with(part: bytes, more: str, end: str) -> bytes:
    text = part.decode()
    place = text.rindex(end)
    return (text[:place] + more + text[place:]).encode()
