"""Pictures that hold a place: a neutral dashed circle for the emblem, nothing for the line in Aksara Bali.

No official emblem is drawn here: an office puts in its own.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_FONT = Path(__file__).parents[2] / "resources" / "fonts" / "Inter-Regular.otf"
_SIDE = 208
_INK, _WORD_INK = (146, 255), (109, 255)
"""Grey and how solid."""
_DASHES = 24


def emblem_place() -> bytes:
    """A PNG: a dashed circle with the word “lambang”, transparent around."""
    image = Image.new("LA", (_SIDE * 4, _SIDE * 4), (146, 0))
    draw = ImageDraw.Draw(image)
    edge = 16
    for dash in range(_DASHES):
        start = dash * 360 / _DASHES
        draw.arc((edge, edge, _SIDE * 4 - edge, _SIDE * 4 - edge), start, start + 9, fill=_INK, width=13)
    font = ImageFont.truetype(str(_FONT), 154)
    draw.text((_SIDE * 2, _SIDE * 2), "lambang", font=font, fill=_WORD_INK, anchor="mm")
    return _png(image.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS))


def empty_place() -> bytes:
    """A PNG of ten by one that shows nothing."""
    return _png(Image.new("RGBA", (10, 1), (255, 255, 255, 0)))


def _png(image: Image.Image) -> bytes:
    target = BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()
