"""The village scorecard: one page for each kecamatan, every village on one line."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.analysis.compliance.scorecard import Scorecard, VillageScore
from desktop_app.documents.reports.coverage_parts import basis_line
from desktop_app.documents.reports.made import Made
from desktop_app.documents.reports.report import Report, write_report
from desktop_app.documents.reports.tables import Column, Guard, Kind, Row, Section, Table, Total
from desktop_app.domain.errors import NoFigures
from desktop_app.domain.indonesian import long_date, month_year, number
from desktop_app.domain.office import Office

COLUMNS = (
    Column(title="Desa/kelurahan", kind=Kind.NAME, width=26),
    Column(title="Peserta aktif (orang)", kind=Kind.WHOLE, width=11, total=Total.SUM),
    Column(title="Penyebut (pekerja)", kind=Kind.WHOLE, width=11, missing="–", total=Total.SUM),
    Column(title="Cakupan", kind=Kind.SHARE, width=11, missing="–"),
    Column(title="Kurang (orang)", kind=Kind.WHOLE, width=11, missing="–"),
    Column(title="Peringkat cakupan", kind=Kind.WHOLE, width=10, missing="–"),
    Column(title="Pekerja rentan diterima", kind=Kind.WHOLE, width=11, missing="tidak ada daftar", total=Total.SUM),
    Column(title="Sudah peserta aktif", kind=Kind.WHOLE, width=11, missing="–", total=Total.SUM),
    Column(title="Kurang dari kuota", kind=Kind.WHOLE, width=11, missing="–"),
    Column(title="Peringkat daftar", kind=Kind.WHOLE, width=10, missing="–"),
    Column(title="Belum melapor", kind=Kind.NOTE, width=24),
)


def write_scorecards(cards: Sequence[Scorecard], office: Office, path: Path, *, made: Made) -> None:
    """One page and sheet for each kecamatan. NoFigures: there is none. FileInUse: the file stays as it was."""
    if not cards:
        raise NoFigures("Belum ada angka desa untuk kartu skor.")
    first = cards[0]
    names = first.kecamatan.full_name if len(cards) == 1 else first.regency.full_name
    report = Report(
        title=f"Kartu skor desa {names}",
        footer=f"Kartu skor desa, {names}; penyebut {first.table.base.name}, data {first.period:%d-%m-%Y}",
        sections=tuple(_section(card) for card in cards), one_page=True,
    )  # fmt: skip
    write_report(report, office, path, made)


def _section(card: Scorecard) -> Section:
    return Section(
        sheet=card.kecamatan.name,
        title=f"Kartu skor desa, {card.kecamatan.full_name}, {card.regency.full_name}",
        basis=_basis(card), notes=(*card.sentences, *card.absent.values()),
        tables=(
            Table(
                title="", columns=COLUMNS, rows=tuple(_row(row, card) for row in card.rows), total="Jumlah",
                guards=(Guard(columns=(1,), derived=(3, 4)), Guard(columns=(6,), derived=(8,)), Guard(columns=(7,))),
                notes=(*_funds(card), *_whole(card)),
            ),
        ),
    )  # fmt: skip


def _basis(card: Scorecard) -> str:
    lists = f"; daftar pekerja rentan sampai {month_year(card.list_period)}" if card.list_period else ""
    return f"{basis_line(card.table)}{lists}; kuota {number(card.quota)} orang per desa"


def _row(row: VillageScore, card: Scorecard) -> Row:
    figure, funnel = row.coverage, row.funnel
    listed = funnel is not None and funnel.listed
    already = funnel.already if funnel is not None and listed and card.participants is not None else None
    return (
        row.village.full_name, figure.active, figure.workers, figure.shown_share, figure.gap_people, row.rank,
        funnel.accepted if funnel is not None and listed else None, already,
        max(0, row.quota_gap) if row.quota_gap is not None else None, row.list_rank,
        ", ".join(month_year(month) for month in row.late),
    )  # fmt: skip


def _funds(card: Scorecard) -> tuple[str, ...]:
    if not card.funds:
        return ()
    return (f"Sumber dana: {', '.join(f'{name} {number(people)} orang' for name, people in card.funds)}.",)


def _whole(card: Scorecard) -> tuple[str, ...]:
    whole = card.table.whole
    if whole.active is None or whole.period is None:
        return ()
    of = f" dari {number(whole.workers)} pekerja" if whole.workers else ""
    return (f"{card.kecamatan.full_name}: {number(whole.active)} peserta aktif{of}, {long_date(whole.period)}.",)
