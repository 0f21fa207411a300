"""What a Word file from elsewhere must not bring along: macros, embedded programs, links that fetch something."""

from collections.abc import Iterator, Mapping

from desktop_app.documents.letters.word_xml import RELS, parse

_PROGRAMS = ("vbaproject", "vbadata", "activex", "/embeddings/", "oleobject", "/customui/")
_LINK = "hyperlink"


def dangers(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Each as the end of a sentence that begins “Templat itu …”. XMLSyntaxError: a list of links is damaged."""
    if any(word in f"/{name}".casefold() for name in parts for word in _PROGRAMS):
        yield "memuat makro atau berkas yang dapat dijalankan"
    if any(
        b"<!DOCTYPE" in data or b"<!ENTITY" in data for name, data in parts.items() if name.endswith((".xml", ".rels"))
    ):
        yield "memuat definisi XML yang tidak dipakai Word"
    if any(_fetches(data) for name, data in parts.items() if name.endswith(".rels")):
        yield "mengambil isi dari luar berkas (gambar, templat, atau data bertaut)"


def _fetches(relations: bytes) -> bool:
    return any(
        one.get("TargetMode") == "External" and not one.get("Type", "").endswith(f"/{_LINK}")
        for one in parse(relations).iter(f"{RELS}Relationship")
    )
