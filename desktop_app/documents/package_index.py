"""“Daftar isi paket”: what lies in a package, which letters are due, and who has not reported, as .xlsx."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.saving import save
from desktop_app.documents.reports.sheets import Formulas, add_section
from desktop_app.documents.reports.styles import register
from desktop_app.documents.reports.tables import Column, Kind, Row, Section, Table
from desktop_app.domain.letters import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageEntry:
    """A file of the package: where it lies in it, what it is, its size in bytes and its SHA-256."""

    file: str
    what: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLetter:
    """A letter that was made and not sent. `file` in the package; empty where its own is gone."""

    kind: str
    subject: str
    addressee: str
    number: str
    day: date | None
    state: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LateReporter:
    region: str
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageIndex:
    """`title` and `basis` head the list; `notes` say what the package leaves out, and why."""

    title: str
    basis: str
    entries: tuple[PackageEntry, ...]
    letters: tuple[DueLetter, ...]
    late: tuple[LateReporter, ...]
    notes: tuple[str, ...] = ()


def write_package_index(index: PackageIndex, path: Path, paper: Paper, made: Made) -> None:
    """Write the list to `path`. FileInUse: it is open in Excel and stays as it was."""
    book = Workbook()
    book.remove(book.worksheets[0])
    register(book)
    formulas: Formulas = {}
    for section in _sections(index):
        add_section(book, section, paper, f"{index.title}; dibuat {made.words}", formulas)
    book.properties.title = index.title
    save(book, path, formulas, made.at)


_FILES = (
    Column(title="No.", kind=Kind.WHOLE, width=6), Column(title="Berkas", kind=Kind.NAME, width=52),
    Column(title="Isi", width=44), Column(title="Ukuran (bita)", kind=Kind.WHOLE, width=14),
    Column(title="SHA-256 (awal)", kind=Kind.CODE, width=16),
)  # fmt: skip
_DIGESTS = (
    Column(title="No.", kind=Kind.WHOLE, width=6), Column(title="Berkas", kind=Kind.NAME, width=52),
    Column(title="SHA-256", kind=Kind.CODE, width=68),
)  # fmt: skip
_BRIEF = 12
"""Signs of a SHA-256 that the list shows, so that it can be read on paper; the whole stands on a sheet of its own."""

_LETTERS = (
    Column(title="No.", kind=Kind.WHOLE, width=6), Column(title="Jenis", width=26), Column(title="Perihal", kind=Kind.NAME, width=44),
    Column(title="Penerima", kind=Kind.NAME, width=34), Column(title="Nomor", width=26, missing="belum bernomor"),
    Column(title="Tanggal", kind=Kind.DAY, missing="belum bertanggal"), Column(title="Keadaan", width=16),
    Column(title="Berkas dalam paket", kind=Kind.NAME, width=40, missing="berkas tidak ditemukan"),
)  # fmt: skip
_LATE = (
    Column(title="No.", kind=Kind.WHOLE, width=6), Column(title="Wilayah", kind=Kind.NAME, width=36),
    Column(title="Bulan", kind=Kind.WHOLE, width=8), Column(title="Bulan yang belum masuk", kind=Kind.NAME, width=80),
)  # fmt: skip


def _sections(index: PackageIndex) -> Sequence[Section]:
    return (
        Section(
            sheet="Daftar isi", title=index.title, basis=index.basis, notes=index.notes,
            tables=(Table(title="Berkas", columns=_FILES, rows=tuple(_numbered(map(_entry, index.entries)))),),
        ),
        Section(
            sheet="Surat belum terkirim", title="Surat yang belum terkirim", basis=index.basis,
            tables=(
                Table(
                    title="Surat", columns=_LETTERS, rows=tuple(_numbered(map(_letter, index.letters))),
                    nothing="Tidak ada surat yang menunggu dikirim.",
                ),
            ),
        ),
        Section(
            sheet="Belum melapor", title="Yang belum melapor", basis=index.basis,
            tables=(
                Table(
                    title="Wilayah", columns=_LATE, rows=tuple(_numbered(map(_late, index.late))),
                    nothing="Tidak ada laporan yang terlambat.",
                ),
            ),
        ),
        Section(
            sheet="Sidik berkas", title="Sidik berkas (SHA-256)", basis=index.basis,
            notes=("Berkas yang sidiknya masih sama belum diubah sejak paket dibuat.",),
            tables=(Table(title="Berkas", columns=_DIGESTS, rows=tuple(_numbered(map(_digest, index.entries)))),),
        ),
    )  # fmt: skip


def _numbered(rows: "map[Row]") -> Sequence[Row]:
    return [(number, *row) for number, row in enumerate(rows, start=1)]


def _entry(one: PackageEntry) -> Row:
    return one.file, one.what, one.size, one.sha256[:_BRIEF]


def _digest(one: PackageEntry) -> Row:
    return one.file, one.sha256


def _letter(one: DueLetter) -> Row:
    return one.kind, one.subject, one.addressee, one.number or None, one.day, one.state, one.file or None


def _late(one: LateReporter) -> Row:
    return one.region, len(one.months), ", ".join(one.months)
