"""Commands about reports: every report as files, people as rows, workbooks with a password."""

import getpass
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.cli.figure_arguments import Add
from desktop_app.cli.letter_arguments import day
from desktop_app.cli.readers import file_of, one_of, period
from desktop_app.operations.compliance.order import TITLES, ReportKind, ReportOrder, SpanKind
from desktop_app.operations.compliance.write_reports import make_report
from desktop_app.operations.draw_charts import Draw
from desktop_app.operations.exchange_files import lock_file, unlock_file
from desktop_app.operations.export_people import export_people
from desktop_app.operations.offices import region_named
from desktop_app.operations.workspace import Workspace

Words = tuple[dict[str, object], list[str]]
FORMATS = {"excel": (".xlsx",), "pdf": (".pdf",), "keduanya": (".xlsx", ".pdf")}


def add_reports(commands: Any, add: Add) -> None:
    """Register all of them; `add` is how a command is made."""
    report = add(commands, "report", "buat laporan: " + ", ".join(ReportKind))
    report.add_argument("kind", type=one_of(ReportKind), metavar="LAPORAN", help=", ".join(ReportKind))
    report.add_argument("--region", default="", metavar="WILAYAH", help="kode atau nama (wilayah kantor)")
    report.add_argument("--day", type=day, metavar="TTTT-BB-HH", help="hari di dalam rentang yang dimaksud (terbaru)")
    report.add_argument(
        "--span", type=one_of(SpanKind), default=SpanKind.BULAN, metavar="RENTANG", help=", ".join(SpanKind)
    )
    report.add_argument("--base", metavar="PENYEBUT", help="nama penyebut")
    report.add_argument("--format", choices=tuple(FORMATS), default="excel", metavar="BENTUK", help=", ".join(FORMATS))
    report.add_argument("--inside", action="store_true", help="untuk dalam kantor: jumlah di bawah 5 orang ditulis")
    report.add_argument("--open-for", default="", metavar="DESA", help="belum-desa: NIK lengkap untuk desa itu sendiri")
    report.add_argument("--purpose", default="", metavar="TUJUAN", help="tujuan NIK lengkap, dicatat")
    report.add_argument(
        "--out",
        type=Path,
        metavar="BERKAS",
        help="berkas hasil (.xlsx, .pdf), atau folder untuk paket",
    )
    people = add(commands, "export-people", "ekspor orang di balik satu angka ke Excel, NIK disamarkan")
    people.add_argument("region", metavar="WILAYAH", help="kode atau nama")
    people.add_argument("--period", type=period, required=True, metavar="TTTT-BB", help="bulan data")
    people.add_argument("--out", type=file_of(".xlsx"), metavar="BERKAS", help="berkas hasil (.xlsx)")
    for name, words in (
        ("lock-file", "beri kata sandi pada berkas Excel"),
        ("unlock-file", "buka kata sandi berkas Excel"),
    ):
        lock = add(commands, name, words)
        lock.add_argument("file", type=file_of(".xlsx"), metavar="BERKAS", help="berkas .xlsx")
        lock.add_argument("--out", type=file_of(".xlsx"), metavar="BERKAS", help="berkas hasil (.xlsx)")


def _report(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    order = ReportOrder(
        kind=given.kind, region=given.region, day=given.day, span=given.span, base=given.base,
        suffixes=_suffixes(given), leaves_office=not given.inside, open_for=given.open_for, purpose=given.purpose,
        target=given.out,
    )  # fmt: skip
    paths = make_report(workspace, order, draw, given.print_pages)
    return {"report": str(given.kind), "paths": [str(path) for path in paths]}, [
        f"{TITLES[given.kind]}: {path}" for path in paths
    ]


def _suffixes(given: Namespace) -> tuple[str, ...]:
    """The format asked for; a file that is named says it itself."""
    named = given.out.suffix.lower() if given.out else ""
    return (named,) if named in (".xlsx", ".pdf") else FORMATS[given.format]


def _people(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    region = region_named(workspace, given.region)
    path = export_people(workspace, region.code, given.period, given.out)
    return {"path": str(path)}, [f"Peserta: {path}"]


def _lock(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    path = lock_file(workspace, given.file, _password(), given.out)
    return {"path": str(path)}, [f"Berkas bersandi: {path}"]


def _unlock(workspace: Workspace, given: Namespace, draw: Draw) -> Words:
    path = unlock_file(workspace, given.file, _password(), given.out)
    return {"path": str(path)}, [f"Berkas tanpa sandi: {path}"]


def _password() -> str:
    """Typed unseen, or one line from a pipe: never an argument, which others on the computer could read."""
    if sys.stdin.isatty():
        return getpass.getpass("Kata sandi: ")
    return sys.stdin.readline().rstrip("\n")


COMMANDS: dict[str, Callable[[Workspace, Namespace, Draw], Words]] = {
    "report": _report,
    "export-people": _people,
    "lock-file": _lock,
    "unlock-file": _unlock,
}
