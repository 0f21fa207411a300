"""Characters as sheets smuggle them in, brought back to the plain ones that can be read."""

import unicodedata

_APOSTROPHES = "‘’‚‛`´′ʹʻʼˈ＇“”„″＂ˮ"
_DOTS = "·•․‧∙⋅．。｡"
_EMPTY_LOOKING = "\u115f\u1160\u2800\u3164\uffa0"
"""Characters that print nothing though Unicode calls them letters or symbols."""


def _plain_character(character: str) -> str:
    if character.isascii():
        return character
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character in _APOSTROPHES:
        return "'"
    if character in _DOTS:
        return "."
    category = unicodedata.category(character)
    if category == "Pd" or character in "−⁃":
        return "-"
    if category.startswith("Z"):
        return " "
    if category in ("Cf", "Cc", "Cn", "Co", "Mn", "Me") or character in _EMPTY_LOOKING:
        return ""
    return _wide(character)


def _wide(character: str) -> str:
    """Full-width forms (Ａ, ／) as their ASCII twins. Superscripts stay: a footnote mark is no digit."""
    return unicodedata.normalize("NFKC", character) if "\uff01" <= character <= "\uff5e" else character


class _Table(dict[int, str]):
    """For `str.translate`: looks every character up once."""

    def __missing__(self, code: int) -> str:
        plain = self[code] = _plain_character(chr(code))
        return plain


_TABLE = _Table()


def plain_characters(text: str) -> str:
    """Text with digits of any script as 0–9, every dash as “-”, every space as “ ” and invisible characters gone."""
    return text if text.isascii() else text.translate(_TABLE)
