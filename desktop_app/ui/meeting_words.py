"""What “mode rapat” says about one region: three figures, each with what makes it readable on its own."""

from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from desktop_app.analysis.chart_words import sender_of
from desktop_app.analysis.coverage import CoverageTable, RegionCoverage
from desktop_app.analysis.pace import needed_per_month
from desktop_app.domain.indonesian import NBSP, long_date, month_year, number, percent, points
from desktop_app.domain.segments import Sector

NO_DATA, UNKNOWN = "Belum ada data", "Belum dapat dihitung"
_WORKERS = {Sector.SEMUA: "pekerja", Sector.FORMAL: "pekerja formal", Sector.INFORMAL: "pekerja informal"}
_LONGEST = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFigure:
    """`value` and `unit` in large type, `lines` below; `words` instead of a value where there is none.

    `reached`: the target is reached or passed, which is said and shown in its colour.
    """

    title: str
    value: str = ""
    unit: str = ""
    words: str = ""
    lines: tuple[str, ...] = ()
    reached: bool = False

    @property
    def spoken(self) -> str:
        return f"{self.title}: {self.words or f'{self.value} {self.unit}'}. {'. '.join(self.lines)}"


def figures_of(row: RegionCoverage, table: CoverageTable) -> tuple[MeetingFigure, MeetingFigure, MeetingFigure]:
    return share_figure(row, table), gap_figure(row), missing_figure(row, table)


def share_figure(row: RegionCoverage, table: CoverageTable) -> MeetingFigure:
    """The share with its fraction, or in brackets without one; what is known besides where there is none."""
    title = "Cakupan"
    standing = f"Penyebut {table.base.name} · data {_day(row.period or table.period)}"
    if row.share is not None:
        fraction = f"{number(row.active or 0)} dari {number(row.workers or 0)} {_WORKERS[table.sector]}"
        value = number(row.share * 100, 2)
        return MeetingFigure(title=title, value=value, unit="%", lines=(fraction, standing))
    if row.reported is not None:
        value = f"({number(row.reported * 100, 2)})"
        return MeetingFigure(title=title, value=value, unit="%", lines=("Dilaporkan tanpa pembilang", standing))
    known = f"Diketahui: {row.elsewhere}" if row.elsewhere else f"Belum ada angka sampai {month_year(table.period)}"
    return MeetingFigure(title=title, words=NO_DATA, lines=(known,))


def gap_figure(row: RegionCoverage) -> MeetingFigure:
    if row.target is None:
        return MeetingFigure(title="Selisih terhadap target", words="Belum ada target")
    whose = "Target provinsi" if row.target_is_province else "Target"
    title = f"Selisih terhadap target {row.target.year}"
    aim = (f"{whose} {percent(row.target.share)}, {_short(row.target.document)}",)
    if row.gap is None:
        return MeetingFigure(title=title, words=UNKNOWN, lines=aim)
    return MeetingFigure(title=title, value=points(row.gap), unit="poin", lines=aim, reached=row.gap >= 0)


def missing_figure(row: RegionCoverage, table: CoverageTable) -> MeetingFigure:
    title = "Masih kurang"
    if row.target is None or row.gap_people is None:
        lacks = "target" if row.target is None else "pembilang atau penyebut"
        return MeetingFigure(title=title, words=UNKNOWN, lines=(f"Untuk menghitungnya belum ada {lacks}",))
    if row.gap_people <= 0:
        beyond = f"{number(-row.gap_people)} orang lebih dari target" if row.gap_people else "Tepat sejumlah target"
        return MeetingFigure(title=title, words="Target tercapai", lines=(beyond,), reached=True)
    needed = needed_per_month(row.gap_people, row.period or table.period, row.target.due)
    pace = (
        f"{number(needed)} orang per bulan sampai {month_year(row.target.due).replace(' ', NBSP)}"
        if needed is not None
        else ""
    )
    late = f"Batas waktu target, {_day(row.target.due)}, sudah tiba"
    return MeetingFigure(title=title, value=number(row.gap_people), unit="orang", lines=(pace or late,))


def note_of(row: RegionCoverage, table: CoverageTable) -> str:
    """What must be known about the figure: its age, who is counted, who says so."""
    if row.shown_share is None:
        return ""
    older = f"Data {month_year(row.period)}, lebih lama dari bulan yang dipilih" if row.stale and row.period else ""
    sender = f"Sumber: {sender_of(row)}" if sender_of(row) else ""
    return ". ".join(part.rstrip(".") for part in (older, row.definition, sender) if part)


def whole_words(table: CoverageTable) -> str:
    """The figure of the region as a whole: “Provinsi Bali 50,88 % (935.079 dari 1.837.899 pekerja)”."""
    whole, name = table.whole, table.whole.region.full_name
    if whole.share is None:
        told = (
            f"{percent(whole.reported)}, dilaporkan tanpa pembilang" if whole.reported is not None else NO_DATA.lower()
        )
        return f"{name}: {told}"
    return f"{name} {percent(whole.share)} ({share_figure(whole, table).lines[0]})"


def _day(day: date) -> str:
    """A date that stays in one line."""
    return long_date(day).replace(" ", NBSP)


def _short(words: str) -> str:
    return shorten(words, _LONGEST, placeholder=" …")
