"""Text that a Word file can hold."""

import re

_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def printable(text: str) -> str:
    """Control characters and halves of characters become spaces; line breaks (“\\n”) and tabs stay."""
    if text.isprintable():
        return text
    return _NOT_IN_XML.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)
