"""The grammar of the commands for letter numbers and their agenda."""

import argparse
from collections.abc import Callable
from datetime import date
from typing import Any

from desktop_app.cli.readers import file_of, positive
from desktop_app.domain.letters import LetterState

Add = Callable[[Any, str, str], argparse.ArgumentParser]
"""Adds a command with its words and the options that all of them have."""
_MARKS = (LetterState.DITANDATANGANI, LetterState.TERKIRIM, LetterState.DIJAWAB)


def add_agenda(commands: Any, add: Add) -> None:
    """Register “number” and “agenda”; `add` is how a command is made."""
    words = "nomor surat: beri, catat, cadangkan, batalkan, tandai"
    parser = commands.add_parser("number", help=words, description=words[0].upper() + words[1:] + ".")
    group = parser.add_subparsers(dest="action", metavar="TINDAKAN", title="Tindakan", required=True)
    _add_give(group, add)
    _add_paper(group, add)
    _add_ranges(group, add)
    _add_steps(group, add)
    agenda = add(commands, "agenda", "agenda nomor surat satu buku dan tahun")
    _add_book(agenda)
    agenda.add_argument("--year", type=positive, metavar="TAHUN", help="tahun (tahun ini)")
    agenda.add_argument("--out", type=file_of(".xlsx"), metavar="BERKAS", help="simpan juga sebagai .xlsx")


def _add_give(group: Any, add: Add) -> None:
    give = add(group, "give", "beri nomor kepada konsep surat")
    give.add_argument("letter", type=positive, nargs="+", metavar="SURAT", help="nomor simpanan surat")
    _add_day(give, "tanggal surat (hari ini)")
    give.add_argument("--number", type=positive, metavar="NOMOR", help="nomor pertama (nomor berikutnya)")
    give.add_argument("--book", default="", metavar="BUKU", help="buku nomor (menurut jenis surat)")


def _add_paper(group: Any, add: Add) -> None:
    paper = add(group, "paper", "catat nomor surat yang dibuat di luar Cakupan")
    paper.add_argument("subject", metavar="HAL", help="hal surat")
    paper.add_argument("--to", default="", metavar="PENERIMA", help="penerima surat")
    _add_day(paper, "tanggal surat (hari ini)")
    paper.add_argument("--number", type=positive, metavar="NOMOR", help="nomornya (nomor berikutnya)")
    _add_book(paper)


def _add_ranges(group: Any, add: Add) -> None:
    for name, words in (("reserve", "cadangkan rentang nomor"), ("release", "lepas nomor cadangan")):
        one = add(group, name, words)
        one.add_argument("first", type=positive, metavar="PERTAMA", help="nomor pertama")
        one.add_argument("last", type=positive, metavar="TERAKHIR", help="nomor terakhir")
        one.add_argument("--year", type=positive, metavar="TAHUN", help="tahun (tahun ini)")
        _add_book(one)
        if name == "reserve":
            one.add_argument("--note", required=True, metavar="KEPERLUAN", help="untuk apa dicadangkan")


def _add_steps(group: Any, add: Add) -> None:
    void = add(group, "void", "batalkan nomor; nomor dan alasannya tetap tercatat")
    void.add_argument("number", type=positive, metavar="NOMOR", help="nomor pada buku")
    void.add_argument("--year", type=positive, metavar="TAHUN", help="tahun (tahun ini)")
    void.add_argument("--reason", required=True, metavar="ALASAN", help="alasan pembatalan")
    _add_book(void)
    mark = add(group, "mark", "tandai surat ditandatangani, terkirim, atau dijawab")
    mark.add_argument("state", type=_state, metavar="KEADAAN", help=", ".join(_MARKS))
    mark.add_argument("letter", type=positive, nargs="+", metavar="SURAT", help="nomor simpanan surat")
    _add_day(mark, "tanggalnya (hari ini)")
    mark.add_argument("--note", default="", metavar="CATATAN", help="catatan")
    add(group, "files", "tulis nomor ke berkas surat yang belum memuatnya")


def _add_book(command: argparse.ArgumentParser) -> None:
    command.add_argument("--book", default="dinas", metavar="BUKU", help="kode atau nama buku nomor (dinas)")


def _add_day(command: argparse.ArgumentParser, words: str) -> None:
    command.add_argument("--day", type=_day, metavar="TTTT-BB-HH", help=words)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” bukan tanggal; tulis misalnya 2026-03-01") from None


def _state(text: str) -> LetterState:
    found = next((state for state in _MARKS if state.value == text.casefold()), None)
    if found is None:
        raise argparse.ArgumentTypeError(f"“{text}” tidak ada; pilihannya {', '.join(_MARKS)}")
    return found
