"""Template packs: whole through the post, and refused where they were tampered with."""

import json
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.letters.pack import BadPack, TemplatePack, read_pack, write_pack
from desktop_app.documents.letters.package import read_package, write_package
from desktop_app.domain.letters import LetterKind
from desktop_app.resources import resource

TEMPLATES = {kind: resource("templates", f"{kind.value}.docx").read_bytes() for kind in LetterKind}
PACK = TemplatePack(office="Disnaker “Contoh” & Co", made="2026-03-12", templates=TEMPLATES)


def test_a_pack_comes_back_as_it_was() -> None:
    assert read_pack(write_pack(PACK)) == PACK
    assert write_pack(PACK) == write_pack(PACK)


def test_a_pack_may_hold_a_single_template() -> None:
    one = TemplatePack(office="", made="", templates={LetterKind.TEGURAN: TEMPLATES[LetterKind.TEGURAN]})
    assert read_pack(write_pack(one)) == one


def manifest(**changed: Any) -> bytes:
    parts = read_package(write_pack(PACK))
    return json.dumps({**json.loads(parts["manifes.json"]), **changed}).encode()


def packed(changed: Mapping[str, bytes | None]) -> bytes:
    """The good pack with parts put in, or taken out (None)."""
    parts: dict[str, bytes | None] = {**read_package(write_pack(PACK)), **changed}
    return write_package({name: data for name, data in parts.items() if data is not None})


def of_one(data: bytes) -> bytes:
    """A pack whose only template is `data`, with a true hash."""
    return write_pack(TemplatePack(office="x", made="x", templates={LetterKind.SE_BUPATI: data}))


def bomb() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"\0" * 101_000_000)
    return target.getvalue()


def twice() -> bytes:
    target = BytesIO(write_pack(PACK))
    with zipfile.ZipFile(target, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr("se-bupati.docx", b"lain")
    return target.getvalue()


SE = read_package(TEMPLATES[LetterKind.SE_BUPATI])
HOSTILE = {
    "nothing": (b"", "rusak atau bukan paket"),
    "text": (b"halo", "rusak atau bukan paket"),
    "cut": (write_pack(PACK)[:-200], "rusak atau bukan paket"),
    "huge": (b"x" * 50_000_001, "terlalu besar"),
    "a letter": (TEMPLATES[LetterKind.SE_BUPATI], "daftar isi"),
    "no manifest": (packed({"manifes.json": None}), "daftar isi"),
    "no json": (packed({"manifes.json": b"{"}), "daftar isi"),
    "deep json": (packed({"manifes.json": b"[" * 200_000}), "daftar isi"),
    "a list": (packed({"manifes.json": b"[]"}), "bukan paket templat Cakupan"),
    "another format": (packed({"manifes.json": manifest(format="x")}), "bukan paket templat Cakupan"),
    "newer": (packed({"manifes.json": manifest(versi=2)}), "versi lain"),
    "no office": (packed({"manifes.json": manifest(kantor=None)}), "tidak lengkap"),
    "no templates": (packed({"manifes.json": manifest(templat={})}), "tidak lengkap"),
    "a kind nobody knows": (packed({"manifes.json": manifest(templat={"../x": {}})}), "tidak dikenal"),
    "changed on the way": (packed({"se-bupati.docx": TEMPLATES[LetterKind.TEGURAN]}), "tidak utuh"),
    "one lost": (packed({"teguran.docx": None}), "tidak utuh"),
    "one besides": (packed({"virus.exe": b"MZ"}), "berkas lain (“virus.exe”)"),
    "a way out": (packed({"../keluar.docx": b""}), "rusak atau bukan paket"),
    "two of one name": (twice(), "rusak atau bukan paket"),
    "no word": (of_one(b"halo"), "bukan dokumen Word"),
    "empty word": (of_one(write_package({"a": b""})), "bukan dokumen Word"),
    "macro": (of_one(write_package({**SE, "word/vbaProject.bin": b""})), "makro"),
    "broken links": (of_one(write_package({**SE, "word/_rels/x.xml.rels": b"<"})), "bukan dokumen Word"),
    "bomb": (of_one(bomb()), "bukan dokumen Word"),
}


@pytest.mark.parametrize(("data", "why"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_pack_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(BadPack) as refused:
        read_pack(data)
    assert why in str(refused.value)


@given(st.integers(0, 400_000), st.integers(1, 255))
def test_a_flipped_byte_never_passes_unseen(place: int, change: int) -> None:
    data = bytearray(GOOD)
    data[place % len(data)] ^= change
    with suppress(BadPack):
        assert read_pack(bytes(data)) == PACK


GOOD = write_pack(PACK)
