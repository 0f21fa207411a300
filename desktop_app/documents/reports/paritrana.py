"""The Paritrana binder: a sheet for each aspect with what the data prove, what is missing, and the attached files."""

from collections.abc import Iterable
from pathlib import Path

from desktop_app.analysis.compliance.paritrana import AspectPart, Binder
from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.report import Report, write_report
from desktop_app.documents.reports.tables import Column, Kind, Row, Section, Table
from desktop_app.domain.indonesian import long_date
from desktop_app.domain.letters import LetterKind, kind_title
from desktop_app.domain.office import Office
from desktop_app.domain.records import LetterRecord

EVIDENCE = (
    Column(title="Bukti", kind=Kind.NAME, width=34),
    Column(title="Isi", width=58),
    Column(title="Sumber", kind=Kind.NOTE, width=44, missing="tidak disebut"),
    Column(title="Tanda", width=10),
)
NEEDS = (
    Column(title="Yang masih diperlukan", kind=Kind.NAME, width=34),
    Column(title="Di mana diminta", width=58),
    Column(title="Keadaan", kind=Kind.NOTE, width=44),
)
FILES = (
    Column(title="Berkas terlampir", kind=Kind.NAME, width=34),
    Column(title="Berubah terakhir", kind=Kind.DAY, width=58),
    Column(title="Ukuran (KB)", kind=Kind.WHOLE, width=44),
)
LETTERS = (
    Column(title="Nomor", kind=Kind.CODE, width=34, missing="belum bernomor"),
    Column(title="Tanggal", kind=Kind.DAY, width=16, missing="–"),
    Column(title="Jenis", width=28),
    Column(title="Hal", width=50),
    Column(title="Kepada", width=28),
    Column(title="Keadaan", width=16),
)


def write_binder(binder: Binder, office: Office, path: Path, *, made: Made) -> None:
    """FileInUse: the file stays as it was."""
    title = f"Berkas Paritrana {binder.year}, {binder.region.full_name}"
    sections = (_contents(binder), *(_part(part, binder) for part in binder.parts), _letters(binder.letters))
    footer = f"{title}; data {binder.period:%d-%m-%Y}"
    write_report(Report(title=title, footer=footer, sections=sections), office, path, made)


def _contents(binder: Binder) -> Section:
    columns = (
        Column(title="Aspek", kind=Kind.NAME, width=34),
        *(Column(title=title, kind=Kind.WHOLE, width=16) for title in ("Bukti dari data", "Masih diperlukan", "Berkas terlampir")),
    )  # fmt: skip
    rows = tuple((part.title, len(part.evidence), _open(part), len(part.files)) for part in binder.parts)
    folder = f"Berkas bukti disimpan di folder “{binder.folder}”." if binder.folder else ""
    return Section(
        sheet="Isi", title=f"Berkas Paritrana {binder.year}, {binder.region.full_name}",
        basis=f"Angka {long_date(binder.period)}", notes=tuple(note for note in (*binder.notes, folder) if note),
        tables=(Table(title="", columns=columns, rows=rows), _sources(binder)),
    )  # fmt: skip


def _open(part: AspectPart) -> int:
    return sum(not need.attached for need in part.needs)


def _sources(binder: Binder) -> Table:
    columns = (
        Column(title="Berkas data", kind=Kind.NAME, width=34), Column(title="Lembar", width=16),
        Column(title="Bulan data", kind=Kind.DAY, width=16, missing="–"),
        Column(title="Pengirim", width=28, missing="tidak disebut"),
    )  # fmt: skip
    unique = dict.fromkeys((one.file, one.sheet, one.period, one.sender or None) for one in binder.sources)
    return Table(title="Sumber data", columns=columns, rows=tuple(unique))


def _part(part: AspectPart, binder: Binder) -> Section:
    evidence: Iterable[Row] = (
        (one.title, one.value, one.source or None, "periksa" if one.check else "") for one in part.evidence
    )
    needs: Iterable[Row] = (
        (one.title, one.where, "ada berkas terlampir; periksa isinya" if one.attached else "belum ada")
        for one in part.needs
    )
    files: Iterable[Row] = ((one.name, one.changed, max(1, round(one.size / 1024))) for one in part.files)
    return Section(
        sheet=part.title, title=f"{part.title}, {binder.region.full_name}, {binder.year}",
        basis=f"Angka {long_date(binder.period)}",
        tables=(
            Table(title="", columns=EVIDENCE, rows=tuple(evidence), nothing="Belum ada bukti dari data."),
            Table(title="", columns=NEEDS, rows=tuple(needs), nothing="Tidak ada lagi."),
            Table(title="", columns=FILES, rows=tuple(files), nothing="Belum ada berkas terlampir."),
        ),
    )  # fmt: skip


def _letters(letters: Iterable[LetterRecord]) -> Section:
    rows = tuple(_letter(one) for one in letters)
    table = Table(title="", columns=LETTERS, rows=rows, filtered=True, nothing="Belum ada surat pada tahun ini.")
    return Section(sheet="Agenda surat", title="Surat pada tahun penilaian", tables=(table,))


def _letter(one: LetterRecord) -> Row:
    kind = kind_title(LetterKind(one.kind)) if one.kind in set(LetterKind) else one.kind
    return (one.number_text or None, one.letter_date, kind, one.subject, one.addressee, one.state.value)
