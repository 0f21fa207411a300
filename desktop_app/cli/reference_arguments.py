"""The grammar of the commands for reference data: bases, targets, spellings, regions, rates, and the log of changes."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.domain.reference import Subject
from desktop_app.domain.regions import Level
from desktop_app.domain.segments import Sector

_FILES = (Subject.ALIAS, Subject.REGION, Subject.RATE)
_LEVELS = [level.value for level in Level if level is not Level.NEGARA]

Add = Callable[[Any, str, str], argparse.ArgumentParser]
"""Adds a command with its words and the options that all of them have."""


def add_reference(commands: Any, add: Add) -> None:
    """Register all of them; `add` is how a command is made."""
    _bases(_group(commands, "base", "isi penyebut dengan tangan"), add)
    _targets(_group(commands, "target", "isi target dengan tangan"), add)
    _aliases(_group(commands, "alias", "atur ejaan wilayah"), add)
    _regions(_group(commands, "region", "atur wilayah: baru, ditutup, berganti nama"), add)
    _rates(_group(commands, "rate", "tarif iuran"), add)
    log = add(commands, "changes", "riwayat perubahan data acuan")
    log.add_argument("--subject", type=_subject, metavar="JENIS", help=", ".join(Subject))
    undo = add(commands, "undo-change", "urungkan perubahan data acuan")
    undo.add_argument("number", type=int, metavar="NOMOR", help="nomor perubahan")
    files = add(commands, "import-reference", "impor berkas ejaan, wilayah, atau tarif")
    files.add_argument("subject", type=_subject, metavar="JENIS", help=", ".join(_FILES))
    files.add_argument("file", type=Path, metavar="BERKAS", help="berkas .xlsx atau .csv")
    _document(files)


def _group(commands: Any, name: str, words: str) -> Any:
    group = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
    return group.add_subparsers(dest="action", metavar="TINDAKAN", title="Tindakan", required=True)


def _bases(group: Any, add: Add) -> None:
    one = add(group, "set", "isi, ubah, atau hapus satu nilai penyebut")
    one.add_argument("name", metavar="NAMA", help="nama penyebut, misalnya “UCJ 2026”")
    one.add_argument("region", metavar="WILAYAH", help="kode atau nama wilayah")
    value = one.add_mutually_exclusive_group(required=True)
    value.add_argument("--workers", type=_people, metavar="ORANG", help="jumlah orang")
    value.add_argument("--remove", action="store_true", help="hapus nilai ini")
    _sector(one)
    one.add_argument("--as-of", type=_day, metavar="TTTT-BB-HH", help="tanggal penyebut (seperti yang tersimpan)")
    one.add_argument("--note", default="", metavar="CATATAN", help="catatan untuk nilai ini")
    _document(one)
    whole = add(group, "remove", "hapus penyebut seluruhnya")
    whole.add_argument("name", metavar="NAMA", help="nama penyebut")
    _document(whole)


def _targets(group: Any, add: Add) -> None:
    for name, words in (("set", "isi atau ubah target"), ("remove", "hapus target")):
        one = add(group, name, words)
        one.add_argument("region", metavar="WILAYAH", help="kode atau nama wilayah")
        one.add_argument("year", type=int, metavar="TAHUN", help="tahun target")
        _sector(one)
        _document(one)
        if name == "set":
            one.add_argument("--percent", type=_percent, metavar="PERSEN", help="misalnya 67,28")
            one.add_argument("--people", type=_people, metavar="ORANG", help="target dalam orang")
            one.add_argument("--base", default="", metavar="NAMA", help="penyebut bagi target dalam orang")
            one.add_argument("--note", default="", metavar="CATATAN", help="catatan")


def _aliases(group: Any, add: Add) -> None:
    for name, words in (("add", "tambah atau ubah ejaan"), ("remove", "hapus ejaan")):
        one = add(group, name, words)
        one.add_argument("alias", metavar="EJAAN", help="tulisan seperti di lembar")
        if name == "add":
            one.add_argument("region", metavar="WILAYAH", help="kode atau nama wilayah yang dimaksud")
        _document(one)


def _regions(group: Any, add: Add) -> None:
    new = add(group, "add", "tambah wilayah baru")
    new.add_argument("code", metavar="KODE", help="kode Kemendagri, misalnya 51.03.06.2099")
    new.add_argument("name", metavar="NAMA", help="nama resmi")
    new.add_argument("--level", choices=_LEVELS, metavar="TINGKAT", help=", ".join(_LEVELS))
    new.add_argument("--opened", type=_day, metavar="TTTT-BB-HH", help="tanggal berdiri")
    close = add(group, "close", "tutup wilayah sejak suatu tanggal")
    close.add_argument("region", metavar="WILAYAH", help="kode atau nama wilayah")
    close.add_argument("day", type=_day, metavar="TTTT-BB-HH", help="hari pertama wilayah itu tidak ada lagi")
    close.add_argument("--heir", action="append", default=[], metavar="KODE", help="wilayah penerus (dapat diulang)")
    close.add_argument("--force", action="store_true", help="tutup meskipun wilayah di bawahnya masih berdiri")
    again = add(group, "reopen", "batalkan penutupan wilayah")
    again.add_argument("region", metavar="WILAYAH", help="kode atau nama wilayah")
    name = add(group, "rename", "ganti nama wilayah; nama lama menjadi ejaan")
    name.add_argument("region", metavar="WILAYAH", help="kode atau nama wilayah")
    name.add_argument("name", metavar="NAMA", help="nama baru")
    for one in (new, close, again, name):
        _document(one)


def _rates(group: Any, add: Add) -> None:
    listed = add(group, "list", "tampilkan tarif iuran")
    listed.add_argument("--on", type=_day, metavar="TTTT-BB-HH", help="hanya yang berlaku pada hari ini")


def _sector(command: argparse.ArgumentParser) -> None:
    command.add_argument("--sector", type=_sector_of, default=Sector.SEMUA, metavar="SEKTOR", help=", ".join(Sector))


def _document(command: argparse.ArgumentParser) -> None:
    command.add_argument("--document", default="", metavar="DOKUMEN", help="dokumen yang mendasari")


def _sector_of(text: str) -> Sector:
    try:
        return Sector(text.casefold())
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” tidak ada; pilihannya {', '.join(Sector)}") from None


def _subject(text: str) -> Subject:
    try:
        return Subject(text.casefold())
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” tidak ada; pilihannya {', '.join(Subject)}") from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” bukan tanggal; tulis misalnya 2026-03-01") from None


def _people(text: str) -> int:
    plain = text.replace(".", "")
    if not plain.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” bukan jumlah orang")
    return int(plain)


def _percent(text: str) -> float:
    try:
        return round(float(text.removesuffix("%").strip().replace(",", ".")) / 100, 8)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” bukan persen; tulis misalnya 67,28") from None
