"""The container of old Excel files (MS-CFB), looked at before it is read.

A parser that follows a damaged sector table may run in circles. So the one stream that matters is taken out here, with
its size known beforehand, and given to calamine in a container made anew.
"""

import io
import struct

import olefile

from desktop_app.domain.errors import DamagedWorkbook, LockedWorkbook, NotAWorkbook, SheetError

_HEADER_SIZE = 512
_SECTOR_TABLES = struct.Struct("<I")
_STREAMS = ("Workbook", "Book")
_OTHER = {
    "WordDocument": "dokumen Word",
    "PowerPoint Document": "presentasi PowerPoint",
    "__properties_version1.0": "surat Outlook",
}

_SECTOR = 4096
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NONE = 0xFFFFFFFF
_IN_HEADER = 109


def workbook_stream(file: str, data: bytes) -> bytes:
    """The records of the workbook.

    Raises: LockedWorkbook, NotAWorkbook for other documents in this container, DamagedWorkbook.
    """
    _check_header(file, data)
    try:
        return _stream(file, data)
    except SheetError:
        raise
    except (OSError, ValueError, LookupError, struct.error, RecursionError, TypeError) as error:
        raise DamagedWorkbook(file) from error


def _stream(file: str, data: bytes) -> bytes:
    with olefile.OleFileIO(io.BytesIO(data)) as container:
        if container.exists("EncryptedPackage"):
            raise LockedWorkbook(file)
        for name in _STREAMS:
            if container.exists(name) and container.get_type(name) == olefile.STGTY_STREAM:
                if max(container.get_size(name), getattr(container.root, "size", 0)) > len(data):
                    raise DamagedWorkbook(file)
                stream: bytes = container.openstream(name).read()
                return stream
        found = (what for name, what in _OTHER.items() if container.exists(name))
        raise NotAWorkbook(file, next(found, ""))


def _check_header(file: str, data: bytes) -> None:
    """The counts of sector tables must fit into the file."""
    if len(data) < _HEADER_SIZE:
        raise DamagedWorkbook(file)
    tables, more, short = (_SECTOR_TABLES.unpack_from(data, place)[0] for place in (44, 72, 64))
    if max(tables, more, short) * _HEADER_SIZE > len(data):
        raise DamagedWorkbook(file)


def container_of(stream: bytes, name: str = "Workbook") -> bytes:
    """A container with this stream alone, in sectors of 4096 bytes (MS-CFB 2.2, version 4).

    Sector 0 holds the directory, then comes the stream, an empty sector for short streams (calamine wants one), and
    the sector table.
    """
    count = max(-(-len(stream) // _SECTOR), 1)
    tables = 1
    while (count + 2 + tables) * 4 > tables * _SECTOR:
        tables += 1
    chain = [_END, *range(2, count + 1), _END, _END, *[_TABLE] * tables]
    chain += [_FREE] * (tables * _SECTOR // 4 - len(chain))
    root = _entry("Root Entry", 5, 1, count + 1, _SECTOR)
    entries = root + _entry(name, 2, _NONE, 1, count * _SECTOR)
    return b"".join(
        [
            _header(range(count + 2, count + 2 + tables)),
            entries.ljust(_SECTOR, b"\0"),
            stream.ljust((count + 1) * _SECTOR, b"\0"),
            struct.pack(f"<{len(chain)}I", *chain),
        ]
    )


def _header(tables: range) -> bytes:
    listed = [*tables, *[_FREE] * (_IN_HEADER - len(tables))]
    head = struct.pack(
        "<8s16s5H6x9I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 4, 0xFFFE, 12, 6,
        1, len(tables), 0, 0, _SECTOR, _END, 0, _END, 0,
    )  # fmt: skip
    return (head + struct.pack(f"<{_IN_HEADER}I", *listed)).ljust(_SECTOR, b"\0")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBB3I16sI8s8sIQ", letters, len(letters), kind, 1, _NONE, _NONE, child, b"", 0, b"", b"", start, size
    )
