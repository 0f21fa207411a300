"""What the placeholders of a letter are made of: `isi` a list whose entries have jenis, teks, label, and so on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.documents.letters.content import OPTIONAL, BlockKind, placeholders_of
from desktop_app.domain.letters import SIGNER_OF, LetterKind, Signer


@dataclass(frozen=True, slots=True)
class Text:
    """A finished text, number or yes/no: nothing stands behind a dot."""


@dataclass(frozen=True, slots=True)
class Anything:
    """Its names are open (`angka.kuota`)."""


@dataclass(frozen=True, slots=True)
class Record:
    names: Mapping[str, "Shape"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListOf:
    entry: "Shape"


Shape = Text | Anything | Record | ListOf

TEXT, ANYTHING, TEXTS = Text(), Anything(), ListOf(Text())

_MADE_OF: dict[str, Shape] = {
    "kop": Record({"baris": TEXTS, "alamat": TEXT, "aksara": TEXT}),
    "isi": ListOf(Record({"jenis": TEXT, "teks": TEXT, "label": TEXT})),
    "penanda_tangan": Record({"jabatan": TEXTS, "nama": TEXT, "pangkat": TEXT, "nip": TEXT}),
    "tembusan": TEXTS,
    "penerima": TEXTS,
    "lampiran": ListOf(
        Record(
            {
                "label": TEXT, "judul": TEXT, "pengantar": TEXTS, "tabel": TEXT, "ada_tabel": TEXT, "catatan": TEXTS,
                "mendatar": TEXT, "ditandatangani": TEXT,
            }
        )
    ),
    "angka": ANYTHING,
}  # fmt: skip

LOOP = Record(
    {
        **dict.fromkeys(("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth"), TEXT),
        "previtem": ANYTHING,
        "nextitem": ANYTHING,
    }
)
"""What Jinja says about a loop; neighbours get the shape of the loop's entry."""


def shapes_of(kind: LetterKind) -> dict[str, Shape]:
    """Placeholder -> what it is made of, of the template of `kind`."""
    return {name: _MADE_OF.get(name, TEXT) for name in placeholders_of(kind)}


def needed(kind: LetterKind) -> list[str]:
    """Paths that a template must use so that nothing of the letter is lost; `[]` is an entry of a list.

    A head of region has neither address nor rank and NIP (domain notes 7.3, 7.4); a service note has a date and no place.
    """
    names = [name for name in placeholders_of(kind) if name not in OPTIONAL | _UNSEEN.get(kind, frozenset())]
    inner = [*_ALWAYS, *([] if SIGNER_OF[kind] is Signer.KEPALA_DAERAH else _OF_OFFICIALS)]
    if kind is LetterKind.INSTRUKSI:
        inner.append("isi[].label")
    return [*names, *inner]


_UNSEEN = {LetterKind.NOTA_DINAS: frozenset({"tempat"})}
_ALWAYS = (
    "kop.baris", "penanda_tangan.jabatan", "penanda_tangan.nama", "isi[].jenis", "isi[].teks", "lampiran[].label",
    "lampiran[].judul", "lampiran[].pengantar", "lampiran[].tabel", "lampiran[].catatan",
)  # fmt: skip
_OF_OFFICIALS = ("kop.alamat", "penanda_tangan.pangkat", "penanda_tangan.nip")

JENIS = "isi[].jenis"
"""The path whose words a template compares with."""


def needed_blocks(kind: LetterKind) -> frozenset[str]:
    """Kinds of paragraphs for which the template must have a sample, else they are lost without a word."""
    if kind is LetterKind.INSTRUKSI:
        return frozenset({BlockKind.DIKTUM.value, BlockKind.SUB.value})
    return frozenset(block.value for block in BlockKind) - {BlockKind.DIKTUM.value}
