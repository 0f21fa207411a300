"""The records of old workbooks (.xls, BIFF5 and BIFF8; MS-XLS 2.1.4) and the texts in them."""

import codecs
import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

BEGIN, END, CONTINUE = 0x809, 0x0A, 0x3C
_HEADER = struct.Struct("<HH")
_SHORT, _LONG = struct.Struct("<H"), struct.Struct("<I")
_WIDE, _PHONETIC, _RUNS = 0x01, 0x04, 0x08
_WINDOWS_LATIN, _MAC = 0x8001, (0x8000, 10_000)
_BIFF8 = 0x600


class Record(NamedTuple):
    """`more`: the bodies of the CONTINUE records after it."""

    kind: int
    body: bytes
    more: Sequence[bytes]


class Letters(NamedTuple):
    """How texts are written: 16-bit or packed characters in BIFF8, the bytes of a code page in BIFF5."""

    is_biff8: bool
    code_page: str = "cp1252"


def records(stream: bytes, place: int) -> Iterator[Record]:
    """From the beginning of a substream to its end; what is embedded in it (charts) is skipped.

    Raises: struct.error, IndexError: it is cut off.
    """
    depth = 0
    held: Record | None = None
    while True:
        kind, body = _record(stream, place)
        place += _HEADER.size + len(body)
        if kind == CONTINUE and held is not None:
            held = Record(held.kind, held.body, [*held.more, body])
            continue
        if held is not None:
            yield held
            held = None
        depth += (kind == BEGIN) - (kind == END)
        if depth <= 0:
            return
        if depth == 1:
            held = Record(kind, body, ())


def _record(stream: bytes, place: int) -> tuple[int, bytes]:
    kind, size = _HEADER.unpack_from(stream, place)
    body = stream[place + _HEADER.size : place + _HEADER.size + size]
    if len(body) < size:
        raise IndexError(place)
    return kind, body


def letters_of(begin: bytes, code_page: int) -> Letters:
    """By the version in the BOF record and the number of the CODEPAGE record."""
    if _SHORT.unpack_from(begin)[0] >= _BIFF8:
        return Letters(True)
    name = "mac_roman" if code_page in _MAC else "cp1252" if code_page == _WINDOWS_LATIN else f"cp{code_page}"
    try:
        codecs.lookup(name)
    except LookupError:
        name = "cp1252"
    return Letters(False, name)


def short_text(body: bytes, place: int, letters: Letters) -> str:
    """A text with its length in one byte: names of sheets."""
    return _text([body], place + 1, body[place], letters)


def long_text(bodies: Sequence[bytes], place: int, letters: Letters) -> str:
    """A text with its length in two bytes."""
    return _text(bodies, place + 2, _SHORT.unpack_from(bodies[0], place)[0], letters)


def _text(bodies: Sequence[bytes], place: int, count: int, letters: Letters) -> str:
    if letters.is_biff8:
        return _Texts(bodies, place).text(count)
    return bodies[0][place : place + count].decode(letters.code_page, "replace")


def shared_texts(record: Record) -> list[str]:
    """The table of shared strings; one that ends early gives those that are whole."""
    texts = _Texts([record.body, *record.more], 8)
    found: list[str] = []
    try:
        for _ in range(_LONG.unpack_from(record.body, 4)[0]):
            found.append(texts.text(_SHORT.unpack(texts.take(2))[0]))
    except IndexError:
        pass
    return found


class _Texts:
    """Reads texts one after another through a record and its continuations."""

    def __init__(self, bodies: Sequence[bytes], place: int) -> None:
        self._bodies, self._at, self._place = bodies, 0, place

    def text(self, count: int) -> str:
        """The next `count` characters with their flags before them; formats and phonetics after them are passed over."""
        flags = self.take(1)[0]
        runs = _SHORT.unpack(self.take(2))[0] if flags & _RUNS else 0
        phonetic = _LONG.unpack(self.take(4))[0] if flags & _PHONETIC else 0
        found = self._characters(count, bool(flags & _WIDE))
        self.take(4 * runs)
        self.take(phonetic)
        return found

    def take(self, size: int) -> bytes:
        taken = self._piece(size)
        while len(taken) < size:
            self._turn()
            taken += self._piece(size - len(taken))
        return taken

    def _characters(self, count: int, wide: bool) -> str:
        pieces: list[str] = []
        while True:
            taken = self._piece(count * 2 if wide else count)
            pieces.append(taken.decode("utf-16-le" if wide else "latin-1", "replace"))
            count -= len(taken) // 2 if wide else len(taken)
            if count <= 0:
                return "".join(pieces)
            self._turn()
            # A text that goes on in the next record says again how it is packed.
            wide = bool(self.take(1)[0] & _WIDE)

    def _piece(self, size: int) -> bytes:
        taken = self._bodies[self._at][self._place : self._place + size]
        self._place += len(taken)
        return taken

    def _turn(self) -> None:
        self._at, self._place = self._at + 1, 0
        if self._at >= len(self._bodies):
            raise IndexError(self._at)
