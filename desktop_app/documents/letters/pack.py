"""A template pack: Word templates of one office in one file, for another.

A zip file with the suffix `.templat`: `manifes.json` names each template with the SHA-256 of its bytes, the templates
lie beside it as `se-bupati.docx` and so on. A pack from elsewhere is untrusted: what is not expected is refused.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.documents.letters.package import NotAPackage, read_package, write_package
from desktop_app.documents.letters.package_dangers import dangers
from desktop_app.documents.letters.word_xml import DOCUMENT
from desktop_app.domain.errors import AppError
from desktop_app.domain.letters import LetterKind

SUFFIX = ".templat"
BYTES_AT_MOST = 50_000_000
"""Of a pack as it lies on the disk."""

_MANIFEST, _FORMAT, _VERSION = "manifes.json", "templat-surat-cakupan", 1


class BadPack(AppError):
    """A template pack cannot be taken over; nothing was changed."""

    title: ClassVar[str] = "Paket templat tidak dapat dipakai"
    hint = "Minta pengirim membuat paket itu lagi di Cakupan, lalu pilih berkas yang baru."

    def __init__(self, why: str) -> None:
        super().__init__(f"Paket templat itu {why}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatePack:
    """`office` and `made` (“2026-03-12”) say where it comes from, as its maker wrote it; `templates` are whole files."""

    office: str
    made: str
    templates: Mapping[LetterKind, bytes]


def write_pack(pack: TemplatePack) -> bytes:
    """The bytes of the file; the same pack gives the same bytes."""
    listed = {
        kind.value: {"berkas": _file(kind), "sha256": hashlib.sha256(data).hexdigest(), "ukuran": len(data)}
        for kind, data in sorted(pack.templates.items())
    }
    manifest = {"format": _FORMAT, "versi": _VERSION, "kantor": pack.office, "dibuat": pack.made, "templat": listed}
    parts = {_MANIFEST: json.dumps(manifest, ensure_ascii=False, indent=2).encode()}
    return write_package(parts | {_file(kind): data for kind, data in sorted(pack.templates.items())})


def read_pack(data: bytes) -> TemplatePack:
    """The pack in `data`.

    Raises:
        BadPack: it is none, was changed on its way, comes from a newer Cakupan, or brings along what a letter does not
            need (other files, macros, links to the outside, too much of anything).
    """
    parts = _parts(data)
    manifest = _manifest(parts)
    templates = dict(_templates(parts, manifest["templat"]))
    strangers = sorted(set(parts) - {_MANIFEST} - {_file(kind) for kind in templates})
    if strangers:
        raise BadPack(f"memuat berkas lain (“{strangers[0][:60]}”)")
    return TemplatePack(office=manifest["kantor"], made=manifest["dibuat"], templates=templates)


def _file(kind: LetterKind) -> str:
    return f"{kind.value}.docx"


def _parts(data: bytes) -> dict[str, bytes]:
    if len(data) > BYTES_AT_MOST:
        raise BadPack("terlalu besar")
    try:
        return read_package(data)
    except NotAPackage as error:
        raise BadPack("rusak atau bukan paket templat Cakupan") from error


def _manifest(parts: Mapping[str, bytes]) -> dict[str, Any]:
    try:
        manifest = json.loads(parts[_MANIFEST])
    except (KeyError, ValueError, RecursionError) as error:
        raise BadPack("tidak memuat daftar isi yang dapat dibaca") from error
    if not isinstance(manifest, dict) or manifest.get("format") != _FORMAT:
        raise BadPack("bukan paket templat Cakupan")
    if manifest.get("versi") != _VERSION:
        raise BadPack("dibuat oleh Cakupan versi lain yang susunannya belum dikenal")
    texts = all(isinstance(manifest.get(name), str) for name in ("kantor", "dibuat"))
    if not texts or not isinstance(manifest.get("templat"), dict) or not manifest["templat"]:
        raise BadPack("daftar isinya tidak lengkap")
    return manifest


def _templates(parts: Mapping[str, bytes], listed: dict[str, Any]) -> Iterator[tuple[LetterKind, bytes]]:
    known = {kind.value: kind for kind in LetterKind}
    for name, entry in listed.items():
        kind = known.get(name)
        if kind is None:
            raise BadPack(f"memuat jenis surat yang tidak dikenal (“{name[:60]}”)")
        data = parts.get(_file(kind))
        if data is None or not isinstance(entry, dict) or entry.get("sha256") != hashlib.sha256(data).hexdigest():
            raise BadPack(f"tidak utuh: isi “{_file(kind)}” berbeda dari daftar isinya")
        _check_word(kind, data)
        yield kind, data


def _check_word(kind: LetterKind, data: bytes) -> None:
    try:
        parts = read_package(data)
        found = [] if DOCUMENT in parts else ["bukan dokumen Word"]
        found += dangers(parts)
    except (NotAPackage, etree.XMLSyntaxError) as error:
        raise BadPack(f"tidak dapat dipakai: “{_file(kind)}” bukan dokumen Word yang utuh") from error
    if found:
        raise BadPack(f"ditolak karena “{_file(kind)}” {found[0]}")
