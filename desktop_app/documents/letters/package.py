"""A .docx as its parts: opened within limits (templates travel between offices), and packed the same way every time."""

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

PARTS_AT_MOST = 2_000
BYTES_AT_MOST = 100_000_000
"""Of all parts together, unpacked: more is no letter."""

_DAY = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"


class NotAPackage(ValueError):
    """The bytes are no zip file, are damaged, locked, or too large to be what they claim."""


def read_package(data: bytes) -> dict[str, bytes]:
    """Name -> bytes of every part, in the file's order. NotAPackage: it cannot be opened safely."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            _within_limits(entries)
            return {entry.filename: package.read(entry) for entry in entries}
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
        ValueError,
        zlib.error,
    ) as error:
        raise NotAPackage(str(error)) from error


def _within_limits(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(names) > PARTS_AT_MOST or len(set(names)) < len(names):
        raise NotAPackage("too many parts, or two of one name")
    if any(name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name for name in names):
        raise NotAPackage("a part with a path that leads outside")
    if sum(entry.file_size for entry in entries) > BYTES_AT_MOST:
        raise NotAPackage("too large when unpacked")


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one zip file: the list of kinds first, the rest in the order given, without times."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: name != _FIRST):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            package.writestr(entry, parts[name])
    return target.getvalue()
