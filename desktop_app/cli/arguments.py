"""The command line's grammar, in Indonesian."""

import argparse
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from desktop_app import VERSION
from desktop_app.cli.agenda_arguments import add_agenda
from desktop_app.cli.figure_arguments import add_figures, add_query
from desktop_app.cli.letter_arguments import add_letters
from desktop_app.cli.readers import file_of, one_of, period, positive
from desktop_app.cli.reference_arguments import add_reference
from desktop_app.cli.reports import add_reports
from desktop_app.domain.segments import Segment
from desktop_app.domain.sheets import SheetKind
from desktop_app.domain.templates import TemplateKind

WRONG_USAGE = 2

_SAID = (
    (r"the following arguments are required: (.+)", r"masih kurang: \1"),
    (r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", r"pilihan \2 untuk \1 tidak ada; yang ada: \3"),
    (r"argument (.+): invalid \w+ value: (.+)", r"\1: isi \2 tidak dapat dibaca"),
    (r"argument (.+): expected one argument", r"\1 memerlukan satu isian"),
    (r"unrecognized arguments: (.+)", r"tidak dikenal: \1"),
    (r"argument (.+): expected at least one argument", r"\1 memerlukan isian"),
    (r"argument (\S+): ignored explicit argument (.+)", r"\1 tidak menerima isi \2"),
    (r"argument (\S+): (.+)", r"\1: \2"),
)
"""argparse speaks English only; these are its sentences that a user can meet."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Pemakaian: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    def __init__(self, **options: object) -> None:
        super().__init__(formatter_class=_Formatter, add_help=False, allow_abbrev=False, **options)  # type: ignore[arg-type]
        self._positionals.title = "Isian"
        self._optionals.title = "Pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        for english, indonesian in _SAID:
            message = re.sub(english, indonesian, message)
        self.exit(WRONG_USAGE, f"{self.prog}: {message}.\nLihat {self.prog} --help.\n")


def build_parser() -> Parser:
    parser = Parser(
        prog="cakupan",
        description="Cakupan: cakupan jaminan sosial ketenagakerjaan per wilayah.\nTanpa perintah, jendela dibuka.",
        epilog="Kode keluar: 0 berhasil, 1 masukan ditolak, 2 salah pemakaian.",
    )
    parser.add_argument("--version", action="version", version=f"Cakupan {VERSION}", help="tampilkan versi")
    parser.add_argument("--demo", action="store_true", help="buka jendela dengan data contoh")
    parser.add_argument("--workspace", type=Path, metavar="FOLDER", help="folder ruang kerja")
    commands = parser.add_subparsers(dest="command", metavar="PERINTAH", title="Perintah")
    _add_sheets(commands)
    _add_for_senders(commands)
    _add_figures(commands)
    _add_office(commands)
    add_figures(commands, _command)
    add_letters(commands, _command)
    add_reference(commands, _command)
    add_agenda(commands, _command)
    add_reports(commands, _command)
    undo = _command(commands, "undo", "urungkan impor")
    undo.add_argument("number", type=positive, nargs="+", metavar="NOMOR", help="nomor impor")
    demo = _command(commands, "demo", "jalankan semua pekerjaan dengan data contoh")
    demo.add_argument("--out", type=Path, default=Path("demo-output"), metavar="FOLDER", help="folder hasil")
    return parser


def _add_sheets(commands: "argparse._SubParsersAction[Parser]") -> None:
    for name, words in (("check", "periksa lembar tanpa menyimpan"), ("import", "impor lembar ke ruang kerja")):
        command = _command(commands, name, words)
        command.add_argument("sheet", type=Path, metavar="LEMBAR", help="berkas .xlsx, .xls, .xlsb, .ods, atau .csv")
        command.add_argument("--kind", type=one_of(SheetKind), metavar="JENIS", help=", ".join(SheetKind))
        command.add_argument(
            "--period", type=period, metavar="TTTT-BB", help="bulan data, bila tidak tertulis di lembar"
        )
        command.add_argument("--sender", default="", metavar="NAMA", help="pengirim lembar")
        command.add_argument("--complete", action="store_true", help="lembar memuat semua orang dalam lingkupnya")
        command.add_argument(
            "--region", default="", metavar="WILAYAH", help="wilayah yang dicakup lembar, bila lebih luas dari barisnya"
        )
        command.add_argument(
            "--segment", type=one_of(Segment), action="append", default=[], metavar="SEGMEN",
            help=f"segmen yang dicakup lembar: {', '.join(Segment)} (dapat diulang)",
        )  # fmt: skip
        command.add_argument(
            "--replaces", type=positive, action="append", default=[], metavar="NOMOR", help="impor yang digantikan"
        )
        command.add_argument(
            "--table", action="append", default=[], metavar="TABEL",
            help="hanya tabel ini: nama lembar, atau lembar!A5 (sel pertama judulnya; dapat diulang)",
        )  # fmt: skip
        command.add_argument("--answers", type=Path, metavar="BERKAS", help="jawaban atas wilayah dan isian (JSON)")
        command.add_argument("--visible-rows-only", action="store_true", help="abaikan baris yang tersembunyi")
        command.add_argument("--with-hidden-sheets", action="store_true", help="baca juga lembar yang tersembunyi")
        command.add_argument(
            "--show-nik", default="", metavar="KEPERLUAN", help="tampilkan NIK utuh untuk keperluan ini (dicatat)"
        )


def _add_for_senders(commands: "argparse._SubParsersAction[Parser]") -> None:
    back = _command(commands, "return", "buat lembar balasan: berkas pengirim dengan status dan alasan tiap baris")
    back.add_argument("sheet", type=Path, metavar="LEMBAR", help="berkas yang diimpor, atau yang akan diperiksa")
    back.add_argument("--out", type=file_of(".xlsx", ".xlsm"), metavar="BERKAS", help="berkas hasil (.xlsx)")
    template = _command(commands, "template", "buat templat kosong untuk desa, perusahaan, atau cabang (.xlsx)")
    template.add_argument("kind", type=one_of(TemplateKind), metavar="JENIS", help=", ".join(TemplateKind))
    template.add_argument("--region", default="", metavar="WILAYAH", help="kode atau nama wilayah (wilayah kantor)")
    template.add_argument("--out", type=file_of(".xlsx"), metavar="BERKAS", help="berkas hasil (.xlsx)")


def _add_figures(commands: "argparse._SubParsersAction[Parser]") -> None:
    coverage = _command(commands, "coverage", "angka cakupan per wilayah terhadap target")
    add_query(coverage)
    summary = _command(commands, "summary", "buat ringkasan kepatuhan dan cakupan (.xlsx)")
    add_query(summary)
    summary.add_argument("--out", type=file_of(".xlsx"), metavar="BERKAS", help="berkas hasil (.xlsx)")
    for name, words in (("chart", "gambar grafik cakupan atau perkembangan"), ("map", "gambar peta cakupan")):
        command = _command(commands, name, words)
        add_query(command)
        command.add_argument(
            "--out", type=file_of(".png", ".svg"), metavar="BERKAS", help="berkas hasil (.png atau .svg)"
        )
        if name == "chart":
            command.add_argument("--trend", action="store_true", help="perkembangan, bukan perbandingan wilayah")


def _add_office(commands: "argparse._SubParsersAction[Parser]") -> None:
    office = _command(commands, "office", "tampilkan data kantor, atau isi dan ubah")
    for option, metavar, words in (
        ("--region", "WILAYAH", "kode atau nama kabupaten/kota, atau provinsi"),
        ("--agency", "NAMA", "nama dinas seperti pada kop surat"),
        ("--seat", "TEMPAT", "tempat surat ditetapkan"),
        ("--head", "NAMA", "nama Bupati/Wali Kota"),
        ("--chief", "NAMA", "nama Kepala Dinas"),
    ):
        office.add_argument(option, default="", metavar=metavar, help=words)


def _command(commands: "argparse._SubParsersAction[Parser]", name: str, words: str) -> Parser:
    command: Parser = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
    command.add_argument("--json", action="store_true", help="jawaban untuk mesin")
    # The folder may stand before or after the command; the one after wins only when it is given.
    command.add_argument(
        "--workspace", type=Path, default=argparse.SUPPRESS, metavar="FOLDER", help="folder ruang kerja"
    )
    return command
