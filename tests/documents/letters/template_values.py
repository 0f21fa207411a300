"""Finished text of every kind of letter, as a template gets it; invented people and places only."""

from typing import Any

from desktop_app.domain.letters import SIGNER_OF, LetterKind, Signer


class Table:
    """A finished table, which is not escaped."""

    def __html__(self) -> str:
        return (
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='5000'/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:p><w:r>"
            "<w:t>SEL TABEL</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        )


def block(kind: str, text: str, label: str = "") -> dict[str, str]:
    return {"jenis": kind, "teks": text, "label": label}


NARRATIVE = [
    block("alinea", "Pembuka surat."),
    block("dasar", "Undang-Undang Contoh;"),
    block("butir", "Butir pertama."),
    block("sub", "Rincian pertama;"),
    block("butir", "Butir kedua."),
    block("sub", "Rincian kedua."),
    block("alinea", "Demikian disampaikan."),
]
STRUCTURED = [
    block("judul", "Latar Belakang"),
    block("alinea", "Latar yang panjang."),
    block("judul", "Isi Edaran"),
    block("huruf", "Huruf pertama."),
    block("subhuruf", "Angka di dalamnya."),
]
ORDERS = [
    block("diktum", "Perintah pertama.", "KESATU"),
    block("sub", "Rinciannya."),
    block("diktum", "Perintah kedua.", "KEDUA"),
]


def annex(label: str, *, across: bool = False, table: bool = True) -> dict[str, Any]:
    return {
        "label": label, "judul": f"JUDUL {label}", "pengantar": ["Pengantar lampiran."], "tabel": Table() if table else "",
        "ada_tabel": table, "catatan": ["Catatan lampiran."], "mendatar": across,
    }  # fmt: skip


def values(kind: LetterKind, **changed: Any) -> dict[str, Any]:
    head = SIGNER_OF[kind] is Signer.KEPALA_DAERAH
    lines = ["BUPATI CONTOH", "PROVINSI BALI"] if head else ["PEMERINTAH KABUPATEN CONTOH", "DINAS TENAGA KERJA"]
    return {
        "tanda_contoh": "",
        "kop": {"baris": lines, "alamat": "" if head else "Jalan Contoh 1", "aksara": ""},
        "nomor": "500.15.14/7/DISNAKER/2026",
        "tempat": "Kota Contoh",
        "tanggal": "12 Maret 2026",
        "isi": ORDERS if kind is LetterKind.INSTRUKSI else NARRATIVE,
        "penanda_tangan": {
            "jabatan": ["BUPATI CONTOH,"] if head else ["KEPALA DINAS TENAGA KERJA,"],
            "nama": "I Made Contoh",
            "pangkat": "" if head else "Pembina Tingkat I",
            "nip": "" if head else "19700101 199503 1 001",
        },
        "tembusan": ["Gubernur Bali;"],
        "catatan_tte": "Catatan TTE.",
        "lampiran": [],
        "angka": {"kuota": 100},
        "penerima": ["Camat se-Kabupaten Contoh"],
        "tempat_penerima": "Tempat",
        "judul": "JUDUL SURAT EDARAN",
        "bentuk": "INSTRUKSI BUPATI CONTOH",
        "pembuka": "Dalam rangka contoh, dengan ini menginstruksikan:",
        "sifat": "Segera",
        "jumlah_lampiran": "1 (satu) berkas",
        "hal": "Hal surat",
        "kepada": "Bupati Contoh",
        "melalui": "Sekretaris Daerah",
        "dari": "Kepala Dinas",
        **changed,
    }
