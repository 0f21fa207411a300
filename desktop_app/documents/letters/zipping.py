"""A zip file of which most parts never change: they are compressed once, the others each time."""

import struct
import zlib
from collections.abc import Mapping

from desktop_app.documents.letters.package import write_package

_QUICK = 1
"""zlib's fastest level: the parts of a letter are small, and many letters are written at a time."""
_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I"), struct.Struct("<4s4H2IH")
_VERSION, _UTF_8, _DEFLATED, _DAY = 20, 0x800, 8, 33
"""Of the zip format (APPNOTE 4.3, 4.4): 2.0; names in UTF-8; deflate; 1 January 1980."""


class Package:
    """The parts that never change, ready to have the others put behind them."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        whole = write_package(parts)
        _, _, _, _, self._count, size, self._start, _ = _END.unpack(whole[-_END.size :])
        self._before: dict[str, tuple[bytes, tuple[bytes, bytes]]] = {}
        self._fixed, self._listed = whole[: self._start], whole[self._start : self._start + size]

    def with_parts(self, parts: Mapping[str, bytes]) -> bytes:
        """The whole file; the same parts always give the same bytes."""
        pieces, listed, place = [self._fixed], [self._listed], self._start
        for name, data in parts.items():
            packed, entry = self._packed(name, data)
            pieces.append(packed)
            listed.append(entry + struct.pack("<I", place) + name.encode())
            place += len(packed)
        size, count = sum(map(len, listed)), self._count + len(parts)
        return b"".join([*pieces, *listed, _END.pack(b"PK\x05\x06", 0, 0, count, count, size, place, 0)])

    def _packed(self, name: str, data: bytes) -> tuple[bytes, bytes]:
        """Heads and feet of pages are mostly those of the letter before."""
        known = self._before.get(name)
        if known is None or known[0] != data:
            known = self._before[name] = data, _packed(name, data)
        return known[1]


def _packed(name: str, data: bytes) -> tuple[bytes, bytes]:
    """A part as it stands in the file, and its entry in the list at the end, up to the place of the part."""
    press = zlib.compressobj(_QUICK, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = press.compress(data) + press.flush()
    told = (_VERSION, _UTF_8, _DEFLATED, 0, _DAY, zlib.crc32(data), len(packed), len(data), len(name.encode()), 0)
    local = _LOCAL.pack(b"PK\x03\x04", *told)
    central = _CENTRAL.pack(b"PK\x01\x02", _VERSION, *told, 0, 0, 0, 0, 0)[:-4]
    return local + name.encode() + packed, central
