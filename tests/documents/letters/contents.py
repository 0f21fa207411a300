"""Finished letters of every kind; invented people and places only."""

from typing import Any

from desktop_app.documents.letters.content import (
    CONTENT_OF,
    Annex,
    AnnexColumn,
    AnnexRow,
    AnnexRowKind,
    Block,
    BlockKind,
    Circular,
    Instruction,
    LetterContent,
    Letterhead,
    OfficialLetter,
    ServiceNote,
    Signature,
)
from desktop_app.domain.letters import LetterKind

HOSTILE = (
    "Toko “A & B” <s.r.o.>", "=HYPERLINK(\"http://contoh\")", "{{ nomor }} {% for x in isi %}", "🙂 emoji", "abc\u202etxt",
    "x" * 300, "tab\tdan\nbaris", "kontrol\x07\x00akhir", "'kutip' \"dua\"",
)  # fmt: skip

_OWN: dict[type[LetterContent], dict[str, Any]] = {
    Circular: {"recipients": ("Perbekel Contoh", "Lurah Contoh"), "title": "PELINDUNGAN PEKERJA RENTAN"},
    Instruction: {
        "form": "INSTRUKSI BUPATI CONTOH", "title": "PELINDUNGAN", "opening": "Dalam rangka pelindungan:",
        "recipients": ("Camat Contoh",),
    },
    OfficialLetter: {
        "character": "Biasa", "attachment": "1 (satu) berkas", "matter": "Imbauan", "recipients": ("Pimpinan PT Contoh",)
    },
    ServiceNote: {
        "to": "Bupati Contoh", "through": "Sekretaris Daerah", "sender": "Kepala Dinas", "character": "Biasa",
        "attachment": "-", "matter": "Konsep surat",
    },
}  # fmt: skip

COLUMNS = (
    AnnexColumn(title="No.", width=1.2, centre=True), AnnexColumn(title="Desa", width=8),
    AnnexColumn(title="Kuota", width=3, right=True),
)  # fmt: skip
QUOTA = Annex(
    label="LAMPIRAN I", title="KUOTA", columns=COLUMNS,
    rows=(
        AnnexRow(cells=("Kecamatan Contoh",), kind=AnnexRowKind.KELOMPOK), AnnexRow(cells=("1", "Desa Satu", "100")),
        AnnexRow(cells=("Jumlah", "100"), kind=AnnexRowKind.JUMLAH),
    ),
)  # fmt: skip
FORM = Annex(label="LAMPIRAN II", title="FORMULIR", columns=COLUMNS, blank_rows=6, landscape=True)


def letter(kind: LetterKind = LetterKind.SE_BUPATI, **changes: Any) -> Any:
    """A letter of `kind` with two points, one sub-point each, and no annex."""
    blocks = (
        Block(kind=BlockKind.ALINEA, text="Pembuka."), Block(kind=BlockKind.DASAR, text="Undang-Undang Contoh;"),
        Block(kind=BlockKind.BUTIR, text="Butir pertama."), Block(kind=BlockKind.SUB, text="Rincian pertama."),
        Block(kind=BlockKind.BUTIR, text="Butir kedua."), Block(kind=BlockKind.DIKTUM, label="KESATU", text="Perintah."),
    )  # fmt: skip
    base: dict[str, Any] = {
        "letterhead": Letterhead(lines=("PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH"), address="Jalan Contoh 1"),
        "number": "500.15.14/7/DISNAKER/2026", "place": "Contoh", "date": "12 Maret 2026", "blocks": blocks,
        "signature": Signature(titles=("KEPALA DINAS,",), name="Ni Made Contoh", rank="Pembina", nip="19700101 199501 2 001"),
        "copies": ("Bupati Contoh;", "arsip."), "footnote": "Catatan TTE.",
    }  # fmt: skip
    made = CONTENT_OF[kind]
    return made(**{**base, **_OWN[made], **changes})
