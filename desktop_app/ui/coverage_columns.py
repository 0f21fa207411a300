"""The columns of the table of regions, in words and values."""

from dataclasses import replace

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.domain.indonesian import number, points, short_date
from desktop_app.domain.regions import Level
from desktop_app.ui.table import Column
from desktop_app.ui.widgets import State

NONE = "–"


def table_name(figure: RegionCoverage) -> str:
    """“Badung”, “Kota Denpasar”, “Sukawati”: short, but a city says so; the whole carries its kind."""
    region = figure.region
    return region.short_name if region.level is Level.KABUPATEN else region.name


def whole_name(figure: RegionCoverage) -> str:
    """“Provinsi Bali”, “Kabupaten Klungkung”: one of the rows above may have the bare name."""
    return figure.region.full_name


def workers_words(figure: RegionCoverage) -> str:
    return number(figure.workers) if figure.workers is not None else "belum ada"


def target_words(figure: RegionCoverage) -> str:
    return number(figure.target.share * 100, 2) if figure.target else NONE


def target_tip(figure: RegionCoverage) -> str:
    if figure.target is None:
        return ""
    return f"{'Target provinsi' if figure.target_is_province else 'Target'}: {figure.target.document}"


def bar_of(figure: RegionCoverage) -> tuple[float | None, float | None]:
    return figure.shown_share, figure.target.share if figure.target else None


def active_words(figure: RegionCoverage) -> str:
    if figure.active is not None:
        return number(figure.active)
    return NONE if figure.reported is not None else "belum ada"


def share_words(figure: RegionCoverage) -> str:
    """A share that came without its numerator stands in brackets, as in the charts."""
    if figure.shown_share is None:
        return NONE
    text = number(figure.shown_share * 100, 2)
    return text if figure.share is not None else f"({text})"


def gap_words(figure: RegionCoverage) -> str:
    if figure.gap is None:
        return NONE
    return f"▲ {points(figure.gap)}" if figure.gap >= 0 else points(figure.gap)


def missing_words(figure: RegionCoverage) -> str:
    if figure.gap_people is None:
        return NONE
    return number(figure.gap_people) if figure.gap_people > 0 else "tercapai"


def source_words(figure: RegionCoverage) -> str:
    """Where the figure comes from, in a word or two; an older one says its month, a place without one who is listed."""
    if figure.shown_share is None:
        if figure.active is not None:
            return "Tanpa penyebut"
        if figure.elsewhere:
            return "Penyebut lain"
        return f"{number(listed_people(figure))} terdaftar" if listed_people(figure) else "Belum lapor"
    whole, short = _source(figure)
    if not figure.stale or figure.period is None:
        return whole
    month = short_date(figure.period).split(" ", 1)[1]
    return f"{short} {month}"


def _source(figure: RegionCoverage) -> tuple[str, str]:
    """The source in words, and shorter, where a month follows."""
    if figure.share is None:
        return "Dilaporkan", "Lap."
    if figure.summed_children:
        return "Dijumlah", "Jumlah"
    return ("Daftar peserta", "Daftar") if figure.counted else ("Rekap", "Rekap")


def source_state(figure: RegionCoverage) -> State | None:
    silent = figure.shown_share is None and not figure.elsewhere and not listed_people(figure)
    return State.UNREPORTED if silent else None


def listed_people(figure: RegionCoverage) -> int:
    """People who stand in participants sheets for this region, whether they enter the figure or not."""
    return figure.listed.people if figure.listed is not None else 0


def tip(figure: RegionCoverage) -> str:
    people = f"{number(listed_people(figure))} orang terdaftar di lembar peserta" if listed_people(figure) else ""
    if figure.listed is not None and figure.listed.sample:
        people += " (data contoh, tidak masuk ke angka cakupan)"
    parts = [figure.note, figure.elsewhere, people]
    return "\n".join(part for part in parts if part)


def _lacks(value: object) -> bool:
    return value is None


def rank_words(figure: RegionCoverage) -> str:
    return number(figure.rank) if figure.rank is not None else NONE


COLUMNS: tuple[Column[RegionCoverage], ...] = (
    Column("Wilayah", table_name, lambda r: r.region.code, width=100, tip=lambda r: r.region.full_name),
    Column(
        "Peserta aktif", active_words, lambda r: r.active, right=True, width=94, quiet=lambda r: _lacks(r.active), tip=tip
    ),
    Column(
        "Penyebut", workers_words, lambda r: r.workers, right=True, width=84, quiet=lambda r: _lacks(r.workers), tip=tip
    ),
    Column(
        "Cakupan, %", share_words, lambda r: r.shown_share, right=True, strong=True, width=126, bar=bar_of,
        hollow=lambda r: r.share is None,
        quiet=lambda r: _lacks(r.shown_share), tip=tip,
    ),
    Column("Target, %", target_words, lambda r: r.target.share if r.target else None, right=True, width=74, tip=target_tip,
           quiet=lambda r: _lacks(r.target)),
    Column("Selisih, poin", gap_words, lambda r: r.gap, right=True, width=96, quiet=lambda r: _lacks(r.gap),
           good=lambda r: r.gap is not None and r.gap >= 0),
    Column(
        "Kurang, orang", missing_words, lambda r: r.gap_people, right=True, width=104, quiet=lambda r: _lacks(r.gap_people),
        good=lambda r: r.gap_people is not None and r.gap_people <= 0
    ),
    Column("Sumber", source_words, state=source_state, width=122, tip=tip),
    Column("Peringkat", rank_words, lambda r: r.rank, right=True, width=84, quiet=lambda r: _lacks(r.rank)),
)  # fmt: skip
GAP, RANK = 5, 8

WHOLE_COLUMNS = tuple(
    replace(column, text=text, strong=True)
    for column, text in zip(COLUMNS, (whole_name, *(one.text for one in COLUMNS[1:])), strict=True)
)
"""The total row is heavier and says what the region is."""
