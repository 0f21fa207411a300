"""The grammar of the commands about letters."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.cli.figure_arguments import Add, add_place
from desktop_app.cli.readers import file_of, one_of, positive
from desktop_app.domain.letters import LetterKind, LetterState, LetterStyle, Split

STYLES = {"naratif": LetterStyle.NARATIF, "terstruktur": LetterStyle.TERSTRUKTUR}
ACTIONS = ("list", "edit", "check", "export", "import", "restore")


def add_letters(commands: Any, add: Add) -> None:
    """Register all of them; `add` is how a command is made."""
    letter = add(commands, "letter", "buat konsep surat (.docx): satu untuk semua, atau satu untuk tiap penerima")
    add_place(letter)
    _kind(letter)
    _figures(letter)
    _addressees(letter)
    letters = add(commands, "letters", "daftar surat, keadaannya, dan apakah angkanya masih terbaru")
    letters.add_argument("--state", type=one_of(LetterState), metavar="KEADAAN", help=", ".join(LetterState))
    letters.add_argument("--old", action="store_true", help="hanya surat yang memakai angka lama")
    again = add(commands, "letter-again", "buat ulang berkas surat persis seperti dahulu")
    again.add_argument("number", type=positive, metavar="NOMOR", help="nomor surat di daftar")
    again.add_argument("--out", type=file_of(".docx"), metavar="BERKAS", help="berkas hasil (.docx)")
    pdf = add(commands, "letter-pdf", "buat PDF dari surat")
    pdf.add_argument("letter", metavar="SURAT", help="nomor surat di daftar, atau berkas .docx")
    pdf.add_argument("--out", type=file_of(".pdf"), metavar="BERKAS", help="berkas hasil (.pdf)")
    _pack(add(commands, "template-pack", "templat surat milik kantor: lihat, periksa, kirim, terima, pulihkan"))


def _kind(letter: argparse.ArgumentParser) -> None:
    letter.add_argument("--kind", type=one_of(LetterKind), metavar="JENIS", help=", ".join(LetterKind))
    letter.add_argument("--subject", default="rentan-desa", metavar="PERIHAL", help="kunci perihal (rentan-desa)")
    letter.add_argument("--style", type=_style, default="naratif", metavar="GAYA", help=", ".join(STYLES))
    letter.add_argument("--date", type=day, metavar="TTTT-BB-HH", help="tanggal surat (dikosongkan)")
    letter.add_argument("--deadline", type=day, metavar="TTTT-BB-HH", help="batas waktu jawaban")
    letter.add_argument(
        "--without", action="append", default=[], metavar="BUTIR", help="butir yang dihilangkan (dapat diulang)"
    )
    letter.add_argument(
        "--detail", type=detail, action="append", default=[], metavar="NAMA=ISI",
        help="isian jenis surat ini, misalnya hari=Senin (dapat diulang)",
    )  # fmt: skip


def _figures(letter: argparse.ArgumentParser) -> None:
    letter.add_argument("--year", type=positive, metavar="TTTT", help="tahun anggaran")
    letter.add_argument("--quota", type=positive, default=100, metavar="ORANG", help="kuota per desa (100)")
    letter.add_argument(
        "--monthly",
        type=positive,
        default=0,
        metavar="RUPIAH",
        help="iuran per orang per bulan (menurut tarif tersimpan)",
    )
    letter.add_argument("--months", type=positive, default=12, metavar="N", help="banyaknya bulan iuran (12)")
    letter.add_argument(
        "--legal",
        action="append",
        metavar="DASAR",
        help="kunci dasar hukum, menurut urutan (dapat diulang; seperti diusulkan)",
    )


def _addressees(letter: argparse.ArgumentParser) -> None:
    letter.add_argument("--split", type=one_of(Split), default=Split.SATU, metavar="CARA", help=", ".join(Split))
    letter.add_argument(
        "--to", action="append", metavar="KUNCI",
        help="hanya penerima ini: kode wilayah, atau NPP perusahaan (dapat diulang; semua)",
    )  # fmt: skip
    letter.add_argument(
        "--out", type=letter_target, metavar="TEMPAT", help="berkas hasil (.docx), atau folder untuk banyak surat"
    )


def _pack(pack: argparse.ArgumentParser) -> None:
    pack.add_argument("action", type=_action, metavar="TINDAKAN", help=", ".join(ACTIONS))
    pack.add_argument("file", type=file_of(".templat"), nargs="?", metavar="BERKAS", help="paket templat (.templat)")
    pack.add_argument(
        "--kind", type=one_of(LetterKind), action="append", default=[], metavar="JENIS",
        help="hanya jenis surat ini (dapat diulang; semua)",
    )  # fmt: skip


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” bukan tanggal; tulis misalnya 2026-11-24") from None


def detail(text: str) -> tuple[str, str]:
    """“hari=Senin” -> (“hari”, “Senin”)."""
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise argparse.ArgumentTypeError(f"“{text}” tidak dapat dibaca; tulis NAMA=ISI, misalnya hari=Senin")
    return name.strip(), value.strip()


def letter_target(text: str) -> Path:
    """A .docx, or a folder."""
    path = Path(text)
    return path if path.is_dir() or not path.suffix else file_of(".docx")(text)


def _style(text: str) -> LetterStyle:
    if text.casefold() not in STYLES:
        raise argparse.ArgumentTypeError(f"“{text}” tidak ada; pilihannya {', '.join(STYLES)}")
    return STYLES[text.casefold()]


def _action(text: str) -> str:
    if text.casefold() not in ACTIONS:
        raise argparse.ArgumentTypeError(f"“{text}” tidak ada; pilihannya {', '.join(ACTIONS)}")
    return text.casefold()
