"""The body of a letter: its paragraphs in order, in the style that was chosen (domain notes 7.4)."""

from collections.abc import Iterable

from desktop_app.documents.letters.content import Block, BlockKind
from desktop_app.documents.letters.draft import Draft
from desktop_app.documents.letters.lists import joined, listed
from desktop_app.documents.letters.marks import sentence
from desktop_app.documents.letters.points import FilledPoint
from desktop_app.domain.letters import LetterStyle

_ORDINALS = (
    "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN", "KESEPULUH",
    "KESEBELAS", "KEDUA BELAS", "KETIGA BELAS", "KEEMPAT BELAS", "KELIMA BELAS", "KEENAM BELAS", "KETUJUH BELAS",
    "KEDELAPAN BELAS", "KESEMBILAN BELAS", "KEDUA PULUH",
)  # fmt: skip


def circular_body(draft: Draft, style: LetterStyle) -> tuple[Block, ...]:
    if style is LetterStyle.TERSTRUKTUR and draft.text.structured:
        return _structured(draft)
    return narrative_body(draft)


def narrative_body(draft: Draft) -> tuple[Block, ...]:
    """Reason and legal bases, numbered points, closing."""
    return (*_opening(draft), *_numbered(draft.points), *_closing(draft))


def _opening(draft: Draft) -> Iterable[Block]:
    text, bases = draft.text, cited(draft)
    yield from (_block(BlockKind.ALINEA, line) for line in draft.said(text.opening))
    if not text.purpose:
        return
    purpose = draft.filled(f"{text.purpose}, {text.lead}")
    if not bases or not text.statement:
        yield _block(BlockKind.ALINEA, sentence(purpose))
        return
    yield _block(BlockKind.ALINEA, draft.filled(text.statement))
    yield from (_block(BlockKind.DASAR, line) for line in listed(bases))
    yield _block(BlockKind.ALINEA, f"Sehubungan dengan hal tersebut dan {purpose}")


def cited(draft: Draft) -> tuple[str, ...]:
    """The legal bases as the letter cites them, those to be confirmed marked."""
    marks = draft.marks
    return tuple(marks.check(basis.cited) if basis.check else basis.cited for basis in draft.sender.facts.legal_bases)


def _numbered(points: Iterable[FilledPoint]) -> Iterable[Block]:
    for point in points:
        yield _block(BlockKind.BUTIR, point.text)
        yield from (_block(BlockKind.SUB, line) for line in point.details)


def _closing(draft: Draft) -> Iterable[Block]:
    if draft.text.closing:
        yield _block(BlockKind.ALINEA, draft.filled(draft.text.closing))


def _structured(draft: Draft) -> tuple[Block, ...]:
    """What the background tells already is not told again among the points."""
    text, background = draft.text, draft.said(draft.text.background)
    return (
        *_section("Latar Belakang", background),
        *_section("Maksud dan Tujuan", draft.said(text.aims)),
        *_section("Ruang Lingkup", draft.said(text.scope)),
        *_lettered("Dasar", listed(cited(draft))),
        *_contents(tuple(point for point in draft.points if point.text not in background)),
        *_section("Penutup", draft.said((text.closing,))),
    )


def _section(title: str, lines: tuple[str, ...]) -> Iterable[Block]:
    """One paragraph stands as it is, several are lettered."""
    if len(lines) > 1:
        yield from _lettered(title, lines)
    elif lines:
        yield _block(BlockKind.JUDUL, title)
        yield _block(BlockKind.ALINEA, lines[0])


def _lettered(title: str, lines: tuple[str, ...]) -> Iterable[Block]:
    if lines:
        yield _block(BlockKind.JUDUL, title)
        yield from (_block(BlockKind.HURUF, line) for line in lines)


def _contents(points: tuple[FilledPoint, ...]) -> Iterable[Block]:
    if points:
        yield _block(BlockKind.JUDUL, "Isi Edaran")
    for point in points:
        yield _block(BlockKind.HURUF, point.text)
        yield from (_block(BlockKind.SUBHURUF, line) for line in point.details)


def instruction_body(draft: Draft) -> tuple[Block, ...]:
    """KESATU …; the closing is the last of them."""
    closing = [FilledPoint(key="", title="", text=draft.filled(draft.text.closing))] if draft.text.closing else []
    blocks: list[Block] = []
    for label, point in zip(_labels(len(draft.points) + 1), (*draft.points, *closing), strict=False):
        blocks.append(Block(kind=BlockKind.DIKTUM, text=point.text, label=label))
        blocks += [_block(BlockKind.SUB, line) for line in point.details]
    return tuple(blocks)


def _labels(count: int) -> list[str]:
    return [_ORDINALS[place] if place < len(_ORDINALS) else f"KE-{place + 1}" for place in range(count)]


def instruction_opening(draft: Draft) -> str:
    """One sentence with its legal bases; amendments without their comma, so that the list can be read."""
    bases = [line.replace(", terakhir", " terakhir") for line in cited(draft)]
    ground = f", berdasarkan {joined(bases)}" if bases else ""
    return f"{sentence(draft.filled(draft.text.purpose))}{ground}, dengan ini menginstruksikan:"


def _block(kind: BlockKind, text: str) -> Block:
    return Block(kind=kind, text=text)
