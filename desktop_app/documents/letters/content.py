"""The finished text of a letter: what a Word template may name, and nothing else.

Each kind of letter has one class; its fields are the placeholders of that kind's template, under the Indonesian names of
`PLACEHOLDERS`, which is what the office sees in Word. `as_stored` and `content_of` keep a letter in the database so that
it can be made again.
"""

from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any

from desktop_app.domain.letters import LetterKind


class BlockKind(StrEnum):
    """What a paragraph of the body is; the template has one sample paragraph (style) for each.

    ALINEA is indented text. DASAR is a., b. … of the legal bases. Narrative: BUTIR 1., 2. with SUB a., b. Structured:
    JUDUL 1., 2. (headings) with HURUF a., b. and SUBHURUF 1), 2) below them. DIKTUM is KESATU … of an instruction, its
    word in `Block.label`.
    """

    ALINEA = "alinea"
    DASAR = "dasar"
    BUTIR = "butir"
    SUB = "sub"
    JUDUL = "judul"
    HURUF = "huruf"
    SUBHURUF = "subhuruf"
    DIKTUM = "diktum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    kind: BlockKind
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """`lines` in capitals, the last one largest on paper of a dinas (“PEMERINTAH KABUPATEN BADUNG”, “DINAS …”); `address`

    is one line, empty for a head of region; `aksara` is the line in Aksara Bali as text, or empty.
    """

    lines: tuple[str, ...]
    address: str = ""
    aksara: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """`titles` stand above the name (“a.n. BUPATI BADUNG”, “Sekretaris Daerah,”); `rank` and `nip` are empty for a head."""

    titles: tuple[str, ...]
    name: str
    rank: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexColumn:
    """`width` in centimetres; all widths of a table add up to the width of its page's text or less (16 upright on A4)."""

    title: str
    width: float
    right: bool = False
    centre: bool = False


class AnnexRowKind(StrEnum):
    ISI = "isi"
    KELOMPOK = "kelompok"
    JUMLAH = "jumlah"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexRow:
    """Cells of a row; KELOMPOK and JUMLAH may have fewer than there are columns: the first then covers what is left out."""

    cells: tuple[str, ...]
    kind: AnnexRowKind = AnnexRowKind.ISI


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """`label` “LAMPIRAN I”; `title` in capitals. `landscape` pages for wide tables. `notes` stand below the table.

    `blank_rows`: empty rows to be filled in by hand, below those given (an answer sheet). `signed`: the letter's
    signature stands below it too, where the kind of letter has it so.
    """

    label: str
    title: str
    columns: tuple[AnnexColumn, ...] = ()
    rows: tuple[AnnexRow, ...] = ()
    intro: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    landscape: bool = False
    blank_rows: int = 0
    signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterContent:
    """What every letter has. `mark` stands above a letter made from sample data, and is empty otherwise.

    `number` with its blank where it has none yet; `place`, `date`: where and when it is signed, dots where not known.
    `figures`: what the letter was made from, raw (numbers, ISO days, text), for templates that put figures elsewhere:
    `{{ angka.kuota | terbilang }}`.
    """

    mark: str = ""
    letterhead: Letterhead
    number: str
    place: str
    date: str
    blocks: tuple[Block, ...]
    signature: Signature
    copies: tuple[str, ...] = ()
    footnote: str = ""
    annexes: tuple[Annex, ...] = ()
    figures: dict[str, str | int | float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circular(LetterContent):
    """Surat Edaran. `recipients` stand behind “Yth.”, numbered if many; `recipient_place` behind “di”; `title` in capitals."""

    recipients: tuple[str, ...]
    recipient_place: str = "Tempat"
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction(LetterContent):
    """Instruksi: `form` “INSTRUKSI BUPATI BADUNG”, `title` in capitals, `opening`, `recipients` behind “Kepada”; blocks

    are DIKTUM (KESATU …) with SUB points.
    """

    form: str
    title: str
    opening: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialLetter(LetterContent):
    """Surat dinas: Imbauan, Teguran, Undangan. `character` Sifat, `attachment` Lampiran, `matter` Hal."""

    character: str
    attachment: str
    matter: str
    recipients: tuple[str, ...]
    recipient_place: str = "Tempat"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceNote(LetterContent):
    """Nota Dinas: upward with the draft. `to`, `through` (may be empty), `sender`."""

    to: str
    through: str
    sender: str
    character: str
    attachment: str
    matter: str


CONTENT_OF: dict[LetterKind, type[LetterContent]] = {
    LetterKind.SE_BUPATI: Circular,
    LetterKind.SE_SEKDA: Circular,
    LetterKind.SE_KADIS: Circular,
    LetterKind.INSTRUKSI: Instruction,
    LetterKind.IMBAUAN: OfficialLetter,
    LetterKind.IMBAUAN_BUPATI: OfficialLetter,
    LetterKind.TEGURAN: OfficialLetter,
    LetterKind.UNDANGAN: OfficialLetter,
    LetterKind.NOTA_DINAS: ServiceNote,
}

PLACEHOLDERS = {
    "mark": ("tanda_contoh", "Tanda di atas surat dari data contoh"),
    "letterhead": ("kop", "Kop surat: kop.baris, kop.alamat, kop.aksara"),
    "number": ("nomor", "Nomor surat"),
    "place": ("tempat", "Tempat surat ditetapkan"),
    "date": ("tanggal", "Tanggal surat"),
    "blocks": ("isi", "Isi surat, satu per paragraf: jenis, teks, label"),
    "signature": ("penanda_tangan", "Penanda tangan: jabatan, nama, pangkat, nip"),
    "copies": ("tembusan", "Daftar tembusan"),
    "footnote": ("catatan_tte", "Catatan tanda tangan elektronik"),
    "annexes": ("lampiran", "Lampiran: label, judul, pengantar, tabel, catatan, mendatar, ditandatangani"),
    "figures": ("angka", "Angka mentah, misalnya angka.kuota; boleh tidak dipakai"),
    "recipients": ("penerima", "Daftar penerima di belakang Yth. atau Kepada"),
    "recipient_place": ("tempat_penerima", "Tempat di belakang “di”"),
    "title": ("judul", "Judul di bawah TENTANG"),
    "form": ("bentuk", "Nama naskah, misalnya INSTRUKSI BUPATI BADUNG"),
    "opening": ("pembuka", "Kalimat pembuka"),
    "character": ("sifat", "Sifat surat"),
    "attachment": ("jumlah_lampiran", "Isian Lampiran di kepala surat"),
    "matter": ("hal", "Hal surat"),
    "to": ("kepada", "Tujuan nota dinas"),
    "through": ("melalui", "Pejabat yang dilalui"),
    "sender": ("dari", "Pengirim nota dinas"),
}
"""Field -> (name of the placeholder, what it is, for the list that the office sees)."""

OPTIONAL = frozenset({"angka"})
"""Placeholders that a template may leave out without a word."""


def placeholders_of(kind: LetterKind) -> dict[str, str]:
    """Placeholder -> what it is, of the template of `kind`."""
    return dict(PLACEHOLDERS[one.name] for one in fields(CONTENT_OF[kind]))


def as_stored(content: LetterContent) -> dict[str, Any]:
    """Plain values that JSON can hold."""
    return asdict(content)


def content_of(kind: LetterKind, stored: dict[str, Any]) -> LetterContent:
    """The letter that `as_stored` kept. KeyError, TypeError: it was kept by another version (the caller has a bug)."""
    values = dict(stored)
    values["letterhead"] = Letterhead(**_tuples(values["letterhead"]))
    values["signature"] = Signature(**_tuples(values["signature"]))
    values["blocks"] = tuple(Block(**{**block, "kind": BlockKind(block["kind"])}) for block in values["blocks"])
    values["annexes"] = tuple(_annex(annex) for annex in values["annexes"])
    return CONTENT_OF[kind](**_tuples(values))


def _annex(stored: dict[str, Any]) -> Annex:
    values = dict(stored)
    values["columns"] = tuple(AnnexColumn(**column) for column in values["columns"])
    values["rows"] = tuple(
        AnnexRow(cells=tuple(row["cells"]), kind=AnnexRowKind(row["kind"])) for row in values["rows"]
    )
    return Annex(**_tuples(values))


def _tuples(values: dict[str, Any]) -> dict[str, Any]:
    """JSON has lists where values have tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
