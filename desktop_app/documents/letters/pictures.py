"""Pictures of the office's own (emblem, line in Aksara Bali), made fit for a letter."""

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

from desktop_app.domain.errors import AppError

PIXELS_AT_MOST = {"lambang": 520, "aksara": 1_200}
"""Longer side: sharp on 2.2 and 9 cm of paper; a larger picture would lie in every one of 716 letters."""
_KEPT = {"PNG": ("png", "image/png"), "JPEG": ("jpeg", "image/jpeg")}
_NAMES = {"lambang": "lambang", "aksara": "baris Aksara Bali"}
_ORIENTATION = 0x0112
_PLACE_PIXELS = 10_000


class BadPicture(AppError):
    """A picture for the letterhead cannot be read."""

    hint = "Pilih berkas gambar PNG atau JPEG lain pada Pengaturan, bagian Tata letak surat."

    def __init__(self, place: str) -> None:
        super().__init__(f"Gambar untuk {_NAMES.get(place, place)} tidak dapat dibaca.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """`width` and `height` in pixels; `suffix` without a dot."""

    data: bytes
    width: int
    height: int
    suffix: str
    mime: str


def prepared(place: str, data: bytes) -> Picture:
    """The picture as PNG or JPEG, upright and of a sensible size; left alone where it is that already.

    BadPicture: it is none, is damaged, or unreasonably large.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _prepared(data, PIXELS_AT_MOST[place])
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadPicture(place) from error


def _prepared(data: bytes, most: int) -> Picture:
    with Image.open(BytesIO(data)) as image:
        image.load()
        turned = image.getexif().get(_ORIENTATION, 1) != 1
        if image.format in _KEPT and max(image.size) <= most and not turned:
            suffix, mime = _KEPT[image.format]
            return Picture(data=data, width=image.width, height=image.height, suffix=suffix, mime=mime)
        return _as_png(ImageOps.exif_transpose(image), most)


def _as_png(image: Image.Image, most: int) -> Picture:
    image = image.convert("RGBA")
    image.thumbnail((most, most), Image.Resampling.LANCZOS)
    target = BytesIO()
    image.save(target, "PNG")
    return Picture(data=target.getvalue(), width=image.width, height=image.height, suffix="png", mime="image/png")


def shows_nothing(data: bytes) -> bool:
    """A picture that is transparent all over: the shipped place for one."""
    try:
        with Image.open(BytesIO(data)) as image:
            small = image.size[0] * image.size[1] < _PLACE_PIXELS
            return small and image.mode == "RGBA" and image.getchannel("A").getextrema() == (0, 0)
    except (OSError, ValueError, SyntaxError):
        return False
