"""A breakdown: how the counted people divide into parts that sum to the whole."""

from dataclasses import dataclass

from desktop_app.analysis.part_words import TITLES, part_label, parts_in_order
from desktop_app.domain.breakdowns import NO_COMPANY, UNFILLED, Breakdown, Dimension
from desktop_app.domain.indonesian import long_date, number, percent
from desktop_app.domain.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """`share` of the whole (0.25 is 25 %); `quiet`: not filled in or not applicable, drawn in a quiet colour.

    `key` is the part in the store (see `Breakdown`); `detail` are the lines of the hover card.
    """

    key: str
    label: str
    people: int
    share: float
    quiet: bool
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsChart:
    """Parts in the order they are drawn; their people sum to `total`. `unit`: “orang” or “kepesertaan”.

    `top` is the end of the axis as a share of the whole.
    """

    title: str
    source: str
    dimension: Dimension
    parts: tuple[Part, ...]
    total: int
    unit: str
    top: float


def parts_chart(breakdown: Breakdown, region: Region) -> PartsChart:
    """`breakdown` as bars, with the words of the screen."""
    whole, unit = breakdown.whole, _unit(breakdown.dimension)
    parts = tuple(_part(breakdown, key, unit) for key in parts_in_order(breakdown) if breakdown.parts[key])
    return PartsChart(
        title=f"Peserta menurut {TITLES[breakdown.dimension]}, {region.full_name}, {unit}",
        source=_source(breakdown), dimension=breakdown.dimension, parts=parts, total=whole, unit=unit,
        top=max((part.share for part in parts), default=1.0),
    )  # fmt: skip


def _unit(dimension: Dimension) -> str:
    return "kepesertaan" if dimension is Dimension.KEPESERTAAN else "orang"


def _part(breakdown: Breakdown, key: str, unit: str) -> Part:
    people, whole = breakdown.parts[key], breakdown.whole
    share = people / whole
    return Part(
        key=key, label=part_label(breakdown.dimension, key), people=people, share=share,
        quiet=key in (UNFILLED, NO_COMPANY),
        detail=(
            f"{number(people)} dari {number(whole)} {unit} = {percent(share)}",
            f"Data: daftar peserta {long_date(breakdown.period)}",
        ),
    )  # fmt: skip


def _source(breakdown: Breakdown) -> str:
    counted = (
        "Kepesertaan: satu orang pada satu segmen di satu perusahaan"
        if breakdown.dimension is Dimension.KEPESERTAAN
        else "Setiap orang dihitung sekali menurut NIK"
    )
    invented = " Data contoh: orangnya rekaan." if breakdown.sample else ""
    return f"Sumber: daftar peserta. Data: {long_date(breakdown.period)}. {counted}.{invented}"
