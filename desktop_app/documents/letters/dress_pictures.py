"""The office's own pictures in the places that a template keeps for them."""

import hashlib
from collections.abc import Iterator, Mapping, MutableMapping

from desktop_app.documents.letters.pictures import Picture, prepared, shows_nothing
from desktop_app.documents.letters.word_xml import (
    CONTENT_TYPES,
    RELS,
    TYPES,
    WP,
    A,
    Element,
    R,
    W,
    as_bytes,
    parse,
    rels_name,
)

PLACES = ("lambang", "aksara")
"""Alternative texts of the places, and keys of the pictures."""
_REMOVED_WHERE_EMPTY = "aksara"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"

Parts = MutableMapping[str, bytes]


def set_pictures(parts: Parts, roots: Mapping[str, Element], images: Mapping[str, bytes]) -> None:
    pictures = {key: prepared(key, images[key]) for key in PLACES if images.get(key)}
    for part, root in roots.items():
        for drawing, key in list(_places(root)):
            if key in pictures:
                _swap(parts, part, drawing, key, pictures[key])
            elif key == _REMOVED_WHERE_EMPTY and shows_nothing(_embedded(parts, part, drawing)):
                _remove(drawing)
        _forget_unused(parts, part, root)


def _places(root: Element) -> Iterator[tuple[Element, str]]:
    """Inline or anchored drawings that hold a place, with its key."""
    for properties in root.iter(f"{WP}docPr"):
        key = (properties.get("descr") or "").strip().casefold()
        drawing = properties.getparent()
        if key in PLACES and drawing is not None and drawing.find(f".//{A}blip") is not None:
            yield drawing, key


def _swap(parts: Parts, part: str, drawing: Element, key: str, picture: Picture) -> None:
    blip = drawing.find(f".//{A}blip")
    for child in list(blip):
        blip.remove(child)
    for crop in list(drawing.iter(f"{A}srcRect")):
        crop.getparent().remove(crop)
    blip.attrib.pop(f"{R}link", None)
    blip.set(f"{R}embed", _relation(parts, part, _stored(parts, key, picture), key))
    _fit(drawing, picture)


def _fit(drawing: Element, picture: Picture) -> None:
    """As large as the place allows, in the picture's own shape."""
    extent = drawing.find(f"{WP}extent")
    width, height = int(extent.get("cx", "0")), int(extent.get("cy", "0"))
    factor = min(width / picture.width, height / picture.height)
    inner = [ext for ext in drawing.iter(f"{A}ext") if ext.get("cx") is not None]
    for size in (extent, *inner):
        size.set("cx", str(max(1, round(picture.width * factor))))
        size.set("cy", str(max(1, round(picture.height * factor))))


def _stored(parts: Parts, key: str, picture: Picture) -> str:
    """Path of the picture among the parts; its name follows from its bytes."""
    name = f"word/media/{key}-{hashlib.sha256(picture.data).hexdigest()[:12]}.{picture.suffix}"
    parts[name] = picture.data
    types = parse(parts[CONTENT_TYPES])
    known = {default.get("Extension", "").casefold() for default in types.findall(f"{TYPES}Default")}
    if picture.suffix not in known:
        types.insert(
            0, types.makeelement(f"{TYPES}Default", {"Extension": picture.suffix, "ContentType": picture.mime})
        )
        parts[CONTENT_TYPES] = as_bytes(types)
    return name


def _relation(parts: Parts, part: str, target: str, key: str) -> str:
    relations = _relations(parts, part)
    short = target.removeprefix("word/")
    ids = {relation.get("Id", "") for relation in relations}
    for relation in relations:
        if relation.get("Target") == short:
            return str(relation.get("Id", ""))
    new = next(name for name in (f"rId{key.capitalize()}{n}" for n in range(1, len(ids) + 2)) if name not in ids)
    relations.append(relations.makeelement(f"{RELS}Relationship", {"Id": new, "Type": _IMAGE, "Target": short}))
    parts[rels_name(part)] = as_bytes(relations)
    return new


def _relations(parts: Mapping[str, bytes], part: str) -> Element:
    empty = f'<Relationships xmlns="{RELS.strip("{}")}"/>'.encode()
    return parse(parts.get(rels_name(part), empty))


def _embedded(parts: Mapping[str, bytes], part: str, drawing: Element) -> bytes:
    """Bytes of the picture that stands in the place; empty where it is not in the file."""
    blip = drawing.find(f".//{A}blip")
    wanted = blip.get(f"{R}embed") if blip is not None else None
    for relation in _relations(parts, part):
        if relation.get("Id") == wanted:
            return parts.get(f"word/{relation.get('Target')}", b"")
    return b""


def _remove(drawing: Element) -> None:
    """The picture, its run, and the paragraph where nothing else stands in it."""
    run = next(drawing.iterancestors(f"{W}r"))
    paragraph = run.getparent()
    run.remove(next(one for one in (drawing, *drawing.iterancestors()) if one.getparent() is run))
    if all(child.tag == f"{W}rPr" for child in run):
        paragraph.remove(run)
    container = paragraph.getparent()
    alone = container is None or len(container.findall(f"{W}p")) < 2
    if not alone and all(child.tag == f"{W}pPr" for child in paragraph) and paragraph.find(f".//{W}sectPr") is None:
        container.remove(paragraph)


def _forget_unused(parts: Parts, part: str, root: Element) -> None:
    """Pictures that nothing shows any more leave the file."""
    if rels_name(part) not in parts:
        return
    used = {value for element in root.iter() for name, value in element.attrib.items() if str(name).startswith(R)}
    relations = _relations(parts, part)
    unused = [one for one in relations if one.get("Type") == _IMAGE and one.get("Id") not in used]
    for relation in unused:
        relations.remove(relation)
    if unused:
        parts[rels_name(part)] = as_bytes(relations)
        for target in (f"word/{one.get('Target')}" for one in unused):
            if not _shown_elsewhere(parts, target):
                parts.pop(target, None)


def _shown_elsewhere(parts: Mapping[str, bytes], target: str) -> bool:
    short = target.removeprefix("word/")
    return any(short.encode() in data for name, data in parts.items() if name.endswith(".rels"))
