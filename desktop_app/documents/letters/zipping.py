"""A zip file of which most parts never change: they are compressed once, the others each time."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from desktop_app.documents.letters.package import write_package

_DAY = (1980, 1, 1, 0, 0, 0)
_QUICK = 1
"""zlib's fastest level: the parts of a letter are small, and many letters are written at a time."""


class Package:
    """The parts that never change, ready to have the others put behind them."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._fixed = write_package(parts)

    def with_parts(self, parts: Mapping[str, bytes]) -> bytes:
        """The whole file; the same parts always give the same bytes."""
        target = BytesIO()
        target.write(self._fixed)
        with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED, compresslevel=_QUICK) as package:
            for name, data in parts.items():
                entry = zipfile.ZipInfo(name, _DAY)
                entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
                package.writestr(entry, data, compresslevel=_QUICK)
        return target.getvalue()
