"""The figures of “Menuju target” and of the trend taken apart: each formula with its numbers."""

from dataclasses import dataclass

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.analysis.pace import Arriving, Growth, Pace
from desktop_app.analysis.trend import TrendPoint
from desktop_app.domain.indonesian import NBSP, long_date, month_year, number, percent, points
from desktop_app.domain.periods import months_between
from desktop_app.ui.origin import Fraction, Item, Origin, Pair, Section, Words


@dataclass(frozen=True)
class PointRow:
    """A point with its base and the shape that the chart gives that base."""

    base: str
    marker: str
    point: TrendPoint


def explain_missing(figure: RegionCoverage, pace: Pace) -> Origin:
    """Target × base − active people."""
    target = pace.target
    lines: list[Words] = []
    if figure.target_people is not None and figure.active is not None:
        named = target.people is not None and target.people == figure.target_people
        how = "seperti tertulis di dokumennya" if named else "dibulatkan ke atas"
        lines += [
            Words(
                f"{percent(target.share)} × {number(figure.workers or 0)} = {number(figure.target_people)} orang, {how}",
                "detail",
            ),
            Words(
                f"{number(figure.target_people)} − {number(figure.active)} = "
                f"{number(figure.target_people - figure.active)} orang",
                "detail",
            ),
        ]
    if figure.shown_share is not None:
        gap = number((pace.missing_share or 0) * 100, 2)
        lines.append(Words(f"{percent(target.share)} − {percent(figure.shown_share)} = {gap}{NBSP}poin", "detail"))
    people = pace.missing is not None
    return _origin(
        f"Masih kurang menuju target {target.year}", figure,
        number(max(pace.missing or 0, 0)) if people else number((pace.missing_share or 0) * 100, 2),
        "orang" if people else "poin", (Section("Rumus", tuple(lines)), _target_section(figure, pace)),
    )  # fmt: skip


def explain_needed(figure: RegionCoverage, pace: Pace) -> Origin:
    """What is missing ÷ whole months left."""
    months = f"{number(pace.months_left)} bulan dari {month_year(pace.since)} sampai {month_year(pace.target.due)}"
    if pace.needed is not None and pace.missing is not None:
        value, unit = number(pace.needed), "orang per bulan"
        words = f"{number(max(pace.missing, 0))} orang ÷ {number(pace.months_left)} bulan, dibulatkan ke atas"
    else:
        value, unit = number((pace.needed_share or 0) * 100, 2), "poin per bulan"
        words = f"{number((pace.missing_share or 0) * 100, 2)} poin ÷ {number(pace.months_left)} bulan"
    lines = (Words(words, "detail"), Words(months, "detail"))
    return _origin("Laju yang perlu", figure, value, unit, (Section("Rumus", lines), _target_section(figure, pace)))


def explain_current(figure: RegionCoverage, pace: Pace) -> Origin:
    """People added between two points of one base ÷ the months between them."""
    first, last = pace.first, pace.last
    if first is None or last is None:
        return _origin("Laju sekarang", figure, "Belum diketahui", "", ())
    months = months_between(first.period, last.period)
    if pace.current is not None and first.people is not None and last.people is not None:
        words = f"({number(last.people)} − {number(first.people)}) orang ÷ {number(months)} bulan"
        value, unit = number(pace.current), "orang per bulan"
    else:
        words = f"({percent(last.share)} − {percent(first.share)}) ÷ {number(months)} bulan"
        value, unit = points(pace.current_share or 0), "poin per bulan"
    ends = tuple(
        Item(
            "circle-dot",
            "acc",
            f"{long_date(end.period)}: {_end(end.people, end.share)}",
            f"{_begins(end.source)}\n{end.place}",
        )
        for end in (first, last)
    )
    return _origin(
        "Laju sekarang", figure, value, unit, (Section("Rumus", (Words(words, "detail"),)), Section("Dua titik", ends))
    )


def explain_arrival(figure: RegionCoverage, pace: Pace) -> Origin:
    """What is missing ÷ the present pace, as months from the figure's own on."""
    lines: list[Words] = [Words(pace.sentence, "")]
    if pace.arrival.month is not None:
        months = months_between(pace.since, pace.arrival.month)
        if pace.missing is not None and pace.current is not None:
            said = f"{number(pace.missing)} orang ÷ {number(pace.current)} orang per bulan"
        else:
            said = (
                f"{number((pace.missing_share or 0) * 100, 2)} poin ÷ {points(pace.current_share or 0)} poin per bulan"
            )
        lines.append(Words(f"{said} = {number(months)} bulan, dibulatkan ke atas", "detail"))
        lines.append(
            Words(f"{month_year(pace.since)} + {number(months)} bulan = {month_year(pace.arrival.month)}", "detail")
        )
    figure_words = month_year(pace.arrival.month) if pace.arrival.month else pace.arrival.state.value.capitalize()
    if pace.arrival.state is Arriving.UNKNOWN:
        figure_words = "Belum diketahui"
    return _origin(
        f"Kapan target {pace.target.year} tercapai", figure, figure_words, "",
        (Section("Rumus", tuple(lines)), _target_section(figure, pace)),
    )  # fmt: skip


def explain_growth(name: str, growth: Growth, figure: RegionCoverage) -> Origin:
    lines: list[Words | Pair] = [Words(f"{long_date(growth.since)} sampai {long_date(growth.until)}", "detail")]
    if growth.people is not None:
        lines.append(Pair("Bertambah" if growth.people >= 0 else "Berkurang", f"{number(abs(growth.people))} orang"))
    if growth.points is not None:
        lines.append(Pair("Selisih cakupan", f"{points(growth.points)}{NBSP}poin"))
    if growth.reason:
        lines.append(Words(growth.reason, "detail"))
    value = points(growth.points) if growth.points is not None else "Belum diketahui"
    unit = "poin" if growth.points is not None else ""
    return _origin(name, figure, value, unit, (Section("Rumus", tuple(lines)),))


def explain_point(row: PointRow, region: str) -> Origin:
    """A point of the trend: its fraction, base, and where it stands."""
    point = row.point
    fraction = None
    if point.people is not None and point.workers is not None:
        fraction = Fraction(
            (number(point.people), "peserta aktif"), (number(point.workers), f"pekerja, penyebut {row.base}")
        )
    said = () if fraction else (Item("info", "acc", "Dilaporkan, tanpa pembilang.", f"Penyebut {row.base}"),)
    source = Item("file-spreadsheet", "acc", _begins(point.source), point.place)
    sections = (Section("Pembilang", said), Section("Baris asal", (source,)))
    return Origin(
        label=f"Cakupan {region}, {long_date(point.period)}", figure=number(point.share * 100, 2), unit="%",
        fraction=fraction, sections=tuple(section for section in sections if section.lines),
    )  # fmt: skip


def _begins(source: str) -> str:
    """“daftar peserta” at the beginning of a line."""
    return source[:1].upper() + source[1:]


def _end(people: int | None, share: float) -> str:
    return f"{number(people)} orang, {percent(share)}" if people is not None else percent(share)


def _target_section(figure: RegionCoverage, pace: Pace) -> Section:
    target = pace.target
    whose = "Target provinsi" if figure.target_is_province else "Target"
    split = f"\n{target.split_of}" if target.split_of else ""
    version = f", versi {target.version}" if target.version > 1 else ""
    lines = (
        Item("scroll-text", "t2", f"{figure.base}: {number(figure.workers)} pekerja" if figure.workers else figure.base),
        Item(
            "target", "t2", f"{whose} {target.year}: {percent(target.share)}", f"{target.document}{version}{split}",
        ),
    )  # fmt: skip
    return Section("Penyebut dan target", lines)


def _origin(what: str, figure: RegionCoverage, value: str, unit: str, sections: tuple[Section, ...]) -> Origin:
    day = f", {long_date(figure.period)}" if figure.period else ""
    return Origin(label=f"{what}, {figure.region.full_name}{day}", figure=value, unit=unit, sections=sections)
