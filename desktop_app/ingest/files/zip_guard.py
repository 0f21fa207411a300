"""Zip packages, looked at before they are unpacked. Nothing is ever extracted to a folder.

Sizes are taken from the directory of the package and checked again while unpacking: a part that goes on after its
declared end, overlaps another or packs more than text can is refused (Fifield, “A better zip bomb”, WOOT 2019).
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from desktop_app.domain.errors import DamagedWorkbook, LockedWorkbook, UnsafeWorkbook
from desktop_app.ingest.files import limits

_LOCAL = struct.Struct("<4s5H3I2H")
_LOCAL_MARK = b"PK\x03\x04"
_ENCRYPTED = 0x1
_STEP = 1 << 18
_OUTSIDE = re.compile(r"(?:^|/)\.\.(?:/|$)|^[a-z]:")
_CUT = "berkas terpotong atau bagian di dalamnya rusak"


class Package:
    """The parts of a zip file by name, without regard to case, slashes and a leading “/”."""

    def __init__(self, file: str, data: bytes) -> None:
        self.file = file
        self._data = memoryview(data)
        self._parts = self._directory(data)

    @property
    def names(self) -> tuple[str, ...]:
        """As they are looked up: lower case."""
        return tuple(self._parts)

    def __contains__(self, name: str) -> bool:
        return part_name(name) in self._parts

    def read(self, name: str) -> bytes:
        """A small part as a whole; b"" where it is missing."""
        if name not in self:
            return b""
        if self._parts[part_name(name)].file_size > limits.SMALL_PART_BYTES:
            raise UnsafeWorkbook(self.file, f"bagian “{name}” di dalamnya terlalu besar")
        return b"".join(self.stream(name))

    def stream(self, name: str) -> Iterator[bytes]:
        """A part piece by piece, never more than its declared size."""
        part = self._parts.get(part_name(name))
        if part is None:
            raise DamagedWorkbook(self.file, f"bagian “{name}” tidak ada")
        packed = self._packed(part)
        size, check = 0, 0
        for piece in packed if part.compress_type == zipfile.ZIP_STORED else self._inflated(packed, part.file_size):
            size += len(piece)
            if size > part.file_size:
                raise UnsafeWorkbook(self.file, "ukuran bagian di dalamnya tidak sesuai dengan yang tertulis")
            check = zlib.crc32(piece, check)
            yield piece
        if size != part.file_size or check != part.CRC:
            raise DamagedWorkbook(self.file, _CUT)

    def _inflated(self, packed: Iterator[bytes], ceiling: int) -> Iterator[bytes]:
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        size = 0
        try:
            for piece in packed:
                while piece and not unpacker.eof:
                    unpacked = unpacker.decompress(piece, limits.MIB)
                    size += len(unpacked)
                    yield unpacked
                    if size > ceiling:
                        return
                    piece = unpacker.unconsumed_tail
            yield unpacker.flush()
        except zlib.error as error:
            raise DamagedWorkbook(self.file, _CUT) from error
        if not unpacker.eof:
            raise DamagedWorkbook(self.file, _CUT)

    def _packed(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        start = _start(self._data, part)
        if start is None:
            raise DamagedWorkbook(self.file, _CUT)
        for place in range(start, start + part.compress_size, _STEP):
            yield bytes(self._data[place : min(place + _STEP, start + part.compress_size)])

    def _directory(self, data: bytes) -> dict[str, zipfile.ZipInfo]:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                listed, end = package.infolist(), package.start_dir
        except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, struct.error) as error:
            raise DamagedWorkbook(self.file, _CUT) from error
        self._check_all(listed, end)
        return {part_name(part.filename): part for part in listed if not part.is_dir()}

    def _check_all(self, listed: list[zipfile.ZipInfo], end: int) -> None:
        names = [part_name(part.filename) for part in listed]
        if not names:
            raise DamagedWorkbook(self.file, "tidak ada bagian di dalamnya")
        if len(listed) > limits.PARTS or sum(part.file_size for part in listed) > limits.TOTAL_BYTES:
            raise UnsafeWorkbook(self.file, "isinya mengembang jauh melebihi ukuran berkas (bom zip)")
        if any(_OUTSIDE.search(name) for name in names):
            raise UnsafeWorkbook(self.file, "ada bagian yang menunjuk ke folder di luar berkas")
        if len(set(names)) < len(names):
            raise DamagedWorkbook(self.file, "ada bagian yang tertulis dua kali")
        for part in listed:
            self._check(part)
        self._check_overlap(listed, end)

    def _check(self, part: zipfile.ZipInfo) -> None:
        if part.flag_bits & _ENCRYPTED:
            raise LockedWorkbook(self.file)
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise DamagedWorkbook(self.file, "isinya dimampatkan dengan cara yang tidak dikenal")
        swollen = part.file_size > limits.CALM_BYTES and part.file_size > limits.RATIO * part.compress_size
        if _is_parsed(part.filename) and (swollen or part.file_size > limits.PART_BYTES):
            raise UnsafeWorkbook(self.file, "isinya mengembang jauh melebihi ukuran berkas (bom zip)")

    def _check_overlap(self, listed: list[zipfile.ZipInfo], end: int) -> None:
        ordered = sorted(listed, key=lambda part: part.header_offset)
        starts = [part.header_offset for part in ordered[1:]] + [end]
        for part, following in zip(ordered, starts, strict=True):
            start = _start(self._data, part)
            if start is None:
                raise DamagedWorkbook(self.file, _CUT)
            if start + part.compress_size > following:
                raise UnsafeWorkbook(self.file, "bagian-bagian di dalamnya saling menindih (bom zip)")


def part_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _is_parsed(name: str) -> bool:
    """Pictures and the like are never unpacked, however well they pack."""
    return name.lower().endswith((".xml", ".rels", ".bin"))


def _start(data: memoryview, part: zipfile.ZipInfo) -> int | None:
    """Where the packed bytes begin; None where no part begins."""
    head = bytes(data[part.header_offset : part.header_offset + _LOCAL.size])
    if len(head) < _LOCAL.size:
        return None
    mark, *_, name, extra = _LOCAL.unpack(head)
    start = part.header_offset + _LOCAL.size + int(name) + int(extra)
    return start if mark == _LOCAL_MARK and start + part.compress_size <= len(data) else None
