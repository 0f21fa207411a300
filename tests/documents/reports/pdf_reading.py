"""The text of our own PDF files: enough to hold pages against what they should say."""

import base64
import re
import zlib
from pathlib import Path

_STREAM = re.compile(rb"/Filter \[ /ASCII85Decode /FlateDecode \].*?stream\r?\n(.*?)endstream", re.S)
_STRING = re.compile(rb"\(((?:\\.|[^\\()])*)\) Tj", re.S)
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.S)


def page_texts(path: Path) -> list[str]:
    """One text per page, its pieces in the order in which they are drawn, with blanks between."""
    data = path.read_bytes()
    texts = []
    for stream in _STREAM.findall(data):
        content = zlib.decompress(base64.a85decode(b"<~" + stream.strip(), adobe=True))
        if b"BT" in content:
            texts.append(" ".join(_text(piece) for piece in _STRING.findall(content)))
    return texts


def _text(piece: bytes) -> str:
    plain = _ESCAPE.sub(lambda match: bytes([int(match[1], 8)]) if match[1].isdigit() else match[1], piece)
    return plain.decode("cp1252", errors="replace").replace("\x7f", "•")


def page_sizes(path: Path) -> list[tuple[float, float]]:
    """Width and height of every page in points."""
    boxes = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", path.read_bytes())
    return [(float(width), float(height)) for width, height in boxes]
