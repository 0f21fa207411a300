"""Colours of the two themes. Nothing else in the code holds a colour."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One theme; every value is `#RRGGBB`. What each colour is for stands beside it."""

    dark: bool
    # Grounds: page, sidebar, cards and inputs, tooltips and menus, table headers and footers, row under the pointer.
    bg: str
    side: str
    surf: str
    raised: str
    sub: str
    hover: str
    # Edges: card, grid of rows and charts, buttons and axes, inputs and check boxes.
    line: str
    grid: str
    line2: str
    edge: str
    # Text: main, secondary, sources and hints, disabled.
    t1: str
    t2: str
    t3: str
    dis: str
    # The one accent: at rest, hovered, pressed, text on it; chips and their edge; selected row.
    acc: str
    acc_h: str
    acc_p: str
    onacc: str
    acc_soft: str
    acc_line: str
    sel: str
    # States: reached or stored; to be checked or late; refused or wrong; neutral tags.
    ok: str
    ok_soft: str
    ok_line: str
    warn: str
    warn_soft: str
    warn_line: str
    bad: str
    bad_soft: str
    bad_line: str
    neu_soft: str
    # Data: covered, beyond the target, the missing part (fill and outline), the target's mark.
    bar: str
    over: str
    gap_fill: str
    gap: str
    mark: str
    # The band of a forecast.
    band: str
    # Five classes of the map, low to high; text on the three lower and the two upper ones.
    classes: tuple[str, str, str, str, str]
    on_low: str
    on_high: str
    # Hatch means “no data” and nothing else.
    nodata: str
    hatch: str
    nodata_edge: str
    # Ground behind a page of paper; the paper itself stays white.
    desk: str


LIGHT = Tokens(
    dark=False,
    bg="#F6F6F4", side="#EFEFEC", surf="#FFFFFF", raised="#FFFFFF", sub="#FAFAF8", hover="#F5F5F2",
    line="#E1E1DC", grid="#ECECE8", line2="#BFC2C1", edge="#8C9296",
    t1="#1C2226", t2="#4A535A", t3="#656D74", dis="#95999D",
    acc="#1B5FA8", acc_h="#174F8C", acc_p="#123F70", onacc="#FFFFFF",
    acc_soft="#E6EFF8", acc_line="#A9C6E4", sel="#F0F5FB",
    ok="#0B6B57", ok_soft="#E3F2ED", ok_line="#A9D5C7",
    warn="#7A5200", warn_soft="#FBF0D9", warn_line="#E5CB8F",
    bad="#A63A1E", bad_soft="#FBE9E3", bad_line="#E9B9A9", neu_soft="#ECECE9",
    bar="#3B79B6", over="#164E88", gap_fill="#E9F1F9", gap="#5F94C8", mark="#1C2226", band="#C9DDF0",
    classes=("#DCE8F4", "#ACC9E5", "#73A3D1", "#3B79B6", "#164E88"), on_low="#1C2226", on_high="#FFFFFF",
    nodata="#F1F1EE", hatch="#A5A9AB", nodata_edge="#7C8790", desk="#E3E3DF",
)  # fmt: skip

DARK = Tokens(
    dark=True,
    bg="#14181C", side="#101418", surf="#1B2025", raised="#232A30", sub="#181D21", hover="#20262C",
    line="#2E363D", grid="#262D33", line2="#4B565F", edge="#717D87",
    t1="#E6EAED", t2="#B2BBC3", t3="#8F99A2", dis="#5E6871",
    acc="#7DB5EC", acc_h="#9AC6F2", acc_p="#BAD8F7", onacc="#0C1B2A",
    acc_soft="#1D3247", acc_line="#37597B", sel="#1D2A37",
    ok="#5CC2A5", ok_soft="#16332B", ok_line="#2C5C4E",
    warn="#E3B04B", warn_soft="#372B12", warn_line="#66511F",
    bad="#F0907A", bad_soft="#3D221B", bad_line="#71402F", neu_soft="#2A3138",
    bar="#5E9BD3", over="#A9D0F3", gap_fill="#202B36", gap="#587A9C", mark="#E6EAED", band="#2B4A66",
    classes=("#24394E", "#2C4E6E", "#3A6B96", "#6AA4D6", "#A9D0F3"), on_low="#E6EAED", on_high="#101418",
    nodata="#20262B", hatch="#59636C", nodata_edge="#7A858F", desk="#0C0F12",
)  # fmt: skip
