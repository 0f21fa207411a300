"""The grammar of the commands that look at figures: breakdowns, changes, reporting, locked months, apportionment."""

import argparse
from collections.abc import Callable
from typing import Any

from desktop_app.cli.readers import level, one_of, part, period, positive
from desktop_app.domain.segments import Counting, Sector
from desktop_app.operations.apportion_target import Method

Add = Callable[[Any, str, str], argparse.ArgumentParser]
"""Adds a command with its words and the options that all of them have."""


def add_figures(commands: Any, add: Add) -> None:
    """Register all of them; `add` is how a command is made."""
    parts = add(commands, "breakdown", "rincian peserta menurut segmen, program, kelamin, umur, ukuran, dan pendanaan")
    _place(parts)
    parts.add_argument("--sample", action="store_true", help="rincian data contoh")
    change = add(commands, "change", "mengapa angka cakupan berubah")
    add_query(change)
    change.add_argument("--since", type=period, metavar="TTTT-BB", help="sejak bulan ini (bulan berangka sebelumnya)")
    _reporting(add(commands, "reporting", "wilayah mana yang sudah melapor, bulan demi bulan"))
    _locks(commands, add)
    _apportion(add(commands, "apportion", "bagi target ke wilayah di bawahnya"))


def add_place(command: argparse.ArgumentParser) -> None:
    """The options that say of which region, month and base a figure is."""
    _place(command)
    command.add_argument("--base", metavar="NAMA", help="nama penyebut, misalnya “UCJ 2025”")


def add_query(command: argparse.ArgumentParser) -> None:
    """The options of a question about coverage."""
    add_place(command)
    command.add_argument(
        "--sector", type=one_of(Sector), default=Sector.SEMUA, metavar="SEKTOR", help=", ".join(Sector)
    )
    command.add_argument("--target", metavar="DOKUMEN", help="dokumen target, bila ada beberapa")
    command.add_argument(
        "--level", type=level, metavar="TINGKAT", help="bagian yang ditampilkan: provinsi, kabupaten, kecamatan, desa"
    )
    command.add_argument(
        "--numerator", type=one_of(Counting), default=Counting.ORANG, metavar="PEMBILANG", help=", ".join(Counting)
    )
    command.add_argument("--without-jakon", action="store_true", help="pembilang tanpa Jasa Konstruksi")


def _place(command: argparse.ArgumentParser) -> None:
    command.add_argument("--region", default="", metavar="WILAYAH", help="kode atau nama wilayah (0: Indonesia)")
    command.add_argument("--period", type=period, metavar="TTTT-BB", help="bulan data (terbaru)")


def _reporting(command: argparse.ArgumentParser) -> None:
    command.add_argument("--region", default="", metavar="WILAYAH", help="kode atau nama wilayah")
    command.add_argument("--level", type=level, metavar="TINGKAT", help="kabupaten, kecamatan, atau desa")
    command.add_argument("--months", type=positive, default=12, metavar="N", help="banyaknya bulan (12)")


def _locks(commands: Any, add: Add) -> None:
    lock = add(commands, "lock", "kunci bulan yang sudah dilaporkan; tanpa --document: daftar kunci")
    add_place(lock)
    lock.add_argument("--document", default="", metavar="LAPORAN", help="laporan yang memuat angka bulan itu")
    lock.add_argument("--corrections", type=positive, metavar="NOMOR", help="angka yang berubah sejak kunci ini")
    unlock = add(commands, "unlock", "buka kembali bulan yang terkunci")
    unlock.add_argument("number", type=positive, metavar="NOMOR", help="nomor kunci")
    unlock.add_argument("--reason", required=True, metavar="ALASAN", help="mengapa dibuka")


def _apportion(command: argparse.ArgumentParser) -> None:
    command.add_argument("--region", required=True, metavar="WILAYAH", help="wilayah yang targetnya dibagi")
    command.add_argument("--year", type=positive, required=True, metavar="TTTT", help="tahun target")
    command.add_argument(
        "--method", type=one_of(Method), default=Method.BASE, metavar="CARA", help=", ".join(Method)
    )  # fmt: skip
    command.add_argument("--base", metavar="NAMA", help="nama penyebut")
    command.add_argument(
        "--sector", type=one_of(Sector), default=Sector.SEMUA, metavar="SEKTOR", help=", ".join(Sector)
    )
    command.add_argument("--level", type=level, metavar="TINGKAT", help="kabupaten, kecamatan, atau desa")
    command.add_argument("--target", metavar="DOKUMEN", help="dokumen target, bila ada beberapa")
    command.add_argument(
        "--part", type=part, action="append", default=[], metavar="KODE=ORANG",
        help="bagian yang diisi tangan (dapat diulang)",
    )  # fmt: skip
    command.add_argument("--decree", default="", metavar="NOMOR", help="nomor keputusan; dengan ini hasilnya disimpan")
