"""The first rows that would be stored, in the columns of their kind; NIK and KPJ masked."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget

from desktop_app.domain.indonesian import number, percent, short_date
from desktop_app.domain.nik import masked
from desktop_app.domain.sheets import (
    BaseValue,
    CompanyFact,
    Participant,
    RecapFigure,
    SheetKind,
    SheetRow,
    TargetValue,
)
from desktop_app.ui.look import Look
from desktop_app.ui.pages.sheet_words import MEASURES
from desktop_app.ui.table import Column, Table
from desktop_app.ui.words import SECTORS

NONE = "–"


class SampleRows(QStackedWidget):
    """One table per kind of sheet, of which the right one is shown."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._names: Mapping[str, str] = {}
        self._tables: dict[SheetKind, Table[SheetRow]] = {}
        for kind, columns in self._columns().items():
            table: Table[SheetRow] = Table(look, columns)
            table.setAccessibleName("Contoh baris yang akan disimpan")
            self._tables[kind] = table
            self.addWidget(table)

    def show_rows(self, kind: SheetKind, rows: Sequence[SheetRow]) -> None:
        self._tables[kind].set_rows(rows)
        self.setCurrentWidget(self._tables[kind])

    def set_names(self, names: Mapping[str, str]) -> None:
        """Names of the regions, once they are known; codes stand there until then."""
        self._names = names
        for table in self._tables.values():
            table.viewport().update()

    @property
    def table(self) -> Table[SheetRow]:
        return self._tables[next(kind for kind, table in self._tables.items() if table is self.currentWidget())]

    def _region(self, row: SheetRow) -> str:
        code = row.region or ""
        return self._names.get(code, code) or NONE

    def _columns(self) -> dict[SheetKind, tuple[Column[SheetRow], ...]]:
        place = Column[SheetRow]("Baris", lambda r: number(r.row), lambda r: r.row, right=True, width=62)
        region = Column[SheetRow]("Wilayah", self._region, width=200, tip=self._region)
        people = (place, *_PARTICIPANT, region)
        return {
            SheetKind.PESERTA: people,
            SheetKind.RENTAN: people,
            SheetKind.NONAKTIF: people,
            SheetKind.IURAN: people,
            SheetKind.LAIN: (place,),
            SheetKind.PERUSAHAAN: (place, *_COMPANY, region),
            SheetKind.REKAP: (place, region, *_RECAP),
            SheetKind.PENYEBUT: (place, region, *_BASE),
            SheetKind.TARGET: (place, region, *_TARGET),
        }


def _of(kind: type, say: Callable[..., str]) -> Callable[[SheetRow], str]:
    """`say` for rows of its kind; the table of a kind never holds others."""
    return lambda row: say(row) if isinstance(row, kind) else ""


def _known(value: int | None) -> str:
    return NONE if value is None else number(value)


def _person(title: str, say: Callable[[Participant], str], width: int = 0) -> Column[SheetRow]:
    return Column(title, _of(Participant, say), width=width)


def _figure(title: str, say: Callable[[RecapFigure], str], width: int = 0, *, right: bool = False) -> Column[SheetRow]:
    return Column(title, _of(RecapFigure, say), width=width, right=right, tip=_of(RecapFigure, say))


def _base(title: str, say: Callable[[BaseValue], str], width: int = 0, *, right: bool = False) -> Column[SheetRow]:
    return Column(title, _of(BaseValue, say), width=width, right=right)


def _target(title: str, say: Callable[[TargetValue], str], width: int = 0, *, right: bool = False) -> Column[SheetRow]:
    return Column(title, _of(TargetValue, say), width=width, right=right, tip=_of(TargetValue, say))


def _company(title: str, say: Callable[[CompanyFact], str], width: int = 0, *, right: bool = False) -> Column[SheetRow]:
    return Column(title, _of(CompanyFact, say), width=width, right=right, tip=_of(CompanyFact, say))


_COMPANY = (
    _company("NPP", lambda r: r.npp or NONE, 90),
    _company("Nama perusahaan", lambda r: r.name or NONE, 190),
    _company("Pekerja", lambda r: _known(r.actual), 80, right=True),
    _company("Terdaftar", lambda r: _known(r.registered), 80, right=True),
    _company("Tunggakan, Rp", lambda r: _known(r.arrears), 110, right=True),
    _company("Kategori", lambda r: r.category or r.by_rules or NONE, 120),
)
_PARTICIPANT = (
    _person("NIK", lambda r: masked(r.nik), 140),
    _person("Nama", lambda r: r.name or NONE, 150),
    _person("Tanggal lahir", lambda r: short_date(r.birth_date) if r.birth_date else NONE, 100),
    _person("L/P", lambda r: r.sex or NONE, 44),
    _person("Segmen", lambda r: r.segment, 72),
)
_RECAP = (
    _figure("Ukuran", lambda r: MEASURES[r.measure], 84),
    _figure("Orang", lambda r: _known(r.people), 92, right=True),
    _figure("Pekerja", lambda r: _known(r.workers), 92, right=True),
    _figure("Cakupan", lambda r: NONE if r.share is None else percent(r.share), 90, right=True),
    _figure("Catatan", lambda r: r.note, 110),
)
_BASE = (
    _base("Sektor", lambda r: SECTORS[r.sector], 130),
    _base("Pekerja", lambda r: number(r.workers), 110, right=True),
    _base("Catatan", lambda r: r.note, 200),
)
_TARGET = (
    _target("Sektor", lambda r: SECTORS[r.sector], 130),
    _target("Tahun", lambda r: str(r.year), 64),
    _target("Target", lambda r: percent(r.share), 84, right=True),
    _target("Dokumen", lambda r: r.document, 200),
)
