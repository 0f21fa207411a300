"""The two sectors of a region side by side, each with its fraction, its people and its cell."""

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.domain.indonesian import NBSP, long_date, number, percent, points
from desktop_app.ui.origin import Item, Origin, Pair, Section, Words
from desktop_app.ui.origin_figures import cell_item


def explain_sectors(formal: RegionCoverage, informal: RegionCoverage) -> Origin:
    """Both figures of one region; the list behind either opens with the filter “Segmen”."""
    period = formal.period or informal.period
    day = f", {long_date(period)}" if period else ""
    how = Words("Daftar orangnya dibuka dari Wilayah, dengan penyaring Segmen: Formal atau Informal.")
    return Origin(
        label=f"Cakupan formal dan informal, {formal.region.full_name}{day}",
        sections=(
            Section("Formal", _lines(formal)), Section("Informal", _lines(informal)),
            Section("Daftar", (how,)),
        ),
    )  # fmt: skip


def _lines(figure: RegionCoverage) -> tuple[Pair | Item | Words, ...]:
    if figure.shown_share is None:
        known = f"Yang diketahui: {figure.elsewhere}." if figure.elsewhere else ""
        return (Item("circle-dashed", "t2", "Belum ada data", known),)
    lines: list[Pair | Item | Words] = [Pair("Cakupan", percent(figure.shown_share))]
    if figure.share is not None:
        lines += [
            Pair("Peserta aktif", number(figure.active or 0)),
            Pair(f"Pekerja, penyebut {figure.base}", number(figure.workers or 0)),
        ]
    else:
        lines.append(Words("Dilaporkan, tanpa pembilang."))
    if figure.gap is not None and figure.target is not None:
        lines.append(Pair(f"Selisih ke target {percent(figure.target.share)}", f"{points(figure.gap)}{NBSP}poin"))
    if figure.definition:
        lines.append(Words(figure.definition))
    if figure.fact is not None and not figure.counted:
        lines.append(cell_item(figure.fact.origin))
    elif figure.counted:
        lines.append(Item("users", "acc", "Dihitung dari daftar peserta.", figure.note))
    return tuple(lines)
